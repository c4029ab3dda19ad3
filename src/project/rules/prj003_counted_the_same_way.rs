//! Countings are made in the same way: by the same definition, by the same method, and of the same things.

use uuid::Uuid;

use crate::codes;
use crate::goal::ProcessMeasure;
use crate::project::{CountMethod, Counting, ImprovementProject};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::{self, Bilingual, Text};

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ003,
    requirements: &["R-143"],
    sources: &[SourceRef::new(
        SourceDocument::SMARTE_2023,
        "Før- og eftermåling af kvantitative variabler: optalt manuelt",
    )],
    title: Bilingual::new(
        "optællinger, der sammenlignes, er foretaget på samme måde",
        "countings that are compared are made in the same way",
    ),
    why: Bilingual::new(
        "Er der talt noget andet eller på en anden måde, kan forskellen komme af optællingen og ikke af indsatsen.",
        "If something else was counted, or in another way, the difference may come from the counting and not from the intervention.",
    ),
    remedy: Bilingual::new(
        "Tæl om efter den samme definition og på den samme måde, eller slet konklusionerne om forskellen. Kan der ikke tælles om, er der intet at rette, men tallene kan ikke sammenlignes. Mangler der tal, så tilføj dem.",
        "Count again by the same definition and in the same way, or delete the conclusions on the difference. If it is too late to count again, there is nothing to correct, but the figures cannot be compared. If counts are missing, add them.",
    ),
    example: Bilingual::new(
        "Før oplæringen blev delmålene talt i hånden; efter den blev tallene trukket ud af systemet.",
        "Before the training the sub-goals were counted by hand; after it the figures were extracted from the system.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherDefinition {}
    "definitionen er en anden end ved en tidligere optælling",
    "the definition is not that of an earlier counting",
}

message! {
    OtherMethod { method: Bilingual, earlier: Bilingual }
    "tallene er {method}, men ved en tidligere optælling {earlier}",
    "the figures were {method}, but {earlier} at an earlier counting",
}

message! {
    NotCountedAgain { row: u64, measure: Bilingual }
    "den første optælling har et tal for {measure} (tal {row}), som denne mangler",
    "the first counting has a figure for {measure} (count {row}), which this one lacks",
}

message! {
    SomeNotCountedAgain { missing: u64, row: u64, measure: Bilingual }
    "den første optælling har {missing} tal, som denne mangler; det første af dem er tal {row} for {measure}",
    "the first counting has {missing} figures that this one lacks; the first of them is count {row} for {measure}",
}

message! {
    NotCountedAgainIn { measure: Bilingual, department: u64 }
    "i afdeling nr. {department} på projektets liste mangler et tal for {measure}, som den første optælling har",
    "the figure for {measure} in department no. {department} of the project's list is missing; the first counting has it",
}

message! {
    SomeNotCountedAgainIn { missing: u64, measure: Bilingual, department: u64 }
    "den første optælling har {missing} tal, som denne mangler; det første er for {measure} i afdeling nr. {department} på projektets liste",
    "the first counting has {missing} figures that this one lacks; the first is for {measure} in department no. {department} of the project's list",
}

message! {
    NotCountedBefore { row: u64, measure: Bilingual }
    "her er et tal for {measure} (tal {row}), som den første optælling mangler",
    "there is a figure for {measure} here (count {row}), which the first counting lacks",
}

message! {
    SomeNotCountedBefore { added: u64, row: u64, measure: Bilingual }
    "her er {added} tal, som den første optælling mangler; det første af dem er tal {row} for {measure}",
    "there are {added} figures here that the first counting lacks; the first of them is count {row} for {measure}",
}

message! {
    NotCountedBeforeIn { measure: Bilingual, department: u64 }
    "i afdeling nr. {department} på projektets liste er der et tal for {measure}, som den første optælling mangler",
    "there is a figure for {measure} in department no. {department} of the project's list; the first counting lacks it",
}

message! {
    SomeNotCountedBeforeIn { added: u64, measure: Bilingual, department: u64 }
    "her er {added} tal, som den første optælling mangler; det første er for {measure} i afdeling nr. {department} på projektets liste",
    "there are {added} figures here that the first counting lacks; the first is for {measure} in department no. {department} of the project's list",
}

