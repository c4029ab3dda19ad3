//! Evaluations as documents: what four public reports state, compared, combined, and kept through reading and writing.
#![cfg(feature = "json")]
#![expect(clippy::expect_used, clippy::panic, reason = "a test that does not hold may stop here")]

use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::evaluation::{
    Combination, Combined, EvaluatedStandard, Evaluation, EvaluationKind, EvaluatorRole, Rating, RatingChange,
};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::model::{QualityStep, StandardArea};
use kvalitetsmodel::{Context, Lang, codes, json};

/// The answers of a report, as people have counted them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Answers {
    surveyors: usize,
    each_from_another_operator: Option<bool>,
    all_from_different_operators: Option<bool>,
    observer_from_own_operator: Option<bool>,
    listed: usize,
    as_many_as_stated: Option<bool>,
    organisational: Option<usize>,
    service_specific: Option<usize>,
    steps: usize,
}

fn document(name: &str) -> Document {
    let path = format!("{}/examples/data/external-evaluations/{name}.json", env!("CARGO_MANIFEST_DIR"));
    json::read(&std::fs::read_to_string(path).expect("a file")).expect("a document")
}

fn evaluation(document: &Document) -> &Evaluation {
    match document.content() {
        Content::Evaluation(evaluation) => evaluation,
        other => panic!("an evaluation, not {}", other.kind()),
    }
}

fn answers(name: &str) -> Answers {
    let document = document(name);
    let one = evaluation(&document);
    assert!(one.standards.iter().all(|standard| standard.rating.is_none()), "no rating is public");
    Answers {
        surveyors: one.in_role(EvaluatorRole::Surveyor).count(),
        each_from_another_operator: one.any_from_own_operator(EvaluatorRole::Surveyor).map(|any| !any),
        all_from_different_operators: one.surveyors_from_different_operators(),
        observer_from_own_operator: one.any_from_own_operator(EvaluatorRole::Observer),
        listed: one.standards.len(),
        as_many_as_stated: one.lists_as_many_as_stated(),
        organisational: one.count_in(StandardArea::Organisational),
        service_specific: one.count_in(StandardArea::ServiceSpecific),
        steps: one.standards.first().map_or(0, |standard| standard.steps.len()),
    }
}

#[test]
fn the_counts_of_four_public_reports() {
    let usual = Answers {
        surveyors: 2,
        each_from_another_operator: Some(true),
        all_from_different_operators: Some(true),
        observer_from_own_operator: Some(false),
        listed: 9,
        as_many_as_stated: Some(true),
        organisational: Some(3),
        service_specific: Some(6),
        steps: 4,
    };
    assert_eq!(answers("2013-grenen"), Answers { listed: 6, service_specific: Some(3), ..usual });
    assert_eq!(answers("2013-gudenaakollegiet"), Answers { observer_from_own_operator: Some(true), ..usual });
    assert_eq!(
        answers("2012-guldblommevej"),
        Answers {
            surveyors: 3,
            listed: 4,
            as_many_as_stated: Some(false),
            organisational: Some(1),
            service_specific: Some(3),
            ..usual
        }
    );
    assert_eq!(answers("2013-baekketoften"), usual);
}

/// The reports do not mention training and background; one says six standards and lists four.
#[test]
fn what_is_found_in_the_reports() {
    let found = |name: &str| -> Vec<_> {
        let report = document(name).check(&Context::new("2014-06-01".parse().expect("a day")));
        report.findings().iter().map(|one| (one.code(), one.message(Lang::En))).collect()
    };
    let training = (codes::EVA013, "cannot be assessed; missing: when the surveyors were trained".to_owned());
    let background =
        (codes::EVA014, "cannot be assessed; missing: the background of the surveyors".to_owned());
    for name in ["2013-grenen", "2013-gudenaakollegiet", "2013-baekketoften"] {
        assert_eq!(found(name), [training.clone(), background.clone()], "{name}");
    }
    let number = (codes::EVA001, "the text mentions 6 standards, but the list has 4 standards".to_owned());
    assert_eq!(found("2012-guldblommevej"), [number, training, background]);
}

