//! Reports: order, fingerprints, comparison, profiles, suppressions, export.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests may panic"
)]

use kvalitetsmodel::agreement::{DevelopmentAgreement, FollowUp, ScopeOfDuty};
use kvalitetsmodel::codes::{self, RuleCode};
use kvalitetsmodel::date::Period;
use kvalitetsmodel::id::Id;
use kvalitetsmodel::report::{Because, Comparison, Finding, Profile, Report, Suppression, Verdict};
use kvalitetsmodel::rule::Severity;
use kvalitetsmodel::text::{NonBlank, Text};
use kvalitetsmodel::{Context, Draft as _, Lang, check, check_rule, rules, strategy};
use proptest::prelude::*;
use serde_json::{Value, json};

fn id(n: usize) -> String {
    format!("00000000-0000-4000-8000-{n:012}")
}

fn context() -> Context {
    Context::new("2024-01-09".parse().expect("a day"))
}

fn reason() -> NonBlank {
    NonBlank::new("decided by the board").expect("a reason")
}

/// The findings of these rules. What other rules find in the small drafts of these tests does not matter.
fn of<'r>(report: &'r Report, codes: &[RuleCode]) -> Vec<&'r Finding> {
    report.findings().iter().filter(|finding| codes.contains(&finding.code())).collect()
}

/// The rules that are broken by [`flawed`] agreements on purpose.
const FLAWS: [RuleCode; 3] = [codes::AGR001, codes::AGR004, codes::TAR007];

/// An agreement with `n` focus areas that do not say whom they bind, and one contradiction.
fn flawed(n: usize) -> DevelopmentAgreement {
    let mut areas: Vec<Value> = (0..n).map(|n| json!({ "id": id(100 + n) })).collect();
    areas[0]["targets"] = json!([{
        "id": id(5), "value": "80", "state": "toBeAgreed", "direction": "atLeast", "unit": "percent",
        "agreedBy": "parties", "indicator": { "id": id(6), "statement": "x" },
        "population": { "description": "x" }, "measuredAt": { "schedule": {} }, "dataSource": "x",
    }]);
    areas[0]["stateAssessment"] = json!({});
    areas[0]["followUps"] = json!([{ "id": id(7), "when": "continuously", "on": "x" }]);
    serde_json::from_value(json!({ "id": id(1), "focusAreas": areas })).expect("an agreement")
}

#[test]
fn findings_are_in_document_order_with_numbers_by_value() {
    let report = check(&flawed(12), &context());
    let places: Vec<_> = of(&report, &FLAWS).iter().map(|finding| finding.at().as_str()).collect();
    let mut expected = vec![String::new(), "/focusAreas/0".into(), "/focusAreas/0/targets/0".into()];
    expected.extend((1..12).map(|n| format!("/focusAreas/{n}")));
    assert_eq!(places, expected);
}

#[test]
fn an_error_rejects_and_returns_the_draft() {
    let draft = flawed(1);
    let rejected = draft.clone().validate(&context()).expect_err("a contradiction");
    let summary = check(&draft, &context()).summary();
    assert_eq!((summary.errors, summary.warnings), (1, 3));
    assert_eq!(rejected.to_string(), "the draft is rejected: found: 1 error and 3 warnings");
    assert_eq!(rejected.into_draft(), draft);
}

#[test]
fn what_cannot_be_assessed_never_rejects() {
    let draft: DevelopmentAgreement = serde_json::from_value(json!({
        "id": id(1),
        "focusAreas": [{
            "id": id(2),
            "participation": [{ "body": id(3), "kind": "community" }],
            "targets": [{ "id": id(5), "state": "toBeAgreed", "agreedBy": { "community": {} } }],
        }],
    }))
    .expect("an agreement");
    let report = check(&draft, &context());
    let unknown = of(&report, &[codes::AGR011]);
    assert_eq!((unknown.len(), unknown[0].severity()), (1, Severity::Error));
    assert_eq!(unknown[0].verdict(), Verdict::NotAssessable);
    assert!(!report.rejects());
    let proof = draft.validate(&context()).expect("valid, though not clean");
    assert_eq!(proof.report(), &report);
    assert_eq!(proof.context(), &context());
}

