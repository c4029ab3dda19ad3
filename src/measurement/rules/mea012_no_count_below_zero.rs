//! No measured count is below 0.

use crate::codes;
use crate::figure::Decimal;
use crate::measurement::Measurement;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::state,
    crate::{figure::Unit, measurement::Observed, rule::trial::Breaks},
};

use super::possible::Impossible;

pub(super) static RULE: Rule = Rule {
    code: codes::MEA012,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "measurement, observed, value; subgroup")],
    title: Bilingual::new(
        "hverken et målt antal eller en varighed i dage eller timer er under 0",
        "no measured count, and no duration in days or hours, is below 0",
    ),
    why: Bilingual::new(
        "Et antal og en varighed kan ikke være under nul, så tallet er tastet forkert eller har en anden enhed.",
        "A count or a duration cannot be below zero, so the value was mistyped or has another unit.",
    ),
    remedy: Bilingual::new(
        "Ret tallet. Er det en forskel, fx dage før en frist, så giv det en anden enhed, der siger det.",
        "Correct the value. If it is a difference, such as days before a deadline, give it another unit that says so.",
    ),
    example: Bilingual::new(
        "Sygefraværet er målt til -4,5 dage pr. medarbejder.",
        "Sick leave is measured as -4.5 days per member of staff.",
    ),
    ..Rule::DERIVED
};

message! {
    NoCount { value: Decimal }
    "målingen er {value}, men et antal eller en varighed er aldrig under 0",
    "the result is {value}, but a count or a duration is never below 0",
}

message! {
    NoCountInSubgroup { value: Decimal }
    "en af målingens værdier er {value}, men et antal eller en varighed er aldrig under 0",
    "a value of the result is {value}, but a count or a duration is never below 0",
}

pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(found) = Impossible::first_in(measurement).filter(|found| !found.is_share) else { return };
    let value = found.value;
    found.place(at, |at| {
        if found.is_only_one() {
            cx.not_met(at, NoCount { value });
        } else {
            cx.not_met(at, NoCountInSubgroup { value });
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[
    |measurement, tape| {
        let unit = tape.pick(&[Unit::Count, Unit::Days, Unit::Hours]).clone();
        state(measurement, Observed::Value { value: Decimal::new(-45, 1).ok(), unit: Some(unit) });
    },
    |measurement, tape| {
        let unit = tape.pick(&[Unit::Count, Unit::Days, Unit::Hours]).clone();
        let values = [Some(Decimal::ZERO), Decimal::new(-1, 0).ok()].into_iter().flatten().collect();
        state(measurement, Observed::of_subgroup(values, unit));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "value": { "value": "0", "unit": "days" } } }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "subgroup": { "values": ["0", "3"], "unit": "hours" } } }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "value": { "value": "-2" } } }"#,
    ),
    // Units whose values can be below 0, and a share, which is not a count.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "value": { "value": "-2", "unit": "points" } } }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "value": { "value": "-2", "unit": { "other": { "name": "dage for sent" } } } } }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "subgroup": { "values": ["-2"], "unit": "points" } } }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "value": { "value": "-5", "unit": "percent" } } }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "value": { "value": "-4.5", "unit": "days" } } }"#,
        &[not_met(
            "/observed/value/value",
            "målingen er -4,5, men et antal eller en varighed er aldrig under 0",
            "the result is -4.5, but a count or a duration is never below 0",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "value": { "value": "-1", "unit": "count" } } }"#,
        &[not_met(
            "/observed/value/value",
            "målingen er -1, men et antal eller en varighed er aldrig under 0",
            "the result is -1, but a count or a duration is never below 0",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "subgroup": { "values": ["3", "-2", "-4"], "unit": "hours" } } }"#,
        &[not_met(
            "/observed/subgroup/values/1",
            "en af målingens værdier er -2, men et antal eller en varighed er aldrig under 0",
            "a value of the result is -2, but a count or a duration is never below 0",
        )],
    ),
];
