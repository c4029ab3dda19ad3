//! Everything that was received could be read.

use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

message! {
    ValueSetAside { fault: Bilingual }
    "noget her kunne ikke læses og er lagt til side, så ingen regel har set det: {fault}",
    "something here could not be read and was set aside, so that no rule has seen it: {fault}",
}

message! {
    ItemSetAside { item: u64, fault: Bilingual }
    "nr. {item} i den modtagne liste kunne ikke læses og er lagt til side, så ingen regel har set det: {fault}",
    "item {item} of the list that was received could not be read and was set aside, so that no rule has seen it: {fault}",
}

pub(crate) static RULE: Rule = Rule {
    code: codes::DOC004,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "setAside")],
    title: Bilingual::new(
        "alt i et modtaget dokument kunne læses",
        "everything in a document that was received could be read",
    ),
    why: Bilingual::new(
        "Reglerne kender ikke det, der er lagt til side. De kan melde, at noget mangler, som afsenderen har skrevet, og lade noget passere, som de ellers ville have fundet.",
        "The rules do not know what was set aside. They may report something as missing that the sender did state, and pass what they would otherwise have found.",
    ),
    remedy: Bilingual::new(
        "Bed afsenderen om at rette det og sende dokumentet igen.",
        "Ask the sender to correct it and to send the document again.",
    ),
    example: Bilingual::new(
        "Et måltal med enheden »pct«, som formatet ikke kender; det hedder »percent«.",
        "A target figure with the unit “pct”, which the format does not know; it is called “percent”.",
    ),
    ..Rule::DERIVED
};

/// Reports a value that was set aside.
pub(crate) fn value(fault: Bilingual, at: &Path<'_>, cx: &mut Checker<'_>) {
    cx.not_met(at, ValueSetAside { fault });
}

/// Reports that a list at `at` lacks its `item`th item, from 1.
pub(crate) fn item(fault: Bilingual, item: u64, at: &Path<'_>, cx: &mut Checker<'_>) {
    cx.not_met(at, ItemSetAside { item, fault });
}
