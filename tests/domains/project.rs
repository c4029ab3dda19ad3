//! What can be concluded from two countings, and claims compared with them.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that does not hold may stop here"
)]

use kvalitetsmodel::document::Content;
use kvalitetsmodel::figure::Decimal;
use kvalitetsmodel::goal::ProcessMeasure;
use kvalitetsmodel::id::Id;
use kvalitetsmodel::project::{
    Chance, Claim, ClaimKind, ClaimVerdict, ComparedCell, CountChange, CountRow, Counting,
    ImprovementProject, ProjectDepartment, SessionPart, TrainingGap, TrainingPlan, TrainingSession,
};
use kvalitetsmodel::report::Finding;
use kvalitetsmodel::{Context, Lang, check, codes, json};

fn smarte() -> ImprovementProject {
    let document = json::read(include_str!("../../examples/data/smarte-project.json")).expect("a document");
    match document.content() {
        Content::Project(project) => project.clone(),
        other => panic!("a project, not {}", other.kind()),
    }
}

fn cell(first: Option<u64>, second: Option<u64>) -> ComparedCell {
    ComparedCell {
        department: Id::from_u128(1),
        measure: ProcessMeasure::EvaluationOverdue,
        first,
        second,
        first_of: None,
        second_of: None,
    }
}

#[test]
fn the_tables_of_the_report_are_reproduced() {
    let cells = smarte().compare();
    let counts: Vec<_> = cells.iter().map(|cell| (cell.first, cell.second)).collect();
    let expected = [(6, 5), (15, 8), (7, 5), (6, 8), (7, 3), (22, 11), (2, 3), (11, 2), (0, 4)];
    assert_eq!(counts, expected.map(|(first, second)| (Some(first), Some(second))));
    let changes: Vec<_> = cells.iter().map(ComparedCell::percent_change).collect();
    let tenths = [-167, -467, -286, 333, -571, -500, 500, -818].map(CountChange::Tenths);
    assert_eq!(changes, tenths.into_iter().chain([CountChange::Undefined]).collect::<Vec<_>>());
    assert!(cells.iter().all(|cell| cell.target_met() == Some(false)), "none reached any");
    assert!(cells.iter().all(|cell| cell.chance() == Chance::NotAssessable), "wholes are not stated");
}

#[test]
fn the_conclusions_of_the_report_are_held_against_its_tables() {
    let project = smarte();
    let said: Vec<_> =
        project.claims.iter().map(|claim| project.verdict(claim).label().in_lang(Lang::Da)).collect();
    assert_eq!(
        said,
        [
            "stemmer med tallene",
            "kan ikke vurderes",
            "rigtigt, men sagt for svagt",
            "stemmer med tallene",
            "modsiges af tallene",
            "kan ikke vurderes"
        ]
    );
    // Department C has fewer sub-goals not evaluated in time, not more.
    let fifth = project.claims.get(4).expect("five claims");
    let ClaimVerdict::Contradicted(cells) = project.verdict(fifth) else { panic!("contradicted") };
    let counts: Vec<_> = cells.iter().map(|cell| (cell.measure, cell.first, cell.second)).collect();
    assert_eq!(counts, [(ProcessMeasure::EvaluationOverdue, Some(22), Some(11))]);
    // 30 percent cannot come from 7 answers.
    let report = check(&project, &Context::new("2023-06-01".parse().expect("a day")));
    let errors: Vec<_> = report.findings().iter().filter(|one| one.rejects()).map(Finding::code).collect();
    assert_eq!(errors, [codes::PRJ001, codes::PRJ002]);
}

