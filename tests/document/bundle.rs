//! Bundles: what holds for all of them, and that documents line by line give the same.
#![cfg(all(feature = "proptest", feature = "json", feature = "page"))]
#![expect(clippy::expect_used, clippy::panic, reason = "tests may fail loudly")]

use std::collections::BTreeSet;

use kvalitetsmodel::agenda::Agenda;
use kvalitetsmodel::bundle::{Bundle, Bundled, Crossing, NestedBundle};
use kvalitetsmodel::codes::RuleCode;
use kvalitetsmodel::document::{Content, Document, FaultKind};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::organisation::OrgUnit;
use kvalitetsmodel::page::Page;
use kvalitetsmodel::report::{Finding, Profile, Report};
use kvalitetsmodel::rule::CustomRule;
use kvalitetsmodel::target_figure::{TargetFigure, TargetOutcome};
use kvalitetsmodel::text::{NonBlank, Wording};
use kvalitetsmodel::{Context, Lang, check, check_rule, codes, json, rules, strategy};
use proptest::prelude::*;

const GOLDEN: &str = include_str!("../documents/v1/bundle.json");

fn golden() -> Bundle {
    match json::read(GOLDEN).expect("a document").into_content() {
        Content::Bundle(bundle) => bundle,
        other => panic!("a bundle, not {}", other.kind()),
    }
}

fn crosses(code: RuleCode) -> bool {
    code.prefix() == "BUN"
}

/// A finding in words, with its place and what identifies it.
fn said(finding: &Finding) -> String {
    let (da, en) = (finding.message(Lang::Da), finding.message(Lang::En));
    format!("{} {} {:?} {da} / {en}", finding.code(), finding.at(), finding.subject())
}

