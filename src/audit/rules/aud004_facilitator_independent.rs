//! The meeting of an audit is led from outside, by somebody who did not take part in what is judged.

use super::held::was_held;
use crate::audit::{CaseAudit, Facilitator};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::draft::tape::Tape;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD004,
    requirements: &["R-168"],
    sources: &[SourceRef::new(
        SourceDocument::SMARTE_2023,
        "Auditproces: faciliteret af en konsulent fra DEFACTUM i samarbejde med kvalitetsudviklingskonsulenten",
    )],
    title: Bilingual::new(
        "et auditmøde ledes af en, der kommer udefra og ikke har medvirket i indsatsen",
        "an audit meeting is led by somebody from outside who did not take part in the change",
    ),
    why: Bilingual::new(
        "Den, der selv har stået for indsatsen, kan svært lede en åben drøftelse af, om den virkede.",
        "Somebody who made the change cannot easily lead an open discussion of whether it worked.",
    ),
    remedy: Bilingual::new(
        "Lad en udefra lede mødet, eller skriv i rapporten, at facilitatoren selv medvirkede.",
        "Let somebody from outside lead the meeting, or write in the report that the facilitator took part.",
    ),
    example: Bilingual::new(
        "Den konsulent, der har oplært medarbejderne, leder auditmødet sammen med en udefra.",
        "The consultant who trained the staff leads the meeting together with somebody from outside.",
    ),
    ..Rule::DERIVED
};

message! {
    TookPart {}
    "facilitatoren har selv medvirket i den indsats, der bedømmes",
    "the facilitator took part in the change that is judged",
}

message! {
    NobodyFromOutside {}
    "ingen af facilitatorerne kommer udefra",
    "no facilitator is from outside",
}

const WHO: Bilingual = Bilingual::new("hvem der leder auditmødet", "who leads the meeting");
const FROM_WHERE: Bilingual =
    Bilingual::new("om facilitatoren kommer udefra", "whether the facilitator is from outside");
const PART: Bilingual = Bilingual::new(
    "om facilitatoren medvirkede i indsatsen",
    "whether the facilitator took part in the change",
);

pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    if audit.facilitators.is_empty() {
        if was_held(audit, cx.as_of()) {
            cx.not_assessable(at, WHO);
        }
        return;
    }
    let list = at.key("facilitators");
    let is_any = |said| move |one: &Facilitator| one.is_external == said;
    if audit.facilitators.iter().all(is_any(Some(false))) {
        cx.not_met(&list, NobodyFromOutside {});
    }
    // One from outside is enough.
    let is_led_from_outside = audit.facilitators.iter().any(is_any(Some(true)));
    for (n, one) in audit.facilitators.iter().enumerate() {
        let place = list.index(n);
        let is_known = is_led_from_outside || one.is_external.is_some();
        cx.all_stated(&place, [(is_known, FROM_WHERE), (one.took_part.is_some(), PART)]);
        if one.took_part == Some(true) {
            cx.not_met(&place.key("tookPart"), TookPart {});
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> = &[
    |audit, tape| change_one(audit, tape, |one| one.took_part = Some(true)),
    |audit, tape| change_one(audit, tape, |one| one.took_part = None),
    |audit, _| audit.facilitators.iter_mut().for_each(|one| one.is_external = Some(false)),
    |audit, _| audit.facilitators.iter_mut().for_each(|one| one.is_external = None),
    |audit, _| audit.facilitators.clear(),
];

#[cfg(feature = "proptest")]
fn change_one(audit: &mut CaseAudit, tape: &mut Tape<'_>, change: fn(&mut Facilitator)) {
    let n = tape.index(audit.facilitators.len());
    audit.facilitators.get_mut(n).into_iter().for_each(change);
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // One from outside beside one from the service.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "facilitators": [{ "tookPart": false }, { "isExternal": true, "tookPart": false }]
        }"#,
    ),
    // As in the source: the trainer leads the meeting with a consultant from outside.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "facilitators": [{ "isExternal": true, "tookPart": false }, { "isExternal": false, "tookPart": true }]
        }"#,
        &[not_met(
            "/facilitators/1/tookPart",
            "facilitatoren har selv medvirket i den indsats, der bedømmes",
            "the facilitator took part in the change that is judged",
        )],
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
            "kan ikke vurderes; mangler: om facilitatoren kommer udefra, om facilitatoren medvirkede i indsatsen",
            "cannot be assessed; missing: whether the facilitator is from outside, whether the facilitator took part in the change",
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
