//! What a check costs on the heap: nothing if nothing is found, one index if there are many ids.
#![cfg(feature = "proptest")]
#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may fail loudly, in their helpers too"
)]

#[path = "common/roskildehjemmet.rs"]
mod roskildehjemmet;

use std::hint::black_box;

use allocation_counter::measure;
use kvalitetsmodel::agreement::{DevelopmentAgreement, FollowUp, ServiceRef};
use kvalitetsmodel::assessment::StateAssessment;
use kvalitetsmodel::audit::CaseAudit;
use kvalitetsmodel::bundle::{Bundle, Bundled, Crossing};
use kvalitetsmodel::circle::CircleProject;
use kvalitetsmodel::community::ImprovementCommunity;
use kvalitetsmodel::cycle::{Act, PdsaCycle, Plan};
use kvalitetsmodel::date::{PartialDate, When};
use kvalitetsmodel::document::Document;
use kvalitetsmodel::duty::DailyDuties;
use kvalitetsmodel::evaluation::Evaluation;
use kvalitetsmodel::figure::Direction;
use kvalitetsmodel::goal::{Caseload, Citizen};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::Measurement;
use kvalitetsmodel::model::{StandardSet, Tailoring};
use kvalitetsmodel::organisation::{Operator, OrgUnit};
use kvalitetsmodel::plan::ImplementationPlan;
use kvalitetsmodel::report::Profile;
use kvalitetsmodel::series::MeasurementSeries;
use kvalitetsmodel::strategy::Clean;
use kvalitetsmodel::target_figure::TargetFigure;
use kvalitetsmodel::text::{NonBlank, Text};
use kvalitetsmodel::uuid::Uuid;
use kvalitetsmodel::{Context, Draft, check, check_rule, codes, strategy};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;

/// How often `work` allocates. The counter only sees this thread, so other tests do not disturb it.
fn allocations(work: impl FnOnce()) -> u64 {
    measure(work).count_total
}

/// Do neither checking `draft` nor proving it touch the heap?
#[track_caller]
fn costs_nothing<T: Draft + Clone>(draft: &T, context: &Context) {
    let mut clean = false;
    let cost = allocations(|| clean = check(draft, context).is_clean());
    assert!(clean, "not a clean draft");
    assert_eq!(cost, 0, "check");

    let (draft, context) = (draft.clone(), context.clone());
    let mut proof = None;
    assert_eq!(allocations(|| proof = Some(draft.validate(&context))), 0, "validate");
    assert!(proof.is_some_and(|proof| proof.is_ok()));
}

/// Neither do clean drafts of this type of usual size: with no more ids, and no longer lists, than the stack holds.
fn clean_drafts_cost_nothing<T: Clean + Clone>() {
    let (mut runner, drafts) = (TestRunner::deterministic(), strategy::clean::<T>());
    let samples = (0..100).map(|_| drafts.new_tree(&mut runner).expect("a sample").current());
    let is_small = |draft: &T| {
        let text = serde_json::to_string(draft).expect("every draft can be written");
        let ids = text.split('"').filter(|part| part.parse::<Uuid>().is_ok()).count();
        ids <= 128 && text.matches("\"period\":").count() <= 32
    };
    // `tests/rules/laws.rs` says which rule is found in those that are not clean.
    let is_clean = |draft: &T| check(draft, &strategy::context()).is_clean();
    let clean: Vec<T> = samples.filter(is_small).filter(is_clean).collect();
    assert!(clean.len() >= 10, "{} drafts are too few to show it", clean.len());
    for draft in &clean {
        costs_nothing(draft, &strategy::context());
    }
}

fn ninth_of_january() -> Context {
    Context::new("2024-01-09".parse().expect("a day"))
}

/// An agreement with `ids` ids: its own, that of its service, and those of follow-ups.
fn many_ids(ids: u128) -> DevelopmentAgreement {
    let mut agreement = roskildehjemmet::mended();
    let own = Id::from_u128(1);
    agreement.service = Some(ServiceRef::new(Id::from_u128(2)));
    (agreement.id, agreement.bodies, agreement.focus_areas) = (own, Vec::new(), Vec::new());
    let follow_up = |n| FollowUp {
        when: PartialDate::of_month(2024, 11).map(|on| When::Date { on: Some(on) }),
        on: Some(Text::from(format!("Hele aftalen, {n}"))),
        ..FollowUp::new(Id::from_u128(n))
    };
    agreement.follow_ups = (3..=ids).map(follow_up).collect();
    agreement
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| drop(black_box(Box::new(1_u32)))), 1);
    assert!(allocations(|| drop(black_box(roskildehjemmet::mended()))) > 100);
}

