//! Pages about evaluations: one, and two side by side.

mod people;
mod rating;
mod recommendation;
mod side_by_side;
mod standard;

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use self::standard::{in_order, standard_name};
use super::sheet::{Detail, NOT_STATED, Sheet, shown};
use super::tasks::is_open;
use super::title::{capital, title_of_evaluation, with_kind};
use super::{About, Options, Page};
use crate::Lang;
use crate::agenda::{Agenda, AgendaItem, DutyKind};
use crate::date::{PartialDate, day_in_lang};
use crate::evaluation::{EvaluatedStandard, Evaluation, EvaluationFinding, FindingKind};
use crate::report::Pointer;
use crate::sorted::sort_by;
use crate::text::{Bilingual, Text, in_quotes};

const RATINGS: Bilingual = Bilingual::new("Standarder og vurderinger", "Standards and ratings");
const RECOMMENDATIONS: Bilingual =
    Bilingual::new("Anbefalinger, og hvad der blev af dem", "Recommendations, and what became of them");
const DUE: Bilingual = Bilingual::new("Det, der mangler at ske", "What is still to be done");
const NO_STANDARDS: Bilingual = Bilingual::new("Ingen standarder er oplyst.", "No standards are stated.");

impl<'a> Page<'a> {
    /// A page about an evaluation on a day, in Danish: the ratings by standard, what was found in words and in figures, the
    /// recommendations and what became of them, who evaluated, and what is due.
    ///
    /// ```
    /// use kvalitetsmodel::evaluation::{EvaluatedStandard, Evaluation, EvaluationKind, Rating};
    /// use kvalitetsmodel::{id::Id, page::Page};
    ///
    /// let mut evaluation = Evaluation::new(Id::from_u128(1), EvaluationKind::SelfEvaluation);
    /// let name = Some("Kommunikation".into());
    /// let rating = Some(Rating::NotRelevant);
    /// evaluation.standards.push(EvaluatedStandard { name, rating, ..EvaluatedStandard::default() });
    /// let text = Page::of_evaluation(&evaluation, "2024-01-15".parse()?).text().to_string();
    /// assert!(text.contains("- Kommunikation\n  Vurdering: ikke relevant\n"), "{text}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn of_evaluation(evaluation: &'a Evaluation, as_of: NaiveDate) -> Self {
        Self::about(About::Evaluation(OfEvaluation { evaluation, earlier: None, as_of }))
    }

    /// A page about two evaluations of one service side by side, in Danish: how the ratings changed, and what became of the
    /// recommendations of the earlier one.
    ///
    /// ```
    /// use kvalitetsmodel::evaluation::{Evaluation, EvaluationKind};
    /// use kvalitetsmodel::{id::Id, page::Page};
    ///
    /// let earlier = Evaluation::new(Id::from_u128(1), EvaluationKind::External);
    /// let later = Evaluation::new(Id::from_u128(2), EvaluationKind::External);
    /// let text = Page::of_evaluations(&earlier, &later, "2024-01-15".parse()?).text().to_string();
    /// assert!(text.contains("Den tidligere: dato ikke oplyst. Den senere: dato ikke oplyst."), "{text}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn of_evaluations(earlier: &'a Evaluation, later: &'a Evaluation, as_of: NaiveDate) -> Self {
        Self::about(About::Evaluation(OfEvaluation { evaluation: later, earlier: Some(earlier), as_of }))
    }
}

/// An evaluation on a day, and an earlier one if the two are compared.
#[derive(Debug, Clone, Copy)]
pub(super) struct OfEvaluation<'a> {
    pub(super) evaluation: &'a Evaluation,
    pub(super) earlier: Option<&'a Evaluation>,
    pub(super) as_of: NaiveDate,
}

