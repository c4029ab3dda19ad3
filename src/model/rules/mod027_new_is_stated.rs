//! A change to the number of a standard or to an indicator says what is new.

use crate::codes;
use crate::model::words::called;
use crate::model::{Denominator, SetChange, Tailoring};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, is_stated};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::additions::put_change, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD027,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "tailoring, changes")],
    title: Bilingual::new(
        "en ændring af en standards nummer eller af en indikator siger, hvad det nye er",
        "a change to the number of a standard or to an indicator says what is new",
    ),
    why: Bilingual::new(
        "Ellers mister standarden sit nummer eller indikatoren sin ordlyd, retning eller kilde, og hvert tilbud tæller på sin egen måde.",
        "Otherwise the standard loses its number, or the indicator its wording, direction or source, and each service counts in its own way.",
    ),
    remedy: Bilingual::new(
        "Skriv det nye, eller fjern ændringen.",
        "State what is new, or remove the change.",
    ),
    example: Bilingual::new(
        "Ændringen siger, at indikatoren får ny ordlyd, men feltet er tomt.",
        "The change says that the indicator is reworded, but the field is blank.",
    ),
    ..Rule::DERIVED
};

message! {
    NoWording {}
    "indikatoren får ny ordlyd, men den nye ordlyd er ikke oplyst",
    "the indicator gets a new wording, but the new wording is not stated",
}

message! {
    NothingNew { subject: Bilingual, new: Bilingual }
    "{subject} ændres, men {new} er ikke oplyst",
    "{subject} is changed, but {new} is not stated",
}

const NUMBER: Bilingual = Bilingual::new("det nye nummer", "the new number");
const DIRECTION: Bilingual = Bilingual::new("den nye retning", "the new direction");
const COUNTING: Bilingual = Bilingual::new("den nye tæller eller nævner", "the new numerator or denominator");
const SOURCE: Bilingual = Bilingual::new("den nye datakilde", "the new data source");

/// What a change ought to state and does not. A theme can lose its name and its activities, and a standard its name: it is then
/// called after its theme.
fn missing(change: &SetChange) -> Option<Bilingual> {
    let (is_missing, what) = match change {
        SetChange::RenumberStandard { number, .. } => (number.is_none(), NUMBER),
        SetChange::TurnIndicator { direction, .. } => (direction.is_none(), DIRECTION),
        SetChange::RecountIndicator { numerator, denominator, .. } => {
            let is_stated =
                is_stated(numerator.as_ref()) || denominator.as_ref().is_some_and(Denominator::is_stated);
            (!is_stated, COUNTING)
        }
        SetChange::ChangeDataSource { data_source, projects, .. } => {
            (!is_stated(data_source.as_ref()) && projects.is_empty(), SOURCE)
        }
        _ => return None,
    };
    is_missing.then_some(what)
}

