//! A result is of a period that has ended.

use chrono::NaiveDate;

use crate::codes;
use crate::measurement::Measurement;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::state;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{date::Period, measurement::Observed, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::MEA015,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "measurement, period; observed; extractedAt")],
    title: Bilingual::new(
        "et resultat er fra en periode, der er slut på kontroldagen",
        "a result is for a period that has ended by the day of the check",
    ),
    why: Bilingual::new(
        "Ingen kan have målt det, der ikke er sket endnu. Enten er perioden forkert, eller også dækker resultatet kun en del af den. Fremgår det, hvilken dag data er trukket, sammenlignes den dag med perioden i stedet.",
        "Nobody can have measured what has not happened yet. Either the period is wrong, or the result covers only a part of it. Where the day of extraction is stated, that day is compared with the period instead.",
    ),
    remedy: Bilingual::new(
        "Ret perioden; gælder resultatet kun en del af den, så lad perioden slutte dér. Er det et skøn over noget, der kommer, så slet resultatet.",
        "Correct the period; if the result is of a part of it only, let the period end there. If it is an estimate of what is to come, delete the result.",
    ),
    example: Bilingual::new(
        "Den 15. december 2025 står der et resultat for januar 2026.",
        "On 15 December 2025 there is a result for January 2026.",
    ),
    requires: &[codes::MEA004],
    ..Rule::DERIVED
};

message! {
    NotBegun { start: NaiveDate, as_of: NaiveDate }
    "der er et resultat, men perioden begynder først {start}, og kontrollen gælder {as_of}",
    "there is a result, but the period does not begin until {start}, and the check is for {as_of}",
}

message! {
    NotEnded { end: NaiveDate, as_of: NaiveDate }
    "der er et resultat for hele perioden, men den slutter først {end}, og kontrollen gælder {as_of}",
    "there is a result for the whole period, but it does not end until {end}, and the check is for {as_of}",
}

pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let as_of = cx.as_of();
    // Nearly all have ended: whether there is a result takes longer to see.
    let Some(period) = measurement.period.filter(|period| period.start > as_of || period.end > as_of) else {
        return;
    };
    if measurement.extracted_at.is_some() || measurement.result().is_none() {
        return;
    }
    let at = at.key("period");
    if !period.is_ordered() {
        cx.depends_on(&at, codes::MEA004);
    } else if period.start > as_of {
        cx.not_met(&at, NotBegun { start: period.start, as_of });
    } else {
        cx.not_met(&at, NotEnded { end: period.end, as_of });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[|measurement, tape| {
    state(measurement, Observed::of_share(16, 20));
    (measurement.asked, measurement.answered, measurement.extracted_at) = (None, None, None);
    measurement.period = Period::year(*tape.pick(&[2024, 2025]));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // It ends today; no result; and no period.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "count": { "count": 4 } },
            "period": { "start": "2024-01-01", "end": "2024-01-15" }
        }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-01-01", "end": "2024-01-31" } }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "noResult": "none",
            "period": { "start": "2024-01-01", "end": "2024-01-31" }
        }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "count": { "count": 4 } } }"#),
    // The day of extraction is for MEA005.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "count": { "count": 4 } },
            "period": { "start": "2024-01-01", "end": "2024-01-31" }, "extractedAt": "2024-01-10"
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "count": { "count": 4 } },
            "period": { "start": "2024-01-01", "end": "2024-01-16" }
        }"#,
        &[not_met(
            "/period",
            "der er et resultat for hele perioden, men den slutter først 16. januar 2024, og kontrollen gælder 15. januar 2024",
            "there is a result for the whole period, but it does not end until 16 January 2024, and the check is for 15 January 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "count": { "count": 4 } },
            "period": { "start": "2024-01-16", "end": "2024-01-31" }
        }"#,
        &[not_met(
            "/period",
            "der er et resultat, men perioden begynder først 16. januar 2024, og kontrollen gælder 15. januar 2024",
            "there is a result, but the period does not begin until 16 January 2024, and the check is for 15 January 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "count": { "count": 4 } },
            "period": { "start": "2024-02-01", "end": "2024-01-31" }
        }"#,
        &[not_evaluated("/period", "MEA004")],
    ),
    // The first day is today; and a period that ends before it begins, which is to come.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "count": { "count": 4 } },
            "period": { "start": "2024-01-15", "end": "2024-01-31" }
        }"#,
        &[not_met(
            "/period",
            "der er et resultat for hele perioden, men den slutter først 31. januar 2024, og kontrollen gælder 15. januar 2024",
            "there is a result for the whole period, but it does not end until 31 January 2024, and the check is for 15 January 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "count": { "count": 4 } },
            "period": { "start": "2024-01-31", "end": "2024-01-01" }
        }"#,
        &[not_evaluated("/period", "MEA004")],
    ),
];
