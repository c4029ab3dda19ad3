//! Names that people give things, compared as people compare them.

use core::cmp::Ordering;

use super::Text;

/// A name. Case and surrounding blanks do not count.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Name<'a>(&'a str);

impl<'a> Name<'a> {
    /// Returns `None` if the text is absent or blank.
    pub(crate) fn of(text: Option<&'a Text>) -> Option<Self> {
        Self::new(text?.as_str())
    }

    /// Returns `None` if the name is blank.
    pub(crate) fn new(name: &'a str) -> Option<Self> {
        Some(name.trim()).filter(|name| !name.is_empty()).map(Self)
    }
}

impl Ord for Name<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let lower = |name: &Self| name.0.chars().flat_map(char::to_lowercase);
        lower(self).cmp(lower(other))
    }
}

impl PartialOrd for Name<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Name<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Name<'_> {}
