//! The context of a check.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Profile, Suppression};

/// The day, the profile and the suppressions of a check.
///
/// The crate cannot read a clock, so this day is the only "now" of a check. A proof contains its context.
///
/// ```
/// use kvalitetsmodel::{Context, report::Profile};
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
    /// The day `as_of` with the general profile and no suppressions.
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self { as_of, profile: Profile::GENERAL, suppressions: Vec::new() }
    }

    /// Replaces the profile.
    #[must_use]
    pub fn with_profile(self, profile: Profile) -> Self {
        Self { profile, ..self }
    }

    /// Adds a suppression.
    #[must_use]
    pub fn suppress(mut self, suppression: Suppression) -> Self {
        self.suppressions.push(suppression);
        self
    }

    /// The day of the check.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The rules that apply, and their figures.
    #[must_use]
    pub const fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The findings that are accepted for a time.
    #[must_use]
    pub fn suppressions(&self) -> &[Suppression] {
        &self.suppressions
    }
}
