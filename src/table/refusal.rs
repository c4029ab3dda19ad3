//! Why a table is not read, and what was noted before that.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::{Serialize, Serializer};

use super::note::Note;
use super::reason::Reason;
use super::remedy::Remedy;
use crate::Lang;
use crate::sorted::sort_by_key;
use crate::text::InBoth;

/// Why a table is not read: everything that is wrong with it, in the order of the lines.
///
/// As an error it says the first refusal in English, and how many more there are. It repeats what a cell says,
/// so it is for whoever has the table, and not for a log.
///
/// ```
/// use kvalitetsmodel::{Lang, table::{Choice, Table}};
///
/// let table = Table::read("Måned;Antal\n2024-01;7\n2024-02;8x\n".as_bytes())?;
/// let refused = table.measurements(&Choice::default()).expect_err("no direction, and 8x");
/// assert!(refused.to_string().ends_with("choose better = AtLeast or better = AtMost; and 1 more"));
/// let in_danish: Vec<String> = refused.refusals.iter().map(|refusal| refusal.message(Lang::Da)).collect();
/// assert!(in_danish[1].starts_with("linje 3, kolonne 2 (Antal): »8x« er ikke et tal"));
/// # Ok::<(), kvalitetsmodel::table::Refused>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Refused {
    /// What cannot be read; never empty.
    pub refusals: Vec<Refusal>,
    /// What was noted before that: a missing column may be present under an unknown heading.
    pub notes: Vec<Note>,
}

/// The first refusal in English, and how many more there are.
impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((first, others)) = self.refusals.split_first() else { return Ok(()) };
        f.write_str(&first.message(Lang::En))?;
        match others.len() {
            0 => Ok(()),
            more => write!(f, "; and {more} more"),
        }
    }
}

impl core::error::Error for Refused {}

impl Refused {
    /// Every refusal with its place, one per line, without a line break at the end.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let lines: Vec<_> = self.refusals.iter().map(|refusal| refusal.message(lang)).collect();
        lines.join("\n")
    }
}

/// The column that something is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ColumnName {
    /// **Range:** from 1. Its number.
    pub number: usize,
    /// Its heading.
    pub heading: String,
}

/// What cannot be read, and where.
///
/// As JSON it is an object with `line`, `column` if it is about one, `kind` and what belongs to it, `message` with `da`
/// and `en` (without the place), and `remedies`, the [`Remedy`] values; each of them settles it.
///
/// ```
/// use kvalitetsmodel::{Lang, table::{Choice, Table}};
///
/// let table = Table::read(b"Dato;Antal;Retning\n2024-01;12x;ned\n").expect("a table");
/// let refused = table.measurements(&Choice::default()).expect_err("no figure");
/// let refusal = &refused.refusals[0];
/// assert!(refusal.message(Lang::Da).starts_with("linje 2, kolonne 2 (Antal): »12x« er ikke et tal"));
/// assert_eq!(serde_json::to_value(refusal)?["kind"], "notANumber");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    line: usize,
    column: Option<ColumnName>,
    reason: Reason,
    remedies: Vec<Remedy>,
}

impl Serialize for Refusal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Object<'r, M> {
            line: usize,
            #[serde(skip_serializing_if = "Option::is_none")]
            column: Option<&'r ColumnName>,
            #[serde(flatten)]
            reason: &'r Reason,
            message: M,
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            remedies: &'r [Remedy],
        }

        let Self { line, column, reason, remedies } = self;
        let message = InBoth(|lang| reason.message(lang));
        Object { line: *line, column: column.as_ref(), reason, message, remedies }.serialize(serializer)
    }
}

impl Refused {
    /// In the order of lines and columns.
    pub(super) fn of(mut refusals: Vec<Refusal>, notes: Vec<Note>) -> Self {
        let place = |refusal: &Refusal| (refusal.line(), refusal.column().map(|column| column.number));
        sort_by_key(&mut refusals, place);
        Self { refusals, notes }
    }
}

impl Refusal {
    pub(super) const fn of_line(line: usize, reason: Reason) -> Self {
        Self { line, column: None, reason, remedies: Vec::new() }
    }

    pub(super) fn of_column(line: usize, at: usize, heading: String, reason: Reason) -> Self {
        let column = Some(ColumnName { number: at.saturating_add(1), heading });
        Self { line, column, reason, remedies: Vec::new() }
    }

    pub(super) fn or(mut self, remedies: impl IntoIterator<Item = Remedy>) -> Self {
        self.remedies.extend(remedies);
        self
    }

    /// The line, from 1.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The column, if the refusal is about one.
    #[must_use]
    pub const fn column(&self) -> Option<&ColumnName> {
        self.column.as_ref()
    }

    /// Why it cannot be read.
    #[must_use]
    pub const fn reason(&self) -> &Reason {
        &self.reason
    }

    /// What the caller can decide; each remedy settles this refusal. Empty if the table itself must be changed.
    #[must_use]
    pub fn remedies(&self) -> &[Remedy] {
        &self.remedies
    }

    /// What is wrong and where, with the remedies as fields of [`Choice`](super::Choice).
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        self.in_words(lang, |remedy| remedy.in_lang(lang))
    }

    /// The refusal in words, with the remedies as the calling program names them, such as `--date-order dmy`.
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, table::{Choice, Remedy, Table}};
    ///
    /// let table = Table::read(b"Date;Count\n1/2/2024;7\n").expect("a table");
    /// let refused = table.measurements(&Choice::default()).expect_err("two readings");
    /// let said = refused.refusals[1].in_words(Lang::En, |remedy| match remedy {
    ///     Remedy::DateOrder { order } => format!("the button {order:?}"),
    ///     other => other.in_lang(Lang::En),
    /// });
    /// assert!(said.ends_with("; choose the button DayFirst or the button MonthFirst"), "{said}");
    /// ```
    #[must_use]
    pub fn in_words(&self, lang: Lang, name: impl Fn(&Remedy) -> String) -> String {
        let line = self.line;
        let because = self.reason.message(lang);
        let mut said = match (&self.column, lang) {
            (None, Lang::Da) => format!("linje {line}: {because}"),
            (None, Lang::En) => format!("line {line}: {because}"),
            (Some(ColumnName { number, heading }), Lang::Da) => {
                format!("linje {line}, kolonne {number} ({heading}): {because}")
            }
            (Some(ColumnName { number, heading }), Lang::En) => {
                format!("line {line}, column {number} ({heading}): {because}")
            }
        };
        let (choose, or) = match lang {
            Lang::Da => ("; vælg ", " eller "),
            Lang::En => ("; choose ", " or "),
        };
        for (n, remedy) in self.remedies.iter().enumerate() {
            said.push_str(if n == 0 { choose } else { or });
            said.push_str(&name(remedy));
        }
        said
    }
}