#[test]
fn a_rule_that_requires_another_is_listed_with_it() {
    let draft: DevelopmentAgreement = serde_json::from_value(json!({
        "id": id(1),
        "focusAreas": [{
            "id": id(2),
            "participation": [{ "body": id(3), "kind": "community", "membership": "nonMember" }],
            "targets": [{ "id": id(5), "state": "toBeAgreed", "agreedBy": { "community": {} } }],
        }],
    }))
    .expect("an agreement");
    let report = check(&draft, &context());
    let entries = report.not_evaluated().iter().filter(|entry| entry.code == codes::AGR012);
    let entries: Vec<_> = entries.collect();
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].at.as_ref().map(ToString::to_string).as_deref(), Some("/focusAreas/0/targets/0"));
    assert_eq!(entries[0].because, Because::DependsOn { code: codes::AGR011, switched_off: false });

    // If the profile switches the required rule off, it finds nothing, and the reason says why.
    let without = Profile::named("x").without(codes::AGR011, "decided elsewhere".parse().expect("a reason"));
    let report = check(&draft, &context().with_profile(without));
    assert!(report.findings().iter().all(|finding| finding.code() != codes::AGR011));
    let entry = report.not_evaluated().iter().find(|entry| entry.code == codes::AGR012).expect("an entry");
    assert_eq!(entry.because, Because::DependsOn { code: codes::AGR011, switched_off: true });
    assert_eq!(
        format!("{entry:?}"),
        "AGR012 not evaluated at `/focusAreas/0/targets/0`: depends on AGR011 (switched off)"
    );
    assert_eq!(
        entry.because.in_lang(Lang::Da).to_string(),
        "forudsætter AGR011, som er slået fra og ikke er opfyldt eller ikke kan vurderes her"
    );
    assert_eq!(
        serde_json::to_value(entry).expect("JSON")["because"],
        json!({ "dependsOn": { "code": "AGR011", "switchedOff": true } })
    );
    assert_eq!(
        serde_json::from_value(json!({ "dependsOn": { "code": "AGR011" } })).ok(),
        Some(entries[0].because.clone())
    );
}

#[test]
fn a_summary_goes_on_behind_a_clause() {
    let mut summary = check(&DevelopmentAgreement::new(Id::from_u128(1)), &context()).summary();
    (summary.errors, summary.warnings, summary.information) = (1, 0, 0);
    (summary.not_assessable, summary.suppressed) = (5, 1);
    assert_eq!(
        summary.in_lang(Lang::Da).to_string(),
        "fundet: 1 fejl, 5 forhold, der ikke kan vurderes, og 1 accepteret"
    );
    assert_eq!(
        summary.in_lang(Lang::En).to_string(),
        "found: 1 error, 5 matters that cannot be assessed and 1 accepted"
    );
    (summary.errors, summary.suppressed) = (0, 0);
    assert_eq!(summary.in_lang(Lang::Da).to_string(), "fundet: 5 forhold, der ikke kan vurderes");
    summary.not_assessable = 0;
    assert_eq!(summary.in_lang(Lang::Da).to_string(), "ingen regel er brudt");
}

#[test]
fn a_profile_switches_a_rule_off_and_says_why() {
    let profile = Profile::named("local").without(codes::TAR007, reason());
    let report = check(&flawed(1), &context().with_profile(profile));
    assert!(report.findings().iter().all(|finding| finding.code() != codes::TAR007));
    assert!(!report.rejects());
    let off = report.not_evaluated().iter().filter(|entry| entry.code == codes::TAR007);
    let off: Vec<_> = off.map(|entry| &entry.because).collect();
    assert_eq!(off, [&Because::SwitchedOff { reason: reason() }]);
}

