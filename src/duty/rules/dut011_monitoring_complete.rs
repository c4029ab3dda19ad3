//! A monitoring covers all its areas once it is carried out, and none before.

use crate::codes;
use crate::date::{PartialDate, When};
use crate::duty::HealthMonitoring;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use crate::duty::MonitoredArea;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT011,
    basis: Basis::Stated,
    requirements: &["R-063"],
    sources: &[
        SourceRef::agreement("1.11.1"),
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "duties, healthMonitoring"),
    ],
    title: Bilingual::new(
        "en sundhedsfaglig overvågning dækker alle sine områder, når den er gennemført, og ingen af dem, før den er begyndt",
        "health monitoring covers all its areas once it has been carried out, and none of them before it has begun",
    ),
    why: Bilingual::new(
        "En screening af 11 ud af 12 områder siger intet om det sidste, og resultatet kan ikke sammenlignes med andres. Står et område som dækket af en overvågning, der ikke er begyndt, ser det ud, som om noget er undersøgt.",
        "A screening of 11 of 12 areas says nothing about the last one, and its result cannot be compared with those of others. An area that is recorded as covered by monitoring that has not begun looks as if it had been examined.",
    ),
    remedy: Bilingual::new(
        "Gennemfør overvågningen af de områder, der mangler, før resultatet rapporteres. Er overvågningen allerede gennemført, så skriv hvornår; er den begyndt før tid, så ret tidspunktet; ellers slet markeringen af, at områderne er dækket.",
        "Carry out the monitoring of the missing areas before the result is reported. If the monitoring has been carried out already, say when; if it began early, correct its time; otherwise delete the entries that say the areas are covered.",
    ),
    example: Bilingual::new(
        "De 12 sundhedsfaglige problemområder er screenet, men kontrollen hos læge er ikke med.",
        "The 12 health problem areas were screened, but the check by a doctor was left out.",
    ),
    ..Rule::DERIVED
};

message! {
    SomeMissing { missing: u64, areas: u64 }
    "overvågningen mangler {missing} af {areas:område|områder}",
    "the monitoring lacks {missing} of {areas:area|areas}",
}

message! {
    CoveredBefore { covered: u64, areas: u64, from: PartialDate }
    "{covered} af {areas:område|områder} står som dækket, men overvågningen begynder først {from:i}",
    "the document records {covered} of {areas:area|areas} as covered, but the monitoring does not begin until {from}",
}

const AREAS: Bilingual =
    Bilingual::new("hvilke områder overvågningen skal dække", "which areas the monitoring is to cover");
const COVERED: Bilingual = Bilingual::new("om området er dækket", "whether the area is covered");

pub(super) fn check(monitoring: &HealthMonitoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !monitoring.is_done(cx.as_of()) {
        return check_ahead(monitoring, at, cx);
    }
    if monitoring.areas.is_empty() {
        return cx.not_assessable(at, AREAS);
    }
    let list = at.key("areas");
    let missing = monitoring.areas.iter().filter(|area| area.covered == Some(false)).count();
    if missing > 0 {
        let areas = count(monitoring.areas.len());
        cx.not_met(&list, SomeMissing { missing: count(missing), areas });
    }
    for (n, _) in monitoring.areas.iter().enumerate().filter(|(_, area)| area.covered.is_none()) {
        cx.not_assessable(&list.index(n), COVERED);
    }
}

/// A date of carrying it out that is still to come is a matter of `DOC011`. A planned day is a deadline: what is to be
/// done by then can have begun.
fn check_ahead(monitoring: &HealthMonitoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(When::Date { on: Some(from) }) = monitoring.when else { return };
    let covered = count(monitoring.areas.iter().filter(|area| area.covered == Some(true)).count());
    let is_ahead = !from.is_day() && from.first_day() > cx.as_of() && monitoring.done_on.is_none();
    if is_ahead && covered > 0 {
        let areas = count(monitoring.areas.len());
        cx.not_met(&at.key("areas"), CoveredBefore { covered, areas, from });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<HealthMonitoring> = &[
    |monitoring, _| monitoring.areas.push(MonitoredArea { covered: Some(false), name: None }),
    |monitoring, _| monitoring.areas.push(MonitoredArea::default()),
    |monitoring, _| monitoring.areas.clear(),
    |monitoring, _| {
        (monitoring.done_on, monitoring.reported_on, monitoring.report_by) = (None, None, None);
        monitoring.when = Some(When::Date { on: PartialDate::of_month(2024, 6) });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "areas": [{ "covered": false }] }"#),
    // Planned for tomorrow.
    accepts(r#"{ "areas": [{ "covered": false }], "doneOn": "2024-01-16" }"#),
    accepts(r#"{ "areas": [{ "covered": true }, { "covered": true }], "doneOn": "2024-01-15" }"#),
    refuses(
        r#"{ "areas": [{ "covered": true }, { "name": "kontrol hos læge", "covered": false }], "reportedOn": "2024-01-15" }"#,
        &[not_met("/areas", "overvågningen mangler 1 af 2 områder", "the monitoring lacks 1 of 2 areas")],
    ),
    refuses(
        r#"{ "areas": [{ "name": "kontrol hos læge" }], "doneOn": "2024-01" }"#,
        &[not_assessable(
            "/areas/0",
            "kan ikke vurderes; mangler: om området er dækket",
            "cannot be assessed; missing: whether the area is covered",
        )],
    ),
    refuses(
        r#"{ "doneOn": "2023-11" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvilke områder overvågningen skal dække",
            "cannot be assessed; missing: which areas the monitoring is to cover",
        )],
    ),
    // To be carried out by a day, at some time this year or this month, by a schedule, or within some months.
    accepts(r#"{ "areas": [{ "covered": true }], "when": { "date": { "on": "2024-11-30" } } }"#),
    accepts(r#"{ "areas": [{ "covered": true }], "when": { "date": { "on": "2024-01" } } }"#),
    accepts(r#"{ "areas": [{ "covered": true }], "when": { "date": { "on": "2024" } } }"#),
    accepts(r#"{ "areas": [{ "covered": true }], "when": { "schedule": {} } }"#),
    accepts(
        r#"{ "areas": [{ "covered": true }], "when": { "within": { "months": 3, "from": "2024-02" } } }"#,
    ),
    accepts(r#"{ "areas": [{ "covered": true }], "when": { "monthDay": { "day": "--02-01" } } }"#),
    // Planned for next month, with nothing that is covered.
    accepts(r#"{ "areas": [{ "covered": false }, {}], "when": { "date": { "on": "2024-02" } } }"#),
    refuses(
        r#"{ "areas": [{ "covered": true }, {}, { "covered": true }], "when": { "date": { "on": "2024-02" } } }"#,
        &[not_met(
            "/areas",
            "2 af 3 områder står som dækket, men overvågningen begynder først i februar 2024",
            "the document records 2 of 3 areas as covered, but the monitoring does not begin until February 2024",
        )],
    ),
    refuses(
        r#"{ "areas": [{ "covered": true }], "when": { "date": { "on": "2025" } } }"#,
        &[not_met(
            "/areas",
            "1 af 1 område står som dækket, men overvågningen begynder først i 2025",
            "the document records 1 of 1 area as covered, but the monitoring does not begin until 2025",
        )],
    ),
    // A date of carrying it out that is still to come is for DOC011.
    accepts(
        r#"{ "when": { "date": { "on": "2024-06" } }, "doneOn": "2024-07", "areas": [{ "covered": true }] }"#,
    ),
];
