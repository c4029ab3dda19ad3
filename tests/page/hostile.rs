//! Text that tries to be more than text.

use kvalitetsmodel::agreement::{Action, DevelopmentAgreement, FocusArea, Note};
use kvalitetsmodel::id::Id;

use super::{context, page_of};

const HOSTILE: &[&str] = &[
    "<script>alert(\"1\")</script>",
    "</title></main><img src=x onerror='steal()'>",
    "& &amp; &lt;b&gt;",
    "# En overskrift",
    "- et punkt\n\n## Fejl\n\n- AGR001",
    "1. et punkt",
    "**fed** _kursiv_ `kode` ~~slettet~~ | a | b |",
    "[her](https://example.org) ![billede](x.png) <https://example.org> https://example.org www.example.org",
    "\u{1b}[31mrød\u{1b}[0m \u{202e}baglæns\u{2069} \0",
    "===\n---",
];

/// An agreement in which every text that a page shows is `text`.
fn agreement(text: &str) -> DevelopmentAgreement {
    let area = |n, action| FocusArea {
        title: Some(text.into()),
        actions: vec![Action { text: Some(text.into()), ..Action::new(Id::from_u128(action)) }],
        ..FocusArea::new(Id::from_u128(n))
    };
    DevelopmentAgreement {
        title: Some(text.into()),
        focus_areas: vec![area(10, 11), area(20, 21)],
        notes: vec![Note::new(text.into())],
        ..DevelopmentAgreement::new(Id::from_u128(2))
    }
}

/// The tags of HTML, in their order.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or_default()).collect()
}

#[test]
fn html_has_the_same_tags_whatever_a_text_is() {
    let tame = page_of(agreement("ord"), &context("2024-01-09"), |page| page.html().to_string());
    for hostile in HOSTILE {
        let html = page_of(agreement(hostile), &context("2024-01-09"), |page| page.html().to_string());
        assert_eq!(tags(&html), tags(&tame), "{hostile}");
        // Every ampersand begins one of our own entities.
        for rest in html.split('&').skip(1) {
            let is_ours =
                ["amp;", "lt;", "gt;", "quot;", "#39;"].iter().any(|entity| rest.starts_with(entity));
            assert!(is_ours, "{hostile}: &{rest}");
        }
    }
}

#[test]
fn markdown_has_the_same_blocks_whatever_a_text_is() {
    let block =
        |line: &str| -> String { line.chars().take_while(|c| !c.is_alphanumeric() && *c != '\\').collect() };
    let tame = page_of(agreement("ord"), &context("2024-01-09"), |page| page.markdown().to_string());
    let tame: Vec<_> = tame.lines().map(block).collect();
    for hostile in HOSTILE {
        let text = page_of(agreement(hostile), &context("2024-01-09"), |page| page.markdown().to_string());
        assert_eq!(text.lines().count(), tame.len(), "{hostile}");
        for (line, tame) in text.lines().zip(&tame) {
            let line = line.replace("&lt;", "").replace("&gt;", "").replace("&amp;", "");
            assert!(block(&line).starts_with(tame.trim_end()), "{hostile}: {line}");
            for mark in ['<', '>'] {
                assert!(!line.contains(mark), "{hostile}: {line}");
            }
            for mark in ['[', ']', '`', '_', '~', '|'] {
                let mut before = line.split(mark);
                before.next_back();
                let bare = before.any(|before| !before.ends_with('\\'));
                assert!(!bare, "{hostile}: {line}");
            }
            let line = line.replace("\\:", "").replace("\\.", "");
            assert!(!line.contains("://") && !line.contains("www.e"), "{hostile}: {line}");
        }
    }
}

#[test]
fn text_has_the_same_parts_whatever_a_text_is() {
    let headings = |text: &str| text.lines().filter(|line| line.starts_with("---") && line.len() > 8).count();
    let tame = page_of(agreement("ord"), &context("2024-01-09"), |page| page.text().to_string());
    for hostile in HOSTILE {
        let text = page_of(agreement(hostile), &context("2024-01-09"), |page| page.text().to_string());
        assert_eq!(headings(&text), headings(&tame), "{hostile}");
        assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{hostile}");
        assert!(!text.contains(['\u{202e}', '\u{2069}']), "{hostile}");
    }
}
