//! The status of a target figure is what was measured.

use chrono::NaiveDate;

use crate::bundle::crossing::{Place, Seen};
use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::figure::Decimal;
use crate::id::Subject;
use crate::report::Path;
use crate::rule::{Basis, Checker, Facts, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::date::{Interval, PartialDate, Period},
    crate::figure::{Direction, Unit},
    crate::measurement::{Measurement, Observed},
    crate::organisation::{OrgUnit, SocialService},
    crate::rule::trial::Breaks,
    crate::series::{MeasurementSeries, Phase, TargetLine},
    crate::target_figure::{TargetFigure, TargetState},
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN018,
    basis: Basis::Form,
    requirements: &["R-149", "R-174"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, ids; targetFigure, history"),
        SourceRef::new(SourceDocument::SMARTE_2023, "Optælling af kvantitative data, tabel 1-3"),
    ],
    title: Bilingual::new(
        "et måltals status stemmer med den måleserie, hvor det er tegnet ind som mål, og med tilbuddets eneste måling for indikator og måletidspunkt",
        "the status of a target figure agrees with the series that has it as its target line, and with the only measurement of the service for its indicator and measuring time",
    ),
    why: Bilingual::new(
        "Står måltallet som opfyldt, og viser målingen noget andet, tages der beslutninger på et forkert grundlag.",
        "If the figure is recorded as met and the measurement shows something else, decisions rest on a wrong basis.",
    ),
    remedy: Bilingual::new(
        "Se efter i målingen, og ret status eller måling.",
        "Look at the measurement, and correct the status or the measurement.",
    ),
    example: Bilingual::new(
        "Højst 5,5 % sygefravær i april står som opfyldt, men målingen for april er 73 af 1.260.",
        "At most 5.5% sick leave in April is recorded as met, but the April measurement is 73 of 1,260.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherShare { value: Decimal, status: Bilingual, document: u64, part: u64, whole: u64, until: NaiveDate }
    "måltallet på {value} står som {status}, men måleserien i dokument {document} har {part} af {whole} ved målingen til og med {until}",
    "the figure of {value} is recorded as {status}, but the series in document {document} has {part} of {whole} in the measurement up to {until}",
}

message! {
    OtherResult { value: Decimal, status: Bilingual, document: u64, result: Decimal, until: NaiveDate }
    "måltallet på {value} står som {status}, men måleserien i dokument {document} har {result} ved målingen til og med {until}",
    "the figure of {value} is recorded as {status}, but the series in document {document} has {result} in the measurement up to {until}",
}

message! {
    OtherStatus { value: Decimal, status: Bilingual, document: u64, shown: Bilingual, until: NaiveDate }
    "måltallet på {value} står som {status}, men måleserien i dokument {document} {shown} ved målingen til og med {until}",
    "the figure of {value} is recorded as {status}, but the series in document {document} {shown} in the measurement up to {until}",
}

message! {
    OneShare { value: Decimal, status: Bilingual, document: u64, part: u64, whole: u64, until: NaiveDate }
    "måltallet på {value} står som {status}, men målingen i dokument {document} er {part} af {whole} for tiden til og med {until}",
    "the figure of {value} is recorded as {status}, but the measurement in document {document} is {part} of {whole} for the time up to {until}",
}

message! {
    OneResult { value: Decimal, status: Bilingual, document: u64, result: Decimal, until: NaiveDate }
    "måltallet på {value} står som {status}, men målingen i dokument {document} er {result} for tiden til og med {until}",
    "the figure of {value} is recorded as {status}, but the measurement in document {document} is {result} for the time up to {until}",
}

message! {
    OneStatus { value: Decimal, status: Bilingual, document: u64, shown: Bilingual, until: NaiveDate }
    "måltallet på {value} står som {status}, men målingen i dokument {document} {shown} for tiden til og med {until}",
    "the figure of {value} is recorded as {status}, but the measurement in document {document} {shown} for the time up to {until}",
}

const MET: Bilingual = Bilingual::new("opfyldt", "met");
const NOT_MET: Bilingual = Bilingual::new("ikke opfyldt", "not met");
const REACHES: Bilingual = Bilingual::new("når det", "reaches it");
const MISSES: Bilingual = Bilingual::new("når det ikke", "misses it");

/// Reports once for each document that gives the status.
pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in crossing.verdicts.apart() {
        let (document, value, until) = (crossing::number(clash.document), clash.value, clash.seen_on);
        let (status, shown) = if clash.is_met { (MET, MISSES) } else { (NOT_MET, REACHES) };
        let (place, figure) = (clash.place, clash.figure);
        let mut report = Reporting { crossing, place, figure, at, cx };
        match (clash.seen, clash.is_series) {
            (Seen::Share { part, whole }, true) => {
                report.not_met(OtherShare { value, status, document, part, whole, until });
            }
            (Seen::Share { part, whole }, false) => {
                report.not_met(OneShare { value, status, document, part, whole, until });
            }
            (Seen::Figure(result), true) => {
                report.not_met(OtherResult { value, status, document, result, until });
            }
            (Seen::Figure(result), false) => {
                report.not_met(OneResult { value, status, document, result, until });
            }
            (Seen::Other, true) => report.not_met(OtherStatus { value, status, document, shown, until }),
            (Seen::Other, false) => report.not_met(OneStatus { value, status, document, shown, until }),
        }
    }
}

