//! The process measures of a service, by department.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use super::{department_name, head};
use crate::Lang;
use crate::goal::{Caseload, Counted, PartCount, PartStatus, ProcessCount, ProcessMeasure, RecordPart};
use crate::id::Id;
use crate::organisation::Department;
use crate::page::sheet::{Detail, Sheet};
use crate::page::title::capital;
use crate::text::Bilingual;

pub(super) fn title(caseload: &Caseload, lang: Lang) -> String {
    let what = Bilingual::new("Procesmål", "Process measures").in_lang(lang);
    let name = caseload.service.as_ref().and_then(|service| service.name.as_ref());
    match name.filter(|name| !name.is_blank()) {
        Some(name) => format!("{what}: {}", name.as_str().trim()),
        None => what.into(),
    }
}

pub(super) fn tell(caseload: &Caseload, as_of: NaiveDate, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
    let counts = by_department(caseload, as_of);
    let all = counts.iter().fold(ProcessCount::default(), |all, (_, one)| all.plus(one));
    sheet.paragraph(&head(&all, as_of, lang))?;
    let total = Bilingual::new("I alt", "In all").in_lang(lang);
    for measure in ProcessMeasure::ALL {
        sheet.section(&capital(measure.label().in_lang(lang)))?;
        sheet.paragraph(Bilingual::new("Mål: 0.", "Target: 0.").in_lang(lang))?;
        for (department, count) in &counts {
            // With one row alone, the total says it.
            if counts.len() > 1 || department.is_some() {
                item(
                    &capital(&department_name(caseload, *department, lang)),
                    count.of(*measure),
                    lang,
                    sheet,
                )?;
            }
        }
        item(total, all.of(*measure), lang, sheet)?;
    }
    parts(caseload, as_of, lang, sheet)
}

/// Which parts the records of the open sub-goals state.
fn parts(caseload: &Caseload, as_of: NaiveDate, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
    let heading =
        Bilingual::new("Hvad der er oplyst om de åbne delmål", "What is stated of the open sub-goals");
    sheet.section(heading.in_lang(lang))?;
    let counts = caseload.count_parts(as_of);
    for part in RecordPart::ALL {
        let PartCount { stated, not_stated, .. } = counts.of(*part);
        let applicable = stated.saturating_add(not_stated);
        let name = capital(part.label().in_lang(lang));
        let words = match (applicable, lang) {
            (0, _) => PartStatus::NotApplicable.label().in_lang(lang).into(),
            (_, Lang::Da) => format!("{stated} af {applicable}"),
            (_, Lang::En) => format!("{stated} of {applicable}"),
        };
        sheet.item(&format!("{name}: {words}"), &[])?;
    }
    Ok(())
}

/// The departments in the order of the service, then those that it does not list, then the citizens without one.
fn by_department(caseload: &Caseload, as_of: NaiveDate) -> Vec<(Option<Id<Department>>, ProcessCount)> {
    let mut counts = caseload.count_by_department(as_of);
    let listed = caseload.service.iter().flat_map(|service| &service.departments);
    let mut sorted: Vec<_> =
        listed.map(|one| (Some(one.id), counts.remove(&Some(one.id)).unwrap_or_default())).collect();
    let without = counts.remove(&None);
    sorted.extend(counts);
    sorted.extend(without.map(|count| (None, count)));
    sorted
}

pub(in crate::page) fn item(name: &str, counted: Counted, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
    let Counted { exceptions, of, not_assessable } = counted;
    let between = Bilingual::new("af", "of").in_lang(lang);
    let label = Bilingual::new("Kan ikke vurderes", "Not assessable").in_lang(lang);
    let why = Bilingual::new("uden dato", "without a date").in_lang(lang);
    let detail = Detail { label, values: vec![format!("{not_assessable} {why}")] };
    let details = if not_assessable > 0 { vec![detail] } else { Vec::new() };
    sheet.item(&format!("{name}: {exceptions} {between} {of}"), &details)
}
