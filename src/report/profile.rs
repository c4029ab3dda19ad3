//! Profiles: which rules apply, and with which figures.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeStruct as _, Serializer};
use serde::{Deserialize, Deserializer};

use crate::agreement::SupportKind;
use crate::codes::RuleCode;
use crate::draft::Shape;
use crate::draft::part::Part;
use crate::text::NonBlank;

/// Which rules apply, and with which figures.
///
/// Rules are about the form of an instrument. The dates and numbers of one region, one year or one generation
/// of the model are part of a profile.
///
/// A profile switches a rule off, and does not change its severity. The severity is part of the rule, so that a final
/// document means the same to everyone. To weigh a finding differently, map its [code](super::Finding::code) when you
/// display it.
///
/// ```
/// use kvalitetsmodel::{codes, report::Profile, text::NonBlank};
///
/// let reason = NonBlank::new("the municipality signs its agreements in another system")?;
/// let profile = Profile::named("municipality").without(codes::AGR002, reason);
/// assert_eq!(profile.switched_off()[0].code, codes::AGR002);
/// # Ok::<(), kvalitetsmodel::text::BlankText>(())
/// ```
///
/// As JSON it has a `name` and, where they differ from the general profile, `figures` and `switchedOff`, so that it can
/// come from a configuration. [`REGION_SJAELLAND_2024`] is an example, and `json::read_profile` lists everything that
/// is wrong with a text that is not a profile.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Profile {
    name: Cow<'static, str>,
    switched_off: Vec<SwitchedOff>,
    figures: Figures,
}

record! {
    /// A rule that a profile switches off.
    #[non_exhaustive]
    pub struct SwitchedOff: "fravalgt regel", "rule switched off" {
        fields {
            /// The code of the rule.
            pub code: RuleCode = "regel", "rule";
            /// Why it does not apply.
            pub reason: NonBlank = "begrundelse", "reason";
        }
    }
}

record! {
    /// Figures that differ between regions and years.
    pub struct Figures: "tal", "figures" {
        fields {
            /// The number of themes in each of the two areas of generation 1 (R-069); `None` means 3.
            pub themes_per_area: Option<u32> = "temaer pr. område", "themes per area";
            /// The number of indicators that are set for each standard (R-071); `None` means 2.
            pub indicators_per_standard: Option<u32> = "indikatorer pr. standard", "indicators per standard";
            /// The most standards that the common set aims at (R-072); `None` means 6.
            pub standards_at_most: Option<u32> = "højeste antal standarder", "most standards";
            /// The most indicators that the common set aims at (R-072); `None` means 12.
            pub indicators_at_most: Option<u32> = "højeste antal indikatorer", "most indicators";
            /// The number of measurements that the level of a phase of a series should be based on; `None`
            /// means 12, the public practice of Danish run charts.
            pub measurements_per_level: Option<u32> = "målinger pr. niveau", "measurements per level";
            /// The day by which the target figures of a community are agreed (R-026); `None` means the first
            /// dated follow-up of the focus area.
            pub community_targets_fixed_by: Option<NaiveDate> =
                "fællesskabets måltal senest", "community targets by";
            /// What an agreement must state about its period and its parties (R-001).
            pub agreement_frame: AgreementFrame = "aftalens ramme", "frame of an agreement";
            /// How many dialogue meetings about the whole agreement are held in its year (R-018); `None` means
            /// that none are required.
            pub dialogue_meetings: Option<u32> = "dialogmøder om året", "dialogue meetings a year";
            /// How many months old a state assessment may be (S-018); `None` means that there is no limit.
            pub state_assessment_months: Option<u32> =
                "tilstandsvurderingens højeste alder i måneder", "most months of a state assessment";
            /// The most months between two self-evaluations; `None` means 12, as in Region Sjælland.
            pub self_evaluation_months: Option<u32> =
                "højeste antal måneder mellem selvevalueringer", "most months between self-evaluations";
            /// The most months between two external evaluations; `None` means 36, the public practice of the model.
            pub external_evaluation_months: Option<u32> =
                "højeste antal måneder mellem eksterne evalueringer", "most months between external evaluations";
            /// The fewest surveyors of an external evaluation; `None` means 2, the public practice of the model.
            pub surveyors_at_least: Option<u32> = "mindste antal surveyors", "fewest surveyors";
            /// The support tasks that each area with a community has (R-045); if the list is empty, those that most of
            /// these areas have.
            pub community_support: Vec<SupportKind> =
                "støtteopgaver ved fællesskaber", "support tasks of communities";
        }
    }
}

words! {
    /// What an agreement must state about its period and its parties (R-001).
    #[derive(Default)]
    #[non_exhaustive]
    pub enum AgreementFrame: "aftalens ramme", "frame of an agreement", absent General {
        /// A year or a period of any length, and at least two parties. Elsewhere agreements are for two or four
        /// years, and others make them (Randers Kommune, *Aftaler 2013–2014* and *aftalemål 2022–2025*).
        #[default]
        General = "et år eller en periode, mindst to parter", "a year or a period, at least two parties";
        /// One named year, and two parties: the social director and the head of the service (*Drifts- og
        /// udviklingsaftale 2024*, title page and signatures).
        DirectorAndHead =
            "ét år, socialdirektøren og forstanderen", "one year, the social director and the head of the service";
    }
}

