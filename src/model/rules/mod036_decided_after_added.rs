//! A change of a tailoring is decided while what it changes exists.

use uuid::Uuid;

use super::mod024_changes_can_be_made::needed;
use super::own::each_added;
use crate::codes;
use crate::date::PartialDate;
use crate::id::Subject;
use crate::model::words::called;
use crate::model::{SetChange, Tailoring};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::{Bilingual, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::{decided, region},
    crate::model::{StandardArea, TailoringChange, Theme},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD036,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "tailoring, changes, decidedOn")],
    title: Bilingual::new(
        "en ændring i en tilpasning er besluttet, efter at det, den ændrer, er tilføjet, og før det udgår",
        "a change in a tailoring is decided after what it changes is added, and before it is left out",
    ),
    why: Bilingual::new(
        "Ændringerne står i den rækkefølge, de foretages i. Siger beslutningernes datoer noget andet, ved ingen, hvordan sættet så ud på et givet tidspunkt.",
        "The changes are listed in the order in which they are made. If the dates of the decisions say otherwise, nobody knows what the set was like at a given time.",
    ),
    remedy: Bilingual::new(
        "Ret den dato, der er forkert, eller rækkefølgen.",
        "Correct the date that is wrong, or the order.",
    ),
    example: Bilingual::new(
        "Standarden får nyt nummer ved en beslutning fra november 2011, men er først tilføjet i maj 2012.",
        "A decision of November 2011 gives the standard a new number, but the standard was not added until May 2012.",
    ),
    ..Rule::DERIVED
};

message! {
    BeforeAdded { on: PartialDate, what: Bilingual, added_on: PartialDate, change: u64 }
    "ændringen er besluttet {on:i}, men {what} er først tilføjet {added_on:i} (ændring {change})",
    "the change was decided {on:on|in}, but {what} was not added until {added_on} (change {change})",
}

message! {
    AfterLeftOut { on: PartialDate, what: Bilingual, left_out_on: PartialDate, change: u64 }
    "ændringen er besluttet {on:i}, men {what} udgik allerede {left_out_on:i} (ændring {change})",
    "the change was decided {on:on|in}, but {what} was left out before that, {left_out_on:on|in} (change {change})",
}

/// What a change does to a thing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Step {
    #[default]
    Adds,
    Changes,
    LeavesOut,
}

/// Adds each thing that a change is about, by its id.
fn each_step(tailoring: &Tailoring, put: &mut dyn FnMut((Uuid, (usize, Step)))) {
    for (n, one) in tailoring.changes.iter().enumerate() {
        let step = match one.change {
            SetChange::LeaveOutTheme { .. }
            | SetChange::LeaveOutStandard { .. }
            | SetChange::LeaveOutIndicator { .. } => Step::LeavesOut,
            _ => Step::Changes,
        };
        each_added(&one.change, &mut |subject| put((subject.id, (n, Step::Adds))));
        needed(&one.change).into_iter().flatten().for_each(|subject| put((subject.id, (n, step))));
    }
}

pub(super) fn check(tailoring: &Tailoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("changes");
    sorted(
        |put| each_step(tailoring, put),
        |steps| {
            for of_one in steps.chunk_by(|one, other| one.0 == other.0) {
                let mut added = None;
                check_left_out(of_one, tailoring, &list, cx);
                for (id, (change, step)) in of_one {
                    let Some(on) = decided_on(tailoring, *change) else { continue };
                    if *step == Step::Adds {
                        added = Some((*change, on));
                        continue;
                    }
                    if let Some((first, added_on)) = added.filter(|(_, added_on)| on.ends_before(*added_on))
                        && let Some(what) = what(tailoring, *change, *id)
                    {
                        let facts = BeforeAdded { on, what, added_on, change: ordinal(first) };
                        cx.not_met(&list.index(*change).key("decidedOn"), facts);
                    }
                }
            }
        },
    );
}

/// Finds what was decided of a thing after it was left out; where that is said several times, after the earliest of
/// these days.
fn check_left_out(
    of_one: &[(Uuid, (usize, Step))],
    tailoring: &Tailoring,
    list: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let mut left_out: Option<(PartialDate, usize)> = None;
    for (id, (n, step)) in of_one.iter().rev() {
        let Some(on) = decided_on(tailoring, *n) else { continue };
        match step {
            Step::Adds => {}
            Step::LeavesOut => {
                if left_out.is_none_or(|(day, _)| on.last_day() <= day.last_day()) {
                    left_out = Some((on, *n));
                }
            }
            Step::Changes => {
                if let Some((left_out_on, change)) = left_out
                    && left_out_on.ends_before(on)
                    && let Some(what) = what(tailoring, *n, *id)
                {
                    let facts = AfterLeftOut { on, what, left_out_on, change: ordinal(change) };
                    cx.not_met(&list.index(*n).key("decidedOn"), facts);
                }
            }
        }
    }
}

fn decided_on(tailoring: &Tailoring, change: usize) -> Option<PartialDate> {
    tailoring.changes.get(change)?.decided_on
}

