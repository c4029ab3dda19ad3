//! Strategies for property tests (feature `proptest`).
//!
//! [`any`] makes anything that a type can hold, [`clean`] drafts in which nothing is found on the day [`as_of`], and
//! [`breaking`] drafts in which all findings are of one rule or of those that it implies.
//!
//! One strategy serves all types: choices are read from a tape of numbers, and a failing draft is made
//! smaller by shrinking the tape. What the strategies choose may change in any release; what they promise
//! does not.
//!
//! - Every run has new seeds, which need the standard library: switch this feature on for tests alone.
//! - A `TestRunner` counts its cases over all its runs: use a new one for each property. A second property on the same
//!   runner tests nothing, and passes.
//! - A large draft takes more steps to shrink than proptest makes by default: set
//!   `ProptestConfig { max_shrink_iters: 100_000, .. }` to see only the culprit.
//! - `Debug` of a draft hides what people wrote. To read a failing draft whole, put it into `json::Revealed` (feature
//!   `json`): `Revealed(draft) in strategy::any::<…>().prop_map(Revealed)`.
//!
//! ```
//! use kvalitetsmodel::Draft as _;
//! use kvalitetsmodel::agreement::DevelopmentAgreement;
//! use kvalitetsmodel::strategy::{self, proptest::prelude::*};
//!
//! proptest!(ProptestConfig::with_cases(8), |(agreement in strategy::clean::<DevelopmentAgreement>())| {
//!     prop_assert!(agreement.validate(&strategy::context()).is_ok());
//! });
//! ```

mod agreement;
mod assessment;
mod audit;
mod bundle;
mod circle;
mod community;
mod cycle;
mod duty;
mod evaluation;
mod form;
mod goal;
mod measurement;
mod model;
mod organisation;
mod plan;
mod project;
mod series;
mod target_figure;

use alloc::vec::Vec;

use chrono::NaiveDate;
pub(crate) use measurement::observed;
pub(crate) use model::generation_1;
pub use proptest;
use proptest::strategy::Strategy;
pub(crate) use series::on_known_level;

use crate::Context;
use crate::agreement::DevelopmentAgreement;
use crate::assessment::StateAssessment;
use crate::audit::{CaseAudit, ScaleStep};
use crate::bundle::Bundle;
use crate::circle::CircleProject;
use crate::codes::RuleCode;
use crate::community::ImprovementCommunity;
use crate::cycle::PdsaCycle;
use crate::document::Content;
use crate::draft::kind::Draft;
use crate::draft::part::Part;
use crate::draft::tape::{Tape, from_tape};
use crate::draft::{Declared, Shape};
use crate::duty::DailyDuties;
use crate::evaluation::Evaluation;
use crate::goal::{Caseload, Citizen};
use crate::measurement::Measurement;
use crate::model::{StandardSet, Tailoring};
use crate::organisation::Operator;
use crate::plan::ImplementationPlan;
use crate::project::ImprovementProject;
use crate::rule::trial::Breaking;
use crate::series::MeasurementSeries;
use crate::target_figure::TargetFigure;
use crate::text::Text;

/// The day on which clean drafts are clean: 15 January 2024.
#[must_use]
pub fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 15).unwrap_or_default()
}

/// The general profile on that day.
#[must_use]
pub fn context() -> Context {
    Context::new(as_of())
}

/// Any value of a declared type.
///
/// In some of the drafts, ids repeat and references lead to things; dates, numbers and texts reach both ends
/// of their ranges.
pub fn any<T: Declared>() -> impl Strategy<Value = T> + Clone {
    from_tape(|tape| Some(T::any(tape)))
}

/// Drafts in which nothing is found on the day [`as_of`].
pub fn clean<T: Clean>() -> impl Strategy<Value = T> + Clone {
    from_tape(|tape| Some(T::clean(tape)))
}

/// Drafts that break the rule, and nothing but that rule and those that it implies. In some of them the rule cannot be assessed
/// ([`Finding::is_not_met`](crate::report::Finding::is_not_met) is `false`), so that they are not rejected. Returns
/// `None` for a code that is not one of this crate's, and for [`DOC004`](crate::codes::DOC004): what was set aside when
/// a document was read is outside the draft.
///
/// ```
/// use kvalitetsmodel::{codes, strategy};
///
/// assert!(strategy::breaking(codes::AGR011).is_some());
/// ```
#[must_use]
pub fn breaking(code: RuleCode) -> Option<impl Strategy<Value = Content> + Clone> {
    crate::rules().find(|rule| rule.code == code && code != crate::codes::DOC004)?;
    Some(from_tape(move |tape| broken(code, tape)))
}

