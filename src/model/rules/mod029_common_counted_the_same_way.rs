//! Whether a region counts a common indicator in its own way.

use super::own::{in_base, with_own};
use crate::codes;
use crate::model::{SetChange, Tailoring};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::put_change,
    crate::{figure::Direction, model::GENERATION_1, rule::trial::Breaks},
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD029,
    severity: Severity::Information,
    requirements: &["R-077"],
    sources: &[SourceRef::quality_model("Ressourceforbrug")],
    title: Bilingual::new(
        "en fælles indikator tælles på samme måde i alle regioner",
        "a common indicator is counted in the same way in all regions",
    ),
    why: Bilingual::new(
        "Indikatorerne er fælles, og kun vejledningen til dem er en regional opgave. Tæller én region på sin egen måde, kan tallene ikke sammenlignes.",
        "The indicators are common, and only the guidance on them is left to each region. If one region counts in its own way, figures cannot be compared.",
    ),
    remedy: Bilingual::new(
        "Er regionerne enige om ændringen, er der ikke noget at rette. Skriv det ellers, hvor tallene vises ved siden af andre regioners, eller tilføj en regional indikator.",
        "If the regions agree on the change, there is nothing to correct. Otherwise say so where the figures are shown beside those of other regions, or add a regional indicator.",
    ),
    example: Bilingual::new(
        "I en fælles indikator tæller regionen kun borgere med, der har boet et år på tilbuddet.",
        "In a common indicator the region counts only citizens who have lived at the service for a year.",
    ),
    ..Rule::DERIVED
};

message! {
    Recounted {}
    "tilpasningen ændrer tæller eller nævner i en indikator, som regionerne er fælles om",
    "the tailoring changes the numerator or denominator of an indicator that the regions share",
}

message! {
    Turned {}
    "tilpasningen ændrer retningen for en indikator, som regionerne er fælles om",
    "the tailoring changes the direction of an indicator that the regions share",
}

/// A new wording is no finding: the publication words no indicator.
pub(super) fn check(tailoring: &Tailoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("changes");
    with_own(tailoring, |is_own| {
        for (n, one) in tailoring.changes.iter().enumerate() {
            let at = list.index(n);
            let at = at.key("change");
            let subject = one.change.subject();
            let is_common = || !is_own(subject) && in_base(tailoring, subject) == Some(true);
            match one.change {
                SetChange::RecountIndicator { .. } if is_common() => cx.not_met(&at, Recounted {}),
                SetChange::TurnIndicator { .. } if is_common() => cx.not_met(&at, Turned {}),
                _ => {}
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Tailoring> = &[|tailoring, tape| {
    tailoring.base = GENERATION_1.id;
    tailoring.changes.clear(); // they can be about another set
    let n = tape.index(GENERATION_1.standards.len());
    let standard = GENERATION_1.standards.get(n);
    if let Some(indicator) = standard.and_then(|standard| standard.indicators.first()).copied() {
        let change = if tape.flag() {
            SetChange::TurnIndicator { indicator, direction: Some(Direction::AtMost) }
        } else {
            SetChange::RecountIndicator { indicator, numerator: Some(tape.said()), denominator: None }
        };
        put_change(tailoring, change, tape);
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Its own indicator, and one of a set whose common indicators are not known; a first wording.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [
                { "change": { "addIndicator": {
                    "standard": "6b76616c-6974-8000-8000-000100020100",
                    "indicator": { "id": "00000000-0000-4000-8000-000000000031" }
                } } },
                { "change": { "turnIndicator": { "indicator": "00000000-0000-4000-8000-000000000031" } } },
                { "change": { "rewordIndicator": {
                    "indicator": "6b76616c-6974-8000-8000-000100030101", "statement": "Andel af borgere med en plan"
                } } }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "changes": [
                { "change": { "turnIndicator": {
                    "indicator": "6b76616c-6974-8000-8000-000100030101", "direction": "atMost"
                } } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [
                { "change": { "turnIndicator": {
                    "indicator": "6b76616c-6974-8000-8000-000100030101", "direction": "atMost"
                } } },
                { "change": { "recountIndicator": {
                    "indicator": "6b76616c-6974-8000-8000-000100030102", "denominator": "none"
                } } }
            ]
        }"#,
        &[
            not_met(
                "/changes/0/change",
                "tilpasningen ændrer retningen for en indikator, som regionerne er fælles om",
                "the tailoring changes the direction of an indicator that the regions share",
            ),
            not_met(
                "/changes/1/change",
                "tilpasningen ændrer tæller eller nævner i en indikator, som regionerne er fælles om",
                "the tailoring changes the numerator or denominator of an indicator that the regions share",
            ),
        ],
    ),
    // What it adds itself it can count as it likes.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [
                {
                    "change": {
                        "addIndicator": {
                            "standard": "6b76616c-6974-8000-8000-000100020100",
                            "indicator": { "id": "00000000-0000-4000-8000-000000000031" }
                        }
                    }
                },
                {
                    "change": {
                        "recountIndicator": { "indicator": "00000000-0000-4000-8000-000000000031", "numerator": "Borgere" }
                    }
                },
                {
                    "change": {
                        "addIndicator": {
                            "standard": "6b76616c-6974-8000-8000-000100020100",
                            "indicator": { "id": "6b76616c-6974-8000-8000-000100030101" }
                        }
                    }
                },
                {
                    "change": {
                        "turnIndicator": { "indicator": "6b76616c-6974-8000-8000-000100030101", "direction": "atMost" }
                    }
                }
            ]
        }"#,
    ),
];
