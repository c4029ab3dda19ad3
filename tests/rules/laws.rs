//! Laws that hold for every rule of the catalogue.
#![expect(clippy::expect_used, reason = "tests may fail loudly, in their helpers too")]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

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
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

/// How many threads draw at a time.
const THREADS: usize = 2;

fn configured(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Draws the same in each run.
fn seeded(cases: u32, seed: usize) -> TestRunner {
    let seed = [u8::try_from(seed).expect("a small number"); 32];
    TestRunner::new_with_rng(configured(cases), TestRng::from_seed(RngAlgorithm::ChaCha, &seed))
}

/// Each part of the work, on threads of their own.
fn in_parallel<T: Send>(part: impl Fn(usize) -> T + Sync) -> Vec<T> {
    std::thread::scope(|scope| {
        let part = &part;
        let threads: Vec<_> = (0..THREADS).map(|n| scope.spawn(move || part(n))).collect();
        threads.into_iter().map(|thread| thread.join().expect("a part of the work")).collect()
    })
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
static FOUND_IN_CLEAN_DRAFTS: LazyLock<[(&str, BTreeSet<RuleCode>); 19]> = LazyLock::new(|| {
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
});

/// The other tests about clean drafts leave it to this one to say which rule is found in them.
#[test]
fn nothing_is_found_in_a_clean_draft() {
    let all = &FOUND_IN_CLEAN_DRAFTS;
    assert_eq!(all.len(), Content::KINDS.len(), "a kind is missing in `FOUND_IN_CLEAN_DRAFTS`");
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

/// What was seen in the reports of some drafts.
#[derive(Default)]
struct Seen {
    verdicts: BTreeSet<(RuleCode, Verdict)>,
    /// The rules that were not evaluated, with the rule that this was because of, and the first entry that says so.
    waits: BTreeMap<(RuleCode, Option<RuleCode>), String>,
}

impl Seen {
    fn add(&mut self, report: &Report) {
        self.verdicts.extend(report.findings().iter().map(|finding| (finding.code(), finding.verdict())));
        for entry in report.not_evaluated() {
            let on = match entry.because {
                Because::DependsOn { code, .. } => Some(code),
                _ => None,
            };
            self.waits.entry((entry.code, on)).or_insert_with(|| format!("{entry:?}"));
        }
    }

    fn of_all<'s>(all: impl Iterator<Item = &'s Self>) -> Self {
        all.fold(Self::default(), |mut whole, part| {
            whole.verdicts.extend(&part.verdicts);
            part.waits.iter().for_each(|(pair, entry)| {
                whole.waits.entry(*pair).or_insert_with(|| entry.clone());
            });
            whole
        })
    }
}

/// What was seen in drafts that break a rule.
struct Broken {
    code: RuleCode,
    seen: Seen,
    /// How they break `breaking_a_rule_breaks_that_rule_and_what_it_implies`.
    breaks: Result<(), String>,
    /// Messages against the convention.
    odd: BTreeSet<String>,
}

/// Draws drafts that break each rule, once for all tests: some are the same in each run, so that what is not seen in them
/// is not seen by chance; some are new.
static BROKEN: LazyLock<Vec<Broken>> = LazyLock::new(|| {
    let parts =
        in_parallel(|n| rules_of_drafts().skip(n).step_by(THREADS).map(break_rule).collect::<Vec<_>>());
    parts.into_iter().flatten().collect()
});

fn break_rule(rule: &'static Rule) -> Broken {
    let drafts = strategy::breaking(rule.code).expect("a strategy");
    let (seen, came_along) = (RefCell::new(Seen::default()), RefCell::new(BTreeSet::new()));
    let odd = RefCell::new(BTreeSet::new());
    let law = |content: Content| {
        let report = content.check(&strategy::context());
        seen.borrow_mut().add(&report);
        odd.borrow_mut().extend(report.findings().iter().filter_map(against_the_convention));
        came_along.borrow_mut().extend(breaks(rule, &report)?);
        Ok(())
    };
    let drawn = [seeded(40, 0), TestRunner::new(configured(24))].into_iter().try_for_each(|mut runner| {
        runner.run(&drafts, law).map_err(|broken| {
            let shown = broken.to_string();
            // The draft follows, with its texts hidden.
            let shown = shown.split("\nminimal failing input").next().unwrap_or_default();
            format!("{}: {shown}", rule.code)
        })
    });
    let breaks = drawn.and_then(|()| {
        let came_along = came_along.borrow();
        let allowed = allowed(rule);
        let never: Vec<_> = allowed.difference(&came_along).map(RuleCode::as_str).collect();
        if never.is_empty() {
            Ok(())
        } else {
            Err(format!("{} implies {}, which never comes with it", rule.code, never.join(", ")))
        }
    });
    Broken { code: rule.code, seen: seen.into_inner(), breaks, odd: odd.into_inner() }
}

/// What may be found in a draft that breaks the rule.
fn allowed(rule: &Rule) -> BTreeSet<RuleCode> {
    rule.implies.iter().copied().chain([rule.code]).collect()
}

/// What is found in a draft that breaks the rule: the rule, and nothing but what it implies.
fn breaks(rule: &Rule, report: &Report) -> Result<BTreeSet<RuleCode>, TestCaseError> {
    // These are found whatever is broken; `nothing_is_found_in_a_clean_draft` reports them.
    let always = |code: &RuleCode| FOUND_IN_CLEAN_DRAFTS.iter().any(|(_, codes)| codes.contains(code));
    let allowed = allowed(rule);
    let found = report.findings().iter().map(Finding::code);
    let found: BTreeSet<_> = found.filter(|code| allowed.contains(code) || !always(code)).collect();
    prop_assert!(found.contains(&rule.code), "a way in its BREAKS does not break it:{}", lines(report));
    let others: Vec<_> = found.difference(&allowed).map(RuleCode::as_str).collect();
    let others = others.join(", ");
    prop_assert!(
        others.is_empty(),
        "a way in its BREAKS breaks {others}, too. If {others} is new, change that way, or add what {others} misses to \
         what the way adds (breaks.rs of the domain):{}",
        lines(report)
    );
    let comes_alone = found.len() == 1;
    prop_assert_eq!(comes_alone, rule.implies.is_empty(), "comes alone, or not:{}", lines(report));
    Ok(found)
}

/// What is found where, one finding a line.
fn lines(report: &Report) -> String {
    report.findings().iter().flat_map(|finding| ["\n  ".to_owned(), format!("{finding:?}")]).collect()
}

/// What is seen in 400 drafts of every kind, with any content; the same drafts in each run.
static WHATEVER: LazyLock<Seen> = LazyLock::new(|| {
    let parts = in_parallel(|n| {
        let (mut runner, documents) = (seeded(1, n), strategy::any::<Document>());
        let mut seen = Seen::default();
        for _ in 0..400 * Content::KINDS.len() / THREADS {
            let document = documents.new_tree(&mut runner).expect("a draft").current();
            seen.add(&document.into_content().check(&strategy::context()));
        }
        seen
    });
    Seen::of_all(parts.iter())
});

#[test]
fn no_custom_rule_takes_the_prefix_of_one_of_the_crate() {
    for rule in rules() {
        let own = CustomRule::new(rule.code, Wording::new("", ""), |_: &DevelopmentAgreement, _| {});
        assert!(own.is_err(), "{}: its prefix is missing in PREFIXES of src/codes.rs", rule.code);
    }
}

/// Fails with all rules for which it fails, so that one run shows what a new rule means for the others.
#[test]
fn breaking_a_rule_breaks_that_rule_and_what_it_implies() {
    let failed: Vec<_> = BROKEN.iter().filter_map(|broken| broken.breaks.as_ref().err().cloned()).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// Verdicts that no draft shows without a finding of another rule: an agreement without parties breaks AGR001 as well.
const NEVER_ALONE: [(RuleCode, Verdict); 3] = [
    (codes::AGR003, Verdict::NotAssessable),
    (codes::TAR006, Verdict::NotAssessable),
    (codes::PLA015, Verdict::NotAssessable),
];

#[test]
fn each_verdict_that_a_rule_can_give_has_its_way_to_break_it() {
    let possible = &WHATEVER.verdicts;
    let broken = Seen::of_all(BROKEN.iter().map(|broken| &broken.seen)).verdicts;
    let missing: Vec<_> = possible.difference(&broken).filter(|pair| !NEVER_ALONE.contains(pair)).collect();
    assert!(
        missing.is_empty(),
        "no way in BREAKS: {missing:?}; if another rule is always broken with it, enter it in NEVER_ALONE"
    );
    let seen: BTreeSet<_> = possible.iter().map(|(code, _)| *code).collect();
    let unseen: Vec<_> = rules().map(|rule| rule.code).filter(|code| !seen.contains(code)).collect();
    assert!(unseen.len() <= rules().count() / 4, "too few rules were seen to say so, not {unseen:?}");
}

#[test]
fn a_rule_is_not_evaluated_because_of_those_that_it_requires() {
    let waits = Seen::of_all(BROKEN.iter().map(|broken| &broken.seen).chain([&*WHATEVER])).waits;
    let mut seen = BTreeSet::new();
    for ((waiting, on), entry) in waits {
        let Some(code) = on else { panic!("{entry}") };
        let declares = |rule: &Rule| rule.code == waiting && rule.requires.contains(&code);
        assert!(rules().any(declares), "{entry}, which it does not declare");
        seen.insert((waiting, code));
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

/// What is wrong with the messages of a finding.
fn against_the_convention(finding: &Finding) -> Option<String> {
    let (da, en) = (finding.message(Lang::Da), finding.message(Lang::En));
    let odd = [&da, &en].into_iter().find(|text| !is_a_message(text));
    odd.map(|text| format!("`{text}`")).or_else(|| (da == en).then(|| format!("`{da}` in both languages")))
}

#[test]
fn messages_follow_the_convention() {
    let failed =
        BROKEN.iter().flat_map(|broken| broken.odd.iter().map(|odd| format!("{}: {odd}", broken.code)));
    let failed: Vec<_> = failed.collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
