//! The name that someone probably meant.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::text::Bilingual;

/// A longer text is no misspelt name.
const MAX_LEN: usize = 64;

/// The shortest end of a label that is taken for the whole, in letters.
const SHORTEST_END: usize = 5;

/// A name of the format, and what people call it.
pub(super) type Known = (&'static str, Bilingual);

/// Returns the name that is most like `wrong`, or that people call something like it: `headOfService` for `forstander`.
///
/// Upper and lower case, `_`, `-` and spaces make no difference: `focus_areas` is `focusAreas`.
pub(super) fn meant(wrong: &str, known: &[Known]) -> Option<&'static str> {
    let wrong = short(wrong)?;
    let names = known.iter().map(|(name, _)| (*name, letters(name)));
    let labels = || {
        let each = |(name, label): &Known| [label.da, label.en].map(|label| (*name, letters(label)));
        known.iter().flat_map(each)
    };
    let close = |(name, letters): (_, Vec<char>)| Some((close(&wrong, &letters)?, name));
    let best = names.chain(labels()).filter_map(close).min_by_key(|(distance, _)| *distance);
    best.map(|(_, name)| name).or_else(|| ending(&wrong, labels()))
}

/// Whether `wrong` is a misspelt name, and not only like what people call something.
pub(super) fn is_near_name(wrong: &str, known: &[Known]) -> bool {
    short(wrong).is_some_and(|wrong| known.iter().any(|(name, _)| close(&wrong, &letters(name)).is_some()))
}

/// The one name with a label that ends with `end`, as `udviklingsaftale` ends with `aftale`.
fn ending(end: &[char], labels: impl Iterator<Item = (&'static str, Vec<char>)>) -> Option<&'static str> {
    if end.len() < SHORTEST_END {
        return None;
    }
    let mut names = labels.filter(|(_, label)| label.ends_with(end)).map(|(name, _)| name);
    let first = names.next()?;
    names.all(|name| name == first).then_some(first)
}

/// How many letters differ, unless they are more than a third.
fn close(a: &[char], b: &[char]) -> Option<usize> {
    let distance = distance(a, b);
    (distance <= a.len().max(b.len()) / 3).then_some(distance)
}

fn short(text: &str) -> Option<Vec<char>> {
    (text.len() <= MAX_LEN).then(|| letters(text))
}

fn letters(text: &str) -> Vec<char> {
    let letters: String = text.chars().filter(|char| !matches!(char, '_' | '-' | ' ')).collect();
    letters.chars().flat_map(char::to_lowercase).collect()
}

/// How many letters were added, left out, replaced or swapped with their neighbour.
fn distance(a: &[char], b: &[char]) -> usize {
    // Row `n` holds the distances between the first `n` letters of `a` and each beginning of `b`.
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    let cell = |rows: &[Vec<usize>], up: usize, column: usize| {
        let row = rows.len().checked_sub(up).and_then(|row| rows.get(row));
        row.and_then(|row| row.get(column)).copied().unwrap_or(usize::MAX)
    };
    for (n, letter) in a.iter().enumerate() {
        let mut row = vec![n.saturating_add(1)];
        for (column, other) in b.iter().enumerate() {
            let left = row.last().copied().unwrap_or(usize::MAX);
            let added_or_left_out = left.min(cell(&rows, 1, column.saturating_add(1))).saturating_add(1);
            let replaced = cell(&rows, 1, column).saturating_add(usize::from(letter != other));
            let mut best = added_or_left_out.min(replaced);
            let before =
                n.checked_sub(1).and_then(|n| a.get(n)).zip(column.checked_sub(1).and_then(|n| b.get(n)));
            if before.is_some_and(|(a, b)| (a, b) == (other, letter)) {
                best = best.min(cell(&rows, 2, column.saturating_sub(1)).saturating_add(1));
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows.last().and_then(|row| row.last()).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [Known; 8] = [
        ("id", Bilingual::new("id", "id")),
        ("section", Bilingual::new("afsnit", "section")),
        ("title", Bilingual::new("titel", "title")),
        ("focusAreas", Bilingual::new("indsatsområder", "focus areas")),
        ("followUps", Bilingual::new("opfølgninger", "follow-ups")),
        ("atLeast", Bilingual::new("mindst", "at least")),
        ("atMost", Bilingual::new("højst", "at most")),
        ("data", Bilingual::new("samlet talmateriale", "all data collected")),
    ];

    #[test]
    fn a_misspelt_name_is_found() {
        for (wrong, name) in [
            ("sektion", "section"),
            ("tilte", "title"),
            ("Section", "section"),
            ("tittel", "title"),
            ("ID", "id"),
            ("focus_areas", "focusAreas"),
            ("focus-areas", "focusAreas"),
            ("FOCUS_AREA", "focusAreas"),
            ("focusarea", "focusAreas"),
            ("at most", "atMost"),
            ("at_least", "atLeast"),
        ] {
            assert_eq!(meant(wrong, &KNOWN), Some(name), "{wrong}");
            assert!(is_near_name(wrong, &KNOWN), "{wrong}");
        }
    }

    #[test]
    fn what_people_call_it_is_found() {
        for (wrong, name) in [
            ("afsnit", "section"),
            (" Mindst ", "atLeast"),
            ("indsatsomraader", "focusAreas"),
            ("indsatsområde", "focusAreas"),
            ("OPFØLGNING", "followUps"),
            // The end of a compound, or the last words.
            ("områder", "focusAreas"),
            ("materiale", "data"),
            ("collected", "data"),
        ] {
            assert_eq!(meant(wrong, &KNOWN), Some(name), "{wrong}");
            assert!(!is_near_name(wrong, &KNOWN), "{wrong}");
        }
        // The label is more like it than the name of another field is.
        let known = [("data", Bilingual::new("data", "data")), ("on", Bilingual::new("dato", "date"))];
        assert_eq!((meant("dato", &known), meant("daata", &known)), (Some("on"), Some("data")));
        // Two labels end with it.
        let known =
            [("a", Bilingual::new("samarbejdsaftale", "")), ("b", Bilingual::new("udviklingsaftale", ""))];
        assert_eq!(meant("aftale", &known), None);
    }

    #[test]
    fn other_text_is_no_name() {
        let long = "section".repeat(10);
        for wrong in ["", "i", "ad", "x", "year", "sammenhæng", "fo", "up", "iale", "åder", &long] {
            assert_eq!(meant(wrong, &KNOWN), None, "{wrong}");
        }
    }

    #[test]
    fn the_distance_counts_changed_letters() {
        for (a, b, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("flaw", "lawn", 2),
            ("abc", "abc", 0),
            ("målø", "mål", 1),
            ("yaer", "year", 1),
            ("ab", "ba", 1),
            ("abc", "cab", 2),
        ] {
            assert_eq!(distance(&letters(a), &letters(b)), expected, "{a} {b}");
        }
    }
}
