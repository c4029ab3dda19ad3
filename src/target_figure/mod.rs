//! Target figures (*måltal*): what is to be reached, who agrees it, and what became of it.

mod change_aim;
mod evaluation;
mod life;
mod outcome;
mod roll_up;
pub(crate) mod rules;

use alloc::vec::Vec;

pub use change_aim::{ChangeAim, ChangeAimKind};
pub use evaluation::{TargetEvaluation, UnitEvaluation};
pub use life::{Decision, StepRefused, TargetState, TargetStep};
pub use outcome::{TargetOutcome, Unused, WhyNotAssessable, WhyUnused};
#[cfg(feature = "page")]
pub(crate) use roll_up::sum_of;

use crate::body::Forum;
use crate::date::{PartialDate, When};
use crate::figure::{Decimal, Direction, Threshold, Unit};
use crate::id::Id;
use crate::measurement::NoResult;
use crate::model::Indicator;
use crate::section::SectionNumber;
use crate::text::{Bilingual, Folded, Text, is_stated, missing_of};

record! {
    /// A target figure (*måltal*), as a draft: it holds whatever a real document states about it.
    ///
    /// A figure can be assessed only if indicator, direction, value, unit, population, measuring time and data
    /// source are stated (R-173). An absent field means *not stated*, which is not zero.
    ///
    /// ```
    /// use kvalitetsmodel::target_figure::TargetFigure;
    ///
    /// let smarte: TargetFigure = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000181",
    ///         "topic": "SMARTE",
    ///         "direction": "atLeast", "value": "80", "unit": "percent",
    ///         "measuredAt": { "date": { "on": "2024-11" } },
    ///         "agreedBy": "parties",
    ///         "state": "agreed"
    ///     }"#,
    /// )?;
    /// assert!(smarte.threshold().is_some());
    /// assert_eq!(smarte.data_source, None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "måltal")]
    pub struct TargetFigure: "måltal", "target figure", id "targetFigure" {
        optional {
            /// Where the document states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// What it is about, in a word or two. Figures with the same topic belong together.
            pub topic: Option<Text> = "emne", "topic";
            /// What is measured.
            pub indicator: Option<TargetIndicator> = "indikator", "indicator";
            /// Whether the value is a minimum or a maximum.
            pub direction: Option<Direction> = "retning", "direction";
            /// The figure, in `unit`.
            pub value: Option<Decimal> = "værdi", "value";
            /// The unit of the figure.
            pub unit: Option<Unit> = "enhed", "unit";
            /// The people or things that are counted.
            pub population: Option<Population> = "population", "population";
            /// When it is measured. If it has passed, it is listed as a deadline; no rule reports it.
            pub measured_at: Option<When> = "måletidspunkt", "measuring time";
            /// The figure before anything was done. It is better than `value`, as `direction` counts it, only if the
            /// figure is a level to be kept (`TAR016`).
            pub baseline: Option<Baseline> = "udgangspunkt", "baseline";
            /// Where the figures come from.
            pub data_source: Option<Text> = "datakilde", "data source";
            /// Who agrees it.
            pub agreed_by: Option<Forum> = "aftales af", "agreed by";
            /// How far the figure has come. A measurement in the same bundle does not change it.
            pub state: Option<TargetState> = "status", "status";
            /// The steps so far, oldest first. If each has a date, the latest one by date counts as the last, or else
            /// the last one in the list.
            pub history: Vec<TargetStep> = "forløb", "history";
            /// Whether it is worded the same for every service, whatever the state of each (1.5.3).
            pub same_for_all: Option<bool> = "ens for alle tilbud", "the same for all services";
        }
    }
}

record! {
    /// What a target figure measures.
    pub struct TargetIndicator: "indikator", "indicator", introduces id {
        mandatory {
            /// The indicator. Measurements that count for the figure name the same one.
            pub id: Id<Indicator> = "indikator", "indicator";
        }
        optional {
            /// The indicator in words.
            pub statement: Option<Text> = "formulering", "statement";
        }
    }
}

record! {
    /// The people or things that a target figure is about.
    pub struct Population: "population", "population" {
        optional {
            /// The population in words.
            pub description: Option<Text> = "beskrivelse", "description";
            /// Who selects what is counted, if a list is to be made: the network selects the requirements
            /// (1.8.5).
            pub selected_by: Option<Forum> = "udvalgt af", "selected by";
            /// When the list was fixed.
            pub fixed_on: Option<PartialDate> = "lagt fast den", "fixed on";
            /// The list itself, such as the requirements that the network selected.
            pub items: Vec<Text> = "liste", "list";
        }
    }
}

