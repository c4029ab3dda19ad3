//! Each step of the scale of an audit has a label of its own.

use crate::audit::CaseAudit;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::each_repeat;
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD012,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "audit, scale")],
    title: Bilingual::new(
        "trinnene på skalaen i en audit hedder hver sit",
        "each step of the scale of an audit has a label of its own",
    ),
    why: Bilingual::new(
        "Hedder to trin det samme, ved ingen, hvad der er svaret.",
        "If two steps have the same label, nobody knows what was answered.",
    ),
    remedy: Bilingual::new("Ret betegnelsen, eller fjern trinnet.", "Correct the label, or remove the step."),
    example: Bilingual::new(
        "To af skalaens trin hedder »i høj grad«.",
        "Two steps of the scale are called “to a high degree”.",
    ),
    ..Rule::DERIVED
};

message! {
    SameLabel { first: u64 }
    "betegnelsen er den samme som for nr. {first} på skalaen",
    "the label is the same as that of step {first} of the scale",
}

/// "Not relevant" can be an answer of an audit, which has no other word for it.
pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("scale");
    each_repeat(
        &audit.scale,
        |step| Folded::stated(step.label.as_ref()),
        |step, n, first| cx.not_met(&list.item(n, step.id).key("label"), SameLabel { first: ordinal(first) }),
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> = &[|audit, _| {
    let label = audit.scale.first().and_then(|step| step.label.clone());
    audit.scale.iter_mut().for_each(|step| step.label.clone_from(&label));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scale": [
                { "id": "00000000-0000-4000-8000-000000000002", "label": "ikke relevant" },
                { "id": "00000000-0000-4000-8000-000000000003", "label": "i nogen grad" },
                { "id": "00000000-0000-4000-8000-000000000004", "label": "i høj grad" },
                { "id": "00000000-0000-4000-8000-000000000005" }, { "id": "00000000-0000-4000-8000-000000000006" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scale": [
                { "id": "00000000-0000-4000-8000-000000000002", "label": "i mindre grad" },
                { "id": "00000000-0000-4000-8000-000000000003", "label": "i høj grad" },
                { "id": "00000000-0000-4000-8000-000000000004", "label": " I  høj grad" }
            ]
        }"#,
        &[not_met(
            "/scale/2/label",
            "betegnelsen er den samme som for nr. 2 på skalaen",
            "the label is the same as that of step 2 of the scale",
        )],
    ),
];
