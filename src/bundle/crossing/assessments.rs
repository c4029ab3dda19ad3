//! State assessments, and what other documents say about them.

use alloc::vec::Vec;
use core::any::Any;

use uuid::Uuid;

use super::{Adding, Around, Place, hash};
use crate::assessment::StateAssessment;
use crate::body::StateAssessmentRef;
use crate::date::{PartialDate, Period};
use crate::document::{Content, Document};
use crate::id::{Id, Subject};
use crate::keyed::Keyed;
use crate::report::Path;
use crate::sorted::{sort_by, sorted};
use crate::text::{count, is_stated};

/// The assessments, and what rests on them.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Assessments {
    known: Keyed<Uuid, Known>,
    references: Vec<Reference>,
}

#[derive(Debug, Clone)]
struct Known {
    subject: Subject,
    place: Place,
    document: u32,
    service: Option<Uuid>,
    on: Option<PartialDate>,
    /// Whether the topics of a focus area show a need, those with a name, and all of them; `None` if they do not say, or
    /// differ.
    by_area: Keyed<Uuid, Option<bool>>,
    by_name: Keyed<u64, Option<bool>>,
    all: Option<bool>,
    /// Whether each topic is that of a focus area, and whether each has a name.
    all_have_area: bool,
    all_have_name: bool,
}

#[derive(Debug, Clone, Copy)]
struct Reference {
    place: Place,
    assessment: Subject,
    service: Option<Uuid>,
    area: Option<Uuid>,
    /// What the community is about.
    topic: Option<u64>,
    on: Option<PartialDate>,
    shows_need: Option<bool>,
}

/// Something that rests on an assessment, and contradicts the assessment itself.
#[derive(Debug, Clone)]
pub(in crate::bundle) struct AssessmentClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) assessment: Subject,
    /// The document of the assessment.
    pub(in crate::bundle) document: u32,
    /// Whether what rests on it says that it shows a need, and whether it does, if that differs. Neither this nor the
    /// dates are compared if it is the assessment of another service.
    pub(in crate::bundle) needs: Option<[bool; 2]>,
    /// When it was made by what rests on it, and by itself, if that differs.
    pub(in crate::bundle) days: Option<[PartialDate; 2]>,
}

/// Whether an assessment shows a need: its service, date and topic, its position, and the answer.
type Answer = (Uuid, Option<PartialDate>, u64, usize, bool);

/// Two assessments of a service and a date, of which one shows a need that the other one does not show.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct OppositeNeeds {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) assessment: Subject,
    /// The document of the other assessment, which is an earlier one.
    pub(in crate::bundle) earlier: u32,
    pub(in crate::bundle) topics: u64,
}

impl Known {
    fn of(assessment: &StateAssessment, place: Place, document: u32) -> Self {
        let service = assessment.service.as_ref().map(|service| service.id.uuid());
        let alike = |said: Option<bool>, again: Option<bool>| said.filter(|said| again == Some(*said));
        let (mut by_area, mut by_name) = (Keyed::default(), Keyed::default());
        for topic in &assessment.topics {
            if let Some(area) = topic.focus_area {
                by_area.update(
                    area.uuid(),
                    || topic.shows_need,
                    |need| *need = alike(*need, topic.shows_need),
                );
            }
            if let Some(name) = hash::of_name(topic.topic.as_ref()) {
                by_name.update(name, || topic.shows_need, |need| *need = alike(*need, topic.shows_need));
            }
        }
        let all = assessment.topics.iter().map(|topic| topic.shows_need).reduce(alike).flatten();
        let all_have_area = assessment.topics.iter().all(|topic| topic.focus_area.is_some());
        let all_have_name = assessment.topics.iter().all(|topic| is_stated(topic.topic.as_ref()));
        let (subject, on) = (assessment.id.subject(), assessment.on);
        Self { subject, place, document, service, on, by_area, by_name, all, all_have_area, all_have_name }
    }

