//! Reports that cross a process boundary: stored and read again, compared, and as separated values; and the
//! configuration that goes in.
#![expect(clippy::expect_used, clippy::panic, reason = "tests may panic")]

use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::chrono::NaiveDate;
use kvalitetsmodel::document::Document;
use kvalitetsmodel::id::Id;
use kvalitetsmodel::report::{
    Caveat, Comparison, Finding, Profile, REGION_SJAELLAND_2024, Report, StoredReport, Suppression,
    SwitchedOff,
};
use kvalitetsmodel::rule::CustomRule;
use kvalitetsmodel::text::{NonBlank, Wording};
use kvalitetsmodel::{Context, Lang, check, check_rule, codes, rules, strategy};
use proptest::prelude::*;
use serde_json::json;

fn context() -> Context {
    Context::new("2024-01-09".parse().expect("a day"))
}

fn stored(report: &Report) -> StoredReport {
    let text = serde_json::to_string(&report.compact()).expect("JSON");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

/// Everything that a finding says.
fn told(finding: &Finding) -> String {
    let of_lang =
        |lang| (finding.title(lang).to_owned(), finding.message(lang), finding.remedy(lang).to_owned());
    format!(
        "{finding:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        finding.severity(),
        finding.basis(),
        finding.subject(),
        finding.field(),
        finding.missing(),
        of_lang(Lang::Da),
        of_lang(Lang::En),
        finding.suppressed(),
    )
}

fn assert_kept(report: &Report) {
    let stored = stored(report);
    assert_eq!((stored.about(), stored.only()), (report.about(), report.only()));
    assert_eq!(stored.stamp().as_of(), report.context().as_of());
    assert_eq!(stored.not_evaluated(), report.not_evaluated());
    assert_eq!(stored.findings().len(), report.findings().len());
    for (kept, finding) in stored.findings().iter().zip(report.findings()) {
        assert_eq!(told(kept), told(finding));
        assert_eq!(kept.fingerprint(), finding.fingerprint());
        let by_name = |one: &Finding| {
            let mut facts: Vec<_> = one.facts().iter().map(|fact| format!("{fact:?}")).collect();
            facts.sort();
            facts
        };
        assert_eq!(by_name(kept), by_name(finding));
    }
    let comparison = Comparison::between(&stored, report);
    assert!(comparison.new.is_empty() && comparison.gone.is_empty() && comparison.caveats.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_report_is_kept_whole(document in strategy::any::<Document>()) {
        assert_kept(&document.check(&strategy::context()));
    }

    #[test]
    fn a_profile_and_a_context_are_kept_whole(
        name in "[a-zæøå]{1,9}", figure in prop::option::of(0..9_u32), off in prop::sample::subsequence(rules().collect::<Vec<_>>(), 0..4),
    ) {
        let reason = || NonBlank::new("sådan er det").expect("a reason");
        let mut profile = Profile::named(name);
        for rule in off {
            profile = profile.without(rule.code, reason());
        }
        let mut figures = profile.figures().clone();
        figures.themes_per_area = figure;
        let profile = profile.with_figures(figures);
        let text = serde_json::to_string(&profile).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<Profile>(&text).expect("a profile"), profile.clone());
        let accepted = Suppression::of_rule(codes::AGR001, reason(), strategy::as_of());
        let context = strategy::context().with_profile(profile).with_suppression(accepted);
        let text = serde_json::to_string(&context).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<Context>(&text).expect("a context"), context);
    }
}

#[test]
fn a_report_of_each_rule_is_kept_whole() {
    use proptest::strategy::{Strategy as _, ValueTree as _};
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for rule in rules() {
        let Some(breaking) = strategy::breaking(rule.code) else { continue };
        let broken = breaking.new_tree(&mut runner).expect("one");
        assert_kept(&broken.current().check(&strategy::context()));
    }
}

