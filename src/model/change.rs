//! Changes to a standard set.

use alloc::vec::Vec;

use super::{
    Activity, Denominator, Indicator, Name, Origin, QualityProject, Standard, StandardArea, StandardSet,
    Theme,
};
use crate::date::PartialDate;
use crate::figure::Direction;
use crate::id::{Id, Subject};
use crate::organisation::Operator;
use crate::section::SectionNumber;
use crate::text::Text;

record! {
    /// A region's tailoring of a standard set (*tilpasning*): its own additions and other changes, each with who
    /// decided it, when and why.
    ///
    /// The common set stays as it was published; [`apply`](Self::apply) makes the tailored one from it. As every
    /// change names what it changes by its id, the tailoring still fits after the common set was renamed.
    ///
    /// # Source
    ///
    /// *Dansk kvalitetsmodel for de regionale botilbud på det sociale område*, "Omfang og prioritering": "Den
    /// enkelte region kan vælge at lade flere standarder og indikatorer indgå i kvalitetsmodellen."
    ///
    /// ```
    /// use kvalitetsmodel::model::{
    ///     GENERATION_1, Indicator, Origin, SetChange, Standard, StandardSet, Tailoring, TailoringChange,
    /// };
    /// use kvalitetsmodel::id::Id;
    ///
    /// let common = GENERATION_1.to_standard_set();
    /// let own = Standard {
    ///     indicators: vec![Indicator::new(Id::from_u128(2))],
    ///     ..Standard::new(Id::from_u128(1), common.themes[1].id, Origin::Regional { region: None, name: None })
    /// };
    /// let mut tailoring = Tailoring::new(Id::from_u128(3), common.id);
    /// tailoring.changes = vec![TailoringChange {
    ///     decided_by: Some("Regionsrådet".into()),
    ///     decided_on: Some("2008-05".parse()?),
    ///     reason: Some("Vold mod personale fylder i arbejdsmiljøet".into()),
    ///     ..TailoringChange::new(SetChange::AddStandard { standard: own })
    /// }];
    /// let tailored = tailoring.apply(&common)?;
    /// assert_eq!((common.standards.len(), tailored.standards.len()), (6, 7));
    /// assert!(tailoring.apply(&StandardSet::new(Id::from_u128(9))).is_err()); // based on another set
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "tilpasning")]
    #[doc(alias = "regionalt tillæg")]
    pub struct Tailoring: "tilpasning af et standardsæt", "tailoring of a standard set", id "tailoring" {
        mandatory {
            /// The set that it is based on.
            pub base: Id<StandardSet> = "bygger på", "base";
        }
        optional {
            /// The id of the tailored set; absent if the tailored set is not kept as a set of its own.
            pub result: Option<Id<StandardSet>> = "det tilpassede sæt", "tailored set";
            /// The name of the tailored set.
            pub name: Option<Name> = "navn", "name";
            /// The region.
            pub region: Option<Id<Operator>> = "region", "region";
            /// The name of the region in the document.
            pub region_name: Option<Text> = "regionens navn", "name of the region";
            /// The changes, in the order in which they are made.
            pub changes: Vec<TailoringChange> = "ændringer", "changes";
        }
    }
}

record! {
    /// One change of a tailoring, with where it comes from.
    pub struct TailoringChange: "ændring", "change" {
        mandatory {
            /// What is changed.
            pub change: SetChange = "ændring", "change";
        }
        optional {
            /// The body or role that decided it, such as *regionsrådet*; never the name of a person.
            pub decided_by: Option<Text> = "besluttet af", "decided by";
            /// When it was decided.
            pub decided_on: Option<PartialDate> = "besluttet den", "decided on";
            /// Why.
            pub reason: Option<Text> = "begrundelse", "reason";
        }
    }
}

