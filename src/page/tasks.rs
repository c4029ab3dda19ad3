//! What is to be done, from every kind of document: with its time, and without one.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::named::quoted;
use super::notes::Note;
use super::places::sections_in_words;
use super::sheet::is_blank;
use super::title::capital;
use crate::Lang;
use crate::agreement::{AgendaItem, DevelopmentAgreement, Duty, FocusArea, FollowUp, FollowUpForm};
use crate::community::ImprovementCommunity;
use crate::cycle::PdsaCycle;
use crate::date::{DutyStatus, When};
use crate::document::Content;
use crate::goal::Citizen;
use crate::section::SectionNumber;
use crate::target_figure::TargetFigure;
use crate::text::{Bilingual, Text};

const AREA: Bilingual = Bilingual::new("indsatsområde", "focus area");
const WHOLE: Bilingual = Bilingual::new("hele aftalen", "the whole agreement");
const AIM: Bilingual = Bilingual::new("mål", "aim");
const TARGET: Bilingual = Bilingual::new("måltal", "target figure");
const CYCLE: Bilingual = Bilingual::new("PDSA-cyklus", "PDSA cycle");
const CITIZEN: Bilingual = Bilingual::new("borger", "citizen");
const SUB_GOAL: Bilingual = Bilingual::new("delmål", "sub-goal");
const DONE: Bilingual = Bilingual::new("gjort", "done");
const TEST: Bilingual = Bilingual::new("afprøvning", "test");

/// Something to be done, as one place states it.
#[derive(Clone, Copy)]
struct Task<'a> {
    /// The status on the day of the page; `None` if no time is stated.
    status: Option<DutyStatus>,
    /// The time as the document states it.
    when: Option<&'a When>,
    /// What kind of thing it is.
    what: &'static str,
    form: Option<FollowUpForm>,
    /// The words of the document for it.
    text: Option<&'a str>,
    /// Whom or what it waits for, in the words of the document.
    waits_for: Option<&'a str>,
}

/// One thing to be done, with all the places that state it.
pub(super) struct Entry<'a> {
    /// The status on the day of the page; `None` if no time is stated.
    pub(super) status: Option<DutyStatus>,
    /// When it is due or what it waits for, in words; empty if no time is stated.
    pub(super) heading: String,
    /// Kind, form, text and time, as far as the heading does not say it.
    words: String,
    has_kind: bool,
    pub(super) sections: Vec<SectionNumber>,
    /// The places without a section.
    others: Vec<String>,
    /// The notes of the document that stand beside it.
    pub(super) notes: Vec<Note<'a>>,
}

impl Entry<'_> {
    /// The places, and what is to be done there.
    pub(super) fn in_words(&self, lang: Lang) -> String {
        let sections = (!self.sections.is_empty()).then(|| sections_in_words(&self.sections, lang));
        let places: Vec<_> = sections.into_iter().chain(self.others.iter().cloned()).collect();
        let places = places.join(", ");
        let between = match (places.is_empty() || self.words.is_empty(), self.has_kind) {
            (true, _) => "",
            (false, true) => ", ",
            (false, false) => ": ",
        };
        capital(&format!("{places}{between}{}", self.words))
    }

    /// Returns `true` if one section is all that states it.
    pub(super) const fn has_one_place(&self) -> bool {
        self.sections.len() == 1 && self.others.is_empty()
    }
}

impl Task<'_> {
    fn heading(&self, lang: Lang) -> String {
        match (self.status, self.when) {
            (Some(DutyStatus::Recurring), Some(when)) => when.in_lang(lang).to_string(),
            (Some(DutyStatus::Done { .. }), _) => DONE.in_lang(lang).into(),
            (Some(status), _) => status.in_lang(lang).to_string(),
            (None, _) => String::new(),
        }
    }

    fn words(&self, lang: Lang) -> String {
        let mut words = String::from(self.what);
        if let Some(form) = self.form {
            words.extend([" (", form.label().in_lang(lang), ")"]);
        }
        if let Some(text) = self.text {
            words.push_str(if words.is_empty() { "" } else { ": " });
            words.push_str(text);
        }
        // Said again only where the heading says less than the document does.
        let when = match (self.status, self.when) {
            (Some(DutyStatus::Done { on }), _) => on.map(|on| on.in_lang(lang).to_string()),
            (
                Some(DutyStatus::Due { .. } | DutyStatus::Overdue { .. }),
                Some(When::Date { on: Some(on) }),
            ) if on.is_day() => None,
            (Some(DutyStatus::Due { .. } | DutyStatus::Overdue { .. }), Some(when)) => {
                Some(when.in_lang(lang).to_string())
            }
            (Some(DutyStatus::Pending { .. }), Some(day @ When::MonthDay { .. })) => {
                Some(day.in_lang(lang).to_string())
            }
            (Some(DutyStatus::Pending { .. }), _) => self.waits_for.map(String::from),
            _ => None,
        };
        if let Some(when) = when {
            words.extend([" (", when.as_str(), ")"]);
        }
        words
    }
}

