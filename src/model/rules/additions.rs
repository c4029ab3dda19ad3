//! What is added to a clean set to break a rule.

use alloc::format;

use crate::date::PartialDate;
use crate::draft::tape::Tape;
use crate::figure::Direction;
use crate::id::Id;
use crate::model::{
    Denominator, Indicator, Origin, SetChange, Standard, StandardArea, StandardSet, Tailoring,
    TailoringChange, Theme,
};

/// Adds a theme without a standard at any place.
pub(super) fn add_theme(set: &mut StandardSet, origin: Origin, tape: &mut Tape<'_>) -> Id<Theme> {
    let theme = Theme::new(tape.spare_id(1), *tape.pick(StandardArea::ALL), origin);
    let id = theme.id;
    let place = tape.index(set.themes.len().saturating_add(1));
    set.themes.insert(place, theme);
    id
}

/// Adds a standard at any place.
pub(super) fn add_standard(set: &mut StandardSet, standard: Standard, tape: &mut Tape<'_>) {
    let place = tape.index(set.standards.len().saturating_add(1));
    set.standards.insert(place, standard);
    set.stated = None; // one more than it says
}

/// A standard with one indicator.
pub(super) fn added_standard(n: u128, theme: Id<Theme>, origin: Origin, tape: &mut Tape<'_>) -> Standard {
    let indicators = [added_indicator(n, tape)].into();
    Standard { indicators, ..Standard::new(tape.spare_id(n.saturating_add(10)), theme, origin) }
}

/// An indicator of which everything is stated, with a wording of its own.
pub(super) fn added_indicator(n: u128, tape: &mut Tape<'_>) -> Indicator {
    Indicator {
        statement: Some(format!("{} {n}", tape.words()).into()),
        numerator: Some(tape.said()),
        denominator: Some(Denominator::None),
        direction: Some(Direction::AtMost),
        data_source: Some(tape.said()),
        ..Indicator::new(tape.spare_id(n.saturating_add(100)))
    }
}

pub(super) const fn region() -> Origin {
    Origin::Regional { region: None, name: None }
}

/// One of the common standards of a set.
pub(super) fn common_standard<'a>(set: &'a mut StandardSet, tape: &mut Tape<'_>) -> Option<&'a mut Standard> {
    let common = set.standards.iter().filter(|one| one.origin.is_common()).count();
    let n = tape.index(common);
    set.standards.iter_mut().filter(|one| one.origin.is_common()).nth(n)
}

/// Puts the last common standard under the theme of the first one, so that its own theme has none.
pub(super) fn give_two_standards_to_one_theme(set: &mut StandardSet) {
    let is_common = |one: &Standard| one.origin.is_common();
    let theme = set.standards.iter().find(|one| is_common(one)).map(|one| one.theme);
    let last = set.standards.iter_mut().rfind(|one| is_common(one));
    theme.into_iter().zip(last).for_each(|(theme, last)| (last.theme, last.number) = (theme, None));
}

/// Adds a change with its decision at any place.
pub(super) fn put_change(tailoring: &mut Tailoring, change: SetChange, tape: &mut Tape<'_>) {
    let change = decided(change, tape);
    let place = tape.index(tailoring.changes.len().saturating_add(1));
    tailoring.changes.insert(place, change);
}

/// A change with who decided it, when and why.
pub(super) fn decided(change: SetChange, tape: &mut Tape<'_>) -> TailoringChange {
    TailoringChange {
        decided_by: Some(tape.said()),
        decided_on: PartialDate::of_year(2008),
        reason: Some(tape.said()),
        ..TailoringChange::new(change)
    }
}
