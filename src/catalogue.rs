//! The one table of all rules: codes, explanations, and what each rule looks at.

use crate::agreement::DevelopmentAgreement;
use crate::agreement::rules as agr;
use crate::improvement::rules as imp;
use crate::improvement::{ImprovementCommunity, PdsaCycle};
use crate::measurement::Measurement;
use crate::measurement::rules as mea;
use crate::model::StandardSet;
use crate::model::rules as mdl;
use crate::organisation::Operator;
use crate::organisation::rules as org;
use crate::report::unique_ids;
use crate::report::{Checking, Path};
use crate::rule::{Rule, RuleCode};
use crate::series::MeasurementSeries;
use crate::series::rules as ser;
use crate::target::rules as tar;
use crate::target::{ChangeAim, TargetFigure};

pub(crate) type Check<T> = fn(&T, &Path<'_>, &mut Checking<'_>);

/// What a rule looks at, and the function that looks.
#[derive(Debug, Clone, Copy)]
pub(crate) enum On {
    Operator(Check<Operator>),
    StandardSet(Check<StandardSet>),
    Measurement(Check<Measurement>),
    TargetFigure(Check<TargetFigure>),
    ChangeAim(Check<ChangeAim>),
    Cycle(Check<PdsaCycle>),
    Community(Check<ImprovementCommunity>),
    Agreement(Check<DevelopmentAgreement>),
    Series(Check<MeasurementSeries>),
}

/// A line of the table.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) rule: &'static Rule,
    pub(crate) on: &'static [On],
}

macro_rules! catalogue {
    ($( $code:ident: $rule:path => $( $scope:ident($check:path) ),+ ; )+) => {
        /// The codes of the rules of this crate.
        ///
        /// ```
        /// use kvalitetsmodel::{codes, explain};
        ///
        /// assert!(explain(codes::AGR011).is_some());
        /// ```
        pub mod codes {
            use crate::rule::RuleCode;

            $(
                #[doc = concat!("The rule ", stringify!($code), "; see [`explain`](crate::explain).")]
                pub const $code: RuleCode = RuleCode::literal(stringify!($code));
            )+
        }

        pub(crate) static TABLE: &[Entry] = &[
            $( Entry { rule: &$rule, on: &[ $( On::$scope($check) ),+ ] } ),+
        ];

        // Two rules with one code do not compile, nor does a rule under another code than its own.
        $( const _: () = assert!($rule.code.is(codes::$code)); )+
    };
}

