//! The evaluations of a service, one after the other.

use alloc::vec::Vec;
use core::any::Any;
use core::num::NonZeroU32;

use uuid::Uuid;

use super::{Adding, Around, Place, hash};
use crate::date::{PartialDate, Period, add_months};
use crate::evaluation::{
    EvaluatedStandard, Evaluation, EvaluationKind, Rating, Recommendation, RecommendationOutcome,
};
use crate::id::Subject;
use crate::keyed::Keyed;
use crate::model::QualityStep;
use crate::report::Path;
use crate::sorted::sort_by_key;

#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Evaluations {
    /// Those that were held, by service, kind and standard set. Monitoring can be of some standards now, and of others a
    /// month later, so it is kept by these as well.
    held: Keyed<u64, Vec<Held>>,
    /// The ratings of standards, by service, kind, day, labels of the scale and standard.
    rated: Keyed<u64, Rated>,
    /// What another evaluation of that day rates otherwise.
    pub(in crate::bundle) otherwise: Vec<RatingClash>,
    /// What became of recommendations: what differs.
    outcomes: Keyed<Uuid, Vec<Outcome>>,
    /// What became of a recommendation otherwise by another document.
    pub(in crate::bundle) other_outcomes: Vec<OutcomeClash>,
}

/// What became of a recommendation by what one evaluation says.
#[derive(Debug, Clone, Copy)]
struct Outcome {
    document: u32,
    held_on: Option<Period>,
    is_carried_out: bool,
    on: Option<PartialDate>,
}

/// A recommendation with another outcome in an earlier document.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct OutcomeClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) recommendation: Subject,
    pub(in crate::bundle) other: u32,
    /// Whether only the day differs on which it was carried out.
    pub(in crate::bundle) is_day: bool,
}

/// How many different outcomes of a recommendation are kept.
const MOST_OUTCOMES: usize = 8;

impl Outcome {
    /// Whether it differs in the day alone; `None` if it does not.
    fn apart(&self, other: &Self) -> Option<bool> {
        let (refused, done) = match [self.is_carried_out, other.is_carried_out] {
            [true, true] => {
                let days = self.on.zip(other.on);
                return days.filter(|(a, b)| !a.shares_a_day_with(*b)).map(|_| true);
            }
            [false, false] => return None,
            [false, true] => (self, other),
            [true, false] => (other, self),
        };
        // It can be followed after all.
        let is_later =
            refused.held_on.zip(done.held_on).is_some_and(|(refused, done)| refused.end < done.start);
        (!is_later).then_some(false)
    }
}

/// How a standard was rated in an evaluation.
#[derive(Debug, Clone, Copy)]
struct Rated {
    document: u32,
    /// The hash of the id of the evaluation.
    evaluation: u32,
    /// The hashes of the rating, the proposed rating, and that of each step, each with the first document that states it.
    ratings: [Option<(NonZeroU32, u32)>; 6],
}

/// A standard that was rated otherwise in another evaluation of the same service, kind and day.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct RatingClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) evaluation: Subject,
    /// The document that states it otherwise.
    pub(in crate::bundle) first: u32,
    /// Whether its rating differs, its proposed rating, and the rating of a step.
    pub(in crate::bundle) differ: [bool; 3],
}

/// What the scale of the evaluation calls a rating. A standard that is not rated can be rated by the other one.
fn rated(evaluation: &Evaluation, rating: Option<Rating>) -> Option<NonZeroU32> {
    let called = match rating? {
        Rating::NotRated => return None,
        Rating::NotRelevant => 1,
        rating @ Rating::Rated { .. } => hash::of_name(evaluation.label_of(rating))?,
    };
    NonZeroU32::new(hash::half_of(&called) | 1)
}

#[derive(Debug, Clone, Copy)]
struct Held {
    place: Place,
    evaluation: Subject,
    kind: EvaluationKind,
    document: u32,
    on: PartialDate,
    previous_on: Option<PartialDate>,
}

/// An evaluation that gives the previous one another date than that one has.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct OtherPrevious {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) evaluation: Subject,
    pub(in crate::bundle) previous_on: PartialDate,
    /// The document of the previous one, and when it was held.
    pub(in crate::bundle) document: u32,
    pub(in crate::bundle) held_on: PartialDate,
}

impl Evaluations {
    pub(super) fn record(
        &mut self,
        record: &dyn Any,
        around: &Around,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        if let Some(one) = record.downcast_ref::<Recommendation>() {
            return self.became(one, around.on, at, adding);
        }
        let Some(one) = record.downcast_ref::<Evaluation>() else { return };
        let (Some(service), Some(on)) = (&one.service, one.held_on) else { return };
        let Evaluation { kind, previous_on, .. } = *one;
        let standards: Vec<_> = match kind {
            EvaluationKind::Monitoring => {
                one.standards.iter().map(|one| (one.standard, one.number)).collect()
            }
            EvaluationKind::SelfEvaluation | EvaluationKind::External => Vec::new(),
        };
        // Monitoring known by its month alone can be another one.
        if on.is_day() || kind == EvaluationKind::External {
            self.rate(one, hash::of(&(service.id, kind, on)), at, adding);
        }
        let key = hash::of(&(service.id, kind, one.standard_set, standards));
        let (place, evaluation) = (adding.place(&at.key("previousOn")), one.id.subject());
        let document = adding.number;
        self.held.push(key, Held { place, evaluation, kind, document, on, previous_on });
    }

