//! Measurements (*målinger*): what was counted, where and when.

mod no_result;
mod observed;
pub(crate) mod rules;

use chrono::NaiveDate;

pub use no_result::NoResult;
pub use observed::Observed;

use crate::date::Period;
use crate::figure::{Share, ShareError};
use crate::id::Id;
use crate::model::Indicator;
use crate::organisation::OrgUnit;
use crate::text::{Bilingual, Text, missing_of};

record! {
    /// A draft of a measurement (*måling*): the result of one unit for one indicator in one period.
    ///
    /// An absent figure is not stated, and zero is a figure: no measurement, 0 exceptions and a share of nobody
    /// are three different things. A measurement that gave no result, or whose result is suppressed, says so in
    /// [`no_result`](Self::no_result).
    ///
    /// # Source
    ///
    /// R-031, from *Drifts- og udviklingsaftale 2024, Roskildehjemmet*, section 1.5.3: the share of new staff
    /// at one service who feel strengthened; neither the instrument nor the period nor the response rate is
    /// given.
    ///
    /// ```
    /// use kvalitetsmodel::measurement::Measurement;
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
    pub struct Measurement: "måling", "measurement", id "measurement" {
        optional {
            /// The indicator that is measured. Target figures refer to the same id.
            pub indicator: Option<Id<Indicator>> = "indikator", "indicator";
            /// The unit that the figures are about.
            pub reporting_unit: Option<OrgUnit> = "indberettende enhed", "reporting unit";
            /// The days that the figures cover; a single day for a count as of that day.
            pub period: Option<Period> = "periode", "period";
            /// The result.
            pub observed: Option<Observed> = "måleresultat", "result";
            /// Why there is no result. It replaces [`observed`](Self::observed); rule `MEA010` reports a
            /// measurement with both.
            pub no_result: Option<NoResult> = "intet resultat", "no result";
            /// The population in words.
            pub population: Option<Text> = "population", "population";
            /// **Unit:** people. How many were asked.
            pub asked: Option<u64> = "spurgte", "asked";
            /// **Unit:** people. How many of those asked answered.
            pub answered: Option<u64> = "svar", "answered";
            /// Where the figures come from and how they were counted.
            pub data_source: Option<Text> = "datakilde", "data source";
            /// The day on which the figures were extracted from the source.
            pub extracted_at: Option<NaiveDate> = "trukket", "extracted on";
        }
    }
}

impl Measurement {
    /// Returns the share, or `None` if the result is absent or not a share.
    ///
    /// A count without its whole is not a share (R-144).
    ///
    /// # Errors
    ///
    /// [`ShareError`] for 21 of 20, which a draft can contain.
    #[must_use]
    pub fn share(&self) -> Option<Result<Share, ShareError>> {
        self.observed.as_ref().and_then(Observed::share)
    }

    /// The result. `None` as well if the measurement also says that it has none (`MEA010`): then neither counts.
    pub(crate) fn result(&self) -> Option<&Observed> {
        self.observed.as_ref().filter(|_| self.no_result.is_none())
    }

    /// How many of those asked answered (*svarprocent*). Returns `None` if either number is not stated.
    ///
    /// # Errors
    ///
    /// [`ShareError`] if more people answered than were asked, which a draft can contain.
    #[doc(alias = "svarprocent")]
    #[doc(alias = "response rate")]
    #[must_use]
    pub fn response(&self) -> Option<Result<Share, ShareError>> {
        Some(Share::new(self.answered?, self.asked?))
    }

    /// Returns `true` if both were counted by the same definition and in the same way, so that they can be
    /// compared.
    ///
    /// Returns `None` if an indicator or a data source is not stated.
    ///
    /// # Source
    ///
    /// R-143, from *Projekt SMARTE mål og delmål, afrapportering 2023* (Specialområde Hjerneskade): both
    /// countings were made by hand. A difference between two countings is not yet a development (R-146).
    ///
    /// ```
    /// use kvalitetsmodel::{id::Id, measurement::Measurement};
    ///
    /// let mut first = Measurement::new(Id::from_u128(1));
    /// let mut second = Measurement::new(Id::from_u128(2));
    /// assert_eq!(first.counted_like(&second), None);
    /// for one in [&mut first, &mut second] {
    ///     one.indicator = Some(Id::from_u128(3));
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

    /// What a usable measurement states, and whether this one does.
    pub(crate) fn parts(&self) -> [(bool, Bilingual); 4] {
        self.parts_by_field().map(|(_, part)| part)
    }

    fn parts_by_field(&self) -> [(&'static str, (bool, Bilingual)); 4] {
        let has_result = self.observed.is_some() || self.no_result.is_some();
        [
            ("/indicator", (self.indicator.is_some(), Bilingual::new("indikator", "indicator"))),
            (
                "/reportingUnit",
                (self.reporting_unit.is_some(), Bilingual::new("indberettende enhed", "reporting unit")),
            ),
            ("/period", (self.period.is_some(), Bilingual::new("periode", "period"))),
            ("/observed", (has_result, Bilingual::new("måleresultat", "result"))),
        ]
    }

    /// The parts that are not stated: among indicator, reporting unit, period and result, and within the result
    /// (see [`Observed::missing_parts`]). A measurement that says it [has none](Self::no_result) states its result.
    ///
    /// ```
    /// use kvalitetsmodel::{id::Id, measurement::Measurement};
    ///
    /// let nothing = Measurement::new(Id::from_u128(1));
    /// assert_eq!(nothing.missing_parts().count(), 4);
    /// ```
    pub fn missing_parts(&self) -> impl Iterator<Item = Bilingual> + use<> {
        let of_result = self.observed.as_ref().map(Observed::missing_parts);
        missing_of(self.parts()).chain(of_result.into_iter().flatten())
    }

    /// The fields of the [missing parts](Self::missing_parts), each once, as [`Finding::field`] names them: `/period`. For a
    /// result that lacks a part it is `/observed`.
    ///
    /// ```
    /// use kvalitetsmodel::{id::Id, measurement::{Measurement, Observed}};
    ///
    /// let observed = Some(Observed::Share { part: Some(3), whole: None });
    /// let half = Measurement { observed, ..Measurement::new(Id::from_u128(1)) };
    /// let fields: Vec<_> = half.missing_fields().collect();
    /// assert_eq!(fields, ["/indicator", "/reportingUnit", "/period", "/observed"]);
    /// ```
    ///
    /// [`Finding::field`]: crate::report::Finding::field
    pub fn missing_fields(&self) -> impl Iterator<Item = &'static str> + use<> {
        let lacks_a_part =
            self.observed.as_ref().is_some_and(|observed| observed.missing_parts().next().is_some());
        let missing = self.parts_by_field().into_iter().filter(|(_, (is_stated, _))| !is_stated);
        missing.map(|(field, _)| field).chain(lacks_a_part.then_some("/observed"))
    }
}
