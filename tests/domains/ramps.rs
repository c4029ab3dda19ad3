//! Ramps of PDSA cycles, and how often they show the features of the method.
#![cfg(feature = "proptest")]
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests may fail loudly, in their helpers too"
)]

use std::collections::BTreeSet;

use kvalitetsmodel::aim::{Aim, ChangeIdea, Driver, SecondaryDriver};
use kvalitetsmodel::cycle::{Act, ActDecision, CarriedOut, Feature, Fidelity, PdsaCycle, Plan, Ramp, Study};
use kvalitetsmodel::date::{PartialDate, Period};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::Measurement;
use kvalitetsmodel::text::Text;
use kvalitetsmodel::{Lang, strategy};
use proptest::prelude::*;

fn id<T>(n: u128) -> Id<T> {
    Id::from_u128(n)
}

fn bare(n: u128, previous: Option<u128>, next: Option<u128>) -> PdsaCycle {
    PdsaCycle { previous: previous.map(id), next: next.map(id), ..PdsaCycle::new(id(n)) }
}

fn said() -> Text {
    "ord".into()
}

/// A cycle with all four stages.
fn whole(n: u128) -> PdsaCycle {
    PdsaCycle {
        plan: Some(Plan::default()),
        carried_out: Some(CarriedOut::default()),
        study: Some(Study::default()),
        act: Some(Act::default()),
        ..bare(n, None, None)
    }
}

fn ids(ramp: &Ramp<'_>) -> Vec<Id<PdsaCycle>> {
    ramp.cycles.iter().map(|cycle| cycle.id).collect()
}

fn share(fidelity: &Fidelity, feature: Feature) -> (u64, u64) {
    let count = fidelity.count(feature);
    (count.met, count.of)
}

#[test]
fn links_of_either_side_make_one_ramp() {
    // 1 → 2 → 3 → 4: stated by the earlier one, by the later one, and by both; 5 alone.
    let cycles = [
        bare(5, None, None),
        bare(4, Some(3), None),
        bare(3, Some(2), Some(4)),
        bare(2, None, None),
        bare(1, None, Some(2)),
    ];
    let ramps = Ramp::find(&cycles);
    let [ramp, alone] = ramps.as_slice() else { panic!("{ramps:?}") };
    assert_eq!(ids(ramp), [1, 2, 3, 4].map(id));
    assert_eq!(ramp.links().count(), 3);
    assert_eq!((ids(alone), alone.links().count()), (vec![id(5)], 0));
}

#[test]
fn branches_loops_and_gaps_are_told() {
    // 1 leads to 2 and 3; 3 and 4 are a loop; 2 names one that is not there; 9 names itself.
    let cycles = [
        bare(1, None, Some(2)),
        bare(2, None, Some(77)),
        bare(3, Some(1), Some(4)),
        bare(4, None, Some(3)),
        bare(9, Some(9), None),
    ];
    let ramps = Ramp::find(&cycles);
    let [ramp, itself] = ramps.as_slice() else { panic!("{ramps:?}") };
    assert_eq!(ramp.loops, [vec![id(3), id(4)]]);
    assert_eq!((ramp.branches.as_slice(), ramp.missing.as_slice()), (&[id(1)][..], &[id(77)][..]));
    assert_eq!((itself.loops.len(), itself.missing.len()), (0, 0));
    assert_eq!(Ramp::find(&[]), []);
}

