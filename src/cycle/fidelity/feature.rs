//! The features of the method that published studies look for.

use serde::Serialize;

use crate::rule::{SourceDocument, SourceRef};
use crate::text::Bilingual;

/// A feature of the PDSA method, as one published study looks for it. What is counted, and among what, differs from
/// study to study.
///
/// One of the studies also counts whether *study* is written in the past tense; that is left to people to judge.
///
/// ```
/// use kvalitetsmodel::cycle::Feature;
///
/// assert_eq!(Feature::Prediction.label().da, "udtrykkelig forudsigelse i planen");
/// assert_eq!(Feature::Prediction.source().section, "table 2, prediction");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Feature {
    /// Plan, do, study and act are stated. Of all cycles.
    AllStages,
    /// What is learned is stated. Of the cycles with all stages.
    Learning,
    /// The plan states a prediction. Of the cycles with learning.
    Prediction,
    /// The cycle is one of two or more that are linked. Of the cycles with all stages.
    InRamp,
    /// Scale never shrinks from one cycle to the next, and grows at least once. Of the ramps of two or more cycles that
    /// have one with all stages.
    GrowingScale,
    /// Data are regular: three or more measurements of one indicator in a row, at the same distance. Of the same ramps.
    RegularData,
    /// At least one cycle has begun. Of all projects.
    Documented,
    /// A cycle follows one that states what was learned. Of the documented projects.
    Iterative,
    /// The first tests are on a smaller scale than the whole unit. Of the documented projects.
    SmallScale,
    /// Data are regular, as in [`RegularData`](Self::RegularData). Of the documented projects.
    ContinuousData,
    /// A plan states why the change is expected to help. Of the documented projects.
    Rationale,
    /// Each of the four above. Of the documented projects.
    AllFour,
    /// An aim has a figure, and was reached. Of all projects.
    QuantitativeAimReached,
    /// Two cycles in a row have all stages. Of all projects.
    DocumentedSequence,
    /// Data are regular, and at most 31 days apart. Of the documented projects.
    MonthlyData,
}

impl Feature {
    /// All features, by study.
    pub const ALL: [Self; 15] = [
        Self::AllStages,
        Self::Learning,
        Self::Prediction,
        Self::InRamp,
        Self::GrowingScale,
        Self::RegularData,
        Self::Documented,
        Self::Iterative,
        Self::SmallScale,
        Self::ContinuousData,
        Self::Rationale,
        Self::AllFour,
        Self::QuantitativeAimReached,
        Self::DocumentedSequence,
        Self::MonthlyData,
    ];

    /// What people call it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::AllStages => Bilingual::new("alle fire faser beskrevet", "all four stages documented"),
            Self::Learning => Bilingual::new("læring beskrevet", "learning documented"),
            Self::Prediction => {
                Bilingual::new("udtrykkelig forudsigelse i planen", "explicit prediction in the plan")
            }
            Self::InRamp => {
                Bilingual::new("del af en serie på mindst to cyklusser", "in a ramp of two or more cycles")
            }
            Self::GrowingScale => {
                Bilingual::new("voksende omfang gennem serien", "growing scale along the ramp")
            }
            Self::RegularData => {
                Bilingual::new("regelmæssige data gennem serien", "regular data along the ramp")
            }
            Self::Documented => Bilingual::new("cyklusser beskrevet", "cycles documented"),
            Self::Iterative => Bilingual::new(
                "en cyklus bygger på læringen fra den forrige",
                "a cycle builds on what the previous one showed",
            ),
            Self::SmallScale => {
                Bilingual::new("først afprøvet i lille skala", "first tested on a small scale")
            }
            Self::ContinuousData => Bilingual::new("løbende data", "continuous data"),
            Self::Rationale => Bilingual::new("teoretisk begrundelse", "theoretical rationale"),
            Self::AllFour => {
                Bilingual::new("alle fire kendetegn i samme projekt", "all four features in one project")
            }
            Self::QuantitativeAimReached => {
                Bilingual::new("målbart mål, der er nået", "quantitative aim that was reached")
            }
            Self::DocumentedSequence => Bilingual::new(
                "en fuldt beskrevet række af cyklusser",
                "a fully documented sequence of cycles",
            ),
            Self::MonthlyData => Bilingual::new("data mindst hver måned", "data at least every month"),
        }
    }

    /// The study, and where it says what is looked for.
    #[must_use]
    pub const fn source(self) -> SourceRef<'static> {
        const TAYLOR: SourceDocument<'static> = SourceDocument::TAYLOR_2014;
        const KNUDSEN: SourceDocument<'static> = SourceDocument::KNUDSEN_2019;
        const MCNICHOLAS: SourceDocument<'static> = SourceDocument::MCNICHOLAS_2019;
        match self {
            Self::AllStages => SourceRef::new(MCNICHOLAS, "table 2, documentation"),
            Self::Learning => SourceRef::new(MCNICHOLAS, "table 2, learning activity"),
            Self::Prediction => SourceRef::new(MCNICHOLAS, "table 2, prediction"),
            Self::InRamp => SourceRef::new(MCNICHOLAS, "table 2, iterative cycles"),
            Self::GrowingScale => SourceRef::new(MCNICHOLAS, "table 2, small-scale testing"),
            Self::RegularData => SourceRef::new(MCNICHOLAS, "table 2, use of data over time"),
            Self::Documented => SourceRef::new(KNUDSEN, "table 1, documentation"),
            Self::Iterative => SourceRef::new(KNUDSEN, "table 1, iterative cycles"),
            Self::SmallScale => SourceRef::new(KNUDSEN, "table 1, small-scale testing"),
            Self::ContinuousData => SourceRef::new(KNUDSEN, "table 1, continuous data collection"),
            Self::Rationale => SourceRef::new(KNUDSEN, "table 1, theoretical rationale"),
            Self::AllFour | Self::QuantitativeAimReached => SourceRef::new(KNUDSEN, "abstract, results"),
            Self::DocumentedSequence => {
                SourceRef::new(TAYLOR, "abstract, results; table 2, iterative cycles")
            }
            Self::MonthlyData => SourceRef::new(TAYLOR, "abstract, results; table 2, use of data over time"),
        }
    }
}
