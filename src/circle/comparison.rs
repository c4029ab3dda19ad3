//! What was planned, compared with what was carried out.

use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use super::{ActivityKind, CirclePlan, CircleProject, Completion, LearningCircle};
use crate::Lang;
use crate::date::{Interval, PartialDate, When, add_months};
use crate::id::Id;
use crate::sorted::sort_by_key;
use crate::text::count;

words! {
    /// What a [`PlanComparison`] compares.
    #[non_exhaustive]
    pub enum Compared: "det sammenlignede", "what is compared" {
        /// The circles (R-117).
        Circles = "læringscirkler", "learning circles";
        /// The core elements (R-117).
        CoreElements = "kerneelementer", "core elements";
        /// Those who take part in one circle (R-116).
        Participants = "deltagere i en cirkel", "participants of a circle";
        /// Those who take part in all circles (R-131).
        Seats = "deltagere i alle cirkler", "participants of all circles";
        /// The meetings of one circle (R-121).
        MeetingsOfCircle = "møder i en cirkel", "meetings of a circle";
        /// The meetings of all circles (R-131).
        Meetings = "møder i alle cirkler", "meetings of all circles";
        /// The workshops (R-125).
        Workshops = "workshops", "workshops";
        /// The seminars (R-126).
        Seminars = "seminarer", "seminars";
        /// The workshops of the leaders (R-127): at least as many as the period of the project has room for, if no more
        /// months than planned pass between them.
        LeaderWorkshops = "lederworkshops", "leader workshops";
        /// How often each leader is coached (R-128).
        CoachingRounds = "coachingrunder", "rounds of coaching";
        /// All sessions of coaching (R-131).
        CoachingSessions = "coachingseancer i alt", "sessions of coaching in all";
    }
}

words! {
    /// How what was carried out compares with the plan.
    pub enum Deviation: "afvigelse", "deviation" {
        /// It is within the plan.
        AsPlanned = "som planlagt", "as planned";
        /// It is less so far, up to the day of the comparison.
        Fewer = "færre end planlagt", "fewer than planned";
        /// It is more.
        More = "flere end planlagt", "more than planned";
        /// The plan says no number, or the document does not say what was carried out.
        NotAssessable = "kan ikke vurderes", "cannot be assessed";
    }
}

/// A number of the plan next to what was carried out. A deviation is not a fault. A rule, `CIR019`, finds only that a
/// circle has more or fewer participants, if the participants are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PlanComparison {
    /// What is compared.
    pub what: Compared,
    /// The circle; `None` for the whole project.
    pub circle: Option<Id<LearningCircle>>,
    /// The least that is planned; `None` if the plan does not say.
    pub at_least: Option<u64>,
    /// The most that is planned; `None` if the plan does not say.
    pub at_most: Option<u64>,
    /// What there is, or was carried out; `None` if the document does not say.
    pub actual: Option<u64>,
    /// How many more are listed without a statement of whether they were carried out.
    pub not_stated: u64,
}

impl PlanComparison {
    const fn new(what: Compared, planned: (Option<u64>, Option<u64>), actual: Option<u64>) -> Self {
        let (at_least, at_most) = planned;
        Self { what, circle: None, at_least, at_most, actual, not_stated: 0 }
    }

    fn number(what: Compared, planned: Option<impl Into<u64>>, actual: Counted) -> Self {
        let planned = planned.map(Into::into);
        let not_stated = actual.not_stated;
        Self { not_stated, ..Self::new(what, (planned, planned), actual.done) }
    }

    /// How what was carried out compares with the plan.
    #[must_use]
    pub fn deviation(&self) -> Deviation {
        match (self.actual, self.at_least, self.at_most) {
            (None, _, _) | (_, None, None) => Deviation::NotAssessable,
            (Some(actual), Some(least), _) if actual < least => Deviation::Fewer,
            (Some(actual), _, Some(most)) if actual > most => Deviation::More,
            // Above a minimum alone, or below a maximum alone.
            (Some(_), _, _) => Deviation::AsPlanned,
        }
    }

