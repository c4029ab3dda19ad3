//! The whole of a share is not zero.

use crate::codes;
use crate::measurement::{Measurement, Observed};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::state;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::MEA003,
    severity: Severity::Information,
    requirements: &["R-032"],
    sources: &[SourceRef::agreement("1.5.3")],
    title: Bilingual::new("nævneren i en andel er ikke nul", "the whole of a share is not zero"),
    why: Bilingual::new(
        "Er nævneren nul, er måltallet hverken nået eller ikke nået: 0 ud af 0 er ikke 0 %.",
        "If the whole is zero, the target figure is neither met nor missed: 0 out of 0 is not 0%.",
    ),
    remedy: Bilingual::new(
        "Var der ikke noget at måle på, så skriv det i stedet for 0 ud af 0; ret ellers nævneren.",
        "If there was nothing to count, say so in place of 0 out of 0; otherwise correct the whole.",
    ),
    example: Bilingual::new(
        "Ingen blev ansat i løbet af året, så andelen er 0 ud af 0: kan ikke vurderes.",
        "Nobody was hired during the year, so the share is 0 out of 0: cannot be assessed.",
    ),
    requires: &[codes::MEA001],
    ..Rule::DERIVED
};

pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(Observed::Share { part: Some(part), whole: Some(0) }) = measurement.observed else { return };
    let at = at.key("observed");
    let at = at.key("share");
    let at = at.key("whole");
    if part > 0 {
        cx.depends_on(&at, codes::MEA001);
    } else {
        let anything =
            Bilingual::new("noget at måle på (nævneren er nul)", "anything to count (the whole is zero)");
        cx.not_assessable(&at, anything);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> =
    &[|measurement, _| state(measurement, Observed::of_share(0, 0))];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 0, "whole": 1 } }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 21, "whole": 20 } }
        }"#,
    ),
    // The part is not stated.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "whole": 0 } } }"#),
    // A count of zero is a result.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "count": { "count": 0 } } }"#),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 0, "whole": 0 } }
        }"#,
        &[not_assessable(
            "/observed/share/whole",
            "kan ikke vurderes; mangler: noget at måle på (nævneren er nul)",
            "cannot be assessed; missing: anything to count (the whole is zero)",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 1, "whole": 0 } }
        }"#,
        &[not_evaluated("/observed/share/whole", "MEA001")],
    ),
];
