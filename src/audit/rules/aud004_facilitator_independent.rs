//! The meeting of an audit is led by somebody from outside.

use crate::audit::{CaseAudit, Facilitator};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD004,
    requirements: &["R-168"],
    sources: &[SourceRef::new(
        SourceDocument::SMARTE_2023,
        "Auditproces: faciliteret af en konsulent fra DEFACTUM i samarbejde med specialområdets kvalitetsudviklingskonsulent",
    )],
    title: Bilingual::new(
        "et auditmøde ledes af mindst én, der kommer udefra",
        "an audit meeting is led by at least one person from outside",
    ),
    why: Bilingual::new(
        "De, der selv har stået for indsatsen, har svært ved at lede en åben drøftelse af, om den virkede.",
        "Those who carried out the intervention cannot easily lead an open discussion of whether it worked.",
    ),
    remedy: Bilingual::new(
        "Lad en udefra lede mødet. Er mødet holdt, er der intet at rette, men gør opmærksom på det, når resultatet bruges.",
        "Let somebody from outside lead the meeting. If it has been held, there is nothing to correct, but point it out where the result is used.",
    ),
    example: Bilingual::new(
        "Specialområdets egen konsulent, der har oplært medarbejderne, leder auditmødet alene.",
        "The specialised area's own consultant, who trained the staff, leads the meeting alone.",
    ),
    ..Rule::DERIVED
};

message! {
    NobodyFromOutside {}
    "ingen af facilitatorerne kommer udefra",
    "no facilitator is from outside",
}

const WHO: Bilingual = Bilingual::new("hvem der leder auditmødet", "who leads the meeting");
const FROM_WHERE: Bilingual =
    Bilingual::new("om facilitatoren kommer udefra", "whether the facilitator is from outside");

pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    if audit.facilitators.is_empty() {
        if audit.was_held(cx.as_of()) {
            cx.not_assessable(at, WHO);
        }
        return;
    }
    let list = at.key("facilitators");
    let is_any = |said| move |one: &Facilitator| one.is_external == said;
    // One from outside is enough.
    if audit.facilitators.iter().any(is_any(Some(true))) {
        return;
    }
    if audit.facilitators.iter().all(is_any(Some(false))) {
        cx.not_met(&list, NobodyFromOutside {});
    }
    for (n, _) in audit.facilitators.iter().enumerate().filter(|(_, one)| one.is_external.is_none()) {
        cx.not_assessable(&list.index(n), FROM_WHERE);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> = &[
    |audit, _| audit.facilitators.iter_mut().for_each(|one| one.is_external = Some(false)),
    |audit, _| audit.facilitators.iter_mut().for_each(|one| one.is_external = None),
    |audit, _| audit.facilitators.clear(),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // One from outside beside one from the service; in the source the trainer is the other.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "facilitators": [{}, { "isExternal": false, "tookPart": true }, { "isExternal": true }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "facilitators": [{ "isExternal": false, "tookPart": false }]
        }"#,
        &[not_met(
            "/facilitators",
            "ingen af facilitatorerne kommer udefra",
            "no facilitator is from outside",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "facilitators": [{}, { "isExternal": false, "tookPart": false }]
        }"#,
        &[not_assessable(
            "/facilitators/0",
            "kan ikke vurderes; mangler: om facilitatoren kommer udefra",
            "cannot be assessed; missing: whether the facilitator is from outside",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2024-01-15" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvem der leder auditmødet",
            "cannot be assessed; missing: who leads the meeting",
        )],
    ),
];
