//! An implementation plan as a picture: its rows as bars over the calendar (Gantt chart).

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt::{Result, Write};

use chrono::NaiveDate;

use super::PlotOptions;
use super::axes::{self, Frame};
use super::document::Document;
use super::draw::{self, Anchor, BAND, BEYOND, DATA, EDGE, GRID, INK, LIMIT, SOFT, Stroke};
use super::number::Px;
use super::text::{Font, cleaned};
use super::time_axis::{Calendar, TimeAxis, number};
use crate::Lang;
use crate::date::{PartialDate, as_of_in_lang, day_in_lang};
use crate::id::Identified as _;
use crate::plan::words::WITHOUT_ROW;
use crate::plan::{ImplementationPlan, RowState, TimetableRow};
use crate::text::{Bilingual, capital};

/// From this width on the words are beside the bars; in a narrower picture they are above them.
const BESIDE: f64 = 640.0;
const BAR: f64 = 12.0;
const GAP: f64 = 9.0;
const HEADING: Font = Font { size: 13.0, bold: true };
/// The line of the day.
const DAY: Stroke = Stroke { colour: BEYOND, width: 1.6, dashes: "5 3" };
const BLACKOUT: Bilingual = Bilingual::new("ingen ny praksis", "no new practice");
const BEGINS: Bilingual = Bilingual::new("ny praksis begynder", "new practice begins");
const NO_TIMES: Bilingual = Bilingual::new("Planen angiver ingen tidspunkter.", "The plan states no times.");

impl ImplementationPlan {
    /// The plan on a day as a picture (Gantt chart): an SVG document, to be saved as a file or put into a page.
    ///
    /// It shows until when the plan is approved and by which extensions, the phases, each row over the calendar with
    /// its state and who is responsible, where a new practice begins, the times without new practice, the listed tasks
    /// without a row, and the day. States are distinguished by shape and in words, so that it is legible in grey print.
    /// Its description for screen readers is [`in_words`](Self::in_words). It is as high as its rows require: the
    /// height of the options is not used.
    ///
    /// ```
    /// use kvalitetsmodel::chart::PlotOptions;
    /// use kvalitetsmodel::id::Id;
    /// use kvalitetsmodel::plan::ImplementationPlan;
    ///
    /// let plan = ImplementationPlan { title: Some("Tidsplan".into()), ..ImplementationPlan::new(Id::from_u128(1)) };
    /// let picture = plan.svg("2017-10-01".parse()?, &PlotOptions::default());
    /// assert!(picture.starts_with("<svg ") && picture.contains("Planen angiver ingen tidspunkter."));
    /// # Ok::<(), kvalitetsmodel::chrono::ParseError>(())
    /// ```
    #[doc(alias = "gantt")]
    #[must_use]
    pub fn svg(&self, as_of: NaiveDate, options: &PlotOptions) -> String {
        let (width, _) = options.size();
        let title = options.title_or(self.title.as_ref());
        let title = title.unwrap_or_else(|| capital(Self::LABEL.in_lang(options.lang)));
        let mut gantt = Gantt::new(self, as_of, width, options.lang);
        let mut body = String::new();
        // Writing to a `String` does not fail.
        let _ = gantt.draw(&title, &mut body);
        let prefix = options.id_prefix.as_deref();
        let document =
            Document { width, height: gantt.y, lang: options.lang, title: &title, id_prefix: prefix };
        let words = self.in_words(as_of, options.lang).to_string();
        document.around(
            |out| out.write_str(&body),
            |out| words.lines().try_for_each(|line| writeln!(out, "{}", cleaned(line))),
        )
    }
}

/// The picture while it is drawn, from the top down.
struct Gantt<'a> {
    plan: &'a ImplementationPlan,
    as_of: NaiveDate,
    lang: Lang,
    width: f64,
    /// How far down the picture is drawn so far.
    y: f64,
    /// The maximum width of the words of a row.
    words: f64,
    /// `None` if the plan states no times.
    time: Option<TimeAxis>,
    left: f64,
}

