//! Implementation plans as pictures: kept ones, and what holds of every picture of a plan.

use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::PlotOptions;
use kvalitetsmodel::chrono::NaiveDate;
use kvalitetsmodel::document::Content;
use kvalitetsmodel::plan::ImplementationPlan;
use kvalitetsmodel::{json, strategy};
use proptest::prelude::*;

use crate::sound::check;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn plan(text: &str) -> ImplementationPlan {
    match json::read(text).expect("a document").into_content() {
        Content::Plan(plan) => plan,
        other => panic!("a plan, not {}", other.kind()),
    }
}

/// It is as high as its rows need, whatever the options say.
#[track_caller]
fn check_plan(svg: &str, options: &PlotOptions) {
    let document = roxmltree::Document::parse(svg).expect("XML");
    let height = document.root_element().attribute("height").and_then(|height| height.parse::<f64>().ok());
    let height = height.expect("a height");
    if (320.0..4000.0).contains(&height) && height.fract() == 0.0 {
        let height = format!("{height}").parse().expect("whole");
        check(svg, &PlotOptions { height, ..options.clone() });
    }
}

#[test]
fn the_pictures_are_as_they_were_looked_at() {
    let made_up = plan(include_str!("../../documents/v1/plan.json"));
    let aarhus = plan(include_str!("../../../examples/data/aarhus-2017.json"));
    let of = |width, lang| PlotOptions { width, lang, ..PlotOptions::default() };
    for (name, plan, on, options) in [
        ("plan", &made_up, "2025-05-20", of(1200, Lang::Da)),
        ("plan-narrow", &made_up, "2025-05-20", of(360, Lang::En)),
        ("plan-aarhus", &aarhus, "2017-10-01", of(1200, Lang::Da)),
    ] {
        let svg = plan.svg(day(on), &options);
        check_plan(&svg, &options);
        let file = format!("{}/../pictures/{name}.svg", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&file, &svg).expect("tests/pictures");
        }
        let before = std::fs::read_to_string(&file).expect("tests/pictures");
        assert!(svg == before, "{name}.svg has changed: bash .ci/bless, and look at it");
    }
}

#[test]
fn a_row_without_months_has_no_bar_and_is_told() {
    let mut plan = plan(include_str!("../../documents/v1/plan.json"));
    let bars = |plan: &ImplementationPlan| {
        let svg = plan.svg(day("2025-05-20"), &PlotOptions::default());
        svg.matches(r##"fill="#0072b2""##).count()
    };
    // Two rows run, and the legend shows what that looks like.
    assert_eq!(bars(&plan), 3);
    plan.phases[0].rows[3].spans.clear();
    assert_eq!(bars(&plan), 2);
    let svg = plan.svg(day("2025-05-20"), &PlotOptions::default());
    let told = "Koordinere med det nye journalsystem: tidspunkt ikke oplyst; ansvarlig: Styregruppen.";
    assert!(svg.contains(told), "{svg}");
}

/// The legend explains what is drawn, and no more.
#[test]
fn a_time_without_new_practice_that_ends_before_it_begins_is_in_no_legend() {
    let mut plan = plan(include_str!("../../documents/v1/plan.json"));
    let explains = |plan: &ImplementationPlan| {
        plan.svg(day("2025-05-20"), &PlotOptions::default()).contains(">ingen ny praksis<")
    };
    assert!(explains(&plan));
    for one in &mut plan.blackouts {
        (one.starts_on, one.ends_on) = (one.ends_on, one.starts_on);
    }
    assert!(!explains(&plan));
}

/// As on every chart, what is blank is no title.
#[test]
fn a_blank_title_of_the_options_leaves_that_of_the_plan() {
    let mut plan = plan(include_str!("../../documents/v1/plan.json"));
    plan.title = Some("Sammenhængende forløb".into());
    let options = PlotOptions { title: Some(" ".into()), ..PlotOptions::default() };
    assert!(plan.svg(day("2025-05-20"), &options).contains(">Sammenhængende forløb<"));
}

#[test]
fn what_people_wrote_stays_text() {
    let mut plan = plan(include_str!("../../documents/v1/plan.json"));
    let wild = "<script>alert(\"x\")</script> & ' \u{0}\u{202e}\u{ffff}]]>";
    plan.title = Some(wild.into());
    for phase in &mut plan.phases {
        phase.name = Some(wild.into());
        phase.rows.iter_mut().for_each(|row| row.text = Some(wild.into()));
    }
    let svg = plan.svg(day("2025-05-20"), &PlotOptions::default());
    check_plan(&svg, &PlotOptions::default());
    assert!(!svg.contains("<script") && !svg.contains('\u{202e}'));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_plan_has_sound_pictures(
        plan in prop_oneof![strategy::any::<ImplementationPlan>(), strategy::clean::<ImplementationPlan>()],
        on in strategy::any::<NaiveDate>(), width in 300_u32..1300,
    ) {
        for lang in [Lang::Da, Lang::En] {
            let options = PlotOptions { lang, width, ..PlotOptions::default() };
            let svg = plan.svg(on, &options);
            let document = roxmltree::Document::parse(&svg).expect("XML");
            let drawn = document.descendants().filter(|node| node.has_tag_name("rect"));
            for rect in drawn {
                let number = |name| rect.attribute(name).map_or(0.0, |text| text.parse::<f64>().expect("a number"));
                prop_assert!(number("width") >= 0.0 && number("height") >= 0.0, "{svg}");
                prop_assert!(number("x") + number("width") <= f64::from(width.max(320)) + 0.1, "{svg}");
            }
            prop_assert!(svg.len() < 400_000);
        }
    }
}
