//! A caller's custom rules: where they run, what they say, and how a stamp names them.
#![expect(clippy::arithmetic_side_effects, clippy::expect_used, reason = "tests may panic")]

use kvalitetsmodel::agreement::{Action, DevelopmentAgreement, FocusArea};
use kvalitetsmodel::codes::RuleCode;
use kvalitetsmodel::document::Document;
use kvalitetsmodel::id::Id;
use kvalitetsmodel::report::{Because, Finding, Profile, Report, Suppression};
use kvalitetsmodel::rule::{Basis, CustomRule, Severity};
use kvalitetsmodel::text::{NonBlank, Wording};
use kvalitetsmodel::{Context, Draft as _, Lang, check, check_rule, rules};

fn code() -> RuleCode {
    "HUS001".parse().expect("a code")
}

fn context() -> Context {
    Context::new("2024-01-09".parse().expect("a day"))
}

/// As many actions in each of the focus areas.
fn agreement(actions: &[usize]) -> DevelopmentAgreement {
    let area = |(n, actions): (u128, &usize)| FocusArea {
        actions: (100 * n..).take(*actions).map(|n| Action::new(Id::from_u128(n))).collect(),
        ..FocusArea::new(Id::from_u128(n))
    };
    let focus_areas = (10..).zip(actions).map(area).collect();
    DevelopmentAgreement { focus_areas, ..DevelopmentAgreement::new(Id::from_u128(1)) }
}

/// The limit is an argument.
fn at_most(limit: usize) -> CustomRule {
    let message = Wording::new(
        "området har {actions:indsats|indsatser}; højst {limit}",
        "the area has {actions:action|actions}; at most {limit}",
    );
    let rule = CustomRule::new(code(), message, move |area: &FocusArea, found| {
        if area.actions.len() > limit {
            found.not_met_at("actions", [("actions", area.actions.len().into()), ("limit", limit.into())]);
        }
    });
    rule.expect("a custom prefix")
}

fn of_own(report: &Report) -> Vec<&Finding> {
    report.findings().iter().filter(|finding| finding.code() == code()).collect()
}

#[test]
fn a_custom_rule_runs_on_each_record_of_its_type() {
    let report = check(&agreement(&[3, 1, 2]), &context().with_custom_rule(at_most(1)));
    let told: Vec<_> = of_own(&report)
        .iter()
        .map(|finding| (finding.at().as_str(), finding.message(Lang::Da), finding.message(Lang::En)))
        .collect();
    assert_eq!(
        told,
        [
            (
                "/focusAreas/0/actions",
                "området har 3 indsatser; højst 1".into(),
                "the area has 3 actions; at most 1".into()
            ),
            (
                "/focusAreas/2/actions",
                "området har 2 indsatser; højst 1".into(),
                "the area has 2 actions; at most 1".into()
            ),
        ]
    );
    let finding = of_own(&report)[0];
    assert_eq!((finding.severity(), finding.basis()), (Severity::Warning, Basis::Custom));
    assert_eq!(finding.title(Lang::En), "the area has {actions:action|actions}; at most {limit}");
    assert_eq!((finding.remedy(Lang::Da), finding.sources().len()), ("", 0));
    assert_eq!(report.findings().len(), check(&agreement(&[3, 1, 2]), &context()).findings().len() + 2);
}

#[test]
fn in_a_document_it_points_into_the_document() {
    let document = Document::draft(Id::from_u128(9), agreement(&[2]));
    let report = document.check(&context().with_custom_rule(at_most(1)));
    assert_eq!(of_own(&report)[0].at().as_str(), "/content/agreement/focusAreas/0/actions");
}

#[test]
fn a_custom_error_rejects_and_the_stamp_of_a_proof_names_the_rule() {
    let strict = context().with_custom_rule(at_most(1).with_severity(Severity::Error));
    assert!(agreement(&[1]).validate(&strict).is_ok());
    let rejected = agreement(&[2]).validate(&strict).expect_err("two");
    assert_eq!(rejected.report().findings().iter().filter(|one| one.rejects()).count(), 1);

    let document = Document::draft(Id::from_u128(9), agreement(&[1])).validate(&strict);
    let document = document.expect("valid").into_final();
    let stamp = document.claimed_stamp().expect("final");
    assert_eq!(stamp.custom_rules(), [code()]);
    let missing = stamp.context([]).expect_err("the rule is code");
    assert_eq!(missing.to_string(), "the check used custom rules that were not supplied: HUS001");
    let again = stamp.context(strict.custom_rules().iter().cloned()).expect("given");
    assert_eq!(again, strict);
}

