//! Strategies for standard sets: any, and clean.

mod breaking;

use alloc::vec;
use alloc::vec::Vec;

use proptest::collection::vec as list;
use proptest::option::of;
use proptest::prelude::*;
use uuid::Uuid;

pub(super) use breaking::breaking;

use super::ground::{evenly, free_text, non_blank_text, partial_date, section_number, typed_id};
use crate::figure::Direction;
use crate::id::{OperatorId, ThemeId};
use crate::model::{
    Activity, Denominator, Indicator, Name, Origin, Standard, StandardArea, StandardSet, Theme,
};
use crate::rule::Basis;
use crate::text::Text;

fn area() -> impl Strategy<Value = StandardArea> {
    evenly(&StandardArea::ALL)
}

fn direction() -> impl Strategy<Value = Direction> {
    evenly(&[Direction::AtLeast, Direction::AtMost])
}

fn name() -> impl Strategy<Value = Name> {
    (of(free_text()), of(free_text())).prop_map(|(da, en)| Name { da, en })
}

fn origin() -> impl Strategy<Value = Origin> {
    prop_oneof![
        3 => Just(Origin::Common {}),
        1 => (of(typed_id()), of(free_text())).prop_map(|(region, name)| Origin::Regional { region, name }),
    ]
}

/// An id of a theme, from so few that references often hit.
fn theme_id() -> impl Strategy<Value = ThemeId> {
    prop_oneof![9 => (0..6_u128).prop_map(|n| ThemeId::new(Uuid::from_u128(n))), 1 => typed_id()]
}

fn any_theme() -> impl Strategy<Value = Theme> {
    let basis = evenly(&[Basis::Stated, Basis::Derived, Basis::PublicPractice]);
    let activity = (free_text(), basis).prop_map(|(text, basis)| Activity { text, basis });
    (theme_id(), area(), of(name()), origin(), list(activity, 0..3))
        .prop_map(|(id, area, name, origin, activities)| Theme { id, area, name, origin, activities })
}

fn any_indicator() -> impl Strategy<Value = Indicator> {
    let denominator = prop_oneof![
        1 => Just(Denominator::None {}),
        3 => free_text().prop_map(|text| Denominator::Of { text }),
    ];
    let words = (of(free_text()), of(free_text()), of(denominator), of(free_text()));
    (typed_id(), of(origin()), words, of(direction())).prop_map(|(id, origin, words, direction)| {
        let (statement, numerator, denominator, data_source) = words;
        Indicator { id, origin, statement, numerator, denominator, direction, data_source }
    })
}

fn any_standard() -> impl Strategy<Value = Standard> {
    let indicators = list(any_indicator(), 0..5);
    (typed_id(), theme_id(), of(name()), of(section_number()), origin(), indicators).prop_map(
        |(id, theme, name, number, origin, indicators)| Standard {
            id,
            theme,
            name,
            number,
            origin,
            indicators,
        },
    )
}

/// Any draft of a standard set.
pub fn any_standard_set() -> impl Strategy<Value = StandardSet> {
    let generation = prop_oneof![2 => Just(Some(1)), 1 => any::<Option<u32>>()];
    // More than 32 themes are looked up in another way than fewer.
    let sizes = prop_oneof![9 => 0..8_usize, 1 => 30..40_usize];
    let lists = sizes.prop_flat_map(|most| (list(any_theme(), 0..=most), list(any_standard(), 0..=most)));
    (typed_id(), of(name()), generation, of(partial_date()), lists).prop_map(
        |(id, name, generation, published, (themes, standards))| StandardSet {
            id,
            name,
            generation,
            published,
            themes,
            standards,
        },
    )
}

/// Gives every thing in a clean set an id of its own.
struct Ids(u128);

impl Ids {
    fn next<T: From<Uuid>>(&mut self) -> T {
        self.0 = self.0.wrapping_add(1);
        T::from(Uuid::from_u128(self.0))
    }
}

/// What a clean set is made of, before it has ids.
#[derive(Debug, Clone)]
struct Parts {
    seed: u64,
    generation: Option<u32>,
    /// The area of each common theme; the common and the regional indicators of its common standard.
    themes: Vec<(StandardArea, usize, usize)>,
    /// What one region adds: a standard on a theme of its own in that area, or else on a common theme,
    /// with so many indicators.
    regional: Vec<(Option<StandardArea>, prop::sample::Index, usize)>,
    words: Text,
    direction: Direction,
}

