//! HTML.

use core::fmt::{self, Write as _};

use super::{Detail, Figure, Sheet, words};

pub(crate) struct Html<'p, 'f> {
    out: &'p mut fmt::Formatter<'f>,
    in_list: bool,
    in_section: bool,
}

impl<'p, 'f> Html<'p, 'f> {
    pub(crate) const fn new(out: &'p mut fmt::Formatter<'f>) -> Self {
        Self { out, in_list: false, in_section: false }
    }

    /// Writes text with everything escaped that could be markup.
    pub(crate) fn text(&mut self, text: &str) -> fmt::Result {
        for (n, word) in words(text).enumerate() {
            if n > 0 {
                self.out.write_char(' ')?;
            }
            word.chars().try_for_each(|c| match c {
                '&' => self.out.write_str("&amp;"),
                '<' => self.out.write_str("&lt;"),
                '>' => self.out.write_str("&gt;"),
                '"' => self.out.write_str("&quot;"),
                '\'' => self.out.write_str("&#39;"),
                c => self.out.write_char(c),
            })?;
        }
        Ok(())
    }

    fn element(&mut self, name: &str, text: &str) -> fmt::Result {
        write!(self.out, "<{name}>")?;
        self.text(text)?;
        writeln!(self.out, "</{name}>")
    }

    fn close_list(&mut self) -> fmt::Result {
        if core::mem::take(&mut self.in_list) { self.out.write_str("</ul>\n") } else { Ok(()) }
    }

    fn close_section(&mut self) -> fmt::Result {
        self.close_list()?;
        if core::mem::take(&mut self.in_section) { self.out.write_str("</section>\n") } else { Ok(()) }
    }

    fn details(&mut self, details: &[Detail]) -> fmt::Result {
        if details.is_empty() {
            return Ok(());
        }
        self.out.write_str("<dl>\n")?;
        for Detail { label, values } in details {
            self.element("dt", label)?;
            values.iter().try_for_each(|value| self.element("dd", value))?;
        }
        self.out.write_str("</dl>\n")
    }
}

impl Sheet for Html<'_, '_> {
    fn title(&mut self, title: &str) -> fmt::Result {
        self.element("h1", title)
    }

    fn paragraph(&mut self, text: &str) -> fmt::Result {
        self.close_list()?;
        self.element("p", text)
    }

    fn section(&mut self, heading: &str) -> fmt::Result {
        self.close_section()?;
        self.in_section = true;
        self.out.write_str("<section>\n")?;
        self.element("h2", heading)
    }

    fn matter(&mut self, code: &str, sentence: &str, details: &[Detail]) -> fmt::Result {
        self.close_list()?;
        write!(self.out, "<h3>{code}: ")?;
        self.text(sentence)?;
        self.out.write_str("</h3>\n")?;
        self.details(details)
    }

    fn entry(&mut self, heading: &str, details: &[Detail], figure: Option<&Figure>) -> fmt::Result {
        self.group(heading)?;
        self.details(details)?;
        let Some(Figure { words, picture }) = figure else { return Ok(()) };
        self.out.write_str("<figure>\n")?;
        match picture {
            // The style shows the narrow one instead of the wide one on a narrow screen.
            Some(picture) => {
                write!(self.out, "<div hidden>\n{}</div>\n<div>\n{}</div>\n", picture.narrow, picture.wide)?;
            }
            None => words.iter().try_for_each(|sentence| self.element("p", sentence))?,
        }
        self.out.write_str("</figure>\n")
    }

    fn group(&mut self, heading: &str) -> fmt::Result {
        self.close_list()?;
        self.element("h3", heading)
    }

    fn item(&mut self, text: &str, details: &[Detail]) -> fmt::Result {
        if !core::mem::replace(&mut self.in_list, true) {
            self.out.write_str("<ul>\n")?;
        }
        self.out.write_str("<li>")?;
        self.text(text)?;
        if !details.is_empty() {
            self.out.write_char('\n')?;
        }
        self.details(details)?;
        self.out.write_str("</li>\n")
    }

    fn end(&mut self) -> fmt::Result {
        self.close_section()
    }
}
