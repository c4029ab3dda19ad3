//! The rules about standard sets and their tailoring.

#[cfg(feature = "proptest")]
mod additions;
mod common;
mod mod001_three_in_each_area;
mod mod002_one_standard;
mod mod003_number_of_indicators;
mod mod004_standards_at_most;
mod mod005_indicators_at_most;
mod mod006_standard_has_indicator;
mod mod007_indicator_defined;
mod mod008_theme_in_set;
mod mod009_common_on_common;
mod mod010_number_once;
mod mod011_generation_counted_from_one;
mod mod012_scope_ordered;
mod mod013_core_is_for_all;
mod mod020_provenance_stated;
mod mod021_common_is_kept;
mod mod022_added_is_regional;
mod mod023_stated_numbers_match;
mod mod024_changes_can_be_made;
mod mod025_result_has_own_id;
mod mod026_added_number_once;
mod mod027_new_is_stated;
mod mod028_themes_as_published;
mod mod029_common_counted_the_same_way;
mod mod030_scope_once;
mod mod031_indicator_once;
mod mod032_indicator_of_its_standard;
mod mod033_region_once_in_project;
mod mod034_figures_of_own_project;
mod mod035_own_of_one_region;
mod mod036_decided_after_added;
mod mod037_added_once;
mod mod038_number_fits_area;
mod mod039_theme_has_standard;
mod mod040_worded_once;
mod mod041_part_of_something_else;
mod mod042_share_has_denominator;
mod mod043_in_tailoring;
mod mod043_region_has_one_name;
mod mod044_common_guidance;
mod own;

use super::{
    GuidingDocument, Indicator, QualityProject, Scope, Standard, StandardArea, StandardSet, Tailoring,
    TailoringChange, Theme,
};
use crate::id::Id;
use crate::rule::{done, rules};
use crate::sorted::{self, sorted_of};

rules! {
    StandardSet:
        mod001_three_in_each_area, mod002_one_standard, mod003_number_of_indicators, mod004_standards_at_most,
        mod005_indicators_at_most, mod008_theme_in_set, mod009_common_on_common,
        mod010_number_once, mod011_generation_counted_from_one, mod023_stated_numbers_match,
        mod028_themes_as_published, mod030_scope_once, mod031_indicator_once, mod032_indicator_of_its_standard,
        mod034_figures_of_own_project, mod035_own_of_one_region, mod038_number_fits_area,
        mod039_theme_has_standard, mod040_worded_once, mod043_region_has_one_name, mod044_common_guidance;
    Standard: mod006_standard_has_indicator;
    Indicator: mod007_indicator_defined, mod041_part_of_something_else, mod042_share_has_denominator;
    Scope: mod012_scope_ordered;
    QualityProject: mod013_core_is_for_all, mod033_region_once_in_project;
    Tailoring:
        mod021_common_is_kept, mod022_added_is_regional, mod024_changes_can_be_made, mod025_result_has_own_id,
        mod026_added_number_once, mod027_new_is_stated, mod029_common_counted_the_same_way,
        mod036_decided_after_added, mod037_added_once
        & mod043_in_tailoring;
    TailoringChange: mod020_provenance_stated;
}

done! {
    StandardSet: one, PUBLISHED at ["published"] = one.published;
    GuidingDocument: one, ISSUED at ["issuedOn"] = one.issued_on;
    TailoringChange: one, DECIDED at ["decidedOn"] = one.decided_on;
}

/// What the rules ask of the theme of a standard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    area: StandardArea,
    regional: bool,
}

/// Calls `then` with a function that finds the position of a theme; of several with the same id, the lowest.
fn with_places<R>(set: &StandardSet, then: impl FnOnce(&dyn Fn(Id<Theme>) -> Option<Place>) -> R) -> R {
    let entries = set.themes.iter().map(|theme| {
        let place = Place { area: theme.area, regional: !theme.origin.is_common() };
        (theme.id.uuid(), Some(place))
    });
    sorted_of(&entries, |themes| {
        then(&|theme| sorted::of(themes, theme.uuid()).first().and_then(|(_, place)| *place))
    })
}

/// One theme with one standard in each area, and one indicator each.
#[cfg(test)]
fn small_profile() -> crate::report::Profile {
    crate::report::Profile::named("small").with_figures(crate::report::Figures {
        themes_per_area: Some(1),
        indicators_per_standard: Some(1),
        standards_at_most: Some(2),
        indicators_at_most: Some(2),
        ..crate::report::Figures::GENERAL
    })
}
