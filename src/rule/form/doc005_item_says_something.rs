//! An item of a list says something, if the others do.

use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

message! {
    SaysNothing {}
    "punktet mangler den tekst eller det navn, som andre på listen har",
    "the item lacks the text or the name that others of the list have",
}

pub(crate) static RULE: Rule = Rule {
    code: codes::DOC005,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "lists, texts")],
    title: Bilingual::new(
        "et punkt på en liste har en tekst eller et navn ligesom de andre punkter",
        "an item of a list has a text or a name, as the other items do",
    ),
    why: Bilingual::new(
        "Læseren kan ikke se, om noget er glemt, eller om punktet skulle have været slettet.",
        "Readers cannot see whether something was forgotten, or whether the item should have been deleted.",
    ),
    remedy: Bilingual::new(
        "Skriv det, der mangler, eller slet punktet.",
        "Write what is missing, or delete the item.",
    ),
    example: Bilingual::new(
        "Evalueringen har tre anbefalinger, og der står intet i den ene.",
        "The evaluation has three recommendations, and one of them says nothing.",
    ),
    ..Rule::DERIVED
};

/// `says` in the declaration of a type names the fields that give an item its content.
pub(crate) fn check(at: &Path<'_>, cx: &mut Checker<'_>) {
    cx.not_met(at, SaysNothing {});
}
