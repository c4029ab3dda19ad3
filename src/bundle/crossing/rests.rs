//! What state assessments, evaluations and cycles rest on: whose it is, and when it was.

use alloc::vec::Vec;
use core::any::Any;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Adding, Around, Crossing, Place};
use crate::agreement::FocusArea;
use crate::assessment::StateAssessment;
use crate::audit::{AuditCase, CaseAudit};
use crate::cycle::PdsaCycle;
use crate::date::{PartialDate, Period};
use crate::evaluation::{Evaluation, RecommendationOutcome};
use crate::goal::{Caseload, Citizen};
use crate::id::{Id, Subject};
use crate::keyed::Keyed;
use crate::measurement::Measurement;
use crate::model::QualityStep;
use crate::organisation::{Department, OrgUnit};
use crate::report::Path;
use crate::text::{Bilingual, count};

/// What documents refer to as their grounds, and what is known of it.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Rests {
    measured: Vec<Measured>,
    /// The focus areas that the topics of an assessment name.
    named_areas: Vec<(Place, Id<FocusArea>, Uuid)>,
    audited: Vec<Audited>,
    tested: Vec<Tested>,
    /// The services of the agreements that have focus areas, and the documents.
    areas: Keyed<Uuid, (Uuid, u32)>,
    audits: Keyed<Uuid, Audit>,
    citizens: Keyed<Uuid, Uuid>,
}

/// A measurement that something rests on.
#[derive(Debug, Clone, Copy)]
struct Measured {
    place: Place,
    measurement: Id<Measurement>,
    service: Option<Uuid>,
    /// The period of the data.
    days: Option<Period>,
    time: Option<Time>,
}

/// When that was measured on which something rests.
#[derive(Debug, Clone, Copy)]
enum Time {
    /// Before what rests on it, in words, which has this date.
    Before(Bilingual, PartialDate),
    /// In a test: from the day of the plan to that of the study.
    Tested { cycle: Subject, planned_on: Option<PartialDate>, studied_on: Option<PartialDate> },
}

/// An audit by which a standard was evaluated.
#[derive(Debug, Clone, Copy)]
struct Audited {
    place: Place,
    audit: Id<CaseAudit>,
    service: Option<Uuid>,
    on: Option<PartialDate>,
}

/// A recommendation that cycles test.
#[derive(Debug, Clone)]
struct Tested {
    /// Of its cycles, and of the day on which it was carried out.
    places: [Place; 2],
    recommendation: Subject,
    service: Option<Uuid>,
    done_on: Option<PartialDate>,
    cycles: Vec<Id<PdsaCycle>>,
}

#[derive(Debug, Clone)]
struct Audit {
    document: u32,
    held_on: Option<PartialDate>,
    cases: Vec<Case>,
}

/// Whose a case is.
#[derive(Debug, Clone, Copy)]
enum Case {
    Department(Id<Department>),
    Citizen(Id<Citizen>),
}

/// Grounds that belong to another service.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct OfOther {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) subject: Subject,
    pub(in crate::bundle) document: u32,
    pub(in crate::bundle) grounds: Grounds,
}

#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) enum Grounds {
    Measurement,
    Area,
    Cases,
    Cycles(u64),
}

/// Data of another period than the measurement that they rest on.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct OtherPeriod {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) measurement: Subject,
    pub(in crate::bundle) document: u32,
    pub(in crate::bundle) here: Period,
    pub(in crate::bundle) there: Period,
}

/// Data of a test that were not measured in its time.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct DataClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) cycle: Subject,
    /// The document of the measurement.
    pub(in crate::bundle) document: u32,
    pub(in crate::bundle) why: NotOfTest,
}

#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) enum NotOfTest {
    /// The last day of the measurement is before the day on which the test was planned.
    Before { until: NaiveDate, planned_on: PartialDate },
    /// Its first day is after the day on which the test was studied.
    After { from: NaiveDate, studied_on: PartialDate },
}

/// Something that came before what it rests on.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct TooEarly {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) subject: Subject,
    pub(in crate::bundle) document: u32,
    pub(in crate::bundle) on: PartialDate,
    pub(in crate::bundle) later: Later,
}

#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) enum Later {
    Audit { held_on: PartialDate },
    Measurement { what: Bilingual, start: NaiveDate },
    Test { cycles: u64, phase: Bilingual, until: PartialDate },
}

const EVALUATION: Bilingual = Bilingual::new("evalueringen", "the evaluation");
const ASSESSMENT: Bilingual = Bilingual::new("tilstandsvurderingen", "the state assessment");