record! {
    /// The figure before anything was done.
    pub struct Baseline: "udgangspunkt", "baseline" {
        optional {
            /// The figure. Rule `TAR008` asks for it and for its unit.
            pub value: Option<Decimal> = "værdi", "value";
            /// Its unit.
            pub unit: Option<Unit> = "enhed", "unit";
            /// When it was counted.
            pub on: Option<PartialDate> = "opgjort den", "counted on";
            /// Why there is no figure; absent if there is one, or if the document does not say.
            pub no_result: Option<NoResult> = "intet resultat", "no result";
        }
    }
}

impl TargetFigure {
    /// Direction, value and unit as a threshold. Returns `None` if one of the three is not stated.
    #[must_use]
    pub fn threshold(&self) -> Option<Threshold> {
        Some(Threshold { direction: self.direction?, value: self.value?, unit: self.unit.clone()? })
    }

    /// Returns `true` if the figure is to be agreed later and has no value yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == Some(TargetState::ToBeAgreed) && self.value.is_none()
    }

    /// Returns `true` if the figure has a value and is yet to be agreed: the document contradicts itself.
    pub(crate) fn is_given_and_open(&self) -> bool {
        self.state == Some(TargetState::ToBeAgreed) && self.value.is_some()
    }

    /// The topic as it is compared. Returns `None` if it is absent or blank.
    pub(crate) fn topic_folded(&self) -> Option<Folded<'_>> {
        Folded::stated(self.topic.as_ref())
    }

    /// The population as it is compared. Returns `None` if it is absent or blank.
    pub(crate) fn population_folded(&self) -> Option<Folded<'_>> {
        Folded::stated(self.population.as_ref()?.description.as_ref())
    }

    /// Which of indicator, direction, value, unit, population, measuring time and data source are not stated (R-173).
    /// Rule `TAR002` lists the same parts, except a value that `TAR012` reports as missing.
    ///
    /// ```
    /// use kvalitetsmodel::{id::Id, target_figure::TargetFigure};
    ///
    /// let figure = TargetFigure::new(Id::from_u128(1));
    /// assert_eq!(figure.missing_parts().count(), 7);
    /// ```
    pub fn missing_parts(&self) -> impl Iterator<Item = Bilingual> + use<> {
        missing_of(self.parts())
    }

    /// The fields of the [missing parts](Self::missing_parts), in their order, as [`Finding::field`] names them: `/value`.
    /// A form marks them.
    ///
    /// ```
    /// use kvalitetsmodel::{figure::Direction, id::Id, target_figure::TargetFigure};
    ///
    /// let figure = TargetFigure { direction: Some(Direction::AtMost), ..TargetFigure::new(Id::from_u128(1)) };
    /// let fields: Vec<_> = figure.missing_fields().collect();
    /// assert_eq!(fields, ["/indicator", "/value", "/unit", "/population", "/measuredAt", "/dataSource"]);
    /// ```
    ///
    /// [`Finding::field`]: crate::report::Finding::field
    pub fn missing_fields(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.parts_by_field().into_iter().filter(|(_, (is_stated, _))| !is_stated).map(|(field, _)| field)
    }

    /// Which parts of the [threshold](Self::threshold) are not stated.
    #[cfg(feature = "chart")]
    pub(crate) fn missing_of_threshold(&self) -> impl Iterator<Item = Bilingual> + use<> {
        let [_, direction, value, unit, ..] = self.parts();
        missing_of([direction, value, unit])
    }

    pub(crate) const VALUE: Bilingual = Bilingual::new("værdi", "value");

    /// What is missing where only the id of the indicator is stated.
    pub(crate) const WORDING: Bilingual = Bilingual::new("indikatorens ordlyd", "wording of the indicator");

    /// Each part that is needed to assess the figure (R-173), with whether it is stated.
    pub(crate) fn parts(&self) -> [(bool, Bilingual); 7] {
        self.parts_by_field().map(|(_, part)| part)
    }

    fn parts_by_field(&self) -> [(&'static str, (bool, Bilingual)); 7] {
        let (indicator, name) = match &self.indicator {
            Some(indicator) => (is_stated(indicator.statement.as_ref()), Self::WORDING),
            None => (false, Bilingual::new("indikator", "indicator")),
        };
        let population = self.population.as_ref().is_some_and(|p| is_stated(p.description.as_ref()));
        let is_dated = self.measured_at.as_ref().is_some_and(When::is_stated);
        [
            ("/indicator", (indicator, name)),
            ("/direction", (self.direction.is_some(), Bilingual::new("retning", "direction"))),
            ("/value", (self.value.is_some(), Self::VALUE)),
            ("/unit", (self.unit.as_ref().is_some_and(Unit::is_stated), Bilingual::new("enhed", "unit"))),
            ("/population", (population, Bilingual::new("population", "population"))),
            ("/measuredAt", (is_dated, Bilingual::new("måletidspunkt", "measuring time"))),
            (
                "/dataSource",
                (is_stated(self.data_source.as_ref()), Bilingual::new("datakilde", "data source")),
            ),
        ]
    }
}
