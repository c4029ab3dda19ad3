//! Pages about improvement work: a community, a portfolio of PDSA cycles, and a project with learning circles.
//!
//! ```text
//! cargo run --example improvement -- community|portfolio|circles [--lang da|en --format text|md|html]
//! cargo run --example improvement --features chart -- community   # with what its series show, in words
//! ```
//!
//! The community is that of `examples/data/community-made-up.json`. The portfolio has 30 cycles of five services, which are
//! generated from their number and belong to nobody. The circles are those of the project erantis, as described after it
//! was carried out.

#![expect(clippy::arithmetic_side_effects, reason = "the numbers are small")]

use std::error::Error;

use kvalitetsmodel::body::Membership;
use kvalitetsmodel::community::{CommunityMember, ImprovementCommunity};
use kvalitetsmodel::cycle::{Act, ActDecision, CarriedOut, PdsaCycle, Plan, Study};
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::json;
use kvalitetsmodel::page::Page;

#[path = "shared/print.rs"]
mod print;

const SERVICES: [&str; 5] = ["Birkebo", "Engvang", "Fjordhuset", "Kærgården", "Skovly"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    match words.next().as_deref() {
        None | Some("community") => community(words),
        Some("portfolio") => portfolio(words),
        Some("circles") => circles(words),
        Some(other) => Err(format!("{other} is none of community, portfolio and circles").into()),
    }
}

fn community(words: impl Iterator<Item = String>) -> Result<(), Box<dyn Error>> {
    let document = json::read(include_str!("data/community-made-up.json"))?;
    let Content::Bundle(bundle) = document.content() else { return Err("no bundle".into()) };
    let documents: Vec<Document> = bundle.documents.iter().map(|one| one.document().clone()).collect();
    let community = documents.iter().find_map(|one| match one.content() {
        Content::Community(community) => Some(community),
        _ => None,
    });
    let community = community.ok_or("no community")?;
    let page = Page::of_community(community, &documents, "2025-12-09".parse()?);
    print::print(page.with_name("Opdigtet eksempel / made-up example"), words)
}

fn circles(words: impl Iterator<Item = String>) -> Result<(), Box<dyn Error>> {
    let document = json::read(include_str!("data/erantis-held.json"))?;
    let Content::CircleProject(project) = document.content() else { return Err("no circles".into()) };
    print::print(Page::of_circles(project, "2022-07-01".parse()?), words)
}

fn portfolio(words: impl Iterator<Item = String>) -> Result<(), Box<dyn Error>> {
    let communities = [generated(1, "Sygefravær"), generated(2, "Arbejdsulykker")];
    let communities: Vec<&ImprovementCommunity> = communities.iter().collect();
    let page = Page::of_portfolio(&communities, &[]).with_texts();
    print::print(page.with_name("Opdigtet eksempel / made-up example"), words)
}

/// A community of the five services with 15 cycles, three in each ramp.
fn generated(community: u128, topic: &str) -> ImprovementCommunity {
    let service = |n: u128| Id::from_u128(n % 5 + 1);
    let members = (0..).zip(SERVICES).map(|(n, name)| CommunityMember {
        name: Some(name.into()),
        membership: Membership::Member,
        ..CommunityMember::new(service(n))
    });
    let cycle = |n: u128| PdsaCycle { service: Some(service(n / 3)), ..cycle(community * 100 + n) };
    ImprovementCommunity {
        topic: Some(topic.into()),
        members: members.collect(),
        cycles: (0..15).map(cycle).collect(),
        ..ImprovementCommunity::new(Id::from_u128(community))
    }
}

/// A cycle that has come more or less far and documents more or less, depending on its number.
fn cycle(n: u128) -> PdsaCycle {
    const CHANGES: [&str; 4] = [
        "Tavlemøde om nærved-ulykker",
        "Gennemgang af loftlifte hver mandag",
        "Opkald på tredje sygedag",
        "Følvagt ved tilbagevenden",
    ];
    // The second community is about accidents; each ramp tests one change.
    let change = usize::try_from(n / 100 % 2 * 2 + n % 100 / 3 % 2).unwrap_or_default();
    let in_ramp = n % 100 % 3;
    let decision = if n % 3 < 2 { ActDecision::Adapt } else { ActDecision::Adopt };
    let said = |is_said: bool, words: &str| is_said.then(|| words.into());
    let phases = if in_ramp == 2 { n % 5 } else { 4 };
    PdsaCycle {
        change: CHANGES.get(change).map(|words| (*words).into()),
        scale: u64::try_from(1 + in_ramp * 4).ok(),
        whole: Some(20),
        plan: (phases > 0).then(|| Plan {
            prediction: said(!n.is_multiple_of(4), "Det lykkes i fire af fem tilfælde"),
            ..Plan::default()
        }),
        carried_out: (phases > 1)
            .then(|| CarriedOut { observations: said(n % 7 > 1, "Fire af fem"), ..CarriedOut::default() }),
        study: (phases > 2).then(|| Study {
            learned: said(!n.is_multiple_of(3), "Det virker om formiddagen"),
            ..Study::default()
        }),
        act: (phases > 3).then(|| Act { decision: Some(decision), ..Act::default() }),
        previous: (in_ramp > 0 && !n.is_multiple_of(8)).then(|| Id::from_u128(n - 1)),
        ..PdsaCycle::new(Id::from_u128(n))
    }
}
