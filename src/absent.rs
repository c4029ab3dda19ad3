//! Reading what is absent.

use serde::{Deserialize, Deserializer};

/// Reads `null` as the default, for a field that is neither an `Option` nor a list:
/// `#[serde(default, deserialize_with = "crate::absent::or_default")]`.
pub(crate) fn or_default<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Default + Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}
