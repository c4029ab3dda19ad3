//! Whether a template is complete: checked when the tests are compiled, to keep the compilation of the crate itself
//! fast.

use chrono::NaiveDate;

use super::Template;
use crate::date::PartialDate;
use crate::figure::Decimal;
use crate::id::Subject;
use crate::rule::{Fact, Positions};
use crate::section::SectionNumber;
use crate::text::Bilingual;

/// The kind of a fact in a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FactKind {
    /// How many: `{n}` shows the number, `{n:action|actions}` the number and the form that fits it.
    Number,
    /// Which thing: its id is for programs, and a text need not show it.
    Thing,
    /// Terms: `{terms}` shows them with commas, `{terms:and}` with the word before the last one,
    /// `{terms:, og}` with a comma before that word, as Danish clauses need it.
    Terms,
    /// A date: `{on:i}` puts a word before a month or a longer time, `{on:on|in}` one before a day and one before a
    /// longer time.
    Date,
    /// Anything else: `{name}` shows it.
    Other,
}

/// A type that a fact of a message can have.
pub(crate) trait FactType: Into<Fact> {
    const KIND: FactKind;
}

macro_rules! fact_types {
    ($( $ty:ty => $kind:ident ),+ $(,)?) => {
        $( impl FactType for $ty { const KIND: FactKind = FactKind::$kind; } )+
    };
}

fact_types! {
    u64 => Number, Decimal => Other, NaiveDate => Other, PartialDate => Date, SectionNumber => Other,
    Bilingual => Other, alloc::vec::Vec<Bilingual> => Terms, Positions => Terms, Subject => Thing,
}

#[expect(clippy::arithmetic_side_effects, reason = "evaluated when compiled")]
impl Template {
    /// Asserts that each language uses every fact except the ids of things, and nothing else.
    pub(crate) const fn assert_complete(&self) {
        self.assert_uses_facts(self.text.da.as_bytes());
        self.assert_uses_facts(self.text.en.as_bytes());
    }

    const fn assert_uses_facts(&self, text: &[u8]) {
        let (mut used, mut at) = (self.things(), 0);
        while at < text.len() {
            if text[at] == b'{' {
                let start = at + 1;
                while at < text.len() && text[at] != b'}' && text[at] != b':' {
                    at += 1;
                }
                assert!(at < text.len(), "a brace is not closed");
                let mut fact = 0;
                while fact < self.names.len() && !is_at(text, start, at, self.names[fact].as_bytes()) {
                    fact += 1;
                }
                assert!(fact < self.names.len(), "a name in braces is not a fact of the message");
                let has_forms =
                    matches!(self.kinds[fact], FactKind::Number | FactKind::Terms | FactKind::Date);
                assert!(has_forms || text[at] == b'}', "forms of a fact that is no number, list or date");
                used |= 1 << fact;
            }
            at += 1;
        }
        assert!(used == (1 << self.names.len()) - 1, "a fact is not used in both languages");
    }

    /// The facts that are the ids of things, as bits.
    const fn things(&self) -> u64 {
        let (mut things, mut fact) = (0, 0);
        while fact < self.names.len() {
            if matches!(self.kinds[fact], FactKind::Thing) {
                things |= 1 << fact;
            }
            fact += 1;
        }
        things
    }
}

/// Returns `true` if `text[start..end]` is `name`.
#[expect(clippy::arithmetic_side_effects, reason = "evaluated when compiled")]
const fn is_at(text: &[u8], start: usize, end: usize, name: &[u8]) -> bool {
    let mut at = 0;
    while at < name.len() && start + at < end && text[start + at] == name[at] {
        at += 1;
    }
    at == name.len() && start + at == end
}
