//! A project with learning circles does not end before it begins.

use crate::circle::CircleProject;
use crate::codes;
use crate::date::{self, PartialDate};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR006,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &[],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "circleProject, startsOn; endsOn")],
    title: Bilingual::new(
        "et projekt med læringscirkler slutter ikke, før det begynder",
        "a project with learning circles does not end before it begins",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og ingen ved, hvornår cirklerne mødes.",
        "The document contradicts itself, and nobody knows when the circles meet.",
    ),
    remedy: Bilingual::new("Ret den ene af datoerne.", "Correct one of the dates."),
    example: Bilingual::new(
        "Projektet begynder i maj 2021 og slutter i juni 2020.",
        "The project begins in May 2021 and ends in June 2020.",
    ),
    ..Rule::DERIVED
};

message! {
    EndsFirst { ends_on: PartialDate, starts_on: PartialDate }
    "projektet slutter {ends_on:i}, altså før det begynder {starts_on:i}",
    "the project ends {ends_on:on|in}, before it begins {starts_on:on|in}",
}

/// Returns when the project begins and ends, if the end is before the beginning for certain.
pub(super) fn backwards(project: &CircleProject) -> Option<(PartialDate, PartialDate)> {
    date::backwards(project.starts_on, project.ends_on)
}

pub(super) fn check(project: &CircleProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some((starts_on, ends_on)) = backwards(project) {
        cx.not_met(&at.key("endsOn"), EndsFirst { ends_on, starts_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CircleProject> = &[|project, _| {
    (project.starts_on, project.ends_on) = (PartialDate::of_year(2022), PartialDate::of_year(2021));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2021-05-31", "endsOn": "2021-05" }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2021-06-01", "endsOn": "2021-05" }"#,
        &[not_met(
            "/endsOn",
            "projektet slutter i maj 2021, altså før det begynder 1. juni 2021",
            "the project ends in May 2021, before it begins on 1 June 2021",
        )],
    ),
];
