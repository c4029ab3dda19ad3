//! A service is a member because of a state assessment that was made before it began to work in the community.

use chrono::NaiveDate;
use uuid::Uuid;

use super::each_member;
use crate::body::Membership;
use crate::codes;
use crate::community::{CommunityMember, ImprovementCommunity};
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::sorted::{of, sorted, sorted_of};
use crate::target_figure::TargetState;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::target_figure::TargetStep;

pub(super) static RULE: Rule = Rule {
    code: codes::IMP038,
    requirements: &["R-022"],
    sources: &[SourceRef::agreement("1.1"), SourceRef::agreement("1.4")],
    title: Bilingual::new(
        "et medlem afprøver og aftaler måltal efter den tilstandsvurdering, som medlemskabet bygger på",
        "a member tests and agrees target figures after the state assessment that its membership rests on",
    ),
    why: Bilingual::new(
        "Om tilbuddet indgår, følger af vurderingen, og målene skal forholde sig til den tilstand, den viser. En vurdering, der er lavet bagefter, kan ikke have afgjort det. Et pilottilbud må gerne afprøve først. Er der flere vurderinger, ses der på den ældste.",
        "Whether the service takes part follows from the assessment, and the goals are to relate to the state that it shows. An assessment made afterwards cannot have settled that. A pilot site may test first. Of several assessments the oldest one counts.",
    ),
    remedy: Bilingual::new(
        "Henvis til den vurdering, som medlemskabet bygger på, eller ret datoen.",
        "Refer to the assessment that the membership rests on, or correct the date.",
    ),
    example: Bilingual::new(
        "Bakkehus er medlem på grund af en vurdering fra november, men afprøvede allerede i februar.",
        "Bakkehus is a member because of an assessment from November, but tested as early as February.",
    ),
    ..Rule::DERIVED
};

message! {
    TestedBefore { on: PartialDate, tested_on: PartialDate }
    "medlemskabet bygger på en tilstandsvurdering fra {on}, men tilbuddet afprøvede allerede {tested_on:i}",
    "the membership rests on a state assessment from {on}, but the service tested as early as {tested_on}",
}

message! {
    AgreedBefore { on: PartialDate, agreed_on: PartialDate }
    "medlemskabet bygger på en tilstandsvurdering fra {on}, men tilbuddets måltal er aftalt allerede {agreed_on:i}",
    "the membership rests on a state assessment from {on}, but the target figure of the service was agreed as early as {agreed_on}",
}

/// What a service did: the last possible day, whether it was a test, and the date.
type Work = (NaiveDate, bool, Option<PartialDate>);

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let assessments =
        community.members.iter().filter_map(|one| Some((one.service.uuid(), assessed_on(one)?)));
    let mut assessed = assessments.clone().peekable();
    if assessed.peek().is_none() {
        return;
    }
    let tests = community
        .cycles
        .iter()
        .filter_map(|cycle| Some((cycle.service?.uuid(), done(cycle.carried_out.as_ref()?.on?, true))));
    let agreed = community.targets.iter().flat_map(|one| {
        let steps = one.target.history.iter().filter(|step| step.state == Some(TargetState::Agreed));
        steps.filter_map(|step| Some((one.service.uuid(), done(step.on?, false))))
    });
    let work = tests.chain(agreed);
    sorted_of(&work, |work| {
        sorted(
            |put: &mut dyn FnMut((Uuid, NaiveDate))| {
                assessments.clone().for_each(|(service, on)| put((service, on.first_day())));
            },
            |assessed| {
                each_member(community, at, |member, at| {
                    let service = member.service.uuid();
                    let oldest = of(assessed, service).first().map(|(_, day)| *day);
                    let Some(on) = assessed_on(member).filter(|on| Some(on.first_day()) == oldest) else {
                        return;
                    };
                    let Some((_, (last_day, is_test, Some(date)))) = of(work, service).first().copied()
                    else {
                        return;
                    };
                    let at = at.key("stateAssessment");
                    match is_test {
                        _ if last_day >= on.first_day() => {}
                        true => cx.not_met(&at.key("on"), TestedBefore { on, tested_on: date }),
                        false => cx.not_met(&at.key("on"), AgreedBefore { on, agreed_on: date }),
                    }
                });
            },
        );
    });
}

/// The day of the assessment that a membership rests on.
fn assessed_on(member: &CommunityMember) -> Option<PartialDate> {
    member.state_assessment.as_ref()?.on.filter(|_| member.membership == Membership::Member)
}

