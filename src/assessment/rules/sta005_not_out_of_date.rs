//! A state assessment is renewed in time.

use chrono::NaiveDate;

use crate::assessment::StateAssessment;
use crate::codes;
use crate::date::{PartialDate, add_months};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::{
    report::{Figures, Profile},
    rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses},
};

pub(super) static RULE: Rule = Rule {
    code: codes::STA005,
    requirements: &["S-018"],
    sources: &[SourceRef::agreement("1.1"), SourceRef::agreement("1.5")],
    title: Bilingual::new(
        "en tilstandsvurdering er ikke ældre, end det er aftalt",
        "a state assessment is not older than agreed",
    ),
    why: Bilingual::new(
        "Målene skal forholde sig til tilbuddets aktuelle tilstand på området.",
        "The goals are to relate to the present state of the service in the area.",
    ),
    remedy: Bilingual::new(
        "Foretag en ny tilstandsvurdering, eller aftal en senere dato.",
        "Renew the state assessment, or agree a later date.",
    ),
    example: Bilingual::new(
        "Vurderingen er fra foråret 2023 og skulle være fornyet i 2024.",
        "The assessment is from the spring of 2023 and was to be renewed in 2024.",
    ),
    requires: &[codes::STA007],
    ..Rule::DERIVED
};

message! {
    NotRenewed { renew_by: PartialDate }
    "tilstandsvurderingen skulle være fornyet senest {renew_by}",
    "the state assessment was to be renewed by {renew_by}",
}

message! {
    NotRenewedIn { renew_by: PartialDate }
    "tilstandsvurderingen skulle være fornyet inden udgangen af {renew_by}",
    "the state assessment was to be renewed by the end of {renew_by}",
}

message! {
    TooOld { until: NaiveDate, months: u64 }
    "tilstandsvurderingen må højst være {months:måned|måneder} gammel og gjaldt til {until}",
    "the state assessment may be at most {months:month|months} old and was valid until {until}",
}

const DAY: Bilingual =
    Bilingual::new("hvornår tilstandsvurderingen er lavet", "when the state assessment was made");

pub(super) fn check(assessment: &StateAssessment, at: &Path<'_>, cx: &mut Checker<'_>) {
    let as_of = cx.as_of();
    if let Some(renew_by) = assessment.renew_by {
        if assessment.on.is_some_and(|on| renew_by.ends_before(on)) {
            cx.depends_on(at, codes::STA007);
        } else if renew_by.last_day() < as_of {
            if renew_by.first_day() == renew_by.last_day() {
                cx.not_met(at, NotRenewed { renew_by });
            } else {
                cx.not_met(at, NotRenewedIn { renew_by });
            }
        }
        return;
    }
    let Some(months) = cx.context().profile().figures().state_assessment_months else { return };
    let Some(on) = assessment.on else {
        return cx.not_assessable(at, DAY);
    };
    if let Some(until) = add_months(on.last_day(), months).filter(|until| *until < as_of) {
        cx.not_met(at, TooOld { until, months: months.into() });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StateAssessment> = &[|assessment, tape| {
    assessment.on = PartialDate::of_year(2022);
    assessment.renew_by = PartialDate::of_year(*tape.pick(&[2023, 2022]));
}];

#[cfg(test)]
fn a_year() -> Profile {
    Profile::named("a year").with_figures(Figures { state_assessment_months: Some(12), ..Figures::GENERAL })
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // No limit is agreed.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "on": "1999" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "renewBy": "2024-01-15" }"#),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "renewBy": "2024-01-14" }"#,
        &[not_met(
            "",
            "tilstandsvurderingen skulle være fornyet senest 14. januar 2024",
            "the state assessment was to be renewed by 14 January 2024",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "on": "2023-03", "renewBy": "2023" }"#,
        &[not_met(
            "",
            "tilstandsvurderingen skulle være fornyet inden udgangen af 2023",
            "the state assessment was to be renewed by the end of 2023",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "on": "2024-01", "renewBy": "2023" }"#,
        &[not_evaluated("", "STA007")],
    ),
    // The limit of the profile: the last day, and the first that is too late. What the document says comes first.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "on": "2023-01-15" }"#).under(a_year),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "on": "2023" }"#).under(a_year),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "on": "2020", "renewBy": "2025" }"#)
        .under(a_year),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "on": "2023-01-14" }"#,
        &[not_met(
            "",
            "tilstandsvurderingen må højst være 12 måneder gammel og gjaldt til 14. januar 2024",
            "the state assessment may be at most 12 months old and was valid until 14 January 2024",
        )],
    )
    .under(a_year),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvornår tilstandsvurderingen er lavet",
            "cannot be assessed; missing: when the state assessment was made",
        )],
    )
    .under(a_year),
    // It can still be renewed in this month.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "on": "2023-01-01", "renewBy": "2024-01" }"#),
];
