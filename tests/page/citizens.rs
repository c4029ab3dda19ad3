//! Pages about sub-goals, audits, learning circles and PDSA cycles.

use kvalitetsmodel::Lang;
use kvalitetsmodel::audit::CaseAudit;
use kvalitetsmodel::chrono::NaiveDate;
use kvalitetsmodel::circle::CircleProject;
use kvalitetsmodel::community::ImprovementCommunity;
use kvalitetsmodel::goal::{Caseload, Citizen};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::Measurement;
use kvalitetsmodel::page::Page;

use super::golden::{compare, folder, read};
use super::{context, page_of, plan};

fn caseload() -> Caseload {
    serde_json::from_str(&read(&folder("tests/pages/caseload.json"))).expect("a caseload")
}

fn audit() -> CaseAudit {
    serde_json::from_str(&read(&folder("tests/pages/audit.json"))).expect("an audit")
}

fn circles() -> CircleProject {
    serde_json::from_str(&read(&folder("tests/pages/circles.json"))).expect("a project")
}

fn day() -> NaiveDate {
    "2024-06-15".parse().expect("a day")
}

/// The page of the first department.
fn department(caseload: &Caseload) -> Page<'_> {
    Page::of_department(caseload, caseload.citizens.first().and_then(|one| one.department), day())
}

#[test]
fn a_department() {
    let caseload = caseload();
    compare(department(&caseload), &["department.da.txt", "department.en.md", "department.en.html"]);
}

#[test]
fn a_department_with_names_and_texts() {
    let caseload = caseload();
    let name = |id: Id<Citizen>| (id == caseload.citizens[0].id).then(|| "værelse <4>".to_owned());
    let page = department(&caseload).with_name("Uge 24").with_citizen_names(&name).with_texts();
    compare(page, &["department-named.da.txt", "department-named.da.md", "department-named.en.html"]);
}

#[test]
fn a_service() {
    let caseload = caseload();
    compare(Page::of_service(&caseload, day()), &["service.da.txt", "service.en.md", "service.da.html"]);
}

#[test]
fn an_audit() {
    let audit = audit();
    compare(Page::of_audit(&audit), &["audit.da.txt", "audit.en.md", "audit.da.html"]);
}

#[test]
fn a_project_with_learning_circles() {
    let (project, day) = (circles(), "2022-02-15".parse().expect("a day"));
    compare(Page::of_circles(&project, day), &["circles.da.txt", "circles.en.md", "circles.da.html"]);
}

#[test]
fn what_was_written_is_shown_only_if_it_is_asked_for() {
    let (caseload, audit) = (caseload(), audit());
    let shows = |page: Page<'_>, text: &str| page.text().to_string().contains(text);
    assert!(!shows(department(&caseload), "Handler ind"));
    assert!(shows(department(&caseload).with_texts(), "Handler ind"));
    assert!(!shows(Page::of_audit(&audit), "Mere præcise"));
    assert!(shows(Page::of_audit(&audit).with_texts(), "Mere præcise og <meningsfulde>."));
}

#[test]
fn what_is_to_be_done_follows_all_its_places() {
    let caseload: Caseload = serde_json::from_str(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "citizens": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "subGoals": [{ "id": "00000000-0000-4000-8000-000000000003", "endsOn": "2024-08-31" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "subGoals": [
                        { "id": "00000000-0000-4000-8000-000000000005" },
                        { "id": "00000000-0000-4000-8000-000000000006", "endsOn": "2024-08-31" }
                    ]
                }
            ]
        }"#,
    )
    .expect("a caseload");
    let text = page_of(caseload, &context("2024-06-15"), |page| page.text().to_string());
    assert!(text.contains("\n- Borger 1, delmål; borger 2, delmål 2: afslutning\n"), "{text}");
}

#[test]
fn citizens_without_a_department_have_a_page() {
    let caseload = caseload();
    let text = Page::of_department(&caseload, None, day()).with_lang(Lang::En).text().to_string();
    assert_eq!(
        text.split("\n\n").next(),
        Some(
            "Sub-goals: citizens without a stated department\n===============================================\n\
             As of 15 June 2024: 1 citizen with 0 open sub-goals."
        )
    );
}

#[test]
fn no_line_of_text_is_longer_than_80_characters() {
    let (caseload, audit, circles) = (caseload(), audit(), circles());
    let plan = plan::made_up();
    for lang in [Lang::Da, Lang::En] {
        let pages = [
            department(&caseload).with_texts(),
            Page::of_service(&caseload, day()),
            Page::of_audit(&audit).with_texts(),
            Page::of_circles(&circles, day()),
            Page::of_plan(&plan, day()),
        ];
        for page in pages {
            let text = page.with_lang(lang).text().to_string();
            let longest = text.lines().map(|line| line.chars().count()).max();
            assert!(longest <= Some(80), "{text}");
        }
    }
}

#[test]
fn a_portfolio_of_pdsa_cycles() {
    let read = |name: &str| read(&folder("tests/pages").join(name));
    let communities: Vec<ImprovementCommunity> =
        serde_json::from_str(&read("portfolio.json")).expect("communities");
    let measurements: Vec<Measurement> =
        serde_json::from_str(&read("portfolio-measurements.json")).expect("measurements");
    let communities: Vec<_> = communities.iter().collect();
    let page = Page::of_portfolio(&communities, &measurements);
    compare(page, &["portfolio.da.txt", "portfolio.en.md"]);
    compare(page.with_texts(), &["portfolio.da.html"]);
    let nothing = Page::of_portfolio(&[], &[]).text().to_string();
    assert!(nothing.contains("0 fællesskaber med 0 cyklusser"), "{nothing}");
}
