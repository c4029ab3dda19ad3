//! Bytes as text: UTF-8, UTF-16 and Windows-1252, never as a mixture of them.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;

use super::note::Note;
use super::reason::Reason;
use super::refusal::Refusal;

/// The first bytes of a workbook: a ZIP archive (`.xlsx`, `.ods`), and the older format of Excel (`.xls`).
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"];

/// How a web page or XML begins; record systems export such files and call them `.xls`.
const MARKUP: [&str; 7] = ["<!doctype", "<html", "<?xml", "<table", "<meta", "<head", "<style"];

/// Whether a file begins as a web page does.
pub(super) fn is_markup(text: &str) -> bool {
    let text = text.trim_start();
    MARKUP.iter().any(|begin| {
        text.split_at_checked(begin.len()).is_some_and(|(said, _)| said.eq_ignore_ascii_case(begin))
    })
}

/// The text without its byte order mark.
pub(super) fn decoded<'a>(bytes: &'a [u8], notes: &mut Vec<Note>) -> Result<Cow<'a, str>, Refusal> {
    if WORKBOOKS.iter().any(|first| bytes.starts_with(first)) {
        return Err(Refusal::of_line(1, Reason::Workbook));
    }
    match bytes {
        [0xff, 0xfe, rest @ ..] => return utf16(rest, u16::from_le_bytes).map(Cow::Owned),
        [0xfe, 0xff, rest @ ..] => return utf16(rest, u16::from_be_bytes).map(Cow::Owned),
        _ => {}
    }
    if bytes.contains(&0) {
        // In UTF-16, the letters of European languages make every second byte zero, and few of the others.
        let zeros = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
        let text = match (zeros(0), zeros(1)) {
            (few, many) if few < many.div_euclid(8).max(1) => utf16(bytes, u16::from_le_bytes),
            (many, few) if few < many.div_euclid(8).max(1) => utf16(bytes, u16::from_be_bytes),
            _ => Err(Refusal::of_line(1, Reason::BrokenUtf16)),
        }?;
        notes.push(Note::Utf16);
        return Ok(Cow::Owned(text));
    }
    let error = match core::str::from_utf8(bytes) {
        Ok(text) => return Ok(Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text))),
        Err(error) => error,
    };
    let (before, _) = bytes.split_at_checked(error.valid_up_to()).unwrap_or((bytes, &[]));
    let line = line_behind(before);
    // Æ, ø and å of UTF-8 begin with this byte; in Windows-1252 it is an Ã, which no Danish word has.
    let is_of_utf8 = |pair: &[u8]| matches!(pair, [0xc3, 0x80..=0xbf]);
    if !before.is_ascii() || bytes.windows(2).any(is_of_utf8) {
        return Err(Refusal::of_line(line, Reason::MixedEncodings));
    }
    match windows_1252(bytes) {
        Ok(text) => {
            notes.push(Note::Windows1252 { line });
            Ok(Cow::Owned(text))
        }
        Err(at) => {
            let (before, rest) = bytes.split_at_checked(at).unwrap_or((bytes, &[]));
            let byte = rest.first().copied().unwrap_or_default();
            Err(Refusal::of_line(line_behind(before), Reason::NoSign { byte }))
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Refusal> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let text: Option<String> =
        char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).map(Result::ok).collect();
    let text = text.filter(|text| rest.is_empty() && !text.contains('\0'));
    let text = text.ok_or_else(|| Refusal::of_line(1, Reason::BrokenUtf16))?;
    Ok(text.strip_prefix('\u{feff}').map(ToOwned::to_owned).unwrap_or(text))
}

/// The characters of the bytes from 0x80 to 0x9F; five of them have none. All other bytes are as in Latin-1.
#[rustfmt::skip]
const FROM_80: [Option<char>; 32] = [
    Some('€'), None, Some('‚'), Some('ƒ'), Some('„'), Some('…'), Some('†'), Some('‡'),
    Some('ˆ'), Some('‰'), Some('Š'), Some('‹'), Some('Œ'), None, Some('Ž'), None,
    None, Some('‘'), Some('’'), Some('“'), Some('”'), Some('•'), Some('–'), Some('—'),
    Some('˜'), Some('™'), Some('š'), Some('›'), Some('œ'), None, Some('ž'), Some('Ÿ'),
];

/// Reads the bytes, or returns the place of the first that has no character.
fn windows_1252(bytes: &[u8]) -> Result<String, usize> {
    let sign = |(at, byte): (usize, &u8)| match byte {
        0x80..=0x9F => FROM_80.get(usize::from(byte & 0x1F)).copied().flatten().ok_or(at),
        byte => Ok(char::from(*byte)),
    };
    bytes.iter().enumerate().map(sign).collect()
}

pub(super) fn line_behind(before: &[u8]) -> usize {
    breaks(before).saturating_add(1)
}

pub(super) fn breaks(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').count().saturating_sub(1)
}
