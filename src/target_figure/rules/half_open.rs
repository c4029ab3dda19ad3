//! Target figures on one topic of which some are given and others are yet to be agreed.

use crate::sorted::{self, sorted};
use crate::target_figure::TargetFigure;
use crate::text::ordinal;

/// Calls `each` with the position of every figure that is given, the figure, and the number of the first one with the
/// same key that is open.
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
    sorted(
        |put| open().filter_map(|(n, one)| Some((key(one)?, n))).for_each(put),
        |open| {
            for (n, one) in places().filter(|(_, one)| is_given(figure(one))) {
                let same = key(one).map_or(&[][..], |key| sorted::of(open, key));
                if let Some((_, first)) = same.first() {
                    each(n, figure(one), ordinal(*first));
                }
            }
        },
    );
}
