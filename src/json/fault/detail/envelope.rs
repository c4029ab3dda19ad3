//! That a draft is where a document belongs, or the other way round, in words.

use alloc::format;

use crate::draft::Record;
use crate::text::{Bilingual, Wording};

pub(super) const BARE_DRAFT: Bilingual = Bilingual::new(
    "teksten ligner et udkast uden dokumentet omkring det: et dokument har `format`, `status` og `id`, og udkastet står \
     i `content` under sin slags; et program kan læse udkastet alene med `json::read_draft`",
    "the text looks like a draft without its envelope: a document has `format`, `status` and `id`, and the draft is in \
     `content` under its kind; a program can read the draft alone with `json::read_draft`",
);

/// A whole document where a draft of this sort belongs.
pub(super) fn whole_document(draft: &Record) -> Wording {
    let label = draft.label;
    Wording::new(
        format!(
            "teksten er et helt dokument, men her skal der stå et udkast alene ({}): udkastet står i `content` under \
             sin slags; et program læser hele dokumentet med `json::read`",
            label.da
        ),
        format!(
            "the text is a whole document, but a draft alone belongs here ({}): the draft is in `content` under its \
             kind; a program reads the whole document with `json::read`",
            label.en
        ),
    )
}
