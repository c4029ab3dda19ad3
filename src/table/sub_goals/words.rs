//! The words of cells: statuses, kinds, results.

use super::choice::{StatusWord, SubGoalChoice};
use crate::goal::{GoalKind, GoalResult, GoalStatus};
use crate::table::number::is_missing;
use crate::table::vocabulary::{folded, is_one_of};

const OPEN: &[&str] = &[
    "åbent",
    "åben",
    "åbne",
    "aktiv",
    "aktivt",
    "aktuel",
    "aktuelt",
    "igangværende",
    "i gang",
    "påbegyndt",
    "fortsætter",
    "open",
    "active",
    "ongoing",
    "in progress",
];
const REACHED: &[&str] = &[
    "nået",
    "målet er nået",
    "opnået",
    "opfyldt",
    "helt opfyldt",
    "indfriet",
    "gennemført",
    "reached",
    "achieved",
    "met",
    "fulfilled",
];
const GIVEN_UP: &[&str] = &[
    "opgivet",
    "annulleret",
    "afbrudt",
    "bortfaldet",
    "udgået",
    "given up",
    "abandoned",
    "cancelled",
    "canceled",
];
const REPLACED: &[&str] = &["erstattet", "afløst", "replaced", "superseded"];
const CLOSED: &[&str] = &["afsluttet", "afsluttede", "lukket", "inaktiv", "inaktivt", "closed", "inactive"];

const DEVELOP: &[&str] = &["udvikle", "udvikling", "udviklende", "develop", "development"];
const MAINTAIN: &[&str] = &[
    "fastholde",
    "fastholdelse",
    "fastholdende",
    "vedligeholde",
    "vedligeholdelse",
    "maintain",
    "maintenance",
];
const LIMIT_LOSS: &[&str] = &[
    "begrænse tab",
    "begrænse tabet",
    "begrænse tab af funktionsevne",
    "begrænsning af tab",
    "lindre",
    "limit loss",
    "limiting loss",
];

const PARTLY_REACHED: &[&str] = &[
    "delvist nået",
    "delvis nået",
    "delvist opnået",
    "delvis opnået",
    "delvist opfyldt",
    "delvis opfyldt",
    "delvist",
    "delvis",
    "partly reached",
    "partially reached",
    "partly achieved",
    "partially achieved",
    "partly met",
    "partially met",
];
const NOT_REACHED: &[&str] =
    &["ikke nået", "ikke opnået", "ikke opfyldt", "not reached", "not achieved", "not met", "ikke indfriet"];

const NONE: &[&str] = &[
    "mangler",
    "mangler delmål",
    "delmål mangler",
    "0",
    "?",
    "nej",
    "ej",
    "ikke oprettet",
    "ikke udarbejdet",
    "ikke lavet",
    "afventer",
    "missing",
    "no",
    "ingen",
    "ingen delmål",
    "intet delmål",
    "intet",
    "none",
    "no sub-goal",
    "no sub-goals",
    "no subgoals",
];

/// The status that a cell states. Returns `Err` if it is not a known one.
pub(super) fn status(cell: &str, choice: &SubGoalChoice) -> Result<Option<GoalStatus>, ()> {
    if is_missing(cell) {
        return Ok(None);
    }
    let said = folded(cell);
    let own = |one: &&StatusWord| folded(&one.word) == said;
    if let Some(own) = choice.statuses.iter().rev().find(own) {
        return Ok(Some(own.status));
    }
    one_of(
        &said,
        &[
            (OPEN, GoalStatus::Open),
            (REACHED, GoalStatus::Reached),
            (GIVEN_UP, GoalStatus::GivenUp),
            (REPLACED, GoalStatus::Replaced),
            (CLOSED, GoalStatus::Closed),
        ],
    )
}

pub(super) fn kind(cell: &str) -> Result<Option<GoalKind>, ()> {
    of(
        cell,
        &[(DEVELOP, GoalKind::Develop), (MAINTAIN, GoalKind::Maintain), (LIMIT_LOSS, GoalKind::LimitLoss)],
    )
}

pub(super) fn result(cell: &str) -> Result<Option<GoalResult>, ()> {
    of(
        cell,
        &[
            (REACHED, GoalResult::Reached),
            (PARTLY_REACHED, GoalResult::PartlyReached),
            (NOT_REACHED, GoalResult::NotReached),
        ],
    )
}

pub(super) fn yes(cell: &str) -> Result<Option<bool>, ()> {
    if is_missing(cell) {
        return Ok(None);
    }
    crate::table::vocabulary::yes(cell).map(Some).ok_or(())
}

/// Returns `true` if the cell says in words that there is no sub-goal.
pub(super) fn says_none(cell: &str) -> bool {
    const WITHIN: [&str; 4] = ["ingen delmaal", "intet delmaal", "ikke delmaal", "no sub goal"];
    let said = folded(cell);
    is_missing(cell) || is_one_of(&said, NONE) || WITHIN.iter().any(|words| said.contains(words))
}

/// Whether a cell says that its row is a sum.
pub(super) fn says_total(cell: &str) -> bool {
    const TOTALS: &[&str] = &[
        "i alt",
        "ialt",
        "total",
        "totalt",
        "hovedtotal",
        "subtotal",
        "sum",
        "samlet",
        "antal i alt",
        "in total",
    ];
    is_one_of(&folded(cell), TOTALS)
}

/// Whether a heading names the next evaluation: its date is later than any evaluation that settled one before.
pub(super) fn is_next(heading: &str) -> bool {
    folded(heading).split(' ').any(|word| ["naeste", "next"].contains(&word))
}

fn of<T: Copy>(cell: &str, words: &[(&[&str], T)]) -> Result<Option<T>, ()> {
    if is_missing(cell) { Ok(None) } else { one_of(&folded(cell), words) }
}

fn one_of<T: Copy>(said: &str, words: &[(&[&str], T)]) -> Result<Option<T>, ()> {
    let found = words.iter().find(|(words, _)| is_one_of(said, words)).map(|(_, value)| *value);
    found.map(Some).ok_or(())
}