#[test]
fn what_is_stored_is_each_rule_once_and_facts() {
    let draft: DevelopmentAgreement = serde_json::from_value(json!({
        "id": "00000000-0000-4000-8000-000000000001",
        "period": { "start": "2024-12-31", "end": "2024-01-01" },
    }))
    .expect("an agreement");
    let report = check_rule(&draft, &context(), codes::AGR015);
    let finding = &report.findings()[0];
    let compact = serde_json::to_value(report.compact()).expect("JSON");
    assert_eq!(compact["format"], "kvalitetsmodel-report-compact/1");
    assert_eq!(compact["about"], "agreement:00000000-0000-4000-8000-000000000001");
    assert_eq!(compact["only"], "AGR015");
    assert_eq!(
        compact["findings"],
        json!([{
            "code": "AGR015",
            "at": "/period",
            "subject": "agreement:00000000-0000-4000-8000-000000000001",
            "field": "/period",
            "message": 0,
            "facts": { "start": { "day": "2024-12-31" }, "end": { "day": "2024-01-01" } },
            "fingerprint": finding.fingerprint().to_string(),
        }])
    );
    let rule = &compact["rules"]["AGR015"];
    assert_eq!(rule["title"]["en"], finding.title(Lang::En));
    assert!(rule["messages"][0]["da"].as_str().is_some_and(|text| text.contains("{start}")), "{rule}");
}

#[test]
fn a_custom_rule_is_stored_with_its_words() {
    let message = Wording::new("{areas:område|områder}", "{areas:area|areas}");
    let rule =
        CustomRule::new("HUS001".parse().expect("a code"), message, |draft: &DevelopmentAgreement, found| {
            found.not_met([("areas", draft.focus_areas.len().into())]);
        });
    let rule = rule.expect("a custom prefix").with_source("Our handbook", "page 4");
    let draft = DevelopmentAgreement::new(Id::from_u128(1));
    let report = check(&draft, &context().with_custom_rule(rule));
    assert_kept(&report);
    let (found, kept) = (report.findings().last().expect("one"), stored(&report));
    assert_eq!(kept.findings().last().expect("one").sources(), found.sources());
    let without = check(&draft, &context());
    assert_eq!(Comparison::between(&stored(&report), &without).caveats, [Caveat::OtherRules]);
}

#[test]
fn a_comparison_says_what_else_differs() {
    let draft = DevelopmentAgreement::new(Id::from_u128(1));
    let report = check(&draft, &context());
    let mut text = serde_json::to_value(report.compact()).expect("JSON");
    text["validation"]["ruleEdition"] = json!(7);
    let other_edition: StoredReport = serde_json::from_value(text).expect("a stored report");
    assert_eq!(Comparison::between(&other_edition, &report).caveats, [Caveat::OtherEdition]);
    assert_eq!(Caveat::OtherEdition.label().da, "reglerne er fra to forskellige udgaver");

    let other = check(&DevelopmentAgreement::new(Id::from_u128(2)), &context());
    assert_eq!(Comparison::between(&other, &report).caveats, [Caveat::OtherDocument]);
    let off = Profile::named("local").without(codes::AGR001, NonBlank::new("x").expect("a reason"));
    let fewer = check(&draft, &context().with_profile(off));
    assert_eq!(Comparison::between(&fewer, &report).caveats, [Caveat::OtherRules]);
    let one = check_rule(&draft, &context(), codes::AGR001);
    assert_eq!(Comparison::between(&one, &report).caveats, [Caveat::OneRule]);
    let later = check(&draft, &Context::new("2025-01-09".parse().expect("a day")));
    assert_eq!(Comparison::between(&report, &later).caveats, [Caveat::OtherDay]);
}

#[test]
fn a_day_that_cannot_be_written_counts_as_the_nearest_one() {
    let for_ever = Suppression::of_rule(codes::AGR001, NonBlank::new("x").expect("a reason"), NaiveDate::MAX);
    assert_eq!(for_ever.last_day().to_string(), "9999-12-31");
    let draft = DevelopmentAgreement::new(Id::from_u128(1));
    for (day, nearest) in [(NaiveDate::MIN, "0001-01-01"), (NaiveDate::MAX, "9999-12-31")] {
        for context in [Context::new(day), context().at(day)] {
            assert_eq!(context.as_of().to_string(), nearest);
            assert_kept(&check(&draft, &context.with_suppression(for_ever.clone())));
        }
    }
}

