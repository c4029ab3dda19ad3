//! Figures as people write them: with comma or point, and never guessed at.

use kvalitetsmodel::figure::Decimal;

use super::refusal::Because;

/// Nothing was found: an empty cell, `NA` or a dash. It is not zero.
pub(crate) fn is_missing(cell: &str) -> bool {
    matches!(cell.to_lowercase().as_str(), "" | "na" | "n/a" | "-" | "–" | "—")
}

/// What stands before the sign for percent, where a cell ends with one.
pub(crate) fn percent(cell: &str) -> Option<&str> {
    cell.strip_suffix('%').map(str::trim_end).filter(|figure| !figure.is_empty())
}

/// Can it be meant as a figure? Whether it can be read is another matter.
pub(crate) fn is_like_a_number(cell: &str) -> bool {
    let cell = percent(cell).unwrap_or(cell);
    let digits = cell.strip_prefix(['-', '−']).unwrap_or(cell);
    let of_figures = |sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '.') || groups_digits(sign);
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.chars().all(of_figures)
        && (digits.matches([',', '.']).count() <= 1 || is_grouped(digits, '.') || is_grouped(digits, ','))
}

/// A space that stands between thousands; Excel and web pages write one that breaks no line.
const fn groups_digits(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// The cell without the spaces between its thousands, if that is what its spaces are.
fn without_spaces(cell: &str) -> Option<String> {
    if !cell.contains(groups_digits) {
        return Some(cell.to_owned());
    }
    let end = cell.find([',', '.']).unwrap_or(cell.len());
    let (whole, fraction) = cell.split_at_checked(end)?;
    let whole = whole.replace(groups_digits, " ");
    (is_grouped(&whole, ' ') && !fraction.contains(groups_digits))
        .then(|| format!("{}{fraction}", whole.replace(' ', "")))
}

/// What stands before the decimals in a file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DecimalSign {
    /// The sign, and the first line that shows it; nothing where no line does.
    shown: Option<(char, usize)>,
    /// What groups thousands where files are separated like this one: a comma among commas, else a point.
    thousands: char,
}

impl DecimalSign {
    pub(crate) fn of<'a>(separator: char, cells: impl Iterator<Item = (usize, &'a str)>) -> Self {
        let thousands = if separator == ',' { ',' } else { '.' };
        let mut decided = cells.filter_map(|(line, cell)| {
            let sign = cell.chars().find(|sign| matches!(sign, ',' | '.'))?;
            let one = cell.matches([',', '.']).count() == 1;
            (one && !(sign == thousands && is_grouped(cell, sign))).then_some((sign, line))
        });
        Self { shown: decided.next(), thousands }
    }

    /// Reads a figure.
    pub(crate) fn decimal(self, cell: &str) -> Result<Decimal, Because> {
        let said = || Because::NotANumber { said: cell.to_owned() };
        if let Some(sign) = cell.chars().find(|sign| matches!(sign, ',' | '.')) {
            match self.shown {
                Some((shown, line)) if shown != sign => {
                    return Err(Because::OtherSign { said: cell.to_owned(), line });
                }
                None if sign == self.thousands && is_grouped(cell, sign) => {
                    return Err(Because::Thousands { said: cell.to_owned() });
                }
                _ => {}
            }
        }
        let text = without_spaces(cell).ok_or_else(said)?.replace('−', "-").replace(',', ".");
        let (minus, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let (whole, fraction) =
            digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
        if !is_digits(whole) || !fraction.is_none_or(is_digits) {
            return Err(said());
        }
        if fraction.is_some_and(|fraction| fraction.len() > usize::from(Decimal::MAX_DECIMALS)) {
            return Err(Because::TooPrecise);
        }
        let whole = match whole.trim_start_matches('0') {
            "" => "0",
            whole => whole,
        };
        let is_zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        let minus = if is_zero { "" } else { minus };
        let written = fraction.map_or(format!("{minus}{whole}"), |part| format!("{minus}{whole}.{part}"));
        written.parse().map_err(|_| Because::TooLong)
    }

    /// Reads a figure that counts something.
    pub(crate) fn count(self, cell: &str) -> Result<u64, Because> {
        whole(self.decimal(cell)?).ok_or(Because::NotWhole { said: cell.to_owned() })
    }
}

/// The figure as a whole number from zero on, if it is one.
pub(crate) fn whole(figure: Decimal) -> Option<u64> {
    let text = figure.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    fraction.bytes().all(|byte| byte == b'0').then(|| whole.parse().ok()).flatten()
}

/// `1.234` can be one and a quarter, and more than a thousand.
fn is_grouped(cell: &str, sign: char) -> bool {
    let cell = cell.strip_prefix(['-', '−']).unwrap_or(cell);
    let mut groups = cell.split(sign);
    let first = groups.next().unwrap_or_default();
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&first.len())
        && is_digits(first)
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && is_digits(group))
}
