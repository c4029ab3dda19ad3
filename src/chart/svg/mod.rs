//! Run charts and control charts as pictures.

mod axes;
mod bands;
mod document;
mod draw;
mod ends;
mod gantt;
mod head;
mod legend;
mod lines;
mod marks;
mod notes;
mod number;
mod overview;
mod picture;
mod several;
mod style;
mod text;
mod time_axis;
mod together;
mod value_axis;
mod view;
mod words;

use alloc::string::String;

pub use self::overview::Overview;
use self::picture::Picture;
pub use self::several::svg_of_several;
pub use self::together::NotTogether;
use super::Chart;
use crate::Lang;
use crate::text::Text;

/// How a chart is drawn.
///
/// ```
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::chart::PlotOptions;
///
/// let wide = PlotOptions { lang: Lang::En, width: 1600, ..PlotOptions::default() };
/// assert_eq!((wide.width, wide.height), (1600, 480));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PlotOptions {
    /// The language of everything that people did not write themselves.
    pub lang: Lang,
    /// **Unit and range:** pixels, 320 to 4,000; other values are drawn at the nearer of the two.
    pub width: u32,
    /// **Unit and range:** pixels, 320 to 4,000; other values are drawn at the nearer of the two. If the legend
    /// leaves too little room for the points, the picture is higher.
    pub height: u32,
    /// The title above the chart; if absent, the title of the series.
    pub title: Option<Text>,
    /// What the ids of the elements begin with, so that those of two pictures in one page differ: letters, digits,
    /// `-` and `_`; other characters are left out. If absent, it is made from what is drawn, so that different pictures
    /// have different ids. Two *equal* pictures in one page need a prefix each.
    pub id_prefix: Option<String>,
}

impl Default for PlotOptions {
    /// In Danish, 900 pixels wide and 480 high.
    fn default() -> Self {
        Self { lang: Lang::Da, width: 900, height: 480, title: None, id_prefix: None }
    }
}

impl Chart {
    /// The chart as a picture: an SVG document, to be saved as a file or put into a page.
    ///
    /// It shows the measurements over the calendar, centre line and limits of each phase, the target as it
    /// changes, what happened along the way, every signal, and what is missing or suppressed: by shape as well as by
    /// colour, so that it is legible in grey print. A point is drawn in the middle of the week, month, … that it is
    /// measured for, on whichever day it was. Its description for screen readers is [`in_words`](Self::in_words). Equal
    /// series give pictures that are equal to the byte.
    ///
    /// What does not fit below a small picture, such as what annotations say, is in the description.
    ///
    /// The texts of people in the picture are the title, the labels of phases, the texts of annotations
    /// and the name of a unit; they are escaped, and shortened if they do not fit.
    ///
    /// ```
    /// use kvalitetsmodel::chart::{ChartData, ChartKind, PlotOptions};
    /// use kvalitetsmodel::figure::Direction;
    ///
    /// let falls = ChartData::counts(Direction::AtMost, [4, 6, 5, 3, 7, 5, 4, 6, 2, 5, 3, 4]).with_title("Fald pr. måned");
    /// let picture = falls.chart(ChartKind::Run)?.svg(&PlotOptions::default());
    /// assert!(picture.starts_with("<svg "));
    /// assert!(picture.contains("lavere er bedre") && picture.contains("4,5 median"));
    /// # Ok::<(), kvalitetsmodel::chart::ChartError>(())
    /// ```
    #[doc(alias = "seriediagram")]
    #[doc(alias = "kontroldiagram")]
    #[doc(alias = "graf")]
    #[doc(alias = "plot")]
    #[must_use]
    pub fn svg(&self, options: &PlotOptions) -> String {
        Picture::new(self, options).document(options.id_prefix.as_deref())
    }
}
