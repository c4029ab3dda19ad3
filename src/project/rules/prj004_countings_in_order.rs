//! A project ends after it begins, and countings are listed in the order in which they were made.

use crate::codes;
use crate::date::{PartialDate, backwards};
use crate::project::{Counting, CountingTime, ImprovementProject};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ004,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-142"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "project, startsOn; endsOn; countings"),
        SourceRef::new(SourceDocument::SMARTE_2023, "tabel 1-3: første måling, anden måling"),
    ],
    title: Bilingual::new(
        "et projekt slutter ikke, før det begynder, og optællinger står i den rækkefølge, de er foretaget i",
        "a project does not end before it begins, and countings are listed in the order in which they were made",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og en fremgang kan blive læst som en tilbagegang.",
        "The document contradicts itself, and an improvement may be read as a decline.",
    ),
    remedy: Bilingual::new(
        "Ret datoen eller tidspunktet, eller byt om på optællingerne.",
        "Correct the date or the time, or put the countings in order.",
    ),
    example: Bilingual::new(
        "Første optælling er fra marts 2023, og anden optælling fra oktober 2022.",
        "The first counting is from March 2023, and the second one from October 2022.",
    ),
    ..Rule::DERIVED
};

message! {
    Backwards { on: PartialDate, before_on: PartialDate }
    "optællingen er fra {on}, men står efter en optælling fra {before_on}",
    "the counting is from {on}, but is listed after one from {before_on}",
}

message! {
    BackwardsInWords { time: Bilingual, before: Bilingual }
    "optællingen er foretaget {time}, men står efter en optælling foretaget {before}",
    "the counting was made {time}, but is listed after one made {before}",
}

message! {
    AfterTheStart { on: PartialDate, starts_on: PartialDate }
    "optællingen er foretaget før projektet, men er fra {on}, og projektet begyndte {starts_on:i}",
    "the counting was made before the project, but is from {on}, and the project began {starts_on:on|in}",
}

message! {
    BeforeTheEnd { on: PartialDate, ends_on: PartialDate }
    "optællingen er foretaget efter projektet, men er fra {on}, og projektet slutter {ends_on:i}",
    "the counting was made after the project, but is from {on}, and the project ends {ends_on:on|in}",
}

message! {
    EndsFirst { ends_on: PartialDate, starts_on: PartialDate }
    "projektet slutter {ends_on:i}, altså før det begynder, {starts_on:i}",
    "the project ends {ends_on:on|in}, before it begins, {starts_on:on|in}",
}

pub(super) fn check(project: &ImprovementProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some((starts_on, ends_on)) = backwards(project.starts_on, project.ends_on) {
        cx.not_met(&at.key("endsOn"), EndsFirst { ends_on, starts_on });
    }
    let list = at.key("countings");
    // Each is compared with the latest one before it, so that one wrong date is one finding.
    let (mut latest, mut said): (Option<PartialDate>, Option<CountingTime>) = (None, None);
    for (n, one) in project.countings.iter().enumerate() {
        let at = list.item(n, one.id);
        match (one.on, latest) {
            (Some(on), Some(before_on)) if on.ends_before(before_on) => {
                cx.not_met(&at.key("on"), Backwards { on, before_on });
                continue;
            }
            _ => {}
        }
        match (one.time, said) {
            (Some(time), Some(before)) if time < before => {
                let message = BackwardsInWords { time: time.label(), before: before.label() };
                cx.not_met(&at.key("time"), message);
                continue;
            }
            _ => check_with_project(project, one, &at, cx),
        }
        if one.on.is_some_and(|on| latest.is_none_or(|before| before.first_day() <= on.first_day())) {
            latest = one.on;
        }
        said = one.time.or(said);
    }
}

