//! Phases: from which day a new level is calculated.

use chrono::NaiveDate;

use crate::figure::Decimal;
use crate::text::Text;

record! {
    /// A phase (*fase*) of a series: centre line and limits are calculated separately for each phase.
    ///
    /// A person decides on a new phase and says why; the crate only
    /// proposes one (`Chart::proposed_phases`). The days before the first phase that has a first day
    /// are a phase of their own.
    ///
    /// ```
    /// use kvalitetsmodel::series::Phase;
    ///
    /// let new_routine: Phase = serde_json::from_str(
    ///     r#"{ "from": "2024-07-01", "label": "ny procedure", "grounds": "indført på alle afdelinger",
    ///          "baselineUntil": "2025-06-30" }"#,
    /// )?;
    /// assert_eq!(new_routine.from.map(|day| day.to_string()).as_deref(), Some("2024-07-01"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "fase")]
    pub struct Phase: "fase", "phase" {
        optional {
            /// The first day; absent for the phase that begins with the series.
            pub from: Option<NaiveDate> = "første dag", "first day";
            /// What people call it.
            pub label: Option<Text> = "betegnelse", "label";
            /// Why a new level begins here.
            pub grounds: Option<Text> = "begrundelse", "grounds";
            /// The last day of the baseline (*frosset niveau*): centre line and limits are calculated from
            /// the measurements of the phase that begin on or before this day. If absent, all of them.
            #[doc(alias = "freeze")]
            pub baseline_until: Option<NaiveDate> = "niveau frosset til og med", "baseline until";
            /// The centre line, if it is known from elsewhere.
            ///
            /// **Unit:** that of the measurements; percent for shares.
            pub centre: Option<Decimal> = "kendt midterlinje", "known centre line";
            /// The standard deviation, if it is known from elsewhere: that of the measurements, or of the
            /// single values of subgroups. Only I, I′, MR, X̄ and S charts use it.
            ///
            /// **Range:** not negative. **Unit:** that of the measurements; percentage points for shares.
            pub sigma: Option<Decimal> = "kendt standardafvigelse", "known standard deviation";
        }
    }
}
