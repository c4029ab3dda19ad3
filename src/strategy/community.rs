//! Clean improvement communities.

use alloc::vec;
use alloc::vec::Vec;

use super::cycle::add_phases;
use super::{number, target_figure};
use crate::aim::{Aim, Measure, MeasureKind};
use crate::body::{Membership, StateAssessmentRef};
use crate::community::{
    ChangeSpread, Charter, CommunityMember, CommunityRole, CrossAudit, Effect, ImprovementCommunity, Lesson,
    MemberTarget, ServiceSpread, SpreadStep, Takeover,
};
use crate::cycle::PdsaCycle;
use crate::date::{PartialDate, When};
use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::figure::{Decimal, Direction, Threshold, Unit};
use crate::id::Id;
use crate::organisation::SocialService;

/// A community of at least one service, with one aim, and with one series of cycles.
pub(super) fn clean(tape: &mut Tape<'_>) -> ImprovementCommunity {
    let id = tape.fresh_id();
    let by = tape.flag().then(|| When::Date { on: PartialDate::of_year(2025) });
    let how_much = tape.flag().then(|| Threshold {
        direction: *tape.pick(Direction::ALL),
        value: Decimal::from(tape.number(0, 100)),
        unit: Unit::Percent,
    });
    let reached_on = tape.flag().then(|| PartialDate::of_year(2024)).flatten();
    let aim = Aim { id: tape.fresh_id(), how_much, by, reached_on, ..Part::any(tape) };
    let serves = tape.flag().then_some(aim.id);
    let kind = Some(MeasureKind::Outcome).filter(|_| tape.flag());
    let unit = tape.option(|_| Unit::Percent);
    let measure = Measure { id: tape.fresh_id(), aim: serves, kind, unit, ..Part::any(tape) };
    let mut members = tape.list(4, clean_member);
    if inside(&members).is_empty() {
        members.push(member(Membership::Member, tape));
    }
    if let Some(again) = members.first().map(|member| member.service).filter(|_| tape.flag()) {
        // Invited or not stated, in addition to an entry that says more.
        let membership = *tape.pick(&[Membership::NotStated, Membership::Invited]);
        members.push(CommunityMember { membership, ..CommunityMember::new(again) });
    }
    let targets = clean_targets(&members, tape);
    let service = inside(&members).first().copied().filter(|_| tape.flag());
    let ids = tape.list(4, Tape::fresh_id);
    let cycles = series(&ids, service, aim.id, measure.id, tape);
    let monitored_process = tape.flag().then(|| tape.said());
    let is_measured = monitored_process.is_none() || !cycles.is_empty();
    let mut spreads = tape.list(2, |tape| clean_spread(&members, tape));
    number(spreads.iter_mut().filter_map(|one| one.change.as_mut()));
    let cross_audits = clean_audits(&members, tape);
    let mut lessons = tape.list(2, |tape| clean_lesson(&cycles, &members, tape));
    number(lessons.iter_mut().filter_map(|one| one.learned.as_mut()));
    let mut roles = tape.list(2, |tape| clean_role(&members, tape));
    number(roles.iter_mut().filter_map(|one| one.role.as_mut()));
    ImprovementCommunity {
        topic: Some(tape.said()),
        charter: tape.option(clean_charter),
        roles,
        members,
        monitored_process,
        aims: vec![aim],
        measures: is_measured.then_some(measure).into_iter().collect(),
        targets,
        cycles,
        spreads,
        cross_audits,
        lessons,
        ..ImprovementCommunity::new(id)
    }
}

fn clean_member(tape: &mut Tape<'_>) -> CommunityMember {
    use Membership::{Invited, Member, NonMember, PilotSite};
    let membership = *tape.pick(&[Member, NonMember, PilotSite, Invited]);
    member(membership, tape)
}

fn member(membership: Membership, tape: &mut Tape<'_>) -> CommunityMember {
    let service = tape.fresh_id();
    // An invitation is not based on an assessment yet.
    let shows_need = membership.is_member().or_else(|| tape.option(Tape::flag));
    let until = tape.flag().then(|| PartialDate::of_year(2029)).flatten();
    CommunityMember {
        membership,
        until,
        state_assessment: shows_need
            .map(|_| StateAssessmentRef { shows_need, ..StateAssessmentRef::default() }),
        ..CommunityMember::new(service)
    }
}

/// The services that take part.
fn inside(members: &[CommunityMember]) -> Vec<Id<SocialService>> {
    let inside = members.iter().filter(|member| member.membership.is_member() == Some(true));
    inside.map(|member| member.service).collect()
}

fn clean_charter(tape: &mut Tape<'_>) -> Charter {
    Charter { starts_on: PartialDate::of_year(2020), ends_on: PartialDate::of_year(2029), ..Part::any(tape) }
}

