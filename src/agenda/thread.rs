//! Documents that follow each other: the agreements of one service, its evaluations of one kind, and its state assessments.
//!
//! What a duty must know of the documents after its own is a smallest date, a largest one, or whether there is one at all.
//! So neither the order in which documents are added counts, nor whether one is added again.

use alloc::vec;
use alloc::vec::Vec;

use chrono::{Datelike as _, NaiveDate};
use uuid::Uuid;

use super::item::{AgendaItem, DutyKind};
use crate::agreement::DevelopmentAgreement;
use crate::assessment::StateAssessment;
use crate::date::{DutyStatus, Lapse, PartialDate, Period};
use crate::evaluation::{EvaluatedStandard, Evaluation, EvaluationKind, Recommendation};
use crate::id::Id;
use crate::keyed::Keyed;
use crate::section::SectionNumber;
use crate::sorted::sort_by;
use crate::text::Text;

/// What follows each other: the kind of document, and the service.
type Line = (u8, Uuid);

/// All documents of an agenda that others can follow.
#[derive(Clone)]
pub(super) struct Threads {
    chapters: Vec<Chapter>,
    by_line: Keyed<Line, Vec<usize>>,
    bodies: Keyed<Uuid, Group>,
}

/// A community as a body of agreements.
#[derive(Clone)]
struct Group {
    body: Uuid,
    /// Whether a document says that it has ended, and whether one says that it has not.
    has_ended: bool,
    goes_on: bool,
    /// The actions of agreements that take part in it without an end of their own: their positions in the agenda.
    actions: Vec<usize>,
}

/// One document, and what is to be done in it.
#[derive(Clone)]
pub(super) struct Chapter {
    line: Line,
    /// The period of an agreement; of an evaluation or assessment the days on which it was or is to be held.
    days: Period,
    /// Whether the agreement has begun, or the evaluation or assessment was held, on the day of the agenda.
    has_begun: bool,
    held_on: Option<PartialDate>,
    /// What a later document carries on if it is there. Sorted before it is read.
    has: Vec<Mark>,
    recommended: Vec<Advice>,
    duties: Vec<Open>,
}

/// How a duty is found in a later document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    Id(Uuid),
    /// A meeting or a measuring with its last day: another one of the same id is another one.
    Due(Uuid, NaiveDate),
    /// The words of what has no id.
    Words(DutyKind, u64),
}

/// A recommendation: the standard that it is about, and its words.
#[derive(Clone)]
struct Advice {
    standard: Option<Uuid>,
    number: Option<SectionNumber>,
    /// Each word as a number, sorted: an agenda holds nothing that people wrote.
    words: Vec<u64>,
}

/// A duty that is not done according to its own document.
#[derive(Clone)]
struct Open {
    /// Its position in the agenda.
    item: usize,
    /// Its status according to its own document.
    said: Option<DutyStatus>,
    /// The last day on which its document speaks for it: the end, or its own last day if that is later.
    until: NaiveDate,
    marks: [Option<Mark>; 2],
    advice: Option<Advice>,
    later: Later,
}

/// What is known of the documents after that of a duty.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Later {
    is_carried_on: bool,
    /// The first end and the last start of those that began.
    first_end: Option<NaiveDate>,
    last_start: Option<NaiveDate>,
    /// The first evaluation or assessment that was held: on which days, and when according to its document.
    held: Option<(NaiveDate, NaiveDate, Option<PartialDate>)>,
    is_planned: bool,
}

impl Threads {
    pub(super) const fn new() -> Self {
        Self { chapters: Vec::new(), by_line: Keyed::new(), bodies: Keyed::new() }
    }

