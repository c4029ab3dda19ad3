//! A page about a project with learning circles: what was planned and what was carried out, how far the core elements
//! have come, and what is due.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use super::sheet::{Detail, NOT_STATED, Sheet, is_blank, shown};
use super::tasks::is_open;
use super::title::{capital, title_of_circles};
use super::{About, Options, Page};
use crate::Lang;
use crate::agenda::Agenda;
use crate::circle::{
    CirclePlan, CircleProject, Completion, CoreElement, ElementStage, ElementStep, LearningCircle,
    PlanComparison,
};
use crate::date::day_in_lang;
use crate::id::{Id, Identified as _};
use crate::sorted::{of, sort_by_key};
use crate::text::{Bilingual, Text, counted, enumerated, in_quotes};

const PLANNED: Bilingual = Bilingual::new("Planlagt og gennemført", "Planned and carried out");
const CIRCLES: Bilingual = Bilingual::new("Læringscirklerne", "The learning circles");
const ELEMENTS: Bilingual = Bilingual::new("Kerneelementerne", "The core elements");
const DUE: Bilingual = Bilingual::new("Det, der mangler at ske", "What is still to be done");
const PARTICIPANTS: Bilingual = Bilingual::new("Deltagere", "Participants");
const MEETINGS: Bilingual = Bilingual::new("Møder", "Meetings");
const ROLES: Bilingual = Bilingual::new("Roller i planen, der mangler", "Planned roles that are missing");
const SECTORS: Bilingual =
    Bilingual::new("Sektorer i planen, der mangler", "Planned sectors that are missing");
const DONE: Bilingual = Bilingual::new("ja, dato ikke oplyst", "yes, date not stated");
const NOT_YET: Bilingual = Bilingual::new("ikke endnu", "not yet");
const PLANNED_FOR: Bilingual = Bilingual::new("planlagt", "planned for");
const WHETHER: Bilingual =
    Bilingual::new("ikke oplyst, om det er sket", "not stated whether it was carried out");

impl<'a> Page<'a> {
    /// A page about a project with learning circles on a day, in Danish: the numbers of its plan next to what was
    /// carried out, each circle, how far the core elements have come, and what is due.
    ///
    /// ```
    /// use kvalitetsmodel::circle::{CirclePlan, CircleProject};
    /// use kvalitetsmodel::{id::Id, page::Page};
    ///
    /// let mut project = CircleProject::new(Id::from_u128(1));
    /// project.plan = Some(CirclePlan::erantis());
    /// let text = Page::of_circles(&project, "2022-01-15".parse()?).text().to_string();
    /// assert!(text.contains("- Workshops: planlagt 3, faktisk antal ikke oplyst: kan ikke vurderes\n"), "{text}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn of_circles(project: &'a CircleProject, as_of: NaiveDate) -> Self {
        Self::about(About::Circles(OfCircles { project, as_of }))
    }
}

/// A project on a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct OfCircles<'a> {
    pub(super) project: &'a CircleProject,
    pub(super) as_of: NaiveDate,
}

