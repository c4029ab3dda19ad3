//! The rows of a timetable.

use alloc::vec::Vec;

use chrono::{Datelike as _, NaiveDate};
use uuid::Uuid;

use super::{PlanScope, PlanTask};
use crate::body::Body;
use crate::circle::Completion;
use crate::date::{PartialDate, Period};
use crate::id::Id;
use crate::sorted::sort_by;
use crate::text::{Folded, Text};

record! {
    /// A row of the timetable (*tidsplan*) of a phase.
    pub struct TimetableRow: "række i tidsplanen", "row of the timetable", id "timetableRow", says text {
        optional {
            /// What is done.
            pub text: Option<Text> = "tekst", "text";
            /// The listed tasks that it carries out.
            pub tasks: Vec<Id<PlanTask>> = "gennemfører opgaverne", "carries out the tasks";
            /// The kinds of work.
            pub work: Vec<PlanWork> = "arbejdets art", "kinds of work";
            /// What it covers.
            pub scope: Vec<PlanScope> = "omfatter", "covers";
            /// Who is responsible (*ansvarlig*).
            pub responsible: Vec<PlanActor> = "ansvarlige", "responsible";
            /// Who supports them (*implementeringsunderstøttelse*, *i samarbejde med*).
            pub supporting: Vec<PlanActor> = "støtter", "supporting";
            /// When it runs: each mark in the columns of the timetable. A column for several months, such as *Aug-Dec*,
            /// is a span.
            pub spans: Vec<PlanSpan> = "tidsrum", "spans";
            /// The earliest time to begin that the plan states elsewhere, such as the second half of a phase (R-105).
            pub not_before: Option<PartialDate> = "tidligst", "not before";
            /// The rows that it continues (*fortsat implementering*): those of earlier phases, or of its own phase if they begin
            /// no later.
            pub continues: Vec<Id<TimetableRow>> = "fortsætter rækkerne", "continues the rows";
            /// The rows with the test actions (*prøvehandlinger*) that come before this one.
            pub tested_by: Vec<Id<TimetableRow>> = "afprøvet ved rækkerne", "tested by the rows";
            /// Whether it is carried out.
            pub completion: Option<Completion> = "gennemførelse", "completion";
        }
    }
}

words! {
    /// A kind of work of a task or a row. A task can be of several kinds.
    #[non_exhaustive]
    pub enum PlanWork: "arbejdets art", "kind of work" {
        /// Something is written or developed, such as a common practice (*udarbejdelse*).
        Development = "udarbejdelse", "development";
        /// Test actions (*prøvehandlinger*) in some places.
        TestActions = "prøvehandlinger", "test actions";
        /// A new practice begins (*påbegynde implementering*).
        NewPractice = "ny praksis påbegyndes", "new practice begins";
        /// What was begun earlier goes on (*fortsat implementering*).
        Continuation = "fortsat implementering", "continued implementation";
        /// Work is coordinated with that of another project.
        Coordination = "koordinering", "coordination";
        /// Experience is gathered, so that what needs it is adjusted (*indsamling af erfaringer*, R-106).
        Experience = "indsamling af erfaringer", "gathering of experience";
        /// It is settled how the effect is measured (*effektmål*).
        EffectMeasures = "effektmål fastlægges", "effect measures are settled";
        /// The effect is measured.
        EffectMeasuring = "effekten måles", "the effect is measured";
        /// Information, introduction and teaching.
        Communication = "kommunikation og introduktion", "communication and introduction";
    }
}

record! {
    /// A span of the timetable: one column, or several after each other.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct PlanSpan: "tidsrum", "span" {
        mandatory {
            /// The first month or day.
            pub from: PartialDate = "fra", "from";
        }
        optional {
            /// The last one, included; absent if it is the first.
            pub to: Option<PartialDate> = "til og med", "to";
        }
    }
}

record! {
    /// Who does or decides something: a body of the plan, or a role.
    pub struct PlanActor: "aktør", "actor", says role or body {
        optional {
            /// The body.
            pub body: Option<Id<Body>> = "gruppe", "body";
            /// The role, or the name of a body that the plan does not describe.
            pub role: Option<Text> = "rolle", "role";
        }
    }
}

words! {
    /// The state of a row on a day.
    pub enum RowState: "rækkens tilstand", "state of a row" {
        /// The document says that it is carried out.
        Done = "gennemført", "carried out";
        /// Its last day has passed, and the document says that it is not carried out.
        Late = "forsinket", "late";
        /// Its last day has passed, and the document does not say whether it is carried out.
        Unreported = "tiden er gået, gennemførelsen er ikke oplyst", "its time has passed, completion is not stated";
        /// Its time has begun, and not passed.
        Running = "i gang", "running";
        /// Its time has not begun.
        Ahead = "begynder senere", "begins later";
        /// The document does not say when it runs.
        WithoutTime = "tidspunkt ikke oplyst", "time not stated";
    }
}