#[test]
fn a_profile_brings_its_own_deadline() {
    let draft: DevelopmentAgreement = serde_json::from_value(json!({
        "id": id(1),
        "year": 2024,
        "focusAreas": [{
            "id": id(2),
            "participation": [{ "body": id(3), "kind": "community", "membership": "member" }],
            "targets": [{ "id": id(5), "state": "toBeAgreed", "agreedBy": { "community": {} } }],
            "followUps": [{ "id": id(6), "when": { "date": { "on": "2024-11" } } }],
        }],
    }))
    .expect("an agreement");
    let april = Context::new("2024-04-01".parse().expect("a day"));
    assert!(check_rule(&draft, &april, codes::AGR012).is_clean());
    let zealand = april.with_profile(Profile::region_sjaelland_2024());
    assert_eq!(check_rule(&draft, &zealand, codes::AGR012).findings().len(), 1);
}

#[test]
fn a_suppressed_finding_is_listed_and_does_not_reject() {
    let last_day = "2024-01-09".parse().expect("a day");
    let accepted = context().with_suppression(Suppression::of_rule(codes::TAR007, reason(), last_day));
    let report = check(&flawed(1), &accepted);
    let found = report.findings().iter().find(|finding| finding.code() == codes::TAR007).expect("listed");
    assert_eq!(found.suppressed().map(Suppression::reason), Some(&reason()));
    assert!(!report.rejects());
    assert_eq!((report.summary().errors, report.summary().suppressed), (0, 1));
    assert!(flawed(1).validate(&accepted).is_ok());

    let day_after = Context::new("2024-01-10".parse().expect("a day"));
    let expired = day_after.with_suppression(Suppression::of_rule(codes::TAR007, reason(), last_day));
    assert!(check(&flawed(1), &expired).rejects());
}

#[test]
fn a_suppression_of_one_finding_leaves_its_twins() {
    let before = check(&flawed(3), &context());
    let unscoped = of(&before, &[codes::AGR004]);
    let one = unscoped.into_iter().find(|finding| finding.at().as_str() == "/focusAreas/1").expect("one");
    let last_day = "2024-12-31".parse().expect("a day");
    let report =
        check(&flawed(3), &context().with_suppression(Suppression::of_finding(one, reason(), last_day)));
    let suppressed: Vec<_> =
        report.findings().iter().filter(|finding| finding.suppressed().is_some()).collect();
    assert_eq!(suppressed.len(), 1);
    assert_eq!(suppressed[0].at().as_str(), "/focusAreas/1");
}

#[test]
fn reordering_changes_no_fingerprint_and_correcting_shows_as_gone() {
    let before = check(&flawed(5), &context());
    let mut draft = flawed(5);
    draft.focus_areas.reverse();
    let reordered = check(&draft, &context());
    let comparison = Comparison::between(&before, &reordered);
    assert!(comparison.new.is_empty() && comparison.gone.is_empty());
    assert_eq!(comparison.unchanged.len(), before.findings().len());

    draft.focus_areas[0].scope.push(ScopeOfDuty::AllServices);
    draft.focus_areas[1].actions.push(serde_json::from_value(json!({ "id": id(50) })).expect("an action"));
    let mended = check(&draft, &context());
    let comparison = Comparison::between(&before, &mended);
    let codes_of = |found: &[&Finding]| {
        let codes = found.iter().map(|one| one.code());
        codes.filter(|code| [codes::AGR004, codes::AGR093].contains(code)).collect::<Vec<_>>()
    };
    assert_eq!(codes_of(&comparison.gone), [codes::AGR004]);
    assert_eq!(codes_of(&comparison.new), [codes::AGR093]);
}

