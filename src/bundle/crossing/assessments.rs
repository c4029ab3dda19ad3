//! State assessments, and what other documents say of them.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::any::Any;

use uuid::Uuid;

use super::{Adding, Place};
use crate::agreement::FocusArea;
use crate::assessment::StateAssessment;
use crate::body::StateAssessmentRef;
use crate::community::CommunityMember;
use crate::date::{PartialDate, Period};
use crate::document::{Content, Document};
use crate::draft::walk::Walk;
use crate::id::{Id, Subject};
use crate::report::Path;
use crate::text::Bilingual;

/// The assessments, and what rests on them.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Assessments {
    known: BTreeMap<Uuid, Known>,
    references: Vec<Reference>,
}

#[derive(Debug, Clone)]
struct Known {
    document: u32,
    service: Option<Uuid>,
    on: Option<PartialDate>,
    /// Whether a topic shows a need, and the focus area that rests on it.
    needs: Vec<(Option<Uuid>, Option<bool>)>,
}

#[derive(Debug, Clone, Copy)]
struct Reference {
    place: Place,
    assessment: Subject,
    service: Option<Uuid>,
    area: Option<Uuid>,
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
    pub(in crate::bundle) parts: Vec<Bilingual>,
}

impl Known {
    fn of(assessment: &StateAssessment, document: u32) -> Self {
        let service = assessment.service.as_ref().map(|service| service.id.uuid());
        let topics = assessment.topics.iter();
        let needs = topics.map(|topic| (topic.focus_area.map(Id::uuid), topic.shows_need)).collect();
        Self { document, service, on: assessment.on, needs }
    }

    /// Whether it shows a need for the area: by the topics of the area, or else by all. `None` if they do not say, or differ.
    fn shows_need(&self, area: Option<Uuid>) -> Option<bool> {
        let is_of_area = |(of, _): &&(Option<Uuid>, Option<bool>)| area.is_some() && *of == area;
        let has_area = self.needs.iter().any(|need| is_of_area(&need));
        let mut topics = self.needs.iter().filter(|need| !has_area || is_of_area(need));
        let (_, first) = topics.next()?;
        first.filter(|first| topics.all(|(_, need)| *need == Some(*first)))
    }

    fn differences(&self, said: &Reference) -> Vec<Bilingual> {
        let other_service = self.service.zip(said.service).is_some_and(|(one, other)| one != other);
        let need = self.shows_need(said.area).zip(said.shows_need);
        let days = self.on.zip(said.on).map(|(one, other)| (Period::from(one), Period::from(other)));
        let apart = days.is_some_and(|(one, other)| !one.overlaps(&other));
        [
            (other_service, Bilingual::new("tilbuddet", "the service")),
            (need.is_some_and(|(one, other)| one != other), Bilingual::new("behovet", "the need")),
            (apart, Bilingual::new("datoen", "the date")),
        ]
        .into_iter()
        .filter_map(|(differs, part)| differs.then_some(part))
        .collect()
    }
}

impl Assessments {
    pub(super) fn add(&mut self, document: &Document, at: &Path<'_>, adding: &mut Adding<'_>) {
        let (mut service, mut area) = (None, None);
        match document.content() {
            Content::StateAssessment(one) => {
                self.known.entry(one.id.uuid()).or_insert_with(|| Known::of(one, adding.number));
                return;
            }
            Content::Agreement(agreement) => service = agreement.service.as_ref().map(|one| one.id.uuid()),
            Content::Community(_) => {}
            _ => return,
        }
        let each = &mut |record: &dyn Any, at: &Path<'_>| {
            // What is in a record is visited next.
            if let Some(member) = record.downcast_ref::<CommunityMember>() {
                service = Some(member.service.uuid());
            } else if let Some(one) = record.downcast_ref::<FocusArea>() {
                area = Some(one.id.uuid());
            } else if let Some(said) = record.downcast_ref::<StateAssessmentRef>()
                && let Some(assessment) = said.assessment.map(Id::subject)
            {
                let (place, StateAssessmentRef { on, shows_need, .. }) = (adding.place(at), said);
                let (on, shows_need) = (*on, *shows_need);
                self.references.push(Reference { place, assessment, service, area, on, shows_need });
            }
        };
        document.visit_draft(at, &mut Walk::Records(each));
    }

    /// What contradicts the assessment that it rests on.
    pub(in crate::bundle) fn apart(&self) -> impl Iterator<Item = AssessmentClash> {
        self.references.iter().filter_map(|said| {
            let known = self.known.get(&said.assessment.id)?;
            let parts = known.differences(said);
            let Reference { place, assessment, .. } = *said;
            (!parts.is_empty()).then_some(AssessmentClash {
                place,
                assessment,
                document: known.document,
                parts,
            })
        })
    }
}
