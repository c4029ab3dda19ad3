//! Changes that break several rules.

use crate::draft::tape::Tape;
use crate::project::{Counting, ImprovementProject};

/// Changes the first counting.
pub(super) fn change_first(project: &mut ImprovementProject, change: fn(&mut Counting)) {
    project.countings.first_mut().into_iter().for_each(change);
}

/// Changes the last one.
pub(super) fn change_last(project: &mut ImprovementProject, change: fn(&mut Counting)) {
    project.countings.last_mut().into_iter().for_each(change);
}

/// Adds a counting after the first one, made in the same way.
pub(super) fn add_between(project: &mut ImprovementProject, tape: &Tape<'_>, change: fn(&mut Counting)) {
    if let Some(first) = project.countings.first() {
        let mut one = Counting { id: tape.spare_id(2), ..first.clone() };
        change(&mut one);
        project.countings.insert(1, one);
    }
}
