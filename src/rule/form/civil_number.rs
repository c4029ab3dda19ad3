//! What looks like a Danish civil registration number (CPR).

/// Returns `true` if ten digits in the text look like a civil registration number: `010190-1234`, `0101901234`,
/// `010190 1234`.
///
/// The first six are a day; the last four are not looked at, since new numbers have no check digit. Ten digits
/// without a hyphen that begin with 1000 to 1003 are the number of a production unit, and not taken for a person.
pub(crate) fn is_in(text: &str) -> bool {
    may_be_in(text) && runs(text.as_bytes()).any(|run| run.is_number())
}

/// Quickly returns `false` for most texts that have none.
fn may_be_in(text: &str) -> bool {
    // Counts bytes, part by part and without an early exit, so that the processor can handle many at once.
    let digits = |part: &[u8]| {
        part.iter().fold(0_u8, |count, byte| count.wrapping_add(u8::from(byte.is_ascii_digit())))
    };
    text.as_bytes().chunks(usize::from(u8::MAX)).map(|part| usize::from(digits(part))).sum::<usize>() >= 10
}

/// Digits that follow each other, and what follows them.
struct DigitRun<'t> {
    digits: &'t [u8],
    rest: &'t [u8],
}

fn runs(text: &[u8]) -> impl Iterator<Item = DigitRun<'_>> {
    let mut rest = text;
    core::iter::from_fn(move || {
        let begins = rest.iter().position(u8::is_ascii_digit)?;
        let from = rest.get(begins..)?;
        let (digits, after) = from.split_at_checked(run_length(from))?;
        rest = after;
        Some(DigitRun { digits, rest: after })
    })
}

fn run_length(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

impl DigitRun<'_> {
    fn is_number(&self) -> bool {
        match self.digits {
            [b'1', b'0', b'0', b'0'..=b'3', _, _, _, _, _, _] => false,
            [day @ .., _, _, _, _] if self.digits.len() == 10 => is_day(day),
            day if day.len() == 6 => is_day(day) && run_length(behind_hyphen(self.rest)) == 4,
            _ => false,
        }
    }
}

/// What follows a hyphen or dash with spaces around it, or spaces alone; the text itself if neither is there.
fn behind_hyphen(text: &[u8]) -> &[u8] {
    const HYPHENS: [&str; 3] = ["-", "\u{2010}", "\u{2013}"];
    let text = behind_spaces(text);
    let hyphen = HYPHENS.iter().find_map(|hyphen| text.strip_prefix(hyphen.as_bytes()));
    behind_spaces(hyphen.unwrap_or(text))
}

fn behind_spaces(mut text: &[u8]) -> &[u8] {
    while let Some(rest) = text.strip_prefix(b" ").or_else(|| text.strip_prefix("\u{a0}".as_bytes())) {
        text = rest;
    }
    text
}

/// Returns `true` if six digits are day, month and year. A number that replaces another has 60 added to its day.
fn is_day(digits: &[u8]) -> bool {
    let &[d1, d2, m1, m2, _, _] = digits else { return false };
    let two = |tens: u8, ones: u8| {
        tens.saturating_sub(b'0').saturating_mul(10).saturating_add(ones.saturating_sub(b'0'))
    };
    let (day, month) = (two(d1, d2), two(m1, m2));
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=longest).contains(&day) || (61..=longest.saturating_add(60)).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::is_in;

    #[test]
    fn what_looks_like_a_number_is_found() {
        for text in [
            "010190-1234",
            "0101901234",
            "CPR: 311299-4321.",
            "født 290200 1234",
            "610190-1234",
            "010190 - 1234",
            "010190\u{2013}1234",
            "010190\u{a0}1234",
            "se 12, og 010190-1234",
            "æ0101901234ø",
        ] {
            assert!(is_in(text), "{text}");
        }
    }

    #[test]
    fn other_digits_are_not() {
        for text in [
            "",
            "010190",
            "010190-123",
            "010190-12345",
            "01019012345",
            "101901234",
            "320190-1234",
            "011390-1234",
            "310490-1234",
            "000190-1234",
            "1003388394",
            "2024-01-15 og 2024-02-15",
            "+45 12 34 56 78, 87 65 43 21",
            "00000000-0000-4000-8000-000000000001",
            "010190/1234",
        ] {
            assert!(!is_in(text), "{text}");
        }
    }
}
