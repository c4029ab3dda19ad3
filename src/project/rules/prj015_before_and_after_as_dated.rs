//! The dates of the countings, the sessions and the audit fit the time that the project gives them.

use super::training;
use crate::audit::CaseAudit;
use crate::codes;
use crate::date::{PartialDate, add_months, backwards};
use crate::project::{Counting, CountingTime, ImprovementProject};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::project::TrainingSession;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ015,
    basis: Basis::Form,
    requirements: &["R-142"],
    sources: &[
        SourceRef::new(
            SourceDocument::EXCHANGE_FORMAT,
            "project, startsOn; endsOn; countings, time; training, heldOn; audit, heldOn; answers, on",
        ),
        SourceRef::new(SourceDocument::SMARTE_2023, "Auditproces; Bilag 1, Tredje sidemandsoplæring"),
    ],
    title: Bilingual::new(
        "en optælling under projektet ligger i dets periode, ingen oplæring er holdt før eller efter projektet, og en audit af før og efter og besvarelserne til den ligger efter oplæringens begyndelse",
        "a counting made during the project is dated within its period, no session was held before or after the project, and neither an audit of before and after nor an answer to it is dated before the training began",
    ),
    why: Bilingual::new(
        "Ellers er der talt, oplært eller vurderet på et andet tidspunkt, end læseren tror, og det, der kaldes »efter«, kan være fra før. Det første møde kan ligge før projektet.",
        "Otherwise the counting, training or judging took place at a different time from the one the reader assumes, and what is called “after” may be from before. The first meeting can be before the project.",
    ),
    remedy: Bilingual::new(
        "Ret datoen, hvis den er forkert. Er den rigtig, så skriv, at optællingen er foretaget før eller efter projektet, eller ret projektets begyndelse eller slutning, hvis der er oplært før eller efter det. I en audit eller en besvarelse fra før oplæringen fjernes vurderingen af det, der kom efter.",
        "Correct the date if it is wrong. If it is right, state that the counting was made before or after the project, or correct the beginning or the end of the project if a session was held before or after it. From an audit or an answer dated before the training, remove what it says of after.",
    ),
    example: Bilingual::new(
        "Optællingen ved sidste oplæring er fra maj 2024, men projektet sluttede i maj 2023.",
        "The counting of the last session is from May 2024, but the project ended in May 2023.",
    ),
    requires: &[codes::PRJ004],
    ..Rule::DERIVED
};

message! {
    CountedAfter { time: Bilingual, on: PartialDate, ends_on: PartialDate }
    "optællingen er foretaget {time}, men er fra {on}, og projektet slutter {ends_on:i}",
    "the counting was made {time}, but is from {on}, and the project ends {ends_on:on|in}",
}

message! {
    CountedBefore { time: Bilingual, on: PartialDate, starts_on: PartialDate }
    "optællingen er foretaget {time}, men er fra {on}, og projektet begynder først {starts_on:i}",
    "the counting was made {time}, but is from {on}, and the project does not begin until {starts_on}",
}

message! {
    TrainedAfter { on: PartialDate, ends_on: PartialDate }
    "oplæringen er holdt {on:i}, men projektet slutter {ends_on:i}",
    "the session was held {on:on|in}, but the project ends {ends_on:on|in}",
}

message! {
    TrainedBefore { number: u64, on: PartialDate, starts_on: PartialDate }
    "oplæring {number} er holdt {on:i}, men projektet begynder først {starts_on:i}",
    "session {number} was held {on:on|in}, but the project does not begin until {starts_on}",
}

message! {
    AuditBefore { on: PartialDate, what: Bilingual, what_on: PartialDate }
    "auditten, som vurderer både før og efter, er holdt {on:i}, altså før {what}, {what_on:i}",
    "the audit, which judges both before and after, was held {on:on|in}, before {what}, {what_on}",
}

message! {
    AnsweredBefore { on: PartialDate, what: Bilingual, what_on: PartialDate }
    "besvarelsen, som vurderer både før og efter, er fra {on}, altså før {what}, {what_on:i}",
    "the answer, which judges both before and after, is dated {on}, before {what}, {what_on}",
}

