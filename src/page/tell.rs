//! The parts of a page about a document, in their order.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use super::circle::OfCircles;
use super::evaluation::OfEvaluation;
use super::notes::{Note, notes};
use super::places::{Place, Places, sections_in_words};
use super::plan::OfPlan;
use super::sheet::{Detail, Sheet};
use super::stamp::by_profile;
use super::tasks::{Entry, tasks};
use super::title::{capital, title};
use super::{Checked, Options};
use crate::Lang;
use crate::catalogue::{Explanation, explain};
use crate::date::{DutyStatus, day_in_lang};
use crate::document::Content;
use crate::keyed::{KeySet, Keyed};
use crate::report::{Finding, Matter, NotEvaluated, Profile, Summary};
use crate::rule::{Basis, RULE_EDITION, Severity, SourceDocument, SourceRef};
use crate::sorted::sort_by;
use crate::text::{Bilingual, count, counted};

const ERRORS: Bilingual = Bilingual::new("Modstrid og brudte krav", "Contradictions and broken requirements");
const WARNINGS: Bilingual =
    Bilingual::new("Hvad der mangler eller bør rettes", "What is missing or should be corrected");
const INFORMATION: Bilingual = Bilingual::new("Hvad der er værd at vide", "What is worth knowing");
const NOT_ASSESSABLE: Bilingual = Bilingual::new("Hvad der ikke kan vurderes", "What cannot be assessed");
const DUE: Bilingual = Bilingual::new("Hvad der skal ske hvornår", "What is due when");
const UNDATED: Bilingual = Bilingual::new("Uden egen frist", "Without a deadline of its own");
const WAITING: Bilingual = Bilingual::new(
    "Hvad der afventer en tidsplan eller en beslutning",
    "What waits for a schedule or a decision",
);
const NOTES: Bilingual = Bilingual::new("Noter", "Notes");
const NOT_EVALUATED: Bilingual =
    Bilingual::new("Regler, der ikke er vurderet", "Rules that were not evaluated");

pub(super) const PLACE: Bilingual = Bilingual::new("Hvor", "Where");
const ALSO: Bilingual = Bilingual::new("Også", "Also");
pub(super) const MISSING: Bilingual = Bilingual::new("Mangler", "Missing");
const REMEDY: Bilingual = Bilingual::new("Løsning", "What to do");
const SOURCE: Bilingual = Bilingual::new("Kilde", "Source");
const BASIS: Bilingual = Bilingual::new("Grundlag", "Basis");
const NOTE: Bilingual = Bilingual::new("Note", "Note");
const ACCEPTED: Bilingual = Bilingual::new("Accepteret", "Accepted");
const POINTER: Bilingual = Bilingual::new("I filen", "In the file");
const WHY: Bilingual = Bilingual::new("Hvorfor", "Why");

/// How many places of one matter are listed.
const MOST_PLACES: usize = 12;

/// The sections of findings, in their order.
pub(super) const SECTIONS: [Bilingual; 4] = [ERRORS, WARNINGS, INFORMATION, NOT_ASSESSABLE];

/// The index of the section of a finding in [`SECTIONS`].
fn section_of(finding: &Finding) -> usize {
    match (finding.is_not_met(), finding.severity()) {
        (true, Severity::Error) => 0,
        (true, Severity::Warning) => 1,
        (true, Severity::Information) => 2,
        (false, _) => 3,
    }
}

/// An entry of the page: the findings of one rule, and the notes on their places.
pub(super) struct Told<'a> {
    /// Matters of one rule that differ in their figures, each with its places in words.
    matters: Vec<(Matter<'a>, Vec<Place>)>,
    notes: Vec<Note<'a>>,
}

impl<'a> Told<'a> {
    /// Sorts matters into entries, in the order of their first places.
    pub(super) fn all(matters: Vec<Matter<'a>>, places: &Places) -> Vec<Self> {
        let mut told: Vec<Self> = Vec::new();
        for matter in matters {
            let words = matter.places().map(|at| places.place(at)).collect();
            let same = told.iter_mut().find(|one| one.first().is_some_and(|first| first.is_like(&matter)));
            match same {
                Some(one) => one.matters.push((matter, words)),
                None => told.push(Self { matters: vec![(matter, words)], notes: Vec::new() }),
            }
        }
        told
    }

