//! Criterion sets such as SMART and SMARTE, and judgements by them.

use alloc::vec::Vec;

use crate::answers::all_of;
use crate::date::{PartialDate, is_in_order};
use crate::figure::Share;
use crate::id::Id;
use crate::text::{Text, is_stated};

record! {
    /// A criterion set (*kriteriesæt*): letters with their meaning. It is data, since the sources differ.
    ///
    /// SMART has five letters in the project; its title adds an E that no passage explains, DEFACTUM reads it as
    /// *engagerende*, others as *evaluerbar*. A judgement says by which set it was made.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål*, Problemformulering (R-133, R-134).
    ///
    /// ```
    /// use kvalitetsmodel::goal::CriterionSet;
    ///
    /// let smart = CriterionSet::smart();
    /// assert_eq!(smart.criteria.len(), 5);
    /// assert_eq!(CriterionSet::smarte_defactum().criteria.len(), 6);
    /// ```
    #[doc(alias = "SMART")]
    #[doc(alias = "SMARTE")]
    pub struct CriterionSet: "kriteriesæt", "criterion set", id "criterionSet" {
        optional {
            /// What people call it.
            pub name: Option<Text> = "navn", "name";
            /// Its version.
            pub version: Option<Text> = "version", "version";
            /// Where it is described.
            pub source: Option<Text> = "kilde", "source";
            /// The criteria, in the order of the letters.
            pub criteria: Vec<Criterion> = "kriterier", "criteria";
        }
    }
}

record! {
    /// A criterion: a letter and what it stands for.
    pub struct Criterion: "kriterium", "criterion", id "criterion", says letter or meaning {
        optional {
            /// The letter. Two criteria of a set can share a letter only if the meanings of both begin with it, as with the R
            /// of SMARTER.
            pub letter: Option<Text> = "bogstav", "letter";
            /// What it stands for.
            pub meaning: Option<Text> = "betydning", "meaning";
        }
    }
}

record! {
    /// A judgement of a goal or sub-goal by a criterion set, by people.
    pub struct GoalAssessment: "vurdering", "assessment" {
        optional {
            /// By which set.
            pub set: Option<Id<CriterionSet>> = "kriteriesæt", "criterion set";
            /// When.
            pub on: Option<PartialDate> = "dato", "date";
            /// Who judged, by role.
            pub by: Option<Text> = "vurderet af", "judged by";
            /// The verdict on each criterion.
            pub verdicts: Vec<CriterionVerdict> = "vurdering pr. kriterium", "verdict on each criterion";
        }
    }
}

record! {
    /// The verdict on one criterion.
    pub struct CriterionVerdict: "kriterievurdering", "verdict on a criterion" {
        mandatory {
            /// Which criterion.
            pub criterion: Id<Criterion> = "kriterium", "criterion";
        }
        optional {
            /// The verdict; absent if it is not stated.
            pub judgement: Option<Judgement> = "bedømmelse", "judgement";
            /// Why.
            pub reason: Option<Text> = "begrundelse", "reason";
        }
    }
}

words! {
    /// Whether a criterion is met.
    pub enum Judgement: "bedømmelse", "judgement" {
        /// It is met.
        Met = "opfyldt", "met";
        /// It is not met.
        NotMet = "ikke opfyldt", "not met";
    }
}

impl CriterionSet {
    /// SMART as the project defines it: specific, measurable, accepted, realistic, time-bound.
    #[must_use]
    pub fn smart() -> Self {
        Self::with(0x01, "SMART", "Projekt SMARTE mål og delmål, Problemformulering", None)
    }

    /// SMARTE as DEFACTUM explains it: with *engagerende*.
    #[must_use]
    pub fn smarte_defactum() -> Self {
        Self::with(0x10, "SMARTE", "DEFACTUM, Forbedringsmodellen", Some("engagerende"))
    }

    /// SMARTE with *evaluerbar*, as many guides have it.
    #[must_use]
    pub fn smarte_evaluable() -> Self {
        Self::with(0x20, "SMARTE (evaluerbar)", "variant uden fælles kilde", Some("evaluerbar"))
    }

