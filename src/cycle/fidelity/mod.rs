//! Fidelity: how far cycles keep to the features of the method, counted as published studies count.

mod feature;
mod measured;
mod read;

use alloc::vec::Vec;

pub use feature::Feature;
use read::{Read, ReadRamp};
use serde::{Serialize, Serializer};

use super::links::{Links, link};
use super::{PdsaCycle, each_ramp};
use crate::aim::Aim;
use crate::answers::all_of;
use crate::figure::Share;
use crate::measurement::Measurement;

/// How often each [`Feature`] is found, in one cycle, a ramp, a project or many projects (*portefølje*).
///
/// Each feature has a numerator and a denominator of its own: fewer cycles remain from step to step, as in the studies.
/// Features are not added up, and there is no score. Plans that are still under way count as they are, so count what
/// has ended.
///
/// ```
/// use kvalitetsmodel::cycle::{Feature, Fidelity, PdsaCycle, Plan};
/// use kvalitetsmodel::id::Id;
///
/// let plan = Plan { prediction: Some("eight of ten come back".into()), ..Plan::default() };
/// let cycle = PdsaCycle { plan: Some(plan), ..PdsaCycle::new(Id::from_u128(1)) };
/// let one = Fidelity::of([&cycle], &[], &[]);
/// let both = one.plus(&Fidelity::of(&[PdsaCycle::new(Id::from_u128(2))], &[], &[]));
/// let stages = both.count(Feature::AllStages);
/// assert_eq!((stages.met, stages.of), (0, 2));
/// // No cycle has all stages, so there is none in which a prediction could be counted.
/// assert_eq!(both.count(Feature::Prediction).of, 0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Fidelity {
    counts: [FeatureCount; Feature::ALL.len()],
}

/// How many cycles, ramps or projects have a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FeatureCount {
    /// The numerator: how many have it.
    pub met: u64,
    /// How many of [`of`](Self::of) do not say whether they have it. They are not in the numerator.
    pub not_assessable: u64,
    /// The denominator: how many were looked at.
    pub of: u64,
}

impl FeatureCount {
    /// The share that has the feature, 0 of 0 if none was looked at.
    #[must_use]
    pub fn share(self) -> Share {
        Share::new(self.met, self.of).unwrap_or(Share::NOTHING)
    }

    /// Counts one more; `None` is not assessable.
    const fn add(&mut self, answer: Option<bool>) {
        self.of = self.of.saturating_add(1);
        match answer {
            Some(true) => self.met = self.met.saturating_add(1),
            Some(false) => {}
            None => self.not_assessable = self.not_assessable.saturating_add(1),
        }
    }
}

impl Fidelity {
    /// Counts the features of one project: its cycles, in any order, and its aims. A cycle or the cycles of a
    /// [`Ramp`](super::Ramp) alone are counted in the same way.
    ///
    /// Data over time are looked up in `measurements`, by the ids that the cycles name. Where those are not among them,
    /// data are *not assessable*; where a ramp or project names fewer than three, they are not regular.
    #[must_use]
    pub fn of<'c>(
        cycles: impl IntoIterator<Item = &'c PdsaCycle>,
        aims: &[Aim],
        measurements: &[Measurement],
    ) -> Self {
        let cycles: Vec<Read<'_>> = cycles.into_iter().map(Read::of).collect();
        let named = measured::named(cycles.iter());
        let known = measured::Known::new(&named, measurements);
        let mut counted = Self::default();
        let mut project = Project::EMPTY;
        link(&cycles, |links| {
            each_ramp(links, |ramp| {
                let ramp = ReadRamp { found: ramp, cycles: &cycles };
                counted.add_ramp(ramp, &known);
                project.add_ramp(ramp, links);
            });
        });
        counted.add(Feature::QuantitativeAimReached, is_aim_reached(aims));
        counted.add(Feature::DocumentedSequence, project.any_link(project.has_whole_link));
        counted.add(Feature::Documented, Some(project.is_documented));
        if project.is_documented {
            counted.add_documented(&project, known.data(&named));
        }
        counted
    }

    fn add_ramp(&mut self, ramp: ReadRamp<'_>, known: &measured::Known<'_>) {
        let in_ramp = match ramp.found.order.len() {
            0 | 1 if ramp.found.leads_away => None, // it is linked to a cycle that is not there
            0 | 1 => Some(false),
            _ => Some(true),
        };
        for cycle in ramp.cycles() {
            self.add(Feature::AllStages, Some(cycle.is_whole));
            if cycle.is_whole {
                self.add(Feature::InRamp, in_ramp);
                self.add(Feature::Learning, Some(cycle.states_learning));
                if cycle.states_learning {
                    self.add(Feature::Prediction, Some(cycle.predicts));
                }
            }
        }
        if in_ramp == Some(true) && ramp.cycles().any(|cycle| cycle.is_whole) {
            self.add(Feature::GrowingScale, ramp.is_growing());
            self.add(Feature::RegularData, known.data(&measured::named(ramp.cycles())).regular);
        }
    }

    fn add_documented(&mut self, project: &Project, data: measured::Data) {
        let iterative = project.any_link(project.has_learned_link);
        let small = project.is_small();
        let rationale = Some(project.states_rationale);
        let four = [iterative, small, data.regular, rationale];
        self.add(Feature::Iterative, iterative);
        self.add(Feature::SmallScale, small);
        self.add(Feature::ContinuousData, data.regular);
        self.add(Feature::Rationale, rationale);
        self.add(Feature::AllFour, all_of(four));
        self.add(Feature::MonthlyData, data.monthly);
    }

    fn add(&mut self, feature: Feature, answer: Option<bool>) {
        if let Some(count) = self.counts.get_mut(feature as usize) {
            count.add(answer);
        }
    }

    /// How many have the feature.
    #[must_use]
    pub fn count(&self, feature: Feature) -> FeatureCount {
        self.counts.get(feature as usize).copied().unwrap_or_default()
    }

    /// What both counted together, feature by feature. A portfolio is the sum of its projects.
    #[must_use]
    pub fn plus(mut self, other: &Self) -> Self {
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            count.met = count.met.saturating_add(more.met);
            count.not_assessable = count.not_assessable.saturating_add(more.not_assessable);
            count.of = count.of.saturating_add(more.of);
        }
        self
    }
}

