//! Conclusions in words, compared with the countings.

use alloc::vec::Vec;

use super::{ComparedCell, ImprovementProject};
use crate::figure::Decimal;
use crate::goal::ProcessMeasure;
use crate::id::Id;
use crate::organisation::Department;
use crate::text::{Bilingual, Text};

record! {
    /// A conclusion of a report, as a claim about its countings.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål*, Resultater: what the text says of the tables (R-149).
    pub struct Claim: "konklusion", "claim", id "claim", says text {
        optional {
            /// The conclusion in the words of the report.
            pub text: Option<Text> = "tekst", "text";
            /// What it says.
            pub says: Option<ClaimKind> = "påstand", "what it says";
            /// The process measures that it is about. An empty list is all.
            pub measures: Vec<ProcessMeasure> = "procesmål", "process measures";
            /// The departments that it is about. An empty list is all.
            pub departments: Vec<Id<Department>> = "afdelinger", "departments";
            /// **Unit:** percent. A percentage that it states.
            pub percent: Option<Decimal> = "procent", "percent";
            /// How many the percentage is of.
            pub percent_of: Option<u64> = "procent af", "percent of";
        }
    }
}

words! {
    /// What a claim says about counts, of each department and measure that it is about.
    #[non_exhaustive]
    pub enum ClaimKind: "påstand", "what a claim says" {
        /// There are fewer at the second counting.
        Fewer = "færre end før", "fewer than before";
        /// There are more.
        More = "flere end før", "more than before";
        /// There are as many.
        AsMany = "lige så mange som før", "as many as before";
        /// The target of no exception is reached everywhere.
        AllReached = "målet er nået overalt", "the target is reached everywhere";
        /// It is not reached everywhere.
        NotAllReached = "målet er ikke nået overalt", "the target is not reached everywhere";
        /// A difference may be chance.
        MayBeChance = "forskellen kan være tilfældig", "the difference may be chance";
    }
}

/// How a claim compares with the countings.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ClaimVerdict {
    /// The counts say so.
    Holds,
    /// It is true, and says less than the counts do: "not all reached it" where none did.
    Understated,
    /// The counts say otherwise, in these departments and measures.
    Contradicted(Vec<ComparedCell>),
    /// The claim does not state what it claims, or a count that it is about is not stated.
    NotAssessable,
}

impl ClaimVerdict {
    /// What people call it.
    #[must_use]
    pub const fn label(&self) -> Bilingual {
        match self {
            Self::Holds => Bilingual::new("stemmer med tallene", "agrees with the counts"),
            Self::Understated => Bilingual::new("rigtigt, men sagt for svagt", "true, but understated"),
            Self::Contradicted(_) => Bilingual::new("modsiges af tallene", "contradicted by the counts"),
            Self::NotAssessable => Bilingual::new("kan ikke vurderes", "cannot be assessed"),
        }
    }
}

impl ImprovementProject {
    /// Compares a claim with the first and the last counting.
    #[must_use]
    pub fn verdict(&self, claim: &Claim) -> ClaimVerdict {
        claim.verdict(&self.compare())
    }
}

impl Claim {
    /// Compares the claim with compared counts, such as those of [`ImprovementProject::compare`].
    #[must_use]
    pub fn verdict(&self, cells: &[ComparedCell]) -> ClaimVerdict {
        let Some(says) = self.says else { return ClaimVerdict::NotAssessable };
        let about: Vec<ComparedCell> = self.cells_among(cells).collect();
        if about.is_empty() {
            return ClaimVerdict::NotAssessable;
        }
        let reached = about.iter().filter(|cell| cell.target_met() == Some(true)).count();
        let unknown = about.iter().any(|cell| cell.target_met().is_none());
        match says {
            ClaimKind::NotAllReached if reached == 0 && !unknown => ClaimVerdict::Understated,
            ClaimKind::NotAllReached if about.iter().any(|cell| cell.target_met() == Some(false)) => {
                ClaimVerdict::Holds
            }
            ClaimKind::NotAllReached if unknown => ClaimVerdict::NotAssessable,
            ClaimKind::NotAllReached => ClaimVerdict::Contradicted(about),
            _ => {
                let contradicted: Vec<_> =
                    about.iter().copied().filter(|cell| says.holds(cell) == Some(false)).collect();
                if !contradicted.is_empty() {
                    ClaimVerdict::Contradicted(contradicted)
                } else if about.iter().any(|cell| says.holds(cell).is_none()) {
                    ClaimVerdict::NotAssessable
                } else {
                    ClaimVerdict::Holds
                }
            }
        }
    }
}

impl ClaimKind {
    /// Whether it holds for one department and measure. Returns `None` if that cannot be assessed.
    fn holds(self, cell: &ComparedCell) -> Option<bool> {
        let difference = cell.difference();
        match self {
            Self::Fewer => difference.map(|difference| difference < 0),
            Self::More => difference.map(|difference| difference > 0),
            Self::AsMany => difference.map(|difference| difference == 0),
            Self::AllReached => cell.target_met(),
            Self::NotAllReached => cell.target_met().map(|met| !met),
            Self::MayBeChance => cell.chance().suffices(),
        }
    }
}

impl Claim {
    /// Those that the claim is about.
    pub(super) fn cells_among(&self, cells: &[ComparedCell]) -> impl Iterator<Item = ComparedCell> {
        cells.iter().copied().filter(|cell| self.is_about(cell))
    }

    fn is_about(&self, cell: &ComparedCell) -> bool {
        (self.measures.is_empty() || self.measures.contains(&cell.measure))
            && (self.departments.is_empty() || self.departments.contains(&cell.department))
    }

    /// Returns `false` if no count out of the stated number gives the stated percentage, however it was rounded to
    /// its decimals; `None` if the claim states no percentage, or not of how many.
    ///
    /// # Source
    ///
    /// S-033, from *Projekt SMARTE mål og delmål*, Baggrund: "kun 30 % af respondenterne", of whom there were 7.
    ///
    /// ```
    /// use kvalitetsmodel::{id::Id, project::Claim};
    ///
    /// let mut claim = Claim { percent: Some(30.into()), percent_of: Some(7), ..Claim::new(Id::from_u128(1)) };
    /// assert_eq!(claim.percent_is_possible(), Some(false));
    /// claim.percent = Some(29.into());
    /// assert_eq!(claim.percent_is_possible(), Some(true)); // 2 of 7
    /// ```
    #[must_use]
    pub fn percent_is_possible(&self) -> Option<bool> {
        let (percent, of) = (self.percent?, i128::from(self.percent_of?));
        let (mantissa, one) = percent.over();
        let one = i128::from(one);
        if mantissa < 0 || mantissa > one.saturating_mul(100) {
            return Some(false);
        }
        // 100·k/of is within half a unit of the last decimal: |200·one·k − 2·of·mantissa| is at most `of`.
        let target = of.saturating_mul(mantissa).saturating_mul(2);
        let step = one.saturating_mul(200);
        let nearest = target.saturating_add(step / 2).checked_div(step)?;
        Some(of > 0 && target.saturating_sub(nearest.saturating_mul(step)).saturating_abs() <= of)
    }
}