/// The numbers of table 2 of `McNicholas` and others: 421 cycles, of which 299 have all stages, 294 of these learning, 36 of
/// these a prediction; 163 of the 299 are in 64 ramps, of which 19 grow and 29 have regular data.
fn mcnicholas() -> (Vec<PdsaCycle>, Vec<Measurement>) {
    let mut cycles: Vec<PdsaCycle> = (1..=299).map(whole).collect();
    cycles.extend((300..=421).map(|n| PdsaCycle { plan: Some(Plan::default()), ..bare(n, None, None) }));
    for cycle in &mut cycles[..294] {
        cycle.study = Some(Study { learned: Some(said()), ..Study::default() });
    }
    for cycle in &mut cycles[100..136] {
        cycle.plan = Some(Plan { prediction: Some(said()), ..Plan::default() });
    }
    // 35 ramps of three cycles and 29 of two.
    let mut first = 0;
    for ramp in 0..64_usize {
        let length = if ramp < 35 { 3 } else { 2 };
        for n in first..first + length {
            cycles[n].scale = Some(if ramp < 19 { u64::try_from(n - first).unwrap() } else { 4 });
            if n > first {
                cycles[n].previous = Some(cycles[n - 1].id);
            }
            if ramp < 29 {
                let measured = u128::try_from(1_000 + n).unwrap();
                cycles[n].carried_out =
                    Some(CarriedOut { data: vec![id(measured)], ..CarriedOut::default() });
            }
        }
        first += length;
    }
    assert_eq!(first, 163);
    let month = |n: usize| PartialDate::of_month(2024, u32::try_from(n % 3).unwrap() + 1).unwrap();
    let measurement = |n: usize| Measurement {
        indicator: Some(id(3)),
        period: Some(Period { start: month(n).first_day(), end: month(n).last_day() }),
        ..Measurement::new(id(u128::try_from(1_000 + n).unwrap()))
    };
    (cycles, (0..163).map(measurement).collect())
}

#[test]
fn a_portfolio_with_the_published_counts_has_the_published_shares() {
    let (cycles, measurements) = mcnicholas();
    let counted = Fidelity::of(&cycles, &[], &measurements);
    let published = [
        (Feature::AllStages, (299, 421)),  // 71.0 %
        (Feature::Learning, (294, 299)),   // 98.3 %
        (Feature::Prediction, (36, 294)),  // 12.2 %
        (Feature::InRamp, (163, 299)),     // 54.5 %
        (Feature::GrowingScale, (19, 64)), // 29.7 %
        (Feature::RegularData, (29, 64)),  // 45.3 %
    ];
    for (feature, expected) in published {
        assert_eq!(share(&counted, feature), expected, "{feature:?}");
        assert_eq!(counted.count(feature).not_assessable, 0, "{feature:?}");
    }
}

/// A project with two linked cycles: with the given ones of the four features of Knudsen et al., and regular data
/// at that distance in days.
fn project(
    [iterative, small, rationale]: [bool; 3],
    data_every: Option<u64>,
) -> (Vec<PdsaCycle>, Vec<Measurement>) {
    let (mut one, mut other) = (whole(1), whole(2));
    other.previous = Some(one.id);
    one.study = Some(Study { learned: iterative.then(said), ..Study::default() });
    one.plan = Some(Plan { rationale: rationale.then(said), ..Plan::default() });
    (one.scale, one.whole) = (Some(if small { 1 } else { 8 }), Some(8));
    other.act = Some(Act { decision: Some(ActDecision::Adopt), ..Act::default() });
    let first = PartialDate::of_month(2024, 1).unwrap().first_day();
    let measurement = |(n, every): (u64, u64)| {
        let day = first + kvalitetsmodel::chrono::Days::new(n * every);
        Measurement {
            indicator: Some(id(3)),
            period: Some(Period { start: day, end: day }),
            ..Measurement::new(id(u128::from(n) + 10))
        }
    };
    let measurements: Vec<_> =
        data_every.into_iter().flat_map(|every| (0..3).map(move |n| (n, every))).map(measurement).collect();
    other.carried_out =
        Some(CarriedOut { data: measurements.iter().map(|one| one.id).collect(), ..CarriedOut::default() });
    (vec![one, other], measurements)
}

