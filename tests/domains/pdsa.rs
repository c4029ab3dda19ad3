//! PDSA cycles: every way through the transitions, whole cycles and series, reading and writing.
#![cfg(feature = "proptest")]
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests may fail loudly, in their helpers too"
)]

use kvalitetsmodel::community::ImprovementCommunity;
use kvalitetsmodel::cycle::{
    Act, ActDecision, CarriedOut, CyclePhase, Hindrance, PdsaCycle, Plan, Study, Transition,
    TransitionRefused,
};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::report::Finding;
use kvalitetsmodel::text::Text;
use kvalitetsmodel::{Context, Lang, check, codes, strategy};
use proptest::prelude::*;

const OPERATIONS: [Transition; 5] =
    [Transition::Plan, Transition::CarryOut, Transition::Study, Transition::Act, Transition::NextCycle];

fn id(n: u128) -> Id<PdsaCycle> {
    Id::from_u128(n)
}

/// Takes a step. A step to another cycle returns that cycle.
fn step(
    cycle: PdsaCycle,
    operation: Transition,
    decision: Option<ActDecision>,
) -> Result<PdsaCycle, TransitionRefused> {
    match operation {
        Transition::Plan => cycle.plan(Plan::default()),
        Transition::CarryOut => cycle.carry_out(CarriedOut::default()),
        Transition::Study => cycle.study(Study::default()),
        Transition::Act => cycle.act(Act { decision, ..Act::default() }),
        Transition::NextCycle => {
            let (this, next) = (cycle.id, fresh(&cycle));
            let (done, begun) = cycle.next_cycle(next)?;
            assert_eq!((done.next, begun.previous), (Some(next), Some(this)));
            assert_eq!((done.aim, &done.measures), (begun.aim, &begun.measures));
            Ok(begun)
        }
    }
}

/// An id that neither the cycle nor the one before it has.
fn fresh(cycle: &PdsaCycle) -> Id<PdsaCycle> {
    let taken = |one: &Id<PdsaCycle>| *one == cycle.id || Some(*one) == cycle.previous;
    [1, 2, 3].into_iter().map(id).find(|one| !taken(one)).unwrap()
}

/// A model of what is legal: letters are accepted in the order of `way`, again and again if `round`.
struct Automaton {
    way: &'static str,
    round: bool,
    at: usize,
}

impl Automaton {
    fn accepts(&mut self, letter: char) -> bool {
        let legal = self.way.chars().nth(self.at) == Some(letter);
        if legal {
            self.at += 1;
            if self.round && self.at == self.way.len() {
                self.at = 0;
            }
        }
        legal
    }
}

/// Runs every sequence of `length` operations. Returns how many sequences have no refused step, and how many
/// steps are taken and refused in all. A refused step leaves the cycle unchanged, and the sequence continues.
fn walk(length: u32, decision: Option<ActDecision>) -> (u64, u64, u64) {
    let (mut through, mut taken, mut refused) = (0, 0, 0);
    for sequence in 0..5_usize.pow(length) {
        let mut legal = if decision == Some(ActDecision::Abandon) {
            Automaton { way: "PDSA", round: false, at: 0 }
        } else {
            Automaton { way: "PDSAN", round: true, at: 0 }
        };
        let (mut cycle, mut rest, mut all) = (PdsaCycle::new(id(1)), sequence, true);
        for _ in 0..length {
            let operation = OPERATIONS[rest % 5];
            let letter = ['P', 'D', 'S', 'A', 'N'][rest % 5];
            rest /= 5;
            let before = cycle.clone();
            cycle = match step(cycle, operation, decision) {
                Ok(cycle) => {
                    assert!(legal.accepts(letter), "{letter} taken in {before:?}");
                    taken += 1;
                    cycle
                }
                Err(refused_step) => {
                    assert!(!legal.accepts(letter), "{letter} refused in {before:?}");
                    assert_eq!(refused_step.attempted, operation);
                    assert_eq!(refused_step.phase(), before.phase());
                    let back = refused_step.into_cycle();
                    assert_eq!(back, before, "{letter} changed the cycle");
                    refused += 1;
                    all = false;
                    back
                }
            };
        }
        through += u64::from(all);
    }
    (through, taken, refused)
}

fn walk_all(decision: Option<ActDecision>) -> (u64, u64, u64) {
    (0..=6).map(|length| walk(length, decision)).fold((0, 0, 0), |a, b| (a.0 + b.0, a.1 + b.1, a.2 + b.2))
}

