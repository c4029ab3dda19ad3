//! What holds for every table: what is written is read, and no bytes make the reader panic.

use core::fmt::Write as _;

use kvalitetsmodel::chrono::{Datelike as _, Days, NaiveDate};
use kvalitetsmodel::figure::Decimal;
use kvalitetsmodel::measurement::Observed;
use kvalitetsmodel::table::{Choice, DateOrder, DecimalSign, Form, Outcome};
use kvalitetsmodel::{Lang, id::Id};
use proptest::prelude::*;

use super::{lower, try_read};

/// How a file is written.
#[derive(Debug, Clone)]
struct Dialect {
    separator: char,
    sign: DecimalSign,
    grouped: Option<char>,
    date: &'static str,
    quoted: bool,
    end: &'static str,
    encoding: &'static str,
}

fn dialects() -> impl Strategy<Value = Dialect> {
    (
        prop::sample::select(vec![';', ',', '\t']),
        any::<bool>(),
        prop::sample::select(vec![None, Some('g'), Some(' '), Some('\u{a0}')]),
        prop::sample::select(vec!["iso", "dashes", "points", "slashes", "american", "words", "midnight"]),
        any::<bool>(),
        prop::sample::select(vec!["\n", "\r\n"]),
        prop::sample::select(vec!["utf-8", "bom", "utf-16le", "utf-16be", "utf-16", "windows-1252"]),
    )
        .prop_map(|(separator, comma, grouped, date, quoted, end, encoding)| {
            let sign = if comma { DecimalSign::Comma } else { DecimalSign::Point };
            let group = if comma { '.' } else { ',' };
            let grouped = grouped.map(|sign| if sign == 'g' { group } else { sign });
            Dialect { separator, sign, grouped, date, quoted, end, encoding }
        })
}

impl Dialect {
    fn figure(&self, figure: Decimal) -> String {
        let text = figure.to_string();
        let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(a, b)| (a, Some(b)));
        let (minus, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
        let mut grouped = String::new();
        for (n, digit) in digits.chars().enumerate() {
            if n > 0 && (digits.len() - n) % 3 == 0 {
                grouped.extend(self.grouped);
            }
            grouped.push(digit);
        }
        let sign = if self.sign == DecimalSign::Comma { ',' } else { '.' };
        fraction.map_or(format!("{minus}{grouped}"), |fraction| format!("{minus}{grouped}{sign}{fraction}"))
    }

    fn day(&self, day: NaiveDate) -> String {
        let format = match self.date {
            "iso" => "%Y-%m-%d",
            "dashes" => "%d-%m-%Y",
            "points" => "%-d.%-m.%Y",
            "slashes" => "%d/%m/%Y",
            "american" => "%-m/%-d/%Y",
            "midnight" => "%Y-%m-%d 00:00:00",
            _ => "%-d. %B %Y",
        };
        day.format(format).to_string()
    }

    fn cell(&self, text: &str) -> String {
        let needs = text.contains([self.separator, '"', '\n', '\r']);
        if needs || self.quoted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
    }

    fn row(&self, cells: &[&str]) -> String {
        let cells: Vec<_> = cells.iter().map(|cell| self.cell(cell)).collect();
        cells.join(&self.separator.to_string()) + self.end
    }

    fn bytes(&self, text: &str) -> Vec<u8> {
        let units = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
        match self.encoding {
            "bom" => format!("\u{feff}{text}").into_bytes(),
            "utf-16le" => {
                units(&format!("\u{feff}{text}")).iter().flat_map(|unit| unit.to_le_bytes()).collect()
            }
            "utf-16be" => {
                units(&format!("\u{feff}{text}")).iter().flat_map(|unit| unit.to_be_bytes()).collect()
            }
            "utf-16" => units(text).iter().flat_map(|unit| unit.to_le_bytes()).collect(),
            "windows-1252" => {
                text.chars().map(|sign| u8::try_from(u32::from(sign)).expect("Latin-1")).collect()
            }
            _ => text.as_bytes().to_vec(),
        }
    }

    /// What decides if no cell does.
    fn choice(&self) -> Choice {
        let order = if self.date == "american" { DateOrder::MonthFirst } else { DateOrder::DayFirst };
        Choice { date_order: Some(order), decimal_sign: Some(self.sign), ..lower() }
    }
}

fn figures() -> impl Strategy<Value = Vec<Option<Decimal>>> {
    let figure = (-99_999_999_i64..=99_999_999, 0_u8..=3)
        .prop_map(|(number, decimals)| Decimal::new(number, decimals).expect("short"));
    prop::collection::vec(prop::option::weighted(0.9, figure), 1..40)
}

