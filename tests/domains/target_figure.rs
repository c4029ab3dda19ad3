//! Target figures: several rules at once, their steps, and who is bound by them.
#![cfg(feature = "proptest")]
#![expect(clippy::expect_used, reason = "a test that does not hold may stop here")]

use kvalitetsmodel::agreement::{Action, DevelopmentAgreement, FocusArea, FollowUp, Participation};
use kvalitetsmodel::body::{BodyKind, Forum, Membership};
use kvalitetsmodel::community::{ImprovementCommunity, MemberTarget};
use kvalitetsmodel::date::When;
use kvalitetsmodel::figure::{Decimal, Direction, Unit};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::report::Finding;
use kvalitetsmodel::target_figure::{
    ChangeAim, ChangeAimKind, Decision, Population, TargetFigure, TargetIndicator, TargetState, TargetStep,
};
use kvalitetsmodel::text::{Bilingual, Wording};
use kvalitetsmodel::{Context, check, check_rule, codes, strategy};
use proptest::prelude::*;

fn on(date: &str) -> When {
    When::Date { on: Some(date.parse().expect("a date")) }
}

/// 1.8.5: 80 percent of the goals are SMARTE in November 2024.
fn smarte() -> TargetFigure {
    TargetFigure {
        indicator: Some(TargetIndicator {
            id: Id::from_u128(18),
            statement: Some("mål og delmål er SMARTE".into()),
        }),
        direction: Some(Direction::AtLeast),
        value: Some(Decimal::from(80)),
        unit: Some(Unit::Percent),
        population: Some(Population { description: Some("mål og delmål".into()), ..Population::default() }),
        measured_at: Some(on("2024-11")),
        data_source: Some("kvalitetsovervågning".into()),
        agreed_by: Some(Forum::Parties),
        state: Some(TargetState::Agreed),
        ..TargetFigure::new(Id::from_u128(185))
    }
}

