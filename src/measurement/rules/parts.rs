//! What a measurement needs in order to be used.

use crate::codes;
use crate::measurement::Measurement;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef};
use crate::text::Bilingual;

pub(crate) static USABLE: Rule = Rule {
    code: codes::MEA006,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-031", "R-173"],
    sources: &[SourceRef::agreement("1.5.3"), SourceRef::agreement("1.8.5")],
    title: Bilingual::new(
        "en måling har indikator, enhed, periode og resultat",
        "a measurement has indicator, reporting unit, period and result",
    ),
    why: Bilingual::new(
        "Mangler en af delene, kan målingen ikke holdes op mod noget måltal.",
        "If a part is missing, the measurement cannot be held against any target figure.",
    ),
    remedy: Bilingual::new("Tilføj de dele, der ikke er oplyst.", "Add the parts that are not stated."),
    example: Bilingual::new(
        "Tre af fire nyansatte er styrket – uden at det fremgår, hvornår og på hvilket tilbud.",
        "Three of four new staff feel strengthened – and it is not said when and at which service.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn usable(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    cx.all_stated(at, measurement.parts());
}
