//! Which things and elements of two drafts belong together.

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

/// What only one of two sorted lists has. `alike` is called with what both have.
pub(super) fn unlike(
    before: Positions,
    after: Positions,
    mut alike: impl FnMut(usize, usize),
) -> (Positions, Positions) {
    let (mut only_before, mut only_after) = (Vec::new(), Vec::new());
    let mut before = before.into_iter().peekable();
    for (item, n) in after {
        while let Some(smaller) = before.next_if(|(earlier, _)| *earlier < item) {
            only_before.push(smaller);
        }
        match before.next_if(|(earlier, _)| *earlier == item) {
            Some((_, earlier)) => alike(earlier, n),
            None => only_after.push((item, n)),
        }
    }
    only_before.extend(before);
    (only_before, only_after)
}

/// For each thing of the later draft, the one of the earlier draft with the same id. Where several have the same id,
/// equal ones belong together, and the others in sorted order.
pub(super) fn partners(before: &[Node<'_>], after: &[Node<'_>]) -> Vec<Option<usize>> {
    let positions = |nodes: &[Node<'_>], is_later: bool| {
        let all = nodes.iter().enumerate().skip(1);
        all.map(|(n, node)| (node.subject, is_later, n)).collect::<Vec<_>>()
    };
    let mut by_id = positions(before, false);
    by_id.extend(positions(after, true));
    sort_by(&mut by_id, Ord::cmp);
    let mut partners = alloc::vec![None; after.len()];
    let mut pair = |earlier: usize, later: usize| {
        partners.get_mut(later).into_iter().for_each(|partner| *partner = Some(earlier));
    };
    for same in by_id.chunk_by(|one, other| one.0 == other.0) {
        let (earlier, later) = same.split_at(same.partition_point(|(_, is_later, _)| !is_later));
        if let ([(.., earlier)], [(.., later)]) = (earlier, later) {
            pair(*earlier, *later);
            continue;
        }
        let described = |nodes: &[Node<'_>], of: &[(Subject, bool, usize)]| {
            let described = |&(.., n): &(Subject, bool, usize)| {
                let node = nodes.get(n)?;
                let place =
                    [node.owner.map(|owner| format!("{owner}")).unwrap_or_default(), node.list.clone()];
                let place = place.map(Tree::Leaf).into_iter();
                Some((Tree::List(place.chain([own_fields(node.record, node.tree)]).collect()), n))
            };
            let mut all: Vec<_> = of.iter().filter_map(described).collect();
            sort_by(&mut all, |a, b| a.0.cmp(&b.0));
            all
        };
        let (earlier, later) = unlike(described(before, earlier), described(after, later), &mut pair);
        earlier.into_iter().zip(later).for_each(|((_, earlier), (_, later))| pair(earlier, later));
    }
    partners
}
