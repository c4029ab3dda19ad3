//! Clean bundles.

use alloc::vec;

use super::{MadeClean, any_clean};
use crate::agreement::{DevelopmentAgreement, Participation};
use crate::body::{BodyKind, Membership, StateAssessmentRef};
use crate::bundle::{Bundle, Bundled};
use crate::community::{CommunityMember, ImprovementCommunity};
use crate::document::{Content, Document};
use crate::draft::tape::Tape;

/// The agreement of a service, the community in which the service takes part according to it, and further documents of
/// any kind in which nothing is found next to these two.
pub(super) fn clean(tape: &mut Tape<'_>) -> Bundle {
    let mut agreement = DevelopmentAgreement::clean(tape);
    let part = member(tape);
    // The rest of what a community can hold refers to things in other documents.
    let of_members = ImprovementCommunity::clean(tape);
    let mut community = ImprovementCommunity {
        topic: of_members.topic,
        body: Some(part.body),
        members: of_members.members,
        monitored_process: Some(tape.said()),
        ..ImprovementCommunity::new(of_members.id)
    };
    if let Some(service) = &agreement.service {
        community.members.push(CommunityMember {
            name: service.name.clone(),
            membership: part.membership,
            state_assessment: part.state_assessment.clone(),
            ..CommunityMember::new(service.id)
        });
    }
    if let Some(area) = agreement.focus_areas.first_mut() {
        area.participation = vec![part];
    }
    for area in &mut agreement.focus_areas {
        let of_members = area.participation.iter_mut().map(|part| &mut part.state_assessment);
        of_members.chain([&mut area.state_assessment]).flatten().for_each(|one| one.assessment = None);
    }
    let mut bundle = Bundle { title: Some(tape.said()), ..Bundle::new(tape.fresh_id()) };
    add(agreement.into(), &mut bundle, tape);
    add(community.into(), &mut bundle, tape);
    for more in tape.list(2, any_clean) {
        let before = bundle.documents.len();
        add(more, &mut bundle, tape);
        // Its references can lead out of the bundle.
        if !bundle.crossing(|crossing| crossing.report(&super::context()).is_clean()) {
            bundle.documents.truncate(before);
        }
    }
    bundle
}

/// The entry of a member.
fn member(tape: &mut Tape<'_>) -> Participation {
    let assessment = StateAssessmentRef { shows_need: Some(true), ..StateAssessmentRef::default() };
    Participation {
        membership: Membership::Member,
        state_assessment: Some(assessment),
        ..Participation::new(tape.fresh_id(), BodyKind::Community)
    }
}

fn add(content: Content, bundle: &mut Bundle, tape: &mut Tape<'_>) {
    bundle.documents.extend(Bundled::try_from(Document::draft(tape.fresh_id(), content)));
}
