//! A service is not listed both as taking part and as not taking part.

use uuid::Uuid;

use crate::codes;
use crate::community::{CommunityMember, ImprovementCommunity};
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted_of;
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
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses};

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

/// An entry that says whether a service takes part. Those of a service are sorted by their days.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    service: Uuid,
    from: Option<PartialDate>,
    goes_on: bool,
    until: Option<PartialDate>,
    /// Its place in the list.
    n: usize,
    is_in: bool,
}

/// Something of the entries by which a service takes part, and of those by which it does not.
#[derive(Clone, Copy, Default)]
struct Sides<T> {
    inside: T,
    outside: T,
}

impl<T: Copy> Sides<T> {
    const fn opposite(self, is_in: bool) -> T {
        if is_in { self.outside } else { self.inside }
    }

    const fn own(&mut self, is_in: bool) -> &mut T {
        if is_in { &mut self.inside } else { &mut self.outside }
    }
}

/// Entries that hold at different times are no contradiction: an entry without a last day holds until the next one, and
/// the next one can begin on the last day. An entry without any day can be followed by one that has a first day; if it is
/// the later one in the list, it says nothing of a change.
pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("members");
    let entries = community.members.iter().enumerate().filter_map(|(n, one)| {
        let CommunityMember { service, from, until, .. } = *one;
        let is_in = one.membership.is_member()?;
        Some(Entry { service: service.uuid(), from, goes_on: until.is_none(), until, n, is_in })
    });
    let contradict = |one: usize, other: usize, cx: &mut Checker<'_>| {
        let (first, again) = (one.min(other), one.max(other));
        let Some(member) = community.members.get(again) else { return };
        let facts = BothInAndOut { first: text::ordinal(first), again: text::ordinal(again) };
        cx.not_met(&list.item(again, member.service), facts);
    };
    sorted_of(&entries, |entries| {
        for of_service in entries.chunk_by(|one, other| one.service == other.service) {
            check_service(of_service, &mut |one, other| contradict(one, other, cx));
        }
    });
}

/// Calls `contradict` with the places of two entries that cannot both be true.
fn check_service(entries: &[Entry], contradict: &mut dyn FnMut(usize, usize)) {
    // The first in the list that holds from a day on.
    let mut begun: Sides<Option<usize>> = Sides::default();
    for one in entries.iter().filter(|one| one.from.is_some() && one.goes_on) {
        let first = begun.own(one.is_in);
        *first = Some(first.map_or(one.n, |first| first.min(one.n)));
    }
    // The last day of those so far, and which one has it.
    let mut longest: Sides<Option<(PartialDate, usize)>> = Sides::default();
    for same in entries.chunk_by(|one, other| (one.from, one.until) == (other.from, other.until)) {
        let Some(first) = same.first() else { continue };
        for one in same {
            let begun = begun.opposite(one.is_in).filter(|begun| *begun < one.n);
            if one.is_in != first.is_in {
                contradict(first.n, one.n);
            } else if let Some(begun) = begun
                && (one.from, one.until) == (None, None)
            {
                contradict(begun, one.n);
            }
            if let Some((last, other)) = longest.opposite(one.is_in)
                && one.from.is_some_and(|from| from.ends_before(last))
            {
                contradict(other, one.n);
            }
        }
        for one in same {
            let longest = longest.own(one.is_in);
            if let Some(until) = one.until
                && longest.is_none_or(|(last, _)| last.first_day() < until.first_day())
            {
                *longest = Some((until, one.n));
            }
        }
    }
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
const COMMUNITY: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "members": [
        { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
        { "service": "00000000-0000-4000-8000-000000000002", "membership": "pilotSite" },
        { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
        { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" }
    ]
}"#;

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
    accepts_with(COMMUNITY, r#"{ "/members/2/service": "00000000-0000-4000-8000-000000000003" }"#),
    // Not stated is not no, and neither is an invitation.
    accepts_with(
        COMMUNITY,
        r#"{ "/members/1/membership": null, "/members/2/membership": "invited", "/members/3": null }"#,
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
        COMMUNITY,
        &[not_met(
            "/members/2",
            "tilbuddet står som nummer 1 og nummer 3 på listen, men indgår kun det ene sted",
            "the service is number 1 and number 3 on the list, but takes part according to only one of the two",
        )],
    ),
];
