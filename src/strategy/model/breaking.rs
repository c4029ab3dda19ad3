//! Standard sets that break one rule.

use alloc::vec;

use proptest::prelude::*;
use uuid::Uuid;

use super::{clean_generation_1, clean_other_set, clean_standard_set, defined, regional};
use crate::codes;
use crate::document::Content;
use crate::figure::Direction;
use crate::id::{IndicatorId, StandardId, ThemeId};
use crate::model::{Indicator, Origin, Standard, StandardArea, StandardSet, Theme};
use crate::rule::RuleCode;
use crate::text::Text;

/// Ids that no clean set uses.
fn spare<T: From<Uuid>>(n: u128) -> T {
    T::from(Uuid::from_u128(0x100 | n))
}

fn indicator(n: u128) -> Indicator {
    defined(spare::<IndicatorId>(n), &Text::from("ordlyd"), Direction::AtLeast)
}

fn theme(n: u128) -> Theme {
    Theme::new(spare::<ThemeId>(n), StandardArea::ServiceSpecific)
}

fn common(n: u128, theme: ThemeId, indicators: vec::Vec<Indicator>) -> Standard {
    Standard { indicators, ..Standard::new(spare::<StandardId>(n), theme) }
}

fn own(n: u128, theme: ThemeId, indicators: vec::Vec<Indicator>) -> Standard {
    Standard { origin: regional(), ..common(n, theme, indicators) }
}

/// A set, changed at a place that is chosen.
fn changed(
    set: impl Strategy<Value = StandardSet> + 'static,
    change: impl Fn(&mut StandardSet, prop::sample::Index) + 'static,
) -> BoxedStrategy<Content> {
    (set, any::<prop::sample::Index>())
        .prop_map(move |(mut set, place)| {
            change(&mut set, place);
            set.into()
        })
        .boxed()
}

/// Any clean set, with a region's own standard on a theme of its own.
fn with_own_standard(change: impl Fn(&mut Standard) + 'static) -> BoxedStrategy<Content> {
    changed(clean_standard_set(), move |set, place| {
        let mut standard = own(2, spare::<ThemeId>(1), vec![indicator(3)]);
        change(&mut standard);
        set.themes.push(Theme { origin: regional(), ..theme(1) });
        set.standards.insert(place.index(set.standards.len().saturating_add(1)), standard);
    })
}

/// One of the common standards of a set.
fn common_standard(set: &mut StandardSet, place: prop::sample::Index) -> Option<&mut Standard> {
    let mut common: vec::Vec<_> = set.standards.iter_mut().filter(|one| one.origin.is_common()).collect();
    if common.is_empty() { None } else { Some(common.swap_remove(place.index(common.len()))) }
}

fn one_theme_too_few(set: &mut StandardSet, place: prop::sample::Index) {
    let Some(theme) = common_standard(set, place).map(|standard| standard.theme) else { return };
    set.themes.retain(|one| one.id != theme);
    set.standards.retain(|standard| standard.theme != theme);
}

fn one_theme_in_the_other_area(set: &mut StandardSet, place: prop::sample::Index) {
    let Some(theme) = common_standard(set, place).map(|standard| standard.theme) else { return };
    for theme in set.themes.iter_mut().filter(|one| one.id == theme) {
        theme.area = match theme.area {
            StandardArea::Organisational => StandardArea::ServiceSpecific,
            StandardArea::ServiceSpecific => StandardArea::Organisational,
        };
    }
}

pub(in crate::strategy) fn breaking(code: RuleCode) -> Option<BoxedStrategy<Content>> {
    Some(match code {
        codes::MOD001 => prop_oneof![
            changed(clean_generation_1(), one_theme_too_few),
            changed(clean_generation_1(), one_theme_in_the_other_area),
        ]
        .boxed(),
        codes::MOD002 => any::<bool>()
            .prop_flat_map(|none| {
                changed(clean_other_set(), move |set, place| {
                    let theme = theme(1);
                    if !none {
                        set.standards.push(common(2, theme.id, vec![indicator(4)]));
                        set.standards.insert(0, common(3, theme.id, vec![indicator(5)]));
                    }
                    set.themes.insert(place.index(set.themes.len().saturating_add(1)), theme);
                })
            })
            .boxed(),
        codes::MOD003 => changed(clean_generation_1(), |set, place| {
            if let Some(standard) = common_standard(set, place) {
                let common = standard.indicators.iter().position(|one| one.origin.is_none());
                common.map(|n| standard.indicators.remove(n));
            }
        }),
        codes::MOD004 => changed(clean_generation_1(), |set, place| {
            let theme = theme(1);
            let own = Indicator { origin: Some(regional()), ..indicator(3) };
            set.standards.push(common(2, theme.id, vec![own]));
            set.themes.insert(place.index(set.themes.len()), theme);
        }),
        codes::MOD005 => changed(clean_generation_1(), |set, place| {
            if let Some(standard) = common_standard(set, place) {
                standard.indicators.push(indicator(1));
            }
        }),
        codes::MOD006 => with_own_standard(|standard| standard.indicators.clear()),
        codes::MOD007 => (0..5_usize)
            .prop_flat_map(|part| {
                with_own_standard(move |standard| {
                    for one in &mut standard.indicators {
                        match part {
                            0 => one.statement = None,
                            1 => one.numerator = None,
                            2 => one.denominator = None,
                            3 => one.direction = None,
                            _ => one.data_source = Some(" ".into()),
                        }
                    }
                })
            })
            .boxed(),
        codes::MOD008 => with_own_standard(|standard| standard.theme = spare::<ThemeId>(9)),
        codes::MOD009 => prop_oneof![
            with_own_standard(|standard| {
                standard.indicators.push(Indicator { origin: Some(Origin::Common {}), ..indicator(4) });
            }),
            changed(clean_other_set(), |set, place| {
                let theme = Theme { origin: regional(), ..theme(1) };
                set.standards.push(common(2, theme.id, vec![indicator(3)]));
                set.themes.insert(place.index(set.themes.len().saturating_add(1)), theme);
            }),
        ]
        .boxed(),
        _ => return None,
    })
}
