//! What a page says about the parts of a document that could not be read.

use alloc::format;
use alloc::string::String;

use crate::Lang;
use crate::document::{Content, Document};

/// That parts were set aside, and what follows from it for the findings. `None` if everything was read.
pub(super) fn in_words(document: &Document, lang: Lang) -> Option<String> {
    let inside = match document.content() {
        Content::Bundle(bundle) => bundle.documents.iter().map(|one| one.document().set_aside().len()).sum(),
        _ => 0,
    };
    let words = match (document.set_aside().len().saturating_add(inside), lang) {
        (0, _) => return None,
        (1, Lang::Da) => {
            "1 del af filen kunne ikke læses og er lagt til side. Det, der står i den, kan være meldt som \
                          manglende her."
                .into()
        }
        (1, Lang::En) => {
            "1 part of the file could not be read and was set aside. What it states may be reported as \
                          missing here."
                .into()
        }
        (parts, Lang::Da) => format!(
            "{parts} dele af filen kunne ikke læses og er lagt til side. Det, der står i dem, kan være meldt som \
             manglende her."
        ),
        (parts, Lang::En) => format!(
            "{parts} parts of the file could not be read and were set aside. What they state may be reported as \
             missing here."
        ),
    };
    Some(words)
}
