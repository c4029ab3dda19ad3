//! The target over time.

use chrono::NaiveDate;

use crate::figure::{Decimal, Direction, Threshold, Unit};
use crate::id::Id;
use crate::target_figure::TargetFigure;

record! {
    /// A target from a day on; it holds until the next one begins.
    ///
    /// Its direction is that of the series.
    ///
    /// ```
    /// use kvalitetsmodel::series::TargetLine;
    /// use kvalitetsmodel::{Lang, figure::Direction};
    ///
    /// let eighty: TargetLine =
    ///     serde_json::from_str(r#"{ "from": "2024-01-01", "value": "80", "unit": "percent" }"#)?;
    /// assert_eq!(eighty.threshold(Direction::AtLeast).in_lang(Lang::Da).to_string(), "mindst 80 %");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "mållinje")]
    #[doc(alias = "udviklingsmål")]
    pub struct TargetLine: "mållinje", "target line" {
        mandatory {
            /// The figure to reach.
            ///
            /// **Unit:** `unit`: percent for shares, count for counts, the unit of the measurements for
            /// single figures and subgroups. For rates it is the unit of the exposure, and the value is the
            /// number of events per unit: `0.01` in days is 1 event in 100 days.
            pub value: Decimal = "værdi", "value";
            /// The unit of the value.
            pub unit: Unit = "enhed", "unit";
        }
        optional {
            /// The first day; absent for the target that holds from the beginning.
            pub from: Option<NaiveDate> = "gælder fra", "from";
            /// The target figure that it comes from.
            pub target_figure: Option<Id<TargetFigure>> = "måltal", "target figure";
        }
    }
}

impl TargetLine {
    /// The line of a target figure, from a day on. Returns `None` if the figure states no value or no unit.
    ///
    /// The direction of the figure is not compared with that of the series;
    /// `MeasurementSeries::attainment_of` compares them.
    ///
    /// ```
    /// use kvalitetsmodel::series::TargetLine;
    /// use kvalitetsmodel::{figure::Unit, id::Id, target_figure::TargetFigure};
    ///
    /// let mut figure = TargetFigure::new(Id::from_u128(185));
    /// assert_eq!(TargetLine::of(&figure, None), None);
    /// figure.value = Some("80".parse()?);
    /// figure.unit = Some(Unit::Percent);
    /// let line = TargetLine::of(&figure, None).expect("value and unit");
    /// assert_eq!(line.target_figure, Some(figure.id));
    /// # Ok::<(), kvalitetsmodel::figure::DecimalError>(())
    /// ```
    #[must_use]
    pub fn of(figure: &TargetFigure, from: Option<NaiveDate>) -> Option<Self> {
        Some(Self { from, value: figure.value?, unit: figure.unit.clone()?, target_figure: Some(figure.id) })
    }

    /// The target as a threshold for measurements.
    #[must_use]
    pub fn threshold(&self, direction: Direction) -> Threshold {
        Threshold { direction, value: self.value, unit: self.unit.clone() }
    }
}
