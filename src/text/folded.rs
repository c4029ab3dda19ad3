//! Texts that are compared regardless of case.

use core::cmp::Ordering;
use core::hash::{Hash, Hasher};

use super::Text;

/// A text as it is compared: regardless of case, and with one blank for any white space between words.
///
/// Comparing needs no copy in lower case, so a rule does not allocate for it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Folded<'t>(&'t str);

impl<'t> Folded<'t> {
    pub(crate) fn of(text: &'t Text) -> Self {
        Self(text.as_str().trim())
    }

    /// Returns `None` if the text is absent or blank.
    pub(crate) fn stated(text: Option<&'t Text>) -> Option<Self> {
        text.filter(|text| !text.is_blank()).map(Self::of)
    }

    /// Fixed words, without white space at their ends.
    pub(crate) const fn of_words(words: &'t str) -> Self {
        Self(words)
    }

    fn letters(self) -> impl Iterator<Item = char> {
        let words = self.0.split_whitespace().enumerate();
        words.flat_map(|(n, word)| (n > 0).then_some(' ').into_iter().chain(letters(word)))
    }
}

fn letters(word: &str) -> impl Iterator<Item = char> {
    // A capital sigma has two lower-case forms, one of them at the end of words.
    word.chars().flat_map(char::to_lowercase).map(|letter| if letter == 'ς' { 'σ' } else { letter })
}

impl Ord for Folded<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let mut bytes = self.0.bytes().zip(other.0.bytes());
        match bytes.find(|(one, other)| !one.eq_ignore_ascii_case(other)) {
            None => self.0.len().cmp(&other.0.len()),
            // Most texts differ in a plain letter, and need not be split into words and letters.
            Some((one, other)) if one.is_ascii_graphic() && other.is_ascii_graphic() => {
                one.to_ascii_lowercase().cmp(&other.to_ascii_lowercase())
            }
            Some(_) => self.letters().cmp(other.letters()),
        }
    }
}

impl PartialOrd for Folded<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Folded<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Folded<'_> {}

impl Hash for Folded<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for word in self.0.split_whitespace() {
            letters(word).for_each(|letter| state.write_u32(letter.into()));
            state.write(b" ");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Identity;

    #[test]
    fn capitals_and_the_amount_of_white_space_make_no_difference() {
        let is_same = |one: &str, other: &str| {
            let (one, other) = (Text::from(one), Text::from(other));
            let (one, other) = (Folded::of(&one), Folded::of(&other));
            assert_eq!(one == other, Identity::of(&one) == Identity::of(&other));
            one == other
        };
        assert!(is_same("Ældrechef", " ældreCHEF\n"));
        assert!(is_same("ΟΔΟΣ", "οδος"));
        assert!(is_same("Ikke  relevant", "ikke\u{a0}relevant"));
        assert!(!is_same("Ældrechef", "Ældre chef"));
        assert!(!is_same("Leder", "Ledere"));
    }

    #[test]
    fn the_order_is_that_of_the_letters() {
        let texts = [
            "",
            "a",
            "A",
            "b",
            "a b",
            "A  b",
            "ab",
            "a\u{a0}b",
            "a\u{a0} b",
            "æ",
            "Æ",
            "ås",
            "Åb",
            "a æ",
            "a Æ",
            "k",
            "\u{212a}",
            "aς",
            "aΣ",
            "aσ",
            "a-b",
            "a_b",
            "[",
            "Z",
            "z",
            "\u{e6}a",
            "\u{e6}\u{a0}a",
        ];
        for (one, other) in texts.iter().flat_map(|one| texts.iter().map(move |other| (one, other))) {
            let (one, other) = (Folded(one), Folded(other));
            assert_eq!(one.cmp(&other), one.letters().cmp(other.letters()), "{one:?} and {other:?}");
        }
    }
}
