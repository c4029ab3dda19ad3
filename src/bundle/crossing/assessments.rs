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
use crate::text::{Bilingual, is_stated};

/// The assessments, and what rests on them.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Assessments {
    known: Keyed<Uuid, Known>,
    references: Vec<Reference>,
}

#[derive(Debug, Clone)]
struct Known {
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
    /// Whether it is the assessment of another service. Then nothing else is compared.
    pub(in crate::bundle) is_of_other: bool,
    pub(in crate::bundle) parts: Vec<Bilingual>,
}

impl Known {
    fn of(assessment: &StateAssessment, document: u32) -> Self {
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
        Self { document, service, on: assessment.on, by_area, by_name, all, all_have_area, all_have_name }
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

    fn differences(&self, said: &Reference) -> Vec<Bilingual> {
        let need = self.shows_need(said).zip(said.shows_need);
        let days = self.on.zip(said.on).map(|(one, other)| (Period::from(one), Period::from(other)));
        let apart = days.is_some_and(|(one, other)| !one.overlaps(&other));
        [
            (need.is_some_and(|(one, other)| one != other), Bilingual::new("behovet", "the need")),
            (apart, Bilingual::new("datoen", "the date")),
        ]
        .into_iter()
        .filter_map(|(differs, part)| differs.then_some(part))
        .collect()
    }
}

impl Assessments {
    /// The assessment itself.
    pub(super) fn add(&mut self, document: &Document, adding: &Adding<'_>) {
        if let Content::StateAssessment(one) = document.content() {
            self.known.insert_with(one.id.uuid(), || Known::of(one, adding.number));
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
            let parts = if is_of_other { Vec::new() } else { known.differences(said) };
            let Reference { place, assessment, .. } = *said;
            (is_of_other || !parts.is_empty()).then_some(AssessmentClash {
                place,
                assessment,
                document: known.document,
                is_of_other,
                parts,
            })
        })
    }
}
