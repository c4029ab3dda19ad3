//! Improvement communities: rules that depend on each other, rings of any size, reading and writing.
#![cfg(feature = "proptest")]
#![expect(clippy::unwrap_used, reason = "tests may fail loudly, in their helpers too")]

use kvalitetsmodel::aim::{Aim, Measure};
use kvalitetsmodel::body::{Forum, Membership, StateAssessmentRef};
use kvalitetsmodel::community::{CommunityMember, ImprovementCommunity, MemberTarget};
use kvalitetsmodel::cycle::{PdsaCycle, Plan};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::report::{Finding, Report};
use kvalitetsmodel::target_figure::{TargetFigure, TargetState};
use kvalitetsmodel::{Lang, check, codes, strategy};
use proptest::prelude::*;

fn id<T>(n: u128) -> Id<T> {
    Id::from_u128(n)
}

fn member(n: u128, membership: Membership, shows_need: Option<bool>) -> CommunityMember {
    CommunityMember {
        membership,
        state_assessment: Some(StateAssessmentRef { shows_need, ..StateAssessmentRef::default() }),
        ..CommunityMember::new(id(n))
    }
}

/// An open target figure. No rule requires parts of it.
fn target(service: u128, n: u128) -> MemberTarget {
    MemberTarget {
        service: id(service),
        target: TargetFigure {
            agreed_by: Some(Forum::Community { body: None }),
            state: Some(TargetState::ToBeAgreed),
            ..TargetFigure::new(id(n))
        },
    }
}

fn cycle(n: u128, previous: Option<u128>, next: Option<u128>) -> PdsaCycle {
    PdsaCycle { previous: previous.map(id), next: next.map(id), ..PdsaCycle::new(id(n)) }
}

/// A clean community after `change`.
fn community(change: impl FnOnce(&mut ImprovementCommunity)) -> ImprovementCommunity {
    let mut community = ImprovementCommunity {
        topic: Some("sygefravær".into()),
        monitored_process: Some("3-8-15-modellen".into()),
        members: vec![member(0xa100, Membership::Member, Some(true))],
        aims: vec![Aim::new(id(0xa200))],
        measures: vec![Measure::new(id(0xa300))],
        targets: vec![target(0xa100, 0xa400)],
        ..ImprovementCommunity::new(id(0xa500))
    };
    change(&mut community);
    community
}

fn checked(change: impl FnOnce(&mut ImprovementCommunity)) -> Report {
    check(&community(change), &strategy::context())
}

/// Code, place, Danish and English message of every finding.
fn messages(report: &Report) -> Vec<String> {
    let tell = |finding: &Finding| {
        let (da, en) = (finding.message(Lang::Da), finding.message(Lang::En));
        format!("{} {} | {da} | {en}", finding.code(), finding.at())
    };
    report.findings().iter().map(tell).collect()
}

fn not_evaluated(report: &Report) -> String {
    serde_json::to_string(report.not_evaluated()).unwrap()
}

#[test]
fn a_complete_community_is_clean() {
    assert_eq!(messages(&checked(|_| ())), [""; 0]);
    let bare = ImprovementCommunity::new(id(1));
    assert!(!check(&bare, &strategy::context()).rejects());
}

#[test]
fn not_stated_is_not_no() {
    let report = checked(|all| {
        all.members.push(member(0xa110, Membership::NotStated, None));
        all.targets.push(target(0xa110, 0xa410));
    });
    assert_eq!(
        messages(&report),
        [
            "IMP001 /members/1 | det fremgår ikke, om tilbuddet indgår i fællesskabet \
             | it is not stated whether the service takes part in the community",
            "IMP003 /targets/1 | kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet \
             | cannot be assessed; missing: whether the service takes part in the community",
        ]
    );
    assert_eq!(
        not_evaluated(&report),
        r#"[{"code":"IMP002","at":"/members/1","because":{"dependsOn":{"code":"IMP001"}}}]"#
    );
    let invited = checked(|all| {
        all.members.push(member(0xa110, Membership::Invited, Some(true)));
        all.targets.push(target(0xa110, 0xa410));
    });
    let codes: Vec<_> = invited.findings().iter().map(Finding::code).collect();
    assert_eq!(codes, [codes::IMP003]);
    assert!(!invited.rejects());
}

/// Cycles 1 to `n`, each leading to the next and the last to the first.
fn ring(n: u128) -> Vec<PdsaCycle> {
    (1..=n).map(|k| cycle(k, None, Some(if k == n { 1 } else { k.saturating_add(1) }))).collect()
}

