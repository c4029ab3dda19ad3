//! Events are reported in a batch only where that is allowed.

use crate::codes;
use crate::duty::{EventReporting, EventType, ReportManner};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::duty::EventReport;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT005,
    basis: Basis::PublicPractice,
    requirements: &["R-060"],
    sources: &[SourceRef::new(SourceDocument::BATCH_REPORTING, "Om samlerapportering")],
    title: Bilingual::new(
        "kun de aftalte typer af hændelser samlerapporteres, og kun typer, som myndigheden tillader, aftales",
        "only the agreed types of events are reported in a batch, and only types that the authority allows are agreed",
    ),
    why: Bilingual::new(
        "Ledelsen vælger blandt de typer, som myndigheden tillader, hvad der samlerapporteres; andre hændelser rapporteres enkeltvis, så de kan analyseres.",
        "The management chooses, among the types that the authority allows, what is reported in a batch; other events are reported one by one, so that they can be analysed.",
    ),
    remedy: Bilingual::new(
        "Rapportér hændelserne enkeltvis, eller beslut, at typen må samlerapporteres, og føj den til listen. Andre hændelser end dem, myndigheden nævner, kan ikke stå på listen.",
        "Report the events one by one, or decide that the type may be reported in a batch, and add it to the list. Events other than those that the authority names cannot be on the list.",
    ),
    example: Bilingual::new(
        "Der er aftalt samlerapportering af fald, og i maj samlerapporteres også infektioner.",
        "It is agreed to report falls in a batch, and in May infections are also reported in a batch.",
    ),
    ..Rule::DERIVED
};

message! {
    NotAllowed { event: Bilingual }
    "samlerapporten handler om {event}, som ikke er på listen over, hvad der må samlerapporteres",
    "the batch report is about {event}, which are not on the list of what may be reported in a batch",
}

message! {
    OtherListed {}
    "»andre hændelser« er ikke en af de typer, som myndigheden tillader at samlerapportere",
    "“other events” is not one of the types that the authority allows to be reported in a batch",
}

const LIST: Bilingual = Bilingual::new(
    "hvilke typer hændelser der må samlerapporteres",
    "which types of events may be reported in a batch",
);
const EVENT: Bilingual = Bilingual::new("hændelsestypen", "type of event");

pub(super) fn check(reporting: &EventReporting, at: &Path<'_>, cx: &mut Checker<'_>) {
    let listed = at.key("batchTypes");
    for (n, _) in reporting.batch_types.iter().enumerate().filter(|(_, one)| **one == EventType::Other) {
        cx.not_met(&listed.index(n), OtherListed {});
    }
    let list = at.key("reports");
    let reports = reporting.reports.iter().enumerate();
    let mut batches = reports.filter(|(_, one)| one.manner == Some(ReportManner::Batch)).peekable();
    if reporting.batch_types.is_empty() && batches.peek().is_some() {
        return cx.not_assessable(at, LIST);
    }
    for (n, one) in batches {
        let place = list.index(n);
        match one.event {
            None => cx.not_assessable(&place, EVENT),
            Some(event) if !reporting.batch_types.contains(&event) => {
                cx.not_met(&place.key("event"), NotAllowed { event: EventType::label(event) });
            }
            Some(_) => {}
        }
    }
}

#[cfg(feature = "proptest")]
const BATCH: EventReport = EventReport {
    event: Some(EventType::Fall),
    risk: Some(crate::duty::PatientSafetyRisk::Low),
    manner: Some(ReportManner::Batch),
    by: None,
    reported_on: None,
};

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<EventReporting> = &[
    |reporting, _| {
        reporting.batch_types = [EventType::Infection].into();
        reporting.reports = [BATCH].into();
    },
    |reporting, _| {
        reporting.batch_types = [EventType::Infection].into();
        reporting.reports = [EventReport { event: None, ..BATCH }].into();
    },
    |reporting, _| {
        reporting.batch_types.clear();
        reporting.reports = [BATCH].into();
    },
    |reporting, _| reporting.batch_types.push(EventType::Other),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "reports": [{ "event": "fall", "manner": "individual" }, { "event": "fall" }] }"#),
    accepts(
        r#"{ "batchTypes": ["infection", "fall"], "reports": [{ "event": "fall", "manner": "batch" }] }"#,
    ),
    refuses(
        r#"{
            "batchTypes": ["fall"],
            "reports": [
                { "event": "fall", "manner": "batch" }, { "manner": "batch" },
                { "event": "infection", "manner": "batch" }
            ]
        }"#,
        &[
            not_assessable(
                "/reports/1",
                "kan ikke vurderes; mangler: hændelsestypen",
                "cannot be assessed; missing: type of event",
            ),
            not_met(
                "/reports/2/event",
                "samlerapporten handler om infektioner, som ikke er på listen over, hvad der må samlerapporteres",
                "the batch report is about infections, which are not on the list of what may be reported in a batch",
            ),
        ],
    ),
    refuses(
        r#"{ "reports": [{ "event": "fall", "manner": "batch" }, { "event": "infection", "manner": "batch" }] }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvilke typer hændelser der må samlerapporteres",
            "cannot be assessed; missing: which types of events may be reported in a batch",
        )],
    ),
    refuses(
        r#"{ "batchTypes": ["fall", "other"], "reports": [{ "event": "other", "manner": "batch" }] }"#,
        &[not_met(
            "/batchTypes/1",
            "»andre hændelser« er ikke en af de typer, som myndigheden tillader at samlerapportere",
            "“other events” is not one of the types that the authority allows to be reported in a batch",
        )],
    ),
];