#[test]
fn only_plan_do_study_act_next_runs_without_refusal() {
    // 1 + 5 + … + 5⁶ = 19 531 sequences with 0·1 + 1·5 + … + 6·5⁶ = 112 305 steps. At every point one
    // operation of five is legal: one sequence of each length runs through, a fifth of the steps is taken.
    for decision in [Some(ActDecision::Adopt), Some(ActDecision::Adapt), None] {
        assert_eq!(walk_all(decision), (7, 22_461, 89_844), "{decision:?}");
    }
}

#[test]
fn nothing_follows_an_abandoned_cycle() {
    // Lengths 0 to 4 run through. The steps after act are lost: 1 of length 5, and of length 6 one in
    // each of 24 sequences and two in one.
    assert_eq!(walk_all(Some(ActDecision::Abandon)), (5, 22_461 - 27, 89_844 + 27));
}

fn acted(decision: ActDecision) -> PdsaCycle {
    OPERATIONS[..4]
        .iter()
        .fold(PdsaCycle::new(id(1)), |cycle, operation| step(cycle, *operation, Some(decision)).unwrap())
}

#[test]
fn a_refusal_says_what_and_why() {
    let new = PdsaCycle::new(id(1));
    let gap = PdsaCycle { carried_out: Some(CarriedOut::default()), ..new.clone() };
    let with_next = PdsaCycle { next: Some(id(9)), ..acted(ActDecision::Adapt) };
    let with_previous = PdsaCycle { previous: Some(id(9)), ..acted(ActDecision::Adapt) };
    let next = |cycle: PdsaCycle, next| cycle.next_cycle(id(next)).map(|(cycle, _)| cycle);
    let cases = [
        (
            new.clone().act(Act::default()),
            Hindrance::Phase,
            "en cyklus, der ikke er begyndt, kan ikke besluttes",
            "a cycle that is not begun cannot be acted on",
        ),
        (
            acted(ActDecision::Adopt).plan(Plan::default()),
            Hindrance::Phase,
            "en cyklus, der er besluttet, kan ikke planlægges",
            "a cycle that is acted on cannot be planned",
        ),
        (
            gap.clone().study(Study::default()),
            Hindrance::Gap,
            "en cyklus, der mangler en tidligere fase, kan ikke analyseres",
            "a cycle that lacks an earlier phase cannot be studied",
        ),
        (
            gap.plan(Plan::default()),
            Hindrance::Phase,
            "en cyklus, der er afprøvet, kan ikke planlægges",
            "a cycle that is carried out cannot be planned",
        ),
        (
            next(acted(ActDecision::Abandon), 2),
            Hindrance::Abandoned,
            "en cyklus, der er opgivet, kan ikke følges af endnu en cyklus",
            "a cycle that is abandoned cannot be followed by a further cycle",
        ),
        (
            next(with_next, 2),
            Hindrance::HasNext,
            "en cyklus, der har en næste cyklus, kan ikke følges af endnu en cyklus",
            "a cycle that has a further cycle cannot be followed by a further cycle",
        ),
        (
            next(acted(ActDecision::Adapt), 1),
            Hindrance::Ring,
            "en cyklus, der ville følge efter sig selv, kan ikke følges af endnu en cyklus",
            "a cycle that would come after itself cannot be followed by a further cycle",
        ),
        (
            next(with_previous, 9),
            Hindrance::Ring,
            "en cyklus, der ville følge efter sig selv, kan ikke følges af endnu en cyklus",
            "a cycle that would come after itself cannot be followed by a further cycle",
        ),
    ];
    for (result, because, da, en) in cases {
        let refused = result.unwrap_err();
        assert_eq!((refused.because, refused.message(Lang::Da).as_str()), (because, da));
        assert_eq!((refused.message(Lang::En), refused.to_string()), (en.to_owned(), en.to_owned()));
    }
    assert!(size_of::<TransitionRefused>() <= 2 * size_of::<usize>());
}

fn context() -> Context {
    Context::new("2024-06-01".parse().unwrap())
}

#[test]
fn a_complete_cycle_and_one_not_begun_are_clean() {
    let words = || Some(Text::from("ord"));
    let complete = PdsaCycle {
        aim: Some(Id::from_u128(2)),
        measures: vec![Id::from_u128(3)],
        change: words(),
        scale: Some(1),
        plan: Some(Plan { prediction: words(), on: "2024-02".parse().ok(), ..Plan::default() }),
        carried_out: Some(CarriedOut {
            observations: words(),
            on: "2024-03-04".parse().ok(),
            ..CarriedOut::default()
        }),
        study: Some(Study { comparison: words(), on: "2024-03".parse().ok(), ..Study::default() }),
        act: Some(Act {
            decision: Some(ActDecision::Adapt),
            on: "2024-03-11".parse().ok(),
            ..Act::default()
        }),
        next: Some(id(4)),
        ..PdsaCycle::new(id(1))
    };
    for cycle in [complete, PdsaCycle::new(id(1))] {
        let report = check(&cycle, &context());
        assert!(report.is_clean() && report.not_evaluated().is_empty(), "{report:#?}");
    }
}

