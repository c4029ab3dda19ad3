//! The standards of an evaluation: their order on a page, and their names.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::super::sheet::shown;
use crate::Lang;
use crate::evaluation::{EvaluatedStandard, Evaluation};
use crate::model::{PUBLISHED, PublishedSet};
use crate::sorted::sort_by_key;

/// The order of standards on a page: that of the stated published set, then those that it does not have. If no
/// such set is stated, or the document has numbers of its own, nothing is moved.
pub(super) struct Order(Option<&'static PublishedSet>);

impl Order {
    pub(super) fn of(evaluation: &Evaluation) -> Self {
        let has_numbers = evaluation.standards.iter().any(|one| one.number.is_some());
        Self(evaluation.published_set().filter(|_| !has_numbers))
    }

    /// What a standard is sorted by.
    pub(super) fn place(&self, standard: &EvaluatedStandard) -> usize {
        let Some(set) = self.0 else { return 0 };
        let position = set.standards.iter().position(|one| Some(one.id) == standard.standard);
        position.unwrap_or(set.standards.len())
    }
}

/// The standards in their order, each with its position in the document.
pub(super) fn in_order(evaluation: &Evaluation) -> Vec<(usize, &EvaluatedStandard)> {
    let mut all: Vec<_> = (1..).zip(&evaluation.standards).collect();
    let order = Order::of(evaluation);
    sort_by_key(&mut all, |(_, standard)| order.place(standard));
    all
}

/// The number and the name of a standard: its own, otherwise those of the published one, otherwise its position. A
/// number is that of the set that is stated, since the same standard has other numbers, or none, in other sets.
pub(super) fn standard_name(
    evaluation: &Evaluation,
    n: usize,
    standard: &EvaluatedStandard,
    lang: Lang,
) -> String {
    let set = evaluation.published_set();
    let published = |set: &'static PublishedSet| {
        set.standards.iter().find(|one| Some(one.id) == standard.standard).map(|one| (set, one))
    };
    let number = standard.number.or_else(|| set.and_then(published)?.1.number);
    let name = || {
        let (set, one) = set.into_iter().chain(PUBLISHED.iter().copied()).find_map(published)?;
        Some(set.themes.iter().find(|theme| theme.id == one.theme)?.name.in_lang(lang))
    };
    match (number, shown(standard.name.as_ref()).or_else(name)) {
        (Some(number), Some(name)) => format!("{number} {name}"),
        (Some(number), None) => format!("{number}"),
        (None, Some(name)) => name.into(),
        (None, None) => format!("Standard {n}"),
    }
}
