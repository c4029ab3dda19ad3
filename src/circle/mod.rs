//! Projects with learning circles (*læringscirkler*): what was planned, and what was carried out.

mod comparison;
mod plan;
pub(crate) mod rules;

use alloc::vec::Vec;

use chrono::NaiveDate;
pub use comparison::{Compared, Deviation, PlanComparison};
pub use plan::CirclePlan;

use crate::cycle::PdsaCycle;
use crate::cycle::links::{HoldsCycles, Links, any_is_linked, link};
use crate::date::PartialDate;
use crate::id::Id;
use crate::sorted::{count_distinct, sort_by};
use crate::text::{Folded, Text, count};

record! {
    /// A project with learning circles (*læringscirkler*), as a draft: core elements that circles of staff and leaders
    /// develop, test and describe, the activities around them, and the project's own plan. It has no persons: those who
    /// take part are counted by role and sector.
    ///
    /// # Source
    ///
    /// *erantis: Sådan arbejder vi i projektet* (R-116 to R-132).
    ///
    /// ```
    /// use kvalitetsmodel::circle::{CirclePlan, CircleProject};
    /// use kvalitetsmodel::Lang;
    ///
    /// let mut project: CircleProject = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000a01",
    ///         "circles": [{ "id": "00000000-0000-4000-8000-000000000a02", "size": 11 }]
    ///     }"#,
    /// )?;
    /// project.plan = Some(CirclePlan::erantis());
    /// let compared = project.compare_with_plan("2022-07-01".parse()?);
    /// let words = compared.iter().map(|one| format!("{}: {}", one.what.label().en, one.in_lang(Lang::En)));
    /// assert_eq!(words.take(3).collect::<Vec<_>>(), [
    ///     "learning circles: planned 4, actual 1: fewer than planned",
    ///     "core elements: planned 4, actual number not stated: cannot be assessed",
    ///     "participants of a circle: planned 7–9, actual 11: more than planned",
    /// ]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "læringscirkel")]
    #[doc(alias = "erantis")]
    pub struct CircleProject: "projekt med læringscirkler", "project with learning circles", id "circleProject" {
        optional {
            /// What people call it.
            pub title: Option<Text> = "titel", "title";
            /// When it begins.
            pub starts_on: Option<PartialDate> = "begynder", "starts on";
            /// When it ends.
            pub ends_on: Option<PartialDate> = "slutter", "ends on";
            /// How many circles, participants and meetings it plans.
            pub plan: Option<CirclePlan> = "plan", "plan";
            /// The values, and what is expected of them.
            pub values: Vec<ProjectValue> = "værdier", "values";
            /// What is developed, tested and described (*kerneelementer*).
            pub core_elements: Vec<CoreElement> = "kerneelementer", "core elements";
            /// The learning circles.
            pub circles: Vec<LearningCircle> = "læringscirkler", "learning circles";
            /// Workshops, seminars and coaching.
            pub activities: Vec<CircleActivity> = "aktiviteter", "activities";
            /// The group that works beside the circles (*ressourcegruppe*).
            pub resource_group: Option<ResourceGroup> = "ressourcegruppe", "resource group";
            /// The evaluations that the project presents or has made.
            pub evaluations: Vec<ProjectEvaluation> = "evalueringer", "evaluations";
        }
    }
}

record! {
    /// A value of the project, and what is expected when there is more of it. A PDSA cycle can predict the same (R-132).
    pub struct ProjectValue: "værdi", "value", says value {
        optional {
            /// The value, such as more self-determination for citizens.
            pub value: Option<Text> = "værdi", "value";
            /// What is expected to follow, such as more care and closeness.
            pub expected: Option<Text> = "forventes", "expected";
        }
    }
}

choice! {
    /// Whether something was carried out. An absent one is not stated.
    #[derive(Copy)]
    pub enum Completion: "gennemførelse", "completion" {
        /// The document says that it was not, or not yet; a meeting was cancelled.
        NotDone = "ikke gennemført", "not carried out";
        /// It was.
        Done = "gennemført", "carried out" {
            /// When; absent if that is not stated.
            on: Option<PartialDate> = "dato", "date";
        }
    }
}

