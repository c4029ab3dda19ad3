//! A decision that is announced says who takes it, and when.

use crate::agreement::AnnouncedDecision;
use crate::codes;
use crate::date::When;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR029,
    requirements: &["S-011"],
    sources: &[SourceRef::agreement("1.10")],
    title: Bilingual::new(
        "er en beslutning bebudet, fremgår det, hvem der træffer den, og hvornår",
        "if a decision is announced, it is stated who takes it and when",
    ),
    why: Bilingual::new(
        "Uden tidspunkt og ansvarlig er det uklart, om og hvornår beslutningen bliver truffet.",
        "Without a time and someone responsible it is unclear whether and when the decision will be taken.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvem der træffer beslutningen, og hvornår.",
        "Say who takes the decision, and when.",
    ),
    example: Bilingual::new(
        "1.10: projektet afprøves, »hvorefter der tages stilling til det videre arbejde«; det fremgår ikke, hvem der gør det og hvornår.",
        "1.10: the project is tried out, after which a decision is taken on further work; it is not stated by whom or when.",
    ),
    ..Rule::DERIVED
};

message! {
    Undecided { missing: Bilingual }
    "der er bebudet en beslutning, men det fremgår ikke, {missing}",
    "a decision is announced, but it is not stated {missing}",
}

pub(super) fn check(decision: &AnnouncedDecision, at: &Path<'_>, cx: &mut Checker<'_>) {
    let by = decision.has_decider();
    let when = has_time(decision.when.as_ref());
    if by && when || decision.decided_on.is_some() {
        return; // What has been decided is no longer awaited.
    }
    let both = Bilingual::new("hvem der træffer den, og hvornår", "who takes it and when");
    let who = Bilingual::new("hvem der træffer den", "who takes it");
    let day = Bilingual::new("hvornår den træffes", "when it is taken");
    let missing = match (by, when) {
        (false, false) => both,
        (false, true) => who,
        _ => day,
    };
    cx.not_met(at, Undecided { missing });
}

/// Returns `true` if it states a time that can be awaited.
///
/// Returns `false` for months without a stated start, a decision that nobody takes, and zero times a year.
fn has_time(when: Option<&When>) -> bool {
    when.is_some_and(|when| when.is_stated() && !matches!(when, When::Within { from: None, .. }))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<AnnouncedDecision> = &[
    |decision, tape| (decision.by, decision.body) = (tape.unsaid(), None),
    |decision, _| decision.when = None,
    |decision, tape| (decision.by, decision.body, decision.when) = (tape.unsaid(), None, None),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "by": "styregruppen", "when": { "date": { "on": "2024-11" } } }"#),
    accepts(r#"{ "by": "socialdirektøren", "when": { "schedule": {} } }"#),
    accepts(r#"{ "body": "00000000-0000-4000-8000-000000000001", "when": { "date": { "on": "2024-11" } } }"#),
    accepts(r#"{ "text": "det videre arbejde", "decidedOn": "2024-11" }"#),
    // It is taken.
    accepts(r#"{ "by": "socialdirektøren", "decidedOn": "2024-01-10" }"#),
    refuses(
        r"{}",
        &[not_met(
            "",
            "der er bebudet en beslutning, men det fremgår ikke, hvem der træffer den, og hvornår",
            "a decision is announced, but it is not stated who takes it and when",
        )],
    ),
    refuses(
        r#"{ "section": "1.10", "text": "det videre arbejde", "by": " ", "when": "continuously" }"#,
        &[not_met(
            "",
            "der er bebudet en beslutning, men det fremgår ikke, hvem der træffer den",
            "a decision is announced, but it is not stated who takes it",
        )],
    ),
    refuses(
        r#"{ "by": "styregruppen", "when": { "decidedBy": {} } }"#,
        &[not_met(
            "",
            "der er bebudet en beslutning, men det fremgår ikke, hvornår den træffes",
            "a decision is announced, but it is not stated when it is taken",
        )],
    ),
    // Six months from something that is not said.
    refuses(
        r#"{ "by": "direktionen", "when": { "within": { "months": 6 } } }"#,
        &[not_met(
            "",
            "der er bebudet en beslutning, men det fremgår ikke, hvornår den træffes",
            "a decision is announced, but it is not stated when it is taken",
        )],
    ),
];