impl<'a> Gantt<'a> {
    fn new(plan: &'a ImplementationPlan, as_of: NaiveDate, width: f64, lang: Lang) -> Self {
        let is_beside = width >= BESIDE;
        let words = if is_beside { width * 0.4 - EDGE } else { width - 2.0 * EDGE };
        let left = if is_beside { width * 0.4 + EDGE } else { EDGE };
        let time = extent(plan).map(|(first, last)| TimeAxis::new(first, last, left, width - EDGE));
        Self { plan, as_of, lang, width, y: EDGE, words, time, left }
    }

    fn draw(&mut self, title: &str, out: &mut String) -> Result {
        for line in Font::TITLE.wrap(title, self.width - 2.0 * EDGE, 4) {
            self.line(out, &line, Font::TITLE, INK)?;
        }
        let as_of = as_of_in_lang(self.as_of, self.lang).to_string();
        self.line(out, &as_of, Font::FINDING, SOFT)?;
        for said in self.plan.approvals(self.lang) {
            for line in Font::FINDING.wrap(&said, self.width - 2.0 * EDGE, 4) {
                self.line(out, &line, Font::FINDING, SOFT)?;
            }
        }
        self.y += GAP;
        // What is behind the rows is as high as they are, which is known only when they are drawn.
        let (top, mut rows) = (self.y, String::new());
        self.rows(&mut rows)?;
        if let Some(time) = self.time {
            let calendar = time.calendar(Some(crate::date::Interval::Month), self.lang);
            self.behind(time, &calendar, top, out)?;
            out.write_str(&rows)?;
            let frame = Frame { left: self.left, right: self.width - EDGE, top, bottom: self.y };
            axes::draw_calendar(frame, &calendar, out)?;
            self.y += calendar.height() + GAP;
        } else {
            out.write_str(&rows)?;
            self.line(out, NO_TIMES.in_lang(self.lang), Font::LABEL, SOFT)?;
        }
        self.legend(out)?;
        self.y += EDGE;
        Ok(())
    }

    /// A line of text from the left edge.
    fn line(&mut self, out: &mut String, text: &str, font: Font, fill: &str) -> Result {
        draw::text(out, (EDGE, self.y + font.size), font, fill, Anchor::Start, text)?;
        self.y += font.line();
        Ok(())
    }

    /// The times without new practice, the months, and the day.
    fn behind(&self, time: TimeAxis, calendar: &Calendar, top: f64, out: &mut String) -> Result {
        for one in &self.plan.blackouts {
            if let Some((from, to)) = drawn(one.starts_on, one.ends_on) {
                rect(out, (time.at(from), top, time.at(to), self.y), BAND, Some(LIMIT))?;
            }
        }
        for cell in calendar.cells.iter().filter(|cell| cell.begins) {
            draw::line(out, (cell.left, top), (cell.left, self.y), Stroke::solid(GRID, 1.0))?;
        }
        let day = number(self.as_of);
        if time.holds(day) {
            let x = time.at(day + 0.5);
            draw::line(out, (x, top), (x, self.y), DAY)?;
        }
        Ok(())
    }

