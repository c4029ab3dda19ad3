//! A state assessment says which service it is about, when it was made, and what it assesses.

use crate::assessment::StateAssessment;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::{Bilingual, missing_of};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::STA001,
    requirements: &["R-007", "S-018"],
    sources: &[SourceRef::agreement("1.1"), SourceRef::agreement("1.5")],
    title: Bilingual::new(
        "en tilstandsvurdering angiver, hvilket tilbud den gælder, hvornår den er foretaget, og hvad den vurderer",
        "a state assessment states which service it is about, when it was made, and what it assesses",
    ),
    why: Bilingual::new(
        "Målene skal forholde sig til det enkelte tilbuds aktuelle tilstand på det pågældende område, og en vurdering bliver ældre.",
        "The goals are to relate to the present state of each service in the area in question, and an assessment ages.",
    ),
    remedy: Bilingual::new("Tilføj det, der mangler.", "Add what is missing."),
    example: Bilingual::new(
        "En gennemgang på tværs, hvor det ikke fremgår, hvilket tilbud resultatet gælder.",
        "A review across services that does not say which service a result is about.",
    ),
    ..Rule::DERIVED
};

message! {
    Incomplete { missing: alloc::vec::Vec<Bilingual> }
    "det fremgår ikke af tilstandsvurderingen, {missing:, og}",
    "the state assessment does not say {missing:and}",
}

const SERVICE: Bilingual = Bilingual::new("hvilket tilbud den gælder", "which service it is about");
const DAY: Bilingual = Bilingual::new("hvornår den er lavet", "when it was made");
const TOPICS: Bilingual = Bilingual::new("hvilke emner den vurderer", "which topics it assesses");

pub(super) fn check(assessment: &StateAssessment, at: &Path<'_>, cx: &mut Checker<'_>) {
    let parts = [
        (assessment.service.is_some(), SERVICE),
        (assessment.on.is_some(), DAY),
        (!assessment.topics.is_empty(), TOPICS),
    ];
    if parts.iter().any(|(stated, _)| !stated) {
        cx.not_met(at, Incomplete { missing: missing_of(parts).collect() });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StateAssessment> = &[
    |assessment, _| assessment.service = None,
    |assessment, _| assessment.on = None,
    |assessment, _| assessment.topics.clear(),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "service": { "id": "00000000-0000-4000-8000-000000000002" }, "on": "2023-H1", "topics": [{}]
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_met(
            "",
            "det fremgår ikke af tilstandsvurderingen, hvilket tilbud den gælder, hvornår den er lavet, og hvilke emner den vurderer",
            "the state assessment does not say which service it is about, when it was made and which topics it assesses",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "on": "2023", "topics": [{}] }"#,
        &[not_met(
            "",
            "det fremgår ikke af tilstandsvurderingen, hvilket tilbud den gælder",
            "the state assessment does not say which service it is about",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "service": { "id": "00000000-0000-4000-8000-000000000002" }, "renewBy": "2026", "topics": [{}]
        }"#,
        &[not_met(
            "",
            "det fremgår ikke af tilstandsvurderingen, hvornår den er lavet",
            "the state assessment does not say when it was made",
        )],
    ),
    // A service and a day, and nothing that is assessed.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "service": { "id": "00000000-0000-4000-8000-000000000002" }, "on": "2023", "topics": []
        }"#,
        &[not_met(
            "",
            "det fremgår ikke af tilstandsvurderingen, hvilke emner den vurderer",
            "the state assessment does not say which topics it assesses",
        )],
    ),
];