message! {
    SomeAnsweredBefore { answers: u64, on: PartialDate, what: Bilingual, what_on: PartialDate }
    "{answers} besvarelser, som vurderer både før og efter, ligger før {what}, {what_on:i}; denne er fra {on}",
    "{answers} answers that judge both before and after are dated before {what}, {what_on}; this one {on}",
}

pub(super) fn check(project: &ImprovementProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("countings");
    for (n, one) in project.countings.iter().enumerate() {
        check_counting(project, one, &list.item(n, one.id), cx);
    }
    check_training(project, at, cx);
    if let Some(audit) = &project.audit {
        check_audit(project, audit, &at.key("audit"), cx);
    }
}

/// The first meeting can be before the project, and then its counting is from before the project as well, but not from more
/// than a year before.
fn check_counting(project: &ImprovementProject, one: &Counting, at: &Path<'_>, cx: &mut Checker<'_>) {
    let (Some(time), Some(on)) = (one.time, one.on) else { return };
    let in_project = [CountingTime::AtStart, CountingTime::During, CountingTime::AtEnd].contains(&time);
    let ended = project.ends_on.filter(|ends_on| in_project && ends_on.ends_before(on));
    let begins = project.starts_on.filter(|starts_on| on.ends_before(*starts_on));
    let is_out = |starts_on: &PartialDate| {
        in_project && (time != CountingTime::AtStart || is_a_year_before(on, *starts_on))
    };
    let begins = begins.filter(is_out);
    let at = at.key("on");
    if backwards(project.starts_on, project.ends_on).is_some() && (ended.is_some() || begins.is_some()) {
        return cx.depends_on(&at, codes::PRJ004);
    }
    if let Some(ends_on) = ended {
        cx.not_met(&at, CountedAfter { time: time.label(), on, ends_on });
    }
    if let Some(starts_on) = begins {
        cx.not_met(&at, CountedBefore { time: time.label(), on, starts_on });
    }
}

fn is_a_year_before(on: PartialDate, starts_on: PartialDate) -> bool {
    add_months(on.last_day(), 12).is_some_and(|until| until < starts_on.first_day())
}

fn check_training(project: &ImprovementProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("training");
    for (n, session) in project.training.iter().enumerate() {
        let Some(on) = session.held_on else { continue };
        let at = list.index(n);
        let at = at.key("heldOn");
        let ended = project.ends_on.filter(|ends_on| ends_on.ends_before(on));
        // Only the first meeting, which is none of the sessions, can be before the project.
        let begins = project.starts_on.filter(|starts_on| on.ends_before(*starts_on));
        let begins = session.number.zip(begins);
        if backwards(project.starts_on, project.ends_on).is_some() && (ended.is_some() || begins.is_some()) {
            cx.depends_on(&at, codes::PRJ004);
        } else if let Some(ends_on) = ended {
            cx.not_met(&at, TrainedAfter { on, ends_on });
        } else if let Some((number, starts_on)) = begins {
            cx.not_met(&at, TrainedBefore { number: u64::from(number), on, starts_on });
        }
    }
}

