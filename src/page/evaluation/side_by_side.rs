//! Two evaluations side by side.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use super::super::sheet::{Detail, Sheet};
use super::standard::{Order, standard_name};
use super::{OfEvaluation, date, rating, recommendation};
use crate::Lang;
use crate::evaluation::{EvaluatedStandard, Evaluation, RatingChange, RatingComparison};
use crate::sorted::sort_by_key;
use crate::text::Bilingual;

const RATINGS: Bilingual = Bilingual::new("Vurderinger side om side", "Ratings side by side");
const NO_STANDARDS: Bilingual =
    Bilingual::new("Ingen af de to har standarder.", "Neither of the two has standards.");
const OTHER_SCALE: Bilingual = Bilingual::new(
    "De to har ikke samme skala, så vurderingerne kan ikke sammenlignes.",
    "The two do not have the same scale, so the ratings cannot be compared.",
);
const EARLIER: Bilingual = Bilingual::new("Tidligere", "Earlier");
const LATER: Bilingual = Bilingual::new("Senere", "Later");
const CHANGE: Bilingual = Bilingual::new("Ændring", "Change");
const STEPS: Bilingual = Bilingual::new("Ændrede trin", "Changed steps");
const NOT_LISTED: Bilingual = Bilingual::new("ikke med", "not listed");
const OF_EARLIER: Bilingual = Bilingual::new(
    "Anbefalinger fra den tidligere, og hvad der blev af dem",
    "Recommendations of the earlier one, and what became of them",
);
const OF_LATER: Bilingual = Bilingual::new("Anbefalinger fra den senere", "Recommendations of the later one");

impl OfEvaluation<'_> {
    /// Writes how the ratings changed, and what became of the recommendations.
    pub(super) fn tell_side_by_side(
        &self,
        earlier: &Evaluation,
        lang: Lang,
        sheet: &mut dyn Sheet,
    ) -> fmt::Result {
        let later = self.evaluation;
        let time = |one: &Evaluation| match one.held_on.or(one.planned_on) {
            Some(on) => date(Some(on), lang),
            None => Bilingual::new("dato ikke oplyst", "date not stated").in_lang(lang).into(),
        };
        let (before, after) = (time(earlier), time(later));
        sheet.paragraph(&match lang {
            Lang::Da => format!("Den tidligere: {before}. Den senere: {after}."),
            Lang::En => format!("The earlier one: {before}. The later one: {after}."),
        })?;
        sheet.section(RATINGS.in_lang(lang))?;
        if let Some(scale) = rating::scale(later, lang) {
            sheet.paragraph(&scale)?;
        }
        if !later.has_scale_of(earlier) {
            sheet.paragraph(OTHER_SCALE.in_lang(lang))?;
            if let Some(scale) = rating::scale(earlier, lang) {
                sheet.paragraph(&format!("{}: {scale}", EARLIER.in_lang(lang)))?;
            }
        }
        let rows = later.compare_with(earlier);
        if rows.is_empty() {
            sheet.paragraph(NO_STANDARDS.in_lang(lang))?;
        }
        let standards = rows.chunk_by(|_, row| row.step.is_some());
        let standards =
            (1_usize..).zip(standards).filter_map(|(n, rows)| rows.split_first().map(|rows| (n, rows)));
        let mut standards: Vec<_> = standards.collect();
        let order = Order::of(later);
        let place = |row: &RatingComparison<'_>| row.later.or(row.earlier).map(|one| order.place(one));
        sort_by_key(&mut standards, |(_, (whole, _))| place(whole));
        for (n, rows) in standards {
            self.row(n, earlier, rows, lang, sheet)?;
        }
        recommendation::tell((earlier, self.as_of), OF_EARLIER, lang, sheet)?;
        recommendation::tell((later, self.as_of), OF_LATER, lang, sheet)
    }

    /// One standard: as a whole, and the steps that changed.
    fn row(
        &self,
        n: usize,
        earlier: &Evaluation,
        (whole, steps): (&RatingComparison<'_>, &[RatingComparison<'_>]),
        lang: Lang,
        sheet: &mut dyn Sheet,
    ) -> fmt::Result {
        let (evaluation, standard) = match (whole.later, whole.earlier) {
            (Some(standard), _) => (self.evaluation, standard),
            (None, Some(standard)) => (earlier, standard),
            (None, None) => return Ok(()),
        };
        let words = |evaluation: &Evaluation,
                     one: Option<&EvaluatedStandard>,
                     row: &RatingComparison<'_>|
         -> String {
            let not_listed = || NOT_LISTED.in_lang(lang).into();
            one.map_or_else(not_listed, |one| rating::in_words(evaluation, one.rating_at(row.step), lang))
        };
        let mut details = vec![
            Detail::new(EARLIER, words(earlier, whole.earlier, whole), lang),
            Detail::new(LATER, words(self.evaluation, whole.later, whole), lang),
            Detail::new(CHANGE, whole.change.label().in_lang(lang), lang),
        ];
        let has_changed =
            |row: &&RatingComparison<'_>| matches!(row.change, RatingChange::Higher | RatingChange::Lower);
        let changed = steps.iter().filter(has_changed).filter_map(|row| {
            let (before, after) = (words(earlier, row.earlier, row), words(self.evaluation, row.later, row));
            Some(format!("{}: {before} → {after}", rating::step_name(row.step?, lang)))
        });
        let values: Vec<_> = changed.collect();
        if !values.is_empty() {
            details.push(Detail { label: STEPS.in_lang(lang), values });
        }
        sheet.item(&standard_name(evaluation, n, standard, lang), &details)
    }
}
