//! Run charts and control charts as pictures.

mod bands;
mod draw;
mod ends;
mod legend;
mod lines;
mod marks;
mod notes;
mod number;
mod picture;
mod text;
mod time_axis;
mod value_axis;
mod view;
mod words;

use alloc::string::String;

use self::picture::Picture;
use super::SeriesChart;
use crate::Lang;
use crate::text::Text;

/// How a chart is drawn.
///
/// ```
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::series::PlotOptions;
///
/// let wide = PlotOptions { lang: Lang::En, width: 1600, ..PlotOptions::default() };
/// assert_eq!((wide.width, wide.height), (1600, 480));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PlotOptions {
    /// The language of all that is not written by people.
    pub lang: Lang,
    /// **Unit and range:** pixels, 400 to 4,000; what is beyond is drawn at the nearest of them.
    pub width: u32,
    /// **Unit and range:** pixels, 320 to 4,000; what is beyond is drawn at the nearest of them. Where the legend
    /// leaves too little room for the points, the picture is higher.
    pub height: u32,
    /// What stands above the chart; absent: the title of the series.
    pub title: Option<Text>,
}

impl Default for PlotOptions {
    /// In Danish, 900 pixels wide and 480 high.
    fn default() -> Self {
        Self { lang: Lang::Da, width: 900, height: 480, title: None }
    }
}

impl SeriesChart<'_> {
    /// The chart as a picture: an SVG document, to be saved as a file or put into a page.
    ///
    /// It shows the measurements over the calendar, centre line and limits of each phase, the target as it
    /// changes, what happened along the way, and every signal: by shape as well as by colour, so that it can be
    /// read in grey print. Its description for screen readers is [`in_words`](Self::in_words). Equal series give
    /// equal pictures, to the byte.
    ///
    /// What finds no room below a small picture, such as what annotations say, stands in the description.
    ///
    /// The words of people that stand in it are the title, the labels of phases, the texts of annotations
    /// and the name of a unit; they are escaped, and shortened where they find no room.
    ///
    /// ```
    /// use kvalitetsmodel::date::PartialDate;
    /// use kvalitetsmodel::measurement::{Measurement, Observed};
    /// use kvalitetsmodel::series::{ChartKind, ChartSettings, MeasurementSeries, PlotOptions};
    /// use kvalitetsmodel::{figure::Direction, id::Id};
    ///
    /// let mut falls = MeasurementSeries::new(Id::from_u128(1), Direction::AtMost);
    /// falls.title = Some("Fald pr. måned".into());
    /// for (month, count) in (1..=12).zip([4, 6, 5, 3, 7, 5, 4, 6, 2, 5, 3, 4]) {
    ///     let id = Id::from_u128(u128::from(month));
    ///     let period = PartialDate::of_month(2024, month).map(Into::into);
    ///     falls.measurements.push(Measurement {
    ///         period,
    ///         observed: Some(Observed::of_count(count)),
    ///         ..Measurement::new(id)
    ///     });
    /// }
    /// let chart = falls.chart(ChartKind::Run, &ChartSettings::default())?;
    /// let picture = chart.svg(&PlotOptions::default());
    /// assert!(picture.starts_with("<svg "));
    /// assert!(picture.contains("lavere er bedre") && picture.contains("4,5 median"));
    /// # Ok::<(), kvalitetsmodel::series::NotChartable>(())
    /// ```
    #[doc(alias = "seriediagram")]
    #[doc(alias = "kontroldiagram")]
    #[doc(alias = "graf")]
    #[doc(alias = "plot")]
    #[must_use]
    pub fn svg(&self, options: &PlotOptions) -> String {
        let mut out = String::new();
        // Writing to a `String` does not fail.
        let _ = Picture::new(self, options).draw(&mut out);
        out
    }
}