#[test]
fn findings_of_several_rules_are_sorted_by_place() {
    let target = TargetFigure {
        direction: None,
        population: Some(Population { selected_by: Some(Forum::Parties), ..Population::default() }),
        agreed_by: None,
        history: vec![TargetStep::new(TargetState::Met), TargetStep::new(TargetState::Measured)],
        ..smarte()
    };
    let report = check(&target, &strategy::context());
    let found: Vec<_> =
        report.findings().iter().map(|one| (one.code(), one.at().as_str(), one.rejects())).collect();
    let expected = [
        (codes::TAR001, "", false),
        (codes::TAR002, "", false),
        (codes::TAR005, "/population", false),
        (codes::TAR006, "/state", true),
        (codes::TAR003, "/history/1", false),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_figure_that_is_given_and_open_is_an_error_wherever_it_stands() {
    let open = TargetFigure { state: Some(TargetState::ToBeAgreed), ..smarte() };
    let of_member = MemberTarget::new(Id::from_u128(2), open.clone());
    let community =
        ImprovementCommunity { targets: vec![of_member], ..ImprovementCommunity::new(Id::from_u128(1)) };
    let area = FocusArea { targets: vec![open.clone()], ..FocusArea::new(Id::from_u128(2)) };
    let agreement =
        DevelopmentAgreement { focus_areas: vec![area], ..DevelopmentAgreement::new(Id::from_u128(1)) };
    let context = strategy::context();
    for (report, at) in [
        (check(&open, &context), ""),
        (check(&community, &context), "/targets/0/target"),
        (check(&agreement, &context), "/focusAreas/0/targets/0"),
    ] {
        let errors: Vec<_> = report.findings().iter().filter(|one| one.rejects()).collect();
        assert_eq!(
            errors.iter().map(|one| (one.code(), one.at().as_str())).collect::<Vec<_>>(),
            [(codes::TAR007, at)]
        );
    }
}

#[test]
fn an_aim_is_checked_inside_an_agreement() {
    let aim = Some(ChangeAim::new(ChangeAimKind::Reduce));
    let action = Action { aim, ..Action::new(Id::from_u128(3)) };
    let area = FocusArea { actions: vec![action], ..FocusArea::new(Id::from_u128(2)) };
    let agreement =
        DevelopmentAgreement { focus_areas: vec![area], ..DevelopmentAgreement::new(Id::from_u128(1)) };
    let report = kvalitetsmodel::check_rule(&agreement, &strategy::context(), codes::TAR004);
    let found: Vec<_> = report.findings().iter().map(|one| (one.at().as_str(), one.subject())).collect();
    assert_eq!(found, [("/focusAreas/0/actions/0/aim", Some(Id::<Action>::from_u128(3).subject()))]);
}

/// The agreement knows the year of 30 November; a figure of its own and one of a community do not.
#[test]
fn a_list_fixed_late_is_found_once_wherever_the_figure_stands() {
    let population =
        Population { fixed_on: "2024-12".parse().ok(), ..smarte().population.expect("a population") };
    let at = |measured_at| TargetFigure {
        population: Some(population.clone()),
        measured_at: Some(measured_at),
        ..smarte()
    };
    let found = |report: &kvalitetsmodel::report::Report| -> Vec<_> {
        report.findings().iter().map(|one| (one.at().to_string(), one.is_not_met())).collect()
    };
    let yearly = When::MonthDay { day: Some("--11-30".parse().expect("a day")) };
    for (when, alone, within) in
        [(on("2024-11"), ("/population/fixedOn", true), true), (yearly, ("/population", false), false)]
    {
        let target = at(when);
        let report = kvalitetsmodel::check_rule(&target, &strategy::context(), codes::TAR005);
        assert_eq!(found(&report), [(alone.0.to_owned(), alone.1)]);

        let area = FocusArea { targets: vec![target.clone()], ..FocusArea::new(Id::from_u128(2)) };
        let mut agreement =
            DevelopmentAgreement { focus_areas: vec![area], ..DevelopmentAgreement::new(Id::from_u128(1)) };
        let place = "/focusAreas/0/targets/0/population";
        let report = kvalitetsmodel::check_rule(&agreement, &strategy::context(), codes::TAR005);
        assert_eq!(found(&report).len(), 1);
        assert_eq!(report.findings()[0].is_not_met(), within, "no year is stated");
        agreement.year = Some(2024);
        let report = kvalitetsmodel::check_rule(&agreement, &strategy::context(), codes::TAR005);
        assert_eq!(found(&report), [(format!("{place}/fixedOn"), true)]);

        let of_member = MemberTarget::new(Id::from_u128(3), target);
        let community =
            ImprovementCommunity { targets: vec![of_member], ..ImprovementCommunity::new(Id::from_u128(4)) };
        let report = kvalitetsmodel::check_rule(&community, &strategy::context(), codes::TAR005);
        assert_eq!(found(&report), [(format!("/targets/0/target{}", alone.0), alone.1)]);
    }
}

#[test]
fn a_step_starts_from_the_last_one_if_no_state_is_stated() {
    let figure = TargetFigure { state: None, history: vec![TargetStep::new(TargetState::Met)], ..smarte() };
    let refused = figure.clone().advance(TargetStep::new(TargetState::Agreed)).expect_err("a step back");
    assert_eq!((refused.from, refused.to), (TargetState::Met, TargetState::Agreed));
    assert_eq!(refused.into_figure(), figure);
    assert!(figure.advance(TargetStep::new(TargetState::NotMet)).is_ok());
}

#[test]
fn a_leap_forward_is_no_step_back() {
    let figure = TargetFigure { state: Some(TargetState::ToBeAgreed), ..smarte() };
    let figure = figure.advance(TargetStep::new(TargetState::Met)).expect("a leap forward");
    assert!(check(&figure, &Context::new("2024-11-30".parse().expect("a day"))).is_clean());
}

/// An agreement in which only membership, forum and figure matter: the first follow-up is 31 March 2024.
fn community_agreement(member: Option<bool>, forum: Forum, value: Option<u32>) -> DevelopmentAgreement {
    let community = Participation {
        membership: match member {
            Some(true) => Membership::Member,
            Some(false) => Membership::NonMember,
            None => Membership::NotStated,
        },
        ..Participation::new(Id::from_u128(4), BodyKind::Community)
    };
    let target = TargetFigure {
        value: value.map(Decimal::from),
        agreed_by: Some(forum),
        state: Some(if value.is_some() { TargetState::Agreed } else { TargetState::ToBeAgreed }),
        ..smarte()
    };
    let follow_up = FollowUp { when: Some(on("2024-03-31")), ..FollowUp::new(Id::from_u128(5)) };
    let area = FocusArea {
        participation: vec![community],
        targets: vec![target],
        follow_ups: vec![follow_up],
        ..FocusArea::new(Id::from_u128(2))
    };
    DevelopmentAgreement {
        year: Some(2024),
        focus_areas: vec![area],
        ..DevelopmentAgreement::new(Id::from_u128(1))
    }
}

#[test]
fn a_community_binds_its_members_and_fixes_its_figure_in_time() {
    let community = Forum::Community { body: None };
    // Member, forum, figure, day; then what is found: the code, and whether it is broken.
    let table = [
        (Some(true), community, Some(70), "2024-03-31", None),
        (Some(false), community, None, "2024-03-31", Some(("AGR011", true))),
        (Some(true), community, None, "2024-04-01", Some(("AGR012", true))),
        (Some(true), community, None, "2024-03-15", None),
        (Some(true), community, None, "2024-03-31", None),
        (None, community, Some(70), "2024-03-31", Some(("AGR011", false))),
        (Some(false), Forum::Parties, Some(80), "2024-03-31", None),
    ];
    for (member, forum, value, as_of, expected) in table {
        let agreement = community_agreement(member, forum, value);
        let report = check(&agreement, &Context::new(as_of.parse().expect("a day")));
        let ours = |finding: &&Finding| [codes::AGR011, codes::AGR012].contains(&finding.code());
        let found: Vec<_> = report.findings().iter().filter(ours).collect();
        let codes: Vec<_> = found.iter().map(|one| (one.code().to_string(), one.is_not_met())).collect();
        let expected: Vec<_> =
            expected.into_iter().map(|(code, broken)| (String::from(code), broken)).collect();
        assert_eq!(codes, expected, "{member:?} {forum:?} {value:?} {as_of}");
        for finding in found {
            assert_eq!(finding.at().as_str(), "/focusAreas/0/targets/0");
            assert_eq!(finding.subject(), Some(smarte().id.subject()));
        }
    }
}

proptest! {
    #[test]
    fn a_life_never_goes_back_without_a_decision(
        steps in prop::collection::vec((strategy::any::<TargetState>(), 0..3_u8, any::<bool>()), 0..12)
    ) {
        let mut target = TargetFigure::new(Id::from_u128(1));
        for (state, said, forgotten) in steps {
            if forgotten {
                target.state = None;
            }
            let decided = said == 2;
            let by = decided.then(|| "styregruppen".into());
            let decision = (said > 0).then(|| Decision { by, ..Decision::default() });
            let (before, next) = (target.clone(), TargetStep { decision, ..TargetStep::new(state) });
            let from = before.history.last().and_then(|last| last.state);
            let back = from.is_some_and(|from| state.is_back_from(from));
            target = match target.advance(next) {
                Ok(after) => {
                    prop_assert!(decided || !back);
                    prop_assert_eq!(after.state, Some(state));
                    after
                }
                Err(refused) => {
                    prop_assert!(back && !decided);
                    prop_assert_eq!((from, state), (Some(refused.from), refused.to));
                    let kept = refused.into_figure();
                    prop_assert_eq!(&kept, &before);
                    kept
                }
            };
        }
        let report = check(&target, &strategy::context());
        let life = [codes::TAR003, codes::TAR006];
        prop_assert!(!report.findings().iter().any(|finding| life.contains(&finding.code())));
    }

    #[test]
    fn the_rule_and_the_figure_name_the_same_missing_parts(target in strategy::any::<TargetFigure>()) {
        let report = check_rule(&target, &strategy::context(), codes::TAR002);
        let mut named: Vec<_> = report.findings().iter().flat_map(Finding::missing).collect();
        let mut missing: Vec<_> = target.missing_parts().map(Wording::from).collect();
        // That is left to TAR012.
        if !check_rule(&target, &strategy::context(), codes::TAR012).findings().is_empty() {
            missing.retain(|part| *part != Bilingual::new("værdi", "value"));
        }
        named.sort();
        missing.sort();
        if !target.is_open() {
            prop_assert_eq!(named, missing);
        }
    }
}
