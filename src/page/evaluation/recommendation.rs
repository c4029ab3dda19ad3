//! Recommendations, and what became of them.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use super::super::sheet::{Detail, Sheet, shown};
use super::standard::{in_order, standard_name};
use super::{STANDARD, marked, rating, said};
use crate::Lang;
use crate::date::{PartialDate, When};
use crate::evaluation::{Evaluation, Recommendation, RecommendationOutcome};
use crate::text::{Bilingual, count, counted};

const LEADS_TO: Bilingual = Bilingual::new("Fører til", "Leads to");
const RESPONSIBLE: Bilingual = Bilingual::new("Ansvarlig", "Responsible");
const BY: Bilingual = Bilingual::new("Frist", "Deadline");
const STATUS: Bilingual = Bilingual::new("Status", "Status");
const TESTED: Bilingual = Bilingual::new("Afprøves i", "Tested in");
const AGAIN: Bilingual = Bilingual::new("Ny overvågning", "New monitoring");
const NOT_YET: Bilingual = Bilingual::new("endnu ikke gennemført", "not yet carried out");
const NONE: Bilingual = Bilingual::new("Ingen anbefalinger er oplyst.", "No recommendations are stated.");

/// Writes the recommendations of an evaluation under a heading.
pub(super) fn tell(
    (evaluation, as_of): (&Evaluation, NaiveDate),
    heading: Bilingual,
    lang: Lang,
    sheet: &mut dyn Sheet,
) -> fmt::Result {
    sheet.section(heading.in_lang(lang))?;
    if evaluation.standards.iter().all(|one| one.recommendations.is_empty()) {
        return sheet.paragraph(NONE.in_lang(lang));
    }
    for (n, standard) in in_order(evaluation) {
        let name = standard_name(evaluation, n, standard, lang);
        for one in &standard.recommendations {
            sheet.item(&said(one.text.as_ref(), lang), &details(one, &name, as_of, lang))?;
        }
    }
    Ok(())
}

fn details(one: &Recommendation, standard: &str, as_of: NaiveDate, lang: Lang) -> Vec<Detail> {
    let mut details = vec![Detail::new(STANDARD, standard, lang)];
    if let Some(step) = one.leads_to {
        details.push(Detail::new(LEADS_TO, rating::step_name(step, lang), lang));
    }
    if let Some(responsible) = shown(one.responsible.as_ref()) {
        details.push(Detail::new(RESPONSIBLE, responsible, lang));
    }
    if let Some(by) = one.by.as_ref().filter(|by| by.is_stated()) {
        details.push(Detail::new(BY, by.in_lang(lang).to_string(), lang));
    }
    if !one.cycles.is_empty() {
        let cycles = match lang {
            Lang::Da => counted(count(one.cycles.len()), "PDSA-cyklus", "PDSA-cyklusser").to_string(),
            Lang::En => counted(count(one.cycles.len()), "PDSA cycle", "PDSA cycles").to_string(),
        };
        details.push(Detail::new(TESTED, cycles, lang));
    }
    details.push(Detail::new(STATUS, status(one.outcome.as_ref(), as_of, lang), lang));
    if let Some(again) = monitored_again(one.monitored_again.as_ref(), one.monitored_on, lang) {
        details.push(Detail::new(AGAIN, again, lang));
    }
    details
}

/// What became of it.
fn status(outcome: Option<&RecommendationOutcome>, as_of: NaiveDate, lang: Lang) -> String {
    let Some(outcome) = outcome else {
        return Bilingual::new("ikke oplyst, om den er gennemført", "not stated whether it was carried out")
            .in_lang(lang)
            .into();
    };
    let label = outcome.label().in_lang(lang);
    match outcome {
        RecommendationOutcome::CarriedOut { on: Some(on) } if on.first_day() > as_of => {
            format!("{} ({})", NOT_YET.in_lang(lang), on.in_lang(lang))
        }
        RecommendationOutcome::CarriedOut { on: Some(on) } => format!("{label} {}", on.in_lang(lang)),
        RecommendationOutcome::CarriedOut { on: None } => {
            format!("{label}, {}", Bilingual::new("dato ikke oplyst", "date not stated").in_lang(lang))
        }
        RecommendationOutcome::NotFollowed { reason } => match marked(reason.as_ref(), lang) {
            Some(reason) => format!("{label}: {reason}"),
            None => label.into(),
        },
    }
}

fn monitored_again(planned: Option<&When>, on: Option<PartialDate>, lang: Lang) -> Option<String> {
    let done = Bilingual::new("gennemført", "carried out").in_lang(lang);
    match (on, planned.filter(|when| when.is_stated())) {
        (Some(on), _) => Some(format!("{done} {}", on.in_lang(lang))),
        (None, Some(planned)) => Some(planned.in_lang(lang).to_string()),
        (None, None) => None,
    }
}
