//! Target figures for the same thing that contradict each other.

use crate::date::{Period, When};
use crate::figure::{Decimal, Direction, Unit};
use crate::report::Path;
use crate::rule::{Checker, message};
use crate::sorted::{self, count_distinct, sorted, sorted_of};
use crate::target_figure::TargetFigure;
use crate::text::Folded;

message! {
    OtherValue { value: Decimal, other: Decimal }
    "måltallet er {value}, men et andet måltal for det samme er {other}",
    "the figure is {value}, but another figure for the same thing is {other}",
}

message! {
    AboveMost { least: Decimal, most: Decimal }
    "tallet skal være mindst {least}, men et andet måltal for det samme er højst {most}",
    "the figure is to be at least {least}, but another figure for the same thing is at most {most}",
}

message! {
    BelowLeast { most: Decimal, least: Decimal }
    "tallet skal være højst {most}, men et andet måltal for det samme er mindst {least}",
    "the figure is to be at most {most}, but another figure for the same thing is at least {least}",
}

/// What a figure is about: scope, indicator, topic, unit and population.
type Key<'a> = (Option<u128>, Option<u128>, Option<Folded<'a>>, Option<&'a Unit>, Option<Folded<'a>>);

/// The scope in which two figures are for the same thing: if they name the same indicator, or if they only name the same
/// topic.
#[derive(Clone, Copy)]
pub(crate) struct Scope {
    pub(crate) of_indicator: Option<u128>,
    pub(crate) of_topic: Option<u128>,
    /// The period of the agreement.
    pub(crate) within: Option<Period>,
}

/// How a figure contradicts another one for the same thing.
pub(crate) struct Contradiction {
    kind: Kind,
    value: Decimal,
    other: Decimal,
}

enum Kind {
    OtherValue,
    AboveMost,
    BelowLeast,
}

impl Contradiction {
    /// Reports it at the figure.
    pub(crate) fn report(self, at: &Path<'_>, cx: &mut Checker<'_>) {
        let (at, Self { kind, value, other }) = (at.key("value"), self);
        match kind {
            Kind::OtherValue => cx.not_met(&at, OtherValue { value, other }),
            Kind::AboveMost => cx.not_met(&at, AboveMost { least: value, most: other }),
            Kind::BelowLeast => cx.not_met(&at, BelowLeast { most: value, least: other }),
        }
    }
}

/// What a figure states: when it is measured, as it is written and in days, and its value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Given<'a> {
    when: Option<&'a When>,
    days: Option<Period>,
    value: Decimal,
}

impl Given<'_> {
    /// Whether two times are the same, as they are across documents (`BUN006`).
    fn is_of_one_time(&self, other: &Self) -> bool {
        let days = self.days.zip(other.days);
        self.when == other.when || days.is_some_and(|(one, other)| one.is_same_measuring_time(other))
    }
}

/// What a figure is about. Returns `None` if it is not stated. With an indicator and a population that says enough, and
/// the topic may be worded in another way; `same` is an indicator with that wording.
fn key(scope: Scope, target: &TargetFigure, same: impl Fn(u128) -> u128) -> Option<Key<'_>> {
    let indicator = target.indicator.as_ref().map(|one| one.id.uuid().as_u128());
    let topic = target.topic_folded();
    let of = match (indicator, topic) {
        (None, None) => return None,
        (Some(_), _) => scope.of_indicator,
        (None, Some(_)) => scope.of_topic,
    };
    let unit = target.unit.as_ref();
    let population = target.population_folded();
    Some(match indicator {
        Some(indicator) if population.is_some() => (of, Some(same(indicator)), None, unit, population),
        _ => (of, indicator, topic, unit, population),
    })
}

/// The wording of its indicator, and the indicator.
fn wording(target: &TargetFigure) -> Option<(Folded<'_>, u128)> {
    let indicator = target.indicator.as_ref()?;
    Some((Folded::stated(indicator.statement.as_ref())?, indicator.id.uuid().as_u128()))
}

