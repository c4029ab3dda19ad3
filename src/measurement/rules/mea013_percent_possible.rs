//! What is measured in percent is between 0 and 100.

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
    code: codes::MEA013,
    basis: Basis::Form,
    requirements: &["R-173"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "measurement, observed, value; subgroup"),
        SourceRef::agreement("1.5.3"),
    ],
    title: Bilingual::new(
        "en måling i procent ligger mellem 0 og 100",
        "a measurement in percent lies between 0 and 100",
    ),
    why: Bilingual::new(
        "Procent står for en andel, og en andel er aldrig under 0 % eller over 100 %. Et sådant tal er tastet forkert, eller det er ikke en andel.",
        "Percent stands for a share, and a share is never below 0% or above 100%. Such a value was mistyped, or it is not a share.",
    ),
    remedy: Bilingual::new(
        "Ret tallet; er det ikke en andel, så skriv i enheden, hvad der er tale om, fx procent af normeringen.",
        "Correct the value; if it is not a share, let the unit say what it is, such as percent of the planned staff.",
    ),
    example: Bilingual::new("134 % af delmålene er åbne.", "134% of the sub-goals are open."),
    ..Rule::DERIVED
};

message! {
    NoShare { value: Decimal }
    "målingen er {value} %, men en andel ligger mellem 0 og 100 %",
    "the result is {value}%, but a share lies between 0 and 100%",
}

message! {
    NoShareInSubgroup { value: Decimal }
    "en af målingens værdier er {value} %, men en andel ligger mellem 0 og 100 %",
    "a value of the result is {value}%, but a share lies between 0 and 100%",
}

pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(found) = Impossible::first_in(measurement).filter(|found| found.is_share) else { return };
    let value = found.value;
    found.place(at, |at| {
        if found.is_only_one() {
            cx.not_met(at, NoShare { value });
        } else {
            cx.not_met(at, NoShareInSubgroup { value });
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[
    |measurement, tape| {
        let value = *tape.pick(&[Decimal::new(1001, 1).ok(), Decimal::new(-1, 0).ok()]);
        state(measurement, Observed::Value { value, unit: Some(Unit::Percent) });
    },
    |measurement, _| {
        let values = [Decimal::HUNDRED, Decimal::from(134)].into();
        state(measurement, Observed::of_subgroup(values, Unit::Percent));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "value": { "value": "0", "unit": "percent" } } }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "value": { "value": "100.0", "unit": "percent" } } }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "subgroup": { "values": ["0", "100"], "unit": "percent" } } }"#,
    ),
    // Not in percent, and so not a share.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "value": { "value": "134", "unit": "days" } } }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "value": { "value": "134", "unit": { "other": { "name": "% af normeringen" } } } } }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "value": { "value": "134" } } }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "value": { "value": "134", "unit": "percent" } } }"#,
        &[not_met(
            "/observed/value/value",
            "målingen er 134 %, men en andel ligger mellem 0 og 100 %",
            "the result is 134%, but a share lies between 0 and 100%",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "value": { "value": "-0.1", "unit": "percent" } } }"#,
        &[not_met(
            "/observed/value/value",
            "målingen er -0,1 %, men en andel ligger mellem 0 og 100 %",
            "the result is -0.1%, but a share lies between 0 and 100%",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "subgroup": { "values": ["80", "100.1"], "unit": "percent" } } }"#,
        &[not_met(
            "/observed/subgroup/values/1",
            "en af målingens værdier er 100,1 %, men en andel ligger mellem 0 og 100 %",
            "a value of the result is 100.1%, but a share lies between 0 and 100%",
        )],
    ),
];
