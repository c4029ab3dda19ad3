//! Improvement work: communities and who is in them, aims, measures, PDSA cycles.

mod aim;
mod community;
mod cycle;
mod participation;
mod phases;
pub(crate) mod rules;
mod transition;

pub use aim::{Aim, Measure, MeasureKind};
pub use community::{CommunityMember, ImprovementCommunity, MemberTarget, SteeringGroup};
pub use cycle::{CyclePhase, PdsaCycle};
pub use participation::{BodyKind, Membership, StateAssessment};
pub use phases::{Act, ActDecision, CarriedOut, Plan, Study};
pub use transition::{Transition, TransitionRefused};
