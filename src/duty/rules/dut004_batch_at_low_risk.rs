//! Events are reported in a batch at low risk alone.

use crate::codes;
use crate::duty::{EventReport, PatientSafetyRisk, ReportManner};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::duty::EventType;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT004,
    severity: Severity::Error,
    basis: Basis::Stated,
    requirements: &["R-060"],
    sources: &[
        SourceRef::agreement("1.11"),
        SourceRef::new(SourceDocument::BATCH_REPORTING, "Om samlerapportering"),
    ],
    title: Bilingual::new(
        "kun hændelser med lav patientsikkerhedsrisiko samlerapporteres",
        "events are reported in a batch only if their patient-safety risk is low",
    ),
    why: Bilingual::new(
        "I en samlerapport bliver den enkelte hændelse ikke beskrevet, og en alvorlig skal analyseres for sig.",
        "A batch report does not describe the individual events, and a serious one must be analysed separately.",
    ),
    remedy: Bilingual::new(
        "Rapportér den alvorlige hændelse for sig, og tag den ud af samlerapporten.",
        "Report the serious event separately, and take it out of the batch.",
    ),
    example: Bilingual::new(
        "Et fald med hoftebrud står i månedens samlerapport.",
        "A fall with a broken hip is in the monthly batch report.",
    ),
    ..Rule::DERIVED
};

message! {
    SeriousInBatch {}
    "en alvorlig hændelse er samlerapporteret",
    "a serious event is reported in a batch",
}

const RISK: Bilingual = Bilingual::new("patientsikkerhedsrisikoen", "patient-safety risk");
const MANNER: Bilingual = Bilingual::new(
    "om der er rapporteret enkeltvis eller samlet",
    "whether it is reported individually or in a batch",
);

pub(super) fn check(report: &EventReport, at: &Path<'_>, cx: &mut Checker<'_>) {
    match (report.manner, report.risk) {
        (Some(ReportManner::Individual), _) | (_, Some(PatientSafetyRisk::Low)) => {}
        (Some(ReportManner::Batch), Some(PatientSafetyRisk::Serious)) => {
            cx.not_met(&at.key("manner"), SeriousInBatch {});
        }
        (manner, risk) => {
            cx.all_stated(at, [(risk.is_some(), RISK), (manner.is_some(), MANNER)]);
        }
    }
}

/// A fall, which the clean drafts let be reported in a batch.
#[cfg(feature = "proptest")]
fn set(report: &mut EventReport, manner: Option<ReportManner>, risk: Option<PatientSafetyRisk>) {
    *report = EventReport { event: Some(EventType::Fall), risk, manner, ..EventReport::default() };
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<EventReport> = &[
    |report, _| set(report, Some(ReportManner::Batch), Some(PatientSafetyRisk::Serious)),
    |report, _| set(report, Some(ReportManner::Batch), None),
    |report, _| set(report, None, Some(PatientSafetyRisk::Serious)),
    |report, _| set(report, None, None),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "risk": "low", "manner": "batch" }"#),
    accepts(r#"{ "risk": "low" }"#),
    accepts(r#"{ "risk": "serious", "manner": "individual" }"#),
    accepts(r#"{ "manner": "individual" }"#),
    refuses(
        r#"{ "event": "fall", "risk": "serious", "manner": "batch" }"#,
        &[not_met(
            "/manner",
            "en alvorlig hændelse er samlerapporteret",
            "a serious event is reported in a batch",
        )],
    ),
    refuses(
        r#"{ "event": "fall", "manner": "batch" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: patientsikkerhedsrisikoen",
            "cannot be assessed; missing: patient-safety risk",
        )],
    ),
    refuses(
        r#"{ "risk": "serious" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: om der er rapporteret enkeltvis eller samlet",
            "cannot be assessed; missing: whether it is reported individually or in a batch",
        )],
    ),
    refuses(
        "{}",
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: patientsikkerhedsrisikoen, om der er rapporteret enkeltvis eller samlet",
            "cannot be assessed; missing: patient-safety risk, whether it is reported individually or in a batch",
        )],
    ),
];
