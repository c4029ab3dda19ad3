//! Where there was nothing to measure, nobody has answered, and where nobody has, there is no result.

use crate::codes;
use crate::measurement::{Measurement, NoResult, Observed};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::state;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::MEA014,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "measurement, noResult; observed; asked; answered",
    )],
    title: Bilingual::new(
        "er der intet at måle på, er der heller ingen svar, og uden svar er der intet resultat",
        "where there was nothing to measure, nobody has answered, and without answers there is no result",
    ),
    why: Bilingual::new(
        "Har nogen svaret, var der noget at måle på, og resultatet mangler. Skal det ikke vises, er det skjult og ikke intet. Er der spurgt, uden at nogen har svaret, kan det godt passe, at der intet var at måle på. Et resultat, som ingen har svaret til, er talt på andet end svarene, eller antallet er forkert.",
        "If people have answered, there was something to measure, and the result is missing. If it is not to be shown, it is suppressed, not absent. If people were asked and nobody answered, it can be right that there was nothing to measure. A result to which nobody has answered was counted from something other than the answers, or their number is wrong.",
    ),
    remedy: Bilingual::new(
        "Ret antallet af adspurgte eller svar, eller slet det, hvis resultatet ikke bygger på svar. Mangler resultatet, så skriv det, eller skriv, at det er skjult.",
        "Correct the number of people asked or of answers, or delete it if the result does not rest on answers. If the result is missing, state it, or say that it is suppressed.",
    ),
    example: Bilingual::new(
        "Målingen siger, at der intet var at måle på, men 19 af 20 har svaret.",
        "The measurement says that there was nothing to measure, but 19 of 20 have answered.",
    ),
    ..Rule::DERIVED
};

message! {
    Answered { answered: u64 }
    "der er intet at måle på, men {answered} har svaret",
    "there was nothing to measure, but {answered:person has answered|people have answered}",
}

message! {
    NobodyAnswered {}
    "ingen har svaret, men der er et resultat",
    "nobody has answered, but there is a result",
}

message! {
    NobodyAsked {}
    "ingen er spurgt, men der er et resultat",
    "nobody was asked, but there is a result",
}

/// A measurement with a result that says it has none is for MEA010, and more answers than people asked are for MEA002.
pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    match (&measurement.observed, &measurement.no_result, measurement.asked, measurement.answered) {
        (None, Some(NoResult::Nothing), _, Some(answered @ 1..)) => {
            cx.not_met(&at.key("answered"), Answered { answered });
        }
        (Some(result), None, Some(0), None | Some(0)) if is_of_something(result) => {
            cx.not_met(&at.key("asked"), NobodyAsked {});
        }
        (Some(result), None, _, Some(0)) if is_of_something(result) => {
            cx.not_met(&at.key("answered"), NobodyAnswered {});
        }
        _ => {}
    }
}

/// Whether something was measured: 0 of 0 and none are what no answers give. The whole need not be the people who answered.
const fn is_of_something(result: &Observed) -> bool {
    match *result {
        Observed::Share { part, whole } => matches!((part, whole), (Some(_), Some(1..))),
        Observed::Count { count } => matches!(count, Some(1..)),
        Observed::Value { value, .. } => value.is_some(),
        Observed::Rate { events, .. } => matches!(events, Some(1..)),
        Observed::Subgroup { ref values, .. } => !values.is_empty(),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[
    |measurement, tape| {
        (measurement.observed, measurement.no_result) = (None, Some(NoResult::Nothing));
        measurement.answered = Some(tape.within(1, 20));
        measurement.asked = *tape.pick(&[None, Some(20)]);
    },
    |measurement, tape| {
        state(measurement, Observed::of_share(16, 19));
        (measurement.asked, measurement.answered) =
            *tape.pick(&[(Some(0), None), (Some(0), Some(0)), (Some(20), Some(0)), (None, Some(0))]);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Nobody answered, answers with a result, a result as well as no result, and answers whose result is suppressed.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "noResult": "none", "asked": 20, "answered": 0 }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "noResult": "none", "asked": 20 }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 3, "whole": 19 } },
            "asked": 20, "answered": 19
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "count": { "count": 3 } }, "noResult": "none",
            "answered": 19
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "noResult": { "suppressed": { "below": 5 } },
            "asked": 4, "answered": 3
        }"#,
    ),
    // What no answers give; a whole that is not the people who answered; and a result without its parts.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 0, "whole": 0 } },
            "asked": 0, "answered": 0
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "count": { "count": 0 } },
            "asked": 20, "answered": 0
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 16, "whole": 190 } },
            "asked": 1, "answered": 1
        }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "whole": 19 } }, "answered": 0 }"#,
    ),
    // For MEA002.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 16, "whole": 19 } },
            "asked": 0, "answered": 1
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 0, "whole": 1 } },
            "asked": 0, "answered": 0
        }"#,
        &[not_met(
            "/asked",
            "ingen er spurgt, men der er et resultat",
            "nobody was asked, but there is a result",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "value": { "value": "0" } },
            "asked": 20, "answered": 0
        }"#,
        &[not_met(
            "/answered",
            "ingen har svaret, men der er et resultat",
            "nobody has answered, but there is a result",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "rate": { "events": 1 } }, "answered": 0
        }"#,
        &[not_met(
            "/answered",
            "ingen har svaret, men der er et resultat",
            "nobody has answered, but there is a result",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "noResult": "none", "asked": 20, "answered": 19 }"#,
        &[not_met(
            "/answered",
            "der er intet at måle på, men 19 har svaret",
            "there was nothing to measure, but 19 people have answered",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "noResult": "none", "answered": 1 }"#,
        &[not_met(
            "/answered",
            "der er intet at måle på, men 1 har svaret",
            "there was nothing to measure, but 1 person has answered",
        )],
    ),
];
