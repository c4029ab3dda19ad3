//! The catalogue against the pages that are generated from it: `docs/rules.md`, `docs/regler.md`,
//! `docs/coverage.md` and `docs/codes.txt`. `.ci/bless` writes them.

mod pages;

use std::collections::BTreeSet;

use kvalitetsmodel::codes::RuleCode;
use kvalitetsmodel::rule::{Basis, RULE_EDITION, SourceDocument};
use kvalitetsmodel::{Lang, retired, rules};

/// Compares a generated page with the file in `docs/`; writes the file first if `BLESS` is set.
#[track_caller]
#[expect(clippy::expect_used, reason = "a test may fail loudly")]
fn is_current(file: &str, page: impl FnOnce(&str) -> String) {
    let path = format!("{}/docs/{file}", env!("CARGO_MANIFEST_DIR"));
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    let page = page(&before);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &page).expect("docs/ can be written");
    } else {
        assert!(before == page, "docs/{file} is stale: run .ci/bless");
    }
}

fn join<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_pages_of_rules_are_current() {
    is_current("rules.md", |_| pages::page(Lang::En));
    is_current("regler.md", |_| pages::page(Lang::Da));
}

/// The cells of a row of the coverage page: requirement, about, rules, otherwise.
#[expect(clippy::panic, reason = "a test may fail loudly")]
fn row(line: &str) -> Option<[&str; 4]> {
    let is_row = line.starts_with("| R-") || line.starts_with("| S-");
    let cells: Vec<_> = is_row.then_some(line)?.split('|').map(str::trim).collect();
    match cells[..] {
        ["", number, about, rules, otherwise, ""] => Some([number, about, rules, otherwise]),
        _ => panic!("a row with four cells: {line}"),
    }
}

#[test]
fn the_page_of_coverage_is_current() {
    is_current("coverage.md", |before| {
        let line = |line: &str| match row(line) {
            Some([number, about, _, otherwise]) => {
                let codes = rules().filter(|rule| rule.requirements.contains(&number)).map(|rule| rule.code);
                format!("| {number} | {about} | {} | {otherwise} |\n", join(codes))
            }
            None => format!("{line}\n"),
        };
        before.lines().map(line).collect()
    });
}

fn coverage() -> Vec<[&'static str; 4]> {
    include_str!("../../../docs/coverage.md").lines().filter_map(row).collect()
}

#[test]
fn coverage_has_one_row_for_each_requirement() {
    let numbers: Vec<_> = coverage().iter().map(|[number, ..]| (*number).to_owned()).collect();
    let dossier = (1..=180).map(|n| format!("R-{n:03}"));
    let expected: Vec<_> = dossier.chain((1..=35).map(|n| format!("S-{n:03}"))).collect();
    assert_eq!(numbers, expected);
    for rule in rules() {
        for number in rule.requirements {
            assert!(expected.iter().any(|known| known == number), "{} carries out {number}", rule.code);
        }
    }
}

#[test]
fn every_requirement_ends_in_one_of_five_ways() {
    let others = ["function ", "type ", "profile ", "left out: ", "later: "];
    for [number, _, codes, otherwise] in coverage() {
        let is_known = !codes.is_empty() || others.iter().any(|start| otherwise.starts_with(start));
        assert!(is_known, "{number}: `{otherwise}` is none of the five ends");
    }
}

fn join_lines(codes: &BTreeSet<RuleCode>) -> String {
    codes.iter().fold(String::new(), |text, code| text + code.as_str() + "\n")
}

#[test]
fn codes_are_append_only() {
    is_current("codes.txt", |before| {
        let known: BTreeSet<RuleCode> =
            rules().map(|rule| rule.code).chain(retired().map(|one| one.code)).collect();
        let written = before.lines().map(|line| line.parse::<RuleCode>().expect("one code a line"));
        for code in written {
            assert!(
                known.contains(&code),
                "{code} was in docs/codes.txt: a rule that is taken back is listed as retired"
            );
        }
        join_lines(&known)
    });
}

#[test]
fn no_two_rules_have_one_code_and_codes_stand_in_blocks() {
    let codes: Vec<_> = rules().map(|rule| rule.code).collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    for pair in codes.windows(2) {
        assert!(
            pair[0].prefix() != pair[1].prefix() || pair[0] < pair[1],
            "{} is listed after {}",
            pair[1],
            pair[0]
        );
    }
}

#[test]
fn what_a_rule_refers_to_exists() {
    for rule in rules() {
        for other in rule.implies.iter().chain(rule.requires) {
            assert!(rules().any(|known| known.code == *other), "{} refers to {other}", rule.code);
            assert_ne!(*other, rule.code);
        }
        assert!(rule.since <= RULE_EDITION);
    }
}

#[test]
fn a_rule_about_the_form_of_a_document_cites_the_format() {
    for rule in rules().filter(|rule| rule.basis == Basis::Form) {
        let cites = rule.sources.iter().any(|source| source.document == SourceDocument::EXCHANGE_FORMAT);
        assert!(cites, "{} cites {:?}", rule.code, rule.sources);
    }
}

#[test]
fn every_rule_is_written_in_both_languages() {
    for rule in rules() {
        assert!(!rule.sources.is_empty(), "{} has no source", rule.code);
        assert!(rule.sources.iter().all(|source| !source.section.is_empty()), "{}", rule.code);
        for text in [rule.title, rule.why, rule.remedy, rule.example] {
            for lang in [Lang::Da, Lang::En] {
                assert!(!text.in_lang(lang).trim().is_empty(), "{}", rule.code);
            }
            assert_ne!(text.da, text.en, "{} says the same in both languages", rule.code);
        }
        let not_assessable = rule.example.da.contains("kan ikke vurderes");
        assert_eq!(not_assessable, rule.example.en.contains("cannot be assessed"), "{}", rule.code);
        for title in [rule.title.da, rule.title.en] {
            assert!(title.starts_with(char::is_lowercase) && !title.ends_with('.'), "{}: {title}", rule.code);
        }
        for sentence in [rule.why, rule.remedy].iter().flat_map(|text| [text.da, text.en]) {
            let capital = sentence.starts_with(|c: char| c.is_uppercase() || "»“".contains(c));
            assert!(capital && sentence.ends_with('.'), "{}: {sentence}", rule.code);
        }
    }
}
