//! The part of a share is at most the whole.

use crate::codes;
use crate::measurement::{Measurement, Observed};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::state;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{draft::part::Part as _, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::MEA001,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-029", "R-030"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "measurement, observed, share")],
    title: Bilingual::new(
        "tælleren er højst så stor som nævneren",
        "the part of a share is no larger than the whole",
    ),
    why: Bilingual::new(
        "Målingen modsiger sig selv: en del kan ikke være større end helheden.",
        "The measurement contradicts itself: a part cannot be larger than the whole.",
    ),
    remedy: Bilingual::new(
        "Ret tælleren eller nævneren, så tælleren højst er så stor som nævneren.",
        "Correct the part or the whole, so that the part is no larger than the whole.",
    ),
    example: Bilingual::new("21 ud af 20 mål er SMARTE.", "21 out of 20 goals are SMARTE."),
    ..Rule::DERIVED
};

message! {
    PartTooLarge { part: u64, whole: u64 }
    "tælleren er {part}, men nævneren er kun {whole}",
    "the part is {part}, but the whole is only {whole}",
}

message! {
    PartOfNothing { part: u64 }
    "tælleren er {part}, men nævneren er 0",
    "the part is {part}, but the whole is 0",
}

pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(Observed::Share { part: Some(part), whole: Some(whole) }) = measurement.observed else { return };
    if part <= whole {
        return;
    }
    let at = at.key("observed");
    let at = at.key("share");
    let at = at.key("part");
    if whole == 0 {
        cx.not_met(&at, PartOfNothing { part });
    } else {
        cx.not_met(&at, PartTooLarge { part, whole });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[|measurement, tape| {
    let (one, other) = (u64::any(tape), u64::any(tape));
    let whole = one.min(other).min(u64::MAX.saturating_sub(1));
    let part = one.max(other).max(whole.saturating_add(1));
    state(measurement, Observed::of_share(part, whole));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 19, "whole": 20 } }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 20, "whole": 20 } }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 0, "whole": 0 } }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "share": { "part": 18446744073709551615, "whole": 18446744073709551615 } }
        }"#,
    ),
    // The whole is not stated.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 21 } } }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "whole": 0 } } }"#),
    // There can be more events than days.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "rate": { "events": 3, "exposure": "1", "unit": "days" } }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 21, "whole": 20 } }
        }"#,
        &[not_met(
            "/observed/share/part",
            "tælleren er 21, men nævneren er kun 20",
            "the part is 21, but the whole is only 20",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 1, "whole": 0 } }
        }"#,
        &[not_met(
            "/observed/share/part",
            "tælleren er 1, men nævneren er 0",
            "the part is 1, but the whole is 0",
        )],
    ),
];
