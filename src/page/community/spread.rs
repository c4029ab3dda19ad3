//! How changes spread, cross-audits, and what was learned.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use super::{OfCommunity, called, names, said_or};
use crate::Lang;
use crate::community::{Effect, SpreadStep};
use crate::cycle::PdsaCycle;
use crate::page::Options;
use crate::page::sheet::{Detail, NOT_STATED, Sheet, shown};
use crate::text::Bilingual;

const SPREAD: Bilingual = Bilingual::new("Udbredelse", "Spread");
const CHANGE: Bilingual = Bilingual::new("forandring", "change");
const STEPS: [Bilingual; 3] = [
    Bilingual::new("Afprøvet", "Tested"),
    Bilingual::new("Tilpasset", "Adapted"),
    Bilingual::new("Implementeret", "Implemented"),
];
const EFFECT: Bilingual = Bilingual::new("Dokumenteret virkningsfuld", "Shown to be effective");
const YES: Bilingual = Bilingual::new("ja", "yes");
const NO: Bilingual = Bilingual::new("nej", "no");
const AUDITS: Bilingual = Bilingual::new("Audits på tværs", "Cross-audits");
const AUDITED: Bilingual = Bilingual::new("Auditeret", "Audited");
const AUDITORS: Bilingual = Bilingual::new("Auditeret af", "Audited by");
const HELD: Bilingual = Bilingual::new("Afholdt", "Held");
const AUDIT: Bilingual = Bilingual::new("audit", "audit");
const LESSON: Bilingual = Bilingual::new("læring", "lesson");
const LESSONS: Bilingual = Bilingual::new("Læring på tværs", "What was learned");
const FROM: Bilingual = Bilingual::new("Kommer fra", "From");
const TAKEN_OVER: Bilingual = Bilingual::new("Overtaget af", "Taken over by");
const BY_NOBODY: Bilingual = Bilingual::new("ingen endnu", "nobody yet");

impl OfCommunity<'_> {
    /// Writes how far each change has come in each service.
    pub(super) fn spreads(&self, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        for (n, spread) in (1..).zip(&self.community.spreads) {
            if n == 1 {
                sheet.section(SPREAD.in_lang(lang))?;
            }
            let heading = said_or(spread.change.as_ref(), CHANGE, n, lang);
            let effect = self.effect(spread.effect.as_ref(), lang);
            sheet.entry(&heading, &[Detail::new(EFFECT, effect, lang)], None)?;
            for one in &spread.services {
                let steps = STEPS.into_iter().zip(one.steps());
                let details =
                    steps.map(|(label, (_, step))| Detail::new(label, step_in_words(step, lang), lang));
                let details: Vec<Detail> = details.collect();
                sheet.item(&self.name(one.service), &details)?;
            }
        }
        Ok(())
    }

    /// Where a change was shown to be effective, by what and when.
    fn effect(&self, effect: Option<&Effect>, lang: Lang) -> String {
        let Some(Effect::Shown { service, source, on }) = effect else {
            let word = if effect.is_some() { NO } else { NOT_STATED };
            return word.in_lang(lang).into();
        };
        let mut said = vec![String::from(YES.in_lang(lang))];
        said.extend(service.map(|service| self.name(service)));
        said.extend(shown(source.as_ref()).map(String::from));
        said.extend(on.map(|on| on.in_lang(lang).to_string()));
        said.join(", ")
    }

    pub(super) fn audits(&self, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        for (n, audit) in (1..).zip(&self.community.cross_audits) {
            if n == 1 {
                sheet.section(AUDITS.in_lang(lang))?;
            }
            let not_stated = || String::from(NOT_STATED.in_lang(lang));
            let audited = audit.audited.map_or_else(not_stated, |service| self.name(service));
            let auditors: Vec<String> = audit.auditors.iter().map(|service| self.name(*service)).collect();
            let held = audit.held_on.map_or_else(not_stated, |on| on.in_lang(lang).to_string());
            let details = [
                Detail::new(AUDITED, audited, lang),
                Detail::new(AUDITORS, names(&auditors, lang), lang),
                Detail::new(HELD, held, lang),
            ];
            sheet.item(&said_or(audit.topic.as_ref(), AUDIT, n, lang), &details)?;
        }
        Ok(())
    }

    pub(super) fn lessons(
        &self,
        cycles: &[(u64, &PdsaCycle)],
        options: &Options<'_>,
        sheet: &mut dyn Sheet,
    ) -> fmt::Result {
        let lang = options.lang;
        for (n, lesson) in (1..).zip(&self.community.lessons) {
            if n == 1 {
                sheet.section(LESSONS.in_lang(lang))?;
            }
            let from = cycles.iter().find(|(_, cycle)| Some(cycle.id) == lesson.cycle);
            let mut details = Vec::new();
            if let Some((number, cycle)) = from {
                let service = cycle.service.map(|service| format!(", {}", self.name(service)));
                let from = format!("{}{}", called(cycle, *number, options), service.unwrap_or_default());
                details.push(Detail::new(FROM, from, lang));
            }
            let taken_over = lesson.taken_over_by.iter().map(|one| {
                let on = one.on.map(|on| format!(", {}", on.in_lang(lang)));
                format!("{}{}", self.name(one.service), on.unwrap_or_default())
            });
            let mut values: Vec<String> = taken_over.collect();
            if values.is_empty() {
                values.push(BY_NOBODY.in_lang(lang).into());
            }
            details.push(Detail { label: TAKEN_OVER.in_lang(lang), values });
            sheet.item(&said_or(lesson.learned.as_ref(), LESSON, n, lang), &details)?;
        }
        Ok(())
    }
}

fn step_in_words(step: Option<&SpreadStep>, lang: Lang) -> String {
    match step {
        None => NOT_STATED.in_lang(lang).into(),
        Some(SpreadStep::Taken { .. }) => {
            let on = step.and_then(SpreadStep::on).map(|on| on.in_lang(lang).to_string());
            on.unwrap_or_else(|| YES.in_lang(lang).into())
        }
        Some(SpreadStep::NotTaken) => Bilingual::new("ikke endnu", "not yet").in_lang(lang).into(),
        Some(SpreadStep::NotNeeded) => SpreadStep::NotNeeded.label().in_lang(lang).into(),
    }
}
