//! Compares two drafts along their field table.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::node::{Node, canonical, nodes, section_of, subject, tidy};
use super::pairs::{mandatory, partners, unlike};
use super::tree::Tree;
use super::words::{is_text, kind_of, value_in_words};
use super::{Change, ChangeKind, FigureChange, Strictness, TextChange};
use crate::draft::kind::Draft;
use crate::draft::{Record, Shape};
use crate::figure::Decimal;
use crate::id::Subject;
use crate::report::Pointer;
use crate::sorted::{self, sort_by};
use crate::text::{Bilingual, Text};

/// The two values at a place; one of them can be missing.
#[derive(Clone, Copy)]
struct Pair<'t> {
    before: Option<&'t Tree>,
    after: Option<&'t Tree>,
}

impl<'t> Pair<'t> {
    fn get(self, name: &str) -> Self {
        let value = |tree: Option<&'t Tree>| tree?.get(name);
        Self { before: value(self.before), after: value(self.after) }
    }

    /// Returns `true` if both state it, with the same value.
    fn agrees_on(self, name: &str) -> bool {
        let Self { before, after } = self.get(name);
        before.is_some() && before == after
    }
}

/// Where the comparison is, in both drafts.
#[derive(Clone)]
struct Place {
    subject: Subject,
    section: Option<String>,
    labels: Vec<Bilingual>,
    before: String,
    after: String,
    /// Whether this is inside a time, where every number is part of a time.
    in_time: bool,
}

impl Place {
    fn step(&self, name: &str, label: Option<Bilingual>) -> Self {
        let mut inside = self.clone();
        inside.before = format!("{}/{name}", self.before);
        inside.after = format!("{}/{name}", self.after);
        inside.labels.extend(label);
        inside
    }
}

/// The changes so far.
pub(super) struct Comparing {
    with_texts: bool,
    changes: Vec<Change>,
}

impl Comparing {
    pub(super) const fn new(with_texts: bool) -> Self {
        Self { with_texts, changes: Vec::new() }
    }

    pub(super) fn drafts<T: Draft>(mut self, before: &T, after: &T) -> Vec<Change> {
        let (mut before, mut after) = (Tree::of(before), Tree::of(after));
        tidy(T::SHAPE, &mut before);
        tidy(T::SHAPE, &mut after);
        let (before, after) = (nodes(T::SHAPE, &before), nodes(T::SHAPE, &after));
        let partner = partners(&before, &after);
        let mut is_there = alloc::vec![false; before.len()];
        for (n, later) in after.iter().enumerate() {
            // The drafts themselves count as the same thing, whatever their ids.
            let earlier = if n == 0 { Some(0) } else { partner.get(n).copied().flatten() };
            match earlier.and_then(|n| Some((n, before.get(n)?))) {
                Some((at, earlier)) => {
                    is_there.get_mut(at).into_iter().for_each(|seen| *seen = true);
                    self.nodes(earlier, later);
                }
                None => self.whole(ChangeKind::Added, later),
            }
        }
        for (earlier, is_there) in before.iter().zip(is_there) {
            if !is_there {
                self.whole(ChangeKind::Removed, earlier);
            }
        }
        self.changes
    }

    /// A thing that only one draft has.
    fn whole(&mut self, kind: ChangeKind, node: &Node<'_>) {
        self.added_or_removed(kind, &place(node, node), node.record, Some(node.tree));
    }

    fn added_or_removed(&mut self, kind: ChangeKind, place: &Place, record: &Record, tree: Option<&Tree>) {
        let is_added = kind == ChangeKind::Added;
        self.put(kind, place, (!is_added, is_added));
        let written = tree.filter(|_| self.with_texts).and_then(|tree| first_text(record, tree));
        if let (Some(change), Some(text)) = (self.changes.last_mut(), written.map(Text::from)) {
            let (from, to) = if is_added { (None, Some(text)) } else { (Some(text), None) };
            change.texts = Some(TextChange { from, to });
        }
    }

    fn nodes(&mut self, before: &Node<'_>, after: &Node<'_>) {
        let place = place(before, after);
        if (before.owner, &before.list) != (after.owner, &after.list) {
            self.put(ChangeKind::Moved, &place, (true, true));
        }
        let pair = Pair { before: Some(before.tree), after: Some(after.tree) };
        self.fields(after.record, pair, &place, true);
    }

    fn fields(&mut self, record: &Record, pair: Pair<'_>, place: &Place, has_own_id: bool) {
        for field in record.fields {
            if has_own_id && field.name == "id" {
                continue;
            }
            let inside = place.step(field.name, Some(field.label));
            let values = pair.get(field.name);
            let is_figure = matches!(field.shape, Shape::Leaf(leaf) if leaf.name == "Decimal");
            if is_figure && values.before != values.after {
                let is_target = |name| record.field(name).is_some();
                let is_target = is_target("direction") && is_target("unit");
                self.figure(values, is_target.then_some(pair), field.shape, &inside);
            } else {
                self.value(field.shape, values, &inside);
            }
        }
    }

