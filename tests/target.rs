//! Target figures: their rules, their life, and who is bound by them.
#![cfg(feature = "proptest")]
#![expect(clippy::expect_used, clippy::panic, reason = "a test that does not hold may stop here")]

use kvalitetsmodel::agreement::{Action, Participation};
use kvalitetsmodel::id::{
    ActionId, AgreementId, BodyId, FocusAreaId, FollowUpId, IndicatorId, TargetId, TypedId as _,
};
use kvalitetsmodel::target::{ChangeKind, Decision, Population, TargetIndicator, TargetStep};
use kvalitetsmodel::{
    BodyKind, ChangeAim, Context, Decimal, DevelopmentAgreement, Direction, Finding, FocusArea, FollowUp,
    Forum, Lang, Membership, Report, TargetFigure, TargetState, Unit, When, check, codes, strategy,
};
use proptest::prelude::*;
use uuid::Uuid;

fn on(date: &str) -> When {
    When::Date { on: date.parse().expect("a date") }
}

/// 1.8.5: 80 percent of the goals are SMARTE in November 2024.
fn smarte() -> TargetFigure {
    TargetFigure {
        indicator: Some(TargetIndicator {
            id: IndicatorId::new(Uuid::from_u128(18)),
            statement: Some("mål og delmål er SMARTE".into()),
        }),
        direction: Some(Direction::AtLeast),
        value: Some(Decimal::from(80)),
        unit: Some(Unit::Percent),
        population: Some(Population { description: Some("mål og delmål".into()), ..Population::default() }),
        measured_at: Some(on("2024-11")),
        data_source: Some("kvalitetsovervågning".into()),
        agreed_by: Some(Forum::Parties {}),
        state: Some(TargetState::Agreed),
        ..TargetFigure::new(TargetId::new(Uuid::from_u128(185)))
    }
}

fn changed(change: impl FnOnce(&mut TargetFigure)) -> Report {
    let mut target = smarte();
    change(&mut target);
    check(&target, &strategy::context())
}

fn assert_found(report: &Report, code: &str, at: &str, da: &str, en: &str) {
    let [finding] = report.findings() else { panic!("one finding: {report:#?}") };
    assert_eq!((finding.code().as_str(), finding.at().as_str()), (code, at));
    assert_eq!(finding.message(Lang::Da), da);
    assert_eq!(finding.message(Lang::En), en);
    assert!(report.rejects() == (code == "TAR006"), "TAR006 alone is an error");
}

fn step(state: TargetState) -> TargetStep {
    TargetStep { state, on: None, decision: None }
}

#[test]
fn tar001_nobody_agrees_the_figure() {
    assert!(changed(|_| ()).is_clean());
    assert_found(
        &changed(|target| target.agreed_by = None),
        "TAR001",
        "",
        "det fremgår ikke, hvem der aftaler måltallet",
        "it is not said who agrees the target figure",
    );
}

#[test]
fn tar002_lists_all_that_is_missing() {
    assert_found(
        &changed(|target| {
            *target = TargetFigure { agreed_by: target.agreed_by, ..TargetFigure::new(target.id) }
        }),
        "TAR002",
        "",
        "kan ikke vurderes; mangler: indikator, retning, værdi, enhed, population, måletidspunkt, datakilde",
        "cannot be assessed; missing: indicator, direction, value, unit, population, measuring time, data source",
    );
    // 1.5.3 gives neither a measuring time nor a data source.
    assert_found(
        &changed(|target| (target.measured_at, target.data_source) = (None, Some(" ".into()))),
        "TAR002",
        "",
        "kan ikke vurderes; mangler: måletidspunkt, datakilde",
        "cannot be assessed; missing: measuring time, data source",
    );
    // What is open by its own words lacks nothing yet.
    assert!(
        changed(|target| (target.value, target.state) = (None, Some(TargetState::ToBeAgreed))).is_clean()
    );
}

#[test]
fn tar003_a_step_back_without_a_decision() {
    let back = |decision| {
        changed(|target| {
            let agreed = TargetStep { decision, ..step(TargetState::Agreed) };
            target.history = vec![step(TargetState::Measured), agreed];
        })
    };
    assert_found(
        &back(None),
        "TAR003",
        "/history/1",
        "måltallet går tilbage fra \"målt\" til \"aftalt\" uden en beslutning",
        "the target figure goes back from \"measured\" to \"agreed\" without a decision",
    );
    for blank in [None, Some(" ".into())] {
        let nothing_said = Decision { by: blank.clone(), reason: blank, on: None };
        let report = back(Some(nothing_said));
        assert!(report.findings().iter().any(|finding| finding.code() == codes::TAR003));
    }
    let by = Decision { by: Some("styregruppen".into()), ..Decision::default() };
    let on = Decision { on: "2024-06".parse().ok(), ..Decision::default() };
    let reason = Decision { reason: Some("kravene er ændret".into()), ..Decision::default() };
    for decision in [by, on, reason] {
        assert!(decision.is_recorded() && back(Some(decision)).is_clean());
    }
}