#[test]
fn a_fingerprint_is_the_same_in_the_next_release() {
    let report = check(&flawed(1), &context());
    let prints: Vec<_> = of(&report, &FLAWS)
        .iter()
        .map(|one| (one.code().to_string(), one.fingerprint().to_string()))
        .collect();
    let prints: Vec<_> = prints.iter().map(|(code, print)| (code.as_str(), print.as_str())).collect();
    assert_eq!(prints, FINGERPRINTS);
}

const FINGERPRINTS: [(&str, &str); 3] =
    [("AGR001", "186bb75d7aead664"), ("AGR004", "f433a7b3a835ad03"), ("TAR007", "327319ac5be4ff6a")];

#[test]
fn accepting_that_a_rule_is_not_assessable_does_not_accept_that_it_is_not_met() {
    let with = |membership: &str| -> DevelopmentAgreement {
        serde_json::from_value(json!({
            "id": id(1),
            "focusAreas": [{
                "id": id(2),
                "participation": [{ "body": id(3), "kind": "community", "membership": membership }],
                "targets": [{ "id": id(5), "state": "toBeAgreed", "agreedBy": { "community": {} } }],
            }],
        }))
        .expect("an agreement")
    };
    let unknown = check(&with("notStated"), &context());
    let found = unknown.findings().iter().find(|one| one.code() == codes::AGR011).expect("not assessable");
    let accepted = Suppression::of_finding(found, reason(), "2024-12-31".parse().expect("a day"));
    let kept = Suppression::of_fingerprint(
        accepted.code(),
        accepted.fingerprint().expect("one finding"),
        reason(),
        accepted.last_day(),
    );
    assert_eq!(kept, accepted);
    let broken = with("nonMember").validate(&context().with_suppression(accepted)).expect_err("an error");
    let comparison = Comparison::between(&unknown, broken.report());
    assert!(comparison.new.iter().any(|one| one.code() == codes::AGR011));
    assert!(comparison.gone.iter().any(|one| one.code() == codes::AGR011));
}

#[test]
fn the_longest_suppression_of_a_finding_applies() {
    let until = |day: &str| Suppression::of_rule(codes::TAR007, reason(), day.parse().expect("a day"));
    let context = context()
        .with_suppression(until("2024-02-01"))
        .with_suppression(until("2024-06-01"))
        .with_suppression(until("2024-03-01"));
    let report = check(&flawed(1), &context);
    let found = report.findings().iter().find(|one| one.code() == codes::TAR007).expect("listed");
    assert_eq!(found.suppressed().map(|by| by.last_day().to_string()).as_deref(), Some("2024-06-01"));
}

#[test]
fn a_rule_on_parts_applies_to_a_draft_without_parts() {
    let empty: DevelopmentAgreement = serde_json::from_value(json!({ "id": id(1) })).expect("an agreement");
    assert_eq!(check_rule(&empty, &context(), codes::TAR001).not_evaluated(), []);
    let profile = Profile::named("local").without(codes::TAR001, reason()).without(codes::PDS001, reason());
    let report = check(&empty, &context().with_profile(profile));
    let off = report.not_evaluated().iter();
    let off = off.filter(|entry| matches!(entry.because, Because::SwitchedOff { .. }));
    assert_eq!(off.map(|entry| entry.code).collect::<Vec<_>>(), [codes::TAR001]);
}

#[test]
fn a_day_that_no_document_can_contain_is_reported() {
    use chrono::NaiveDate;
    let mut draft: DevelopmentAgreement =
        serde_json::from_value(json!({ "id": id(1) })).expect("an agreement");
    draft.period = Some(Period { start: NaiveDate::MAX, end: NaiveDate::MIN });
    let context = context();
    let report = check_rule(&draft, &context, codes::AGR015);
    let export = serde_json::to_value(report.export()).expect("JSON");
    assert_eq!(export["findings"][0]["facts"]["start"], "+262142-12-31");
}

