//! A sub-goal says how much or how often, or has an indicator.

use super::wording::has_amount;
use crate::codes;
use crate::goal::SubGoal;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, is_stated};

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL016,
    severity: Severity::Information,
    basis: Basis::PublicPractice,
    requirements: &["R-055"],
    sources: &[
        SourceRef::new(SourceDocument::SOCIALRESPONS, "Giver lyst til (og mulighed for) opfølgning"),
        SourceRef::new(SourceDocument::SMARTE_2023, "Problemformulering (Målbare)"),
    ],
    title: Bilingual::new(
        "et delmål siger, hvor meget eller hvor ofte, eller har en indikator",
        "a sub-goal says how much or how often, or has an indicator",
    ),
    why: Bilingual::new(
        "Ellers kan ingen se, om borgeren har flyttet sig; »tre ud af fem dage« kan følges, »øget selvværd« kan ikke.",
        "Otherwise nobody can see whether the citizen has made progress; “three of five days” can be followed, “more self-esteem” cannot.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvor meget eller hvor ofte, i delmålet eller den ønskede tilstand, eller angiv en indikator.",
        "Write how much or how often in the sub-goal or the wished state, or state an indicator.",
    ),
    example: Bilingual::new(
        "»Peter har øget selvværd«: intet i delmålet viser, hvornår det er nået.",
        "“Peter has more self-esteem”: nothing in the sub-goal shows when it is reached.",
    ),
    implies: &[codes::GOL017],
    ..Rule::DERIVED
};

message! {
    NoAmount {}
    "ordlyden har hverken et tal eller en hyppighed, og der er ingen indikator",
    "the wording has neither a figure nor a frequency, and there is no indicator",
}

/// The words of a closed sub-goal need no longer be corrected.
pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    if is_stated(one.indicator.as_ref()) || one.is_closed(cx.as_of()) {
        return;
    }
    let wordings = [&one.text, &one.wished_state].map(|text| text.as_ref().filter(|text| !text.is_blank()));
    let mut stated = wordings.into_iter().flatten();
    if wordings.iter().all(Option::is_none) {
        cx.not_assessable(at, Bilingual::new("delmålets ordlyd", "wording of the sub-goal"));
    } else if !stated.any(|text| has_amount(text.as_str())) {
        cx.not_met(at, NoAmount {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[
    |one, tape| {
        breaks::open(one);
        (one.indicator, one.text, one.wished_state) = (tape.unsaid(), tape.unsaid(), tape.unsaid());
    },
    |one, tape| {
        breaks::open(one);
        (one.indicator, one.wished_state) = (tape.unsaid(), tape.unsaid());
        one.text = Some((*tape.pick(&["Peter har øget selvværd", "Karl bevarer sin gangfunktion"])).into());
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "text": "Sofie går selv til bageren to gange om ugen senest 30. september 2024"
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "text": "Sofie kommer mere ud",
            "wishedState": "to ture om ugen uden følge"
        }"#,
    ),
    // What is to be kept has no figure of growth; the indicator shows whether it is kept.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "maintain",
            "text": "Karl bevarer sin gangfunktion", "indicator": "gangtest"
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "text": "Peter har øget selvværd", "status": "givenUp"
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "text": "Peter har øget selvværd", "indicator": " ",
            "startingPoint": "to gode dage om ugen"
        }"#,
        &[not_met(
            "",
            "ordlyden har hverken et tal eller en hyppighed, og der er ingen indikator",
            "the wording has neither a figure nor a frequency, and there is no indicator",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "text": "", "wishedState": " " }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: delmålets ordlyd",
            "cannot be assessed; missing: wording of the sub-goal",
        )],
    ),
];