/// A change that some members test, adapt and implement, one step a year.
fn clean_spread(members: &[CommunityMember], tape: &mut Tape<'_>) -> ChangeSpread {
    let effect = Effect::Shown { service: None, source: Some(tape.said()), on: PartialDate::of_year(2020) };
    let mut services = Vec::new();
    for service in inside(members) {
        let taken = tape.index(4);
        let step = |nth: usize, year| {
            let step = SpreadStep::Taken { on: PartialDate::of_year(year), cycle: None };
            Some(if nth <= taken { step } else { SpreadStep::NotTaken })
        };
        services.push(ServiceSpread {
            tested: step(1, 2021),
            adapted: step(2, 2022),
            implemented: step(3, 2023),
            ..ServiceSpread::new(service)
        });
    }
    ChangeSpread { change: Some(tape.said()), effect: Some(effect), services }
}

fn clean_role(members: &[CommunityMember], tape: &mut Tape<'_>) -> CommunityRole {
    let service = inside(members).first().copied().filter(|_| tape.flag());
    CommunityRole { role: Some(tape.said()), service, count: Some(tape.number(1, 9)) }
}

/// Audits between two services that are listed, whether they take part or not.
fn clean_audits(members: &[CommunityMember], tape: &mut Tape<'_>) -> Vec<CrossAudit> {
    let mut services = members.iter().map(|member| member.service);
    let audited = services.next();
    let Some(auditor) = services.find(|one| Some(*one) != audited) else { return Vec::new() };
    tape.list(2, |tape| CrossAudit {
        topic: Some(tape.said()),
        audited,
        auditors: vec![auditor],
        ..CrossAudit::default()
    })
}

/// What a cycle has taught, taken over after it.
fn clean_lesson(cycles: &[PdsaCycle], members: &[CommunityMember], tape: &mut Tape<'_>) -> Lesson {
    let on = PartialDate::of_year(2024);
    let tested = cycles.first().filter(|cycle| cycle.carried_out.is_some());
    let service = tested.and_then(|cycle| cycle.service);
    let mut others = members.iter().filter(|member| Some(member.service) != service);
    let by = others.next_back().map(|member| Takeover { on, ..Takeover::new(member.service) });
    Lesson {
        learned: Some(tape.said()),
        cycle: tested.map(|cycle| cycle.id),
        taken_over_by: by.into_iter().collect(),
    }
}

/// Target figures for services that take part.
fn clean_targets(members: &[CommunityMember], tape: &mut Tape<'_>) -> Vec<MemberTarget> {
    let services = inside(members);
    tape.list(2, |tape| MemberTarget::new(*tape.pick(&services), target_figure::clean(tape)))
}

/// Cycles of 2020 and later that follow each other, with links in both directions or in one. All but the last one have
/// four phases.
pub(super) fn series(
    ids: &[Id<PdsaCycle>],
    service: Option<Id<SocialService>>,
    aim: Id<Aim>,
    measure: Id<Measure>,
    tape: &mut Tape<'_>,
) -> Vec<PdsaCycle> {
    let before = core::iter::once(None).chain(ids.iter().copied().map(Some));
    let after = ids.iter().copied().skip(1).map(Some).chain([None]);
    let links = before.zip(ids.iter().copied()).zip(after);
    let cycles = links.map(|((previous, id), next)| {
        let phases = if next.is_some() { 4 } else { tape.index(5) };
        let mut cycle = PdsaCycle {
            service,
            aim: Some(aim),
            measures: vec![measure],
            previous,
            next,
            ..PdsaCycle::new(id)
        };
        add_phases(&mut cycle, phases, tape);
        cycle
    });
    let mut cycles: Vec<PdsaCycle> = cycles.collect();
    let mut before: Option<&mut PdsaCycle> = None;
    for cycle in &mut cycles {
        match (before, tape.below(4)) {
            (Some(_), 2) => cycle.previous = None,
            (Some(before), 3) => before.next = None,
            _ => {}
        }
        before = Some(cycle);
    }
    for (year, cycle) in (2020..).zip(&mut cycles) {
        date_in(year, cycle);
        cycle.act.iter_mut().for_each(|act| act.on = PartialDate::of_year(year));
    }
    cycles
}

/// Puts the dates that a cycle states into one year.
fn date_in(year: i32, cycle: &mut PdsaCycle) {
    let dates = [
        cycle.plan.as_mut().and_then(|plan| plan.on.as_mut()),
        cycle.carried_out.as_mut().and_then(|test| test.on.as_mut()),
        cycle.study.as_mut().and_then(|study| study.on.as_mut()),
        cycle.act.as_mut().and_then(|act| act.on.as_mut()),
    ];
    for on in dates.into_iter().flatten() {
        *on = PartialDate::of_year(year).unwrap_or(*on);
    }
}
