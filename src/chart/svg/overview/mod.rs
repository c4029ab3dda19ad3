//! An overview of many charts on one page.

mod page;
mod row;
mod spark;
mod summary;
mod variation;

use alloc::string::String;
use alloc::vec::Vec;

use self::row::Row;
use crate::Lang;
use crate::chart::Chart;
use crate::text::Text;

/// Many charts on one page: for each a small picture, the latest figure, what its variation says, and whether it
/// reaches its target.
///
/// The page is one HTML document that has no scripts and loads nothing: to be opened in a browser,
/// sent, or printed on A4. It has one row for each chart, in the order given, and says everything in words as well
/// as by mark, so that it can be read on a small screen, in grey print and by a screen reader. Equal charts give
/// pages that are equal to the byte.
///
/// What it says about a chart is about the latest phase. It is a *sign of improvement* (or of deterioration) if an
/// unusually long run on the better (or worse) side of the centre line reaches to the latest figure, and a *sign of
/// a change* for every other signal of the runs.
///
/// The texts of people in the page are titles and units; they are escaped.
///
/// ```
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::chart::{ChartData, ChartKind, Overview};
/// use kvalitetsmodel::date::Interval;
/// use kvalitetsmodel::figure::{Decimal, Direction};
///
/// let falls = ChartData::counts(Direction::AtMost, [4, 6, 5, 3, 7, 5, 4, 6, 2, 5, 3, 4])
///     .with_title("Falls")
///     .with_interval(Interval::Month, "2024-01-01".parse()?)
///     .with_target(Decimal::from_integer(5))
///     .chart(ChartKind::Run)?;
/// let assessed = ChartData::shares(Direction::AtLeast, [(15, 20), (17, 21)]).with_title("Assessed").chart(ChartKind::Run)?;
///
/// let page = Overview::of([&falls, &assessed]).with_title("Ward 3").with_lang(Lang::En).html();
/// assert!(page.starts_with("<!DOCTYPE html>"));
/// assert!(page.contains("2 indicators: 1 with random variation only, 1 with too few measurements."));
/// assert!(page.contains("The target is reached for 1 of 1, and sustained for 1 of them."));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "oversigt")]
#[doc(alias = "small multiples")]
#[derive(Debug, Clone)]
pub struct Overview<'a> {
    charts: Vec<&'a Chart>,
    title: Option<Text>,
    lang: Lang,
}

impl<'a> Overview<'a> {
    /// An overview of the charts in their order, in Danish.
    #[must_use]
    pub fn of(charts: impl IntoIterator<Item = &'a Chart>) -> Self {
        Self { charts: charts.into_iter().collect(), title: None, lang: Lang::Da }
    }

    /// The same overview with a title.
    #[must_use]
    pub fn with_title(self, title: impl Into<Text>) -> Self {
        Self { title: Some(title.into()), ..self }
    }

    /// The same overview in a language.
    #[must_use]
    pub fn with_lang(self, lang: Lang) -> Self {
        Self { lang, ..self }
    }

    /// The page, as an HTML document.
    #[must_use]
    pub fn html(&self) -> String {
        let rows: Vec<Row<'_>> = self.charts.iter().map(|chart| Row::new(chart, self.lang)).collect();
        let mut out = String::new();
        // Writing to a `String` does not fail.
        let _ = page::write(self.title.as_ref(), &rows, self.lang, &mut out);
        out
    }
}
