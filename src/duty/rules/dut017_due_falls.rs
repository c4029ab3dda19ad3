//! No more people are due a later contact than an earlier one.

use crate::codes;
use crate::duty::{Contact, ContactModel};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{duty::Fulfilment, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT017,
    requirements: &["R-035"],
    sources: &[SourceRef::agreement("1.4")],
    title: Bilingual::new(
        "på en senere kontaktdag skal der ikke være flere kontakter end på en tidligere",
        "no more contacts are due on a later contact day than on an earlier one",
    ),
    why: Bilingual::new(
        "Den, der er sygemeldt på dag 8, var det også på dag 3. Er der flest ved den senere dag, er de to dage ikke talt for de samme sygemeldinger.",
        "Whoever is on sick leave on day 8 was also on sick leave on day 3. If the later day has more, the two days were not counted for the same absences.",
    ),
    remedy: Bilingual::new(
        "Tæl igen for de samme sygemeldinger: dem, der er begyndt i perioden.",
        "Count again for the same absences: those that began in the period.",
    ),
    example: Bilingual::new(
        "Der skulle være 61 kontakter på dag 3, men 74 på dag 8.",
        "61 contacts were due on day 3, but 74 on day 8.",
    ),
    ..Rule::DERIVED
};

message! {
    SomeLater { due: u64, day: u64, earlier: u64 }
    "der skulle have været {due:kontakt|kontakter} på dag {day}, men ingen på dag {earlier}",
    "{due:contact was|contacts were} due on day {day}, but none on day {earlier}",
}

message! {
    MoreLater { due: u64, day: u64, before: u64, earlier: u64 }
    "der skulle have været {due:kontakt|kontakter} på dag {day}, men kun {before} på dag {earlier}",
    "{due:contact was|contacts were} due on day {day}, but only {before} on day {earlier}",
}

/// Each contact is compared with the nearest earlier one that is counted. The order of the days is a matter of DUT007.
pub(super) fn check(model: &ContactModel, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("contacts");
    let mut earlier: Option<(u16, u32)> = None;
    for (n, Contact { day, counted }) in model.contacts.iter().enumerate() {
        let Some(due) = counted.and_then(|counts| counts.due) else { continue };
        if let Some((earlier, before)) = earlier.replace((*day, due))
            && earlier < *day
            && before < due
        {
            let at = list.index(n);
            let at = at.key("counted");
            let at = at.key("due");
            let (due, day, earlier) = (due.into(), (*day).into(), earlier.into());
            match before {
                0 => cx.not_met(&at, SomeLater { due, day, earlier }),
                _ => cx.not_met(&at, MoreLater { due, day, before: before.into(), earlier }),
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ContactModel> = &[|model, tape| {
    let counts = |due| Some(Fulfilment { due: Some(due), met: Some(0) });
    let due = tape.number(0, 60);
    let counted = [(3, due), (8, due.saturating_add(1))];
    model.contacts = counted.map(|(day, due)| Contact { day, counted: counts(due) }).into();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    // As many; a day that is not counted; days out of order.
    accepts(
        r#"{ "contacts": [
            { "day": 3, "counted": { "due": 27, "met": 27 } }, { "day": 8, "counted": { "due": 27, "met": 20 } },
            { "day": 15, "counted": { "due": 12, "met": 0 } }
        ] }"#,
    ),
    accepts(
        r#"{ "contacts": [
            { "day": 3, "counted": { "met": 1 } }, { "day": 8, "counted": { "due": 27, "met": 20 } }, { "day": 15 }
        ] }"#,
    ),
    accepts(
        r#"{ "contacts": [{ "day": 8, "counted": { "due": 5, "met": 5 } }, { "day": 3, "counted": { "due": 9, "met": 9 } }] }"#,
    ),
    refuses(
        r#"{ "contacts": [{ "day": 3, "counted": { "due": 61, "met": 60 } }, { "day": 8, "counted": { "due": 74, "met": 70 } }] }"#,
        &[not_met(
            "/contacts/1/counted/due",
            "der skulle have været 74 kontakter på dag 8, men kun 61 på dag 3",
            "74 contacts were due on day 8, but only 61 on day 3",
        )],
    ),
    // The day between is not counted.
    refuses(
        r#"{ "contacts": [
            { "day": 3, "counted": { "due": 0, "met": 0 } }, { "day": 8 }, { "day": 15, "counted": { "due": 1, "met": 1 } }
        ] }"#,
        &[not_met(
            "/contacts/2/counted/due",
            "der skulle have været 1 kontakt på dag 15, men ingen på dag 3",
            "1 contact was due on day 15, but none on day 3",
        )],
    ),
    // Twice the same day is for DUT007.
    accepts(
        r#"{
            "contacts": [
                { "day": 3, "counted": { "due": 20, "met": 20 } }, { "day": 3, "counted": { "due": 27, "met": 20 } }
            ]
        }"#,
    ),
];