/// Each counting is compared with the first one that states it, because the baseline is what all are compared with.
pub(super) fn check(project: &ImprovementProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    if project.countings.len() < 2 {
        return;
    }
    let (mut definition, mut method): (Option<&Text>, Option<CountMethod>) = (None, None);
    let list = at.key("countings");
    for (n, one) in project.countings.iter().enumerate() {
        let place = list.item(n, one.id);
        let parts = [
            (
                text::is_stated(one.definition.as_ref()),
                Bilingual::new("hvad der er talt", "what was counted"),
            ),
            (one.method.is_some(), Bilingual::new("hvordan der er talt", "how it was counted")),
        ];
        cx.all_stated(&place, parts);
        if let Some(this) = one.definition.as_ref().filter(|this| !this.is_blank())
            && !definition.get_or_insert(this).says_same_as(this)
        {
            cx.not_met(&place.key("definition"), OtherDefinition {});
        }
        if let Some(this) = one.method {
            let first = *method.get_or_insert(this);
            if this != first {
                cx.not_met(
                    &place.key("method"),
                    OtherMethod { method: this.label(), earlier: first.label() },
                );
            }
        }
        if n.saturating_add(1) == project.countings.len() {
            check_rows(project, &place, cx);
        }
    }
}

/// The first and the last counting are compared: a department or a measure in one of them alone cannot be. A department
/// that was closed in between may be in one of them alone if no claim is about it.
fn check_rows(project: &ImprovementProject, last: &Path<'_>, cx: &mut Checker<'_>) {
    // A claim that names no department is about all of them.
    if project.claims.iter().any(|claim| claim.departments.is_empty()) || project.claims.is_empty() {
        return compare_rows(project, last, &|_| true, cx);
    }
    let departments = || project.claims.iter().flat_map(|claim| &claim.departments);
    let fill = |put: &mut dyn FnMut(Uuid)| departments().for_each(|one| put(one.uuid()));
    sorted(fill, |claimed| {
        compare_rows(project, last, &|one| claimed.binary_search(&one).is_ok(), cx);
    });
}

fn compare_rows(
    project: &ImprovementProject,
    last: &Path<'_>,
    is_claimed: &dyn Fn(Uuid) -> bool,
    cx: &mut Checker<'_>,
) {
    let [one, .., other] = project.countings.as_slice() else { return };
    // A department is named by its position in the list of the project, and its row if it is not there.
    let number = |department: Uuid| {
        let n = project.departments.iter().position(|one| one.department.uuid() == department)?;
        Some(text::ordinal(n))
    };
    sorted(stated(one), |one| {
        sorted(stated(other), |other| {
            let at = last.key("rows");
            if let Some(Alone { cells, first: (department, _, row), measure }) =
                only_among(one, other, is_claimed)
            {
                let (missing, row) = (cells, text::ordinal(row));
                match (cells, number(department)) {
                    (1, Some(department)) => cx.not_met(&at, NotCountedAgainIn { measure, department }),
                    (1, None) => cx.not_met(&at, NotCountedAgain { row, measure }),
                    (_, Some(department)) => {
                        cx.not_met(&at, SomeNotCountedAgainIn { missing, measure, department });
                    }
                    (_, None) => cx.not_met(&at, SomeNotCountedAgain { missing, row, measure }),
                }
            }
            if let Some(Alone { cells, first: (department, _, row), measure }) =
                only_among(other, one, is_claimed)
            {
                let (added, row) = (cells, text::ordinal(row));
                match (cells, number(department)) {
                    (1, Some(department)) => cx.not_met(&at, NotCountedBeforeIn { measure, department }),
                    (1, None) => cx.not_met(&at, NotCountedBefore { row, measure }),
                    (_, Some(department)) => {
                        cx.not_met(&at, SomeNotCountedBeforeIn { added, measure, department });
                    }
                    (_, None) => cx.not_met(&at, SomeNotCountedBefore { added, row, measure }),
                }
            }
        });
    });
}

/// A department, a measure by its position among all, and the position of the row.
type Cell = (Uuid, usize, usize);

fn stated(counting: &Counting) -> impl Fn(&mut dyn FnMut(Cell)) {
    |put| {
        for (n, row) in counting.rows.iter().enumerate().filter(|(_, row)| row.exceptions.is_some()) {
            let measure = ProcessMeasure::ALL.iter().position(|one| *one == row.measure);
            put((row.department.uuid(), measure.unwrap_or_default(), n));
        }
    }
}

/// What is only in one of two lists.
struct Alone {
    cells: u64,
    /// That of the first row.
    first: Cell,
    measure: Bilingual,
}

