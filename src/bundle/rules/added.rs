//! What is added to a clean bundle, or changed in it, to break a rule.

use crate::agreement::{Action, DevelopmentAgreement, FocusArea, FollowUp, ScopeOfDuty, ServiceRef};
use crate::aim::{Aim, Measure};
use crate::assessment::{AssessedTopic, AssessmentData, StateAssessment};
use crate::body::{Forum, Membership, StateAssessmentRef};
use crate::bundle::{Bundle, Bundled};
use crate::community::{CommunityMember, ImprovementCommunity, MemberTarget};
use crate::cycle::{CarriedOut, PdsaCycle, Plan};
use crate::date::{PartialDate, Period, When};
use crate::document::{Content, Document};
use crate::draft::tape::Tape;
use crate::duty::DailyDuties;
use crate::figure::{Decimal, Direction, Unit};
use crate::id::Id;
use crate::organisation::SocialService;
use crate::target_figure::{Population, TargetFigure, TargetIndicator, TargetState};
use crate::text::Text;

/// Adds a document.
pub(super) fn document(content: impl Into<Content>, bundle: &mut Bundle, tape: &mut Tape<'_>) {
    bundle.documents.extend(Bundled::try_from(Document::draft(tape.fresh_id(), content)));
}

/// An agreement of another service, for the same year. It has what an agreement must have, and nothing else.
pub(super) fn other_agreement(bundle: &mut Bundle, tape: &Tape<'_>) -> DevelopmentAgreement {
    let service = ServiceRef { name: Some("Fjordglimt".into()), ..ServiceRef::new(tape.spare_id(9)) };
    let mut other =
        DevelopmentAgreement { service: Some(service), ..DevelopmentAgreement::new(tape.spare_id(6)) };
    each_agreement(bundle, |agreement| {
        other.year = agreement.year;
        other.parties.clone_from(&agreement.parties);
    });
    other
}

/// Changes every community.
pub(super) fn each_community(bundle: &mut Bundle, mut change: impl FnMut(&mut ImprovementCommunity)) {
    each(bundle, |content| {
        if let Content::Community(community) = content {
            change(community);
        }
    });
}

/// Changes every agreement.
pub(super) fn each_agreement(bundle: &mut Bundle, mut change: impl FnMut(&mut DevelopmentAgreement)) {
    each(bundle, |content| {
        if let Content::Agreement(agreement) = content {
            change(agreement);
        }
    });
}

fn each(bundle: &mut Bundle, mut change: impl FnMut(&mut Content)) {
    for one in &mut bundle.documents {
        let document = one.document().clone().map_content(|mut content| {
            change(&mut content);
            content
        });
        if let Ok(changed) = Bundled::try_from(document) {
            *one = changed;
        }
    }
}

/// A clean state assessment of a service, which shows a need or none.
pub(super) fn assessment(
    id: Id<StateAssessment>,
    service: Id<SocialService>,
    on: Option<PartialDate>,
    shows_need: bool,
) -> StateAssessment {
    let words = || Some(Text::from("sygefravær"));
    let data = AssessmentData { source: words(), period: Period::year(2021), ..AssessmentData::default() };
    let topic = AssessedTopic {
        topic: words(),
        data: [data].into(),
        shows_need: Some(shows_need),
        finding: words(),
        resources: shows_need.then(|| Text::from("to timer om ugen")).into_iter().collect(),
        ..AssessedTopic::default()
    };
    let service = Some(ServiceRef { name: words(), ..ServiceRef::new(service) });
    StateAssessment { title: words(), service, on, topics: [topic].into(), ..StateAssessment::new(id) }
}

/// A service that takes part.
pub(super) fn member(service: Id<SocialService>) -> CommunityMember {
    let state_assessment =
        Some(StateAssessmentRef { shows_need: Some(true), ..StateAssessmentRef::default() });
    CommunityMember { membership: Membership::Member, state_assessment, ..CommunityMember::new(service) }
}

/// A clean target figure: at most 5 %, measured in March.
pub(super) fn figure(id: Id<TargetFigure>, tape: &Tape<'_>) -> TargetFigure {
    let words = Text::from("sygefravær");
    TargetFigure {
        indicator: Some(TargetIndicator { id: tape.spare_id(3), statement: Some(words.clone()) }),
        direction: Some(Direction::AtMost),
        value: Some(Decimal::from(5)),
        unit: Some(Unit::Percent),
        population: Some(Population { description: Some(words.clone()), ..Population::default() }),
        measured_at: month(3),
        data_source: Some(words),
        agreed_by: Some(Forum::Parties),
        state: Some(TargetState::Agreed),
        ..TargetFigure::new(id)
    }
}

