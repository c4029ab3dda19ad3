//! The agreement of Roskildehjemmet as it was signed, and the same agreement with every gap filled.

use kvalitetsmodel::agreement::{
    Action, ContentsEntry, DevelopmentAgreement, FocusArea, FollowUp, Participation, PartyRole, ScopeOfDuty,
    SupportKind, SupportTask,
};
use kvalitetsmodel::body::{Body, BodyKind, Forum, Membership, StateAssessmentRef};
use kvalitetsmodel::date::{PartialDate, When};
use kvalitetsmodel::document::Content;
use kvalitetsmodel::figure::{Decimal, Unit};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::json;
use kvalitetsmodel::target_figure::{Baseline, TargetFigure};

/// The document in the examples.
pub(crate) const TEXT: &str = include_str!("../../examples/data/roskildehjemmet-2024.json");

/// The agreement as signed, with all its faults.
pub(crate) fn signed() -> DevelopmentAgreement {
    match json::read(TEXT).expect("a document").into_content() {
        Content::Agreement(agreement) => agreement,
        other => panic!("an agreement, not {}", other.kind()),
    }
}

fn on(text: &str) -> PartialDate {
    text.parse().expect("a date")
}

fn by(text: &str) -> When {
    When::Date { on: Some(on(text)) }
}

/// The agreement with every gap filled: nothing is found in it on 9 January 2024.
pub(crate) fn mended() -> DevelopmentAgreement {
    let mut agreement = signed();
    let steering_group = Id::from_u128(1);

    // both parties sign with name and date.
    agreement.unattributed_signing_days.clear();
    for party in &mut agreement.parties {
        party.named = Some(true);
        party.signed_on = Some(on("2024-01-09"));
    }

    // the steering group is set up, and named as the one that decides.
    agreement.bodies.push(Body::new(steering_group, BodyKind::SteeringGroup));

    for (n, area) in (1_u128..).zip(&mut agreement.focus_areas) {
        // the figure of 1.5 is given, and so it is not open as well.
        if area.targets.iter().any(|target| target.value.is_some()) {
            area.targets.retain(|target| target.value.is_some());
        }
        area.participation.iter_mut().for_each(assess);
        settle(area);
        support(area);
        area.actions.iter_mut().for_each(size);
        area.targets.iter_mut().filter(|target| target.value.is_some()).for_each(complete);
        follow_up(area, steering_group, Id::from_u128(n << 8));
    }
    // the missing chapter is before chapter 3.
    let chapter_2 = ContentsEntry::new("2".parse().expect("a section"));
    let at = agreement.contents.partition_point(|entry| entry.number < chapter_2.number);
    agreement.contents.insert(at, chapter_2);

    // 1.8.2, 1.11.2: the terms of reference have a date.
    agreement
        .bodies
        .iter_mut()
        .filter_map(|body| body.terms.as_mut())
        .for_each(|terms| terms.on = Some(on("2023")));
    // S-013: the network has the monitoring of 1.9.2 among its tasks.
    plan(&mut agreement);

    // S-002: the dialogue meetings say with whom they are held.
    agreement.follow_ups.iter_mut().for_each(|one| one.with.push(PartyRole::SocialDirector));
    agreement
}

/// S-001, S-006, S-011, S-015: what is spread to all binds all, schedules have an issuer, decisions are taken by
/// someone at a time, and criticism is answered.
fn settle(area: &mut FocusArea) {
    if area.spread_to.contains(&ScopeOfDuty::AllServices) {
        area.scope.push(ScopeOfDuty::AllServices);
    }
    let actions = area.actions.iter_mut().filter_map(|action| action.when.as_mut());
    for when in actions.chain(area.follow_ups.iter_mut().filter_map(|one| one.when.as_mut())) {
        if let When::Schedule { issued_by, .. } = when {
            *issued_by = Some("Socialafdelingen".into());
        }
    }
    for decision in &mut area.decisions {
        decision.by = Some("Socialdirektøren".into());
        decision.when = Some(by("2024-11"));
    }
    for one in &mut area.criticisms {
        one.answered_by = area.actions.iter().map(|action| action.id).collect();
    }
}

