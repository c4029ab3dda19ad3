//! The agenda (*opgaver og frister*): what is to be done in documents of any kind, by when, and its status on a day.
//!
//! A service that runs it every night reads its documents one at a time and keeps none of them. What is done
//! according to a document is included as done, and what has no deadline is included without one; the caller chooses.
//!
//! ```
//! use kvalitetsmodel::agenda::{Agenda, DutyKind, DutyState};
//! use kvalitetsmodel::{Lang, document::Document};
//!
//! // Two documents, one on each line; `json::lines` (feature `json`) says more about lines that cannot be read.
//! let lines = r#"
//! {"format":"kvalitetsmodel/1","status":"draft","id":"00000000-0000-4000-8000-000000000001","content":{"agreement":{"id":"00000000-0000-4000-8000-000000000002","year":2024,"followUps":[{"id":"00000000-0000-4000-8000-000000000003","form":"dialogueMeeting","when":{"date":{"on":"2024-medio"}}}]}}}
//! {"format":"kvalitetsmodel/1","status":"draft","id":"00000000-0000-4000-8000-000000000004","content":{"citizen":{"id":"00000000-0000-4000-8000-000000000005","subGoals":[{"id":"00000000-0000-4000-8000-000000000006","endsOn":"2024-07-10"}]}}}
//! "#;
//! let mut agenda = Agenda::new("2024-07-01".parse()?);
//! for line in lines.trim().lines() {
//!     let document: Document = serde_json::from_str(line)?;
//!     agenda.add(&document);
//! }
//! let in_july: Vec<_> = agenda.due_between("2024-07-01".parse()?, "2024-07-31".parse()?).collect();
//! assert_eq!(
//!     in_july[0].in_lang(Lang::Da).to_string(),
//!     "borger 00000000-0000-4000-8000-000000000005, delmål, afslutning: senest 10. juli 2024",
//! );
//! assert_eq!(in_july[0].duty, DutyKind::Closing);
//! assert_eq!(in_july[0].key().to_string(), "subGoal:00000000-0000-4000-8000-000000000006/closing");
//! assert_eq!(agenda.in_state(DutyState::Overdue).count(), 0);
//! let last = agenda.by_date()[1];
//! assert_eq!(
//!     last.in_lang(Lang::En).to_string(),
//!     "the whole agreement, follow-up (dialogue meeting): due by 31 August 2024 (mid-2024)",
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | kind of document | what is on its agenda |
//! | --- | --- |
//! | agreement | actions that were not given up, support tasks, measuring of target figures and fixing of those that a community agrees, follow-ups, announced decisions, criticism that is not answered or has a deadline, and its duties of daily operation |
//! | state assessment | its renewal, if it states a day for it |
//! | community | aims, measuring of target figures, tests of PDSA cycles, cross-audits |
//! | PDSA cycle | its test |
//! | target figure | its measuring |
//! | citizen, caseload | evaluation and closing of sub-goals, and the end of goals of the order, where they have a date or are done |
//! | audit | the meeting of the panel |
//! | project | countings, training, the meeting of its audit |
//! | project with learning circles | steps of core elements, meetings and PDSA cycles of circles, workshops, seminars, coaching, the product of the resource group, evaluations |
//! | evaluation | the evaluation itself, the next one, the decision of the committee, recommendations, new monitoring |
//! | implementation plan | the rows of its timetable, and the listed tasks that no row carries out |
//! | duties of daily operation | training of each member who has not left, review of each building and plan for the improvements that it led to, reports of adverse events, health monitoring and the report of its results |
//!
//! An organisation, a standard set, a measurement and a series state nothing that is to be done.
//!
//! To list what one service has to do, filter documents before you add them: plans and projects with learning circles
//! name no service.
//!
//! What documents show about each other is taken into account, whatever the order in which they are added. The next
//! evaluation is done when a later one of the same service and kind was held. When the agreement of the next period has
//! begun, what it carries on is on its agenda alone, and what it does not is
//! [left open](DutyState::LeftOpen) until that one has a successor, too. What recurs ends with its community or project, or when the
//! next agreement has begun.
//!
//! What waits for something, recurs or has no last day is not in [`due_between`](Agenda::due_between): see
//! [`in_state`](Agenda::in_state).
//!
//! The same thing in several documents is one item, found by its id, or by its words or position in what has one; duties of
//! daily operation that have no id are those of their service. It is done if one document says so, and dropped if one
//! says so. What is still open is shown as an agreement or caseload that has begun last states it; a document that says
//! nothing about its time counts beside it, and of two days the first.
//!
//! An agenda holds ids, places, times and statuses. It holds nothing that people wrote, unless
//! [`with_texts`](Agenda::with_texts) asks for it, and about citizens not even then: only their service is named. A log of it reveals no words, but
//! that the citizen with an id has a deadline is still data about a person. With the feature `page`, `Page::of_agenda`
//! shows it.