catalogue! {
    DOC001: unique_ids::UNIQUE =>
        Operator(unique_ids::unique),
        StandardSet(unique_ids::unique),
        Cycle(unique_ids::unique),
        Community(unique_ids::unique),
        Series(unique_ids::unique),
        Agreement(unique_ids::unique);

    ORG001: org::names::NAMED => Operator(org::names::named);

    MOD001: mdl::limits::THREE_IN_EACH_AREA => StandardSet(mdl::limits::three_in_each_area);
    MOD002: mdl::themes::ONE_STANDARD => StandardSet(mdl::themes::one_standard);
    MOD003: mdl::indicators::NUMBER_AS_SET => StandardSet(mdl::indicators::number_as_set);
    MOD004: mdl::limits::STANDARDS_AT_MOST => StandardSet(mdl::limits::standards_at_most);
    MOD005: mdl::limits::INDICATORS_AT_MOST => StandardSet(mdl::limits::indicators_at_most);
    MOD006: mdl::indicators::HAS_ONE => StandardSet(mdl::indicators::has_one);
    MOD007: mdl::indicators::DEFINED => StandardSet(mdl::indicators::defined);
    MOD008: mdl::themes::THEME_IN_SET => StandardSet(mdl::themes::theme_in_set);
    MOD009: mdl::origin::COMMON_HANGS_ON_COMMON => StandardSet(mdl::origin::common_hangs_on_common);

    MEA001: mea::figures::PART_IN_WHOLE => Measurement(mea::figures::part_in_whole);
    MEA002: mea::figures::ANSWERED_OF_ASKED => Measurement(mea::figures::answered_of_asked);
    MEA003: mea::figures::WHOLE_NOT_ZERO => Measurement(mea::figures::whole_not_zero);
    MEA004: mea::time::PERIOD => Measurement(mea::time::period);
    MEA005: mea::time::EXTRACTED_AFTER => Measurement(mea::time::extracted_after);
    MEA006: mea::parts::USABLE => Measurement(mea::parts::usable);
    MEA007: mea::forms::EXPOSED => Measurement(mea::forms::exposed);
    MEA008: mea::forms::SOMETHING_TO_MEASURE => Measurement(mea::forms::something_to_measure);

    TAR001: tar::agreed::FORUM_NAMED => TargetFigure(tar::agreed::forum_named);
    TAR002: tar::parts::ASSESSABLE => TargetFigure(tar::parts::assessable);
    TAR003: tar::life::NO_STEP_BACK => TargetFigure(tar::life::no_step_back);
    TAR004: tar::change::CHANGE_HAS_SIZE => ChangeAim(tar::change::change_has_size);
    TAR005: tar::parts::LIST_FIXED_FIRST => TargetFigure(tar::parts::list_fixed_first);
    TAR006: tar::life::STATE_IS_LAST_STEP => TargetFigure(tar::life::state_is_last_step);

    IMP001: imp::membership::STATED => Community(imp::membership::stated);
    IMP002: imp::membership::FOLLOWS_ASSESSMENT => Community(imp::membership::follows_assessment);
    IMP003: imp::binding::BINDS_MEMBERS => Community(imp::binding::binds_members);
    IMP004: imp::binding::SERVICE_LISTED => Community(imp::binding::service_listed);
    IMP005: imp::process::MONITORED => Community(imp::process::monitored);
    IMP006: imp::references::KNOWN => Community(imp::references::known);
    IMP007: imp::chain::LINKS_AGREE => Community(imp::chain::links_agree);
    IMP008: imp::chain::NO_RING => Community(imp::chain::no_ring);
    IMP009: imp::membership::NOT_IN_AND_OUT => Community(imp::membership::not_in_and_out);

    PDS001: imp::phases::PREDICTION => Cycle(imp::phases::prediction);
    PDS002: imp::phases::DATA => Cycle(imp::phases::data);
    PDS003: imp::phases::COMPARISON => Cycle(imp::phases::comparison);
    PDS004: imp::phases::DECISION => Cycle(imp::phases::decision);
    PDS005: imp::order::NO_GAP => Cycle(imp::order::no_gap);
    PDS006: imp::order::DATES_FORWARD => Cycle(imp::order::dates_forward);
    PDS007: imp::links::THREE_QUESTIONS => Cycle(imp::links::three_questions);
    PDS008: imp::links::NEXT_AFTER_ADAPT => Cycle(imp::links::next_after_adapt);
    PDS009: imp::links::NOT_ITS_OWN_NEIGHBOUR => Cycle(imp::links::not_its_own_neighbour);

    AGR001: agr::parties::FRAME => Agreement(agr::parties::frame);
    AGR002: agr::signatures::COMPLETE => Agreement(agr::signatures::complete);
    AGR003: agr::signatures::BEFORE_FOLLOW_UP => Agreement(agr::signatures::before_follow_up);
    AGR004: agr::scope::STATED => Agreement(agr::scope::stated);
    AGR005: agr::follow_ups::EXISTS => Agreement(agr::follow_ups::exists);
    AGR006: agr::follow_ups::HAS_TIME => Agreement(agr::follow_ups::has_time);
    AGR007: agr::follow_ups::HAS_CONTENT => Agreement(agr::follow_ups::has_content);
    AGR008: agr::participation::STATED => Agreement(agr::participation::stated);
    AGR009: agr::participation::FOLLOWS_ASSESSMENT => Agreement(agr::participation::follows_assessment);
    AGR010: agr::scope::MEMBERS_ONLY => Agreement(agr::scope::members_only);
    AGR011: agr::targets::BINDS_MEMBERS => Agreement(agr::targets::binds_members);
    AGR012: agr::targets::FIXED_BY_FOLLOW_UP => Agreement(agr::targets::fixed_by_follow_up);
    AGR013: agr::follow_ups::DECIDER_EXISTS => Agreement(agr::follow_ups::decider_exists);
    AGR014: agr::targets::NOT_GIVEN_AND_OPEN => Agreement(agr::targets::not_given_and_open);
    AGR015: agr::parties::PERIOD => Agreement(agr::parties::period);
    AGR016: agr::framework::VALID => Agreement(agr::framework::valid);

    SER001: ser::time::ONE_AT_A_TIME => Series(ser::time::one_at_a_time);
    SER002: ser::time::NO_HOLE => Series(ser::time::no_hole);
    SER003: ser::time::APART => Series(ser::time::apart);
    SER004: ser::sameness::OF_THE_SERIES => Series(ser::sameness::of_the_series);
    SER005: ser::sameness::ALIKE => Series(ser::sameness::alike);
    SER006: ser::phases::BEGIN_APART => Series(ser::phases::begin_apart);
    SER007: ser::phases::BASELINE_WITHIN => Series(ser::phases::baseline_within);
    SER008: ser::phases::SIGMA_NOT_NEGATIVE => Series(ser::phases::sigma_not_negative);
    SER009: ser::phases::GROUNDS => Series(ser::phases::grounds);
    SER010: ser::level::ENOUGH => Series(ser::level::enough);
    SER011: ser::exclusions::KNOWN => Series(ser::exclusions::known);
    SER012: ser::exclusions::REASON => Series(ser::exclusions::reason);
    SER013: ser::targets::HOLD_APART => Series(ser::targets::hold_apart);
    SER014: ser::targets::UNIT_FITS => Series(ser::targets::unit_fits);
}

