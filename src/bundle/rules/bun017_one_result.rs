//! One indicator has one result for a unit and a period, and a department no more than its whole service.

use chrono::NaiveDate;

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::date::{PartialDate, Period},
    crate::measurement::{Measurement, Observed},
    crate::organisation::{OrgUnit, SocialService},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN017,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, ids")],
    title: Bilingual::new(
        "to målinger af samme indikator, indberettende enhed, periode og datakilde har samme resultat, og en afdelings andel har ikke større tæller eller nævner end hele tilbuddets",
        "two measurements of the same indicator, reporting unit, period and data source have the same result, and a share of a department has no larger part or whole than that of its service",
    ),
    why: Bilingual::new(
        "Siger to dokumenter hver sit om det samme, kan ingen se, hvilket tal der gælder. Det, der er talt i en afdeling, er også talt i tilbuddet.",
        "If two documents say different things about the same matter, nobody can see which figure applies. What is counted in a department is counted in its service, too.",
    ),
    remedy: Bilingual::new(
        "Find ud af, hvilke tal der er rigtige, og behold dem. Er tallene trukket ud på hver sin dag, eller gælder de hver sin gruppe, så skriv det.",
        "Find out which figures are right, and keep these. If they were extracted on different days or are about different groups, say so.",
    ),
    example: Bilingual::new(
        "To måleserier har hver sit sygefravær for april på Solgården, begge fra lønsystemet.",
        "Two series each have their own sick leave for April at Solgården, both from the payroll system.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherResult { document: u64 }
    "dokument {document} har et andet resultat for samme indikator, indberettende enhed, periode og datakilde",
    "document {document} has a different result for the same indicator, unit, period and data source",
}

message! {
    OtherResults { document: u64, measurements: u64 }
    "dokument {document} har andre resultater for samme indikator, indberettende enhed, periode og datakilde, i alt for {measurements} målinger",
    "document {document} has different results for the same indicator, unit, period and data source, for {measurements} measurements in all",
}

message! {
    LargerThanWhole { document: u64, until: NaiveDate }
    "afdelingens måling til og med {until} har større tæller eller nævner end hele tilbuddets i dokument {document}",
    "the measurement of the department up to {until} has a larger part or whole than that of its service in document {document}",
}

message! {
    OftenLarger { document: u64, until: NaiveDate, measurements: u64 }
    "{measurements} af afdelingens målinger har større tæller eller nævner end hele tilbuddets i dokument {document}, første gang målingen til og med {until}",
    "{measurements} measurements of the department have a larger part or whole than those of its service in document {document}, first the one up to {until}",
}

/// Reports once for each pair of documents: a whole series can differ.
pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in crossing.results.apart.values() {
        let (document, measurements) = (crossing::number(clash.first), clash.measurements);
        if measurements == 1 {
            crossing.not_met(clash.place, clash.measurement, at, cx, OtherResult { document });
        } else {
            let facts = OtherResults { document, measurements };
            crossing.not_met(clash.place, clash.measurement, at, cx, facts);
        }
    }
    for one in crossing.results.too_large(&crossing.ties) {
        let (document, until, measurements) = (crossing::number(one.document), one.until, one.measurements);
        if measurements == 1 {
            crossing.not_met(one.place, one.subject, at, cx, LargerThanWhole { document, until });
        } else {
            let facts = OftenLarger { document, until, measurements };
            crossing.not_met(one.place, one.subject, at, cx, facts);
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let figure = added::figure(tape.spare_id(2), tape);
    let indicator = figure.indicator.as_ref().map(|indicator| indicator.id);
    // The community brings in the service.
    added::community(figure, bundle, tape);
    let first = Measurement {
        indicator,
        reporting_unit: Some(OrgUnit::from(tape.spare_id::<SocialService>(1))),
        period: PartialDate::of_month(2023, 11).map(Period::from),
        observed: Some(Observed::of_count(3)),
        data_source: Some("lønsystemet".into()),
        ..Measurement::new(tape.spare_id(5))
    };
    let second = Measurement { id: tape.spare_id(6), observed: Some(Observed::of_count(4)), ..first.clone() };
    added::document(first, bundle, tape);
    added::document(second, bundle, tape);
}];

