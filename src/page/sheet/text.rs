//! Plain text.

use core::fmt::{self, Write as _};

use super::{Detail, Figure, Sheet, words};

/// The most characters on a line. Only a single longer word exceeds it.
const WIDTH: usize = 80;

/// How far the text of a matter is indented: a code and two spaces.
const CODE: usize = 8;

pub(crate) struct PlainText<'p, 'f> {
    out: &'p mut fmt::Formatter<'f>,
    last: Last,
}

/// What was written last: it decides whether an empty line follows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Heading,
    Paragraph,
    /// A matter or an item.
    Entry,
}

impl<'p, 'f> PlainText<'p, 'f> {
    pub(crate) const fn new(out: &'p mut fmt::Formatter<'f>) -> Self {
        Self { out, last: Last::Heading }
    }

    /// Begins a part, after an empty line if one of these was written last.
    fn begin(&mut self, part: Last, after: &[Last]) -> fmt::Result {
        if after.contains(&core::mem::replace(&mut self.last, part)) {
            self.out.write_char('\n')
        } else {
            Ok(())
        }
    }

    fn spaces(&mut self, count: usize) -> fmt::Result {
        (0..count).try_for_each(|_| self.out.write_char(' '))
    }

    /// Writes words after `used` characters of a line, later lines indented. Returns the length of the longest
    /// line.
    fn wrapped<'t>(
        &mut self,
        mut used: usize,
        indent: usize,
        words: impl Iterator<Item = &'t str>,
    ) -> Result<usize, fmt::Error> {
        let mut longest = 0;
        for (n, word) in words.enumerate() {
            let length = word.chars().count();
            if n > 0 && used.saturating_add(1).saturating_add(length) > WIDTH {
                self.out.write_char('\n')?;
                self.spaces(indent)?;
                used = indent;
            } else if n > 0 {
                self.out.write_char(' ')?;
                used = used.saturating_add(1);
            }
            self.out.write_str(word)?;
            used = used.saturating_add(length);
            longest = used.max(longest);
        }
        self.out.write_char('\n')?;
        Ok(longest)
    }

    fn underlined(&mut self, text: &str, line: char) -> fmt::Result {
        let longest = self.wrapped(0, 0, words(text))?;
        (0..longest.min(WIDTH)).try_for_each(|_| self.out.write_char(line))?;
        self.out.write_char('\n')
    }

    fn details(&mut self, indent: usize, details: &[Detail]) -> fmt::Result {
        let lengths = details.iter().map(|detail| detail.label.chars().count());
        let labels = lengths.max().unwrap_or_default().saturating_add(2);
        let under = indent.saturating_add(labels);
        for Detail { label, values } in details {
            self.spaces(indent)?;
            write!(self.out, "{label}:")?;
            self.spaces(labels.saturating_sub(label.chars().count()).saturating_sub(1))?;
            let mut values = values.iter();
            if let Some(first) = values.next() {
                self.wrapped(under, under, words(first))?;
            }
            for value in values {
                self.spaces(under)?;
                self.wrapped(under, under, words(value))?;
            }
        }
        Ok(())
    }
}

impl Sheet for PlainText<'_, '_> {
    fn title(&mut self, title: &str) -> fmt::Result {
        self.underlined(title, '=')
    }

    fn paragraph(&mut self, text: &str) -> fmt::Result {
        self.begin(Last::Paragraph, &[Last::Entry])?;
        self.wrapped(0, 0, words(text)).map(|_| ())
    }

    fn section(&mut self, heading: &str) -> fmt::Result {
        self.last = Last::Heading;
        self.out.write_char('\n')?;
        self.underlined(heading, '-')
    }

    fn matter(&mut self, code: &str, sentence: &str, details: &[Detail]) -> fmt::Result {
        self.begin(Last::Entry, &[Last::Entry])?;
        write!(self.out, "{code:<CODE$}")?;
        self.wrapped(CODE, CODE, words(sentence))?;
        self.details(CODE, details)
    }

    fn entry(&mut self, heading: &str, details: &[Detail], figure: Option<&Figure>) -> fmt::Result {
        self.begin(Last::Entry, &[Last::Entry, Last::Paragraph])?;
        self.wrapped(0, 0, words(heading))?;
        self.details(2, details)?;
        let mut sentences = figure.iter().flat_map(|figure| &figure.words);
        sentences.try_for_each(|sentence| {
            self.spaces(2)?;
            self.wrapped(2, 2, words(sentence)).map(|_| ())
        })
    }

    fn group(&mut self, heading: &str) -> fmt::Result {
        self.begin(Last::Heading, &[Last::Entry])?;
        self.wrapped(0, 0, words(heading)).map(|_| ())
    }

    fn item(&mut self, text: &str, details: &[Detail]) -> fmt::Result {
        self.begin(Last::Entry, &[Last::Paragraph])?;
        self.out.write_str("- ")?;
        self.wrapped(2, 2, words(text))?;
        self.details(2, details)
    }

    fn end(&mut self) -> fmt::Result {
        Ok(())
    }
}
