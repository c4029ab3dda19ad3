//! What crosses the documents of a bundle, gathered document by document.

mod assessments;
mod carried;
mod directions;
mod duties;
mod evaluations;
mod figures;
mod hash;
mod ids;
mod membership;
mod names;
mod notes;
mod ramps;
mod records;
mod rests;
mod results;
mod sets;
mod stated;
mod terms;
mod ties;
mod times;
mod verdicts;

use alloc::vec::Vec;
use core::any::Any;

pub(super) use assessments::AssessmentClash;
use assessments::Assessments;
use carried::Carried;
use directions::Directions;
pub(super) use duties::Done;
use duties::Duties;
use evaluations::Evaluations;
use figures::Figures;
use ids::Ids;
pub(super) use membership::Listed;
use membership::Memberships;
use names::Names;
pub(super) use notes::NotThen;
use notes::Notes;
use ramps::Ramps;
use records::Records;
use rests::Rests;
pub(super) use rests::{Grounds, Later, NotOfTest};
use results::Results;
pub(super) use sets::Differs;
use sets::Sets;
pub(super) use terms::{Apart, event_types};
use ties::{Named, Ties};
use times::Time;
use uuid::Uuid;
pub(super) use verdicts::Seen;
use verdicts::Verdicts;

use super::Bundle;
use super::rules::CHECKS;
use crate::Context;
use crate::agreement::FocusArea;
use crate::codes::RuleCode;
use crate::community::{CommunityMember, MemberTarget};
use crate::date::Period;
use crate::document::{Content, Document};
use crate::draft::part::Part;
use crate::draft::walk::Walk;
use crate::draft::{Record, Shape};
use crate::goal::Caseload;
use crate::id::{Id, Identified as _, Subject};
use crate::keyed::Keyed;
use crate::organisation::{Operator, OrgUnit, SocialService};
use crate::report::{Path, Pointer, Report};
use crate::rule::check::Applied;
use crate::rule::{Checker, Facts, Ruled, Stated};
use crate::sorted::index;

/// What crosses documents, gathered one by one: for a bundle that is too large for memory and comes as one document
/// per line (`json::lines`).
///
/// Its report has the findings of the rules of bundles, and is the same as that of a [`Bundle`] of the same documents in
/// the same order. Each document is checked by itself with [`Document::check`]. It keeps ids, memberships, figures and
/// hashes of names, and no texts; [performance](crate::_docs::performance) says how much memory that takes.
///
/// ```
/// use kvalitetsmodel::agreement::{DevelopmentAgreement, ServiceRef};
/// use kvalitetsmodel::{Context, bundle::Crossing, document::Document, id::Id};
///
/// let context = Context::new("2024-01-15".parse()?);
/// let mut crossing = Crossing::new();
/// for (n, name) in [(1, "Solgården"), (2, "Havblik")] {
///     let mut agreement = DevelopmentAgreement::new(Id::from_u128(n));
///     agreement.service = Some(ServiceRef { name: Some(name.into()), ..ServiceRef::new(Id::from_u128(9)) });
///     crossing.add(&Document::draft(Id::from_u128(n + 2), agreement));
/// }
/// let report = crossing.report(&context);
/// let lines: Vec<_> = report.findings().iter().map(|finding| format!("{} {}", finding.code(), finding.at())).collect();
/// assert_eq!(lines, ["BUN007 /documents/1/content/agreement/service"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Crossing {
    documents: u32,
    places: Places,
    pub(super) ids: Ids,
    pub(super) memberships: Memberships,
    pub(super) figures: Figures,
    pub(super) names: Names,
    pub(super) carried: Carried,
    pub(super) ramps: Ramps,
    pub(super) records: Records,
    pub(super) assessments: Assessments,
    pub(super) directions: Directions,
    pub(super) evaluations: Evaluations,
    pub(super) ties: Ties,
    pub(super) rests: Rests,
    pub(super) results: Results,
    pub(super) verdicts: Verdicts,
    pub(super) duties: Duties,
    pub(super) notes: Notes,
    pub(super) sets: Sets,
}