/// Any bundle: whatever it holds, a clean one, and one that breaks each rule about bundles.
fn any_bundle() -> impl Strategy<Value = Bundle> {
    let codes: Vec<_> = rules().map(|rule| rule.code).filter(|code| crosses(*code)).collect();
    let broken =
        proptest::sample::select(codes).prop_flat_map(|code| strategy::breaking(code).expect("a strategy"));
    let broken = broken.prop_map(|content| match content {
        Content::Bundle(bundle) => bundle,
        other => panic!("a bundle, not {}", other.kind()),
    });
    prop_oneof![strategy::any::<Bundle>(), strategy::clean::<Bundle>(), broken]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn documents_line_by_line_say_the_same(bundle in any_bundle()) {
        let context = strategy::context();
        let report = check(&bundle, &context);
        let mut crossing = Crossing::new();
        for one in &bundle.documents {
            let line = json::write_line(one.document()).expect("a line");
            for (_, document) in json::lines(&line) {
                crossing.add(&document.expect("a document"));
            }
        }
        let together = report.findings().iter().filter(|finding| crosses(finding.code()));
        let apart = crossing.report(&context);
        prop_assert_eq!(
            together.map(|finding| (said(finding), finding.fingerprint())).collect::<Vec<_>>(),
            apart.findings().iter().map(|finding| (said(finding), finding.fingerprint())).collect::<Vec<_>>()
        );
        let together = report.not_evaluated().iter().filter(|one| crosses(one.code));
        let apart = apart.not_evaluated().iter();
        prop_assert_eq!(
            together.map(|one| (one.code, one.at.clone())).collect::<Vec<_>>(),
            apart.map(|one| (one.code, one.at.clone())).collect::<Vec<_>>()
        );
    }

    #[test]
    fn each_document_is_checked_as_it_is_alone(bundle in any_bundle()) {
        let prefix = |n: usize, at: &str| format!("/documents/{n}{at}");
        let context = strategy::context();
        let report = check(&bundle, &context);
        let inside: Vec<_> = report.findings().iter().filter(|finding| !crosses(finding.code())).collect();
        let not_evaluated = report.not_evaluated().iter().filter(|one| !crosses(one.code));
        let not_evaluated: Vec<_> = not_evaluated.map(|one| (one.code, one.at.clone())).collect();
        let (mut alone, mut neither) = (Vec::new(), Vec::new());
        for (n, one) in bundle.documents.iter().enumerate() {
            let report = one.document().check(&context);
            alone.extend(report.findings().iter().map(|finding| {
                (finding.code(), prefix(n, finding.at().as_str()), finding.subject(), finding.message(Lang::Da))
            }));
            let at = report.not_evaluated().iter().map(|one| (one.code, one.at.as_ref().map(|at| prefix(n, at.as_str()))));
            neither.extend(at.collect::<Vec<_>>());
        }
        // The bundle sorts by place, and so does each report.
        let place = |finding: &&Finding| {
            (finding.code(), finding.at().as_str().to_owned(), finding.subject(), finding.message(Lang::Da))
        };
        let mut together: Vec<_> = inside.iter().map(place).filter(|(_, at, ..)| at.starts_with("/documents/")).collect();
        together.sort_by(|a, b| (&a.1, a.0, &a.3).cmp(&(&b.1, b.0, &b.3)));
        alone.sort_by(|a, b| (&a.1, a.0, &a.3).cmp(&(&b.1, b.0, &b.3)));
        // What another document of the bundle settles is only asked for when the document is checked alone.
        let can_be_settled = |code, message: &str| {
            [codes::AGR012, codes::PDS008].contains(&code)
                || code == codes::IMP006 && ["forrige cyklus", "næste cyklus"].iter().any(|link| message.contains(link))
                || code == codes::TAR002 && message.ends_with("mangler: indikatorens ordlyd")
                || code == codes::MOD021 && message.ends_with("regionerne er fælles om")
        };
        alone.retain(|one| together.contains(one) || !can_be_settled(one.0, &one.3));
        prop_assert_eq!(together, alone);
        let mut together: Vec<_> = not_evaluated.into_iter().map(|(code, at)| (code, at.map(|at| at.to_string()))).collect();
        together.sort();
        neither.sort();
        prop_assert_eq!(together, neither);
    }

    /// `LOOKED_UP` of src/bundle/crossing/ids.rs has what a rule looks up in the document itself.
    #[test]
    fn a_reference_is_found_by_one_rule(bundle in any_bundle()) {
        let report = check(&bundle, &strategy::context());
        let places = |codes: &[RuleCode]| -> BTreeSet<_> {
            let found = report.findings().iter().filter(|one| codes.contains(&one.code()));
            found.map(|one| one.at().to_string()).collect()
        };
        let inside = places(&[codes::DOC002, codes::IMP006, codes::SER011, codes::MOD008]);
        let both: Vec<_> = places(&[codes::BUN002]).intersection(&inside).cloned().collect();
        prop_assert!(both.is_empty(), "{:?}", both);
    }

    #[test]
    fn places_lead_into_the_bundle(bundle in any_bundle()) {
        let document = Document::draft(Id::from_u128(1), bundle);
        let report = document.check(&strategy::context());
        let tree = serde_json::to_value(&document).expect("a tree");
        for finding in report.findings() {
            let at = finding.at().as_str();
            let parent = at.rsplit_once('/').map_or("", |(parent, _)| parent);
            prop_assert!(tree.pointer(parent).is_some(), "{}", said(finding));
        }
    }

    #[test]
    fn the_agenda_of_a_bundle_is_that_of_its_documents(bundle in any_bundle()) {
        let (mut whole, mut parts) = (Agenda::new(strategy::as_of()), Agenda::new(strategy::as_of()));
        bundle.documents.iter().for_each(|one| parts.add(one.document()));
        whole.add_draft(&bundle);
        let of = |agenda: &Agenda| -> Vec<_> {
            agenda.items().iter().map(|item| (item.subject, item.duty, item.state())).collect()
        };
        let (items, parts) = (of(&whole), of(&parts));
        prop_assert_eq!(items, parts);
    }

    #[test]
    fn it_does_not_matter_in_which_order_references_and_things_come(bundle in any_bundle()) {
        let turned = Bundle { documents: bundle.documents.iter().rev().cloned().collect(), ..bundle.clone() };
        let missing = |bundle: &Bundle| {
            let report = check_rule(bundle, &strategy::context(), codes::BUN002);
            let mut found: Vec<_> = report.findings().iter().map(|one| (one.subject(), one.message(Lang::En))).collect();
            found.sort();
            found
        };
        prop_assert_eq!(missing(&bundle), missing(&turned));
    }
}

#[test]
fn nothing_crosses_the_documents_of_the_golden_bundle() {
    let bundle = golden();
    let report = check(&bundle, &strategy::context());
    let crossing: Vec<_> =
        report.findings().iter().filter(|finding| crosses(finding.code())).map(said).collect();
    assert!(crossing.is_empty(), "{crossing:#?}");
}

/// The report of a bundle of documents with these contents.
pub(crate) fn report_of(contents: [&str; 2]) -> Report {
    let documents = contents.into_iter().zip(1..).map(|(content, n)| {
        let content: Content = serde_json::from_str(content).expect("a content");
        Bundled::try_from(Document::draft(Id::from_u128(n), content)).expect("no bundle")
    });
    let bundle = Bundle { documents: documents.collect(), ..Bundle::new(Id::from_u128(9)) };
    check(&bundle, &strategy::context())
}