impl Rests {
    pub(super) fn record(
        &mut self,
        record: &dyn Any,
        around: &Around,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        if let Some(area) = record.downcast_ref::<FocusArea>() {
            if let Some(service) = around.service {
                self.areas.insert(area.id.uuid(), (service.uuid(), adding.number));
            }
        } else if let Some(assessment) = record.downcast_ref::<StateAssessment>() {
            self.assessment(assessment, at, adding);
        } else if let Some(evaluation) = record.downcast_ref::<Evaluation>() {
            self.evaluation(evaluation, at, adding);
        } else if let Some(audit) = record.downcast_ref::<CaseAudit>() {
            let case = |case: &AuditCase| {
                let department = case.department.map(Case::Department);
                department.or_else(|| case.citizen.map(Case::Citizen))
            };
            let cases = audit.cases.iter().filter_map(case).collect();
            let this = Audit { document: adding.number, held_on: audit.held_on, cases };
            self.audits.insert(audit.id.uuid(), this);
        } else if let Some(Caseload { service: Some(service), citizens, .. }) = record.downcast_ref() {
            for one in citizens {
                self.citizens.insert(one.id.uuid(), service.id.uuid());
            }
        } else if let Some(Citizen { id, service: Some(service), .. }) = record.downcast_ref() {
            self.citizens.insert(id.uuid(), service.uuid());
        } else if let Some(cycle @ PdsaCycle { carried_out: Some(test), .. }) = record.downcast_ref() {
            let [planned_on, _, studied_on, decided_on] = cycle.phase_dates();
            let studied_on = studied_on.or(decided_on);
            let time = Time::Tested { cycle: cycle.id.subject(), planned_on, studied_on };
            let service = cycle.service.map(Id::uuid);
            self.measurements(&test.data, (service, None, Some(time)), &at.key("do").key("data"), adding);
        }
    }

    fn measurements(
        &mut self,
        all: &[Id<Measurement>],
        (service, days, time): (Option<Uuid>, Option<Period>, Option<Time>),
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        for (n, one) in all.iter().enumerate() {
            let place = adding.place(&at.index(n));
            self.measured.push(Measured { place, measurement: *one, service, days, time });
        }
    }

    fn assessment(&mut self, one: &StateAssessment, at: &Path<'_>, adding: &mut Adding<'_>) {
        let service = one.service.as_ref().map(|service| service.id.uuid());
        let topics = at.key("topics");
        for (n, topic) in one.topics.iter().enumerate() {
            let at = topics.index(n);
            if let Some((area, service)) = topic.focus_area.zip(service) {
                self.named_areas.push((adding.place(&at.key("focusArea")), area, service));
            }
            let list = at.key("data");
            for (n, data) in topic.data.iter().enumerate() {
                let days = data.period.filter(Period::is_ordered);
                let time = one.on.map(|on| Time::Before(ASSESSMENT, on));
                let at = list.index(n);
                self.measurements(&data.measurements, (service, days, time), &at.key("measurements"), adding);
            }
        }
    }

    fn evaluation(&mut self, one: &Evaluation, at: &Path<'_>, adding: &mut Adding<'_>) {
        let service = one.service.as_ref().map(|service| service.id.uuid());
        let time = one.held_on.map(|on| Time::Before(EVALUATION, on));
        let standards = at.key("standards");
        for (n, standard) in one.standards.iter().enumerate() {
            let at = standards.index(n);
            if let Some(audit) = standard.audit {
                let place = adding.place(&at.key("audit"));
                self.audited.push(Audited { place, audit, service, on: one.held_on });
            }
            let findings = at.key("findings");
            for (n, finding) in standard.findings.iter().enumerate() {
                let at = findings.item(n, finding.id);
                self.measurements(
                    &finding.measurements,
                    (service, None, time),
                    &at.key("measurements"),
                    adding,
                );
            }
            let recommendations = at.key("recommendations");
            for (n, one) in
                standard.recommendations.iter().enumerate().filter(|(_, one)| !one.cycles.is_empty())
            {
                let at = recommendations.item(n, one.id);
                // A guiding document can be revised first and tried out afterwards.
                let is_tested_first = one.leads_to.is_none_or(|step| step == QualityStep::Improvement);
                let done_on = match one.outcome {
                    Some(RecommendationOutcome::CarriedOut { on }) if is_tested_first => on,
                    _ => None,
                };
                let cycles = adding.place(&at.key("cycles"));
                let done = adding.place(&at.key("outcome").key("carriedOut").key("on"));
                self.tested.push(Tested {
                    places: [cycles, done],
                    recommendation: one.id.subject(),
                    service,
                    done_on,
                    cycles: one.cycles.clone(),
                });
            }
        }
    }

