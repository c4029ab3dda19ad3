//! What holds for the page about any draft.

use std::collections::BTreeSet;

use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::community::{ImprovementCommunity, Lesson};
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::evaluation::Evaluation;
use kvalitetsmodel::id::Id;
use kvalitetsmodel::page::{Page, ServiceOverview, ServiceStatus};
use kvalitetsmodel::report::Report;
use kvalitetsmodel::series::MeasurementSeries;
use kvalitetsmodel::{Lang, rules, strategy};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

/// The words of a page: its text without line breaks and marks.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn looks_like_a_uuid(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_ascii_hexdigit());
    word.len() == 36 && word.split('-').map(str::len).eq([8, 4, 4, 4, 12])
}

/// No line is long, unless one word is, or ends in a space, and no two empty lines follow each other.
fn check_lines(text: &str) -> Result<(), TestCaseError> {
    for line in text.lines() {
        let is_one_word = line.split_whitespace().count() <= 2;
        prop_assert!(line.chars().count() <= 80 || is_one_word, "a long line: {line}");
        prop_assert_eq!(line.trim_end(), line);
    }
    prop_assert!(!text.contains("\n\n\n"), "{text}");
    Ok(())
}

/// Each element that is opened is closed.
fn check_elements(html: &str) -> Result<(), TestCaseError> {
    const ELEMENTS: &[&str] =
        &["section", "ul", "li", "dl", "dt", "dd", "main", "figure", "div", "h1", "h2", "h3", "p"];
    for element in ELEMENTS {
        let tags = [format!("<{element}>"), format!("<{element} hidden>")];
        let opened: usize = tags.iter().map(|tag| html.matches(tag).count()).sum();
        prop_assert_eq!(opened, html.matches(&format!("</{element}>")).count(), "{}", element);
    }
    Ok(())
}

fn check_text(text: &str, report: &Report, lang: Lang) -> Result<(), TestCaseError> {
    check_lines(text)?;
    prop_assert!(!text.contains("/content/"), "{text}");
    let said = words(text);
    prop_assert!(!said.split(' ').any(looks_like_a_uuid), "an id in {text}");
    let mut seen = BTreeSet::new();
    for finding in report.findings() {
        let sentence = match lang {
            _ if finding.is_not_met() => finding.message(lang),
            Lang::Da => format!("det kan ikke vurderes, om dette gælder: {}", finding.title(lang)),
            Lang::En => format!("it cannot be assessed whether this holds: {}", finding.title(lang)),
        };
        let missing = finding.missing();
        let missing: Vec<_> = missing.iter().map(|part| part.in_lang(lang)).collect();
        let missing = missing.join(", ");
        let mut sentence = words(&sentence);
        if let Some(first) = sentence.chars().next() {
            sentence.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
        }
        let (lacks, place, also) = match lang {
            Lang::Da => ("Mangler:", "Hvor:", "Også:"),
            Lang::En => ("Missing:", "Where:", "Also:"),
        };
        // As an entry of its own, or in that of another finding of the rule.
        let (entry, inside) = if finding.is_not_met() {
            (format!("{} {sentence} {place}", finding.code()), format!("{also} {sentence} {place}"))
        } else {
            let missing = format!("{lacks} {missing} {place}");
            (format!("{} {sentence} {missing}", finding.code()), missing)
        };
        if seen.insert(entry.clone()) {
            let entries = said.matches(&entry).count();
            prop_assert!(entries <= 1, "{} twice in\n{}", entry, text);
            // A place that it shares with the previous finding is named once.
            let is_inside = said.contains(inside.trim_end_matches(place).trim_end());
            prop_assert!(entries == 1 || is_inside, "{} nowhere in\n{}", entry, text);
        }
    }
    Ok(())
}

/// The text of the page of a draft, and nothing else.
fn check_texts(draft: &Content) -> Result<(), TestCaseError> {
    let document = Document::draft(Id::from_u128(1), draft.clone());
    let report = document.check(&strategy::context());
    let page = Page::of(&document, &report);
    for lang in [Lang::Da, Lang::En] {
        check_text(&page.with_lang(lang).text().to_string(), &report, lang)?;
    }
    Ok(())
}