#[test]
fn projects_with_the_published_counts_have_the_published_shares() {
    // Knudsen et al.: 120 projects, 72 documented, 3 with all four features, 32 that reached an aim with a figure.
    let mut knudsen = Fidelity::default();
    let threshold = r#"{ "direction": "atLeast", "value": "80", "unit": "percent" }"#;
    let reached = Aim {
        how_much: serde_json::from_str(threshold).unwrap(),
        reached_on: PartialDate::of_month(2016, 3),
        ..Aim::new(id(7))
    };
    for n in 0..120 {
        let aims = if n < 32 { vec![reached.clone()] } else { vec![Aim::new(id(7))] };
        let (cycles, measurements) = match n {
            0..3 => project([true; 3], Some(7)),
            3..72 => project([n % 2 == 0, n % 3 == 0, false], None),
            _ => (vec![], vec![]),
        };
        knudsen = knudsen.plus(&Fidelity::of(&cycles, &aims, &measurements));
    }
    assert_eq!(share(&knudsen, Feature::Documented), (72, 120)); // 60 %
    assert_eq!(share(&knudsen, Feature::AllFour), (3, 72)); // 4 %
    assert_eq!(share(&knudsen, Feature::QuantitativeAimReached), (32, 120)); // 27 %

    // Taylor et al.: 14 of 73 documented a sequence, 7 of 47 had data at least every month.
    let mut taylor = Fidelity::default();
    for n in 0..73 {
        let (mut cycles, measurements) = match n {
            0..7 => project([true; 3], Some(31)),
            7..14 => project([true; 3], Some(32)),
            14..47 => project([false; 3], None),
            _ => (vec![], vec![]),
        };
        if n >= 14 {
            for cycle in &mut cycles {
                cycle.study = None;
            }
        }
        taylor = taylor.plus(&Fidelity::of(&cycles, &[], &measurements));
    }
    assert_eq!(share(&taylor, Feature::DocumentedSequence), (14, 73)); // under 20 %
    assert_eq!(share(&taylor, Feature::MonthlyData), (7, 47)); // 14.9 %
}

/// The count of one feature: met, not assessable, total.
fn count(cycles: &[PdsaCycle], measurements: &[Measurement], feature: Feature) -> [u64; 3] {
    let count = Fidelity::of(cycles, &[], measurements).count(feature);
    [count.met, count.not_assessable, count.of]
}

#[test]
fn what_is_not_stated_is_not_assessable() {
    let (cycles, measurements) = project([true; 3], Some(7));
    assert_eq!(count(&cycles, &measurements, Feature::ContinuousData), [1, 0, 1]);
    // The measurements are not available, or one of three is not.
    assert_eq!(count(&cycles, &[], Feature::ContinuousData), [0, 1, 1]);
    assert_eq!(count(&cycles, &measurements[..2], Feature::ContinuousData), [0, 1, 1]);
    assert_eq!(count(&cycles, &[], Feature::AllFour), [0, 1, 1]);
    // Two points are not regular, whatever they are.
    let (mut two, _) = project([true; 3], Some(7));
    two[1].carried_out.as_mut().unwrap().data.pop();
    assert_eq!(count(&two, &[], Feature::ContinuousData), [0, 0, 1]);
    // A figure of another indicator does not continue a series.
    let mut mixed = measurements.clone();
    mixed[2].indicator = Some(id(4));
    assert_eq!(count(&cycles, &mixed, Feature::ContinuousData), [0, 0, 1]);
    // Nor does one at another interval.
    let mut uneven = measurements.clone();
    uneven[2].period = Period::year(2025);
    assert_eq!(count(&cycles, &uneven, Feature::ContinuousData), [0, 0, 1]);
    // How many there are in the whole unit is not stated.
    let (mut open, _) = project([true; 3], None);
    open[0].whole = None;
    assert_eq!(count(&open, &[], Feature::SmallScale), [0, 1, 1]);
    // A cycle that is linked to a missing one.
    let torn = [PdsaCycle { next: Some(id(9)), ..whole(1) }];
    assert_eq!(count(&torn, &[], Feature::InRamp), [0, 1, 1]);
    assert_eq!(count(&torn, &[], Feature::DocumentedSequence), [0, 1, 1]);
}

#[test]
fn what_is_learned_leads_to_a_cycle_that_has_begun() {
    let (mut cycles, _) = project([true; 3], None);
    assert_eq!(count(&cycles, &[], Feature::Iterative), [1, 0, 1]);
    cycles[1] = bare(2, Some(1), None);
    assert_eq!(count(&cycles, &[], Feature::Iterative), [0, 0, 1]);
}