    /// SMART, with what an E stands for.
    fn with(first: u128, name: &str, source: &str, e: Option<&str>) -> Self {
        let letters = SMART.into_iter().chain(e.map(|meaning| ("E", meaning)));
        let ids = (first.saturating_add(1)..).map(|n| BUILT_IN | n);
        let criterion = |(id, (letter, meaning)): (u128, (&str, &str))| Criterion {
            letter: Some(letter.into()),
            meaning: Some(meaning.into()),
            ..Criterion::new(Id::from_u128(id))
        };
        Self {
            name: Some(name.into()),
            source: Some(source.into()),
            criteria: ids.zip(letters).map(criterion).collect(),
            ..Self::new(Id::from_u128(BUILT_IN | first))
        }
    }

    /// Whether a goal with this assessment meets all criteria of the set.
    ///
    /// Returns `None` (not assessable) if the assessment is by another set, if a criterion has no stated meaning,
    /// or if a verdict is missing and no stated one is *not met*. Four of five is not SMART (R-133). A criterion
    /// that was judged twice is met only if both verdicts say so.
    ///
    /// ```
    /// use kvalitetsmodel::goal::{GoalAssessment, CriterionSet, CriterionVerdict, Judgement};
    ///
    /// let smart = CriterionSet::smart();
    /// let verdict = |judgement| move |one: &kvalitetsmodel::goal::Criterion| CriterionVerdict {
    ///     judgement: Some(judgement),
    ///     ..CriterionVerdict::new(one.id)
    /// };
    /// let mut judged = GoalAssessment { set: Some(smart.id), ..GoalAssessment::default() };
    /// judged.verdicts = smart.criteria.iter().take(4).map(verdict(Judgement::Met)).collect();
    /// assert_eq!(smart.is_met(&judged), None);
    /// judged.verdicts.extend(smart.criteria.last().map(verdict(Judgement::NotMet)));
    /// assert_eq!(smart.is_met(&judged), Some(false));
    /// ```
    #[must_use]
    pub fn is_met(&self, assessment: &GoalAssessment) -> Option<bool> {
        if assessment.set != Some(self.id) {
            return None;
        }
        KnownSet::Listed(self).is_met(assessment)
    }

    /// The share of the judged goals that meet the set, and how many could not be assessed. The latest assessment of
    /// each by this set counts: by date if all have one, or else the last in the list.
    ///
    /// Give sub-goals alone, or goals and sub-goals together, as the definition of the target figure says (S-009).
    ///
    /// ```
    /// use kvalitetsmodel::goal::CriterionSet;
    ///
    /// let (share, not_assessable) = CriterionSet::smart().share([[].as_slice()]);
    /// assert_eq!((share.whole(), not_assessable), (0, 1));
    /// ```
    #[must_use]
    pub fn share<'a>(&self, goals: impl IntoIterator<Item = &'a [GoalAssessment]>) -> (Share, u64) {
        let (mut met, mut judged, mut not_assessable) = (0_u64, 0_u64, 0_u64);
        for assessments in goals {
            let by_set = assessments.iter().filter(|one| one.set == Some(self.id)).map(|one| (one.on, one));
            match latest(&by_set).and_then(|assessment| self.is_met(assessment)) {
                None => not_assessable = not_assessable.saturating_add(1),
                Some(is_met) => {
                    judged = judged.saturating_add(1);
                    met = met.saturating_add(u64::from(is_met));
                }
            }
        }
        (Share::new(met, judged).unwrap_or(Share::NOTHING), not_assessable)
    }
}

/// The latest of several: by date if all have one and the dates tell which comes last, or else the last in the list.
pub(super) fn latest<T>(
    items: &(impl DoubleEndedIterator<Item = (Option<PartialDate>, T)> + Clone),
) -> Option<T> {
    let last = items.clone().max_by_key(|(on, _)| *on).filter(|(last, _)| {
        items.clone().all(|(on, _)| on.zip(*last).is_some_and(|(on, last)| is_in_order(on, last)))
    });
    last.or_else(|| items.clone().next_back()).map(|(_, item)| item)
}

/// A set whose criteria are known: one listed next to the assessments, or one of this crate's.
#[derive(Debug, Clone, Copy)]
pub(super) enum KnownSet<'a> {
    /// Of the caseload.
    Listed(&'a CriterionSet),
    /// Of this crate; the ids of its criteria follow its own.
    BuiltIn { first: u128, criteria: u128 },
}