impl OfCircles<'_> {
    /// Writes the page.
    pub(super) fn tell(&self, options: &Options<'_>, sheet: &mut dyn Sheet) -> fmt::Result {
        let lang = options.lang;
        sheet.title(&title_of_circles(self.project, lang))?;
        if let Some(name) = options.name {
            sheet.paragraph(name)?;
        }
        sheet.paragraph(&self.period(lang))?;
        self.tell_plan(lang, sheet)?;
        self.due(lang, sheet)?;
        sheet.end()
    }

    /// Writes what was planned and what was carried out.
    pub(super) fn tell_plan(&self, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        let rows = self.project.compare_with_plan(self.as_of);
        sheet.section(PLANNED.in_lang(lang))?;
        // A row for which neither the plan nor the project states a number says nothing.
        let is_said = |row: &&PlanComparison| row.is_planned() || row.actual.is_some();
        for row in rows.iter().filter(|row| row.circle.is_none()).filter(is_said) {
            let what = capital(row.what.label().in_lang(lang));
            sheet.item(&format!("{what}: {}", self.row(row, lang)), &[])?;
        }
        self.leader_workshops(lang, sheet)?;
        self.circles(lang, sheet)?;
        self.elements(lang, sheet)
    }

    /// What was planned and carried out. Until the project ends, a lower number is no deviation; before it begins,
    /// nothing is missing.
    fn row(&self, row: &PlanComparison, lang: Lang) -> String {
        let has_begun = self.project.starts_on.is_none_or(|start| start.first_day() <= self.as_of);
        if row.actual.is_none() && !has_begun {
            row.planned_in_lang(lang).to_string()
        } else if self.project.ends_on.is_some_and(|end| self.as_of < end.first_day()) {
            row.so_far_in_lang(lang).to_string()
        } else {
            row.in_lang(lang).to_string()
        }
    }

    fn period(&self, lang: Lang) -> String {
        let not_stated = || String::from(NOT_STATED.in_lang(lang));
        let day = day_in_lang(self.as_of, lang);
        let starts = self.project.starts_on.map_or_else(not_stated, |on| on.in_lang(lang).to_string());
        let ends = self.project.ends_on.map_or_else(not_stated, |on| on.in_lang(lang).to_string());
        match lang {
            Lang::Da => format!("Pr. {day}. Begyndelse: {starts}. Afslutning: {ends}."),
            Lang::En => format!("As of {day}. Beginning: {starts}. End: {ends}."),
        }
    }

    /// How often the leaders were to meet, and where it took longer.
    fn leader_workshops(&self, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        let Some(months) = self.project.plan.as_ref().and_then(|plan| plan.leader_workshop_months) else {
            return Ok(());
        };
        let (said, label) = match lang {
            Lang::Da => {
                let months = counted(months.into(), "måned", "måneder");
                (format!("Mellem lederworkshops: planlagt højst {months}"), "Længere imellem")
            }
            Lang::En => {
                let months = counted(months.into(), "month", "months");
                (format!("Between leader workshops: planned at most {months}"), "Longer apart")
            }
        };
        let late = self.project.late_leader_workshops(self.as_of);
        let apart = late.iter().map(|(one, next)| format!("{} – {}", one.in_lang(lang), next.in_lang(lang)));
        let values: Vec<String> = apart.collect();
        let details = if values.is_empty() { vec![] } else { vec![Detail { label, values }] };
        sheet.item(&said, &details)
    }

    fn circles(&self, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        let unplanned = CirclePlan::default();
        let plan = self.project.plan.as_ref().unwrap_or(&unplanned);
        let numbered = (1_usize..).zip(&self.project.core_elements);
        let mut all_elements: Vec<_> = numbered.map(|(n, one)| (one.id, (n, one))).collect();
        sort_by_key(&mut all_elements, |(id, _)| *id);
        for (n, circle) in (1_usize..).zip(&self.project.circles) {
            if n == 1 {
                sheet.section(CIRCLES.in_lang(lang))?;
            }
            let [participants, meetings] = circle.compare(plan, self.as_of);
            let mut details = vec![
                Detail::new(PARTICIPANTS, self.row(&participants, lang), lang),
                Detail::new(MEETINGS, self.row(&meetings, lang), lang),
            ];
            let elements = elements_of(circle, &all_elements, lang);
            if !elements.is_empty() {
                details.push(Detail { label: ELEMENTS.in_lang(lang), values: elements });
            }
            tell_missing(ROLES, circle.missing_roles(plan), lang, &mut details);
            tell_missing(SECTORS, circle.missing_sectors(plan), lang, &mut details);
            sheet.item(&called(LearningCircle::LABEL, n, circle.name.as_ref(), lang), &details)?;
        }
        Ok(())
    }

    fn elements(&self, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        for (n, element) in (1_usize..).zip(&self.project.core_elements) {
            if n == 1 {
                sheet.section(ELEMENTS.in_lang(lang))?;
            }
            let details = element.steps().map(|(stage, _, step)| {
                let label = match stage {
                    ElementStage::Developed => Bilingual::new("Udviklet", "Developed"),
                    ElementStage::Tested => Bilingual::new("Afprøvet", "Tested"),
                    ElementStage::Described => Bilingual::new("Beskrevet", "Described"),
                };
                Detail::new(label, self.step(step, lang), lang)
            });
            sheet.item(&called(CoreElement::LABEL, n, element.name.as_ref(), lang), &details)?;
        }
        Ok(())
    }

    /// The status of a step. What was carried out after the day of the page counts as not yet carried out.
    fn step(&self, step: ElementStep, lang: Lang) -> String {
        if let Some(done) = step.completion.filter(|one| one.is_done(self.as_of)) {
            return done.on().map_or_else(|| DONE.in_lang(lang).into(), |on| on.in_lang(lang).to_string());
        }
        let on = step.completion.and_then(Completion::on).or(step.planned_on).map(|on| on.in_lang(lang));
        match (step.completion, on) {
            (Some(_), None) => NOT_YET.in_lang(lang).into(),
            (Some(_), Some(on)) => format!("{}, {} {on}", NOT_YET.in_lang(lang), PLANNED_FOR.in_lang(lang)),
            (None, Some(on)) => format!("{} {on}; {}", PLANNED_FOR.in_lang(lang), WHETHER.in_lang(lang)),
            (None, None) => NOT_STATED.in_lang(lang).into(),
        }
    }

    /// What is not done, by date; what has no deadline comes last.
    fn due(&self, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        let mut agenda = Agenda::new(self.as_of);
        agenda.add_draft(self.project);
        let items = agenda.by_date();
        let open: Vec<_> = items.iter().filter(|item| is_open(item)).collect();
        if open.is_empty() {
            return Ok(());
        }
        sheet.section(DUE.in_lang(lang))?;
        for item in open {
            sheet.item(&capital(&item.in_lang(lang).to_string()), &[])?;
        }
        Ok(())
    }
}

/// The core elements that a circle works with, in the order of the project, if the project lists them.
fn elements_of(
    circle: &LearningCircle,
    all: &[(Id<CoreElement>, (usize, &CoreElement))],
    lang: Lang,
) -> Vec<String> {
    let mut of_circle: Vec<_> =
        circle.core_elements.iter().flat_map(|id| of(all, *id)).map(|(_, numbered)| *numbered).collect();
    sort_by_key(&mut of_circle, |(n, _)| *n);
    of_circle.dedup_by_key(|(n, _)| *n);
    let names = of_circle.into_iter();
    names.map(|(n, element)| called(CoreElement::LABEL, n, element.name.as_ref(), lang)).collect()
}

/// The kind, the position and the name.
fn called(kind: Bilingual, n: usize, name: Option<&Text>, lang: Lang) -> String {
    let name = shown(name).map(|name| format!(" {}", in_quotes(name, lang))).unwrap_or_default();
    format!("{} {n}{name}", capital(kind.in_lang(lang)))
}

/// Adds what a circle lacks, unless it lacks nothing or this is not known.
fn tell_missing(label: Bilingual, missing: Option<Vec<&Text>>, lang: Lang, details: &mut Vec<Detail>) {
    let missing = missing.unwrap_or_default().into_iter().map(Text::as_str).filter(|one| !is_blank(one));
    let missing: Vec<String> = missing.map(String::from).collect();
    if !missing.is_empty() {
        details.push(Detail::new(label, enumerated(&missing, lang), lang));
    }
}