/// A rule that is no longer checked; its code is never used for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retired {
    /// The code.
    pub code: RuleCode,
    /// The last rule edition that had it.
    pub until: u32,
    /// Why it was taken back.
    pub reason: crate::Bilingual,
    /// The rule that took its place.
    pub replaced_by: Option<RuleCode>,
}

/// The rules taken back so far. None yet.
static RETIRED: &[Retired] = &[];

/// What is known of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Explanation {
    /// A rule that is checked.
    Active(&'static Rule),
    /// A rule that was taken back.
    Retired(&'static Retired),
}

/// What the code stands for; nothing for a code that this crate never had.
///
/// ```
/// use kvalitetsmodel::{Explanation, Lang, explain};
///
/// let Some(Explanation::Active(rule)) = explain("AGR014".parse()?) else { panic!("an active rule") };
/// assert_eq!(rule.title.in_lang(Lang::En), "a figure is either given or to be agreed");
/// assert_eq!(explain("HUS001".parse()?), None);
/// # Ok::<(), kvalitetsmodel::rule::RuleCodeError>(())
/// ```
#[must_use]
pub fn explain(code: RuleCode) -> Option<Explanation> {
    let active = rules().find(|rule| rule.code == code).map(Explanation::Active);
    active.or_else(|| RETIRED.iter().find(|retired| retired.code == code).map(Explanation::Retired))
}

/// All rules that are checked, in the order of the table.
///
/// ```
/// let stated = kvalitetsmodel::rules().filter(|rule| rule.basis == kvalitetsmodel::Basis::Stated);
/// assert!(stated.count() > 0);
/// ```
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    TABLE.iter().map(|entry| entry.rule)
}

/// Is the prefix one of this crate's, in use or kept for it?
pub(crate) fn is_reserved(code: RuleCode) -> bool {
    const PREFIXES: [&str; 16] = [
        "DOC", "ORG", "MOD", "MEA", "TAR", "IMP", "PDS", "CIR", "AGR", "GOL", "EVA", "AUD", "GOV", "PLA",
        "DUT", "SER",
    ];
    PREFIXES.contains(&code.prefix())
}
