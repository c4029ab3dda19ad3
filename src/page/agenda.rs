//! The page about the agenda of many documents.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use chrono::{Days, NaiveDate};

use super::citizens::who;
use super::named::quoted_up_to;
use super::sheet::{Sheet, is_blank};
use super::tasks::{Entry, entries, heading, place};
use super::title::{capital, says_kind};
use super::{About, Options, Page};
use crate::Lang;
use crate::agenda::{Agenda, AgendaItem, DutyState};
use crate::date::{DutyStatus, day_in_lang};
use crate::document::Content;
use crate::draft::Shape;
use crate::draft::part::Part as _;
use crate::id::{Id, Subject};
use crate::sorted::sort_by_key;
use crate::text::{Bilingual, Text, counted};

pub(super) const TITLE: Bilingual = Bilingual::new("Opgaver og frister", "Tasks and deadlines");
const OVERDUE: Bilingual = Bilingual::new("Overskredet", "Overdue");
const TODAY: Bilingual = Bilingual::new("I dag", "Today");
const LATER: Bilingual = Bilingual::new("Senere", "Later");
const RECURRING: Bilingual = Bilingual::new("Løbende og gentaget", "Continuous and recurring");
const WAITING: Bilingual = Bilingual::new("Afventer", "Waiting");
const WITHOUT: Bilingual = Bilingual::new("Uden frist", "Without deadline");
const LEFT_OPEN: Bilingual =
    Bilingual::new("Åbent fra tidligere aftaler og forløb", "Left open by earlier agreements and projects");
const LAPSED: Bilingual = Bilingual::new("Ikke længere aktuelt", "No longer to be done");
const DONE: Bilingual = Bilingual::new("Gjort", "Done");
const NOTHING: Bilingual = Bilingual::new("Intet udestår.", "Nothing is outstanding.");

#[derive(Debug, Clone, Copy)]
pub(super) struct OfAgenda<'a> {
    pub(super) agenda: &'a Agenda,
    pub(super) days: u64,
    /// The draft that the page is about, which is not named.
    pub(super) of: Option<Subject>,
}

/// The lists of the page, in their order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Overdue,
    Soon,
    Later,
    Recurring,
    Waiting,
    Without,
    LeftOpen,
}

const LISTS: [List; 7] =
    [List::Overdue, List::Soon, List::Later, List::Recurring, List::Waiting, List::Without, List::LeftOpen];

impl<'a> Page<'a> {
    /// A page about what is to be done in many documents, in Danish: what is overdue, the longest first; what is due
    /// within that many days from the day of the agenda, that day included; what is due later; what recurs; what waits;
    /// what has no deadline; and what was left open by what has ended. What is done or no longer to be done is counted.
    ///
    /// A document is named by its kind and id, or as it calls itself if the agenda was made
    /// [`with_texts`](Agenda::with_texts); a citizen as [`with_citizen_names`](Self::with_citizen_names) says, or by id.
    ///
    /// ```
    /// use kvalitetsmodel::agenda::Agenda;
    /// use kvalitetsmodel::{Lang, id::Id, page::Page, target_figure::TargetFigure};
    ///
    /// let mut target = TargetFigure::new(Id::from_u128(1));
    /// target.topic = Some("sick leave".into());
    /// target.measured_at = serde_json::from_str(r#"{ "date": { "on": "2024-03" } }"#)?;
    /// let mut agenda = Agenda::new("2024-03-20".parse()?).with_texts();
    /// agenda.add_draft(&target);
    /// let page = Page::of_agenda(&agenda, 14).with_lang(Lang::En).text().to_string();
    /// assert!(page.ends_with(
    ///     "As of 20 March 2024. Overdue: 0. Within 14 days: 1.\n\n\
    ///      Within 14 days\n\
    ///      --------------\n\
    ///      Due by 31 March 2024\n\
    ///      - Measuring of a target figure: sick leave (March 2024)\n"
    /// ), "{page}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn of_agenda(agenda: &'a Agenda, days: u64) -> Self {
        Self::about(About::Agenda(OfAgenda { agenda, days, of: None }))
    }
}