fn page_data(name: &str) -> Evaluation {
    let path = format!("{}/tests/pages/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).expect("a file")).expect("an evaluation")
}

#[test]
fn ratings_are_compared_over_two_evaluations() {
    use RatingChange::{Higher, NotComparable, Same};
    let (earlier, later) = (page_data("evaluation-earlier"), page_data("evaluation-later"));
    let rows = later.compare_with(&earlier);
    let of_whole: Vec<_> = rows.iter().filter(|row| row.step.is_none()).map(|row| row.change).collect();
    assert_eq!(of_whole, [Same, Higher, NotComparable, NotComparable, NotComparable]);
    let of_first: Vec<_> = rows.iter().skip(1).take(4).map(|row| (row.step, row.change)).collect();
    let steps = QualityStep::ALL.iter().copied().map(Some);
    assert_eq!(of_first, steps.zip([Same, Same, Higher, Same]).collect::<Vec<_>>());
    // The other way round, what was higher is lower.
    let back = earlier.compare_with(&later);
    assert_eq!(back.get(3).map(|row| row.change), Some(RatingChange::Lower));
    // A step that one of the two leaves out is listed, too.
    let mut fewer = later.clone();
    fewer.standards.iter_mut().for_each(|one| one.steps.clear());
    let steps: usize = earlier.standards.iter().map(|one| one.steps.len()).sum();
    for rows in [fewer.compare_with(&earlier), earlier.compare_with(&fewer)] {
        assert_eq!(rows.iter().filter(|row| row.step.is_some()).count(), steps);
    }
    // Another label makes another scale.
    let mut other = later.clone();
    other.scale.iter_mut().for_each(|step| step.label = Some("god".into()));
    assert!(other.compare_with(&earlier).iter().all(|row| row.change == NotComparable));
}

/// Not relevant, not rated, not stated and the lowest step are four things.
#[test]
fn what_is_not_rated_is_not_the_lowest() {
    let evaluation = page_data("evaluation-earlier");
    let lowest = Rating::Rated { on_scale: evaluation.scale.first().expect("a scale").id };
    let standard = |rating: Option<Rating>| {
        let mut standard = evaluation.standards.first().expect("a standard").clone();
        standard.steps.iter_mut().skip(3).for_each(|step| step.rating = rating);
        standard
    };
    let combine = |rating| evaluation.combine(&standard(rating), Combination::LowestStep);
    assert_eq!(combine(Some(lowest)), Combined::Rating(lowest));
    let middle = evaluation.standards.first().and_then(|one| one.rating).expect("a rating");
    assert_eq!(combine(Some(Rating::NotRelevant)), Combined::Rating(middle));
    assert_eq!(combine(Some(Rating::NotRated)), Combined::StepMissing(QualityStep::Improvement));
    assert_eq!(combine(None), Combined::StepMissing(QualityStep::Improvement));
    let off = Rating::Rated { on_scale: Id::from_u128(1) };
    assert_eq!(combine(Some(off)), Combined::OffScale(QualityStep::Improvement));
    assert_eq!(evaluation.combine(&standard(None), Combination::Judged), Combined::Judged);
}

#[test]
fn what_is_not_known_is_not_counted() {
    let mut one = Evaluation::new(Id::from_u128(1), EvaluationKind::External);
    assert_eq!(one.lists_as_many_as_stated(), None);
    assert_eq!(one.count_in(StandardArea::Organisational), None);
    assert_eq!(one.any_from_own_operator(EvaluatorRole::Observer), Some(false));
    one.standards = vec![EvaluatedStandard::default()];
    assert_eq!(one.count_in(StandardArea::Organisational), None);
    one.evaluators =
        serde_json::from_str(r#"[{ "role": "surveyor" }, { "role": "surveyor" }]"#).expect("two");
    assert_eq!(one.surveyors_from_different_operators(), None);
    assert_eq!(one.any_from_own_operator(EvaluatorRole::Surveyor), None);
    let same = r#"[
        { "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000002" } }, { "role": "surveyor" },
        { "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000002" } }
    ]"#;
    one.evaluators = serde_json::from_str(same).expect("three");
    assert_eq!(one.surveyors_from_different_operators(), Some(false));
}
