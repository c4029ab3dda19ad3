//! Improvement work: communities and who is in them, aims, measures, PDSA cycles.

mod participation;

pub use participation::{BodyKind, Membership, StateAssessment};
