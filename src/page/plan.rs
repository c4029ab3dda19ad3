//! A page about an implementation plan: what is late, what has no responsible, what runs, and its picture.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use super::sheet::{Detail, Figure, NOT_STATED, Sheet};
use super::title::{capital, title_of_plan};
use super::{About, Options, Page};
use crate::Lang;
use crate::date::as_of_in_lang;
use crate::plan::{ImplementationPlan, PlanActor, PlanPhase, RowState, TimetableRow};
use crate::text::{Bilingual, enumerated};

const WITHOUT_RESPONSIBLE: Bilingual = Bilingual::new("Uden ansvarlig", "Nobody responsible");
const WITHOUT_ROW: Bilingual =
    Bilingual::new("Opgaver uden række i tidsplanen", "Tasks without a row in the timetable");
const TIMETABLE: Bilingual = Bilingual::new("Tidsplanen", "The timetable");
const PHASE: Bilingual = Bilingual::new("Fase", "Phase");
const WHEN: Bilingual = Bilingual::new("Hvornår", "When");
const RESPONSIBLE: Bilingual = Bilingual::new("Ansvarlig", "Responsible");
const SUPPORT: Bilingual = Bilingual::new("Støtte", "Support");
const CARRIED_OUT: Bilingual = Bilingual::new("Gennemført", "Carried out");
const NOT_YET: Bilingual = Bilingual::new("ikke endnu", "not yet");

/// The words for a state after the number of its rows: one, and several.
fn counted_as(state: RowState) -> [Bilingual; 2] {
    match state {
        RowState::Unreported => [
            Bilingual::new(
                "hvis tid er gået, uden at det er oplyst, om den er gennemført",
                "whose time has passed, completion not stated",
            ),
            Bilingual::new(
                "hvis tid er gået, uden at det er oplyst, om de er gennemført",
                "whose time has passed, completion not stated",
            ),
        ],
        RowState::WithoutTime => [Bilingual::new("uden oplyst tidspunkt", "without a stated time"); 2],
        RowState::Ahead => [
            Bilingual::new("begynder senere", "begins later"),
            Bilingual::new("begynder senere", "begin later"),
        ],
        RowState::Done | RowState::Late | RowState::Running => [state.label(); 2],
    }
}

/// The states of rows, in the order of the page.
const STATES: [RowState; 6] = [
    RowState::Late,
    RowState::Unreported,
    RowState::Running,
    RowState::WithoutTime,
    RowState::Ahead,
    RowState::Done,
];

impl<'a> Page<'a> {
    /// A page about an implementation plan on a day, in Danish: which rows are late, which have nobody responsible,
    /// which run, the listed tasks without a row, until when the plan is approved and by which extensions, and the timetable in
    /// words; in HTML, with the feature `plot`, also as a picture.
    ///
    /// ```
    /// use kvalitetsmodel::page::Page;
    /// use kvalitetsmodel::plan::ImplementationPlan;
    ///
    /// let plan: ImplementationPlan = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000b01",
    ///         "phases": [{ "rows": [{
    ///             "id": "00000000-0000-4000-8000-000000000b02",
    ///             "text": "Prøvehandlinger", "spans": [{ "from": "2017-03" }], "completion": "notDone"
    ///         }] }]
    ///     }"#,
    /// )?;
    /// let text = Page::of_plan(&plan, "2017-04-01".parse()?).text().to_string();
    /// assert!(text.contains("Forsinket\n---------\n- Prøvehandlinger\n  Fase:       Fase 1\n  Hvornår:    marts 2017\n"), "{text}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn of_plan(plan: &'a ImplementationPlan, as_of: NaiveDate) -> Self {
        Self::about(About::Plan(OfPlan { plan, as_of }))
    }
}

/// A plan on a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct OfPlan<'a> {
    pub(super) plan: &'a ImplementationPlan,
    pub(super) as_of: NaiveDate,
}

/// A row with its phase, and the position of each.
type Placed<'a> = (usize, &'a PlanPhase, usize, &'a TimetableRow);

