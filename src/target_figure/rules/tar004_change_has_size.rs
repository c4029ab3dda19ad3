//! A change has a baseline, a size and a date.

use alloc::vec::Vec;

use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::target_figure::{ChangeAim, ChangeKind};
use crate::text::{Bilingual, missing_of};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR004,
    requirements: &["R-034"],
    sources: &[SourceRef::agreement("1.3.1")],
    title: Bilingual::new(
        "en ændring har udgangspunkt, størrelse og dato",
        "a change has a baseline, a size and a date",
    ),
    why: Bilingual::new(
        "Uden de tre kan ingen sige, om ændringen er nået; så er den kun en retning.",
        "Without the three nobody can say whether the change was reached; it is a direction only.",
    ),
    remedy: Bilingual::new(
        "Angiv, hvor tallet er nu, hvor meget det skal ændres, og hvornår det skal være sket. Skal det fastholdes, er der ingen størrelse at angive.",
        "State where the figure is now, how much it is to change, and by when. To maintain it needs no size.",
    ),
    example: Bilingual::new(
        "1.3.1: \"nedbringe antallet af påbud\" – uden tal og uden dato.",
        "1.3.1: to reduce the number of orders – with no figure and no date.",
    ),
    ..Rule::DERIVED
};

message! {
    DirectionOnly { kind: Bilingual, missing: Vec<Bilingual> }
    "{kind} er kun en retning; der mangler {missing}",
    "{kind} is a direction only; missing: {missing}",
}

pub(super) fn check(aim: &ChangeAim, at: &Path<'_>, cx: &mut Checker<'_>) {
    let has_size = aim.kind == ChangeKind::Maintain || (aim.size.is_some() && aim.unit.is_some());
    let parts = [
        (aim.baseline.is_some(), Bilingual::new("udgangspunkt", "baseline")),
        (has_size, Bilingual::new("størrelse med enhed", "size with unit")),
        (aim.by.is_some(), Bilingual::new("dato", "date")),
    ];
    let missing: Vec<_> = missing_of(parts).collect();
    if !missing.is_empty() {
        cx.not_met(at, DirectionOnly { kind: aim.kind.label(), missing });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ChangeAim> = &[
    |aim, _| *aim = ChangeAim::new(ChangeKind::Reduce),
    |aim, tape| *aim = ChangeAim::new(*tape.pick(ChangeKind::ALL)),
    |aim, _| aim.baseline = None,
    |aim, tape| {
        aim.kind = *tape.pick(&[ChangeKind::Increase, ChangeKind::Reduce, ChangeKind::LimitLoss]);
        aim.size = None;
    },
    |aim, tape| {
        aim.kind = *tape.pick(&[ChangeKind::Increase, ChangeKind::Reduce, ChangeKind::LimitLoss]);
        aim.unit = None;
    },
    |aim, _| aim.by = None,
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "kind": "reduce", "baseline": { "value": "12", "unit": "count" },
            "size": "5", "unit": "count", "by": { "date": { "on": "2024-11" } }
        }"#,
    ),
    // What is to be maintained has no size.
    accepts(
        r#"{
            "kind": "maintain", "baseline": { "value": "80", "unit": "percent" },
            "by": { "date": { "on": "2024-11" } }
        }"#,
    ),
    // The size of a loss is what may be lost, and it may be nothing.
    accepts(
        r#"{
            "kind": "limitLoss", "baseline": { "value": "80", "unit": "percent" },
            "size": "0", "unit": "percent", "by": "continuously"
        }"#,
    ),
    refuses(
        r#"{ "kind": "reduce" }"#,
        &[not_met(
            "",
            "en nedbringelse er kun en retning; der mangler udgangspunkt, størrelse med enhed, dato",
            "a reduction is a direction only; missing: baseline, size with unit, date",
        )],
    ),
    refuses(
        r#"{ "kind": "maintain" }"#,
        &[not_met(
            "",
            "en fastholdelse er kun en retning; der mangler udgangspunkt, dato",
            "maintaining is a direction only; missing: baseline, date",
        )],
    ),
    refuses(
        r#"{
            "kind": "increase", "baseline": { "value": "80", "unit": "percent" },
            "size": "5", "by": { "date": { "on": "2024-11" } }
        }"#,
        &[not_met(
            "",
            "en øgning er kun en retning; der mangler størrelse med enhed",
            "an increase is a direction only; missing: size with unit",
        )],
    ),
    refuses(
        r#"{
            "kind": "limitLoss", "baseline": { "value": "80", "unit": "percent" },
            "unit": "percent", "by": { "date": { "on": "2024-11" } }
        }"#,
        &[not_met(
            "",
            "en begrænsning af tab er kun en retning; der mangler størrelse med enhed",
            "limiting a loss is a direction only; missing: size with unit",
        )],
    ),
];
