//! What an authority has criticised is answered by an action.

use crate::agreement::{Criticism, CriticismKind};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR030,
    requirements: &["S-015"],
    sources: &[SourceRef::agreement("1.7"), SourceRef::agreement("1.3")],
    title: Bilingual::new(
        "det fremgår, hvilken indsats der følger op på kritik fra en myndighed",
        "it is stated which action follows up criticism by an authority",
    ),
    why: Bilingual::new(
        "Ellers er det uklart, hvad tilbuddet gør ved kritikken.",
        "Otherwise it is unclear what the service does about the criticism.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvilken af indsatserne der følger op på kritikken, eller tilføj en.",
        "Say which of the actions follows up the criticism, or add one.",
    ),
    example: Bilingual::new(
        "1.7: Socialtilsyn Øst kritiserer, at der ikke i alle tilbud er adgang til ekstern supervision; det fremgår ikke, hvilken indsats der følger op på det.",
        "1.7: the social inspectorate (Socialtilsyn Øst) criticises the fact that not all services have access to external supervision; it is not stated which action follows this up.",
    ),
    ..Rule::DERIVED
};

message! {
    Unanswered { kind: Bilingual, authority: Bilingual }
    "det fremgår ikke, hvilken indsats der følger op på {kind} fra {authority}",
    "it is not stated which action follows up {kind} from {authority}",
}

pub(super) fn check(criticism: &Criticism, at: &Path<'_>, cx: &mut Checker<'_>) {
    // Whether the answers are actions of the agreement is for DOC002 to say.
    if criticism.answered_by.is_empty() {
        let kind = the(criticism.kind.unwrap_or(CriticismKind::Criticism));
        cx.not_met(at, Unanswered { kind, authority: criticism.authority.label() });
    }
}

const fn the(kind: CriticismKind) -> Bilingual {
    match kind {
        CriticismKind::Criticism => Bilingual::new("kritikken", "the criticism"),
        CriticismKind::Order => Bilingual::new("påbuddet", "the order"),
        CriticismKind::Decision => Bilingual::new("afgørelsen", "the decision"),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Criticism> = &[|criticism, _| criticism.answered_by.clear()];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "authority": "workingEnvironment", "kind": "order", "answeredBy": ["00000000-0000-4000-8000-000000000003"] }"#,
    ),
    // What is criticised need not be stated to be answered.
    accepts(
        r#"{ "authority": "socialInspectorate", "answeredBy": ["00000000-0000-4000-8000-000000000003"] }"#,
    ),
    refuses(
        r#"{ "authority": "socialInspectorate", "kind": "criticism", "text": "ekstern supervision" }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvilken indsats der følger op på kritikken fra Socialtilsynet",
            "it is not stated which action follows up the criticism from the social inspectorate",
        )],
    ),
    refuses(
        r#"{ "authority": "workingEnvironment", "kind": "order", "answeredBy": [] }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvilken indsats der følger op på påbuddet fra Arbejdstilsynet",
            "it is not stated which action follows up the order from the working environment authority",
        )],
    ),
    refuses(
        r#"{ "authority": "patientSafety", "kind": "decision" }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvilken indsats der følger op på afgørelsen fra Styrelsen for Patientsikkerhed",
            "it is not stated which action follows up the decision from the patient safety authority",
        )],
    ),
    refuses(
        r#"{ "authority": { "other": { "name": "Ombudsmanden" } } }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvilken indsats der følger op på kritikken fra en anden myndighed",
            "it is not stated which action follows up the criticism from another authority",
        )],
    ),
];
