//! A file as cells, each with its line.

use super::refusal::{Because, Refusal};

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

pub(crate) fn read(bytes: &[u8]) -> Result<Table, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        Refusal::of_line(line_behind(before), Because::NotUtf8)
    })?;
    let mut text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
    if !text.contains('\n') {
        // As an old Mac wrote it.
        text = text.replace('\r', "\n");
    }
    let separator = separator_of(text.trim_start());
    text.push_str(END);

    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator.unwrap_or(';')).unwrap_or(b';'))
        .trim(::csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut lines = Lines::of(&text);
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
    const fn of(text: &'a str) -> Self {
        Self { rest: text, byte: 0, line: 1 }
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