fn check_pages(draft: &Content) -> Result<(), TestCaseError> {
    let context = strategy::context();
    let document = Document::draft(Id::from_u128(1), draft.clone());
    let report = document.check(&context);
    for lang in [Lang::Da, Lang::En] {
        let page = Page::of(&document, &report).with_lang(lang);
        check_text(&page.text().to_string(), &report, lang)?;
        let (markdown, html) = (page.markdown().to_string(), page.html().to_string());
        for finding in report.findings() {
            let code = finding.code();
            prop_assert!(markdown.contains(code.as_str()) && html.contains(code.as_str()), "{}", code);
        }
        check_elements(&html)?;
        let whole = page.with_technical_details().with_name("fil.json");
        let (text, html) = (whole.text().to_string(), whole.html_fragment().to_string());
        for finding in report.findings() {
            let at = finding.at().as_str();
            prop_assert!(text.contains(at) && html.contains(at), "{}", at);
        }
    }
    Ok(())
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() })
}

#[test]
fn any_draft_has_a_page() {
    let law = runner(128).run(&strategy::any::<Content>(), |content| check_pages(&content));
    law.unwrap_or_else(|broken| panic!("{broken}"));
}

#[test]
fn a_clean_draft_has_a_page_on_which_nothing_is_found() {
    let check = |draft: Content| {
        check_pages(&draft)?;
        // `tests/rules/laws.rs` says which rule is found in a clean draft.
        prop_assume!(draft.check(&strategy::context()).is_clean());
        let text = super::page_of(draft, &strategy::context(), |page| page.text().to_string());
        prop_assert!(text.contains("Ingen regel er brudt"), "{}", text);
        Ok(())
    };
    let run = |law: Result<(), proptest::test_runner::TestError<_>>| {
        if let Err(broken) = law {
            panic!("{broken}");
        }
    };
    run(runner(32).run(&strategy::clean::<DevelopmentAgreement>().prop_map(Content::from), check));
    run(runner(32).run(&strategy::clean::<ImprovementCommunity>().prop_map(Content::from), check));
    run(runner(32).run(&strategy::clean::<MeasurementSeries>().prop_map(Content::from), check));
}

#[test]
fn what_breaks_each_rule_is_said_on_the_page() {
    for rule in rules() {
        let Some(broken) = strategy::breaking(rule.code) else { continue };
        let law = runner(1).run(&broken, |content| check_texts(&content));
        law.unwrap_or_else(|broken| panic!("{}: {broken}", rule.code));
    }
}

#[test]
fn any_evaluation_has_a_page_alone_and_beside_another() {
    let two = (strategy::any::<Evaluation>(), strategy::any::<Evaluation>());
    let law = runner(64).run(&two, |(earlier, later)| {
        let day = strategy::as_of();
        for page in [Page::of_evaluation(&later, day), Page::of_evaluations(&earlier, &later, day)] {
            let text = page.text().to_string();
            check_lines(&text)?;
            prop_assert!(!words(&text).split(' ').any(looks_like_a_uuid), "an id in {text}");
        }
        Ok(())
    });
    law.unwrap_or_else(|broken| panic!("{broken}"));
}

/// Whatever a community says, each element that its page opens is closed, and no text is a tag.
#[test]
fn any_community_has_a_page() {
    let any = (strategy::any::<ImprovementCommunity>(), ".{0,12}");
    let law = runner(64).run(&any, |(mut community, name)| {
        let learned = Some(format!("<b>{name}").as_str().into());
        community.lessons.push(Lesson { learned, ..Lesson::default() });
        let page = Page::of_community(&community, &[], strategy::as_of());
        let (text, html) = (page.text().to_string(), page.html_fragment().to_string());
        check_lines(&text)?;
        prop_assert!(!html.contains("<b>"), "{}", html);
        check_elements(&html)?;
        // No cycle is lost.
        let cycles = (1..=community.cycles.len()).filter(|n| text.contains(&format!("- Cyklus {n}")));
        prop_assert_eq!(cycles.count(), community.cycles.len());
        Ok(())
    });
    law.unwrap_or_else(|broken| panic!("{broken}"));
}

#[test]
fn any_documents_have_a_page() {
    let contents = prop::collection::vec(strategy::any::<Content>(), 0..4);
    let law = runner(64).run(&contents, |contents| {
        let documents: Vec<_> =
            (1..).zip(contents).map(|(n, content)| Document::draft(Id::from_u128(n), content)).collect();
        let context = strategy::context();
        let status = ServiceStatus::of(&documents, &context);
        let mut overview = ServiceOverview::new();
        overview.add(&status);
        for page in [Page::of_dialogue_meeting(&status), Page::of_overview(&overview)] {
            check_lines(&page.text().to_string())?;
            check_elements(&page.with_lang(Lang::En).html_fragment().to_string())?;
        }
        Ok(())
    });
    law.unwrap_or_else(|broken| panic!("{broken}"));
}