/// A place in one of the documents, in eight bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Which document, from 0.
    document: u32,
    /// Which pointer.
    pointer: u32,
}

/// The pointers of the places. Many documents have the same ones.
#[derive(Debug, Clone, Default)]
struct Places {
    /// By their hashes.
    known: Keyed<u64, u32>,
    pointers: Vec<Pointer>,
}

impl Places {
    fn enter(&mut self, document: u32, at: Pointer) -> Place {
        let end = u32::try_from(self.pointers.len()).unwrap_or(u32::MAX);
        let known = self.known.first(hash::of(&at), end);
        if self.get(known) == Some(&at) {
            return Place { document, pointer: known };
        }
        self.pointers.push(at);
        Place { document, pointer: end }
    }

    fn get(&self, pointer: u32) -> Option<&Pointer> {
        self.pointers.get(index(pointer))
    }
}

/// The document that is being added, and where places in it are entered.
struct Adding<'a> {
    number: u32,
    places: &'a mut Places,
}

impl Adding<'_> {
    fn place(&mut self, at: &Path<'_>) -> Place {
        self.places.enter(self.number, at.to_pointer())
    }
}

/// What surrounds a record in its document: the contents of a record are visited after it.
#[derive(Debug, Default)]
struct Around {
    /// What is the content of the document.
    whole: Option<Subject>,
    service: Option<Id<SocialService>>,
    /// The period of the agreement or the plan, or the day of the caseload.
    within: Option<Period>,
    /// When the evaluation was held, or the assessment made.
    on: Option<Period>,
    area: Option<Uuid>,
    /// What the community is about.
    topic: Option<u64>,
    operator: Option<Named>,
    /// The unit of the series.
    unit: Option<OrgUnit>,
}

impl Around {
    fn of(content: &Content) -> Self {
        let whole = content.draft_subject();
        match content {
            Content::Agreement(agreement) => Self {
                whole,
                service: agreement.service.as_ref().map(|service| service.id),
                within: agreement.running_period(),
                ..Self::default()
            },
            Content::Caseload(caseload) => {
                Self { whole, within: caseload.as_of.map(Period::from), ..Self::default() }
            }
            Content::Plan(plan) => Self { whole, within: plan.days(), ..Self::default() },
            Content::Community(community) => {
                Self { whole, topic: hash::of_name(community.topic.as_ref()), ..Self::default() }
            }
            Content::Series(series) => Self { whole, unit: series.reporting_unit, ..Self::default() },
            Content::Evaluation(one) => Self { whole, on: one.held_on.map(Period::from), ..Self::default() },
            Content::StateAssessment(one) => Self { whole, on: one.on.map(Period::from), ..Self::default() },
            _ => Self { whole, ..Self::default() },
        }
    }

    fn is_of_caseload(&self) -> bool {
        self.whole.is_some_and(|whole| whole.kind == Caseload::KIND)
    }

    const fn time(&self) -> Time {
        Time { within: self.within, on: self.on }
    }

    fn enter(&mut self, record: &dyn Any) {
        if let Some(member) = record.downcast_ref::<CommunityMember>() {
            self.service = Some(member.service);
        } else if let Some(member) = record.downcast_ref::<MemberTarget>() {
            self.service = Some(member.service);
        } else if let Some(area) = record.downcast_ref::<FocusArea>() {
            self.area = Some(area.id.uuid());
        } else if let Some(operator) = record.downcast_ref::<Operator>() {
            self.operator = Some(Named::of(operator.id, operator.name.as_ref()));
        }
    }
}

impl Crossing {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a document. Findings call the first one document 1, and its places begin with `/documents/0`.
    ///
    /// A bundle counts as one document: what crosses it and the others, and nothing that crosses its documents alone.
    pub fn add(&mut self, document: &Document) {
        let root = Path::root("", None);
        self.add_at(document, &root);
        if let Content::Bundle(bundle) = document.content() {
            let content = root.key("content");
            bundle.each_document(&content.key("bundle"), |document, at| self.add_at(document, at));
        }
        self.documents = self.documents.saturating_add(1);
    }