/// Reports a date that contradicts *before the project* or *after the project*.
fn check_with_project(project: &ImprovementProject, one: &Counting, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(on) = one.on else { return };
    match (one.time, project.starts_on, project.ends_on) {
        (Some(CountingTime::Before), Some(starts_on), _) if starts_on.ends_before(on) => {
            cx.not_met(&at.key("on"), AfterTheStart { on, starts_on });
        }
        (Some(CountingTime::After), _, Some(ends_on)) if on.ends_before(ends_on) => {
            cx.not_met(&at.key("on"), BeforeTheEnd { on, ends_on });
        }
        _ => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementProject> = &[
    |project, tape| {
        breaks::add_between(project, tape, |one| {
            (one.on, one.time) = (PartialDate::of_month(2023, 2), Some(CountingTime::During));
        });
    },
    |project, tape| {
        breaks::add_between(project, tape, |one| (one.on, one.time) = (None, Some(CountingTime::Before)));
    },
    |project, _| {
        project.starts_on = PartialDate::of_year(2022);
        breaks::change_first(project, |first| first.time = Some(CountingTime::Before));
    },
    |project, _| project.ends_on = PartialDate::of_year(2022),
    |project, _| {
        project.ends_on = PartialDate::of_year(2024);
        breaks::change_last(project, |last| last.time = Some(CountingTime::After));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // March may be after its 15th day; two countings may be made along the way.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2023", "endsOn": "2023",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "on": "2023-03-15", "time": "before" },
                { "id": "00000000-0000-4000-8000-000000000003", "on": "2023-03", "time": "during" },
                { "id": "00000000-0000-4000-8000-000000000004", "on": "2023-03-15", "time": "during" },
                { "id": "00000000-0000-4000-8000-000000000005" },
                { "id": "00000000-0000-4000-8000-000000000006", "on": "2023-12-31", "time": "after" }
            ]
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2022-09", "endsOn": "2022-05-31" }"#,
        &[not_met(
            "/endsOn",
            "projektet slutter 31. maj 2022, altså før det begynder, i september 2022",
            "the project ends on 31 May 2022, before it begins, in September 2022",
        )],
    ),
    // The third is after the second, which is wrong, and after the first.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "on": "2023-03-15" },
                { "id": "00000000-0000-4000-8000-000000000003", "on": "2023-03-14" },
                { "id": "00000000-0000-4000-8000-000000000004", "on": "2023-03-15" }
            ]
        }"#,
        &[not_met(
            "/countings/1/on",
            "optællingen er fra 14. marts 2023, men står efter en optælling fra 15. marts 2023",
            "the counting is from 14 March 2023, but is listed after one from 15 March 2023",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "time": "atEnd" },
                { "id": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000004", "time": "atStart" }
            ]
        }"#,
        &[not_met(
            "/countings/2/time",
            "optællingen er foretaget ved første møde, men står efter en optælling foretaget ved sidste oplæring",
            "the counting was made at the first meeting, but is listed after one made at the last session",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2022-09-01", "endsOn": "2023-05-31",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "on": "2022-09-02", "time": "before" },
                { "id": "00000000-0000-4000-8000-000000000003", "on": "2023-05-30", "time": "after" }
            ]
        }"#,
        &[
            not_met(
                "/countings/0/on",
                "optællingen er foretaget før projektet, men er fra 2. september 2022, og projektet begyndte 1. september 2022",
                "the counting was made before the project, but is from 2 September 2022, and the project began on 1 September 2022",
            ),
            not_met(
                "/countings/1/on",
                "optællingen er foretaget efter projektet, men er fra 30. maj 2023, og projektet slutter 31. maj 2023",
                "the counting was made after the project, but is from 30 May 2023, and the project ends on 31 May 2023",
            ),
        ],
    ),
    // The latest day counts, also after one in its month and one without a day.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "on": "2023-03-15" },
                { "id": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000004", "on": "2023-03" },
                { "id": "00000000-0000-4000-8000-000000000005", "on": "2023-03-10" }
            ]
        }"#,
        &[not_met(
            "/countings/3/on",
            "optællingen er fra 10. marts 2023, men står efter en optælling fra 15. marts 2023",
            "the counting is from 10 March 2023, but is listed after one from 15 March 2023",
        )],
    ),
    // A day is later than the month that it is in.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "on": "2023-03" },
                { "id": "00000000-0000-4000-8000-000000000003", "on": "2023-03-20" },
                { "id": "00000000-0000-4000-8000-000000000004", "on": "2023-03-10" }
            ]
        }"#,
        &[not_met(
            "/countings/2/on",
            "optællingen er fra 10. marts 2023, men står efter en optælling fra 20. marts 2023",
            "the counting is from 10 March 2023, but is listed after one from 20 March 2023",
        )],
    ),
];
