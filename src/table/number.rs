//! Figures as people write them: with comma or point, grouped or not, and never guessed at.

use alloc::format;
use alloc::string::{String, ToString as _};

use super::cell::{Cell, Row};
use super::choice::DecimalSign;
use super::reason::Reason;
use super::refusal::Refusal;
use super::remedy::Remedy;
use crate::figure::{Decimal, Direction};

/// Returns `true` for what people write where nothing was found. It is not zero.
pub(super) fn is_missing(cell: &str) -> bool {
    let cell = cell.to_lowercase();
    matches!(
        cell.as_str(),
        "" | "na"
            | "n/a"
            | "#n/a"
            | "#i/t"
            | "#div/0!"
            | "#division/0!"
            | "i.t."
            | "i.t"
            | "i/t"
            | "nan"
            | "null"
            | "."
            | ".."
            | "..."
            | "…"
            | ":"
    ) || is_dash(&cell)
}

pub(super) fn is_dash(cell: &str) -> bool {
    matches!(cell, "-" | "–" | "—" | "−")
}

/// The text before the percent sign or the word for it, if a cell ends with one.
pub(super) fn percent(cell: &str) -> Option<&str> {
    const SIGNS: [&str; 5] = ["%", "pct.", "pct", "procent", "percent"];
    let figure = SIGNS.iter().find_map(|sign| {
        let (figure, said) = cell.split_at_checked(cell.len().checked_sub(sign.len())?)?;
        said.eq_ignore_ascii_case(sign).then_some(figure)
    });
    figure.map(str::trim_end).filter(|figure| !figure.is_empty())
}

/// Returns `true` for a figure above zero and not above one, which can be a share of one and a percentage.
pub(super) fn is_fraction(cell: &str) -> bool {
    let readings =
        || [DecimalSign::Comma, DecimalSign::Point].into_iter().filter_map(|sign| shape(cell, sign));
    let is_small = |text: String| text.parse().is_ok_and(|figure: Decimal| is_small(figure));
    readings().next().is_some() && readings().all(is_small)
}

/// Above zero and not above one.
pub(super) fn is_small(figure: Decimal) -> bool {
    figure > Decimal::ZERO && figure <= Decimal::from(1)
}

/// The bound of a suppressed result, and whether the result can equal it: `<5`, `≤ 4`, `under 20`.
pub(super) fn suppressed(cell: &str) -> Option<(&str, bool)> {
    // A web page writes `<` as `&lt;`, and text copied from it may keep that.
    const BELOW: [(&str, bool); 10] = [
        ("&lt;=", true),
        ("&lt;", false),
        ("<=", true),
        ("≤", true),
        ("<", false),
        ("under ", false),
        ("færre end ", false),
        ("fewer than ", false),
        ("less than ", false),
        ("below ", false),
    ];
    let (figure, includes) = BELOW.into_iter().find_map(|(word, includes)| {
        let (before, figure) = cell.split_at_checked(word.len())?;
        (before.to_lowercase() == word).then_some((figure.trim(), includes))
    })?;
    let figure = percent(figure).unwrap_or(figure);
    is_like_a_number(figure).then_some((figure, includes))
}

/// Returns `true` if the cell seems to be meant as a figure, even if it cannot be read as one.
pub(super) fn is_like_a_number(cell: &str) -> bool {
    let cell = percent(cell).unwrap_or(cell);
    shape(cell, DecimalSign::Comma).is_some() || shape(cell, DecimalSign::Point).is_some()
}

/// Whether a cell is a figure with some decimal sign, with or without a percent sign or words for below or above.
pub(super) fn is_figure(cell: &str) -> bool {
    is_like_a_number(figure_of(cell))
}

/// Returns `true` for a number with a word or the mark of a footnote after it: `1.250 kr.`, `12 dage`, `25 p`, `12*`.
pub(super) fn is_more_than_a_number(cell: &str) -> bool {
    let is_of_number = |sign: char| {
        sign.is_ascii_digit()
            || matches!(sign, ',' | '.' | '-' | '−')
            || is_space(sign)
            || is_apostrophe(sign)
    };
    let figure = cell.trim_end_matches(|sign: char| !sign.is_ascii_digit());
    let behind = cell.strip_prefix(figure).unwrap_or_default();
    let mut signs = behind.chars();
    let is_word = signs.next().is_some_and(is_space) && signs.next().is_some_and(char::is_alphabetic);
    let is_mark = |sign| matches!(sign, '*' | '†' | '‡' | '¹' | '²' | '³') || is_space(sign);
    (is_word || !behind.is_empty() && behind.chars().all(is_mark))
        && figure.chars().all(is_of_number)
        && is_like_a_number(figure)
}

