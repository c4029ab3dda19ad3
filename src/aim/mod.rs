//! Aims, measures and change ideas: the answers to the three questions of the Model for Improvement.

mod diagram;

use alloc::vec::Vec;

use crate::date::{Interval, PartialDate, When};
use crate::figure::{Threshold, Unit};
use crate::id::Id;
use crate::model::Indicator;
use crate::text::Text;

record! {
    /// An aim (*mål*): what is to be accomplished, and as far as it is stated, how much, by when and for whom.
    ///
    /// # Source
    ///
    /// [IHI](http://www.ihi.org/knowledge/Pages/HowtoImprove/ScienceofImprovementHowtoImprove.aspx), Setting Aims.
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
    pub struct Aim: "mål", "aim", id "aim", says statement {
        optional {
            /// The aim in words.
            pub statement: Option<Text> = "mål med ord", "aim in words";
            /// The threshold to reach.
            pub how_much: Option<Threshold> = "hvor meget", "how much";
            /// When it is to be accomplished. If it has passed, it is listed as a deadline; no rule reports it.
            pub by: Option<When> = "hvornår", "by when";
            /// Whom it is for.
            pub for_whom: Option<Text> = "for hvem", "for whom";
            /// What has to change for the aim to be reached (*drivere*), as a driver diagram shows it.
            pub drivers: Vec<Driver> = "drivere", "drivers";
            /// When it was reached; absent if it has not been, or if the document does not say.
            pub reached_on: Option<PartialDate> = "nået den", "reached on";
        }
    }
}

record! {
    /// A driver (*primær driver*): something that has to change for the aim to be reached.
    ///
    /// ```
    /// use kvalitetsmodel::aim::{ChangeIdea, Driver};
    ///
    /// let idea = ChangeIdea { statement: Some("a welcome talk on the first day".into()) };
    /// let driver = Driver { ideas: vec![idea], ..Driver::default() };
    /// assert!(driver.secondary.is_empty());
    /// ```
    #[doc(alias = "driverdiagram")]
    pub struct Driver: "driver", "driver", says statement {
        optional {
            /// The driver in words.
            pub statement: Option<Text> = "driver med ord", "driver in words";
            /// What it consists of (*sekundære drivere*).
            pub secondary: Vec<SecondaryDriver> = "sekundære drivere", "secondary drivers";
            /// The changes that may move it, if no secondary driver has them.
            pub ideas: Vec<ChangeIdea> = "forandringsidéer", "change ideas";
        }
    }
}

record! {
    /// A part of a driver (*sekundær driver*), and the changes that may move it.
    pub struct SecondaryDriver: "sekundær driver", "secondary driver", says statement {
        optional {
            /// The driver in words.
            pub statement: Option<Text> = "driver med ord", "driver in words";
            /// The changes that may move it.
            pub ideas: Vec<ChangeIdea> = "forandringsidéer", "change ideas";
        }
    }
}

record! {
    /// A change idea (*forandringsidé*): the answer to the third question. It serves the aim that it belongs to.
    pub struct ChangeIdea: "forandringsidé", "change idea", says statement {
        optional {
            /// The idea in words.
            pub statement: Option<Text> = "idé med ord", "idea in words";
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
    pub struct Measure: "måling", "measure", id "measure", says statement or indicator {
        optional {
            /// What it measures: results, the process, or side effects.
            pub kind: Option<MeasureKind> = "målingens art", "kind of measure";
            /// The measure in words.
            pub statement: Option<Text> = "måling med ord", "measure in words";
            /// The aim that it serves.
            pub aim: Option<Id<Aim>> = "mål", "aim";
            /// The indicator that it is measured by. Measurements refer to the same indicator.
            pub indicator: Option<Id<Indicator>> = "indikator", "indicator";
            /// How exactly it is counted (*operationel definition*).
            pub definition: Option<Text> = "definition", "definition";
            /// In which unit.
            pub unit: Option<Unit> = "enhed", "unit";
            /// About whom or what (*population*).
            pub population: Option<Text> = "population", "population";
            /// How often it is measured.
            pub frequency: Option<Interval> = "hyppighed", "frequency";
            /// Where the figures come from (*datakilde*).
            pub data_source: Option<Text> = "datakilde", "data source";
        }
    }
}

words! {
    /// What a measure is about.
    ///
    /// # Source
    ///
    /// [IHI](http://www.ihi.org/knowledge/Pages/HowtoImprove/ScienceofImprovementHowtoImprove.aspx), Establishing Measures.
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
