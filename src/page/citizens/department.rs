//! What a department has to do.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use super::{days, department_name, head, texts, which, who};
use crate::Lang;
use crate::date::{DutyStatus, day_in_lang};
use crate::goal::{
    Caseload, Citizen, Deadline, DeadlineKind, PartCount, PartStatus, ProcessCount, RecordCount, RecordPart,
    SubGoal,
};
use crate::id::Id;
use crate::organisation::Department;
use crate::page::Options;
use crate::page::sheet::Sheet;
use crate::sorted::sort_by;
use crate::text::{Bilingual, enumerated};

const EVALUATION: Bilingual =
    Bilingual::new("Delmål, der skulle være evalueret", "Sub-goals past their evaluation date");
const CLOSING: Bilingual =
    Bilingual::new("Delmål, der skulle være afsluttet", "Sub-goals past their end date");
const SOON: Bilingual = Bilingual::new("Hvad der skal ske inden for 14 dage", "What is due within 14 days");
const LACKING: Bilingual = Bilingual::new(
    "Åbne delmål, hvor noget ikke er oplyst",
    "Open sub-goals of which something is not stated",
);
const NOWHERE: Bilingual =
    Bilingual::new("Ikke oplyst ved noget åbent delmål", "Not stated for any open sub-goal");
const WITHOUT: Bilingual = Bilingual::new("Borgere uden delmål", "Citizens without a sub-goal");
const NONE: Bilingual = Bilingual::new("Ingen.", "None.");

/// **Unit:** days. Sub-goals that are due within this time are listed.
const DAYS_AHEAD: u64 = 14;

pub(super) fn title(caseload: &Caseload, department: Option<Id<Department>>, lang: Lang) -> String {
    let what = Bilingual::new("Delmål", "Sub-goals").in_lang(lang);
    format!("{what}: {}", department_name(caseload, department, lang))
}