    fn value(&mut self, shape: &Shape, pair: Pair<'_>, place: &Place) {
        match shape {
            Shape::Record(record) => {
                // What has an id of its own is compared elsewhere.
                let is_node = |tree: Option<&Tree>| tree.is_some_and(|tree| subject(record, tree).is_some());
                if is_node(pair.before) || is_node(pair.after) {
                    return;
                }
                let so_far = self.changes.len();
                self.fields(record, pair, place, false);
                // One draft has a record that states nothing; the other has no record.
                if pair.before.is_some() != pair.after.is_some() && self.changes.len() == so_far {
                    self.put(ChangeKind::Other, place, (pair.before.is_some(), pair.after.is_some()));
                }
            }
            Shape::List(shape) => self.list(shape, pair, place),
            Shape::Choice(choice) => {
                let in_time = place.in_time || choice.name == "When";
                match (variant_of(pair.before), variant_of(pair.after)) {
                    (Some(before), Some(after)) if before == after => {
                        let content = choice.variant(after);
                        if let Some(record) = content.and_then(|variant| variant.content) {
                            let inside = Place { in_time, ..place.step(after, None) };
                            // The labels inside a choice say less than that of its field.
                            let labels = inside.labels.clone();
                            let so_far = self.changes.len();
                            self.fields(record, pair.get(after), &inside, false);
                            for change in self.changes.iter_mut().skip(so_far) {
                                change.labels.clone_from(&labels);
                            }
                        }
                    }
                    (before, after) if before != after => self.changed(shape, pair, place),
                    _ => {}
                }
            }
            Shape::Words(_) | Shape::Id(_) | Shape::Leaf(_) => {
                if pair.before != pair.after {
                    self.changed(shape, pair, place);
                }
            }
        }
    }

    fn list(&mut self, shape: &'static Shape, pair: Pair<'_>, place: &Place) {
        let items = |tree: Option<&Tree>| {
            let items = tree.map(Tree::items).unwrap_or_default();
            let mut all: Vec<_> =
                items.iter().enumerate().map(|(n, one)| (canonical(shape, one), n)).collect();
            sort_by(&mut all, |a, b| a.0.cmp(&b.0));
            all
        };
        let (before, after) = unlike(items(pair.before), items(pair.after), |_, _| {});
        match shape {
            Shape::Record(record) => {
                // Those with an id of their own are compared elsewhere.
                let without_id = |tree: Option<&Tree>, items: Vec<(Tree, usize)>| {
                    let has_none = |n| item_of(tree, n).is_some_and(|item| subject(record, item).is_none());
                    let mut items: Vec<_> = items.into_iter().filter(|(_, n)| has_none(*n)).collect();
                    sort_by(&mut items, |a, b| a.1.cmp(&b.1));
                    items
                };
                let (before, after) = (without_id(pair.before, before), without_id(pair.after, after));
                self.records(record, pair, &before, &after, place);
            }
            _ if before.is_empty() && after.is_empty() => {}
            _ => self.changed(shape, pair, place),
        }
    }

    /// Records without ids that are not in both lists: those with the same mandatory fields are compared, if there is
    /// only one in each list, and the others were added or removed.
    fn records(
        &mut self,
        record: &'static Record,
        pair: Pair<'_>,
        before: &[(Tree, usize)],
        after: &[(Tree, usize)],
        place: &Place,
    ) {
        let element = |earlier: usize, later: usize, item: Option<&Tree>| {
            let mut place = place.clone();
            place.before = format!("{}/{earlier}", place.before);
            place.after = format!("{}/{later}", place.after);
            // One note, not all the notes.
            place.labels.pop();
            place.labels.push(record.label);
            if let Some(item) = item {
                place.labels.extend(mandatory_word(record, item));
                place.section = section_of(item).map(ToOwned::to_owned).or(place.section);
            }
            place
        };
        let keyed = |items: &[(Tree, usize)]| {
            let mut keys: Vec<_> = items.iter().map(|(item, n)| (mandatory(record, item), *n)).collect();
            sort_by(&mut keys, Ord::cmp);
            keys
        };
        let (of_before, of_after) = (keyed(before), keyed(after));
        let mut paired = Vec::new();
        for (item, later) in after {
            let key = mandatory(record, item);
            if let (Some(earlier), Some(_)) = (only(&of_before, &key), only(&of_after, &key)) {
                paired.push(earlier);
                let (earlier_item, later_item) = (item_of(pair.before, earlier), item_of(pair.after, *later));
                let pair = Pair { before: earlier_item, after: later_item };
                self.fields(record, pair, &element(earlier, *later, later_item), false);
            } else {
                let item = item_of(pair.after, *later);
                self.added_or_removed(ChangeKind::Added, &element(*later, *later, item), record, item);
            }
        }
        sort_by(&mut paired, Ord::cmp);
        for (_, earlier) in before.iter().filter(|(_, earlier)| paired.binary_search(earlier).is_err()) {
            let item = item_of(pair.before, *earlier);
            self.added_or_removed(ChangeKind::Removed, &element(*earlier, *earlier, item), record, item);
        }
    }

