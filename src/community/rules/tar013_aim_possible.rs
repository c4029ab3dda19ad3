//! An aim is possible: a share lies between 0 and 100%, and no count is below 0.

use crate::aim::Aim;
use crate::figure::{Decimal, impossible};
use crate::report::Path;
use crate::rule::{Checker, message};
pub(super) use crate::target_figure::rules::tar013_percent_possible::RULE;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

message! {
    NoShare { value: Decimal }
    "målet er {value} %, men en andel ligger mellem 0 og 100 %",
    "the aim is {value}%, but a share lies between 0 and 100%",
}

message! {
    NoCount { value: Decimal }
    "målet er {value}, men et antal eller en varighed er aldrig under 0",
    "the aim is {value}, but a count or a duration is never below 0",
}

pub(super) fn check(aim: &Aim, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(how_much) = &aim.how_much else { return };
    let at = at.key("howMuch");
    match impossible(Some(how_much.value), Some(&how_much.unit)) {
        Some((value, true)) => cx.not_met(&at.key("value"), NoShare { value }),
        Some((value, false)) => cx.not_met(&at.key("value"), NoCount { value }),
        None => {}
    }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "howMuch": { "direction": "atLeast", "value": "100", "unit": "percent" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "howMuch": { "direction": "atLeast", "value": "120", "unit": "days" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "howMuch": { "direction": "atLeast", "value": "100.1", "unit": "percent" }
        }"#,
        &[not_met(
            "/howMuch/value",
            "målet er 100,1 %, men en andel ligger mellem 0 og 100 %",
            "the aim is 100.1%, but a share lies between 0 and 100%",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "howMuch": { "direction": "atMost", "value": "-1", "unit": "count" }
        }"#,
        &[not_met(
            "/howMuch/value",
            "målet er -1, men et antal eller en varighed er aldrig under 0",
            "the aim is -1, but a count or a duration is never below 0",
        )],
    ),
];
