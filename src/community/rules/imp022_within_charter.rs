//! Aims, tests, audits and state assessments of a community fit the period of its charter.

use super::each_member;
use super::window::Window;
use crate::aim::Aim;
use crate::codes;
use crate::community::{CommunityMember, ImprovementCommunity};
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added, crate::aim::Measure, crate::body::Membership, crate::community::Charter,
    crate::community::CrossAudit, crate::cycle::Plan, crate::date::When, crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP022,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "communities, charter; members; aims; cycles; crossAudits",
    )],
    title: Bilingual::new(
        "mål, deltagelse, afprøvninger, audits på tværs og tilstandsvurderinger passer til forbedringsfællesskabets periode",
        "aims, memberships, tests, cross-audits and state assessments fit the period of the community",
    ),
    why: Bilingual::new(
        "Et mål, der skal nås, efter at fællesskabet er slut, følger ingen op på, eller også er en dato forkert. Et mål må hverken være nået eller have frist, før fællesskabet begyndte, og det må kun have frist efter fællesskabets slutning, hvis det er nået inden da. For en afprøvning ses der på den dag, den er gennemført, og ellers på den planlagte dag. Planernes egne datoer, analyser, beslutninger og måltal kan ligge uden for perioden. Hvem der indgår, kan ikke bygge på en tilstandsvurdering, der er lavet, efter at fællesskabet er slut.",
        "Nobody follows up an aim that is due when the community has ended, or else a date is wrong. An aim must be neither reached nor due before the community began, and it may be due after the community has ended only if it was reached by then. For a test, the day on which it was carried out counts or, failing that, the planned day. The dates of the plans themselves, studies, decisions and target figures can lie outside the period. Who takes part cannot rest on a state assessment made after the community has ended.",
    ),
    remedy: Bilingual::new(
        "Ret datoen, eller ret perioden i kommissoriet.",
        "Correct the date, or the period in the terms of reference.",
    ),
    example: Bilingual::new(
        "Kommissoriet gælder til december 2024, men målet skal først være nået i november 2025.",
        "The terms of reference are valid until December 2024, but the aim is due in November 2025.",
    ),
    requires: &[codes::IMP019],
    ..Rule::DERIVED
};

message! {
    BeforeStart { what: Bilingual, on: PartialDate, starts_on: PartialDate }
    "{what} er dateret {on}, men fællesskabet begynder først {starts_on:i}",
    "{what} is dated {on}, but the community does not begin until {starts_on}",
}

message! {
    AfterEnd { what: Bilingual, on: PartialDate, ends_on: PartialDate }
    "{what} er dateret {on}, men fællesskabet slutter {ends_on:i}",
    "{what} is dated {on}, but the community ends {ends_on:on|in}",
}

message! {
    ReachedBeforeStart { on: PartialDate, starts_on: PartialDate }
    "målet står som nået {on:i}, men fællesskabet begynder først {starts_on:i}",
    "the aim is recorded as reached {on:on|in}, but the community does not begin until {starts_on}",
}

message! {
    DueBeforeStart { due: PartialDate, starts_on: PartialDate }
    "målet skal være nået {due:i}, men fællesskabet begynder først {starts_on:i}",
    "the aim is due {due:on|in}, but the community does not begin until {starts_on}",
}

message! {
    DueAfterEnd { due: PartialDate, ends_on: PartialDate }
    "målet skal først være nået {due:i}, men fællesskabet slutter {ends_on:i}",
    "the aim is not due until {due}, but the community ends {ends_on:on|in}",
}

message! {
    NoSuchDay { starts_on: PartialDate, ends_on: PartialDate }
    "målet har en frist uden år, og dagen findes ikke i fællesskabets periode, {starts_on} til {ends_on}",
    "the aim is due on a day without a year that is not in the period of the community, {starts_on} to {ends_on}",
}

message! {
    AssessedAfterEnd { on: PartialDate, ends_on: PartialDate }
    "deltagelsen bygger på en tilstandsvurdering fra {on}, men fællesskabet slutter {ends_on:i}",
    "the membership rests on a state assessment from {on}, but the community ends {ends_on:on|in}",
}

