//! A follow-up says what is followed up.

use crate::agreement::FollowUp;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::{Bilingual, is_stated};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR007,
    requirements: &["R-016"],
    sources: &[SourceRef::agreement("1.6.3")],
    title: Bilingual::new(
        "en opfølgning angiver, hvad der følges op på",
        "a follow-up says what is followed up",
    ),
    why: Bilingual::new(
        "Ellers er det uklart, hvad tilbuddet skal have med.",
        "Otherwise it is unclear what the service is to bring.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvad der skal rapporteres eller ses på.",
        "Say what is to be reported or looked at.",
    ),
    example: Bilingual::new(
        "En opfølgning, hvor der kun står »31. marts« og ikke, hvad der skal følges op på.",
        "A follow-up that says only “31 March” and not what is to be followed up.",
    ),
    ..Rule::DERIVED
};

message! {
    NoContent {}
    "opfølgningen siger ikke, hvad der følges op på",
    "the follow-up does not say what is followed up",
}

pub(super) fn check(follow_up: &FollowUp, at: &Path<'_>, cx: &mut Checker<'_>) {
    let names_something = !follow_up.actions.is_empty() || !follow_up.targets.is_empty();
    if !is_stated(follow_up.on.as_ref()) && !names_something {
        cx.not_met(at, NoContent {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<FollowUp> = &[|follow_up, tape| {
    follow_up.on = tape.unsaid();
    follow_up.actions.clear();
    follow_up.targets.clear();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "on": "status" }"#),
    // The actions or figures that it names say it as well.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "actions": ["00000000-0000-4000-8000-000000000002"] }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "on": " ", "targets": ["00000000-0000-4000-8000-000000000002"] }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_met(
            "",
            "opfølgningen siger ikke, hvad der følges op på",
            "the follow-up does not say what is followed up",
        )],
    ),
    // The form says how, not on what.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "form": "status", "on": "" }"#,
        &[not_met(
            "",
            "opfølgningen siger ikke, hvad der følges op på",
            "the follow-up does not say what is followed up",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": "continuously", "on": " \n" }"#,
        &[not_met(
            "",
            "opfølgningen siger ikke, hvad der følges op på",
            "the follow-up does not say what is followed up",
        )],
    ),
];