#[test]
fn a_series_is_no_ring_whatever_its_links() {
    for n in [2, 3, 7, 20, 21, 22, 63, 64, 65, 200] {
        // Next to a series with a beginning.
        let cycles: Vec<_> = [cycle(0x10_0001, None, Some(0x10_0000)), cycle(0x10_0000, None, None)]
            .into_iter()
            .chain(ring(n))
            .collect();
        let report = checked(|all| all.cycles.clone_from(&cycles));
        let members = |and: &str, one: &str, several: &str| {
            let last = n.saturating_add(2);
            let named: Vec<_> = (3..=last.min(22)).map(|member| member.to_string()).collect();
            match (named.split_last().unwrap(), n.saturating_sub(20)) {
                ((last, before), 0) => format!("{} {and} {last}", before.join(", ")),
                (_, more) => {
                    format!("{} {and} {more} {}", named.join(", "), if more == 1 { one } else { several })
                }
            }
        };
        let (da, en) = (members("og", "anden", "andre"), members("and", "other", "others"));
        assert_eq!(
            messages(&report),
            [format!(
                "IMP008 /cycles/2 | {n} cyklusser følger hinanden i ring, så serien har ingen begyndelse: cyklus {da} \
                 | {n} cycles follow each other in a circle, so the series has no beginning: cycles {en}"
            )]
        );
        // The order of the list does not matter, nor does it matter which of two cycles says what.
        let turned = checked(|all| all.cycles = cycles.iter().rev().cloned().collect());
        assert_eq!(turned.findings()[0].fingerprint(), report.findings()[0].fingerprint());
        let by_previous = checked(|all| all.cycles = said_by_the_following(&cycles, |_| true));
        assert_eq!(messages(&by_previous), messages(&report));
        let mixed = checked(|all| all.cycles = said_by_the_following(&cycles, |at| at % 2 == 0));
        assert_eq!(messages(&mixed).first(), messages(&report).first());
    }
    let mut line = ring(200);
    line.last_mut().unwrap().next = None;
    assert!(checked(|all| all.cycles = said_by_the_following(&line, |at| at % 3 == 0)).is_clean());
    assert!(checked(|all| all.cycles = line).is_clean());
}

/// The same series; but if `turns` says so for the position of a cycle, that cycle does not name the following one as
/// its next: the following one names it as its previous.
fn said_by_the_following(cycles: &[PdsaCycle], turns: impl Fn(usize) -> bool) -> Vec<PdsaCycle> {
    let mut turned = cycles.to_vec();
    for (at, cycle) in cycles.iter().enumerate() {
        let following = turned.iter_mut().find(|other| Some(other.id) == cycle.next);
        if let Some(following) = following.filter(|other| turns(at) && other.previous.is_none()) {
            following.previous = Some(cycle.id);
            turned.iter_mut().filter(|other| other.id == cycle.id).for_each(|this| this.next = None);
        }
    }
    turned
}

#[test]
fn a_cycle_that_names_itself_is_found_by_its_own_rule_alone() {
    for (previous, next) in [(Some(1), None), (None, Some(1)), (Some(1), Some(1))] {
        let cycles = [cycle(1, previous, next), cycle(2, None, None), cycle(3, None, Some(2))];
        let report = checked(|all| all.cycles = cycles.into());
        assert!(!report.is_clean());
        assert!(report.findings().iter().all(|finding| finding.code() == codes::PDS009), "{report:?}");
    }
}

#[test]
fn long_series_are_checked_without_recursion() {
    let count = 30_000;
    let star = (2..=count).map(|n| cycle(n, Some(1), None)).chain([cycle(1, None, Some(2))]);
    let report = checked(|all| all.cycles = star.collect());
    assert_eq!(report.findings().len(), usize::try_from(count - 2).unwrap());
    let report = checked(|all| all.cycles = said_by_the_next(ring(count)));
    let codes: Vec<_> = report.findings().iter().map(Finding::code).collect();
    assert_eq!(codes, [codes::IMP008]);
}

/// Cycles in the order of their series, each of which now names only its previous one.
fn said_by_the_next(mut ring: Vec<PdsaCycle>) -> Vec<PdsaCycle> {
    let last = ring.last().map(|cycle| cycle.id);
    let ids: Vec<_> = std::iter::once(last).chain(ring.iter().map(|cycle| Some(cycle.id))).collect();
    for (cycle, previous) in ring.iter_mut().zip(ids) {
        (cycle.previous, cycle.next) = (previous, None);
    }
    ring
}