/// "aftales i forbedringsfællesskabet" (1.4.3): the signed agreement is not rewritten.
#[test]
fn a_figure_that_the_community_gives_is_not_open_in_the_agreement() {
    let agreement = r#"{ "agreement": {
        "id": "00000000-0000-4000-8000-000000000011",
        "year": 2024,
        "focusAreas": [{
            "id": "00000000-0000-4000-8000-000000000012",
            "scope": ["allServices"],
            "targets": [{
                "id": "00000000-0000-4000-8000-000000000013", "agreedBy": { "community": {} }, "state": "toBeAgreed"
            }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000014", "when": { "date": { "on": "2024-01-10" } } }]
        }]
    } }"#;
    let open = |figure: &str| {
        let community = format!(
            r#"{{ "community": {{ "id": "00000000-0000-4000-8000-000000000021", "targets": [{{
                "service": "00000000-0000-4000-8000-000000000022", "target": {figure}
            }}] }} }}"#
        );
        let report = report_of([agreement, &community]);
        let found = report.findings().iter().filter(|finding| finding.code() == codes::AGR012);
        found.map(|finding| finding.at().to_string()).collect::<Vec<_>>()
    };
    let given = r#"{ "id": "00000000-0000-4000-8000-000000000013", "value": "5", "state": "agreed" }"#;
    assert!(open(given).is_empty());
    let at = "/documents/0/content/agreement/focusAreas/0/targets/0";
    // Another figure, and one that is open there as well.
    assert_eq!(open(&given.replace("0013", "0019")), [at]);
    assert_eq!(open(r#"{ "id": "00000000-0000-4000-8000-000000000013", "state": "toBeAgreed" }"#), [at]);
}

/// A change that is adapted is tested again, in whichever document.
#[test]
fn a_cycle_in_another_document_follows() {
    let cycle =
        r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000011", "act": { "decision": "adapt" } } }"#;
    let asks = |other: &str| {
        let report = report_of([cycle, other]);
        let found = report.findings().iter().filter(|finding| finding.code() == codes::PDS008);
        found.map(|finding| finding.at().to_string()).collect::<Vec<_>>()
    };
    let next = r#"{ "cycle": {
        "id": "00000000-0000-4000-8000-000000000012", "previous": "00000000-0000-4000-8000-000000000011"
    } }"#;
    assert!(asks(next).is_empty());
    assert_eq!(asks(&next.replace("previous", "next")), ["/documents/0/content/cycle/act"]);
    assert_eq!(asks(&next.replace("0011", "0013")), ["/documents/0/content/cycle/act"]);
}

/// A cycle that a community does not have can be in another document.
#[test]
fn a_community_is_linked_to_a_cycle_in_another_document() {
    let community = r#"{ "community": {
        "id": "00000000-0000-4000-8000-000000000021",
        "cycles": [
            { "id": "00000000-0000-4000-8000-000000000022", "previous": "00000000-0000-4000-8000-000000000011" },
            { "id": "00000000-0000-4000-8000-000000000023", "next": "00000000-0000-4000-8000-000000000012" }
        ]
    } }"#;
    let unknown = |last: u32| {
        let cycle = format!(r#"{{ "cycle": {{ "id": "00000000-0000-4000-8000-0000000000{last}" }} }}"#);
        let report = report_of([community, &cycle]);
        let found = report.findings().iter().filter(|finding| finding.code() == codes::IMP006);
        found.map(|finding| finding.at().to_string()).collect::<Vec<_>>()
    };
    let (previous, next) =
        ("/documents/0/content/community/cycles/0/previous", "/documents/0/content/community/cycles/1/next");
    assert_eq!(unknown(11), [next]);
    assert_eq!(unknown(12), [previous]);
    assert_eq!(unknown(13), [previous, next]);
}

