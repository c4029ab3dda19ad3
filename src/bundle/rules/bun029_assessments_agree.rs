//! Two state assessments of a service and a date do not say the opposite about a need.

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
use {super::added, crate::date::PartialDate, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN029,
    basis: Basis::Form,
    requirements: &["R-007"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles; stateAssessment, topics, showsNeed"),
        SourceRef::agreement("1.1"),
    ],
    title: Bilingual::new(
        "to tilstandsvurderinger af samme tilbud og dato siger ikke det modsatte om behovet på et emne",
        "two state assessments of the same service and date do not say the opposite about the need on a topic",
    ),
    why: Bilingual::new(
        "Mål, ressourcer og deltagelse følger af behovet. Siger den ene vurdering ja og den anden nej, kan ingen se, hvad der gælder.",
        "Goals, resources and memberships follow from the need. If one assessment says yes and the other one no, nobody can see what holds.",
    ),
    remedy: Bilingual::new(
        "Find ud af, hvad data viser, og ret den vurdering, der er forkert. Er den ene en ældre udgave, så giv de to samme id, eller tag den ud; er den fra en anden dag, så ret datoen.",
        "Find out what the data show, and correct the assessment that is wrong. If one is an older version, give both the same id, or remove it; if it is from another day, correct its date.",
    ),
    example: Bilingual::new(
        "Begge tilstandsvurderinger af Solgården er fra oktober 2024; den ene viser et behov på arbejdsulykker, den anden ikke.",
        "Both state assessments of Solgården are from October 2024; one shows a need on accidents at work, the other one does not.",
    ),
    ..Rule::DERIVED
};

message! {
    Opposite { document: u64, topics: u64 }
    "tilstandsvurderingen siger det modsatte af den i dokument {document} om behovet på {topics:emne|emner}; de to er af samme tilbud og har samme dato",
    "the state assessment says the opposite of the one in document {document} about the need on {topics:topic|topics}; both are of the same service and date",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for one in crossing.assessments.opposite() {
        let facts = Opposite { document: crossing::number(one.earlier), topics: one.topics };
        crossing.not_met(one.place, one.assessment, at, cx, facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let on = PartialDate::of_year(2022);
    for (n, shows_need) in [(2, true), (3, false)] {
        let one = added::assessment(tape.spare_id(n), tape.spare_id(1), on, shows_need);
        added::document(one, bundle, tape);
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Another service, another date, what is not stated, and an assessment that contradicts itself.
    accepts(bundle_of!(
        "01": r#"{ "stateAssessment": {
            "id": "00000000-0000-4000-8000-000000000011", "service": { "id": "00000000-0000-4000-8000-000000000021" }, "on": "2023-10",
            "topics": [
                { "topic": "sygefravær", "showsNeed": true }, { "topic": "onboarding", "showsNeed": true },
                { "topic": "ulykker", "showsNeed": true }, { "topic": "ulykker", "showsNeed": false }, { "showsNeed": true }
            ]
        } }"#,
        "02": r#"{ "stateAssessment": {
            "id": "00000000-0000-4000-8000-000000000012", "service": { "id": "00000000-0000-4000-8000-000000000022" }, "on": "2023-10",
            "topics": [{ "topic": "sygefravær", "showsNeed": false }]
        } }"#,
        "03": r#"{ "stateAssessment": {
            "id": "00000000-0000-4000-8000-000000000013", "service": { "id": "00000000-0000-4000-8000-000000000021" }, "on": "2023-11",
            "topics": [{ "topic": "sygefravær", "showsNeed": false }]
        } }"#,
        "04": r#"{ "stateAssessment": {
            "id": "00000000-0000-4000-8000-000000000014", "service": { "id": "00000000-0000-4000-8000-000000000021" },
            "topics": [{ "topic": "sygefravær", "showsNeed": false }]
        } }"#,
        "05": r#"{ "stateAssessment": {
            "id": "00000000-0000-4000-8000-000000000015", "service": { "id": "00000000-0000-4000-8000-000000000021" }, "on": "2023-10",
            "topics": [
                { "topic": "sygefravær" }, { "topic": "onboarding", "showsNeed": true },
                { "topic": "ulykker", "showsNeed": false }, { "showsNeed": false }
            ]
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "stateAssessment": {
                "id": "00000000-0000-4000-8000-000000000011", "service": { "id": "00000000-0000-4000-8000-000000000021" }, "on": "2023-10",
                "topics": [{ "topic": "sygefravær", "showsNeed": true }, { "topic": "onboarding", "showsNeed": false }]
            } }"#,
            "02": r#"{ "stateAssessment": {
                "id": "00000000-0000-4000-8000-000000000012", "service": { "id": "00000000-0000-4000-8000-000000000021" }, "on": "2023-10",
                "topics": [{ "topic": "Sygefravær ", "showsNeed": false }, { "topic": "ulykker", "showsNeed": true }]
            } }"#,
            "03": r#"{ "stateAssessment": {
                "id": "00000000-0000-4000-8000-000000000013", "service": { "id": "00000000-0000-4000-8000-000000000021" }, "on": "2023-10",
                "topics": [{ "topic": "onboarding", "showsNeed": true }, { "topic": "sygefravær", "showsNeed": false }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/stateAssessment",
                "tilstandsvurderingen siger det modsatte af den i dokument 1 om behovet på 1 emne; de to er af samme tilbud og har samme dato",
                "the state assessment says the opposite of the one in document 1 about the need on 1 topic; both are of the same service and date",
            ),
            not_met(
                "/documents/2/content/stateAssessment",
                "tilstandsvurderingen siger det modsatte af den i dokument 1 om behovet på 2 emner; de to er af samme tilbud og har samme dato",
                "the state assessment says the opposite of the one in document 1 about the need on 2 topics; both are of the same service and date",
            ),
        ],
    ),
    // Two documents of the same assessment, of two topics, and a third of another.
    refuses(
        bundle_of!(
            "01": r#"{ "stateAssessment": {
                "id": "00000000-0000-4000-8000-000000000021", "on": "2023-05-01",
                "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "topics": [{ "topic": "Trivsel", "showsNeed": false }, { "topic": "Magt", "showsNeed": true }]
            } }"#,
            "02": r#"{ "stateAssessment": {
                "id": "00000000-0000-4000-8000-000000000022", "on": "2023-05-01",
                "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "topics": [{ "topic": "Magt", "showsNeed": false }, { "topic": "trivsel", "showsNeed": true }]
            } }"#,
            "03": r#"{ "stateAssessment": {
                "id": "00000000-0000-4000-8000-000000000023", "on": "2023-05-01",
                "service": { "id": "00000000-0000-4000-8000-000000000012" }, "topics": [{ "topic": "trivsel", "showsNeed": true }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/stateAssessment",
                "tilstandsvurderingen siger det modsatte af den i dokument 1 om behovet på 2 emner; de to er af samme tilbud og har samme dato",
                "the state assessment says the opposite of the one in document 1 about the need on 2 topics; both are of the same service and date",
            ),
            not_met(
                "/documents/2/content/stateAssessment",
                "tilstandsvurderingen siger det modsatte af den i dokument 1 om behovet på 1 emne; de to er af samme tilbud og har samme dato",
                "the state assessment says the opposite of the one in document 1 about the need on 1 topic; both are of the same service and date",
            ),
        ],
    ),
];
