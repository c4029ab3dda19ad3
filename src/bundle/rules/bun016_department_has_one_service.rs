//! A department belongs to one service in all documents.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::organisation::{Department, Operator, SocialService},
    crate::rule::trial::Breaks,
    crate::text::Text,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN016,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, organisation")],
    title: Bilingual::new(
        "en afdeling hører til samme tilbud i alle dokumenter, der gælder samme tid",
        "a department belongs to one service in all documents for the same time",
    ),
    why: Bilingual::new(
        "Ellers er det uklart, hvilket tilbud afdelingens borgere og tal hører til.",
        "Otherwise it is unclear to which service the citizens and figures of the department belong.",
    ),
    remedy: Bilingual::new(
        "Find ud af, hvilket tilbud afdelingen hører til, og ret det dokument, der er forkert, eller id'et, hvis det er to afdelinger. Er afdelingen flyttet, så skriv for hver borgergruppe, hvilken dag den er opgjort.",
        "Find out to which service the department belongs, and correct the document that is wrong, or the id if they are two departments. If the department has moved, give the date of each caseload.",
    ),
    example: Bilingual::new(
        "I organisationen hører Fyrtårnet til Havblik; i listen over delmål hører den til Solgården.",
        "In the organisation Fyrtårnet belongs to Havblik; in the list of sub-goals it belongs to Solgården.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherService { document: u64 }
    "afdelingen hører til et andet tilbud i dokument {document}",
    "the department belongs to another service in document {document}",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in crossing.ties.other_services() {
        let facts = OtherService { document: crossing::number(clash.first) };
        crossing.not_met(clash.place, clash.department, at, cx, facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let name = |words: &str| Some(Text::from(words));
    for (n, called) in [(1, "Havblik"), (2, "Solgården")] {
        let department = Department { name: name("Fyrtårnet"), ..Department::new(tape.spare_id(3)) };
        let service = SocialService {
            name: name(called),
            departments: [department].into(),
            ..SocialService::new(tape.spare_id(n))
        };
        // Each as an organisation of its own.
        let operator = Operator {
            name: name(called),
            services: [service].into(),
            ..Operator::new(tape.spare_id(n.saturating_add(3)))
        };
        added::document(operator, bundle, tape);
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(bundle_of!(
        "01": r#"{ "organisation": {
            "id": "00000000-0000-4000-8000-000000000011",
            "services": [{
                "id": "00000000-0000-4000-8000-000000000021",
                "departments": [{ "id": "00000000-0000-4000-8000-000000000031" }]
            }]
        } }"#,
        "02": r#"{ "citizen": {
            "id": "00000000-0000-4000-8000-000000000041",
            "service": "00000000-0000-4000-8000-000000000021", "department": "00000000-0000-4000-8000-000000000031"
        } }"#,
        // Here the service is not stated.
        "03": r#"{ "citizen": {
            "id": "00000000-0000-4000-8000-000000000042", "department": "00000000-0000-4000-8000-000000000031"
        } }"#,
    )),
    // It has moved, and each caseload says which day it shows: others do not, and can be younger.
    accepts(bundle_of!(
        "01": r#"{ "caseload": {
            "id": "00000000-0000-4000-8000-000000000051", "asOf": "2023-11-30",
            "service": {
                "id": "00000000-0000-4000-8000-000000000021",
                "departments": [{ "id": "00000000-0000-4000-8000-000000000031" }]
            }
        } }"#,
        "02": r#"{ "caseload": {
            "id": "00000000-0000-4000-8000-000000000052", "asOf": "2024-01-10",
            "service": {
                "id": "00000000-0000-4000-8000-000000000022",
                "departments": [{ "id": "00000000-0000-4000-8000-000000000031" }]
            }
        } }"#,
        "03": r#"{ "citizen": {
            "id": "00000000-0000-4000-8000-000000000041",
            "service": "00000000-0000-4000-8000-000000000023", "department": "00000000-0000-4000-8000-000000000031"
        } }"#,
        "04": r#"{ "organisation": {
            "id": "00000000-0000-4000-8000-000000000011",
            "services": [{
                "id": "00000000-0000-4000-8000-000000000023",
                "departments": [{ "id": "00000000-0000-4000-8000-000000000031" }]
            }]
        } }"#,
    )),
    // On one day, another service in a caseload without a day, and in what cannot have one.
    refuses(
        bundle_of!(
            "01": r#"{ "caseload": {
                "id": "00000000-0000-4000-8000-000000000051", "asOf": "2023-11-30",
                "service": {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "departments": [
                        { "id": "00000000-0000-4000-8000-000000000031" }, { "id": "00000000-0000-4000-8000-000000000032" }
                    ]
                }
            } }"#,
            "02": r#"{ "caseload": {
                "id": "00000000-0000-4000-8000-000000000052", "asOf": "2023-11",
                "service": {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "departments": [{ "id": "00000000-0000-4000-8000-000000000031" }]
                }
            } }"#,
            "03": r#"{ "caseload": {
                "id": "00000000-0000-4000-8000-000000000053",
                "service": {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "departments": [{ "id": "00000000-0000-4000-8000-000000000032" }]
                }
            } }"#,
            "04": r#"{ "organisation": {
                "id": "00000000-0000-4000-8000-000000000011",
                "services": [{
                    "id": "00000000-0000-4000-8000-000000000022",
                    "departments": [{ "id": "00000000-0000-4000-8000-000000000032" }]
                }]
            } }"#,
            "05": r#"{ "citizen": {
                "id": "00000000-0000-4000-8000-000000000041",
                "service": "00000000-0000-4000-8000-000000000021", "department": "00000000-0000-4000-8000-000000000032"
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/caseload/service/departments/0",
                "afdelingen hører til et andet tilbud i dokument 1",
                "the department belongs to another service in document 1",
            ),
            not_met(
                "/documents/2/content/caseload/service/departments/0",
                "afdelingen hører til et andet tilbud i dokument 1",
                "the department belongs to another service in document 1",
            ),
            not_met(
                "/documents/4/content/citizen/department",
                "afdelingen hører til et andet tilbud i dokument 4",
                "the department belongs to another service in document 4",
            ),
        ],
    ),
    refuses(
        bundle_of!(
            "01": r#"{ "organisation": {
                "id": "00000000-0000-4000-8000-000000000011",
                "areas": [{
                    "id": "00000000-0000-4000-8000-000000000012",
                    "services": [{
                        "id": "00000000-0000-4000-8000-000000000021",
                        "departments": [{ "id": "00000000-0000-4000-8000-000000000031" }]
                    }]
                }]
            } }"#,
            "02": r#"{ "caseload": {
                "id": "00000000-0000-4000-8000-000000000051",
                "service": {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "departments": [
                        { "id": "00000000-0000-4000-8000-000000000032" },
                        { "id": "00000000-0000-4000-8000-000000000031" }
                    ]
                },
                "citizens": [{
                    "id": "00000000-0000-4000-8000-000000000042",
                    "service": "00000000-0000-4000-8000-000000000022",
                    "department": "00000000-0000-4000-8000-000000000031"
                }]
            } }"#,
            "03": r#"{ "citizen": {
                "id": "00000000-0000-4000-8000-000000000041",
                "service": "00000000-0000-4000-8000-000000000022", "department": "00000000-0000-4000-8000-000000000031"
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/caseload/service/departments/1",
                "afdelingen hører til et andet tilbud i dokument 1",
                "the department belongs to another service in document 1",
            ),
            not_met(
                "/documents/2/content/citizen/department",
                "afdelingen hører til et andet tilbud i dokument 1",
                "the department belongs to another service in document 1",
            ),
        ],
    ),
];
