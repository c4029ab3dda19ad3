//! No more is met than was due.

use crate::codes;
use crate::duty::Fulfilment;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT008,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "duties, counted")],
    title: Bilingual::new(
        "der er ikke opfyldt mere, end der skulle opfyldes",
        "no more are counted as met than were due",
    ),
    why: Bilingual::new(
        "De to tal modsiger hinanden, så andelen kan ikke beregnes.",
        "The two counts contradict each other, so that the share cannot be calculated.",
    ),
    remedy: Bilingual::new(
        "Tæl igen, og ret det forkerte tal.",
        "Count again, and correct the wrong number.",
    ),
    example: Bilingual::new(
        "Der skulle være 12 kontakter på dag 3, men 13 er talt som gennemført.",
        "12 contacts were due on day 3, but 13 are counted as made.",
    ),
    ..Rule::DERIVED
};

message! {
    MoreMet { met: u64, due: u64 }
    "{met} står som opfyldt, men kun {due} skulle opfyldes",
    "{met:is|are} recorded as met, but only {due:was|were} due",
}

message! {
    NoneDue { met: u64 }
    "{met} står som opfyldt, men ingen skulle opfyldes",
    "{met:is|are} recorded as met, but none were due",
}

const DUE: Bilingual = Bilingual::new("hvor mange der skulle opfyldes", "how many were due");
const MET: Bilingual = Bilingual::new("hvor mange der er opfyldt", "how many were met");

pub(super) fn check(counts: &Fulfilment, at: &Path<'_>, cx: &mut Checker<'_>) {
    match (counts.due, counts.met) {
        (Some(0), Some(met @ 1..)) => cx.not_met(at, NoneDue { met: met.into() }),
        (Some(due), Some(met)) if met > due => {
            cx.not_met(at, MoreMet { met: met.into(), due: due.into() });
        }
        (Some(_), Some(_)) | (None, None) => {}
        (due, met) => {
            cx.all_stated(at, [(due.is_some(), DUE), (met.is_some(), MET)]);
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Fulfilment> = &[
    |counts, _| *counts = Fulfilment { due: Some(3), met: Some(4) },
    |counts, _| *counts = Fulfilment { due: Some(0), met: Some(1) },
    |counts, _| *counts = Fulfilment { due: None, met: Some(1) },
    |counts, _| *counts = Fulfilment { due: Some(1), met: None },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "due": 0, "met": 0 }"#),
    accepts(r#"{ "due": 12, "met": 12 }"#),
    refuses(
        r#"{ "due": 12, "met": 13 }"#,
        &[not_met(
            "",
            "13 står som opfyldt, men kun 12 skulle opfyldes",
            "13 are recorded as met, but only 12 were due",
        )],
    ),
    refuses(
        r#"{ "due": 0, "met": 1 }"#,
        &[not_met(
            "",
            "1 står som opfyldt, men ingen skulle opfyldes",
            "1 is recorded as met, but none were due",
        )],
    ),
    refuses(
        r#"{ "met": 13 }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvor mange der skulle opfyldes",
            "cannot be assessed; missing: how many were due",
        )],
    ),
    refuses(
        r#"{ "due": 12 }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvor mange der er opfyldt",
            "cannot be assessed; missing: how many were met",
        )],
    ),
];