/// A space between thousands; Excel and web pages write a non-breaking one.
const fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// The apostrophe, straight or curly, that separates thousands in Switzerland and in some programs.
const fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’')
}

/// The figure with a decimal point and without thousands separators, if the text is a figure with this sign.
fn shape(cell: &str, sign: DecimalSign) -> Option<String> {
    let (minus, digits) = cell.strip_prefix(['-', '−']).map_or(("", cell), |digits| ("-", digits));
    let digits = cell.strip_prefix('+').unwrap_or(digits);
    let (whole, fraction) =
        digits.split_once(sign.sign()).map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !fraction.is_none_or(is_digits) {
        return None;
    }
    let groups = sign.other().sign();
    let whole = if is_digits(whole) {
        whole.to_string()
    } else if is_grouped(whole, |sign| sign == groups)
        || is_grouped(whole, is_space)
        || is_grouped(whole, is_apostrophe)
    {
        whole.chars().filter(char::is_ascii_digit).collect()
    } else {
        return None;
    };
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let is_zero = whole == "0" && fraction.is_none_or(|part| part.bytes().all(|byte| byte == b'0'));
    let minus = if is_zero { "" } else { minus };
    Some(fraction.map_or_else(|| format!("{minus}{whole}"), |part| format!("{minus}{whole}.{part}")))
}

fn is_grouped(whole: &str, sign: impl Fn(char) -> bool) -> bool {
    let mut groups = whole.split(sign);
    let first = groups.next().unwrap_or_default();
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&first.len())
        && is_digits(first)
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && is_digits(group))
}

/// How the figures of one column are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signs {
    sign: DecimalSign,
    /// The first line that shows the sign; `None` if the caller chose it, or if no figure has a sign.
    shown: Option<usize>,
    is_chosen: bool,
}

/// What decides how the figures of a column are read.
pub(super) struct Decided {
    pub(super) signs: Signs,
    /// The first figure with two readings, if another figure decided which is right.
    pub(super) doubtful: Option<(String, DecimalSign, usize)>,
}

impl Signs {
    /// As the caller chose.
    pub(super) const fn chosen(sign: DecimalSign) -> Self {
        Self { sign, shown: None, is_chosen: true }
    }

    /// Decides how a column is read: as the caller chose, or otherwise as the figures with only one reading show.
    ///
    /// # Errors
    ///
    /// The first figure with two readings, in the rows that are read, if nothing decides.
    pub(super) fn of<'a>(
        at: usize,
        heading: &str,
        all: impl Iterator<Item = &'a Row>,
        is_read: impl Fn(&Row) -> bool,
        chosen: Option<DecimalSign>,
    ) -> Result<Decided, Refusal> {
        let mut shown: Option<(DecimalSign, usize)> = None;
        let mut doubtful: Option<(usize, String, String, String)> = None;
        for row in all {
            let Some(Cell::Text(cell)) = row.cells.get(at) else { continue };
            if is_missing(cell) {
                continue;
            }
            let cell = figure_of(cell);
            match (shape(cell, DecimalSign::Comma), shape(cell, DecimalSign::Point)) {
                (Some(_), None) => shown = shown.or(Some((DecimalSign::Comma, row.line))),
                (None, Some(_)) => shown = shown.or(Some((DecimalSign::Point, row.line))),
                (Some(comma), Some(point)) if comma != point && doubtful.is_none() && is_read(row) => {
                    doubtful = Some((row.line, cell.to_string(), comma, point));
                }
                _ => {}
            }
        }
        let signs = |sign, shown| Signs { sign, shown, is_chosen: false };
        match (chosen, shown, doubtful) {
            (Some(sign), ..) => Ok(Decided { signs: Self::chosen(sign), doubtful: None }),
            (None, Some((sign, line)), doubtful) => Ok(Decided {
                signs: signs(sign, Some(line)),
                doubtful: doubtful.map(|(_, said, ..)| (said, sign, line)),
            }),
            (None, None, None) => Ok(Decided { signs: signs(DecimalSign::Comma, None), doubtful: None }),
            (None, None, Some((line, said, comma, point))) => {
                let reason = match (comma.parse(), point.parse()) {
                    (Ok(comma), Ok(point)) => Reason::TwoFigures { said, comma, point },
                    _ => Reason::TooLong,
                };
                let remedy = |sign| Remedy::DecimalSign { sign };
                let refusal = Refusal::of_column(line, at, heading.to_string(), reason);
                Err(refusal.or([DecimalSign::Comma, DecimalSign::Point].map(remedy)))
            }
        }
    }

    /// Reads a figure.
    pub(super) fn decimal(self, cell: &str) -> Result<Decimal, Reason> {
        let said = || cell.to_string();
        let Some(text) = shape(cell, self.sign) else {
            return Err(match shape(cell, self.sign.other()) {
                Some(_) if self.is_chosen || self.shown.is_some() => {
                    Reason::OtherSign { said: said(), line: self.shown }
                }
                _ if is_more_than_a_number(cell) => Reason::MoreThanANumber { said: said() },
                _ => Reason::NotANumber { said: said() },
            });
        };
        let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        if decimals > usize::from(Decimal::MAX_DECIMALS) {
            return Err(Reason::TooPrecise);
        }
        text.parse().map_err(|_| Reason::TooLong)
    }
}

