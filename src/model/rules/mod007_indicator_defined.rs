//! An indicator has wording, direction and data source, and a share has numerator and denominator.

use crate::codes;
use crate::model::{Denominator, Indicator};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef};
use crate::text::{Bilingual, is_stated};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, refuses, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD007,
    basis: Basis::PublicPractice,
    requirements: &["R-075", "R-173"],
    sources: &[
        SourceRef::new(SourceDocument::RKKP_MEASURES, "4.2.1"),
        SourceRef::quality_model("Faglige arbejdsgrupper"),
        SourceRef::agreement("1.3.1"),
        SourceRef::agreement("1.8.5"),
    ],
    title: Bilingual::new(
        "en indikator har ordlyd, retning og datakilde, og en andel har tæller og nævner",
        "an indicator has a wording, a direction and a data source, and a share has a numerator and a denominator",
    ),
    why: Bilingual::new(
        "Ellers tæller hvert tilbud på sin egen måde, og tallene kan ikke sammenlignes.",
        "Otherwise each service counts in its own way, and the figures cannot be compared.",
    ),
    remedy: Bilingual::new(
        "Tilføj det, der mangler; for et antal er det nok at angive, at der ingen nævner er.",
        "Add what is missing; for a count it is enough to state that there is no denominator.",
    ),
    example: Bilingual::new(
        "Publikationen fra 2007 fastlægger, at der er 12 indikatorer, men ikke, hvilke det er: kan ikke vurderes.",
        "The publication of 2007 decides that there are 12 indicators, but not which: cannot be assessed.",
    ),
    ..Rule::DERIVED
};

pub(super) fn check(indicator: &Indicator, at: &Path<'_>, cx: &mut Checker<'_>) {
    let denominator = indicator.denominator.as_ref();
    let is_share = denominator.is_some_and(Denominator::is_share);
    let kind =
        Bilingual::new("nævner (eller at den ikke er en andel)", "denominator (or that it is not a share)");
    cx.all_stated(
        at,
        [
            (is_stated(indicator.statement.as_ref()), Bilingual::new("ordlyd", "wording")),
            (denominator.is_some(), kind),
            (!is_share || is_stated(indicator.numerator.as_ref()), Bilingual::new("tæller", "numerator")),
            (denominator.is_none_or(Denominator::is_stated), Bilingual::new("nævner", "denominator")),
            (indicator.direction.is_some(), Bilingual::new("retning", "direction")),
            (is_stated(indicator.data_source.as_ref()), Bilingual::new("datakilde", "data source")),
        ],
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Indicator> = &[
    |indicator, tape| indicator.statement = tape.unsaid(),
    |indicator, _| indicator.denominator = None,
    |indicator, tape| {
        indicator.denominator = Some(Denominator::Of { text: tape.said() });
        indicator.numerator = tape.unsaid();
    },
    |indicator, _| {
        indicator.numerator = Some("tæller".into());
        indicator.denominator = Some(Denominator::Of { text: " ".into() });
    },
    |indicator, _| indicator.direction = None,
    |indicator, tape| indicator.data_source = tape.unsaid(),
];

#[cfg(test)]
const INDICATOR: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "statement": "mål er SMARTE",
    "numerator": "mål, der er SMARTE", "denominator": { "of": { "text": "alle mål" } },
    "direction": "atLeast", "dataSource": "kvalitetsovervågning"
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(INDICATOR),
    // The inspectorate's orders are counted: there is nothing that they are a share of, and the wording says what
    // is counted.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "statement": "antallet af påbud fra Arbejdstilsynet",
            "denominator": "none", "direction": "atMost", "dataSource": "Arbejdstilsynet"
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
            "kan ikke vurderes; mangler: ordlyd, nævner (eller at den ikke er en andel), retning, datakilde",
            "cannot be assessed; missing: wording, denominator (or that it is not a share), direction, data source",
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
    // A numerator alone does not say of what it is a share, or whether it is one.
    refuses_with(
        INDICATOR,
        r#"{ "/denominator": null }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: nævner (eller at den ikke er en andel)",
            "cannot be assessed; missing: denominator (or that it is not a share)",
        )],
    ),
    refuses_with(
        INDICATOR,
        r#"{ "/numerator": null }"#,
        &[not_assessable("", "kan ikke vurderes; mangler: tæller", "cannot be assessed; missing: numerator")],
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
