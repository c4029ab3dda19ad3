//! The rules about improvement projects.

mod prj001_claim_agrees_with_counts;
mod prj002_percent_possible;

use super::{Claim, ImprovementProject};
use crate::rule::rules;

rules! {
    ImprovementProject: prj001_claim_agrees_with_counts;
    Claim: prj002_percent_possible;
}