    fn figure(&mut self, values: Pair<'_>, target: Option<Pair<'_>>, shape: &Shape, place: &Place) {
        let number = |tree: Option<&Tree>| tree?.as_text()?.parse::<Decimal>().ok();
        let (from, to) = (number(values.before), number(values.after));
        let difference = from.zip(to).and_then(|(from, to)| to.minus(from));
        let strictness = target.map(|target| {
            let is_higher = from.zip(to).map(|(from, to)| to > from);
            let direction = target.get("direction").after.and_then(Tree::as_text);
            match (is_higher, direction) {
                _ if !target.agrees_on("direction") || !target.agrees_on("unit") => Strictness::NotComparable,
                (Some(is_higher), Some(direction)) if is_higher == (direction == "atLeast") => {
                    Strictness::Stricter
                }
                (Some(_), Some(_)) => Strictness::Looser,
                _ => Strictness::NotComparable,
            }
        });
        self.changed(shape, values, place);
        if let Some(change) = self.changes.last_mut() {
            change.figure = Some(FigureChange { from, to, difference, strictness });
        }
    }

    /// A value of a field that changed, is new or is gone.
    fn changed(&mut self, shape: &Shape, values: Pair<'_>, place: &Place) {
        let kind = kind_of(shape, place.in_time);
        self.put(kind, place, (values.before.is_some(), values.after.is_some()));
        let with_texts = self.with_texts && kind == ChangeKind::Reworded;
        let text = |tree: Option<&Tree>| tree.and_then(Tree::as_text).map(Text::from);
        let texts = with_texts.then(|| TextChange { from: text(values.before), to: text(values.after) });
        if let Some(change) = self.changes.last_mut() {
            change.from = values.before.and_then(|tree| value_in_words(shape, tree));
            change.to = values.after.and_then(|tree| value_in_words(shape, tree));
            change.texts = texts;
        }
    }

    /// Adds a change at a place that exists before, after, or both.
    fn put(&mut self, kind: ChangeKind, place: &Place, (before, after): (bool, bool)) {
        self.changes.push(Change {
            kind,
            subject: place.subject,
            before: before.then(|| Pointer::new(place.before.clone())),
            after: after.then(|| Pointer::new(place.after.clone())),
            section: place.section.as_ref().and_then(|section| section.parse().ok()),
            from: None,
            to: None,
            figure: None,
            texts: None,
            labels: place.labels.clone(),
        });
    }
}

/// What people wrote first in a record, such as its title.
fn first_text<'t>(record: &Record, tree: &'t Tree) -> Option<&'t str> {
    let texts = record.fields.iter().filter(|field| is_text(field.shape));
    texts.filter_map(|field| tree.get(field.name)?.as_text()).find(|text| !text.trim().is_empty())
}

/// The word that tells an element from the others of its list, such as the role of a party.
fn mandatory_word(record: &Record, item: &Tree) -> Option<Bilingual> {
    record.fields.iter().filter(|field| field.is_mandatory).find_map(|field| {
        let value = item.get(field.name)?;
        match field.shape {
            Shape::Words(words) => {
                words.words.iter().find(|word| value.as_text() == Some(word.name)).map(|word| word.label)
            }
            Shape::Choice(choice) => choice.variant(value.variant()?.0).map(|variant| variant.label),
            _ => None,
        }
    })
}

fn variant_of(tree: Option<&Tree>) -> Option<&str> {
    tree?.variant().map(|(name, _)| name)
}

fn item_of(list: Option<&Tree>, n: usize) -> Option<&Tree> {
    list?.items().get(n)
}

fn place(before: &Node<'_>, after: &Node<'_>) -> Place {
    Place {
        subject: after.subject,
        section: after.section.or(before.section).map(ToOwned::to_owned),
        labels: alloc::vec![after.record.label],
        before: before.at.clone(),
        after: after.at.clone(),
        in_time: false,
    }
}

/// The position of the one item with the key, in a list sorted by keys. `None` if several have it.
fn only(keys: &[(Tree, usize)], key: &Tree) -> Option<usize> {
    match sorted::of(keys, key) {
        [(_, position)] => Some(*position),
        _ => None,
    }
}
