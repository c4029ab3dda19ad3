//! A research project passes its gate in order: found ready, sent to the committee, assessed, put out to tender.

use crate::agreement::ResearchProject;
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR063,
    sources: &[SourceRef::agreement("1.13.1")],
    title: Bilingual::new(
        "et forskningsprojekt er skønnet klar, før det sendes til bedømmelse, og bedømt, før det udbydes",
        "a research project is judged to be ready before it is sent for assessment, and assessed before it is put out to tender",
    ),
    why: Bilingual::new(
        "Bedømmelsesudvalget skal have projekter, hvis indhold og form er præciseret.",
        "The assessment committee is to have projects whose content and form are clear.",
    ),
    remedy: Bilingual::new(
        "Ret datoerne, eller vent med det næste trin.",
        "Correct the dates, or postpone the next step.",
    ),
    example: Bilingual::new(
        "Et projekt udbydes i marts, men er først bedømt i maj.",
        "A project is put out to tender in March, but is not assessed until May.",
    ),
    ..Rule::DERIVED
};

message! {
    OutOfOrder { later: Bilingual, on: PartialDate, earlier: Bilingual, after: PartialDate }
    "projektet er {later} {on:i}, før det er {earlier} ({after})",
    "the project was {later} ({on}) before it was {earlier} ({after})",
}

const READY: Bilingual = Bilingual::new("skønnet klar", "found ready");
const SENT: Bilingual = Bilingual::new("sendt til bedømmelse", "sent to assessment");
const ASSESSED: Bilingual = Bilingual::new("bedømt", "assessed");
const TENDERED: Bilingual = Bilingual::new("udbudt", "put out to tender");

pub(super) fn check(project: &ResearchProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let ResearchProject { ready_on, sent_on, assessed_on, tendered_on, .. } = *project;
    let steps = [(READY, ready_on), (SENT, sent_on), (ASSESSED, assessed_on), (TENDERED, tendered_on)];
    // Each step after the one before it that has a date.
    let mut before = None;
    for (later, on) in steps.into_iter().filter_map(|(step, on)| Some((step, on?))) {
        if let Some((earlier, after)) = before.replace((later, on))
            && on.last_day() < PartialDate::first_day(after)
        {
            cx.not_met(at, OutOfOrder { later, on, earlier, after });
        }
    }
    // A step is missing only if a later one was taken.
    let (assessed, sent) = (tendered_on.is_some(), assessed_on.is_some() || tendered_on.is_some());
    let ready = sent || sent_on.is_some();
    let parts = [
        (
            !ready || ready_on.is_some(),
            Bilingual::new("hvornår det er skønnet klar", "when it was found ready"),
        ),
        (
            !sent || sent_on.is_some(),
            Bilingual::new("hvornår det er sendt til bedømmelse", "when it was sent to assessment"),
        ),
        (!assessed || assessed_on.is_some(), Bilingual::new("hvornår det er bedømt", "when it was assessed")),
    ];
    cx.all_stated(at, parts);
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ResearchProject> = &[
    |project, _| {
        project.ready_on = PartialDate::of_year(2024);
        (project.sent_on, project.assessed_on, project.tendered_on) =
            (PartialDate::of_year(2023), None, None);
    },
    |project, _| {
        (project.ready_on, project.sent_on) = (None, PartialDate::of_year(2024));
        (project.assessed_on, project.tendered_on) = (None, None);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r"{}"),
    accepts(
        r#"{ "readyOn": "2024-03", "sentOn": "2024-03-01", "assessedOn": "2024-05", "tenderedOn": "2024-05-01" }"#,
    ),
    accepts(r#"{ "title": "fælles tema", "readyOn": "2024-03" }"#),
    refuses(
        r#"{ "readyOn": "2024-03", "sentOn": "2024-02-29", "assessedOn": "2024-05-02", "tenderedOn": "2024-05-01" }"#,
        &[
            not_met(
                "",
                "projektet er sendt til bedømmelse 29. februar 2024, før det er skønnet klar (marts 2024)",
                "the project was sent to assessment (29 February 2024) before it was found ready (March 2024)",
            ),
            not_met(
                "",
                "projektet er udbudt 1. maj 2024, før det er bedømt (2. maj 2024)",
                "the project was put out to tender (1 May 2024) before it was assessed (2 May 2024)",
            ),
        ],
    ),
    // The steps between them have no date.
    refuses(
        r#"{ "readyOn": "2024-03", "sentOn": "2024-06", "tenderedOn": "2024-05" }"#,
        &[
            not_met(
                "",
                "projektet er udbudt i maj 2024, før det er sendt til bedømmelse (juni 2024)",
                "the project was put out to tender (May 2024) before it was sent to assessment (June 2024)",
            ),
            not_assessable(
                "",
                "kan ikke vurderes; mangler: hvornår det er bedømt",
                "cannot be assessed; missing: when it was assessed",
            ),
        ],
    ),
    refuses(
        r#"{ "sentOn": "2024-02", "tenderedOn": "2024-05" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvornår det er skønnet klar, hvornår det er bedømt",
            "cannot be assessed; missing: when it was found ready, when it was assessed",
        )],
    ),
    // The month of the assessment may be after the day on which it was sent.
    accepts(r#"{ "readyOn": "2024-01-01", "sentOn": "2024-01-15", "assessedOn": "2024-01" }"#),
    // Only sent.
    refuses(
        r#"{ "sentOn": "2024-01-15" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvornår det er skønnet klar",
            "cannot be assessed; missing: when it was found ready",
        )],
    ),
    // Only assessed.
    refuses(
        r#"{ "assessedOn": "2024-01-15" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvornår det er skønnet klar, hvornår det er sendt til bedømmelse",
            "cannot be assessed; missing: when it was found ready, when it was sent to assessment",
        )],
    ),
    // Only put out to tender.
    refuses(
        r#"{ "tenderedOn": "2024-01-15" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvornår det er skønnet klar, hvornår det er sendt til bedømmelse, hvornår det er bedømt",
            "cannot be assessed; missing: when it was found ready, when it was sent to assessment, when it was assessed",
        )],
    ),
];
