//! Implementation plans (*implementeringsplan*, *tids- og handleplan*): phases, the tasks that are listed for them, and
//! the timetable that carries these out.

mod area;
mod row;
pub(crate) mod rules;
pub(crate) mod words;

use alloc::vec::Vec;

pub use area::{AreaKind, PlanArea, PlanScope, PlanUnit};
pub use row::{PlanActor, PlanSpan, PlanWork, RowState, TimetableRow};

use crate::body::Body;
use crate::circle::Completion;
use crate::date::{PartialDate, Period, backwards};
use crate::id::Id;
use crate::keyed::KeySet;
use crate::text::{Folded, Text};

record! {
    /// An implementation plan (*implementeringsplan*, *tids- og handleplan*), as a draft. It names no persons: who does
    /// something is a role or a body.
    ///
    /// # Source
    ///
    /// *Tids- og handleplan for implementeringen af forløbsmodellen, fase 2 og 3* (R-096 to R-115, S-022 to S-026).
    ///
    /// ```
    /// use kvalitetsmodel::plan::{ImplementationPlan, RowState};
    ///
    /// let plan: ImplementationPlan = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000b01",
    ///         "phases": [{
    ///             "number": 3, "startsOn": "2017-08", "endsOn": "2017-12",
    ///             "rows": [{
    ///                 "id": "00000000-0000-4000-8000-000000000b02",
    ///                 "work": ["continuation"],
    ///                 "responsible": [{ "role": "Direktion og ledere" }],
    ///                 "supporting": [{ "role": "Implementeringsagenter" }],
    ///                 "spans": [{ "from": "2017-08", "to": "2017-12" }]
    ///             }]
    ///         }]
    ///     }"#,
    /// )?;
    /// let row = &plan.phases[0].rows[0];
    /// assert_eq!(row.months().len(), 5); // the column "Aug-Dec"
    /// assert_eq!(row.state("2017-08-01".parse()?), RowState::Running);
    /// assert_eq!(row.state("2018-01-01".parse()?), RowState::Unreported); // nothing says that it was carried out
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "implementeringsplan")]
    #[doc(alias = "tids- og handleplan")]
    #[doc(alias = "milepælsplan")]
    pub struct ImplementationPlan: "implementeringsplan", "implementation plan", id "plan" {
        optional {
            /// What people call it.
            pub title: Option<Text> = "titel", "title";
            /// What it covers: all areas, all special units, or some of them.
            pub scope: Vec<PlanScope> = "omfatter", "covers";
            /// How many areas the organisation has, special units not counted. The plan may cover fewer of them
            /// (`scope`).
            pub number_of_areas: Option<u32> = "antal områder", "number of areas";
            /// The areas and special units that it names.
            pub areas: Vec<PlanArea> = "områder og specialenheder", "areas and special units";
            /// The roles and bodies that each area has (R-110); special units need not have them.
            pub area_roles: Vec<Text> = "roller i hvert område", "roles in each area";
            /// The roles that each unit has (S-022).
            pub unit_roles: Vec<Text> = "roller i hver enhed", "roles in each unit";
            /// The bodies that it sets up or describes.
            pub bodies: Vec<Body> = "grupper", "bodies";
            /// Until when it was first approved to run.
            pub approved_until: Option<PartialDate> = "oprindeligt godkendt til", "first approved until";
            /// Who approved that.
            pub approved_by: Option<PlanActor> = "godkendt af", "approved by";
            /// The decisions to let it run longer, in the order of time.
            pub extensions: Vec<PlanExtension> = "forlængelser", "extensions";
            /// The times in which no new practice begins (*undgå at iværksætte*), breaks between phases among them.
            pub blackouts: Vec<Blackout> = "perioder uden ny praksis", "times without new practice";
            /// The phases, in the order of time. Each begins when the one before has ended, or after a time without new practice
            /// (`PLA001`).
            pub phases: Vec<PlanPhase> = "faser", "phases";
        }
    }
}

record! {
    /// A phase (*fase*): its time, the tasks that are listed for it, and its part of the timetable.
    pub struct PlanPhase: "fase", "phase", says name or number {
        optional {
            /// Its number.
            pub number: Option<u32> = "nummer", "number";
            /// What people call it.
            pub name: Option<Text> = "navn", "name";
            /// When it begins.
            pub starts_on: Option<PartialDate> = "begynder", "starts on";
            /// When it ends.
            pub ends_on: Option<PartialDate> = "slutter", "ends on";
            /// What it is for (*formål*).
            pub purposes: Vec<Text> = "formål", "purposes";
            /// The tasks that the plan lists for it; empty if it lists none.
            pub tasks: Vec<PlanTask> = "opgaver", "tasks";
            /// The rows of the timetable (*tidsplan*); empty if the plan does not show them.
            pub rows: Vec<TimetableRow> = "tidsplanens rækker", "rows of the timetable";
        }
    }
}

