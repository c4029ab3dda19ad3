//! The measurements of a series follow each other in time.

use chrono::NaiveDate;

use crate::date::day_in_lang;
use crate::id::Subject;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, facts};
use crate::series::ordered::Dated;
use crate::series::{Interval, MeasurementSeries};
use crate::text::{Bilingual, counted};
use crate::{Lang, codes};

const RUN_CHARTS: &[SourceRef] = &[
    SourceRef::new(SourceDocument::RUN_CHARTS, "Seriediagrammer"),
    SourceRef::new(SourceDocument::RUN_CHARTS_HANDBOOK, "5.10"),
];

facts! {
    /// A period is measured a second time.
    struct MeasuredBefore {
        /// The first day of the period.
        start / "start": NaiveDate,
        /// The last day of the period.
        end / "end": NaiveDate,
        /// The measurement before.
        other / "other": Subject,
    }
    message |facts, lang, f| {
        let (start, end) = (day_in_lang(facts.start, lang), day_in_lang(facts.end, lang));
        match lang {
            Lang::Da => write!(f, "perioden fra {start} til {end} er allerede målt i serien"),
            Lang::En => write!(f, "the period from {start} to {end} is already measured in the series"),
        }
    }
}

facts! {
    /// Two measurements lie in one step of the calendar.
    struct SameStep {
        /// The step.
        step / "step": Bilingual,
        /// When the one before starts.
        first / "first": NaiveDate,
        /// When this one starts.
        again / "again": NaiveDate,
        /// The measurement before.
        other / "other": Subject,
    }
    message |facts, lang, f| {
        let (first, again) = (day_in_lang(facts.first, lang), day_in_lang(facts.again, lang));
        let step = facts.step.in_lang(lang);
        match lang {
            Lang::Da => write!(f, "målingen begynder {again} i samme {step} som en anden, der begynder {first}"),
            Lang::En => write!(
                f,
                "the measurement starts on {again}, within the same {step} as another that starts on {first}"
            ),
        }
    }
}

pub(crate) static ONE_AT_A_TIME: Rule = Rule {
    code: codes::SER001,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &[],
    sources: RUN_CHARTS,
    title: Bilingual::new("hvert tidspunkt er målt én gang", "each time is measured once"),
    why: Bilingual::new(
        "Serien modsiger sig selv: to resultater for samme tidspunkt kan ikke begge være det punkt, der skal vises.",
        "The series contradicts itself: two results of one time cannot both be the point that is shown.",
    ),
    remedy: Bilingual::new(
        "Behold den rigtige af de to, ret perioden, eller ret, hvor ofte der måles.",
        "Keep the right one of the two, correct the period, or correct how often it is measured.",
    ),
    example: Bilingual::new(
        "Marts 2024 er indberettet to gange, først med 3 og siden med 4 fald.",
        "March 2024 was reported twice, first with 3 falls and later with 4.",
    ),
    implies: &[],
    requires: &[codes::MEA004],
};

/// Are both of one time? What is measured by event can be of one day.
fn at_one_time(interval: Option<Interval>, one: Dated, other: Dated) -> bool {
    match interval {
        Some(interval) => interval.steps(one.start, other.start) == Some(0),
        None => (one.start, one.end) == (other.start, other.end),
    }
}

/// A period that ends before it starts is of no time.
fn depends_on_order(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("measurements");
    for (n, one) in series.measurements.iter().enumerate() {
        if one.period.is_some_and(|period| !period.is_ordered()) {
            cx.depends_on(&list.item(n, one.id).key("period"), codes::MEA004);
        }
    }
}

pub(crate) fn one_at_a_time(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    depends_on_order(series, at, cx);
    let list = at.key("measurements");
    series.in_order(|measurements| {
        let mut before: Option<Dated> = None;
        for one in measurements {
            if let Some(before) = before.filter(|before| at_one_time(series.interval, *before, one)) {
                let at = list.item(one.place, one.id());
                let at = at.key("period");
                let other = before.id().subject();
                match series.interval {
                    Some(interval) if (before.start, before.end) != (one.start, one.end) => {
                        let step = interval.label();
                        cx.not_met(&at, SameStep { step, first: before.start, again: one.start, other });
                    }
                    _ => cx.not_met(&at, MeasuredBefore { start: one.start, end: one.end, other }),
                }
            }
            before = Some(one);
        }
    });
}

facts! {
    /// Steps of the calendar were not measured.
    struct Hole {
        /// The last day before the hole.
        last / "last": NaiveDate,
        /// The first day after it.
        next / "next": NaiveDate,
        /// How many steps are missing.
        missing / "missing": u64,
        /// One step, in words.
        step / "step": Bilingual,
        /// Several steps, in words.
        steps / "steps": Bilingual,
    }
    message |facts, lang, f| {
        let (last, next) = (day_in_lang(facts.last, lang), day_in_lang(facts.next, lang));
        let missing = counted(facts.missing, facts.step.in_lang(lang), facts.steps.in_lang(lang));
        match lang {
            Lang::Da => write!(f, "mellem {last} og {next} mangler {missing}"),
            Lang::En => {
                let verb = if facts.missing == 1 { "is" } else { "are" };
                write!(f, "{missing} {verb} missing between {last} and {next}")
            }
        }
    }
}

