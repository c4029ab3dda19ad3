//! The context of a check.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;
use serde::ser::{Error as _, Serialize, Serializer};
use serde::{Deserialize, Deserializer};

use super::{Profile, Suppression};
use crate::codes::RuleCode;
use crate::date::nearest_writable;
use crate::draft::Shape;
use crate::draft::part::Part;
use crate::rule::CustomRule;

/// Under what a draft is checked: the day, the profile, the suppressions, and the caller's custom rules.
///
/// The crate cannot read a clock, so this day is the only "now" of a check. A report carries its context. Cloning one
/// is cheap.
///
/// As JSON it has `asOf` and, where there are any, `profile` and `suppressions`. Custom rules are code: add them to a
/// context that was read. A context that has some cannot be written; its [`Stamp`](super::Stamp) can, and names them.
///
/// ```
/// use kvalitetsmodel::{Context, report::Profile};
///
/// let context = Context::new("2024-01-09".parse()?).with_profile(Profile::region_sjaelland_2024());
/// assert_eq!(context.profile().name(), "region-sjaelland-2024");
///
/// let context: Context = serde_json::from_str(r#"{
///     "asOf": "2024-01-09",
///     "profile": {
///         "name": "our municipality",
///         "figures": { "dialogueMeetings": 1 },
///         "switchedOff": [{ "code": "AGR002", "reason": "the agreements are signed in another system" }]
///     },
///     "suppressions": [{ "code": "AGR011", "reason": "decided in March", "lastDay": "2024-03-31" }]
/// }"#)?;
/// assert_eq!(context.profile().figures().dialogue_meetings, Some(1));
/// assert!(context.suppressions()[0].is_active(context.as_of()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Context(Arc<Conditions>);

#[derive(Clone, PartialEq, Eq)]
struct Conditions {
    as_of: NaiveDate,
    profile: Profile,
    suppressions: Vec<Suppression>,
    custom_rules: Vec<CustomRule>,
}

impl Context {
    /// The day `as_of` with the general profile, no suppressions and no custom rules.
    ///
    /// A day outside the years 1 to 9999, which no report could be stored with, counts as the nearest day in them.
    #[must_use]
    pub fn new(as_of: NaiveDate) -> Self {
        let (as_of, profile) = (nearest_writable(as_of), Profile::GENERAL);
        Self(Arc::new(Conditions { as_of, profile, suppressions: Vec::new(), custom_rules: Vec::new() }))
    }

    /// Replaces the profile.
    #[must_use]
    pub fn with_profile(self, profile: Profile) -> Self {
        self.changed(|all| all.profile = profile)
    }

    /// Adds a suppression.
    #[must_use]
    pub fn with_suppression(self, suppression: Suppression) -> Self {
        self.changed(|all| all.suppressions.push(suppression))
    }

    /// Adds a rule of the caller's own. A rule with the code of another one replaces it.
    #[must_use]
    pub fn with_custom_rule(self, rule: CustomRule) -> Self {
        self.changed(|all| {
            all.custom_rules.retain(|other| other.code() != rule.code());
            all.custom_rules.push(rule);
        })
    }

    /// This context on another day: with the same profile, suppressions and custom rules.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, report::Profile};
    ///
    /// let january = Context::new("2024-01-09".parse()?).with_profile(Profile::region_sjaelland_2024());
    /// let march = january.clone().at("2024-03-09".parse()?);
    /// assert_eq!((march.as_of(), march.profile()), ("2024-03-09".parse()?, january.profile()));
    /// # Ok::<(), kvalitetsmodel::chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn at(self, as_of: NaiveDate) -> Self {
        self.changed(|all| all.as_of = nearest_writable(as_of))
    }

    fn changed(mut self, change: impl FnOnce(&mut Conditions)) -> Self {
        change(Arc::make_mut(&mut self.0));
        self
    }

    /// The day of the check.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.0.as_of
    }

    /// The rules that apply, and their figures.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.0.profile
    }

    /// The findings that are accepted for a time.
    #[must_use]
    pub fn suppressions(&self) -> &[Suppression] {
        &self.0.suppressions
    }

    /// The caller's custom rules, in the order in which they are run.
    #[must_use]
    pub fn custom_rules(&self) -> &[CustomRule] {
        &self.0.custom_rules
    }

    pub(crate) fn has_custom_rule(&self, code: RuleCode) -> bool {
        self.custom_rules().iter().any(|rule| rule.code() == code)
    }
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("as_of", &self.as_of())
            .field("profile", self.profile())
            .field("suppressions", &self.suppressions())
            .field("custom_rules", &self.custom_rules())
            .finish()
    }
}

record! {
    /// A context as it is written.
    struct Written: "sammenhæng", "context" {
        fields {
            as_of: NaiveDate = "dato", "day";
            profile: Option<Profile> = "profil", "profile";
            suppressions: Vec<Suppression> = "accepteret", "suppressed";
        }
    }
}

impl Serialize for Context {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !self.custom_rules().is_empty() {
            return Err(S::Error::custom("a context with custom rules cannot be written"));
        }
        let profile = Some(self.profile().clone()).filter(|profile| *profile != Profile::GENERAL);
        Written { as_of: self.as_of(), profile, suppressions: self.suppressions().to_vec() }
            .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Context {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Written::deserialize(deserializer).map(Self::from)
    }
}

impl From<Written> for Context {
    fn from(read: Written) -> Self {
        let (as_of, profile) = (read.as_of, read.profile.unwrap_or(Profile::GENERAL));
        Self(Arc::new(Conditions {
            as_of,
            profile,
            suppressions: read.suppressions,
            custom_rules: Vec::new(),
        }))
    }
}

impl Part for Context {
    const SHAPE: &'static Shape = Written::SHAPE;

    #[cfg(feature = "proptest")]
    fn any(tape: &mut crate::draft::tape::Tape<'_>) -> Self {
        Written::any(tape).into()
    }
}