/// A cell without its percent sign, and without the sign or words for below or above.
fn figure_of(cell: &str) -> &str {
    suppressed(cell).map_or_else(
        || {
            let (_, figure) = bound(cell);
            percent(figure).unwrap_or(figure)
        },
        |(figure, _)| figure,
    )
}

/// A target: which way is better, if it says so, and the figure.
pub(super) fn bound(cell: &str) -> (Option<Direction>, &str) {
    const BOUNDS: [(&str, Direction); 17] = [
        ("≥", Direction::AtLeast),
        (">=", Direction::AtLeast),
        ("mindst ", Direction::AtLeast),
        ("minimum ", Direction::AtLeast),
        ("min. ", Direction::AtLeast),
        ("min ", Direction::AtLeast),
        ("at least ", Direction::AtLeast),
        ("≤", Direction::AtMost),
        ("<=", Direction::AtMost),
        ("højst ", Direction::AtMost),
        ("maksimum ", Direction::AtMost),
        ("maximum ", Direction::AtMost),
        ("maks. ", Direction::AtMost),
        ("maks ", Direction::AtMost),
        ("max. ", Direction::AtMost),
        ("max ", Direction::AtMost),
        ("at most ", Direction::AtMost),
    ];
    let bound = BOUNDS.into_iter().find_map(|(word, direction)| {
        let (before, figure) = cell.split_at_checked(word.len())?;
        (before.to_lowercase() == word).then_some((Some(direction), figure.trim()))
    });
    bound.or_else(|| bound_behind(cell)).unwrap_or((None, cell))
}

/// `5 eller færre`, `80 % eller mere`.
fn bound_behind(cell: &str) -> Option<(Option<Direction>, &str)> {
    const WORDS: [(&str, Direction); 10] = [
        (" eller færre", Direction::AtMost),
        (" eller mindre", Direction::AtMost),
        (" eller derunder", Direction::AtMost),
        (" or fewer", Direction::AtMost),
        (" or less", Direction::AtMost),
        (" eller flere", Direction::AtLeast),
        (" eller mere", Direction::AtLeast),
        (" eller derover", Direction::AtLeast),
        (" or more", Direction::AtLeast),
        (" or higher", Direction::AtLeast),
    ];
    WORDS.into_iter().find_map(|(word, direction)| {
        let at = cell.len().checked_sub(word.len())?;
        let (figure, behind) = cell.split_at_checked(at)?;
        (behind.to_lowercase() == word).then_some((Some(direction), figure.trim()))
    })
}

/// The figure as a whole number, if it is one and not below zero.
pub(super) fn whole(figure: Decimal) -> Option<u64> {
    let text = figure.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    fraction.bytes().all(|byte| byte == b'0').then(|| whole.parse().ok()).flatten()
}
