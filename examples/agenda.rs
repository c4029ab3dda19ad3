//! The year of one service: what its documents of every kind say is to be done, as of a given day.
//!
//! ```text
//! cargo run --example agenda
//! cargo run --example agenda -- FILE… --as-of YYYY-MM-DD [--lang da|en] [--format text|md|html|ics] [--texts]
//! ```
//!
//! A FILE is one exchange document or a bundle. Without one it reads the fictitious year in
//! `examples/data/fictitious-year/bundle.json`, as of 9 December 2025. `--texts` adds what people wrote, so that the result
//! is as confidential as the documents. `ics` is iCalendar (RFC 5545) with an event for whatever has days and is not done;
//! `examples/calendar` writes tasks as well, with a library.

#![expect(clippy::arithmetic_side_effects, reason = "the lengths are small")]

use std::collections::BTreeSet;
use std::error::Error;
use std::io::{self, Write as _};

use chrono::NaiveDate;
use kvalitetsmodel::agenda::{Agenda, AgendaItem, DutyState};
use kvalitetsmodel::date::{Period, When};
use kvalitetsmodel::page::Page;
use kvalitetsmodel::text::Text;
use kvalitetsmodel::{Lang, json};

const MADE_UP: &str = include_str!("data/fictitious-year/bundle.json");
const USAGE: &str =
    "usage: agenda [FILE… --as-of YYYY-MM-DD] [--lang da|en] [--format text|md|html|ics] [--texts]";
/// How far ahead the page looks.
const DAYS: u64 = 366;

fn main() -> Result<(), Box<dyn Error>> {
    let (mut files, mut as_of, mut lang, mut format) = (Vec::new(), None, Lang::Da, String::from("text"));
    let mut with_texts = false;
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--texts" => with_texts = true,
            "--as-of" => as_of = Some(words.next().ok_or(USAGE)?.parse()?),
            "--lang" => lang = words.next().ok_or(USAGE)?.parse()?,
            "--format" => format = words.next().ok_or(USAGE)?,
            option if option.starts_with('-') => return Err(USAGE.into()),
            _ => files.push(word),
        }
    }
    let mut texts = vec![MADE_UP.to_owned()];
    if files.is_empty() {
        // Nothing in it is confidential.
        (as_of, with_texts) = (as_of.or(NaiveDate::from_ymd_opt(2025, 12, 9)), true);
    } else {
        texts = files.iter().map(std::fs::read_to_string).collect::<Result<_, _>>()?;
    }
    let mut agenda = Agenda::new(as_of.ok_or(USAGE)?);
    if with_texts {
        agenda = agenda.with_texts();
    }
    for text in texts {
        agenda.add(&json::read(&text)?);
    }
    let page = Page::of_agenda(&agenda, DAYS).with_lang(lang);
    let written = match format.as_str() {
        "text" => page.text().to_string(),
        "md" => page.markdown().to_string(),
        "html" => page.html().to_string(),
        "ics" => calendar(&agenda, lang),
        _ => return Err(USAGE.into()),
    };
    // It is no error if a reader, such as `head`, closes early.
    let _ = io::stdout().write_all(written.as_bytes());
    Ok(())
}

/// What is to be done and has days, as events of whole days. The UIDs do not change from day to day.
fn calendar(agenda: &Agenda, lang: Lang) -> String {
    let mut lines: Vec<String> =
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kvalitetsmodel//agenda//DA"].map(str::to_owned).into();
    let mut known = BTreeSet::new();
    for item in agenda.by_date() {
        let Some(days) = days_of(item) else { continue };
        // Two meetings under one id have one key.
        let key = item.key().to_string();
        let key = if known.insert(key.clone()) { key } else { format!("{key}/{}", days.end) };
        if matches!(item.state(), DutyState::Done | DutyState::Lapsed) {
            continue;
        }
        // The end of an event is the first day after it.
        let end = days.end.succ_opt().unwrap_or(days.end);
        lines.push("BEGIN:VEVENT".into());
        lines.push(format!("UID:{key}@kvalitetsmodel"));
        lines.push(format!("DTSTAMP:{}T000000Z", agenda.as_of().format("%Y%m%d")));
        lines.push(format!("DTSTART;VALUE=DATE:{}", days.start.format("%Y%m%d")));
        lines.push(format!("DTEND;VALUE=DATE:{}", end.format("%Y%m%d")));
        lines.push(format!("SUMMARY:{}", escaped(&summary(item, lang))));
        lines.push(format!("DESCRIPTION:{}", escaped(&item.in_lang(lang).to_string())));
        lines.push("END:VEVENT".into());
    }
    lines.push("END:VCALENDAR".into());
    lines.iter().fold(String::new(), |mut written, line| {
        fold(line, &mut written);
        written
    })
}

/// The days of an item: of a number of months the last day alone, since it is a deadline and lasts no months.
fn days_of(item: &AgendaItem) -> Option<Period> {
    let days = item.days?;
    let is_deadline = matches!(item.when, Some(When::Within { .. }));
    Some(if is_deadline { Period { start: days.end, ..days } } else { days })
}

/// What is to be done; with texts also which one, and in which document or service.
fn summary(item: &AgendaItem, lang: Lang) -> String {
    let mut words = item.duty.label().in_lang(lang).to_owned();
    let texts = item.texts.as_ref();
    let what = texts.and_then(|texts| texts.what.as_ref()).map(Text::as_str);
    let draft = texts.and_then(|texts| texts.draft.as_ref()).map(Text::as_str);
    if let Some(what) = what {
        words.extend([": ", what.trim()]);
    }
    if let Some(draft) = draft.filter(|_| draft != what) {
        words.extend([" (", draft.trim(), ")"]);
    }
    words
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n").replace('\r', "")
}

/// A line of at most 75 bytes; a longer one continues on the next line after a blank.
fn fold(line: &str, out: &mut String) {
    let mut bytes = 0;
    for letter in line.chars() {
        if bytes + letter.len_utf8() > 75 {
            out.push_str("\r\n ");
            bytes = 1;
        }
        bytes += letter.len_utf8();
        out.push(letter);
    }
    out.push_str("\r\n");
}
