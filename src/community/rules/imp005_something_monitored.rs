//! A community builds on something that is monitored or measured.

use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, is_stated};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP005,
    basis: Basis::PublicPractice,
    requirements: &["R-035"],
    sources: &[SourceRef::new(SourceDocument::IHI, "Establishing Measures"), SourceRef::agreement("1.4")],
    title: Bilingual::new(
        "et forbedringsfællesskab tager udgangspunkt i noget, der overvåges eller måles",
        "an improvement community builds on something that is monitored or measured",
    ),
    why: Bilingual::new(
        "Uden data om processen kan en forbedring ikke påvises.",
        "Without data on the process an improvement cannot be shown.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvilken proces der overvåges, eller tilføj en måling.",
        "State which process is monitored, or add a measure.",
    ),
    example: Bilingual::new(
        "Et fællesskab skal nedbringe arbejdsulykker, men det fremgår ikke, hvad der overvåges eller måles.",
        "A community is to reduce accidents at work, but it is not stated what is monitored or measured.",
    ),
    ..Rule::DERIVED
};

message! {
    NothingMonitored {}
    "fællesskabet nævner hverken en proces, der overvåges, eller en måling",
    "the community names neither a monitored process nor a measure",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !is_stated(community.monitored_process.as_ref()) && community.measures.is_empty() {
        cx.not_met(at, NothingMonitored {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    community.monitored_process = tape.unsaid();
    community.measures.clear();
    community.cycles.clear();
    community.lessons.clear();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "monitoredProcess": "3-8-15-modellen"
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "measures": [{ "id": "00000000-0000-4000-8000-000000000002" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "monitoredProcess": " ",
            "measures": [{ "id": "00000000-0000-4000-8000-000000000002" }]
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_met(
            "",
            "fællesskabet nævner hverken en proces, der overvåges, eller en måling",
            "the community names neither a monitored process nor a measure",
        )],
    ),
    // A topic and an aim do not say what is monitored.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "topic": "arbejdsulykker",
            "monitoredProcess": " \n",
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "measures": []
        }"#,
        &[not_met(
            "",
            "fællesskabet nævner hverken en proces, der overvåges, eller en måling",
            "the community names neither a monitored process nor a measure",
        )],
    ),
];