fn done(on: PartialDate, is_test: bool) -> Work {
    (on.last_day(), is_test, Some(on))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        community.charter = None;
        let mut member = added::member(Membership::Member, Some(true), tape);
        member.state_assessment.iter_mut().for_each(|said| said.on = PartialDate::of_year(2023));
        let mut cycle = added::carried_out(5, community, tape);
        cycle.service = Some(member.service);
        cycle.carried_out.iter_mut().for_each(|test| test.on = PartialDate::of_year(2022));
        community.members.push(member);
        community.cycles.push(cycle);
    },
    |community, tape| {
        community.charter = None;
        let mut member = added::member(Membership::Member, Some(true), tape);
        member.state_assessment.iter_mut().for_each(|said| said.on = PartialDate::of_year(2023));
        let mut target = added::target(tape);
        let agreed = TargetStep { on: PartialDate::of_year(2022), ..TargetStep::new(TargetState::Agreed) };
        (target.target.state, target.target.history) = (Some(TargetState::Agreed), [agreed].into());
        community.members.push(member);
        community.targets.push(target);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Assessed in the month of the test; a pilot site; an older assessment; the test of another service; without a day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "stateAssessment": { "showsNeed": true, "on": "2022-02-27" } },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "pilotSite", "stateAssessment": { "showsNeed": true, "on": "2023" } },
                { "service": "00000000-0000-4000-8000-000000000004", "membership": "member", "stateAssessment": { "showsNeed": true, "on": "2023" } },
                { "service": "00000000-0000-4000-8000-000000000004", "membership": "member", "stateAssessment": { "showsNeed": true, "on": "2021" } },
                { "service": "00000000-0000-4000-8000-000000000005", "membership": "member", "stateAssessment": { "showsNeed": true, "on": "2023" } },
                { "service": "00000000-0000-4000-8000-000000000006", "membership": "member", "stateAssessment": { "showsNeed": true } }
            ],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000011", "service": "00000000-0000-4000-8000-000000000002", "do": { "on": "2022-02" } },
                { "id": "00000000-0000-4000-8000-000000000012", "service": "00000000-0000-4000-8000-000000000003", "do": { "on": "2022" } },
                { "id": "00000000-0000-4000-8000-000000000013", "service": "00000000-0000-4000-8000-000000000004", "do": { "on": "2022" } },
                { "id": "00000000-0000-4000-8000-000000000014", "service": "00000000-0000-4000-8000-000000000006", "do": { "on": "2022" } },
                { "id": "00000000-0000-4000-8000-000000000015", "service": "00000000-0000-4000-8000-000000000005", "do": {} },
                { "id": "00000000-0000-4000-8000-000000000016", "do": { "on": "2020" } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "stateAssessment": { "showsNeed": true, "on": "2022-11" } },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "member", "stateAssessment": { "showsNeed": true, "on": "2022-11-20" } }
            ],
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000021", "history": [{ "state": "agreed", "on": "2022-03-12" }] } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000022", "history": [{ "state": "toBeAgreed", "on": "2022-01" }, { "state": "agreed", "on": "2022-11-19" }] } }
            ],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000011", "service": "00000000-0000-4000-8000-000000000002", "do": { "on": "2022-05" } },
                { "id": "00000000-0000-4000-8000-000000000012", "service": "00000000-0000-4000-8000-000000000002", "do": { "on": "2022-02-14" } }
            ]
        }"#,
        &[
            not_met(
                "/members/0/stateAssessment/on",
                "medlemskabet bygger på en tilstandsvurdering fra november 2022, men tilbuddet afprøvede allerede 14. februar 2022",
                "the membership rests on a state assessment from November 2022, but the service tested as early as 14 February 2022",
            ),
            not_met(
                "/members/1/stateAssessment/on",
                "medlemskabet bygger på en tilstandsvurdering fra 20. november 2022, men tilbuddets måltal er aftalt allerede 19. november 2022",
                "the membership rests on a state assessment from 20 November 2022, but the target figure of the service was agreed as early as 19 November 2022",
            ),
        ],
    ),
    // In the month of the test, which may be before it, and on its day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                {
                    "service": "00000000-0000-4000-8000-000000000002", "membership": "member",
                    "stateAssessment": { "showsNeed": true, "on": "2022-02" }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003", "membership": "member",
                    "stateAssessment": { "showsNeed": true, "on": "2022-02-10" }
                }
            ],
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "service": "00000000-0000-4000-8000-000000000002",
                    "do": { "on": "2022-02-10" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "service": "00000000-0000-4000-8000-000000000003",
                    "do": { "on": "2022-02-10" }
                }
            ]
        }"#,
    ),
];
