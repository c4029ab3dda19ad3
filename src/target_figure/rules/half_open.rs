//! Target figures on one topic of which some are given and others are yet to be agreed.

use crate::sorted::{self, with_both};
use crate::target_figure::TargetFigure;
use crate::text::ordinal;

/// Calls `each` with the position of every figure that is given, the figure, and the number of the first one with the
/// same key that is open. Figures of two populations are two figures.
pub(crate) fn each_with_open<'a, T, K: Copy + Default + Ord>(
    list: &'a [T],
    figure: impl Fn(&'a T) -> &'a TargetFigure,
    key: impl Fn(&'a T) -> Option<K>,
    mut each: impl FnMut(usize, &TargetFigure, u64),
) {
    // TAR007 finds a figure that is itself both given and open.
    let is_given = |one: &TargetFigure| one.value.is_some() && !one.is_given_and_open();
    if !(list.iter().any(|one| figure(one).is_open()) && list.iter().any(|one| is_given(figure(one)))) {
        return;
    }
    let places = || list.iter().enumerate();
    let open = || places().filter(|(_, one)| figure(one).is_open());
    let by_key = open().filter_map(|(n, one)| Some((key(one)?, n)));
    let by_population = open().filter_map(|(n, one)| Some(((key(one)?, figure(one).population_folded()), n)));
    with_both(&by_key, &by_population, |by_key, by_population| {
        for (n, one) in places().filter(|(_, one)| is_given(figure(one))) {
            let Some(key) = key(one) else { continue };
            let of_population = |population| sorted::of(by_population, (key, population)).first();
            // Without a population it may be any.
            let first = match figure(one).population_folded() {
                None => sorted::of(by_key, key).first().map(|(_, open)| *open),
                population => {
                    [population, None].into_iter().filter_map(of_population).map(|(_, open)| *open).min()
                }
            };
            if let Some(open) = first {
                each(n, figure(one), ordinal(open));
            }
        }
    });
}