#[test]
fn it_can_be_run_alone_switched_off_and_accepted() {
    let draft = agreement(&[2]);
    let with = context().with_custom_rule(at_most(1));
    let alone = check_rule(&draft, &with, code());
    assert_eq!((alone.findings().len(), alone.not_evaluated()), (1, [].as_slice()));
    let unknown = check_rule(&draft, &context(), code());
    assert_eq!(unknown.not_evaluated()[0].because, Because::OtherKind {});

    let reason = || NonBlank::new("decided by the board").expect("a reason");
    let off = with.clone().with_profile(Profile::named("local").without(code(), reason()));
    let report = check(&draft, &off);
    assert!(of_own(&report).is_empty());
    assert_eq!(report.not_evaluated()[0].because, Because::SwitchedOff { reason: reason() });

    let accepted =
        Suppression::of_finding(alone.findings().first().expect("one"), reason(), context().as_of());
    let report = check(&draft, &with.with_suppression(accepted));
    assert!(of_own(&report)[0].suppressed().is_some());
}

#[test]
fn a_rule_with_the_code_of_another_replaces_it() {
    let context = context().with_custom_rule(at_most(1)).with_custom_rule(at_most(5));
    assert_eq!(context.custom_rules().len(), 1);
    assert!(of_own(&check(&agreement(&[2]), &context)).is_empty());
}

#[test]
fn everything_else_can_be_said_of_it() {
    let rule = at_most(1)
        .with_title(Wording::new("få indsatser", "few actions"))
        .with_remedy(Wording::new("Fjern en.", "Remove one."))
        .with_source("Our handbook", "page 4");
    let report = check(&agreement(&[2]), &context().with_custom_rule(rule));
    let finding = of_own(&report)[0];
    assert_eq!((finding.title(Lang::Da), finding.remedy(Lang::En)), ("få indsatser", "Remove one."));
    assert_eq!(finding.sources()[0].to_string(), "Our handbook, page 4");
}

#[test]
fn a_name_in_braces_that_is_no_fact_stays() {
    let rule =
        CustomRule::new(code(), Wording::new("{a} {b:x|y} {", "{a"), |_: &DevelopmentAgreement, found| {
            found.not_met([("b", 1_u64.into())]);
        });
    let report = check(&agreement(&[]), &context().with_custom_rule(rule.expect("a custom prefix")));
    let finding = of_own(&report)[0];
    assert_eq!((finding.message(Lang::Da), finding.message(Lang::En)), ("{a} 1 x {".into(), "{a".into()));
}

#[test]
fn a_custom_rule_cannot_use_our_prefix() {
    for code in rules().map(|rule| rule.code).chain(["SER001".parse().expect("a code")]) {
        let refused = CustomRule::new(code, Wording::new("", ""), |_: &DevelopmentAgreement, _| {});
        let expected = format!("the code {code} has a prefix that is reserved for the crate's own rules");
        assert_eq!(refused.expect_err("reserved for the crate").to_string(), expected);
    }
}

#[test]
fn prefixes_with_an_x_are_left_to_others() {
    assert!(rules().all(|rule| !rule.code.prefix().starts_with('X')));
    let code = "XYZ001".parse().expect("a code");
    assert!(CustomRule::new(code, Wording::new("", ""), |_: &DevelopmentAgreement, _| {}).is_ok());
}

#[test]
fn a_code_that_no_rule_has_is_listed_once() {
    let reason = |text| NonBlank::new(text).expect("a reason");
    let typo: RuleCode = "ARG001".parse().expect("a code");
    let twice = Profile::named("local").without(typo, reason("a slip")).without(typo, reason("another"));
    for profile in [Profile::named("local").without(typo, reason("a slip")), twice] {
        let context = context().with_profile(profile);
        let report = check(&agreement(&[]), &context);
        let document = Document::draft(Id::from_u128(2), agreement(&[])).check(&context);
        for report in [report, document] {
            let listed: Vec<_> = report
                .not_evaluated()
                .iter()
                .filter(|one| one.code == typo)
                .map(|one| &one.because)
                .collect();
            assert_eq!(listed, [&Because::Unknown {}]);
        }
    }
    assert_eq!(Because::Unknown {}.in_lang(Lang::Da).to_string(), "ingen regel har denne kode");
}

#[test]
fn a_context_with_custom_rules_cannot_be_written() {
    let error = serde_json::to_string(&context().with_custom_rule(at_most(1))).expect_err("code");
    assert_eq!(error.to_string(), "a context with custom rules cannot be written");
}
