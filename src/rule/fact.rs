//! Facts: which values broke a rule.

use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use crate::Lang;
use crate::codes::RuleCode;
use crate::date::PartialDate;
use crate::figure::Decimal;
use crate::id::Subject;
use crate::section::SectionNumber;
use crate::text::Bilingual;

/// One value that helped to break a rule.
///
/// There is no variant for free text, so that none can enter a finding: what people wrote stays in
/// the document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Fact {
    /// A number of things.
    Number(u64),
    /// An exact figure.
    Decimal(Decimal),
    /// A day.
    Day(NaiveDate),
    /// A date with its precision.
    Date(PartialDate),
    /// A section of the document.
    Section(SectionNumber),
    /// A fixed term, in both languages.
    Term(Bilingual),
    /// Fixed terms, in both languages.
    Terms(Vec<Bilingual>),
    /// A thing in the document.
    Subject(Subject),
    /// A rule.
    Rule(RuleCode),
}

macro_rules! fact_from {
    ($( $variant:ident($ty:ty) ),+ $(,)?) => {
        $( impl From<$ty> for Fact {
            fn from(value: $ty) -> Self {
                Self::$variant(value)
            }
        } )+
    };
}

fact_from! {
    Number(u64), Decimal(Decimal), Day(NaiveDate), Date(PartialDate), Section(SectionNumber),
    Term(Bilingual), Terms(Vec<Bilingual>), Subject(Subject), Rule(RuleCode),
}

/// A number of things.
impl From<usize> for Fact {
    fn from(things: usize) -> Self {
        Self::Number(crate::text::count(things))
    }
}

/// The values that broke a rule, and the sentence that says so.
///
/// A caller implements it for the facts of an own rule.
pub trait Facts: fmt::Debug + Send + Sync + 'static {
    /// The values by name, in camelCase.
    fn fields(&self) -> Vec<(&'static str, Fact)>;

    /// Writes one sentence: lower case, no full stop, no names of types.
    ///
    /// # Errors
    ///
    /// Only what `f` gives back.
    fn message(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}
