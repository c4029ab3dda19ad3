//! The options of the examples that decide how a table is read.

use kvalitetsmodel::Lang;
use kvalitetsmodel::date::Interval;
use kvalitetsmodel::figure::{Decimal, Direction};
use kvalitetsmodel::table::{CellFilter, Choice, DateOrder, DecimalSign, Form, Remedy, Target};

/// Why an option is not applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unfit {
    Needs { option: String, what: (&'static str, &'static str) },
    NoneOf { said: String, choices: Vec<&'static str> },
    NoFigure { said: String },
    TwoFigures { said: String, comma: Decimal, point: Decimal },
    NoCell { said: String },
}

const OPTIONS: [&str; 11] = [
    "--better",
    "--target",
    "--date-order",
    "--decimal",
    "--period",
    "--date",
    "--value",
    "--part",
    "--whole",
    "--where",
    "--without",
];

/// Returns `true` if it is an option about tables.
pub(crate) fn is_one(option: &str) -> bool {
    OPTIONS.contains(&option)
}

/// Applies an option about tables.
///
/// # Errors
///
/// If its value is missing or not one of its values.
pub(crate) fn set(choice: &mut Choice, option: &str, said: Option<String>) -> Result<(), Unfit> {
    let what = match option {
        "--better" => ("`higher` eller `lower`", "`higher` or `lower`"),
        "--target" => ("et tal", "a figure"),
        "--date-order" => ("`dmy` eller `mdy`", "`dmy` or `mdy`"),
        "--decimal" => ("`comma` eller `point`", "`comma` or `point`"),
        "--period" => ("en slags periode", "a kind of period"),
        "--where" | "--without" => ("OVERSKRIFT=VÆRDI", "HEADING=VALUE"),
        _ => ("en overskrift", "a heading"),
    };
    let said = said.ok_or_else(|| Unfit::Needs { option: option.to_owned(), what })?;
    match option {
        "--better" => choice.better = Some(one_of(said, &WAYS)?),
        "--target" => choice.target = Some(target(said, choice.decimal_sign)?),
        "--date-order" => choice.date_order = Some(one_of(said, &ORDERS)?),
        "--decimal" => choice.decimal_sign = Some(one_of(said, &SIGNS)?),
        "--period" => choice.period = Some(one_of(said, &PERIODS)?),
        "--date" => choice.date = Some(said),
        "--value" => choice.value = Some(said),
        "--part" => choice.part = Some(said),
        "--whole" => choice.whole = Some(said),
        "--without" => choice.except.push(CellFilter::parse(&said).ok_or(Unfit::NoCell { said })?),
        _ => choice.only.push(CellFilter::parse(&said).ok_or(Unfit::NoCell { said })?),
    }
    Ok(())
}

const WAYS: [(&str, Direction); 2] = [("higher", Direction::AtLeast), ("lower", Direction::AtMost)];
const ORDERS: [(&str, DateOrder); 2] = [("dmy", DateOrder::DayFirst), ("mdy", DateOrder::MonthFirst)];
const SIGNS: [(&str, DecimalSign); 2] = [("comma", DecimalSign::Comma), ("point", DecimalSign::Point)];
const PERIODS: [(&str, Interval); 6] = [
    ("day", Interval::Day),
    ("week", Interval::Week),
    ("month", Interval::Month),
    ("quarter", Interval::Quarter),
    ("half-year", Interval::HalfYear),
    ("year", Interval::Year),
];

