//! A new phase says why the level is reset.

use chrono::NaiveDate;

use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::series::MeasurementSeries;
use crate::text::{Bilingual, is_stated};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::announced,
    crate::{rule::trial::Breaks, series::Phase},
};

pub(super) static RULE: Rule = Rule {
    code: codes::SER009,
    basis: Basis::PublicPractice,
    sources: &[
        SourceRef::new(SourceDocument::RUN_CHARTS, "Seriediagrammer"),
        SourceRef::new(SourceDocument::RUN_CHARTS_HANDBOOK, "5.10 Seriediagrammer"),
    ],
    title: Bilingual::new(
        "en ny fase siger, hvorfor niveauet fastsættes på ny",
        "a new phase says why the level is reset",
    ),
    why: Bilingual::new(
        "Et nyt niveau er en beslutning, og uden begrundelse kan det lige så vel skjule en forværring.",
        "A new level is a decision, and without grounds it may just as well hide a deterioration.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvad der blev ændret den dag, eller fjern fasen.",
        "State what was changed on that day, or remove the phase.",
    ),
    example: Bilingual::new(
        "En ny fase begynder 1. juli 2024, men det fremgår ikke, hvad der blev ændret.",
        "A new phase begins on 1 July 2024, but it is not stated what was changed.",
    ),
    ..Rule::DERIVED
};

message! {
    NoGrounds { from: NaiveDate }
    "niveauet fastsættes på ny fra {from} uden begrundelse",
    "the level is reset from {from} without grounds",
}

pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("phases");
    for (n, phase) in series.phases.iter().enumerate() {
        if let Some(from) = phase.from
            && !is_stated(phase.grounds.as_ref())
        {
            cx.not_met(&list.index(n), NoGrounds { from });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> =
    &[|series, tape| series.phases.push(Phase { grounds: tape.unsaid(), ..announced(series) })];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost" }"#),
    // The phase that begins with the series is not new.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "phases": [{}, { "grounds": " " }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "phases": [{ "from": "2024-07-01", "grounds": "ny procedure" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "phases": [{}, { "from": "2024-07-01" }, { "from": "2024-10-01", "grounds": " " }]
        }"#,
        &[
            not_met(
                "/phases/1",
                "niveauet fastsættes på ny fra 1. juli 2024 uden begrundelse",
                "the level is reset from 1 July 2024 without grounds",
            ),
            not_met(
                "/phases/2",
                "niveauet fastsættes på ny fra 1. oktober 2024 uden begrundelse",
                "the level is reset from 1 October 2024 without grounds",
            ),
        ],
    ),
];