impl PlanSpan {
    /// The last month or day.
    #[must_use]
    pub fn end(&self) -> PartialDate {
        self.to.unwrap_or(self.from)
    }

    /// Returns `true` if it ends before it begins for certain.
    pub(crate) fn is_backwards(&self) -> bool {
        self.end().ends_before(self.from)
    }
}

impl PlanActor {
    /// Returns `true` if it says who.
    pub(crate) fn is_stated(&self) -> bool {
        self.who().is_some()
    }

    /// What two actors are compared by: the body, or else the role. Returns `None` if it does not say who.
    pub(crate) fn who(&self) -> Option<(Option<Uuid>, Folded<'_>)> {
        match self.body {
            Some(body) => Some((Some(body.uuid()), Folded::default())),
            None => Some((None, Folded::stated(self.role.as_ref())?)),
        }
    }
}

impl TimetableRow {
    /// When it begins: the earliest of its spans. Returns `None` if it has none.
    #[must_use]
    pub fn starts_on(&self) -> Option<PartialDate> {
        self.spans.iter().map(|span| span.from).min_by_key(|from| from.first_day())
    }

    /// When it ends: the latest of its spans. Returns `None` if it has none.
    #[must_use]
    pub fn ends_on(&self) -> Option<PartialDate> {
        self.spans.iter().map(PlanSpan::end).max_by_key(|end| end.last_day())
    }

    /// From its first day to its last one. Returns `None` if the document does not say when it runs, or if it ends
    /// before it begins.
    pub(crate) fn period(&self) -> Option<Period> {
        let (start, end) = (self.starts_on()?.first_day(), self.ends_on()?.last_day());
        Some(Period { start, end }).filter(Period::is_ordered)
    }

    /// The months in which it runs, in order: a column for several months is each of them (R-115). A span that ends
    /// before it begins has none.
    ///
    /// ```
    /// use kvalitetsmodel::plan::TimetableRow;
    ///
    /// let row: TimetableRow = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000b02",
    ///         "spans": [{ "from": "2017-05" }, { "from": "2017-11", "to": "2018-01" }]
    ///     }"#,
    /// )?;
    /// let months: Vec<_> = row.months().iter().map(ToString::to_string).collect();
    /// assert_eq!(months, ["2017-05", "2017-11", "2017-12", "2018-01"]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn months(&self) -> Vec<PartialDate> {
        let number = |day: NaiveDate| day.year().saturating_mul(12).saturating_add_unsigned(day.month0());
        let ends = |span: &PlanSpan| (number(span.from.first_day()), number(span.end().last_day()));
        let mut spans: Vec<_> = self.spans.iter().map(ends).collect();
        sort_by(&mut spans, Ord::cmp);
        let mut next = i32::MIN;
        let months = spans.into_iter().flat_map(|(first, last)| {
            let first = first.max(next);
            next = next.max(last.saturating_add(1));
            first..=last
        });
        let month = |number: i32| {
            let month = u32::try_from(number.rem_euclid(12)).ok()?.saturating_add(1);
            PartialDate::of_month(number.div_euclid(12), month)
        };
        months.filter_map(month).collect()
    }

    /// Its state on a day: what is planned, compared with what the document says is done.
    #[must_use]
    pub fn state(&self, as_of: NaiveDate) -> RowState {
        if self.completion.is_some_and(|one| one.is_done(as_of)) {
            return RowState::Done;
        }
        match self.period() {
            None => RowState::WithoutTime,
            Some(period) if period.end < as_of && self.completion.is_none() => RowState::Unreported,
            Some(period) if period.end < as_of => RowState::Late,
            Some(period) if period.start <= as_of => RowState::Running,
            Some(_) => RowState::Ahead,
        }
    }

    /// Returns `true` if the document says that it is carried out.
    pub(crate) const fn is_done(&self) -> bool {
        matches!(self.completion, Some(Completion::Done { .. }))
    }

    /// When its work ends: when it was carried out, whatever was planned, or else at the end of its last span.
    pub(crate) fn ended_on(&self) -> Option<PartialDate> {
        self.completion.and_then(Completion::on).or_else(|| self.ends_on())
    }

    /// Returns `true` if it is of that kind of work.
    pub(crate) fn is(&self, work: PlanWork) -> bool {
        self.work.contains(&work)
    }

    /// Returns `true` if it begins something new, and does not go on with what an earlier row began.
    pub(crate) fn begins_practice(&self) -> bool {
        self.is(PlanWork::NewPractice) && self.continues.is_empty()
    }
}
