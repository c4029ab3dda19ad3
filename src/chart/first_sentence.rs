//! The first sentence of what a chart says.

use alloc::vec::Vec;
use core::fmt;
use core::mem::discriminant;

use super::no_figure::Without;
use super::words::{better_way, write_capital};
use super::{Chart, Figure};
use crate::Lang;
use crate::sorted::sort_by_key;
use crate::text::{Bilingual, counted};

impl Chart {
    /// How many measurements there are, from when to when, how many have no figure, and which way is better.
    pub(super) fn write_overview(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let points = self.points();
        let kind = self.kind().label().in_lang(lang);
        let (one, several) = match lang {
            Lang::Da => ("måling", "målinger"),
            Lang::En => ("measurement", "measurements"),
        };
        write_capital(kind, f)?;
        let count = counted(crate::text::count(points.len()), one, several);
        write!(f, " {} {count}", Bilingual::new("med", "of").in_lang(lang))?;
        let ends = (self.period(0), self.period(points.len().saturating_sub(1)));
        if let ((Some(only), _), 1) = (ends, points.len()) {
            write!(f, ", {}", only.in_lang(lang))?;
        } else if let (Some(first), Some(last)) = ends {
            let (from, to) = match lang {
                Lang::Da => ("fra", "til"),
                Lang::En => ("from", "to"),
            };
            write!(f, " {from} {} {to} {}", first.in_lang(lang), last.in_lang(lang))?;
        }
        self.write_without(lang, f)?;
        let excluded = points.iter().filter(|point| !point.is_included()).count();
        if excluded > 0 {
            let left_out = Bilingual::new("udeladt af beregningen", "left out of the calculation");
            write!(f, ", {excluded} {}", left_out.in_lang(lang))?;
        }
        f.write_str(".")?;
        if self.kind().shows_level() {
            f.write_str(" ")?;
            write_capital(better_way(self.data().direction).in_lang(lang), f)?;
            f.write_str(".")?;
        }
        self.write_hidden(lang, f)
    }

    /// What is suppressed is what is small, so the level is that of the others.
    fn write_hidden(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let points =
            || self.points().iter().zip(&self.data().points).filter(|(point, _)| point.is_included());
        let is_hidden = |figure: &Figure| matches!(figure, Figure::Suppressed { .. });
        let is_any = points().any(|(_, data)| is_hidden(&data.figure));
        if !is_any || !self.kind().shows_level() || points().all(|(point, _)| point.value().is_none()) {
            return Ok(());
        }
        let words = Bilingual::new(
            "Niveau og serier er kun af de synlige målinger; det er de små tal, der er skjult, så niveauet kan være \
             lavere.",
            "Level and runs are of the visible measurements only; the small figures are the ones that are suppressed, so \
             the level may be lower.",
        );
        write!(f, " {}", words.in_lang(lang))
    }

    /// How many points have no figure, by reason.
    fn write_without(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = (0..self.points().len()).filter_map(|point| self.without(point));
        let mut reasons: Vec<(Without, usize)> = Vec::new();
        // The first moving range of a part has no previous figure, but nothing is missing.
        for without in all.filter(|without| *without != Without::NoneBefore) {
            let of_kind = |(other, _): &&mut (Without, usize)| discriminant(other) == discriminant(&without);
            match reasons.iter_mut().find(of_kind) {
                Some((other, count)) => {
                    *count = count.saturating_add(1);
                    // Suppressed below different numbers: none of these applies to all points.
                    *other = if *other == without { without } else { Without::Suppressed { below: None } };
                }
                None => reasons.push((without, 1)),
            }
        }
        sort_by_key(&mut reasons, |(without, _)| *without);
        for (without, count) in reasons {
            write!(f, ", {count} ")?;
            without.write(count, lang, f)?;
        }
        Ok(())
    }
}
