//! Standard sets in which nothing is found.

use alloc::format;
use alloc::vec::Vec;

use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::figure::Direction;
use crate::id::Id;
use crate::model::{Denominator, Indicator, Origin, Standard, StandardArea, StandardSet, Theme};

/// The first generation with its indicators worded, or another set; with additions of a region in some cases.
pub(super) fn clean(tape: &mut Tape<'_>) -> StandardSet {
    if tape.flag() { generation_1(tape) } else { other_set(tape) }
}

/// The first generation: three themes in each area, in any order, with two common indicators each.
pub(crate) fn generation_1(tape: &mut Tape<'_>) -> StandardSet {
    use StandardArea::{Organisational, ServiceSpecific};
    let mut set = empty_set(tape);
    set.generation = Some(1);
    let mut areas = Vec::from([Organisational, Organisational, Organisational]);
    areas.extend([ServiceSpecific, ServiceSpecific, ServiceSpecific]);
    while !areas.is_empty() {
        let area = areas.remove(tape.index(areas.len()));
        let regional = tape.below(3);
        add_theme(&mut set, area, 2, regional, tape);
    }
    add_regional(&mut set, tape);
    set
}

/// A set that is another generation, or is not counted as one.
fn other_set(tape: &mut Tape<'_>) -> StandardSet {
    let mut set = empty_set(tape);
    set.generation = *tape.pick(&[None, Some(2), Some(3), Some(4)]);
    for area in tape.list(11, Part::any) {
        let common = tape.below(3).saturating_add(1);
        let regional = tape.below(2);
        add_theme(&mut set, area, common, regional, tape);
    }
    add_regional(&mut set, tape);
    set
}

fn empty_set(tape: &mut Tape<'_>) -> StandardSet {
    StandardSet { name: Part::any(tape), published: Part::any(tape), ..StandardSet::new(tape.fresh_id()) }
}

/// Adds a common theme with its common standard, which has common and regional indicators.
fn add_theme(set: &mut StandardSet, area: StandardArea, common: u64, regional: u64, tape: &mut Tape<'_>) {
    let theme = Theme { name: Part::any(tape), ..Theme::new(tape.fresh_id(), area, Origin::Common) };
    let number = format!("1.{}", set.standards.len().saturating_add(1)).parse().ok().filter(|_| tape.flag());
    let mut standard = Standard { number, ..Standard::new(tape.fresh_id(), theme.id, Origin::Common) };
    for _ in 0..regional {
        let origin = Some(region(tape));
        standard.indicators.push(Indicator { origin, ..new_indicator(tape) });
    }
    standard.indicators.extend((0..common).map(|_| new_indicator(tape)));
    set.themes.push(theme);
    set.standards.push(standard);
}

/// Adds up to two standards of a region, each on a theme of its own or on one that the set has.
fn add_regional(set: &mut StandardSet, tape: &mut Tape<'_>) {
    for own_theme in tape.list(2, Tape::flag) {
        let on = if own_theme { None } else { set.themes.get(tape.index(set.themes.len())) };
        let theme = if let Some(theme) = on {
            theme.id
        } else {
            let theme = Theme::new(tape.fresh_id(), Part::any(tape), region(tape));
            set.themes.push(theme.clone());
            theme.id
        };
        let origin = region(tape);
        let indicators = tape.list_of(1, 3, new_indicator);
        let standard = Standard { indicators, ..Standard::new(tape.fresh_id(), theme, origin) };
        let place = tape.index(set.standards.len().saturating_add(1));
        set.standards.insert(place, standard);
    }
}

fn region(tape: &mut Tape<'_>) -> Origin {
    Origin::Regional { region: Part::any(tape), name: Part::any(tape) }
}

fn new_indicator(tape: &mut Tape<'_>) -> Indicator {
    let id = tape.fresh_id();
    indicator(id, tape)
}

/// An indicator of which everything is stated.
fn indicator(id: Id<Indicator>, tape: &mut Tape<'_>) -> Indicator {
    let direction: Direction = Part::any(tape);
    let words = tape.said();
    let denominator = match direction {
        Direction::AtLeast => Denominator::Of { text: words.clone() },
        Direction::AtMost => Denominator::None,
    };
    Indicator {
        statement: Some(words.clone()),
        numerator: Some(words.clone()),
        denominator: Some(denominator),
        direction: Some(direction),
        data_source: Some(words),
        ..Indicator::new(id)
    }
}