record! {
    /// A task (*opgave*) that the plan lists for a phase. One row of the timetable can carry out several, and several
    /// rows one.
    pub struct PlanTask: "opgave", "task", id "planTask", says text {
        optional {
            /// What is to be done.
            pub text: Option<Text> = "tekst", "text";
            /// The kinds of work.
            pub work: Vec<PlanWork> = "arbejdets art", "kinds of work";
            /// Whether it is carried out. Where one row alone carries it out, the two agree (`PLA026`).
            pub completion: Option<Completion> = "gennemførelse", "completion";
        }
    }
}

record! {
    /// A decision to let a plan run longer (*forlængelse*). It extends the plan as a whole, not a single phase or row.
    /// The end before it is that of the extension before, or else
    /// [`approved_until`](ImplementationPlan::approved_until) (R-097, R-098).
    pub struct PlanExtension: "forlængelse", "extension" {
        optional {
            /// The new end.
            pub until: Option<PartialDate> = "til", "until";
            /// When it was decided.
            pub decided_on: Option<PartialDate> = "besluttet den", "decided on";
            /// Who decided it.
            pub decided_by: Option<PlanActor> = "besluttet af", "decided by";
            /// Why.
            pub reason: Option<Text> = "begrundelse", "reason";
            /// Whether those who approved the first end agree, or have left the decision to whoever took it (S-024).
            pub agreed: Option<bool> = "tiltrådt af den, der godkendte", "agreed by who approved";
        }
    }
}

record! {
    /// A time in which no new practice begins (*undgå at iværksætte nye arbejdsgange*), such as that around the roll-out
    /// of a system. What runs already goes on (R-099, R-100).
    pub struct Blackout: "periode uden ny praksis", "time without new practice" {
        optional {
            /// Why, such as the roll-out of an electronic care record.
            pub reason: Option<Text> = "begrundelse", "reason";
            /// When it begins.
            pub starts_on: Option<PartialDate> = "begynder", "starts on";
            /// When it ends.
            pub ends_on: Option<PartialDate> = "slutter", "ends on";
        }
    }
}

impl ImplementationPlan {
    /// The rows of all phases, in order.
    pub fn rows(&self) -> impl Iterator<Item = &TimetableRow> {
        self.phases.iter().flat_map(|phase| &phase.rows)
    }

    /// The tasks that a phase lists and that no row of any phase carries out, nor are they done otherwise.
    ///
    /// ```
    /// use kvalitetsmodel::id::Id;
    /// use kvalitetsmodel::plan::{ImplementationPlan, PlanPhase, PlanTask};
    ///
    /// let phase = PlanPhase { tasks: vec![PlanTask::new(Id::from_u128(2))], ..PlanPhase::default() };
    /// let plan = ImplementationPlan { phases: vec![phase], ..ImplementationPlan::new(Id::from_u128(1)) };
    /// assert_eq!(plan.tasks_without_row().count(), 1);
    /// ```
    pub fn tasks_without_row(&self) -> impl Iterator<Item = &PlanTask> {
        let carried_out = self.carried_out();
        let tasks = self.phases.iter().flat_map(|phase| &phase.tasks);
        tasks.filter(move |task| task.lacks_row(&carried_out))
    }

    /// The tasks that the rows carry out.
    pub(crate) fn carried_out(&self) -> KeySet<Id<PlanTask>> {
        self.rows().flat_map(|row| row.tasks.iter().copied()).collect()
    }

    /// From the beginning of the first phase to the end of the last. Returns `None` if a phase does not say when it is.
    pub(crate) fn days(&self) -> Option<Period> {
        let mut phases = self.phases.iter().map(|phase| {
            Some(Period { start: phase.starts_on?.first_day(), end: phase.ends_on?.last_day() })
        });
        let first = phases.next()??;
        phases.try_fold(first, |all, one| {
            let one = one?;
            Some(Period { start: all.start.min(one.start), end: all.end.max(one.end) })
        })
    }

    /// The body that an actor is, if the plan describes it.
    pub(crate) fn body_of(&self, actor: &PlanActor) -> Option<&Body> {
        self.bodies.iter().find(|body| Some(body.id) == actor.body)
    }

    /// The name of a body, or else the role.
    pub(crate) fn name_of<'p>(&'p self, actor: &'p PlanActor) -> Option<&'p Text> {
        let name = self.body_of(actor).map_or(actor.role.as_ref(), |body| body.name.as_ref());
        name.filter(|name| !name.is_blank())
    }

    /// Whether two actors are the same. Returns `None` if the plan does not say enough.
    pub(crate) fn is_same(&self, one: &PlanActor, other: &PlanActor) -> Option<bool> {
        match (one.body, other.body) {
            (Some(one), Some(other)) => Some(one == other),
            _ => Some(Folded::of(self.name_of(one)?) == Folded::of(self.name_of(other)?)),
        }
    }
}

impl PlanPhase {
    /// Returns `true` if it ends before it begins for certain.
    pub(crate) fn is_backwards(&self) -> bool {
        backwards(self.starts_on, self.ends_on).is_some()
    }
}
