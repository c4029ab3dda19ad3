//! The page about an improvement community.

use kvalitetsmodel::Lang;
use kvalitetsmodel::body::Membership;
use kvalitetsmodel::circle::CircleProject;
use kvalitetsmodel::community::{CommunityMember, ImprovementCommunity, Lesson, Takeover};
use kvalitetsmodel::cycle::PdsaCycle;
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::json;
use kvalitetsmodel::page::Page;

use super::context;
use super::golden::{compare, compare_with_pictures, folder, read};

const DAY: &str = "2025-12-09";

fn data(name: &str) -> Document {
    json::read(&read(&folder("examples/data").join(name))).expect("a document")
}

/// The fictitious community and its documents.
fn made_up() -> (ImprovementCommunity, Vec<Document>) {
    let Content::Bundle(bundle) = data("community-made-up.json").into_content() else { panic!("a bundle") };
    let documents: Vec<Document> = bundle.documents.iter().map(|one| one.document().clone()).collect();
    let community = documents.iter().find_map(|one| match one.content() {
        Content::Community(community) => Some(community.clone()),
        _ => None,
    });
    (community.expect("a community"), documents)
}

#[test]
fn the_made_up_community() {
    let (community, documents) = made_up();
    let page = Page::of_community(&community, &documents, DAY.parse().expect("a day"));
    compare(page, &["community-whole.da.txt", "community-whole.en.md"]);
    compare_with_pictures(page, "community-whole.da.html");
}

#[test]
fn nothing_is_found_in_the_made_up_community() {
    let report = data("community-made-up.json").check(&context(DAY));
    let found: Vec<_> = report.findings().iter().map(|one| (one.code(), one.at())).collect();
    assert_eq!(found, []);
}

/// What is measured at one service is not stated for another, and a bundle counts as its documents.
#[test]
fn each_member_has_its_own_figures() {
    let (community, documents) = made_up();
    let day = DAY.parse().expect("a day");
    let text = |documents: &[Document]| {
        Page::of_community(&community, documents, day).with_lang(Lang::En).text().to_string()
    };
    let whole = text(&documents);
    assert_eq!(text(&[data("community-made-up.json")]), whole);
    // A section begins with the name of a member, underlined with dashes.
    let of = |whole: &str, name: &str| -> Vec<String> {
        let lines: Vec<&str> = whole.lines().collect();
        let is_heading = |n: usize| lines.get(n + 1).is_some_and(|line| line.starts_with("--"));
        let starts = |n: &usize| is_heading(*n) && lines.get(*n).is_some_and(|line| line.starts_with(name));
        let first = (0..lines.len()).find(starts).expect("a section");
        let next = (first + 1..lines.len()).find(|n| is_heading(*n)).unwrap_or(lines.len());
        lines.iter().take(next).skip(first).map(|line| String::from(*line)).collect()
    };
    for name in ["Bakkehus", "Elvergården", "Kystvang"] {
        let without: Vec<Document> = documents
            .iter()
            .filter(|one| match one.content() {
                Content::Series(series) => {
                    !series.title.as_ref().is_some_and(|title| title.as_str().contains(name))
                }
                _ => true,
            })
            .cloned()
            .collect();
        for other in ["Bakkehus", "Elvergården", "Kystvang"].into_iter().filter(|other| *other != name) {
            assert_eq!(of(&text(&without), other), of(&whole, other), "{other} without {name}");
        }
        if name != "Kystvang" {
            assert_ne!(of(&text(&without), name), of(&whole, name), "{name}");
        }
    }
}

#[test]
fn who_has_left_is_shown_with_the_days_of_its_membership_and_not_counted() {
    let member = |n, name: &str, membership, from: Option<&str>, until: Option<&str>| CommunityMember {
        name: Some(name.into()),
        membership,
        from: from.map(|on| on.parse().expect("a date")),
        until: until.map(|on| on.parse().expect("a date")),
        ..CommunityMember::new(Id::from_u128(n))
    };
    let community = ImprovementCommunity {
        members: vec![
            member(2, "Skoven", Membership::Member, Some("2025-02"), None),
            member(3, "Åløkken", Membership::Member, None, Some("2025-05-31")),
            member(4, "Bakken", Membership::Member, None, Some("2025-05-31")),
            member(4, "Bakken", Membership::NonMember, Some("2025-06-01"), None),
        ],
        ..ImprovementCommunity::new(Id::from_u128(1))
    };
    let page = Page::of_community(&community, &[], DAY.parse().expect("a day"));
    let text = page.text().to_string();
    let lines: Vec<_> =
        text.lines().filter(|line| line.contains("indgår") && !line.ends_with("ikke indgår")).collect();
    assert_eq!(
        lines,
        [
            "Pr. 9. december 2025: 1 tilbud, der indgår, med 0 PDSA-cyklusser.",
            "Skoven: indgår fra februar 2025",
            "Åløkken: indgår til og med 31. maj 2025",
            "- Bakken: indgår ikke fra 1. juni 2025",
        ]
    );
}

