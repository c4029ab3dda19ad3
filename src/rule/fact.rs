//! Facts: which values broke a rule.

use alloc::string::ToString as _;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::RuleCode;
use crate::date::PartialDate;
use crate::figure::Decimal;
use crate::id::Subject;
use crate::section::SectionNumber;
use crate::text::{Bilingual, Wording, count};

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
    Term(Wording),
    /// Fixed terms, in both languages.
    Terms(Vec<Wording>),
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

        /// A fact with its kind, as stored in a report: a text alone does not say whether it is a day.
        #[derive(Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub(crate) enum TaggedFact {
            $( $variant($ty) ),+
        }

        impl From<Fact> for TaggedFact {
            fn from(fact: Fact) -> Self {
                match fact {
                    $( Fact::$variant(value) => Self::$variant(value) ),+
                }
            }
        }

        impl From<TaggedFact> for Fact {
            fn from(fact: TaggedFact) -> Self {
                match fact {
                    $( TaggedFact::$variant(value) => Self::$variant(value) ),+
                }
            }
        }
    };
}

fact_from! {
    Number(u64), Decimal(Decimal), Day(NaiveDate), Date(PartialDate), Section(SectionNumber),
    Term(Wording), Terms(Vec<Wording>), Subject(Subject), Rule(RuleCode),
}

impl From<Bilingual> for Fact {
    fn from(term: Bilingual) -> Self {
        Self::Term(term.into())
    }
}

impl From<Vec<Bilingual>> for Fact {
    fn from(terms: Vec<Bilingual>) -> Self {
        Self::Terms(terms.into_iter().map(Wording::from).collect())
    }
}

/// Positions as people count them, from 1. A message shows them as it shows terms.
#[derive(Debug, Clone)]
pub(crate) struct Positions(pub(crate) Vec<u64>);

impl From<Positions> for Fact {
    fn from(Positions(positions): Positions) -> Self {
        let term = |n: u64| Wording::new(n.to_string(), n.to_string());
        Self::Terms(positions.into_iter().map(term).collect())
    }
}

impl From<u32> for Fact {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

/// A number too large for 64 bits, which no list in memory has, becomes the largest one.
impl From<usize> for Fact {
    fn from(number: usize) -> Self {
        Self::Number(count(number))
    }
}
