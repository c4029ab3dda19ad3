//! The driver diagram of an aim.

use core::fmt;

use super::{Aim, ChangeIdea};
use crate::Lang;
use crate::id::Identified as _;
use crate::text::{Bilingual, Text};

const DRIVER: Bilingual = Bilingual::new("driver", "driver");
const IDEA: Bilingual = Bilingual::new("forandringsidé", "change idea");

impl Aim {
    /// The driver diagram (*driverdiagram*): the aim, its drivers and the changes that may move them, from left to right,
    /// as text for Mermaid.
    ///
    /// Text that people wrote is in quotes, with every character that could mean something to Mermaid or HTML as its
    /// number. A part without words is called by its kind.
    ///
    /// ```
    /// use kvalitetsmodel::aim::{Aim, ChangeIdea, Driver};
    /// use kvalitetsmodel::{Lang, id::Id};
    ///
    /// let idea = ChangeIdea { statement: Some("a \"welcome\" talk".into()) };
    /// let driver = Driver { ideas: vec![idea], ..Driver::default() };
    /// let mut aim = Aim::new(Id::from_u128(1));
    /// aim.statement = Some("staff feel equipped".into());
    /// aim.drivers = vec![driver];
    /// assert_eq!(
    ///     aim.driver_diagram(Lang::En).to_string(),
    ///     "flowchart LR\n\
    ///     \x20   n0[\"staff feel equipped\"]\n\
    ///     \x20   n1[\"driver\"]\n\
    ///     \x20   n0 --- n1\n\
    ///     \x20   n2[\"a #34;welcome#34; talk\"]\n\
    ///     \x20   n1 --- n2\n",
    /// );
    /// ```
    #[doc(alias = "driverdiagram")]
    #[must_use]
    pub fn driver_diagram(&self, lang: Lang) -> impl fmt::Display + '_ {
        fmt::from_fn(move |f| {
            let mut drawing = Drawing { lang, nodes: 0, f };
            drawing.f.write_str("flowchart LR\n")?;
            let aim = drawing.node(self.statement.as_ref(), Self::LABEL, None)?;
            for driver in &self.drivers {
                let primary = drawing.node(driver.statement.as_ref(), DRIVER, Some(aim))?;
                for secondary in &driver.secondary {
                    let node = drawing.node(secondary.statement.as_ref(), DRIVER, Some(primary))?;
                    drawing.ideas(&secondary.ideas, node)?;
                }
                drawing.ideas(&driver.ideas, primary)?;
            }
            Ok(())
        })
    }
}

struct Drawing<'f, 'b> {
    lang: Lang,
    nodes: usize,
    f: &'f mut fmt::Formatter<'b>,
}

impl Drawing<'_, '_> {
    /// Writes a node and the line from the one that it serves. Returns its number.
    fn node(
        &mut self,
        text: Option<&Text>,
        kind: Bilingual,
        serves: Option<usize>,
    ) -> Result<usize, fmt::Error> {
        let number = self.nodes;
        self.nodes = self.nodes.saturating_add(1);
        let words = text.filter(|text| !text.is_blank()).map_or(kind.in_lang(self.lang), Text::as_str);
        write!(self.f, "    n{number}[\"")?;
        write_escaped(words.trim(), self.f)?;
        self.f.write_str("\"]\n")?;
        if let Some(serves) = serves {
            writeln!(self.f, "    n{serves} --- n{number}")?;
        }
        Ok(number)
    }

    fn ideas(&mut self, ideas: &[ChangeIdea], serve: usize) -> fmt::Result {
        ideas.iter().try_for_each(|idea| self.node(idea.statement.as_ref(), IDEA, Some(serve)).map(drop))
    }
}

/// Writes letters, digits and plain punctuation as they are, white space as a blank, and all else by its number, as
/// Mermaid reads it.
fn write_escaped(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    text.chars().try_for_each(|c| match c {
        c if c.is_whitespace() || c.is_control() => f.write_str(" "),
        c if c.is_alphanumeric() || matches!(c, '.' | ',' | '-' | '(' | ')' | '%' | '/' | '?' | '!') => {
            fmt::Write::write_char(f, c)
        }
        c => write!(f, "#{};", u32::from(c)),
    })
}