impl OfEvaluation<'_> {
    pub(super) fn title(&self, lang: Lang) -> String {
        let one = self.evaluation;
        if self.earlier.is_none() {
            return title_of_evaluation(one, lang);
        }
        let service = one.service.as_ref().and_then(|service| service.name.as_ref());
        let service = shown(service).unwrap_or_default();
        with_kind(Bilingual::new("To evalueringer", "Two evaluations").in_lang(lang), service.trim())
    }

    /// Writes the page.
    pub(super) fn tell(&self, options: &Options<'_>, sheet: &mut dyn Sheet) -> fmt::Result {
        let lang = options.lang;
        sheet.title(&self.title(lang))?;
        if let Some(name) = options.name {
            sheet.paragraph(name)?;
        }
        if let Some(earlier) = self.earlier {
            self.tell_side_by_side(earlier, lang, sheet)?;
        } else {
            sheet.paragraph(&self.times(lang))?;
            sheet.paragraph(&self.set(lang))?;
            self.tell_results(lang, sheet)?;
            people::tell(self.evaluation, lang, sheet)?;
        }
        self.due(lang, sheet)?;
        sheet.end()
    }

    /// Writes the ratings, the findings and the recommendations.
    pub(super) fn tell_results(&self, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        sheet.section(RATINGS.in_lang(lang))?;
        if let Some(scale) = rating::scale(self.evaluation, lang) {
            sheet.paragraph(&scale)?;
        }
        if self.evaluation.standards.is_empty() {
            sheet.paragraph(NO_STANDARDS.in_lang(lang))?;
        }
        for (n, standard) in in_order(self.evaluation) {
            let details = rating::details(self.evaluation, standard, lang);
            sheet.item(&standard_name(self.evaluation, n, standard, lang), &details)?;
        }
        self.findings(lang, sheet)?;
        recommendation::tell((self.evaluation, self.as_of), RECOMMENDATIONS, lang, sheet)
    }

    fn times(&self, lang: Lang) -> String {
        let one = self.evaluation;
        let day = match lang {
            Lang::Da => format!("Pr. {}.", day_in_lang(self.as_of, lang)),
            Lang::En => format!("As of {}.", day_in_lang(self.as_of, lang)),
        };
        let times = [
            (Bilingual::new("Planlagt", "Planned"), one.planned_on.filter(|_| one.held_on.is_none())),
            (Bilingual::new("Gennemført", "Held"), one.held_on),
            (Bilingual::new("Forrige evaluering", "Previous evaluation"), one.previous_on),
        ];
        let stated = times.into_iter().filter(|(_, on)| on.is_some());
        let stated = stated.map(|(label, on)| format!(" {}: {}.", label.in_lang(lang), date(on, lang)));
        let stated: String = stated.collect();
        if one.planned_on.or(one.held_on).is_some() {
            return format!("{day}{stated}");
        }
        let undated =
            Bilingual::new("Dato for evalueringen: ikke oplyst.", "Date of the evaluation: not stated.");
        format!("{day} {}{stated}", undated.in_lang(lang))
    }

    /// The set that applies, and how many standards the text and the list have.
    fn set(&self, lang: Lang) -> String {
        let one = self.evaluation;
        let published = one.published_set();
        let unnamed =
            Bilingual::new("et sæt, der ikke er blandt de offentliggjorte", "a set that is not published");
        let set = match (published, one.standard_set) {
            (Some(set), _) => set.name,
            (None, Some(_)) => unnamed,
            (None, None) => NOT_STATED,
        };
        let set = set.in_lang(lang);
        let listed = one.standards.len();
        match (one.stated_standards.filter(|_| one.lists_as_many_as_stated() == Some(false)), lang) {
            (None, Lang::Da) => format!("Standardsæt: {set}."),
            (None, Lang::En) => format!("Standard set: {set}."),
            (Some(stated), Lang::Da) => {
                format!("Standardsæt: {set}. Antal standarder ifølge teksten: {stated}; på listen: {listed}.")
            }
            (Some(stated), Lang::En) => {
                format!(
                    "Standard set: {set}. Standards according to the text: {stated}; on the list: {listed}."
                )
            }
        }
    }

    /// What was found in words, and what was found in figures.
    fn findings(&self, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        let kinds = [
            (Some(FindingKind::Qualitative), Bilingual::new("Kvalitative fund", "Qualitative findings")),
            (Some(FindingKind::Quantitative), Bilingual::new("Kvantitative fund", "Quantitative findings")),
            (None, Bilingual::new("Fund, uden oplysning om art", "Findings of a kind that is not stated")),
        ];
        for (kind, heading) in kinds {
            let mut is_begun = false;
            for (n, standard) in in_order(self.evaluation) {
                for finding in standard.findings.iter().filter(|finding| finding.kind == kind) {
                    if !core::mem::replace(&mut is_begun, true) {
                        sheet.section(heading.in_lang(lang))?;
                    }
                    let said = said(finding.text.as_ref(), lang);
                    let name = standard_name(self.evaluation, n, standard, lang);
                    sheet.item(&said, &finding_details(finding, &name, lang))?;
                }
            }
        }
        Ok(())
    }

    /// What is not done, by date; what has no deadline comes last. Two evaluations have a list each. The later
    /// one is the next evaluation of the earlier one, so that one is no longer due.
    fn due(&self, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        let mut agenda = Agenda::new(self.as_of).with_texts();
        self.earlier.into_iter().for_each(|earlier| agenda.add_draft(earlier));
        agenda.add_draft(self.evaluation);
        let items = agenda.items().into_iter().filter(|item| is_open(item));
        let (later, mut earlier): (Vec<_>, Vec<_>) =
            items.partition(|item| item.draft == self.evaluation.id.subject());
        // The caller says which one is the later one, even if the two do not name the service.
        earlier.retain(|item| item.duty != DutyKind::NextEvaluation);
        let mut groups = [(EARLIER, self.earlier, earlier), (LATER, Some(self.evaluation), later)];
        for (.., items) in &mut groups {
            sort_by(items, |a, b| a.order().cmp(&b.order()));
        }
        if groups.iter().all(|(.., items)| items.is_empty()) {
            return Ok(());
        }
        sheet.section(DUE.in_lang(lang))?;
        for (heading, of, items) in groups {
            if self.earlier.is_some() && !items.is_empty() {
                sheet.group(heading.in_lang(lang))?;
            }
            for item in items {
                let what = item.texts.as_ref().and_then(|texts| texts.what.as_ref());
                let what = shown(what);
                let about = what.map(|what| Detail::new(ABOUT, what.trim(), lang));
                let standard = of.and_then(|of| standard_at(&item.at, of, lang));
                sheet.item(&capital(&sentence(item, standard, lang)), about.as_slice())?;
            }
        }
        Ok(())
    }
}