record! {
    /// A core element (*kerneelement*): it is developed, then tested, then described (R-130).
    pub struct CoreElement: "kerneelement", "core element", id "coreElement", says name {
        optional {
            /// What people call it.
            pub name: Option<Text> = "navn", "name";
            /// Whether it is developed.
            pub developed: Option<ElementStep> = "udviklet", "developed";
            /// Whether it is tested.
            pub tested: Option<ElementStep> = "afprøvet", "tested";
            /// Whether it is described.
            pub described: Option<ElementStep> = "beskrevet", "described";
        }
    }
}

record! {
    /// A step of a core element: what was planned and what was carried out.
    #[derive(Copy)]
    pub struct ElementStep: "trin", "step" {
        optional {
            /// By when it was planned.
            pub planned_on: Option<PartialDate> = "planlagt", "planned on";
            /// Whether it was carried out.
            pub completion: Option<Completion> = "gennemførelse", "completion";
        }
    }
}

words! {
    /// How far a core element has come, the first step first.
    pub enum ElementStage: "trin for et kerneelement", "stage of a core element" {
        /// It is developed.
        Developed = "udviklet", "developed";
        /// It is tested.
        Tested = "afprøvet", "tested";
        /// It is described.
        Described = "beskrevet", "described";
    }
}

record! {
    /// A learning circle (*læringscirkel*): staff and leaders who meet and work with test actions.
    pub struct LearningCircle: "læringscirkel", "learning circle", id "circle", says name {
        optional {
            /// What people call it.
            pub name: Option<Text> = "navn", "name";
            /// The core elements that it works with. The source can be read as one for each circle or as all of them.
            pub core_elements: Vec<Id<CoreElement>> = "kerneelementer", "core elements";
            /// **Unit:** people. How many take part.
            pub size: Option<u32> = "antal deltagere", "number of participants";
            /// Those who take part, by role and sector.
            pub participants: Vec<CircleParticipants> = "deltagere", "participants";
            /// Its meetings, in the order of time. They belong to the improvement track.
            pub meetings: Vec<CircleMeeting> = "møder", "meetings";
            /// Its test actions (*prøvehandlinger*) that are documented as PDSA cycles.
            pub cycles: Vec<PdsaCycle> = "PDSA-cyklusser", "PDSA cycles";
        }
    }
}

record! {
    /// The people of one role and sector who take part in a circle: a count, no names.
    pub struct CircleParticipants: "deltagergruppe", "group of participants" {
        optional {
            /// The role or profession, such as nurse or leader.
            pub role: Option<Text> = "rolle", "role";
            /// The part of the organisation, such as home care.
            pub sector: Option<Text> = "sektor", "sector";
            /// **Unit:** people. How many.
            pub count: Option<u32> = "antal", "number";
        }
    }
}

record! {
    /// A meeting of a learning circle.
    pub struct CircleMeeting: "cirkelmøde", "circle meeting" {
        optional {
            /// When it was planned.
            pub planned_on: Option<PartialDate> = "planlagt", "planned on";
            /// Whether it was held.
            pub completion: Option<Completion> = "gennemførelse", "completion";
            /// How many test actions it worked with; 0 is none.
            pub test_actions: Option<u32> = "antal prøvehandlinger", "number of test actions";
            /// Which of them are PDSA cycles.
            pub cycles: Vec<Id<PdsaCycle>> = "PDSA-cyklusser", "PDSA cycles";
        }
    }
}

words! {
    /// A track (*spor*): each activity is in one (R-124).
    pub enum Track: "spor", "track" {
        /// Workshops and seminars (*videnssporet*).
        Knowledge = "videnssporet", "knowledge track";
        /// The work of the circles (*forbedringssporet*).
        Improvement = "forbedringssporet", "improvement track";
        /// Workshops and coaching of leaders (*ledelsessporet*).
        Leadership = "ledelsessporet", "leadership track";
    }
}