/// What a region added can be left out again.
#[test]
fn a_set_says_what_a_region_added() {
    let tailoring = r#"{ "tailoring": {
        "id": "00000000-0000-4000-8000-000000000011", "base": "00000000-0000-4000-8000-000000000021",
        "changes": [
            { "change": { "leaveOutTheme": { "theme": "00000000-0000-4000-8000-000000000022" } } },
            { "change": { "leaveOutStandard": { "standard": "00000000-0000-4000-8000-000000000023" } } },
            { "change": { "leaveOutIndicator": { "indicator": "00000000-0000-4000-8000-000000000024" } } }
        ]
    } }"#;
    let own = r#"{ "regional": { "name": "Region Nord" } }"#;
    let unknown = |theme: &str, standard: &str| {
        let set = format!(
            r#"{{ "standardSet": {{
                "id": "00000000-0000-4000-8000-000000000021",
                "themes": [{{ "id": "00000000-0000-4000-8000-000000000022", "area": "organisational", "origin": {theme} }}],
                "standards": [{{
                    "id": "00000000-0000-4000-8000-000000000023", "theme": "00000000-0000-4000-8000-000000000022",
                    "origin": {standard}, "indicators": [{{ "id": "00000000-0000-4000-8000-000000000024" }}]
                }}]
            }} }}"#
        );
        let report = report_of([tailoring, &set]);
        let found = report.findings().iter().filter(|finding| finding.code() == codes::MOD021);
        found.map(|finding| finding.field().to_owned()).collect::<Vec<_>>()
    };
    assert!(unknown(own, own).is_empty());
    assert_eq!(unknown(own, r#""common""#), ["/changes/1/change", "/changes/2/change"]);
    assert_eq!(unknown(r#""common""#, own), ["/changes/0/change"]);
}

/// An indicator that a figure names by its id is worded wherever another document words it.
#[test]
fn another_document_words_an_indicator() {
    let figure = r#"{
        "id": "00000000-0000-4000-8000-000000000013", "direction": "atLeast", "value": "80", "unit": "percent",
        "indicator": { "id": "00000000-0000-4000-8000-000000000014" }, "population": { "description": "mål" },
        "measuredAt": { "date": { "on": "2024-11" } }, "dataSource": "journal"
    }"#;
    let unworded = |figure: &str, other: &str| {
        let agreement = format!(
            r#"{{ "agreement": {{
                "id": "00000000-0000-4000-8000-000000000011",
                "focusAreas": [{{ "id": "00000000-0000-4000-8000-000000000012", "targets": [{figure}] }}]
            }} }}"#
        );
        let report = report_of([&agreement, other]);
        let found = report.findings().iter().filter(|finding| finding.code() == codes::TAR002);
        found.map(|finding| finding.message(Lang::En)).collect::<Vec<_>>()
    };
    let set = r#"{ "standardSet": {
        "id": "00000000-0000-4000-8000-000000000021",
        "standards": [{
            "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000023", "origin": "common",
            "indicators": [{ "id": "00000000-0000-4000-8000-000000000014", "statement": "mål er SMARTE" }]
        }]
    } }"#;
    // The figure lacks other parts.
    let target = r#"{ "targetFigure": {
        "id": "00000000-0000-4000-8000-000000000031",
        "indicator": { "id": "00000000-0000-4000-8000-000000000014", "statement": "mål er SMARTE" }, "unit": "percent"
    } }"#;
    let missing = "cannot be assessed; missing: wording of the indicator";
    assert!(unworded(figure, set).is_empty());
    assert_eq!(
        unworded(figure, target),
        ["cannot be assessed; missing: direction, population, measuring time, data source"]
    );
    // Another indicator, one without words, and a figure that lacks something else.
    assert_eq!(unworded(figure, &set.replace("0014", "0015")), [missing]);
    assert_eq!(unworded(figure, &set.replace("mål er SMARTE", " ")), [missing]);
    assert_eq!(
        unworded(&figure.replace("\"journal\"", "\" \""), set),
        ["cannot be assessed; missing: data source"]
    );
}

#[test]
fn a_bundle_does_not_stand_in_a_bundle() {
    let inner = Document::draft(Id::from_u128(1), golden());
    let error: NestedBundle = Bundled::try_from(inner).expect_err("refused");
    assert_eq!(
        error.message(Lang::Da),
        "en dokumentpakke kan ikke ligge i en dokumentpakke: læg dens dokumenter i den"
    );
}

/// A document of a bundle that has something wrong in it is set aside as a whole; the others are read.
#[test]
fn what_cannot_be_read_of_a_bundle_is_set_aside() {
    let text = include_str!("../documents/refused/bundle-in-bundle.json");
    let read = json::read_leniently(text).expect("a document");
    let aside: Vec<_> =
        read.document.set_aside().iter().map(|part| (part.at.as_str(), part.kind, part.index)).collect();
    let list = "/content/bundle/documents";
    assert_eq!(aside, [(list, FaultKind::UnknownWord, Some(0)), (list, FaultKind::Contradiction, Some(1))]);
    assert!(json::read(&json::write(&read.document).expect("text")).is_ok());
}

