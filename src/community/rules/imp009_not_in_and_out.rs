//! A service is not listed both as taking part and as not taking part.

use uuid::Uuid;

use crate::codes;
use crate::community::ImprovementCommunity;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::{self, Bilingual};

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::body::Membership;
#[cfg(feature = "proptest")]
use crate::cycle::PdsaCycle;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP009,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-021", "R-175"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, members")],
    title: Bilingual::new(
        "et tilbud står ikke både som deltager og som ikke-deltager på samme tid",
        "a service is not listed both as taking part and as not taking part at the same time",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og det er uklart, om fællesskabets måltal binder tilbuddet.",
        "The document contradicts itself, and it is unclear whether the figures of the community bind the service.",
    ),
    remedy: Bilingual::new(
        "Afklar, om tilbuddet indgår, og lad det stå én gang på listen. Er tilbuddet udtrådt, så skriv den sidste dag, det var med.",
        "Find out whether the service takes part, and list it once. If it has left, state the last day of its membership.",
    ),
    example: Bilingual::new(
        "To lister er lagt sammen; på den ene indgår tilbuddet, på den anden ikke.",
        "Two lists were merged; in one of them the service takes part, in the other it does not.",
    ),
    ..Rule::DERIVED
};

message! {
    BothInAndOut { first: u64, again: u64 }
    "tilbuddet står som nummer {first} og nummer {again} på listen, men indgår kun det ene sted",
    "the service is number {first} and number {again} on the list, but takes part according to only one of the two",
}

/// An entry for a service: its days, in order, and its place in the list.
type Entry = (Uuid, Option<PartialDate>, (bool, Option<PartialDate>), usize);

