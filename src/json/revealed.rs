//! A draft that shows its texts.

use core::fmt;

use serde::Serialize;

/// A draft whose `Debug` is its JSON, with everything that people wrote.
///
/// The `Debug` of a draft hides its texts, so that no log reveals them. In a property test, where the texts are made
/// up, they need to be visible.
///
/// ```
/// use kvalitetsmodel::agreement::Note;
/// use kvalitetsmodel::json::Revealed;
///
/// let note = Note::new("Borgeren trives".into());
/// assert!(!format!("{note:?}").contains("trives"));
/// assert!(format!("{:?}", Revealed(note)).contains("trives"));
/// ```
///
/// ```
/// # #[cfg(feature = "proptest")] {
/// use kvalitetsmodel::cycle::PdsaCycle;
/// use kvalitetsmodel::json::Revealed;
/// use kvalitetsmodel::strategy::{self, proptest::prelude::*};
///
/// proptest!(ProptestConfig::with_cases(8), |(
///     Revealed(cycle) in strategy::any::<PdsaCycle>().prop_map(Revealed)
/// )| {
///     prop_assert!(cycle.phase() <= kvalitetsmodel::cycle::CyclePhase::ActedOn);
/// });
/// # }
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Revealed<T>(pub T);

impl<T: Serialize> fmt::Debug for Revealed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match serde_json::to_string_pretty(&self.0) {
            Ok(text) => f.write_str(&text),
            // A draft that the format cannot express, such as one with a day in the year 10000.
            Err(error) => write!(f, "not written as JSON: {error}"),
        }
    }
}
