//! No text holds what looks like a civil registration number.

use super::{Ids, civil_number};
use crate::codes;
use crate::draft::walk::Walk;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

message! {
    CivilNumber {}
    "her står noget, der ligner et CPR-nummer",
    "something here looks like a civil registration number (CPR)",
}

pub(super) static RULE: Rule = Rule {
    code: codes::DOC003,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "texts, external ids, extensions")],
    title: Bilingual::new(
        "et dokument indeholder intet, der ligner et CPR-nummer",
        "a document contains nothing that looks like a civil registration number",
    ),
    why: Bilingual::new(
        "Borgere nævnes kun ved et id. Et CPR-nummer i en tekst følger med overalt, hvor dokumentet sendes hen, uden at nogen lægger mærke til det.",
        "Citizens are to be named by an id only. A civil registration number in a text goes wherever the document goes, unseen.",
    ),
    remedy: Bilingual::new(
        "Slet nummeret, og brug det id, som borgeren har i dokumentet. Er det et sagsnummer eller et kontonummer, så skriv det, så det ikke kan forveksles, fx med mellemrum.",
        "Delete the number, and use the id that the citizen has in the document. If it is the number of a case or an account, write it so that it cannot be mistaken, such as with spaces.",
    ),
    example: Bilingual::new(
        "En evaluering, hvor borgerens CPR-nummer er skrevet ind i teksten.",
        "An evaluation in whose text the citizen's civil registration number was written.",
    ),
    ..Rule::DERIVED
};

/// The number itself never appears in a finding.
pub(super) fn check(ids: &Ids<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let each = &mut |text: &str, place: &Path<'_>| {
        if civil_number::is_in(text) {
            cx.not_met(place, CivilNumber {});
        }
    };
    ids.draft.visit(at, &mut Walk::Texts(each));
}
