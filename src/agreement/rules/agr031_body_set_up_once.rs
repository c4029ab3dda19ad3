//! A body is set up in one section.

use super::each_by_key;
use crate::agreement::{DevelopmentAgreement, Participation};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::section::SectionNumber;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, community},
    crate::agreement::FocusArea,
    crate::body::Membership,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR031,
    severity: Severity::Information,
    requirements: &["S-017"],
    sources: &[SourceRef::agreement("1.4"), SourceRef::agreement("1.4.1")],
    title: Bilingual::new("en gruppe nedsættes i ét afsnit", "a body is set up in one section"),
    why: Bilingual::new(
        "Nedsættes den to gange, kan læseren tro, at der er to, med hver sin opgave.",
        "If it is set up twice, a reader may think that there are two, each with a task of its own.",
    ),
    remedy: Bilingual::new(
        "Nedsæt gruppen ét sted, og henvis dertil fra det andet sted. Er der to, så giv dem hver sit navn.",
        "Set the body up in one place and refer to it from the other. If there are two, give each a name.",
    ),
    example: Bilingual::new(
        "»Der nedsættes et forbedringsfællesskab« står både i 1.4 (om sygefraværssamtaler) og i 1.4.1 (om sygefravær).",
        "An improvement community is set up both in 1.4 (on talks about sick leave) and in 1.4.1 (on sick leave).",
    ),
    ..Rule::DERIVED
};

message! {
    SetUpAgain { body: Bilingual, first: SectionNumber, again: SectionNumber }
    "gruppen ({body}) nedsættes både i afsnit {first} og i afsnit {again}",
    "the body ({body}) is set up both in section {first} and in section {again}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let body = |one: &Participation| (!one.set_up_in.is_empty()).then_some(one.body.uuid());
    let mut known = None;
    each_by_key(agreement, at, body, |is_first, _, one, at| {
        if is_first {
            known = None;
        }
        for again in &one.set_up_in {
            let first = *known.get_or_insert(*again);
            if first != *again {
                let body = one.kind.label();
                cx.not_met(&at.key("setUpIn"), SetUpAgain { body, first, again: *again });
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| set_up(agreement, &[&["1.4", "1.4.1"]], tape),
    |agreement, tape| set_up(agreement, &[&["1.4"], &["1.5"]], tape),
];

/// Adds an area in which one body is entered as often as there are lists of sections.
#[cfg(feature = "proptest")]
fn set_up(agreement: &mut DevelopmentAgreement, entries: &[&[&str]], tape: &mut Tape<'_>) {
    let entry = |sections: &&[&str]| Participation {
        set_up_in: sections.iter().filter_map(|section| section.parse().ok()).collect(),
        ..community(Membership::Member, tape)
    };
    let participation = entries.iter().map(entry).collect();
    agreement.focus_areas.push(FocusArea { participation, ..area(tape) });
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Once, twice in one section, and not at all.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "setUpIn": ["1.4.1"] },
                    { "body": "00000000-0000-4000-8000-000000000004", "kind": "network", "section": "1.8", "setUpIn": ["1.8.2", "1.8.2"] },
                    { "body": "00000000-0000-4000-8000-000000000005", "kind": "network" },
                    { "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "setUpIn": ["1.4.1"] }
                ]
            }]
        }"#,
    ),
    // In one entry, and in entries of two areas.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "setUpIn": ["1.4", "1.4.1"] },
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "network", "setUpIn": ["1.4"] }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "network", "setUpIn": ["1.5"] },
                        { "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "setUpIn": ["1.4"] }
                    ]
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/participation/0/setUpIn",
                "gruppen (forbedringsfællesskab) nedsættes både i afsnit 1.4 og i afsnit 1.4.1",
                "the body (improvement community) is set up both in section 1.4 and in section 1.4.1",
            ),
            not_met(
                "/focusAreas/1/participation/0/setUpIn",
                "gruppen (netværk) nedsættes både i afsnit 1.4 og i afsnit 1.5",
                "the body (network) is set up both in section 1.4 and in section 1.5",
            ),
        ],
    ),
];
