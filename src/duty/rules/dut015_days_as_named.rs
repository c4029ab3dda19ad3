//! A contact model that is called by its days has these days.

use crate::codes;
use crate::duty::{Contact, ContactModel};
use crate::report::Path;
use crate::rule::{Checker, Positions, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted_of;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT015,
    requirements: &["R-035"],
    sources: &[
        SourceRef::agreement("1.4"),
        SourceRef::new(SourceDocument::SICK_LEAVE_CONTACTS, "senest på tredjedagen; otte og 15 dage efter"),
    ],
    title: Bilingual::new(
        "en kontaktmodel, der er opkaldt efter sine dage, har netop de dage",
        "a contact model that is named after its days has exactly those days",
    ),
    why: Bilingual::new(
        "Ellers holder nogle sig til navnet og andre til listen.",
        "Otherwise some hold to the name and others to the list.",
    ),
    remedy: Bilingual::new("Ret navnet eller dagene.", "Correct the name or the days."),
    example: Bilingual::new(
        "Modellen hedder 3-8-15, men har kontakter på dag 3, 8 og 14.",
        "The model is called 3-8-15, but has contacts on days 3, 8 and 14.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherDays { named: Positions, days: Positions }
    "navnet siger dag {named:og}, men kontakterne er på dag {days:og}",
    "the name says days {named:and}, but the contacts are on days {days:and}",
}

message! {
    OtherDay { named: Positions, day: u64 }
    "navnet siger dag {named:og}, men der er kun en kontakt på dag {day}",
    "the name says days {named:and}, but the only contact is on day {day}",
}

/// In any order: DUT007 is about that.
pub(super) fn check(model: &ContactModel, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(named) = model.named_days().filter(|_| !model.contacts.is_empty()) else { return };
    let days = model.contacts.iter().map(|contact| u64::from(contact.day));
    let both = days.clone().map(|day| (day, false)).chain(named.clone().map(|day| (day, true)));
    let is_same = sorted_of(&both, |both| {
        // For each day the contact comes first, and the name last.
        let mut each = both.chunk_by(|(day, _), (other, _)| day == other);
        each.all(|same| matches!((same.first(), same.last()), (Some((_, false)), Some((_, true)))))
    });
    if is_same {
        return;
    }
    let (at, named) = (at.key("contacts"), Positions(named.collect()));
    if let [Contact { day, .. }] = model.contacts.as_slice() {
        cx.not_met(&at, OtherDay { named, day: (*day).into() });
    } else {
        cx.not_met(&at, OtherDays { named, days: Positions(days.collect()) });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ContactModel> =
    &[|model, tape| model.name = Some((*tape.pick(&["3-8-14", "3-8", "1-5-14", "3–8–15-20"])).into())];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "name": "3-8-15" }"#),
    accepts(r#"{ "name": "3-8-15", "contacts": [{ "day": 3 }, { "day": 8 }, { "day": 15 }] }"#),
    accepts(r#"{ "name": "3 – 8", "contacts": [{ "day": 3 }, { "day": 8 }] }"#),
    // A name that says more than days, or a number alone.
    accepts(r#"{ "name": "3-8-15 modellen", "contacts": [{ "day": 3 }] }"#),
    accepts(r#"{ "name": "2024", "contacts": [{ "day": 3 }] }"#),
    accepts(r#"{ "name": "010190-1234", "contacts": [{ "day": 3 }] }"#),
    accepts(r#"{ "name": "3-8-1500", "contacts": [{ "day": 3 }] }"#),
    refuses(
        r#"{ "name": "3-8-15", "contacts": [{ "day": 3 }, { "day": 8 }, { "day": 14 }] }"#,
        &[not_met(
            "/contacts",
            "navnet siger dag 3, 8 og 15, men kontakterne er på dag 3, 8 og 14",
            "the name says days 3, 8 and 15, but the contacts are on days 3, 8 and 14",
        )],
    ),
    refuses(
        r#"{ "name": "3-8", "contacts": [{ "day": 3 }] }"#,
        &[not_met(
            "/contacts",
            "navnet siger dag 3 og 8, men der er kun en kontakt på dag 3",
            "the name says days 3 and 8, but the only contact is on day 3",
        )],
    ),
    // A name with a word, with one day, or with a day of three digits.
    accepts(r#"{ "name": "3-uge", "contacts": [{ "day": 4 }] }"#),
    accepts(r#"{ "name": "3", "contacts": [{ "day": 4 }] }"#),
    refuses(
        r#"{ "name": "8-100", "contacts": [{ "day": 8 }, { "day": 90 }] }"#,
        &[not_met(
            "/contacts",
            "navnet siger dag 8 og 100, men kontakterne er på dag 8 og 90",
            "the name says days 8 and 100, but the contacts are on days 8 and 90",
        )],
    ),
    accepts(r#"{ "name": "3-", "contacts": [{ "day": 4 }] }"#),
];