    /// What belongs to another service than what rests on it.
    pub(in crate::bundle) fn of_others(&self, crossing: &Crossing) -> impl Iterator<Item = OfOther> {
        let is_other = |unit: OrgUnit, service: Uuid| match unit {
            OrgUnit::Service { id } => id.uuid() != service,
            OrgUnit::Department { id } => {
                crossing.ties.service_of(id.uuid()).is_some_and(|other| other != service)
            }
            OrgUnit::Operator { .. } | OrgUnit::Area { .. } => false,
        };
        let measurements = self.measured.iter().filter_map(move |said| {
            let known = crossing.records.whose(said.measurement.uuid())?;
            let (place, subject) = (said.place, said.measurement.subject());
            is_other(known.unit?, said.service?).then_some(OfOther {
                place,
                subject,
                document: known.document,
                grounds: Grounds::Measurement,
            })
        });
        let areas = self.named_areas.iter().filter_map(|(place, area, service)| {
            let (other, document) = *self.areas.get(area.uuid())?;
            let (place, subject) = (*place, area.subject());
            (other != *service).then_some(OfOther { place, subject, document, grounds: Grounds::Area })
        });
        // An audit can be of cases of several services.
        let audits = self.audited.iter().filter_map(|said| {
            let audit = self.audits.get(said.audit.uuid())?;
            let service = said.service?;
            let place = said.place;
            let whose = |case: &Case| match case {
                Case::Department(id) => crossing.ties.service_of(id.uuid()),
                Case::Citizen(id) => self.citizens.get(id.uuid()).copied(),
            };
            let is_other = |case: &Case| whose(case).is_some_and(|other| other != service);
            let are_others = !audit.cases.is_empty() && audit.cases.iter().all(is_other);
            let (subject, document) = (said.audit.subject(), audit.document);
            are_others.then_some(OfOther { place, subject, document, grounds: Grounds::Cases })
        });
        let cycles = self.tested.iter().filter_map(move |said| {
            let (service, known) = (said.service?, |id: &Id<PdsaCycle>| crossing.records.whose(id.uuid()));
            let is_other =
                |id| known(id).and_then(|one| one.unit).is_some_and(|unit| is_other(unit, service));
            let document = said.cycles.first().and_then(known)?.document;
            let (place, subject) = (*said.places.first()?, said.recommendation);
            let grounds = Grounds::Cycles(count(said.cycles.len()));
            said.cycles.iter().all(is_other).then_some(OfOther { place, subject, document, grounds })
        });
        measurements.chain(areas).chain(audits).chain(cycles)
    }

    /// The data of another period than their measurement.
    pub(in crate::bundle) fn of_other_periods(
        &self,
        crossing: &Crossing,
    ) -> impl Iterator<Item = OtherPeriod> {
        self.measured.iter().filter_map(|said| {
            let known = crossing.records.whose(said.measurement.uuid())?;
            let (place, measurement, document) = (said.place, said.measurement.subject(), known.document);
            let (here, there) = (said.days?, known.days?);
            (!here.overlaps(&there)).then_some(OtherPeriod { place, measurement, document, here, there })
        })
    }

    /// The data of tests that were measured before the plan or after the study.
    pub(in crate::bundle) fn of_other_times(&self, crossing: &Crossing) -> impl Iterator<Item = DataClash> {
        self.measured.iter().filter_map(|said| {
            let Some(Time::Tested { cycle, planned_on, studied_on }) = said.time else { return None };
            let known = crossing.records.whose(said.measurement.uuid())?;
            let Period { start: from, end: until } = known.days?;
            let planned = planned_on.filter(|planned_on| until < planned_on.first_day());
            let studied = studied_on.filter(|studied_on| from > studied_on.last_day());
            let why = planned
                .map(|planned_on| NotOfTest::Before { until, planned_on })
                .or_else(|| studied.map(|studied_on| NotOfTest::After { from, studied_on }))?;
            Some(DataClash { place: said.place, cycle, document: known.document, why })
        })
    }

    /// What came before that on which it rests.
    pub(in crate::bundle) fn too_early(&self, crossing: &Crossing) -> impl Iterator<Item = TooEarly> {
        let audits = self.audited.iter().filter_map(|said| {
            let Audit { document, held_on, .. } = self.audits.get(said.audit.uuid())?;
            let (on, held_on) = (said.on?, (*held_on)?);
            let (place, subject, document) = (said.place, said.audit.subject(), *document);
            let later = Later::Audit { held_on };
            (on.ends_before(held_on)).then_some(TooEarly { place, subject, document, on, later })
        });
        let measurements = self.measured.iter().filter_map(|said| {
            let known = crossing.records.whose(said.measurement.uuid())?;
            let Some(Time::Before(what, on)) = said.time else { return None };
            let there = known.days?;
            // A period of the data that is wrong itself is a matter of other rules.
            let is_of_data =
                said.days.is_none_or(|here| here.overlaps(&there) && here.start <= on.last_day());
            let (place, subject, document) = (said.place, said.measurement.subject(), known.document);
            let later = Later::Measurement { what, start: there.start };
            (is_of_data && on.last_day() < there.start).then_some(TooEarly {
                place,
                subject,
                document,
                on,
                later,
            })
        });
        let tests = self.tested.iter().filter_map(|said| {
            let on = said.done_on?;
            let last = |id: &Id<PdsaCycle>| crossing.ramps.last_of(*id);
            let is_later = |id| last(id).is_some_and(|(_, until, _)| on.ends_before(until));
            if !said.cycles.iter().all(is_later) {
                return None;
            }
            let first = said.cycles.iter().filter_map(last).min_by_key(|(_, until, _)| until.first_day());
            let ((phase, until, document), [_, place]) = (first?, said.places);
            let later = Later::Test { cycles: count(said.cycles.len()), phase, until };
            Some(TooEarly { place, subject: said.recommendation, document, on, later })
        });
        audits.chain(measurements).chain(tests)
    }
}