/// What to call a thing that a change needs.
fn what(tailoring: &Tailoring, change: usize, id: Uuid) -> Option<Bilingual> {
    let needed: [Option<Subject>; 2] = needed(&tailoring.changes.get(change)?.change);
    needed.into_iter().flatten().find(|subject| subject.id == id).map(called)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Tailoring> = &[
    |tailoring, tape| {
        let theme = Theme::new(tape.spare_id(1), *tape.pick(StandardArea::ALL), region());
        let move_on = SetChange::MoveTheme { theme: theme.id, area: theme.area };
        let added = decided(SetChange::AddTheme { theme }, tape);
        let moved = TailoringChange { decided_on: PartialDate::of_year(2007), ..decided(move_on, tape) };
        tailoring.changes.extend([added, moved]);
    },
    |tailoring, tape| {
        let theme = Theme::new(tape.spare_id(1), *tape.pick(StandardArea::ALL), region());
        let move_on = SetChange::MoveTheme { theme: theme.id, area: theme.area };
        let left_out = decided(SetChange::LeaveOutTheme { theme: theme.id }, tape);
        let added = decided(SetChange::AddTheme { theme }, tape);
        let moved = TailoringChange { decided_on: PartialDate::of_year(2009), ..decided(move_on, tape) };
        tailoring.changes.extend([added, moved, left_out]);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // On one day and in one year, without a day, of what the set has, and again after it was left out.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "changes": [
                { "decidedOn": "2012-05-22", "change": { "addTheme": { "theme": {
                    "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": { "regional": {} }
                } } } },
                { "decidedOn": "2012-05-22", "change": { "renameTheme": { "theme": "00000000-0000-4000-8000-000000000011" } } },
                { "decidedOn": "2012", "change": { "renameTheme": { "theme": "00000000-0000-4000-8000-000000000011" } } },
                { "change": { "renameTheme": { "theme": "00000000-0000-4000-8000-000000000011" } } },
                { "decidedOn": "2011", "change": { "renameTheme": { "theme": "00000000-0000-4000-8000-000000000012" } } },
                { "decidedOn": "2012-06", "change": { "leaveOutTheme": { "theme": "00000000-0000-4000-8000-000000000011" } } },
                { "decidedOn": "2013", "change": { "renameTheme": { "theme": "00000000-0000-4000-8000-000000000011" } } }
            ]
        }"#,
    ),
    // A standard with its indicator, and what is put under it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "changes": [
                { "decidedOn": "2012-05-22", "change": { "addStandard": { "standard": {
                    "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} }, "indicators": [{ "id": "00000000-0000-4000-8000-000000000031" }]
                } } } },
                { "decidedOn": "2011-11-15", "change": { "renumberStandard": { "standard": "00000000-0000-4000-8000-000000000021" } } },
                { "decidedOn": "2012-05-21", "change": { "turnIndicator": { "indicator": "00000000-0000-4000-8000-000000000031" } } },
                { "decidedOn": "2012-04", "change": { "addIndicator": { "standard": "00000000-0000-4000-8000-000000000021", "indicator": { "id": "00000000-0000-4000-8000-000000000032" } } } },
                { "decidedOn": "2013", "change": { "turnIndicator": { "indicator": "00000000-0000-4000-8000-000000000031" } } },
                { "decidedOn": "2012-12", "change": { "leaveOutIndicator": { "indicator": "00000000-0000-4000-8000-000000000031" } } },
                { "decidedOn": "2012-11", "change": { "leaveOutIndicator": { "indicator": "00000000-0000-4000-8000-000000000031" } } },
                { "decidedOn": "2012-03", "change": { "leaveOutIndicator": { "indicator": "00000000-0000-4000-8000-000000000032" } } }
            ]
        }"#,
        &[
            not_met(
                "/changes/1/decidedOn",
                "ændringen er besluttet 15. november 2011, men standarden er først tilføjet 22. maj 2012 (ændring 1)",
                "the change was decided on 15 November 2011, but the standard was not added until 22 May 2012 (change 1)",
            ),
            not_met(
                "/changes/2/decidedOn",
                "ændringen er besluttet 21. maj 2012, men indikatoren er først tilføjet 22. maj 2012 (ændring 1)",
                "the change was decided on 21 May 2012, but the indicator was not added until 22 May 2012 (change 1)",
            ),
            not_met(
                "/changes/3/decidedOn",
                "ændringen er besluttet i april 2012, men standarden er først tilføjet 22. maj 2012 (ændring 1)",
                "the change was decided in April 2012, but the standard was not added until 22 May 2012 (change 1)",
            ),
            not_met(
                "/changes/4/decidedOn",
                "ændringen er besluttet i 2013, men indikatoren udgik allerede i november 2012 (ændring 7)",
                "the change was decided in 2013, but the indicator was left out before that, in November 2012 (change 7)",
            ),
            not_met(
                "/changes/7/decidedOn",
                "ændringen er besluttet i marts 2012, men indikatoren er først tilføjet i april 2012 (ændring 4)",
                "the change was decided in March 2012, but the indicator was not added until April 2012 (change 4)",
            ),
        ],
    ),
    // It is left out twice in one month: the day counts.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "changes": [
                {
                    "decidedOn": "2012-01-01",
                    "change": {
                        "addTheme": {
                            "theme": {
                                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational",
                                "origin": { "regional": {} }
                            }
                        }
                    }
                },
                {
                    "decidedOn": "2012-03",
                    "change": {
                        "renameTheme": { "theme": "00000000-0000-4000-8000-000000000011", "name": { "da": "Nyt" } }
                    }
                },
                {
                    "decidedOn": "2012-02-10",
                    "change": { "leaveOutTheme": { "theme": "00000000-0000-4000-8000-000000000011" } }
                },
                {
                    "decidedOn": "2012-02",
                    "change": { "leaveOutTheme": { "theme": "00000000-0000-4000-8000-000000000011" } }
                }
            ]
        }"#,
        &[not_met(
            "/changes/1/decidedOn",
            "ændringen er besluttet i marts 2012, men temaet udgik allerede 10. februar 2012 (ændring 3)",
            "the change was decided in March 2012, but the theme was left out before that, on 10 February 2012 (change 3)",
        )],
    ),
];
