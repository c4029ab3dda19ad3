//! What a document lacks, and another document of its bundle supplies.

use core::any::Any;

use uuid::Uuid;

use super::Bundle;
use crate::codes::{self, RuleCode};
use crate::cycle::PdsaCycle;
use crate::draft::walk::Walk;
use crate::id::Id;
use crate::keyed::{KeySet, Keyed};
use crate::model::Indicator;
use crate::report::{Finding, Path, Report};
use crate::target_figure::{TargetFigure, TargetIndicator};
use crate::text::is_stated;

/// The rules that ask for what another document can supply.
const RULES: [RuleCode; 4] = [codes::AGR012, codes::IMP006, codes::PDS008, codes::TAR002];

/// Removes the findings that ask for what another document of the bundle supplies: a figure that is still open, the
/// wording of an indicator, the next cycle, and the cycle at the other end of a link.
pub(crate) fn remove_supplied(bundle: &Bundle, report: &mut Report) {
    if !report.findings().iter().any(|finding| RULES.contains(&finding.code())) {
        return;
    }
    let (mut figures, mut wordings, mut cycles) =
        (Figures::default(), Wordings::default(), Cycles::default());
    for one in &bundle.documents {
        let each = &mut |record: &dyn Any, _: &Path<'_>| {
            figures.add(record);
            wordings.add(record);
            cycles.add(record);
        };
        one.document().visit_draft(&Path::root("", None), &mut Walk::Records(each));
    }
    report.retain(|finding| {
        let Some(subject) = finding.subject() else { return true };
        let is_supplied = match finding.code() {
            codes::AGR012 => figures.gives(subject.id),
            codes::TAR002 => finding.missing() == [TargetFigure::WORDING] && wordings.words(subject.id),
            codes::PDS008 => cycles.follows(subject.id),
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
