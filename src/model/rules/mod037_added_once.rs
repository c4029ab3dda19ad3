//! A tailoring does not add the same thing twice.

use uuid::Uuid;

use super::mod010_number_once::name;
use super::mod031_indicator_once::meaning;
use crate::codes;
use crate::id::Id;
use crate::model::{Indicator, SetChange, Standard, StandardArea, Tailoring};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{self, each_repeated_key, sorted};
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::{added_indicator, added_standard, decided, region},
    crate::model::{Name, Theme},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD037,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "tailoring, changes")],
    title: Bilingual::new(
        "en tilpasning tilføjer ikke det samme tema, den samme standard eller den samme indikator to gange",
        "a tailoring does not add the same theme, standard or indicator twice",
    ),
    why: Bilingual::new(
        "I det tilpassede sæt står det samme to gange, og en henvisning kan læses på to måder.",
        "In the tailored set the same thing is listed twice, and a reference can be read in two ways.",
    ),
    remedy: Bilingual::new(
        "Slet den ene, eller ret den, så det fremgår, hvad der er forskellen.",
        "Delete one of the two, or correct it, so that it says what the difference is.",
    ),
    example: Bilingual::new(
        "Regionen har tilføjet to standarder, og begge hedder »Naboerne kender tilbuddet«.",
        "The region has added two standards, and both are called “The neighbours know the service”.",
    ),
    ..Rule::DERIVED
};

message! {
    NameAgain { what: Bilingual, change: u64 }
    "{what} har samme navn efter ændring {change}",
    "{what} has the same name after change {change}",
}

message! {
    IndicatorAgain { change: u64 }
    "ændring {change} giver samme standard en indikator med samme ordlyd, tæller, nævner og datakilde",
    "change {change} gives the same standard an indicator with the same wording, numerator, denominator and data source",
}

const THEME: Bilingual = Bilingual::new("et andet tema i samme område", "another theme of the same area");
const STANDARD: Bilingual = Bilingual::new("en anden standard", "another standard");

/// The name that a theme (with its area) or a standard has after a change.
fn named(change: &SetChange) -> Option<(Option<StandardArea>, Folded<'_>)> {
    match change {
        SetChange::AddTheme { theme } => Some((Some(theme.area), name(theme.name.as_ref())?)),
        SetChange::AddStandard { standard } => Some((None, name(standard.name.as_ref())?)),
        SetChange::RenameStandard { name: new, .. } => Some((None, name(new.as_ref())?)),
        _ => None,
    }
}

/// Whether a change decides what a theme or a standard is called, where it belongs, or whether it is there.
const fn decides(change: &SetChange) -> bool {
    matches!(
        change,
        SetChange::AddTheme { .. }
            | SetChange::AddStandard { .. }
            | SetChange::RenameTheme { .. }
            | SetChange::RenameStandard { .. }
            | SetChange::MoveTheme { .. }
            | SetChange::LeaveOutTheme { .. }
            | SetChange::LeaveOutStandard { .. }
    )
}

pub(super) fn check(tailoring: &Tailoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("changes");
    check_names(tailoring, &list, cx);
    check_indicators(tailoring, &list, cx);
}

fn check_names(tailoring: &Tailoring, list: &Path<'_>, cx: &mut Checker<'_>) {
    let changes = || tailoring.changes.iter().enumerate().filter(|(_, one)| decides(&one.change));
    sorted(
        |put| changes().for_each(|(n, one)| put((one.change.subject().id, n))),
        |steps| {
            let steps: &[(Uuid, usize)] = steps;
            let is_last = |n: usize, change: &SetChange| {
                sorted::of(steps, change.subject().id).last().is_some_and(|(_, last)| *last == n)
            };
            let deciding = tailoring.changes.iter().enumerate().filter(|(n, one)| is_last(*n, &one.change));
            let names = deciding.filter_map(|(n, one)| Some((named(&one.change)?, n)));
            each_repeated_key(&names, |(area, _), first, n| {
                let what = if area.is_some() { THEME } else { STANDARD };
                let at = list.index(n);
                cx.not_met(&at.key("change"), NameAgain { what, change: ordinal(first) });
            });
        },
    );
}