/// Reads one of several words.
///
/// # Errors
///
/// If the word is none of them.
pub(crate) fn one_of<T: Copy>(said: String, choices: &[(&'static str, T)]) -> Result<T, Unfit> {
    let found = choices.iter().find(|(name, _)| *name == said).map(|(_, one)| *one);
    found.ok_or_else(|| Unfit::NoneOf { said, choices: choices.iter().map(|(name, _)| *name).collect() })
}

/// Read as a cell of a column of targets: a figure with two readings needs `--decimal`.
fn target(said: String, decimal_sign: Option<DecimalSign>) -> Result<Target, Unfit> {
    let (figure, percent) = match said.trim().strip_suffix('%') {
        Some(figure) => (figure.trim(), true),
        None => (said.trim(), false),
    };
    let read = |sign: DecimalSign| sign.read(figure).ok();
    let value = match (decimal_sign, read(DecimalSign::Comma), read(DecimalSign::Point)) {
        (Some(sign), ..) => read(sign),
        (None, Some(comma), Some(point)) if comma != point => {
            return Err(Unfit::TwoFigures { said, comma, point });
        }
        (None, comma, point) => comma.or(point),
    };
    value.map(|value| Target { value, percent }).ok_or(Unfit::NoFigure { said })
}

/// The decimal sign that the command line asks for, wherever that option is.
pub(crate) fn decimal_sign(words: &[String]) -> Option<DecimalSign> {
    let mut asked = words.windows(2).filter_map(|pair| match pair {
        [option, sign] if option == "--decimal" => one_of(sign.clone(), &SIGNS).ok(),
        _ => None,
    });
    asked.next_back()
}

/// The option that applies a remedy, as it is written on the command line.
pub(crate) fn of_remedy(remedy: &Remedy) -> String {
    match remedy {
        Remedy::Better { direction } => named("--better", &WAYS, direction),
        Remedy::DateOrder { order } => named("--date-order", &ORDERS, order),
        Remedy::DecimalSign { sign } => named("--decimal", &SIGNS, sign),
        Remedy::Period { interval } => named("--period", &PERIODS, interval),
        Remedy::Date { heading } => format!("--date {}", quoted(heading)),
        Remedy::Value { heading } => format!("--value {}", quoted(heading)),
        Remedy::Ratio { part, whole } => format!("--part {} --whole {}", quoted(part), quoted(whole)),
        Remedy::Only { cells } => {
            let cells = cells.iter().map(|cell| format!("{}={}", cell.heading, cell.value));
            cells.map(|cell| format!("--where {}", quoted(&cell))).collect::<Vec<_>>().join(" ")
        }
        Remedy::Except { cell } => {
            format!("--without {}", quoted(&format!("{}={}", cell.heading, cell.value)))
        }
        Remedy::Form { form: Form::Rate } => "--chart u".to_owned(),
        other => other.in_lang(Lang::En),
    }
}

fn named<T: PartialEq>(option: &str, choices: &[(&str, T)], asked: &T) -> String {
    let found = choices.iter().find(|(_, one)| one == asked);
    format!("{option} {}", found.map_or("", |(name, _)| name))
}

/// In quotes, if a shell would not read it as one word.
fn quoted(word: &str) -> String {
    let is_plain =
        |sign: char| sign.is_alphanumeric() || matches!(sign, '=' | '-' | '_' | '.' | ',' | ':' | '/');
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

impl Unfit {
    pub(crate) fn in_lang(&self, lang: Lang) -> String {
        let say = |da: String, en: String| match lang {
            Lang::Da => da,
            Lang::En => en,
        };
        match self {
            Self::Needs { option, what: (da, en) } => {
                say(format!("{option} mangler {da}"), format!("{option} needs {en}"))
            }
            Self::NoneOf { said, choices } => match choices.as_slice() {
                [one, other] => say(
                    format!("`{said}` er hverken `{one}` eller `{other}`"),
                    format!("`{said}` is neither `{one}` nor `{other}`"),
                ),
                all => say(
                    format!("`{said}` er ingen af {}", all.join(", ")),
                    format!("`{said}` is none of {}", all.join(", ")),
                ),
            },
            Self::NoFigure { said } => say(
                format!("`{said}` er ikke et tal, som 6,5 eller 80%"),
                format!("`{said}` is no figure such as 6.5 or 80%"),
            ),
            Self::TwoFigures { said, comma, point } => say(
                format!(
                    "`{said}` kan være {} og {}; skriv tallet uden tusindtegn, eller vælg --decimal comma eller --decimal point",
                    comma.in_lang(Lang::Da),
                    point.in_lang(Lang::Da)
                ),
                format!(
                    "`{said}` can be {} and {}; write it without a sign between thousands, or choose --decimal comma or \
                     --decimal point",
                    comma.in_lang(Lang::En),
                    point.in_lang(Lang::En)
                ),
            ),
            Self::NoCell { said } => say(
                format!("`{said}` er ikke OVERSKRIFT=VÆRDI, som Region=Hovedstaden"),
                format!("`{said}` is not HEADING=VALUE, such as Region=Hovedstaden"),
            ),
        }
    }
}