#[test]
fn scale_grows_along_links_only() {
    let ramp = |scales: [Option<u64>; 3]| {
        let mut cycles: Vec<_> = [1, 2, 3].map(whole).into();
        for (cycle, scale) in cycles.iter_mut().zip(scales) {
            cycle.scale = scale;
        }
        (cycles[0].next, cycles[1].next) = (Some(id(2)), Some(id(3)));
        cycles
    };
    let growing = |scales| count(&ramp(scales), &[], Feature::GrowingScale);
    assert_eq!(growing([Some(1), Some(1), Some(2)]), [1, 0, 1]);
    assert_eq!(growing([Some(1), Some(1), Some(1)]), [0, 0, 1]);
    assert_eq!(growing([Some(1), Some(5), Some(4)]), [0, 0, 1]);
    assert_eq!(growing([Some(1), Some(5), None]), [0, 1, 1]);
    // It shrinks, whatever the last one is.
    assert_eq!(growing([Some(5), Some(1), None]), [0, 0, 1]);
    let mut ring = ramp([Some(1), Some(1), Some(1)]);
    ring[2].next = Some(id(1));
    assert_eq!(count(&ring, &[], Feature::GrowingScale), [0, 1, 1]);
}

#[test]
fn months_of_any_length_are_regular() {
    let (cycles, mut measurements) = project([true; 3], Some(1));
    let dated = |measurements: &mut [Measurement], days: [&str; 3]| {
        for (one, day) in measurements.iter_mut().zip(days) {
            let day = day.parse().unwrap();
            one.period = Some(Period { start: day, end: day });
        }
    };
    for (days, regular, monthly) in [
        (["2024-01-31", "2024-02-29", "2024-03-31"], 1, 1),
        (["2024-01-15", "2024-02-15", "2024-03-15"], 1, 1),
        (["2024-01-15", "2024-03-15", "2024-05-15"], 1, 0),
        (["2024-01-31", "2024-02-01", "2024-03-01"], 0, 0),
        (["2024-01-15", "2024-01-15", "2024-01-15"], 0, 0),
    ] {
        dated(&mut measurements, days);
        assert_eq!(count(&cycles, &measurements, Feature::ContinuousData)[0], regular, "{days:?}");
        assert_eq!(count(&cycles, &measurements, Feature::MonthlyData)[0], monthly, "{days:?}");
    }
}

#[test]
fn the_json_of_a_count_has_no_sum() {
    let json = serde_json::to_value(Fidelity::of(&[whole(1)], &[], &[])).unwrap();
    let rows = json.as_array().unwrap();
    assert_eq!(rows.len(), Feature::ALL.len());
    let first = serde_json::json!({ "feature": "allStages", "met": 1, "notAssessable": 0, "of": 1 });
    assert_eq!(rows[0], first);
    for (n, feature) in Feature::ALL.iter().enumerate() {
        assert_eq!(*feature as usize, n, "{feature:?}");
        assert!(feature.source().document.url.is_some());
    }
}

/// Cycles of any content with distinct ids, linked at random, in a random order.
fn cycles() -> impl Strategy<Value = Vec<PdsaCycle>> {
    let link = || prop::option::of(0_u128..12);
    let cycle = (strategy::any::<PdsaCycle>(), link(), link());
    prop::collection::vec(cycle, 0..10).prop_map(|drawn| {
        let cycles = (0_u128..).zip(drawn);
        let linked =
            |(n, (cycle, previous, next)): (u128, (PdsaCycle, Option<u128>, Option<u128>))| PdsaCycle {
                id: id(n + 1),
                previous: previous.map(|n| id(n + 1)),
                next: next.map(|n| id(n + 1)),
                ..cycle
            };
        cycles.map(linked).collect()
    })
}

/// Whether the links of a ramp lead from one cycle to another, over at least one link.
fn leads(ramp: &Ramp<'_>, from: Id<PdsaCycle>, to: Id<PdsaCycle>) -> bool {
    let mut reached = BTreeSet::new();
    let mut next = vec![from];
    while let Some(at) = next.pop() {
        let after = ramp.links().filter(|(before, _)| before.id == at).map(|(_, after)| after.id);
        next.extend(after.filter(|one| reached.insert(*one)));
    }
    reached.contains(&to)
}

