//! Lists of sub-goals (*delmålslister*), as record systems export them.

mod choice;
mod columns;
mod dates;
mod field;
mod message;
mod read;
mod words;

use alloc::borrow::ToOwned as _;
use alloc::vec::Vec;

use uuid::Uuid;

pub use choice::{IdFor, StatusWord, SubGoalChoice};
pub use field::SubGoalField;
pub use message::{SubGoalNote, SubGoalReason};

use super::Table;
use super::note::Note;
use super::refusal::Refused;
use crate::goal::{Caseload, Citizen, CitizenInvolvement, Goal, GoalEvaluation, SubGoal};
use crate::id::Id;
use crate::keyed::Keyed;
use crate::organisation::{Department, SocialService};
use crate::text::Text;
use choice::IdOf;
use read::Entry;

/// The citizens of a list, with their goals and sub-goals.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FoundCaseload {
    /// The citizens, in the order in which the list first names them. It does not contain names or numbers of citizens,
    /// but it does contain what was written about goals and sub-goals.
    pub caseload: Caseload,
    /// What is read differently than expected, and what is not read. No cell is repeated.
    pub notes: Vec<Note>,
}

impl Table {
    /// Reads a list of sub-goals, one per row, as Sensum, Nexus and Excel export them.
    ///
    /// Columns can be in any order, with Danish or English headings ([`SubGoalField::headings`]) or with those that
    /// the caller names. A column of citizens and one of sub-goals are required. An empty sub-goal, with nothing else
    /// about one in the row, means that the citizen has none. Dates are read like those of measurements; a date that
    /// can be two days is refused unless another date of the list or the caller decides. A time of day after a date is
    /// not read.
    ///
    /// Citizens, departments, goals of a citizen and sub-goals are distinguished by the text of their cells, and
    /// `id_of` gives each its id. *Afsluttet* says neither reached nor given up: such a sub-goal is
    /// [`Closed`](crate::goal::GoalStatus::Closed), which a note reports.
    ///
    /// # Errors
    ///
    /// Everything that cannot be read, in the order of the lines. Refusals and notes name line and column and never
    /// repeat a cell, since it can be about a person. If there are refusals, `id_of` is not called.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::goal::ProcessMeasure;
    /// use kvalitetsmodel::table::{SubGoalChoice, Table};
    /// use uuid::Uuid;
    ///
    /// let list = "Borger;Afdeling;Delmål;Evalueringsdato;Slutdato;Status\n\
    ///             17;A;Går til træning;31.01.2024;30.06.2024;Åbent\n\
    ///             17;A;Laver kaffe;30.11.2023;31.12.2023;Afsluttet\n\
    ///             18;B;;;;\n";
    /// // Kept, so that the next list gives the same citizens the same ids.
    /// let mut kept: BTreeMap<String, Uuid> = BTreeMap::new();
    /// let mut next = 0;
    /// let mut id_of = |thing: kvalitetsmodel::table::IdFor<'_>| {
    ///     next += 1; // drawn at random, in a program
    ///     *kept.entry(format!("{thing:?}")).or_insert(Uuid::from_u128(next))
    /// };
    /// let table = Table::read(list.as_bytes()).expect("a table");
    /// let found = table.sub_goals(&SubGoalChoice::default(), &mut id_of).expect("read");
    /// assert_eq!(found.caseload.citizens.len(), 2);
    /// let count = found.caseload.count("2024-02-01".parse()?);
    /// assert_eq!(count.of(ProcessMeasure::WithoutSubGoal).exceptions, 1);
    /// assert_eq!(count.of(ProcessMeasure::EvaluationOverdue).exceptions, 1);
    /// assert_eq!(
    ///     found.notes[0].in_lang(Lang::En),
    ///     "line 3: the sub-goal is closed, and the list does not say whether it was reached or given up",
    /// );
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    pub fn sub_goals(
        &self,
        choice: &SubGoalChoice,
        mut id_of: impl FnMut(IdFor<'_>) -> Uuid,
    ) -> Result<FoundCaseload, Refused> {
        let mut notes = self.notes.clone();
        match read::read(self, choice, &mut notes) {
            Ok(entries) => Ok(FoundCaseload { caseload: caseload(&entries, &mut id_of), notes }),
            Err(refusals) => Err(Refused::of(refusals, notes)),
        }
    }
}

fn caseload(entries: &[Entry<'_>], id_of: IdOf<'_>) -> Caseload {
    let mut caseload = Caseload::new(Id::new(id_of(IdFor::Caseload)));
    let mut departments: Keyed<str, Id<Department>> = Keyed::default();
    let mut citizens: Keyed<str, Of> = Keyed::default();
    for entry in entries {
        let department = (!entry.department.is_empty()).then(|| {
            let text: &str = &entry.department;
            departments.first_with(text, || {
                let service = caseload
                    .service
                    .get_or_insert_with(|| SocialService::new(Id::new(id_of(IdFor::Service))));
                let id = Id::new(id_of(IdFor::Department { text }));
                service.departments.push(Department { name: Some(text.into()), ..Department::new(id) });
                id
            })
        });
        let text: &str = &entry.citizen;
        citizens.insert_with(text, || {
            let at = caseload.citizens.len();
            caseload.citizens.push(Citizen::new(Id::new(id_of(IdFor::Citizen { text }))));
            Of { at, goals: Keyed::default(), sub_goals: Keyed::default() }
        });
        if let Some(of) = citizens.get_mut(text)
            && let Some(citizen) = caseload.citizens.get_mut(of.at)
        {
            citizen.department = citizen.department.or(department);
            of.add(citizen, entry, id_of);
        }
    }
    caseload
}

/// What is known about a citizen while the list is read.
struct Of {
    /// The place in the caseload.
    at: usize,
    goals: Keyed<str, Id<Goal>>,
    /// How many sub-goals have each text.
    sub_goals: Keyed<str, usize>,
}

impl Of {
    fn add(&mut self, to: &mut Citizen, entry: &Entry<'_>, id_of: IdOf<'_>) {
        let citizen: &str = &entry.citizen;
        let goal = (!entry.goal.is_empty()).then(|| {
            let text: &str = &entry.goal;
            self.goals.first_with(text, || {
                let id = Id::new(id_of(IdFor::Goal { citizen, text }));
                to.goals.push(Goal { text: Some(text.into()), ..Goal::new(id) });
                id
            })
        });
        if entry.sub_goal.is_empty() {
            return;
        }
        let text: &str = &entry.sub_goal;
        let nth = self.sub_goals.get(text).copied().unwrap_or_default();
        self.sub_goals.update(text, || 0, |before| *before = before.saturating_add(1));
        let id = id_of(IdFor::SubGoal { citizen, text, nth });
        let is_evaluated = entry.result.is_some() || entry.evaluated_on.is_some();
        let evaluation =
            GoalEvaluation { on: entry.evaluated_on, result: entry.result, ..GoalEvaluation::default() };
        to.sub_goals.push(SubGoal {
            goal,
            text: Some(Text::from(text.to_owned())),
            kind: entry.kind,
            set_on: entry.set_on,
            evaluate_by: entry.evaluate_by,
            ends_on: entry.ends_on,
            status: entry.status,
            evaluations: is_evaluated.then_some(evaluation).into_iter().collect(),
            closed_on: entry.closed_on,
            citizen: entry.involved.map(|involved| {
                if involved {
                    CitizenInvolvement::Involved { how: None }
                } else {
                    CitizenInvolvement::NotInvolved { reason: None }
                }
            }),
            ..SubGoal::new(Id::new(id))
        });
    }
}
