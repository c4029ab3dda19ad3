//! What an authority has criticised is answered by an action.

use uuid::Uuid;

use crate::agreement::{CriticismKind, DevelopmentAgreement};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    crate::agreement::{Action, Criticism, FocusArea, ScopeOfDuty},
    crate::draft::{part::Part, tape::Tape},
    crate::id::Id,
    crate::rule::trial::Breaks,
    alloc::vec::Vec,
};

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

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let criticisms = agreement.focus_areas.iter().flat_map(|area| &area.criticisms);
    let answers = criticisms.flat_map(|one| &one.answered_by).map(|action| (action.uuid(), false));
    let areas = at.key("focusAreas");
    sorted(
        |put| answers.clone().for_each(put),
        |answers| {
            if !answers.is_empty() {
                mark_known(agreement, answers);
            }
            for (n, area) in agreement.focus_areas.iter().enumerate() {
                let area_at = areas.item(n, area.id);
                let list = area_at.key("criticisms");
                for (n, one) in area.criticisms.iter().enumerate() {
                    let mut answered_by = one.answered_by.iter();
                    if !answered_by.any(|action| answers.binary_search(&(action.uuid(), true)).is_ok()) {
                        let kind = one.kind.unwrap_or(CriticismKind::Criticism).label();
                        cx.not_met(&list.index(n), Unanswered { kind, authority: one.authority.label() });
                    }
                }
            }
        },
    );
}

/// Marks the answers that are actions of the agreement.
fn mark_known(agreement: &DevelopmentAgreement, answers: &mut [(Uuid, bool)]) {
    for action in agreement.focus_areas.iter().flat_map(|area| &area.actions) {
        let id = action.id.uuid();
        let from = answers.partition_point(|(other, _)| *other < id);
        for (_, known) in answers.iter_mut().skip(from).take_while(|(other, _)| *other == id) {
            *known = true;
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| criticise(agreement, [].into(), tape),
    |agreement, tape| criticise(agreement, [tape.spare_id(8)].into(), tape),
];

#[cfg(feature = "proptest")]
fn criticise(agreement: &mut DevelopmentAgreement, answered_by: Vec<Id<Action>>, tape: &mut Tape<'_>) {
    let authority = Part::any(tape);
    agreement.focus_areas.push(FocusArea {
        scope: [ScopeOfDuty::AllServices].into(),
        criticisms: [Criticism { kind: Part::any(tape), answered_by, ..Criticism::new(authority) }].into(),
        ..FocusArea::new(tape.spare_id(4))
    });
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000002", "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }] }] }"#,
    ),
    // An action of another area can answer, and one answer is enough.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }],
                    "criticisms": [
                        { "authority": "workingEnvironment", "kind": "order", "answeredBy": ["00000000-0000-4000-8000-000000000003"] },
                        { "authority": "socialInspectorate", "answeredBy": ["00000000-0000-4000-8000-000000000009", "00000000-0000-4000-8000-000000000005", "00000000-0000-4000-8000-000000000003"] }
                    ]
                },
                { "id": "00000000-0000-4000-8000-000000000004", "actions": [{ "id": "00000000-0000-4000-8000-000000000005" }] }
            ]
        }"#,
    ),
    // An answer that is no action of the agreement is none.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }],
                "criticisms": [
                    { "authority": "socialInspectorate", "kind": "criticism", "text": "ekstern supervision" },
                    { "authority": "workingEnvironment", "kind": "order", "answeredBy": ["00000000-0000-4000-8000-000000000009"] },
                    { "authority": "patientSafety", "kind": "decision", "answeredBy": ["00000000-0000-4000-8000-000000000002"] },
                    { "authority": { "other": { "name": "Ombudsmanden" } } },
                    { "authority": "socialInspectorate", "answeredBy": ["00000000-0000-4000-8000-000000000003"] }
                ]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/criticisms/0",
                "kritik fra Socialtilsynet besvares ikke af nogen indsats i aftalen",
                "no action in the agreement answers the criticism from the social inspectorate",
            ),
            not_met(
                "/focusAreas/0/criticisms/1",
                "påbud fra Arbejdstilsynet besvares ikke af nogen indsats i aftalen",
                "no action in the agreement answers the order from the working environment authority",
            ),
            not_met(
                "/focusAreas/0/criticisms/2",
                "afgørelse fra Styrelsen for Patientsikkerhed besvares ikke af nogen indsats i aftalen",
                "no action in the agreement answers the decision from the patient safety authority",
            ),
            not_met(
                "/focusAreas/0/criticisms/3",
                "kritik fra en anden myndighed besvares ikke af nogen indsats i aftalen",
                "no action in the agreement answers the criticism from another authority",
            ),
        ],
    ),
];
