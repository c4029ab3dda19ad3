//! A framework document and the decision on what follows a pilot are listed once.

use crate::agreement::{AnnouncedDecision, DevelopmentAgreement, FrameworkDocument};
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, listed_again, message};
use crate::sorted::{each_repeat, sorted_of};
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up, in_march},
    crate::agreement::FocusArea,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR089,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "framework; focusAreas, decisions")],
    title: Bilingual::new(
        "et rammedokument og beslutningen om, hvad der følger efter et pilotprojekt, står kun én gang",
        "a framework document, and the decision on what follows a pilot, are listed only once",
    ),
    why: Bilingual::new(
        "Siger de to linjer ikke det samme, ved læseren ikke, hvor længe dokumentet gælder, eller hvad der er besluttet. To udgaver af et dokument, der afløser hinanden, er to dokumenter.",
        "If the two entries differ, a reader does not know how long the document is valid, or what was decided. Two editions of a document that replace each other are two documents.",
    ),
    remedy: Bilingual::new(
        "Behold den linje, der er rigtig. Har en senere beslutning ændret en tidligere, eller er det to beslutninger efter hinanden, så skriv i teksten, hvad hver af dem går ud på.",
        "Keep the entry that is right. If a later decision changed an earlier one, or if two decisions followed each other, say in the text what each is about.",
    ),
    example: Bilingual::new(
        "Styregruppen har den 24. september besluttet, at metoden ikke udbredes, og den 19. november, at den udbredes.",
        "On 24 September the steering group decided that the method is not spread, and on 19 November that it is.",
    ),
    ..Rule::DERIVED
};

message! {
    ValidOtherwise { first: u64 }
    "dokumentet står også som nr. {first} på listen, hvor det gælder i en anden periode",
    "the document is also number {first} of the list, where it is valid for another period",
}

message! {
    DecidedTwice { first: u64, on: PartialDate, first_on: PartialDate }
    "der er truffet beslutning om det samme to gange: {first_on:i} (nr. {first} på listen) og {on:i}",
    "the same matter was decided twice: {first_on:on|in} (number {first} of the list) and {on:on|in}",
}

message! {
    DecidedOtherwise { first: u64 }
    "beslutningen står også som nr. {first} på listen, hvor den ikke er gengivet på samme måde",
    "the decision is also number {first} of the list, where it is not stated in the same way",
}

const DOCUMENT: Bilingual = Bilingual::new("dokumentet", "the document");
const DECISION: Bilingual = Bilingual::new("beslutningen", "the decision");

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    check_framework(&agreement.framework, &at.key("framework"), cx);
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        check_decisions(&area.decisions, &areas.item(n, area.id).key("decisions"), cx);
    }
}

/// Two entries with one title are one document, unless one ends before the other begins.
fn check_framework(framework: &[FrameworkDocument], list: &Path<'_>, cx: &mut Checker<'_>) {
    if framework.len() < 2 {
        return;
    }
    let titles = framework.iter().enumerate().filter_map(|(n, one)| {
        let from = one.from.map(PartialDate::first_day);
        Some((Folded::stated(Some(&one.title))?, (from, n)))
    });
    sorted_of(&titles, |titles| {
        for same in titles.chunk_by(|one, other| one.0 == other.0) {
            check_editions(framework, same.iter().map(|(_, (_, n))| *n), list, cx);
        }
    });
}

/// Compares the entries of one document, in the order in which they begin. Each overlaps an earlier one only if it
/// overlaps the one that lasts longest.
fn check_editions(
    framework: &[FrameworkDocument],
    in_order: impl Iterator<Item = usize>,
    list: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let mut entries = in_order.filter_map(|n| Some((n, framework.get(n)?)));
    let Some(mut before) = entries.next() else { return };
    let mut longest = before;
    for entry in entries {
        let other = if is_same(before.1, entry.1) { before } else { longest };
        let (first, at) = (other.0.min(entry.0), list.index(other.0.max(entry.0)));
        if is_same(other.1, entry.1) {
            cx.not_met(&at, listed_again(DOCUMENT, first));
        } else if !is_past(other.1, entry.1) {
            cx.not_met(&at, ValidOtherwise { first: ordinal(first) });
        }
        if longest.1.to.is_some_and(|to| entry.1.to.is_none_or(|later| to.last_day() < later.last_day())) {
            longest = entry;
        }
        before = entry;
    }
}

/// Whether one is over when the other begins. An edition can be replaced in the course of a month.
fn is_past(one: &FrameworkDocument, later: &FrameworkDocument) -> bool {
    one.to.zip(later.from).is_some_and(|(to, from)| to.first_day() < from.last_day())
}

fn is_same(one: &FrameworkDocument, other: &FrameworkDocument) -> bool {
    (one.from, one.to) == (other.from, other.to)
}

/// The matter of a decision that was taken on what follows a pilot: text, pilot, and who decides.
fn matter(one: &AnnouncedDecision) -> Option<(Folded<'_>, u128, Option<u128>, Option<Folded<'_>>)> {
    one.decided_on?;
    let body = one.body.map(|body| body.uuid().as_u128());
    let by = Folded::stated(one.by.as_ref()).filter(|_| body.is_none());
    Some((Folded::stated(one.text.as_ref())?, one.after?.uuid().as_u128(), body, by))
}

