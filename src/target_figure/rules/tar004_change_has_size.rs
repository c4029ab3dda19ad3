//! An aim to change something has a baseline, a size and a date.

use alloc::vec::Vec;

use crate::codes;
use crate::date::When;
use crate::figure::{Decimal, Unit};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::target_figure::{ChangeAim, ChangeAimKind};
use crate::text::{Bilingual, missing_of};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR004,
    requirements: &["R-034"],
    sources: &[
        SourceRef::agreement("1.1, Differentierede udviklingsmål"),
        SourceRef::agreement("1.3.1"),
        SourceRef::new(SourceDocument::SMARTE_2023, "Problemformulering (Målbare, Tidsbestemte)"),
    ],
    title: Bilingual::new(
        "et mål om en ændring har udgangspunkt, størrelse og dato, og et niveau, der skal fastholdes, har ingen størrelse",
        "an aim to change something has a baseline, a size and a date, and a level to be maintained has no size",
    ),
    why: Bilingual::new(
        "Uden de tre angiver målet kun en retning, og så er det uklart, om det er nået. Det er det også, hvis et niveau både skal fastholdes og ændres.",
        "Without these three the aim is only a direction, and it is unclear whether it has been reached; so it is if a level is both to be maintained and to change.",
    ),
    remedy: Bilingual::new(
        "Lad målet være enten en ændring med udgangspunkt, størrelse og dato eller et niveau med udgangspunkt og dato, som skal fastholdes. Tilføj det, der mangler, og ret eller slet det, der ikke passer.",
        "Let the aim be either a change with a baseline, a size and a date, or a level to be maintained with a baseline and a date. Add what is missing, and correct or delete what does not fit.",
    ),
    example: Bilingual::new(
        "1.3.1: »nedbringe antallet af påbud« – uden udgangspunkt, uden tal og uden dato.",
        "1.3.1: to reduce the number of orders from the Working Environment Authority – with no baseline, no figure and no date.",
    ),
    ..Rule::DERIVED
};

message! {
    DirectionOnly { kind: Bilingual, missing: Vec<Bilingual> }
    "målet siger kun, at {kind}; der mangler {missing:og}",
    "the aim says only that {kind}; what is missing: {missing:and}",
}

message! {
    NoDirection { missing: Vec<Bilingual> }
    "i målet mangler {missing:og}",
    "what is missing in the aim: {missing:and}",
}

message! {
    LevelWithoutDate {}
    "det fremgår ikke, hvornår niveauet skal være fastholdt",
    "it is not stated by which date the level is to have been maintained",
}

message! {
    NoLevel {}
    "det fremgår ikke, hvilket niveau der skal fastholdes",
    "it is not stated which level is to be maintained",
}

message! {
    NeitherLevelNorDate {}
    "det fremgår hverken, hvilket niveau der skal fastholdes, eller hvornår det skal være fastholdt",
    "neither the level to be maintained nor the date is stated",
}

message! {
    NegativeSize { size: Decimal }
    "størrelsen er {size}, men en ændring angives som et tal over 0; om tallet skal op eller ned, siger målets art",
    "the size is {size}, but a change is stated as a figure above 0; the kind of the aim says whether the figure is to rise or fall",
}

message! {
    SizeOfLevel { size: Decimal }
    "størrelsen er {size}, men et niveau skal fastholdes, og så er der ingen ændring",
    "the size is {size}, but a level is to be maintained, and then there is no change",
}

/// What the aim says, as the end of a sentence.
const fn in_words(kind: ChangeAimKind) -> Bilingual {
    match kind {
        ChangeAimKind::Increase => Bilingual::new("tallet skal op", "the figure is to rise"),
        ChangeAimKind::Reduce => Bilingual::new("tallet skal ned", "the figure is to fall"),
        ChangeAimKind::Maintain => Bilingual::new("et niveau skal fastholdes", "a level is to be maintained"),
        ChangeAimKind::LimitLoss => Bilingual::new("et tab skal begrænses", "a loss is to be limited"),
    }
}

