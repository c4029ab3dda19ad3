//! Where a new practice is not continued.

use alloc::vec::Vec;

use uuid::Uuid;

use crate::date::PartialDate;
use crate::plan::{AreaKind, ImplementationPlan, PlanArea, PlanScope, TimetableRow};
use crate::sorted::{of, sorted};
use crate::text::Bilingual;

const SOME: Bilingual = Bilingual::new(
    "et område eller en specialenhed, hvor den begynder",
    "an area or special unit in which it begins",
);

/// The phase and the index of a row.
type Place = (usize, usize);

/// A row that is continued, and the place of the one that does.
pub(super) type Continued = (Uuid, Place);

/// The rows of the phases after that one that continue a row.
pub(super) fn later_rows<'c>(
    continued: &'c [Continued],
    row: Option<&TimetableRow>,
    phase: usize,
) -> &'c [Continued] {
    let of_row = row.map(|row| of(continued, row.id.uuid())).unwrap_or_default();
    let later = of_row.partition_point(|(_, (other, _))| *other <= phase);
    of_row.get(later..).unwrap_or_default()
}

fn row_at(plan: &ImplementationPlan, (phase, row): Place) -> Option<&TimetableRow> {
    plan.phases.get(phase)?.rows.get(row)
}

/// Places in order, each once: few on the stack, many on the heap.
#[derive(Default)]
struct Chain {
    few: [Place; 32],
    many: Vec<Place>,
    length: usize,
}

impl Chain {
    fn places(&self) -> &[Place] {
        self.few.get(..self.length).unwrap_or(&self.many)
    }

    fn add(&mut self, place: Place) {
        let Err(at) = self.places().binary_search(&place) else { return };
        let length = self.length.saturating_add(1);
        if let Some(tail) = self.few.get_mut(at..length) {
            tail.rotate_right(1);
            tail.iter_mut().take(1).for_each(|first| *first = place);
        } else {
            if self.many.is_empty() {
                self.many.extend(self.few);
            }
            self.many.insert(at, place);
        }
        self.length = length;
    }
}

/// Whether the area has closed, or can have, when what goes on begins.
fn is_closed(area: &PlanArea, begins: PartialDate) -> bool {
    area.until.is_some_and(|until| until.first_day() <= begins.last_day())
}

/// Whether there are areas of a kind, and something is true of all of them.
fn are_all(
    plan: &ImplementationPlan,
    is_of_kind: impl Fn(&PlanArea) -> bool,
    is_true: impl Fn(&PlanArea) -> bool,
) -> bool {
    let mut areas = plan.areas.iter().filter(|area| is_of_kind(area)).peekable();
    areas.peek().is_some() && areas.all(is_true)
}

/// Whether everything that a row of a phase covers has closed when the next phase begins: without a day, when the phase
/// of the row ends, or on the day of the check.
pub(super) fn begins_in_closed_areas(
    plan: &ImplementationPlan,
    phase: usize,
    row: &TimetableRow,
    as_of: PartialDate,
) -> bool {
    let begins = plan.phases.iter().skip(phase).nth(1).and_then(|next| {
        let rows = next.rows.iter().filter_map(TimetableRow::starts_on);
        next.starts_on.or_else(|| rows.min_by_key(|on| on.first_day()))
    });
    let ends = plan.phases.get(phase).and_then(|own| own.ends_on);
    let begins = begins.or(ends).unwrap_or(as_of);
    let is_closed = |area: &PlanArea| is_closed(area, begins);
    let is_over = |scope: &PlanScope| match *scope {
        PlanScope::AllAreas => are_all(plan, |area| area.kind == AreaKind::Area, is_closed),
        PlanScope::AllSpecialUnits => are_all(plan, |area| area.kind == AreaKind::SpecialUnit, is_closed),
        PlanScope::SelectedAreas => false,
        PlanScope::Area { area: id } => are_all(plan, |area| Some(area.id) == id, is_closed),
    };
    !row.scope.is_empty() && row.scope.iter().all(is_over)
}

/// What a row covers that none of the rows that continue it covers, and that has not closed before they begin; if they do
/// not say when, before the day of the check.
///
/// Those that continue one of these rows count as well. A row that does not say what it covers continues all of it.
pub(super) fn left_out(
    plan: &ImplementationPlan,
    begun: &TimetableRow,
    later: &[Continued],
    continued: &[Continued],
    as_of: PartialDate,
) -> Vec<Bilingual> {
    let mut chain = Chain::default();
    for (_, place) in later {
        chain.add(*place);
    }
    let mut next = 0;
    while let Some(place) = chain.places().get(next).copied() {
        let row = row_at(plan, place);
        for (_, place) in later_rows(continued, row, place.0) {
            chain.add(*place);
        }
        next = next.saturating_add(1);
    }
    let rows = || chain.places().iter().filter_map(|place| row_at(plan, *place));
    let scopes = || rows().flat_map(|row| &row.scope);
    let is_unclear = rows().any(|row| row.scope.is_empty())
        || scopes().any(|scope| *scope == PlanScope::Area { area: None });
    let mut left_out = Vec::new();
    if is_unclear {
        return left_out;
    }
    let fill = |add: &mut dyn FnMut(Uuid)| {
        scopes().for_each(|scope| {
            if let PlanScope::Area { area: Some(area) } = scope {
                add(area.uuid());
            }
        });
    };
    let begins = rows().filter_map(TimetableRow::starts_on).min_by_key(|on| on.first_day()).unwrap_or(as_of);
    sorted(fill, |named| {
        let is_named =
            |area: &PlanArea| is_closed(area, begins) || named.binary_search(&area.id.uuid()).is_ok();
        // All of a kind are also covered if each one that the plan names is.
        let covers_all = |kind| {
            scopes().any(|scope| scope.covers_all(kind)) || are_all(plan, |area| area.kind == kind, is_named)
        };
        let selects = || scopes().any(|scope| *scope == PlanScope::SelectedAreas);
        for scope in &begun.scope {
            let (is_covered, what) = match *scope {
                PlanScope::AllAreas => (covers_all(AreaKind::Area), scope.label()),
                PlanScope::AllSpecialUnits => (covers_all(AreaKind::SpecialUnit), scope.label()),
                // Any area can be one of them.
                PlanScope::SelectedAreas => {
                    (scopes().any(|scope| *scope != PlanScope::AllSpecialUnits), scope.label())
                }
                PlanScope::Area { area } => {
                    let Some(area) = plan.areas.iter().find(|one| Some(one.id) == area) else { continue };
                    let can_be_selected = area.kind == AreaKind::Area && selects();
                    (is_named(area) || covers_all(area.kind) || can_be_selected, SOME)
                }
            };
            if !is_covered && !left_out.contains(&what) {
                left_out.push(what);
            }
        }
    });
    left_out
}
