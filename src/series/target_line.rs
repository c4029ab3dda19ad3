//! The target over time.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::figure::{Decimal, Direction, Threshold, Unit};
use crate::id::TargetId;
use crate::target::TargetFigure;

/// What is to be reached from a day on; it holds until the next one begins.
///
/// Which way it is to be reached, the series says.
///
/// ```
/// use kvalitetsmodel::series::TargetLine;
/// use kvalitetsmodel::{Direction, Lang};
///
/// let eighty: TargetLine = serde_json::from_str(r#"{ "from": "2024-01-01", "value": "80", "unit": "percent" }"#)?;
/// assert_eq!(eighty.threshold(Direction::AtLeast).in_lang(Lang::Da).to_string(), "mindst 80 %");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "mållinje")]
#[doc(alias = "udviklingsmål")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TargetLine {
    /// The first day; absent for the target that holds from the beginning.
    #[serde(default, with = "crate::date::exact_day::option", skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// How much.
    ///
    /// **Unit:** beside it: percent for shares, a count for counts, that of single figures and subgroups. For rates it
    /// is the unit of the exposure, and the value is events per one unit of it: `0.01` in days is 1 event in
    /// 100 days.
    pub value: Decimal,
    /// Of what.
    pub unit: Unit,
    /// The target figure that it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_figure: Option<TargetId>,
}

impl TargetLine {
    /// The line of a target figure, from a day on; nothing where the figure states no value or no unit.
    ///
    /// That it is to be reached in the direction of the series is the caller's to see;
    /// [`SeriesChart::attainment_of`](super::SeriesChart::attainment_of) does.
    ///
    /// ```
    /// use kvalitetsmodel::series::TargetLine;
    /// use kvalitetsmodel::{TargetFigure, Unit, id::TargetId};
    /// use uuid::Uuid;
    ///
    /// let mut figure = TargetFigure::new(TargetId::new(Uuid::from_u128(185)));
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

    /// The target as the threshold that measurements are judged by.
    #[must_use]
    pub fn threshold(&self, direction: Direction) -> Threshold {
        Threshold { direction, value: self.value, unit: self.unit.clone() }
    }
}
