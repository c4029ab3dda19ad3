//! Pages about citizens' sub-goals: what a department has to do, and what a service counts.

mod department;
pub(super) mod service;

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use super::sheet::{Detail, Sheet};
use super::title::capital;
use super::{About, Options, Page};
use crate::Lang;
use crate::date::day_in_lang;
use crate::goal::{Caseload, Citizen, ProcessCount, SubGoal};
use crate::id::Id;
use crate::organisation::Department;
use crate::text::{Bilingual, Text, counted, in_quotes};

const WITHOUT_DEPARTMENT: Bilingual =
    Bilingual::new("borgere uden angivet afdeling", "citizens without a stated department");

/// What a page about a caseload shows.
#[derive(Debug, Clone, Copy)]
pub(super) struct OfCaseload<'a> {
    caseload: &'a Caseload,
    as_of: NaiveDate,
    part: Part,
}

#[derive(Debug, Clone, Copy)]
enum Part {
    Department(Option<Id<Department>>),
    Service,
}

/// What the caller calls a citizen.
#[derive(Clone, Copy)]
pub(super) struct Names<'a>(&'a (dyn Fn(Id<Citizen>) -> Option<String> + Sync));

impl fmt::Debug for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Names")
    }
}

impl<'a> Page<'a> {
    /// A page about the sub-goals of one department on a day, in Danish: those past their evaluation date or end date, the longest
    /// first; those due within 14 days; open ones of which a part of the record is not stated ([`RecordPart`](crate::goal::RecordPart));
    /// and the citizens without a sub-goal. `None` stands for the citizens without a stated department.
    ///
    /// Citizens are named by their ids, unless [`with_citizen_names`](Self::with_citizen_names) says more, and sub-goals by
    /// their position, unless [`with_texts`](Self::with_texts) is set.
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, id::Id, page::Page};
    /// use kvalitetsmodel::goal::{Caseload, Citizen, SubGoal};
    ///
    /// let mut citizen = Citizen::new(Id::from_u128(2));
    /// citizen.sub_goals.push(SubGoal {
    ///     evaluate_by: Some("2024-01-31".parse()?),
    ///     ..SubGoal::new(Id::from_u128(3))
    /// });
    /// let mut caseload = Caseload::new(Id::from_u128(1));
    /// caseload.citizens.push(citizen);
    /// let name = |_| Some("room 4".to_owned());
    /// let page = Page::of_department(&caseload, None, "2024-02-02".parse()?).with_citizen_names(&name).with_lang(Lang::En);
    /// let text = page.text().to_string();
    /// assert!(text.contains("- Room 4, sub-goal: the last day was 31 January 2024, 2 days ago\n"), "{text}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn of_department(
        caseload: &'a Caseload,
        department: Option<Id<Department>>,
        as_of: NaiveDate,
    ) -> Self {
        let part = Part::Department(department);
        Self::about(About::Caseload(OfCaseload { caseload, as_of, part }))
    }

    /// A page with the three process measures of a service on a day, by department, in Danish: how many exceptions, of
    /// how many, and what cannot be assessed. The target of each is 0.
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, id::Id, page::Page};
    /// use kvalitetsmodel::goal::{Caseload, Citizen};
    ///
    /// let mut caseload = Caseload::new(Id::from_u128(1));
    /// caseload.citizens = vec![Citizen::new(Id::from_u128(2))];
    /// let page = Page::of_service(&caseload, "2024-02-02".parse()?);
    /// let text = page.text().to_string();
    /// assert!(text.contains("Borgere uden delmål\n-------------------\nMål: 0.\n\n- I alt: 1 af 1\n"), "{text}");
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub const fn of_service(caseload: &'a Caseload, as_of: NaiveDate) -> Self {
        Self::about(About::Caseload(OfCaseload { caseload, as_of, part: Part::Service }))
    }

    /// Names citizens on the page of a department or of an agenda: by what the function returns for an id, or by the id where it returns
    /// `None`.
    #[must_use]
    pub const fn with_citizen_names(
        mut self,
        name: &'a (dyn Fn(Id<Citizen>) -> Option<String> + Sync),
    ) -> Self {
        self.options.names = Some(Names(name));
        self
    }

    /// Shows what was written: the sub-goals on the page of a department, the judgements on that of an audit, and the changes
    /// on that of PDSA cycles.
    /// The page is then as confidential as the record.
    #[must_use]
    pub const fn with_texts(mut self) -> Self {
        self.options.with_texts = true;
        self
    }
}