/// S-003, S-010: figures are those of the service, each community has the contact with human resources, what
/// the text demands is done, and there is money to the end.
fn support(area: &mut FocusArea) {
    area.targets.iter_mut().for_each(|target| target.same_for_all = None);
    if area.participation.iter().any(|part| part.kind == BodyKind::Community) {
        let kind = Some(SupportKind::HumanResources);
        area.support_tasks.push(SupportTask { kind, ..SupportTask::new("Kontakt til Koncern HR".into()) });
    }
    let action = area.actions.first().map(|action| action.id);
    area.demands.iter_mut().for_each(|demand| demand.actions.extend(action));
    area.actions.iter_mut().for_each(|action| action.funded_until = action.funded_until.map(|_| on("2025")));
}

fn plan(agreement: &mut DevelopmentAgreement) {
    let planned = |area: &FocusArea| area.follow_ups.iter().find_map(|one| Some((one.id, one.planned_by?)));
    let Some((follow_up, by)) = agreement.focus_areas.iter().find_map(planned) else { return };
    let tasks = agreement.focus_areas.iter_mut().flat_map(|area| &mut area.support_tasks);
    tasks.filter(|task| task.by == Some(by)).for_each(|task| task.plans.push(follow_up));
}

/// the state assessment shows a need, and the service is in the community. R-043: it is in every other
/// body as well. S-017: each body is set up once.
fn assess(part: &mut Participation) {
    part.membership = Membership::Member;
    part.set_up_in.truncate(1);
    if part.kind == BodyKind::Community {
        part.state_assessment =
            Some(StateAssessmentRef { shows_need: Some(true), ..StateAssessmentRef::default() });
    }
}

/// a reduction has baseline, size and date.
fn size(action: &mut Action) {
    if let Some(aim) = &mut action.aim {
        aim.baseline = Some(Baseline {
            value: Some(Decimal::from(4)),
            unit: Some(Unit::Count),
            on: Some(on("2023")),
            no_result: None,
        });
        (aim.size, aim.unit) = (Some(Decimal::from(2)), Some(Unit::Count));
        aim.by = Some(by("2024-ultimo"));
    }
}

/// who agrees a figure, when its list was fixed, when and from which data it is measured.
fn complete(target: &mut TargetFigure) {
    target.agreed_by.get_or_insert(Forum::Parties);
    target.measured_at.get_or_insert_with(|| by("2024-11"));
    target.data_source.get_or_insert("Kvalitetsovervågning".into());
    if let Some(population) = &mut target.population {
        population.fixed_on = population.selected_by.map(|_| on("2024-06"));
    }
}

/// actions and duties are followed up, and each follow-up says when or who decides it. S-004,
/// S-005: each is about the whole area.
fn follow_up(area: &mut FocusArea, steering_group: Id<Body>, id: Id<FollowUp>) {
    if !(area.actions.is_empty() && area.duties.is_empty()) && area.follow_ups.is_empty() {
        area.follow_ups
            .push(FollowUp { on: Some("Om indsatsen er gennemført".into()), ..FollowUp::new(id) });
    }
    // S-016: every community is followed up on 31 March.
    if area.participation.iter().any(|part| part.kind == BodyKind::Community) {
        let id = Id::from_u128(id.uuid().as_u128() | 1);
        let (when, on) = (Some(by("2024-03-31")), Some("Måltallet er fastlagt".into()));
        area.follow_ups.push(FollowUp { when, on, ..FollowUp::new(id) });
    }
    for one in &mut area.follow_ups {
        (one.actions, one.targets) = (Vec::new(), Vec::new());
        match &mut one.when {
            Some(When::DecidedBy { body, .. }) => *body = Some(steering_group),
            Some(_) => {}
            none => *none = Some(by("2024-11")),
        }
    }
}