impl OfAgenda<'_> {
    /// Writes the page.
    pub(super) fn tell(&self, options: &Options<'_>, sheet: &mut dyn Sheet) -> fmt::Result {
        let lang = options.lang;
        sheet.title(TITLE.in_lang(lang))?;
        if let Some(name) = options.name {
            sheet.paragraph(name)?;
        }
        let items = self.agenda.by_date();
        sheet.paragraph(&self.counts(&items, lang))?;
        let of_one = self.only_draft(&items, lang);
        if let Some((_, name)) = &of_one {
            sheet.paragraph(name)?;
        }
        let of = of_one.map(|(draft, _)| draft).or(self.of);
        let this = Self { of, ..*self };
        for list in LISTS {
            let inside = this.inside(&items, list, lang);
            if !inside.is_empty() {
                sheet.section(&this.heading(list, lang))?;
                this.tell_groups(&inside, options, sheet)?;
            }
        }
        sheet.end()
    }

    /// The draft that everything listed is in, if it is several things, and its name: it is said once.
    fn only_draft(&self, items: &[&AgendaItem], lang: Lang) -> Option<(Subject, String)> {
        let mut listed = items.iter().filter(|item| self.list_of(item).is_some());
        let (first, second) = (listed.next()?, listed.next()?);
        let is_same = |item: &&&AgendaItem| (item.document, item.draft) == (first.document, first.draft);
        let is_one = is_same(&second) && listed.all(|item| is_same(&item));
        is_one.then(|| name(first, lang)).flatten().map(|name| (first.draft, name))
    }

    /// Writes what is overdue or due soon in one section, and counts the rest. Writes nothing if there is nothing to
    /// be done.
    pub(super) fn tell_soon(&self, options: &Options<'_>, sheet: &mut dyn Sheet) -> fmt::Result {
        let lang = options.lang;
        let items = self.agenda.by_date();
        if items.iter().all(|item| self.list_of(item).is_none()) {
            return Ok(());
        }
        sheet.section(TITLE.in_lang(lang))?;
        sheet.paragraph(&self.counts_of(&items, lang))?;
        [List::Overdue, List::Soon]
            .iter()
            .try_for_each(|list| self.tell_groups(&self.inside(&items, *list, lang), options, sheet))
    }

    /// The items of a list in its order, each with its status in words.
    fn inside<'i>(&self, items: &[&'i AgendaItem], list: List, lang: Lang) -> Vec<(String, &'i AgendaItem)> {
        let inside = items.iter().filter(|item| self.list_of(item) == Some(list));
        let mut inside: Vec<_> = inside.map(|item| (heading(item, lang), *item)).collect();
        // Items without a last day are sorted by their time in words; the others are already sorted.
        sort_by_key(&mut inside, |(words, item)| match item.status {
            Some(DutyStatus::Due { last_day } | DutyStatus::Overdue { last_day }) => {
                (false, Some(last_day), String::new())
            }
            Some(DutyStatus::LeftOpen { last_day }) => (last_day.is_none(), last_day, String::new()),
            _ => (true, None, words.clone()),
        });
        inside
    }

    fn tell_groups(
        &self,
        inside: &[(String, &AgendaItem)],
        options: &Options<'_>,
        sheet: &mut dyn Sheet,
    ) -> fmt::Result {
        inside.chunk_by(|(a, _), (b, _)| a == b).try_for_each(|group| self.tell_group(group, options, sheet))
    }

    fn list_of(&self, item: &AgendaItem) -> Option<List> {
        match item.status {
            Some(DutyStatus::Overdue { .. }) => Some(List::Overdue),
            Some(DutyStatus::Due { last_day }) if last_day <= self.soon() => Some(List::Soon),
            Some(DutyStatus::Due { .. }) => Some(List::Later),
            Some(DutyStatus::Recurring) => Some(List::Recurring),
            Some(DutyStatus::Pending { .. }) => Some(List::Waiting),
            Some(DutyStatus::LeftOpen { .. }) => Some(List::LeftOpen),
            Some(DutyStatus::Done { .. } | DutyStatus::Lapsed { .. }) => None,
            None => Some(List::Without),
        }
    }

    /// The last of the days that are soon.
    fn soon(&self) -> NaiveDate {
        self.agenda.as_of().checked_add_days(Days::new(self.days)).unwrap_or(NaiveDate::MAX)
    }

    fn heading(&self, list: List, lang: Lang) -> String {
        let words = match list {
            List::Overdue => OVERDUE,
            List::Soon if self.days == 0 => TODAY,
            List::Soon => {
                return match lang {
                    Lang::Da => format!("Inden for {}", counted(self.days, "dag", "dage")),
                    Lang::En => format!("Within {}", counted(self.days, "day", "days")),
                };
            }
            List::Later => LATER,
            List::Recurring => RECURRING,
            List::Waiting => WAITING,
            List::Without => WITHOUT,
            List::LeftOpen => LEFT_OPEN,
        };
        words.in_lang(lang).into()
    }

    /// The day, and how many duties there are.
    fn counts(&self, items: &[&AgendaItem], lang: Lang) -> String {
        let day = day_in_lang(self.agenda.as_of(), lang);
        let day = match lang {
            Lang::Da => format!("Opgjort pr. {day}."),
            Lang::En => format!("As of {day}."),
        };
        format!("{day} {}", self.counts_of(items, lang))
    }

    /// How many duties each list has. An empty list is left out, apart from the first.
    fn counts_of(&self, items: &[&AgendaItem], lang: Lang) -> String {
        let mut words: Vec<String> = Vec::new();
        let mut outstanding = 0_usize;
        for list in LISTS {
            let count = items.iter().filter(|item| self.list_of(item) == Some(list)).count();
            outstanding = outstanding.saturating_add(count);
            if count > 0 || list == List::Overdue {
                words.push(format!("{}: {count}.", self.heading(list, lang)));
            }
        }
        for (state, heading) in [(DutyState::Done, DONE), (DutyState::Lapsed, LAPSED)] {
            let count = items.iter().filter(|item| item.state() == state).count();
            if count > 0 {
                words.push(format!("{}: {count}.", heading.in_lang(lang)));
            }
        }
        if outstanding == 0 {
            words.push(NOTHING.in_lang(lang).into());
        }
        words.join(" ")
    }

    /// Writes the items with the same status, those of the same document together.
    fn tell_group(
        &self,
        group: &[(String, &AgendaItem)],
        options: &Options<'_>,
        sheet: &mut dyn Sheet,
    ) -> fmt::Result {
        let lang = options.lang;
        if let Some((words, _)) = group.first().filter(|(words, _)| !words.is_empty()) {
            sheet.group(&capital(words))?;
        }
        for of_one in group.chunk_by(|(_, a), (_, b)| (a.document, a.draft) == (b.document, b.draft)) {
            let Some((_, first)) = of_one.first() else { continue };
            let name = name(first, lang).filter(|_| self.of != Some(first.draft));
            let of_citizens = |item: &AgendaItem| match item.citizen {
                Some(citizen) => item.place.innermost().in_words(lang).within(&who(citizen, options)),
                None => place(item, lang),
            };
            let told = of_one.chunk_by(|(_, a), (_, b)| (a.citizen, b.citizen) == (None, None));
            let told =
                told.flat_map(|some| entries(some.iter().map(|(_, item)| (*item, of_citizens(item))), lang));
            told.collect::<Vec<_>>().iter().try_for_each(|entry: &Entry<'_>| {
                let words = entry.said(lang);
                // A figure about which nothing else is stated is its name: "Måltal …: måltal".
                let is_kind = kind_of(first.draft.kind).is_some_and(|kind| kind.in_lang(lang) == words);
                let words = match &name {
                    Some(name) if is_kind => name.clone(),
                    Some(name) => format!("{name}: {words}"),
                    None => words,
                };
                sheet.item(&capital(&words), &[])
            })?;
        }
        Ok(())
    }
}

/// What a document is called; `None` if the rest of the item says it: the one thing that it is about, or a citizen, of whom
/// the service is named.
fn name(item: &AgendaItem, lang: Lang) -> Option<String> {
    let texts = item.texts.as_ref();
    let is_said = texts.is_some_and(|texts| texts.what.is_some());
    let title = texts.and_then(|texts| texts.draft.as_ref()).map(Text::as_str);
    let title = title.filter(|title| !is_blank(title)).map(str::trim);
    if item.citizen.is_some() {
        return title.map(String::from);
    }
    if item.place.is_draft() && is_said {
        return None;
    }
    let kind = kind_of(item.draft.kind).map_or(item.draft.kind, |label| label.in_lang(lang));
    Some(match title {
        Some(title) if says_kind(kind, title) => capital(title),
        Some(title) => format!("{} {}", capital(kind), quoted_up_to(120, title, lang)),
        None => format!("{kind} {}", item.document.map_or(item.draft.id, Id::uuid)),
    })
}

/// What people call a kind of draft.
fn kind_of(kind: &str) -> Option<Bilingual> {
    let Shape::Choice(choice) = Content::SHAPE else { return None };
    choice.variant(kind).map(|variant| variant.label)
}