    fn first(&self) -> Option<&Matter<'a>> {
        self.matters.first().map(|(matter, _)| matter)
    }

    /// The index of its section in [`SECTIONS`].
    pub(super) fn section(&self) -> Option<usize> {
        self.first().map(|matter| section_of(matter.first()))
    }

    pub(super) fn is_accepted(&self) -> bool {
        self.first().is_some_and(|matter| matter.first().suppressed().is_some())
    }

    fn places(&self) -> impl Iterator<Item = &Place> {
        self.matters.iter().flat_map(|(_, places)| places)
    }

    /// Its first finding, what is found in a sentence, and where, what is missing and what to do.
    pub(super) fn in_words(&self, lang: Lang) -> Option<(&'a Finding, String, Vec<Detail>)> {
        let first = self.first()?.first();
        let mut details = Vec::new();
        if let Some(by) = first.suppressed() {
            let until = day_in_lang(by.last_day(), lang);
            let words = Bilingual::new("til og med", "up to and including").in_lang(lang);
            details.push(Detail::new(ACCEPTED, format!("{} ({words} {until})", by.reason()), lang));
        }
        let mut before = Vec::new();
        for (nth, (matter, places)) in self.matters.iter().enumerate() {
            let one = matter.first();
            if !one.is_not_met() {
                let missing = one.missing();
                if !missing.is_empty() {
                    let missing: Vec<_> = missing.iter().map(|part| part.in_lang(lang)).collect();
                    details.push(Detail::new(MISSING, missing.join(", "), lang));
                }
            } else if nth > 0 {
                details.push(Detail::new(ALSO, capital(&one.message(lang)), lang));
            }
            let values = once_each(places, lang);
            if nth == 0 || values != before {
                details.push(Detail { label: PLACE.in_lang(lang), values: values.clone() });
            }
            before = values;
        }
        if !first.remedy(lang).is_empty() {
            details.push(Detail::new(REMEDY, first.remedy(lang), lang));
        }
        Some((first, sentence(first, lang), details))
    }
}

/// Writes the page.
pub(super) fn tell(checked: &Checked<'_>, options: &Options<'_>, sheet: &mut dyn Sheet) -> fmt::Result {
    let lang = options.lang;
    let content = checked.document.content();
    let matters = checked.report.matters();
    let not_evaluated = checked.report.not_evaluated();
    let of_rules = not_evaluated.iter().filter_map(|one| one.at.as_ref());
    let places = Places::of(content, lang, matters.iter().flat_map(Matter::places).chain(of_rules));
    let mut told = Told::all(matters, &places);
    let mut entries = tasks(checked.document, checked.report.context().as_of(), lang);
    let mut rest = Vec::new();
    for note in notes(content, lang) {
        if let Some(one) = matter_of(&note, &mut told) {
            one.notes.push(note);
        } else if let Some(entry) = entry_of(&note, &mut entries) {
            entry.notes.push(note);
        } else {
            rest.push(note);
        }
    }

    let mut teller = Teller { checked, options, sheet };
    teller.head(&told, &entries)?;
    for (n, heading) in SECTIONS.iter().enumerate() {
        let mut inside = told.iter().filter(|one| one.section() == Some(n)).peekable();
        if inside.peek().is_some() {
            teller.sheet.section(heading.in_lang(lang))?;
            inside.try_for_each(|one| teller.entry(one))?;
        }
    }
    if let Content::CircleProject(project) = content {
        OfCircles { project, as_of: checked.report.context().as_of() }.tell_plan(lang, teller.sheet)?;
    }
    if let Content::Evaluation(evaluation) = content {
        let as_of = checked.report.context().as_of();
        OfEvaluation { evaluation, earlier: None, as_of }.tell_results(lang, teller.sheet)?;
    }
    if let Content::Plan(plan) = content {
        OfPlan { plan, as_of: checked.report.context().as_of() }.tell_timetable(lang, teller.sheet)?;
    }
    teller.duties(&entries)?;
    teller.notes(&rest)?;
    teller.not_evaluated(not_evaluated, &places)?;
    teller.sheet.end()
}

