//! What people wrote, prepared for a picture: cleaned, measured, wrapped, shortened.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

use crate::text::is_invisible;

/// How text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Font {
    /// **Unit:** pixels.
    pub(super) size: f64,
    pub(super) bold: bool,
}

impl Font {
    pub(super) const TITLE: Self = Self { size: 17.0, bold: true };
    pub(super) const FINDING: Self = Self { size: 12.5, bold: false };
    pub(super) const LABEL: Self = Self { size: 11.5, bold: false };
    pub(super) const STRONG: Self = Self { size: 11.5, bold: true };
    pub(super) const NUMBER: Self = Self { size: 10.0, bold: true };

    /// The distance from one line to the next.
    pub(super) const fn line(self) -> f64 {
        self.size * 1.32
    }

    /// The maximum width of the text, in pixels: the widths are those of the wide font that Linux
    /// uses for `sans-serif`, `DejaVu Sans`; those of Windows and macOS are narrower.
    pub(super) fn width(self, text: &str) -> f64 {
        text.chars().map(|letter| self.of(letter)).sum()
    }

    fn of(self, letter: char) -> f64 {
        let em = match letter {
            'i' | 'j' | 'l' | '\'' | '|' => 0.29,
            ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '!' | 'I' | '·' => 0.35,
            'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '-' | '/' | '"' | '′' => 0.42,
            'm' | 'M' | 'w' | 'W' | 'æ' | 'Æ' | 'œ' | 'Œ' | '%' | '@' | '…' | '—' => 1.0,
            '0'..='9' | 'a'..='z' | 'ø' | 'å' => 0.64,
            '\u{300}'..='\u{36f}' => 0.0,
            // Chinese, Japanese and Korean letters, pictures, and everything after them.
            '\u{1100}'.. => 1.1,
            _ => 0.84,
        };
        em * self.size * if self.bold { 1.1 } else { 1.0 }
    }

    /// The text in at most `lines` lines of at most `width`; a shortened one ends in `…`. A figure stays on the same
    /// line as the unit after it: `65 %`, `≥ 65`, `12 dage`.
    pub(super) fn wrap(self, text: &str, width: f64, lines: usize) -> Vec<String> {
        if self.width(text) <= width && lines > 0 && !text.is_empty() {
            return alloc::vec![String::from(text)];
        }
        let text = &*figures_with_units(text);
        let mut done: Vec<String> = Vec::new();
        let mut line = String::new();
        let mut used = 0.0;
        let mut is_cut = false;
        'words: for word in text.split(' ').filter(|word| !word.is_empty()) {
            let space = self.of(' ');
            if !line.is_empty() && used + space + self.width(word) > width {
                done.push(core::mem::take(&mut line));
                used = 0.0;
            }
            if done.len() >= lines {
                is_cut = true;
                break;
            }
            if !line.is_empty() {
                line.push(' ');
                used += space;
            }
            for letter in word.chars() {
                // A word that is longer than a line is broken at the end of the line.
                if used + self.of(letter) > width && !line.is_empty() {
                    done.push(core::mem::take(&mut line));
                    used = 0.0;
                    if done.len() >= lines {
                        is_cut = true;
                        break 'words;
                    }
                }
                line.push(letter);
                used += self.of(letter);
            }
        }
        if !line.is_empty() {
            done.push(line);
        }
        if is_cut && let Some(last) = done.last_mut() {
            self.shorten(last, width);
        }
        done
    }

    /// Puts `…` after the text, and removes letters until it fits.
    fn shorten(self, text: &mut String, width: f64) {
        let mut used = self.width(text) + self.of('…');
        while used > width || text.ends_with([' ', '\u{a0}', ',', '.', ':', ';', '(', '…']) {
            let Some(letter) = text.pop() else { break };
            used -= self.of(letter);
        }
        text.push('…');
    }

    /// The text in one line.
    pub(super) fn fit(self, text: &str, width: f64) -> String {
        self.wrap(text, width, 1).pop().unwrap_or_default()
    }
}

/// The text with spaces that do not break between a figure and a short word after it, and after `≥` and `≤`.
fn figures_with_units(text: &str) -> String {
    /// Longer words are not units, and two words that never break may be wider than a line.
    const LETTERS: usize = 6;
    let mut held = String::with_capacity(text.len());
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        held.push_str(word);
        let Some(next) = words.peek() else { break };
        let is_figure = word.ends_with(|letter: char| letter.is_ascii_digit());
        let has_unit = is_figure && !next.is_empty() && next.chars().count() <= LETTERS;
        held.push(if has_unit || matches!(word, "≥" | "≤") { '\u{a0}' } else { ' ' });
    }
    held
}

/// What people wrote, on one line, without what no picture can contain: control characters and marks that
/// reverse the direction of writing are left out, and white space becomes one space.
pub(super) fn cleaned(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for letter in text.chars() {
        let kept = match letter {
            '\u{ad}' => continue,
            _ if is_invisible(letter) => continue,
            '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            _ if letter.is_control() => ' ',
            '\u{a0}' => letter,
            _ if letter.is_whitespace() => ' ',
            _ => letter,
        };
        if kept != ' ' || !(clean.is_empty() || clean.ends_with(' ')) {
            clean.push(kept);
        }
    }
    clean.truncate(clean.trim_end().len());
    clean
}

/// The text escaped for XML, between tags and in attributes.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\n' => f.write_char('\n')?,
                '\u{fffe}' | '\u{ffff}' => f.write_char('\u{fffd}')?,
                _ if letter.is_control() => f.write_char(' ')?,
                _ => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn lines_are_no_wider_than_asked() {
        let text =
            "Andel af borgere med opdateret risikovurdering og Rindfleischetikettierungsüberwachung på ø";
        for width in [10.0, 40.0, 75.0, 200.0, 900.0] {
            for lines in 1..5 {
                let wrapped = Font::LABEL.wrap(text, width, lines);
                assert!(wrapped.len() <= lines, "{width} {lines}");
                for line in &wrapped {
                    assert!(Font::LABEL.width(line) <= width + 1.0 || line == "…", "{width}: {line}");
                }
                let whole = wrapped.concat().replace([' ', '\u{a0}'], "") == text.replace(' ', "");
                assert!(
                    whole || wrapped.last().is_some_and(|line| line.ends_with('…')),
                    "{width} {lines} {wrapped:?}"
                );
            }
        }
    }

    #[test]
    fn a_figure_stays_with_its_unit() {
        let text = "Mindst 65 % af borgerne inden for 12 dage, mål ≥ 80";
        for width in 30..300 {
            let lines = Font::LABEL.wrap(text, f64::from(width) + 40.0, 12);
            assert!(
                lines
                    .iter()
                    .all(|line| !line.ends_with("65") && !line.ends_with("12") && !line.ends_with('≥'))
            );
        }
        assert_eq!(Font::LABEL.wrap("maj 2024 og\u{a0}juni", 70.0, 3), ["maj 2024", "og\u{a0}juni"]);
    }

    #[test]
    fn text_is_cleaned_and_escaped() {
        assert_eq!(cleaned(" \u{0}a\t\nb\u{202e}\u{ffff} "), "a b\u{fffd}");
        assert_eq!(Escaped(r#"<a href="x">'&"#).to_string(), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;");
    }
}
