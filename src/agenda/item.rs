//! One thing to be done.

use core::fmt;

use chrono::NaiveDate;
use serde::ser::{Serialize, Serializer};

use super::place::Place;
use super::same::Thing;
use crate::Lang;
use crate::agreement::FollowUpForm;
use crate::date::{DutyStatus, Period, When};
use crate::document::Document;
use crate::goal::Citizen;
use crate::id::{Id, Subject};
use crate::report::Pointer;
use crate::section::SectionNumber;
use crate::text::{Bilingual, InBoth, Text};

words! {
    /// The kind of duty of an [`AgendaItem`].
    ///
    /// ```
    /// use kvalitetsmodel::agenda::DutyKind;
    ///
    /// assert_eq!(DutyKind::Measuring.label().da, "måling af måltal");
    /// ```
    #[non_exhaustive]
    pub enum DutyKind: "opgavens art", "kind of duty" {
        /// A follow-up of an agreement takes place; a dialogue meeting is one by its form.
        FollowUp = "opfølgning", "follow-up";
        /// An action is done.
        Action = "indsats", "action";
        /// A figure of a community is fixed by the first follow-up of its area.
        Fixing = "fastlæggelse af måltal", "fixing of a target figure";
        /// A target figure is measured.
        Measuring = "måling af måltal", "measuring of a target figure";
        /// Others do something for the services, and the agreement says when.
        SupportTask = "støtteopgave", "support task";
        /// A state assessment is renewed.
        Assessment = "ny tilstandsvurdering", "new state assessment";
        /// A decision that an agreement announces is taken.
        Decision = "bebudet beslutning", "announced decision";
        /// Criticism by an authority is answered: by its deadline, or by an action that is yet to be named.
        Criticism = "svar på kritik fra en myndighed", "answer to criticism by an authority";
        /// An aim of a community is reached.
        Aim = "mål", "aim";
        /// The change of a PDSA cycle is tested.
        Test = "afprøvning", "test";
        /// A sub-goal is evaluated.
        Evaluation = "evaluering", "evaluation";
        /// A sub-goal is closed, or a goal of the order ends.
        Closing = "afslutning", "closing";
        /// The panel of an audit meets.
        AuditMeeting = "auditmøde", "audit meeting";
        /// Services audit another one.
        CrossAudit = "audit på tværs", "cross-audit";
        /// Something is counted in a project.
        Counting = "optælling", "counting";
        /// A session of the training of a project is held.
        Training = "oplæringsmøde", "training session";
        /// A core element of a project is developed.
        ElementDevelopment = "udvikling af kerneelement", "development of a core element";
        /// A core element is tested.
        ElementTest = "afprøvning af kerneelement", "test of a core element";
        /// A core element is described.
        ElementDescription = "beskrivelse af kerneelement", "description of a core element";
        /// A learning circle meets.
        CircleMeeting = "cirkelmøde", "circle meeting";
        /// A workshop for all learning circles is held.
        Workshop = "workshop", "workshop";
        /// A seminar for them is held.
        Seminar = "seminar", "seminar";
        /// A workshop for the leaders together is held.
        LeaderWorkshop = "lederworkshop", "leader workshop";
        /// Each leader is coached once.
        Coaching = "coachingrunde", "round of coaching";
        /// A resource group delivers its product.
        GroupProduct = "ressourcegruppens produkt", "product of the resource group";
        /// An evaluation is made in a project.
        ProjectEvaluation = "projektevaluering", "project evaluation";
        /// A service is evaluated by the quality model.
        ModelEvaluation = "evaluering efter kvalitetsmodellen", "evaluation by the quality model";
        /// The evaluation after this one is held.
        NextEvaluation = "næste evaluering", "next evaluation";
        /// A committee decides on the recommendation of surveyors.
        CommitteeDecision = "udvalgets afgørelse", "decision of the committee";
        /// A recommendation of an evaluation is carried out.
        Recommendation = "anbefaling", "recommendation";
        /// A standard is monitored again.
        NewMonitoring = "ny overvågning", "new monitoring";
        /// A row of the timetable of an implementation plan is carried out.
        TimetableRow = "række i tidsplanen", "row of the timetable";
        /// A task of an implementation plan that no row carries out.
        PlanTask = "opgave", "task";
        /// A member completes a training that the law requires.
        StatutoryTraining = "lovpligtig uddannelse", "statutory training";
        /// A building is reviewed for safety.
        SafetyReview = "sikkerhedsgennemgang", "safety review";
        /// The improvements that a review led to are planned.
        ImprovementPlan = "plan for forbedringer", "plan for improvements";
        /// Adverse events are reported.
        EventReport = "rapportering af utilsigtede hændelser", "report of adverse events";
        /// Health care is monitored.
        HealthMonitoring = "sundhedsfaglig overvågning", "health monitoring";
        /// The results of a monitoring are reported.
        ResultReport = "rapportering af resultater", "report of results";
    }
}