#[test]
fn what_has_no_name_is_told_by_its_id_and_what_has_no_service_apart() {
    let service = Id::from_u128(2);
    let community = ImprovementCommunity {
        members: vec![
            CommunityMember::new(service),
            CommunityMember { membership: Membership::Member, ..CommunityMember::new(service) },
            CommunityMember::new(Id::from_u128(7)),
        ],
        cycles: vec![
            PdsaCycle::new(Id::from_u128(3)),
            PdsaCycle { service: Some(Id::from_u128(9)), ..PdsaCycle::new(Id::from_u128(4)) },
        ],
        lessons: vec![Lesson {
            cycle: Some(Id::from_u128(4)),
            taken_over_by: vec![Takeover::new(service)],
            ..Lesson::default()
        }],
        ..ImprovementCommunity::new(Id::from_u128(1))
    };
    let page = Page::of_community(&community, &[], DAY.parse().expect("a day")).with_lang(Lang::En);
    let text = page.text().to_string();
    assert_eq!(
        text,
        "Improvement community\n\
         =====================\n\
         As of 9 December 2025: 1 service that takes part, with 2 PDSA cycles.\n\
         \n\
         00000000-0000-0000-0000-000000000002: takes part\n\
         ------------------------------------------------\n\
         No cycles, target figures or measurements.\n\
         \n\
         PDSA cycles whose service is not stated\n\
         ---------------------------------------\n\
         - Cycle 1\n  Status: not begun\n\
         - Cycle 2\n  Status: not begun\n\
         \n\
         Services that do not take part\n\
         ------------------------------\n\
         - 00000000-0000-0000-0000-000000000007: not stated\n\
         \n\
         What was learned\n\
         ----------------\n\
         - Lesson 1\n  From:          Cycle 2, 00000000-0000-0000-0000-000000000009\n  \
         Taken over by: 00000000-0000-0000-0000-000000000002\n"
    );
}

fn held() -> CircleProject {
    match data("erantis-held.json").into_content() {
        Content::CircleProject(project) => project,
        other => panic!("{}", other.kind()),
    }
}

#[test]
fn what_became_of_the_plan_of_erantis() {
    let project = held();
    let page = Page::of_circles(&project, "2022-07-01".parse().expect("a day"));
    compare(page, &["erantis-held.da.txt", "erantis-held.en.md"]);
    let text = page.text().to_string();
    let planned = text.split("\n\n").nth(1).expect("a part");
    assert_eq!(
        planned,
        "Planlagt og gennemført\n\
         ----------------------\n\
         - Læringscirkler: planlagt 4, faktisk 4: som planlagt\n\
         - Kerneelementer: planlagt 4, faktisk 4: som planlagt\n\
         - Deltagere i alle cirkler: planlagt 28–36, faktisk antal ikke oplyst: kan ikke\n  vurderes\n\
         - Møder i alle cirkler: planlagt 48, faktisk antal ikke oplyst: kan ikke\n  vurderes\n\
         - Workshops: planlagt 3, faktisk 2: færre end planlagt\n\
         - Seminarer: planlagt 1, faktisk antal ikke oplyst: kan ikke vurderes\n\
         - Lederworkshops: planlagt mindst 6, faktisk antal ikke oplyst: kan ikke\n  vurderes\n\
         - Coachingrunder: planlagt 4, faktisk antal ikke oplyst: kan ikke vurderes\n\
         - Mellem lederworkshops: planlagt højst 2 måneder"
    );
    for said in [
        "- Læringscirkel 1\n  Deltagere:        planlagt 7–9, faktisk 7: som planlagt\n",
        "- Læringscirkel 4\n  Deltagere:        planlagt 7–9, faktisk 11: flere end planlagt\n",
    ] {
        assert!(text.contains(said), "{text}");
    }
}

/// The project itself deviated from its plan, and no rule reports that.
#[test]
fn a_deviation_is_no_fault() {
    let report = data("erantis-held.json").check(&context("2022-07-01"));
    let found: Vec<_> = report.findings().iter().map(|one| (one.code(), one.at())).collect();
    assert_eq!(found, []);
}
