//! Improvement communities: every rule in both languages, links between cycles, reading and writing.
#![cfg(feature = "proptest")]
#![expect(clippy::unwrap_used, reason = "tests may fail loudly, in their helpers too")]

use kvalitetsmodel::aim::{Aim, Measure};
use kvalitetsmodel::body::{Forum, Membership, StateAssessment};
use kvalitetsmodel::community::{CommunityMember, ImprovementCommunity, MemberTarget};
use kvalitetsmodel::cycle::{PdsaCycle, Plan};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::report::{Finding, Pointer, Report};
use kvalitetsmodel::target_figure::{TargetFigure, TargetState};
use kvalitetsmodel::text::Text;
use kvalitetsmodel::{Draft as _, Lang, check, codes, strategy};
use proptest::prelude::*;
use uuid::Uuid;

fn id<T>(n: u128) -> Id<T> {
    Id::from_u128(n)
}

fn member(n: u128, membership: Membership, shows_need: Option<bool>) -> CommunityMember {
    CommunityMember {
        membership,
        state_assessment: Some(StateAssessment { shows_need, ..StateAssessment::default() }),
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
             | it is not said whether the service takes part in the community",
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

#[test]
fn membership_follows_the_state_assessment() {
    let report = checked(|all| {
        all.targets.clear();
        all.members = vec![
            member(0xa110, Membership::Member, Some(false)),
            member(0xa120, Membership::NonMember, Some(true)),
            member(0xa130, Membership::Member, None),
            CommunityMember { state_assessment: None, ..member(0xa140, Membership::NonMember, None) },
            member(0xa150, Membership::NonMember, Some(false)),
            member(0xa160, Membership::Invited, Some(false)),
        ];
    });
    assert_eq!(
        messages(&report),
        [
            "IMP002 /members/0 | tilbuddets tilstandsvurdering viser intet behov, men tilbuddet indgår \
             | the state assessment of the service shows no need, but it takes part",
            "IMP002 /members/1 | tilbuddets tilstandsvurdering viser et behov, men tilbuddet indgår ikke \
             | the state assessment of the service shows a need, but it does not take part",
            "IMP002 /members/2 | kan ikke vurderes; mangler: om den viser et behov \
             | cannot be assessed; missing: whether it shows a need",
            "IMP002 /members/3 | kan ikke vurderes; mangler: tilstandsvurdering \
             | cannot be assessed; missing: state assessment",
        ]
    );
    assert!(!report.rejects());
}

#[test]
fn a_figure_binds_members_only() {
    let outside = checked(|all| {
        all.members.push(member(0xa110, Membership::NonMember, Some(false)));
        all.targets.push(target(0xa110, 0xa410));
    });
    assert_eq!(
        messages(&outside),
        ["IMP003 /targets/1 | fællesskabet har aftalt et måltal for et tilbud, der ikke indgår i det \
          | the community has agreed a target figure for a service that does not take part in it"]
    );
    assert!(outside.rejects());

    let unlisted = checked(|all| all.targets.push(target(0xa110, 0xa410)));
    assert_eq!(
        messages(&unlisted),
        ["IMP004 /targets/1/service | måltallet gælder et tilbud, som fællesskabet ikke nævner \
          | the target figure is for a service that the community does not list"]
    );
    assert!(!unlisted.rejects());
    assert_eq!(
        not_evaluated(&unlisted),
        r#"[{"code":"IMP003","at":"/targets/1","because":{"dependsOn":{"code":"IMP004"}}}]"#
    );
}

#[test]
fn a_service_is_in_or_out() {
    let report = checked(|all| {
        all.members.push(member(0xa100, Membership::NotStated, None));
        all.members.push(member(0xa100, Membership::NonMember, Some(false)));
        all.members.push(member(0xa100, Membership::PilotSite, Some(true)));
    });
    let found: Vec<_> =
        messages(&report).into_iter().filter(|message| !message.starts_with("IMP001")).collect();
    assert_eq!(
        found,
        ["IMP009 /members/2 | tilbuddet er nævnt både som et, der indgår, og som et, der ikke indgår \
          | the service is listed both as taking part and as not taking part"]
    );
    assert!(
        not_evaluated(&report)
            .contains(r#"{"code":"IMP003","at":"/targets/0","because":{"dependsOn":{"code":"IMP009"}}}"#)
    );
    // Two equal entries are no contradiction.
    assert!(checked(|all| all.members.push(member(0xa100, Membership::PilotSite, Some(true)))).is_clean());
}

#[test]
fn something_is_monitored_or_measured() {
    let nothing = checked(|all| {
        all.monitored_process = Some(Text::from(" "));
        all.measures.clear();
    });
    assert_eq!(
        messages(&nothing),
        ["IMP005  | fællesskabet nævner hverken en proces, der overvåges, eller en måling \
          | the community names neither a monitored process nor a measure"]
    );
    assert!(checked(|all| all.monitored_process = None).is_clean());
    assert!(checked(|all| all.measures.clear()).is_clean());
}

#[test]
fn a_cycle_refers_to_what_the_community_has() {
    let report = checked(|all| {
        let known =
            PdsaCycle { aim: Some(id(0xa200)), measures: vec![id(0xa300)], ..cycle(1, None, Some(2)) };
        // An aim is not a measure, though the id is one of the community's.
        let unknown = PdsaCycle {
            aim: Some(id(0xa210)),
            measures: vec![id(0xa300), id(0xa200)],
            ..cycle(2, Some(1), Some(3))
        };
        all.cycles = vec![known, unknown, cycle(4, Some(3), None)];
    });
    let message = |at: &str, da: &str, en: &str, n: u128| {
        let id = Uuid::from_u128(n);
        format!(
            "IMP006 {at} | cyklussen henviser til {da} {id}, som fællesskabet ikke har \
             | the cycle refers to {en} {id}, which the community does not have"
        )
    };
    assert_eq!(
        messages(&report),
        [
            message("/cycles/1/aim", "målet", "the aim", 0xa210),
            message("/cycles/1/measures/1", "målingen", "the measure", 0xa200),
            message("/cycles/1/next", "cyklussen", "the cycle", 3),
            message("/cycles/2/previous", "cyklussen", "the cycle", 3),
        ]
    );
    assert!(!report.rejects());
}

#[test]
fn links_of_two_cycles_agree() {
    let next = checked(|all| {
        all.cycles = vec![cycle(1, None, Some(2)), cycle(2, Some(3), None), cycle(3, None, None)];
    });
    let [one, two, three] = [1, 2, 3].map(Uuid::from_u128);
    assert_eq!(
        messages(&next),
        [format!(
            "IMP007 /cycles/0/next | {two} er nævnt som den næste cyklus, men har selv {three} som den forrige \
             | {two} is named as the next cycle, but has {three} as its previous one"
        )]
    );
    assert!(next.rejects());
    let previous = checked(|all| {
        all.cycles = vec![cycle(1, None, Some(2)), cycle(2, None, None), cycle(3, Some(1), None)];
    });
    assert_eq!(
        messages(&previous),
        [format!(
            "IMP007 /cycles/2/previous | {one} er nævnt som den forrige cyklus, men har selv {two} som den næste \
             | {one} is named as the previous cycle, but has {two} as its next one"
        )]
    );
    // A link in one direction only is no contradiction.
    let one_sided = [cycle(1, None, Some(2)), cycle(2, None, None), cycle(3, Some(2), None)];
    assert!(checked(|all| all.cycles = one_sided.into()).is_clean());
}

/// Cycles 1 to `n`, each leading to the next and the last to the first.
fn ring(n: u128) -> Vec<PdsaCycle> {
    (1..=n).map(|k| cycle(k, None, Some(if k == n { 1 } else { k.saturating_add(1) }))).collect()
}

#[test]
fn a_series_is_no_ring() {
    for n in [2, 3, 7, 63, 64, 65, 200] {
        // Cycles that lead into the ring are no part of it.
        let cycles: Vec<_> = [cycle(0x10_0001, None, Some(2)), cycle(0x10_0000, None, Some(0x10_0001))]
            .into_iter()
            .chain(ring(n))
            .collect();
        let report = checked(|all| all.cycles.clone_from(&cycles));
        assert_eq!(
            messages(&report),
            [format!(
                "IMP008 /cycles/2/next | {n} cyklusser har hinanden som den næste, så at serien går i ring \
                 | {n} cycles have each other as the next one, so that the series goes in a ring"
            )]
        );
        // The order of the list does not matter.
        let turned = checked(|all| all.cycles = cycles.into_iter().rev().collect());
        assert_eq!(turned.findings()[0].fingerprint(), report.findings()[0].fingerprint());
    }
    let mut line = ring(200);
    line.last_mut().unwrap().next = None;
    assert!(checked(|all| all.cycles = line).is_clean());
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

proptest! {
    #[test]
    fn any_community_survives_writing_and_reading(community in strategy::any::<ImprovementCommunity>()) {
        let text = serde_json::to_string(&community).unwrap();
        prop_assert_eq!(serde_json::from_str::<ImprovementCommunity>(&text).unwrap(), community);
    }

    #[test]
    fn any_community_can_be_checked_and_every_finding_has_a_place(community in strategy::any::<ImprovementCommunity>()) {
        let value = serde_json::to_value(&community).unwrap();
        let report = check(&community, &strategy::context());
        let places = report.findings().iter().map(|finding| finding.at().as_str());
        let skipped = report.not_evaluated().iter().filter_map(|one| one.at.as_ref().map(Pointer::as_str));
        for at in places.chain(skipped) {
            let parent = at.rsplit_once('/').map_or("", |(parent, _)| parent);
            prop_assert!(value.pointer(parent).is_some(), "{}", at);
        }
    }

    #[test]
    fn no_finding_contains_free_text(community in strategy::any::<ImprovementCommunity>()) {
        let secret = Text::from("Frøken Hemmelig");
        let mut community = community;
        community.topic = Some(secret.clone());
        for cycle in &mut community.cycles {
            cycle.change = Some(secret.clone());
            cycle.plan.get_or_insert_default().question = Some(secret.clone());
        }
        let report = check(&community, &strategy::context());
        let export = serde_json::to_string(&report.export(&strategy::context())).unwrap();
        let debug = format!("{report:?}");
        prop_assert!(!export.contains("Hemmelig") && !debug.contains("Hemmelig"));
    }

    #[test]
    fn a_clean_community_is_clean_and_can_be_proven(community in strategy::clean::<ImprovementCommunity>()) {
        let report = check(&community, &strategy::context());
        prop_assert!(report.is_clean() && report.not_evaluated().is_empty(), "{report:#?}");
        prop_assert!(community.validate(strategy::context()).is_ok());
    }

    #[test]
    fn a_clean_community_costs_no_heap_allocation(community in strategy::clean::<ImprovementCommunity>()) {
        let context = strategy::context();
        let cost = allocation_counter::measure(|| assert!(check(&community, &context).is_clean()));
        prop_assert_eq!(cost.count_total, 0);
    }

    #[test]
    fn figures_for_outsiders_are_found_as_in_a_simple_model(community in strategy::any::<ImprovementCommunity>()) {
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