words! {
    /// The state of a duty on the day of the agenda. The status says by when, or what is missing.
    pub enum DutyState: "tilstand", "state" {
        /// Its last day has passed.
        Overdue = "fristen er overskredet", "overdue";
        /// Its last day is the day of the agenda or a later one.
        Due = "fristen er ikke nået", "due";
        /// It recurs or is continuous.
        Recurring = "gentages", "recurring";
        /// It waits for a schedule, a decision, a year or a start.
        Waiting = "afventer", "waiting";
        /// The document states no time for it.
        WithoutDeadline = "uden frist", "without deadline";
        /// It was not recorded as done when what it belongs to ended, and what followed does not carry it on.
        LeftOpen = "ikke registreret som gjort", "left open";
        /// The document says that it is done; the next evaluation is done if a later one was held.
        Done = "gjort", "done";
        /// It is carried on in a later document, or what it belongs to has ended or was stopped.
        Lapsed = "ikke længere aktuel", "no longer to be done";
    }
}

/// What is to be done at one place of a document.
///
/// It contains nothing that people wrote, apart from [`texts`](Self::texts), which are present if the caller
/// [asked](super::Agenda::with_texts) for them. `Debug` is one line, and shows none of these.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AgendaItem {
    /// The document; `None` for a bare draft.
    pub document: Option<Id<Document>>,
    /// The draft in it: `agreement:…`, `caseload:…`.
    pub draft: Subject,
    /// The place in the document, or in the bare draft.
    pub at: Pointer,
    /// The nearest record with an id at or above the place.
    pub subject: Subject,
    /// The citizen whom it is about, if it is about one.
    pub citizen: Option<Id<Citizen>>,
    /// The kind of duty.
    pub duty: DutyKind,
    /// The form of a follow-up, if the document states it.
    pub form: Option<FollowUpForm>,
    /// The section that states it, otherwise that of its focus area.
    pub section: Option<SectionNumber>,
    /// When it is to be done, as the document says it; titles and names are left out. `None` if the document states
    /// no time.
    pub when: Option<When>,
    /// From the first possible day to the last one; only the last one if no start is stated. `None` if the time
    /// determines no last day.
    pub days: Option<Period>,
    /// The status on the day of the agenda, as the documents of the agenda show it together; `None` if nothing is stated about its
    /// time or that it is done.
    pub status: Option<DutyStatus>,
    /// What people wrote about it; `None` if the caller did not ask for it. For a duty about a citizen it is the name of the
    /// service alone, if the caseload states it.
    pub texts: Option<Texts>,
    /// By position.
    pub(crate) place: Place,
    /// Its position, if it has no id of its own.
    pub(super) nth: Option<usize>,
    /// What it is, whatever the document.
    pub(super) thing: Thing,
    /// The days that its document speaks of: the period of an agreement, the day of a caseload.
    pub(super) speaks: Option<Period>,
}

/// What people wrote about a duty. `Debug` shows only the lengths.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Texts {
    /// The title or topic of the draft; for an agreement and an evaluation, also the name of the service, and for a
    /// caseload that name alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft: Option<Text>,
    /// The title of the focus area, the name of the standard or of the committee, or the name of the service that a target
    /// figure is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
    /// What is to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what: Option<Text>,
    /// The title of the schedule, or the name of the body, that it waits for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waits_for: Option<Text>,
}

