//! Laws that hold for every rule of the catalogue.
#![cfg(feature = "proptest")]
#![expect(clippy::expect_used, reason = "tests may fail loudly, in their helpers too")]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::assessment::StateAssessment;
use kvalitetsmodel::audit::CaseAudit;
use kvalitetsmodel::bundle::Bundle;
use kvalitetsmodel::circle::CircleProject;
use kvalitetsmodel::codes::{self, RuleCode};
use kvalitetsmodel::community::ImprovementCommunity;
use kvalitetsmodel::cycle::PdsaCycle;
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::duty::DailyDuties;
use kvalitetsmodel::evaluation::Evaluation;
use kvalitetsmodel::goal::{Caseload, Citizen};
use kvalitetsmodel::measurement::Measurement;
use kvalitetsmodel::model::{StandardSet, Tailoring};
use kvalitetsmodel::organisation::Operator;
use kvalitetsmodel::plan::ImplementationPlan;
use kvalitetsmodel::project::ImprovementProject;
use kvalitetsmodel::report::{Because, Finding, Report, Verdict};
use kvalitetsmodel::rule::{CustomRule, Rule, Severity};
use kvalitetsmodel::series::MeasurementSeries;
use kvalitetsmodel::strategy::Clean;
use kvalitetsmodel::target_figure::TargetFigure;
use kvalitetsmodel::text::Wording;
use kvalitetsmodel::{Lang, check, rules, strategy};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() })
}

/// The codes that are found in clean drafts of a type. There must be none.
fn found_in_clean<T: Clean + Clone>() -> BTreeSet<RuleCode> {
    let mut runner = TestRunner::deterministic();
    let drafts = strategy::clean::<T>();
    let found = (0..128).flat_map(|_| {
        let report = check(&drafts.new_tree(&mut runner).expect("a draft").current(), &strategy::context());
        let found = report.findings().iter().map(Finding::code);
        found.chain(report.not_evaluated().iter().map(|entry| entry.code)).collect::<Vec<_>>()
    });
    found.collect()
}