/// Entries that hold at different times are no contradiction: an entry without a last day holds until the next one, and
/// the next one can begin on the last day. An entry without any day can be followed by one that has a first day; if it is
/// the later one in the list, it says nothing of a change.
pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("members");
    let stated = community.members.iter().enumerate().filter(|(_, one)| one.membership.is_member().is_some());
    let entries = stated
        .map(|(n, one)| -> Entry { (one.service.uuid(), one.from, (one.until.is_none(), one.until), n) });
    sorted(
        |put| entries.clone().for_each(put),
        |entries| {
            let mut contradict = |one: usize, other: usize| {
                let (first, again) = (one.min(other), one.max(other));
                let Some(member) = community.members.get(again) else { return };
                let facts = BothInAndOut { first: text::ordinal(first), again: text::ordinal(again) };
                cx.not_met(&list.item(again, member.service), facts);
            };
            let is_member = |n: usize| community.members.get(n).and_then(|one| one.membership.is_member());
            for of_service in entries.chunk_by(|one, other| one.0 == other.0) {
                // The first in the list that takes part from a day on, and the first that does not.
                let begun = [true, false].map(|is_in| {
                    let begins =
                        of_service.iter().filter(|(_, from, (goes_on, _), _)| from.is_some() && *goes_on);
                    begins.map(|(.., n)| *n).filter(|n| is_member(*n) == Some(is_in)).min()
                });
                // The last day of those so far that take part, and of those that do not, and which one has it.
                let mut longest: [Option<(PartialDate, usize)>; 2] = [None; 2];
                for same in of_service.chunk_by(|one, other| (one.1, one.2) == (other.1, other.2)) {
                    let Some((_, from, (_, until), first)) = same.first().copied() else { continue };
                    for (.., n) in same {
                        let [begun_in, begun_out] = begun;
                        let begun = if is_member(*n) == Some(true) { begun_out } else { begun_in };
                        if is_member(*n) != is_member(first) {
                            contradict(first, *n);
                        } else if let Some(begun) = begun
                            && (from, until) == (None, None)
                            && begun < *n
                        {
                            contradict(begun, *n);
                        }
                        let [inside, outside] = longest;
                        let opposite = if is_member(*n) == Some(true) { outside } else { inside };
                        if let Some((last, other)) = opposite
                            && from.is_some_and(|from| from.ends_before(last))
                        {
                            contradict(other, *n);
                        }
                    }
                    for (.., n) in same {
                        let [inside, outside] = &mut longest;
                        let own = if is_member(*n) == Some(true) { inside } else { outside };
                        if let Some(until) = until
                            && own.is_none_or(|(last, _)| last.first_day() < until.first_day())
                        {
                            *own = Some((until, *n));
                        }
                    }
                }
            }
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        community.members.push(added::member(Membership::Member, Some(true), tape));
        community.members.push(added::member(Membership::NonMember, Some(false), tape));
    },
    |community, tape| {
        community.members.push(added::member(Membership::PilotSite, Some(true), tape));
        community.members.push(added::member(Membership::NonMember, Some(false), tape));
        community.targets.push(added::target(tape));
        let service = Some(tape.spare_id(1));
        community.cycles.push(PdsaCycle { service, ..added::cycle(5, tape) });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" }
            ]
        }"#,
    ),
    // Two equal entries are no contradiction, and a pilot site takes part.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "pilotSite" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" }
            ]
        }"#,
    ),
    // Not stated is not no, and neither is an invitation.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000002" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "invited" }
            ]
        }"#,
    ),
    // It left, on a day that both entries may state, and returned; what has no date holds for the rest of the time.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember", "from": "2023-06-01" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "until": "2023-06-01" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "from": "2023-11" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember", "from": "2023-06-01" },
                { "service": "00000000-0000-4000-8000-000000000004", "membership": "member", "until": "2023-05-31" },
                { "service": "00000000-0000-4000-8000-000000000004", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000005", "membership": "member", "from": "2023-01" },
                { "service": "00000000-0000-4000-8000-000000000005", "membership": "nonMember", "from": "2023-06" }
            ]
        }"#,
    ),
    // Two lists were merged, and only the first one has dates.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "from": "2024-01-15" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember", "from": "2024-01-09" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "member" }
            ]
        }"#,
        &[
            not_met(
                "/members/1",
                "tilbuddet står som nummer 1 og nummer 2 på listen, men indgår kun det ene sted",
                "the service is number 1 and number 2 on the list, but takes part according to only one of the two",
            ),
            not_met(
                "/members/3",
                "tilbuddet står som nummer 3 og nummer 4 på listen, men indgår kun det ene sted",
                "the service is number 3 and number 4 on the list, but takes part according to only one of the two",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember", "from": "2023-05-31" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "until": "2023-03" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "until": "2023-06-01" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "member", "from": "2023", "until": "2024" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember", "from": "2023", "until": "2024" }
            ]
        }"#,
        &[
            not_met(
                "/members/2",
                "tilbuddet står som nummer 1 og nummer 3 på listen, men indgår kun det ene sted",
                "the service is number 1 and number 3 on the list, but takes part according to only one of the two",
            ),
            not_met(
                "/members/4",
                "tilbuddet står som nummer 4 og nummer 5 på listen, men indgår kun det ene sted",
                "the service is number 4 and number 5 on the list, but takes part according to only one of the two",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" }
            ]
        }"#,
        &[not_met(
            "/members/1",
            "tilbuddet står som nummer 1 og nummer 2 på listen, men indgår kun det ene sted",
            "the service is number 1 and number 2 on the list, but takes part according to only one of the two",
        )],
    ),
    // Each entry is compared with the first that says whether the service takes part.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "pilotSite" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" }
            ]
        }"#,
        &[
            not_met(
                "/members/3",
                "tilbuddet står som nummer 2 og nummer 4 på listen, men indgår kun det ene sted",
                "the service is number 2 and number 4 on the list, but takes part according to only one of the two",
            ),
            not_met(
                "/members/4",
                "tilbuddet står som nummer 2 og nummer 5 på listen, men indgår kun det ene sted",
                "the service is number 2 and number 5 on the list, but takes part according to only one of the two",
            ),
        ],
    ),
    // It says the same twice, and then the opposite of the first.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "pilotSite" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" }
            ]
        }"#,
        &[not_met(
            "/members/2",
            "tilbuddet står som nummer 1 og nummer 3 på listen, men indgår kun det ene sted",
            "the service is number 1 and number 3 on the list, but takes part according to only one of the two",
        )],
    ),
];
