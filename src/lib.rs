#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;

mod absent;
pub mod agreement;
mod catalogue;
mod check;
pub mod date;
pub mod document;
pub mod figure;
pub mod id;
pub mod improvement;
pub mod measurement;
pub mod model;
pub mod organisation;
pub mod report;
pub mod rule;
pub mod section;
pub mod series;
mod sorted;
#[cfg(feature = "proptest")]
pub mod strategy;
pub mod target;
pub mod text;

pub use agreement::{DevelopmentAgreement, FocusArea, FollowUp};
pub use catalogue::{Explanation, Retired, codes, explain, rules};
pub use check::{Draft, OwnRule, ReservedPrefix, check, check_rule, check_with};
pub use date::{DutyStatus, MonthDay, PartialDate, PendingOn, Period, Third, When};
#[cfg(feature = "json")]
pub use document::json;
pub use document::{Content, Document};
pub use figure::{Assessment, Decimal, Direction, Share, Threshold, Unit, WhyNot};
pub use improvement::{BodyKind, ImprovementCommunity, Membership, PdsaCycle, StateAssessment};
pub use measurement::{Measurement, Observed};
pub use model::{GENERATION_1, StandardArea, StandardSet};
pub use organisation::{Operator, OrgUnit};
pub use report::{Context, Finding, Path, Profile, Rejected, Report, Suppression, Valid, Verdict};
pub use rule::{Basis, RULE_EDITION, Rule, RuleCode, Severity};
pub use section::SectionNumber;
pub use series::MeasurementSeries;
pub use target::{ChangeAim, Forum, TargetFigure, TargetState};
pub use text::{Bilingual, Lang, NonBlank, Text};

/// A number of things as a figure; more than `u64::MAX` things do not exist.
pub(crate) fn count(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}