    fn rows(&mut self, out: &mut String) -> Result {
        let plan = self.plan;
        let carried_out = plan.carried_out();
        for (n, phase) in (1..).zip(&plan.phases) {
            let y = self.words_of(out, &phase.heading(n, self.lang), &phase.time(self.lang), HEADING)?;
            if let Some((time, (from, to))) = self.time.zip(drawn(phase.starts_on, phase.ends_on)) {
                rect(out, (time.at(from), y + 3.0, time.at(to), y + 8.0), INK, None)?;
            }
            self.y += GAP;
            for (n, row) in (1..).zip(&phase.rows) {
                let state = row.state(self.as_of);
                let said = format!(
                    "{} · {}",
                    state.label().in_lang(self.lang),
                    self.plan.responsible(row, self.lang)
                );
                let y = self.words_of(out, &row.name(n, self.lang), &said, Font::LABEL)?;
                if let Some(time) = self.time {
                    let spans = row.spans.iter();
                    for (from, to) in spans.filter_map(|span| drawn(Some(span.from), Some(span.end()))) {
                        bar(out, (time.at(from), y, time.at(to)), state)?;
                    }
                    if let Some(from) = row.starts_on().filter(|_| row.begins_practice()) {
                        diamond(out, (time.at(start(from)), y + BAR / 2.0))?;
                    }
                }
                self.y += GAP;
            }
            for (n, task) in phase.without_row(&carried_out) {
                self.words_of(out, &task.name(n, self.lang), WITHOUT_ROW.in_lang(self.lang), Font::LABEL)?;
                self.y += GAP;
            }
        }
        Ok(())
    }

    /// The words of a row, and paler ones below. Returns where its bar begins.
    fn words_of(
        &mut self,
        out: &mut String,
        words: &str,
        below: &str,
        font: Font,
    ) -> core::result::Result<f64, core::fmt::Error> {
        let top = self.y;
        let is_beside = self.width >= BESIDE;
        for (text, font, fill, lines) in [(words, font, INK, 3), (below, Font::LABEL, SOFT, 2)] {
            for line in font.wrap(&cleaned(text), self.words, lines) {
                if is_beside {
                    self.line(out, &line, font, fill)?;
                } else {
                    // Above the bars, the words cross the lines of the calendar and of the day.
                    draw::text_on_lines(out, (EDGE, self.y + font.size), font, fill, &line)?;
                    self.y += font.line();
                }
            }
        }
        if is_beside {
            return Ok(top);
        }
        let y = self.y + 3.0;
        if self.time.is_some() {
            self.y = y + BAR;
        }
        Ok(y)
    }

    /// What the shapes in the picture mean.
    fn legend(&mut self, out: &mut String) -> Result {
        let states =
            [RowState::Done, RowState::Late, RowState::Unreported, RowState::Running, RowState::Ahead];
        let rows = || self.plan.rows().filter(|row| !row.spans.is_empty());
        let mut keys: Vec<(Key, &str)> = Vec::new();
        for state in states.into_iter().filter(|state| rows().any(|row| row.state(self.as_of) == *state)) {
            keys.push((Key::State(state), state.label().in_lang(self.lang)));
        }
        if rows().any(TimetableRow::begins_practice) {
            keys.push((Key::Begins, BEGINS.in_lang(self.lang)));
        }
        if self.plan.blackouts.iter().any(|one| drawn(one.starts_on, one.ends_on).is_some()) {
            keys.push((Key::Blackout, BLACKOUT.in_lang(self.lang)));
        }
        let day = day_in_lang(self.as_of, self.lang).to_string();
        if self.time.is_some_and(|time| time.holds(number(self.as_of))) {
            keys.push((Key::Day, &day));
        }
        let mut x = EDGE;
        for (key, words) in &keys {
            let width = 34.0 + Font::LABEL.width(words);
            if x > EDGE && x + width > self.width - EDGE {
                (x, self.y) = (EDGE, self.y + Font::LABEL.line() + 4.0);
            }
            key.draw(out, x, self.y)?;
            let at = (x + 30.0, self.y + Font::LABEL.size);
            draw::text(out, at, Font::LABEL, INK, Anchor::Start, words)?;
            x += width + 14.0;
        }
        if !keys.is_empty() {
            self.y += Font::LABEL.line();
        }
        Ok(())
    }
}

/// A shape of the legend.
enum Key {
    State(RowState),
    Begins,
    Blackout,
    Day,
}

