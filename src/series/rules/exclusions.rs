//! What stands outside the calculation, and why.

use uuid::Uuid;

use crate::id::{Id, Subject};
use crate::measurement::Measurement;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, facts};
use crate::series::MeasurementSeries;
use crate::sorted::sorted;
use crate::text::{Bilingual, is_stated};
use crate::{Lang, codes};

facts! {
    /// What is excluded is not in the series.
    struct NotInSeries {
        /// Which measurement.
        measurement / "measurement": Subject,
    }
    message |facts, lang, f| {
        let id = facts.measurement.id;
        match lang {
            Lang::Da => write!(f, "målingen {id} er holdt ude, men findes ikke i serien"),
            Lang::En => write!(f, "the measurement {id} is excluded, but is not in the series"),
        }
    }
}

pub(crate) static KNOWN: Rule = Rule {
    code: codes::SER011,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &[],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, exclusions")],
    title: Bilingual::new(
        "kun seriens egne målinger er holdt ude",
        "only measurements of the series are excluded",
    ),
    why: Bilingual::new(
        "Serien modsiger sig selv, og den måling, der var ment, tæller stadig med.",
        "The series contradicts itself, and the measurement that was meant still counts.",
    ),
    remedy: Bilingual::new(
        "Ret henvisningen til den måling, der er ment, eller slet den.",
        "Correct the reference to the measurement that is meant, or delete it.",
    ),
    example: Bilingual::new(
        "Målingen fra marts er indberettet igen under et nyt id, og det gamle id står stadig som holdt ude.",
        "The measurement of March was reported again under a new id, and the old id is still excluded.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn known(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    if series.exclusions.is_empty() {
        return;
    }
    let list = at.key("exclusions");
    // The exclusions are few: one pass over the measurements marks those that are in the series.
    sorted(
        |put: &mut dyn FnMut((Uuid, usize, bool))| {
            for (n, one) in series.exclusions.iter().enumerate() {
                put((one.measurement.uuid(), n, false));
            }
        },
        |excluded| {
            for one in &series.measurements {
                let id = one.id.uuid();
                let from = excluded.partition_point(|(other, ..)| *other < id);
                if let Some((other, _, known)) = excluded.get_mut(from)
                    && *other == id
                {
                    *known = true; // what is excluded twice is marked the first time
                }
            }
            let mut before = None;
            for (id, n, marked) in excluded.iter().copied() {
                let known = marked || before == Some((id, true));
                if !known {
                    let measurement = Id::<Measurement>::new(id).subject();
                    cx.not_met(&list.index(n).key("measurement"), NotInSeries { measurement });
                }
                before = Some((id, known));
            }
        },
    );
}

facts! {
    /// Nobody says why it does not count.
    struct NoReason {
        /// Which measurement.
        measurement / "measurement": Subject,
    }
    message |facts, lang, f| {
        let id = facts.measurement.id;
        match lang {
            Lang::Da => write!(f, "målingen {id} er holdt ude uden grund"),
            Lang::En => write!(f, "the measurement {id} is excluded without a reason"),
        }
    }
}

pub(crate) static REASON: Rule = Rule {
    code: codes::SER012,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &[],
    sources: &[SourceRef::new(SourceDocument::RUN_CHARTS_HANDBOOK, "5.10")],
    title: Bilingual::new(
        "en måling, der er holdt ude, har en grund",
        "a measurement that is excluded has a reason",
    ),
    why: Bilingual::new(
        "At et punkt stikker ud, er ingen grund i sig selv; uden en grund kan serien komme til at vise, hvad man ønsker.",
        "That a point stands out is no reason by itself; without one the series can be made to show what is wished.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvad der var anderledes ved målingen, eller lad den tælle med.",
        "State what was different about the measurement, or let it count.",
    ),
    example: Bilingual::new(
        "Målingen fra juli er holdt ude, og der står ikke, at afdelingen var lukket.",
        "The measurement of July is excluded, and it is not said that the department was closed.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn reason(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("exclusions");
    for (n, one) in series.exclusions.iter().enumerate() {
        if !is_stated(one.reason.as_ref()) {
            cx.not_met(&list.index(n), NoReason { measurement: one.measurement.subject() });
        }
    }
}
