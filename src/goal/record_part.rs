//! What the record of a sub-goal should hold, part by part.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Caseload, Citizen, CitizenInvolvement, SubGoal};
use crate::text::is_stated;

words! {
    /// A part of the record of a sub-goal (R-055): what a quality consultant looks for in it.
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024, Roskildehjemmet*, section 1.8.5, note 5: "Fx at borger har kvalitativt
    /// SMARTE-mål/delmål, der stemmer overens med bestilling fra handlekommune, hvor borger er inddraget, hvor der
    /// fremgår dokumentation af den målrettede faglige indsats incl. indikator og evaluering." The dates are those of
    /// *Projekt SMARTE mål og delmål* (R-140), and so is the involvement in evaluations (R-159). The list is an
    /// example in the source ("fx"), and no part is a duty here; the rules say what is found.
    ///
    /// ```
    /// use kvalitetsmodel::goal::RecordPart;
    ///
    /// assert_eq!(RecordPart::Goal.label().da, "mål i kommunens bestilling");
    /// assert_eq!(RecordPart::ALL.len(), 11);
    /// ```
    #[non_exhaustive]
    pub enum RecordPart: "del af registreringen af et delmål", "part of the record of a sub-goal" {
        /// The sub-goal in words.
        Wording = "ordlyd", "wording";
        /// A judgement by a criterion set such as SMART, with at least one verdict.
        Assessment = "vurdering efter et kriteriesæt", "judgement by a criterion set";
        /// The goal of the municipality's order that it serves.
        Goal = "mål i kommunens bestilling", "goal of the order";
        /// Whether the citizen was involved.
        Involvement = "borgerens inddragelse", "involvement of the citizen";
        /// Why the citizen was not involved, in the sub-goal or in an evaluation. It applies to these alone.
        ReasonNotInvolved = "begrundelse for manglende inddragelse", "reason for not involving the citizen";
        /// What the staff does for it.
        Intervention = "faglig indsats", "intervention";
        /// What shows whether it is reached.
        Indicator = "indikator", "indicator";
        /// The day by which it is to be evaluated. It does not apply once it was evaluated or closed.
        EvaluationDate = "evalueringsdato", "evaluation date";
        /// The day by which it is to be closed. It does not apply once it was closed.
        EndDate = "slutdato", "end date";
        /// An evaluation with a result. It applies once there is an evaluation, once the sub-goal is closed, and once its
        /// evaluation date or end date is passed.
        Evaluation = "evaluering med resultat", "evaluation with a result";
        /// Whether the citizen was involved in each evaluation. It applies if there is one.
        InvolvementInEvaluation = "borgerens inddragelse i evalueringen", "involvement of the citizen in the evaluation";
    }
}

words! {
    /// Whether a part of a record is stated. *Not applicable* is neither of the other two.
    pub enum PartStatus: "status for en del af registreringen", "status of a part of the record" {
        /// It is stated (*oplyst*).
        Stated = "oplyst", "stated";
        /// It is not stated, and should be (*ikke oplyst*).
        NotStated = "ikke oplyst", "not stated";
        /// It does not apply to this sub-goal on the day (*ikke relevant*).
        NotApplicable = "ikke relevant", "not applicable";
    }
}

impl PartStatus {
    const fn of(is_applicable: bool, is_stated: bool) -> Self {
        match (is_applicable, is_stated) {
            (_, true) => Self::Stated,
            (true, false) => Self::NotStated,
            (false, false) => Self::NotApplicable,
        }
    }
}

