//! No more people answered than were asked.

use crate::codes;
use crate::measurement::Measurement;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::state;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{measurement::Observed, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::MEA002,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-031"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "measurement, asked; answered")],
    title: Bilingual::new(
        "der er højst lige så mange svar som adspurgte",
        "no more people answered than were asked",
    ),
    why: Bilingual::new(
        "Målingen modsiger sig selv, og svarprocenten kan ikke bruges til noget.",
        "The measurement contradicts itself, and the response rate is of no use.",
    ),
    remedy: Bilingual::new(
        "Ret antallet af adspurgte eller antallet af svar.",
        "Correct the number of people asked or the number who answered.",
    ),
    example: Bilingual::new(
        "Fire nyansatte er spurgt, men fem har svaret.",
        "Four new members of staff were asked, but five answered.",
    ),
    ..Rule::DERIVED
};

message! {
    TooManyAnswers { answered: u64, asked: u64 }
    "{answered} har svaret, men kun {asked} er spurgt",
    "{answered} answered, but only {asked:was|were} asked",
}

message! {
    NobodyAsked { answered: u64 }
    "{answered} har svaret, men ingen er spurgt",
    "{answered} answered, but nobody was asked",
}

pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let (Some(answered), Some(asked)) = (measurement.answered, measurement.asked)
        && answered > asked
    {
        let at = at.key("answered");
        if asked == 0 {
            cx.not_met(&at, NobodyAsked { answered });
        } else {
            cx.not_met(&at, TooManyAnswers { answered, asked });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[|measurement, tape| {
    let asked = tape.within(0, u64::MAX.saturating_sub(1));
    measurement.asked = Some(asked);
    measurement.answered = Some(tape.within(asked.saturating_add(1), u64::MAX));
    state(measurement, Observed::of_count(1)); // there was something to measure
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
        &[not_met("/answered", "1 har svaret, men ingen er spurgt", "1 answered, but nobody was asked")],
    ),
];
