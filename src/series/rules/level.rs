//! What the level of a phase rests on.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::figure::Decimal;
use crate::measurement::Observed;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, facts};
use crate::series::ordered::begins_again;
use crate::series::{MeasurementSeries, Phase};
use crate::sorted::sorted;
use crate::text::{Bilingual, counted};
use crate::{Lang, codes};

facts! {
    /// The level rests on few measurements.
    struct FewMeasurements {
        /// How many the level rests on.
        measurements / "measurements": u64,
        /// How many it should rest on.
        at_least / "atLeast": u64,
    }
    message |facts, lang, f| {
        let at_least = facts.at_least;
        match lang {
            Lang::Da => {
                let measurements = counted(facts.measurements, "måling", "målinger");
                write!(f, "niveauet hviler på {measurements}; der skal helst være mindst {at_least}")
            }
            Lang::En => {
                let measurements = counted(facts.measurements, "measurement", "measurements");
                write!(f, "the level rests on {measurements}; there should be at least {at_least}")
            }
        }
    }
}

pub(crate) static ENOUGH: Rule = Rule {
    code: codes::SER010,
    severity: Severity::Information,
    basis: Basis::PublicPractice,
    since: 1,
    requirements: &["R-146"],
    sources: &[
        SourceRef::new(SourceDocument::RUN_CHARTS, "Seriediagrammer"),
        SourceRef::new(SourceDocument::RUN_CHARTS_HANDBOOK, "5.10"),
        SourceRef::new(SourceDocument::SMARTE_2023, "Metodeovervejelser"),
    ],
    title: Bilingual::new(
        "et niveau hviler på mindst 12 målinger",
        "a level rests on at least 12 measurements",
    ),
    why: Bilingual::new(
        "Af få målinger kan ingen se, hvad der er niveauet, og hvad der er tilfældigt.",
        "From few measurements nobody can tell what is the level and what is chance.",
    ),
    remedy: Bilingual::new(
        "Mål videre, og vent med at drage slutninger; eller mål oftere.",
        "Go on measuring, and wait before concluding anything; or measure more often.",
    ),
    example: Bilingual::new(
        "En ny fase med tre målinger, eller en optælling før og en efter.",
        "A new phase of three measurements, or one count before and one after.",
    ),
    implies: &[],
    requires: &[codes::SER006],
};

/// The first day of a phase, its place, how many measurements it has, and how many its level rests on.
type Level = (Option<NaiveDate>, usize, u64, u64);

/// Is there a result that counts, and not 0 of 0?
fn says_how_much(observed: &Observed) -> bool {
    match observed {
        Observed::Share { part, whole } => *whole > 0 && part <= whole,
        Observed::Rate { exposure, .. } => *exposure > Decimal::ZERO,
        Observed::Subgroup { values, .. } => !values.is_empty(),
        Observed::Count { .. } | Observed::Value { .. } => true,
    }
}

pub(crate) fn enough(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mut apart = true;
    begins_again(&series.phases.iter().map(|phase| phase.from), |_, _| apart = false);
    if !apart {
        cx.depends_on(&at.key("phases"), codes::SER006);
        return;
    }
    sorted(
        |put: &mut dyn FnMut(Uuid)| series.exclusions.iter().for_each(|one| put(one.measurement.uuid())),
        |excluded| {
            sorted(
                |put: &mut dyn FnMut(Level)| {
                    for (n, phase) in series.phases.iter().enumerate() {
                        put((phase.from, n, 0, 0));
                    }
                    if series.phases.iter().all(|phase| phase.from.is_some()) {
                        put((None, usize::MAX, 0, 0)); // the days before the first phase
                    }
                },
                |levels| {
                    count(series, excluded, levels);
                    report(series, levels, at, cx);
                },
            );
        },
    );
}

fn count(series: &MeasurementSeries, excluded: &[Uuid], levels: &mut [Level]) {
    for one in series.dated() {
        let found = series.measurements.get(one.place).and_then(|one| one.observed.as_ref());
        if !found.is_some_and(says_how_much) || excluded.binary_search(&one.id().uuid()).is_ok() {
            continue;
        }
        let after = levels.partition_point(|(from, ..)| *from <= Some(one.start));
        let level = after.checked_sub(1).and_then(|n| levels.get_mut(n));
        if let Some((_, phase, all, baseline)) = level {
            let until = series.phases.get(*phase).and_then(|phase| phase.baseline_until);
            *all = all.saturating_add(1);
            *baseline = baseline.saturating_add(u64::from(until.is_none_or(|until| one.start <= until)));
        }
    }
}

fn report(series: &MeasurementSeries, levels: &[Level], at: &Path<'_>, cx: &mut Checker<'_>) {
    let at_least = u64::from(cx.context().profile().figures().measurements_per_level());
    let list = at.key("phases");
    for (_, place, all, measurements) in levels.iter().copied() {
        let phase: Option<&Phase> = series.phases.get(place);
        let known = phase.is_some_and(|phase| phase.centre.is_some());
        // A phase that has only been announced has no level yet.
        if all > 0 && measurements < at_least && !known {
            let facts = FewMeasurements { measurements, at_least };
            match phase {
                Some(_) => cx.not_met(&list.index(place), facts),
                None => cx.not_met(at, facts),
            }
        }
    }
}