impl Figures {
    /// The figures of the publication of 2007 and of public practice, without local dates.
    pub const GENERAL: Self = Self {
        themes_per_area: None,
        indicators_per_standard: None,
        standards_at_most: None,
        indicators_at_most: None,
        measurements_per_level: None,
        community_targets_fixed_by: None,
        agreement_frame: AgreementFrame::General,
        dialogue_meetings: None,
        state_assessment_months: None,
        self_evaluation_months: None,
        external_evaluation_months: None,
        surveyors_at_least: None,
        community_support: Vec::new(),
    };

    pub(crate) fn themes_per_area(&self) -> u64 {
        self.themes_per_area.unwrap_or(3).into()
    }

    pub(crate) fn indicators_per_standard(&self) -> u64 {
        self.indicators_per_standard.unwrap_or(2).into()
    }

    pub(crate) fn standards_at_most(&self) -> u64 {
        self.standards_at_most.unwrap_or(6).into()
    }

    pub(crate) fn indicators_at_most(&self) -> u64 {
        self.indicators_at_most.unwrap_or(12).into()
    }

    pub(crate) fn measurements_per_level(&self) -> u64 {
        self.measurements_per_level.unwrap_or(12).into()
    }

    pub(crate) fn self_evaluation_months(&self) -> u32 {
        self.self_evaluation_months.unwrap_or(12)
    }

    pub(crate) fn external_evaluation_months(&self) -> u32 {
        self.external_evaluation_months.unwrap_or(36)
    }

    pub(crate) fn surveyors_at_least(&self) -> u64 {
        self.surveyors_at_least.unwrap_or(2).into()
    }
}

impl Profile {
    /// All rules, with [`Figures::GENERAL`].
    pub const GENERAL: Self =
        Self { name: Cow::Borrowed("general"), switched_off: Vec::new(), figures: Figures::GENERAL };

    /// The agreements of Region Sjælland for 2024, as in [`REGION_SJAELLAND_2024`]: one year, made by the social
    /// director and the head of the service; the target figures of a community are agreed by 31 March 2024, each area
    /// with a community has three support tasks, and two dialogue meetings are held (source: *Drifts- og
    /// udviklingsaftale 2024*, title page, signatures, sections 1.3.3, 1.3.4, 1.4.2, 1.4.3, 1.5.2, 1.5.3 and 3).
    #[must_use]
    pub fn region_sjaelland_2024() -> Self {
        let fixed_by = NaiveDate::from_ymd_opt(2024, 3, 31);
        Self::named("region-sjaelland-2024").with_figures(Figures {
            community_targets_fixed_by: fixed_by,
            agreement_frame: AgreementFrame::DirectorAndHead,
            dialogue_meetings: Some(2),
            community_support: [
                SupportKind::HumanResources,
                SupportKind::Guidelines,
                SupportKind::WorkingGroup,
            ]
            .into(),
            ..Figures::GENERAL
        })
    }

    /// A profile that equals the general one except for its name.
    ///
    /// The name is for people and does not identify the profile: two different profiles can have the same
    /// name. The [stamp](super::Stamp) of a final document therefore also contains the figures and
    /// the rules that are switched off.
    #[must_use]
    pub fn named(name: impl Into<Cow<'static, str>>) -> Self {
        Self { name: name.into(), ..Self::GENERAL }
    }

    /// Replaces the figures.
    #[must_use]
    pub fn with_figures(self, figures: Figures) -> Self {
        Self { figures, ..self }
    }

    /// Switches a rule off. Every report lists the rule with the reason.
    ///
    /// A rule that requires it is still evaluated where the required rule is met. Where that is not met, or cannot be
    /// assessed, it is not evaluated, as if both applied, and [`Because::DependsOn`](super::Because::DependsOn) says
    /// that the required rule is switched off: neither has a finding there.
    #[must_use]
    pub fn without(mut self, code: RuleCode, reason: NonBlank) -> Self {
        self.switched_off.push(SwitchedOff { code, reason });
        self
    }

    /// The name in reports.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The rules that are switched off.
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

/// The profile [`Profile::region_sjaelland_2024`] as JSON, to be copied and changed for another region or year.
pub const REGION_SJAELLAND_2024: &str = include_str!("region-sjaelland-2024.json");

record! {
    /// A profile as it is written.
    struct Written: "profil", "profile" {
        fields {
            name: NonBlank = "navn", "name";
            figures: Option<Figures> = "tal", "figures";
            switched_off: Vec<SwitchedOff> = "slået fra", "switched off";
        }
    }
}

impl Serialize for Profile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Profile", 3)?;
        object.serialize_field("name", self.name())?;
        if *self.figures() != Figures::GENERAL {
            object.serialize_field("figures", self.figures())?;
        }
        if !self.switched_off.is_empty() {
            object.serialize_field("switchedOff", &self.switched_off)?;
        }
        object.end()
    }
}

impl<'de> Deserialize<'de> for Profile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Written::deserialize(deserializer).map(Self::from)
    }
}

impl From<Written> for Profile {
    fn from(read: Written) -> Self {
        let name = Cow::Owned(read.name.into());
        let figures = read.figures.unwrap_or(Figures::GENERAL);
        Self { name, switched_off: read.switched_off, figures }
    }
}

impl Part for Profile {
    const SHAPE: &'static Shape = Written::SHAPE;

    #[cfg(feature = "proptest")]
    fn any(tape: &mut crate::draft::tape::Tape<'_>) -> Self {
        Written::any(tape).into()
    }
}
