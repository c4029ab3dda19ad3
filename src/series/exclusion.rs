//! Measurements that are left out of the calculation.

use crate::id::Id;
use crate::measurement::Measurement;
use crate::text::Text;

record! {
    /// A measurement of the series that is shown but left out of the calculation.
    ///
    /// It does not count in the centre line, the limits, the runs or the signals. That a point stands out
    /// is not a reason: the reason says what was different about the measurement.
    ///
    /// ```
    /// use kvalitetsmodel::series::Exclusion;
    ///
    /// let moved: Exclusion = serde_json::from_str(
    ///     r#"{
    ///         "measurement": "00000000-0000-4000-8000-000000000191",
    ///         "reason": "flytning af afdelingen"
    ///     }"#,
    /// )?;
    /// assert!(moved.reason.is_some());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Exclusion: "udeladt måling", "excluded measurement" {
        mandatory {
            /// Which measurement.
            pub measurement: Id<Measurement> = "måling", "measurement";
        }
        optional {
            /// Why it is left out.
            pub reason: Option<Text> = "grund", "reason";
        }
    }
}
