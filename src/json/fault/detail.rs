//! What a fault is, and how it is said.

mod envelope;
mod shape;
mod syntax;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::nearest::{Known, is_near_name, meant};
use crate::Lang;
use crate::document::{DUPLICATE_KEY, FaultKind};
use crate::draft::{Choice, Record, Shape, Words};
use crate::json::tree::{Syntax, Tree};
use crate::text::{Bilingual, Wording};

/// What is wrong at a place.
#[derive(Debug, Clone, Copy)]
pub(in crate::json) enum Detail<'a> {
    NotUtf8,
    Syntax(Syntax),
    /// What the check of a format said.
    UnknownFormat(Bilingual),
    /// What it said of a later version.
    NewerFormat(Bilingual),
    WrongType {
        expected: Shape,
        found: &'a Tree<'a>,
    },
    /// What the check of a text said.
    Refused(Bilingual),
    NotAnId,
    NotWhole {
        max: u64,
        why: NotWhole,
    },
    /// A number that no double can hold.
    NumberTooLarge,
    /// A number with more digits than a double keeps.
    NumberTooLong,
    UnknownField {
        key: &'a str,
        record: &'static Record,
    },
    RepeatedField(&'static str),
    /// A repeated key in what another system keeps in the document.
    RepeatedKey,
    MissingField(&'static str),
    UnknownWord {
        word: &'a str,
        words: &'static Words,
    },
    UnknownVariant {
        name: &'a str,
        choice: &'static Choice,
        /// Whether it is the key of an object, and not a word on its own.
        is_key: bool,
    },
    /// A variant with content is written as a word.
    HasContent(&'static str, &'static Record),
    /// A variant without content is the key of an object.
    HasNoContent(&'static str),
    NotOneKey {
        keys: usize,
        choice: &'static Choice,
    },
    FinalWithoutValidation,
    DraftWithValidation,
    /// A draft where a document belongs.
    BareDraft,
    /// A document where a draft belongs.
    HasEnvelope(&'static Record),
    Unexplained,
}

/// Why a number is not a whole number in range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::json) enum NotWhole {
    Negative,
    /// It is written with decimals or an exponent, even if its value is whole.
    Decimals,
    TooLarge,
}

impl Detail<'_> {
    pub(super) const fn kind(&self) -> FaultKind {
        match self {
            Self::NotUtf8 => FaultKind::Encoding,
            Self::Syntax(_) => FaultKind::Syntax,
            Self::UnknownFormat(_) => FaultKind::UnknownFormat,
            Self::NewerFormat(_) => FaultKind::NewerFormat,
            Self::WrongType { .. }
            | Self::HasContent(..)
            | Self::HasNoContent(_)
            | Self::NotOneKey { .. }
            | Self::BareDraft
            | Self::HasEnvelope(_) => FaultKind::WrongType,
            Self::Refused(_)
            | Self::NotAnId
            | Self::NotWhole { .. }
            | Self::NumberTooLarge
            | Self::NumberTooLong
            | Self::Unexplained => FaultKind::InvalidValue,
            Self::UnknownField { .. } => FaultKind::UnknownField,
            Self::RepeatedField(_) | Self::RepeatedKey => FaultKind::RepeatedField,
            Self::MissingField(_) | Self::FinalWithoutValidation => FaultKind::MissingField,
            Self::UnknownWord { .. } | Self::UnknownVariant { .. } => FaultKind::UnknownWord,
            Self::DraftWithValidation => FaultKind::Contradiction,
        }
    }

    pub(super) fn nearest(&self) -> Option<&'static str> {
        meant(self.wrong()?, &self.known())
    }

    /// The name that is unknown.
    const fn wrong(&self) -> Option<&str> {
        match self {
            Self::UnknownField { key: wrong, .. }
            | Self::UnknownWord { word: wrong, .. }
            | Self::UnknownVariant { name: wrong, .. } => Some(wrong),
            _ => None,
        }
    }

    pub(super) const fn field(&self) -> Option<&'static str> {
        match *self {
            Self::MissingField(name) | Self::RepeatedField(name) => Some(name),
            Self::FinalWithoutValidation => Some("validation"),
            _ => None,
        }
    }

    pub(super) fn expected(&self) -> Vec<&'static str> {
        self.known().into_iter().map(|(name, _)| name).collect()
    }

    /// The names that the format has instead.
    fn known(&self) -> Vec<Known> {
        match self {
            Self::UnknownField { record, .. } => {
                record.fields.iter().map(|field| (field.name, field.label)).collect()
            }
            Self::UnknownWord { words, .. } => {
                words.words.iter().map(|word| (word.name, word.label)).collect()
            }
            Self::UnknownVariant { choice, .. } | Self::NotOneKey { choice, .. } => {
                choice.variants.iter().map(|variant| (variant.name, variant.label)).collect()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn message(&self) -> Wording {
        match *self {
            Self::NotUtf8 => NOT_UTF8.into(),
            Self::Syntax(syntax) => syntax::message(syntax).into(),
            Self::UnknownFormat(why) | Self::NewerFormat(why) | Self::Refused(why) => why.into(),
            Self::WrongType { expected, found } => wrong_type(expected, found),
            Self::NotAnId => NOT_AN_ID.into(),
            Self::NotWhole { max, why } => not_whole(max, why),
            Self::NumberTooLarge => TOO_LARGE.into(),
            Self::NumberTooLong => TOO_LONG.into(),
            Self::UnknownField { record, .. } => self.unknown_field(record),
            Self::RepeatedField(name) => Wording::new(
                format!("feltet `{name}` står der mere end én gang"),
                format!("the field `{name}` is there more than once"),
            ),
            Self::RepeatedKey => DUPLICATE_KEY.into(),
            Self::MissingField(name) => {
                Wording::new(format!("feltet `{name}` mangler"), format!("the field `{name}` is missing"))
            }
            Self::UnknownWord { words, .. } => {
                let unknown = Bilingual::new("ukendt ord", "unknown word").into();
                self.unknown(unknown, WORDS_ARE, |lang| shape::words(words, lang))
            }
            Self::UnknownVariant { choice, is_key, .. } => self.unknown_variant(choice, is_key),
            Self::HasContent(name, content) => has_content(name, content),
            Self::HasNoContent(name) => Wording::new(
                format!("`{name}` skal ikke have noget indhold: skriv ordet alene, `\"{name}\"`"),
                format!("`{name}` takes no content: write the word alone, `\"{name}\"`"),
            ),
            Self::NotOneKey { keys, choice } => self.not_one_key(keys, choice),
            Self::FinalWithoutValidation => FINAL_WITHOUT_VALIDATION.into(),
            Self::DraftWithValidation => DRAFT_WITH_VALIDATION.into(),
            Self::BareDraft => envelope::BARE_DRAFT.into(),
            Self::HasEnvelope(record) => envelope::whole_document(record),
            Self::Unexplained => UNEXPLAINED.into(),
        }
    }

    /// Adds the names that are allowed instead.
    fn unknown(&self, unknown: Wording, are: Are, list: impl Fn(Lang) -> String) -> Wording {
        let Wording { da, en } = unknown;
        let (all_da, all_en) = (list(Lang::Da), list(Lang::En));
        match self.nearest() {
            Some(name) => Wording::new(
                format!("{da}; mente du `{name}`? {} {all_da}", are.sentence.da),
                format!("{en}; did you mean `{name}`? {} {all_en}", are.sentence.en),
            ),
            None => Wording::new(
                format!("{da}; {} {all_da}", are.clause.da),
                format!("{en}; {} {all_en}", are.clause.en),
            ),
        }
    }

    /// The unknown key after a space, if it may be shown. A key can be anything that someone wrote: it is repeated only
    /// if it is a misspelt name.
    fn shown(&self) -> String {
        let misspelt = self.wrong().filter(|key| is_written_as_name(key) && is_near_name(key, &self.known()));
        misspelt.map(|key| format!(" `{key}`")).unwrap_or_default()
    }

    fn unknown_variant(&self, choice: &Choice, is_key: bool) -> Wording {
        let shown = if is_key { self.shown() } else { String::new() };
        let unknown = Wording::new(format!("ukendt valg{shown}"), format!("unknown choice{shown}"));
        let are = match (shape::takes_object(choice), is_key) {
            (false, _) => CHOICES_ARE,
            (true, true) => KEYS_ARE,
            (true, false) => WRITE_OBJECT,
        };
        self.unknown(unknown, are, |lang| shape::variants(choice, lang))
    }

    fn not_one_key(&self, keys: usize, choice: &Choice) -> Wording {
        let are = if shape::takes_object(choice) { KEYS_ARE } else { CHOICES_ARE };
        let not_one = Wording::new(
            format!("objektet skal have netop én nøgle, ikke {keys}"),
            format!("the object must have exactly one key, not {keys}"),
        );
        self.unknown(not_one, are, |lang| shape::variants(choice, lang))
    }

    fn unknown_field(&self, record: &Record) -> Wording {
        let shown = self.shown();
        let unknown = Wording::new(format!("ukendt felt{shown}"), format!("unknown field{shown}"));
        if record.fields.is_empty() {
            let Wording { da, en } = unknown;
            return Wording::new(
                format!("{da}; objektet har ingen felter"),
                format!("{en}; the object has no fields"),
            );
        }
        self.unknown(unknown, FIELDS_ARE, |lang| shape::fields(record, lang))
    }
}

const NOT_UTF8: Bilingual = Bilingual::new(
    "ikke UTF-8: gem teksten i tegnsættet UTF-8",
    "not UTF-8: save the text in the encoding UTF-8",
);
const NOT_AN_ID: Bilingual = Bilingual::new(
    "teksten er ikke et id: et id skrives som en UUID, fx `123e4567-e89b-42d3-a456-426614174000`",
    "the text is not an id: an id is written as a UUID, such as `123e4567-e89b-42d3-a456-426614174000`",
);
const TOO_LARGE: Bilingual =
    Bilingual::new("tallet er for stort til at læse", "the number is too large to read");
const TOO_LONG: Bilingual = Bilingual::new(
    "tallet har flere cifre, end der kan bevares; skriv det som tekst",
    "the number has more digits than can be kept; write it as text",
);
const FINAL_WITHOUT_VALIDATION: Bilingual = Bilingual::new(
    "feltet `validation` mangler: et endeligt dokument siger, hvad indholdet er valideret efter",
    "the field `validation` is missing: a final document says under what its content was proven",
);
const DRAFT_WITH_VALIDATION: Bilingual = Bilingual::new(
    "et udkast har ingen `validation`: det har kun et endeligt dokument",
    "a draft has no `validation`: only a final document has one",
);
const UNEXPLAINED: Bilingual = Bilingual::new(
    "indholdet passer ikke til formatet her eller lige før",
    "the content does not fit the format here or just before",
);

/// The words before a list.
#[derive(Clone, Copy)]
struct Are {
    clause: Bilingual,
    sentence: Bilingual,
}

const FIELDS_ARE: Are = Are {
    clause: Bilingual::new("felterne er", "the fields are"),
    sentence: Bilingual::new("Felterne er", "The fields are"),
};
const WORDS_ARE: Are = Are {
    clause: Bilingual::new("ordene er", "the words are"),
    sentence: Bilingual::new("Ordene er", "The words are"),
};
const CHOICES_ARE: Are = Are {
    clause: Bilingual::new("mulighederne er", "the choices are"),
    sentence: Bilingual::new("Mulighederne er", "The choices are"),
};

/// Where every variant has content, its key says enough: what is in it is listed when it is wrong.
const KEYS_ARE: Are = Are {
    clause: Bilingual::new("nøglerne er", "the keys are"),
    sentence: Bilingual::new("Nøglerne er", "The keys are"),
};
const WRITE_OBJECT: Are = Are {
    clause: Bilingual::new("skriv et objekt med én af nøglerne", "write an object with one of the keys"),
    sentence: Bilingual::new("Skriv et objekt med én af nøglerne", "Write an object with one of the keys"),
};

fn wrong_type(expected: Shape, found: &Tree<'_>) -> Wording {
    let (expected, found) = (shape::message(expected), found_in(found));
    Wording::new(
        format!("der skal stå {}, ikke {}", expected.da, found.da),
        format!("expected {}, found {}", expected.en, found.en),
    )
}

fn has_content(name: &str, content: &Record) -> Wording {
    let object = shape::object(name, content);
    Wording::new(
        format!("`{name}` skal have et indhold: skriv et objekt, `{object}`"),
        format!("`{name}` takes content: write an object, `{object}`"),
    )
}

fn found_in(tree: &Tree<'_>) -> Bilingual {
    match tree {
        Tree::Null => Bilingual::new("null", "null"),
        Tree::Bool(true) => Bilingual::new("`true`", "`true`"),
        Tree::Bool(false) => Bilingual::new("`false`", "`false`"),
        Tree::Number(_) => Bilingual::new("et tal", "a number"),
        Tree::Text(_) => Bilingual::new("tekst", "text"),
        Tree::List(_) => Bilingual::new("en liste", "a list"),
        Tree::Object(_) => Bilingual::new("et objekt", "an object"),
    }
}

fn not_whole(max: u64, why: NotWhole) -> Wording {
    if (max, why) == (u64::MAX, NotWhole::TooLarge) {
        return TOO_LARGE.into();
    }
    let range = if max == u64::MAX {
        Wording::new(", 0 eller mere,", ", 0 or more,")
    } else {
        Wording::new(format!(" fra 0 til {max},"), format!(" from 0 to {max},"))
    };
    let found = match why {
        NotWhole::Negative => Bilingual::new("et negativt tal", "a negative number"),
        NotWhole::Decimals => {
            Bilingual::new("et tal med decimaler eller eksponent", "a number with decimals or an exponent")
        }
        NotWhole::TooLarge => Bilingual::new("et større tal", "a larger number"),
    };
    Wording::new(
        format!("der skal stå et helt tal{} ikke {}", range.da, found.da),
        format!("expected a whole number{} found {}", range.en, found.en),
    )
}

/// Returns `true` if the key is written as the name of a field: at most 40 ASCII letters, the first one in
/// lower case, perhaps after `$`.
///
/// A person's name begins with a capital, and numbers and mail addresses hold something other than letters.
fn is_written_as_name(key: &str) -> bool {
    let name = key.strip_prefix('$').unwrap_or(key);
    name.len() <= 40
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_alphabetic())
}