#[test]
fn a_step_starts_from_the_last_one_where_no_state_is_stated() {
    let figure = TargetFigure { state: None, history: vec![step(TargetState::Met)], ..smarte() };
    let refused = figure.clone().advance(step(TargetState::Agreed)).expect_err("a step back");
    assert_eq!((refused.from, refused.to), (TargetState::Met, TargetState::Agreed));
    assert_eq!(refused.into_figure(), figure);
    assert!(figure.advance(step(TargetState::NotMet)).is_ok());
}

#[test]
fn a_leap_forward_is_no_step_back() {
    let figure = TargetFigure { state: Some(TargetState::ToBeAgreed), ..smarte() };
    let figure = figure.advance(step(TargetState::Met)).expect("a leap forward");
    assert!(check(&figure, &strategy::context()).is_clean());
}

#[test]
fn tar004_a_direction_is_not_yet_a_target() {
    assert_found(
        &aimed(ChangeAim::new(ChangeKind::Reduce)),
        "TAR004",
        "/focusAreas/0/actions/0/aim",
        "en nedbringelse er kun en retning; der mangler udgangspunkt, størrelse med enhed, dato",
        "a reduction is a direction only; missing: baseline, size with unit, date",
    );
}

#[test]
fn tar004_to_maintain_needs_no_size() {
    assert_found(
        &aimed(ChangeAim::new(ChangeKind::Maintain)),
        "TAR004",
        "/focusAreas/0/actions/0/aim",
        "en fastholdelse er kun en retning; der mangler udgangspunkt, dato",
        "maintaining is a direction only; missing: baseline, date",
    );
    let stated = |kind| {
        let baseline = serde_json::from_str(r#"{ "value": "80", "unit": "percent" }"#).expect("a baseline");
        ChangeAim { baseline: Some(baseline), by: Some(on("2024-11")), ..ChangeAim::new(kind) }
    };
    assert!(aimed(stated(ChangeKind::Maintain)).is_clean());
    // Of a loss the size is what may be lost.
    for kind in [ChangeKind::Increase, ChangeKind::Reduce, ChangeKind::LimitLoss] {
        let report = aimed(stated(kind));
        let [finding] = report.findings() else { panic!("one finding") };
        assert!(finding.message(Lang::En).ends_with(" is a direction only; missing: size with unit"));
        let sized = ChangeAim { size: Some(Decimal::from(5)), unit: Some(Unit::Percent), ..stated(kind) };
        assert!(aimed(sized).is_clean());
    }
}

/// What TAR004 says of the aim of an action.
fn aimed(aim: ChangeAim) -> Report {
    let action = Action {
        id: ActionId::new(Uuid::from_u128(3)),
        section: None,
        text: Some("nedbringe antallet af påbud".into()),
        when: None,
        aim: Some(aim),
    };
    let area = FocusArea { actions: vec![action], ..FocusArea::new(FocusAreaId::new(Uuid::from_u128(2))) };
    let agreement = DevelopmentAgreement {
        focus_areas: vec![area],
        ..DevelopmentAgreement::new(AgreementId::new(Uuid::from_u128(1)))
    };
    kvalitetsmodel::check_rule(&agreement, &strategy::context(), codes::TAR004)
}

#[test]
fn tar005_the_list_is_fixed_before_the_measuring() {
    let fixed = |date: Option<&str>| {
        changed(|target| {
            let population = target.population.get_or_insert_default();
            population.selected_by = Some(Forum::Network { body: None });
            population.fixed_on = date.map(|date| date.parse().expect("a date"));
        })
    };
    assert_found(
        &fixed(Some("2024-12")),
        "TAR005",
        "/population/fixedOn",
        "det, der måles på, er tidligst valgt 1. december 2024, altså efter målingen (senest 30. november 2024)",
        "what is measured was chosen on 1 December 2024 at the earliest, that is after the measuring (by 30 November 2024)",
    );
    assert_found(
        &fixed(None),
        "TAR005",
        "/population",
        "kan ikke vurderes; mangler: hvornår listen er lagt fast",
        "cannot be assessed; missing: when the list was fixed",
    );
    assert!(fixed(Some("2024-11-30")).is_clean());
}

#[test]
fn tar006_the_state_is_that_of_the_last_step() {
    assert_found(
        &changed(|target| target.history = vec![step(TargetState::Measured)]),
        "TAR006",
        "/state",
        "måltallets tilstand er \"aftalt\", men dets sidste skridt var \"målt\"",
        "the state is \"agreed\", but the last step was \"measured\"",
    );
}

/// An agreement of which only membership, forum and figure matter: the first follow-up is 31 March 2024.
fn community_agreement(member: Option<bool>, forum: Forum, value: Option<u32>) -> DevelopmentAgreement {
    let community = Participation {
        body: BodyId::new(Uuid::from_u128(4)),
        kind: BodyKind::Community,
        name: None,
        membership: match member {
            Some(true) => Membership::Member,
            Some(false) => Membership::NonMember,
            None => Membership::NotStated,
        },
        section: None,
        state_assessment: None,
    };
    let target = TargetFigure {
        value: value.map(Decimal::from),
        agreed_by: Some(forum),
        state: Some(if value.is_some() { TargetState::Agreed } else { TargetState::ToBeAgreed }),
        ..smarte()
    };
    let follow_up =
        FollowUp { when: Some(on("2024-03-31")), ..FollowUp::new(FollowUpId::new(Uuid::from_u128(5))) };
    let area = FocusArea {
        participation: vec![community],
        targets: vec![target],
        follow_ups: vec![follow_up],
        ..FocusArea::new(FocusAreaId::new(Uuid::from_u128(2)))
    };
    DevelopmentAgreement {
        year: Some(2024),
        focus_areas: vec![area],
        ..DevelopmentAgreement::new(AgreementId::new(Uuid::from_u128(1)))
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
        (Some(false), Forum::Parties {}, Some(80), "2024-03-31", None),
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

fn any_state() -> impl Strategy<Value = TargetState> {
    use TargetState::{Agreed, Measured, Met, NotAssessable, NotMet, ToBeAgreed};
    strategy::evenly(&[ToBeAgreed, Agreed, Measured, Met, NotMet, NotAssessable])
}

proptest! {
    #[test]
    fn a_life_never_goes_back_without_a_decision(
        steps in prop::collection::vec((any_state(), 0..3_u8, any::<bool>()), 0..12)
    ) {
        let mut target = TargetFigure::new(TargetId::new(Uuid::from_u128(1)));
        for (state, said, forgotten) in steps {
            if forgotten {
                target.state = None;
            }
            let decided = said == 2;
            let by = decided.then(|| "styregruppen".into());
            let decision = (said > 0).then(|| Decision { by, ..Decision::default() });
            let (before, next) = (target.clone(), TargetStep { decision, ..step(state) });
            let from = before.history.last().map(|last| last.state);
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
    fn clean_is_clean_and_costs_no_allocation(target in strategy::clean_target_figure()) {
        let context = strategy::context();
        let count = allocation_counter::measure(|| assert!(check(&target, &context).is_clean()));
        prop_assert_eq!(count.count_total, 0);
    }

    #[test]
    fn any_draft_comes_back_from_json(target in strategy::any_target_figure()) {
        let text = serde_json::to_string(&target).unwrap();
        prop_assert_eq!(serde_json::from_str::<TargetFigure>(&text).unwrap(), target);
    }

    #[test]
    fn a_finding_points_into_the_document(target in strategy::any_target_figure()) {
        let document = serde_json::to_value(&target).unwrap();
        let report = check(&target, &strategy::context());
        for at in report.findings().iter().map(Finding::at) {
            let parent = at.as_str().rsplit_once('/').map_or("", |(parent, _)| parent);
            prop_assert!(document.pointer(parent).is_some(), "{at} leads nowhere");
        }
    }

    #[test]
    fn the_rule_and_the_figure_name_the_same_missing_parts(target in strategy::any_target_figure()) {
        let report = kvalitetsmodel::check_rule(&target, &strategy::context(), codes::TAR002);
        let named: Vec<_> = report.findings().iter().flat_map(Finding::missing).copied().collect();
        if !target.is_open() {
            prop_assert_eq!(named, target.missing_parts().collect::<Vec<_>>());
        }
    }
}
