//! A plan on a day, in words.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::{fmt, slice};

use chrono::NaiveDate;

use super::{ImplementationPlan, PlanActor, PlanPhase, PlanTask, TimetableRow};
use crate::Lang;
use crate::circle::Completion;
use crate::date::{PartialDate, as_of_in_lang};
use crate::id::Id;
use crate::keyed::KeySet;
use crate::text::{Bilingual, Text, capital, enumerated, is_invisible};

pub(crate) const NOBODY: Bilingual = Bilingual::new("ingen ansvarlig", "nobody responsible");
pub(crate) const WITHOUT_ROW: Bilingual =
    Bilingual::new("opgave uden række i tidsplanen", "task without a row in the timetable");
const RESPONSIBLE: Bilingual = Bilingual::new("ansvarlig", "responsible");
const ROW: Bilingual = Bilingual::new("række", "row");
const PHASE: Bilingual = Bilingual::new("fase", "phase");
const BLACKOUT: Bilingual = Bilingual::new("Ingen ny praksis", "No new practice");
const APPROVED: Bilingual = Bilingual::new("Oprindeligt godkendt til", "First approved until");
const EXTENDED: Bilingual = Bilingual::new("Forlænget", "Extended");
const UNTIL: Bilingual = Bilingual::new("til", "until");
const END_NOT_STATED: Bilingual =
    Bilingual::new("den nye slutdato er ikke oplyst", "the new end is not stated");
const DECIDED: Bilingual = Bilingual::new("besluttet", "decided");
const BY: Bilingual = Bilingual::new("af", "by");
const NOT_STATED: Bilingual = Bilingual::new("ikke oplyst", "not stated");

impl ImplementationPlan {
    /// The plan on a day in sentences, one per line: until when it was first approved and each extension, with who
    /// decided it and when; each phase with its rows, when they run, their state and who is responsible; the tasks
    /// without a row; and the times without new practice. It contains what people wrote. It is the description of its
    /// picture for screen readers.
    ///
    /// ```
    /// use kvalitetsmodel::plan::ImplementationPlan;
    /// use kvalitetsmodel::Lang;
    ///
    /// let plan: ImplementationPlan = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000b01",
    ///         "phases": [{
    ///             "number": 2, "startsOn": "2017-01", "endsOn": "2017-07",
    ///             "rows": [{ "id": "00000000-0000-4000-8000-000000000b02", "text": "Prøvehandlinger", "spans": [{ "from": "2017-03" }] }]
    ///         }]
    ///     }"#,
    /// )?;
    /// let words = plan.in_words("2017-03-15".parse()?, Lang::En).to_string();
    /// assert_eq!(
    ///     words,
    ///     "As of 15 March 2017.\nPhase 2: January 2017 – July 2017.\nPrøvehandlinger: March 2017; running; nobody responsible.",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn in_words(&self, as_of: NaiveDate, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            write!(f, "{}.", as_of_in_lang(as_of, lang))?;
            self.approvals(lang).iter().try_for_each(|said| write!(f, "\n{said}"))?;
            let carried_out = self.carried_out();
            for (n, phase) in (1..).zip(&self.phases) {
                write!(f, "\n{}: {}.", phase.heading(n, lang), phase.time(lang))?;
                for (n, row) in (1..).zip(&phase.rows) {
                    let (name, state) = (row.name(n, lang), row.state(as_of).label().in_lang(lang));
                    let responsible = self.responsible(row, lang);
                    if row.spans.is_empty() {
                        write!(f, "\n{name}: {state}; {responsible}.")?;
                    } else {
                        write!(f, "\n{name}: {}; {state}; {responsible}.", row.time(lang))?;
                    }
                }
                for (n, task) in phase.without_row(&carried_out) {
                    write!(f, "\n{}: {}.", task.name(n, lang), WITHOUT_ROW.in_lang(lang))?;
                }
            }
            for one in &self.blackouts {
                let time = span(one.starts_on, one.ends_on, lang);
                let reason =
                    said(one.reason.as_ref()).map(|reason| format!(" ({reason})")).unwrap_or_default();
                write!(f, "\n{}{reason}: {time}.", BLACKOUT.in_lang(lang))?;
            }
            Ok(())
        })
    }

    /// Until when it was first approved, and each extension, one sentence each.
    pub(crate) fn approvals(&self, lang: Lang) -> Vec<String> {
        let by = |actor: Option<&PlanActor>| {
            let name = self.names(actor.map(slice::from_ref).unwrap_or_default(), lang).pop();
            name.map(|name| format!(" {} {name}", BY.in_lang(lang))).unwrap_or_default()
        };
        let first = self.approved_until.map(|until| {
            format!("{} {}{}.", APPROVED.in_lang(lang), until.in_lang(lang), by(self.approved_by.as_ref()))
        });
        let extensions = self.extensions.iter().map(|one| {
            let until = match one.until {
                Some(until) => format!(" {} {}", UNTIL.in_lang(lang), until.in_lang(lang)),
                None => format!(", {}", END_NOT_STATED.in_lang(lang)),
            };
            let on = one.decided_on.map(|on| format!(" {}", on.in_lang(lang))).unwrap_or_default();
            let by = by(one.decided_by.as_ref());
            let decided = match (on.is_empty(), by.is_empty()) {
                (true, true) => String::new(),
                _ => format!(", {}{on}{by}", DECIDED.in_lang(lang)),
            };
            format!("{}{until}{decided}.", EXTENDED.in_lang(lang))
        });
        first.into_iter().chain(extensions).collect()
    }

    /// Who is responsible for a row, with the word before it.
    pub(crate) fn responsible(&self, row: &TimetableRow, lang: Lang) -> String {
        let names = self.names(&row.responsible, lang);
        if names.is_empty() {
            return String::from(NOBODY.in_lang(lang));
        }
        format!("{}: {}", RESPONSIBLE.in_lang(lang), enumerated(&names, lang))
    }

    /// What actors are called. A body without a name is called by its kind.
    pub(crate) fn names(&self, actors: &[PlanActor], lang: Lang) -> Vec<String> {
        let name = |actor: &PlanActor| {
            let kind = self.body_of(actor).map(|body| body.kind.label()).or(actor.body.map(|_| NOT_STATED));
            said(self.name_of(actor)).or_else(|| kind.map(|kind| String::from(kind.in_lang(lang))))
        };
        actors.iter().filter_map(name).collect()
    }
}

