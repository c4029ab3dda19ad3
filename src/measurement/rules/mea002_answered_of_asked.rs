//! At most as many answered as were asked.

use crate::codes;
use crate::measurement::Measurement;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::MEA002,
    severity: Severity::Error,
    requirements: &["R-031"],
    sources: &[SourceRef::agreement("1.5.3")],
    title: Bilingual::new("der er højst så mange svar som spurgte", "at most as many answered as were asked"),
    why: Bilingual::new(
        "Målingen modsiger sig selv, og svarprocenten siger intet.",
        "The measurement contradicts itself, and the response rate says nothing.",
    ),
    remedy: Bilingual::new(
        "Ret antallet af spurgte eller antallet af svar.",
        "Correct how many were asked, or how many answered.",
    ),
    example: Bilingual::new(
        "Fire nyansatte er spurgt, og fem har svaret.",
        "Four new staff were asked, and five answered.",
    ),
    ..Rule::DERIVED
};

message! {
    TooManyAnswers { answered: u64, asked: u64 }
    "{answered} har svaret, men kun {asked} er spurgt",
    "{answered} answered, but only {asked} were asked",
}

pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let (Some(answered), Some(asked)) = (measurement.answered, measurement.asked)
        && answered > asked
    {
        cx.not_met(&at.key("answered"), TooManyAnswers { answered, asked });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[|measurement, tape| {
    let asked = tape.within(0, u64::MAX.saturating_sub(1));
    measurement.asked = Some(asked);
    measurement.answered = Some(tape.within(asked.saturating_add(1), u64::MAX));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "asked": 5, "answered": 5 }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "asked": 0, "answered": 0 }"#),
    // How many were asked is not stated.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "answered": 5 }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "asked": 0 }"#),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "asked": 5, "answered": 6 }"#,
        &[not_met("/answered", "6 har svaret, men kun 5 er spurgt", "6 answered, but only 5 were asked")],
    ),
    // Zero is stated.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "asked": 0, "answered": 1 }"#,
        &[not_met("/answered", "1 har svaret, men kun 0 er spurgt", "1 answered, but only 0 were asked")],
    ),
];
