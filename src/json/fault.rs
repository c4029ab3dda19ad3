//! Everything that keeps a text from being a document.

mod collect;
mod detail;
mod nearest;

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;

pub(super) use collect::Faults;
pub(super) use detail::{Detail, NotWhole};

use crate::Lang;
use crate::document::FaultKind;
use crate::report::Pointer;
use crate::text::Wording;

/// A text is not a document: everything that is wrong with it, and where.
///
/// No message repeats what a person may have written: a value, or a key that does not look like the name
/// of a field. So it can be returned to the sender of the text, for example as problem details (RFC 9457):
///
/// ```
/// use kvalitetsmodel::{Lang, document::FaultKind, json};
/// use serde_json::json;
///
/// /// What a service answers as `application/problem+json`.
/// fn problem(error: &json::ReadError, lang: Lang) -> serde_json::Value {
///     let is_json = |fault: &json::Fault| !matches!(fault.kind, FaultKind::Encoding | FaultKind::Syntax);
///     let errors = error.faults().iter().map(|fault| {
///         json!({ "pointer": format!("#{}", fault.pointer), "message": fault.message(lang), "kind": fault.kind })
///     });
///     json!({
///         "type": "https://kvalitet.example/problemer/dokument",
///         "title": match lang {
///             Lang::Da => "Dokumentet kan ikke læses",
///             Lang::En => "The document cannot be read",
///         },
///         "status": if error.faults().iter().all(is_json) { 422 } else { 400 },
///         "detail": error.message(lang),
///         "errors": errors.collect::<Vec<_>>(),
///     })
/// }
///
/// let text = r#"{ "format": "kvalitetsmodel/1", "status": "draft", "id": 7, "content": "Karen Hansen" }"#;
/// let mut problem = problem(&json::read(text).unwrap_err(), Lang::Da);
/// assert!(!problem.to_string().contains("Karen"));
/// assert!(problem["detail"].take().as_str().is_some_and(|detail| detail.starts_with("linje 1, kolonne 58, ved /id: ")));
/// assert!(problem["errors"][1]["message"].take().as_str().is_some_and(|why| why.starts_with("ukendt valg; ")));
/// assert_eq!(
///     problem,
///     json!({
///         "type": "https://kvalitet.example/problemer/dokument",
///         "title": "Dokumentet kan ikke læses",
///         "status": 422,
///         "detail": null,
///         "errors": [
///             { "pointer": "#/id", "message": "der skal stå et id skrevet som en UUID, ikke et tal", "kind": "wrongType" },
///             { "pointer": "#/content", "message": null, "kind": "unknownWord" },
///         ],
///     }),
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadError {
    faults: Vec<Fault>,
    more: usize,
}

impl ReadError {
    /// The most faults that are kept of one text.
    pub const MAX_FAULTS: usize = 100;

    /// The faults in the order of the text: at least one, at most [`MAX_FAULTS`](Self::MAX_FAULTS).
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// How many faults come after those in [`faults`](Self::faults).
    #[must_use]
    pub const fn more(&self) -> usize {
        self.more
    }

    /// Every fault with its place, one a line, without a line break at the end.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let lines = fmt::from_fn(|f| {
            for (n, fault) in self.faults.iter().enumerate() {
                f.write_str(if n > 0 { "\n" } else { "" })?;
                fault.write(lang, f)?;
            }
            match (self.more, lang) {
                (0, _) => Ok(()),
                (more, Lang::Da) => write!(f, "\nog {more} fejl mere"),
                (more, Lang::En) => write!(f, "\nand {more} more"),
            }
        });
        lines.to_string()
    }

    /// The error if a text is refused but no fault is found in it: a defect of this crate.
    ///
    /// `line` and `byte_column` are those of `serde_json`, which counts bytes.
    pub(super) fn unexplained(text: &str, line: usize, byte_column: usize) -> Self {
        let before = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
        let offset = before.saturating_add(byte_column.saturating_sub(1));
        let mut faults = Faults::default();
        faults.add_to(offset, Pointer::new(String::new()), &Detail::Unexplained);
        faults.into_read_error(text)
    }

    /// The error for bytes that are UTF-8 as far as `valid`, and no further.
    pub(super) fn not_utf8(valid: &str) -> Self {
        let last_line = valid.rsplit('\n').next().unwrap_or_default();
        let fault = Fault {
            line: valid.matches('\n').count().saturating_add(1),
            column: last_line.chars().count().saturating_add(1),
            ..Fault::new(&Detail::NotUtf8, Pointer::new(String::new()))
        };
        Self { faults: [fault].into(), more: 0 }
    }

    /// The same error for a text that is one line of a longer one: every fault is on this line.
    #[must_use]
    pub fn on_line(mut self, line: usize) -> Self {
        for fault in &mut self.faults {
            fault.line = line;
        }
        self
    }
}

/// The first fault in English, and how many more there are.
impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((first, others)) = self.faults.split_first() else { return Ok(()) };
        first.write(Lang::En, f)?;
        match others.len().saturating_add(self.more) {
            0 => Ok(()),
            more => write!(f, "; and {more} more"),
        }
    }
}

impl core::error::Error for ReadError {}

/// One thing that keeps a text from being a document.
///
/// As JSON it has `kind`, `line`, `column`, `pointer`, `message` with `da` and `en`, and, where there are
/// any, `nearest`, `field` and `expected`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Fault {
    /// What kind of thing is wrong.
    pub kind: FaultKind,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters: where the wrong value begins. For a field that is unknown
    /// or repeated it is the key, for a missing one the object, and for text that is not JSON the first character
    /// that is wrong. For text that ends too early it is the end, after the last character.
    pub column: usize,
    /// The value that is wrong; `""` is the whole text. For a field that is unknown, repeated or missing, it
    /// is the object. The pointer ends before the first key that the format does not know.
    pub pointer: Pointer,
    message: Wording,
    /// The name or word of the format that is most like an unknown one, or that people call something like it in Danish
    /// or English: `headOfService` for `forstander`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest: Option<&'static str>,
    /// The field that is missing or repeated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
    /// The fields or words that the format has instead of an unknown one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub expected: Vec<&'static str>,
}

impl Fault {
    /// A fault whose place in the text is not known yet.
    fn new(detail: &Detail<'_>, pointer: Pointer) -> Self {
        Self {
            kind: detail.kind(),
            line: 1,
            column: 1,
            pointer,
            message: detail.message(),
            nearest: detail.nearest(),
            field: detail.field(),
            expected: detail.expected(),
        }
    }

    /// What is wrong, without the place: lower case, no full stop.
    #[must_use]
    pub fn message(&self, lang: Lang) -> &str {
        self.message.in_lang(lang)
    }

    /// Writes the place and what is wrong there.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, pointer, .. } = self;
        let at = match lang {
            Lang::Da => {
                write!(f, "linje {line}, kolonne {column}")?;
                ", ved "
            }
            Lang::En => {
                write!(f, "line {line}, column {column}")?;
                ", at "
            }
        };
        if !pointer.as_str().is_empty() {
            write!(f, "{at}{pointer}")?;
        }
        write!(f, ": {}", self.message(lang))
    }
}

/// The place and the message in English.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(Lang::En, f)
    }
}