/// Collects what is to be done.
struct Tasks<'a> {
    as_of: NaiveDate,
    lang: Lang,
    entries: Vec<Entry<'a>>,
    /// The index of each entry, by its words.
    known: BTreeMap<String, usize>,
}

/// Where a task stands.
enum At {
    Section(SectionNumber),
    Words(String),
}

/// Everything to be done: once each, in the order of the first places.
pub(super) fn tasks(content: &Content, as_of: NaiveDate, lang: Lang) -> Vec<Entry<'_>> {
    let mut tasks = Tasks { as_of, lang, entries: Vec::new(), known: BTreeMap::new() };
    match content {
        Content::Agreement(agreement) => tasks.agreement(agreement),
        Content::Community(community) => tasks.community(community),
        Content::Cycle(cycle) => tasks.cycle(cycle, String::new()),
        Content::TargetFigure(target) => tasks.target(target, String::new()),
        Content::Citizen(citizen) => tasks.citizen(citizen, ""),
        Content::Caseload(caseload) => {
            for (n, citizen) in caseload.citizens.iter().enumerate() {
                tasks.citizen(citizen, &nth(CITIZEN, n, caseload.citizens.len(), lang));
            }
        }
        Content::Audit(_)
        | Content::Project(_)
        | Content::Organisation(_)
        | Content::StandardSet(_)
        | Content::Measurement(_)
        | Content::Series(_) => {}
    }
    tasks.entries
}

impl<'a> Tasks<'a> {
    fn add(&mut self, at: At, task: Task<'a>) {
        let (heading, words) = (task.heading(self.lang), task.words(self.lang));
        let entry = *self.known.entry(format!("{heading}\n{words}")).or_insert(self.entries.len());
        if entry == self.entries.len() {
            let Task { status, what, .. } = task;
            let (sections, others, notes) = (Vec::new(), Vec::new(), Vec::new());
            let has_kind = !what.is_empty();
            self.entries.push(Entry { status, heading, words, has_kind, sections, others, notes });
        }
        let Some(entry) = self.entries.get_mut(entry) else { return };
        match at {
            At::Section(section) if !entry.sections.contains(&section) => entry.sections.push(section),
            At::Words(words) if !words.is_empty() && !entry.others.contains(&words) => {
                entry.others.push(words);
            }
            At::Section(_) | At::Words(_) => {}
        }
    }

    fn agreement(&mut self, agreement: &'a DevelopmentAgreement) {
        for AgendaItem { duty, area, section, text, form, when, status, .. } in agreement.agenda(self.as_of) {
            let at = self.at(agreement, area, section);
            let what = duty.label().in_lang(self.lang);
            let text = text.and_then(stated);
            let waits_for = waits_for(when, Some(agreement));
            self.add(at, Task { status: Some(status), when: Some(when), what, form, text, waits_for });
        }
        for area in &agreement.focus_areas {
            for one in area.actions.iter().filter(|one| one.when.is_none()) {
                let at = self.at(agreement, Some(area), one.section);
                self.without_time(at, Duty::Action.label(), None, one.text.as_ref(), one.done());
            }
            for one in area.targets.iter().filter(|one| one.measured_at.is_none()) {
                let at = self.at(agreement, Some(area), one.section);
                self.without_time(at, TARGET, None, one.topic.as_ref(), one.measuring_done());
            }
            area.follow_ups.iter().for_each(|one| self.untimed_follow_up(agreement, Some(area), one));
        }
        agreement.follow_ups.iter().for_each(|one| self.untimed_follow_up(agreement, None, one));
    }

    fn untimed_follow_up(
        &mut self,
        agreement: &'a DevelopmentAgreement,
        area: Option<&'a FocusArea>,
        one: &'a FollowUp,
    ) {
        if one.when.is_none() {
            let at = self.at(agreement, area, one.section);
            self.without_time(at, Duty::FollowUp.label(), one.form, one.on.as_ref(), one.done());
        }
    }

    fn without_time(
        &mut self,
        at: At,
        what: Bilingual,
        form: Option<FollowUpForm>,
        text: Option<&'a Text>,
        done: Option<DutyStatus>,
    ) {
        let status = done.filter(|done| done.is_known_on(self.as_of));
        let what = what.in_lang(self.lang);
        self.add(at, Task { status, when: None, what, form, text: text.and_then(stated), waits_for: None });
    }