fn finding_details(finding: &EvaluationFinding, standard: &str, lang: Lang) -> Vec<Detail> {
    let mut details = vec![Detail::new(STANDARD, standard, lang)];
    if let Some(step) = finding.step {
        details.push(Detail::new(STEP, rating::step_name(step, lang), lang));
    }
    if finding.shows_gap == Some(true) {
        let gap = Bilingual::new("ja", "yes").in_lang(lang);
        details.push(Detail::new(Bilingual::new("Mangel", "Gap"), gap, lang));
    }
    if let Some(parameter) = finding.parameter {
        let label = Bilingual::new("Tilsynsparameter", "Inspection");
        details.push(Detail::new(label, parameter.label().in_lang(lang), lang));
    }
    details
}

const EARLIER: Bilingual = Bilingual::new("Den tidligere", "The earlier one");
const LATER: Bilingual = Bilingual::new("Den senere", "The later one");
const ABOUT: Bilingual = Bilingual::new("Anbefaling", "Recommendation");
const STANDARD: Bilingual = Bilingual::new("Standard", "Standard");
const STEP: Bilingual = Bilingual::new("Trin", "Step");

/// What the standard at or around a place is called. Returns `None` if it is called by its position.
fn standard_at(at: &Pointer, evaluation: &Evaluation, lang: Lang) -> Option<String> {
    let n: usize = at.as_str().strip_prefix("/standards/")?.split('/').next()?.parse().ok()?;
    let (standard, n) = (evaluation.standards.get(n)?, n.saturating_add(1));
    let name = standard_name(evaluation, n, standard, lang);
    (name != standard_name(evaluation, n, &EvaluatedStandard::default(), lang)).then_some(name)
}

/// The item in a sentence. A standard is called by its number and name, where the item says its position.
fn sentence(item: &AgendaItem, standard: Option<String>, lang: Lang) -> String {
    let said = item.in_lang(lang).to_string();
    match (said.split_once(", "), standard) {
        (Some((_, rest)), Some(name)) => format!("{} {name}, {rest}", STANDARD.in_lang(lang)),
        _ => said,
    }
}

/// What was written, or that nothing was.
fn said(text: Option<&Text>, lang: Lang) -> String {
    let text = shown(text);
    let nothing = Bilingual::new("Uden tekst", "Without text").in_lang(lang);
    text.map_or_else(|| nothing.into(), |text| text.trim().into())
}

fn date(on: Option<PartialDate>, lang: Lang) -> String {
    let not_stated = || NOT_STATED.in_lang(lang).into();
    on.map_or_else(not_stated, |on| format!("{}", on.in_lang(lang)))
}

/// A name in quotation marks, if there is one.
fn marked(text: Option<&Text>, lang: Lang) -> Option<String> {
    let text = shown(text)?;
    Some(in_quotes(text, lang))
}
