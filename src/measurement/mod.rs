//! Measurements (*målinger*): what was counted, where, when, and of how many.

mod observed;
pub(crate) mod rules;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use observed::Observed;

use crate::date::Period;
use crate::figure::{Share, ShareError};
use crate::id::{IndicatorId, MeasurementId};
use crate::organisation::OrgUnit;
use crate::text::{Bilingual, Text, missing_of};

/// A measurement (*måling*), as a draft: what one unit found of one indicator in one period.
///
/// What is absent is not stated, and zero is zero: no measurement, 0 exceptions and a share of nobody are
/// three different things.
///
/// # Source
///
/// R-031, from *Drifts- og udviklingsaftale 2024, Roskildehjemmet*, section 1.5.3: the share of new staff at
/// one service who feel strengthened; neither the instrument nor the period nor the response rate is given.
///
/// ```
/// use kvalitetsmodel::Measurement;
///
/// let onboarding: Measurement = serde_json::from_str(
///     r#"{
///         "id": "00000000-0000-4000-8000-000000000153",
///         "indicator": "00000000-0000-4000-8000-000000000015",
///         "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000002" } },
///         "period": { "start": "2024-01-01", "end": "2024-12-31" },
///         "observed": { "share": { "part": 3, "whole": 4 } },
///         "asked": 5, "answered": 4,
///         "extractedAt": "2025-01-08"
///     }"#,
/// )?;
/// let share = onboarding.share().expect("a share")?;
/// assert_eq!((share.part(), share.whole()), (3, 4));
/// let response = onboarding.response().expect("stated")?;
/// assert_eq!((response.part(), response.whole()), (4, 5));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "måling")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Measurement {
    /// Which measurement.
    pub id: MeasurementId,
    /// What is measured; target figures name the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorId>,
    /// The unit that was measured on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reporting_unit: Option<OrgUnit>,
    /// The days that the figure covers; one day for a count of how things stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// What was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observed: Option<Observed>,
    /// Of whom or what, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population: Option<Text>,
    /// **Unit:** people. How many were asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<u64>,
    /// **Unit:** people. How many of those asked answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered: Option<u64>,
    /// Where the figures come from, and how they were counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_source: Option<Text>,
    /// The day on which the figures were taken out of that source.
    #[serde(default, with = "crate::date::exact_day::option", skip_serializing_if = "Option::is_none")]
    pub extracted_at: Option<NaiveDate>,
}

impl Measurement {
    /// A measurement of which nothing is stated yet.
    #[must_use]
    pub const fn new(id: MeasurementId) -> Self {
        Self {
            id,
            indicator: None,
            reporting_unit: None,
            period: None,
            observed: None,
            population: None,
            asked: None,
            answered: None,
            data_source: None,
            extracted_at: None,
        }
    }

    /// The share that was found; nothing where no share is stated.
    ///
    /// A count without its whole gives none (R-144).
    ///
    /// # Errors
    ///
    /// [`ShareError`] for 21 of 20, which a draft can hold.
    #[must_use]
    pub fn share(&self) -> Option<Result<Share, ShareError>> {
        self.observed.as_ref().and_then(Observed::share)
    }

    /// How many of those asked answered (*svarprocent*); nothing where either is not stated.
    ///
    /// # Errors
    ///
    /// [`ShareError`] where more answered than were asked, which a draft can hold.
    #[doc(alias = "svarprocent")]
    #[doc(alias = "response rate")]
    #[must_use]
    pub fn response(&self) -> Option<Result<Share, ShareError>> {
        Some(Share::new(self.answered?, self.asked?))
    }

    /// Were both counted by the same definition and in the same way, so that they can be held against each
    /// other? Nothing where an indicator or a data source is not stated.
    ///
    /// # Source
    ///
    /// R-143, from *Projekt SMARTE mål og delmål, afrapportering 2023* (Specialområde Hjerneskade): both
    /// countings were made by hand. That they may differ does not yet show a development (R-146).
    ///
    /// ```
    /// use kvalitetsmodel::Measurement;
    /// use kvalitetsmodel::id::{IndicatorId, MeasurementId};
    /// use uuid::Uuid;
    ///
    /// let mut first = Measurement::new(MeasurementId::new(Uuid::from_u128(1)));
    /// let mut second = Measurement::new(MeasurementId::new(Uuid::from_u128(2)));
    /// assert_eq!(first.counted_like(&second), None);
    /// for one in [&mut first, &mut second] {
    ///     one.indicator = Some(IndicatorId::new(Uuid::from_u128(3)));
    ///     one.data_source = Some("optalt manuelt".into());
    /// }
    /// assert_eq!(first.counted_like(&second), Some(true));
    /// ```
    #[must_use]
    pub fn counted_like(&self, other: &Self) -> Option<bool> {
        let definition = self.indicator? == other.indicator?;
        let way = self.data_source.as_ref()?.says_same_as(other.data_source.as_ref()?);
        Some(definition && way)
    }

    /// What must be stated before the measurement can be used, and whether it is.
    pub(crate) fn parts(&self) -> [(bool, Bilingual); 4] {
        [
            (self.indicator.is_some(), Bilingual::new("indikator", "indicator")),
            (self.reporting_unit.is_some(), Bilingual::new("indberettende enhed", "reporting unit")),
            (self.period.is_some(), Bilingual::new("periode", "period")),
            (self.observed.is_some(), Bilingual::new("måleresultat", "result")),
        ]
    }

    /// Which of indicator, reporting unit, period and result are not stated.
    ///
    /// ```
    /// use kvalitetsmodel::{Measurement, id::MeasurementId};
    /// use uuid::Uuid;
    ///
    /// let nothing = Measurement::new(MeasurementId::new(Uuid::from_u128(1)));
    /// assert_eq!(nothing.missing_parts().count(), 4);
    /// ```
    pub fn missing_parts(&self) -> impl Iterator<Item = Bilingual> + use<> {
        missing_of(self.parts())
    }
}
