//! Who evaluates.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::super::sheet::{Detail, NOT_STATED, Sheet, shown};
use super::super::title::capital;
use super::date;
use crate::Lang;
use crate::evaluation::{Evaluation, Evaluator, EvaluatorRole};
use crate::text::{Bilingual, enumerated};

const WHO: Bilingual = Bilingual::new("Hvem der evaluerer", "Who evaluates");
const FROM: Bilingual = Bilingual::new("Kommer fra", "From");
const BACKGROUND: Bilingual = Bilingual::new("Baggrund", "Background");
const TRAINED: Bilingual = Bilingual::new("Uddannet", "Trained");
const CONFIDENTIAL: Bilingual = Bilingual::new("Tavshedspligt", "Confidentiality");
const EVIDENCE: Bilingual = Bilingual::new("Vurderingerne bygger på", "The ratings rest on");
const ROLE: Bilingual = Bilingual::new("evaluator, rolle ikke oplyst", "evaluator, role not stated");

/// Writes who evaluates, learns and observes, and what the ratings rest on.
pub(super) fn tell(evaluation: &Evaluation, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
    if evaluation.evaluators.is_empty() && evaluation.evidence.is_empty() {
        return Ok(());
    }
    sheet.section(WHO.in_lang(lang))?;
    for one in &evaluation.evaluators {
        let role = one.role.map_or(ROLE, EvaluatorRole::label);
        sheet.item(&capital(role.in_lang(lang)), &details(one, lang))?;
    }
    let evidence = evaluation.evidence.iter().map(|one| String::from(one.label().in_lang(lang)));
    let evidence: Vec<_> = evidence.collect();
    if evidence.is_empty() {
        return Ok(());
    }
    let label = EVIDENCE.in_lang(lang);
    sheet.paragraph(&format!("{label}: {}.", enumerated(&evidence, lang)))
}

fn details(one: &Evaluator, lang: Lang) -> Vec<Detail> {
    let operator = one.operator.as_ref().and_then(|operator| operator.name.as_ref());
    let from = shown(operator.or(one.organisation.as_ref()));
    let from = from.unwrap_or_else(|| NOT_STATED.in_lang(lang)).trim();
    let mut details = Vec::from([Detail::new(FROM, from, lang)]);
    if let Some(background) = one.background {
        details.push(Detail::new(BACKGROUND, background.label().in_lang(lang), lang));
    }
    if one.trained_on.is_some() {
        details.push(Detail::new(TRAINED, date(one.trained_on, lang), lang));
    }
    if let Some(confidential) = one.confidential {
        let said = if confidential { Bilingual::new("ja", "yes") } else { Bilingual::new("nej", "no") };
        details.push(Detail::new(CONFIDENTIAL, said.in_lang(lang), lang));
    }
    details
}