#[derive(Serialize)]
struct Row {
    feature: Feature,
    #[serde(flatten)]
    count: FeatureCount,
}

impl Serialize for Fidelity {
    /// A list: each feature with `met`, `notAssessable` and `of`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(Feature::ALL.map(|feature| Row { feature, count: self.count(feature) }))
    }
}

/// What the ramps of a project say together. Each ramp is read once, while it is still in the cache.
#[expect(clippy::struct_excessive_bools, reason = "each is an answer of its own")]
struct Project {
    /// No ramp has a link to a cycle that is not there.
    are_all_there: bool,
    is_documented: bool,
    has_whole_link: bool,
    /// Something was learned in a cycle, and a cycle that has begun comes after it.
    has_learned_link: bool,
    states_rationale: bool,
    is_tested: bool,
    /// Whether all first tests of ramps are of less than the whole unit, so far.
    are_small: Option<bool>,
}

impl Project {
    const EMPTY: Self = Self {
        are_all_there: true,
        is_documented: false,
        has_whole_link: false,
        has_learned_link: false,
        states_rationale: false,
        is_tested: false,
        are_small: Some(true),
    };

    fn add_ramp(&mut self, ramp: ReadRamp<'_>, links: Links<'_>) {
        self.are_all_there &= !ramp.found.leads_away;
        for (cycle, nth) in ramp.cycles().zip(ramp.found.order) {
            self.is_documented |= cycle.is_begun;
            self.states_rationale |= cycle.states_rationale;
            if cycle.is_tested && links.get(*nth).is_some_and(|node| !node.follows()) {
                self.are_small = all_of([self.are_small, cycle.is_small]);
                self.is_tested = true;
            }
        }
        for (from, to) in ramp.links() {
            self.has_whole_link |= from.is_whole && to.is_whole;
            self.has_learned_link |= from.states_learning && to.is_begun;
        }
    }

    /// Whether the first test of every ramp is one of less than the whole unit.
    fn is_small(&self) -> Option<bool> {
        self.are_small.filter(|_| self.is_tested)
    }

    /// Whether two linked cycles are as asked; not assessable if a link leads to a cycle that is not there.
    fn any_link(&self, is_found: bool) -> Option<bool> {
        (is_found || self.are_all_there).then_some(is_found)
    }
}

fn is_aim_reached(aims: &[Aim]) -> Option<bool> {
    let mut with_figure = aims.iter().filter(|aim| aim.how_much.is_some()).peekable();
    if with_figure.peek().is_none() {
        return Some(false);
    }
    // An aim without the date was not reached, or the document does not say.
    with_figure.any(|aim| aim.reached_on.is_some()).then_some(true)
}
