//! A ramp of three PDSA cycles, from the first prediction to the adopted change: `cargo run --example pdsa_ramp`.
//!
//! A welcome talk for new staff is tested with one, then with three, then with all eight of a department. The example goes
//! through the steps that a cycle allows, follows the ramp, draws the aim as a driver diagram, and counts which features of
//! the method the ramp shows.

use std::error::Error;

use kvalitetsmodel::aim::{Aim, ChangeIdea, Driver};
use kvalitetsmodel::cycle::{
    Act, ActDecision, CarriedOut, Feature, Fidelity, PdsaCycle, Plan, Ramp, Study, TransitionRefused,
};
use kvalitetsmodel::date::{PartialDate, Period};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::Measurement;
use kvalitetsmodel::text::Text;
use kvalitetsmodel::{Context, Lang, check};

const LANG: Lang = Lang::Da;

/// What one cycle documents: the month, how many, what was predicted, seen and learned, and the decision.
struct Told {
    month: u32,
    scale: u64,
    prediction: &'static str,
    observed: &'static str,
    learned: &'static str,
    decision: ActDecision,
}

const TOLD: [Told; 3] = [
    Told {
        month: 1,
        scale: 1,
        prediction: "Samtalen tager 20 minutter.",
        observed: "Den tog 45 minutter.",
        learned: "Praktiske spørgsmål fylder for meget; de får en folder.",
        decision: ActDecision::Adapt,
    },
    Told {
        month: 2,
        scale: 3,
        prediction: "Med folderen tager samtalen 20 minutter for alle tre.",
        observed: "20, 25 og 20 minutter; 2 af 3 føler sig rustet.",
        learned: "Det virker, når lederen selv holder samtalen.",
        decision: ActDecision::Adapt,
    },
    Told {
        month: 3,
        scale: 8,
        prediction: "Mindst 6 af 8 føler sig rustet.",
        observed: "7 af 8 føler sig rustet.",
        learned: "Samtalen kan holdes af enhver leder.",
        decision: ActDecision::Adopt,
    },
];

fn main() -> Result<(), Box<dyn Error>> {
    let aim = aim()?;
    println!("{}", aim.driver_diagram(LANG));

    let mut cycles = Vec::new();
    let mut begun = PdsaCycle {
        aim: Some(aim.id),
        measures: vec![Id::from_u128(20)],
        ..PdsaCycle::new(Id::from_u128(101))
    };
    for ((next, measurement), told) in (102..).zip(201..).zip(&TOLD) {
        let cycle = PdsaCycle {
            change: Some("Velkomstsamtale på første arbejdsdag".into()),
            scale: Some(told.scale),
            whole: Some(8),
            ..begun
        };
        let done = carry_out(cycle, told, Id::from_u128(measurement))?;
        if told.decision == ActDecision::Adopt {
            cycles.push(done);
            break;
        }
        let (done, next) = done.next_cycle(Id::from_u128(next))?;
        cycles.push(done);
        begun = next;
    }

    let context = Context::new("2024-04-01".parse()?);
    let findings: usize = cycles.iter().map(|cycle| check(cycle, &context).findings().len()).sum();
    println!("Fund i de tre cyklusser: {findings}\n");

    let ramps = Ramp::find(&cycles);
    for ramp in &ramps {
        for (n, cycle) in (1..).zip(&ramp.cycles) {
            let learned = cycle.study.as_ref().and_then(|study| study.learned.as_ref());
            let decision =
                cycle.decision().map_or("ikke besluttet", |decision| decision.label().in_lang(LANG));
            let scale = cycle.scale.unwrap_or_default();
            println!("{n}. omfang {scale}, {decision}: {}", learned.map_or("", Text::as_str));
        }
    }

    println!("\nMetodens kendetegn, hvert for sig:");
    let measurements = measurements();
    let fidelity = Fidelity::of(&cycles, &[aim], &measurements);
    for feature in Feature::ALL {
        let (count, source) = (fidelity.count(feature), feature.source());
        let label = feature.label().in_lang(LANG);
        println!(
            "- {label}: {} af {} ({}, {})",
            count.met, count.of, source.document.publisher, source.section
        );
    }
    Ok(())
}

fn aim() -> Result<Aim, serde_json::Error> {
    let mut aim: Aim = serde_json::from_str(
        r#"{
            "id": "00000000-0000-4000-8000-000000000010",
            "statement": "Nye medarbejdere føler sig rustet til opgaven",
            "howMuch": { "direction": "atLeast", "value": "80", "unit": "percent" },
            "by": { "date": { "on": "2024-06" } },
            "forWhom": "medarbejdere i de første tre måneder",
            "reachedOn": "2024-03"
        }"#,
    )?;
    let idea = ChangeIdea { statement: Some("Velkomstsamtale på første arbejdsdag".into()) };
    aim.drivers =
        vec![Driver { statement: Some("En tryg start".into()), ideas: vec![idea], ..Driver::default() }];
    Ok(aim)
}

/// Takes a cycle through its four steps.
fn carry_out(
    cycle: PdsaCycle,
    told: &Told,
    measurement: Id<Measurement>,
) -> Result<PdsaCycle, TransitionRefused> {
    let on = PartialDate::of_month(2024, told.month);
    let plan = Plan {
        question: Some("Kan vi nå det, og hjælper det?".into()),
        prediction: Some(told.prediction.into()),
        rationale: Some("Den, der er ventet og hørt, spørger hurtigere om hjælp.".into()),
        on,
        ..Plan::default()
    };
    let carried_out = CarriedOut {
        on,
        observations: Some(told.observed.into()),
        data: vec![measurement],
        ..CarriedOut::default()
    };
    let study = Study { on, comparison: Some(told.observed.into()), learned: Some(told.learned.into()) };
    cycle.plan(plan)?.carry_out(carried_out)?.study(study)?.act(Act {
        on,
        decision: Some(told.decision),
        reason: Some(told.learned.into()),
    })
}

/// One measurement in each of the three months.
fn measurements() -> Vec<Measurement> {
    let months =
        ["2024-01", "2024-02", "2024-03"].into_iter().filter_map(|month| month.parse::<PartialDate>().ok());
    let measured = |(n, month): (u128, PartialDate)| Measurement {
        indicator: Some(Id::from_u128(21)),
        period: Some(Period { start: month.first_day(), end: month.last_day() }),
        ..Measurement::new(Id::from_u128(n))
    };
    (201..).zip(months).map(measured).collect()
}
