//! Each phase has a first day of its own.

use chrono::NaiveDate;

use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::series::MeasurementSeries;
use crate::sorted::each_repeat;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::{announced, twice},
    crate::{figure::Decimal, rule::trial::Breaks, series::Phase, strategy::on_known_level},
};

pub(super) static RULE: Rule = Rule {
    code: codes::SER006,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, phases")],
    title: Bilingual::new("hver fase har sin egen første dag", "each phase has a first day of its own"),
    why: Bilingual::new(
        "Serien modsiger sig selv: det er uklart, hvilken af de to faser en måling hører til.",
        "The series contradicts itself: it is unclear which of the two phases a measurement belongs to.",
    ),
    remedy: Bilingual::new(
        "Slet den ene fase, eller ret dens første dag.",
        "Delete one of the phases, or correct its first day.",
    ),
    example: Bilingual::new("To faser begynder 1. juli 2024.", "Two phases begin on 1 July 2024."),
    ..Rule::DERIVED
};

message! {
    BeginsAgain { from: NaiveDate }
    "en anden fase begynder også {from}",
    "another phase also begins on {from}",
}

message! {
    BothFromTheBeginning {}
    "en anden fase gælder også fra seriens begyndelse",
    "another phase also applies from the beginning of the series",
}

message! {
    BeginsWithTheSeries { from: NaiveDate }
    "fasen begynder {from} sammen med seriens første måling, men en anden fase gælder fra seriens begyndelse",
    "the phase begins on {from} with the first measurement of the series, but another phase applies from the beginning of the series",
}

pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("phases");
    each_repeat(
        &series.phases,
        |phase| Some(phase.from),
        |phase, n, _| match phase.from {
            Some(from) => cx.not_met(&list.index(n).key("from"), BeginsAgain { from }),
            None => cx.not_met(&list.index(n), BothFromTheBeginning {}),
        },
    );
    if series.phases.iter().all(|phase| phase.from.is_some()) {
        return;
    }
    let first = series.dated().map(|one| one.start).min();
    if let Some(from) = first
        && let Some(n) = series.phases.iter().position(|phase| phase.from == first)
    {
        cx.not_met(&list.index(n).key("from"), BeginsWithTheSeries { from });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[
    |series, _| series.phases.extend(twice(announced(series))),
    |series, _| series.phases.extend(twice(Phase { from: None, ..announced(series) })),
    |series, tape| {
        *series = on_known_level(tape);
        let first = series.dated().map(|one| one.start).min();
        series.phases.push(Phase { from: first, centre: Some(Decimal::ZERO), ..announced(series) });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "phases": [{ "from": "2024-07-02" }, {}, { "from": "2024-07-01" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "phases": [{ "from": "2024-07-01" }, { "from": "2024-01-01" }, { "from": "2024-07-01" }]
        }"#,
        &[not_met(
            "/phases/2/from",
            "en anden fase begynder også 1. juli 2024",
            "another phase also begins on 1 July 2024",
        )],
    ),
    // A phase that applies from the beginning applies from the first measurement.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "period": { "start": "2024-02-01", "end": "2024-02-29" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "period": { "start": "2024-01-01", "end": "2024-01-31" }
                }
            ],
            "phases": [{ "from": "2024-02-01" }, { "from": "2024-01-01" }, {}]
        }"#,
        &[not_met(
            "/phases/1/from",
            "fasen begynder 1. januar 2024 sammen med seriens første måling, men en anden fase gælder fra seriens begyndelse",
            "the phase begins on 1 January 2024 with the first measurement of the series, but another phase applies from \
             the beginning of the series",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "phases": [{}, { "label": "efter flytningen" }, {}]
        }"#,
        &[
            not_met(
                "/phases/1",
                "en anden fase gælder også fra seriens begyndelse",
                "another phase also applies from the beginning of the series",
            ),
            not_met(
                "/phases/2",
                "en anden fase gælder også fra seriens begyndelse",
                "another phase also applies from the beginning of the series",
            ),
        ],
    ),
];
