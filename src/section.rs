//! Section numbers of documents: `1.5`, `1.4.3`.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::text::{Bilingual, error_type, number, parsed};

pub(crate) const LEVELS: usize = 6;

/// The number of a section, such as `1.10` or `1.5.3`.
///
/// **Range:** one to six levels, each from 1 to 65 535. **Order:** as in a table of contents, `1.9` before
/// `1.10`.
///
/// ```
/// use kvalitetsmodel::section::SectionNumber;
///
/// let onboarding: SectionNumber = "1.5".parse()?;
/// assert!(onboarding < "1.5.3".parse()? && onboarding < "1.10".parse()?);
/// assert!("1.5.3".parse::<SectionNumber>()?.is_within(onboarding));
/// # Ok::<(), kvalitetsmodel::section::SectionNumberError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SectionNumber {
    levels: [u16; LEVELS],
}

/// The text is not a section number.
///
/// For example, `""`, `1.`, `1.0`, `01`, `1,5`, `§ 1` and numbers with seven levels are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct SectionNumberError;

error_type! { SectionNumberError, fixed |_error| ("notASectionNumber", SectionNumberError::LABEL) }

impl SectionNumber {
    /// A section of a chapter, both from 1; usable in constants.
    pub(crate) const fn of_chapter(chapter: u16, section: u16) -> Self {
        Self { levels: [chapter, section, 0, 0, 0, 0] }
    }

    fn levels(&self) -> impl Iterator<Item = u16> + '_ {
        self.levels.iter().copied().take_while(|&level| level != 0)
    }

    /// How many levels there are above the last one: 0 for a chapter.
    pub(crate) fn depth(&self) -> usize {
        self.levels.iter().rposition(|level| *level != 0).unwrap_or_default()
    }

    /// The levels above the last one, and the number on the last one.
    pub(crate) fn split_last(&self) -> Option<(&[u16], u16)> {
        let (last, above) = self.levels.get(..=self.depth())?.split_last()?;
        Some((above, *last))
    }

    /// The section above it; `None` for a chapter.
    pub(crate) fn above(self) -> Option<Self> {
        let mut above = self;
        let last = above.levels.get_mut(self.depth()).filter(|_| self.depth() > 0)?;
        *last = 0;
        Some(above)
    }

    /// Returns `true` if this is the given section or one below it.
    #[must_use]
    pub fn is_within(self, section: Self) -> bool {
        section.levels().zip(self.levels).all(|(outer, inner)| outer == inner)
    }
}

impl FromStr for SectionNumber {
    type Err = SectionNumberError;

    fn from_str(text: &str) -> Result<Self, SectionNumberError> {
        let mut levels = [0; LEVELS];
        let mut parts = text.as_bytes().split(|byte| *byte == b'.');
        for (level, part) in levels.iter_mut().zip(parts.by_ref()) {
            *level = positive(part).ok_or(SectionNumberError)?;
        }
        if parts.next().is_some() { Err(SectionNumberError) } else { Ok(Self { levels }) }
    }
}

/// A number that does not begin with 0.
fn positive(digits: &[u8]) -> Option<u16> {
    number(digits).filter(|_| !digits.starts_with(b"0")).and_then(|number| number.try_into().ok())
}

impl PartialOrd for SectionNumber {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for SectionNumber {
    fn cmp(&self, other: &Self) -> Ordering {
        self.levels.cmp(&other.levels)
    }
}

impl fmt::Display for SectionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, level) in self.levels().enumerate() {
            if n > 0 {
                f.write_str(".")?;
            }
            write!(f, "{level}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for SectionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for SectionNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SectionNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer, "a section number as text")
    }
}

impl SectionNumberError {
    const LABEL: Bilingual = Bilingual::new(
        "et afsnitsnummer er et til seks hele tal fra 1 til 65535 med punktum imellem, fx `1.5.3`",
        "a section number is one to six whole numbers from 1 to 65535 with points between, such as `1.5.3`",
    );
}

leaf! {
    SectionNumber: "et afsnitsnummer som tekst, fx `1.5.3`", "a section number as text, such as `1.5.3`";
    Text(|text| text.parse::<SectionNumber>().err().map(|_| SectionNumberError::LABEL))
        matches "^[1-9][0-9]{0,4}(?:\\.[1-9][0-9]{0,4}){0,5}$";
    |tape| {
        let mut levels = [0; LEVELS];
        let deep = tape.list_of(1, LEVELS, |tape| match tape.below(8) {
            7 => u16::MAX,
            _ => u16::try_from(tape.below(20).saturating_add(1)).unwrap_or(1),
        });
        levels.iter_mut().zip(deep).for_each(|(level, number)| *level = number);
        SectionNumber { levels }
    }
}
