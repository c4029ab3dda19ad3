//! A measurement series and the envelope of a document as plainly derived types, as [`twin`](crate::twin) is of an
//! agreement. Frozen as well.

use chrono::NaiveDate;
use kvalitetsmodel::figure::Decimal;
use kvalitetsmodel::text::Text;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::twin::{DevelopmentAgreement, Direction, Period, Unit};

/// A document with an agreement or a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Document {
    pub format: String,
    pub status: Status,
    pub id: Uuid,
    pub content: Content,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    Draft,
    Final,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::large_enum_variant, reason = "as the crate has it")]
pub enum Content {
    Agreement(DevelopmentAgreement),
    Series(MeasurementSeries),
}

/// A series of measurements of one indicator in one unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeasurementSeries {
    pub id: Uuid,
    pub direction: Direction,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reporting_unit: Option<OrgUnit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measurements: Vec<Measurement>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum OrgUnit {
    Operator { id: Uuid },
    Area { id: Uuid },
    Service { id: Uuid },
    Department { id: Uuid },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Interval {
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Measurement {
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reporting_unit: Option<OrgUnit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observed: Option<Observed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_source: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extracted_at: Option<NaiveDate>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Observed {
    Share {
        #[serde(skip_serializing_if = "Option::is_none")]
        part: Option<u64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        whole: Option<u64>,
    },
    Count {
        #[serde(skip_serializing_if = "Option::is_none")]
        count: Option<u64>,
    },
    Value {
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<Decimal>,
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<Unit>,
    },
}
