//! Figures on one topic for one service are all given, or all to be agreed.

use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::target_figure::rules::half_open::each_with_open;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{
    body::{Forum, Membership},
    community::MemberTarget,
    rule::trial::Breaks,
    target_figure::{TargetFigure, TargetState},
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP010,
    requirements: &["R-028"],
    sources: &[SourceRef::agreement("1.5.3")],
    title: Bilingual::new(
        "et tilbuds måltal for samme emne er enten fastsat eller skal aftales, ikke begge dele",
        "the figures of a service on one topic are either given or yet to be agreed, not both",
    ),
    why: Bilingual::new(
        "Listen kan læses på to måder, og tilbuddet og fællesskabet kan påberåbe sig hver sin læsning.",
        "The list can be read in two ways, and the service and the community can each hold to their own reading.",
    ),
    remedy: Bilingual::new(
        "Behold kun det ene af de to måltal, eller skriv ved hvert af dem, hvilken population det gælder, hvis det ikke er den samme.",
        "Keep only one of the two figures, or state the population of each if the populations differ.",
    ),
    example: Bilingual::new(
        "Et tilbuds måltal for onboarding er 80 %, og længere nede på listen skal det aftales.",
        "The figure of a service for onboarding is 80%, and further down the list it is to be agreed.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherIsOpen { open: u64 }
    "måltallet er fastsat, men måltal {open} for samme tilbud og om samme emne skal først aftales",
    "the figure is given, but target figure {open}, for the same service and on the same topic, is yet to be agreed",
}

/// Reports at the figures that are given.
pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("targets");
    each_with_open(
        &community.targets,
        |one| &one.target,
        |one| Some((one.service.uuid(), one.target.topic_folded()?)),
        |n, target, open| cx.not_met(&list.item(n, target.id), OtherIsOpen { open }),
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    community.members.push(added::member(Membership::Member, Some(true), tape));
    let mut given = added::target(tape);
    given.target.topic = Some("sygefravær".into());
    let open = TargetFigure {
        topic: Some(" sygefravær".into()),
        agreed_by: Some(Forum::Community { body: None }),
        state: Some(TargetState::ToBeAgreed),
        ..TargetFigure::new(tape.spare_id(4))
    };
    community.targets.push(MemberTarget::new(given.service, open));
    community.targets.push(given);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Different services have different figures, and one of them can still be open; so can another topic.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000004", "topic": "sygefravær", "value": "5" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000005", "topic": "sygefravær", "state": "toBeAgreed" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000006", "topic": "onboarding", "state": "toBeAgreed" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000007", "state": "toBeAgreed" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000008", "topic": " ", "state": "toBeAgreed" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000009", "topic": " ", "value": "5" } }
            ]
        }"#,
    ),
    // Two populations.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000004", "topic": "sygefravær", "value": "5",
                        "population": { "description": "dagpersonale" }
                    }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000005", "topic": "sygefravær", "state": "toBeAgreed",
                        "population": { "description": "nattevagter" }
                    }
                }
            ]
        }"#,
    ),
    // Given and open itself: that is for TAR007.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": { "id": "00000000-0000-4000-8000-000000000004", "topic": "sygefravær", "value": "5", "state": "toBeAgreed" }
                },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000005", "topic": "sygefravær", "value": "5" } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000004", "topic": "sygefravær", "value": "0" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000005", "topic": "sygefravær", "value": "5" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000006", "topic": " Sygefravær ", "state": "toBeAgreed" } }
            ]
        }"#,
        &[not_met(
            "/targets/0",
            "måltallet er fastsat, men måltal 3 for samme tilbud og om samme emne skal først aftales",
            "the figure is given, but target figure 3, for the same service and on the same topic, is yet to be agreed",
        )],
    ),
];
