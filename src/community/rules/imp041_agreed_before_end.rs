//! A target figure that a community was to agree is agreed before the community ends.

use crate::body::Forum;
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses_with};
#[cfg(feature = "proptest")]
use {
    super::added, crate::body::Membership, crate::community::Charter, crate::rule::trial::Breaks,
    crate::target_figure::TargetState,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP041,
    requirements: &["R-026"],
    sources: &[SourceRef::agreement("1.3.4"), SourceRef::agreement("1.4.3")],
    title: Bilingual::new(
        "et måltal, som fællesskabet skal aftale, er aftalt, før fællesskabet slutter",
        "a target figure that the community is to agree is agreed before the community ends",
    ),
    why: Bilingual::new(
        "Når fællesskabet er slut, er der ingen til at aftale måltallet, og tilbuddet kan hverken nå det eller lade være.",
        "When the community has ended, nobody is left to agree the figure, and the service can neither meet it nor miss it.",
    ),
    remedy: Bilingual::new(
        "Skriv det tal, der blev aftalt, eller slet måltallet, hvis det aldrig blev aftalt. Fortsætter fællesskabet, så ret dets slutdato.",
        "State the value that was agreed, or remove the figure if it never was. If the community goes on, correct the day on which it ends.",
    ),
    example: Bilingual::new(
        "Fællesskabet sluttede i december 2023, og måltallet for et af tilbuddene står stadig til at blive aftalt.",
        "The community ended in December 2023, and the target figure of one of the services is still to be agreed.",
    ),
    ..Rule::DERIVED
};

message! {
    StillOpen { ends_on: PartialDate }
    "måltallet skal stadig aftales, men fællesskabet sluttede {ends_on:i}",
    "the figure is yet to be agreed, but the community ended {ends_on:on|in}",
}

/// What another body agrees can be agreed afterwards.
pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(charter) = &community.charter else { return };
    let Some(ends_on) = charter.ends_on.filter(|end| end.last_day() < cx.as_of()) else { return };
    let list = at.key("targets");
    for (n, one) in community.targets.iter().enumerate() {
        let is_agreed_here = matches!(one.target.agreed_by, None | Some(Forum::Community { .. }));
        if !one.target.is_open() || !is_agreed_here {
            continue;
        }
        let target_at = list.item(n, one.target.id);
        let target_at = target_at.key("target");
        cx.not_met(&target_at.key("state"), StillOpen { ends_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    community.members.push(added::member(Membership::Member, Some(true), tape));
    let mut open = added::target(tape);
    (open.target.value, open.target.state) = (None, Some(TargetState::ToBeAgreed));
    community.targets.push(open);
    community.aims.iter_mut().for_each(|aim| aim.by = None);
    community.charter = Some(Charter { ends_on: PartialDate::of_year(2023), ..Charter::default() });
}];

#[cfg(test)]
const COMMUNITY: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "charter": { "endsOn": "2024-01-15" },
    "targets": [{
        "service": "00000000-0000-4000-8000-000000000002",
        "target": { "id": "00000000-0000-4000-8000-000000000003", "state": "toBeAgreed" }
    }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The last day; agreed; by the parties; and given all the same, which another rule finds.
    accepts(COMMUNITY),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "charter": { "endsOn": "2023" },
            "targets": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": { "id": "00000000-0000-4000-8000-000000000003", "state": "agreed" }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000004", "state": "toBeAgreed", "agreedBy": "parties"
                    }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "target": { "id": "00000000-0000-4000-8000-000000000005", "state": "toBeAgreed", "value": "5" }
                }
            ]
        }"#,
    ),
    accepts_with(COMMUNITY, r#"{ "/charter/endsOn": null, "/charter/startsOn": "2022" }"#),
    refuses_with(
        COMMUNITY,
        r#"{
            "/charter/endsOn": "2023-12",
            "/targets/1": { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000004", "state": "toBeAgreed", "agreedBy": { "community": {} } } }
        }"#,
        &[
            not_met(
                "/targets/0/target/state",
                "måltallet skal stadig aftales, men fællesskabet sluttede i december 2023",
                "the figure is yet to be agreed, but the community ended in December 2023",
            ),
            not_met(
                "/targets/1/target/state",
                "måltallet skal stadig aftales, men fællesskabet sluttede i december 2023",
                "the figure is yet to be agreed, but the community ended in December 2023",
            ),
        ],
    ),
    // In this month it can still be agreed.
    accepts_with(COMMUNITY, r#"{ "/charter/endsOn": "2024-01" }"#),
];
