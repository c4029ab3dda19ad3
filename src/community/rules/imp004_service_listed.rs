//! A target figure is for a service that the community lists.

use super::statements::each_target;
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP004,
    requirements: &["R-024", "R-176"],
    sources: &[
        SourceRef::agreement("1.3.2"),
        SourceRef::agreement("1.4, 1.4.1"),
        SourceRef::agreement("1.4.3"),
        SourceRef::agreement("1.5, 1.5.1"),
        SourceRef::agreement("1.5.3"),
    ],
    title: Bilingual::new(
        "et måltal gælder et tilbud, som fællesskabet nævner",
        "a target figure is for a service that the community lists",
    ),
    why: Bilingual::new(
        "Står tilbuddet ikke på listen, er det uklart, om måltallet binder det; det er derfor kun en advarsel.",
        "If the service is not listed, it is unclear whether the figure binds it; so this is only a warning.",
    ),
    remedy: Bilingual::new(
        "Sæt tilbuddet på listen, og skriv, om det indgår.",
        "List the service, and state whether it takes part.",
    ),
    example: Bilingual::new(
        "Et måltal for et tilbud, der er kommet til, efter at listen blev skrevet.",
        "A figure for a service that joined after the list was written.",
    ),
    implies: &[codes::IMP003],
    ..Rule::DERIVED
};

message! {
    ServiceNotListed {}
    "måltallet gælder et tilbud, som fællesskabet ikke nævner",
    "the target figure is for a service that the community does not list",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    each_target(community, at, |_, at, statement| {
        if statement.is_none() {
            cx.not_met(&at.key("service"), ServiceNotListed {});
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> =
    &[|community, tape| community.targets.push(added::target(tape))];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [{ "service": "00000000-0000-4000-8000-000000000002", "membership": "member" }]
        }"#,
    ),
    // A service is listed even if it does not take part, or if it is not said whether it does.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000004" }
            ],
            "targets": [
                {
                    "service": "00000000-0000-4000-8000-000000000004",
                    "target": { "id": "00000000-0000-4000-8000-000000000005" }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "target": { "id": "00000000-0000-4000-8000-000000000006" }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": { "id": "00000000-0000-4000-8000-000000000007" }
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [{
                "service": "00000000-0000-4000-8000-000000000002",
                "target": { "id": "00000000-0000-4000-8000-000000000005" }
            }]
        }"#,
        &[not_met(
            "/targets/0/service",
            "måltallet gælder et tilbud, som fællesskabet ikke nævner",
            "the target figure is for a service that the community does not list",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [{ "service": "00000000-0000-4000-8000-000000000002", "membership": "member" }],
            "targets": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": { "id": "00000000-0000-4000-8000-000000000005" }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "target": { "id": "00000000-0000-4000-8000-000000000006" }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "target": { "id": "00000000-0000-4000-8000-000000000007" }
                }
            ]
        }"#,
        &[
            not_met(
                "/targets/1/service",
                "måltallet gælder et tilbud, som fællesskabet ikke nævner",
                "the target figure is for a service that the community does not list",
            ),
            not_met(
                "/targets/2/service",
                "måltallet gælder et tilbud, som fællesskabet ikke nævner",
                "the target figure is for a service that the community does not list",
            ),
        ],
    ),
];
