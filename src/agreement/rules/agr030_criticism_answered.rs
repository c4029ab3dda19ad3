//! What an authority has criticised is answered by an action.

use crate::agreement::{Criticism, CriticismKind};
use crate::codes;
use crate::date::PartialDate;
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
        "Skriv, hvilken af indsatserne der følger op på kritikken, eller tilføj en. Har myndigheden afsluttet sagen, så skriv hvornår.",
        "Say which of the actions follows up the criticism, or add one. If the authority has closed the case, state when.",
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

message! {
    UnansweredInTime { kind: Bilingual, authority: Bilingual, deadline: PartialDate }
    "det fremgår ikke, hvilken indsats der følger op på {kind} fra {authority}, og fristen er overskredet ({deadline})",
    "it is not stated which action follows up {kind} from {authority}, and the deadline has passed ({deadline})",
}

pub(super) fn check(criticism: &Criticism, at: &Path<'_>, cx: &mut Checker<'_>) {
    // Whether the answers are actions of the agreement is for DOC002 to say.
    // Once the authority has closed the case, nothing is left to be done.
    if criticism.answered_by.is_empty() && criticism.closed_on.is_none() {
        let kind = the(criticism.kind.unwrap_or(CriticismKind::Criticism));
        let authority = criticism.authority.label();
        match criticism.deadline.filter(|on| on.last_day() < cx.as_of()) {
            Some(deadline) => cx.not_met(at, UnansweredInTime { kind, authority, deadline }),
            None => cx.not_met(at, Unanswered { kind, authority }),
        }
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
    // The authority is satisfied, whether or not that was in time.
    accepts(
        r#"{ "authority": "workingEnvironment", "kind": "order", "deadline": "2023", "closedOn": "2023-06" }"#,
    ),
    accepts(r#"{ "authority": "socialInspectorate", "kind": "criticism", "closedOn": "2023-12" }"#),
    // The deadline is today; it was yesterday.
    refuses(
        r#"{ "authority": "workingEnvironment", "kind": "order", "deadline": "2024-01-15" }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvilken indsats der følger op på påbuddet fra Arbejdstilsynet",
            "it is not stated which action follows up the order from the working environment authority",
        )],
    ),
    refuses(
        r#"{ "authority": "workingEnvironment", "kind": "order", "deadline": "2024-01-14" }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvilken indsats der følger op på påbuddet fra Arbejdstilsynet, og fristen er overskredet (14. januar 2024)",
            "it is not stated which action follows up the order from the working environment authority, and the deadline has passed (14 January 2024)",
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
    // A deadline in this month can still be met.
    refuses(
        r#"{ "authority": "workingEnvironment", "kind": "order", "deadline": "2024-01" }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvilken indsats der følger op på påbuddet fra Arbejdstilsynet",
            "it is not stated which action follows up the order from the working environment authority",
        )],
    ),
];