/// The indicators that a change adds, with their standard.
fn indicators(change: &SetChange) -> impl Iterator<Item = (Id<Standard>, &Indicator)> + Clone {
    let (standard, indicators) = match change {
        SetChange::AddStandard { standard } => (Some(standard.id), standard.indicators.as_slice()),
        SetChange::AddIndicator { standard, indicator } => {
            (Some(*standard), core::slice::from_ref(indicator))
        }
        _ => (None, [].as_slice()),
    };
    indicators.iter().filter_map(move |indicator| Some((standard?, indicator)))
}

/// Whether a change makes an indicator another one, or takes it away.
const fn alters_indicators(change: &SetChange) -> bool {
    matches!(
        change,
        SetChange::LeaveOutStandard { .. }
            | SetChange::LeaveOutIndicator { .. }
            | SetChange::MoveIndicator { .. }
            | SetChange::RewordIndicator { .. }
            | SetChange::RecountIndicator { .. }
            | SetChange::ChangeDataSource { .. }
    )
}

/// What is added and not changed again.
fn check_indicators(tailoring: &Tailoring, list: &Path<'_>, cx: &mut Checker<'_>) {
    let changed = || tailoring.changes.iter().filter(|one| alters_indicators(&one.change));
    sorted(
        |put| changed().for_each(|one| put(one.change.subject().id)),
        |changed| {
            let changed: &[Uuid] = changed;
            let added = tailoring.changes.iter().enumerate();
            let added = added.flat_map(|(n, one)| indicators(&one.change).map(move |added| (n, added)));
            let added = added.filter(|(_, (standard, indicator))| {
                [standard.uuid(), indicator.id.uuid()].iter().all(|id| changed.binary_search(id).is_err())
            });
            let meanings = added.filter_map(|(n, (standard, indicator))| {
                Some(((standard.uuid(), meaning(indicator)?), (n, indicator.id.uuid())))
            });
            each_repeated_key(&meanings, |_, (first, id), (n, again)| {
                // Two additions of the same thing are two records with the same id (`DOC001`).
                if id != again {
                    let at = list.index(n);
                    cx.not_met(&at.key("change"), IndicatorAgain { change: ordinal(first) });
                }
            });
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Tailoring> = &[
    |tailoring, tape| {
        let named = || Some(Name { da: Some("Nabohjælp".into()), en: None });
        let area = *tape.pick(StandardArea::ALL);
        for n in [1, 2] {
            let theme = Theme { name: named(), ..Theme::new(tape.spare_id(n), area, region()) };
            tailoring.changes.push(decided(SetChange::AddTheme { theme }, tape));
        }
    },
    |tailoring, tape| {
        tailoring.base = tape.spare_id(3);
        for n in [1, 2] {
            let mut standard = added_standard(n, tape.spare_id(4), region(), tape);
            standard.name = Some(Name { da: Some("Naboerne kender tilbuddet".into()), en: None });
            tailoring.changes.push(decided(SetChange::AddStandard { standard }, tape));
        }
    },
    |tailoring, tape| {
        tailoring.base = tape.spare_id(3);
        let one = Indicator { origin: Some(region()), ..added_indicator(1, tape) };
        let again = Indicator { id: tape.spare_id(2), ..one.clone() };
        for indicator in [one, again] {
            let change = SetChange::AddIndicator { standard: tape.spare_id(1), indicator };
            tailoring.changes.push(decided(change, tape));
        }
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // In two areas, what is renamed, moved or left out again, and what has no name or wording.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "changes": [
                { "change": { "addTheme": { "theme": { "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": { "regional": {} }, "name": { "da": "Naboer" } } } } },
                { "change": { "addTheme": { "theme": { "id": "00000000-0000-4000-8000-000000000012", "area": "serviceSpecific", "origin": { "regional": {} }, "name": { "da": "Naboer" } } } } },
                { "change": { "addTheme": { "theme": { "id": "00000000-0000-4000-8000-000000000013", "area": "serviceSpecific", "origin": { "regional": {} }, "name": { "da": "Naboer" } } } } },
                { "change": { "moveTheme": { "theme": "00000000-0000-4000-8000-000000000013", "area": "organisational" } } },
                { "change": { "addStandard": { "standard": { "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} }, "name": { "da": "Besøg" } } } } },
                { "change": { "addStandard": { "standard": { "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} }, "name": { "da": "Besøg" } } } } },
                { "change": { "renameStandard": { "standard": "00000000-0000-4000-8000-000000000022", "name": { "da": "Naboer" } } } },
                { "change": { "addStandard": { "standard": { "id": "00000000-0000-4000-8000-000000000023", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} }, "name": { "da": "Besøg" } } } } },
                { "change": { "leaveOutStandard": { "standard": "00000000-0000-4000-8000-000000000023" } } },
                { "change": { "addIndicator": { "standard": "00000000-0000-4000-8000-000000000021", "indicator": { "id": "00000000-0000-4000-8000-000000000031", "statement": "Besøg om året" } } } },
                { "change": { "addIndicator": { "standard": "00000000-0000-4000-8000-000000000022", "indicator": { "id": "00000000-0000-4000-8000-000000000032", "statement": "Besøg om året" } } } },
                { "change": { "addIndicator": { "standard": "00000000-0000-4000-8000-000000000021", "indicator": { "id": "00000000-0000-4000-8000-000000000033", "statement": "Besøg om året", "numerator": "Naboer" } } } },
                { "change": { "addIndicator": { "standard": "00000000-0000-4000-8000-000000000021", "indicator": { "id": "00000000-0000-4000-8000-000000000034", "statement": "Besøg om året" } } } },
                { "change": { "rewordIndicator": { "indicator": "00000000-0000-4000-8000-000000000034", "statement": "Besøg om måneden" } } },
                { "change": { "addIndicator": { "standard": "00000000-0000-4000-8000-000000000021", "indicator": { "id": "00000000-0000-4000-8000-000000000035" } } } },
                { "change": { "addIndicator": { "standard": "00000000-0000-4000-8000-000000000021", "indicator": { "id": "00000000-0000-4000-8000-000000000036" } } } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "changes": [
                { "change": { "addTheme": { "theme": { "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": { "regional": {} }, "name": { "da": "Naboer" } } } } },
                { "change": { "addTheme": { "theme": { "id": "00000000-0000-4000-8000-000000000012", "area": "organisational", "origin": { "regional": {} }, "name": { "da": "naboer " } } } } },
                { "change": { "addStandard": { "standard": {
                    "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} }, "name": { "da": "Besøg" },
                    "indicators": [{ "id": "00000000-0000-4000-8000-000000000031", "statement": "Besøg om året" }]
                } } } },
                { "change": { "addStandard": { "standard": { "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} }, "name": { "da": "Naboer" } } } } },
                { "change": { "renameStandard": { "standard": "00000000-0000-4000-8000-000000000022", "name": { "da": "Besøg" } } } },
                { "change": { "addIndicator": { "standard": "00000000-0000-4000-8000-000000000029", "indicator": { "id": "00000000-0000-4000-8000-000000000033", "statement": "Besøg om året" } } } },
                { "change": { "addIndicator": { "standard": "00000000-0000-4000-8000-000000000029", "indicator": { "id": "00000000-0000-4000-8000-000000000034", "statement": "Besøg om året" } } } }
            ]
        }"#,
        &[
            not_met(
                "/changes/1/change",
                "et andet tema i samme område har samme navn efter ændring 1",
                "another theme of the same area has the same name after change 1",
            ),
            not_met(
                "/changes/4/change",
                "en anden standard har samme navn efter ændring 3",
                "another standard has the same name after change 3",
            ),
            not_met(
                "/changes/6/change",
                "ændring 6 giver samme standard en indikator med samme ordlyd, tæller, nævner og datakilde",
                "change 6 gives the same standard an indicator with the same wording, numerator, denominator and data source",
            ),
        ],
    ),
];