#[test]
fn a_claim_about_all_is_more_than_one_about_some() {
    let row = |department, exceptions| CountRow {
        exceptions: Some(exceptions),
        ..CountRow::new(Id::from_u128(department), ProcessMeasure::ClosingOverdue)
    };
    let counting = |id, rows: Vec<CountRow>| Counting { rows, ..Counting::new(Id::from_u128(id)) };
    let mut project = ImprovementProject::new(Id::from_u128(1));
    project.countings =
        vec![counting(2, vec![row(10, 3), row(11, 3)]), counting(3, vec![row(10, 0), row(11, 3)])];
    let verdict = |says, departments: &[u128]| {
        let departments = departments.iter().map(|id| Id::from_u128(*id)).collect();
        project.verdict(&Claim { says: Some(says), departments, ..Claim::new(Id::from_u128(4)) })
    };
    assert_eq!(verdict(ClaimKind::NotAllReached, &[]), ClaimVerdict::Holds);
    assert_eq!(verdict(ClaimKind::NotAllReached, &[11]), ClaimVerdict::Understated);
    assert!(matches!(verdict(ClaimKind::NotAllReached, &[10]), ClaimVerdict::Contradicted(_)));
    assert!(matches!(verdict(ClaimKind::AllReached, &[]), ClaimVerdict::Contradicted(_)));
    assert_eq!(verdict(ClaimKind::AllReached, &[10]), ClaimVerdict::Holds);
    assert_eq!(verdict(ClaimKind::AsMany, &[11]), ClaimVerdict::Holds);
    assert!(matches!(verdict(ClaimKind::Fewer, &[]), ClaimVerdict::Contradicted(cells) if cells.len() == 1));
    assert_eq!(verdict(ClaimKind::MayBeChance, &[10]), ClaimVerdict::NotAssessable);
    assert_eq!(verdict(ClaimKind::Fewer, &[99]), ClaimVerdict::NotAssessable);
}

/// Compared with sums of binomial coefficients in whole numbers.
#[test]
fn chance_is_the_exact_test_of_two_shares() {
    let cases = [
        ([6, 40, 5, 40], 1.0),
        ([22, 40, 2, 40], 1.134_735_347_664_663e-6),
        ([15, 30, 8, 33], 0.040_386_363_618_750_656),
        ([0, 20, 4, 20], 0.106_029_106_029_106_03),
        ([300, 1000, 350, 1000], 0.019_284_321_614_513_63),
    ];
    for ([part, whole, other_part, other_whole], expected) in cases {
        let two = ComparedCell {
            first_of: Some(whole),
            second_of: Some(other_whole),
            ..cell(Some(part), Some(other_part))
        };
        let Chance::Exact { p } = two.chance() else { panic!("{two:?}") };
        assert!((p - expected).abs() <= 1e-9 * expected, "{two:?}: {p}, and not {expected}");
    }
    let with = |first_of, second_of| ComparedCell { first_of, second_of, ..cell(Some(3), Some(4)) }.chance();
    for (first_of, second_of) in
        [(None, Some(9)), (Some(2), Some(9)), (Some(9), Some(3)), (Some(u64::MAX), Some(9))]
    {
        assert_eq!(with(first_of, second_of), Chance::NotAssessable);
    }
    let none = ComparedCell { first_of: Some(0), second_of: Some(9), ..cell(Some(0), Some(4)) };
    assert_eq!(none.chance().suffices(), None);
    // More than the whole, on either side, and all of both.
    let of = |[first, first_of]: [u64; 2], [second, second_of]: [u64; 2]| ComparedCell {
        first_of: Some(first_of),
        second_of: Some(second_of),
        ..cell(Some(first), Some(second))
    };
    assert_eq!(of([21, 20], [3, 20]).chance(), Chance::NotAssessable);
    assert_eq!(of([3, 20], [21, 20]).chance(), Chance::NotAssessable);
    assert_eq!(of([0, 20], [0, 0]).chance(), Chance::NotAssessable);
    assert_eq!(of([20, 20], [20, 20]).chance(), Chance::Exact { p: 1.0 });
    // A million cases at most.
    assert_eq!(of([0, 999_999], [1, 1]).chance().suffices(), Some(false));
    assert_eq!(of([0, 1_000_000], [1, 1]).chance(), Chance::NotAssessable);
}