    /// The numbers in words.
    ///
    /// ```
    /// use kvalitetsmodel::circle::{CirclePlan, CircleProject, Compared};
    /// use kvalitetsmodel::{Lang, id::Id};
    ///
    /// let mut project: CircleProject = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000a01",
    ///         "activities": [
    ///             { "kind": "workshop", "completion": { "done": { "on": "2021-09" } } },
    ///             { "kind": "workshop", "completion": { "done": {} } },
    ///             { "kind": "workshop" }
    ///         ]
    ///     }"#,
    /// )?;
    /// project.plan = Some(CirclePlan::erantis());
    /// let compared = project.compare_with_plan("2022-07-01".parse()?);
    /// let workshops = compared.iter().find(|one| one.what == Compared::Workshops).ok_or("none")?;
    /// assert_eq!(
    ///     workshops.in_lang(Lang::Da).to_string(),
    ///     "planlagt 3, faktisk 2 (og 1 uden oplysning om gennemførelse): færre end planlagt",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        let one = *self;
        fmt::from_fn(move |f| {
            one.write_plan(lang, f)?;
            match (one.actual, lang) {
                (Some(actual), Lang::Da) => write!(f, ", faktisk {actual}")?,
                (Some(actual), Lang::En) => write!(f, ", actual {actual}")?,
                (None, Lang::Da) => f.write_str(", faktisk antal ikke oplyst")?,
                (None, Lang::En) => f.write_str(", actual number not stated")?,
            }
            one.write_not_stated(lang, f)?;
            write!(f, ": {}", one.deviation().label().in_lang(lang))
        })
    }

    /// The numbers in words while the project goes on: what it has fewer of is still to come, "indtil nu 12 af 48".
    #[cfg(feature = "page")]
    pub(crate) fn so_far_in_lang(&self, lang: Lang) -> impl fmt::Display {
        let one = *self;
        let still_to_come = matches!(
            one.what,
            Compared::MeetingsOfCircle
                | Compared::Meetings
                | Compared::Workshops
                | Compared::Seminars
                | Compared::LeaderWorkshops
                | Compared::CoachingRounds
                | Compared::CoachingSessions
        );
        fmt::from_fn(move |f| match (one.actual, one.at_least) {
            (Some(actual), Some(least)) if still_to_come && actual < least => match lang {
                Lang::Da => write!(f, "indtil nu {actual} af {least}"),
                Lang::En => write!(f, "{actual} of {least} so far"),
            }
            .and_then(|()| one.write_not_stated(lang, f)),
            _ => fmt::Display::fmt(&one.in_lang(lang), f),
        })
    }

    /// Returns `true` if the plan says how many.
    #[cfg(feature = "page")]
    pub(crate) const fn is_planned(&self) -> bool {
        self.at_least.is_some() || self.at_most.is_some()
    }

    /// What is planned, in words, before the project begins.
    #[cfg(feature = "page")]
    pub(crate) fn planned_in_lang(&self, lang: Lang) -> impl fmt::Display {
        let one = *self;
        fmt::from_fn(move |f| {
            one.write_plan(lang, f)?;
            f.write_str(if lang == Lang::Da { ", endnu ikke begyndt" } else { ", not yet begun" })
        })
    }

    /// Writes how many are listed beside those that were carried out.
    fn write_not_stated(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.actual, self.not_stated, lang) {
            (None, _, _) | (_, 0, _) => Ok(()),
            (_, listed, Lang::Da) => write!(f, " (og {listed} uden oplysning om gennemførelse)"),
            (_, listed, Lang::En) => write!(f, " (and {listed} without a statement whether carried out)"),
        }
    }

    fn write_plan(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.at_least, self.at_most, lang) {
            (Some(least), Some(most), Lang::Da) if least == most => write!(f, "planlagt {least}"),
            (Some(least), Some(most), Lang::En) if least == most => write!(f, "planned {least}"),
            (Some(least), Some(most), Lang::Da) => write!(f, "planlagt {least}–{most}"),
            (Some(least), Some(most), Lang::En) => write!(f, "planned {least}–{most}"),
            (Some(least), None, Lang::Da) => write!(f, "planlagt mindst {least}"),
            (Some(least), None, Lang::En) => write!(f, "planned at least {least}"),
            (None, Some(most), Lang::Da) => write!(f, "planlagt højst {most}"),
            (None, Some(most), Lang::En) => write!(f, "planned at most {most}"),
            (None, None, Lang::Da) => f.write_str("planlagt antal ikke oplyst"),
            (None, None, Lang::En) => f.write_str("planned number not stated"),
        }
    }
}

