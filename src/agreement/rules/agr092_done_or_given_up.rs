//! An action is not both done and given up.

use crate::agreement::Action;
use crate::codes;
use crate::date::{PartialDate, When};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::in_march;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR092,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "agreements, actions, doneOn; givenUpOn")],
    title: Bilingual::new(
        "en indsats er ikke både udført og opgivet",
        "an action is not both done and given up",
    ),
    why: Bilingual::new(
        "Ellers kan ingen se, om indsatsen er gennemført eller droppet. En indsats, der sker løbende eller flere gange, kan være udført en gang og derefter opgivet.",
        "Otherwise nobody can see whether the action was carried out or dropped. An action that is continuous or recurs can have been done once and then given up.",
    ),
    remedy: Bilingual::new(
        "Behold den dato, der gælder. Er indsatsen taget op igen, så slet den dag, den blev opgivet; er kun en del af den udført, så skriv det i begrundelsen.",
        "Keep the date that holds. If the action was taken up again, remove the day on which it was given up; if only a part of it was done, say so in the reason.",
    ),
    example: Bilingual::new(
        "Den nye have står som opgivet 5. december 2024 og som udført i juni 2025.",
        "The new garden is recorded as given up on 5 December 2024 and as done in June 2025.",
    ),
    ..Rule::DERIVED
};

message! {
    Both { done_on: PartialDate, given_up_on: PartialDate }
    "indsatsen står som udført {done_on:i}, men også som opgivet {given_up_on:i}",
    "the action is recorded as done {done_on:on|in}, but also as given up {given_up_on:on|in}",
}

pub(super) fn check(action: &Action, at: &Path<'_>, cx: &mut Checker<'_>) {
    // What is not said to happen once may recur, and a day without a year comes again.
    let is_once = |when: &When| when.has_date() && !matches!(when, When::MonthDay { .. });
    if let (Some(done_on), Some(given_up_on)) = (action.done_on, action.given_up_on)
        && action.when.as_ref().is_none_or(is_once)
    {
        cx.not_met(&at.key("givenUpOn"), Both { done_on, given_up_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Action> = &[|action, _| {
    *action = Action { text: action.text.clone(), when: in_march(), ..Action::new(action.id) };
    (action.done_on, action.given_up_on) = (PartialDate::of_month(2024, 1), PartialDate::of_year(2024));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": { "date": { "on": "2024-03" } }, "doneOn": "2024-01" }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "when": { "date": { "on": "2024-03" } },
            "givenUpOn": "2024-01-05", "givenUpReason": "Direktøren har besluttet at bruge midlerne på taget"
        }"#,
    ),
    // Done once, and then given up.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "when": "continuously",
            "doneOn": "2023-11", "givenUpOn": "2024-01-05"
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "when": { "monthDay": { "day": "--03-31" } },
            "doneOn": "2023-03", "givenUpOn": "2024-01-05"
        }"#,
    ),
    // When it was to happen is not stated.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "doneOn": "2023-03", "givenUpOn": "2024-01-05" }"#,
        &[not_met(
            "/givenUpOn",
            "indsatsen står som udført i marts 2023, men også som opgivet 5. januar 2024",
            "the action is recorded as done in March 2023, but also as given up on 5 January 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "when": { "date": { "on": "2024-03" } },
            "doneOn": "2024-01-02", "givenUpOn": "2023"
        }"#,
        &[not_met(
            "/givenUpOn",
            "indsatsen står som udført 2. januar 2024, men også som opgivet i 2023",
            "the action is recorded as done on 2 January 2024, but also as given up in 2023",
        )],
    ),
];