    /// Adds a document, and settles what it and the others show about each other.
    pub(super) fn add(&mut self, mut chapter: Chapter, items: &mut [AgendaItem]) {
        sort_by(&mut chapter.has, Ord::cmp);
        let line = self.by_line.get(chapter.line).map(Vec::as_slice).unwrap_or_default();
        for other in line {
            if let Some(other) = self.chapters.get_mut(*other) {
                other.is_followed_by(&chapter, items);
                chapter.is_followed_by(other, items);
            }
        }
        self.by_line.push(chapter.line, self.chapters.len());
        self.chapters.push(chapter);
    }

    /// Adds those of another agenda whose items now begin at this position.
    pub(super) fn append(&mut self, other: Self, from: usize, items: &mut [AgendaItem]) {
        for mut chapter in other.chapters {
            chapter.duties.iter_mut().for_each(|open| open.item = open.item.saturating_add(from));
            self.add(chapter, items);
        }
        for mut group in other.bodies.into_values() {
            group.actions.iter_mut().for_each(|item| *item = item.saturating_add(from));
            self.add_group(group, items);
        }
    }

    /// Adds a community, which has ended or not.
    pub(super) fn add_community(&mut self, body: Uuid, has_ended: bool, items: &mut [AgendaItem]) {
        self.add_group(Group { body, has_ended, goes_on: !has_ended, actions: Vec::new() }, items);
    }

    /// Adds an action that takes part in a body, and recurs.
    pub(super) fn add_action(&mut self, body: Uuid, item: usize, items: &mut [AgendaItem]) {
        let actions = vec![item];
        self.add_group(Group { body, has_ended: false, goes_on: false, actions }, items);
    }

    /// What recurs ends with its community; another document can say that it goes on.
    fn add_group(&mut self, group: Group, items: &mut [AgendaItem]) {
        let Group { body, has_ended, goes_on, actions } = group;
        self.bodies.insert_with(body, || Group {
            body,
            has_ended: false,
            goes_on: false,
            actions: Vec::new(),
        });
        let Some(known) = self.bodies.get_mut(body) else { return };
        let was_over = known.is_over();
        known.has_ended |= has_ended;
        known.goes_on |= goes_on;
        let is_over = known.is_over();
        let from = if was_over == is_over { known.actions.len() } else { 0 };
        known.actions.extend(actions);
        for item in known.actions.iter().skip(from) {
            let Some(item) = items.get_mut(*item) else { continue };
            let because = Lapse::Ended;
            item.status = Some(if is_over { DutyStatus::Lapsed { because } } else { DutyStatus::Recurring });
        }
    }
}

impl Group {
    const fn is_over(&self) -> bool {
        self.has_ended && !self.goes_on
    }
}

impl Chapter {
    /// `None` without a service or a period: nothing is known to follow it.
    pub(super) fn of_agreement(one: &DevelopmentAgreement, as_of: NaiveDate) -> Option<Self> {
        let days = one.running_period().filter(Period::is_ordered)?;
        let line = (0, one.service.as_ref()?.id.uuid());
        Some(Self::new(line, days, days.start <= as_of))
    }

    /// `None` for quality monitoring, and without a service or a date.
    pub(super) fn of_evaluation(one: &Evaluation, as_of: NaiveDate) -> Option<Self> {
        let kind = match one.kind {
            EvaluationKind::SelfEvaluation => 1,
            EvaluationKind::External => 2,
            // One year has several, each of something else.
            EvaluationKind::Monitoring => return None,
        };
        let on = one.held_on.or(one.planned_on)?;
        let days = Period { start: on.first_day(), end: on.last_day() };
        let line = (kind, one.service.as_ref()?.id.uuid());
        Some(Self { held_on: one.held_on, ..Self::new(line, days, one.was_held(as_of)) })
    }

    /// `None` without a service or a date.
    pub(super) fn of_assessment(one: &StateAssessment, as_of: NaiveDate) -> Option<Self> {
        let days = Period::from(one.on?);
        let line = (3, one.service.as_ref()?.id.uuid());
        let topics = one.topics.iter().filter_map(|topic| topic.topic.as_ref());
        let has = topics.filter_map(|topic| Mark::of_words(DutyKind::Assessment, Some(topic)));
        let has = has.collect();
        Some(Self { held_on: one.on, has, ..Self::new(line, days, days.start <= as_of) })
    }