choice! {
    /// One change to a standard set. It names what it changes by its id and says how it is afterwards.
    ///
    /// A [tailoring](Tailoring) and the [comparison](super::SetComparison) of two sets are lists of these, and
    /// [`StandardSet::with_changes`] makes them. An absent value is removed: a theme can lose its name.
    #[non_exhaustive]
    pub enum SetChange: "ændring af et standardsæt", "change to a standard set" {
        /// A theme is left out. Its standards stay.
        LeaveOutTheme = "tema udgår", "theme left out" {
            /// The theme.
            theme: Id<Theme> = "tema", "theme";
        }
        /// A standard is left out, with its indicators.
        LeaveOutStandard = "standard udgår", "standard left out" {
            /// The standard.
            standard: Id<Standard> = "standard", "standard";
        }
        /// An indicator is left out.
        LeaveOutIndicator = "indikator udgår", "indicator left out" {
            /// The indicator.
            indicator: Id<Indicator> = "indikator", "indicator";
        }
        /// A theme is added.
        AddTheme = "tema tilføjes", "theme added" {
            /// The theme.
            theme: Theme = "tema", "theme";
        }
        /// A standard is added, with its indicators.
        AddStandard = "standard tilføjes", "standard added" {
            /// The standard.
            standard: Standard = "standard", "standard";
        }
        /// An indicator is added to a standard.
        AddIndicator = "indikator tilføjes", "indicator added" {
            /// The standard.
            standard: Id<Standard> = "standard", "standard";
            /// The indicator.
            indicator: Indicator = "indikator", "indicator";
        }
        /// A theme has another name.
        RenameTheme = "tema omdøbes", "theme renamed" {
            /// The theme.
            theme: Id<Theme> = "tema", "theme";
            /// The new name.
            name: Option<Name> = "nyt navn", "new name";
        }
        /// A standard has another name.
        RenameStandard = "standard omdøbes", "standard renamed" {
            /// The standard.
            standard: Id<Standard> = "standard", "standard";
            /// The new name.
            name: Option<Name> = "nyt navn", "new name";
        }
        /// A standard has another number.
        RenumberStandard = "standard får nyt nummer", "standard renumbered" {
            /// The standard.
            standard: Id<Standard> = "standard", "standard";
            /// The new number.
            number: Option<SectionNumber> = "nyt nummer", "new number";
        }
        /// A theme belongs to the other area.
        MoveTheme = "tema flyttes", "theme moved" {
            /// The theme.
            theme: Id<Theme> = "tema", "theme";
            /// The new area.
            area: StandardArea = "nyt område", "new area";
        }
        /// A standard belongs to another theme.
        MoveStandard = "standard flyttes", "standard moved" {
            /// The standard.
            standard: Id<Standard> = "standard", "standard";
            /// The new theme.
            theme: Id<Theme> = "nyt tema", "new theme";
        }
        /// An indicator belongs to another standard.
        MoveIndicator = "indikator flyttes", "indicator moved" {
            /// The indicator.
            indicator: Id<Indicator> = "indikator", "indicator";
            /// The new standard.
            standard: Id<Standard> = "ny standard", "new standard";
        }
        /// An indicator has another wording.
        RewordIndicator = "indikator får ny ordlyd", "indicator reworded" {
            /// The indicator.
            indicator: Id<Indicator> = "indikator", "indicator";
            /// The new wording.
            statement: Option<Text> = "ny ordlyd", "new wording";
        }
        /// Something else is counted.
        RecountIndicator = "indikator tælles på en anden måde", "indicator counted differently" {
            /// The indicator.
            indicator: Id<Indicator> = "indikator", "indicator";
            /// What is counted now.
            numerator: Option<Text> = "ny tæller", "new numerator";
            /// Of how many.
            denominator: Option<Denominator> = "ny nævner", "new denominator";
        }
        /// The other direction is better.
        TurnIndicator = "indikator får ny retning", "direction of indicator changed" {
            /// The indicator.
            indicator: Id<Indicator> = "indikator", "indicator";
            /// The new direction.
            direction: Option<Direction> = "ny retning", "new direction";
        }
        /// The figures come from another source.
        ChangeDataSource = "indikator får ny datakilde", "data source of indicator changed" {
            /// The indicator.
            indicator: Id<Indicator> = "indikator", "indicator";
            /// The new data source.
            data_source: Option<Text> = "ny datakilde", "new data source";
            /// The projects that give the figures now.
            projects: Vec<Id<QualityProject>> = "fra projekterne", "from the projects";
        }
        /// A theme becomes common, or a region's own.
        ChangeThemeOrigin = "tema får ny oprindelse", "origin of theme changed" {
            /// The theme.
            theme: Id<Theme> = "tema", "theme";
            /// The new origin.
            origin: Origin = "ny oprindelse", "new origin";
        }
        /// A standard becomes common, or a region's own.
        ChangeStandardOrigin = "standard får ny oprindelse", "origin of standard changed" {
            /// The standard.
            standard: Id<Standard> = "standard", "standard";
            /// The new origin.
            origin: Origin = "ny oprindelse", "new origin";
        }
        /// An indicator becomes common, or a region's own.
        ChangeIndicatorOrigin = "indikator får ny oprindelse", "origin of indicator changed" {
            /// The indicator.
            indicator: Id<Indicator> = "indikator", "indicator";
            /// The new origin.
            origin: Option<Origin> = "ny oprindelse", "new origin";
        }
        /// A theme has other activities.
        ReplaceActivities = "temaets aktiviteter ændres", "activities of theme replaced" {
            /// The theme.
            theme: Id<Theme> = "tema", "theme";
            /// All activities of the theme.
            activities: Vec<Activity> = "aktiviteter", "activities";
        }
    }
}

impl SetChange {
    /// The theme, standard or indicator that is changed.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        match self {
            Self::AddTheme { theme } => theme.id.subject(),
            Self::LeaveOutTheme { theme }
            | Self::RenameTheme { theme, .. }
            | Self::MoveTheme { theme, .. }
            | Self::ChangeThemeOrigin { theme, .. }
            | Self::ReplaceActivities { theme, .. } => theme.subject(),
            Self::AddStandard { standard } => standard.id.subject(),
            Self::LeaveOutStandard { standard }
            | Self::RenameStandard { standard, .. }
            | Self::RenumberStandard { standard, .. }
            | Self::MoveStandard { standard, .. }
            | Self::ChangeStandardOrigin { standard, .. } => standard.subject(),
            Self::AddIndicator { indicator, .. } => indicator.id.subject(),
            Self::LeaveOutIndicator { indicator }
            | Self::MoveIndicator { indicator, .. }
            | Self::RewordIndicator { indicator, .. }
            | Self::RecountIndicator { indicator, .. }
            | Self::TurnIndicator { indicator, .. }
            | Self::ChangeDataSource { indicator, .. }
            | Self::ChangeIndicatorOrigin { indicator, .. } => indicator.subject(),
        }
    }
}
