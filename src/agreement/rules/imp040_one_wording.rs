//! In an agreement: an indicator has one wording in all areas.

use crate::agreement::DevelopmentAgreement;
pub(super) use crate::community::rules::imp040_one_wording::RULE;
use crate::community::rules::imp040_one_wording::{each_other_wording, report};
use crate::report::Path;
use crate::rule::Checker;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = agreement.focus_areas.iter().enumerate();
    let figures = areas
        .flat_map(|(area, one)| one.targets.iter().enumerate().map(move |(n, figure)| ((area, n), figure)));
    let list = at.key("focusAreas");
    each_other_wording(figures, |(area, n)| {
        let one = agreement.focus_areas.get(area);
        if let Some((area_id, figure)) = one.and_then(|one| Some((one.id, one.targets.get(n)?))) {
            let at = list.item(area, area_id);
            report(&at.key("targets").item(n, figure.id), cx);
        }
    });
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "targets": [
                    { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021", "statement": "sygefravær" } }
                ] },
                { "id": "00000000-0000-4000-8000-000000000003", "targets": [
                    { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000022", "statement": "arbejdsulykker" } }
                ] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "targets": [
                    { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021", "statement": "sygefravær" } }
                ] },
                { "id": "00000000-0000-4000-8000-000000000003", "targets": [
                    { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000022", "statement": "trivsel" } },
                    { "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000021", "statement": "arbejdsulykker" } }
                ] }
            ]
        }"#,
        &[not_met(
            "/focusAreas/1/targets/1/indicator",
            "indikatoren har en anden ordlyd end ved et tidligere måltal i dokumentet",
            "the indicator is worded differently from that of an earlier target figure of the document",
        )],
    ),
];
