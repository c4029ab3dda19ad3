//! Pages about evaluations: one, and two side by side.

use kvalitetsmodel::chrono::NaiveDate;
use kvalitetsmodel::evaluation::{EvaluatedStandard, Evaluation, EvaluationKind};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::model::{GENERATION_1, TWELVE_STANDARDS};
use kvalitetsmodel::page::Page;

use super::golden::{compare, folder, read};

fn evaluation(name: &str) -> Evaluation {
    serde_json::from_str(&read(&folder(&format!("tests/pages/{name}.json")))).expect("an evaluation")
}

fn day() -> NaiveDate {
    "2024-05-15".parse().expect("a day")
}

#[test]
fn an_external_evaluation() {
    let names = ["evaluation.da.txt", "evaluation.en.md", "evaluation.da.html"];
    compare(Page::of_evaluation(&evaluation("evaluation-earlier"), day()), &names);
}

#[test]
fn a_monitoring() {
    let names = ["evaluation-monitoring.da.txt", "evaluation-monitoring.en.txt"];
    compare(Page::of_evaluation(&evaluation("evaluation-monitoring"), day()), &names);
}

#[test]
fn two_evaluations_side_by_side() {
    let (earlier, later) = (evaluation("evaluation-earlier"), evaluation("evaluation-later"));
    let names = ["evaluations.da.txt", "evaluations.en.md", "evaluations.en.html"];
    compare(Page::of_evaluations(&earlier, &later, day()), &names);
}

#[test]
fn two_evaluations_by_other_scales() {
    let (mut earlier, later) = (evaluation("evaluation-earlier"), evaluation("evaluation-later"));
    earlier.scale.truncate(2);
    let text = Page::of_evaluations(&earlier, &later, day()).text().to_string();
    let said = "De to har ikke samme skala, så vurderingerne kan ikke sammenlignes.\nTidligere: Skala, laveste trin først: »ikke opfyldt«,";
    assert!(text.contains(said), "{text}");
    assert!(!text.contains("højere"), "{text}");
}

#[test]
fn an_evaluation_that_says_nothing_has_a_page() {
    let nothing = Evaluation::new(Id::from_u128(1), EvaluationKind::SelfEvaluation);
    let text = Page::of_evaluation(&nothing, day()).text().to_string();
    assert!(text.starts_with("Selvevaluering\n==============\n"), "{text}");
    assert!(text.contains("Ingen standarder er oplyst."), "{text}");
    assert!(text.contains("Ingen anbefalinger er oplyst."), "{text}");
    let both = Page::of_evaluations(&nothing, &nothing, day()).text().to_string();
    assert!(both.contains("Ingen af de to har standarder."), "{both}");
}

#[test]
fn a_standard_has_the_number_of_its_set() {
    let mut evaluation = Evaluation::new(Id::from_u128(1), EvaluationKind::SelfEvaluation);
    let standards = GENERATION_1.standards.iter().rev();
    evaluation.standards = standards
        .map(|one| EvaluatedStandard { standard: Some(one.id), ..EvaluatedStandard::default() })
        .collect();
    let heads = |text: String| -> Vec<String> {
        let section = text.split("\nAnbefalinger").next().unwrap_or_default();
        section.lines().filter_map(|line| line.strip_prefix("- ")).map(String::from).collect()
    };
    let of = |evaluation: &Evaluation| heads(Page::of_evaluation(evaluation, day()).text().to_string());

    // For a set without numbers: no numbers, and its order.
    evaluation.standard_set = Some(GENERATION_1.id);
    let names: Vec<&str> = GENERATION_1.themes.iter().map(|theme| theme.name.da).collect();
    assert_eq!(of(&evaluation), names);
    let both = Page::of_evaluations(&evaluation, &evaluation, day()).text().to_string();
    assert_eq!(heads(both), names);

    // For a set with numbers: these, its order and its names.
    evaluation.standard_set = Some(TWELVE_STANDARDS.id);
    let numbered = of(&evaluation);
    assert_eq!(numbered[0], "1.1 Kommunikation");
    assert_eq!(numbered[1], "1.2 Indflydelse på eget liv");
    assert_eq!(numbered[5], "2.3 Ledelse");

    // Without a set: the order of the document, and no numbers.
    evaluation.standard_set = None;
    assert_eq!(of(&evaluation)[0], "Kommunikation");
    assert_eq!(of(&evaluation)[5], "Ledelse");
}
