//! How do I check what my own service holds? Map it onto a draft, check, and map the findings back.
#![expect(clippy::expect_used, reason = "an example may stop where it is wrong about itself")]

use kvalitetsmodel::agreement::{Action, DevelopmentAgreement, FocusArea, ScopeOfDuty};
use kvalitetsmodel::id::{Id, Identified as _};
use kvalitetsmodel::{Context, Lang, check};
use uuid::Uuid;

/// A row of our own database: a goal that somebody typed into our own form.
struct GoalRow {
    id: Uuid,
    heading: String,
    tasks: Vec<(Uuid, String)>,
}

/// What our own form shows next to a row.
struct Hint {
    /// `None` if it is about the form as a whole.
    row: Option<Uuid>,
    /// Which part of the row or task; empty for it as a whole.
    field: String,
    stop: bool,
    text: String,
}

impl From<&GoalRow> for FocusArea {
    fn from(row: &GoalRow) -> Self {
        let action = |(id, text): &(Uuid, String)| Action {
            text: Some(text.as_str().into()),
            ..Action::new(Id::new(*id))
        };
        Self {
            title: Some(row.heading.as_str().into()),
            scope: vec![ScopeOfDuty::AllServices],
            actions: row.tasks.iter().map(action).collect(),
            ..Self::new(Id::new(row.id))
        }
    }
}

/// The whole adapter: our rows in, our hints out. The day is an argument, as everywhere in the crate.
fn hints(rows: &[GoalRow], today: chrono::NaiveDate) -> Vec<Hint> {
    let draft = DevelopmentAgreement {
        focus_areas: rows.iter().map(FocusArea::from).collect(),
        ..DevelopmentAgreement::new(Id::from_u128(1))
    };
    let report = check(&draft, &Context::new(today));
    let has_task = |row: &&GoalRow, task: Uuid| row.tasks.iter().any(|(id, _)| *id == task);
    let hint = |finding: &kvalitetsmodel::report::Finding| Hint {
        // A finding names the thing it is about and the field in it, so no pointer has to be parsed.
        row: finding.subject().and_then(|subject| match subject.kind {
            FocusArea::KIND => Some(subject.id),
            Action::KIND => rows.iter().find(|row| has_task(row, subject.id)).map(|row| row.id),
            _ => None, // shown above the form: no finding is lost
        }),
        field: finding.field().to_owned(),
        stop: finding.rejects(),
        text: format!("{}. {}", finding.message(Lang::Da), finding.remedy(Lang::Da)),
    };
    report.findings().iter().map(hint).collect()
}

fn main() {
    let rows = [
        GoalRow { id: Uuid::from_u128(10), heading: "Supervision".into(), tasks: Vec::new() },
        GoalRow {
            id: Uuid::from_u128(11),
            heading: "Onboarding".into(),
            tasks: vec![(Uuid::from_u128(12), "Følvagter".into())],
        },
    ];
    let today = chrono::NaiveDate::from_ymd_opt(2024, 1, 9).expect("a day");
    let hints = hints(&rows, today);
    for hint in &hints {
        let mark = if hint.stop { "!!" } else { " !" };
        let place = hint.row.map_or("the form".into(), |row| row.to_string());
        println!("{mark} {place}{}: {}", hint.field, hint.text);
    }
    let of_rows: Vec<_> = hints.iter().filter_map(|hint| Some((hint.row?, hint.field.as_str()))).collect();
    assert_eq!(of_rows, [(rows[1].id, "")], "onboarding has an action and no follow-up");
}
