//! A test is not larger than the unit that it is made in, and what is adopted was tested with somebody.

use crate::codes;
use crate::cycle::{ActDecision, PdsaCycle};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::add_missing_phases, crate::cycle::Act, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::PDS020,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-180"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "cycles"),
        SourceRef::new(SourceDocument::KNUDSEN_2019, "table 1, small-scale testing"),
    ],
    title: Bilingual::new(
        "en afprøvning omfatter højst så mange, som der er i hele enheden, og mindst én, når forandringen beholdes",
        "a test includes at most as many as there are in the whole unit, and at least one if the change is adopted",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, så det ikke kan ses, om forandringen er afprøvet i lille skala.",
        "The document contradicts itself, so that it cannot be seen whether the change was tested on a small scale.",
    ),
    remedy: Bilingual::new(
        "Ret det tal, der er forkert; begge tal skal tælle det samme.",
        "Correct the number that is wrong; both must count the same thing.",
    ),
    example: Bilingual::new(
        "Forandringen er afprøvet med 12 borgere, men der bor kun 9 i afdelingen.",
        "The change was tested with 12 citizens, but only 9 live in the department.",
    ),
    ..Rule::DERIVED
};

message! {
    MoreThanAll { scale: u64, whole: u64 }
    "omfanget er {scale}, men der er kun {whole} i hele enheden",
    "the scale is {scale}, but there are only {whole} in the whole unit",
}

message! {
    MoreThanNone { scale: u64 }
    "omfanget er {scale}, men der er ingen i hele enheden",
    "the scale is {scale}, but there are none in the whole unit",
}

message! {
    AdoptedUntested {}
    "forandringen beholdes efter en afprøvning, men omfanget af den er 0",
    "the change is adopted after a test, but the scale of the test is 0",
}

/// A test that nobody came to can be studied, and it can lead to another one.
pub(super) fn check(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    match (cycle.scale, cycle.whole) {
        (Some(0), _) if cycle.carried_out.is_some() && cycle.decision() == Some(ActDecision::Adopt) => {
            cx.not_met(&at.key("scale"), AdoptedUntested {});
        }
        (Some(scale), Some(0)) if scale > 0 => cx.not_met(&at.key("scale"), MoreThanNone { scale }),
        (Some(scale), Some(whole)) if scale > whole => {
            cx.not_met(&at.key("scale"), MoreThanAll { scale, whole });
        }
        _ => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<PdsaCycle> = &[
    |cycle, tape| {
        let whole = *tape.pick(&[0_u64, 1, 9]);
        (cycle.scale, cycle.whole) = (Some(whole.saturating_add(1)), Some(whole));
    },
    |cycle, tape| {
        add_missing_phases(cycle, tape);
        (cycle.scale, cycle.whole) = (Some(0), None);
        cycle.act = Some(Act { decision: Some(ActDecision::Adopt), ..Act::default() });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "scale": 12 }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "whole": 0 }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "scale": 0, "whole": 0 }"#),
    // A test of all.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "scale": 9, "whole": 9 }"#),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "scale": 10, "whole": 9 }"#,
        &[not_met(
            "/scale",
            "omfanget er 10, men der er kun 9 i hele enheden",
            "the scale is 10, but there are only 9 in the whole unit",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "scale": 1, "whole": 0 }"#,
        &[not_met(
            "/scale",
            "omfanget er 1, men der er ingen i hele enheden",
            "the scale is 1, but there are none in the whole unit",
        )],
    ),
    // Nobody came, and it is tried in another way; what is adopted without a test is for PDS005.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scale": 0, "do": {}, "study": {}, "act": { "decision": "adapt" }
        }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "scale": 0, "act": { "decision": "adopt" } }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "scale": 0, "do": {}, "act": { "decision": "adopt" } }"#,
        &[not_met(
            "/scale",
            "forandringen beholdes efter en afprøvning, men omfanget af den er 0",
            "the change is adopted after a test, but the scale of the test is 0",
        )],
    ),
];
