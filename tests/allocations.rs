//! What a check costs on the heap: nothing where nothing is found, one index where ids are many.
#![cfg(feature = "proptest")]
#![expect(clippy::expect_used, clippy::panic, reason = "tests may fail loudly, in their helpers too")]

#[path = "common/roskildehjemmet.rs"]
mod roskildehjemmet;

use std::hint::black_box;

use allocation_counter::measure;
use kvalitetsmodel::agreement::{DevelopmentAgreement, FollowUp, ServiceRef};
use kvalitetsmodel::date::{PartialDate, When};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::target_figure::TargetFigure;
use kvalitetsmodel::text::Text;
use kvalitetsmodel::{Context, Draft, check, strategy};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// How often `work` allocates. The counter sees this thread alone, so tests beside it do not disturb.
fn allocations(work: impl FnOnce()) -> u64 {
    measure(work).count_total
}

/// Does neither looking at `draft` nor proving it touch the heap?
#[track_caller]
fn costs_nothing<T: Draft + Clone>(draft: &T, context: &Context) {
    let mut clean = false;
    assert_eq!(allocations(|| clean = check(draft, context).is_clean()), 0, "check");
    assert!(clean, "not a clean draft");

    let (draft, context) = (draft.clone(), context.clone());
    let mut proof = None;
    assert_eq!(allocations(|| proof = Some(draft.validate(context))), 0, "validate");
    assert!(proof.is_some_and(|proof| proof.is_ok()));
}

fn samples<S: Strategy>(strategy: &S) -> impl Iterator<Item = S::Value> {
    let mut runner = TestRunner::deterministic();
    (0..200).map(move |_| strategy.new_tree(&mut runner).expect("a sample").current())
}

fn ninth_of_january() -> Context {
    Context::new("2024-01-09".parse().expect("a day"))
}

/// A clean agreement with `ids` ids: its own, that of its service, and those of follow-ups.
fn many_ids(ids: u128) -> DevelopmentAgreement {
    let mut agreement = roskildehjemmet::mended();
    let own = Id::from_u128(1);
    agreement.service = Some(ServiceRef::new(Id::from_u128(2)));
    (agreement.id, agreement.bodies, agreement.focus_areas) = (own, Vec::new(), Vec::new());
    let follow_up = |n| FollowUp {
        when: PartialDate::of_month(2024, 11).map(|on| When::Date { on }),
        on: Some(Text::from("Hele aftalen")),
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
fn a_clean_agreement_costs_no_allocation() {
    for agreement in samples(&strategy::clean::<DevelopmentAgreement>()) {
        costs_nothing(&agreement, &strategy::context());
    }
}

#[test]
fn a_clean_target_figure_costs_no_allocation() {
    for figure in samples(&strategy::clean::<TargetFigure>()) {
        costs_nothing(&figure, &strategy::context());
    }
}

#[test]
fn the_mended_agreement_of_roskildehjemmet_costs_no_allocation() {
    costs_nothing(&roskildehjemmet::mended(), &ninth_of_january());
}

#[test]
fn many_ids_cost_one_index() {
    for (ids, index) in [(2, 0), (128, 0), (129, 1), (10_000, 1)] {
        let (agreement, context) = (many_ids(ids), ninth_of_january());
        let mut clean = false;
        assert_eq!(allocations(|| clean = check(&agreement, &context).is_clean()), index, "{ids} ids");
        assert!(clean, "{ids} ids");
        assert_eq!(allocations(|| drop(black_box(agreement.validate(context)))), index, "{ids} ids");
    }
}
