//! A target figure states every part that is needed to assess it.

use super::tar012_given_or_left_open::lacks_value;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef};
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_assessable, not_evaluated, refuses, refuses_with};
#[cfg(feature = "proptest")]
use crate::{date::When, figure::Unit, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR002,
    basis: Basis::PublicPractice,
    requirements: &["R-031", "R-173"],
    sources: &[
        SourceRef::new(SourceDocument::SMARTE_2023, "Problemformulering (Målbare, Tidsbestemte)"),
        SourceRef::new(SourceDocument::IHI, "Setting Aims"),
        SourceRef::agreement("1.3.1"),
        SourceRef::agreement("1.5.3"),
        SourceRef::agreement("1.8.5"),
    ],
    title: Bilingual::new(
        "et måltal har indikator, retning, værdi, enhed, population, måletidspunkt og datakilde",
        "a target figure has an indicator, a direction, a value, a unit, a population, a measuring time and a data source",
    ),
    why: Bilingual::new(
        "Mangler en af delene, kan det ikke afgøres, om måltallet er nået.",
        "If a part is missing, it cannot be decided whether the figure has been reached.",
    ),
    remedy: Bilingual::new("Tilføj de dele, der ikke er oplyst.", "Add the parts that are not stated."),
    example: Bilingual::new(
        "1.5.3: 80 % af de nyansatte – uden måletidspunkt og uden datakilde: kan ikke vurderes.",
        "1.5.3: 80% of new staff – with no measuring time and no data source: cannot be assessed.",
    ),
    requires: &[codes::TAR012],
    ..Rule::DERIVED
};

pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    if target.is_open() {
        return; // There is nothing to assess before the figure is agreed.
    }
    let [(has_words, indicator), direction, (has_value, value), unit, population, time, source] =
        target.parts();
    // Another document of a bundle can supply the words of an indicator, and nothing else.
    let has_indicator = target.indicator.is_some();
    if has_indicator && !has_words {
        cx.not_assessable(&at.key("indicator"), TargetFigure::WORDING);
    }
    let indicator = (has_indicator, indicator);
    let others = [indicator, direction, unit, population, time, source];
    let is_without_value = lacks_value(target);
    if is_without_value && others.iter().all(|(stated, _)| *stated) {
        return cx.depends_on(at, codes::TAR012);
    }
    // Where TAR012 says that the value is missing, it is not said again.
    let value = (has_value || is_without_value, value);
    cx.all_stated(at, [indicator, direction, value, unit, population, time, source]);
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TargetFigure> = &[
    |target, _| target.indicator = None,
    |target, tape| target.indicator.iter_mut().for_each(|indicator| indicator.statement = tape.unsaid()),
    |target, _| target.direction = None,
    |target, _| target.unit = None,
    |target, tape| target.unit = Some(Unit::Other { name: tape.unsaid().unwrap_or_default().into() }),
    |target, _| target.population = None,
    |target, tape| target.population.iter_mut().for_each(|population| population.description = tape.unsaid()),
    |target, _| measure_at(target, None),
    |target, _| measure_at(target, Some(When::TimesAYear { times: Some(0) })),
    |target, tape| measure_at(target, Some(When::DecidedBy { body: None, name: tape.unsaid() })),
    |target, tape| target.data_source = tape.unsaid(),
];

/// Changes the measuring time of a target figure that is measured on no list.
#[cfg(feature = "proptest")]
fn measure_at(target: &mut TargetFigure, when: Option<When>) {
    target.measured_at = when;
    target.population.iter_mut().for_each(|one| (one.selected_by, one.fixed_on) = (None, None));
}