fn regional() -> Origin {
    Origin::Regional { region: Some(OperatorId::new(Uuid::from_u128(3))), name: None }
}

fn defined(id: crate::id::IndicatorId, words: &Text, direction: Direction) -> Indicator {
    let denominator = match direction {
        Direction::AtLeast => Denominator::Of { text: words.clone() },
        Direction::AtMost => Denominator::None {},
    };
    Indicator {
        statement: Some(words.clone()),
        numerator: Some(words.clone()),
        denominator: Some(denominator),
        direction: Some(direction),
        data_source: Some(words.clone()),
        ..Indicator::new(id)
    }
}

fn assemble(parts: Parts) -> StandardSet {
    let Parts { seed, generation, themes, regional: additions, words, direction } = parts;
    let mut ids = Ids(u128::from(seed) << 64 | 0xffff);
    let mut set = StandardSet { generation, ..StandardSet::new(ids.next()) };
    for (area, common, own) in themes {
        let theme = Theme::new(ids.next(), area);
        let mut standard = Standard::new(ids.next(), theme.id);
        for _ in 0..common {
            standard.indicators.push(defined(ids.next(), &words, direction));
        }
        for _ in 0..own {
            let origin = Some(regional());
            standard.indicators.insert(0, Indicator { origin, ..defined(ids.next(), &words, direction) });
        }
        set.themes.push(theme);
        set.standards.push(standard);
    }
    for (area, place, indicators) in additions {
        let on_common = if set.themes.is_empty() { None } else { Some(place.get(&set.themes).id) };
        let theme = match (area, on_common) {
            (None, Some(theme)) => theme,
            (area, _) => {
                let area = area.unwrap_or(StandardArea::ServiceSpecific);
                set.themes.push(Theme { origin: regional(), ..Theme::new(ids.next(), area) });
                set.themes.last().map_or_else(|| ids.next(), |theme| theme.id)
            }
        };
        let indicators = (0..indicators).map(|_| defined(ids.next(), &words, direction)).collect();
        let standard = Standard { origin: regional(), indicators, ..Standard::new(ids.next(), theme) };
        set.standards.insert(place.index(set.standards.len().saturating_add(1)), standard);
    }
    set
}

fn clean_parts(
    generation: impl Strategy<Value = Option<u32>>,
    themes: impl Strategy<Value = Vec<(StandardArea, usize, usize)>>,
) -> impl Strategy<Value = StandardSet> {
    let regional = list((of(area()), any::<prop::sample::Index>(), 1..4_usize), 0..3);
    (any::<u64>(), generation, themes, regional, non_blank_text(), direction()).prop_map(
        |(seed, generation, themes, regional, words, direction)| {
            assemble(Parts { seed, generation, themes, regional, words, direction })
        },
    )
}

/// A clean set of the first generation: three themes in each area, in any order.
fn clean_generation_1() -> impl Strategy<Value = StandardSet> {
    use StandardArea::{Organisational, ServiceSpecific};
    let areas = vec![
        Organisational,
        Organisational,
        Organisational,
        ServiceSpecific,
        ServiceSpecific,
        ServiceSpecific,
    ];
    let themes = (Just(areas).prop_shuffle(), list(0..3_usize, 6))
        .prop_map(|(areas, own)| areas.into_iter().zip(own).map(|(area, own)| (area, 2, own)).collect());
    clean_parts(Just(Some(1)), themes)
}

/// A clean set that is another generation, or is not counted as one.
fn clean_other_set() -> impl Strategy<Value = StandardSet> {
    let generation = prop_oneof![Just(None), (2..5_u32).prop_map(Some)];
    clean_parts(generation, list((area(), 1..4_usize, 0..2_usize), 0..12))
}

/// A standard set in which nothing is found: the first generation with its indicators worded, or another
/// set; some of them with what a region added.
pub fn clean_standard_set() -> impl Strategy<Value = StandardSet> {
    prop_oneof![clean_generation_1(), clean_other_set()]
}
