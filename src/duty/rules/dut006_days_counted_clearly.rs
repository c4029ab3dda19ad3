//! A contact model says how its days are counted.

use alloc::vec::Vec;

use crate::codes;
use crate::duty::ContactModel;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT006,
    requirements: &["R-035"],
    sources: &[
        SourceRef::agreement("1.4"),
        SourceRef::new(
            SourceDocument::SICK_LEAVE_CONTACTS,
            "senest på tredjedagen efter sygemeldingen; otte og 15 dage efter",
        ),
    ],
    title: Bilingual::new(
        "en kontaktmodel angiver, hvordan dens dage tælles",
        "a contact model says how its days are counted",
    ),
    why: Bilingual::new(
        "Den tredje dag kan være to eller tre dage efter sygemeldingen, og en weekend kan tælle med eller ej, så to tilbud kan tælle forskelligt.",
        "The third day can be two or three days after the sickness report, and a weekend may or may not count, so two services can count differently.",
    ),
    remedy: Bilingual::new(
        "Skriv, om der tælles kalenderdage eller arbejdsdage, og om dagen for sygemeldingen er dag 0 eller dag 1.",
        "State whether calendar days or working days are counted, and whether the day of the sickness report is day 0 or day 1.",
    ),
    example: Bilingual::new(
        "3-8-15-modellen overvåges, uden at det er aftalt, om weekenden tæller med.",
        "The 3-8-15 model is monitored, and it is not agreed whether the weekend counts.",
    ),
    ..Rule::DERIVED
};

message! {
    NotSaid { missing: Vec<Bilingual> }
    "modellen siger ikke, {missing:, og}",
    "the model does not say {missing:and}",
}

const COUNTING: Bilingual = Bilingual::new(
    "om der tælles kalenderdage eller arbejdsdage",
    "whether calendar days or working days are counted",
);
const REPORT_DAY: Bilingual = Bilingual::new(
    "om dagen for sygemeldingen er dag 0 eller dag 1",
    "whether the day of the sickness report is day 0 or day 1",
);

pub(super) fn check(model: &ContactModel, at: &Path<'_>, cx: &mut Checker<'_>) {
    if model.contacts.is_empty() || model.counting.is_some() && model.report_day.is_some() {
        return;
    }
    let parts = [(model.counting.is_none(), COUNTING), (model.report_day.is_none(), REPORT_DAY)];
    let missing = parts.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, part)| part).collect();
    cx.not_met(at, NotSaid { missing });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ContactModel> =
    &[|model, _| model.counting = None, |model, _| model.report_day = None];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "name": "3-8-15" }"#),
    accepts(r#"{ "counting": "workingDays", "reportDay": "dayOne", "contacts": [{ "day": 3 }] }"#),
    refuses(
        r#"{ "contacts": [{ "day": 3 }] }"#,
        &[not_met(
            "",
            "modellen siger ikke, om der tælles kalenderdage eller arbejdsdage, og om dagen for sygemeldingen er dag 0 eller dag 1",
            "the model does not say whether calendar days or working days are counted and whether the day of the sickness report is day 0 or day 1",
        )],
    ),
    refuses(
        r#"{ "counting": "calendarDays", "contacts": [{ "day": 3 }] }"#,
        &[not_met(
            "",
            "modellen siger ikke, om dagen for sygemeldingen er dag 0 eller dag 1",
            "the model does not say whether the day of the sickness report is day 0 or day 1",
        )],
    ),
    // The day of the report is known, the way of counting is not.
    refuses(
        r#"{ "reportDay": "dayOne", "contacts": [{ "day": 3 }] }"#,
        &[not_met(
            "",
            "modellen siger ikke, om der tælles kalenderdage eller arbejdsdage",
            "the model does not say whether calendar days or working days are counted",
        )],
    ),
];