/// The entry that a note belongs to: of those with a place in its section, the one with the fewest places, otherwise
/// the first with a place inside its section, in the order of the page.
fn matter_of<'t, 'a>(note: &Note<'_>, told: &'t mut [Told<'a>]) -> Option<&'t mut Told<'a>> {
    let section = note.section?;
    let rank = |one: &Told<'_>| {
        let inside =
            || one.places().filter_map(|place| place.section).filter(|place| place.is_within(section));
        let is_exact = inside().any(|place| place == section);
        let places = if is_exact { one.places().count() } else { usize::MAX };
        inside().next().map(|_| (places, one.section()))
    };
    told.iter_mut()
        .filter_map(|one| Some((rank(one)?, one)))
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, one)| one)
}

/// The first entry on the page that is stated in the section of a note.
fn entry_of<'t, 'a>(note: &Note<'_>, entries: &'t mut [Entry<'a>]) -> Option<&'t mut Entry<'a>> {
    let section = note.section?;
    entries
        .iter_mut()
        .filter(|entry| entry.sections.contains(&section))
        .min_by_key(|entry| (list_of(entry), rank_of(entry)))
}

/// The lists of things to be done, in their order.
const LISTS: [Bilingual; 3] = [DUE, UNDATED, WAITING];

/// The index of the list of an entry in [`LISTS`].
const fn list_of(entry: &Entry<'_>) -> usize {
    match entry.status {
        Some(
            DutyStatus::Due { .. }
            | DutyStatus::Overdue { .. }
            | DutyStatus::Recurring
            | DutyStatus::LeftOpen { .. }
            | DutyStatus::Done { .. }
            | DutyStatus::Lapsed { .. },
        ) => 0,
        None => 1,
        Some(DutyStatus::Pending { .. }) => 2,
    }
}

/// What an entry is sorted by in its list: deadlines in order of date, then what recurs, what was left open, what is done, and
/// what is no longer to be done.
const fn rank_of(entry: &Entry<'_>) -> (u8, Option<NaiveDate>) {
    match entry.status {
        Some(DutyStatus::Due { last_day } | DutyStatus::Overdue { last_day }) => (0, Some(last_day)),
        Some(DutyStatus::Done { .. }) => (3, None),
        Some(DutyStatus::Lapsed { .. }) => (4, None),
        Some(DutyStatus::LeftOpen { last_day }) => (2, last_day),
        Some(DutyStatus::Recurring | DutyStatus::Pending { .. }) | None => (1, None),
    }
}

struct Teller<'t, 'a> {
    checked: &'t Checked<'a>,
    options: &'t Options<'a>,
    sheet: &'t mut dyn Sheet,
}

impl Teller<'_, '_> {
    fn say(&self, words: Bilingual) -> &'static str {
        words.in_lang(self.options.lang)
    }

    fn detail(&self, label: Bilingual, value: impl Into<String>) -> Detail {
        Detail::new(label, value, self.options.lang)
    }

    fn head(&mut self, told: &[Told<'_>], entries: &[Entry<'_>]) -> fmt::Result {
        let lang = self.options.lang;
        self.sheet.title(&title(self.checked.document.content(), lang))?;
        if let Some(name) = self.options.name {
            self.sheet.paragraph(name)?;
        }
        let context = self.checked.report.context();
        let day = day_in_lang(context.as_of(), lang);
        let is_told = *context.profile() != Profile::GENERAL || self.options.with_technical_details;
        let profile = Some(context.profile().name()).filter(|_| is_told);
        let profile = profile.map_or_else(String::new, |name| format!(" {}", by_profile(name, lang)));
        let checked = Bilingual::new("Kontrolleret pr.", "Checked as of").in_lang(lang);
        let overdue = entries.iter().filter(|one| matches!(one.status, Some(DutyStatus::Overdue { .. })));
        let counts = counts(told, self.checked.report.findings().len(), overdue.count(), lang);
        self.sheet.paragraph(&format!("{checked} {day}{profile}. {counts}"))?;
        if let Some(aside) = super::aside::in_words(self.checked.document, lang) {
            self.sheet.paragraph(&aside)?;
        }
        if let Some(stamp) = self.checked.document.claimed_stamp() {
            let claim = super::stamp::in_words(stamp, lang);
            let has_errors = told.iter().any(|one| !one.is_accepted() && one.section() == Some(0));
            let refuted = if has_errors { REFUTED.in_lang(lang) } else { "" };
            self.sheet.paragraph(&format!("{claim}{refuted}"))?;
        }
        match (self.options.with_technical_details, lang) {
            (false, _) => Ok(()),
            (true, Lang::Da) => self.sheet.paragraph(&format!("Regler: udgave {RULE_EDITION}.")),
            (true, Lang::En) => self.sheet.paragraph(&format!("Rules: edition {RULE_EDITION}.")),
        }
    }

    fn entry(&mut self, told: &Told<'_>) -> fmt::Result {
        let lang = self.options.lang;
        let Some((first, sentence, mut details)) = told.in_words(lang) else { return Ok(()) };
        let basis = first.basis().label().in_lang(lang);
        // The exchange format means nothing to a head of a service.
        let mut sources = first.sources();
        sources.retain(|one| one.document != SourceDocument::EXCHANGE_FORMAT);
        if first.basis() == Basis::Form || sources.is_empty() {
            details.push(self.detail(BASIS, basis));
        } else {
            details.push(self.detail(SOURCE, format!("{} ({basis})", passages(&sources))));
        }
        let is_of_place = |note: &Note<'_>| told.places().all(|place| place.section == note.section);
        self.add_notes(&told.notes, told.notes.iter().all(is_of_place), &mut details);
        if self.options.with_technical_details {
            details.push(Detail {
                label: self.say(POINTER),
                values: told
                    .matters
                    .iter()
                    .flat_map(|(matter, _)| matter.places())
                    .map(|at| if at.as_str().is_empty() { "/".into() } else { at.to_string() })
                    .collect(),
            });
        }
        self.sheet.matter(first.code().as_str(), &sentence, &details)
    }

    /// Adds notes, without their section where it is the only one.
    fn add_notes(&self, notes: &[Note<'_>], one_section: bool, details: &mut Vec<Detail>) {
        if !notes.is_empty() {
            let words = |note: &Note<'_>| if one_section { note.text.into() } else { note.in_words() };
            let values = notes.iter().map(words).collect();
            details.push(Detail { label: self.say(NOTE), values });
        }
    }

    /// What is due when, what has no deadline, and what waits.
    fn duties(&mut self, entries: &[Entry<'_>]) -> fmt::Result {
        for (list, heading) in LISTS.iter().enumerate() {
            let mut inside: Vec<_> = entries.iter().filter(|entry| list_of(entry) == list).collect();
            if inside.is_empty() {
                continue;
            }
            self.sheet.section(self.say(*heading))?;
            // Stable: in document order below each heading.
            sort_by(&mut inside, |a, b| (rank_of(a), &a.heading).cmp(&(rank_of(b), &b.heading)));
            let mut last = "";
            for entry in inside {
                if entry.heading != last {
                    self.sheet.group(&capital(&entry.heading))?;
                    last = &entry.heading;
                }
                let mut details = Vec::new();
                self.add_notes(&entry.notes, entry.has_one_place(), &mut details);
                let is_bundle = matches!(self.checked.document.content(), Content::Bundle(_));
                match entry.listed().filter(|_| is_bundle) {
                    Some((words, places)) => {
                        details.insert(0, Detail { label: self.say(PLACE), values: places });
                        self.sheet.item(&words, &details)?;
                    }
                    None => self.sheet.item(&entry.in_words(self.options.lang), &details)?,
                }
            }
        }
        Ok(())
    }

    /// The notes that belong to no entry: those on the document as a whole, then those on a section.
    fn notes(&mut self, notes: &[Note<'_>]) -> fmt::Result {
        if notes.is_empty() {
            return Ok(());
        }
        self.sheet.section(self.say(NOTES))?;
        let (on_section, on_whole): (Vec<_>, Vec<_>) = notes.iter().partition(|note| note.section.is_some());
        let notes = on_whole.into_iter().chain(on_section);
        notes.into_iter().try_for_each(|note| self.sheet.item(&capital(&note.in_words()), &[]))
    }

    fn not_evaluated(&mut self, not_evaluated: &[NotEvaluated], places: &Places) -> fmt::Result {
        if not_evaluated.is_empty() {
            return Ok(());
        }
        let lang = self.options.lang;
        self.sheet.section(self.say(NOT_EVALUATED))?;
        let mut told: Keyed<str, (&NotEvaluated, Vec<Place>)> = Keyed::default();
        for one in not_evaluated {
            let key = format!("{} {}", one.code, one.because.in_lang(lang));
            let place = one.at.as_ref().map(|at| places.place(at));
            told.update(&*key, || (one, Vec::new()), |(_, at)| at.extend(place));
        }
        for (NotEvaluated { code, because, .. }, at) in told.into_values() {
            let title = match explain(*code) {
                Some(Explanation::Active(rule)) => format!("{code}: {}", capital(rule.title.in_lang(lang))),
                _ => code.to_string(),
            };
            let mut details = vec![self.detail(WHY, because.in_lang(lang).to_string())];
            if !at.is_empty() {
                details.push(Detail { label: self.say(PLACE), values: once_each(&at, lang) });
            }
            self.sheet.item(&title, &details)?;
        }
        Ok(())
    }
}

/// What is found, or what the rule would say if it could be assessed: its title alone would state that as a fact.
pub(super) fn sentence(finding: &Finding, lang: Lang) -> String {
    let title = finding.title(lang);
    capital(&match lang {
        _ if finding.is_not_met() => finding.message(lang),
        Lang::Da => format!("det kan ikke vurderes, om dette gælder: {title}"),
        Lang::En => format!("it cannot be assessed whether this holds: {title}"),
    })
}

const COUNTED_ONCE: Bilingual = Bilingual::new(
    " Samme fund flere steder tæller som ét.",
    " A finding that occurs in several places is counted once.",
);

const REFUTED: Bilingual = Bilingual::new(
    " Denne kontrol finder fejl, som et endeligt dokument ikke må have.",
    " This check finds errors that a final document must not have.",
);

/// How many entries of each sort there are, a remark that entries are counted if there are more findings, and how many
/// deadlines have passed: no rule reports that, and without it a reader could think that all is well.
fn counts(told: &[Told<'_>], findings: usize, overdue: usize, lang: Lang) -> String {
    let of = |section| told.iter().filter(|one| !one.is_accepted() && one.section() == Some(section)).count();
    let summary = Summary {
        errors: of(0),
        warnings: of(1),
        information: of(2),
        not_assessable: of(3),
        suppressed: told.iter().filter(|one| one.is_accepted()).count(),
        ..Summary::default()
    };
    let once = if findings > told.len() { COUNTED_ONCE.in_lang(lang) } else { "" };
    let summary = capital(&summary.in_lang(lang).to_string());
    let passed = match lang {
        Lang::Da => counted(
            count(overdue),
            "frist er passeret, uden at det fremgår, at opgaven er løst",
            "frister er passeret, uden at det fremgår, at opgaverne er løst",
        ),
        Lang::En => counted(
            count(overdue),
            "deadline has passed without a note that the task was done",
            "deadlines have passed without a note that the tasks were done",
        ),
    };
    match (overdue, told.is_empty(), lang) {
        (0, ..) => format!("{summary}.{once}"),
        (_, true, Lang::Da) => format!("{summary}, men {passed}."),
        (_, true, Lang::En) => format!("{summary}, but {passed}."),
        (_, false, _) => format!("{summary}.{once} {passed}."),
    }
}

/// The places in words, in their order, each once. If there are too many, the first are listed, then the sections of
/// the others.
fn once_each(places: &[Place], lang: Lang) -> Vec<String> {
    let mut seen: KeySet<str> = KeySet::default();
    let places: Vec<_> = places.iter().filter(|place| seen.insert(&*place.words, ())).collect();
    let told = if places.len() > MOST_PLACES { MOST_PLACES.saturating_sub(1) } else { places.len() };
    let mut words: Vec<_> = places.iter().take(told).map(|place| place.words.clone()).collect();
    let rest = places.get(told..).unwrap_or_default();
    if !rest.is_empty() {
        let more = match lang {
            Lang::Da => format!("og {} steder mere", rest.len()),
            Lang::En => format!("and {} more places", rest.len()),
        };
        let mut sections: Vec<_> = rest.iter().filter_map(|place| place.section).collect();
        sort_by(&mut sections, Ord::cmp);
        sections.dedup();
        words.push(if sections.is_empty() {
            more
        } else {
            format!("{more}: {}", sections_in_words(&sections, lang))
        });
    }
    words
}

/// The passages; a title is not repeated for the next passage of the same document.
fn passages(sources: &[SourceRef]) -> String {
    let mut said = String::new();
    let mut last = None;
    for SourceRef { document, section } in sources {
        let joint = if said.is_empty() { "" } else { "; " };
        let title = if last == Some(document) { String::new() } else { format!("{}, ", document.title) };
        said.extend([joint, &title, section]);
        last = Some(document);
    }
    said
}
