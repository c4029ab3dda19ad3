//! Separated values as rows of cells, each row with its line.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use csv_core::{ReadFieldResult, ReaderBuilder};

use super::cell::{Cell, Row, trimmed};
use super::decode::{breaks, is_markup, line_behind};
use super::reason::Reason;
use super::refusal::Refusal;

/// Added at the end of the file; a quote that is never closed swallows it.
const END: &str = "\n\u{0}\n";

const SEPARATORS: [char; 3] = [';', '\t', ','];

/// The rows that are not empty.
pub(super) fn rows(text: &str) -> Result<Vec<Row>, Refusal> {
    if is_markup(text) {
        return Err(Refusal::of_line(1, Reason::WebPage));
    }
    let mut text: String = text.into();
    if !text.contains('\n') {
        // The line break of old Macs.
        text = text.replace('\r', "\n");
    }
    let said = said_separator(&text);
    let separator = said.map(|(sign, _)| sign).or_else(|| separator_of(&text));
    text.push_str(END);
    // The line that names the separator contains no cells, but counts as a line.
    let first = said.map_or(0, |(_, length)| length);
    let (skipped, text) = text.split_at_checked(first).unwrap_or(("", &text));
    let mut rows = cells(text, separator.unwrap_or(';'), line_behind(skipped.as_bytes()));
    match rows.pop() {
        Some(end) if matches!(end.cells.as_slice(), [Cell::Text(only)] if only == "\u{0}") => {}
        Some(open) => return Err(Refusal::of_line(open.line, Reason::OpenQuote)),
        None => {}
    }
    rows.retain(|row| !row.is_empty());
    let found = said.and_then(|_| separator_of(text));
    if let (Some(first), Some((said, _)), Some(found)) = (rows.first(), said, found)
        && first.cells.len() == 1
        && found != said
    {
        return Err(Refusal::of_line(first.line, Reason::OtherSeparator { said, found }));
    }
    match (rows.first(), separator) {
        (None, _) => Err(Refusal::of_line(1, Reason::Empty)),
        (Some(heading), None) => Err(Refusal::of_line(heading.line, Reason::OneColumn)),
        _ => Ok(rows),
    }
}

fn cells(text: &str, separator: char, line: usize) -> Vec<Row> {
    let mut reader = ReaderBuilder::new().delimiter(u8::try_from(separator).unwrap_or(b';')).build();
    let (mut input, mut line) = (text.as_bytes(), line);
    // A cell is never longer than the text it is read from.
    let mut cell = vec![0; input.len()];
    let mut rows = Vec::new();
    let mut row: Option<Row> = None;
    loop {
        let (result, read, written) = reader.read_field(input, &mut cell);
        let (before, rest) = input.split_at_checked(read).unwrap_or((input, &[]));
        input = rest;
        // Empty lines before a row are read with it.
        let empty = if row.is_none() { before.iter().take_while(|byte| is_break(**byte)).count() } else { 0 };
        let (empty, own) = before.split_at_checked(empty).unwrap_or_default();
        line = line.saturating_add(breaks(empty));
        let begins = line;
        line = line.saturating_add(breaks(own));
        let ReadFieldResult::Field { record_end } = result else {
            if result == ReadFieldResult::InputEmpty {
                rows.push(row.take().unwrap_or(Row { line: begins, cells: Vec::new() }));
            }
            return rows;
        };
        let said = cell.get(..written).unwrap_or_default();
        let said = trimmed(core::str::from_utf8(said).unwrap_or_default());
        let open = row.get_or_insert_with(|| Row { line: begins, cells: Vec::new() });
        open.cells.push(Cell::Text(said.into()));
        if record_end {
            rows.extend(row.take());
        }
    }
}

const fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// The separator that a first line `sep=;` says, as Excel writes and obeys it, and the length of that line.
fn said_separator(text: &str) -> Option<(char, usize)> {
    let line = text.split_inclusive('\n').next()?;
    let said = line.trim_end_matches(['\n', '\r']);
    let said = said.strip_prefix('"').and_then(|said| said.strip_suffix('"')).unwrap_or(said);
    let (key, sign) = said.split_at_checked(4)?;
    let mut signs = sign.chars();
    let (Some(sign), None) = (signs.next(), signs.next()) else { return None };
    let separates = sign == '\t' || sign.is_ascii_punctuation() && sign != '"';
    (key.eq_ignore_ascii_case("sep=") && separates).then_some((sign, line.len()))
}

/// The separator of the cells: the first of `;`, tab and `,` that occurs outside quotes in two consecutive lines, or
/// otherwise in the first line.
fn separator_of(text: &str) -> Option<char> {
    let mut before: Option<[bool; 3]> = None;
    let mut first = None;
    let mut lines = SeparatorsByLine { rest: text };
    while let Some(line) = lines.next_line() {
        first = first.or(Some(line));
        let in_both = |before: [bool; 3]| {
            let all = SEPARATORS.into_iter().zip(before).zip(line);
            all.filter(|((_, before), now)| *before && *now).map(|((sign, _), _)| sign).next()
        };
        if let Some(sign) = before.and_then(in_both) {
            return Some(sign);
        }
        before = Some(line);
    }
    SEPARATORS.into_iter().zip(first?).find(|(_, occurs)| *occurs).map(|(sign, _)| sign)
}

/// Which of the separators occur in each line that is not empty.
struct SeparatorsByLine<'a> {
    rest: &'a str,
}

impl SeparatorsByLine<'_> {
    fn next_line(&mut self) -> Option<[bool; 3]> {
        let (mut found, mut quoted, mut any) = ([false; 3], false, false);
        let mut signs = self.rest.chars();
        for sign in signs.by_ref() {
            match sign {
                '"' => (quoted, any) = (!quoted, true),
                '\n' | '\r' if !quoted && any => break,
                '\n' | '\r' => {}
                _ => {
                    any = true;
                    for (occurs, separator) in found.iter_mut().zip(SEPARATORS) {
                        *occurs |= !quoted && sign == separator;
                    }
                }
            }
        }
        self.rest = signs.as_str();
        any.then_some(found)
    }
}
