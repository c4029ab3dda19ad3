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
        "kritik fra en myndighed besvares af en indsats",
        "criticism by an authority is answered by an action",
    ),
    why: Bilingual::new(
        "Myndigheden spørger igen, og aftalen viser ikke, hvad der er gjort.",
        "The authority will ask again, and the agreement does not show what has been done.",
    ),
    remedy: Bilingual::new(
        "Tilføj den indsats, der svarer på kritikken, eller skriv, hvilken af indsatserne der gør det.",
        "Add the action that answers the criticism, or say which of the actions does.",
    ),
    example: Bilingual::new(
        "1.7: Socialtilsynet kritiserer, at ikke alle tilbud har adgang til ekstern supervision; indsatserne handler om interne supervisorer.",
        "1.7: the social inspectorate criticises that not all services have access to external supervision; the actions are about internal supervisors.",
    ),
    ..Rule::DERIVED
};

message! {
    Unanswered { kind: Bilingual, authority: Bilingual }
    "{kind} fra {authority} besvares ikke af nogen indsats i aftalen",
    "no action in the agreement answers the {kind} from {authority}",
}

pub(super) fn check(criticism: &Criticism, at: &Path<'_>, cx: &mut Checker<'_>) {
    // Whether the answers are actions of the agreement is for DOC002 to say.
    if criticism.answered_by.is_empty() {
        let kind = criticism.kind.unwrap_or(CriticismKind::Criticism).label();
        cx.not_met(at, Unanswered { kind, authority: criticism.authority.label() });
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
            "kritik fra Socialtilsynet besvares ikke af nogen indsats i aftalen",
            "no action in the agreement answers the criticism from the social inspectorate",
        )],
    ),
    refuses(
        r#"{ "authority": "workingEnvironment", "kind": "order", "answeredBy": [] }"#,
        &[not_met(
            "",
            "påbud fra Arbejdstilsynet besvares ikke af nogen indsats i aftalen",
            "no action in the agreement answers the order from the working environment authority",
        )],
    ),
    refuses(
        r#"{ "authority": "patientSafety", "kind": "decision" }"#,
        &[not_met(
            "",
            "afgørelse fra Styrelsen for Patientsikkerhed besvares ikke af nogen indsats i aftalen",
            "no action in the agreement answers the decision from the patient safety authority",
        )],
    ),
    refuses(
        r#"{ "authority": { "other": { "name": "Ombudsmanden" } } }"#,
        &[not_met(
            "",
            "kritik fra en anden myndighed besvares ikke af nogen indsats i aftalen",
            "no action in the agreement answers the criticism from another authority",
        )],
    ),
];
