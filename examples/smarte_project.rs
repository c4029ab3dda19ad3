//! What can be concluded from two countings: `cargo run --example smarte_project`.
//!
//! Reads `examples/data/smarte-project.json`, made from the report of the project *SMARTE mål og delmål* (2023), prints
//! its three tables with what may be concluded from each cell, and compares the conclusions of the report with them.

use std::error::Error;

use kvalitetsmodel::document::Content;
use kvalitetsmodel::goal::ProcessMeasure;
use kvalitetsmodel::project::{ClaimVerdict, ComparedCell, CountChange, ImprovementProject};
use kvalitetsmodel::text::Text;
use kvalitetsmodel::{Lang, json};

const LANG: Lang = Lang::Da;

fn main() -> Result<(), Box<dyn Error>> {
    let document = json::read(include_str!("data/smarte-project.json"))?;
    let Content::Project(project) = document.content() else { return Err("no project".into()) };
    let cells = project.compare();
    for (number, measure) in (1..).zip(ProcessMeasure::ALL) {
        println!("Tabel {number}: {}\n", measure.label().in_lang(LANG));
        for cell in cells.iter().filter(|cell| cell.measure == *measure) {
            print_cell(project, cell);
        }
        println!();
    }
    println!("Rapportens konklusioner\n");
    for claim in &project.claims {
        println!("»{}«", claim.text.as_ref().map_or("", Text::as_str));
        if claim.percent_is_possible() == Some(false) {
            println!("   procenten er ikke mulig ud af det antal, der svarede\n");
            continue;
        }
        let verdict = project.verdict(claim);
        println!("   {}", verdict.label().in_lang(LANG));
        if let ClaimVerdict::Contradicted(cells) = verdict {
            for cell in cells {
                let measure = cell.measure.label().in_lang(LANG);
                println!("   {}, {measure}: {}", name(project, &cell), counts(&cell));
            }
        }
        println!();
    }
    Ok(())
}

fn print_cell(project: &ImprovementProject, cell: &ComparedCell) {
    let change = match cell.percent_change() {
        CountChange::Tenths(tenths) => {
            let sign = if tenths < 0 { "−" } else { "+" };
            format!("{sign}{},{} %", tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10)
        }
        CountChange::Undefined => "ingen procent fra nul".into(),
        _ => "ikke oplyst".into(),
    };
    let target = match cell.target_met() {
        Some(true) => "målet 0 er nået",
        Some(false) => "målet 0 er ikke nået",
        None => "ikke oplyst",
    };
    let by_chance = match cell.chance().suffices() {
        Some(true) => "kan være tilfældig",
        Some(false) => "er større, end tilfældet alene giver",
        None => "om den er tilfældig, kan ikke vurderes: antallet i alt er ikke oplyst",
    };
    println!("   {}: {} ({change}); {target}", name(project, cell), counts(cell));
    println!("      må siges:      {}", cell.grade().label().in_lang(LANG));
    println!("      må ikke siges: at der er sket en udvikling; {by_chance}");
}

fn counts(cell: &ComparedCell) -> String {
    let count = |count: Option<u64>| count.map_or("?".into(), |count| count.to_string());
    format!("{} → {}", count(cell.first), count(cell.second))
}

fn name<'p>(project: &'p ImprovementProject, cell: &ComparedCell) -> &'p str {
    let department = project.departments.iter().find(|one| one.department == cell.department);
    department.and_then(|one| one.name.as_ref()).map_or("afdeling", Text::as_str)
}
