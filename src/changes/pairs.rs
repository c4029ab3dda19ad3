//! Which things and elements of two drafts belong together.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::vec::Vec;

use super::node::{Node, own_fields};
use super::tree::Tree;
use crate::draft::Record;
use crate::id::Subject;
use crate::sorted::sort_by;

/// Elements of a list in canonical form, with their positions.
type Positions = Vec<(Tree, usize)>;

/// The mandatory fields of an element.
pub(super) fn mandatory(record: &Record, item: &Tree) -> Tree {
    let fields = record.fields.iter().filter(|field| field.is_mandatory);
    Tree::List(fields.filter_map(|field| item.get(field.name).cloned()).collect())
}

/// What is left of two sorted lists when what both have is taken out.
pub(super) fn unlike(before: Positions, after: Positions) -> (Positions, Positions) {
    let (mut only_before, mut only_after) = (Vec::new(), Vec::new());
    let mut before = before.into_iter().peekable();
    for (item, n) in after {
        while let Some(smaller) = before.next_if(|(earlier, _)| *earlier < item) {
            only_before.push(smaller);
        }
        if before.next_if(|(earlier, _)| *earlier == item).is_none() {
            only_after.push((item, n));
        }
    }
    only_before.extend(before);
    (only_before, only_after)
}

/// For each thing of the later draft the one of the earlier draft with its id. Where several have one id, those that
/// are equal belong together, and then those that come first.
pub(super) fn partners(before: &[Node<'_>], after: &[Node<'_>]) -> BTreeMap<usize, usize> {
    let mut by_id: BTreeMap<Subject, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (n, node) in before.iter().enumerate().skip(1) {
        by_id.entry(node.subject).or_default().0.push(n);
    }
    for (n, node) in after.iter().enumerate().skip(1) {
        by_id.entry(node.subject).or_default().1.push(n);
    }
    let mut partners = BTreeMap::new();
    for (earlier, later) in by_id.into_values() {
        if let ([earlier], [later]) = (&*earlier, &*later) {
            partners.insert(*later, *earlier);
            continue;
        }
        let described = |nodes: &[Node<'_>], of: Vec<usize>| {
            let described = |n: usize| {
                let node = nodes.get(n)?;
                let place =
                    [node.owner.map(|owner| format!("{owner}")).unwrap_or_default(), node.list.clone()];
                let place = place.map(Tree::Leaf).into_iter();
                Some((Tree::List(place.chain([own_fields(node.record, node.tree)]).collect()), n))
            };
            let mut all: Vec<_> = of.into_iter().filter_map(described).collect();
            sort_by(&mut all, |a, b| a.0.cmp(&b.0));
            all
        };
        let (earlier, later) = (described(before, earlier), described(after, later));
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        for (tree, n) in &later {
            if let Some((_, same)) = earlier.iter().find(|(other, m)| other == tree && !taken.contains(m)) {
                partners.insert(*n, *same);
                taken.insert(*same);
            }
        }
        let free = earlier.iter().filter(|(_, m)| !taken.contains(m));
        let open: Vec<usize> = later.iter().map(|(_, n)| *n).filter(|n| !partners.contains_key(n)).collect();
        partners.extend(open.into_iter().zip(free.map(|(_, m)| *m)));
    }
    partners
}