/// The codes that are found in clean drafts of each kind, with the file that makes these.
fn found_in_clean_drafts() -> [(&'static str, BTreeSet<RuleCode>); 19] {
    [
        ("organisation", found_in_clean::<Operator>()),
        ("model", found_in_clean::<StandardSet>()),
        ("model", found_in_clean::<Tailoring>()),
        ("measurement", found_in_clean::<Measurement>()),
        ("target_figure", found_in_clean::<TargetFigure>()),
        ("cycle", found_in_clean::<PdsaCycle>()),
        ("community", found_in_clean::<ImprovementCommunity>()),
        ("agreement", found_in_clean::<DevelopmentAgreement>()),
        ("assessment", found_in_clean::<StateAssessment>()),
        ("goal", found_in_clean::<Citizen>()),
        ("goal", found_in_clean::<Caseload>()),
        ("audit", found_in_clean::<CaseAudit>()),
        ("project", found_in_clean::<ImprovementProject>()),
        ("circle", found_in_clean::<CircleProject>()),
        ("evaluation", found_in_clean::<Evaluation>()),
        ("plan", found_in_clean::<ImplementationPlan>()),
        ("duty", found_in_clean::<DailyDuties>()),
        ("series", found_in_clean::<MeasurementSeries>()),
        ("bundle", found_in_clean::<Bundle>()),
    ]
}

/// The other tests about clean drafts leave it to this one to say which rule is found in them.
#[test]
fn nothing_is_found_in_a_clean_draft() {
    let all = found_in_clean_drafts();
    assert_eq!(all.len(), Content::KINDS.len(), "a kind is missing in `found_in_clean_drafts`");
    let found = all.iter().filter(|(_, codes)| !codes.is_empty());
    let lines: Vec<_> = found
        .map(|(file, codes)| {
            let codes: Vec<_> = codes.iter().map(RuleCode::as_str).collect();
            let codes = codes.join(", ");
            format!("{codes} is found in a clean draft: extend `clean` in src/strategy/{file}.rs, so that it never is")
        })
        .collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

/// The rules that a draft alone can break.
fn rules_of_drafts() -> impl Iterator<Item = &'static Rule> {
    rules().filter(|rule| strategy::breaking(rule.code).is_some())
}

#[test]
fn a_draft_alone_can_break_every_rule_but_one() {
    let others = rules().filter(|rule| strategy::breaking(rule.code).is_none());
    assert_eq!(others.map(|rule| rule.code).collect::<Vec<_>>(), [codes::DOC004]);
}

/// Tries a law on drafts that break the rule, and says how it fails.
fn each_broken(
    rule: &Rule,
    cases: u32,
    law: impl Fn(&Content, &Report) -> Result<(), TestCaseError>,
) -> Result<(), String> {
    let drafts = strategy::breaking(rule.code).expect("a strategy");
    let result = runner(cases).run(&drafts, |content| law(&content, &content.check(&strategy::context())));
    result.map_err(|broken| {
        let shown = broken.to_string();
        // The draft follows, with its texts hidden.
        let shown = shown.split("\nminimal failing input").next().unwrap_or_default();
        format!("{}: {shown}", rule.code)
    })
}

/// Fails with all rules for which the law fails, so that one run shows what a new rule means for the others.
fn assert_for_each_rule(law: impl Fn(&Rule) -> Result<(), String>) {
    let failed: Vec<String> = rules_of_drafts().filter_map(|rule| law(rule).err()).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// What is found where, one finding a line.
fn lines(report: &Report) -> String {
    report.findings().iter().flat_map(|finding| ["\n  ".to_owned(), format!("{finding:?}")]).collect()
}

/// The same drafts in each run: that many of every kind, with any content, and that many that break each rule.
fn samples(of_each_kind: usize, of_each_rule: usize) -> impl Iterator<Item = Content> {
    let mut runner = TestRunner::deterministic();
    let whatever = of_each_kind.saturating_mul(Content::KINDS.len());
    let mut drafts: Vec<_> = (0..whatever)
        .map(|_| strategy::any::<Document>().new_tree(&mut runner).expect("a draft").current().into_content())
        .collect();
    for rule in rules_of_drafts() {
        let breaking = strategy::breaking(rule.code).expect("a strategy");
        drafts.extend((0..of_each_rule).map(|_| breaking.new_tree(&mut runner).expect("a draft").current()));
    }
    drafts.into_iter()
}

#[test]
fn no_custom_rule_takes_the_prefix_of_one_of_the_crate() {
    for rule in rules() {
        let own = CustomRule::new(rule.code, Wording::new("", ""), |_: &DevelopmentAgreement, _| {});
        assert!(own.is_err(), "{}: its prefix is missing in PREFIXES of src/codes.rs", rule.code);
    }
}

#[test]
fn breaking_a_rule_breaks_that_rule_and_what_it_implies() {
    // These are found whatever is broken; `nothing_is_found_in_a_clean_draft` reports them.
    let always: BTreeSet<_> = found_in_clean_drafts().into_iter().flat_map(|(_, codes)| codes).collect();
    assert_for_each_rule(|rule| {
        let allowed: BTreeSet<_> = rule.implies.iter().copied().chain([rule.code]).collect();
        let came_along = RefCell::new(BTreeSet::new());
        each_broken(rule, 64, |_, report| {
            let found = report.findings().iter().map(Finding::code);
            let found: BTreeSet<_> =
                found.filter(|code| allowed.contains(code) || !always.contains(code)).collect();
            prop_assert!(
                found.contains(&rule.code),
                "a way in its BREAKS does not break it:{}",
                lines(report)
            );
            let others: Vec<_> = found.difference(&allowed).map(RuleCode::as_str).collect();
            let others = others.join(", ");
            prop_assert!(
                others.is_empty(),
                "a way in its BREAKS breaks {others}, too. If {others} is new, change that way, or add what {others} \
                 misses to what the way adds (breaks.rs of the domain):{}",
                lines(report)
            );
            let comes_alone = found.len() == 1;
            prop_assert_eq!(comes_alone, rule.implies.is_empty(), "comes alone, or not:{}", lines(report));
            came_along.borrow_mut().extend(found);
            Ok(())
        })?;
        let came_along = came_along.into_inner();
        let never: Vec<_> = allowed.difference(&came_along).map(RuleCode::as_str).collect();
        if never.is_empty() {
            Ok(())
        } else {
            Err(format!("{} implies {}, which never comes with it", rule.code, never.join(", ")))
        }
    });
}

/// The verdicts that were seen for each rule.
fn verdicts(drafts: impl Iterator<Item = Content>) -> BTreeMap<RuleCode, BTreeSet<Verdict>> {
    let mut seen = BTreeMap::<_, BTreeSet<_>>::new();
    for draft in drafts {
        for finding in draft.check(&strategy::context()).findings() {
            seen.entry(finding.code()).or_default().insert(finding.verdict());
        }
    }
    seen
}

/// Verdicts that no draft shows without a finding of another rule: an agreement without parties breaks AGR001 as well.
const NEVER_ALONE: [(RuleCode, Verdict); 3] = [
    (codes::AGR003, Verdict::NotAssessable),
    (codes::TAR006, Verdict::NotAssessable),
    (codes::PLA015, Verdict::NotAssessable),
];

#[test]
fn each_verdict_that_a_rule_can_give_has_its_way_to_break_it() {
    let (possible, broken) = (verdicts(samples(400, 0)), verdicts(samples(0, 40)));
    let missing: Vec<_> = possible
        .iter()
        .flat_map(|(code, verdicts)| verdicts.iter().map(move |verdict| (*code, *verdict)))
        .filter(|(code, verdict)| !broken.get(code).is_some_and(|seen| seen.contains(verdict)))
        .filter(|pair| !NEVER_ALONE.contains(pair))
        .collect();
    assert!(
        missing.is_empty(),
        "no way in BREAKS: {missing:?}; if another rule is always broken with it, enter it in NEVER_ALONE"
    );
    let unseen: Vec<_> = rules().map(|rule| rule.code).filter(|code| !possible.contains_key(code)).collect();
    assert!(unseen.len() <= rules().count() / 4, "too few rules were seen to say so, not {unseen:?}");
}

#[test]
fn a_rule_is_not_evaluated_because_of_those_that_it_requires() {
    let mut seen = BTreeSet::new();
    for draft in samples(200, 40) {
        for entry in draft.check(&strategy::context()).not_evaluated() {
            let Because::DependsOn { code, .. } = entry.because else { panic!("{entry:?}") };
            let declares = |rule: &Rule| rule.code == entry.code && rule.requires.contains(&code);
            assert!(rules().any(declares), "{entry:?}, which it does not declare");
            seen.insert((entry.code, code));
        }
    }
    let declared: BTreeSet<_> =
        rules().flat_map(|rule| rule.requires.iter().map(|code| (rule.code, *code))).collect();
    let unseen: Vec<_> = declared.difference(&seen).collect();
    assert!(unseen.is_empty(), "declared, and never so: {unseen:?}");
}

#[test]
fn no_error_hides_behind_a_warning() {
    for rule in rules().filter(|rule| rule.severity == Severity::Error) {
        for required in rules().filter(|other| rule.requires.contains(&other.code)) {
            assert!(
                required.severity == Severity::Error,
                "{} is an error and is not judged where {} does not hold, which is none",
                rule.code,
                required.code
            );
        }
    }
}

/// Messages are lower case and without a full stop; they name no Rust types and contain no stray blanks.
fn is_a_message(text: &str) -> bool {
    !text.is_empty()
        && !text.ends_with('.')
        && !text.contains("::")
        && !text.contains("  ")
        && text.trim() == text
        && !text.starts_with(|c: char| c.is_uppercase())
}

#[test]
fn messages_follow_the_convention() {
    assert_for_each_rule(|rule| {
        each_broken(rule, 16, |_, report| {
            for finding in report.findings() {
                let (da, en) = (finding.message(Lang::Da), finding.message(Lang::En));
                prop_assert!(is_a_message(&da), "`{da}`");
                prop_assert!(is_a_message(&en), "`{en}`");
                prop_assert_ne!(&da, &en);
            }
            Ok(())
        })
    });
}