#[cfg(test)]
const FIGURE: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "indicator": { "id": "00000000-0000-4000-8000-000000000018", "statement": "mål er SMARTE" },
    "direction": "atLeast", "value": "80", "unit": { "other": { "name": "kr. pr. døgn" } },
    "population": { "description": "mål og delmål" },
    "measuredAt": { "decidedBy": { "name": "styregruppen" } },
    "dataSource": "kvalitetsovervågning"
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts_with(
        FIGURE,
        r#"{ "/unit": "percent", "/measuredAt/decidedBy": null, "/measuredAt/date": { "on": "2024-11" } }"#,
    ),
    // A time may still be to come, if it is stated who decides it.
    accepts(FIGURE),
    accepts_with(
        FIGURE,
        r#"{ "/unit": "percent", "/measuredAt/decidedBy": null, "/measuredAt/timesAYear": { "times": 1 } }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "state": "toBeAgreed" }"#),
    // Nobody is to decide the time, and zero times a year is no time.
    refuses_with(
        FIGURE,
        r#"{ "/unit": "percent", "/measuredAt/decidedBy/name": " " }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: måletidspunkt",
            "cannot be assessed; missing: measuring time",
        )],
    ),
    refuses_with(
        FIGURE,
        r#"{ "/unit/other/name": "", "/measuredAt/decidedBy": null, "/measuredAt/timesAYear": { "times": 0 } }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: enhed, måletidspunkt",
            "cannot be assessed; missing: unit, measuring time",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: indikator, retning, enhed, population, måletidspunkt, datakilde",
            "cannot be assessed; missing: indicator, direction, unit, population, measuring time, data source",
        )],
    ),
    // What is to be agreed by its history, and not by its state, has to be complete; TAR012 finds nothing in it.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "history": [{ "state": "toBeAgreed" }] }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: indikator, retning, værdi, enhed, population, måletidspunkt, datakilde",
            "cannot be assessed; missing: indicator, direction, value, unit, population, measuring time, \
             data source",
        )],
    ),
    // TAR012 says that the value is missing.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "state": "agreed",
            "indicator": { "id": "00000000-0000-4000-8000-000000000018", "statement": "mål er SMARTE" },
            "direction": "atLeast", "unit": "percent",
            "population": { "description": "mål og delmål" },
            "measuredAt": { "date": { "on": "2024-11" } },
            "dataSource": "kvalitetsovervågning"
        }"#,
        &[not_evaluated("", "TAR012")],
    ),
    // 1.5.3 states neither a measuring time nor a data source.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "indicator": { "id": "00000000-0000-4000-8000-000000000018", "statement": "onboarding" },
            "direction": "atLeast", "value": "80", "unit": "percent",
            "population": { "description": "nyansatte" },
            "dataSource": " "
        }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: måletidspunkt, datakilde",
            "cannot be assessed; missing: measuring time, data source",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "indicator": { "id": "00000000-0000-4000-8000-000000000018", "statement": " " },
            "direction": "atMost", "value": "0", "unit": "count",
            "population": {},
            "measuredAt": "continuously",
            "dataSource": "journal"
        }"#,
        &[
            not_assessable(
                "",
                "kan ikke vurderes; mangler: population",
                "cannot be assessed; missing: population",
            ),
            not_assessable(
                "/indicator",
                "kan ikke vurderes; mangler: indikatorens ordlyd",
                "cannot be assessed; missing: wording of the indicator",
            ),
        ],
    ),
    // A figure that is given is not open, whatever its state.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "indicator": { "id": "00000000-0000-4000-8000-000000000018" },
            "value": "80", "state": "toBeAgreed"
        }"#,
        &[
            not_assessable(
                "",
                "kan ikke vurderes; mangler: retning, enhed, population, måletidspunkt, datakilde",
                "cannot be assessed; missing: direction, unit, population, measuring time, data source",
            ),
            not_assessable(
                "/indicator",
                "kan ikke vurderes; mangler: indikatorens ordlyd",
                "cannot be assessed; missing: wording of the indicator",
            ),
        ],
    ),
    // It has neither value nor most of what goes with one.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atLeast", "agreedBy": { "community": {} }
        }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: indikator, enhed, population, måletidspunkt, datakilde",
            "cannot be assessed; missing: indicator, unit, population, measuring time, data source",
        )],
    ),
];
