//! What the chart says, as a page of text.

use std::collections::BTreeMap;
use std::path::Path;

use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::{Chart, Figure};
use kvalitetsmodel::date::Period;
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::Measurement;
use kvalitetsmodel::report::{Because, Finding, Pointer, Report};
use kvalitetsmodel::rule::Severity;
use kvalitetsmodel::series::{MeasurementSeries, Occasion};
use kvalitetsmodel::text::Text;

use crate::sheet::Sheet;

pub(crate) fn page(
    series: &MeasurementSeries,
    chart: &Chart,
    report: &Report,
    picture: Option<&Path>,
    lang: Lang,
) -> String {
    let mut page = Page { sheet: Sheet::new(lang) };
    let title = series.title.as_ref().map_or(chart.kind().label().in_lang(lang), Text::as_str);
    page.sheet.line(title);
    page.sheet.line(&"=".repeat(title.chars().count()));
    for sentences in chart.in_words(lang).to_string().lines() {
        page.sheet.out.push('\n');
        page.sheet.paragraph("", sentences);
    }
    page.later_phases(series, chart);
    page.without_result(chart);
    page.excluded(series, chart);
    page.annotations(series);
    page.findings(report, series);
    if let Some(picture) = picture {
        let drawn = page.sheet.say("Tegnet i", "Drawn in");
        page.sheet.line(&format!("\n{drawn} {}.", picture.display()));
    }
    page.sheet.into_string()
}

/// What the check found, if there is no chart.
pub(crate) fn findings(series: &MeasurementSeries, report: &Report, lang: Lang) -> String {
    let mut page = Page { sheet: Sheet::new(lang) };
    page.findings(report, series);
    page.sheet.into_string().trim_start().to_owned()
}

struct Page {
    sheet: Sheet,
}

impl Page {
    /// The phases that begin after the last measurement: a chart has no place for them, and their year may be a slip.
    fn later_phases(&mut self, series: &MeasurementSeries, chart: &Chart) {
        let last = chart.points().len().checked_sub(1).and_then(|last| chart.period(last));
        let Some(last) = last else { return };
        for from in series.phases.iter().filter_map(|phase| phase.from).filter(|from| *from > last.start) {
            let from = Period { start: from, end: from }.in_lang(self.sheet.lang).to_string();
            let said = match self.sheet.lang {
                Lang::Da => format!("Fasen fra {from} begynder efter den seneste måling og er ikke vist."),
                Lang::En => {
                    format!("The phase from {from} begins after the latest measurement and is not shown.")
                }
            };
            self.sheet.out.push('\n');
            self.sheet.paragraph("", &said);
        }
    }

    /// The times that were measured without a result, and those whose result is suppressed.
    fn without_result(&mut self, chart: &Chart) {
        let (mut missing, mut hidden) = (Vec::new(), Vec::new());
        for point in &chart.data().points {
            let Some(period) = point.at else { continue };
            let period = period.in_lang(self.sheet.lang).to_string();
            match point.figure {
                Figure::Suppressed { below: Some(below) } => {
                    let under = self.sheet.say("under", "below");
                    hidden.push(format!("{period} ({under} {below})"));
                }
                Figure::Suppressed { below: None } => hidden.push(period),
                Figure::Missing | Figure::NoResult => missing.push(period),
                _ => {}
            }
        }
        self.times(self.sheet.say("Uden resultat", "Without a result"), &missing);
        self.times(self.sheet.say("Skjult resultat", "Suppressed result"), &hidden);
    }

    /// Times below a heading, in one paragraph.
    fn times(&mut self, heading: &str, times: &[String]) {
        const MOST: usize = 12;
        if times.is_empty() {
            return;
        }
        self.sheet.heading(heading);
        let said: Vec<_> = times.iter().take(MOST).map(String::as_str).collect();
        let more = match (times.len().saturating_sub(MOST), self.sheet.lang) {
            (0, _) => String::new(),
            (more, Lang::Da) => format!(" og {more} til"),
            (more, Lang::En) => format!(" and {more} more"),
        };
        self.sheet.paragraph("", &format!("{}{more}.", said.join(", ")));
    }

    fn excluded(&mut self, series: &MeasurementSeries, chart: &Chart) {
        let by_time = series.by_time().unwrap_or_default();
        let points = chart.points().iter().enumerate();
        let mut excluded = points.filter(|(_, point)| !point.is_included()).map(|(n, _)| n).peekable();
        if excluded.peek().is_some() {
            self.sheet.heading(self.sheet.say("Udeladt af beregningen", "Left out of the calculation"));
        }
        let mut exclusions = BTreeMap::new();
        for exclusion in &series.exclusions {
            exclusions.entry(exclusion.measurement).or_insert(exclusion);
        }
        for n in excluded {
            let (Some(measurement), Some(period)) = (by_time.get(n), chart.period(n)) else { continue };
            let reason =
                exclusions.get(&measurement.id).and_then(|one| one.reason.as_ref()).map(Text::as_str);
            let reason = reason.unwrap_or(self.sheet.say("ingen grund er nævnt", "no reason is given"));
            self.sheet.paragraph(&format!("{:<16} ", period.in_lang(self.sheet.lang).to_string()), reason);
        }
    }