impl OfCaseload<'_> {
    pub(super) fn title(&self, lang: Lang) -> String {
        match self.part {
            Part::Department(department) => department::title(self.caseload, department, lang),
            Part::Service => service::title(self.caseload, lang),
        }
    }

    /// Writes the page.
    pub(super) fn tell(&self, options: &Options<'_>, sheet: &mut dyn Sheet) -> fmt::Result {
        sheet.title(&self.title(options.lang))?;
        if let Some(name) = options.name {
            sheet.paragraph(name)?;
        }
        match self.part {
            Part::Department(department) => {
                department::tell(self.caseload, department, self.as_of, options, sheet)?;
            }
            Part::Service => service::tell(self.caseload, self.as_of, options.lang, sheet)?,
        }
        sheet.end()
    }
}

/// What a department is called.
fn department_name(caseload: &Caseload, department: Option<Id<Department>>, lang: Lang) -> String {
    let Some(id) = department else { return WITHOUT_DEPARTMENT.in_lang(lang).into() };
    let mut departments = caseload.service.iter().flat_map(|service| &service.departments);
    let found = departments.find(|one| one.id == id);
    let name = found.and_then(|one| one.name.as_ref()).filter(|name| !name.is_blank());
    name.map_or_else(|| id.to_string(), |name| name.as_str().trim().into())
}

/// The day, and how many citizens and open sub-goals were counted on it.
fn head(counted_on: &ProcessCount, as_of: NaiveDate, lang: Lang) -> String {
    let day = day_in_lang(as_of, lang);
    let (citizens, open) = (counted_on.citizens, counted_on.open_sub_goals);
    let head = match lang {
        Lang::Da => format!(
            "Opgjort pr. {day}: {} med {}.",
            counted(citizens, "borger", "borgere"),
            counted(open, "åbent delmål", "åbne delmål")
        ),
        Lang::En => format!(
            "As of {day}: {} with {}.",
            counted(citizens, "citizen", "citizens"),
            counted(open, "open sub-goal", "open sub-goals")
        ),
    };
    let later = match (counted_on.set_later, lang) {
        (0, _) => return head,
        (later, Lang::Da) => {
            format!("Ikke talt med: {}, der er oprettet senere.", counted(later, "delmål", "delmål"))
        }
        (later, Lang::En) => format!("Not counted: {} set later.", counted(later, "sub-goal", "sub-goals")),
    };
    format!("{head} {later}")
}

/// A citizen, as the caller or the record calls one.
pub(super) fn who(citizen: Id<Citizen>, options: &Options<'_>) -> String {
    let name = options.names.and_then(|Names(name)| name(citizen));
    let name = name.filter(|name| !super::sheet::is_blank(name));
    capital(&name.unwrap_or_else(|| {
        format!("{} {citizen}", Bilingual::new("borger", "citizen").in_lang(options.lang))
    }))
}

/// A sub-goal by its position, if the citizen has several.
fn which(citizen: &Citizen, sub_goal: &SubGoal, lang: Lang) -> String {
    let what = Bilingual::new("delmål", "sub-goal").in_lang(lang);
    let position = citizen.sub_goals.iter().position(|one| core::ptr::eq(one, sub_goal));
    match position {
        Some(at) if citizen.sub_goals.len() > 1 => format!("{what} {}", at.saturating_add(1)),
        _ => what.into(),
    }
}

/// The sub-goal in words, if they are wanted.
fn texts(sub_goal: &SubGoal, options: &Options<'_>) -> Vec<Detail> {
    let label = Bilingual::new("Delmål", "Sub-goal").in_lang(options.lang);
    let text = sub_goal.text.as_ref().filter(|text| options.with_texts && !text.is_blank());
    let detail =
        text.map(|text: &Text| Detail { label, values: vec![in_quotes(text.as_str(), options.lang)] });
    detail.into_iter().collect()
}

fn days(n: i64, lang: Lang) -> impl fmt::Display {
    let (one, several) = match lang {
        Lang::Da => ("dag", "dage"),
        Lang::En => ("day", "days"),
    };
    counted(n.unsigned_abs(), one, several)
}
