//! Study and decision are not dated before what they are based on.

use super::dated_phases;
use crate::codes;
use crate::cycle::PdsaCycle;
use crate::date::{PartialDate, each_out_of_order};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::{add_missing_phases, date_phases};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PDS006,
    requirements: &["R-123", "R-180"],
    sources: &[
        SourceRef::new(SourceDocument::SMARTE_2023, "Planlægning af sidemandsoplæringen, figur 3"),
        SourceRef::new(SourceDocument::PDSA_FORM, "Udfør planen: Begynd analysen af data"),
    ],
    title: Bilingual::new(
        "analyse og beslutning er ikke dateret før det, de bygger på",
        "study and decision are not dated before what they are based on",
    ),
    why: Bilingual::new(
        "Analysen må gerne begynde, mens der afprøves, men det, der er lært og besluttet, kan ikke ligge før afprøvningen.",
        "The study may begin while the test is going on, but what was learned and decided cannot be dated before the test.",
    ),
    remedy: Bilingual::new(
        "Ret den dato, der er forkert. Begyndte analysen under afprøvningen, så angiv, hvornår den blev afsluttet.",
        "Correct the date that is wrong. If the study began during the test, state when it was finished.",
    ),
    example: Bilingual::new(
        "Afprøvningen er dateret 10. marts 2024, analysen 4. marts 2024.",
        "The test is dated 10 March 2024, the study 4 March 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    Backwards { phase: Bilingual, on: PartialDate, before: Bilingual, before_on: PartialDate }
    "{phase} er dateret {on}, altså før {before}, der er dateret {before_on}",
    "{phase} is dated {on}, before {before}, which is dated {before_on}",
}

/// Compares study and decision with the latest date before them; another rule checks the plan.
pub(super) fn check(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    let dates = dated_phases(cycle).into_iter().skip(1);
    each_out_of_order(dates, |((key, phase), on), ((_, before), before_on)| {
        cx.not_met(&at.key(key).key("on"), Backwards { phase, on, before, before_on });
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<PdsaCycle> = &[|cycle, tape| {
    add_missing_phases(cycle, tape);
    let (february, march) = (PartialDate::of_month(2023, 2), PartialDate::of_month(2023, 3));
    let dates = *tape.pick(&[
        [None, march, february, None],
        [None, march, None, february],
        [None, None, march, february],
        [february, march, february, march],
    ]);
    date_phases(cycle, dates);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "plan": {}, "do": { "on": "2024-03-04" } }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "on": "2024-02" }, "do": { "on": "2024-03-04" },
            "study": { "on": "2024-03-04" }, "act": { "on": "2024-03-11" }
        }"#,
    ),
    // The first day of March may be after the test of March, the last day of February may not.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "do": { "on": "2024-03" }, "study": { "on": "2024-03-01" }
        }"#,
    ),
    // A plan after the test is for another rule.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "on": "2024-03-10" }, "do": { "on": "2024-03-04" }, "act": { "on": "2024-03-05" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "do": { "on": "2024-03" }, "study": { "on": "2024-02-29" }
        }"#,
        &[not_met(
            "/study/on",
            "analysen (study) er dateret 29. februar 2024, altså før afprøvningen (do), der er dateret marts 2024",
            "the study is dated 29 February 2024, before the test (do), which is dated March 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "do": { "on": "2024-03-04" }, "act": { "on": "2024-03-03" }
        }"#,
        &[not_met(
            "/act/on",
            "beslutningen (act) er dateret 3. marts 2024, altså før afprøvningen (do), der er dateret 4. marts 2024",
            "the decision (act) is dated 3 March 2024, before the test (do), which is dated 4 March 2024",
        )],
    ),
    // The year 2024 can mean a day after the test of June, the decision of May cannot.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "do": { "on": "2024-06" }, "study": { "on": "2024" }, "act": { "on": "2024-05" }
        }"#,
        &[not_met(
            "/act/on",
            "beslutningen (act) er dateret maj 2024, altså før afprøvningen (do), der er dateret juni 2024",
            "the decision (act) is dated May 2024, before the test (do), which is dated June 2024",
        )],
    ),
    // Each phase is compared with the latest date before it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "do": { "on": "2024-03-10" }, "study": { "on": "2024-03-04" }, "act": { "on": "2024-03-05" }
        }"#,
        &[
            not_met(
                "/study/on",
                "analysen (study) er dateret 4. marts 2024, altså før afprøvningen (do), der er dateret 10. marts 2024",
                "the study is dated 4 March 2024, before the test (do), which is dated 10 March 2024",
            ),
            not_met(
                "/act/on",
                "beslutningen (act) er dateret 5. marts 2024, altså før afprøvningen (do), der er dateret 10. marts 2024",
                "the decision (act) is dated 5 March 2024, before the test (do), which is dated 10 March 2024",
            ),
        ],
    ),
];