mod gather;
mod item;
mod missing;
mod place;
mod same;
mod sentence;
mod thread;

use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeStruct as _, Serializer};

pub use item::{AgendaItem, DutyKind, DutyState, Texts};
pub use missing::{Missing, MissingKind, missing, missing_before};
#[cfg(feature = "page")]
pub(crate) use place::{Place, PlaceInWords};

use gather::Gather;
use thread::Threads;

use crate::Lang;
use crate::date::day_in_lang;
use crate::document::Document;
use crate::draft::kind::Draft;
use crate::sorted::sort_by;
use crate::text::error_type;

/// What is to be done in some documents, and its status on a day. See the [module](self).
///
/// Serialised, it is the day and the items [by date](Self::by_date), each with its sentence in both languages:
///
/// ```
/// use kvalitetsmodel::{agenda::Agenda, id::Id, target_figure::TargetFigure};
///
/// let mut target = TargetFigure::new(Id::from_u128(1));
/// target.measured_at = serde_json::from_str(r#"{ "date": { "on": "2024-03-31" } }"#)?;
/// let mut agenda = Agenda::new("2024-04-01".parse()?);
/// agenda.add_draft(&target);
/// let json = serde_json::to_value(&agenda)?;
/// assert_eq!(json["items"][0]["state"], "overdue");
/// assert_eq!(json["items"][0]["status"]["overdue"]["lastDay"], "2024-03-31");
/// assert_eq!(
///     json["items"][0]["message"]["en"],
///     "measuring of a target figure: overdue, the last day was 31 March 2024",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Agenda {
    as_of: NaiveDate,
    with_texts: bool,
    items: Vec<AgendaItem>,
    threads: Threads,
}

impl PartialEq for Agenda {
    /// What documents show about each other is in the items.
    fn eq(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.as_of, one.with_texts);
        of(self) == of(other) && self.items() == other.items()
    }
}

impl Eq for Agenda {}

impl fmt::Debug for Agenda {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { as_of, with_texts, .. } = self;
        let mut s = f.debug_struct("Agenda");
        s.field("as_of", as_of).field("with_texts", with_texts).field("items", &self.items());
        s.finish_non_exhaustive()
    }
}

/// The agendas are for different days, and so are the statuses in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct OtherDay {
    /// The day of the agenda that was to be added to.
    pub this: NaiveDate,
    /// The day of the agenda that was to be added.
    pub other: NaiveDate,
}

error_type! {
    OtherDay,
    kind |_| "otherDay",
    says |error, lang, f| {
        let (this, other) = (day_in_lang(error.this, lang), day_in_lang(error.other, lang));
        match lang {
            Lang::Da => write!(f, "en dagsorden pr. {other} kan ikke føjes til en pr. {this}"),
            Lang::En => write!(f, "an agenda as of {other} cannot be added to one as of {this}"),
        }
    },
    "this": |error: &OtherDay| Some(error.this),
    "other": |error: &OtherDay| Some(error.other),
}

