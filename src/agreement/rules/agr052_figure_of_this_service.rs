//! A target figure is set for the service, and is not the same for all.

use super::each_target;
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{change_area, open_target},
    crate::body::Forum,
    crate::rule::trial::Breaks,
    crate::target_figure::TargetFigure,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR052,
    basis: Basis::Stated,
    requirements: &["R-006"],
    sources: &[SourceRef::agreement("1.1"), SourceRef::agreement("1.5.3")],
    title: Bilingual::new(
        "et måltal er fastsat for tilbuddet og er ikke ens for alle tilbud",
        "a target figure is set for the service and is not the same for all services",
    ),
    why: Bilingual::new(
        "Målene er differentierede: de forholder sig til det enkelte tilbuds tilstand, så de fleste ressourcer lægges, hvor tilbuddet er mest udfordret.",
        "Goals differ: they relate to the state of each service, so that most resources go where the service has the greatest challenges.",
    ),
    remedy: Bilingual::new(
        "Fastsæt måltallet ud fra tilbuddets egen tilstand, hvis den er en anden end de andres. Skal tallet være ens for alle, fx fordi loven kræver det, er der intet at rette.",
        "Set the figure on the basis of the state of the service, if that differs from the others. If the value is to be the same for all, such as by law, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "1.5.3: »80 % af de nyansatte på det enkelte tilbud« er ens for alle tilbud.",
        "1.5.3: 80% of the new staff “at each service” is the same for all services.",
    ),
    ..Rule::DERIVED
};

message! {
    SameForAll {}
    "måltallet er ens for alle tilbud og forholder sig ikke til dette tilbuds tilstand",
    "the target figure is the same for all services and does not relate to the state of this one",
}

// A figure is for the service, unless the document says otherwise.
pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    each_target(agreement, at, |target, at| {
        if target.same_for_all == Some(true) {
            cx.not_met(at, SameForAll {});
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    change_area(agreement, tape, |area, tape| {
        let same_for_all = Some(true);
        area.targets.push(TargetFigure { same_for_all, ..open_target(Forum::Parties, tape) });
        // A follow-up of the whole area covers this figure too.
        area.follow_ups.iter_mut().for_each(|one| one.targets.clear());
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000003" },
                    { "id": "00000000-0000-4000-8000-000000000004", "sameForAll": false }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [{ "id": "00000000-0000-4000-8000-000000000003", "sameForAll": true }]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/targets/0",
            "måltallet er ens for alle tilbud og forholder sig ikke til dette tilbuds tilstand",
            "the target figure is the same for all services and does not relate to the state of this one",
        )],
    ),
];