/// Where a status is reported.
struct Reporting<'a, 'c, 'p> {
    crossing: &'a Crossing,
    place: Place,
    figure: Subject,
    at: &'a Path<'p>,
    cx: &'a mut Checker<'c>,
}

impl Reporting<'_, '_, '_> {
    fn not_met(&mut self, facts: impl Facts) {
        self.crossing.not_met(self.place, self.figure, self.at, self.cx, facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[
    |bundle, tape| {
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
    },
    |bundle, tape| {
        let (state, part) = *tape.pick(&[(TargetState::Met, 6), (TargetState::NotMet, 5)]);
        let figure = TargetFigure {
            measured_at: added::month_of(2023, 11),
            state: Some(state),
            ..added::figure(tape.spare_id(2), tape)
        };
        let indicator = figure.indicator.as_ref().map(|indicator| indicator.id);
        added::community(figure, bundle, tape);
        let measurement = Measurement {
            indicator,
            reporting_unit: Some(OrgUnit::from(tape.spare_id::<SocialService>(1))),
            period: PartialDate::of_month(2023, 11).map(Period::from),
            observed: Some(Observed::of_share(part, 100)),
            ..Measurement::new(tape.spare_id(5))
        };
        added::document(measurement, bundle, tape);
    },
];

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
macro_rules! plain {
    ($state:literal, $id:literal) => {
        concat!(
            r#"{ "targetFigure": { "id": "00000000-0000-4000-8000-00000000000"#, $id,
            r#"", "indicator": { "id": "00000000-0000-4000-8000-000000000003" }, "direction": "atMost", "value": "5.5",
                "unit": "days", "measuredAt": { "date": { "on": "2023-04" } }, "state": ""#,
            $state,
            r#"" } }"#
        )
    };
}

#[cfg(test)]
macro_rules! plain_series {
    ($id:literal, $kind:literal: $observed:literal) => {
        concat!(
            r#"{ "series": { "id": "00000000-0000-4000-8000-00000000004"#, $id,
            r#"", "direction": "atMost", "indicator": "00000000-0000-4000-8000-000000000003",
                "targets": [{ "value": "5.5", "unit": "days", "targetFigure": "00000000-0000-4000-8000-00000000000"#, $id,
            r#"" }], "measurements": [{ "id": "00000000-0000-4000-8000-00000000005"#, $id,
            r#"", "period": { "start": "2023-04-01", "end": "2023-04-30" }, "observed": { ""#, $kind, r#"": "#, $observed,
            " } }] } }"
        )
    };
}

#[cfg(test)]
macro_rules! measurement {
    ($id:literal, $unit:literal in $start:literal - $end:literal: $observed:literal $(, $more:literal)?) => {
        concat!(
            r#"{ "measurement": { "id": "00000000-0000-4000-8000-00000000006"#, $id,
            r#"", "indicator": "00000000-0000-4000-8000-000000000003", "reportingUnit": { ""#, $unit,
            r#"": { "id": "00000000-0000-4000-8000-000000000005" } }, "period": { "start": ""#, $start, r#"", "end": ""#, $end,
            r#"" }, "observed": { "#, $observed, " }" $(, ", ", $more )?, " } }"
        )
    };
}

#[cfg(test)]
macro_rules! monthly {
    ($state:literal $(, $more:literal)?) => {
        concat!(
            r#"{ "community": { "id": "00000000-0000-4000-8000-000000000001", "targets": [{
                "service": "00000000-0000-4000-8000-000000000005", "target": {
                "id": "00000000-0000-4000-8000-000000000002", "indicator": { "id": "00000000-0000-4000-8000-000000000003" },
                "direction": "atMost", "value": "5.5", "unit": "percent",
                "measuredAt": { "date": { "on": "2023-04" } }, "state": ""#,
            $state, r#"""# $(, ", ", $more )?, " } }] } }"
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
            "måltallet på 5,5 står som opfyldt, men måleserien i dokument 2 har 73 af 1260 ved målingen til og med 30. april 2023",
            "the figure of 5.5 is recorded as met, but the series in document 2 has 73 of 1260 in the measurement up to 30 April 2023",
        )],
    ),
    refuses(
        bundle_of!(
            "01": series!("5.5": "55" of "1000" in "30"),
            "02": figure!("notMet", "00000000-0000-4000-8000-000000000005"),
        ),
        &[not_met(
            "/documents/1/content/community/targets/0/target/state",
            "måltallet på 5,5 står som ikke opfyldt, men måleserien i dokument 1 har 55 af 1000 ved målingen til og med 30. april 2023",
            "the figure of 5.5 is recorded as not met, but the series in document 1 has 55 of 1000 in the measurement up to 30 April 2023",
        )],
    ),
    // Each document that gives the status is compared with the series.
    refuses(
        bundle_of!(
            "01": figure!("notMet", "00000000-0000-4000-8000-000000000005"),
            "02": series!("5.5": "73" of "1260" in "30"),
            "03": figure!("met", "00000000-0000-4000-8000-000000000005"),
        ),
        &[not_met(
            "/documents/2/content/community/targets/0/target/state",
            "måltallet på 5,5 står som opfyldt, men måleserien i dokument 2 har 73 af 1260 ved målingen til og med 30. april 2023",
            "the figure of 5.5 is recorded as met, but the series in document 2 has 73 of 1260 in the measurement up to 30 April 2023",
        )],
    ),
    // What is no share.
    refuses(
        bundle_of!(
            "01": plain!("met", "a"), "02": plain_series!("a", "value": r#"{ "value": "7.5", "unit": "days" }"#),
            "03": plain!("met", "b"), "04": plain_series!("b", "subgroup": r#"{ "values": ["7", "8"], "unit": "days" }"#),
        ),
        &[
            not_met(
                "/documents/0/content/targetFigure/state",
                "måltallet på 5,5 står som opfyldt, men måleserien i dokument 2 har 7,5 ved målingen til og med 30. april 2023",
                "the figure of 5.5 is recorded as met, but the series in document 2 has 7.5 in the measurement up to 30 April 2023",
            ),
            not_met(
                "/documents/2/content/targetFigure/state",
                "måltallet på 5,5 står som opfyldt, men måleserien i dokument 4 når det ikke ved målingen til og med 30. april 2023",
                "the figure of 5.5 is recorded as met, but the series in document 4 misses it in the measurement up to 30 April 2023",
            ),
        ],
    ),
    // The only measurement of the service for the time.
    accepts(bundle_of!(
        "01": monthly!("met"),
        "02": measurement!("1", "service" in "2023-04-01"-"2023-04-30": r#""share": { "part": 55, "whole": 1000 }"#),
    )),
    refuses(
        bundle_of!(
            "01": monthly!("met", r#""population": { "description": "Nyansatte" }, "dataSource": "Spørgeskema""#),
            "02": measurement!("1", "service" in "2023-04-01"-"2023-04-30": r#""share": { "part": 73, "whole": 1260 }"#, r#""population": "nyansatte ""#),
        ),
        &[not_met(
            "/documents/0/content/community/targets/0/target/state",
            "måltallet på 5,5 står som opfyldt, men målingen i dokument 2 er 73 af 1260 for tiden til og med 30. april 2023",
            "the figure of 5.5 is recorded as met, but the measurement in document 2 is 73 of 1260 for the time up to 30 April 2023",
        )],
    ),
    refuses(
        bundle_of!(
            "01": measurement!("1", "service" in "2023-04-30"-"2023-04-30": r#""value": { "value": "5.5", "unit": "percent" }"#),
            "02": monthly!("notMet"),
        ),
        &[not_met(
            "/documents/1/content/community/targets/0/target/state",
            "måltallet på 5,5 står som ikke opfyldt, men målingen i dokument 1 er 5,5 for tiden til og med 30. april 2023",
            "the figure of 5.5 is recorded as not met, but the measurement in document 1 is 5.5 for the time up to 30 April 2023",
        )],
    ),
    refuses(
        bundle_of!(
            "01": monthly!("met"),
            "02": measurement!("1", "service" in "2023-04-01"-"2023-04-30": r#""subgroup": { "values": ["7", "8"], "unit": "percent" }"#),
        ),
        &[not_met(
            "/documents/0/content/community/targets/0/target/state",
            "måltallet på 5,5 står som opfyldt, men målingen i dokument 2 når det ikke for tiden til og med 30. april 2023",
            "the figure of 5.5 is recorded as met, but the measurement in document 2 misses it for the time up to 30 April 2023",
        )],
    ),
    // Another time, a department, another unit, another population, another data source.
    accepts(bundle_of!(
        "01": monthly!("met"),
        "02": measurement!("1", "service" in "2023-03-01"-"2023-03-31": r#""share": { "part": 73, "whole": 1260 }"#),
        "03": measurement!("2", "service" in "2023-05-01"-"2023-05-31": r#""share": { "part": 73, "whole": 1260 }"#),
    )),
    accepts(bundle_of!(
        "01": monthly!("met"),
        "02": measurement!("1", "service" in "2023-01-01"-"2023-12-31": r#""share": { "part": 73, "whole": 1260 }"#),
    )),
    accepts(bundle_of!(
        "01": monthly!("met"),
        "02": measurement!("1", "department" in "2023-04-01"-"2023-04-30": r#""share": { "part": 73, "whole": 1260 }"#),
    )),
    accepts(bundle_of!(
        "01": monthly!("met"),
        "02": measurement!("1", "service" in "2023-04-01"-"2023-04-30": r#""count": { "count": 73 }"#),
    )),
    accepts(bundle_of!(
        "01": monthly!("met", r#""population": { "description": "Nyansatte" }"#),
        "02": measurement!("1", "service" in "2023-04-01"-"2023-04-30": r#""share": { "part": 73, "whole": 1260 }"#, r#""population": "alle ansatte""#),
    )),
    accepts(bundle_of!(
        "01": monthly!("met", r#""dataSource": "lønsystemet""#),
        "02": measurement!("1", "service" in "2023-04-01"-"2023-04-30": r#""share": { "part": 73, "whole": 1260 }"#, r#""dataSource": "skøn""#),
    )),
    // Several measurements for the time: it is not stated which one counts.
    accepts(bundle_of!(
        "01": monthly!("met"),
        "02": measurement!("1", "service" in "2023-04-01"-"2023-04-30": r#""share": { "part": 73, "whole": 1260 }"#),
        "03": measurement!("2", "service" in "2023-04-01"-"2023-04-15": r#""share": { "part": 1, "whole": 1260 }"#),
    )),
    accepts(bundle_of!(
        "01": monthly!("met"),
        "02": measurement!("1", "service" in "2023-04-01"-"2023-04-30": r#""share": { "part": 73, "whole": 1260 }"#),
        "03": series!("5": "50" of "1000" in "30"),
    )),
];