#[test]
fn a_clean_draft_costs_no_allocation() {
    clean_drafts_cost_nothing::<Operator>();
    clean_drafts_cost_nothing::<StandardSet>();
    clean_drafts_cost_nothing::<Tailoring>();
    clean_drafts_cost_nothing::<Measurement>();
    clean_drafts_cost_nothing::<TargetFigure>();
    clean_drafts_cost_nothing::<PdsaCycle>();
    clean_drafts_cost_nothing::<ImprovementCommunity>();
    clean_drafts_cost_nothing::<DevelopmentAgreement>();
    clean_drafts_cost_nothing::<StateAssessment>();
    clean_drafts_cost_nothing::<Citizen>();
    clean_drafts_cost_nothing::<Caseload>();
    clean_drafts_cost_nothing::<CaseAudit>();
    clean_drafts_cost_nothing::<CircleProject>();
    clean_drafts_cost_nothing::<Evaluation>();
    clean_drafts_cost_nothing::<ImplementationPlan>();
    clean_drafts_cost_nothing::<DailyDuties>();
    clean_drafts_cost_nothing::<MeasurementSeries>();
    // Not a project: its countings are compared cell by cell, which takes an index of each.
}

#[test]
fn the_mended_agreement_of_roskildehjemmet_costs_no_allocation() {
    let (agreement, context) = (roskildehjemmet::mended(), ninth_of_january());
    // `tests/document/roskildehjemmet.rs` says what is found in it, if it is not clean.
    costs_nothing(&agreement, &context);
}

#[test]
fn the_documents_of_a_bundle_cost_no_allocation() {
    let document = |n| Bundled::try_from(Document::draft(Id::from_u128(n), roskildehjemmet::mended()));
    let documents = (1..=20).map(|n| document(n).expect("no bundle")).collect();
    let (bundle, context) = (Bundle { documents, ..Bundle::new(Id::from_u128(99)) }, ninth_of_january());
    // What crosses them is gathered, even for one rule.
    let crossing = allocations(|| {
        let mut crossing = Crossing::new();
        bundle.documents.iter().for_each(|one| crossing.add(one.document()));
    });
    let mut clean = false;
    assert_eq!(allocations(|| clean = check_rule(&bundle, &context, codes::DOC003).is_clean()), crossing);
    assert!(clean);
}

#[test]
fn many_ids_cost_one_list_that_grows_and_one_to_group_them() {
    // The list has room for four, and then for twice as many each time. Two more hold the ids group by group.
    for (ids, index) in [(2, 0), (128, 0), (129, 3), (132, 3), (133, 4), (10_000, 15)] {
        let (agreement, context) = (many_ids(ids), ninth_of_january());
        let mut clean = false;
        let cost = allocations(|| clean = check_rule(&agreement, &context, codes::DOC001).is_clean());
        assert_eq!(cost, index, "{ids} ids");
        assert!(clean, "{ids} ids");
    }
}

/// An agreement with that many follow-ups that say neither when nor on what.
fn many_gaps(gaps: u128) -> DevelopmentAgreement {
    let mut agreement = roskildehjemmet::mended();
    let empty = |n: u128| FollowUp::new(Id::from_u128(n + (1 << 64)));
    agreement.follow_ups = (0..gaps).map(empty).collect();
    agreement
}

#[test]
fn a_finding_costs_its_place_its_facts_and_no_more() {
    let context = ninth_of_january();
    let agreement = many_gaps(10_000);
    let mut findings = 0;
    let cost = measure(|| findings = check(&agreement, &context).findings().len());
    assert!(findings >= 10_000);
    // The lists of findings, of their positions and of their fingerprints grow now and then.
    let lists = 40;
    assert!(cost.count_total <= 2 * findings as u64 + lists, "{} for {findings} findings", cost.count_total);
    // The findings with spare capacity, their places, and the memory that sorting needs for a moment.
    assert!(cost.bytes_max <= 450 * findings as u64, "{} for {findings} findings", cost.bytes_max);
}

