//! Markdown, as `CommonMark` and GitHub read it.

use core::fmt::{self, Write as _};

use super::{Detail, Figure, Sheet, words};

pub(crate) struct Markdown<'p, 'f> {
    out: &'p mut fmt::Formatter<'f>,
    in_list: bool,
}

impl<'p, 'f> Markdown<'p, 'f> {
    pub(crate) const fn new(out: &'p mut fmt::Formatter<'f>) -> Self {
        Self { out, in_list: false }
    }

    /// Begins a block after an empty line.
    fn block(&mut self, mark: &str) -> fmt::Result {
        self.in_list = false;
        self.out.write_char('\n')?;
        self.out.write_str(mark)
    }

    /// Writes text on one line.
    fn line(&mut self, text: &str) -> fmt::Result {
        self.text(text)?;
        self.out.write_char('\n')
    }

    fn text(&mut self, text: &str) -> fmt::Result {
        for (n, word) in words(text).enumerate() {
            if n > 0 {
                self.out.write_char(' ')?;
            }
            escape(word, n == 0, self.out)?;
        }
        Ok(())
    }

    fn details(&mut self, indent: &str, details: &[Detail]) -> fmt::Result {
        for Detail { label, values } in details {
            write!(self.out, "{indent}- **{label}:**")?;
            if let [value] = values.as_slice() {
                self.out.write_char(' ')?;
                self.line(value)?;
                continue;
            }
            self.out.write_char('\n')?;
            for value in values {
                write!(self.out, "{indent}  - ")?;
                self.line(value)?;
            }
        }
        Ok(())
    }
}

impl Sheet for Markdown<'_, '_> {
    fn title(&mut self, title: &str) -> fmt::Result {
        self.out.write_str("# ")?;
        self.line(title)
    }

    fn paragraph(&mut self, text: &str) -> fmt::Result {
        self.block("")?;
        self.line(text)
    }

    fn section(&mut self, heading: &str) -> fmt::Result {
        self.block("## ")?;
        self.line(heading)
    }

    fn matter(&mut self, code: &str, sentence: &str, details: &[Detail]) -> fmt::Result {
        self.block("### ")?;
        write!(self.out, "{code}: ")?;
        self.line(sentence)?;
        self.out.write_char('\n')?;
        self.details("", details)
    }

    fn entry(&mut self, heading: &str, details: &[Detail], figure: Option<&Figure>) -> fmt::Result {
        self.group(heading)?;
        if !details.is_empty() {
            self.out.write_char('\n')?;
        }
        self.details("", details)?;
        let mut sentences = figure.iter().flat_map(|figure| &figure.words);
        sentences.try_for_each(|sentence| self.paragraph(sentence))
    }

    fn group(&mut self, heading: &str) -> fmt::Result {
        self.block("### ")?;
        self.line(heading)
    }

    fn item(&mut self, text: &str, details: &[Detail]) -> fmt::Result {
        if !core::mem::replace(&mut self.in_list, true) {
            self.out.write_char('\n')?;
        }
        self.out.write_str("- ")?;
        self.line(text)?;
        self.details("  ", details)
    }

    fn end(&mut self) -> fmt::Result {
        Ok(())
    }
}

/// Writes a word so that nothing in it is markup. What would begin a block is markup at the beginning only.
fn escape(word: &str, is_first: bool, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let is_link = word.contains("://") || word.starts_with("www.");
    for (n, c) in word.chars().enumerate() {
        let begins_block =
            is_first && (n == 0 && matches!(c, '-' | '+' | '=') || n == digits && matches!(c, '.' | ')'));
        match c {
            '&' => out.write_str("&amp;")?,
            '<' => out.write_str("&lt;")?,
            '>' => out.write_str("&gt;")?,
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '$' | '@' => write!(out, "\\{c}")?,
            ':' | '.' if is_link => write!(out, "\\{c}")?,
            c if begins_block => write!(out, "\\{c}")?,
            c => out.write_char(c)?,
        }
    }
    Ok(())
}
