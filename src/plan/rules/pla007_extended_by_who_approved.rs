//! An extension is decided by whoever approved the plan.

use crate::codes;
use crate::plan::ImplementationPlan;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::plan::PlanActor;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA007,
    severity: Severity::Information,
    requirements: &["R-098", "S-024"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "4; 5")],
    title: Bilingual::new(
        "har andre end dem, der godkendte planen, forlænget den, fremgår det, at de havde beføjelse til det",
        "if the plan was extended by people other than those who approved it, it is stated that they had the authority to do so",
    ),
    why: Bilingual::new(
        "Den, der godkendte planen, kan have regnet med slutdatoen, fx i budgettet.",
        "Those who approved the plan may have relied on its end, for instance in the budget.",
    ),
    remedy: Bilingual::new(
        "Notér, om den, der godkendte planen, har tiltrådt forlængelsen eller overladt beslutningen til andre. Har den ikke det, så få det på plads.",
        "Note whether those who approved the plan agree, or have left the decision to others. If they have not, obtain their agreement.",
    ),
    example: Bilingual::new(
        "Chefteamet godkendte planen til juli 2017, og styregruppen forlængede den; det fremgår ikke, om chefteamet har overladt beslutningen til den.",
        "The team of heads approved the plan until July 2017, and the steering group extended it; it is not stated whether the team of heads left the decision to it.",
    ),
    ..Rule::DERIVED
};

message! {
    ByOther {}
    "forlængelsen er besluttet af andre end dem, der godkendte planen; det fremgår ikke, om de har tiltrådt den",
    "the extension was decided by people other than those who approved the plan; it is not stated whether the latter agree",
}

message! {
    NotAgreed {}
    "forlængelsen er besluttet af andre end dem, der godkendte planen, og de har ikke tiltrådt den",
    "the extension was decided by people other than those who approved the plan, and the latter have not agreed",
}

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(approved_by) = &plan.approved_by else { return };
    let list = at.key("extensions");
    for (n, one) in plan.extensions.iter().enumerate() {
        let is_other = one.decided_by.as_ref().is_some_and(|by| plan.is_same(by, approved_by) == Some(false));
        match one.agreed {
            None if is_other => cx.not_met(&list.index(n).key("decidedBy"), ByOther {}),
            Some(false) if is_other => cx.not_met(&list.index(n).key("agreed"), NotAgreed {}),
            _ => {}
        }
    }
}

/// Lets a group of the plan extend what a role approved.
#[cfg(feature = "proptest")]
fn by_other(plan: &mut ImplementationPlan, agreed: Option<bool>) {
    plan.bodies.iter_mut().for_each(|body| body.name = Some("Styregruppen".into()));
    plan.approved_by = Some(PlanActor { body: None, role: Some("Chefteamet".into()) });
    plan.extensions.iter_mut().for_each(|one| one.agreed = agreed);
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> =
    &[|plan, _| by_other(plan, None), |plan, _| by_other(plan, Some(false))];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "extensions": [{ "decidedBy": { "role": "Styregruppen" } }] }"#,
    ),
    // Agreed; and what names the same group, and one whose name is not known.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "name": "Styregruppen" }, { "id": "00000000-0000-4000-8000-000000000003", "kind": "network" }],
            "approvedBy": { "role": "styregruppen" },
            "extensions": [
                { "decidedBy": { "role": "Chefteamet" }, "agreed": true }, { "decidedBy": { "body": "00000000-0000-4000-8000-000000000002" } }, { "decidedBy": { "body": "00000000-0000-4000-8000-000000000003" } }, {}
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "name": "Styregruppen" }],
            "approvedBy": { "role": "Chefteamet" },
            "extensions": [{ "decidedBy": { "body": "00000000-0000-4000-8000-000000000002" } }, { "decidedBy": { "role": "Styregruppen" }, "agreed": false }]
        }"#,
        &[
            not_met(
                "/extensions/0/decidedBy",
                "forlængelsen er besluttet af andre end dem, der godkendte planen; det fremgår ikke, om de har tiltrådt den",
                "the extension was decided by people other than those who approved the plan; it is not stated whether the latter agree",
            ),
            not_met(
                "/extensions/1/agreed",
                "forlængelsen er besluttet af andre end dem, der godkendte planen, og de har ikke tiltrådt den",
                "the extension was decided by people other than those who approved the plan, and the latter have not agreed",
            ),
        ],
    ),
    // Who approved it need not agree to an extension of its own.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "approvedBy": { "role": "Styregruppen" },
            "extensions": [{ "decidedBy": { "role": "Styregruppen" }, "agreed": false }]
        }"#,
    ),
    // A body is known by its id, whatever its role is called.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "approvedBy": { "body": "00000000-0000-4000-8000-000000000005", "role": "Styregruppen" },
            "extensions": [
                { "decidedBy": { "body": "00000000-0000-4000-8000-000000000005", "role": "Gruppen" } },
                { "decidedBy": { "body": "00000000-0000-4000-8000-000000000006", "role": "Styregruppen" } }
            ]
        }"#,
        &[not_met(
            "/extensions/1/decidedBy",
            "forlængelsen er besluttet af andre end dem, der godkendte planen; det fremgår ikke, om de har tiltrådt den",
            "the extension was decided by people other than those who approved the plan; it is not stated whether the latter agree",
        )],
    ),
];