#[test]
fn the_signed_agreement_costs_hardly_two_allocations_a_finding() {
    let (agreement, context) = (roskildehjemmet::signed(), ninth_of_january());
    let mut found = 0;
    let cost = allocations(|| {
        let report = check(&agreement, &context);
        found = report.findings().len() + report.not_evaluated().len();
    });
    assert!(found > 20);
    assert!(cost <= 2 * found as u64, "{cost} for {found}");
}

#[test]
fn an_export_is_written_without_being_held() {
    // What is kept is the index of the findings that say the same.
    let context = ninth_of_january();
    let held = [100, 10_000].map(|gaps| {
        let report = check(&many_gaps(gaps), &context);
        let cost = measure(|| serde_json::to_writer(std::io::sink(), &report.export()).expect("JSON"));
        (cost.bytes_max, report.findings().len() as u64)
    });
    for (bytes, findings) in held {
        assert!(bytes <= 100 * findings + 2_000, "{bytes} bytes for {findings} findings");
    }
}

#[test]
fn what_a_profile_switches_off_is_settled_once() {
    let reason = || NonBlank::new("decided by the board").expect("a reason");
    let off = (0..50).fold(Profile::named("local"), |profile, _| profile.without(codes::TAR001, reason()));
    let context = ninth_of_january().with_profile(off);
    let cost = |ids| {
        allocations(|| drop(black_box(check(&many_ids(ids), &context)))) - allocations(|| drop(many_ids(ids)))
    };
    assert_eq!(cost(10), cost(30));
}

/// How many bytes a crossing keeps for each document of a kind, the mean of 1,000. Their ids differ, apart from those that
/// they refer to.
fn bytes_of_each(kind: &str, document: impl Fn(u32) -> Document) -> u64 {
    const DOCUMENTS: u32 = 1_000;
    let mut crossing = Crossing::new();
    let held = (0..DOCUMENTS).map(|n| {
        let document = document(n);
        measure(|| crossing.add(&document)).bytes_current
    });
    let held: i64 = held.sum();
    let bytes = u64::try_from(held).expect("it grows") / u64::from(DOCUMENTS);
    let json = serde_json::to_string(&document(0)).expect("JSON").len();
    println!("{kind}: {bytes} bytes kept of {json} bytes of JSON");
    bytes
}

/// Shown by `--nocapture`; `docs/performance.md` has the figures.
#[test]
fn what_crosses_documents_is_small() {
    let of = |n: u32, id: u32| Id::from_u128(u128::from(n) << 32 | u128::from(id));
    let measured = |n: u32, id: u32| Measurement {
        indicator: Some(Id::from_u128(1)),
        reporting_unit: Some(OrgUnit::Department { id: Id::from_u128(2) }),
        ..Measurement::new(Id::new(of(n, id).uuid()))
    };
    let measurement = |n| Document::draft(of(n, 1), measured(n, 2));
    let series = |n| {
        let series = MeasurementSeries::new(Id::new(of(n, 2).uuid()), Direction::AtMost);
        let measurements = (3..27).map(|id| measured(n, id)).collect();
        Document::draft(of(n, 1), MeasurementSeries { measurements, ..series })
    };
    let mended = serde_json::to_string(&roskildehjemmet::mended()).expect("JSON");
    let agreement = |n| {
        let own = mended.replace("\"00000000-", &format!("\"{:08x}-", n + 1));
        Document::draft(of(n, 1), serde_json::from_str::<DevelopmentAgreement>(&own).expect("an agreement"))
    };
    let cycle = |n: u32| {
        let on = PartialDate::of_year(2024);
        let cycle = PdsaCycle {
            plan: Some(Plan { on, ..Plan::default() }),
            act: Some(Act { on, ..Act::default() }),
            previous: Some(Id::new(of(n.saturating_sub(1), 2).uuid())),
            next: Some(Id::new(of(n.saturating_add(1), 2).uuid())),
            ..PdsaCycle::new(Id::new(of(n, 2).uuid()))
        };
        Document::draft(of(n, 1), cycle)
    };
    assert!(bytes_of_each("a cycle between two others", cycle) < 512);
    assert!(bytes_of_each("a measurement", measurement) < 256);
    assert!(bytes_of_each("a series of 24 measurements", series) < 3_072);
    assert!(bytes_of_each("the mended agreement", agreement) < 3_072);
}