#[test]
fn a_report_of_one_rule_says_so_whatever_is_found() {
    let twice =
        serde_json::from_value(json!({ "id": id(1), "focusAreas": [{ "id": id(2) }, { "id": id(2) }] }));
    let draft: DevelopmentAgreement = twice.expect("an agreement");
    for code in [codes::DOC001, codes::AGR004, codes::PDS001] {
        let report = check_rule(&draft, &context(), code);
        assert_eq!((report.only(), report.about()), (Some(code), Some(draft.id.subject())), "{code}");
    }
    assert_eq!(check_rule(&draft, &context(), codes::DOC001).findings().len(), 1);
}

#[test]
fn one_rule_alone() {
    let report = check_rule(&flawed(2), &context(), codes::AGR004);
    assert_eq!(report.findings().len(), 2);
    let other_kind = check_rule(&flawed(2), &context(), codes::PDS001);
    assert!(other_kind.is_clean());
    assert_eq!(other_kind.not_evaluated()[0].because, Because::OtherKind {});
}

#[test]
fn the_export_has_all_that_another_program_needs() {
    let report = check_rule(&flawed(1), &context(), codes::TAR007);
    let export = serde_json::to_value(report.export()).expect("JSON");
    assert_eq!(export["format"], "kvalitetsmodel-report/1");
    assert_eq!(export["about"], "agreement:00000000-0000-4000-8000-000000000001");
    assert_eq!(export["only"], "TAR007");
    assert_eq!(export["validation"], json!({ "asOf": "2024-01-09", "profile": "general", "ruleEdition": 1 }));
    assert_eq!(
        export["summary"],
        json!({ "errors": 1, "warnings": 0, "information": 0, "notAssessable": 0, "suppressed": 0, "notEvaluated": 0 })
    );
    assert_eq!(
        export["findings"],
        json!([{
            "code": "TAR007",
            "severity": "error",
            "basis": "form",
            "verdict": "notMet",
            "at": "/focusAreas/0/targets/0",
            "subject": "targetFigure:00000000-0000-4000-8000-000000000005",
            "field": "",
            "facts": {},
            "message": {
                "da": "måltallet er fastsat og skal samtidig aftales senere",
                "en": "the figure is given and at the same time yet to be agreed",
            },
            "remedy": {
                "da": "Behold tallet, eller lad det stå åbent; ikke begge dele.",
                "en": "Keep the figure or leave it open, but not both.",
            },
            "source": [
                {
                    "document": "kvalitetsmodel exchange format 1",
                    "publisher": "kvalitetsmodel",
                    "section": "targetFigure, value; state",
                },
                {
                    "document": "Drifts- og udviklingsaftale 2024, Roskildehjemmet",
                    "publisher": "Region Sjælland, 2024",
                    "section": "1.5.3",
                },
            ],
            "fingerprint": FINGERPRINTS[2].1,
        }])
    );
}