impl AgendaItem {
    /// Its state on the day of the agenda.
    #[must_use]
    pub const fn state(&self) -> DutyState {
        match self.status {
            Some(DutyStatus::Overdue { .. }) => DutyState::Overdue,
            Some(DutyStatus::Due { .. }) => DutyState::Due,
            Some(DutyStatus::Recurring) => DutyState::Recurring,
            Some(DutyStatus::Pending { .. }) => DutyState::Waiting,
            Some(DutyStatus::Done { .. }) => DutyState::Done,
            Some(DutyStatus::LeftOpen { .. }) => DutyState::LeftOpen,
            Some(DutyStatus::Lapsed { .. }) => DutyState::Lapsed,
            None => DutyState::WithoutDeadline,
        }
    }

    /// A name of the duty that stays the same from day to day: the subject and the kind of duty, and the position in
    /// its list where the record has no id of its own. It lets a service remember which reminders it has sent.
    ///
    /// No two duties share it, as long as no two things share an id.
    #[must_use]
    pub fn key(&self) -> impl fmt::Display + '_ {
        fmt::from_fn(|f| {
            write!(f, "{}/{}", self.subject, self.duty.name())?;
            self.nth.map_or(Ok(()), |nth| write!(f, "/{nth}"))
        })
    }

    /// The last day, if it is not done and has one.
    pub(super) const fn open_last_day(&self) -> Option<NaiveDate> {
        match self.status {
            Some(DutyStatus::Due { last_day } | DutyStatus::Overdue { last_day }) => Some(last_day),
            _ => None,
        }
    }

    /// What items are sorted by.
    pub(crate) fn order(&self) -> impl Ord + '_ {
        let last_day = self.days.map(|days| days.end);
        let place = (self.document, self.draft, &self.at, self.duty);
        (last_day.is_none(), last_day, self.state(), place)
    }
}

impl fmt::Debug for AgendaItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at `{}`: {}", self.key(), self.at, self.in_lang(Lang::En))
    }
}

impl Serialize for AgendaItem {
    /// camelCase; `label` is that of the duty, and `message` the sentence, each in both languages.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Written<'a, M> {
            key: Shown<'a>,
            #[serde(skip_serializing_if = "Option::is_none")]
            document: Option<Id<Document>>,
            draft: Subject,
            at: &'a Pointer,
            subject: Subject,
            #[serde(skip_serializing_if = "Option::is_none")]
            citizen: Option<Id<Citizen>>,
            duty: DutyKind,
            label: Bilingual,
            #[serde(skip_serializing_if = "Option::is_none")]
            form: Option<FollowUpForm>,
            #[serde(skip_serializing_if = "Option::is_none")]
            section: Option<SectionNumber>,
            #[serde(skip_serializing_if = "Option::is_none")]
            when: Option<&'a When>,
            #[serde(skip_serializing_if = "Option::is_none")]
            days: Option<Period>,
            state: DutyState,
            #[serde(skip_serializing_if = "Option::is_none")]
            status: Option<DutyStatus>,
            message: M,
            #[serde(skip_serializing_if = "Option::is_none")]
            texts: Option<&'a Texts>,
        }
        let Self { document, draft, subject, citizen, duty, form, section, days, status, .. } = *self;
        let (at, when, texts) = (&self.at, self.when.as_ref(), self.texts.as_ref());
        let (label, state) = (duty.label(), self.state());
        let (key, message) = (Shown(self), InBoth(|lang| self.in_lang(lang)));
        Written {
            key,
            document,
            draft,
            at,
            subject,
            citizen,
            duty,
            label,
            form,
            section,
            when,
            days,
            state,
            status,
            message,
            texts,
        }
        .serialize(serializer)
    }
}

/// The key, written as text.
struct Shown<'a>(&'a AgendaItem);

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.key())
    }
}