pub(crate) static NO_HOLE: Rule = Rule {
    code: codes::SER002,
    severity: Severity::Warning,
    basis: Basis::PublicPractice,
    since: 1,
    requirements: &[],
    sources: RUN_CHARTS,
    title: Bilingual::new("en serie har ingen huller i kalenderen", "a series has no holes in the calendar"),
    why: Bilingual::new(
        "Punkter, der ser ud som naboer, er det ikke, hvis der mangler en måling imellem dem.",
        "Points that look like neighbours are not, if a measurement between them is missing.",
    ),
    remedy: Bilingual::new(
        "Tilføj målingen; er der målt uden resultat, så tilføj den uden resultat. Ellers ret, hvor ofte der måles.",
        "Add the measurement; if it was measured without a result, add it without one. Otherwise correct how often it is measured.",
    ),
    example: Bilingual::new(
        "Der måles hver måned, og april følger lige efter januar.",
        "It is measured every month, and April comes straight after January.",
    ),
    implies: &[],
    requires: &[codes::MEA004],
};

/// Several steps, in words.
const fn several(interval: Interval) -> Bilingual {
    match interval {
        Interval::Day => Bilingual::new("dage", "days"),
        Interval::Week => Bilingual::new("uger", "weeks"),
        Interval::Month => Bilingual::new("måneder", "months"),
        Interval::Quarter => Bilingual::new("kvartaler", "quarters"),
        Interval::HalfYear => Bilingual::new("halvår", "half-years"),
        Interval::Year => Bilingual::new("år", "years"),
        Interval::ByEvent => Bilingual::new("hændelser", "events"),
    }
}

pub(crate) fn no_hole(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    depends_on_order(series, at, cx);
    if series.dated().nth(1).is_none() {
        return;
    }
    cx.all_stated(
        at,
        [(series.interval.is_some(), Bilingual::new("måleinterval", "how often it is measured"))],
    );
    let Some(interval) = series.interval else { return };
    let list = at.key("measurements");
    series.in_order(|measurements| {
        let mut before: Option<Dated> = None;
        for one in measurements {
            if let Some(before) = before.replace(one)
                && let Some(missing) = missing(interval, before, one)
            {
                // Periods that overlap, such as rolling averages, are told apart by their ends.
                let next = if before.end < one.start { one.start } else { one.end };
                let step = interval.label();
                let facts = Hole { last: before.end, next, missing, step, steps: several(interval) };
                cx.not_met(&list.item(one.place, one.id()).key("period"), facts);
            }
        }
    });
}

/// How many steps lie between, if any: neither from start to start nor from end to end are they neighbours.
fn missing(interval: Interval, before: Dated, one: Dated) -> Option<u64> {
    let steps = interval.steps(before.start, one.start)?.min(interval.steps(before.end, one.end)?);
    u64::try_from(steps.saturating_sub(1)).ok().filter(|missing| *missing > 0)
}

facts! {
    /// Periods of several measurements hold the same days.
    struct SharedDays {
        /// How many measurements share days with an earlier one.
        measurements / "measurements": u64,
        /// The first day that is shared.
        from / "from": NaiveDate,
        /// The last of the first days that are shared.
        until / "until": NaiveDate,
    }
    message |facts, lang, f| {
        let (from, until) = (day_in_lang(facts.from, lang), day_in_lang(facts.until, lang));
        match lang {
            Lang::Da => {
                let measurements = counted(facts.measurements, "måling", "målinger");
                write!(f, "{measurements} deler dage med en tidligere, første gang fra {from} til {until}")
            }
            Lang::En => {
                let share = counted(facts.measurements, "measurement shares", "measurements share");
                write!(f, "{share} days with an earlier one, first from {from} to {until}")
            }
        }
    }
}

pub(crate) static APART: Rule = Rule {
    code: codes::SER003,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &[],
    sources: &[SourceRef::new(SourceDocument::ANHOEJ_OLESEN_2014, "Methods")],
    title: Bilingual::new("perioderne i en serie deler ingen dage", "the periods of a series share no days"),
    why: Bilingual::new(
        "Målinger, der deler dage, følges ad af sig selv, og så ligner tilfældigheder en ændring.",
        "Measurements that share days move together by themselves, and then chance looks like change.",
    ),
    remedy: Bilingual::new(
        "Brug målingerne for de enkelte perioder i stedet for et løbende gennemsnit, eller ret perioderne.",
        "Use the measurements of the single periods instead of a rolling average, or correct the periods.",
    ),
    example: Bilingual::new(
        "Hver måned vises gennemsnittet af de seneste 12 måneder.",
        "Each month shows the average of the latest 12 months.",
    ),
    implies: &[],
    requires: &[codes::MEA004],
};

pub(crate) fn apart(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    depends_on_order(series, at, cx);
    let interval = series.interval;
    let by_event = interval == Some(Interval::ByEvent);
    let mut found: Option<SharedDays> = None;
    series.in_order(|measurements| {
        let mut before: Option<(Dated, Dated)> = None; // the one before, and the one that reaches furthest
        for one in measurements {
            let mut furthest = one;
            if let Some((neighbour, reaching)) = before {
                // A new event can happen on the last day of the time since the one before.
                let shares = one.start < reaching.end || (one.start == reaching.end && !by_event);
                let same = at_one_time(interval, neighbour, one) || at_one_time(interval, reaching, one);
                if shares && !same {
                    let first =
                        SharedDays { measurements: 0, from: one.start, until: one.end.min(reaching.end) };
                    let found = found.get_or_insert(first);
                    found.measurements = found.measurements.saturating_add(1);
                }
                furthest = if reaching.end > one.end { reaching } else { one };
            }
            before = Some((one, furthest));
        }
    });
    if let Some(found) = found {
        cx.not_met(&at.key("measurements"), found);
    }
}