#[test]
fn a_change_is_rounded_half_away_from_zero() {
    let change = |first, second| cell(Some(first), Some(second)).percent_change();
    assert_eq!(change(2000, 1999), CountChange::Tenths(-1)); // 0.05 percent
    assert_eq!(change(2000, 2001), CountChange::Tenths(1));
    assert_eq!(change(2001, 2000), CountChange::Tenths(0));
    assert_eq!(change(1, u64::MAX), CountChange::NotAssessable);
    assert_eq!(cell(None, Some(1)).percent_change(), CountChange::NotAssessable);
    assert_eq!(cell(Some(1), None).difference(), None);
}

/// What the rules find in the report besides its errors. A rule that is added later has its own test.
#[test]
fn the_report_is_silent_on_what_these_rules_need() {
    let about = [
        codes::AUD003,
        codes::AUD005,
        codes::PRJ003,
        codes::PRJ005,
        codes::PRJ006,
        codes::PRJ007,
        codes::PRJ008,
        codes::PRJ011,
    ];
    let report = check(&smarte(), &Context::new("2024-06-01".parse().expect("a day")));
    let found: Vec<_> = report
        .findings()
        .iter()
        .filter(|one| about.contains(&one.code()))
        .map(|one| format!("{} {} {}", one.code(), one.at(), one.message(Lang::Da)))
        .collect();
    let trained = "kan ikke vurderes; mangler: om afdelingen var oplært før projektet";
    let whole = "9 tal er opgivet, uden at det fremgår, hvor mange der er i alt";
    let expected = [
        format!("PRJ011 /departments/0 {trained}"),
        format!("PRJ011 /departments/1 {trained}"),
        format!("PRJ011 /departments/2 {trained}"),
        format!("PRJ007 /countings/0 {whole}"),
        format!("PRJ007 /countings/1 {whole}"),
        "AUD003 /audit kan ikke vurderes; mangler: de individuelle besvarelser".into(),
        "AUD005 /audit kan ikke vurderes; mangler: hvilke afdelinger casene er fra, hvilke afdelinger paneldeltagerne er fra".into(),
        "PRJ008 /claims/2 konklusionen passer, men ifølge tallene er målet ikke nået noget sted".into(),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_department_that_is_counted_is_of_the_project() {
    let mut project = smarte();
    let stranger = CountRow::new(Id::from_u128(7), ProcessMeasure::ClosingOverdue);
    project.countings.first_mut().expect("a counting").rows.push(stranger);
    let report = check(&project, &Context::new("2023-06-01".parse().expect("a day")));
    let found = report.findings().iter().filter(|one| one.code() == codes::DOC002);
    let places: Vec<_> = found.map(|one| one.at().to_string()).collect();
    assert_eq!(places, ["/countings/0/rows/9/department"]);
}

/// Compared with every count out of up to 200, with percentages without decimals and with one.
#[test]
fn a_percentage_is_possible_if_some_count_gives_it() {
    for (decimals, one) in [(0, 1_i64), (1, 10)] {
        for of in 0..=200_i64 {
            // A count gives the percentages within half a unit of their last decimal.
            let mut possible = vec![false; usize::try_from(101 * one).expect("few")];
            for count in (0..=of).filter(|_| of > 0) {
                let exact = 200 * one * count; // over 2·of
                for nearest in [exact / (2 * of), exact / (2 * of) + 1] {
                    let is_near = (exact - 2 * of * nearest).abs() <= of;
                    if let Some(slot) = usize::try_from(nearest).ok().and_then(|n| possible.get_mut(n)) {
                        *slot |= is_near;
                    }
                }
            }
            for percent in 0..=100 * one {
                let claim = Claim {
                    percent: Decimal::new(percent, decimals).ok(),
                    percent_of: u64::try_from(of).ok(),
                    ..Claim::new(Id::from_u128(1))
                };
                let expected = usize::try_from(percent).ok().and_then(|n| possible.get(n)).copied();
                assert_eq!(claim.percent_is_possible(), expected, "{:?} of {of}", claim.percent);
            }
        }
    }
}

#[cfg(feature = "proptest")]
mod laws {
    use kvalitetsmodel::strategy;
    use proptest::prelude::*;

    use super::*;

    /// The first count of a department and measure: a second one is a separate error.
    fn counted(counting: &Counting, cell: &ComparedCell) -> (Option<u64>, Option<u64>) {
        let of_cell = |row: &&CountRow| row.department == cell.department && row.measure == cell.measure;
        counting.rows.iter().find(of_cell).map_or((None, None), |row| (row.exceptions, row.of))
    }

    proptest! {
        #[test]
        fn every_count_of_two_countings_is_compared_once(
            first in strategy::any::<Counting>(),
            second in strategy::any::<Counting>(),
        ) {
            let cells = first.compare(&second);
            for cell in &cells {
                prop_assert_eq!((cell.first, cell.first_of), counted(&first, cell));
                prop_assert_eq!((cell.second, cell.second_of), counted(&second, cell));
            }
            // The order is that of the rows, without repetitions.
            let mut expected = Vec::new();
            for row in first.rows.iter().chain(&second.rows) {
                let place = (row.department, row.measure);
                if !expected.contains(&place) {
                    expected.push(place);
                }
            }
            let compared: Vec<_> = cells.iter().map(|cell| (cell.department, cell.measure)).collect();
            prop_assert_eq!(compared, expected);
            // The other way round, every difference has the other sign.
            for back in second.compare(&first) {
                let there = cells.iter().find(|one| (one.department, one.measure) == (back.department, back.measure));
                prop_assert_eq!(there.and_then(ComparedCell::difference), back.difference().map(|one| -one));
            }
        }
    }
}

#[test]
fn training_that_was_held_is_compared_with_its_plan() {
    let [north, south] = [Id::from_u128(11), Id::from_u128(12)];
    let session = |number, department, held_minutes| TrainingSession {
        number,
        department,
        held_minutes,
        held_on: "2022-11".parse().ok(),
        ..TrainingSession::default()
    };
    let mut project = ImprovementProject::new(Id::from_u128(1));
    project.departments = [north, south].map(ProjectDepartment::new).into();
    project.training = vec![
        session(None, Some(north), Some(30)), // the meeting before the first session
        session(Some(1), None, Some(120)),
        session(Some(2), Some(north), Some(119)),
        session(Some(3), Some(north), None),
        TrainingSession { held_on: None, ..session(Some(2), Some(south), None) },
    ];
    assert_eq!(project.training_gaps(), [], "nothing is planned");
    project.training_plan = Some(TrainingPlan::smarte());
    let few = TrainingGap::Fewer { department: south, listed: 2, planned: 3 };
    let short = TrainingGap::Shorter { session: 2, held: 119, planned: 120 };
    assert_eq!(project.training_gaps(), [few.clone(), short.clone()]);

    // The first session has other parts than the later ones; one that does not state its parts lacks none.
    let all = TrainingPlan::smarte();
    project.training[1].parts =
        all.first.iter().copied().filter(|one| *one != SessionPart::PassingOn).collect();
    project.training[3].parts = all.later;
    let missing = TrainingGap::PartsMissing { session: 1, missing: vec![SessionPart::PassingOn] };
    assert_eq!(project.training_gaps(), [few, missing, short]);
    project.training_plan = Some(TrainingPlan::default());
    assert_eq!(project.training_gaps(), [], "the plan says nothing");
}

#[test]
fn the_report_plans_its_training_and_has_one_consultant() {
    let project = smarte();
    assert_eq!(project.training_plan, Some(TrainingPlan::smarte()));
    assert_eq!(
        project.training_gaps(),
        [],
        "all three sessions are listed, and nothing is told of their length or parts"
    );
    let report = check(&project, &Context::new("2023-06-01".parse().expect("a day")));
    let alone = report.findings().iter().find(|one| one.code() == codes::PRJ012).expect("one consultant");
    assert_eq!(alone.message(Lang::Da), "kun én person kan holde oplæringen");
    assert!(!alone.rejects());
}