#[test]
fn the_two_series_of_the_dossier() {
    // A series with predictions and comparisons, adapted and then adopted; and a single test on thirty
    // with none of it.
    let words = || Some(Text::from("ord"));
    let begin = |n, scale| PdsaCycle {
        aim: Some(Id::from_u128(20)),
        measures: vec![Id::from_u128(30)],
        change: words(),
        scale: Some(scale),
        ..PdsaCycle::new(id(n))
    };
    let run = |cycle: PdsaCycle, text: Option<Text>, decision| {
        cycle
            .plan(Plan { prediction: text.clone(), ..Plan::default() })?
            .carry_out(CarriedOut { observations: words(), ..CarriedOut::default() })?
            .study(Study { comparison: text, ..Study::default() })?
            .act(Act { decision, ..Act::default() })
    };
    let first = run(begin(1, 1), words(), Some(ActDecision::Adapt)).unwrap();
    let (first, second) = first.next_cycle(id(2)).unwrap();
    let second = PdsaCycle { change: words(), scale: Some(5), ..second };
    let second = run(second, words(), Some(ActDecision::Adopt)).unwrap();
    assert!(check(&first, &context()).is_clean());
    assert!(check(&second, &context()).is_clean());

    let report = check(&run(begin(3, 30), None, None).unwrap(), &context());
    let found: Vec<_> = report.findings().iter().map(Finding::code).collect();
    assert_eq!(found, [codes::PDS001, codes::PDS004]);
}

#[test]
fn do_is_do_in_the_exchange_format() {
    let cycle = PdsaCycle { carried_out: Some(CarriedOut::default()), ..PdsaCycle::new(id(1)) };
    let text = r#"{"id":"00000000-0000-0000-0000-000000000001","do":{}}"#;
    assert_eq!(serde_json::to_string(&cycle).unwrap(), text);
    for refused in ["carriedOut", "carried_out"] {
        assert!(serde_json::from_str::<PdsaCycle>(&text.replace("do", refused)).is_err());
    }
}

/// The second cycle is to be adapted and has no next one; the first has one, which names it as its previous.
#[test]
fn a_cycle_without_a_next_one_is_found_once_alone_and_in_a_community() {
    let second = PdsaCycle { id: id(2), previous: Some(id(1)), ..acted(ActDecision::Adapt) };
    let places = |report: &kvalitetsmodel::report::Report| -> Vec<_> {
        report.findings().iter().map(|one| one.at().to_string()).collect()
    };
    let context = strategy::context();
    assert_eq!(places(&kvalitetsmodel::check_rule(&second, &context, codes::PDS008)), ["/act"]);
    let cycles = vec![acted(ActDecision::Adapt), second];
    let community = ImprovementCommunity { cycles, ..ImprovementCommunity::new(Id::from_u128(3)) };
    assert_eq!(places(&kvalitetsmodel::check_rule(&community, &context, codes::PDS008)), ["/cycles/1/act"]);
}

proptest! {
    #[test]
    fn a_step_is_taken_or_returns_the_draft_unchanged(cycle in strategy::any::<PdsaCycle>(), n in 0..5_usize) {
        let before = cycle.clone();
        match step(cycle, OPERATIONS[n], None) {
            Ok(after) if n == 4 => prop_assert_eq!(after.phase(), CyclePhase::NotBegun),
            Ok(after) => prop_assert!(after.phase() > before.phase()),
            Err(refused) => prop_assert_eq!(refused.into_cycle(), before),
        }
    }

    #[test]
    fn a_gap_is_found_exactly_if_there_is_one(cycle in strategy::any::<PdsaCycle>()) {
        let gaps = check(&cycle, &strategy::context());
        let has_gap = gaps.findings().iter().any(|finding| finding.code() == codes::PDS005);
        let phases = [cycle.plan.is_some(), cycle.carried_out.is_some(), cycle.study.is_some(), cycle.act.is_some()];
        prop_assert_eq!(has_gap, phases.windows(2).any(|pair| !pair[0] && pair[1]));
    }
}
