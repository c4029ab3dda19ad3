//! The name of a unit.

use alloc::string::String;
use core::cmp::Ordering;
use core::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};

use crate::text::{Folded, Text};

/// What people call a unit. Free text: it never appears in a message.
///
/// Two names are equal if they differ only in capitals and in the amount of white space: `Kr. pr. døgn` is the unit
/// `kr. pr. døgn`. The name is kept as it is written.
///
/// ```
/// use kvalitetsmodel::figure::{Unit, UnitName};
///
/// let name = |name: &str| UnitName::from(name);
/// assert_eq!(name("Kr. pr.  døgn"), name("kr. pr. døgn "));
/// assert_ne!(name("kr."), name("tkr."));
/// assert_eq!(Unit::Other { name: name("KR.") }, Unit::Other { name: name("kr.") });
/// assert_eq!(name("KR.").as_str(), "KR.");
/// ```
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnitName(Text);

impl UnitName {
    /// The name, as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Returns `true` if the name is empty or only white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.is_blank()
    }

    fn folded(&self) -> Folded<'_> {
        Folded::of(&self.0)
    }
}

impl From<&str> for UnitName {
    fn from(name: &str) -> Self {
        Self(name.into())
    }
}

impl From<String> for UnitName {
    fn from(name: String) -> Self {
        Self(name.into())
    }
}

impl From<Text> for UnitName {
    fn from(name: Text) -> Self {
        Self(name)
    }
}

impl PartialEq for UnitName {
    fn eq(&self, other: &Self) -> bool {
        self.folded() == other.folded()
    }
}

impl Eq for UnitName {}

impl PartialOrd for UnitName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for UnitName {
    fn cmp(&self, other: &Self) -> Ordering {
        self.folded().cmp(&other.folded())
    }
}

impl Hash for UnitName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.folded().hash(state);
    }
}

leaf_as! { UnitName(Text) }
