//! What a target figure needs in order to be assessed.

use chrono::NaiveDate;

use crate::date::PartialDate;
use crate::report::{Checking, Path};
use crate::rule::{Basis, Rule, RuleCode, Severity, SourceDocument, SourceRef, facts};
use crate::target::TargetFigure;
use crate::text::{Bilingual, Lang};

pub(crate) static ASSESSABLE: Rule = Rule {
    code: RuleCode::literal("TAR002"),
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-031", "R-173"],
    sources: &[
        SourceRef::agreement("1.3.1"),
        SourceRef::agreement("1.5.3"),
        SourceRef::agreement("1.8.5"),
        SourceRef::new(SourceDocument::IHI, "Setting Aims"),
    ],
    title: Bilingual::new(
        "et måltal har indikator, retning, værdi, enhed, population, måletidspunkt og datakilde",
        "a target figure has indicator, direction, value, unit, population, measuring time and data source",
    ),
    why: Bilingual::new(
        "Mangler en af delene, kan ingen afgøre, om måltallet er nået.",
        "If a part is missing, nobody can decide whether the figure is reached.",
    ),
    remedy: Bilingual::new("Tilføj de dele, der ikke er oplyst.", "Add the parts that are not stated."),
    example: Bilingual::new(
        "1.5.3: 80 % af de nyansatte – uden tidspunkt for målingen og uden datakilde.",
        "1.5.3: 80% of new staff – with no measuring time and no data source.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn assessable(target: &TargetFigure, at: &Path<'_>, cx: &mut Checking<'_>) {
    if target.is_open() {
        return; // open by its own words: nothing to assess yet
    }
    cx.all_stated(at, target.parts());
}

facts! {
    /// What is measured was chosen after the measuring began.
    struct ListFixedLate {
        /// The earliest day that the list can have been fixed on.
        fixed_on / "fixedOn": NaiveDate,
        /// The last day of the measuring.
        measured_at / "measuredAt": NaiveDate,
    }
    message |facts, lang, f| {
        let fixed_on = crate::date::day_in_lang(facts.fixed_on, lang);
        let measured_at = crate::date::day_in_lang(facts.measured_at, lang);
        match lang {
            Lang::Da => write!(f, "det, der måles på, er tidligst valgt {fixed_on}, altså efter målingen (senest {measured_at})"),
            Lang::En => write!(f, "what is measured was chosen on {fixed_on} at the earliest, that is after the measuring (by {measured_at})"),
        }
    }
}

pub(crate) static LIST_FIXED_FIRST: Rule = Rule {
    code: RuleCode::literal("TAR005"),
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-030"],
    sources: &[SourceRef::agreement("1.8.5")],
    title: Bilingual::new(
        "det, et måltal måles på, er valgt, før der måles",
        "what a target figure is measured on is chosen before the measuring",
    ),
    why: Bilingual::new(
        "Vælges kravene bagefter, måler andelen valget og ikke arbejdet.",
        "If the requirements are chosen afterwards, the share measures the choice and not the work.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvornår listen blev lagt fast, og læg den fast, før der måles.",
        "State when the list was fixed, and fix it before the measuring.",
    ),
    example: Bilingual::new(
        "1.8.5: netværket vælger de krav, som 90 % skal være opfyldt af; det fremgår ikke hvornår.",
        "1.8.5: the network selects the requirements of which 90% are to be met; it is not said when.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn list_fixed_first(target: &TargetFigure, at: &Path<'_>, cx: &mut Checking<'_>) {
    let Some(population) = target.population.as_ref().filter(|p| p.selected_by.is_some()) else { return };
    let at = at.key("population");
    let fixed_on = population.fixed_on;
    let day = Bilingual::new("hvornår listen er lagt fast", "when the list was fixed");
    if cx.all_stated(&at, [(fixed_on.is_some(), day)])
        && let Some(fixed_on) = fixed_on.map(PartialDate::first_day)
        && let Some(measured_at) = target.measured_at.as_ref().and_then(|when| when.deadline(None))
        && fixed_on > measured_at
    {
        cx.not_met(&at.key("fixedOn"), ListFixedLate { fixed_on, measured_at });
    }
}
