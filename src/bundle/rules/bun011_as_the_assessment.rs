//! What rests on a state assessment says what the assessment says.

use crate::bundle::crossing::AssessmentClash;
use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added, crate::body::StateAssessmentRef, crate::community::ImprovementCommunity,
    crate::rule::trial::Breaks, crate::text::Text,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN011,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-007"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles; stateAssessmentRef"),
        SourceRef::agreement("1.1"),
        SourceRef::agreement("1.3.2"),
        SourceRef::agreement("1.4.1"),
        SourceRef::agreement("1.5.1"),
        SourceRef::agreement("1.8.1"),
    ],
    title: Bilingual::new(
        "det, der hviler på en tilstandsvurdering, siger det samme som den",
        "what rests on a state assessment says the same as the assessment",
    ),
    why: Bilingual::new(
        "Mål og deltagelse følger af tilstanden i netop det tilbud. Her siger de to dokumenter hver sit om den.",
        "Goals and memberships follow from the state of that very service, and here the two documents differ about it.",
    ),
    remedy: Bilingual::new(
        "Henvis til tilbuddets egen tilstandsvurdering. Er det den rigtige, så find ud af, hvad den viser, og ret det dokument, der er forkert.",
        "Refer to the state assessment of the service itself. If it is the right one, find out what it shows, and correct the document that is wrong.",
    ),
    example: Bilingual::new(
        "Aftalen siger, at tilstandsvurderingen viser et behov; vurderingen selv viser ikke noget behov.",
        "According to the agreement the state assessment shows a need; the assessment itself shows none.",
    ),
    ..Rule::DERIVED
};

message! {
    OfOtherService { document: u64 }
    "tilstandsvurderingen i dokument {document} er af et andet tilbud",
    "the state assessment in document {document} is of another service",
}

message! {
    OtherNeed { need: Bilingual, document: u64, other: Bilingual }
    "henvisningen siger, at tilstandsvurderingen viser {need}; vurderingen selv, i dokument {document}, viser {other}",
    "the reference says that the state assessment shows {need}; the assessment itself, in document {document}, shows {other}",
}

message! {
    OtherDate { on: PartialDate, document: u64, other_on: PartialDate }
    "henvisningen siger, at tilstandsvurderingen er fra {on}; vurderingen selv, i dokument {document}, er fra {other_on}",
    "the reference says that the state assessment is dated {on}; the assessment itself, in document {document}, is dated {other_on}",
}

message! {
    OtherNeedAndDate { on: PartialDate, need: Bilingual, document: u64, other_on: PartialDate, other: Bilingual }
    "henvisningen siger, at tilstandsvurderingen er fra {on} og viser {need}; vurderingen selv, i dokument {document}, er fra {other_on} og viser {other}",
    "the reference says that the state assessment is dated {on} and shows {need}; the assessment itself, in document {document}, is dated {other_on} and shows {other}",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in crossing.assessments.apart() {
        let AssessmentClash { place, assessment, document, needs, days, .. } = clash;
        let document = crossing::number(document);
        let needs = needs.map(|needs| needs.map(in_words));
        match (needs, days) {
            (None, None) => crossing.not_met(place, assessment, at, cx, OfOtherService { document }),
            (Some([need, other]), None) => {
                crossing.not_met(place, assessment, at, cx, OtherNeed { need, document, other });
            }
            (None, Some([on, other_on])) => {
                crossing.not_met(place, assessment, at, cx, OtherDate { on, document, other_on });
            }
            (Some([need, other]), Some([on, other_on])) => {
                let facts = OtherNeedAndDate { on, need, document, other_on, other };
                crossing.not_met(place, assessment, at, cx, facts);
            }
        }
    }
}