/// A kind of draft for which there are clean ones.
///
/// Sealed: this crate implements it for every kind of the exchange format.
#[expect(private_bounds, reason = "only this crate makes drafts from tapes")]
pub trait Clean: Draft + MadeClean {}

impl<T: Draft + MadeClean> Clean for T {}

/// Makes clean drafts from tapes.
trait MadeClean: Sized {
    fn clean(tape: &mut Tape<'_>) -> Self;
}

/// Numbers the texts of a list, so that no two are the same.
fn number<'t>(texts: impl Iterator<Item = &'t mut Text>) {
    (1..).zip(texts).for_each(|(n, text)| *text = alloc::format!("{n}. {}", text.as_str()).into());
}

/// A scale of two steps or more, each with a label of its own.
fn scale(tape: &mut Tape<'_>) -> Vec<ScaleStep> {
    let mut scale: Vec<ScaleStep> =
        tape.list_of(2, 4, |tape| ScaleStep { label: Some(tape.said()), ..ScaleStep::new(tape.fresh_id()) });
    number(scale.iter_mut().filter_map(|step| step.label.as_mut()));
    scale
}

/// Makes a clean draft of one kind.
type Maker = fn(&mut Tape<'_>) -> Content;

macro_rules! clean {
    ($( $ty:ty => $make:path; )+) => {
        $( impl MadeClean for $ty {
            fn clean(tape: &mut Tape<'_>) -> Self {
                tape.refer_cleanly();
                $make(tape)
            }
        } )+

        /// Every kind of draft, with its shape.
        const KINDS: &[(&Shape, Maker)] = &[ $( (<$ty as Part>::SHAPE, |tape| <$ty>::clean(tape).into()) ),+ ];
    };
}

clean! {
    Operator => organisation::clean;
    StandardSet => model::clean;
    Tailoring => model::clean_tailoring;
    Measurement => measurement::clean;
    TargetFigure => target_figure::clean;
    PdsaCycle => cycle::clean;
    ImprovementCommunity => community::clean;
    DailyDuties => duty::clean;
    DevelopmentAgreement => agreement::clean;
    StateAssessment => assessment::clean;
    Citizen => goal::clean;
    Caseload => goal::clean_caseload;
    CaseAudit => audit::clean;
    ImprovementProject => project::clean;
    CircleProject => circle::clean;
    Evaluation => evaluation::clean;
    ImplementationPlan => plan::clean;
    MeasurementSeries => series::clean;
    Bundle => bundle::clean;
}

/// A clean draft of any kind but a bundle.
fn any_clean(tape: &mut Tape<'_>) -> Content {
    let is_single =
        |shape: &Shape| matches!(shape, Shape::Record(record) if record.kind != Some(Bundle::KIND));
    let singles: Vec<_> = KINDS.iter().filter(|(shape, _)| is_single(shape)).collect();
    tape.pick(&singles).1(tape)
}

fn broken(code: RuleCode, tape: &mut Tape<'_>) -> Option<Content> {
    match crate::catalogue::BREAKS.iter().copied().flatten().find(|breaking| breaking.code == code) {
        Some(breaking) => broken_by(breaking, tape),
        None => form::broken(code, tape),
    }
}

/// Breaks a rule in a clean draft: one of the kind that it checks, otherwise the first kind that contains what
/// it checks.
fn broken_by(breaking: &Breaking, tape: &mut Tape<'_>) -> Option<Content> {
    let checks_all =
        |shape: &Shape| matches!(shape, Shape::Record(record) if (record.is_checked_by)(breaking.code));
    let kind = KINDS.iter().find(|(shape, _)| checks_all(shape));
    let kind = kind.or_else(|| KINDS.iter().find(|(shape, _)| shape.is_reached_by(breaking.code)));
    let way = tape.index(breaking.ways);
    let mut content = kind?.1(tape);
    tape.number_texts();
    let mut done = false;
    content.each_mut(&mut |record| done = done || (breaking.change)(record, way, tape));
    done.then_some(content)
}