#[cfg(test)]
macro_rules! measurement {
    ($id:literal, $part:literal $(, $more:literal)?) => {
        concat!(
            r#"{ "id": "00000000-0000-4000-8000-0000000000"#, $id,
            r#"", "indicator": "00000000-0000-4000-8000-000000000091",
                "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000092" } },
                "dataSource": "lønsystemet", "observed": { "share": { "part": "#, $part, r#", "whole": 1000 } },
                "period": { "start": "2024-04-01", "end": "2024-04-"#, measurement!(@end $($more)?), r#"" } }"#
        )
    };
    (@end) => { "30" };
    (@end $end:literal) => { $end };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The same result, another period, and what explains another result; one measurement twice is another rule.
    accepts(bundle_of!(
        "01": concat!(r#"{ "measurement": "#, measurement!("11", "58"), "}"),
        "02": concat!(r#"{ "measurement": "#, measurement!("12", "58"), "}"),
        "03": concat!(r#"{ "measurement": "#, measurement!("13", "73", "29"), "}"),
        "04": concat!(r#"{ "measurement": "#, measurement!("11", "73"), "}"),
        "05": r#"{ "measurement": {
            "id": "00000000-0000-4000-8000-000000000015", "indicator": "00000000-0000-4000-8000-000000000091",
            "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000092" } },
            "dataSource": "lønsystemet", "observed": { "share": { "part": 73, "whole": 1000 } },
            "period": { "start": "2024-04-01", "end": "2024-04-30" }, "population": "vikarer"
        } }"#,
        "06": r#"{ "measurement": {
            "id": "00000000-0000-4000-8000-000000000016", "indicator": "00000000-0000-4000-8000-000000000091",
            "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000092" } },
            "observed": { "share": { "part": 73, "whole": 1000 } },
            "period": { "start": "2024-04-01", "end": "2024-04-30" }
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": concat!(
                r#"{ "series": { "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "measurements": ["#,
                measurement!("11", "58"), ",", measurement!("12", "60", "29"), "] } }"
            ),
            "02": concat!(
                r#"{ "series": { "id": "00000000-0000-4000-8000-000000000002", "direction": "atMost", "measurements": ["#,
                measurement!("21", "73"), ",", measurement!("22", "75", "29"), "] } }"
            ),
            "03": concat!(r#"{ "measurement": "#, measurement!("31", "73"), "}"),
            // A blank population explains nothing.
            "04": r#"{ "measurement": {
                "id": "00000000-0000-4000-8000-000000000041", "indicator": "00000000-0000-4000-8000-000000000091",
                "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000092" } },
                "dataSource": "lønsystemet", "observed": { "share": { "part": 61, "whole": 1000 } },
                "period": { "start": "2024-04-01", "end": "2024-04-30" }, "population": " "
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/series/measurements/0",
                "dokument 1 har andre resultater for samme indikator, indberettende enhed, periode og datakilde, i alt for 2 målinger",
                "document 1 has different results for the same indicator, unit, period and data source, for 2 measurements in all",
            ),
            not_met(
                "/documents/2/content/measurement",
                "dokument 1 har et andet resultat for samme indikator, indberettende enhed, periode og datakilde",
                "document 1 has a different result for the same indicator, unit, period and data source",
            ),
            not_met(
                "/documents/3/content/measurement",
                "dokument 1 har et andet resultat for samme indikator, indberettende enhed, periode og datakilde",
                "document 1 has a different result for the same indicator, unit, period and data source",
            ),
        ],
    ),
    // As large, counted from another source, of a department of which it is not known whose it is, and at another time.
    accepts(bundle_of!(
        "01": r#"{ "organisation": {
            "id": "00000000-0000-4000-8000-000000000081", "kind": "municipality",
            "services": [{
                "id": "00000000-0000-4000-8000-000000000092",
                "departments": [{ "id": "00000000-0000-4000-8000-000000000093" }]
            }]
        } }"#,
        "02": concat!(r#"{ "measurement": "#, measurement!("11", "58"), "}"),
        "03": r#"{ "measurement": {
            "id": "00000000-0000-4000-8000-000000000012", "indicator": "00000000-0000-4000-8000-000000000091",
            "reportingUnit": { "department": { "id": "00000000-0000-4000-8000-000000000093" } },
            "dataSource": "Lønsystemet", "observed": { "share": { "part": 58, "whole": 1000 } },
            "period": { "start": "2024-04-01", "end": "2024-04-30" }
        } }"#,
        "04": r#"{ "measurement": {
            "id": "00000000-0000-4000-8000-000000000013", "indicator": "00000000-0000-4000-8000-000000000091",
            "reportingUnit": { "department": { "id": "00000000-0000-4000-8000-000000000093" } },
            "dataSource": "vagtplanen", "observed": { "share": { "part": 59, "whole": 1000 } },
            "period": { "start": "2024-04-01", "end": "2024-04-30" }
        } }"#,
        "05": r#"{ "measurement": {
            "id": "00000000-0000-4000-8000-000000000014", "indicator": "00000000-0000-4000-8000-000000000091",
            "reportingUnit": { "department": { "id": "00000000-0000-4000-8000-000000000094" } },
            "dataSource": "lønsystemet", "observed": { "share": { "part": 59, "whole": 1000 } },
            "period": { "start": "2024-04-01", "end": "2024-04-30" }
        } }"#,
        "06": r#"{ "measurement": {
            "id": "00000000-0000-4000-8000-000000000015", "indicator": "00000000-0000-4000-8000-000000000091",
            "reportingUnit": { "department": { "id": "00000000-0000-4000-8000-000000000093" } },
            "dataSource": "lønsystemet", "observed": { "share": { "part": 59, "whole": 1000 } },
            "period": { "start": "2024-05-01", "end": "2024-05-31" }
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "measurement": {
                "id": "00000000-0000-4000-8000-000000000012", "indicator": "00000000-0000-4000-8000-000000000091",
                "reportingUnit": { "department": { "id": "00000000-0000-4000-8000-000000000093" } },
                "dataSource": "lønsystemet", "observed": { "share": { "part": 59, "whole": 900 } },
                "period": { "start": "2024-04-01", "end": "2024-04-30" }
            } }"#,
            "02": concat!(
                r#"{ "series": { "id": "00000000-0000-4000-8000-000000000002", "direction": "atMost", "measurements": ["#,
                measurement!("21", "58"), ",", measurement!("22", "60", "29"), "] } }"
            ),
            "03": r#"{ "series": { "id": "00000000-0000-4000-8000-000000000003", "direction": "atMost", "measurements": [
                {
                    "id": "00000000-0000-4000-8000-000000000031", "indicator": "00000000-0000-4000-8000-000000000091",
                    "reportingUnit": { "department": { "id": "00000000-0000-4000-8000-000000000094" } },
                    "dataSource": "lønsystemet", "observed": { "share": { "part": 5, "whole": 1001 } },
                    "period": { "start": "2024-04-01", "end": "2024-04-30" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000032", "indicator": "00000000-0000-4000-8000-000000000091",
                    "reportingUnit": { "department": { "id": "00000000-0000-4000-8000-000000000094" } },
                    "dataSource": "lønsystemet", "observed": { "share": { "part": 61, "whole": 900 } },
                    "period": { "start": "2024-04-01", "end": "2024-04-29" }
                }
            ] } }"#,
            "04": r#"{ "organisation": {
                "id": "00000000-0000-4000-8000-000000000081", "kind": "municipality",
                "services": [{
                    "id": "00000000-0000-4000-8000-000000000092",
                    "departments": [
                        { "id": "00000000-0000-4000-8000-000000000093" }, { "id": "00000000-0000-4000-8000-000000000094" }
                    ]
                }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/0/content/measurement",
                "afdelingens måling til og med 30. april 2024 har større tæller eller nævner end hele tilbuddets i dokument 2",
                "the measurement of the department up to 30 April 2024 has a larger part or whole than that of its service in document 2",
            ),
            not_met(
                "/documents/2/content/series/measurements",
                "2 af afdelingens målinger har større tæller eller nævner end hele tilbuddets i dokument 2, første gang målingen til og med 29. april 2024",
                "2 measurements of the department have a larger part or whole than those of its service in document 2, first the one up to 29 April 2024",
            ),
        ],
    ),
];