    const fn new(line: Line, days: Period, has_begun: bool) -> Self {
        Self {
            line,
            days,
            has_begun,
            held_on: None,
            has: Vec::new(),
            recommended: Vec::new(),
            duties: Vec::new(),
        }
    }

    /// Adds something that is there, done or not.
    pub(super) fn has(&mut self, mark: Mark) {
        self.has.push(mark);
    }

    /// Adds a duty that is not done.
    pub(super) fn is_open(&mut self, item: usize, said: Option<DutyStatus>, marks: [Option<Mark>; 2]) {
        let last_day = match said {
            Some(DutyStatus::Due { last_day } | DutyStatus::Overdue { last_day }) => last_day,
            _ => self.days.end,
        };
        let until = self.days.end.max(last_day);
        self.duties.push(Open { item, said, until, marks, advice: None, later: Later::default() });
    }

    /// Adds a recommendation, and says of its duties, the items from this position on, what it recommends.
    pub(super) fn recommends(&mut self, standard: &EvaluatedStandard, one: &Recommendation, from: usize) {
        let mut words: Vec<_> = one.text.as_ref().into_iter().flat_map(words).collect();
        sort_by(&mut words, Ord::cmp);
        let standard_id = standard.standard.map(Id::uuid);
        let advice = Advice { standard: standard_id, number: standard.number, words };
        for duty in self.duties.iter_mut().rev().take_while(|duty| duty.item >= from) {
            duty.advice = Some(advice.clone());
        }
        self.recommended.push(advice);
    }

    /// Settles what a later document shows about the duties of this one.
    fn is_followed_by(&mut self, later: &Self, items: &mut [AgendaItem]) {
        if later.days.start <= self.days.end {
            return;
        }
        // Another assessment renews it if it has all its topics.
        let is_topic = |mark: &&Mark| matches!(mark, Mark::Words(DutyKind::Assessment, _));
        let is_there = |mark: &Mark| later.has.binary_search(mark).is_ok();
        if !self.has.iter().filter(is_topic).all(is_there) {
            return;
        }
        for open in &mut self.duties {
            let Some(item) = items.get_mut(open.item) else { continue };
            // One that has not begun shows nothing, apart from an evaluation that is planned.
            if later.has_begun || item.duty == DutyKind::NextEvaluation {
                open.note(item.duty, later);
                item.status = open.status(item.duty);
            }
        }
    }
}

impl Open {
    fn note(&mut self, duty: DutyKind, later: &Chapter) {
        let found = &mut self.later;
        if matches!(duty, DutyKind::NextEvaluation | DutyKind::Assessment) {
            let held = (later.days.start, later.days.end, later.held_on);
            if !later.has_begun {
                found.is_planned = true;
            } else if found.held.is_none_or(|known| held < known) {
                found.held = Some(held);
            }
        } else {
            let is_after = later.days.start > self.until;
            let is_there = |mark: &Mark| later.has.binary_search(mark).is_ok();
            let advice = self.advice.as_ref();
            found.is_carried_on = found.is_carried_on
                || self.marks.iter().flatten().any(is_there)
                || advice.is_some_and(|one| later.recommended.iter().any(|other| one.is_repeated_by(other)));
            if is_after {
                let Period { start, end } = later.days;
                found.first_end = Some(found.first_end.map_or(end, |known| known.min(end)));
                found.last_start = found.last_start.max(Some(start));
            }
        }
    }

