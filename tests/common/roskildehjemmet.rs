//! The agreement of Roskildehjemmet as it was signed, and the same agreement with every gap filled.

use kvalitetsmodel::agreement::{Action, DevelopmentAgreement, FocusArea, FollowUp, Participation};
use kvalitetsmodel::body::{Body, BodyKind, Forum, Membership, StateAssessment};
use kvalitetsmodel::date::{PartialDate, When};
use kvalitetsmodel::document::Content;
use kvalitetsmodel::figure::{Decimal, Unit};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::json;
use kvalitetsmodel::target_figure::{Baseline, TargetFigure};

/// The document in the examples.
pub(crate) const TEXT: &str = include_str!("../../examples/data/roskildehjemmet-2024.json");

/// The agreement as signed, with all its oddities.
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
    When::Date { on: on(text) }
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
        area.actions.iter_mut().for_each(size);
        area.targets.iter_mut().filter(|target| target.value.is_some()).for_each(complete);
        follow_up(area, steering_group, Id::from_u128(n << 8));
    }
    agreement
}

/// the state assessment shows a need, and the service is in the community.
fn assess(part: &mut Participation) {
    if part.kind == BodyKind::Community {
        part.membership = Membership::Member;
        part.state_assessment =
            Some(StateAssessment { shows_need: Some(true), ..StateAssessment::default() });
    }
}

/// a reduction has baseline, size and date.
fn size(action: &mut Action) {
    if let Some(aim) = &mut action.aim {
        aim.baseline =
            Some(Baseline { value: Some(Decimal::from(4)), unit: Some(Unit::Count), on: Some(on("2023")) });
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

/// actions are followed up, and each follow-up says when or who decides it.
fn follow_up(area: &mut FocusArea, steering_group: Id<Body>, id: Id<FollowUp>) {
    if !area.actions.is_empty() && area.follow_ups.is_empty() {
        area.follow_ups
            .push(FollowUp { on: Some("Om indsatsen er gennemført".into()), ..FollowUp::new(id) });
    }
    for one in &mut area.follow_ups {
        match &mut one.when {
            Some(When::DecidedBy { body, .. }) => *body = Some(steering_group),
            Some(_) => {}
            none => *none = Some(by("2024-11")),
        }
    }
}
