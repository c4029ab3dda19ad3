//! A community lists the service that takes part according to its agreement.

use crate::bundle::crossing::{self, Listed};
use crate::bundle::{Bundle, Crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(test)]
use super::bundle_of;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN004,
    requirements: &["R-021", "R-175"],
    sources: &[
        SourceRef::agreement("1.3.2"),
        SourceRef::agreement("1.3.4"),
        SourceRef::agreement("1.4.1"),
        SourceRef::agreement("1.5.1"),
        SourceRef::agreement("1.8.1"),
    ],
    title: Bilingual::new(
        "et tilbud, der efter sin aftale indgår i et forbedringsfællesskab, står på fællesskabets liste",
        "a service that takes part in an improvement community according to its agreement is on the list of the community",
    ),
    why: Bilingual::new(
        "Fællesskabet aftaler måltal med dem, der står på listen. Et tilbud, der ikke gør det, får intet måltal, og der bliver ikke fulgt op på det.",
        "The community agrees figures with those on its list. A service that is not there gets none and is not followed up.",
    ),
    remedy: Bilingual::new(
        "Skriv tilbuddet på fællesskabets liste, eller ret aftalen.",
        "Enter the service in the list of the community, or correct the agreement.",
    ),
    example: Bilingual::new(
        "Aftalen siger, at tilbuddet indgår; fællesskabets liste har tre andre tilbud.",
        "According to the agreement the service takes part; the list of the community has three other services.",
    ),
    ..Rule::DERIVED
};

message! {
    NotListed { document: u64 }
    "aftalen siger, at tilbuddet indgår i fællesskabet, men det står ikke på listen i dokument {document}",
    "according to the agreement, the service takes part in the community, but it is not on the list in document {document}",
}

/// A list without any service does not say whether one is missing.
pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for one in
        crossing.memberships.compared(cx.as_of()).filter(|one| one.is_member && one.listed == Listed::Nowhere)
    {
        let facts = NotListed { document: crossing::number(one.community) };
        crossing.not_met(one.place, one.service, at, cx, facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let other = added::member(tape.spare_id(1));
    added::each_community(bundle, |community| {
        if community.body.is_some() {
            community.members.retain(|member| member.name.is_none());
            community.members.push(other.clone());
        }
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000013",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "member" },
                    { "body": "00000000-0000-4000-8000-000000000015", "kind": "community", "membership": "nonMember" },
                    { "body": "00000000-0000-4000-8000-000000000016", "kind": "community", "membership": "member" }
                ]
            }]
        } }"#,
        // The list has it, though it does not say whether it takes part.
        "02": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000021",
            "body": "00000000-0000-4000-8000-000000000014",
            "members": [{ "service": "00000000-0000-4000-8000-000000000012" }]
        } }"#,
        // Who does not take part need not be listed.
        "03": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000031",
            "body": "00000000-0000-4000-8000-000000000015",
            "members": [{ "service": "00000000-0000-4000-8000-000000000019", "membership": "member" }]
        } }"#,
        // There is no list.
        "04": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000041",
            "body": "00000000-0000-4000-8000-000000000016"
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000013",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "member" }
                    ]
                }]
            } }"#,
            "02": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000021",
                "body": "00000000-0000-4000-8000-000000000014",
                "members": [{ "service": "00000000-0000-4000-8000-000000000019", "membership": "member" }]
            } }"#,
        ),
        &[not_met(
            "/documents/0/content/agreement/focusAreas/0/participation/0",
            "aftalen siger, at tilbuddet indgår i fællesskabet, men det står ikke på listen i dokument 2",
            "according to the agreement, the service takes part in the community, but it is not on the list in document 2",
        )],
    ),
];
