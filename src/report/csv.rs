//! Findings as separated values.

use core::fmt;

use super::{Finding, Report};
use crate::Lang;
use crate::text::Bilingual;

/// The columns, and their headings.
const COLUMNS: [Bilingual; 11] = [
    Bilingual::new("dokument", "document"),
    Bilingual::new("pr. dag", "as of"),
    Bilingual::new("regel", "rule"),
    Bilingual::new("alvor", "severity"),
    Bilingual::new("vurdering", "verdict"),
    Bilingual::new("sted", "place"),
    Bilingual::new("emne", "subject"),
    Bilingual::new("besked", "message"),
    Bilingual::new("hvad kan gøres", "remedy"),
    Bilingual::new("accepteret til", "accepted until"),
    Bilingual::new("fingeraftryk", "fingerprint"),
];

impl Report {
    /// The findings as separated values, one a line below a line of headings, for a spreadsheet or a statistics
    /// program.
    ///
    /// In Danish the separator is a semicolon, as Excel expects where the decimal sign is a comma; in English it is a
    /// comma. Lines end with a line feed, and dates are `YYYY-MM-DD`. Excel reads a file as UTF-8 if `\u{feff}` is
    /// written before the text. For the findings of many reports in one table, write this for the first and
    /// [`csv_rows`](Self::csv_rows) for the others.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, Lang, agreement::DevelopmentAgreement, check, id::Id};
    ///
    /// let report = check(&DevelopmentAgreement::new(Id::from_u128(1)), &Context::new("2024-01-09".parse()?));
    /// let text = report.csv(Lang::En).to_string();
    /// let mut lines = text.lines();
    /// assert!(lines.next().is_some_and(|line| line.starts_with("document,as of,rule,severity,verdict,place")));
    /// assert!(lines.next().is_some_and(|line| {
    ///     line.starts_with("agreement:00000000-0000-0000-0000-000000000001,2024-01-09,AGR001,")
    /// }));
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn csv(&self, lang: Lang) -> impl fmt::Display + '_ {
        fmt::from_fn(move |f| {
            let mut row = Row { f, lang, is_first: true };
            for heading in COLUMNS {
                row.cell(heading.in_lang(lang))?;
            }
            row.end()?;
            self.write_rows(lang, f)
        })
    }

    /// The lines of [`csv`](Self::csv) without the headings.
    #[must_use]
    pub fn csv_rows(&self, lang: Lang) -> impl fmt::Display + '_ {
        fmt::from_fn(move |f| self.write_rows(lang, f))
    }

    fn write_rows(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.findings().iter().try_for_each(|finding| self.write_row(finding, lang, f))
    }

    fn write_row(&self, finding: &Finding, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut row = Row { f, lang, is_first: true };
        let subject = fmt::from_fn(|f| finding.subject().map_or(Ok(()), |subject| write!(f, "{subject}")));
        row.cell(&fmt::from_fn(|f| self.about().map_or(Ok(()), |about| write!(f, "{about}"))))?;
        row.cell(&self.context().as_of())?;
        row.cell(&finding.code())?;
        row.cell(finding.severity().label().in_lang(lang))?;
        row.cell(finding.verdict().label().in_lang(lang))?;
        row.cell(finding.at())?;
        row.cell(&subject)?;
        row.cell(&finding.words(lang))?;
        row.cell(finding.remedy(lang))?;
        row.cell(&fmt::from_fn(|f| {
            finding.suppressed().map_or(Ok(()), |by| write!(f, "{}", by.last_day()))
        }))?;
        row.cell(&finding.fingerprint())?;
        row.end()
    }
}

struct Row<'r, 'f> {
    f: &'r mut fmt::Formatter<'f>,
    lang: Lang,
    is_first: bool,
}

impl Row<'_, '_> {
    /// Writes a cell, in quotes if it contains a separator.
    fn cell(&mut self, value: &(impl fmt::Display + ?Sized)) -> fmt::Result {
        use alloc::string::ToString as _;

        let separator = match self.lang {
            Lang::Da => ';',
            Lang::En => ',',
        };
        if !core::mem::take(&mut self.is_first) {
            write!(self.f, "{separator}")?;
        }
        let text = value.to_string();
        if text.contains([separator, '"', '\n', '\r']) {
            write!(self.f, "\"{}\"", text.replace('"', "\"\""))
        } else {
            self.f.write_str(&text)
        }
    }

    fn end(self) -> fmt::Result {
        self.f.write_str("\n")
    }
}