/// A month of 2024.
pub(super) fn month(month: u32) -> Option<When> {
    month_of(2024, month)
}

/// A month.
pub(super) fn month_of(year: i32, month: u32) -> Option<When> {
    PartialDate::of_month(year, month).map(|on| When::Date { on: Some(on) })
}

/// Adds a community with an aim and a measure.
fn aim(bundle: &mut Bundle, tape: &mut Tape<'_>) -> (Id<Aim>, Id<Measure>) {
    let (aim, measure) = (tape.spare_id(5), tape.spare_id(6));
    let community = ImprovementCommunity {
        topic: Some("sygefravær".into()),
        monitored_process: Some("kontaktsamtaler".into()),
        aims: [Aim::new(aim)].into(),
        measures: [Measure::new(measure)].into(),
        ..ImprovementCommunity::new(tape.fresh_id())
    };
    document(community, bundle, tape);
    (aim, measure)
}

/// Two cycles, of which the first was tested after the plan of the second. Their aim and their measure are added.
pub(super) fn early(bundle: &mut Bundle, tape: &mut Tape<'_>) -> [PdsaCycle; 2] {
    let (aim, measure) = aim(bundle, tape);
    let mut cycles = [1, 2].map(|n| PdsaCycle {
        aim: Some(aim),
        measures: [measure].into(),
        change: Some(tape.said()),
        plan: Some(Plan { prediction: Some(tape.said()), ..Plan::default() }),
        ..PdsaCycle::new(tape.spare_id(n))
    });
    let [first, second] = &mut cycles;
    let on = PartialDate::of_year(2023);
    first.carried_out = Some(CarriedOut { on, observations: Some(tape.said()), ..CarriedOut::default() });
    second.plan.iter_mut().for_each(|plan| plan.on = PartialDate::of_year(2022));
    cycles
}

/// Adds a community of one service, which has this figure.
pub(super) fn community(figure: TargetFigure, bundle: &mut Bundle, tape: &mut Tape<'_>) {
    let service = tape.spare_id(1);
    let community = ImprovementCommunity {
        topic: Some("sygefravær".into()),
        monitored_process: Some("kontaktsamtaler".into()),
        members: [member(service)].into(),
        targets: [MemberTarget::new(service, figure)].into(),
        ..ImprovementCommunity::new(tape.fresh_id())
    };
    document(community, bundle, tape);
}

/// Adds an agreement with duties, and a list of the service, in which something was done on different days.
pub(super) fn duties(
    bundle: &mut Bundle,
    tape: &mut Tape<'_>,
    change: fn(&mut DailyDuties, Option<PartialDate>),
) {
    let mut agreement = other_agreement(bundle, tape);
    let service = agreement.service.as_ref().map(|service| service.id);
    let mut agreed = DailyDuties::new(tape.spare_id(5));
    change(&mut agreed, "2024-01-02".parse().ok());
    agreement.duties = Some(agreed);
    let mut own = DailyDuties { service, ..DailyDuties::new(tape.spare_id(7)) };
    change(&mut own, "2024-01-09".parse().ok());
    document(agreement, bundle, tape);
    document(own, bundle, tape);
}

/// Adds another agreement, so that both have the same action, and state it differently.
pub(super) fn action_twice([here, there]: [Action; 2], bundle: &mut Bundle, tape: &mut Tape<'_>) {
    let follow_up = FollowUp { when: month(3), on: Some(tape.said()), ..FollowUp::new(tape.spare_id(8)) };
    let area = FocusArea {
        actions: [there].into(),
        follow_ups: [follow_up].into(),
        title: Some("kurser".into()),
        scope: [ScopeOfDuty::AllServices].into(),
        ..FocusArea::new(tape.spare_id(7))
    };
    let mut other = other_agreement(bundle, tape);
    each_agreement(bundle, |agreement| {
        let Some(own) = agreement.focus_areas.first_mut() else { return };
        own.scope = [ScopeOfDuty::AllServices].into();
        own.actions.push(here.clone());
    });
    other.focus_areas = [area].into();
    document(other, bundle, tape);
}