pub(super) fn tell(
    caseload: &Caseload,
    department: Option<Id<Department>>,
    as_of: NaiveDate,
    options: &Options<'_>,
    sheet: &mut dyn Sheet,
) -> fmt::Result {
    let lang = options.lang;
    let citizens: Vec<&Citizen> =
        caseload.citizens.iter().filter(|one| one.department == department).collect();
    let mut count = ProcessCount::default();
    for citizen in &citizens {
        count.add(citizen, as_of);
    }
    sheet.paragraph(&head(&count, as_of, lang))?;

    let mut deadlines: Vec<(NaiveDate, Deadline<'_>)> =
        citizens.iter().flat_map(|citizen| citizen.deadlines(as_of)).filter_map(dated).collect();
    sort_by(&mut deadlines, |(one, _), (other, _)| one.cmp(other));
    let mut teller = Teller { options, as_of, sheet };
    for (heading, kind) in [(EVALUATION, DeadlineKind::Evaluation), (CLOSING, DeadlineKind::Closing)] {
        let overdue = deadlines.iter().filter(|(_, one)| one.kind == kind && one.is_overdue());
        teller.deadlines(heading, overdue)?;
    }
    teller.deadlines(SOON, deadlines.iter().filter(|(_, one)| one.is_due_within(DAYS_AHEAD, as_of)))?;
    teller.lacking(&citizens)?;
    let without = citizens.iter().filter(|citizen| citizen.sub_goals.is_empty());
    teller.section(WITHOUT, without.map(|citizen| (who(citizen.id, options), None)))
}

/// A deadline that is not met yet, with its last day.
fn dated(deadline: Deadline<'_>) -> Option<(NaiveDate, Deadline<'_>)> {
    match deadline.status {
        DutyStatus::Due { last_day } | DutyStatus::Overdue { last_day } => Some((last_day, deadline)),
        _ => None,
    }
}

struct Teller<'s, 'o> {
    options: &'s Options<'o>,
    as_of: NaiveDate,
    sheet: &'s mut dyn Sheet,
}

impl Teller<'_, '_> {
    /// A section with its items, or a line that says that there are none.
    fn section<'g>(
        &mut self,
        heading: Bilingual,
        items: impl Iterator<Item = (String, Option<&'g SubGoal>)>,
    ) -> fmt::Result {
        let lang = self.options.lang;
        self.sheet.section(heading.in_lang(lang))?;
        if self.items(items)? { Ok(()) } else { self.sheet.paragraph(NONE.in_lang(lang)) }
    }

    /// Returns `true` if there are any.
    fn items<'g>(
        &mut self,
        items: impl Iterator<Item = (String, Option<&'g SubGoal>)>,
    ) -> Result<bool, fmt::Error> {
        let mut any = false;
        for (words, sub_goal) in items {
            any = true;
            let details = sub_goal.map(|sub_goal| texts(sub_goal, self.options)).unwrap_or_default();
            self.sheet.item(&words, &details)?;
        }
        Ok(any)
    }

    fn deadlines<'d>(
        &mut self,
        heading: Bilingual,
        deadlines: impl Iterator<Item = &'d (NaiveDate, Deadline<'d>)>,
    ) -> fmt::Result {
        let (options, as_of) = (self.options, self.as_of);
        let lang = options.lang;
        let items = deadlines.map(|(last_day, one)| {
            let place =
                format!("{}, {}", who(one.citizen.id, options), which(one.citizen, one.sub_goal, lang));
            let day = day_in_lang(*last_day, lang);
            let what = one.kind.label().in_lang(lang);
            let ago = days(as_of.signed_duration_since(*last_day).num_days(), lang);
            let words = match (one.is_overdue(), lang) {
                (true, Lang::Da) => {
                    format!("sidste dag var {day}, for {ago} siden")
                }
                (true, Lang::En) => {
                    format!("the last day was {day}, {ago} ago")
                }
                (false, Lang::Da) => format!("{what} senest {day}"),
                (false, Lang::En) => format!("{what} due by {day}"),
            };
            (format!("{place}: {words}"), Some(one.sub_goal))
        });
        self.section(heading, items)
    }

    /// The open sub-goals in which a part is not stated. A part that none of them states is mentioned once.
    fn lacking(&mut self, citizens: &[&Citizen]) -> fmt::Result {
        let (options, as_of) = (self.options, self.as_of);
        let lang = options.lang;
        let mut count = RecordCount::default();
        for citizen in citizens {
            count.add(citizen, as_of);
        }
        let nowhere = |part: RecordPart| {
            let count = count.of(part);
            // If one sub-goal lacks it, somebody can add it; if all do, the form or the list has no place for it.
            !matches!(part, RecordPart::Evaluation | RecordPart::ReasonNotInvolved)
                && matches!(count, PartCount { stated: 0, not_stated: 2.., .. })
        };
        let all = citizens.iter().flat_map(|citizen| citizen.sub_goals.iter().map(move |one| (citizen, one)));
        let open = all.filter(|(_, one)| one.was_set(as_of) && !one.is_closed(as_of));
        let items: Vec<_> = open
            .filter_map(|(citizen, one)| {
                let lacks = |part: &RecordPart| !nowhere(*part) && is_lacking(one, *part, as_of);
                let parts = enumerated_parts(lacks, lang)?;
                let place = format!("{}, {}", who(citizen.id, options), which(citizen, one, lang));
                Some((format!("{place}: {parts}"), Some(one)))
            })
            .collect();
        let Some(nowhere) = enumerated_parts(|part| nowhere(*part), lang) else {
            return self.section(LACKING, items.into_iter());
        };
        self.sheet.section(LACKING.in_lang(lang))?;
        let words = NOWHERE.in_lang(lang);
        self.sheet.paragraph(&format!("{words}: {nowhere}."))?;
        self.items(items.into_iter()).map(|_| ())
    }
}

/// Returns `None` if there are none.
fn enumerated_parts(is_one: impl Fn(&RecordPart) -> bool, lang: Lang) -> Option<String> {
    let parts = RecordPart::ALL.iter().filter(|part| is_one(part));
    let parts: Vec<String> = parts.map(|part| part.label().in_lang(lang).to_string()).collect();
    (!parts.is_empty()).then(|| enumerated(&parts, lang))
}

/// An evaluation that was not made is listed among those that are overdue.
fn is_lacking(one: &SubGoal, part: RecordPart, as_of: NaiveDate) -> bool {
    let is_listed = part == RecordPart::Evaluation && one.evaluations.is_empty();
    !is_listed && one.part(part, as_of) == PartStatus::NotStated
}
