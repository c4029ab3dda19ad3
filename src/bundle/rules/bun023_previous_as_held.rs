//! The date that an evaluation gives the previous one is the date of that one.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::date::PartialDate;
use crate::evaluation::EvaluationKind;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added, crate::agreement::ServiceRef, crate::evaluation::Evaluation, crate::model::NINE_STANDARDS,
    crate::rule::trial::Breaks, crate::text::Text,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN023,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, evaluations, previousOn")],
    title: Bilingual::new(
        "datoen for den forrige evaluering er den dag, hvor den ifølge pakken blev gennemført",
        "the date of the previous evaluation is the day on which it was held according to the bundle",
    ),
    why: Bilingual::new(
        "Ellers kan læseren ikke se, hvilken evaluering der var den forrige, og om den næste kom i tide.",
        "Otherwise readers cannot see which evaluation was the previous one, and whether the next came in time.",
    ),
    remedy: Bilingual::new(
        "Ret datoen for den forrige evaluering, eller den dato, da evalueringen blev gennemført.",
        "Correct the date of the previous evaluation, or the date on which that evaluation was held.",
    ),
    example: Bilingual::new(
        "Selvevalueringen for 2023 siger, at den forrige var i marts 2021, men pakken har også den fra 2022.",
        "The self-evaluation of 2023 says that the previous one was in March 2021, but the bundle also has the one of 2022.",
    ),
    ..Rule::DERIVED
};

message! {
    Otherwise { previous_on: PartialDate, document: u64, held_on: PartialDate }
    "den forrige evaluering er dateret {previous_on}, men ifølge dokument {document} blev den gennemført {held_on:i}",
    "the previous evaluation is dated {previous_on}, but according to document {document} it was held {held_on:on|in}",
}