proptest! {
    /// In every dialect the same figures and days come back if the caller decides what is ambiguous; otherwise they come
    /// back or the table is refused.
    #[test]
    fn what_is_written_is_read(
        dialect in dialects(),
        figures in figures(),
        notes in prop::collection::vec("[a-zæøå ;,\"\n]{0,12}", 40),
        first in 0_u64..9000,
        step in 1_u64..60,
    ) {
        let mut text = dialect.row(&["Dato", "Værdi (kr.)", "Bemærkning"]);
        let mut expected = Vec::new();
        for (n, (figure, note)) in figures.iter().zip(&notes).enumerate() {
            let day = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day") + Days::new(first + step * n as u64);
            let written = figure.map_or(String::new(), |figure| dialect.figure(figure));
            text += &dialect.row(&[&dialect.day(day), &written, note]);
            expected.push((day, *figure, Some(note.trim().to_owned()).filter(|note| !note.is_empty())));
        }
        let bytes = dialect.bytes(&text);
        let told = try_read(&bytes, &dialect.choice());
        let untold = try_read(&bytes, &lower());
        prop_assert!(told.is_ok(), "{text}\n{told:#?}");
        for found in [told, untold].into_iter().flatten() {
            let read: Vec<_> = found.rows.iter().map(|row| {
                let figure = match &row.outcome {
                    Outcome::Observed(Observed::Value { value, .. }) => *value,
                    Outcome::Missing => None,
                    other => panic!("{other:?}"),
                };
                (row.period.start, figure, row.note.as_ref().map(|note| note.as_str().to_owned()))
            }).collect();
            prop_assert_eq!(&read, &expected, "{}", text);
        }
    }

    /// Every kind of period, in one column and in two.
    #[test]
    fn every_period_is_read(year in 1990_i32..2060, n in 1_u32..=52) {
        for (heading, number, forms) in [
            ("Uge", n, ["{y}-{n:02}", "{y}-U{n}", "uge {n} {y}", "{y}U{n:02}"]),
            ("Måned", (n - 1) % 12 + 1, ["{y}-{n:02}", "{y}M{n:02}", "{n:02}/{y}", "{y}{n:02}"]),
            ("Kvartal", (n - 1) % 4 + 1, ["{y}-{n:02}", "{y}K{n}", "{n}. kvartal {y}", "{y}-Q{n}"]),
            ("Halvår", (n - 1) % 2 + 1, ["{y}-{n:02}", "{y}H{n}", "{n}. halvår {y}", "{n}/{y}"]),
        ] {
            let two = format!("År;{heading};Antal\n{year};{number};7\n");
            let expected = try_read(two.as_bytes(), &lower()).expect("two columns").rows[0].period;
            prop_assert_eq!(expected.start.iso_week().year().abs_diff(year) <= 1, true);
            for form in forms {
                let cell = form
                    .replace("{y}", &year.to_string())
                    .replace("{n:02}", &format!("{number:02}"))
                    .replace("{n}", &number.to_string());
                let one = format!("{heading};Antal\n{cell};7\n");
                let found = try_read(one.as_bytes(), &lower());
                prop_assert!(found.is_ok(), "{one}\n{found:#?}");
                prop_assert_eq!(found.expect("one column").rows[0].period, expected, "{}", one);
            }
        }
    }

    /// No bytes make it panic, and every refusal has a message in both languages.
    #[test]
    fn any_bytes_are_read_or_refused(
        text in "(dato|måned|år|tid|uge|\u{feff})?[;,\t](antal|tæller|indhold)[;,\t](nævner|note|x|mål|år)\n([0-9a-zA\"ø,.;<%/\r\n-]|\\PC){0,80}",
        bytes in prop::collection::vec(any::<u8>(), 0..60),
        form in prop::sample::select(vec![Form::Any, Form::Count, Form::Share, Form::Rate, Form::Subgroup, Form::BetweenEvents]),
    ) {
        for bytes in [text.as_bytes(), &bytes] {
            match try_read(bytes, &Choice { form, ..lower() }) {
                Ok(found) => {
                    prop_assert!(found.notes.iter().all(|note| !note.in_lang(Lang::Da).is_empty()));
                    prop_assert!(found.notes.iter().all(|note| !note.in_lang(Lang::En).is_empty()));
                    let rows = found.rows.len();
                    let series = found.into_series(Id::from_u128(1), |line| Id::from_u128(line as u128));
                    prop_assert_eq!(series.measurements.len(), rows);
                }
                Err(refused) => {
                    prop_assert!(!refused.refusals.is_empty());
                    for refusal in &refused.refusals {
                        let mut words = String::new();
                        for lang in [Lang::Da, Lang::En] {
                            write!(words, "{}", refusal.reason().message(lang)).expect("a string takes it");
                            prop_assert!(!refusal.reason().message(lang).is_empty(), "{refusal:?}");
                        }
                        prop_assert!(serde_json::to_string(refusal).is_ok());
                    }
                }
            }
        }
    }
}