    /// Whether it shows a need: by the topics of the area or of the community, or else by all. It says nothing if each
    /// topic is that of another area, or has another name than that of the community.
    fn shows_need(&self, said: &Reference) -> Option<bool> {
        let (of_it, all_are_others) = match (said.area, said.topic) {
            (Some(area), _) => (self.by_area.get(area), self.all_have_area),
            (None, Some(topic)) => (self.by_name.get(topic), self.all_have_name),
            (None, None) => (None, false),
        };
        of_it.copied().unwrap_or_else(|| self.all.filter(|_| !all_are_others))
    }

    fn is_of_other(&self, said: &Reference) -> bool {
        self.service.zip(said.service).is_some_and(|(one, other)| one != other)
    }

    fn needs(&self, said: &Reference) -> Option<[bool; 2]> {
        let (one, other) = (said.shows_need?, self.shows_need(said)?);
        (one != other).then_some([one, other])
    }

    fn days(&self, said: &Reference) -> Option<[PartialDate; 2]> {
        let days = [said.on?, self.on?];
        let [one, other] = days.map(Period::from);
        (!one.overlaps(&other)).then_some(days)
    }
}

impl Assessments {
    /// The assessment itself.
    pub(super) fn add(&mut self, document: &Document, at: &Path<'_>, adding: &mut Adding<'_>) {
        if let Content::StateAssessment(one) = document.content() {
            let content = at.key("content");
            let place = adding.place(&content.key("stateAssessment"));
            self.known.insert_with(one.id.uuid(), || Known::of(one, place, adding.number));
        }
    }

    /// What rests on one.
    pub(super) fn record(
        &mut self,
        record: &dyn Any,
        around: &Around,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        if let Some(said) = record.downcast_ref::<StateAssessmentRef>()
            && let Some(assessment) = said.assessment.map(Id::subject)
        {
            let StateAssessmentRef { on, shows_need, .. } = *said;
            let (place, service) = (adding.place(at), around.service.map(Id::uuid));
            let Around { area, topic, .. } = *around;
            self.references.push(Reference { place, assessment, service, area, topic, on, shows_need });
        }
    }

    /// What contradicts the assessment that it rests on.
    pub(in crate::bundle) fn apart(&self) -> impl Iterator<Item = AssessmentClash> {
        self.references.iter().filter_map(|said| {
            let known = self.known.get(said.assessment.id)?;
            let is_of_other = known.is_of_other(said);
            let (needs, days) =
                if is_of_other { (None, None) } else { (known.needs(said), known.days(said)) };
            let Reference { place, assessment, .. } = *said;
            (is_of_other || needs.is_some() || days.is_some()).then_some(AssessmentClash {
                place,
                assessment,
                document: known.document,
                needs,
                days,
            })
        })
    }

    /// The assessments that show a need where an earlier one of the same service and date does not, or the reverse.
    pub(in crate::bundle) fn opposite(&self) -> impl Iterator<Item = OppositeNeeds> {
        let mut apart: Vec<[usize; 2]> = Vec::new();
        let topics = |put: &mut dyn FnMut(Answer)| {
            for (n, one) in self.known.values().iter().enumerate() {
                let (Some(service), Some(on)) = (one.service, one.on) else { continue };
                for ([_, name], need) in one.by_name.entries() {
                    if let Some(need) = *need {
                        put((service, Some(on), *name, n, need));
                    }
                }
            }
        };
        if self.known.values().len() > 1 {
            sorted(topics, |topics| {
                for alike in topics.chunk_by(|a, b| (a.0, a.1, a.2) == (b.0, b.1, b.2)) {
                    let Some(((.., first, need), others)) = alike.split_first() else { continue };
                    apart
                        .extend(others.iter().filter(|(.., other)| other != need).map(|one| [one.3, *first]));
                }
            });
        }
        sort_by(&mut apart, Ord::cmp);
        let counted: Vec<_> =
            apart.chunk_by(PartialEq::eq).filter_map(|same| Some((*same.first()?, same.len()))).collect();
        counted.into_iter().filter_map(|([this, first], topics)| {
            let (this, first) = (self.known.values().get(this)?, self.known.values().get(first)?);
            // Both can be in one bundle that came as a line.
            (this.document != first.document).then_some(OppositeNeeds {
                place: this.place,
                assessment: this.subject,
                earlier: first.document,
                topics: count(topics),
            })
        })
    }
}