const TEST: Bilingual = Bilingual::new("afprøvningen", "the test");
const PLANNED_TEST: Bilingual = Bilingual::new("den planlagte afprøvning", "the planned test");
const AUDIT: Bilingual = Bilingual::new("auditten", "the audit");

fn check_dated(window: &Window<'_>, what: Bilingual, on: PartialDate, at: &Path<'_>, cx: &mut Checker<'_>) {
    if window.is_backwards {
        cx.depends_on(at, codes::IMP019);
    } else if let Some(starts_on) = window.start_after(on) {
        cx.not_met(at, BeforeStart { what, on, starts_on });
    } else if let Some(ends_on) = window.end_before(on) {
        cx.not_met(at, AfterEnd { what, on, ends_on });
    }
}

/// A figure can be measured when the community has ended, such as in January for the whole year.
pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(charter) = &community.charter else { return };
    let window = Window::of(charter);
    let list = at.key("aims");
    for (n, aim) in community.aims.iter().enumerate() {
        check_aim(aim, &window, &list.item(n, aim.id), cx);
    }
    each_member(community, at, |member, at| check_member(member, &window, at, cx));
    let period = window.period();
    let list = at.key("cycles");
    for (n, cycle) in community.cycles.iter().enumerate() {
        let at = list.item(n, cycle.id);
        if let Some(on) = cycle.carried_out.as_ref().and_then(|test| test.on) {
            check_dated(&window, TEST, on, &at.key("do"), cx);
        } else if let Some(on) = cycle.test_due(period.as_ref()) {
            check_dated(&window, PLANNED_TEST, on, &at.key("plan").key("when"), cx);
        }
    }
    let list = at.key("crossAudits");
    for (n, audit) in community.cross_audits.iter().enumerate() {
        if let Some(on) = audit.held_on {
            check_dated(&window, AUDIT, on, &list.index(n).key("heldOn"), cx);
        }
    }
}

fn check_aim(aim: &Aim, window: &Window<'_>, aim_at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some((on, starts_on)) = aim.reached_on.and_then(|on| Some((on, window.start_after(on)?))) {
        let at = aim_at.key("reachedOn");
        if window.is_backwards {
            cx.depends_on(&at, codes::IMP019);
        } else {
            cx.not_met(&at, ReachedBeforeStart { on, starts_on });
        }
    }
    let Some(by) = &aim.by else { return };
    let at = aim_at.key("by");
    if window.is_backwards {
        if by.has_date() {
            cx.depends_on(&at, codes::IMP019);
        }
        return;
    }
    let period = window.period();
    let Some(due) = by.due(period.as_ref()) else {
        let dates = window.charter.starts_on.zip(window.charter.ends_on);
        if let Some((starts_on, ends_on)) = dates
            && period.is_some_and(|period| by.is_no_day_of(period))
        {
            cx.not_met(&at, NoSuchDay { starts_on, ends_on });
        }
        return;
    };
    if let Some(starts_on) = window.start_after(due) {
        cx.not_met(&at, DueBeforeStart { due, starts_on });
    } else if let Some(ends_on) = window.end_before(due)
        // What was reached in time needs no follow-up.
        && aim.reached_on.is_none_or(|on| window.end_before(on).is_some())
    {
        cx.not_met(&at, DueAfterEnd { due, ends_on });
    }
}