/// How many were carried out, if the document says so for any.
#[derive(Clone, Copy)]
struct Counted {
    done: Option<u64>,
    not_stated: u64,
}

impl Counted {
    fn of(completions: impl Iterator<Item = Option<Completion>>, as_of: NaiveDate) -> Self {
        let (mut done, mut not_done, mut not_stated) = (0_u64, 0_u64, 0_u64);
        for completion in completions {
            let number = match completion {
                Some(one) if one.is_done(as_of) => &mut done,
                Some(Completion::NotDone) => &mut not_done,
                // What is dated later is not yet carried out.
                Some(Completion::Done { .. }) | None => &mut not_stated,
            };
            *number = number.saturating_add(1);
        }
        let is_stated = done > 0 || not_done > 0;
        Self { done: is_stated.then_some(done), not_stated }
    }

    const fn there(number: Option<u64>) -> Self {
        Self { done: number, not_stated: 0 }
    }
}

impl CircleProject {
    /// The numbers of the plan beside what was carried out by that day: those of the project, and those of each circle.
    /// Without a plan all of them are not assessable.
    ///
    /// An empty list is not stated, and neither is one without any statement of whether its entries were carried out.
    #[must_use]
    pub fn compare_with_plan(&self, as_of: NaiveDate) -> Vec<PlanComparison> {
        use PlanComparison as Row;
        let unplanned = CirclePlan::default();
        let plan = self.plan.as_ref().unwrap_or(&unplanned);
        let listed = |length: usize| Counted::there((length > 0).then(|| count(length)));
        let mut rows = Vec::new();
        rows.push(Row::number(Compared::Circles, plan.circles, listed(self.circles.len())));
        rows.push(Row::number(Compared::CoreElements, plan.core_elements, listed(self.core_elements.len())));
        let of_circles: Vec<[Row; 2]> =
            self.circles.iter().map(|circle| circle.compare(plan, as_of)).collect();
        rows.extend(of_circles.iter().flatten());
        let seats = sum(of_circles.iter().map(|[participants, _]| participants.actual));
        rows.push(Row::new(Compared::Seats, plan.seats(), seats));
        let meetings = || of_circles.iter().map(|[_, meetings]| meetings);
        let held = Counted {
            done: sum(meetings().map(|one| one.actual)),
            not_stated: meetings().map(|one| one.not_stated).fold(0, u64::saturating_add),
        };
        rows.push(Row::number(Compared::Meetings, plan.meetings(), held));
        rows.push(Row::number(Compared::Workshops, plan.workshops, self.held(ActivityKind::Workshop, as_of)));
        rows.push(Row::number(Compared::Seminars, plan.seminars, self.held(ActivityKind::Seminar, as_of)));
        let leader_workshops = self.held(ActivityKind::LeaderWorkshop, as_of);
        rows.push(Row {
            not_stated: leader_workshops.not_stated,
            ..Row::new(
                Compared::LeaderWorkshops,
                (self.least_leader_workshops(), None),
                leader_workshops.done,
            )
        });
        let rounds = self.held(ActivityKind::Coaching, as_of);
        rows.push(Row::number(Compared::CoachingRounds, plan.coaching_of_leader, rounds));
        let sessions = Counted::there(self.coached(as_of));
        rows.push(Row::number(Compared::CoachingSessions, plan.coaching_sessions(), sessions));
        rows
    }

