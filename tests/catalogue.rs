//! The table of rules against its documents: `docs/rules.md` and `docs/coverage.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use kvalitetsmodel::{Bilingual, Lang, RULE_EDITION, Rule, RuleCode, rules};

const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules.md");
const COVERAGE: &str = include_str!("../docs/coverage.md");

fn join<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}

fn section(out: &mut String, rule: &Rule) {
    let Rule { code, title, why, remedy, example, .. } = rule;
    let both = |text: &Bilingual| format!("{}\n  *{}*", text.en, text.da);
    let (severity, basis) = (rule.severity.label().en, rule.basis.label().en);
    let _ = writeln!(out, "\n## {code}: {}\n\n*{}*\n", title.en, title.da);
    let _ = writeln!(out, "- **{severity}**, {basis}, since rule edition {}", rule.since);
    let _ = writeln!(out, "- Why: {}", both(why));
    let _ = writeln!(out, "- What to do: {}", both(remedy));
    let _ = writeln!(out, "- Example: {}", both(example));
    for source in rule.sources {
        let title = match source.document.url {
            Some(url) => format!("[{}]({url})", source.document.title),
            None => source.document.title.to_owned(),
        };
        let _ = writeln!(out, "- Source: {title}, {}", source.section);
    }
    for (what, list) in [("Implies", rule.implies), ("Presupposes", rule.requires)] {
        if !list.is_empty() {
            let _ = writeln!(out, "- {what}: {}", join(list));
        }
    }
    if !rule.requirements.is_empty() {
        let _ = writeln!(out, "- Carries out: {}", join(rule.requirements));
    }
}

fn page() -> String {
    let mut out = format!(
        "# Rules\n\nRule edition {RULE_EDITION}. Made from the table in `src/catalogue.rs` by \
         `BLESS=1 cargo test --test catalogue`; do not edit.\n\n| code | | rule |\n| --- | --- | --- |\n"
    );
    for rule in rules() {
        let _ = writeln!(out, "| {} | {} | {} |", rule.code, rule.severity.label().en, rule.title.en);
    }
    rules().for_each(|rule| section(&mut out, rule));
    out
}

#[test]
fn the_page_of_rules_is_current() {
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(RULES, page()).expect("docs/rules.md");
    }
    let written = std::fs::read_to_string(RULES).expect("docs/rules.md");
    assert!(written == page(), "docs/rules.md is stale: BLESS=1 cargo test --test catalogue");
}

/// The rows of the coverage page: requirement and where it ended.
fn coverage() -> Vec<(&'static str, &'static str)> {
    let row = |line: &'static str| {
        let mut cells = line.strip_prefix("| R-")?.split('|');
        let (number, end) = (cells.next()?.trim(), cells.nth(1)?.trim());
        Some((number, end))
    };
    COVERAGE.lines().filter_map(row).collect()
}

#[test]
fn coverage_has_one_row_for_each_requirement() {
    let numbers: Vec<_> = coverage().iter().map(|(number, _)| (*number).to_owned()).collect();
    let expected: Vec<_> = (1..=180).map(|n| format!("{n:03}")).collect();
    assert_eq!(numbers, expected);
}

#[test]
fn coverage_names_only_what_exists() {
    for (number, end) in coverage() {
        let known = ["function ", "type ", "profile ", "left out: ", "later: "];
        let codes = codes_in(end);
        assert!(
            !codes.is_empty() || known.iter().any(|start| end.starts_with(start)),
            "R-{number}: `{end}` is none of the five ends"
        );
        for code in codes {
            assert!(rules().any(|rule| rule.code == code), "R-{number} names {code}, which is no rule");
        }
    }
}

#[test]
fn coverage_and_table_agree_on_what_a_rule_carries_out() {
    let mut by_page: BTreeMap<RuleCode, BTreeSet<String>> = BTreeMap::new();
    for (number, end) in coverage() {
        for code in codes_in(end) {
            by_page.entry(code).or_default().insert(format!("R-{number}"));
        }
    }
    for rule in rules() {
        let by_table: BTreeSet<_> = rule.requirements.iter().map(|one| (*one).to_owned()).collect();
        assert_eq!(by_page.remove(&rule.code).unwrap_or_default(), by_table, "{}", rule.code);
    }
}

fn codes_in(text: &str) -> BTreeSet<RuleCode> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter_map(|word| word.parse().ok()).collect()
}

#[test]
fn no_two_rules_have_one_code_and_codes_stand_in_blocks() {
    let codes: Vec<_> = rules().map(|rule| rule.code).collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    for pair in codes.windows(2) {
        assert!(
            pair[0].prefix() != pair[1].prefix() || pair[0] < pair[1],
            "{} stands after {}",
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
        for title in [rule.title.da, rule.title.en] {
            assert!(title.starts_with(char::is_lowercase) && !title.ends_with('.'), "{}: {title}", rule.code);
        }
        for sentence in [rule.why, rule.remedy].iter().flat_map(|text| [text.da, text.en]) {
            let capital = sentence.starts_with(|c: char| c.is_uppercase() || "\"”".contains(c));
            assert!(capital && sentence.ends_with('.'), "{}: {sentence}", rule.code);
        }
    }
}