fn check_member(member: &CommunityMember, window: &Window<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let on = member.state_assessment.as_ref().and_then(|said| said.on);
    let Some(on) = on.filter(|_| member.membership.is_member().is_some()) else { return };
    if window.is_backwards {
        cx.depends_on(&at.key("stateAssessment"), codes::IMP019);
    } else if let Some(ends_on) = window.end_before(on) {
        cx.not_met(&at.key("stateAssessment"), AssessedAfterEnd { on, ends_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        let (statement, reached_on) = (Some(tape.said()), PartialDate::of_year(2019));
        community.aims.push(Aim { statement, reached_on, ..Aim::new(tape.spare_id(1)) });
        community.charter = Some(Charter { starts_on: PartialDate::of_year(2020), ..Charter::default() });
    },
    |community, tape| {
        let by = Some(When::Date { on: PartialDate::of_year(2030) });
        community.aims.push(Aim { by, ..Aim::new(tape.spare_id(1)) });
        community.charter = Some(Charter { ends_on: PartialDate::of_year(2029), ..Charter::default() });
    },
    |community, tape| {
        let mut cycle = added::carried_out(5, community, tape);
        cycle.carried_out.iter_mut().for_each(|test| test.on = PartialDate::of_year(2019));
        community.cycles.push(cycle);
        community.charter = Some(Charter { starts_on: PartialDate::of_year(2020), ..Charter::default() });
    },
    |community, tape| {
        let mut cycle = added::cycle(1, tape);
        let when = Some(When::Date { on: PartialDate::of_year(2030) });
        cycle.plan = Some(Plan { prediction: Some(tape.said()), when, ..Plan::default() });
        let measure = Measure::new(tape.spare_id(2));
        (cycle.aim, cycle.measures) = (community.aims.first().map(|aim| aim.id), [measure.id].into());
        cycle.change = Some(tape.said());
        community.measures.push(measure);
        community.cycles.push(cycle);
        community.charter = Some(Charter { ends_on: PartialDate::of_year(2029), ..Charter::default() });
    },
    |community, tape| {
        let audit = CrossAudit {
            audited: Some(tape.spare_id(1)),
            auditors: [tape.spare_id(2)].into(),
            ..CrossAudit::default()
        };
        community.cross_audits.push(CrossAudit { held_on: PartialDate::of_year(2023), ..audit });
        community.charter = Some(Charter { ends_on: PartialDate::of_year(2022), ..Charter::default() });
    },
    |community, tape| {
        let mut member = added::member(Membership::Member, Some(true), tape);
        member.state_assessment.iter_mut().for_each(|said| said.on = PartialDate::of_year(2023));
        community.members.push(member);
        community.charter = Some(Charter { ends_on: PartialDate::of_year(2022), ..Charter::default() });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": {},
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002", "by": { "date": { "on": "2030" } } }],
            "cycles": [{ "id": "00000000-0000-4000-8000-000000000003", "do": { "on": "2019" } }]
        }"#,
    ),
    // On the first and the last day; a plan before the beginning and a decision after the end; what has no date.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2024-01", "endsOn": "2024-11-30" },
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000002", "by": { "date": { "on": "2024-11" } } },
                { "id": "00000000-0000-4000-8000-000000000003", "by": { "date": {} } },
                { "id": "00000000-0000-4000-8000-000000000004", "by": "continuously" },
                { "id": "00000000-0000-4000-8000-000000000009", "by": { "within": { "months": 11, "from": "2023-12-30" } } },
                { "id": "00000000-0000-4000-8000-000000000010", "by": { "within": { "months": 10, "from": "2024-01" } } },
                { "id": "00000000-0000-4000-8000-000000000011", "by": { "monthDay": { "day": "--11-30" } } },
                { "id": "00000000-0000-4000-8000-000000000012", "by": { "schedule": { "deadline": "2024-11" } } },
                { "id": "00000000-0000-4000-8000-000000000005" }
            ],
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000006",
                    "plan": { "on": "2023-12" }, "do": { "on": "2024-01-01" }, "act": { "on": "2024-12" }
                },
                { "id": "00000000-0000-4000-8000-000000000007", "do": {} },
                { "id": "00000000-0000-4000-8000-000000000008" }
            ],
            "crossAudits": [{ "heldOn": "2024-11-30" }, {}]
        }"#,
    ),
    // Made when the community works, for one that is invited, or without a day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2024-01", "endsOn": "2024-11" },
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "stateAssessment": { "on": "2024-11-30" } },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember", "stateAssessment": { "on": "2024" } },
                { "service": "00000000-0000-4000-8000-000000000004", "membership": "invited", "stateAssessment": { "on": "2025" } },
                { "service": "00000000-0000-4000-8000-000000000005", "membership": "member", "stateAssessment": {} },
                { "service": "00000000-0000-4000-8000-000000000006", "membership": "member" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "endsOn": "2024-11" },
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "pilotSite", "stateAssessment": { "on": "2024-12-01" } },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember", "stateAssessment": { "on": "2025" } }
            ]
        }"#,
        &[
            not_met(
                "/members/0/stateAssessment",
                "deltagelsen bygger på en tilstandsvurdering fra 1. december 2024, men fællesskabet slutter i november 2024",
                "the membership rests on a state assessment from 1 December 2024, but the community ends in November 2024",
            ),
            not_met(
                "/members/1/stateAssessment",
                "deltagelsen bygger på en tilstandsvurdering fra 2025, men fællesskabet slutter i november 2024",
                "the membership rests on a state assessment from 2025, but the community ends in November 2024",
            ),
        ],
    ),
    // Without one end, a day without a year may be in the period.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2024-02" },
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002", "by": { "monthDay": { "day": "--01-31" } } }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2024-01", "endsOn": "2024-11-30" },
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000002", "by": { "date": { "on": "2024-12-01" } } },
                { "id": "00000000-0000-4000-8000-000000000005", "by": { "within": { "months": 12, "from": "2024-01" } } },
                { "id": "00000000-0000-4000-8000-000000000006", "by": { "within": { "months": 11, "from": "2024-01-31" } } },
                { "id": "00000000-0000-4000-8000-000000000007", "by": { "schedule": { "deadline": "2023" } } },
                { "id": "00000000-0000-4000-8000-000000000008", "by": { "monthDay": { "day": "--12-01" } } }
            ],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000003", "do": { "on": "2023-12-31" } },
                { "id": "00000000-0000-4000-8000-000000000004", "do": { "on": "2025" } }
            ],
            "crossAudits": [{ "heldOn": "2023" }, { "heldOn": "2024-12" }]
        }"#,
        &[
            not_met(
                "/aims/0/by",
                "målet skal først være nået 1. december 2024, men fællesskabet slutter 30. november 2024",
                "the aim is not due until 1 December 2024, but the community ends on 30 November 2024",
            ),
            not_met(
                "/aims/1/by",
                "målet skal først være nået i januar 2025, men fællesskabet slutter 30. november 2024",
                "the aim is not due until January 2025, but the community ends on 30 November 2024",
            ),
            not_met(
                "/aims/2/by",
                "målet skal først være nået 31. december 2024, men fællesskabet slutter 30. november 2024",
                "the aim is not due until 31 December 2024, but the community ends on 30 November 2024",
            ),
            not_met(
                "/aims/3/by",
                "målet skal være nået i 2023, men fællesskabet begynder først i januar 2024",
                "the aim is due in 2023, but the community does not begin until January 2024",
            ),
            not_met(
                "/aims/4/by",
                "målet har en frist uden år, og dagen findes ikke i fællesskabets periode, januar 2024 til 30. november 2024",
                "the aim is due on a day without a year that is not in the period of the community, January 2024 to 30 November 2024",
            ),
            not_met(
                "/cycles/0/do",
                "afprøvningen er dateret 31. december 2023, men fællesskabet begynder først i januar 2024",
                "the test is dated 31 December 2023, but the community does not begin until January 2024",
            ),
            not_met(
                "/cycles/1/do",
                "afprøvningen er dateret 2025, men fællesskabet slutter 30. november 2024",
                "the test is dated 2025, but the community ends on 30 November 2024",
            ),
            not_met(
                "/crossAudits/0/heldOn",
                "auditten er dateret 2023, men fællesskabet begynder først i januar 2024",
                "the audit is dated 2023, but the community does not begin until January 2024",
            ),
            not_met(
                "/crossAudits/1/heldOn",
                "auditten er dateret december 2024, men fællesskabet slutter 30. november 2024",
                "the audit is dated December 2024, but the community ends on 30 November 2024",
            ),
        ],
    ),
    // Within; carried out within, whatever was planned; abandoned before it was tested; a day without a year.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2024-01", "endsOn": "2024-11" },
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000003", "plan": { "when": { "date": { "on": "2024-11-30" } } } },
                {
                    "id": "00000000-0000-4000-8000-000000000004", "plan": { "when": { "date": { "on": "2025" } } },
                    "do": { "on": "2024-11-30" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005", "plan": { "when": { "date": { "on": "2025" } } },
                    "act": { "decision": "abandon" }
                },
                { "id": "00000000-0000-4000-8000-000000000006", "plan": { "when": { "monthDay": { "day": "--03-31" } } } },
                { "id": "00000000-0000-4000-8000-000000000007", "plan": { "when": "continuously" } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2024-01", "endsOn": "2024-11" },
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000003", "plan": { "when": { "date": { "on": "2023-12-31" } } } },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "plan": { "when": { "within": { "months": 11, "from": "2024-01" } } }, "do": {}
                }
            ]
        }"#,
        &[
            not_met(
                "/cycles/0/plan/when",
                "den planlagte afprøvning er dateret 31. december 2023, men fællesskabet begynder først i januar 2024",
                "the planned test is dated 31 December 2023, but the community does not begin until January 2024",
            ),
            not_met(
                "/cycles/1/plan/when",
                "den planlagte afprøvning er dateret december 2024, men fællesskabet slutter i november 2024",
                "the planned test is dated December 2024, but the community ends in November 2024",
            ),
        ],
    ),
    // The community ended early, when its aim was reached.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "endsOn": "2025-05-31" },
            "aims": [{
                "id": "00000000-0000-4000-8000-000000000002", "by": { "date": { "on": "2025-12" } }, "reachedOn": "2025-05"
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "endsOn": "2025-05-31" },
            "aims": [{
                "id": "00000000-0000-4000-8000-000000000002", "by": { "date": { "on": "2025-12" } }, "reachedOn": "2025-06-01"
            }]
        }"#,
        &[not_met(
            "/aims/0/by",
            "målet skal først være nået i december 2025, men fællesskabet slutter 31. maj 2025",
            "the aim is not due until December 2025, but the community ends on 31 May 2025",
        )],
    ),
    // Reached in the month in which it begins, and after it has ended.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2022-01-20", "endsOn": "2022-11" },
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000002", "reachedOn": "2022-01" },
                { "id": "00000000-0000-4000-8000-000000000003", "reachedOn": "2023" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2022-01-20" },
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002", "reachedOn": "2021-11" }]
        }"#,
        &[not_met(
            "/aims/0/reachedOn",
            "målet står som nået i november 2021, men fællesskabet begynder først 20. januar 2022",
            "the aim is recorded as reached in November 2021, but the community does not begin until 20 January 2022",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2024", "endsOn": "2023" },
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002", "reachedOn": "2022" }],
            "cycles": [{ "id": "00000000-0000-4000-8000-000000000003", "do": { "on": "2023-12-31" } }]
        }"#,
        &[not_evaluated("/aims/0/reachedOn", "IMP019"), not_evaluated("/cycles/0/do", "IMP019")],
    ),
    // The charter ends before it begins: nothing is said of its days.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2024-12", "endsOn": "2024-01" },
            "members": [{
                "service": "00000000-0000-4000-8000-000000000003", "membership": "member",
                "stateAssessment": { "on": "2024-05" }
            }],
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000002", "by": { "monthDay": { "day": "--05-31" } } },
                { "id": "00000000-0000-4000-8000-000000000004", "by": "continuously" }
            ]
        }"#,
        &[not_evaluated("/members/0/stateAssessment", "IMP019"), not_evaluated("/aims/0/by", "IMP019")],
    ),
    // The first and the last month of the charter belong to it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "startsOn": "2024-02", "endsOn": "2024-11" },
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000002", "by": { "monthDay": { "day": "--02-01" } } },
                { "id": "00000000-0000-4000-8000-000000000004", "by": { "monthDay": { "day": "--11-30" } } }
            ]
        }"#,
    ),
];
