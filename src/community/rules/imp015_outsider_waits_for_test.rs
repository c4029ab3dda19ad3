//! A service outside the community implements a change only after members have tested it.

use super::statements::with_statements;
use crate::answers::any_of;
use crate::codes;
use crate::community::{ChangeSpread, Effect, ImprovementCommunity, ServiceSpread, SpreadStep};
use crate::date::PartialDate;
use crate::id::Id;
use crate::organisation::SocialService;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::body::Membership;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP015,
    requirements: &["R-039"],
    sources: &[SourceRef::agreement("1.3.1")],
    title: Bilingual::new(
        "et tilbud uden for fællesskabet implementerer først en forandring, når medlemmer har afprøvet den",
        "a service outside the community implements a change only after members have tested it",
    ),
    why: Bilingual::new(
        "Fællesskabet afprøver, for at de andre kan bygge på det, det har lært.",
        "The community tests so that the others can build on what it has learned.",
    ),
    remedy: Bilingual::new(
        "Ret datoerne, eller skriv, hvilket medlem der har afprøvet forandringen. Har ingen gjort det, så lad et medlem afprøve den, før den udbredes videre.",
        "Correct the dates, or state which member has tested the change. If none has, let a member test it before it is spread further.",
    ),
    example: Bilingual::new(
        "1.3.1: implementeringen af metoden til læring af påbud skal »først ske efter afprøvning i forbedringsfællesskabet«, men et tilbud uden for fællesskabet har indført den uden afprøvning.",
        "1.3.1: the method of learning from the orders of the working environment authority is to be implemented only after a test in the community, but a service outside the community has introduced it without one.",
    ),
    ..Rule::DERIVED
};

message! {
    NotTested {}
    "tilbuddet indgår ikke i fællesskabet og har implementeret forandringen, men intet medlem havde afprøvet den",
    "the service does not take part in the community and has implemented the change, but no member had tested it",
}

message! {
    TestedLater { on: PartialDate, tested_on: PartialDate }
    "tilbuddet indgår ikke i fællesskabet og har implementeret forandringen ({on}), før det første medlem afprøvede den ({tested_on})",
    "the service does not take part in the community and implemented the change ({on}) before the first member tested it ({tested_on})",
}

const TESTED: Bilingual = Bilingual::new(
    "om et medlem af fællesskabet har afprøvet forandringen",
    "whether a member of the community has tested the change",
);

/// Whether a service takes part in the community at a time, if the document says so.
type TakesPart<'a> = &'a dyn Fn(Id<SocialService>, Option<PartialDate>) -> Option<bool>;

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    if community.spreads.is_empty() {
        return;
    }
    let list = at.key("spreads");
    with_statements(community, |of| {
        let takes_part = |service, on| of(service).and_then(|statement| statement.takes_part(on));
        for (n, spread) in community.spreads.iter().enumerate() {
            let services = list.index(n);
            let services = services.key("services");
            let origin = spread.effect.as_ref().and_then(Effect::origin);
            for (n, one) in spread.services.iter().enumerate() {
                let Some(SpreadStep::Taken { on, .. }) = &one.implemented else { continue };
                if takes_part(one.service, *on) != Some(false) || origin == Some(one.service) {
                    continue;
                }
                let at = services.item(n, one.service);
                match is_tested(spread, *on, &takes_part) {
                    Some(true) => {}
                    Some(false) => match on.zip(first_test(spread, &takes_part)) {
                        Some((on, tested_on)) => {
                            cx.not_met(&at.key("implemented"), TestedLater { on, tested_on });
                        }
                        None => cx.not_met(&at.key("implemented"), NotTested {}),
                    },
                    None => cx.not_assessable(&at.key("implemented"), TESTED),
                }
            }
        }
    });
}

/// The earliest dated test of a member.
fn first_test(spread: &ChangeSpread, takes_part: TakesPart<'_>) -> Option<PartialDate> {
    let dates = spread.services.iter().filter_map(|one| match one.tested {
        Some(SpreadStep::Taken { on, .. }) => on.filter(|_| takes_part(one.service, on) == Some(true)),
        _ => None,
    });
    dates.min()
}

