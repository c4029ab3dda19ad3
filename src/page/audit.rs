//! A page about an audit: what the panel judged, by case and question.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use super::named::quoted;
use super::sheet::{Detail, Sheet};
use super::title::{capital, title_of_audit};
use super::{About, Options, Page};
use crate::Lang;
use crate::audit::{AuditCase, AuditJudgement, AuditQuestion, CaseAudit, QuestionScope, ScaleStep};
use crate::id::Id;
use crate::text::{Bilingual, Text, in_quotes};

const ACROSS: Bilingual = Bilingual::new("På tværs af cases", "Across cases");
const OTHER: Bilingual = Bilingual::new(
    "Vurderinger uden kendt case eller spørgsmål",
    "Judgements of an unknown case or question",
);
const NOT_JUDGED: Bilingual = Bilingual::new("ikke vurderet", "not judged");
const IN_WORDS_ONLY: Bilingual = Bilingual::new("kun med ord", "in words only");
const BEFORE: Bilingual = Bilingual::new("Før", "Before");
const AFTER: Bilingual = Bilingual::new("Efter", "After");
const JUDGEMENT: Bilingual = Bilingual::new("Vurdering", "Judgement");
const TEXT: Bilingual = Bilingual::new("Med ord", "In words");

impl<'a> Page<'a> {
    /// A page about what the panel of an audit judged together, by case and question, in Danish. The questions and the labels of
    /// the scale are those of the assessment form; what the panel wrote is shown
    /// [if it is asked for](Self::with_texts).
    ///
    /// ```
    /// use kvalitetsmodel::audit::{AuditCase, AuditQuestion, CaseAudit};
    /// use kvalitetsmodel::{id::Id, page::Page};
    ///
    /// let mut audit = CaseAudit::new(Id::from_u128(1));
    /// audit.cases.push(AuditCase::new(Id::from_u128(2)));
    /// audit.questions.push(AuditQuestion::new(Id::from_u128(3)));
    /// let text = Page::of_audit(&audit).text().to_string();
    /// assert!(text.ends_with("\nCase 1\n------\n- Spørgsmål 1\n  Vurdering: ikke vurderet\n"), "{text}");
    /// ```
    #[must_use]
    pub const fn of_audit(audit: &'a CaseAudit) -> Self {
        Self::about(About::Audit(audit))
    }
}

/// Writes the page.
pub(super) fn tell(audit: &CaseAudit, options: &Options<'_>, sheet: &mut dyn Sheet) -> fmt::Result {
    let lang = options.lang;
    sheet.title(&title_of_audit(audit, lang))?;
    if let Some(name) = options.name {
        sheet.paragraph(name)?;
    }
    if let Some(on) = audit.held_on {
        let held = Bilingual::new("Afholdt", "Held").in_lang(lang);
        sheet.paragraph(&format!("{held}: {}.", on.in_lang(lang)))?;
    }
    let mut teller = Teller { audit, options, sheet };
    for (n, case) in audit.cases.iter().enumerate() {
        teller.sheet.section(&format!("Case {}", n.saturating_add(1)))?;
        teller.questions(Some(case.id))?;
    }
    if teller.asked(None).next().is_some() {
        teller.sheet.section(ACROSS.in_lang(lang))?;
        teller.questions(None)?;
    }
    teller.others()?;
    teller.sheet.end()
}

struct Teller<'s, 'o> {
    audit: &'s CaseAudit,
    options: &'s Options<'o>,
    sheet: &'s mut dyn Sheet,
}