    fn annotations(&mut self, series: &MeasurementSeries) {
        let mut annotations: Vec<_> = series.annotations.iter().collect();
        annotations.sort_by_key(|one| one.on);
        if !annotations.is_empty() {
            self.sheet.heading(self.sheet.say("Undervejs", "Along the way"));
        }
        for one in annotations {
            let kind = match one.occasion {
                Occasion::Cycle { .. } => self.sheet.say("prøvehandling", "PDSA cycle"),
                Occasion::Action { .. } => self.sheet.say("indsats", "action"),
                Occasion::NewWayOfMeasuring => self.sheet.say("ny målemetode", "new way of measuring"),
                _ => self.sheet.say("hændelse", "event"),
            };
            let text = one.text.as_ref().map_or(String::new(), |text| format!(": {}", text.as_str()));
            let label = format!("{:<16} ", one.on.in_lang(self.sheet.lang).to_string());
            self.sheet.paragraph(&label, &format!("{kind}{text}"));
        }
    }

    fn findings(&mut self, report: &Report, series: &MeasurementSeries) {
        let (broken, unknown): (Vec<_>, Vec<_>) =
            report.findings().iter().partition(|finding| finding.is_not_met());
        self.sheet.heading(self.sheet.say("Kontrol af serien", "Check of the series"));
        if broken.is_empty() {
            self.sheet.line(self.sheet.say("Ingen regel er brudt.", "No rule is broken."));
        }
        let mut by_id = BTreeMap::new();
        for measurement in &series.measurements {
            by_id.entry(measurement.id).or_insert(measurement);
        }
        for finding in broken {
            let place = self.place(finding.at(), series, &by_id);
            self.finding(finding, &place);
        }
        // What no measurement states is reported once.
        let mut by_rule: BTreeMap<String, Vec<&Finding>> = BTreeMap::new();
        for finding in unknown {
            by_rule.entry(finding.code().to_string()).or_default().push(finding);
        }
        for (code, findings) in by_rule {
            let Some(first) = findings.first() else { continue };
            let missing = first.missing();
            let missing: Vec<_> = missing.iter().map(|part| part.in_lang(self.sheet.lang)).collect();
            let (title, missing) = (first.title(self.sheet.lang), missing.join(", "));
            let times = match (self.sheet.lang, findings.len()) {
                (_, 1) => String::new(),
                (Lang::Da, count) => format!(" {count} steder"),
                (Lang::En, count) => format!(" in {count} places"),
            };
            let text = match self.sheet.lang {
                Lang::Da => format!("kan ikke vurderes{times}: {title}. Mangler: {missing}."),
                Lang::En => format!("cannot be assessed{times}: {title}. Missing: {missing}."),
            };
            self.sheet.paragraph(&format!(" ? {code} "), &text);
        }
        self.switched_off(report);
    }

    /// The rules that the profile switches off, grouped by reason.
    fn switched_off(&mut self, report: &Report) {
        let mut by_reason: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for one in report.not_evaluated() {
            if let Because::SwitchedOff { reason } = &one.because {
                by_reason.entry(reason.as_str()).or_default().push(one.code.to_string());
            }
        }
        let not = self.sheet.say("kontrolleres ikke", "not checked");
        for (reason, codes) in by_reason {
            self.sheet.paragraph(&format!(" - {} ", codes.join(", ")), &format!("{not}: {reason}."));
        }
    }

    fn finding(&mut self, finding: &Finding, place: &str) {
        let mark = match finding.severity() {
            Severity::Error => "!!",
            Severity::Warning => " !",
            Severity::Information => " i",
        };
        let word = finding.severity().label().in_lang(self.sheet.lang);
        let message = format!("{} ({word}, {place})", finding.message(self.sheet.lang));
        self.sheet.paragraph(&format!("{mark} {} ", finding.code()), &message);
        let label = self.sheet.say("Gør:", "Do:");
        self.sheet.paragraph(&format!("          {label:<5}"), finding.remedy(self.sheet.lang));
    }

    /// The place of a finding, as a reader of the series names it.
    fn place(
        &self,
        at: &Pointer,
        series: &MeasurementSeries,
        by_id: &BTreeMap<Id<Measurement>, &Measurement>,
    ) -> String {
        let text = at.to_string();
        let mut steps = text.split('/').skip(1);
        let (list, index) = (steps.next().unwrap_or_default(), steps.next().and_then(|n| n.parse().ok()));
        let measurement = match (list, index) {
            ("", _) => return self.sheet.say("hele serien", "the whole series").to_owned(),
            ("measurements", Some(n)) => series.measurements.get::<usize>(n),
            ("exclusions", Some(n)) => {
                series.exclusions.get(n).and_then(|exclusion| by_id.get(&exclusion.measurement).copied())
            }
            ("phases", Some(n)) => {
                let label = series.phases.get(n).and_then(|phase| phase.label.as_ref());
                let phase = self.sheet.say("fase", "phase");
                return label.map_or(text.clone(), |label| format!("{phase} {}", label.as_str()));
            }
            _ => None,
        };
        let period = measurement.and_then(|measurement| measurement.period);
        period.map_or(text.clone(), |period| period.in_lang(self.sheet.lang).to_string())
    }
}
