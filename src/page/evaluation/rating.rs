//! Ratings in words.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::super::sheet::{Detail, NOT_STATED};
use super::super::title::capital;
use super::marked;
use crate::Lang;
use crate::evaluation::{EvaluatedStandard, Evaluation, Rating, StepRating};
use crate::model::QualityStep;
use crate::text::{Bilingual, enumerated};

pub(super) const RATING: Bilingual = Bilingual::new("Vurdering", "Rating");
const PROPOSED: Bilingual = Bilingual::new("Indstillet", "Proposed");
const METHOD: Bilingual = Bilingual::new("Metode", "Method");
const STEPS: Bilingual = Bilingual::new("Trin", "Steps");

/// The rating of a standard, what was proposed and how each step was rated.
pub(super) fn details(evaluation: &Evaluation, standard: &EvaluatedStandard, lang: Lang) -> Vec<Detail> {
    let mut details = Vec::new();
    if let Some(method) = standard.method {
        details.push(Detail::new(METHOD, method.label().in_lang(lang), lang));
    }
    if let Some(proposed) = standard.proposed {
        details.push(Detail::new(PROPOSED, in_words(evaluation, Some(proposed), lang), lang));
    }
    details.push(Detail::new(RATING, in_words(evaluation, standard.rating, lang), lang));
    let values = steps(evaluation, standard, lang);
    if !values.is_empty() {
        details.push(Detail { label: STEPS.in_lang(lang), values });
    }
    details
}

/// Each step with its rating; in one line if no rating is stated.
fn steps(evaluation: &Evaluation, standard: &EvaluatedStandard, lang: Lang) -> Vec<String> {
    let listed =
        QualityStep::ALL.iter().filter_map(|step| standard.steps.iter().find(|one| one.step == *step));
    let listed: Vec<_> = listed.collect();
    if listed.iter().all(|one| one.rating.is_none()) {
        let numbers: Vec<String> = listed.iter().map(|one| one.step.number().to_string()).collect();
        let numbers = enumerated(&numbers, lang);
        let said = match lang {
            Lang::Da => format!("{numbers} er med; vurderingen er ikke oplyst"),
            Lang::En => format!("{numbers} are listed; no rating is stated"),
        };
        return if listed.is_empty() { Vec::new() } else { Vec::from([said]) };
    }
    let in_words = |one: &&StepRating| {
        format!("{}: {}", step_name(one.step, lang), in_words(evaluation, one.rating, lang))
    };
    listed.iter().map(in_words).collect()
}

/// A rating: the label of the scale, or the place on it, or why there is none.
pub(super) fn in_words(evaluation: &Evaluation, rating: Option<Rating>, lang: Lang) -> String {
    let Some(rating) = rating else { return NOT_STATED.in_lang(lang).into() };
    let Some(step) = rating.on_scale() else { return rating.label().in_lang(lang).into() };
    match evaluation.position(step) {
        Some(n) => on_scale(evaluation, n, lang),
        None => Bilingual::new("et trin, der ikke er på skalaen", "a step that is not on the scale")
            .in_lang(lang)
            .into(),
    }
}

/// What a position on the scale is called.
fn on_scale(evaluation: &Evaluation, position: usize, lang: Lang) -> String {
    let label = evaluation.scale.get(position).and_then(|step| marked(step.label.as_ref(), lang));
    label.unwrap_or_else(|| {
        let (n, of) = (position.saturating_add(1), evaluation.scale.len());
        match lang {
            Lang::Da => format!("{n} af {of} på skalaen"),
            Lang::En => format!("{n} of {of} on the scale"),
        }
    })
}

/// The scale from its lowest step, and how steps are combined. Returns `None` if neither is stated.
pub(super) fn scale(evaluation: &Evaluation, lang: Lang) -> Option<String> {
    let steps: Vec<_> = (0..evaluation.scale.len()).map(|n| on_scale(evaluation, n, lang)).collect();
    let scale = (!steps.is_empty()).then(|| match lang {
        Lang::Da => format!("Skala, laveste trin først: {}.", steps.join(", ")),
        Lang::En => format!("Scale, lowest step first: {}.", steps.join(", ")),
    });
    let combination = evaluation.combination.map(|combination| match lang {
        Lang::Da => format!("Trinnene sammenfattes sådan: {}.", combination.label().da),
        Lang::En => format!("The steps are combined by: {}.", combination.label().en),
    });
    let said: Vec<_> = [scale, combination].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// The number and the name of a quality step.
pub(super) fn step_name(step: QualityStep, lang: Lang) -> String {
    let number = step.number();
    let name = step.label().in_lang(lang);
    match lang {
        Lang::Da => capital(&format!("trin {number}, {name}")),
        Lang::En => capital(&format!("step {number}, {name}")),
    }
}
