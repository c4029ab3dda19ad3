//! Compares a membership with the state assessment that it rests on.

use super::{Membership, StateAssessmentRef};
use crate::codes::RuleCode;
use crate::report::Path;
use crate::rule::{Checker, message};
use crate::text::Bilingual;

message! {
    AgainstAssessment { need: Bilingual, membership: Bilingual }
    "tilbuddets tilstandsvurdering viser {need}, men tilbuddet {membership}",
    "the state assessment of the service shows {need}, but it {membership}",
}

/// Checks a membership against the state assessment that it rests on.
///
/// An invitation rests on none: whether the service takes part is to be decided. `stated` is the rule that the
/// membership is stated; it must hold.
pub(crate) fn check_against_assessment(
    assessment: Option<&StateAssessmentRef>,
    membership: Membership,
    stated: RuleCode,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    if membership == Membership::NotStated {
        cx.depends_on(at, stated);
        return;
    }
    let Some(is_member) = membership.is_member() else { return };
    let need = assessment.and_then(|assessment| assessment.shows_need);
    let need_known = need.is_some() || assessment.is_none();
    let parts = [
        (assessment.is_some(), Bilingual::new("tilstandsvurdering", "state assessment")),
        (
            need_known,
            Bilingual::new(
                "om tilstandsvurderingen viser et behov",
                "whether the state assessment shows a need",
            ),
        ),
    ];
    if !cx.all_stated(at, parts) {
        return;
    }
    let facts = match (need, is_member) {
        (Some(true), false) => AgainstAssessment {
            need: Bilingual::new("et behov", "a need"),
            membership: Bilingual::new("indgår ikke", "does not take part"),
        },
        (Some(false), true) => AgainstAssessment {
            need: Bilingual::new("intet behov", "no need"),
            membership: Bilingual::new("indgår", "takes part"),
        },
        _ => return,
    };
    cx.not_met(at, facts);
}
