//! What is overdue in each department? Reads a list of sub-goals, as record systems export them, and prints pages.
//!
//! ```text
//! cargo run --example caseload --features page,table
//! cargo run --example caseload --features page,table -- FILE.csv --as-of YYYY-MM-DD [--lang da|en] [--format text|md|html] [--date-order dmy|mdy]
//! cargo run --example caseload --features page,table -- --at-most 10
//! ```
//!
//! With `--at-most` it compares the three process measures with a target figure, in percent, instead of printing pages.
//! Without a FILE it reads a fictitious list, as of 15 June 2024. Exit status: 0 for a list that is read, whatever
//! it says, and 2 for one that cannot be read.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, Write as _};
use std::process::ExitCode;

use chrono::NaiveDate;
use kvalitetsmodel::Lang;
use kvalitetsmodel::date::{PartialDate, When};
use kvalitetsmodel::figure::Decimal;
use kvalitetsmodel::goal::{Caseload, Citizen, Counted, ProcessCount, ProcessMeasure};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::organisation::OrgUnit;
use kvalitetsmodel::page::{Page, STYLE};
use kvalitetsmodel::table::{DateOrder, DecimalSign, IdFor, Remedy, SubGoalChoice, Table};
use kvalitetsmodel::text::Text;
use kvalitetsmodel::uuid::Uuid;

const DEMONSTRATION: &[u8] = include_bytes!("data/sub-goals.csv");
const USAGE: &str = "usage: caseload [FILE.csv --as-of YYYY-MM-DD] [--lang da|en] [--format text|md|html] [--date-order dmy|mdy] [--at-most PERCENT]";

struct Arguments {
    file: Option<String>,
    as_of: Option<NaiveDate>,
    lang: Lang,
    format: String,
    choice: SubGoalChoice,
    at_most: Option<Decimal>,
}

fn arguments(words: impl Iterator<Item = String>) -> Result<Arguments, Box<dyn Error>> {
    let mut found = Arguments {
        file: None,
        as_of: None,
        lang: Lang::Da,
        format: "text".into(),
        choice: SubGoalChoice::default(),
        at_most: None,
    };
    let words: Vec<String> = words.collect();
    let mut asked = words.windows(2).filter(|pair| matches!(pair, [option, _] if option == "--lang"));
    found.lang = asked.next_back().and_then(|pair| pair.last()?.parse().ok()).unwrap_or(Lang::Da);
    let lang = found.lang;
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--as-of" => found.as_of = Some(value()?.parse()?),
            "--lang" => found.lang = value()?.parse()?,
            "--format" => {
                found.format = value()?;
                if !["text", "md", "html"].contains(&found.format.as_str()) {
                    return Err("--format is one of text, md and html".into());
                }
            }
            "--at-most" => {
                let said = value()?;
                let figure = said.trim().trim_end_matches('%').trim_end();
                let read = [DecimalSign::Comma, DecimalSign::Point]
                    .into_iter()
                    .find_map(|sign| sign.read(figure).ok());
                let in_lang = || match lang {
                    Lang::Da => format!("--at-most: »{said}« er ikke et tal i procent, som 10 eller 10,5"),
                    Lang::En => format!("--at-most: “{said}” is no figure in percent, such as 10 or 10.5"),
                };
                found.at_most = Some(read.ok_or_else(in_lang)?);
            }
            "--date-order" => {
                let order = match value()?.as_str() {
                    "dmy" => DateOrder::DayFirst,
                    "mdy" => DateOrder::MonthFirst,
                    _ => return Err("--date-order is one of dmy and mdy".into()),
                };
                found.choice.date_order = Some(order);
            }
            option if option.starts_with('-') => return Err(format!("unknown option {option}").into()),
            _ => found.file = Some(word),
        }
    }
    if found.file.is_some() && found.as_of.is_none() {
        return Err("a FILE needs --as-of: the day on which the list was made".into());
    }
    Ok(found)
}

/// Ids for the things of one list. A program that reads a list each week keeps them, and makes new ones at random:
/// consecutive numbers are only good enough for a page that is printed and forgotten.
#[derive(Default)]
struct Ids {
    last: u128,
    /// What the list calls a citizen. It stays here, with those who have the list.
    citizens: BTreeMap<Id<Citizen>, String>,
}

impl Ids {
    fn next(&mut self) -> Uuid {
        self.last = self.last.saturating_add(1);
        Uuid::from_u128(self.last)
    }

    fn of(&mut self, thing: IdFor<'_>) -> Uuid {
        let id = self.next();
        if let IdFor::Citizen { text } = thing {
            self.citizens.insert(id.into(), text.into());
        }
        id
    }
}