/// Whether a member had tested the change by that time. What has no date is not later.
fn is_tested(spread: &ChangeSpread, by: Option<PartialDate>, takes_part: TakesPart<'_>) -> Option<bool> {
    let is_late = |on: PartialDate| by.is_some_and(|by| by.ends_before(on));
    // A member where it was shown to be effective has tested it.
    if let Some(Effect::Shown { service: Some(service), on, .. }) = &spread.effect
        && takes_part(*service, *on) == Some(true)
        && !on.is_some_and(is_late)
    {
        return Some(true);
    }
    let tested_on = |one: &ServiceSpread| one.tested.as_ref().and_then(SpreadStep::on);
    let takes_part = |one: &ServiceSpread| takes_part(one.service, tested_on(one));
    let members = spread.services.iter().filter(|one| takes_part(one) != Some(false));
    let answers = members.map(|one| match &one.tested {
        Some(SpreadStep::Taken { on, .. }) if on.is_some_and(is_late) => Some(false),
        Some(SpreadStep::Taken { .. }) => takes_part(one),
        Some(SpreadStep::NotTaken | SpreadStep::NotNeeded) => Some(false),
        None => None,
    });
    let mut answers = answers.peekable();
    // If no member is listed, their tests are not stated.
    answers.peek()?;
    any_of(answers)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        community.members.push(added::member(Membership::NonMember, Some(false), tape));
        let insider = tape.spare_id(9);
        community.members.push(added::member_of(insider, Membership::Member, true));
        let outsider =
            ServiceSpread { implemented: Some(added::taken(2024)), ..added::tested(1, 2024, tape) };
        let member = ServiceSpread { tested: Some(SpreadStep::NotTaken), ..ServiceSpread::new(insider) };
        community.spreads.push(ChangeSpread { services: [outsider, member].into(), ..added::spread(tape) });
    },
    |community, tape| {
        community.members.push(added::member(Membership::NonMember, Some(false), tape));
        let outsider =
            ServiceSpread { implemented: Some(added::taken(2024)), ..added::tested(1, 2024, tape) };
        community.spreads.push(ChangeSpread { services: [outsider].into(), ..added::spread(tape) });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // A member had tested it, in the same month.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "pilotSite" }
            ],
            "spreads": [{ "services": [
                { "service": "00000000-0000-4000-8000-000000000002", "implemented": { "taken": { "on": "2024-03" } } },
                { "service": "00000000-0000-4000-8000-000000000003", "tested": { "taken": { "on": "2024-03-31" } } }
            ] }]
        }"#,
    ),
    // A service that has left tested it as a member, and implements it now.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [{ "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "until": "2023-05-31" }],
            "spreads": [{ "services": [{
                "service": "00000000-0000-4000-8000-000000000002",
                "tested": { "taken": { "on": "2023-05" } }, "implemented": { "taken": { "on": "2023-08" } }
            }] }]
        }"#,
    ),
    // The one that tested it had left.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "until": "2023-05-31" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000004", "membership": "member" }
            ],
            "spreads": [{ "services": [
                { "service": "00000000-0000-4000-8000-000000000002", "tested": { "taken": { "on": "2023-06" } } },
                { "service": "00000000-0000-4000-8000-000000000003", "implemented": { "taken": { "on": "2023-08" } } },
                { "service": "00000000-0000-4000-8000-000000000004", "tested": "notTaken" }
            ] }]
        }"#,
        &[not_met(
            "/spreads/0/services/1/implemented",
            "tilbuddet indgår ikke i fællesskabet og har implementeret forandringen, men intet medlem havde afprøvet den",
            "the service does not take part in the community and has implemented the change, but no member had tested it",
        )],
    ),
    // The one that tested it had not joined yet.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "from": "2023-07" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000004", "membership": "member" }
            ],
            "spreads": [{ "services": [
                { "service": "00000000-0000-4000-8000-000000000002", "tested": { "taken": { "on": "2023-06" } } },
                { "service": "00000000-0000-4000-8000-000000000003", "implemented": { "taken": { "on": "2023-08" } } },
                { "service": "00000000-0000-4000-8000-000000000004", "tested": "notTaken" }
            ] }]
        }"#,
        &[not_met(
            "/spreads/0/services/1/implemented",
            "tilbuddet indgår ikke i fællesskabet og har implementeret forandringen, men intet medlem havde afprøvet den",
            "the service does not take part in the community and has implemented the change, but no member had tested it",
        )],
    ),
    // The effect was shown by a member; a service that takes part is looked at by its own steps (IMP014).
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "member" }
            ],
            "spreads": [
                {
                    "effect": { "shown": { "service": "00000000-0000-4000-8000-000000000003" } },
                    "services": [{ "service": "00000000-0000-4000-8000-000000000002", "implemented": { "taken": {} } }]
                },
                { "services": [{ "service": "00000000-0000-4000-8000-000000000003", "implemented": { "taken": {} } }] },
                { "services": [{ "service": "00000000-0000-4000-8000-000000000009", "implemented": { "taken": {} } }] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000004", "membership": "member" }
            ],
            "spreads": [{ "services": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "tested": { "taken": {} }, "implemented": { "taken": { "on": "2024-03" } }
                },
                { "service": "00000000-0000-4000-8000-000000000003", "tested": { "taken": { "on": "2024-04-01" } } },
                { "service": "00000000-0000-4000-8000-000000000004", "tested": "notTaken" }
            ] }]
        }"#,
        &[not_met(
            "/spreads/0/services/0/implemented",
            "tilbuddet indgår ikke i fællesskabet og har implementeret forandringen (marts 2024), før det første medlem afprøvede den (1. april 2024)",
            "the service does not take part in the community and implemented the change (March 2024) before the first member tested it (1 April 2024)",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "member" }
            ],
            "spreads": [{ "services": [
                { "service": "00000000-0000-4000-8000-000000000002", "implemented": { "taken": { "on": "2024-03" } } },
                { "service": "00000000-0000-4000-8000-000000000003", "tested": "notTaken" }
            ] }]
        }"#,
        &[not_met(
            "/spreads/0/services/0/implemented",
            "tilbuddet indgår ikke i fællesskabet og har implementeret forandringen, men intet medlem havde afprøvet den",
            "the service does not take part in the community and has implemented the change, but no member had tested it",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000004" }
            ],
            "spreads": [
                { "services": [{ "service": "00000000-0000-4000-8000-000000000002", "implemented": { "taken": {} } }] },
                { "services": [
                    { "service": "00000000-0000-4000-8000-000000000002", "implemented": { "taken": {} } },
                    { "service": "00000000-0000-4000-8000-000000000003", "tested": "notTaken" },
                    { "service": "00000000-0000-4000-8000-000000000004", "tested": { "taken": {} } }
                ] }
            ]
        }"#,
        &[
            not_assessable(
                "/spreads/0/services/0/implemented",
                "kan ikke vurderes; mangler: om et medlem af fællesskabet har afprøvet forandringen",
                "cannot be assessed; missing: whether a member of the community has tested the change",
            ),
            not_assessable(
                "/spreads/1/services/0/implemented",
                "kan ikke vurderes; mangler: om et medlem af fællesskabet har afprøvet forandringen",
                "cannot be assessed; missing: whether a member of the community has tested the change",
            ),
        ],
    ),
    // It was shown in a service outside, which need not wait for itself. Of two members the first to test counts; what others
    // test does not.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000004", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000005", "membership": "nonMember" }
            ],
            "spreads": [
                {
                    "effect": { "shown": { "service": "00000000-0000-4000-8000-000000000002", "on": "2024-01" } },
                    "services": [
                        {
                            "service": "00000000-0000-4000-8000-000000000002",
                            "implemented": { "taken": { "on": "2023" } }
                        },
                        {
                            "service": "00000000-0000-4000-8000-000000000005",
                            "implemented": { "taken": { "on": "2024-02" } }
                        }
                    ]
                },
                {
                    "services": [
                        {
                            "service": "00000000-0000-4000-8000-000000000002",
                            "tested": { "taken": { "on": "2023" } }, "implemented": { "taken": { "on": "2024-03" } }
                        },
                        {
                            "service": "00000000-0000-4000-8000-000000000003",
                            "tested": { "taken": { "on": "2024-05-01" } }
                        },
                        {
                            "service": "00000000-0000-4000-8000-000000000004",
                            "tested": { "taken": { "on": "2024-04-01" } }
                        }
                    ]
                },
                {
                    "effect": { "shown": { "service": "00000000-0000-4000-8000-000000000003", "on": "2024-04" } },
                    "services": [{
                        "service": "00000000-0000-4000-8000-000000000002",
                        "implemented": { "taken": { "on": "2024-03" } }
                    }]
                },
                {
                    "effect": { "shown": { "service": "00000000-0000-4000-8000-000000000003", "on": "2024-04" } },
                    "services": [{
                        "service": "00000000-0000-4000-8000-000000000002", "implemented": { "taken": {} }
                    }]
                }
            ]
        }"#,
        &[
            not_assessable(
                "/spreads/0/services/1/implemented",
                "kan ikke vurderes; mangler: om et medlem af fællesskabet har afprøvet forandringen",
                "cannot be assessed; missing: whether a member of the community has tested the change",
            ),
            not_met(
                "/spreads/1/services/0/implemented",
                "tilbuddet indgår ikke i fællesskabet og har implementeret forandringen (marts 2024), før det første medlem afprøvede den (1. april 2024)",
                "the service does not take part in the community and implemented the change (March 2024) before the first member tested it (1 April 2024)",
            ),
            not_assessable(
                "/spreads/2/services/0/implemented",
                "kan ikke vurderes; mangler: om et medlem af fællesskabet har afprøvet forandringen",
                "cannot be assessed; missing: whether a member of the community has tested the change",
            ),
        ],
    ),
];
