//! A unit has a leader who is responsible for the implementation in it.

use crate::codes;
use crate::plan::PlanUnit;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;
use crate::text::Text;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use alloc::vec;

pub(super) static RULE: Rule = Rule {
    code: codes::PLA020,
    requirements: &["R-109"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "5")],
    title: Bilingual::new(
        "en enhed har en leder, der er ansvarlig for implementeringen i den",
        "a unit has a leader who is responsible for the implementation in it",
    ),
    why: Bilingual::new(
        "Forandringen sker i enheden, og det er lederen dér, der kan gøre den til en del af hverdagen.",
        "The change happens in the unit, and it is the leader there who can make it part of daily work.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvilken leder der er ansvarlig i enheden.",
        "Say which leader is responsible in the unit.",
    ),
    example: Bilingual::new(
        "En enhed er nævnt, men det fremgår ikke, hvem der leder implementeringen i den.",
        "A unit is named, but it is not stated who leads the implementation in it.",
    ),
    ..Rule::DERIVED
};

message! {
    NoLeader {}
    "det fremgår ikke, hvem der er ansvarlig for implementeringen i enheden",
    "it is not stated who is responsible for the implementation in the unit",
}

pub(super) fn check(unit: &PlanUnit, at: &Path<'_>, cx: &mut Checker<'_>) {
    if unit.leaders.iter().all(Text::is_blank) {
        cx.not_met(at, NoLeader {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<PlanUnit> =
    &[|unit, _| unit.leaders.clear(), |unit, _| unit.leaders = vec![" ".into()]];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "leaders": [" ", "Leder af hjemmeplejen"] }"#),
    refuses(
        r#"{ "name": "Hjemmeplejen" }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvem der er ansvarlig for implementeringen i enheden",
            "it is not stated who is responsible for the implementation in the unit",
        )],
    ),
    refuses(
        r#"{ "leaders": [" "] }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvem der er ansvarlig for implementeringen i enheden",
            "it is not stated who is responsible for the implementation in the unit",
        )],
    ),
];