#[test]
fn a_text_that_is_no_stored_report_is_refused() {
    let report = check(&DevelopmentAgreement::new(Id::from_u128(1)), &context());
    let good = serde_json::to_value(report.compact()).expect("JSON");
    let refused = |change: fn(&mut serde_json::Value)| {
        let mut text = good.clone();
        change(&mut text);
        serde_json::from_value::<StoredReport>(text).expect_err("refused").to_string()
    };
    let other = refused(|text| text["format"] = json!("kvalitetsmodel-report/1"));
    assert_eq!(other, "not a stored report: `Report::compact` writes `kvalitetsmodel-report-compact/1`");
    let full = serde_json::to_string(&report.export()).expect("JSON");
    let error = serde_json::from_str::<StoredReport>(&full).expect_err("the other form").to_string();
    assert!(error.starts_with(&other), "{error}");
    let no_rule = refused(|text| text["rules"] = json!({}));
    assert_eq!(no_rule, "a finding of a rule that is not listed");
    let no_message = refused(|text| text["findings"][0]["message"] = json!(99));
    assert_eq!(no_message, "a finding with a message that is not listed");
    let nothing = refused(|text| {
        text["findings"][0]["facts"] = json!({});
        text["findings"][0]["message"] = json!(null);
    });
    assert_eq!(nothing, "a finding without a message that does not say what is missing");
    let mut later = good.clone();
    later["more"] = json!(1);
    assert_eq!(serde_json::from_value::<StoredReport>(later).expect("a later version"), stored(&report));
}

#[test]
fn separated_values_have_a_line_for_each_finding() {
    let report = check(&DevelopmentAgreement::new(Id::from_u128(1)), &context());
    let text = report.csv(Lang::Da).to_string();
    assert_eq!(text.lines().count(), report.findings().len() + 1);
    assert_eq!(
        text.lines().next(),
        Some(
            "dokument;pr. dag;regel;alvor;vurdering;sted;emne;besked;hvad kan gøres;accepteret til;fingeraftryk"
        )
    );
    let rows = report.csv_rows(Lang::Da).to_string();
    assert!(text.ends_with(&rows) && text.len() > rows.len());
    let expected = format!(
        "agreement:{id};2024-01-09;{};{};{};{};agreement:{id};",
        report.findings()[0].code(),
        report.findings()[0].severity().label().da,
        report.findings()[0].verdict().label().da,
        report.findings()[0].at(),
        id = "00000000-0000-0000-0000-000000000001",
    );
    assert!(rows.starts_with(&expected), "{rows}");
}

#[test]
fn a_cell_with_what_separates_stands_in_quotes() {
    let message = Wording::new("a;b \"c\"", "a,b \"c\"");
    let rule =
        CustomRule::new("HUS001".parse().expect("a code"), message, |_: &DevelopmentAgreement, found| {
            found.not_met([]);
        });
    let context = context().with_custom_rule(rule.expect("a custom prefix"));
    let report =
        check_rule(&DevelopmentAgreement::new(Id::from_u128(1)), &context, "HUS001".parse().expect("a code"));
    assert!(report.csv_rows(Lang::Da).to_string().contains(";\"a;b \"\"c\"\"\";"));
    assert!(report.csv_rows(Lang::En).to_string().contains(",\"a,b \"\"c\"\"\","));
}

#[test]
fn the_profile_of_the_region_is_a_text_to_copy() {
    let profile: Profile = serde_json::from_str(REGION_SJAELLAND_2024).expect("a profile");
    assert_eq!(profile, Profile::region_sjaelland_2024());
    let written = serde_json::to_value(&profile).expect("JSON");
    assert_eq!(written, serde_json::from_str::<serde_json::Value>(REGION_SJAELLAND_2024).expect("JSON"));
    assert_eq!(profile.switched_off(), [] as [SwitchedOff; 0]);
    for refused in
        [r#"{ "name": " " }"#, r#"{ "figures": {} }"#, r#"{ "name": "x", "figures": { "themes": 3 } }"#]
    {
        assert!(serde_json::from_str::<Profile>(refused).is_err(), "{refused}");
    }
}