proptest! {
    #[test]
    fn a_ramp_is_what_its_links_say(cycles in cycles()) {
        let ramps = Ramp::find(&cycles);
        let all: Vec<_> = ramps.iter().flat_map(ids).collect();
        prop_assert_eq!(all.len(), cycles.len());
        prop_assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), cycles.len());
        for ramp in &ramps {
            let inside = ids(ramp);
            let looped: Vec<_> = ramp.loops.concat();
            for one in &looped {
                let of = ramp.loops.iter().filter(|members| members.contains(one)).collect::<Vec<_>>();
                prop_assert_eq!(of.len(), 1);
                prop_assert!(of[0].len() > 1 && of[0].iter().all(|other| leads(ramp, *one, *other)));
            }
            for one in &inside {
                // Each loop is found: a cycle that leads back to itself is in one.
                prop_assert_eq!(leads(ramp, *one, *one), looped.contains(one));
            }
            for (from, to) in ramp.links() {
                prop_assert!(from.next == Some(to.id) || to.previous == Some(from.id));
                let place = |id| inside.iter().position(|one| *one == id).unwrap();
                prop_assert!(place(from.id) < place(to.id) || leads(ramp, to.id, from.id));
            }
            let after = |one| ramp.links().filter(move |(from, _)| from.id == one).count();
            let branches: BTreeSet<_> = inside.iter().copied().filter(|one| after(*one) > 1).collect();
            prop_assert_eq!(ramp.branches.iter().copied().collect::<BTreeSet<_>>(), branches);
            prop_assert!(ramp.missing.iter().all(|one| cycles.iter().all(|cycle| cycle.id != *one)));
        }
        // No link is lost: each leads inside, to the cycle itself, or to one that is reported as missing.
        let links: usize = ramps.iter().map(|ramp| ramp.links().count()).sum();
        let mut said: Vec<_> = cycles.iter().flat_map(|cycle| [
            cycle.next.map(|next| (cycle.id, next)), cycle.previous.map(|previous| (previous, cycle.id)),
        ]).flatten().filter(|(from, to)| {
            from != to && all.contains(from) && all.contains(to)
        }).collect();
        said.sort_unstable();
        said.dedup();
        prop_assert_eq!(links, said.len());
    }

    #[test]
    fn the_order_of_cycles_changes_nothing(
        (cycles, turned) in cycles().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
    ) {
        prop_assert_eq!(Ramp::find(&cycles), Ramp::find(&turned));
        prop_assert_eq!(Fidelity::of(&cycles, &[], &[]), Fidelity::of(&turned, &[], &[]));
    }

    #[test]
    fn a_cycle_without_links_lowers_no_denominator(cycles in cycles(), more in strategy::any::<PdsaCycle>()) {
        let before = Fidelity::of(&cycles, &[], &[]);
        let more = PdsaCycle { id: id(1_000), previous: None, next: None, ..more };
        let after = Fidelity::of(cycles.iter().chain([&more]), &[], &[]);
        for feature in Feature::ALL {
            prop_assert!(after.count(feature).of >= before.count(feature).of, "{:?}", feature);
            let count = after.count(feature);
            prop_assert!(count.met + count.not_assessable <= count.of);
        }
    }

    #[test]
    fn a_diagram_has_the_same_lines_whatever_people_wrote(aim in strategy::any::<Aim>(), text in ".{0,20}") {
        let idea = |n: usize| vec![ChangeIdea { statement: Some(text.as_str().into()) }; n];
        let mut aim = aim;
        aim.statement = Some(text.as_str().into());
        aim.drivers = vec![Driver {
            statement: Some(text.as_str().into()),
            secondary: vec![SecondaryDriver { statement: None, ideas: idea(2) }],
            ideas: idea(1),
        }];
        let diagram = aim.driver_diagram(Lang::Da).to_string();
        let lines: Vec<_> = diagram.lines().collect();
        prop_assert_eq!(lines.len(), 1 + 6 + 5, "{}", diagram);
        prop_assert_eq!(diagram.matches('"').count(), 12);
        prop_assert!(!diagram.contains('<') && !diagram.contains('`') && !diagram.contains('\\'));
    }
}