fn main() -> ExitCode {
    let arguments = match arguments(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{error}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let bytes = arguments.file.as_ref().map_or_else(|| Ok(DEMONSTRATION.to_vec()), std::fs::read);
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{}: {error}", arguments.file.unwrap_or_default());
            return ExitCode::from(2);
        }
    };
    let mut ids = Ids::default();
    let found =
        Table::read(&bytes).and_then(|table| table.sub_goals(&arguments.choice, |thing| ids.of(thing)));
    let (notes, found) = match found {
        Ok(found) => (found.notes, Ok(found.caseload)),
        Err(refused) => (refused.notes, Err(refused.refusals)),
    };
    for note in notes {
        eprintln!("{}", note.in_lang(arguments.lang));
    }
    match found {
        Ok(caseload) => {
            // It is no error if a reader, such as `head`, closes early.
            let as_of = arguments.as_of.or_else(|| NaiveDate::from_ymd_opt(2024, 6, 15)).unwrap_or_default();
            let _ = match arguments.at_most {
                Some(at_most) => print_against(&caseload, at_most, as_of, &mut ids, arguments.lang),
                None => print(&caseload, &ids, as_of, &arguments),
            };
            ExitCode::SUCCESS
        }
        Err(refusals) => {
            for refusal in refusals {
                eprintln!("{}", refusal.in_words(arguments.lang, |one| option(one, arguments.lang)));
            }
            ExitCode::from(2)
        }
    }
}

/// A remedy as an option of this program; your own program would choose the headings.
fn option(remedy: &Remedy, lang: Lang) -> String {
    match remedy {
        Remedy::DateOrder { order: DateOrder::DayFirst } => "--date-order dmy".into(),
        Remedy::DateOrder { order: DateOrder::MonthFirst } => "--date-order mdy".into(),
        other => other.in_lang(lang),
    }
}

/// The page of the service, and one for each department.
fn print(caseload: &Caseload, ids: &Ids, as_of: NaiveDate, arguments: &Arguments) -> io::Result<()> {
    let departments = caseload.service.iter().flat_map(|service| &service.departments);
    let mut departments: Vec<_> = departments.map(|department| Some(department.id)).collect();
    if caseload.citizens.iter().any(|citizen| citizen.department.is_none()) {
        departments.push(None);
    }
    let name = |id| ids.citizens.get(&id).cloned();
    let mut out = io::stdout();
    let mut pages = vec![Page::of_service(caseload, as_of)];
    pages.extend(departments.into_iter().map(|one| Page::of_department(caseload, one, as_of)));
    if arguments.format == "html" {
        // Each department begins on a new sheet.
        let head = "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>Delmål</title>";
        writeln!(
            out,
            "{head}\n<style>{STYLE}@media print {{ article + article {{ break-before: page }} }}\n</style>"
        )?;
        writeln!(out, "</head>\n<body>")?;
    }
    for (n, page) in pages.into_iter().enumerate() {
        let page = page.with_citizen_names(&name).with_lang(arguments.lang);
        let between = if n > 0 { "\n" } else { "" };
        match arguments.format.as_str() {
            "md" => write!(out, "{between}{}", page.markdown())?,
            "html" => write!(out, "{}", page.html_fragment())?,
            _ => write!(out, "{between}{}", page.text())?,
        }
    }
    if arguments.format == "html" {
        writeln!(out, "</body>\n</html>")?;
    }
    Ok(())
}

/// Compares the process measures with a target figure that is measured on the day, by department and together.
fn print_against(
    caseload: &Caseload,
    at_most: Decimal,
    as_of: NaiveDate,
    ids: &mut Ids,
    lang: Lang,
) -> io::Result<()> {
    let mut out = io::stdout();
    let counts = caseload.count_by_department(as_of);
    let departments: Vec<_> = caseload.service.iter().flat_map(|service| &service.departments).collect();
    let units: Vec<OrgUnit> = departments.iter().map(|department| department.id.into()).collect();
    for measure in ProcessMeasure::ALL {
        let (target, indicator) = (ids.next().into(), ids.next().into());
        let mut target = measure.target_figure(target, indicator);
        target.value = Some(at_most);
        target.measured_at = PartialDate::of_day(as_of).ok().map(|on| When::Date { on: Some(on) });
        target.data_source = Some("the list".into());
        let mut measurements = Vec::new();
        for (department, count) in &counts {
            if let Some(department) = *department {
                measurements.push(count.measurement(
                    *measure,
                    ids.next().into(),
                    indicator,
                    department,
                    as_of,
                ));
            }
        }
        let evaluation = target.evaluate(&measurements, &units, None);
        let all = counts.values().fold(ProcessCount::default(), |sum, one| sum.plus(one)).of(*measure);
        let outcome = evaluation.outcome().in_lang(lang).to_string();
        writeln!(out, "{}: {}", measure.label().in_lang(lang), with_undated(&outcome, all, at_most, lang))?;
        for (department, one) in departments.iter().zip(evaluation.units()) {
            let name = department.name.as_ref().map_or("?", Text::as_str);
            let figure = one.figure.as_ref().map(|figure| figure.in_lang(lang).to_string());
            let counted =
                counts.get(&Some(department.id)).map(|count| count.of(*measure)).unwrap_or_default();
            let outcome = with_undated(&one.outcome.in_lang(lang).to_string(), counted, at_most, lang);
            writeln!(out, "  {name}: {}, {outcome}", figure.unwrap_or_default())?;
        }
    }
    Ok(())
}

/// The outcome, unless what has no date decides it.
fn with_undated(outcome: &str, counted: Counted, at_most: Decimal, lang: Lang) -> String {
    let undated = counted.not_assessable;
    let all = counted.of.saturating_add(undated);
    match (counted.is_at_most(at_most), undated, lang) {
        (_, 0, _) | (Some(_), ..) => outcome.to_owned(),
        (None, _, Lang::Da) => format!("kan ikke vurderes: {undated} af {all} mangler dato"),
        (None, _, Lang::En) => format!("cannot be assessed: {undated} of {all} have no date"),
    }
}