    fn add_at(&mut self, document: &Document, at: &Path<'_>) {
        let mut adding = Adding { number: self.documents, places: &mut self.places };
        self.ids.add(document, at, &mut adding);
        self.memberships.add(document, at, &mut adding);
        self.figures.add(document, at, &mut adding);
        self.carried.add(document, at, &mut adding);
        self.assessments.add(document, at, &mut adding);
        self.verdicts.add(document, &adding);
        self.results.add(document, at, &mut adding);
        self.sets.add(document, at, &mut adding);
        let mut around = Around::of(document.content());
        let each = &mut |record: &dyn Any, at: &Path<'_>| {
            around.enter(record);
            self.figures.record(record, &around, at, &mut adding);
            self.names.record(record, &around, at, &mut adding);
            self.ramps.record(record, at, &mut adding);
            self.records.record(record, &around, at, &mut adding);
            self.assessments.record(record, &around, at, &mut adding);
            self.directions.record(record, &around, at, &mut adding);
            self.evaluations.record(record, &around, at, &mut adding);
            self.ties.record(record, &around, at, &mut adding);
            self.rests.record(record, &around, at, &mut adding);
            self.results.record(record, at, &mut adding);
            self.verdicts.record(record, &around, at, &mut adding);
            self.duties.record(record, &around, at, &mut adding);
            self.notes.record(record, &around, at, &mut adding);
        };
        document.visit_draft(at, &mut Walk::Records(each));
    }

    /// What is found across the documents so far.
    #[must_use]
    pub fn report(&self, context: &Context) -> Report {
        // The records of the documents are checked with them.
        let alone = Shape::Record(&Record {
            name: "Bundle",
            label: Bundle::LABEL,
            kind: None,
            introduces: None,
            fields: &[],
            is_checked_by: <Bundle as Ruled>::is_checked_by,
        });
        let mut report = Report::new(context.clone(), None);
        let applied = Applied::settle(context, None, alone, &mut report);
        let at = Path::root("", None);
        let none = Bundle::new(Id::from_u128(0));
        for (rule, check) in CHECKS.iter().filter(|(rule, _)| applied.has(rule.code)) {
            check(&none, self, &at, &mut Checker::new(context, rule, &mut report));
        }
        report.finish(*<Bundle as Part>::SHAPE, "");
        report
    }

    /// Reports that a rule is broken at a place in the documents of a bundle at `at`.
    pub(super) fn not_met(
        &self,
        place: Place,
        subject: Subject,
        at: &Path<'_>,
        cx: &mut Checker<'_>,
        facts: impl Facts,
    ) {
        self.stated(place, subject, at, cx, facts.stated());
    }

    fn stated(&self, place: Place, subject: Subject, at: &Path<'_>, cx: &mut Checker<'_>, stated: Stated) {
        self.find(place, subject, at, |at| cx.stated(at, stated));
    }

    /// Reports, at a place in the documents, that a rule that must hold first does not hold.
    pub(super) fn depends_on(
        &self,
        place: Place,
        subject: Subject,
        at: &Path<'_>,
        cx: &mut Checker<'_>,
        code: RuleCode,
    ) {
        self.find(place, subject, at, |at| cx.depends_on(at, code));
    }

    fn find(&self, place: Place, subject: Subject, at: &Path<'_>, report: impl FnOnce(&Path<'_>)) {
        let inside = self.places.get(place.pointer).map_or("", Pointer::as_str);
        let list = at.key("documents");
        // The index of the document is no part of what identifies the finding.
        let at = list.index(index(place.document));
        report(&at.whole(inside, Some(subject)));
    }
}

/// The number of a document, counted from 1.
pub(super) fn number(document: u32) -> u64 {
    u64::from(document).saturating_add(1)
}