/// What is only in the first of two sorted lists.
fn only_among(list: &[Cell], other: &[Cell], is_claimed: &dyn Fn(Uuid) -> bool) -> Option<Alone> {
    let is_counted = |department: &Uuid| other.binary_search_by_key(department, |cell| cell.0).is_ok();
    let is_compared = |cell: &&Cell| is_claimed(cell.0) || is_counted(&cell.0);
    let of_cell = |&(department, measure, _): &Cell| (department, measure);
    let cells = list.chunk_by(|a, b| of_cell(a) == of_cell(b)).filter_map(|same| same.first());
    let alone =
        cells.filter(|cell| other.binary_search_by_key(&of_cell(cell), of_cell).is_err()).filter(is_compared);
    let first = *alone.clone().min_by_key(|(.., n)| *n)?;
    let measure = ProcessMeasure::ALL.get(first.1)?.label();
    Some(Alone { cells: text::count(alone.count()), first, measure })
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementProject> = &[
    |project, _| breaks::change_last(project, |last| last.definition = Some("noget andet".into())),
    |project, _| breaks::change_last(project, |last| last.method = Some(CountMethod::BySystem)),
    // A claim about a count that is missing cannot be assessed.
    |project, _| {
        project.claims.clear();
        breaks::change_last(project, |last| {
            last.rows.pop();
        });
    },
    |project, _| {
        project.claims.clear();
        breaks::change_first(project, |first| first.rows.truncate(1));
    },
    |project, tape| project.countings.iter_mut().for_each(|one| one.definition = tape.unsaid()),
    |project, _| breaks::change_first(project, |first| first.method = None),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // One counting is compared with none.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [{ "id": "00000000-0000-4000-8000-000000000002" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "definition": "delmål uden evaluering",
                    "method": "byHand"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "definition": " Delmål  uden evaluering ",
                    "method": "byHand"
                }
            ]
        }"#,
    ),
    // The third is as the second, and not as the first.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "definition": "delmål uden evaluering",
                    "method": "byHand"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "definition": "delmål uden evaluering",
                    "method": "bySystem"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004", "definition": "åbne delmål uden evaluering",
                    "method": "bySystem"
                }
            ]
        }"#,
        &[
            not_met(
                "/countings/1/method",
                "tallene er trukket af systemet, men ved en tidligere optælling optalt manuelt",
                "the figures were extracted by the system, but counted by hand at an earlier counting",
            ),
            not_met(
                "/countings/2/definition",
                "definitionen er en anden end ved en tidligere optælling",
                "the definition is not that of an earlier counting",
            ),
            not_met(
                "/countings/2/method",
                "tallene er trukket af systemet, men ved en tidligere optælling optalt manuelt",
                "the figures were extracted by the system, but counted by hand at an earlier counting",
            ),
        ],
    ),
    // A department was closed, and another one is new; the claim is about the third.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "definition": "delmål", "method": "byHand",
                    "rows": [
                        { "department": "00000000-0000-4000-8000-000000000010", "measure": "closingOverdue", "exceptions": 4 },
                        { "department": "00000000-0000-4000-8000-000000000011", "measure": "closingOverdue", "exceptions": 6 }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "definition": "delmål", "method": "byHand",
                    "rows": [
                        { "department": "00000000-0000-4000-8000-000000000012", "measure": "closingOverdue", "exceptions": 4 },
                        { "department": "00000000-0000-4000-8000-000000000011", "measure": "closingOverdue", "exceptions": 2 }
                    ]
                }
            ],
            "claims": [{ "id": "00000000-0000-4000-8000-000000000021", "says": "fewer", "departments": ["00000000-0000-4000-8000-000000000011"] }]
        }"#,
    ),
    // A measure is missing of a department that is counted, and a department that a claim is about.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "definition": "delmål", "method": "byHand",
                    "rows": [
                        { "department": "00000000-0000-4000-8000-000000000010", "measure": "closingOverdue", "exceptions": 4 },
                        { "department": "00000000-0000-4000-8000-000000000011", "measure": "closingOverdue", "exceptions": 6 },
                        { "department": "00000000-0000-4000-8000-000000000012", "measure": "closingOverdue", "exceptions": 6 }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "definition": "delmål", "method": "byHand",
                    "rows": [
                        { "department": "00000000-0000-4000-8000-000000000011", "measure": "closingOverdue", "exceptions": 2 },
                        { "department": "00000000-0000-4000-8000-000000000011", "measure": "evaluationOverdue", "exceptions": 2 }
                    ]
                }
            ],
            "claims": [
                { "id": "00000000-0000-4000-8000-000000000022", "says": "fewer", "departments": ["00000000-0000-4000-8000-000000000012"] },
                { "id": "00000000-0000-4000-8000-000000000023", "says": "fewer", "departments": ["00000000-0000-4000-8000-000000000011"] }
            ]
        }"#,
        &[
            not_met(
                "/countings/1/rows",
                "den første optælling har et tal for delmål, hvor slutdatoen er overskredet (tal 3), som denne mangler",
                "the first counting has a figure for sub-goals past their end date (count 3), which this one lacks",
            ),
            not_met(
                "/countings/1/rows",
                "her er et tal for delmål, hvor evalueringsdatoen er overskredet (tal 2), som den første optælling mangler",
                "there is a figure for sub-goals past their evaluation date here (count 2), which the first counting lacks",
            ),
        ],
    ),
    // Named by the list of the project: one count and two.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "departments": [
                { "department": "00000000-0000-4000-8000-000000000011" },
                { "department": "00000000-0000-4000-8000-000000000010" }
            ],
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "definition": "delmål", "method": "byHand",
                    "rows": [
                        { "department": "00000000-0000-4000-8000-000000000011", "measure": "closingOverdue", "exceptions": 6 },
                        { "department": "00000000-0000-4000-8000-000000000010", "measure": "closingOverdue", "exceptions": 4 }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "definition": "delmål", "method": "byHand",
                    "rows": [
                        { "department": "00000000-0000-4000-8000-000000000011", "measure": "closingOverdue", "exceptions": 2 },
                        { "department": "00000000-0000-4000-8000-000000000011", "measure": "withoutSubGoal", "exceptions": 2 },
                        { "department": "00000000-0000-4000-8000-000000000011", "measure": "evaluationOverdue", "exceptions": 2 }
                    ]
                }
            ]
        }"#,
        &[
            not_met(
                "/countings/1/rows",
                "i afdeling nr. 2 på projektets liste mangler et tal for delmål, hvor slutdatoen er overskredet, som den første optælling har",
                "the figure for sub-goals past their end date in department no. 2 of the project's list is missing; the first counting has it",
            ),
            not_met(
                "/countings/1/rows",
                "her er 2 tal, som den første optælling mangler; det første er for borgere uden delmål i afdeling nr. 1 på projektets liste",
                "there are 2 figures here that the first counting lacks; the first is for citizens without a sub-goal in department no. 1 of the project's list",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "departments": [{ "department": "00000000-0000-4000-8000-000000000010" }],
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "definition": "delmål", "method": "byHand",
                    "rows": [
                        { "department": "00000000-0000-4000-8000-000000000010", "measure": "withoutSubGoal", "exceptions": 6 },
                        { "department": "00000000-0000-4000-8000-000000000010", "measure": "evaluationOverdue", "exceptions": 4 }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "definition": "delmål", "method": "byHand",
                    "rows": [{ "department": "00000000-0000-4000-8000-000000000010", "measure": "closingOverdue", "exceptions": 2 }]
                }
            ]
        }"#,
        &[
            not_met(
                "/countings/1/rows",
                "den første optælling har 2 tal, som denne mangler; det første er for borgere uden delmål i afdeling nr. 1 på projektets liste",
                "the first counting has 2 figures that this one lacks; the first is for citizens without a sub-goal in department no. 1 of the project's list",
            ),
            not_met(
                "/countings/1/rows",
                "i afdeling nr. 1 på projektets liste er der et tal for delmål, hvor slutdatoen er overskredet, som den første optælling mangler",
                "there is a figure for sub-goals past their end date in department no. 1 of the project's list; the first counting lacks it",
            ),
        ],
    ),
    // One more, one less; a department twice is for another rule, and the counting between is compared with none.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "definition": "delmål", "method": "byHand",
                    "rows": [
                        { "department": "00000000-0000-4000-8000-000000000010", "measure": "closingOverdue", "exceptions": 4 },
                        { "department": "00000000-0000-4000-8000-000000000010", "measure": "closingOverdue", "exceptions": 5 },
                        { "department": "00000000-0000-4000-8000-000000000011", "measure": "closingOverdue", "exceptions": 6 },
                        { "department": "00000000-0000-4000-8000-000000000012", "measure": "closingOverdue", "exceptions": 0 }
                    ]
                },
                { "id": "00000000-0000-4000-8000-000000000003", "definition": "delmål", "method": "byHand" },
                {
                    "id": "00000000-0000-4000-8000-000000000004", "definition": "delmål", "method": "byHand",
                    "rows": [
                        { "department": "00000000-0000-4000-8000-000000000010", "measure": "evaluationOverdue", "exceptions": 4 },
                        { "department": "00000000-0000-4000-8000-000000000011", "measure": "closingOverdue" },
                        { "department": "00000000-0000-4000-8000-000000000012", "measure": "closingOverdue", "exceptions": 1 }
                    ]
                }
            ]
        }"#,
        &[
            not_met(
                "/countings/2/rows",
                "den første optælling har 2 tal, som denne mangler; det første af dem er tal 1 for delmål, hvor slutdatoen er overskredet",
                "the first counting has 2 figures that this one lacks; the first of them is count 1 for sub-goals past their end date",
            ),
            not_met(
                "/countings/2/rows",
                "her er et tal for delmål, hvor evalueringsdatoen er overskredet (tal 1), som den første optælling mangler",
                "there is a figure for sub-goals past their evaluation date here (count 1), which the first counting lacks",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "definition": " " },
                { "id": "00000000-0000-4000-8000-000000000003", "definition": "delmål", "method": "byHand" }
            ]
        }"#,
        &[not_assessable(
            "/countings/0",
            "kan ikke vurderes; mangler: hvad der er talt, hvordan der er talt",
            "cannot be assessed; missing: what was counted, how it was counted",
        )],
    ),
];