    fn became(
        &mut self,
        one: &Recommendation,
        held_on: Option<Period>,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        let (is_carried_out, on) = match &one.outcome {
            Some(RecommendationOutcome::CarriedOut { on }) => (true, *on),
            Some(RecommendationOutcome::NotFollowed { .. }) => (false, None),
            None => return,
        };
        let this = Outcome { document: adding.number, held_on, is_carried_out, on };
        let mut clash = None;
        self.outcomes.update(one.id.uuid(), Vec::new, |known| {
            let mut others = known.iter().filter(|other| other.document != this.document);
            clash = others.find_map(|other| Some((other.document, this.apart(other)?)));
            if known.len() < MOST_OUTCOMES {
                known.push(this);
            }
        });
        if let Some((other, is_day)) = clash {
            let (place, recommendation) = (adding.place(&at.key("outcome")), one.id.subject());
            self.other_outcomes.push(OutcomeClash { place, recommendation, other, is_day });
        }
    }

    fn rate(&mut self, one: &Evaluation, day: u64, at: &Path<'_>, adding: &mut Adding<'_>) {
        let labels: Vec<_> = one.scale.iter().map(|step| hash::of_name(step.label.as_ref())).collect();
        let (evaluation, day) = (hash::half_of(&one.id.uuid()), hash::of(&(day, labels)));
        let list = at.key("standards");
        for (n, standard) in one.standards.iter().enumerate() {
            let Some(which) = which(one, standard) else { continue };
            let steps = QualityStep::ALL.iter().map(|step| standard.rating_of(*step));
            let mut ratings = [None; 6];
            let all = [standard.rating, standard.proposed].into_iter().chain(steps);
            let document = adding.number;
            ratings
                .iter_mut()
                .zip(all)
                .for_each(|(slot, rating)| *slot = rated(one, rating).zip(Some(document)));
            let mut clash = None;
            let this = || Rated { document, evaluation, ratings };
            self.rated.update(hash::of(&(day, which)), this, |known| {
                if known.document == document || known.evaluation == evaluation {
                    return;
                }
                let mut otherwise = [None; 6];
                for ((first, here), there) in otherwise.iter_mut().zip(ratings).zip(&mut known.ratings) {
                    let both = here.zip(*there).filter(|((here, _), (there, _))| here != there);
                    *first = both.map(|(_, (_, first))| first);
                    *there = there.or(here);
                }
                let [rating, proposed, steps @ ..] = otherwise;
                clash = Some([rating, proposed, steps.into_iter().flatten().next()]);
            });
            let clash = clash.unwrap_or_default();
            if let Some(first) = clash.into_iter().flatten().next() {
                let (place, evaluation) = (adding.place(&list.index(n)), one.id.subject());
                let differ = clash.map(|first| first.is_some());
                self.otherwise.push(RatingClash { place, evaluation, first, differ });
            }
        }
    }

    /// What is contradicted by an evaluation of another document: it was held after the date that is given for the
    /// previous one, or shortly before that date. `months` gives the number of months for each kind.
    pub(in crate::bundle) fn apart(
        &self,
        months: impl Fn(EvaluationKind) -> Option<u32> + Copy,
    ) -> impl Iterator<Item = OtherPrevious> {
        self.held.values().iter().filter(|all| all.len() > 1).flat_map(move |all| apart(all, months))
    }
}

/// Which standard it is: by its id, or by its number in the set.
fn which(evaluation: &Evaluation, one: &EvaluatedStandard) -> Option<u64> {
    match (one.standard, one.number) {
        (Some(id), _) => Some(hash::of(&id)),
        (None, Some(number)) => Some(hash::of(&(evaluation.standard_set, number))),
        (None, None) => None,
    }
}

fn apart(all: &[Held], months: impl Fn(EvaluationKind) -> Option<u32>) -> Vec<OtherPrevious> {
    let mut by_end = all.to_vec();
    sort_by_key(&mut by_end, |one| one.on.last_day());
    // Of those up to each, the one that begins last.
    let mut latest: Vec<Held> = Vec::with_capacity(by_end.len());
    for one in &by_end {
        let last = latest.last().filter(|last| last.on.first_day() > one.on.first_day());
        latest.push(*last.unwrap_or(one));
    }
    let is_otherwise = |said: &Held| {
        let previous_on = said.previous_on?;
        let before = by_end.partition_point(|one| one.on.ends_before(said.on));
        let last = before.checked_sub(1)?;
        let is_of_another = |one: &&Held| one.document != said.document && one.evaluation != said.evaluation;
        let missed = latest.get(last).filter(|one| previous_on.ends_before(one.on));
        let misdated = by_end.get(last).filter(|one| {
            let limit = months(one.kind).and_then(|months| add_months(one.on.last_day(), months));
            one.on.ends_before(previous_on) && limit.is_some_and(|limit| previous_on.last_day() <= limit)
        });
        let known = missed.or(misdated).filter(is_of_another)?;
        let Held { place, evaluation, .. } = *said;
        Some(OtherPrevious { place, evaluation, previous_on, document: known.document, held_on: known.on })
    };
    all.iter().filter_map(is_otherwise).collect()
}
