//! The name that someone probably meant.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// A longer text is no misspelt name.
const MAX_LEN: usize = 64;

/// Returns the name most like `wrong`, or `None` if more than a third of the letters differ.
///
/// Upper and lower case, `_`, `-` and spaces make no difference: `focus_areas` is `focusAreas`.
pub(super) fn nearest(wrong: &str, names: impl IntoIterator<Item = &'static str>) -> Option<&'static str> {
    if wrong.len() > MAX_LEN {
        return None;
    }
    let wrong = letters(wrong);
    let close = |name| {
        let letters_of_name = letters(name);
        let distance = distance(&wrong, &letters_of_name);
        let longer = wrong.len().max(letters_of_name.len());
        (distance <= longer / 3).then_some((distance, name))
    };
    let best = names.into_iter().filter_map(close).min_by_key(|(distance, _)| *distance);
    best.map(|(_, name)| name)
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

    const NAMES: [&str; 7] = ["id", "section", "title", "focusAreas", "followUps", "atLeast", "atMost"];

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
            assert_eq!(nearest(wrong, NAMES), Some(name), "{wrong}");
        }
    }

    #[test]
    fn other_text_is_no_name() {
        let long = "section".repeat(10);
        for wrong in ["", "i", "ad", "x", "year", "sammenhæng", "fo", "up", &long] {
            assert_eq!(nearest(wrong, NAMES), None, "{wrong}");
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
