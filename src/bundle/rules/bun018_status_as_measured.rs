//! The status of a target figure is what its series shows.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::date::{Interval, PartialDate, Period},
    crate::figure::{Decimal, Direction, Unit},
    crate::measurement::{Measurement, Observed},
    crate::organisation::{OrgUnit, SocialService},
    crate::rule::trial::Breaks,
    crate::series::{MeasurementSeries, Phase, TargetLine},
    crate::target_figure::{TargetFigure, TargetState},
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN018,
    requirements: &["R-149", "R-174"],
    sources: &[SourceRef::new(SourceDocument::SMARTE_2023, "Optælling af kvantitative data, tabel 1-3")],
    title: Bilingual::new(
        "et måltals status stemmer med den måleserie, som har det som mållinje",
        "the status of a target figure agrees with the series that has it as its target line",
    ),
    why: Bilingual::new(
        "Står måltallet som opfyldt, og viser målingen noget andet, tages der beslutninger på et forkert grundlag.",
        "If the figure is given as met and the measurement shows something else, decisions rest on a wrong basis.",
    ),
    remedy: Bilingual::new(
        "Se efter i målingen, og ret status eller måling.",
        "Look at the measurement, and correct the status or the measurement.",
    ),
    example: Bilingual::new(
        "Højst 5,5 % sygefravær i april står som opfyldt, men målingen for april er 73 af 1.260.",
        "At most 5.5% sick leave in April is given as met, but the measurement of April is 73 of 1,260.",
    ),
    ..Rule::DERIVED
};

message! {
    Missed { document: u64 }
    "måltallet står som opfyldt, men måleserien i dokument {document} når det ikke på måletidspunktet",
    "the figure is given as met, but the series in document {document} misses it at the time of measuring",
}

message! {
    Reached { document: u64 }
    "måltallet står som ikke opfyldt, men måleserien i dokument {document} når det på måletidspunktet",
    "the figure is given as not met, but the series in document {document} reaches it at the time of measuring",
}

/// Once for each figure, at the first document that gives the status.
pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in crossing.verdicts.apart() {
        let document = crossing::number(clash.document);
        if clash.is_met {
            crossing.not_met(clash.place, clash.figure, at, cx, Missed { document });
        } else {
            crossing.not_met(clash.place, clash.figure, at, cx, Reached { document });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let (state, part) = *tape.pick(&[(TargetState::Met, 6), (TargetState::NotMet, 5)]);
    let figure = TargetFigure {
        measured_at: added::month_of(2023, 11),
        state: Some(state),
        ..added::figure(tape.spare_id(2), tape)
    };
    let indicator = figure.indicator.as_ref().map(|indicator| indicator.id);
    let line =
        TargetLine { target_figure: Some(figure.id), ..TargetLine::new(Decimal::from(5), Unit::Percent) };
    added::community(figure, bundle, tape);
    let reporting_unit = Some(OrgUnit::from(tape.spare_id::<SocialService>(1)));
    let measurement = Measurement {
        indicator,
        reporting_unit,
        period: PartialDate::of_month(2023, 11).map(Period::from),
        observed: Some(Observed::of_share(part, 100)),
        ..Measurement::new(tape.spare_id(5))
    };
    let series = MeasurementSeries {
        indicator,
        reporting_unit,
        interval: Some(Interval::Month),
        measurements: [measurement].into(),
        targets: [line].into(),
        // A known level needs no more measurements.
        phases: [Phase { centre: Some(Decimal::from(5)), ..Phase::default() }].into(),
        ..MeasurementSeries::new(tape.spare_id(4), Direction::AtMost)
    };
    added::document(series, bundle, tape);
}];

#[cfg(test)]
macro_rules! figure {
    ($state:literal, $service:literal) => {
        concat!(
            r#"{ "community": { "id": "00000000-0000-4000-8000-000000000001", "targets": [{ "service": ""#, $service,
            r#"", "target": {
                "id": "00000000-0000-4000-8000-000000000002", "indicator": { "id": "00000000-0000-4000-8000-000000000003" },
                "direction": "atMost", "value": "5.5", "unit": "percent",
                "measuredAt": { "date": { "on": "2023-04-30" } }, "state": ""#,
            $state,
            r#"" } }] } }"#
        )
    };
}

#[cfg(test)]
macro_rules! series {
    ($value:literal $(without $out:literal)?: $( $part:literal of $whole:literal in $month:literal ),+) => {
        concat!(
            r#"{ "series": { "id": "00000000-0000-4000-8000-000000000004", "direction": "atMost",
                "indicator": "00000000-0000-4000-8000-000000000003",
                "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000005" } },
                "targets": [{ "value": ""#, $value, r#"", "unit": "percent", "targetFigure": "00000000-0000-4000-8000-000000000002" }],
                "exclusions": ["#,
            $( r#"{ "measurement": "00000000-0000-4000-8000-0000000000"#, $out, r#"" }"#, )?
            r#"], "measurements": [ { "id": "00000000-0000-4000-8000-000000000030" }"#,
            $( r#", { "id": "00000000-0000-4000-8000-0000000000"#, $month, r#"", "period": { "start": "2023-04-01", "end": "2023-04-"#,
                $month, r#"" }, "observed": { "share": { "part": "#, $part, r#", "whole": "#, $whole, " } } }", )+
            "] } }"
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // It is met; and what ends on another day, is of nobody, or is left out.
    accepts(bundle_of!(
        "01": figure!("met", "00000000-0000-4000-8000-000000000005"),
        "02": series!("5.5": "55" of "1000" in "30", "90" of "1000" in "29", "0" of "0" in "28"),
    )),
    accepts(bundle_of!(
        "01": series!("5.5": "54" of "1000" in "29", "0" of "0" in "30"),
        "02": figure!("notMet", "00000000-0000-4000-8000-000000000005"),
    )),
    accepts(bundle_of!(
        "01": figure!("met", "00000000-0000-4000-8000-000000000005"),
        "02": series!("5.5" without "30": "73" of "1260" in "30"),
    )),
    // Another service, another value, and a figure that is not judged.
    accepts(bundle_of!(
        "01": figure!("met", "00000000-0000-4000-8000-000000000006"),
        "02": series!("5.5": "73" of "1260" in "30"),
    )),
    accepts(bundle_of!(
        "01": figure!("met", "00000000-0000-4000-8000-000000000005"),
        "02": series!("5": "73" of "1260" in "30"),
    )),
    accepts(bundle_of!(
        "01": figure!("measured", "00000000-0000-4000-8000-000000000005"),
        "02": series!("5.5": "73" of "1260" in "30"),
    )),
    refuses(
        bundle_of!(
            "01": figure!("met", "00000000-0000-4000-8000-000000000005"),
            "02": series!("5.50": "73" of "1260" in "30"),
        ),
        &[not_met(
            "/documents/0/content/community/targets/0/target/state",
            "måltallet står som opfyldt, men måleserien i dokument 2 når det ikke på måletidspunktet",
            "the figure is given as met, but the series in document 2 misses it at the time of measuring",
        )],
    ),
    refuses(
        bundle_of!(
            "01": series!("5.5": "55" of "1000" in "30"),
            "02": figure!("notMet", "00000000-0000-4000-8000-000000000005"),
        ),
        &[not_met(
            "/documents/1/content/community/targets/0/target/state",
            "måltallet står som ikke opfyldt, men måleserien i dokument 1 når det på måletidspunktet",
            "the figure is given as not met, but the series in document 1 reaches it at the time of measuring",
        )],
    ),
];
