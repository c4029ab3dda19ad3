//! The agenda of an agreement: its dated duties and their status.

use chrono::NaiveDate;

use super::{Action, DevelopmentAgreement, FocusArea, FollowUp, FollowUpForm};
use crate::date::{DutyStatus, Period, When};
use crate::id::Subject;
use crate::section::SectionNumber;
use crate::target_figure::TargetFigure;
use crate::text::{Bilingual, Text};

#[derive(Debug, Clone)]
struct Agenda<'a> {
    agreement: &'a DevelopmentAgreement,
    period: Option<Period>,
    as_of: NaiveDate,
}

/// The kind of duty of an [`AgendaItem`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Duty {
    /// A follow-up takes place.
    FollowUp,
    /// An action is done.
    Action,
    /// A target figure is measured.
    Measuring,
}

impl Duty {
    /// What people call it.
    ///
    /// ```
    /// use kvalitetsmodel::agreement::Duty;
    ///
    /// assert_eq!(Duty::Measuring.label().da, "måling af måltal");
    /// ```
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::FollowUp => Bilingual::new("opfølgning", "follow-up"),
            Self::Action => Bilingual::new("indsats", "action"),
            Self::Measuring => Bilingual::new("måling af måltal", "measuring of a target figure"),
        }
    }
}

/// One duty of an agreement, with its status on the day of the agenda.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct AgendaItem<'a> {
    /// The kind of duty.
    pub duty: Duty,
    /// The follow-up, action or target figure.
    pub subject: Subject,
    /// The focus area; `None` for a duty of the whole agreement.
    pub area: Option<&'a FocusArea>,
    /// The section that states it.
    pub section: Option<SectionNumber>,
    /// The words of the document for what it is.
    pub text: Option<&'a Text>,
    /// The form of a follow-up, if the document states it.
    pub form: Option<FollowUpForm>,
    /// When it is to happen, as the document says it.
    pub when: &'a When,
    /// The status on the day of the agenda.
    pub status: DutyStatus,
}

impl DevelopmentAgreement {
    /// The duties with a stated time, and their status on `as_of`: those of each focus area (actions,
    /// target figures, follow-ups), then the follow-ups of the whole agreement.
    ///
    /// A duty *according to schedule* is pending until the schedule exists (R-015). A duty is overdue after its
    /// last day unless the document says that it is done: an action or a follow-up that states when, on `as_of`
    /// or before; a target figure that is measured. A status is not a verdict.
    ///
    /// ```
    /// use kvalitetsmodel::agreement::DevelopmentAgreement;
    /// use kvalitetsmodel::date::DutyStatus;
    ///
    /// let agreement: DevelopmentAgreement = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000001",
    ///         "year": 2024,
    ///         "followUps": [{
    ///             "id": "00000000-0000-4000-8000-000000000002",
    ///             "when": { "date": { "on": "2024-medio" } }
    ///         }]
    ///     }"#,
    /// )?;
    /// let as_of = "2024-09-01".parse()?;
    /// let items: Vec<_> = agreement.agenda(as_of).collect();
    /// assert!(matches!(items[0].status, DutyStatus::Overdue { .. })); // the last day was 31 August
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn agenda(&self, as_of: NaiveDate) -> impl Iterator<Item = AgendaItem<'_>> {
        let agenda = Agenda { agreement: self, period: self.running_period(), as_of };
        agenda.items()
    }
}

impl<'a> Agenda<'a> {
    fn items(self) -> impl Iterator<Item = AgendaItem<'a>> {
        let agreement = self.agreement;
        let areas = self.clone();
        let by_area = agreement.focus_areas.iter().flat_map(move |area| areas.clone().of_area(area));
        let whole = agreement.follow_ups.iter().filter_map(move |one| self.follow_up(None, one));
        by_area.chain(whole)
    }

    fn of_area(self, area: &'a FocusArea) -> impl Iterator<Item = AgendaItem<'a>> {
        let (for_actions, for_targets) = (self.clone(), self.clone());
        let actions = area.actions.iter().filter_map(move |one| for_actions.action(area, one));
        let targets = area.targets.iter().filter_map(move |one| for_targets.measuring(area, one));
        let follow_ups = area.follow_ups.iter().filter_map(move |one| self.follow_up(Some(area), one));
        actions.chain(targets).chain(follow_ups)
    }

    fn action(&self, area: &'a FocusArea, one: &'a Action) -> Option<AgendaItem<'a>> {
        let item = self.item(Duty::Action, one.id.subject(), stated(one.when.as_ref())?, one.done());
        Some(AgendaItem { area: Some(area), section: one.section, text: one.text.as_ref(), ..item })
    }

    fn measuring(&self, area: &'a FocusArea, one: &'a TargetFigure) -> Option<AgendaItem<'a>> {
        let item = self.item(
            Duty::Measuring,
            one.id.subject(),
            stated(one.measured_at.as_ref())?,
            one.measuring_done(),
        );
        Some(AgendaItem { area: Some(area), section: one.section, text: one.topic.as_ref(), ..item })
    }

    fn follow_up(&self, area: Option<&'a FocusArea>, one: &'a FollowUp) -> Option<AgendaItem<'a>> {
        let item = self.item(Duty::FollowUp, one.id.subject(), stated(one.when.as_ref())?, one.done());
        Some(AgendaItem { area, section: one.section, text: one.on.as_ref(), form: one.form, ..item })
    }

    fn item(&self, duty: Duty, subject: Subject, when: &'a When, done: Option<DutyStatus>) -> AgendaItem<'a> {
        let status = when.status(self.as_of, self.period.as_ref()).or_done(done, self.as_of);
        AgendaItem { duty, subject, area: None, section: None, text: None, form: None, when, status }
    }
}

/// A time that says when; zero times a year, and a decision by nobody, do not.
fn stated(when: Option<&When>) -> Option<&When> {
    when.filter(|when| when.is_stated())
}