impl Key {
    fn draw(&self, out: &mut String, x: f64, y: f64) -> Result {
        match *self {
            Self::State(state) => bar(out, (x, y + 1.0, x + 24.0), state),
            Self::Begins => diamond(out, (x + 12.0, y + 7.0)),
            Self::Blackout => rect(out, (x, y, x + 24.0, y + 14.0), BAND, Some(LIMIT)),
            Self::Day => draw::line(out, (x + 12.0, y - 1.0), (x + 12.0, y + 15.0), DAY),
        }
    }
}

/// The first and the last day that the plan states, as places on the axis.
fn extent(plan: &ImplementationPlan) -> Option<(f64, f64)> {
    let phases = plan.phases.iter().flat_map(|phase| [phase.starts_on, phase.ends_on]).flatten();
    let rows = plan.rows().flat_map(|row| &row.spans).flat_map(|span| [span.from, span.end()]);
    let blackouts = plan.blackouts.iter().flat_map(|one| [one.starts_on, one.ends_on]).flatten();
    phases.chain(rows).chain(blackouts).fold(None, |extent, on| {
        let (first, last) = extent.unwrap_or((start(on), end(on)));
        Some((first.min(start(on)), last.max(end(on))))
    })
}

/// From the beginning of the first day to the end of the last one. Returns `None` if it is not drawn: a date is not
/// stated, or it ends before it begins.
fn drawn(from: Option<PartialDate>, to: Option<PartialDate>) -> Option<(f64, f64)> {
    let (from, to) = (start(from?), end(to?));
    (from < to).then_some((from, to))
}

fn start(on: PartialDate) -> f64 {
    number(on.first_day())
}

/// The end of the last day.
fn end(on: PartialDate) -> f64 {
    number(on.last_day()) + 1.0
}

/// The bar of a state: thin if the work is done, filled if it is under way, open if it is ahead. It is open in another
/// colour if its time has passed, with strokes if the plan says that it is late.
fn bar(out: &mut String, (left, top, right): (f64, f64, f64), state: RowState) -> Result {
    let right = right.max(left + 2.0);
    let (middle, bottom) = (top + BAR / 2.0, top + BAR);
    match state {
        RowState::Done => rect(out, (left, middle - 2.5, right, middle + 2.5), SOFT, None),
        RowState::Running => rect(out, (left, top, right, bottom), DATA, None),
        RowState::Ahead | RowState::WithoutTime => rect(out, (left, top, right, bottom), "#fff", Some(DATA)),
        RowState::Unreported => rect(out, (left, top, right, bottom), "#fff", Some(BEYOND)),
        RowState::Late => {
            rect(out, (left, top, right, bottom), "#fff", Some(BEYOND))?;
            let mut strokes = draw::Steps::default();
            let mut x = left + 2.0;
            // As many as fit.
            while x + BAR - 4.0 < right {
                strokes.move_to((x, bottom - 2.0))?;
                strokes.line_to((x + BAR - 4.0, top + 2.0))?;
                x += 8.0;
            }
            draw::path(out, &strokes.path, Stroke::solid(BEYOND, 1.6))
        }
    }
}

fn rect(
    out: &mut String,
    (left, top, right, bottom): (f64, f64, f64, f64),
    fill: &str,
    stroke: Option<&str>,
) -> Result {
    let (width, height) = (Px(right - left), Px(bottom - top));
    write!(out, r#"<rect x="{}" y="{}" width="{width}" height="{height}" fill="{fill}""#, Px(left), Px(top))?;
    if let Some(stroke) = stroke {
        write!(out, r#" stroke="{stroke}" stroke-width="1.6""#)?;
    }
    out.write_str("/>\n")
}

/// Where a new practice begins.
fn diamond(out: &mut String, (x, y): (f64, f64)) -> Result {
    let (left, right, up, down) = (Px(x - 6.0), Px(x + 6.0), Px(y - 7.0), Px(y + 7.0));
    let (x, y) = (Px(x), Px(y));
    writeln!(
        out,
        r##"<path d="M{x} {up}L{right} {y}L{x} {down}L{left} {y}Z" fill="{INK}" stroke="#fff" stroke-width="1"/>"##
    )
}