#[test]
fn findings_that_say_the_same_are_one_matter_and_an_accepted_one_stands_apart() {
    let follow_up = |n| FollowUp { on: Some("alt".into()), ..FollowUp::new(Id::from_u128(n)) };
    let draft = DevelopmentAgreement {
        follow_ups: vec![follow_up(11), follow_up(12), follow_up(13)],
        ..DevelopmentAgreement::new(Id::from_u128(1))
    };
    let places = |report: &Report| -> Vec<Vec<String>> {
        let matters = report.matters();
        let untimed = matters.iter().filter(|matter| matter.first().code() == codes::AGR006);
        untimed.map(|matter| matter.places().map(ToString::to_string).collect()).collect()
    };
    let report = check(&draft, &context());
    assert_eq!(places(&report), [["/followUps/0", "/followUps/1", "/followUps/2"]]);

    let second = report.findings().iter().find(|finding| finding.at().as_str() == "/followUps/1");
    let reason = NonBlank::new("står i referatet").expect("a reason");
    let last_day = "2024-03-31".parse().expect("a day");
    let accepted = Suppression::of_finding(second.expect("found"), reason, last_day);
    let report = check(&draft, &context().with_suppression(accepted));
    assert_eq!(places(&report), [vec!["/followUps/0", "/followUps/2"], vec!["/followUps/1"]]);

    let export = serde_json::to_value(report.export()).expect("JSON");
    let matters = export["matters"].as_array().expect("a list");
    let matter = matters.iter().find(|matter| matter["code"] == "AGR006").expect("found");
    let first = report.findings().iter().find(|finding| finding.code() == codes::AGR006).expect("found");
    assert_eq!(matter["places"], json!(["/followUps/0", "/followUps/2"]));
    assert_eq!(matter["message"]["da"], first.message(Lang::Da));
    assert_eq!(matter["verdict"], "notMet");
    assert_eq!(matter["fingerprints"][0], first.fingerprint().to_string());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn each_rule_finds_alone_what_it_finds_among_all(draft in strategy::any::<DevelopmentAgreement>()) {
        let context = strategy::context();
        let all = check(&draft, &context);
        for code in rules().map(|rule| rule.code) {
            let among_all = of(&all, &[code]);
            let alone = check_rule(&draft, &context, code);
            prop_assert_eq!(alone.findings().iter().collect::<Vec<_>>(), among_all, "{}", code);
        }
    }
}

proptest! {
    #[test]
    fn each_finding_is_part_of_one_matter(draft in strategy::any::<DevelopmentAgreement>()) {
        let report = check(&draft, &strategy::context());
        let matters = report.matters();
        let said = |finding: &Finding| {
            let [da, en] = [Lang::Da, Lang::En].map(|lang| finding.message(lang));
            (finding.code(), finding.is_not_met(), da, en)
        };
        let mut seen = std::collections::BTreeSet::new();
        for matter in &matters {
            prop_assert!(seen.insert(said(matter.first())), "two matters say the same");
            for finding in matter.findings() {
                prop_assert_eq!(said(finding), said(matter.first()));
            }
        }
        let inside: usize = matters.iter().map(|matter| matter.places().count()).sum();
        prop_assert_eq!(inside, report.findings().len());
    }

    #[test]
    fn checking_twice_gives_the_same_report(draft in strategy::any::<DevelopmentAgreement>()) {
        let context = strategy::context();
        prop_assert_eq!(check(&draft, &context), check(&draft, &context));
    }

    #[test]
    fn no_free_text_enters_a_report(draft in strategy::any::<DevelopmentAgreement>()) {
        let mut draft = draft;
        let secret = Text::from("yderst fortroligt");
        draft.title = Some(secret.clone());
        for area in &mut draft.focus_areas {
            area.title = Some(secret.clone());
            for target in &mut area.targets {
                target.topic = Some(secret.clone());
            }
        }
        let context = strategy::context();
        let report = check(&draft, &context);
        let printed = format!("{report:?} {}", serde_json::to_string(&report.export()).expect("JSON"));
        let debugged = format!("{draft:?}");
        prop_assert!(!printed.contains("fortroligt"));
        prop_assert!(!debugged.contains("fortroligt"));
    }

    #[test]
    fn each_repeated_id_is_found_and_no_other(
        ids in prop::collection::vec(prop_oneof![0..40_u128, Just(u128::MAX), any::<u128>()], 0..300),
    ) {
        let mut draft = DevelopmentAgreement::new(Id::from_u128(7 << 64));
        for id in &ids {
            draft.follow_ups.push(FollowUp::new(Id::from_u128(*id)));
        }
        let distinct: std::collections::BTreeSet<_> = ids.iter().chain(&[7 << 64]).collect();
        let again = check_rule(&draft, &strategy::context(), codes::DOC001).findings().len();
        prop_assert_eq!(again, ids.len() + 1 - distinct.len());
    }
}