const fn in_words(shows_need: bool) -> Bilingual {
    if shows_need { Bilingual::new("et behov", "a need") } else { Bilingual::new("intet behov", "no need") }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let (id, service) = (tape.spare_id(1), tape.spare_id(2));
    let (on, earlier) = (PartialDate::of_year(2023), PartialDate::of_year(2022));
    let words = || Some(Text::from("sygefravær"));
    let mut member = added::member(service);
    let said = StateAssessmentRef {
        assessment: Some(id),
        on,
        shows_need: Some(true),
        ..StateAssessmentRef::default()
    };
    let assessment = if tape.flag() {
        added::assessment(id, service, earlier, true)
    } else {
        added::assessment(id, tape.spare_id(3), on, true)
    };
    member.state_assessment = Some(said);
    let community = ImprovementCommunity {
        topic: words(),
        monitored_process: words(),
        members: [member].into(),
        ..ImprovementCommunity::new(tape.fresh_id())
    };
    added::document(community, bundle, tape);
    added::document(assessment, bundle, tape);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The topic of the area counts; and what one of them leaves out, or says less exactly.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "stateAssessment": {
                        "assessment": "00000000-0000-4000-8000-000000000021", "on": "2023", "showsNeed": true
                    }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014",
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000021", "showsNeed": true }
                }
            ]
        } }"#,
        "02": r#"{ "stateAssessment": {
            "id": "00000000-0000-4000-8000-000000000021",
            "service": { "id": "00000000-0000-4000-8000-000000000012" }, "on": "2023-04",
            "topics": [
                { "focusArea": "00000000-0000-4000-8000-000000000013", "showsNeed": true },
                { "showsNeed": false }
            ]
        } }"#,
    )),
    // Its topics are those of other areas: it says nothing of this one.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000021", "showsNeed": false }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014",
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000021", "showsNeed": true }
                }
            ]
        } }"#,
        "02": r#"{ "stateAssessment": {
            "id": "00000000-0000-4000-8000-000000000021",
            "topics": [
                { "topic": "sygefravær", "focusArea": "00000000-0000-4000-8000-000000000013", "showsNeed": false }
            ]
        } }"#,
        "03": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000031", "topic": "SMARTE mål",
            "members": [{
                "service": "00000000-0000-4000-8000-000000000012",
                "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000021", "showsNeed": true }
            }]
        } }"#,
    )),
    // The topic of the community, among others.
    refuses(
        bundle_of!(
            "01": r#"{ "stateAssessment": {
                "id": "00000000-0000-4000-8000-000000000021",
                "topics": [{ "topic": "Sygefravær", "showsNeed": false }, { "topic": "onboarding", "showsNeed": true }]
            } }"#,
            "02": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000031", "topic": "sygefravær",
                "members": [{
                    "service": "00000000-0000-4000-8000-000000000012",
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000021", "showsNeed": true }
                }]
            } }"#,
        ),
        &[not_met(
            "/documents/1/content/community/members/0/stateAssessment",
            "henvisningen siger, at tilstandsvurderingen viser et behov; vurderingen selv, i dokument 1, viser intet behov",
            "the reference says that the state assessment shows a need; the assessment itself, in document 1, shows no need",
        )],
    ),
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000013",
                    "stateAssessment": {
                        "assessment": "00000000-0000-4000-8000-000000000021", "on": "2023-H1", "showsNeed": true
                    }
                }]
            } }"#,
            "02": r#"{ "stateAssessment": {
                "id": "00000000-0000-4000-8000-000000000021",
                "service": { "id": "00000000-0000-4000-8000-000000000019" }, "on": "2022-H1",
                "topics": [{ "showsNeed": false }]
            } }"#,
            "03": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000031",
                "members": [{
                    "service": "00000000-0000-4000-8000-000000000012",
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000021", "showsNeed": false }
                }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/0/content/agreement/focusAreas/0/stateAssessment",
                "tilstandsvurderingen i dokument 2 er af et andet tilbud",
                "the state assessment in document 2 is of another service",
            ),
            not_met(
                "/documents/2/content/community/members/0/stateAssessment",
                "tilstandsvurderingen i dokument 2 er af et andet tilbud",
                "the state assessment in document 2 is of another service",
            ),
        ],
    ),
    // The same service, another need and another time.
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000013",
                    "stateAssessment": {
                        "assessment": "00000000-0000-4000-8000-000000000021", "on": "2023-H1", "showsNeed": true
                    }
                }]
            } }"#,
            "02": r#"{ "stateAssessment": {
                "id": "00000000-0000-4000-8000-000000000021",
                "service": { "id": "00000000-0000-4000-8000-000000000012" }, "on": "2022-H1",
                "topics": [{ "showsNeed": false }]
            } }"#,
        ),
        &[not_met(
            "/documents/0/content/agreement/focusAreas/0/stateAssessment",
            "henvisningen siger, at tilstandsvurderingen er fra 1. halvår 2023 og viser et behov; vurderingen selv, i dokument 2, er fra 1. halvår 2022 og viser intet behov",
            "the reference says that the state assessment is dated the first half of 2023 and shows a need; the assessment itself, in document 2, is dated the first half of 2022 and shows no need",
        )],
    ),
    // Only the time.
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000013",
                    "stateAssessment": {
                        "assessment": "00000000-0000-4000-8000-000000000021", "on": "2023-04", "showsNeed": false
                    }
                }]
            } }"#,
            "02": r#"{ "stateAssessment": {
                "id": "00000000-0000-4000-8000-000000000021", "on": "2022-10", "topics": [{ "showsNeed": false }]
            } }"#,
        ),
        &[not_met(
            "/documents/0/content/agreement/focusAreas/0/stateAssessment",
            "henvisningen siger, at tilstandsvurderingen er fra april 2023; vurderingen selv, i dokument 2, er fra oktober 2022",
            "the reference says that the state assessment is dated April 2023; the assessment itself, in document 2, is dated October 2022",
        )],
    ),
    // It is known by the area, by the name, or by neither.
    refuses(
        bundle_of!(
            "01": r#"{ "stateAssessment": {
                "id": "00000000-0000-4000-8000-000000000021", "on": "2023-05",
                "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "topics": [
                    { "focusArea": "00000000-0000-4000-8000-000000000013", "topic": "Trivsel", "showsNeed": false },
                    { "focusArea": "00000000-0000-4000-8000-000000000014", "showsNeed": true },
                    { "topic": "Magt", "showsNeed": true }
                ]
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011", "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "focusAreas": [
                    {
                        "id": "00000000-0000-4000-8000-000000000013",
                        "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000021", "showsNeed": true }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000014",
                        "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000021", "showsNeed": true }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000015",
                        "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000021", "showsNeed": true }
                    }
                ]
            } }"#,
        ),
        &[not_met(
            "/documents/1/content/agreement/focusAreas/0/stateAssessment",
            "henvisningen siger, at tilstandsvurderingen viser et behov; vurderingen selv, i dokument 1, viser intet behov",
            "the reference says that the state assessment shows a need; the assessment itself, in document 1, shows no need",
        )],
    ),
    // Not every topic is that of an area: one without any may be of this one.
    refuses(
        bundle_of!(
            "01": r#"{ "stateAssessment": {
                "id": "00000000-0000-4000-8000-000000000021", "on": "2023-05",
                "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "topics": [{ "focusArea": "00000000-0000-4000-8000-000000000013", "showsNeed": true }, { "showsNeed": true }]
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011", "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000015",
                    "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000021", "showsNeed": false }
                }]
            } }"#,
        ),
        &[not_met(
            "/documents/1/content/agreement/focusAreas/0/stateAssessment",
            "henvisningen siger, at tilstandsvurderingen viser intet behov; vurderingen selv, i dokument 1, viser et behov",
            "the reference says that the state assessment shows no need; the assessment itself, in document 1, shows a need",
        )],
    ),
];