    fn status(&self, duty: DutyKind) -> Option<DutyStatus> {
        let Later { is_carried_on, first_end, last_start, held, is_planned } = self.later;
        let carried_on = Some(DutyStatus::Lapsed { because: Lapse::CarriedOn });
        if matches!(duty, DutyKind::NextEvaluation | DutyKind::Assessment) {
            return match held {
                // The later one says when the one after it is held.
                Some(_) if self.said == Some(DutyStatus::Recurring) => carried_on,
                Some((_, _, on)) => Some(DutyStatus::Done { on }),
                None if is_planned => carried_on,
                None => self.said,
            };
        }
        if is_carried_on {
            return carried_on;
        }
        // The deadline that an authority has set does not end with an agreement.
        if duty == DutyKind::Criticism && self.has_last_day() {
            return self.said;
        }
        match (first_end, last_start) {
            (Some(end), Some(start)) if start > end => Some(DutyStatus::Lapsed { because: Lapse::Ended }),
            (None, _) => self.said,
            // A meeting of the year before is no longer held, and no figure fixed for it.
            _ if self.said == Some(DutyStatus::Recurring)
                || matches!(duty, DutyKind::FollowUp | DutyKind::Fixing) =>
            {
                Some(DutyStatus::Lapsed { because: Lapse::Ended })
            }
            _ => Some(self.left_open()),
        }
    }

    const fn has_last_day(&self) -> bool {
        matches!(self.said, Some(DutyStatus::Due { .. } | DutyStatus::Overdue { .. }))
    }

    const fn left_open(&self) -> DutyStatus {
        match self.said {
            Some(DutyStatus::Due { last_day } | DutyStatus::Overdue { last_day }) => {
                DutyStatus::LeftOpen { last_day: Some(last_day) }
            }
            _ => DutyStatus::LeftOpen { last_day: None },
        }
    }
}

impl Advice {
    /// Whether another one is about the same standard and has all its words. One word alone says too little.
    fn is_repeated_by(&self, other: &Self) -> bool {
        let is_same = match (self.standard, other.standard) {
            (Some(one), Some(other)) => one == other,
            _ => self.number.is_some() && self.number == other.number,
        };
        let has = |word| other.words.binary_search(word).is_ok();
        let is_said = self.words == other.words || self.words.len() > 1;
        is_same && is_said && !self.words.is_empty() && self.words.iter().all(has)
    }
}

impl Mark {
    /// The mark of something without an id: its words, in their order. `None` without words.
    pub(super) fn of_words(duty: DutyKind, text: Option<&Text>) -> Option<Self> {
        Some(Self::Words(duty, number_of(text, None)?))
    }

    /// The mark of somebody without an id: the role and the first day. `None` without one of them.
    pub(super) fn of_member(duty: DutyKind, role: Option<&Text>, from: Option<PartialDate>) -> Option<Self> {
        let Self::Words(_, role) = Self::of_words(duty, role)? else { return None };
        let day = from?.first_day().num_days_from_ce();
        Some(Self::Words(duty, mixed(role, &day.to_le_bytes())))
    }
}

/// The words of a text, each as a number (FNV-1a), regardless of case and punctuation.
fn words(text: &Text) -> impl Iterator<Item = u64> + '_ {
    let words = text.as_str().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| {
        let letters = word.chars().flat_map(char::to_lowercase);
        letters.fold(0xcbf2_9ce4_8422_2325, |number, c| mixed(number, &u32::from(c).to_le_bytes()))
    })
}

/// The words in their order and a day as one number. `None` without both.
pub(super) fn number_of(text: Option<&Text>, day: Option<NaiveDate>) -> Option<u64> {
    let words = text.into_iter().flat_map(words).reduce(|all, word| mixed(all, &word.to_le_bytes()));
    let Some(day) = day else { return words };
    Some(mixed(words.unwrap_or_default(), &day.num_days_from_ce().to_le_bytes()))
}

/// A position as one number.
pub(super) fn number_at(nth: usize) -> u64 {
    mixed(1, &nth.to_le_bytes())
}

pub(super) fn mixed(number: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(number, |number, byte| (number ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
