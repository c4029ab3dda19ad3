//! A monitoring that is carried out covers all its areas.

use crate::codes;
use crate::duty::HealthMonitoring;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef, message};
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
    sources: &[SourceRef::agreement("1.11.1")],
    title: Bilingual::new(
        "en sundhedsfaglig overvågning, der er gennemført, dækker alle sine områder",
        "health monitoring that has been carried out covers all its areas",
    ),
    why: Bilingual::new(
        "En screening af 11 ud af 12 områder siger intet om det sidste, og resultatet kan ikke sammenlignes med andres.",
        "A screening of 11 of 12 areas says nothing about the last one, and its result cannot be compared with those of others.",
    ),
    remedy: Bilingual::new(
        "Gennemfør overvågningen af de områder, der mangler, før resultatet rapporteres.",
        "Carry out the monitoring of the missing areas before the result is reported.",
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

const AREAS: Bilingual =
    Bilingual::new("hvilke områder overvågningen skal dække", "which areas the monitoring is to cover");
const COVERED: Bilingual = Bilingual::new("om området er dækket", "whether the area is covered");

pub(super) fn check(monitoring: &HealthMonitoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !monitoring.is_done(cx.as_of()) {
        return;
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

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<HealthMonitoring> = &[
    |monitoring, _| monitoring.areas.push(MonitoredArea { covered: Some(false), name: None }),
    |monitoring, _| monitoring.areas.push(MonitoredArea::default()),
    |monitoring, _| monitoring.areas.clear(),
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
];
