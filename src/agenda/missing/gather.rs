//! Gathers what is missing, from the agenda and from the findings.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Missing, MissingKind};
use crate::agenda::item::{AgendaItem, DutyKind};
use crate::agenda::{Agenda, DutyState};
use crate::agreement::DevelopmentAgreement;
use crate::agreement::rules::missing_dates;
use crate::codes;
use crate::date::{DutyStatus, PendingOn};
use crate::id::Subject;
use crate::measurement::Measurement;
use crate::organisation::OrgUnit;
use crate::report::{Finding, Pointer};
use crate::section::SectionNumber;
use crate::sorted::{Lookup, of, sort_by_key};
use crate::target_figure::{TargetFigure, WhyUnused};
use crate::text::{Bilingual, Wording};
use crate::{Context, check};

/// What is examined, and on which day.
pub(super) struct Extent {
    pub(super) day: NaiveDate,
    /// The place of the focus area; empty for everything.
    pub(super) place: String,
    /// What the follow-up names, sorted; empty if it is about all at its place.
    pub(super) named: Vec<Subject>,
    pub(super) follow_up: Option<Subject>,
}

impl Extent {
    pub(super) const fn whole(day: NaiveDate) -> Self {
        Self { day, place: String::new(), named: Vec::new(), follow_up: None }
    }

    fn names(&self, subject: Subject) -> bool {
        self.named.binary_search(&subject).is_ok()
    }

    fn covers(&self, at: &Pointer, subject: Subject) -> bool {
        let is_named = self.named.is_empty() || self.names(subject);
        at.is_within(&self.place) && (is_named || self.follow_up == Some(subject))
    }
}

pub(super) fn gather(
    agreement: &DevelopmentAgreement,
    extent: &Extent,
    context: &Context,
    measurements: &[Measurement],
) -> Vec<Missing> {
    let targets = targets(agreement, measurements);
    let mut agenda = Agenda::new(extent.day);
    agenda.add_draft(agreement);
    let items = agenda.items();
    let mut all = Vec::new();
    for item in items.iter().filter(|item| extent.covers(&item.at, item.subject)) {
        let (is_open, is_measured) = targets.get(&item.subject).copied().unwrap_or_default();
        if is_open && item.duty == DutyKind::Measuring {
            all.push(of_item(item, MissingKind::Figure));
        }
        let kind = missing_of(item, extent);
        all.extend(kind.filter(|_| !is_measured).map(|kind| of_item(item, kind)));
    }
    // The first item with a subject gives its section.
    let sections: Lookup<_, _> = items.iter().map(|item| (item.subject, item.section)).collect();
    let report = check(agreement, &context.clone().at(extent.day));
    for finding in report.findings() {
        let subject = finding.subject().unwrap_or_else(|| agreement.id.subject());
        if extent.covers(finding.at(), subject) {
            let section = sections.get(&subject).copied().flatten();
            let section = section.or_else(|| section_at(agreement, finding.at()));
            let mut missing = finding.missing();
            missing.extend(found_missing(agreement, finding).map(Wording::from));
            all.extend(missing.into_iter().map(|what| of_finding(finding, subject, section, what)));
        }
    }
    all
}

/// What is missing for an item of the agenda, if anything is.
fn missing_of(item: &AgendaItem, extent: &Extent) -> Option<MissingKind> {
    match item.status {
        Some(DutyStatus::Pending { on: PendingOn::Schedule }) => return Some(MissingKind::Schedule),
        Some(DutyStatus::Pending { on: PendingOn::Decision }) => return Some(MissingKind::Decision),
        Some(DutyStatus::Pending { on: PendingOn::Year | PendingOn::Start | PendingOn::Time }) => {
            return Some(MissingKind::Time);
        }
        _ => {}
    }
    let is_due = item.open_last_day().is_some_and(|day| day <= extent.day);
    let is_asked_for = item.state() == DutyState::WithoutDeadline && extent.names(item.subject);
    // The follow-up itself has yet to take place.
    if Some(item.subject) == extent.follow_up || !(is_due || is_asked_for && item.duty == DutyKind::Action) {
        return None;
    }
    match item.duty {
        DutyKind::Action => Some(MissingKind::Report),
        DutyKind::Measuring => Some(MissingKind::Measurement),
        DutyKind::FollowUp => Some(MissingKind::FollowUp),
        DutyKind::Decision => Some(MissingKind::Decision),
        DutyKind::Criticism => Some(MissingKind::Answer),
        _ => None,
    }
}

/// The target figures: whether each is open, and whether a measurement counts for it, as far as the agreement can tell.
fn targets(agreement: &DevelopmentAgreement, measurements: &[Measurement]) -> Lookup<Subject, (bool, bool)> {
    let service = agreement.service.as_ref().map(|service| service.id);
    let is_of_another = |one: &Measurement| match one.reporting_unit {
        Some(OrgUnit::Service { id }) => service.is_some_and(|service| service != id),
        _ => false,
    };
    let own = measurements.iter().filter(|one| !is_of_another(one));
    let mut own: Vec<_> = own.map(|one| (one.indicator, one)).collect();
    sort_by_key(&mut own, |(indicator, _)| *indicator);
    let targets = agreement.focus_areas.iter().flat_map(|area| &area.targets).map(|target| {
        let indicator = target.indicator.as_ref().map(|indicator| indicator.id);
        let measured = of(&own, indicator).iter().map(|(_, one)| *one);
        // No unit is expected, so a measurement that would count is unused only because of its unit.
        let evaluation = target.evaluate(measured, &[], agreement.running_period());
        let is_measured = evaluation.unused().iter().any(|one| one.because == WhyUnused::OtherUnit);
        (target.id.subject(), (target.is_open(), is_measured))
    });
    targets.collect()
}

fn of_item(item: &AgendaItem, kind: MissingKind) -> Missing {
    Missing {
        kind,
        at: item.at.clone(),
        subject: item.subject,
        section: item.section,
        last_day: item.open_last_day(),
        code: None,
        what: kind.label().into(),
    }
}

/// What a rule finds missing that other rules need: those rules leave it to that one to report it.
fn found_missing(agreement: &DevelopmentAgreement, finding: &Finding) -> Option<Bilingual> {
    match finding.code() {
        codes::AGR002 => missing_dates(agreement),
        codes::TAR012 => Some(TargetFigure::VALUE),
        _ => None,
    }
}

fn of_finding(finding: &Finding, subject: Subject, section: Option<SectionNumber>, what: Wording) -> Missing {
    Missing {
        kind: MissingKind::Statement,
        at: finding.at().clone(),
        subject,
        section,
        last_day: None,
        code: Some(finding.code()),
        what,
    }
}

/// The section of the focus area at or around a place.
fn section_at(agreement: &DevelopmentAgreement, at: &Pointer) -> Option<SectionNumber> {
    let n = at.as_str().strip_prefix("/focusAreas/")?.split('/').next()?;
    agreement.focus_areas.get(n.parse::<usize>().ok()?)?.number
}