/// Another one, which is not in the bundle, may have been held in between. So a date after that of the last one counts
/// only within half of the time that may pass between two of them.
pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    let figures = cx.context().profile().figures();
    let (own, external) = (figures.self_evaluation_months() / 2, figures.external_evaluation_months() / 2);
    let months = |kind| match kind {
        EvaluationKind::SelfEvaluation => Some(own),
        EvaluationKind::External => Some(external),
        EvaluationKind::Monitoring => None,
    };
    for one in crossing.evaluations.apart(months) {
        let (previous_on, document, held_on) = (one.previous_on, crossing::number(one.document), one.held_on);
        crossing.not_met(one.place, one.evaluation, at, cx, Otherwise { previous_on, document, held_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let service = ServiceRef { name: Some(Text::from("Solgården")), ..ServiceRef::new(tape.spare_id(1)) };
    // Before the one of September, or shortly after it.
    let month = *tape.pick(&[3, 10]);
    let mut evaluation = |n, held_on, previous_on| {
        let one = Evaluation {
            title: Some(Text::from("Selvevaluering")),
            service: Some(service.clone()),
            standard_set: Some(NINE_STANDARDS.id),
            held_on,
            previous_on,
            ..Evaluation::new(tape.spare_id(n), EvaluationKind::SelfEvaluation)
        };
        added::document(one, bundle, tape);
    };
    evaluation(2, PartialDate::of_month(2022, 9), None);
    evaluation(3, PartialDate::of_month(2023, 3), PartialDate::of_month(2022, month));
}];

#[cfg(test)]
macro_rules! evaluation {
    ($id:literal, $kind:literal, $rest:literal) => {
        concat!(
            r#"{ "evaluation": { "id": "00000000-0000-4000-8000-0000000000"#,
            $id,
            r#"", "kind": ""#,
            $kind,
            r#"", "service": { "id": "00000000-0000-4000-8000-000000000091" }, "#,
            $rest,
            " } }"
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Dated less exactly, another kind, another set, and one before which there was another that is not in the bundle.
    accepts(bundle_of!(
        "01": evaluation!("11", "external", r#""heldOn": "2015-04-20""#),
        "02": evaluation!("12", "external", r#""heldOn": "2018-04-16", "previousOn": "2015""#),
        "03": evaluation!("13", "selfEvaluation", r#""heldOn": "2019-04""#),
        "04": evaluation!("14", "external", r#""heldOn": "2021-03-16", "previousOn": "2018-04""#),
        "05": evaluation!("15", "external", r#""heldOn": "2027-03-16", "previousOn": "2024-03""#),
        "06": evaluation!(
            "16", "external",
            r#""standardSet": "00000000-0000-4000-8000-000000000092", "heldOn": "2022", "previousOn": "2019""#
        ),
        "07": evaluation!("17", "external", r#""previousOn": "2011""#),
    )),
    // Monitoring of other standards.
    accepts(bundle_of!(
        "01": evaluation!("11", "monitoring", r#""heldOn": "2023-05", "standards": [{ "number": "1.1" }]"#),
        "02": evaluation!(
            "12", "monitoring", r#""heldOn": "2023-11", "previousOn": "2022-11", "standards": [{ "number": "1.4" }]"#
        ),
    )),
    // Another service.
    accepts(bundle_of!(
        "01": evaluation!("11", "external", r#""heldOn": "2018-04""#),
        "02": r#"{ "evaluation": {
            "id": "00000000-0000-4000-8000-000000000012", "kind": "external", "heldOn": "2021-03", "previousOn": "2017",
            "service": { "id": "00000000-0000-4000-8000-000000000099" }
        } }"#,
    )),
    // Before the last one, and shortly after it: 18 months, or 6.
    refuses(
        bundle_of!(
            "01": evaluation!("11", "external", r#""heldOn": "2021-03-16", "previousOn": "2017-04""#),
            "02": evaluation!("12", "external", r#""heldOn": "2018-04-16", "previousOn": "2016-10-20""#),
            "03": evaluation!("13", "external", r#""heldOn": "2015-04-20""#),
            "04": evaluation!("14", "selfEvaluation", r#""heldOn": "2022-02""#),
            "05": evaluation!("15", "selfEvaluation", r#""heldOn": "2023-02", "previousOn": "2022-08""#),
            "06": evaluation!("16", "selfEvaluation", r#""heldOn": "2024-01", "previousOn": "2023-09""#),
        ),
        &[
            not_met(
                "/documents/0/content/evaluation/previousOn",
                "den forrige evaluering er dateret april 2017, men ifølge dokument 2 blev den gennemført 16. april 2018",
                "the previous evaluation is dated April 2017, but according to document 2 it was held on 16 April 2018",
            ),
            not_met(
                "/documents/1/content/evaluation/previousOn",
                "den forrige evaluering er dateret 20. oktober 2016, men ifølge dokument 3 blev den gennemført 20. april 2015",
                "the previous evaluation is dated 20 October 2016, but according to document 3 it was held on 20 April 2015",
            ),
        ],
    ),
    // The last of those before counts, in a month that may have begun before another; the same evaluation says so again.
    refuses(
        bundle_of!(
            "01": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000011", "kind": "selfEvaluation", "heldOn": "2023-03",
                "service": { "id": "00000000-0000-4000-8000-000000000091" }
            } }"#,
            "02": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000012", "kind": "selfEvaluation", "heldOn": "2023-03-20",
                "service": { "id": "00000000-0000-4000-8000-000000000091" }
            } }"#,
            "03": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000013", "kind": "selfEvaluation", "heldOn": "2024-03",
                "previousOn": "2023-03-10", "service": { "id": "00000000-0000-4000-8000-000000000091" }
            } }"#,
            "04": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000013", "kind": "selfEvaluation", "heldOn": "2024-03",
                "previousOn": "2023-01", "service": { "id": "00000000-0000-4000-8000-000000000091" }
            } }"#,
        ),
        &[
            not_met(
                "/documents/2/content/evaluation/previousOn",
                "den forrige evaluering er dateret 10. marts 2023, men ifølge dokument 2 blev den gennemført 20. marts 2023",
                "the previous evaluation is dated 10 March 2023, but according to document 2 it was held on 20 March 2023",
            ),
            not_met(
                "/documents/3/content/evaluation/previousOn",
                "den forrige evaluering er dateret januar 2023, men ifølge dokument 2 blev den gennemført 20. marts 2023",
                "the previous evaluation is dated January 2023, but according to document 2 it was held on 20 March 2023",
            ),
        ],
    ),
    // Half of the time counts from the end of the month.
    refuses(
        bundle_of!(
            "01": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000011", "kind": "selfEvaluation", "heldOn": "2023-01",
                "service": { "id": "00000000-0000-4000-8000-000000000091" }
            } }"#,
            "02": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000013", "kind": "selfEvaluation", "heldOn": "2024-03",
                "previousOn": "2023-07-20", "service": { "id": "00000000-0000-4000-8000-000000000091" }
            } }"#,
        ),
        &[not_met(
            "/documents/1/content/evaluation/previousOn",
            "den forrige evaluering er dateret 20. juli 2023, men ifølge dokument 1 blev den gennemført i januar 2023",
            "the previous evaluation is dated 20 July 2023, but according to document 1 it was held in January 2023",
        )],
    ),
];
