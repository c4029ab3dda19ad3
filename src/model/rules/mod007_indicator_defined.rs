//! An indicator has wording, numerator, denominator, direction and data source.

use crate::codes;
use crate::model::{Denominator, Indicator};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef};
use crate::text::{Bilingual, is_stated};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD007,
    requirements: &["R-075", "R-173"],
    sources: &[
        SourceRef::quality_model("Faglige arbejdsgrupper"),
        SourceRef::agreement("1.3.1"),
        SourceRef::agreement("1.8.5"),
    ],
    title: Bilingual::new(
        "en indikator har ordlyd, tæller, nævner, retning og datakilde",
        "an indicator has wording, numerator, denominator, direction and data source",
    ),
    why: Bilingual::new(
        "Ellers tæller hvert tilbud på sin måde, og tallene kan ikke sammenlignes.",
        "Otherwise each service counts in its own way, and the figures cannot be compared.",
    ),
    remedy: Bilingual::new("Tilføj de dele, der ikke er oplyst.", "Add the parts that are not stated."),
    example: Bilingual::new(
        "Publikationen fra 2007 fastsætter 12 indikatorer; ordlyden formuleres senere af sekretariatet.",
        "The publication of 2007 decides on 12 indicators; their wording comes later, from the secretariat.",
    ),
    ..Rule::DERIVED
};

pub(super) fn check(indicator: &Indicator, at: &Path<'_>, cx: &mut Checker<'_>) {
    let denominator = indicator.denominator.as_ref();
    cx.all_stated(
        at,
        [
            (is_stated(indicator.statement.as_ref()), Bilingual::new("ordlyd", "wording")),
            (is_stated(indicator.numerator.as_ref()), Bilingual::new("tæller", "numerator")),
            (denominator.is_some_and(Denominator::is_stated), Bilingual::new("nævner", "denominator")),
            (indicator.direction.is_some(), Bilingual::new("retning", "direction")),
            (is_stated(indicator.data_source.as_ref()), Bilingual::new("datakilde", "data source")),
        ],
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Indicator> = &[
    |indicator, tape| indicator.statement = tape.unsaid(),
    |indicator, tape| indicator.numerator = tape.unsaid(),
    |indicator, tape| indicator.denominator = tape.unsaid().map(|text| Denominator::Of { text }),
    |indicator, _| indicator.direction = None,
    |indicator, tape| indicator.data_source = tape.unsaid(),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "statement": "mål er SMARTE",
            "numerator": "mål, der er SMARTE", "denominator": { "of": { "text": "alle mål" } },
            "direction": "atLeast", "dataSource": "kvalitetsovervågning"
        }"#,
    ),
    // That there is no denominator is stated, not missing.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "statement": "fald",
            "numerator": "antallet af fald", "denominator": "none", "direction": "atMost",
            "dataSource": "journal"
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: ordlyd, tæller, nævner, retning, datakilde",
            "cannot be assessed; missing: wording, numerator, denominator, direction, data source",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "statement": " ", "numerator": "",
            "denominator": { "of": { "text": " " } }, "direction": "atLeast", "dataSource": "\t"
        }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: ordlyd, tæller, nævner, datakilde",
            "cannot be assessed; missing: wording, numerator, denominator, data source",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "statement": "fald",
            "numerator": "antallet af fald", "denominator": "none", "dataSource": "journal"
        }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: retning",
            "cannot be assessed; missing: direction",
        )],
    ),
];