#[test]
fn target_figures_and_cycles_are_checked_at_their_places() {
    let report = checked(|all| {
        all.targets[0].target.agreed_by = None;
        all.cycles.push(PdsaCycle {
            aim: Some(id(0xa200)),
            measures: vec![id(0xa300)],
            change: Some("ord".into()),
            plan: Some(Plan::default()),
            ..cycle(1, None, None)
        });
        all.cycles.push(cycle(0xa300, None, None)); // the id of the measure
    });
    let found: Vec<_> = report.findings().iter().map(|one| (one.code(), one.at().as_str())).collect();
    assert_eq!(
        found,
        [
            (codes::TAR001, "/targets/0/target"),
            (codes::PDS001, "/cycles/0/plan"),
            (codes::DOC001, "/cycles/1"),
        ]
    );
}

/// Links among a few cycles, by position; a link may lead to the cycle itself or nowhere.
fn links() -> impl Strategy<Value = Vec<(Option<u8>, Option<u8>)>> {
    let link = || prop::option::of(0_u8..9);
    prop::collection::vec((link(), link()), 0..8)
}

proptest! {
    #[test]
    fn rings_are_those_of_a_simple_model(links in links()) {
        let named = |link: Option<u8>| link.map(|n| u128::from(n) + 1);
        let cycles: Vec<_> = (1_u128..).zip(&links).map(|(n, (a, b))| cycle(n, named(*a), named(*b))).collect();
        let report = checked(|all| all.cycles = cycles);
        // Which cycle leads to which directly, and then through others.
        let count = links.len();
        let mut leads = vec![vec![false; count]; count];
        for (n, (previous, next)) in links.iter().enumerate() {
            let entry = |link: &Option<u8>| link.map(usize::from).filter(|to| *to < count && *to != n);
            if let Some(next) = entry(next) {
                leads[n][next] = true;
            }
            if let Some(previous) = entry(previous) {
                leads[previous][n] = true;
            }
        }
        for over in 0..count {
            for from in 0..count {
                for to in 0..count {
                    leads[from][to] |= leads[from][over] && leads[over][to];
                }
            }
        }
        let expected: Vec<_> = (0..count)
            .filter_map(|first| {
                let ring: Vec<_> = (0..count).filter(|n| leads[first][*n] && leads[*n][first]).collect();
                (ring.first() == Some(&first)).then(|| (format!("/cycles/{first}"), ring.len()))
            })
            .collect();
        let rings = report.findings().iter().filter(|finding| finding.code() == codes::IMP008);
        let found: Vec<_> = rings
            .map(|finding| {
                let message = finding.message(Lang::En);
                (finding.at().as_str().to_owned(), message.split(' ').next().unwrap().parse::<usize>().unwrap())
            })
            .collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn whoever_is_contradicted_hears_of_it(links in links()) {
        let named = |link: Option<u8>| link.map(|n| u128::from(n) + 1);
        let cycles: Vec<_> = (1_u128..).zip(&links).map(|(n, (a, b))| cycle(n, named(*a), named(*b))).collect();
        let report = checked(|all| all.cycles = cycles);
        // A document without errors gives each cycle at most one previous and one next, whichever cycle says so.
        let mut pairs: Vec<_> = Vec::new();
        for (n, (previous, next)) in (0_u8..).zip(&links) {
            pairs.extend(previous.map(|previous| (previous, n)));
            pairs.extend(next.map(|next| (n, next)));
        }
        pairs.sort_unstable();
        pairs.dedup();
        let repeats = |side: fn(&(u8, u8)) -> u8| {
            let mut side: Vec<_> = pairs.iter().map(side).collect();
            side.sort_unstable();
            side.windows(2).any(|two| two[0] == two[1])
        };
        if repeats(|pair| pair.0) || repeats(|pair| pair.1) {
            prop_assert!(report.rejects());
        }
    }

    #[test]
    fn figures_for_outsiders_are_found_as_in_a_simple_model(
        mut community in strategy::any::<ImprovementCommunity>(),
    ) {
        // The cases of IMP003 have memberships with dates.
        community.members.iter_mut().for_each(|member| (member.from, member.until) = (None, None));
        let report = check(&community, &strategy::context());
        for (n, one) in community.targets.iter().enumerate() {
            let said: Vec<_> = community.members.iter()
                .filter(|member| member.service == one.service)
                .filter_map(|member| member.membership.is_member())
                .collect();
            let outside = said.contains(&false) && !said.contains(&true);
            let at = format!("/targets/{n}");
            let found = report.findings().iter().any(|finding| {
                finding.code() == codes::IMP003 && finding.is_not_met() && finding.at().as_str() == at
            });
            prop_assert_eq!(found, outside);
        }
    }
}
