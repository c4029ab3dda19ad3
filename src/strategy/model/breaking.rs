//! Standard sets that break one rule.

use alloc::vec;
use alloc::vec::Vec;

use super::{clean, generation_1, indicator, other_set, region};
use crate::codes::{self, RuleCode};
use crate::document::Content;
use crate::draft::tape::Tape;
use crate::id::Id;
use crate::model::{Indicator, Origin, Standard, StandardArea, StandardSet, Theme};

/// A way to break a rule.
type Change = fn(&mut StandardSet, &mut Tape<'_>);

pub(in crate::strategy) fn broken(code: RuleCode, tape: &mut Tape<'_>) -> Option<Content> {
    // What is made, and the ways to change it.
    let (make, ways): (fn(&mut Tape<'_>) -> StandardSet, &[Change]) = match code {
        codes::MOD001 => (generation_1, &[remove_a_theme, move_a_theme_to_the_other_area]),
        codes::MOD002 => (other_set, &[add_theme_without_standard, add_theme_with_two_standards]),
        codes::MOD003 => (generation_1, &[remove_an_indicator]),
        codes::MOD004 => (generation_1, &[add_theme_with_standard]),
        codes::MOD005 => (generation_1, &[add_an_indicator]),
        codes::MOD006 => (clean, &[|set, tape| add_own_standard(set, tape, |own, _| own.indicators.clear())]),
        codes::MOD007 => (
            clean,
            &[
                |set, tape| add_own_indicator(set, tape, |one| one.statement = None),
                |set, tape| add_own_indicator(set, tape, |one| one.numerator = None),
                |set, tape| add_own_indicator(set, tape, |one| one.denominator = None),
                |set, tape| add_own_indicator(set, tape, |one| one.direction = None),
                |set, tape| add_own_indicator(set, tape, |one| one.data_source = Some(" ".into())),
            ],
        ),
        codes::MOD008 => {
            (clean, &[|set, tape| add_own_standard(set, tape, |own, tape| own.theme = tape.spare_id(9))])
        }
        codes::MOD009 if tape.flag() => (other_set, &[add_common_standard_on_own_theme]),
        codes::MOD009 => (clean, &[add_common_indicator_of_own_standard]),
        _ => return None,
    };
    let mut set = make(tape);
    tape.pick(ways)(&mut set, tape);
    Some(set.into())
}

fn remove_a_theme(set: &mut StandardSet, tape: &mut Tape<'_>) {
    let Some(theme) = common_standard(set, tape).map(|standard| standard.theme) else { return };
    set.themes.retain(|one| one.id != theme);
    set.standards.retain(|standard| standard.theme != theme);
}

fn move_a_theme_to_the_other_area(set: &mut StandardSet, tape: &mut Tape<'_>) {
    let Some(theme) = common_standard(set, tape).map(|standard| standard.theme) else { return };
    for theme in set.themes.iter_mut().filter(|one| one.id == theme) {
        theme.area = match theme.area {
            StandardArea::Organisational => StandardArea::ServiceSpecific,
            StandardArea::ServiceSpecific => StandardArea::Organisational,
        };
    }
}

fn add_theme_without_standard(set: &mut StandardSet, tape: &mut Tape<'_>) {
    add_theme(set, Origin::Common, tape);
}

fn add_theme_with_two_standards(set: &mut StandardSet, tape: &mut Tape<'_>) {
    let theme = add_theme(set, Origin::Common, tape);
    for n in [2, 3] {
        let indicators = vec![spare_indicator(n, tape)];
        add_standard(
            set,
            Standard { indicators, ..Standard::new(tape.spare_id(n), theme, Origin::Common) },
            tape,
        );
    }
}

fn remove_an_indicator(set: &mut StandardSet, tape: &mut Tape<'_>) {
    if let Some(standard) = common_standard(set, tape) {
        let common = standard.indicators.iter().position(|one| one.origin.is_none());
        common.map(|n| standard.indicators.remove(n));
    }
}

fn add_theme_with_standard(set: &mut StandardSet, tape: &mut Tape<'_>) {
    let theme = add_theme(set, Origin::Common, tape);
    let indicators = vec![Indicator { origin: Some(region(tape)), ..spare_indicator(3, tape) }];
    add_standard(
        set,
        Standard { indicators, ..Standard::new(tape.spare_id(2), theme, Origin::Common) },
        tape,
    );
}

fn add_an_indicator(set: &mut StandardSet, tape: &mut Tape<'_>) {
    let added = spare_indicator(1, tape);
    if let Some(standard) = common_standard(set, tape) {
        standard.indicators.push(added);
    }
}

fn add_common_indicator_of_own_standard(set: &mut StandardSet, tape: &mut Tape<'_>) {
    add_own_standard(set, tape, |own, tape| {
        own.indicators.push(Indicator { origin: Some(Origin::Common), ..spare_indicator(4, tape) });
    });
}

fn add_common_standard_on_own_theme(set: &mut StandardSet, tape: &mut Tape<'_>) {
    let origin = region(tape);
    let theme = add_theme(set, origin, tape);
    let indicators = vec![spare_indicator(3, tape)];
    add_standard(
        set,
        Standard { indicators, ..Standard::new(tape.spare_id(2), theme, Origin::Common) },
        tape,
    );
}

/// Adds a standard of a region, on a theme of its own, with one indicator.
fn add_own_standard(
    set: &mut StandardSet,
    tape: &mut Tape<'_>,
    change: impl FnOnce(&mut Standard, &mut Tape<'_>),
) {
    let origin = region(tape);
    let theme = add_theme(set, origin.clone(), tape);
    let indicators = vec![spare_indicator(3, tape)];
    let mut standard = Standard { indicators, ..Standard::new(tape.spare_id(2), theme, origin) };
    change(&mut standard, tape);
    add_standard(set, standard, tape);
}

fn add_own_indicator(set: &mut StandardSet, tape: &mut Tape<'_>, change: fn(&mut Indicator)) {
    add_own_standard(set, tape, |own, _| own.indicators.iter_mut().for_each(change));
}

/// Adds a theme at any place.
fn add_theme(set: &mut StandardSet, origin: Origin, tape: &mut Tape<'_>) -> Id<Theme> {
    let theme = Theme::new(tape.spare_id(1), StandardArea::ServiceSpecific, origin);
    let id = theme.id;
    let place = tape.index(set.themes.len().saturating_add(1));
    set.themes.insert(place, theme);
    id
}

/// Adds a standard at any place.
fn add_standard(set: &mut StandardSet, standard: Standard, tape: &mut Tape<'_>) {
    let place = tape.index(set.standards.len().saturating_add(1));
    set.standards.insert(place, standard);
}

fn spare_indicator(n: u128, tape: &mut Tape<'_>) -> Indicator {
    let id = tape.spare_id(n.saturating_add(100));
    indicator(id, tape)
}

/// One of the common standards of a set.
fn common_standard<'a>(set: &'a mut StandardSet, tape: &mut Tape<'_>) -> Option<&'a mut Standard> {
    let mut common: Vec<_> = set.standards.iter_mut().filter(|one| one.origin.is_common()).collect();
    if common.is_empty() { None } else { Some(common.swap_remove(tape.index(common.len()))) }
}
