//! The rules about case-based audits.

mod aud001_drawn_at_random;
mod aud002_material_complete;

use super::{AuditCase, CaseAudit};
use crate::rule::rules;

rules! {
    CaseAudit: aud001_drawn_at_random;
    AuditCase: aud002_material_complete;
}
