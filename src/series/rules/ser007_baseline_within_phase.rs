//! The baseline of a phase does not end before the phase begins.

use chrono::NaiveDate;

use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::series::Phase;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{figure::Decimal, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::SER007,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, phases")],
    title: Bilingual::new(
        "baseline i en fase (den del, som niveauet er fastfrosset på) slutter ikke, før fasen begynder",
        "the baseline of a phase (the part that its level is frozen on) does not end before the phase begins",
    ),
    why: Bilingual::new(
        "Serien modsiger sig selv: fasens niveau skulle beregnes ud fra målinger, der ikke hører til den. Baseline betyder her den første del af fasen og ikke målingen før en indsats.",
        "The series contradicts itself: the level would be calculated from measurements outside the phase. Baseline here means the first part of the phase, not the measurement before an intervention.",
    ),
    remedy: Bilingual::new(
        "Ret den sidste dag i baseline eller den første dag i fasen.",
        "Correct the last day of the baseline, or the first day of the phase.",
    ),
    example: Bilingual::new(
        "Fasen begynder 1. juli 2024, men dens baseline slutter 30. juni 2024.",
        "The phase begins on 1 July 2024, but its baseline ends on 30 June 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    BaselineBefore { from: NaiveDate, baseline_until: NaiveDate }
    "baseline slutter {baseline_until}, men fasen begynder først {from}",
    "the baseline ends on {baseline_until}, but the phase does not begin until {from}",
}

pub(super) fn check(phase: &Phase, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let (Some(from), Some(baseline_until)) = (phase.from, phase.baseline_until)
        && baseline_until < from
    {
        cx.not_met(&at.key("baselineUntil"), BaselineBefore { from, baseline_until });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Phase> = &[|phase, tape| {
    // 1970: before the first measurement of every clean series, so that no measurement changes its phase.
    let from = *phase.from.get_or_insert_default();
    phase.baseline_until = from.pred_opt();
    phase.grounds = Some(tape.said());
    phase.centre = Some(Decimal::ZERO); // a known level may rest on few measurements
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "from": "2024-07-01", "baselineUntil": "2024-07-01" }"#),
    // The first day is not stated, or the last day of the baseline is not.
    accepts(r#"{ "baselineUntil": "2024-06-30" }"#),
    accepts(r#"{ "from": "2024-07-01" }"#),
    refuses(
        r#"{ "from": "2024-07-01", "baselineUntil": "2024-06-30" }"#,
        &[not_met(
            "/baselineUntil",
            "baseline slutter 30. juni 2024, men fasen begynder først 1. juli 2024",
            "the baseline ends on 30 June 2024, but the phase does not begin until 1 July 2024",
        )],
    ),
];