impl SubGoal {
    /// Whether a part of the record is stated on a day.
    ///
    /// ```
    /// use kvalitetsmodel::goal::{PartStatus, RecordPart, SubGoal};
    ///
    /// let walks: SubGoal = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000603",
    ///         "text": "Går til bageren to gange om ugen",
    ///         "evaluateBy": "2024-08-15",
    ///         "citizen": { "notInvolved": {} },
    ///         "status": "open"
    ///     }"#,
    /// )?;
    /// let on = |part, day: &str| day.parse().map(|day| walks.part(part, day));
    /// assert_eq!(on(RecordPart::Wording, "2024-06-15")?, PartStatus::Stated);
    /// assert_eq!(on(RecordPart::ReasonNotInvolved, "2024-06-15")?, PartStatus::NotStated);
    /// assert_eq!(on(RecordPart::Evaluation, "2024-06-15")?, PartStatus::NotApplicable);
    /// assert_eq!(on(RecordPart::Evaluation, "2024-08-16")?, PartStatus::NotStated);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn part(&self, part: RecordPart, as_of: NaiveDate) -> PartStatus {
        let is_closed = self.is_closed(as_of);
        match part {
            RecordPart::Wording => PartStatus::of(true, is_stated(self.text.as_ref())),
            RecordPart::Assessment => {
                let is_judged = |one: &super::GoalAssessment| {
                    one.set.is_some() && one.verdicts.iter().any(|verdict| verdict.judgement.is_some())
                };
                PartStatus::of(true, self.assessments.iter().any(is_judged))
            }
            RecordPart::Goal => PartStatus::of(true, self.goal.is_some()),
            RecordPart::Involvement => PartStatus::of(true, self.citizen.is_some()),
            RecordPart::Intervention => PartStatus::of(true, is_stated(self.intervention.as_ref())),
            RecordPart::Indicator => PartStatus::of(true, is_stated(self.indicator.as_ref())),
            RecordPart::EvaluationDate => {
                PartStatus::of(self.evaluation(as_of).is_none(), self.evaluate_by.is_some())
            }
            RecordPart::EndDate => PartStatus::of(!is_closed, self.ends_on.is_some()),
            RecordPart::ReasonNotInvolved => self.reason_not_involved(),
            RecordPart::Evaluation => {
                let has_result = self.evaluations.iter().any(|one| one.result.is_some());
                let mut dates = [self.evaluate_by, self.ends_on].into_iter().flatten();
                let applies =
                    is_closed || !self.evaluations.is_empty() || dates.any(|on| on.last_day() < as_of);
                PartStatus::of(applies, has_result)
            }
            RecordPart::InvolvementInEvaluation => {
                let mut evaluations = self.evaluations.iter();
                let is_stated = !self.evaluations.is_empty() && evaluations.all(|one| one.citizen.is_some());
                PartStatus::of(!self.evaluations.is_empty(), is_stated)
            }
        }
    }

    fn reason_not_involved(&self) -> PartStatus {
        let said = self.evaluations.iter().map(|one| &one.citizen).chain([&self.citizen]);
        let reasons = said.filter_map(|one| match one {
            Some(CitizenInvolvement::NotInvolved { reason }) => Some(is_stated(reason.as_ref())),
            _ => None,
        });
        let mut reasons = reasons.peekable();
        let is_applicable = reasons.peek().is_some();
        PartStatus::of(is_applicable, is_applicable && reasons.all(|is_stated| is_stated))
    }

    /// The parts of the record with their status on a day, in the order of [`RecordPart::ALL`].
    pub fn parts(&self, as_of: NaiveDate) -> impl Iterator<Item = (RecordPart, PartStatus)> {
        RecordPart::ALL.iter().map(move |part| (*part, self.part(*part, as_of)))
    }
}

/// In how many records a part is stated, not stated, and not applicable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PartCount {
    /// **Unit:** sub-goals. How many state it.
    pub stated: u64,
    /// How many do not, and should.
    pub not_stated: u64,
    /// To how many it does not apply.
    pub not_applicable: u64,
}

/// The parts of the records of all open sub-goals on a day, counted.
///
/// Counts add up, as those of [`ProcessCount`](super::ProcessCount) do, and citizens can be counted one at a time.
///
/// ```
/// use kvalitetsmodel::goal::{Citizen, RecordCount, RecordPart, SubGoal};
/// use kvalitetsmodel::id::Id;
///
/// let mut citizen = Citizen::new(Id::from_u128(1));
/// citizen.sub_goals = [2, 3].map(|n| SubGoal::new(Id::from_u128(n))).into();
/// citizen.sub_goals[0].indicator = Some("ture pr. uge".into());
/// let mut count = RecordCount::default();
/// count.add(&citizen, "2024-06-15".parse()?);
/// let indicator = count.of(RecordPart::Indicator);
/// assert_eq!((indicator.stated, indicator.not_stated), (1, 1));
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct RecordCount([PartCount; RecordPart::ALL.len()]);

impl Serialize for RecordCount {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(RecordPart::ALL.iter().zip(&self.0))
    }
}

impl RecordCount {
    /// What is counted of a part.
    #[must_use]
    pub fn of(&self, part: RecordPart) -> PartCount {
        let counts = RecordPart::ALL.iter().zip(&self.0);
        counts.filter(|(one, _)| **one == part).map(|(_, count)| *count).next().unwrap_or_default()
    }

    /// Counts the open sub-goals of one more citizen, as the record stands on the day.
    pub fn add(&mut self, citizen: &Citizen, as_of: NaiveDate) {
        for one in citizen.sub_goals.iter().filter(|one| one.was_set(as_of) && !one.is_closed(as_of)) {
            for (count, (_, status)) in self.0.iter_mut().zip(one.parts(as_of)) {
                let count = match status {
                    PartStatus::Stated => &mut count.stated,
                    PartStatus::NotStated => &mut count.not_stated,
                    PartStatus::NotApplicable => &mut count.not_applicable,
                };
                *count = count.saturating_add(1);
            }
        }
    }

    /// The counts of both together.
    #[must_use]
    pub fn plus(mut self, other: &Self) -> Self {
        for (count, more) in self.0.iter_mut().zip(&other.0) {
            count.stated = count.stated.saturating_add(more.stated);
            count.not_stated = count.not_stated.saturating_add(more.not_stated);
            count.not_applicable = count.not_applicable.saturating_add(more.not_applicable);
        }
        self
    }
}

impl Caseload {
    /// Counts which parts the records of all open sub-goals state on a day.
    #[must_use]
    pub fn count_parts(&self, as_of: NaiveDate) -> RecordCount {
        let mut count = RecordCount::default();
        self.citizens.iter().for_each(|citizen| count.add(citizen, as_of));
        count
    }
}