impl<'a> KnownSet<'a> {
    /// Looks a set up, first among those listed. Returns `None` if its criteria are not known.
    pub(super) fn find(set: Id<CriterionSet>, listed: &'a [CriterionSet]) -> Option<Self> {
        let is_built_in = |(first, _): &(u128, u128)| set == Id::from_u128(BUILT_IN | first);
        listed.iter().find(|one| one.id == set).map(Self::Listed).or_else(|| {
            let (first, criteria) = BUILT_IN_SETS.into_iter().find(is_built_in)?;
            Some(Self::BuiltIn { first, criteria })
        })
    }

    /// The criteria, each with whether its meaning is stated.
    pub(super) fn criteria(self) -> impl Iterator<Item = (Id<Criterion>, bool)> + Clone {
        let (listed, first, built_in) = match self {
            Self::Listed(set) => (set.criteria.as_slice(), 0, 0),
            Self::BuiltIn { first, criteria } => (Default::default(), first, criteria),
        };
        let listed = listed.iter().map(|one| (one.id, is_stated(one.meaning.as_ref())));
        let ids = (1..=built_in).map(move |n| Id::from_u128(BUILT_IN | first.saturating_add(n)));
        listed.chain(ids.map(|id| (id, true)))
    }

    /// See [`CriterionSet::is_met`].
    pub(super) fn is_met(self, assessment: &GoalAssessment) -> Option<bool> {
        let verdict = |(criterion, has_meaning): (Id<Criterion>, bool)| {
            assessment.verdict(criterion).filter(|_| has_meaning).map(|judgement| judgement == Judgement::Met)
        };
        let mut verdicts = self.criteria().map(verdict).peekable();
        verdicts.peek()?;
        all_of(verdicts)
    }
}

impl GoalAssessment {
    /// The verdict on a criterion: *not met* if one of several says so.
    pub(super) fn verdict(&self, criterion: Id<Criterion>) -> Option<Judgement> {
        let of_criterion = self.verdicts.iter().filter(|verdict| verdict.criterion == criterion);
        of_criterion.filter_map(|verdict| verdict.judgement).max()
    }
}

/// The sets of this crate: the end of the id, and how many criteria.
const BUILT_IN_SETS: [(u128, u128); 3] = [(0x01, 5), (0x10, 6), (0x20, 6)];

/// The ids of the sets of this crate begin with this.
const BUILT_IN: u128 = 0x534d_4152_5445_4000_8000_0000_0000_0000;

const SMART: [(&str, &str); 5] =
    [("S", "specifik"), ("M", "målbar"), ("A", "accepteret"), ("R", "realistisk"), ("T", "tidsbestemt")];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_is_that_of_the_list_if_dates_do_not_tell() {
        let latest_of = |dates: [Option<&str>; 3]| {
            let on = |text: &str| text.parse::<PartialDate>().ok();
            latest(&dates.into_iter().enumerate().map(|(n, text)| (text.and_then(on), n)))
        };
        assert_eq!(latest_of([Some("2024-03"), Some("2024-05-02"), Some("2023")]), Some(1));
        assert_eq!(latest_of([Some("2024-05"), Some("2024-03"), Some("2024-05")]), Some(2));
        assert_eq!(latest_of([Some("2024-03"), Some("2024"), Some("2023")]), Some(2));
        assert_eq!(latest_of([Some("2024-03"), Some("2023"), None]), Some(2));
    }

    #[test]
    fn the_sets_of_this_crate_are_known_by_their_ids() {
        let sets = [CriterionSet::smart(), CriterionSet::smarte_defactum(), CriterionSet::smarte_evaluable()];
        assert_eq!(sets.len(), BUILT_IN_SETS.len());
        for set in sets {
            let known = KnownSet::find(set.id, &[]).map(|known| known.criteria().collect::<Vec<_>>());
            let expected: Vec<_> = set.criteria.iter().map(|criterion| (criterion.id, true)).collect();
            assert_eq!(known, Some(expected));
        }
        assert!(KnownSet::find(Id::from_u128(1), &[]).is_none());
    }
}