impl OfPlan<'_> {
    /// Writes the page.
    pub(super) fn tell(&self, options: &Options<'_>, sheet: &mut dyn Sheet) -> fmt::Result {
        let lang = options.lang;
        sheet.title(&title_of_plan(self.plan, lang))?;
        if let Some(name) = options.name {
            sheet.paragraph(name)?;
        }
        sheet.paragraph(&self.summary(lang))?;
        self.tell_rows(lang, sheet)?;
        self.tell_timetable(lang, sheet)?;
        sheet.end()
    }

    /// Writes the rows by state.
    fn tell_rows(&self, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        let is = |state| move |row: &TimetableRow| row.state(self.as_of) == state;
        let heading = |state: RowState| capital(state.label().in_lang(lang));
        let [late, unreported, others @ ..] = STATES;
        for state in [late, unreported] {
            self.rows(&heading(state), is(state), lang, sheet)?;
        }
        self.rows(WITHOUT_RESPONSIBLE.in_lang(lang), has_nobody, lang, sheet)?;
        self.tasks(lang, sheet)?;
        for state in others {
            self.rows(&heading(state), is(state), lang, sheet)?;
        }
        Ok(())
    }

    /// The day, and how many rows there are in each state.
    fn summary(&self, lang: Lang) -> String {
        let said = format!("{}.", as_of_in_lang(self.as_of, lang));
        let counts = STATES.map(|state| {
            let rows = self.plan.rows().filter(|row| row.state(self.as_of) == state).count();
            let [one, several] = counted_as(state);
            let said = if rows == 1 { one } else { several };
            (rows > 0).then(|| format!("{rows} {}", said.in_lang(lang)))
        });
        let counts: Vec<String> = counts.into_iter().flatten().collect();
        if !counts.is_empty() {
            let rows = Bilingual::new("Rækker i tidsplanen", "Rows of the timetable").in_lang(lang);
            return format!("{said} {rows}: {}.", counts.join("; "));
        }
        said
    }

    fn rows(
        &self,
        heading: &str,
        is_shown: impl Fn(&TimetableRow) -> bool,
        lang: Lang,
        sheet: &mut dyn Sheet,
    ) -> fmt::Result {
        let phases = (1_usize..).zip(&self.plan.phases);
        let rows = phases
            .flat_map(|(n, phase)| (1_usize..).zip(&phase.rows).map(move |(m, row)| (n, phase, m, row)));
        let mut rows = rows.filter(|(_, _, _, row)| is_shown(row)).peekable();
        if rows.peek().is_some() {
            sheet.section(heading)?;
        }
        rows.try_for_each(|placed| self.row(placed, lang, sheet))
    }

    fn row(&self, (n, phase, m, row): Placed<'_>, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        let mut details = vec![Detail::new(PHASE, phase.heading(n, lang), lang)];
        if !row.spans.is_empty() {
            details.push(Detail::new(WHEN, row.time(lang), lang));
        }
        let names = self.plan.names(&row.responsible, lang);
        let responsible =
            if names.is_empty() { NOT_STATED.in_lang(lang).into() } else { enumerated(&names, lang) };
        details.push(Detail::new(RESPONSIBLE, responsible, lang));
        let support = self.plan.names(&row.supporting, lang);
        if !support.is_empty() {
            details.push(Detail::new(SUPPORT, enumerated(&support, lang), lang));
        }
        if row.state(self.as_of) == RowState::Late {
            details.push(Detail::new(CARRIED_OUT, NOT_YET.in_lang(lang), lang));
        }
        sheet.item(&row.name(m, lang), &details)
    }

    fn tasks(&self, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        let phases = (1_usize..).zip(&self.plan.phases);
        let carried_out = self.plan.carried_out();
        let tasks =
            phases.flat_map(|(n, phase)| phase.without_row(&carried_out).map(move |one| (n, phase, one)));
        for (at, (n, phase, (m, task))) in tasks.enumerate() {
            if at == 0 {
                sheet.section(WITHOUT_ROW.in_lang(lang))?;
            }
            sheet.item(&task.name(m, lang), &[Detail::new(PHASE, phase.heading(n, lang), lang)])?;
        }
        Ok(())
    }

    /// Writes until when the plan is approved, and the timetable in words, or as a picture.
    pub(super) fn tell_timetable(&self, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        let approvals = self.plan.approvals(lang);
        if !approvals.is_empty() || !self.plan.phases.is_empty() {
            sheet.section(TIMETABLE.in_lang(lang))?;
        }
        approvals.iter().try_for_each(|said| sheet.paragraph(said))?;
        if self.plan.phases.is_empty() {
            return Ok(());
        }
        let words = self.plan.in_words(self.as_of, lang).to_string();
        // Their first line is the day, which is the heading here, and then come the approvals.
        let words = words.lines().skip(approvals.len().saturating_add(1)).map(String::from).collect();
        let figure = Figure { words, picture: picture(self, lang) };
        sheet.entry(&as_of_in_lang(self.as_of, lang).to_string(), &[], Some(&figure))
    }
}

fn has_nobody(row: &TimetableRow) -> bool {
    !row.responsible.iter().any(PlanActor::is_stated)
}

#[cfg(feature = "plot")]
#[expect(clippy::unnecessary_wraps, reason = "without pictures there is none")]
fn picture(of: &OfPlan<'_>, lang: Lang) -> Option<super::sheet::Picture> {
    use crate::chart::PlotOptions;

    // A sheet of A4 has room for 670 pixels, a telephone for 328.
    let svg = |width| of.plan.svg(of.as_of, &PlotOptions { lang, width, ..PlotOptions::default() });
    Some(super::sheet::Picture { wide: svg(670), narrow: svg(328) })
}

#[cfg(not(feature = "plot"))]
const fn picture(_of: &OfPlan<'_>, _lang: Lang) -> Option<super::sheet::Picture> {
    None
}
