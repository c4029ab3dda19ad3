//! The contact days of a model rise and are possible.

use crate::codes;
use crate::duty::{Contact, ContactModel, ReportDay};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT007,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "duties, sickLeaveContacts, contacts")],
    title: Bilingual::new(
        "kontaktdagene i en model er mulige og står i stigende rækkefølge",
        "the contact days of a model are possible and in ascending order",
    ),
    why: Bilingual::new(
        "Modellen modsiger sig selv: dagene står i forkert rækkefølge, den samme dag står der to gange, eller en dag ligger før sygemeldingen.",
        "The model contradicts itself: its days are out of order, a day is listed twice, or a day is before the sickness report.",
    ),
    remedy: Bilingual::new(
        "Ret dagen eller rækkefølgen, eller slet den kontakt, der står to gange.",
        "Correct the day or the order, or delete the contact that is listed twice.",
    ),
    example: Bilingual::new(
        "Modellen 3-8-15 er tastet som 3, 15, 8.",
        "The 3-8-15 model is entered as 3, 15, 8.",
    ),
    ..Rule::DERIVED
};

message! {
    NotLater { day: u64, before: u64 }
    "kontakten på dag {day} står efter kontakten på dag {before}",
    "the contact on day {day} is listed after that on day {before}",
}

message! {
    Twice { day: u64 }
    "der er to kontakter på dag {day}",
    "there are two contacts on day {day}",
}

message! {
    NoSuchDay {}
    "der er ingen dag 0, når dagen for sygemeldingen er dag 1",
    "there is no day 0 if the day of the sickness report is day 1",
}

pub(super) fn check(model: &ContactModel, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("contacts");
    let mut before = None;
    for (n, Contact { day, .. }) in model.contacts.iter().enumerate() {
        let place = list.index(n);
        let place = place.key("day");
        match before.replace(*day) {
            Some(before) if before == *day => cx.not_met(&place, Twice { day: u64::from(*day) }),
            Some(before) if before > *day => {
                cx.not_met(&place, NotLater { day: u64::from(*day), before: u64::from(before) });
            }
            _ if *day == 0 && model.report_day == Some(ReportDay::DayOne) => cx.not_met(&place, NoSuchDay {}),
            _ => {}
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ContactModel> = &[
    |model, _| model.contacts = [3, 15, 8].map(Contact::new).into(),
    |model, _| model.contacts = [3, 3].map(Contact::new).into(),
    |model, _| {
        model.report_day = Some(ReportDay::DayOne);
        model.contacts = [0, 3].map(Contact::new).into();
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "contacts": [{ "day": 3 }, { "day": 8 }, { "day": 15 }] }"#),
    accepts(r#"{ "reportDay": "dayZero", "contacts": [{ "day": 0 }, { "day": 65535 }] }"#),
    accepts(r#"{ "reportDay": "dayOne", "contacts": [{ "day": 1 }] }"#),
    refuses(
        r#"{ "reportDay": "dayOne", "contacts": [{ "day": 0 }, { "day": 15 }, { "day": 8 }, { "day": 8 }] }"#,
        &[
            not_met(
                "/contacts/0/day",
                "der er ingen dag 0, når dagen for sygemeldingen er dag 1",
                "there is no day 0 if the day of the sickness report is day 1",
            ),
            not_met(
                "/contacts/2/day",
                "kontakten på dag 8 står efter kontakten på dag 15",
                "the contact on day 8 is listed after that on day 15",
            ),
            not_met("/contacts/3/day", "der er to kontakter på dag 8", "there are two contacts on day 8"),
        ],
    ),
];