/// Whatever department a case is from: before the first session of all nothing was changed anywhere.
fn check_audit(project: &ImprovementProject, audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    const TRAINING: Bilingual = Bilingual::new("den første oplæring", "the first session");
    const START: Bilingual = Bilingual::new("projektets begyndelse", "the project began");
    let began = training::first_held(project).map(|held| (TRAINING, held));
    let began = began.or(project.starts_on.map(|starts_on| (START, starts_on)));
    let Some((what, what_on)) = began else { return };
    let is_before = |on: &PartialDate| on.ends_before(what_on);
    if let Some(on) = audit.held_on.filter(is_before).filter(|_| training::is_of_both(audit)) {
        return cx.not_met(&at.key("heldOn"), AuditBefore { on, what, what_on });
    }
    let both =
        audit.answers.iter().enumerate().filter(|(_, one)| one.before.is_some() && one.after.is_some());
    let mut early = both.filter_map(|(n, one)| Some((n, one.on.filter(is_before)?)));
    let Some((n, on)) = early.next() else { return };
    let at = at.key("answers");
    let at = at.index(n);
    match count(early.count()) {
        0 => cx.not_met(&at.key("on"), AnsweredBefore { on, what, what_on }),
        more => {
            let answers = more.saturating_add(1);
            cx.not_met(&at.key("on"), SomeAnsweredBefore { answers, on, what, what_on });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementProject> = &[
    |project, _| {
        project.ends_on = PartialDate::of_month(2023, 9);
        breaks::change_last(project, |last| last.time = Some(CountingTime::AtEnd));
    },
    |project, tape| {
        project.starts_on = PartialDate::of_month(2023, 5);
        breaks::add_between(project, tape, |one| {
            (one.on, one.time) = (PartialDate::of_month(2023, 4), Some(CountingTime::During));
        });
    },
    |project, _| {
        project.ends_on = PartialDate::of_month(2023, 10);
        let held_on = PartialDate::of_month(2023, 11);
        project.training.push(TrainingSession { held_on, ..TrainingSession::default() });
        breaks::change_last(project, |last| {
            (last.on, last.time) = (PartialDate::of_month(2023, 12), Some(CountingTime::After));
        });
    },
    |project, _| {
        project.starts_on = PartialDate::of_month(2023, 5);
        let first = project.training.first_mut();
        if let Some(one) = first {
            one.number = Some(1);
        }
    },
    |project, tape| {
        let (held_on, answered_on) = (PartialDate::of_month(2023, 3), PartialDate::of_year(2023));
        project.audit = Some(breaks::judged(held_on, answered_on, tape));
    },
    |project, tape| {
        let (held_on, answered_on) = (PartialDate::of_month(2023, 11), PartialDate::of_month(2023, 3));
        project.audit = Some(breaks::judged(held_on, answered_on, tape));
    },
];

#[cfg(test)]
const FIRST_MEETING: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2022-09-10",
    "countings": [{ "id": "00000000-0000-4000-8000-000000000002", "on": "2021-09-10", "time": "atStart" }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // On the last day and in the first month; before and after the project; a first meeting before it; and no time or
    // date.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2022-09-10", "endsOn": "2023-05",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "on": "2022-01", "time": "before" },
                { "id": "00000000-0000-4000-8000-000000000003", "on": "2022-08", "time": "atStart" },
                { "id": "00000000-0000-4000-8000-000000000004", "on": "2022-09", "time": "during" },
                { "id": "00000000-0000-4000-8000-000000000005", "on": "2023-05-31", "time": "atEnd" },
                { "id": "00000000-0000-4000-8000-000000000006", "on": "2023-06", "time": "after" },
                { "id": "00000000-0000-4000-8000-000000000007", "on": "2023-12" },
                { "id": "00000000-0000-4000-8000-000000000008", "time": "atEnd" }
            ]
        }"#,
    ),
    // The first meeting was a year before the project, and more than a year.
    accepts(FIRST_MEETING),
    refuses_with(
        FIRST_MEETING,
        r#"{ "/countings/0/on": "2021-09-09" }"#,
        &[not_met(
            "/countings/0/on",
            "optællingen er foretaget ved første møde, men er fra 9. september 2021, og projektet begynder først 10. september 2022",
            "the counting was made at the first meeting, but is from 9 September 2021, and the project does not begin until 10 September 2022",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2022-09-10", "endsOn": "2023-05",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000004", "on": "2022-09-09", "time": "during" },
                { "id": "00000000-0000-4000-8000-000000000005", "on": "2023-06-01", "time": "atEnd" },
                { "id": "00000000-0000-4000-8000-000000000006", "on": "2023-07", "time": "atStart" }
            ]
        }"#,
        &[
            not_met(
                "/countings/0/on",
                "optællingen er foretaget undervejs, men er fra 9. september 2022, og projektet begynder først 10. september 2022",
                "the counting was made along the way, but is from 9 September 2022, and the project does not begin until 10 September 2022",
            ),
            not_met(
                "/countings/1/on",
                "optællingen er foretaget ved sidste oplæring, men er fra 1. juni 2023, og projektet slutter i maj 2023",
                "the counting was made at the last session, but is from 1 June 2023, and the project ends in May 2023",
            ),
            not_met(
                "/countings/2/on",
                "optællingen er foretaget ved første møde, men er fra juli 2023, og projektet slutter i maj 2023",
                "the counting was made at the first meeting, but is from July 2023, and the project ends in May 2023",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2023", "endsOn": "2022",
            "countings": [{ "id": "00000000-0000-4000-8000-000000000004", "on": "2023-09-09", "time": "during" }],
            "training": [{ "heldOn": "2023-10-01" }]
        }"#,
        &[not_evaluated("/countings/0/on", "PRJ004"), not_evaluated("/training/0/heldOn", "PRJ004")],
    ),
    // In the last month, before the beginning, and planned for later; and after the end.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2022-09", "endsOn": "2023-06-30",
            "training": [{ "heldOn": "2023-06" }, { "heldOn": "2022-08" }, { "plannedOn": "2023-07-08" }, { "heldOn": "2022-09", "number": 1 }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2022-09",
            "training": [{ "heldOn": "2022-09-01", "number": 2 }, { "heldOn": "2022-08-31", "number": 1 }]
        }"#,
        &[not_met(
            "/training/1/heldOn",
            "oplæring 1 er holdt 31. august 2022, men projektet begynder først i september 2022",
            "session 1 was held on 31 August 2022, but the project does not begin until September 2022",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "endsOn": "2023-06-30",
            "training": [{ "heldOn": "2023-06-30" }, { "heldOn": "2023-07-01" }]
        }"#,
        &[not_met(
            "/training/1/heldOn",
            "oplæringen er holdt 1. juli 2023, men projektet slutter 30. juni 2023",
            "the session was held on 1 July 2023, but the project ends on 30 June 2023",
        )],
    ),
    // On the day of the first session, a panel that did not judge both, and no day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2022-09",
            "training": [{ "heldOn": "2022-11-01" }, { "heldOn": "2022-10-01" }, { "plannedOn": "2022-12" }],
            "audit": {
                "id": "00000000-0000-4000-8000-000000000020", "heldOn": "2022-10-01",
                "judgements": [{
                    "question": "00000000-0000-4000-8000-000000000021",
                    "before": "00000000-0000-4000-8000-000000000022", "after": "00000000-0000-4000-8000-000000000022"
                }]
            }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "training": [{ "heldOn": "2022-10-01" }],
            "audit": {
                "id": "00000000-0000-4000-8000-000000000020", "heldOn": "2022-09-01",
                "judgements": [{
                    "question": "00000000-0000-4000-8000-000000000021", "before": "00000000-0000-4000-8000-000000000022"
                }]
            }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2022-01",
            "training": [{ "heldOn": "2022-11-01" }, { "heldOn": "2022-10" }],
            "audit": {
                "id": "00000000-0000-4000-8000-000000000020", "heldOn": "2022-09-30",
                "judgements": [{
                    "question": "00000000-0000-4000-8000-000000000021",
                    "before": "00000000-0000-4000-8000-000000000022", "after": "00000000-0000-4000-8000-000000000022"
                }]
            }
        }"#,
        &[not_met(
            "/audit/heldOn",
            "auditten, som vurderer både før og efter, er holdt 30. september 2022, altså før den første oplæring, i oktober 2022",
            "the audit, which judges both before and after, was held on 30 September 2022, before the first session, October 2022",
        )],
    ),
    // Answers of one of the two, on the day of the first session, and without a day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "training": [{ "heldOn": "2022-10-01" }],
            "audit": {
                "id": "00000000-0000-4000-8000-000000000020",
                "answers": [
                    {
                        "question": "00000000-0000-4000-8000-000000000021", "member": "00000000-0000-4000-8000-000000000023",
                        "before": "00000000-0000-4000-8000-000000000022", "on": "2022-09-01"
                    },
                    {
                        "question": "00000000-0000-4000-8000-000000000021", "member": "00000000-0000-4000-8000-000000000024",
                        "after": "00000000-0000-4000-8000-000000000022", "on": "2022-09-01"
                    },
                    {
                        "question": "00000000-0000-4000-8000-000000000021", "member": "00000000-0000-4000-8000-000000000025",
                        "before": "00000000-0000-4000-8000-000000000022", "after": "00000000-0000-4000-8000-000000000022",
                        "on": "2022-10-01"
                    },
                    {
                        "question": "00000000-0000-4000-8000-000000000021", "member": "00000000-0000-4000-8000-000000000026",
                        "before": "00000000-0000-4000-8000-000000000022", "after": "00000000-0000-4000-8000-000000000022"
                    }
                ]
            }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "training": [{ "heldOn": "2022-10-01" }],
            "audit": {
                "id": "00000000-0000-4000-8000-000000000020", "heldOn": "2023-05",
                "answers": [
                    {
                        "question": "00000000-0000-4000-8000-000000000021", "member": "00000000-0000-4000-8000-000000000023",
                        "before": "00000000-0000-4000-8000-000000000022", "on": "2022-09-01"
                    },
                    {
                        "question": "00000000-0000-4000-8000-000000000021", "member": "00000000-0000-4000-8000-000000000024",
                        "before": "00000000-0000-4000-8000-000000000022", "after": "00000000-0000-4000-8000-000000000022",
                        "on": "2022-09-30"
                    },
                    {
                        "question": "00000000-0000-4000-8000-000000000021", "member": "00000000-0000-4000-8000-000000000025",
                        "before": "00000000-0000-4000-8000-000000000022", "after": "00000000-0000-4000-8000-000000000022",
                        "on": "2022-08"
                    }
                ]
            }
        }"#,
        &[not_met(
            "/audit/answers/1/on",
            "2 besvarelser, som vurderer både før og efter, ligger før den første oplæring, 1. oktober 2022; denne er fra 30. september 2022",
            "2 answers that judge both before and after are dated before the first session, 1 October 2022; this one 30 September 2022",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2022-10",
            "audit": {
                "id": "00000000-0000-4000-8000-000000000020",
                "answers": [{
                    "question": "00000000-0000-4000-8000-000000000021", "member": "00000000-0000-4000-8000-000000000024",
                    "before": "00000000-0000-4000-8000-000000000022", "after": "00000000-0000-4000-8000-000000000022",
                    "on": "2022-09-30"
                }]
            }
        }"#,
        &[not_met(
            "/audit/answers/0/on",
            "besvarelsen, som vurderer både før og efter, er fra 30. september 2022, altså før projektets begyndelse, i oktober 2022",
            "the answer, which judges both before and after, is dated 30 September 2022, before the project began, October 2022",
        )],
    ),
    // Without sessions the beginning of the project counts.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2022-10",
            "audit": {
                "id": "00000000-0000-4000-8000-000000000020", "heldOn": "2022-09",
                "judgements": [{
                    "question": "00000000-0000-4000-8000-000000000021",
                    "before": "00000000-0000-4000-8000-000000000022", "after": "00000000-0000-4000-8000-000000000022"
                }]
            }
        }"#,
        &[not_met(
            "/audit/heldOn",
            "auditten, som vurderer både før og efter, er holdt i september 2022, altså før projektets begyndelse, i oktober 2022",
            "the audit, which judges both before and after, was held in September 2022, before the project began, October 2022",
        )],
    ),
    // The project ends before it begins, and the counting is within both days, or before both.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2023-05", "endsOn": "2022-09",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "on": "2022-01", "time": "during" },
                { "id": "00000000-0000-4000-8000-000000000003", "on": "2022-01", "time": "before" }
            ]
        }"#,
        &[not_evaluated("/countings/0/on", "PRJ004")],
    ),
];
