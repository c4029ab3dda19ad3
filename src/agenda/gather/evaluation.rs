//! Gathers what is to be done in evaluations.

use super::{Gather, Task, done, named, waits_for};
use crate::agenda::item::DutyKind;
use crate::agenda::place::{Place, Step};
use crate::agenda::thread::Mark;
use crate::date::{DutyStatus, When};
use crate::evaluation::{
    EvaluatedStandard, Evaluation, EvaluationKind, Recommendation, RecommendationOutcome,
};
use crate::id::Identified as _;
use crate::report::Path;
use crate::text::{Bilingual, Text};

const STANDARD: Bilingual = Bilingual::new("standard", "standard");

/// What an evaluation is called, and the service that it is about.
pub(super) fn title(one: &Evaluation) -> Option<Text> {
    named(one.title.as_ref(), one.service.as_ref())
}

const fn next(kind: EvaluationKind) -> Bilingual {
    match kind {
        EvaluationKind::SelfEvaluation => Bilingual::new("næste selvevaluering", "next self-evaluation"),
        EvaluationKind::External => Bilingual::new("næste eksterne evaluering", "next external evaluation"),
        EvaluationKind::Monitoring => Bilingual::new("næste kvalitetsovervågning", "next quality monitoring"),
    }
}

impl Gather<'_> {
    pub(super) fn evaluation(&mut self, one: &Evaluation, root: &Path<'_>) {
        if (one.planned_on, one.held_on) != (None, None) {
            let planned = When::Date { on: one.planned_on };
            let task = Task { when: Some(&planned), done: done(one.held_on), ..Task::default() };
            let place = Place::at(Step::only(one.kind.label()));
            self.put(root, place, DutyKind::ModelEvaluation, task);
        }
        if let Some(when) = &one.next {
            let task = Task { when: Some(when), waits_for: waits_for(Some(when)), ..Task::default() };
            let place = Place::at(Step::only(next(one.kind)));
            self.put(&root.key("next"), place, DutyKind::NextEvaluation, task);
        }
        let list = root.key("standards");
        for (n, standard) in one.standards.iter().enumerate() {
            let step = Step::stated(STANDARD, standard.number, n, one.standards.len());
            self.recommendations(standard, step, &list.index(n));
        }
        if let Some(submission) = &one.submission {
            let when = submission.decide_by.as_ref();
            let task = Task {
                when,
                done: done(submission.decided_on),
                place: submission.committee.as_ref(),
                waits_for: waits_for(when),
                ..Task::default()
            };
            let place = Place::at(Step::only(DutyKind::CommitteeDecision.label()));
            self.put(&root.key("submission"), place, DutyKind::CommitteeDecision, task);
        }
    }

    fn recommends(&mut self, standard: &EvaluatedStandard, one: &Recommendation, from: usize) {
        if let Some(chapter) = &mut self.chapter {
            chapter.recommends(standard, one, from);
        }
    }

    /// A recommendation that is not followed is no longer a duty. New monitoring that follows from one is a duty of its
    /// own.
    fn recommendations(&mut self, one: &EvaluatedStandard, step: Step, root: &Path<'_>) {
        let list = root.key("recommendations");
        for (n, recommendation) in one.recommendations.iter().enumerate() {
            let Recommendation { outcome, by, monitored_again, monitored_on, text, .. } = recommendation;
            let from = self.agenda.items.len();
            let done_by_outcome = match outcome {
                Some(RecommendationOutcome::NotFollowed { .. }) => {
                    self.mark(Some(Mark::Id(recommendation.id.uuid())));
                    self.recommends(one, recommendation, from);
                    continue;
                }
                Some(RecommendationOutcome::CarriedOut { on }) => Some(DutyStatus::Done { on: *on }),
                None => None,
            };
            let at = list.item(n, recommendation.id);
            let inner = Step::nth(Recommendation::LABEL, n, one.recommendations.len());
            let place = Place::inside(Some(step), inner);
            let task = Task {
                when: by.as_ref(),
                done: done_by_outcome,
                what: text.as_ref(),
                place: one.name.as_ref(),
                waits_for: waits_for(by.as_ref()),
                ..Task::default()
            };
            self.put(&at, place, DutyKind::Recommendation, task);
            if (monitored_again, monitored_on) != (&None, &None) {
                let task = Task {
                    when: monitored_again.as_ref(),
                    done: done(*monitored_on),
                    waits_for: waits_for(monitored_again.as_ref()),
                    ..task
                };
                self.put(&at, place, DutyKind::NewMonitoring, task);
            }
            self.recommends(one, recommendation, from);
        }
    }
}