words! {
    /// A kind of activity beside the meetings of the circles.
    #[non_exhaustive]
    pub enum ActivityKind: "aktivitetens art", "kind of activity" {
        /// A workshop for all circles.
        Workshop = "workshop", "workshop";
        /// A seminar, such as the one midway.
        Seminar = "seminar", "seminar";
        /// A workshop for the leaders together.
        LeaderWorkshop = "lederworkshop", "leader workshop";
        /// A round of coaching: one session for each leader.
        Coaching = "coachingrunde", "round of coaching";
    }
}

record! {
    /// An activity beside the meetings of the circles.
    pub struct CircleActivity: "aktivitet", "activity" {
        mandatory {
            /// The kind of activity.
            pub kind: ActivityKind = "aktivitetens art", "kind of activity";
        }
        optional {
            /// The track that it belongs to.
            pub track: Option<Track> = "spor", "track";
            /// What it is about.
            pub theme: Option<Text> = "tema", "theme";
            /// When it was planned.
            pub planned_on: Option<PartialDate> = "planlagt", "planned on";
            /// Whether it was held.
            pub completion: Option<Completion> = "gennemførelse", "completion";
            /// The circles that took part.
            pub circles: Vec<Id<LearningCircle>> = "læringscirkler, der deltog", "circles that took part";
            /// How many leaders took part or were coached.
            pub leaders: Option<u32> = "antal ledere", "number of leaders";
        }
    }
}

record! {
    /// The resource group (*ressourcegruppe*): it works beside the circles, and has a product of its own (R-129, S-028).
    pub struct ResourceGroup: "ressourcegruppe", "resource group" {
        optional {
            /// What people call it.
            pub name: Option<Text> = "navn", "name";
            /// The circles that it supports.
            pub circles: Vec<Id<LearningCircle>> = "læringscirkler, den støtter", "circles that it supports";
            /// What it delivers, such as a description of the resources that the circles need.
            pub product: Option<Text> = "produkt", "product";
            /// When the product was planned.
            pub planned_on: Option<PartialDate> = "planlagt", "planned on";
            /// Whether the product is delivered.
            pub completion: Option<Completion> = "gennemførelse", "completion";
        }
    }
}

record! {
    /// An evaluation that is presented in the project.
    pub struct ProjectEvaluation: "evaluering", "evaluation", says subject or is_of_project {
        optional {
            /// What is evaluated.
            pub subject: Option<Text> = "genstand", "subject";
            /// Who evaluates.
            pub by: Option<Text> = "evaluator", "evaluator";
            /// Whether the project itself is evaluated. The midway evaluation of the source is of another trial (S-027).
            pub is_of_project: Option<bool> = "handler om projektet", "of the project itself";
            /// When it was planned.
            pub planned_on: Option<PartialDate> = "planlagt", "planned on";
            /// Whether it was made.
            pub completion: Option<Completion> = "gennemførelse", "completion";
        }
    }
}

impl Completion {
    /// Returns `true` if it was carried out by that day. If the date is not stated, it counts as
    /// carried out before that day.
    #[must_use]
    pub fn is_done(self, as_of: NaiveDate) -> bool {
        matches!(self, Self::Done { on } if on.is_none_or(|on| on.first_day() <= as_of))
    }

    /// The day on which it was carried out.
    pub(crate) const fn on(self) -> Option<PartialDate> {
        match self {
            Self::Done { on } => on,
            Self::NotDone => None,
        }
    }
}