    /// Pairs of consecutive leader workshops that are certainly more months apart than the plan allows (R-127), by
    /// their days. Returns nothing without a plan.
    ///
    /// ```
    /// use kvalitetsmodel::circle::{CirclePlan, CircleProject};
    ///
    /// let mut project: CircleProject = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000a01",
    ///         "activities": [
    ///             { "kind": "leaderWorkshop", "completion": { "done": { "on": "2021-09-01" } } },
    ///             { "kind": "leaderWorkshop", "completion": { "done": { "on": "2021-11-01" } } },
    ///             { "kind": "leaderWorkshop", "completion": { "done": { "on": "2022-01-02" } } }
    ///         ]
    ///     }"#,
    /// )?;
    /// project.plan = Some(CirclePlan::erantis());
    /// let late = project.late_leader_workshops("2022-07-01".parse()?);
    /// assert_eq!(late, [("2021-11-01".parse()?, "2022-01-02".parse()?)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn late_leader_workshops(&self, as_of: NaiveDate) -> Vec<(PartialDate, PartialDate)> {
        let Some(months) = self.plan.as_ref().and_then(|plan| plan.leader_workshop_months) else {
            return Vec::new();
        };
        let done = self.activities.iter().filter(|one| one.kind == ActivityKind::LeaderWorkshop);
        let done = done.filter_map(|one| one.completion.filter(|one| one.is_done(as_of)));
        let mut days: Vec<PartialDate> = done.filter_map(Completion::on).collect();
        sort_by_key(&mut days, |on| (on.first_day(), on.last_day()));
        let pairs = days.iter().zip(days.iter().skip(1));
        let is_late = |(one, next): &(&PartialDate, &PartialDate)| {
            add_months(one.last_day(), months).is_some_and(|latest| latest < next.first_day())
        };
        pairs.filter(is_late).map(|(one, next)| (*one, *next)).collect()
    }

    /// How many leader workshops the plan asks for at least, if the document says for how long.
    fn least_leader_workshops(&self) -> Option<u64> {
        let months = self.plan.as_ref()?.leader_workshop_months.filter(|months| *months > 0)?;
        let (start, end) = (self.starts_on?.last_day(), self.ends_on?.first_day());
        let between = u32::try_from(Interval::Month.steps(start, end)?).unwrap_or_default();
        // The last month may not be over.
        let is_over = add_months(start, between).is_some_and(|day| day <= end);
        let between = if is_over { between } else { between.saturating_sub(1) };
        between.checked_div(months).map(u64::from)
    }

    /// When the next leader workshop is due after the last one that was held by that day. Returns `None` without a plan,
    /// if the document lists another one that may be the next, and if the project ends before.
    pub(crate) fn next_leader_workshop(&self, as_of: NaiveDate) -> Option<When> {
        let months = self.plan.as_ref()?.leader_workshop_months?;
        let all = self.activities.iter().filter(|one| one.kind == ActivityKind::LeaderWorkshop);
        let took_place = all.filter_map(|one| match one.completion {
            Some(Completion::NotDone) => None,
            completion => Some(completion.filter(|one| one.is_done(as_of)).and_then(Completion::on)),
        });
        // One whose day is not known can be the last one.
        let last =
            took_place.collect::<Option<Vec<PartialDate>>>()?.into_iter().max_by_key(|on| on.last_day())?;
        let by = add_months(last.last_day(), months)?;
        self.ends_on.is_none_or(|end| by <= end.first_day()).then_some(())?;
        Some(When::Within { months: months.try_into().ok(), from: Some(last) })
    }

    fn held(&self, kind: ActivityKind, as_of: NaiveDate) -> Counted {
        let activities = self.activities.iter().filter(|one| one.kind == kind);
        Counted::of(activities.map(|one| one.completion), as_of)
    }

    /// How many sessions of coaching were held, if every round that was held says how many leaders were coached.
    fn coached(&self, as_of: NaiveDate) -> Option<u64> {
        let rounds = self.activities.iter().filter(|one| one.kind == ActivityKind::Coaching);
        let held = rounds.filter(|one| one.completion.is_some_and(|one| one.is_done(as_of)));
        sum(held.map(|one| one.leaders.map(u64::from)))
    }
}

impl LearningCircle {
    /// How many take part, and how many meetings were held.
    pub(crate) fn compare(&self, plan: &CirclePlan, as_of: NaiveDate) -> [PlanComparison; 2] {
        let planned = (plan.participants_at_least.map(u64::from), plan.participants_at_most.map(u64::from));
        let held = Counted::of(self.meetings.iter().map(|one| one.completion), as_of);
        [
            PlanComparison::new(Compared::Participants, planned, self.participants()),
            PlanComparison::number(Compared::MeetingsOfCircle, plan.meetings_of_circle, held),
        ]
        .map(|row| PlanComparison { circle: Some(self.id), ..row })
    }
}

/// The sum, if there is anything and all of it is known.
fn sum(mut numbers: impl Iterator<Item = Option<u64>>) -> Option<u64> {
    let first = numbers.next()??;
    numbers.try_fold(first, |sum, number| Some(sum.saturating_add(number?)))
}
