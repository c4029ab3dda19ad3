//! A reworded indicator has a wording.

use crate::codes;
use crate::model::{SetChange, Tailoring};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::{Bilingual, is_stated};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::additions::put_change, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD027,
    requirements: &["R-173"],
    sources: &[SourceRef::quality_model("Faglige arbejdsgrupper")],
    title: Bilingual::new(
        "en indikator, der får ny ordlyd, har en ordlyd",
        "an indicator that is reworded has a wording",
    ),
    why: Bilingual::new(
        "Ellers mister indikatoren sin ordlyd, og hvert tilbud tæller på sin egen måde.",
        "Otherwise the indicator loses its wording, and each service counts in its own way.",
    ),
    remedy: Bilingual::new(
        "Skriv den nye ordlyd, eller fjern ændringen.",
        "State the new wording, or remove the change.",
    ),
    example: Bilingual::new(
        "Ændringen siger, at indikatoren får ny ordlyd, men feltet er tomt.",
        "The change says that the indicator is reworded, but the field is blank.",
    ),
    ..Rule::DERIVED
};

message! {
    NoWording {}
    "indikatoren får ny ordlyd, men den nye ordlyd er ikke oplyst",
    "the indicator gets a new wording, but the new wording is not stated",
}

pub(super) fn check(tailoring: &Tailoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("changes");
    for (n, one) in tailoring.changes.iter().enumerate() {
        if let SetChange::RewordIndicator { statement, .. } = &one.change
            && !is_stated(statement.as_ref())
        {
            let at = list.index(n);
            cx.not_met(&at.key("change"), NoWording {});
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Tailoring> = &[|tailoring, tape| {
    tailoring.base = tape.spare_id(2);
    let (indicator, statement) = (tape.spare_id(1), tape.unsaid());
    put_change(tailoring, SetChange::RewordIndicator { indicator, statement }, tape);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [{ "change": { "rewordIndicator": {
                "indicator": "6b76616c-6974-8000-8000-000100030101", "statement": "Andel af borgere med en plan"
            } } }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [
                { "change": { "rewordIndicator": {
                    "indicator": "6b76616c-6974-8000-8000-000100030101", "statement": "  "
                } } },
                { "change": { "rewordIndicator": { "indicator": "6b76616c-6974-8000-8000-000100030102" } } }
            ]
        }"#,
        &[
            not_met(
                "/changes/0/change",
                "indikatoren får ny ordlyd, men den nye ordlyd er ikke oplyst",
                "the indicator gets a new wording, but the new wording is not stated",
            ),
            not_met(
                "/changes/1/change",
                "indikatoren får ny ordlyd, men den nye ordlyd er ikke oplyst",
                "the indicator gets a new wording, but the new wording is not stated",
            ),
        ],
    ),
];