impl CoreElement {
    /// The three steps, in order. A step that the document does not mention is empty.
    pub(crate) fn steps(&self) -> [(ElementStage, &'static str, ElementStep); 3] {
        let step = |step: Option<ElementStep>| step.unwrap_or_default();
        [
            (ElementStage::Developed, "developed", step(self.developed)),
            (ElementStage::Tested, "tested", step(self.tested)),
            (ElementStage::Described, "described", step(self.described)),
        ]
    }

    /// The last step that was carried out by that day, even if the document does not state an earlier one. Returns
    /// `None` if it states none.
    ///
    /// ```
    /// use kvalitetsmodel::circle::{CoreElement, ElementStage};
    ///
    /// let element: CoreElement = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000a03",
    ///         "developed": { "completion": { "done": { "on": "2021-09" } } },
    ///         "tested": { "completion": { "done": { "on": "2022-02" } } },
    ///         "described": { "plannedOn": "2022-06" }
    ///     }"#,
    /// )?;
    /// assert_eq!(element.stage("2022-01-31".parse()?), Some(ElementStage::Developed));
    /// assert_eq!(element.stage("2022-02-01".parse()?), Some(ElementStage::Tested));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn stage(&self, as_of: NaiveDate) -> Option<ElementStage> {
        let is_done = |step: ElementStep| step.completion.is_some_and(|one| one.is_done(as_of));
        self.steps().into_iter().rev().find(|(_, _, step)| is_done(*step)).map(|(stage, _, _)| stage)
    }
}

impl ActivityKind {
    /// The track in which the source places it.
    pub(crate) const fn track(self) -> Track {
        match self {
            Self::Workshop | Self::Seminar => Track::Knowledge,
            Self::LeaderWorkshop | Self::Coaching => Track::Leadership,
        }
    }
}

impl CircleMeeting {
    /// How many cycles it refers to, each counted once.
    pub(crate) fn count_cycles(&self) -> u64 {
        count(count_distinct(&self.cycles.iter().map(|id| id.uuid())))
    }
}

impl HoldsCycles for LearningCircle {
    fn cycles(&self) -> &[PdsaCycle] {
        &self.cycles
    }
}

impl LearningCircle {
    /// Finds the links between the cycles and calls `then` with them, or with none if no cycle names another.
    pub(crate) fn links<R>(&self, then: impl FnOnce(Links<'_>) -> R) -> R {
        if any_is_linked(&self.cycles) { link(&self.cycles, then) } else { then(Links::default()) }
    }

    /// How many take part: the stated number, or else the sum of the groups. Returns `None` if neither is known.
    #[must_use]
    pub fn participants(&self) -> Option<u64> {
        self.size.map(u64::from).or_else(|| self.counted_participants())
    }

    /// The sum of the groups, if each states how many they are.
    pub(crate) fn counted_participants(&self) -> Option<u64> {
        if self.participants.is_empty() {
            return None;
        }
        let counts = self.participants.iter().map(|one| one.count.map(u64::from));
        counts.sum()
    }

    /// The planned roles that nobody in the circle has, whether written with capitals or not (R-119). Returns `None` if
    /// the plan lists none, or if the roles of those who take part are not all stated.
    #[must_use]
    pub fn missing_roles<'p>(&self, plan: &'p CirclePlan) -> Option<Vec<&'p Text>> {
        missing(&plan.roles, self.participants.iter().map(|one| (one.role.as_ref(), one.count)))
    }

    /// The planned sectors that nobody in the circle is from (R-120). Returns `None` as for the roles.
    #[must_use]
    pub fn missing_sectors<'p>(&self, plan: &'p CirclePlan) -> Option<Vec<&'p Text>> {
        missing(&plan.sectors, self.participants.iter().map(|one| (one.sector.as_ref(), one.count)))
    }
}

fn missing<'p, 'c>(
    planned: &'p [Text],
    groups: impl Iterator<Item = (Option<&'c Text>, Option<u32>)>,
) -> Option<Vec<&'p Text>> {
    // A group of nobody is no group.
    let there = groups.filter(|(_, count)| *count != Some(0)).map(|(text, _)| text);
    let mut there: Vec<Folded<'_>> = there.map(Folded::stated).collect::<Option<_>>()?;
    let planned = planned.iter().filter(|one| !one.is_blank());
    if planned.clone().next().is_none() || there.is_empty() {
        return None;
    }
    sort_by(&mut there, Folded::cmp);
    Some(planned.filter(|one| there.binary_search(&Folded::of(one)).is_err()).collect())
}
