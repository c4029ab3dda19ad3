//! A risk assessment covers the citizen and the surroundings, and leads to actions.

use alloc::vec::Vec;

use crate::codes;
use crate::duty::{RiskAssessment, RiskPart};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT010,
    basis: Basis::Stated,
    requirements: &["R-059"],
    sources: &[SourceRef::agreement("1.9"), SourceRef::agreement("1.9.1")],
    title: Bilingual::new(
        "en risikovurdering omfatter adfærdstegn hos borgeren og i miljøet og de handlinger, der skal iværksættes, og dagens arbejde planlægges ud fra den",
        "a risk assessment covers signs in the citizen's behaviour and in the surroundings and the actions to take, and the day's work is planned from it",
    ),
    why: Bilingual::new(
        "Overgreb kan også udløses af støj, ventetid og andre borgere, og tegn uden aftalte handlinger forebygger intet.",
        "Assaults can also be triggered by noise, waiting and other citizens, and signs without agreed actions prevent nothing.",
    ),
    remedy: Bilingual::new(
        "Udvid beskrivelsen af risikovurderingen med det, der mangler.",
        "Add what is missing to the description of the risk assessment.",
    ),
    example: Bilingual::new(
        "Skemaet spørger til borgerens adfærd, men ikke til, hvad der sker omkring borgeren.",
        "The form asks about the behaviour of the citizen and not about what happens around the citizen.",
    ),
    ..Rule::DERIVED
};

message! {
    Incomplete { missing: Vec<Bilingual> }
    "risikovurderingen omfatter ikke {missing:og}",
    "the risk assessment does not cover {missing:and}",
}

pub(super) fn check(assessment: &RiskAssessment, at: &Path<'_>, cx: &mut Checker<'_>) {
    if assessment.parts.is_empty() {
        return cx.not_assessable(
            at,
            Bilingual::new("hvad risikovurderingen omfatter", "what the risk assessment covers"),
        );
    }
    let missing = RiskPart::ALL.iter().copied().filter(|part| !assessment.parts.contains(part));
    if missing.clone().next().is_some() {
        cx.not_met(&at.key("parts"), Incomplete { missing: missing.map(RiskPart::label).collect() });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<RiskAssessment> = &[
    |assessment, tape| {
        let left_out = *tape.pick(RiskPart::ALL);
        assessment.parts = RiskPart::ALL.iter().copied().filter(|part| *part != left_out).collect();
    },
    |assessment, _| assessment.parts.clear(),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "parts": ["actions", "dayPlanned", "citizenSigns", "surroundingSigns"] }"#),
    refuses(
        r#"{ "parts": ["actions", "dayPlanned", "citizenSigns"] }"#,
        &[not_met(
            "/parts",
            "risikovurderingen omfatter ikke tegn i miljøet omkring borgeren",
            "the risk assessment does not cover signs in the citizen's surroundings",
        )],
    ),
    refuses(
        r#"{ "parts": ["citizenSigns"] }"#,
        &[not_met(
            "/parts",
            "risikovurderingen omfatter ikke tegn i miljøet omkring borgeren, aftalte handlinger og planlægning af dagens arbejde",
            "the risk assessment does not cover signs in the citizen's surroundings, agreed actions and planning of the day's work",
        )],
    ),
    refuses(
        "{}",
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvad risikovurderingen omfatter",
            "cannot be assessed; missing: what the risk assessment covers",
        )],
    ),
];
