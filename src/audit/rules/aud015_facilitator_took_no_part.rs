//! The meeting of an audit is led by somebody who took no part in the change.

use crate::audit::CaseAudit;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD015,
    severity: Severity::Information,
    requirements: &["R-168"],
    sources: &[SourceRef::new(
        SourceDocument::SMARTE_2023,
        "Auditproces: faciliteret af en konsulent fra DEFACTUM i samarbejde med specialområdets kvalitetsudviklingskonsulent",
    )],
    title: Bilingual::new(
        "mindst én af dem, der leder et auditmøde, har ikke medvirket i indsatsen",
        "at least one of those who lead an audit meeting took no part in the intervention",
    ),
    why: Bilingual::new(
        "Ellers ledes drøftelsen af, om indsatsen virkede, kun af dem, der selv har medvirket i den, også når de kommer udefra.",
        "Otherwise the discussion of whether the intervention worked is led only by those who took part in it, even if they are from outside.",
    ),
    remedy: Bilingual::new(
        "Lad en, der ikke har medvirket, lede mødet med. Er mødet holdt, er der intet at rette, men gør opmærksom på det, når resultatet bruges.",
        "Let somebody who took no part help lead the meeting. If it has been held, there is nothing to correct, but point it out where the result is used.",
    ),
    example: Bilingual::new(
        "Den eneste facilitator er en konsulent udefra, som har oplært medarbejderne.",
        "The only facilitator is a consultant from outside who trained the staff.",
    ),
    ..Rule::DERIVED
};

message! {
    OnlyOneTookPart {}
    "den eneste facilitator kommer udefra, men medvirkede i indsatsen",
    "the only facilitator is from outside, but took part in the intervention",
}

message! {
    AllTookPart { facilitators: u64 }
    "alle {facilitators} facilitatorer medvirkede i indsatsen",
    "all {facilitators} facilitators took part in the intervention",
}

/// That nobody is from outside is for AUD004 to say.
pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    let all = &audit.facilitators;
    if all.iter().all(|one| one.took_part == Some(true))
        && all.iter().any(|one| one.is_external == Some(true))
    {
        let list = at.key("facilitators");
        match crate::text::count(all.len()) {
            1 => cx.not_met(&list, OnlyOneTookPart {}),
            facilitators => cx.not_met(&list, AllTookPart { facilitators }),
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> =
    &[|audit, _| audit.facilitators.iter_mut().for_each(|one| one.took_part = Some(true))];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // One who took no part or of whom it is not stated, whether from outside or not; and nobody from outside.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "facilitators": [{ "isExternal": true, "tookPart": true }, { "isExternal": true, "tookPart": false }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "facilitators": [{ "isExternal": true, "tookPart": true }, { "isExternal": false }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "facilitators": [{ "isExternal": false, "tookPart": true }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "facilitators": [{ "isExternal": true, "tookPart": true }]
        }"#,
        &[not_met(
            "/facilitators",
            "den eneste facilitator kommer udefra, men medvirkede i indsatsen",
            "the only facilitator is from outside, but took part in the intervention",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "facilitators": [{ "isExternal": true, "tookPart": true }, { "isExternal": false, "tookPart": true }]
        }"#,
        &[not_met(
            "/facilitators",
            "alle 2 facilitatorer medvirkede i indsatsen",
            "all 2 facilitators took part in the intervention",
        )],
    ),
];
