//! What a document lacks, and another document of its bundle supplies.

use alloc::vec::Vec;
use core::any::Any;

use uuid::Uuid;

use super::Bundle;
use crate::codes::{self, RuleCode};
use crate::cycle::PdsaCycle;
use crate::draft::walk::Walk;
use crate::id::Id;
use crate::keyed::{KeySet, Keyed};
use crate::model::{Indicator, StandardSet, Tailoring};
use crate::report::{Finding, Path, Report};
use crate::target_figure::{TargetFigure, TargetIndicator};
use crate::text::is_stated;

/// The rules that ask for what another document can supply.
const RULES: [RuleCode; 5] = [codes::AGR012, codes::IMP006, codes::MOD021, codes::PDS008, codes::TAR002];

/// Removes the findings that ask for what another document of the bundle supplies: a figure that is still open, the
/// wording of an indicator, the next cycle, the cycle at the other end of a link, and whose a standard is.
pub(crate) fn remove_supplied(bundle: &Bundle, report: &mut Report) {
    if !report.findings().iter().any(|finding| RULES.contains(&finding.code())) {
        return;
    }
    let (mut figures, mut wordings, mut cycles, mut sets) =
        (Figures::default(), Wordings::default(), Cycles::default(), Sets::default());
    for one in &bundle.documents {
        let each = &mut |record: &dyn Any, _: &Path<'_>| {
            figures.add(record);
            wordings.add(record);
            cycles.add(record);
            sets.add(record);
        };
        one.document().visit_draft(&Path::root("", None), &mut Walk::Records(each));
    }
    report.retain(|finding| {
        let Some(subject) = finding.subject() else { return true };
        let is_supplied = match finding.code() {
            codes::AGR012 => figures.gives(subject.id),
            codes::TAR002 => finding.missing() == [TargetFigure::WORDING] && wordings.words(subject.id),
            codes::PDS008 => cycles.follows(subject.id),
            codes::MOD021 => sets.has_as_own(finding, subject.id),
            codes::IMP006 => cycles.has_linked(finding, subject.id),
            _ => false,
        };
        !is_supplied
    });
}

/// Target figures that one document leaves open and another one gives.
///
/// A signed agreement is not rewritten once the community has agreed the figure ("aftales i
/// forbedringsfællesskabet", 1.4.3).
#[derive(Default)]
struct Figures {
    open: KeySet<Uuid>,
    given: KeySet<Uuid>,
}

impl Figures {
    fn add(&mut self, record: &dyn Any) {
        let Some(figure) = record.downcast_ref::<TargetFigure>() else { return };
        if figure.is_open() {
            self.open.insert(figure.id.uuid(), ());
        } else if figure.value.is_some() {
            self.given.insert(figure.id.uuid(), ());
        }
    }

    fn gives(&self, figure: Uuid) -> bool {
        self.open.contains(figure) && self.given.contains(figure)
    }
}

/// Indicators that a target figure refers to, and another document puts into words.
#[derive(Default)]
struct Wordings {
    /// The indicator of each target figure.
    indicators: Keyed<Uuid, Uuid>,
    worded: KeySet<Uuid>,
}

impl Wordings {
    fn add(&mut self, record: &dyn Any) {
        let stated = if let Some(Indicator { id, statement, .. }) = record.downcast_ref() {
            Some((id.uuid(), statement))
        } else if let Some(TargetFigure { id, indicator: Some(indicator), .. }) = record.downcast_ref() {
            let TargetIndicator { id: measured_by, statement } = indicator;
            self.indicators.insert(id.uuid(), measured_by.uuid());
            Some((measured_by.uuid(), statement))
        } else {
            None
        };
        if let Some((indicator, statement)) = stated
            && is_stated(statement.as_ref())
        {
            self.worded.insert(indicator, ());
        }
    }

    fn words(&self, figure: Uuid) -> bool {
        self.indicators.get(figure).is_some_and(|indicator| self.worded.contains(*indicator))
    }
}

/// What a tailoring changes, and what the standard set of another document says is a region's own (`MOD021`).
#[derive(Default)]
struct Sets {
    /// What each change of a tailoring is about.
    changes: Keyed<Uuid, Vec<Uuid>>,
    own: KeySet<Uuid>,
}

impl Sets {
    fn add(&mut self, record: &dyn Any) {
        if let Some(Tailoring { id, changes, .. }) = record.downcast_ref() {
            let subjects = changes.iter().map(|one| one.change.subject().id);
            self.changes.insert(id.uuid(), subjects.collect());
        } else if let Some(set) = record.downcast_ref::<StandardSet>() {
            let themes = set.themes.iter().map(|one| (one.id.uuid(), Some(&one.origin)));
            let standards = set.standards.iter().map(|one| (one.id.uuid(), Some(&one.origin)));
            let indicators = set.standards.iter().flat_map(|one| {
                let of_standard = Some(&one.origin);
                one.indicators.iter().map(move |one| (one.id.uuid(), one.origin.as_ref().or(of_standard)))
            });
            for (id, origin) in themes.chain(standards).chain(indicators) {
                if origin.is_some_and(|origin| !origin.is_common()) {
                    self.own.insert(id, ());
                }
            }
        }
    }

    /// Whether the change that a finding is about is of what a region added.
    fn has_as_own(&self, finding: &Finding, tailoring: Uuid) -> bool {
        let number = finding.field().strip_prefix("/changes/").and_then(|rest| rest.split('/').next());
        let number = number.and_then(|number| number.parse::<usize>().ok());
        let of_tailoring = self.changes.get(tailoring);
        let changed = of_tailoring.zip(number).and_then(|(changes, n)| changes.get(n));
        changed.is_some_and(|id| self.own.contains(*id))
    }
}

/// PDSA cycles whose previous or next one is in another document. Whether both ends of such a link agree, and fit their
/// dates, is found by `BUN020` to `BUN022`.
#[derive(Default)]
struct Cycles {
    followed: KeySet<Uuid>,
    /// The previous and the next one of each cycle.
    linked: Keyed<Uuid, [Option<Id<PdsaCycle>>; 2]>,
}

impl Cycles {
    fn add(&mut self, record: &dyn Any) {
        let Some(PdsaCycle { id, previous, next, .. }) = record.downcast_ref() else { return };
        self.linked.insert(id.uuid(), [*previous, *next]);
        if let Some(previous) = previous.filter(|previous| previous != id) {
            self.followed.insert(previous.uuid(), ());
        }
    }

    fn follows(&self, cycle: Uuid) -> bool {
        self.followed.contains(cycle)
    }

    /// Whether the cycle at the end of the link that a finding is about is in a document.
    fn has_linked(&self, finding: &Finding, cycle: Uuid) -> bool {
        let both = self.linked.get(cycle);
        let named = both.and_then(|[previous, next]| match finding.field() {
            "/previous" => *previous,
            "/next" => *next,
            _ => None,
        });
        named.is_some_and(|id| self.linked.contains(id.uuid()))
    }
}