pub(super) fn check(tailoring: &Tailoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("changes");
    for (n, one) in tailoring.changes.iter().enumerate() {
        if let SetChange::RewordIndicator { statement, .. } = &one.change
            && !is_stated(statement.as_ref())
        {
            let at = list.index(n);
            cx.not_met(&at.key("change"), NoWording {});
        }
        if let Some(new) = missing(&one.change) {
            let at = list.index(n);
            cx.not_met(&at.key("change"), NothingNew { subject: called(one.change.subject()), new });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Tailoring> = &[
    |tailoring, tape| {
        tailoring.base = tape.spare_id(2);
        let (indicator, statement) = (tape.spare_id(1), tape.unsaid());
        put_change(tailoring, SetChange::RewordIndicator { indicator, statement }, tape);
    },
    |tailoring, tape| {
        tailoring.base = tape.spare_id(2);
        let (standard, indicator) = (tape.spare_id(1), tape.spare_id(3));
        let (numerator, data_source) = (tape.unsaid(), tape.unsaid());
        let changes = [
            SetChange::RenumberStandard { standard, number: None },
            SetChange::TurnIndicator { indicator, direction: None },
            SetChange::RecountIndicator { indicator, numerator, denominator: None },
            SetChange::ChangeDataSource { indicator, data_source, projects: [].into() },
        ];
        put_change(tailoring, tape.pick(&changes).clone(), tape);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [{ "change": { "rewordIndicator": {
                "indicator": "6b76616c-6974-8000-8000-000100030101", "statement": "Andel af borgere med en plan"
            } } }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [
                { "change": { "rewordIndicator": {
                    "indicator": "6b76616c-6974-8000-8000-000100030101", "statement": "  "
                } } },
                { "change": { "rewordIndicator": { "indicator": "6b76616c-6974-8000-8000-000100030102" } } }
            ]
        }"#,
        &[
            not_met(
                "/changes/0/change",
                "indikatoren får ny ordlyd, men den nye ordlyd er ikke oplyst",
                "the indicator gets a new wording, but the new wording is not stated",
            ),
            not_met(
                "/changes/1/change",
                "indikatoren får ny ordlyd, men den nye ordlyd er ikke oplyst",
                "the indicator gets a new wording, but the new wording is not stated",
            ),
        ],
    ),
    // A theme and a standard can lose their names; a number of projects is a source, and one of two counts is enough.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "changes": [
                { "change": { "renameTheme": { "theme": "00000000-0000-4000-8000-000000000011" } } },
                { "change": { "renameStandard": { "standard": "00000000-0000-4000-8000-000000000021", "name": { "en": "Care plans" } } } },
                { "change": { "renameStandard": { "standard": "00000000-0000-4000-8000-000000000021" } } },
                { "change": { "renumberStandard": { "standard": "00000000-0000-4000-8000-000000000021", "number": "1.7" } } },
                { "change": { "turnIndicator": { "indicator": "00000000-0000-4000-8000-000000000031", "direction": "atMost" } } },
                { "change": { "recountIndicator": { "indicator": "00000000-0000-4000-8000-000000000031", "denominator": "none" } } },
                { "change": { "recountIndicator": { "indicator": "00000000-0000-4000-8000-000000000031", "numerator": "Borgere" } } },
                { "change": { "changeDataSource": { "indicator": "00000000-0000-4000-8000-000000000031", "projects": ["00000000-0000-4000-8000-000000000041"] } } },
                { "change": { "changeIndicatorOrigin": { "indicator": "00000000-0000-4000-8000-000000000031" } } },
                { "change": { "replaceActivities": { "theme": "00000000-0000-4000-8000-000000000011" } } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "changes": [
                { "change": { "renumberStandard": { "standard": "00000000-0000-4000-8000-000000000021" } } },
                { "change": { "turnIndicator": { "indicator": "00000000-0000-4000-8000-000000000031" } } },
                { "change": { "recountIndicator": { "indicator": "00000000-0000-4000-8000-000000000031", "denominator": { "of": { "text": " " } } } } },
                { "change": { "changeDataSource": { "indicator": "00000000-0000-4000-8000-000000000031" } } }
            ]
        }"#,
        &[
            not_met(
                "/changes/0/change",
                "standarden ændres, men det nye nummer er ikke oplyst",
                "the standard is changed, but the new number is not stated",
            ),
            not_met(
                "/changes/1/change",
                "indikatoren ændres, men den nye retning er ikke oplyst",
                "the indicator is changed, but the new direction is not stated",
            ),
            not_met(
                "/changes/2/change",
                "indikatoren ændres, men den nye tæller eller nævner er ikke oplyst",
                "the indicator is changed, but the new numerator or denominator is not stated",
            ),
            not_met(
                "/changes/3/change",
                "indikatoren ændres, men den nye datakilde er ikke oplyst",
                "the indicator is changed, but the new data source is not stated",
            ),
        ],
    ),
    // A source in words is stated, and nothing at all is not.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "changes": [
                {
                    "change": {
                        "changeDataSource": {
                            "indicator": "00000000-0000-4000-8000-000000000031", "dataSource": "lønsystemet"
                        }
                    }
                },
                { "change": { "recountIndicator": { "indicator": "00000000-0000-4000-8000-000000000031" } } }
            ]
        }"#,
        &[not_met(
            "/changes/1/change",
            "indikatoren ændres, men den nye tæller eller nævner er ikke oplyst",
            "the indicator is changed, but the new numerator or denominator is not stated",
        )],
    ),
];