    fn at(
        &self,
        agreement: &DevelopmentAgreement,
        area: Option<&FocusArea>,
        section: Option<SectionNumber>,
    ) -> At {
        if let Some(section) = section.or_else(|| area?.number) {
            return At::Section(section);
        }
        let Some(area) = area else { return At::Words(WHOLE.in_lang(self.lang).into()) };
        let place = agreement.focus_areas.iter().position(|one| core::ptr::eq(one, area));
        let mut words = nth(AREA, place.unwrap_or_default(), agreement.focus_areas.len(), self.lang);
        if let Some(title) = area.title.as_ref().and_then(stated) {
            words.push(' ');
            words.push_str(&quoted(title, self.lang));
        }
        At::Words(words)
    }

    fn community(&mut self, community: &'a ImprovementCommunity) {
        for (n, aim) in community.aims.iter().enumerate() {
            let at = At::Words(nth(AIM, n, community.aims.len(), self.lang));
            let status = aim.by.as_ref().map(|by| by.status(self.as_of, None));
            let text = aim.statement.as_ref().and_then(stated);
            let waits_for = aim.by.as_ref().and_then(|by| waits_for(by, None));
            self.add(at, Task { status, when: aim.by.as_ref(), what: "", form: None, text, waits_for });
        }
        for (n, one) in community.targets.iter().enumerate() {
            let mut place = nth(TARGET, n, community.targets.len(), self.lang);
            let member = community.members.iter().find(|member| member.service == one.service);
            if let Some(name) = member.and_then(|member| member.name.as_ref()).and_then(stated) {
                place.push(' ');
                place.push_str(&quoted(name, self.lang));
            }
            self.target(&one.target, place);
        }
        for (n, cycle) in community.cycles.iter().enumerate() {
            self.cycle(cycle, nth(CYCLE, n, community.cycles.len(), self.lang));
        }
    }

    /// A target figure that stands in the section that it states, or at `words`.
    fn target(&mut self, one: &'a TargetFigure, words: String) {
        let what = if words.is_empty() { TARGET } else { Bilingual::new("", "") };
        let at = one.section.map_or(At::Words(words), At::Section);
        let Some(when) = &one.measured_at else {
            return self.without_time(at, what, None, one.topic.as_ref(), one.measuring_done());
        };
        let status = Some(when.status(self.as_of, None).or_done(one.measuring_done(), self.as_of));
        let what = Duty::Measuring.label().in_lang(self.lang);
        let text = one.topic.as_ref().and_then(stated);
        let waits_for = waits_for(when, None);
        self.add(at, Task { status, when: Some(when), what, form: None, text, waits_for });
    }

    /// The deadlines of the open sub-goals: they are named by position, never by what people wrote.
    fn citizen(&mut self, citizen: &'a Citizen, place: &str) {
        for (n, one) in citizen.sub_goals.iter().enumerate() {
            let sub_goal = nth(SUB_GOAL, n, citizen.sub_goals.len(), self.lang);
            let words = if place.is_empty() { sub_goal } else { format!("{place}, {sub_goal}") };
            for (kind, status) in one.deadlines(self.as_of) {
                if matches!(status, DutyStatus::Done { .. }) {
                    continue;
                }
                let what = kind.label().in_lang(self.lang);
                let task =
                    Task { status: Some(status), when: None, what, form: None, text: None, waits_for: None };
                self.add(At::Words(words.clone()), task);
            }
        }
    }

    /// A test that is planned, or was carried out.
    fn cycle(&mut self, cycle: &'a PdsaCycle, words: String) {
        let done = cycle.carried_out.as_ref().map(|done| DutyStatus::Done { on: done.on });
        let when = cycle.plan.as_ref().and_then(|plan| plan.when.as_ref());
        let text = cycle.change.as_ref();
        let Some(when) = when else {
            return self.without_time(At::Words(words), TEST, None, text, done);
        };
        let status = Some(when.status(self.as_of, None).or_done(done, self.as_of));
        let what = TEST.in_lang(self.lang);
        let text = text.and_then(stated);
        let waits_for = waits_for(when, None);
        self.add(At::Words(words), Task { status, when: Some(when), what, form: None, text, waits_for });
    }
}

/// An element of a list, with its position if there are several.
fn nth(what: Bilingual, index: usize, of: usize, lang: Lang) -> String {
    let what = what.in_lang(lang);
    if of > 1 { format!("{what} {}", index.saturating_add(1)) } else { what.into() }
}

fn stated(text: &Text) -> Option<&str> {
    Some(text.as_str()).filter(|text| !is_blank(text))
}

/// The schedule or the body that a time waits for, as the document names it.
fn waits_for<'a>(when: &'a When, agreement: Option<&'a DevelopmentAgreement>) -> Option<&'a str> {
    match when {
        When::Schedule { title, .. } => title.as_ref().and_then(stated),
        When::DecidedBy { body, name } => name.as_ref().and_then(stated).or_else(|| {
            let set_up = agreement?.bodies.iter().find(|one| Some(one.id) == *body);
            set_up?.name.as_ref().and_then(stated)
        }),
        _ => None,
    }
}
