//! Under what a draft is checked.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Profile, Suppression};

/// The day, the profile and the suppressions of a check.
///
/// The day is the only "now" there is: the crate cannot read a clock. A proof carries its context.
///
/// ```
/// use kvalitetsmodel::{Context, Profile};
///
/// let context = Context::new("2024-01-09".parse()?).with_profile(Profile::region_sjaelland_2024());
/// assert_eq!(context.profile().name(), "region-sjaelland-2024");
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    as_of: NaiveDate,
    profile: Profile,
    suppressions: Vec<Suppression>,
}

impl Context {
    /// The general profile, on the day `as_of`.
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self { as_of, profile: Profile::GENERAL, suppressions: Vec::new() }
    }

    /// The same with another profile.
    #[must_use]
    pub fn with_profile(self, profile: Profile) -> Self {
        Self { profile, ..self }
    }

    /// The same with one suppression more.
    #[must_use]
    pub fn suppress(mut self, suppression: Suppression) -> Self {
        self.suppressions.push(suppression);
        self
    }

    /// The day that the check is made for.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Which rules apply, and with which figures.
    #[must_use]
    pub const fn profile(&self) -> &Profile {
        &self.profile
    }

    /// What is known and accepted for a time.
    #[must_use]
    pub fn suppressions(&self) -> &[Suppression] {
        &self.suppressions
    }
}