/// Calls `then` with a function from an indicator to the first one with its wording.
fn with_same<'t, P, R>(
    figures: &(impl Iterator<Item = (P, Scope, &'t TargetFigure)> + Clone),
    then: impl FnOnce(&dyn Fn(u128) -> u128) -> R,
) -> R {
    let worded = figures.clone().filter_map(|(_, _, target)| wording(target));
    sorted_of(&worded, |by_wording| {
        let by_wording = &*by_wording;
        let first = |wording| sorted::of(by_wording, wording).first().map(|(_, first)| *first);
        let same = worded.clone().filter_map(|(wording, indicator)| Some((indicator, first(wording)?)));
        sorted_of(&same, |same| then(&|of| sorted::of(same, of).first().map_or(of, |(_, first)| *first)))
    })
}

fn is_distinct<T: Copy + Default + Ord>(keys: impl Iterator<Item = T> + Clone) -> bool {
    count_distinct(&keys) == keys.count()
}

/// What a figure states. Returns `None` if it has no value, or is open as well.
fn given(scope: Scope, target: &TargetFigure) -> Option<Given<'_>> {
    let value = target.value.filter(|_| !target.is_given_and_open())?;
    let when = target.measured_at.as_ref();
    let days = when.and_then(|when| when.days(scope.within.as_ref())).filter(Period::is_ordered);
    Some(Given { when, days, value })
}

/// The other direction, if an indicator says exactly what the figure is about.
fn opposite((_, indicator, ..): Key<'_>, direction: Option<Direction>) -> Option<Direction> {
    direction.filter(|_| indicator.is_some()).map(Direction::opposite)
}

/// Calls `found` with the place of each figure that differs from the first one for the same thing and time, or that the
/// first one in the other direction excludes. The same topic alone is too little for that: at most 5% away and at least
/// 95% present can be figures on one topic.
pub(crate) fn each_contradiction<'t, P>(
    figures: impl Iterator<Item = (P, Scope, &'t TargetFigure)> + Clone,
    mut found: impl FnMut(P, Contradiction),
) {
    let keys = figures.clone().filter_map(|(_, scope, target)| key(scope, target, |indicator| indicator));
    let worded = figures.clone().filter_map(|(_, scope, target)| {
        Some((scope.of_indicator, wording(target)?.0, target.unit.as_ref(), target.population_folded()?))
    });
    // Most often each figure is about something else, and no two have to be compared.
    if !is_distinct(keys) || !is_distinct(worded) {
        let all = figures.clone();
        with_same(&all, |same| compare(figures, same, &mut found));
    }
}

fn compare<'t, P>(
    figures: impl Iterator<Item = (P, Scope, &'t TargetFigure)> + Clone,
    same: &dyn Fn(u128) -> u128,
    found: &mut impl FnMut(P, Contradiction),
) {
    let all = figures.filter_map(|(place, scope, target)| {
        let of = (key(scope, target, same)?, target.direction);
        Some((place, of, given(scope, target)?))
    });
    let all = all.enumerate();
    sorted(
        |put| all.clone().for_each(|(n, (_, of, given))| put((of, (n, Some(given))))),
        |sorted| {
            for (n, (place, of, this)) in all.clone() {
                let first = |of| {
                    let same =
                        sorted::of(sorted, of).iter().filter_map(|(_, (n, given))| Some((*n, (*given)?)));
                    same.clone().find(|(_, given)| given.is_of_one_time(&this))
                };
                let ((key, direction), value) = (of, this.value);
                if let Some((_, Given { value: other, .. })) =
                    first(of).filter(|(_, first)| first.value != value)
                {
                    found(place, Contradiction { kind: Kind::OtherValue, value, other });
                    continue;
                }
                let opposite = opposite(key, direction);
                let Some((first, Given { value: other, .. })) =
                    opposite.and_then(|direction| first((key, Some(direction))))
                else {
                    continue;
                };
                let kind = match direction {
                    Some(Direction::AtLeast) if value > other => Kind::AboveMost,
                    Some(Direction::AtMost) if value < other => Kind::BelowLeast,
                    _ => continue,
                };
                if first < n {
                    found(place, Contradiction { kind, value, other });
                }
            }
        },
    );
}
