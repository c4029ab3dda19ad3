//! The agreement says for each improvement community whether the service takes part.

use super::communities;
use crate::agreement::FocusArea;
use crate::body::Membership;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{community, forget_memberships},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR008,
    requirements: &["R-021", "R-175"],
    sources: &[
        SourceRef::agreement("1.3.2"),
        SourceRef::agreement("1.4.1"),
        SourceRef::agreement("1.5.1"),
        SourceRef::agreement("1.8.1"),
    ],
    title: Bilingual::new(
        "aftalen siger for hvert forbedringsfællesskab, om tilbuddet indgår",
        "the agreement says for each improvement community whether the service takes part",
    ),
    why: Bilingual::new(
        "Ikke oplyst er ikke det samme som nej: af medlemskabet følger, hvilke måltal der binder.",
        "Not stated is not no: which figures bind follows from membership.",
    ),
    remedy: Bilingual::new(
        "Skriv \"indgår\" eller \"indgår ikke\".",
        "Say \"takes part\" or \"does not take part\".",
    ),
    example: Bilingual::new(
        "Et afsnit, der nedsætter et forbedringsfællesskab og ikke nævner tilbuddet.",
        "A section that sets up an improvement community and does not mention the service.",
    ),
    ..Rule::DERIVED
};

message! {
    MembershipNotStated {}
    "det fremgår ikke, om tilbuddet indgår i forbedringsfællesskabet",
    "it is not said whether the service takes part in the improvement community",
}

pub(super) fn check(area: &FocusArea, at: &Path<'_>, cx: &mut Checker<'_>) {
    communities(area, at, |part, at| {
        if part.membership == Membership::NotStated {
            cx.not_met(at, MembershipNotStated {});
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<FocusArea> = &[|area, tape| {
    forget_memberships(area);
    area.participation.push(community(Membership::NotStated, tape));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "member" },
                { "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "nonMember" },
                { "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "invited" },
                { "body": "00000000-0000-4000-8000-000000000005", "kind": "community", "membership": "pilotSite" }
            ]
        }"#,
    ),
    // Who is in another kind of body need not be stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "workingGroup" },
                { "body": "00000000-0000-4000-8000-000000000003", "kind": "network" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community" },
                { "body": "00000000-0000-4000-8000-000000000003", "kind": "network" },
                { "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "notStated" }
            ]
        }"#,
        &[
            not_met(
                "/participation/0",
                "det fremgår ikke, om tilbuddet indgår i forbedringsfællesskabet",
                "it is not said whether the service takes part in the improvement community",
            ),
            not_met(
                "/participation/2",
                "det fremgår ikke, om tilbuddet indgår i forbedringsfællesskabet",
                "it is not said whether the service takes part in the improvement community",
            ),
        ],
    ),
];