impl Agenda {
    /// An agenda without items: statuses will be those on `as_of`.
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self { as_of, with_texts: false, items: Vec::new(), threads: Threads::new() }
    }

    /// Keeps what people wrote with the items that are added from now on: see [`Texts`]. The agenda, its JSON and its
    /// pages are then as confidential as the documents. Items about citizens name their service, and have no
    /// other texts.
    #[must_use]
    pub fn with_texts(self) -> Self {
        Self { with_texts: true, ..self }
    }

    /// Adds what is to be done in a document. The places point into the document.
    ///
    /// What documents show about each other counts in any order: that one says that a thing is done, that the next
    /// evaluation was held, or that the next agreement carries something on. A document that is added again adds nothing.
    pub fn add(&mut self, document: &Document) {
        Gather::of_document(self, document);
    }

    /// Adds what is to be done in a bare draft. The places point into the draft.
    ///
    /// ```
    /// use kvalitetsmodel::agenda::Agenda;
    /// use kvalitetsmodel::agreement::{DevelopmentAgreement, FollowUp};
    /// use kvalitetsmodel::date::DutyStatus;
    /// use kvalitetsmodel::id::Id;
    ///
    /// let mut agreement = DevelopmentAgreement::new(Id::from_u128(1));
    /// agreement.follow_ups = vec![FollowUp::new(Id::from_u128(2)), FollowUp::new(Id::from_u128(3))];
    /// agreement.follow_ups[0].when = serde_json::from_str(r#"{ "date": { "on": "2024-medio" } }"#)?;
    /// let mut agenda = Agenda::new("2024-09-01".parse()?);
    /// agenda.add_draft(&agreement);
    /// assert!(matches!(agenda.items()[0].status, Some(DutyStatus::Overdue { .. }))); // the last day was 31 August
    /// assert_eq!(agenda.items()[1].status, None); // it has no deadline
    /// assert_eq!(agenda.items()[1].at.as_str(), "/followUps/1");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add_draft<T: Draft>(&mut self, draft: &T) {
        Gather::of_draft(self, draft);
    }

    /// Adds the items of another agenda of the same day, such as one that another thread has made.
    ///
    /// # Errors
    ///
    /// [`OtherDay`] if the other agenda is for another day; then nothing is added.
    pub fn append(&mut self, mut other: Self) -> Result<(), OtherDay> {
        if self.as_of != other.as_of {
            return Err(OtherDay { this: self.as_of, other: other.as_of });
        }
        let from = self.items.len();
        self.items.append(&mut other.items);
        self.threads.append(other.threads, from, &mut self.items);
        Ok(())
    }

    /// Keeps the items that `keep` returns `true` for. What is added afterwards settles none of them.
    #[cfg(feature = "page")]
    pub(crate) fn retain(&mut self, keep: impl FnMut(&AgendaItem) -> bool) {
        self.items.retain(keep);
        self.threads = Threads::new();
    }

    /// The day of the statuses.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The items in the order in which they were added, those of the same document in its order. What several documents
    /// state is one item, at the place of the first.
    #[must_use]
    pub fn items(&self) -> Vec<&AgendaItem> {
        same::things(&self.items, self.as_of)
    }

    /// The items by their last day, then those without one. The order does not depend on the order in which
    /// documents were added: items of the same day are in the order of their states, documents, places and duties.
    #[must_use]
    pub fn by_date(&self) -> Vec<&AgendaItem> {
        let mut items = self.items();
        sort_by(&mut items, |a, b| a.order().cmp(&b.order()));
        items
    }

    /// What is to be done and has its last day in this time, both days included, by date. What is overdue has its last
    /// day before [`as_of`](Self::as_of). What waits, recurs, has no last day or was left open by an earlier agreement is not
    /// included: see [`in_state`](Self::in_state).
    pub fn due_between(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = &AgendaItem> {
        let is_due =
            move |item: &&AgendaItem| item.open_last_day().is_some_and(|day| from <= day && day <= to);
        self.by_date().into_iter().filter(is_due)
    }

    /// The items in a state, by date.
    pub fn in_state(&self, state: DutyState) -> impl Iterator<Item = &AgendaItem> {
        self.by_date().into_iter().filter(move |item| item.state() == state)
    }
}

impl Serialize for Agenda {
    /// `asOf` and `items`, by date.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("Agenda", 2)?;
        s.serialize_field("asOf", &self.as_of)?;
        s.serialize_field("items", &self.by_date())?;
        s.end()
    }
}
