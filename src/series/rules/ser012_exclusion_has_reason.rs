//! An excluded measurement has a reason.

use crate::codes;
use crate::id::Subject;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::series::Exclusion;
use crate::text::{Bilingual, is_stated};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::SER012,
    sources: &[SourceRef::new(SourceDocument::RUN_CHARTS_HANDBOOK, "5.10 Seriediagrammer")],
    title: Bilingual::new(
        "en udeladt måling har en begrundelse",
        "the exclusion of a measurement has a reason",
    ),
    why: Bilingual::new(
        "At et punkt stikker ud, er ikke en begrundelse i sig selv; uden begrundelse kan serien komme til at vise det, man ønsker.",
        "That a point stands out is no reason in itself; without a reason the series can be made to show what one wishes.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvad der var særligt ved målingen, eller lad den tælle med.",
        "State what was special about the measurement, or let it count.",
    ),
    example: Bilingual::new(
        "Målingen for juli er udeladt, men det fremgår ikke, at afdelingen var lukket.",
        "The July measurement is excluded, but it is not stated that the department was closed.",
    ),
    ..Rule::DERIVED
};

message! {
    NoReason { measurement: Subject }
    "målingen er udeladt uden begrundelse",
    "the measurement is excluded without a reason",
}

pub(super) fn check(exclusion: &Exclusion, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !is_stated(exclusion.reason.as_ref()) {
        cx.not_met(at, NoReason { measurement: exclusion.measurement.subject() });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Exclusion> = &[|exclusion, tape| exclusion.reason = tape.unsaid()];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "measurement": "00000000-0000-4000-8000-000000000011", "reason": "flytning af afdelingen" }"#,
    ),
    refuses(
        r#"{ "measurement": "00000000-0000-4000-8000-000000000011" }"#,
        &[not_met(
            "",
            "målingen er udeladt uden begrundelse",
            "the measurement is excluded without a reason",
        )],
    ),
    refuses(
        r#"{ "measurement": "00000000-0000-4000-8000-000000000011", "reason": " " }"#,
        &[not_met(
            "",
            "målingen er udeladt uden begrundelse",
            "the measurement is excluded without a reason",
        )],
    ),
];