fn check_decisions(decisions: &[AnnouncedDecision], list: &Path<'_>, cx: &mut Checker<'_>) {
    each_repeat(decisions, matter, |one, n, first| {
        let at = list.index(n);
        let Some(earlier) = decisions.get(first) else { return };
        match (one.decided_on, earlier.decided_on) {
            _ if one == earlier => cx.not_met(&at, listed_again(DECISION, first)),
            (Some(on), Some(first_on)) if !on.shares_a_day_with(first_on) => {
                cx.not_met(&at, DecidedTwice { first: ordinal(first), on, first_on });
            }
            _ => cx.not_met(&at, DecidedOtherwise { first: ordinal(first) }),
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let years = *tape.pick(&[[(2023, 2026), (2023, 2028)], [(2021, 2024), (2023, 2026)]]);
        for (from, to) in years {
            agreement.framework.push(FrameworkDocument {
                from: PartialDate::of_year(from),
                to: PartialDate::of_year(to),
                ..FrameworkDocument::new("Strategi for socialområdet".into())
            });
        }
    },
    |agreement, tape| decide(agreement, ["2024-01-10", "2024-01-12"], tape),
    |agreement, tape| decide(agreement, ["2024-01-10", "2024-01-10"], tape),
];

/// Adds a decision that was taken twice.
#[cfg(feature = "proptest")]
fn decide(agreement: &mut DevelopmentAgreement, days: [&str; 2], tape: &mut Tape<'_>) {
    let pilot = agreement.bodies.iter().find(|body| body.kind == crate::body::BodyKind::Pilot);
    let after = pilot.map(|pilot| pilot.id);
    let taken = |(day, section): (&str, &str)| AnnouncedDecision {
        section: section.parse().ok(),
        text: Some("om metoden udbredes".into()),
        by: Some("direktionen".into()),
        after,
        piloted_until: PartialDate::of_year(2023),
        decided_on: day.parse().ok(),
        changes: Some("metoden udbredes".into()),
        ..AnnouncedDecision::default()
    };
    let [one, other] = days;
    let decisions = [(one, "9.1"), (other, "9.2")].map(taken).into();
    let follow_ups = [follow_up(in_march(), tape)].into();
    agreement.focus_areas.push(FocusArea { follow_ups, decisions, ..area(tape) });
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Editions that replace each other, in any order; another title, and none.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "framework": [
                { "title": "strategi", "from": "2025", "to": "2028" },
                { "title": "strategi", "from": "2021", "to": "2024" },
                { "title": "Strategi ", "from": "2029" },
                { "title": "politik", "from": "2021", "to": "2024" },
                { "title": "aftale", "to": "2024-06" },
                { "title": "aftale", "from": "2024-06" },
                { "title": " " },
                { "title": " " }
            ]
        }"#,
    ),
    // Another matter, pilot or body; announced, not taken; not after a pilot; in another area.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "decisions": [
                        { "text": "om metoden udbredes", "after": "00000000-0000-4000-8000-000000000014", "body": "00000000-0000-4000-8000-000000000013", "decidedOn": "2024-09-24" },
                        { "text": "om metoden fortsætter", "after": "00000000-0000-4000-8000-000000000014", "body": "00000000-0000-4000-8000-000000000013", "decidedOn": "2024-09-24" },
                        { "text": "om metoden udbredes", "after": "00000000-0000-4000-8000-000000000015", "body": "00000000-0000-4000-8000-000000000013", "decidedOn": "2024-09-24" },
                        { "text": "om metoden udbredes", "after": "00000000-0000-4000-8000-000000000014", "body": "00000000-0000-4000-8000-000000000012", "decidedOn": "2024-09-24" },
                        { "text": "om metoden udbredes", "after": "00000000-0000-4000-8000-000000000014", "by": "direktionen", "decidedOn": "2024-09-24" },
                        { "text": "om metoden udbredes", "after": "00000000-0000-4000-8000-000000000014", "body": "00000000-0000-4000-8000-000000000013", "when": { "date": { "on": "2024-11" } } },
                        { "text": "om midlerne", "body": "00000000-0000-4000-8000-000000000013", "decidedOn": "2024-03" },
                        { "text": "om midlerne", "body": "00000000-0000-4000-8000-000000000013", "decidedOn": "2024-06" },
                        { "after": "00000000-0000-4000-8000-000000000014", "decidedOn": "2024-03" },
                        { "after": "00000000-0000-4000-8000-000000000014", "decidedOn": "2024-06" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "decisions": [
                        { "text": "om metoden udbredes", "after": "00000000-0000-4000-8000-000000000014", "body": "00000000-0000-4000-8000-000000000013", "decidedOn": "2024-11-19" }
                    ]
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "framework": [
                { "title": "strategi", "from": "2023", "to": "2028" },
                { "title": " Strategi", "from": "2023", "to": "2026" },
                { "title": "politik", "from": "2024" },
                { "title": "politik", "from": "2024" },
                { "title": "aftale", "from": "2021", "to": "2024" },
                { "title": "aftale" }
            ],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "decisions": [
                    { "text": "om metoden udbredes", "after": "00000000-0000-4000-8000-000000000014", "body": "00000000-0000-4000-8000-000000000013", "decidedOn": "2024-11-19", "changes": "udbredes" },
                    { "text": "Om metoden udbredes", "after": "00000000-0000-4000-8000-000000000014", "body": "00000000-0000-4000-8000-000000000013", "by": "Styregruppen", "decidedOn": "2024-09", "changes": "udbredes ikke" },
                    { "text": "om metoden udbredes", "after": "00000000-0000-4000-8000-000000000014", "body": "00000000-0000-4000-8000-000000000013", "decidedOn": "2024-11-19", "changes": "udbredes" },
                    { "text": "om metoden udbredes", "after": "00000000-0000-4000-8000-000000000014", "body": "00000000-0000-4000-8000-000000000013", "decidedOn": "2024-11-19", "changes": "udbredes ikke" }
                ]
            }]
        }"#,
        &[
            not_met(
                "/framework/1",
                "dokumentet står også som nr. 1 på listen, hvor det gælder i en anden periode",
                "the document is also number 1 of the list, where it is valid for another period",
            ),
            not_met(
                "/framework/3",
                "dokumentet står allerede som nr. 3 på listen",
                "the document is already on the list, as number 3",
            ),
            not_met(
                "/framework/5",
                "dokumentet står også som nr. 5 på listen, hvor det gælder i en anden periode",
                "the document is also number 5 of the list, where it is valid for another period",
            ),
            not_met(
                "/focusAreas/0/decisions/1",
                "der er truffet beslutning om det samme to gange: 19. november 2024 (nr. 1 på listen) og i september 2024",
                "the same matter was decided twice: on 19 November 2024 (number 1 of the list) and in September 2024",
            ),
            not_met(
                "/focusAreas/0/decisions/2",
                "beslutningen står allerede som nr. 1 på listen",
                "the decision is already on the list, as number 1",
            ),
            not_met(
                "/focusAreas/0/decisions/3",
                "beslutningen står også som nr. 1 på listen, hvor den ikke er gengivet på samme måde",
                "the decision is also number 1 of the list, where it is not stated in the same way",
            ),
        ],
    ),
    // The later one begins on the last day of the earlier one, or the same two are stated twice.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "framework": [
                { "title": "Serviceramme", "from": "2020-01-01", "to": "2024-01-10" },
                { "title": "Serviceramme", "from": "2024-01-10", "to": "2024-12-31" },
                { "title": "Kvalitetsmodel", "from": "2020", "to": "2022" },
                { "title": "Kvalitetsmodel", "from": "2020", "to": "2022" }
            ]
        }"#,
        &[
            not_met(
                "/framework/1",
                "dokumentet står også som nr. 1 på listen, hvor det gælder i en anden periode",
                "the document is also number 1 of the list, where it is valid for another period",
            ),
            not_met(
                "/framework/3",
                "dokumentet står allerede som nr. 3 på listen",
                "the document is already on the list, as number 3",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "framework": [
                { "title": "Serviceramme", "from": "2020", "to": "2020" },
                { "title": "Serviceramme", "from": "2020", "to": "2020" }
            ]
        }"#,
        &[not_met(
            "/framework/1",
            "dokumentet står allerede som nr. 1 på listen",
            "the document is already on the list, as number 1",
        )],
    ),
    // Two lie within the first, one after the other.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "framework": [
                { "title": "strategi", "from": "2020", "to": "2030" },
                { "title": "strategi", "from": "2021", "to": "2022" },
                { "title": "strategi", "from": "2025", "to": "2026" },
                { "title": "strategi", "from": "2031" }
            ]
        }"#,
        &[
            not_met(
                "/framework/1",
                "dokumentet står også som nr. 1 på listen, hvor det gælder i en anden periode",
                "the document is also number 1 of the list, where it is valid for another period",
            ),
            not_met(
                "/framework/2",
                "dokumentet står også som nr. 1 på listen, hvor det gælder i en anden periode",
                "the document is also number 1 of the list, where it is valid for another period",
            ),
        ],
    ),
    // A month, and a day in it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "decisions": [
                    { "text": "spredning", "after": "00000000-0000-4000-8000-000000000003", "decidedOn": "2024-09" },
                    { "text": "spredning", "after": "00000000-0000-4000-8000-000000000003", "decidedOn": "2024-09-24" }
                ]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/decisions/1",
            "beslutningen står også som nr. 1 på listen, hvor den ikke er gengivet på samme måde",
            "the decision is also number 1 of the list, where it is not stated in the same way",
        )],
    ),
    // Two decide, each by its name.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "decisions": [
                    {
                        "text": "spredning", "after": "00000000-0000-4000-8000-000000000003",
                        "decidedOn": "2024-01-10", "by": "direktionen"
                    },
                    {
                        "text": "spredning", "after": "00000000-0000-4000-8000-000000000003",
                        "decidedOn": "2024-01-10", "by": "styregruppen"
                    }
                ]
            }]
        }"#,
    ),
];
