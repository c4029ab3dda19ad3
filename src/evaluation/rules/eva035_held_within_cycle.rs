//! An evaluation was held within the cycle of its kind.

use super::eva015_within_cycle::{is_over, months_between};
use crate::codes;
use crate::date::PartialDate;
use crate::evaluation::Evaluation;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::{by_itself, external};
#[cfg(test)]
use crate::report::{Figures, Profile};
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{evaluation::EvaluationKind, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA035,
    severity: Severity::Information,
    basis: Basis::PublicPractice,
    sources: &[
        SourceRef::new(SourceDocument::EXTERNAL_EVALUATION, "hvert tredje år"),
        SourceRef::new(
            SourceDocument::STANDARDS_SJAELLAND,
            "selvevaluering: foretages af det enkelte botilbud årligt",
        ),
    ],
    title: Bilingual::new(
        "en evaluering er holdt inden for det antal måneder, der højst må gå siden den forrige",
        "an evaluation was held within the months allowed since the previous one",
    ),
    why: Bilingual::new(
        "I mellemtiden vidste ingen, om arbejdet med standarderne var godt nok. Antallet af måneder står i profilen; ikke alle regioner har samme rytme. Der tælles i hele måneder: først når der er gået en måned mere, melder reglen det.",
        "In the meantime nobody knew whether the work with the standards was still good enough. The number of months is in the profile; not all regions have the same cycle. Whole months are counted: the rule reports it only when one month more has passed.",
    ),
    remedy: Bilingual::new(
        "Ret datoen eller antallet af måneder i profilen, hvis de er forkerte. Ellers er der intet at rette: evalueringen er holdt.",
        "Correct the date, or the number of months in the profile, if they are wrong. Otherwise there is nothing to correct: the evaluation was held.",
    ),
    example: Bilingual::new(
        "Den eksterne evaluering blev udsat og holdt i juni 2021; den forrige var i juni 2017.",
        "The external evaluation was postponed and held in June 2021; the previous one was in June 2017.",
    ),
    ..Rule::DERIVED
};

message! {
    HeldLate { on: PartialDate, previous_on: PartialDate, months: u64 }
    "evalueringen er holdt {on:i}, mere end {months:måned|måneder} efter den forrige, {previous_on}",
    "the evaluation was held {on:on|in}, more than {months:month|months} after the previous one, {previous_on}",
}

/// A date that is still to come is for EVA015.
pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(months) = months_between(evaluation.kind, cx) else { return };
    let held_on = evaluation.held_on.filter(|on| on.first_day() <= cx.as_of());
    if let Some((on, previous_on)) = held_on.zip(evaluation.previous_on)
        && is_over(on.first_day(), previous_on, months)
    {
        cx.not_met(&at.key("heldOn"), HeldLate { on, previous_on, months: u64::from(months) });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, _| {
        by_itself(evaluation, EvaluationKind::SelfEvaluation);
        evaluation.previous_on = PartialDate::of_year(2021);
    },
    |evaluation, _| {
        external(evaluation);
        evaluation.previous_on = PartialDate::of_year(2017);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2023" }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "monitoring", "heldOn": "2023", "previousOn": "1999" }"#,
    ),
    // A day over, a month of which a day may be in time, and a date that is still to come.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2023-11-07", "previousOn": "2020-10-08" }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2023-12-29", "previousOn": "2022-11" }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2024-01-16", "previousOn": "2022-11" }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "plannedOn": "2024-01-10", "previousOn": "2022-11" }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2024-01-15", "previousOn": "2022-11" }"#,
    )
    .under(two_years),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2023-11-08", "previousOn": "2020-10-08" }"#,
        &[not_met(
            "/heldOn",
            "evalueringen er holdt 8. november 2023, mere end 36 måneder efter den forrige, 8. oktober 2020",
            "the evaluation was held on 8 November 2023, more than 36 months after the previous one, 8 October 2020",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2024-01", "previousOn": "2022-11" }"#,
        &[not_met(
            "/heldOn",
            "evalueringen er holdt i januar 2024, mere end 12 måneder efter den forrige, november 2022",
            "the evaluation was held in January 2024, more than 12 months after the previous one, November 2022",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2024-01-15", "previousOn": "2022-11" }"#,
        &[not_met(
            "/heldOn",
            "evalueringen er holdt 15. januar 2024, mere end 12 måneder efter den forrige, november 2022",
            "the evaluation was held on 15 January 2024, more than 12 months after the previous one, November 2022",
        )],
    ),
];

#[cfg(test)]
fn two_years() -> Profile {
    Profile::named("two years").with_figures(Figures { self_evaluation_months: Some(24), ..Figures::GENERAL })
}