pub(super) fn check(aim: &ChangeAim, at: &Path<'_>, cx: &mut Checker<'_>) {
    // A baseline without its unit is for another rule.
    let has_baseline = aim.baseline.as_ref().is_some_and(|baseline| baseline.value.is_some());
    let has_date = aim.by.as_ref().is_some_and(When::has_date);
    if aim.kind == Some(ChangeAimKind::Maintain) {
        match (has_baseline, has_date) {
            (true, true) => {}
            (true, false) => cx.not_met(at, LevelWithoutDate {}),
            (false, true) => cx.not_met(at, NoLevel {}),
            (false, false) => cx.not_met(at, NeitherLevelNorDate {}),
        }
        if let Some(size) = aim.size.filter(|size| !size.is_zero()) {
            cx.not_met(&at.key("size"), SizeOfLevel { size });
        }
        return;
    }
    // A change by nothing is no change; a loss can be limited to nothing.
    let least_is_zero = aim.kind == Some(ChangeAimKind::LimitLoss);
    let negative = aim.size.filter(|size| aim.kind.is_some() && *size < Decimal::ZERO);
    if let Some(size) = negative {
        cx.not_met(&at.key("size"), NegativeSize { size });
    }
    let has_size = aim.size.is_some_and(|size| size != Decimal::ZERO || least_is_zero);
    let has_unit = aim.unit.as_ref().is_some_and(Unit::is_stated);
    // What is to be maintained has no size; so it is not missed where the direction is not stated.
    let needs_size = aim.kind.is_some();
    let parts = [
        (aim.kind.is_some(), Bilingual::new("en retning", "a direction")),
        (has_baseline, Bilingual::new("et udgangspunkt", "a baseline")),
        (
            !needs_size || has_size && has_unit,
            Bilingual::new("en størrelse med enhed", "a size with its unit"),
        ),
        (has_date, Bilingual::new("en dato", "a date")),
    ];
    let missing: Vec<_> = missing_of(parts).collect();
    match aim.kind {
        _ if missing.is_empty() => {}
        Some(kind) => cx.not_met(at, DirectionOnly { kind: in_words(kind), missing }),
        None => cx.not_met(at, NoDirection { missing }),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ChangeAim> = &[
    |aim, _| *aim = ChangeAim::new(ChangeAimKind::Reduce),
    |aim, tape| *aim = ChangeAim::new(*tape.pick(ChangeAimKind::ALL)),
    |aim, _| aim.kind = None,
    |aim, _| aim.baseline = None,
    |aim, tape| {
        aim.kind = Some(*tape.pick(&[ChangeAimKind::Increase, ChangeAimKind::Reduce]));
        aim.size = *tape.pick(&[None, Some(Decimal::ZERO), Decimal::new(-1, 0).ok()]);
    },
    |aim, tape| {
        aim.kind =
            Some(*tape.pick(&[ChangeAimKind::Increase, ChangeAimKind::Reduce, ChangeAimKind::LimitLoss]));
        (aim.size, aim.unit) = (Some(Decimal::from(10)), None);
    },
    |aim, tape| {
        aim.kind =
            Some(*tape.pick(&[ChangeAimKind::Increase, ChangeAimKind::Reduce, ChangeAimKind::LimitLoss]));
        aim.size = Some(Decimal::from(10));
        aim.unit = Some(Unit::Other { name: tape.unsaid().unwrap_or_default().into() });
    },
    |aim, tape| {
        aim.kind = Some(ChangeAimKind::Maintain);
        aim.size = Some(Decimal::from(tape.number(1, 100)));
    },
    |aim, _| aim.by = None,
    |aim, tape| {
        let name = Some(tape.said());
        let without_date = [
            When::Continuously,
            When::TimesAYear { times: Some(2) },
            When::DecidedBy { body: None, name: name.clone() },
            When::Schedule { title: name, deadline: None, issued_by: None },
        ];
        aim.by = Some(tape.pick(&without_date).clone());
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "kind": "reduce", "baseline": { "value": "12", "unit": "count" },
            "size": "5", "unit": "count", "by": { "date": { "on": "2024-11" } }
        }"#,
    ),
    // What is to be maintained has no size. A day without a year is a date.
    accepts(
        r#"{
            "kind": "maintain", "baseline": { "value": "80", "unit": "percent" },
            "by": { "monthDay": { "day": "--11-30" } }
        }"#,
    ),
    // A change by nothing is none.
    accepts(
        r#"{
            "kind": "maintain", "baseline": { "value": "80", "unit": "percent" },
            "size": "0", "unit": "percent", "by": { "date": { "on": "2024-11" } }
        }"#,
    ),
    // The size of a loss is what may be lost, and it may be nothing. The schedule says when.
    accepts(
        r#"{
            "kind": "limitLoss", "baseline": { "value": "80", "unit": "percent" },
            "size": "0", "unit": "percent", "by": { "schedule": { "deadline": "2024" } }
        }"#,
    ),
    // A baseline without its unit is for another rule.
    accepts(
        r#"{
            "kind": "increase", "baseline": { "value": "80" },
            "size": "5", "unit": "percent", "by": { "date": { "on": "2024-11" } }
        }"#,
    ),
    refuses(
        "{}",
        &[not_met(
            "",
            "i målet mangler en retning, et udgangspunkt og en dato",
            "what is missing in the aim: a direction, a baseline and a date",
        )],
    ),
    refuses(
        r#"{
            "baseline": { "value": "12", "unit": "count" },
            "size": "5", "unit": "count", "by": { "date": { "on": "2024-11" } }
        }"#,
        &[not_met("", "i målet mangler en retning", "what is missing in the aim: a direction")],
    ),
    refuses(
        r#"{ "kind": "reduce" }"#,
        &[not_met(
            "",
            "målet siger kun, at tallet skal ned; der mangler et udgangspunkt, en størrelse med enhed og en dato",
            "the aim says only that the figure is to fall; what is missing: a baseline, a size with its unit and a date",
        )],
    ),
    refuses(
        r#"{ "kind": "maintain", "baseline": {} }"#,
        &[not_met(
            "",
            "det fremgår hverken, hvilket niveau der skal fastholdes, eller hvornår det skal være fastholdt",
            "neither the level to be maintained nor the date is stated",
        )],
    ),
    refuses(
        r#"{ "kind": "maintain", "by": { "date": { "on": "2024-11" } } }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvilket niveau der skal fastholdes",
            "it is not stated which level is to be maintained",
        )],
    ),
    refuses(
        r#"{
            "kind": "maintain", "baseline": { "value": "80", "unit": "percent" },
            "by": { "timesAYear": { "times": 2 } }
        }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvornår niveauet skal være fastholdt",
            "it is not stated by which date the level is to have been maintained",
        )],
    ),
    refuses(
        r#"{
            "kind": "increase", "baseline": { "value": "80", "unit": "percent" },
            "size": "5", "by": { "date": { "on": "2024-11" } }
        }"#,
        &[not_met(
            "",
            "målet siger kun, at tallet skal op; der mangler en størrelse med enhed",
            "the aim says only that the figure is to rise; what is missing: a size with its unit",
        )],
    ),
    // A negative size is stated, and wrong.
    refuses(
        r#"{
            "kind": "reduce", "baseline": { "value": "80", "unit": "percent" },
            "size": "-5", "unit": "percent", "by": { "date": { "on": "2024-11" } }
        }"#,
        &[not_met(
            "/size",
            "størrelsen er -5, men en ændring angives som et tal over 0; om tallet skal op eller ned, siger målets art",
            "the size is -5, but a change is stated as a figure above 0; the kind of the aim says whether the figure is to rise or fall",
        )],
    ),
    refuses(
        r#"{
            "kind": "maintain", "baseline": { "value": "5", "unit": "count" },
            "size": "3", "unit": "count", "by": { "date": { "on": "2024-11" } }
        }"#,
        &[not_met(
            "/size",
            "størrelsen er 3, men et niveau skal fastholdes, og så er der ingen ændring",
            "the size is 3, but a level is to be maintained, and then there is no change",
        )],
    ),
    // By nothing is no change.
    refuses(
        r#"{
            "kind": "increase", "baseline": { "value": "80", "unit": "percent" },
            "size": "0", "unit": "percent", "by": { "date": { "on": "2024-11" } }
        }"#,
        &[not_met(
            "",
            "målet siger kun, at tallet skal op; der mangler en størrelse med enhed",
            "the aim says only that the figure is to rise; what is missing: a size with its unit",
        )],
    ),
    refuses(
        r#"{
            "kind": "limitLoss", "baseline": { "value": "80", "unit": "percent" },
            "unit": "percent", "by": { "decidedBy": { "name": "styregruppen" } }
        }"#,
        &[not_met(
            "",
            "målet siger kun, at et tab skal begrænses; der mangler en størrelse med enhed og en dato",
            "the aim says only that a loss is to be limited; what is missing: a size with its unit and a date",
        )],
    ),
    refuses(
        r#"{
            "kind": "reduce", "baseline": { "value": "12", "unit": "count" },
            "size": "3", "unit": "count", "by": "continuously"
        }"#,
        &[not_met(
            "",
            "målet siger kun, at tallet skal ned; der mangler en dato",
            "the aim says only that the figure is to fall; what is missing: a date",
        )],
    ),
    // The date is in a schedule that sets no deadline yet.
    refuses(
        r#"{
            "kind": "reduce", "baseline": { "value": "12", "unit": "count" },
            "size": "3", "unit": { "other": { "name": " " } }, "by": { "schedule": {} }
        }"#,
        &[not_met(
            "",
            "målet siger kun, at tallet skal ned; der mangler en størrelse med enhed og en dato",
            "the aim says only that the figure is to fall; what is missing: a size with its unit and a date",
        )],
    ),
    // Without a kind it is not known what a size below zero means.
    refuses(
        r#"{ "size": "-5", "unit": "percent", "by": { "date": { "on": "2024" } } }"#,
        &[not_met(
            "",
            "i målet mangler en retning og et udgangspunkt",
            "what is missing in the aim: a direction and a baseline",
        )],
    ),
];