impl PlanPhase {
    /// The tasks that are neither carried out by rows nor done otherwise, each with its number in the list.
    pub(crate) fn without_row<'p>(
        &'p self,
        carried_out: &KeySet<Id<PlanTask>>,
    ) -> impl Iterator<Item = (usize, &'p PlanTask)> {
        let tasks = (1..).zip(&self.tasks);
        tasks.filter(move |(_, task)| task.lacks_row(carried_out))
    }

    /// Its number, or else its position, and its name.
    pub(crate) fn heading(&self, position: usize, lang: Lang) -> String {
        let number = self.number.map_or_else(|| position.to_string(), |number| number.to_string());
        let name = said(self.name.as_ref()).map(|name| format!(", {name}")).unwrap_or_default();
        format!("{} {number}{name}", capital(PHASE.in_lang(lang)))
    }

    pub(crate) fn time(&self, lang: Lang) -> String {
        span(self.starts_on, self.ends_on, lang)
    }
}

impl TimetableRow {
    /// What it says, or else its position.
    pub(crate) fn name(&self, position: usize, lang: Lang) -> String {
        name(self.text.as_ref(), ROW, position, lang)
    }

    /// Its spans.
    pub(crate) fn time(&self, lang: Lang) -> String {
        let spans = self.spans.iter().map(|one| span(Some(one.from), Some(one.end()), lang));
        let spans: Vec<String> = spans.collect();
        enumerated(&spans, lang)
    }
}

impl PlanTask {
    /// Returns `true` if it is neither carried out by a row nor done otherwise.
    pub(crate) fn lacks_row(&self, carried_out: &KeySet<Id<Self>>) -> bool {
        !self.is_done() && !carried_out.contains(self.id)
    }

    /// Returns `true` if the document says that it is carried out.
    pub(crate) const fn is_done(&self) -> bool {
        matches!(self.completion, Some(Completion::Done { .. }))
    }

    /// What it says, or else its position.
    pub(crate) fn name(&self, position: usize, lang: Lang) -> String {
        name(self.text.as_ref(), Bilingual::new("opgave", "task"), position, lang)
    }
}

fn name(text: Option<&Text>, kind: Bilingual, position: usize, lang: Lang) -> String {
    said(text).unwrap_or_else(|| format!("{} {position}", capital(kind.in_lang(lang))))
}

/// A text in one line, without a full stop at its end. Returns `None` if nothing of it would be visible.
fn said(text: Option<&Text>) -> Option<String> {
    let is_seen = |letter: char| !letter.is_control() && !is_invisible(letter);
    let text: String =
        text?.as_str().chars().filter(|letter| letter.is_whitespace() || is_seen(*letter)).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let words = words.join(" ");
    let words = words.trim_end_matches('.').trim_end();
    (!words.is_empty()).then(|| String::from(words))
}

fn span(from: Option<PartialDate>, to: Option<PartialDate>, lang: Lang) -> String {
    let date = |on: Option<PartialDate>| {
        on.map_or_else(|| String::from(NOT_STATED.in_lang(lang)), |on| on.in_lang(lang).to_string())
    };
    match (from, to) {
        _ if from == to => date(from),
        _ => format!("{} – {}", date(from), date(to)),
    }
}
