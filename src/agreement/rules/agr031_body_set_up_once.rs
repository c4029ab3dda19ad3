//! A body is set up in one section.

use crate::agreement::Participation;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::section::SectionNumber;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

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
        "\"Der nedsættes et forbedringsfællesskab\" står både i 1.4 (om sygefraværssamtaler) og i 1.4.1 (om sygefravær).",
        "An improvement community is set up both in 1.4 (on talks about sick leave) and in 1.4.1 (on sick leave).",
    ),
    ..Rule::DERIVED
};

message! {
    SetUpAgain { body: Bilingual, first: SectionNumber, again: SectionNumber }
    "gruppen ({body}) nedsættes både i afsnit {first} og i afsnit {again}",
    "the body ({body}) is set up both in section {first} and in section {again}",
}

pub(super) fn check(part: &Participation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some((first, others)) = part.set_up_in.split_first() else { return };
    let list = at.key("setUpIn");
    for again in others.iter().filter(|again| *again != first) {
        let body = part.kind.label();
        cx.not_met(&list, SetUpAgain { body, first: *first, again: *again });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Participation> = &[|part, _| {
    part.set_up_in = ["1.4", "1.4.1"].into_iter().filter_map(|section| section.parse().ok()).collect();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "body": "00000000-0000-4000-8000-000000000001", "kind": "community" }"#),
    accepts(
        r#"{ "body": "00000000-0000-4000-8000-000000000001", "kind": "community", "setUpIn": ["1.4.1"] }"#,
    ),
    accepts(
        r#"{ "body": "00000000-0000-4000-8000-000000000001", "kind": "network", "section": "1.8", "setUpIn": ["1.8.2", "1.8.2"] }"#,
    ),
    refuses(
        r#"{ "body": "00000000-0000-4000-8000-000000000001", "kind": "community", "setUpIn": ["1.4", "1.4.1", "1.4", "1.5"] }"#,
        &[
            not_met(
                "/setUpIn",
                "gruppen (forbedringsfællesskab) nedsættes både i afsnit 1.4 og i afsnit 1.4.1",
                "the body (improvement community) is set up both in section 1.4 and in section 1.4.1",
            ),
            not_met(
                "/setUpIn",
                "gruppen (forbedringsfællesskab) nedsættes både i afsnit 1.4 og i afsnit 1.5",
                "the body (improvement community) is set up both in section 1.4 and in section 1.5",
            ),
        ],
    ),
];