impl<'s> Teller<'s, '_> {
    /// What was judged about a question.
    fn judged(
        &self,
        question: Id<AuditQuestion>,
        case: Option<Id<AuditCase>>,
    ) -> impl Iterator<Item = &'s AuditJudgement> {
        self.audit.judgements.iter().filter(move |one| one.question == question && one.case == case)
    }

    /// The questions of a case, or of none, with their numbers: those of its scope, and those that were judged there.
    fn asked(&self, case: Option<Id<AuditCase>>) -> impl Iterator<Item = (usize, &'s AuditQuestion)> {
        let is_asked = move |one: &AuditQuestion| match one.scope {
            Some(QuestionScope::AcrossCases) => case.is_none(),
            Some(QuestionScope::EachCase) | None => case.is_some(),
        };
        let audit = self.audit;
        let is_judged = move |id: Id<AuditQuestion>| {
            audit.judgements.iter().any(|one| one.question == id && one.case == case)
        };
        let questions = (1..).zip(&audit.questions);
        questions.filter(move |(_, one)| is_asked(one) || is_judged(one.id))
    }

    fn questions(&mut self, case: Option<Id<AuditCase>>) -> fmt::Result {
        let lang = self.options.lang;
        for (n, question) in self.asked(case).collect::<Vec<_>>() {
            let name = question_name(n, question, lang);
            let judgements: Vec<_> = self.judged(question.id, case).collect();
            if judgements.is_empty() {
                let not_judged = NOT_JUDGED.in_lang(lang).into();
                self.sheet
                    .item(&name, &[Detail { label: JUDGEMENT.in_lang(lang), values: vec![not_judged] }])?;
            }
            for judgement in judgements {
                self.judgement(&name, judgement)?;
            }
        }
        Ok(())
    }

    /// The judgements that are in no section.
    fn others(&mut self) -> fmt::Result {
        let lang = self.options.lang;
        let (cases, questions) = (&self.audit.cases, &self.audit.questions);
        let is_known = |one: &&AuditJudgement| {
            questions.iter().any(|question| question.id == one.question)
                && one.case.is_none_or(|id| cases.iter().any(|case| case.id == id))
        };
        let others: Vec<_> = self.audit.judgements.iter().filter(|one| !is_known(one)).collect();
        if others.is_empty() {
            return Ok(());
        }
        self.sheet.section(OTHER.in_lang(lang))?;
        for judgement in others {
            let known = (1..).zip(questions).find(|(_, question)| question.id == judgement.question);
            let name = known.map_or_else(
                || Bilingual::new("Ukendt spørgsmål", "Unknown question").in_lang(lang).into(),
                |(n, question)| question_name(n, question, lang),
            );
            self.judgement(&name, judgement)?;
        }
        Ok(())
    }

    fn judgement(&mut self, name: &str, judgement: &AuditJudgement) -> fmt::Result {
        let lang = self.options.lang;
        let text = judgement.text.as_ref().filter(|text| !text.is_blank());
        let shown = text.filter(|_| self.options.with_texts);
        let step = |id: Option<Id<ScaleStep>>| self.step(id);
        let mut details = Vec::new();
        let mut tell = |label: Bilingual, words: String| {
            details.push(Detail { label: label.in_lang(lang), values: vec![words] });
        };
        match (judgement.before, judgement.after) {
            (None, None) if shown.is_some() => {}
            (None, None) if text.is_some() => tell(JUDGEMENT, IN_WORDS_ONLY.in_lang(lang).into()),
            (None, after) => tell(JUDGEMENT, step(after)),
            (before, after) => {
                tell(BEFORE, step(before));
                tell(AFTER, step(after));
            }
        }
        if let Some(text) = shown {
            tell(TEXT, text.as_str().trim().into());
        }
        self.sheet.item(name, &details)
    }

    /// A step of the scale: its label, and its place among the steps.
    fn step(&self, id: Option<Id<ScaleStep>>) -> String {
        let lang = self.options.lang;
        let scale = &self.audit.scale;
        let Some(id) = id else { return NOT_JUDGED.in_lang(lang).into() };
        let Some((n, step)) = (1_usize..).zip(scale).find(|(_, step)| step.id == id) else {
            return Bilingual::new("et trin, der ikke er på skalaen", "a step that is not on the scale")
                .in_lang(lang)
                .into();
        };
        let of = scale.len();
        let place = match lang {
            Lang::Da => format!("trin {n} af {of}"),
            Lang::En => format!("step {n} of {of}"),
        };
        let label = step.label.as_ref().filter(|label| !label.is_blank());
        label.map_or_else(|| place.clone(), |label| format!("{} ({place})", quoted(label.as_str(), lang)))
    }
}

fn question_name(n: usize, question: &AuditQuestion, lang: Lang) -> String {
    let what = capital(Bilingual::new("spørgsmål", "question").in_lang(lang));
    let text = question.text.as_ref().filter(|text| !text.is_blank());
    let text = text.map(|text: &Text| format!(" {}", in_quotes(text.as_str(), lang))).unwrap_or_default();
    format!("{what} {n}{text}")
}
