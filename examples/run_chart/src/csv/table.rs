//! A file as cells, each with its line.

use std::borrow::Cow;

use super::refusal::{Because, Note, Refusal};
use super::windows;

/// What a file of separated values holds.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) separator: char,
    pub(crate) heading: Row,
    pub(crate) rows: Vec<Row>,
}

/// A row in which something stands.
#[derive(Debug)]
pub(crate) struct Row {
    /// The line of the file that it begins on, from 1.
    pub(crate) line: usize,
    /// Without the spaces around them.
    pub(crate) cells: Vec<String>,
}

/// Stands behind the file; a quote that is never closed swallows it.
const END: &str = "\n\u{0}";

pub(super) fn read(bytes: &[u8], notes: &mut Vec<Note>) -> Result<Table, Refusal> {
    let text = decoded(bytes, notes)?;
    let mut text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
    if !text.contains('\n') {
        // As an old Mac wrote it.
        text = text.replace('\r', "\n");
    }
    let said = said_separator(&text);
    let separator = said.map(|(sign, _)| sign).or_else(|| separator_of(text.trim_start()));
    text.push_str(END);
    // The line that says it holds no cells, and is a line.
    let first = said.map_or(0, |(_, length)| length);
    let (skipped, text) = text.split_at_checked(first).unwrap_or(("", &text));

    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator.unwrap_or(';')).unwrap_or(b';'))
        .trim(::csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut lines = Lines::behind(skipped, text);
    for record in reader.records() {
        let Ok(record) = record else { return Err(Refusal::of_line(1, Because::NotUtf8)) };
        let byte = record.position().map_or(0, ::csv::Position::byte);
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        rows.push(Row { line: lines.of_record(usize::try_from(byte).unwrap_or(0)), cells });
    }
    match rows.pop() {
        Some(end) if matches!(end.cells.as_slice(), [only] if only == "\u{0}") => {}
        Some(open) => return Err(Refusal::of_line(open.line, Because::OpenQuote)),
        None => {}
    }
    rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    if rows.is_empty() {
        return Err(Refusal::of_line(1, Because::Empty));
    }
    let heading = rows.remove(0);
    let Some(separator) = separator else {
        return Err(Refusal::of_line(heading.line, Because::OneColumn));
    };
    Ok(Table { separator, heading, rows })
}

/// As UTF-8, or else as Windows-1252; never as something in which bytes of both occur.
fn decoded<'a>(bytes: &'a [u8], notes: &mut Vec<Note>) -> Result<Cow<'a, str>, Refusal> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text.into()),
        Err(error) => error,
    };
    let (before, _) = bytes.split_at_checked(error.valid_up_to()).unwrap_or((bytes, &[]));
    let line = line_behind(before);
    let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || bytes.contains(&0);
    if is_utf16 || !before.is_ascii() {
        return Err(Refusal::of_line(line, Because::NotUtf8));
    }
    match windows::read(bytes) {
        Ok(text) => {
            notes.push(Note::Windows1252 { line });
            Ok(text.into())
        }
        Err(at) => {
            let (before, rest) = bytes.split_at_checked(at).unwrap_or((bytes, &[]));
            let byte = rest.first().copied().unwrap_or_default();
            Err(Refusal::of_line(line_behind(before), Because::NoSign { byte }))
        }
    }
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

/// What stands between the headings: the first of `;`, tab and `,` outside quotes.
fn separator_of(text: &str) -> Option<char> {
    let mut quoted = false;
    let mut outside = String::new();
    for sign in text.chars() {
        match sign {
            '"' => quoted = !quoted,
            '\n' | '\r' if !quoted => break,
            _ if !quoted => outside.push(sign),
            _ => {}
        }
    }
    [';', '\t', ','].into_iter().find(|sign| outside.contains(*sign))
}

/// Counts the lines of a file, each once.
struct Lines<'a> {
    /// What lies ahead, and where it begins.
    rest: &'a str,
    byte: usize,
    /// The line that it begins on.
    line: usize,
}

impl<'a> Lines<'a> {
    fn behind(skipped: &str, text: &'a str) -> Self {
        Self { rest: text, byte: 0, line: line_behind(skipped.as_bytes()) }
    }

    /// The line of the record that is read from `byte` on, behind those before: empty lines before it are read
    /// with it.
    fn of_record(&mut self, byte: usize) -> usize {
        let (before, rest) =
            self.rest.split_at_checked(byte.saturating_sub(self.byte)).unwrap_or((self.rest, ""));
        self.line = self.line.saturating_add(breaks(before.bytes()));
        (self.rest, self.byte) = (rest, byte);
        let empty = rest.bytes().take_while(|byte| matches!(byte, b'\n' | b'\r'));
        self.line.saturating_add(breaks(empty))
    }
}

fn breaks(bytes: impl Iterator<Item = u8>) -> usize {
    bytes.filter(|byte| *byte == b'\n').count()
}

fn line_behind(before: &[u8]) -> usize {
    breaks(before.iter().copied()).saturating_add(1)
}
