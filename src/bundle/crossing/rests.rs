//! What state assessments, evaluations and cycles rest on: whose it is, and when it was.

use alloc::vec::Vec;
use core::any::Any;
use core::ops::Range;

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
    /// Those of one topic, standard or test follow each other.
    measured: Vec<Measured>,
    tests: Vec<Test>,
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
    by: Option<By>,
    /// The same for what is measured side by side: in one topic, standard or test.
    group: u32,
}

/// What rests on a measurement, in words, and its date.
type By = (Bilingual, PartialDate);

/// A test that has data, and from when to when it lasted.
#[derive(Debug, Clone)]
struct Test {
    /// Of the list of its data.
    place: Place,
    cycle: Subject,
    planned_on: Option<PartialDate>,
    studied_on: Option<PartialDate>,
    /// Which ones of what is measured.
    data: Range<usize>,
}

impl Test {
    /// Why what was measured then does not belong to it.
    fn excludes(&self, days: Period) -> Option<NotOfTest> {
        let Period { start: from, end: until } = days;
        let planned = self.planned_on.filter(|planned_on| until < planned_on.first_day());
        let studied = self.studied_on.filter(|studied_on| from > studied_on.last_day());
        planned
            .map(|planned_on| NotOfTest::Before { until, planned_on })
            .or_else(|| studied.map(|studied_on| NotOfTest::After { from, studied_on }))
    }
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

/// A test of which no data were measured in its time.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct DataClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) cycle: Subject,
    pub(in crate::bundle) why: NotOfTest,
    /// The document of the first measurement.
    pub(in crate::bundle) document: u32,
    pub(in crate::bundle) measurements: u64,
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
            let service = cycle.service.map(Id::uuid);
            let (at, from) = (at.key("do"), self.measured.len());
            let (at, group) = (at.key("data"), self.next_group());
            self.measurements(&test.data, (service, None, None, group), &at, adding);
            let data = from..self.measured.len();
            if !data.is_empty() {
                let (place, cycle) = (adding.place(&at), cycle.id.subject());
                self.tests.push(Test { place, cycle, planned_on, studied_on, data });
            }
        }
    }

    fn next_group(&self) -> u32 {
        self.measured.last().map_or(0, |last| last.group.wrapping_add(1))
    }

    fn measurements(
        &mut self,
        all: &[Id<Measurement>],
        (service, days, by, group): (Option<Uuid>, Option<Period>, Option<By>, u32),
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        for (n, one) in all.iter().enumerate() {
            let place = adding.place(&at.index(n));
            self.measured.push(Measured { place, measurement: *one, service, days, by, group });
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
            let (list, group) = (at.key("data"), self.next_group());
            let by = one.on.map(|on| (ASSESSMENT, on));
            // Data without a measurement can be those of the service itself.
            let service = service.filter(|_| topic.data.iter().all(|data| !data.measurements.is_empty()));
            for (n, data) in topic.data.iter().enumerate() {
                let days = data.period.filter(Period::is_ordered);
                let at = list.index(n);
                let of = (service, days, by, group);
                self.measurements(&data.measurements, of, &at.key("measurements"), adding);
            }
        }
    }

    fn evaluation(&mut self, one: &Evaluation, at: &Path<'_>, adding: &mut Adding<'_>) {
        let service = one.service.as_ref().map(|service| service.id.uuid());
        let by = one.held_on.map(|on| (EVALUATION, on));
        let standards = at.key("standards");
        for (n, standard) in one.standards.iter().enumerate() {
            let at = standards.index(n);
            if let Some(audit) = standard.audit {
                let place = adding.place(&at.key("audit"));
                self.audited.push(Audited { place, audit, service, on: one.held_on });
            }
            let (findings, group) = (at.key("findings"), self.next_group());
            for (n, finding) in standard.findings.iter().enumerate() {
                let at = findings.item(n, finding.id);
                let of = (service, None, by, group);
                self.measurements(&finding.measurements, of, &at.key("measurements"), adding);
            }
            let recommendations = at.key("recommendations");
            for (n, one) in
                standard.recommendations.iter().enumerate().filter(|(_, one)| !one.cycles.is_empty())
            {
                let at = recommendations.item(n, one.id);
                // A guiding document can be revised first and tried out afterwards.
                let is_tested_first = one.leads_to != Some(QualityStep::GuidingDocuments);
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

    /// What belongs to another service than what rests on it. A measurement of another service can be named for comparison
    /// beside one of its own.
    pub(in crate::bundle) fn of_others(&self, crossing: &Crossing) -> impl Iterator<Item = OfOther> {
        let is_other = |unit: OrgUnit, service: Uuid| match unit {
            OrgUnit::Service { id } => id.uuid() != service,
            OrgUnit::Department { id } => {
                crossing.ties.service_of(id.uuid()).is_some_and(|other| other != service)
            }
            OrgUnit::Operator { .. } | OrgUnit::Area { .. } => false,
        };
        let measured_elsewhere = move |said: &Measured| {
            let known = crossing.records.whose(said.measurement.uuid())?;
            let (place, subject, document) = (said.place, said.measurement.subject(), known.document);
            let grounds = Grounds::Measurement;
            is_other(known.unit?, said.service?).then_some(OfOther { place, subject, document, grounds })
        };
        let side_by_side = self.measured.chunk_by(|one, other| one.group == other.group);
        let measurements = side_by_side.flat_map(move |all| {
            let elsewhere: Option<Vec<_>> = all.iter().map(measured_elsewhere).collect();
            elsewhere.unwrap_or_default()
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

    /// The tests of which all data were measured before the plan or after the study.
    pub(in crate::bundle) fn of_other_times(&self, crossing: &Crossing) -> impl Iterator<Item = DataClash> {
        self.tests.iter().filter_map(|test| {
            let data = self.measured.get(test.data.clone())?;
            let excluded = |said: &Measured| {
                let known = crossing.records.whose(said.measurement.uuid())?;
                Some((test.excludes(known.days?)?, known.document))
            };
            let (first, others) = data.split_first()?;
            let (why, document) = excluded(first)?;
            let place = if others.is_empty() { first.place } else { test.place };
            let measurements = count(data.len());
            let clash = DataClash { place, cycle: test.cycle, why, document, measurements };
            others.iter().all(|said| excluded(said).is_some()).then_some(clash)
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
            let (what, on) = said.by?;
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
            let is_later = |id| last(id).is_some_and(|(_, day)| on.ends_before(day.on));
            if !said.cycles.iter().all(is_later) {
                return None;
            }
            let first = said.cycles.iter().filter_map(last).min_by_key(|(_, day)| day.on.first_day());
            let ((phase, day), [_, place]) = (first?, said.places);
            let later = Later::Test { cycles: count(said.cycles.len()), phase, until: day.on };
            Some(TooEarly { place, subject: said.recommendation, document: day.document, on, later })
        });
        audits.chain(measurements).chain(tests)
    }
}
