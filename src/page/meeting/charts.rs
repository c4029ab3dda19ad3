//! The charts of the series of a service.

use alloc::string::String;
use alloc::vec::Vec;

use crate::Lang;
use crate::page::sheet::Figure;
use crate::page::status::Target;
use crate::series::MeasurementSeries;

/// The series that are not shown yet.
pub(in crate::page) struct Charts<'a> {
    series: Vec<&'a MeasurementSeries>,
}

impl<'a> Charts<'a> {
    pub(in crate::page) fn of(all: impl Iterator<Item = &'a MeasurementSeries>) -> Self {
        let mut series: Vec<&MeasurementSeries> = Vec::new();
        for one in all {
            if !series.iter().any(|known| known.id == one.id) {
                series.push(one);
            }
        }
        Self { series }
    }

    /// The chart of the first series of the indicator of a target figure, if it is not shown yet. Target figures of
    /// the same indicator share a chart, which is shown at the first of them.
    pub(in crate::page) fn of_target(&mut self, target: &Target<'_>, lang: Lang) -> Option<Figure> {
        let indicator = target.figure.indicator.as_ref()?.id;
        let at = self.series.iter().position(|one| one.indicator == Some(indicator))?;
        figure(self.series.remove(at), lang)
    }

    /// The charts of the other series, with their titles.
    pub(in crate::page) fn rest(self, lang: Lang) -> Vec<(String, Figure)> {
        let rest = self.series.into_iter();
        rest.filter_map(|one| Some((title(one, lang), figure(one, lang)?))).collect()
    }
}

fn title(series: &MeasurementSeries, lang: Lang) -> String {
    use crate::page::sheet::shown;
    use crate::page::title::capital;
    use crate::text::Bilingual;

    capital(
        shown(series.title.as_ref())
            .unwrap_or(Bilingual::new("måleserie", "measurement series").in_lang(lang)),
    )
}

/// The run chart of a series, or why there is none.
#[cfg(feature = "chart")]
#[expect(clippy::unnecessary_wraps, reason = "without charts there is none")]
fn figure(series: &MeasurementSeries, lang: Lang) -> Option<Figure> {
    use alloc::format;
    use alloc::string::ToString as _;
    use alloc::vec;

    use crate::chart::ChartKind;
    use crate::text::Bilingual;

    Some(match series.chart(ChartKind::Run) {
        Ok(chart) => {
            let words = chart.in_words(lang).to_string();
            let words = words.lines().map(String::from).collect();
            #[cfg(feature = "plot")]
            let picture = Some(picture(&chart, lang));
            #[cfg(not(feature = "plot"))]
            let picture = None;
            Figure { words, picture }
        }
        Err(error) => {
            let none = Bilingual::new("Der kan ikke tegnes et diagram", "No chart can be drawn");
            let why = error.message(lang);
            Figure { words: vec![format!("{}: {why}.", none.in_lang(lang))], picture: None }
        }
    })
}

#[cfg(not(feature = "chart"))]
const fn figure(_series: &MeasurementSeries, _lang: Lang) -> Option<Figure> {
    None
}

#[cfg(feature = "plot")]
fn picture(chart: &crate::chart::Chart, lang: Lang) -> crate::page::sheet::Picture {
    use crate::chart::PlotOptions;

    // A sheet of A4 has room for 670 pixels, a telephone for 328.
    let svg = |width, height| chart.svg(&PlotOptions { lang, width, height, ..PlotOptions::default() });
    crate::page::sheet::Picture { wide: svg(670, 360), narrow: svg(328, 320) }
}
