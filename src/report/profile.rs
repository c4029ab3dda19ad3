//! What is local: which rules apply, and with which figures.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

use crate::rule::RuleCode;
use crate::text::NonBlank;

/// Which rules apply, and with which figures.
///
/// What holds for the form of an instrument is a rule. The dates and numbers of one region, one year
/// or one generation of the model are a profile.
///
/// ```
/// use kvalitetsmodel::{NonBlank, Profile, codes};
///
/// let reason = NonBlank::new("the municipality signs its agreements in another system")?;
/// let profile = Profile::named("municipality").without(codes::AGR002, reason);
/// assert_eq!(profile.switched_off()[0].code, codes::AGR002);
/// # Ok::<(), kvalitetsmodel::text::BlankText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    name: Cow<'static, str>,
    switched_off: Vec<SwitchedOff>,
    figures: Figures,
}

/// A rule that a profile switches off.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct SwitchedOff {
    /// The rule.
    pub code: RuleCode,
    /// Why it does not apply.
    pub reason: NonBlank,
}

/// The figures that are local to a time or a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Figures {
    /// Themes in each of the two areas of generation 1 (R-069): 3.
    pub themes_per_area: u32,
    /// Indicators that are set for a standard (R-071): 2.
    pub indicators_per_standard: u32,
    /// The most standards that the common set works towards (R-072): 6.
    pub standards_at_most: u32,
    /// The most indicators that the common set works towards (R-072): 12.
    pub indicators_at_most: u32,
    /// How many measurements the level of a phase of a series should rest on: 12, in the public practice of
    /// Danish run charts. Absent in a document means 12.
    #[serde(default = "twelve", deserialize_with = "or_twelve", skip_serializing_if = "is_twelve")]
    pub measurements_per_level: u32,
    /// The day by which the target figures of a community are fixed (R-026); where it is not stated,
    /// the first dated follow-up of the focus area decides.
    #[serde(default, with = "crate::date::exact_day::option", skip_serializing_if = "Option::is_none")]
    pub community_targets_fixed_by: Option<NaiveDate>,
}

/// What documents mean that do not name the figure.
const fn twelve() -> u32 {
    12
}

fn or_twelve<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    Option::deserialize(deserializer).map(|stated| stated.unwrap_or(twelve()))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
const fn is_twelve(figure: &u32) -> bool {
    *figure == twelve()
}

impl Figures {
    /// What the publication of 2007 and public practice say, and no local date.
    pub const GENERAL: Self = Self {
        themes_per_area: 3,
        indicators_per_standard: 2,
        standards_at_most: 6,
        indicators_at_most: 12,
        measurements_per_level: twelve(),
        community_targets_fixed_by: None,
    };
}

impl Profile {
    /// Every rule, and the figures of the sources' general part.
    pub const GENERAL: Self =
        Self { name: Cow::Borrowed("general"), switched_off: Vec::new(), figures: Figures::GENERAL };

    /// Region Sjælland's agreements for 2024: target figures of a community are fixed by 31 March 2024
    /// (source: *Drifts- og udviklingsaftale 2024*, sections 1.3.4, 1.4.3 and 1.5.3).
    #[must_use]
    pub fn region_sjaelland_2024() -> Self {
        let fixed_by = NaiveDate::from_ymd_opt(2024, 3, 31);
        Self::named("region-sjaelland-2024")
            .with_figures(Figures { community_targets_fixed_by: fixed_by, ..Figures::GENERAL })
    }

    /// A profile that begins as the general one.
    ///
    /// The name is a word for people. It proves nothing, since any profile can have any name: what a
    /// profile does is its figures and what it switches off, and both stand beside the name in the
    /// [stamp](crate::document::Stamp) of a final document.
    #[must_use]
    pub fn named(name: impl Into<Cow<'static, str>>) -> Self {
        Self { name: name.into(), ..Self::GENERAL }
    }

    /// The same with other figures.
    #[must_use]
    pub fn with_figures(self, figures: Figures) -> Self {
        Self { figures, ..self }
    }

    /// The same without one rule. The reason stands in every report.
    #[must_use]
    pub fn without(mut self, code: RuleCode, reason: NonBlank) -> Self {
        self.switched_off.push(SwitchedOff { code, reason });
        self
    }

    /// What it is called in reports.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The rules that do not apply.
    #[must_use]
    pub fn switched_off(&self) -> &[SwitchedOff] {
        &self.switched_off
    }

    /// The figures.
    #[must_use]
    pub const fn figures(&self) -> &Figures {
        &self.figures
    }
}
