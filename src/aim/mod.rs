//! Aims and measures: the answers to the first two questions of the Model for Improvement.

use crate::date::{PartialDate, When};
use crate::figure::Threshold;
use crate::id::Id;
use crate::model::Indicator;
use crate::text::Text;

record! {
    /// An aim (*mål*): what is to be accomplished, how much, by when and for whom.
    ///
    /// # Source
    ///
    /// [IHI](crate::rule::SourceDocument::IHI), Setting Aims.
    ///
    /// ```
    /// use kvalitetsmodel::aim::Aim;
    ///
    /// let aim: Aim = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000502",
    ///         "statement": "new staff feel equipped for their work",
    ///         "howMuch": { "direction": "atLeast", "value": "80", "unit": "percent" },
    ///         "by": { "date": { "on": "2024-11" } },
    ///         "forWhom": "staff in their first three months"
    ///     }"#,
    /// )?;
    /// assert!(aim.how_much.is_some());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Aim: "mål", "aim", id "aim" {
        optional {
            /// The aim in words.
            pub statement: Option<Text> = "mål med ord", "aim in words";
            /// The threshold to reach.
            pub how_much: Option<Threshold> = "hvor meget", "how much";
            /// When it is to be accomplished.
            pub by: Option<When> = "hvornår", "by when";
            /// Whom it is for.
            pub for_whom: Option<Text> = "for hvem", "for whom";
            /// When it was reached; absent if it has not been, or if the document does not say.
            pub reached_on: Option<PartialDate> = "nået den", "reached on";
        }
    }
}

record! {
    /// A measure (*måling*): it shows whether a change is an improvement.
    ///
    /// ```
    /// use kvalitetsmodel::aim::{Measure, MeasureKind};
    ///
    /// let measure: Measure = serde_json::from_str(
    ///     r#"{ "id": "00000000-0000-4000-8000-000000000503", "kind": "balancing" }"#,
    /// )?;
    /// assert_eq!(measure.kind, Some(MeasureKind::Balancing));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Measure: "måling", "measure", id "measure" {
        optional {
            /// What it measures: results, the process, or side effects.
            pub kind: Option<MeasureKind> = "målingens art", "kind of measure";
            /// The measure in words.
            pub statement: Option<Text> = "måling med ord", "measure in words";
            /// The indicator that it is measured by. Measurements refer to the same indicator.
            pub indicator: Option<Id<Indicator>> = "indikator", "indicator";
        }
    }
}

words! {
    /// What a measure is about.
    ///
    /// # Source
    ///
    /// [IHI](crate::rule::SourceDocument::IHI), Establishing Measures.
    pub enum MeasureKind: "målingens art", "kind of measure" {
        /// The result for the citizens or the staff (*resultatindikator*).
        #[doc(alias = "resultatindikator")]
        Outcome = "resultatindikator", "outcome measure";
        /// Whether the work is done as agreed (*procesindikator*).
        #[doc(alias = "procesindikator")]
        Process = "procesindikator", "process measure";
        /// Whether something else gets worse (*ulempeindikator*).
        #[doc(alias = "ulempeindikator")]
        Balancing = "ulempeindikator", "balancing measure";
    }
}