/// What was set aside when a document was read alone stays in it in a bundle.
#[test]
fn what_was_set_aside_in_a_document_is_found_in_the_bundle() {
    let text = GOLDEN.replacen("\"year\": 2024", "\"yaer\": 2024", 1);
    let documents: Vec<_> =
        serde_json::from_str::<serde_json::Value>(&text).expect("JSON")["content"]["bundle"]["documents"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| json::read_leniently(&one.to_string()).expect("a document").document)
            .map(|one| Bundled::try_from(one).expect("no bundle"))
            .collect();
    let bundle = Bundle { documents, ..Bundle::new(Id::from_u128(5)) };
    let report = check_rule(&bundle, &strategy::context(), codes::DOC004);
    let places: Vec<_> = report.findings().iter().map(|finding| finding.at().as_str()).collect();
    assert_eq!(places, ["/documents/0/content/agreement"]);
}

#[test]
fn a_number_that_would_be_lost_is_refused_in_a_bundle_too() {
    let lost = GOLDEN.replacen("\"archived\": false", "\"archived\": 12345678901234567890123", 1);
    let error = json::read(&lost).expect_err("refused");
    assert!(error.to_string().contains("at /content/bundle/documents/3/extensions/0/value"), "{error}");
    let kept = GOLDEN.replacen("\"archived\": false", "\"archived\": 0.5", 1);
    assert!(json::read(&kept).is_ok());
}

#[test]
fn a_rule_that_is_switched_off_is_off_in_every_document_and_listed_once() {
    let reason = NonBlank::new("not now").expect("a reason");
    let profile =
        Profile::named("ours").without(codes::AGR004, reason.clone()).without(codes::BUN007, reason);
    let context = strategy::context().with_profile(profile);
    let report = check(&golden(), &context);
    assert!(report.findings().iter().all(|finding| finding.code() != codes::AGR004));
    let off = report.not_evaluated().iter().map(|one| one.code);
    assert_eq!(off.filter(|code| *code == codes::AGR004 || *code == codes::BUN007).count(), 2);
    let apart = Crossing::new().report(&context);
    assert_eq!(apart.not_evaluated().iter().map(|one| one.code).collect::<Vec<_>>(), [codes::BUN007]);
}

#[test]
fn custom_rules_run_once_on_each_record() {
    let code = "HUS001".parse().expect("a code");
    let own =
        CustomRule::new(code, Wording::new("et måltal", "a target figure"), |_: &TargetFigure, found| {
            found.not_met([]);
        })
        .expect("a rule");
    let report = check(&golden(), &strategy::context().with_custom_rule(own));
    let places = report.findings().iter().filter(|finding| finding.code() == code);
    let places: Vec<_> = places.map(|finding| finding.at().as_str()).collect();
    assert_eq!(places, ["/documents/1/content/community/targets/0/target"]);
}

/// The figure of the community, counted with what the other documents say.
#[test]
fn figures_are_rolled_up_over_the_documents() {
    let bundle = golden();
    let content = |n: usize| bundle.documents[n].document().content();
    let (Content::Community(community), Content::Organisation(region)) = (content(1), content(2)) else {
        panic!("a community and an organisation");
    };
    let service = OrgUnit::from(community.members[0].service);
    let departments: Vec<_> = region.children_of(service).collect();
    let evaluation = community.targets[0].target.evaluate(bundle.measurements(), &departments, None);
    assert_eq!(*evaluation.outcome(), TargetOutcome::Met);
}

#[test]
fn a_page_says_in_which_document_something_stands() {
    let document = json::read(GOLDEN).expect("a document");
    let report = document.check(&strategy::context());
    let page = Page::of(&document, &report).text().to_string();
    assert!(page.starts_with("Dokumentpakke: Solgården 2024\n"), "{page}");
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for place in [
        "Hvor: dokument 1 »Drifts- og udviklingsaftale 2024, Solgården«, afsnit 1.5",
        "dokument 1 »Drifts- og udviklingsaftale 2024, Solgården«, afsnit 1.5.4",
        "Dokument 2 »Forbedringsfællesskab: Onboarding«, måltal »Solgården«, måling af måltal: Onboarding",
    ] {
        assert!(words.contains(place), "{place} is not in\n{page}");
    }
}

#[test]
fn a_bundle_among_lines_counts_as_one_document() {
    let inner = golden();
    let agreement = inner.documents[0].document().clone();
    let mut crossing = Crossing::new();
    crossing.add(&Document::draft(Id::from_u128(1), inner));
    assert!(crossing.report(&strategy::context()).is_clean());
    crossing.add(&agreement);
    let report = crossing.report(&Context::new(strategy::as_of()));
    assert_eq!(
        report.findings().iter().map(|one| (one.code(), one.at().as_str())).collect::<Vec<_>>(),
        [(codes::BUN001, "/documents/1"),]
    );
}
