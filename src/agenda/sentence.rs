//! An item of an agenda in words.

use core::fmt;

use super::item::{AgendaItem, DutyKind};
use super::place::CITIZEN;
use crate::Lang;
use crate::date::{DutyStatus, When};
use crate::text::Bilingual;

const SECTION: Bilingual = Bilingual::new("afsnit", "section");
const WITHOUT: Bilingual = Bilingual::new("uden frist", "no deadline");

impl AgendaItem {
    /// The item in a sentence: its place, what is to be done, and its status.
    ///
    /// The place is its section, otherwise its position; a citizen is named by id. What people wrote is never shown.
    ///
    /// ```
    /// use kvalitetsmodel::agenda::Agenda;
    /// use kvalitetsmodel::{Lang, cycle::{CarriedOut, PdsaCycle}, id::Id};
    ///
    /// let mut cycle = PdsaCycle::new(Id::from_u128(1));
    /// cycle.carried_out = Some(CarriedOut { on: Some("2024-03-04".parse()?), ..CarriedOut::default() });
    /// let mut agenda = Agenda::new("2024-04-01".parse()?);
    /// agenda.add_draft(&cycle);
    /// assert_eq!(agenda.items()[0].in_lang(Lang::Da).to_string(), "afprøvning: gjort 4. marts 2024");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display + '_ {
        fmt::from_fn(move |f| {
            let has_place = self.write_place(lang, f)?;
            if !self.says_duty_by_place() {
                f.write_str(if has_place { ", " } else { "" })?;
                f.write_str(self.duty.label().in_lang(lang))?;
            }
            if let Some(form) = self.form {
                write!(f, " ({})", form.label().in_lang(lang))?;
            }
            write!(f, ": {}", self.status_in_words(lang))?;
            if let Some(DutyStatus::Due { .. } | DutyStatus::Overdue { .. } | DutyStatus::LeftOpen { .. }) =
                self.status
            {
                self.time_in_words(lang).map_or(Ok(()), |time| write!(f, " ({time})"))?;
            }
            Ok(())
        })
    }

    /// Writes the place. Returns `false` if it is the draft itself.
    fn write_place(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> Result<bool, fmt::Error> {
        if let Some(section) = self.section {
            write!(f, "{} {section}", SECTION.in_lang(lang))?;
        } else if let Some(citizen) = self.citizen {
            write!(f, "{} {citizen}, {}", CITIZEN.in_lang(lang), self.place.innermost().in_words(lang))?;
        } else {
            write!(f, "{}", self.place.in_words(lang))?;
        }
        Ok(self.section.is_some() || !self.place.is_draft())
    }

    /// Returns `true` if the place, or one around it, says what is to be done: *optælling 2*.
    pub(crate) fn says_duty_by_place(&self) -> bool {
        let is_evaluation = matches!(self.duty, DutyKind::ModelEvaluation | DutyKind::NextEvaluation);
        self.section.is_none() && (is_evaluation || self.place.says(self.duty.label()))
    }

    /// The status: "senest 31. marts 2024", "to gange om året".
    pub(crate) fn status_in_words(&self, lang: Lang) -> impl fmt::Display + '_ {
        fmt::from_fn(move |f| match (self.status, &self.when) {
            (Some(DutyStatus::Recurring), Some(When::MonthDay { day: Some(day) })) => match lang {
                Lang::Da => write!(f, "{} hvert år", day.in_lang(lang)),
                Lang::En => write!(f, "{} every year", day.in_lang(lang)),
            },
            (Some(DutyStatus::Recurring), Some(when)) => fmt::Display::fmt(&when.in_lang(lang), f),
            (Some(status), _) => fmt::Display::fmt(&status.in_lang(lang), f),
            (None, _) => f.write_str(WITHOUT.in_lang(lang)),
        })
    }

    /// The time as the document states it, if it says more than the last day.
    pub(crate) fn time_in_words(&self, lang: Lang) -> Option<impl fmt::Display + '_> {
        let when = self.when.as_ref()?;
        let is_day = matches!(when, When::Date { on: Some(on) } if on.is_day());
        (!is_day).then(|| when.in_lang(lang))
    }
}
