//! A change that is spread has been shown to be effective.

use crate::codes;
use crate::community::{ChangeSpread, Effect, ServiceSpread, SpreadStep};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::{self, Bilingual, is_stated};

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP013,
    requirements: &["R-038"],
    sources: &[SourceRef::agreement("1.1"), SourceRef::agreement("1.4")],
    title: Bilingual::new(
        "en forandring, der udbredes, har vist sig at virke",
        "a change that is spread has been shown to be effective",
    ),
    why: Bilingual::new(
        "En forandring, hvis virkning ikke er påvist, koster alle tilbud tid og kan gøre skade.",
        "What nobody has shown to work costs every service time, and can do harm.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvor det er vist, at forandringen virker, eller vent med at udbrede den. Er den opgivet, så udbred den ikke; bygger udbredelsen eller virkningen på en anden cyklus, så henvis til den, eller tilføj den.",
        "State where the change was shown to be effective, or hold off spreading it. If it was abandoned, do not spread it; if the spread or the effect rests on another cycle, refer to that one, or add it.",
    ),
    example: Bilingual::new(
        "Tre tilbud indfører en samtaleguide, og virkningen er ikke påvist noget sted.",
        "Three services introduce a conversation guide, but it has not been shown to work anywhere.",
    ),
    ..Rule::DERIVED
};

message! {
    NotEffective { services: u64 }
    "forandringen har ikke vist sig at virke, men er på vej ud i {services} tilbud",
    "the change has not been shown to be effective, but is being spread to {services:service|services}",
}

const EFFECT: Bilingual = Bilingual::new(
    "om forandringen har vist sig at virke",
    "whether the change has been shown to be effective",
);
const WHERE: Bilingual = Bilingual::new(
    "hvor forandringen har vist sig at virke",
    "where the change has been shown to be effective",
);

pub(super) fn check(spread: &ChangeSpread, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_taken = |(_, step): (_, Option<&SpreadStep>)| step.is_some_and(SpreadStep::is_taken);
    let is_begun = |one: &&ServiceSpread| one.steps().into_iter().any(is_taken);
    let begun = spread.services.iter().filter(is_begun).count();
    if begun == 0 {
        return;
    }
    match &spread.effect {
        None => cx.not_assessable(at, EFFECT),
        Some(Effect::NotShown) => {
            cx.not_met(&at.key("effect"), NotEffective { services: text::count(begun) });
        }
        Some(Effect::Shown { service: None, source, .. }) if !is_stated(source.as_ref()) => {
            cx.not_assessable(&at.key("effect"), WHERE);
        }
        Some(Effect::Shown { .. }) => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ChangeSpread> = &[
    |spread, tape| {
        spread.effect = Some(Effect::NotShown);
        spread.services = [added::tested(1, 2024, tape)].into();
    },
    |spread, tape| {
        spread.effect = None;
        spread.services = [added::tested(1, 2024, tape)].into();
    },
    |spread, tape| {
        spread.effect = Some(Effect::Shown { service: None, source: tape.unsaid(), on: None });
        spread.services = [added::tested(1, 2024, tape)].into();
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    // Nothing is spread yet.
    accepts(
        r#"{
            "effect": "notShown",
            "services": [
                { "service": "00000000-0000-4000-8000-000000000002", "tested": "notTaken", "adapted": "notNeeded" },
                { "service": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "effect": { "shown": { "source": "Et forskningsprojekt i en anden region" } },
            "services": [{ "service": "00000000-0000-4000-8000-000000000002", "tested": { "taken": {} } }]
        }"#,
    ),
    accepts(
        r#"{
            "effect": { "shown": { "service": "00000000-0000-4000-8000-000000000003" } },
            "services": [{ "service": "00000000-0000-4000-8000-000000000002", "tested": { "taken": {} } }]
        }"#,
    ),
    refuses(
        r#"{
            "effect": "notShown",
            "services": [
                { "service": "00000000-0000-4000-8000-000000000002", "tested": { "taken": {} } },
                { "service": "00000000-0000-4000-8000-000000000003", "implemented": { "taken": {} } },
                { "service": "00000000-0000-4000-8000-000000000004" }
            ]
        }"#,
        &[not_met(
            "/effect",
            "forandringen har ikke vist sig at virke, men er på vej ud i 2 tilbud",
            "the change has not been shown to be effective, but is being spread to 2 services",
        )],
    ),
    refuses(
        r#"{ "services": [{ "service": "00000000-0000-4000-8000-000000000002", "adapted": { "taken": {} } }] }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: om forandringen har vist sig at virke",
            "cannot be assessed; missing: whether the change has been shown to be effective",
        )],
    ),
    refuses(
        r#"{
            "effect": { "shown": { "source": " ", "on": "2023" } },
            "services": [{ "service": "00000000-0000-4000-8000-000000000002", "tested": { "taken": {} } }]
        }"#,
        &[not_assessable(
            "/effect",
            "kan ikke vurderes; mangler: hvor forandringen har vist sig at virke",
            "cannot be assessed; missing: where the change has been shown to be effective",
        )],
    ),
];
