//! Windows-1252, in which the plain CSV of Excel is written.

/// What the bytes from 0x80 to 0x9F stand for; five of them for nothing. All others stand for themselves, as
/// in Latin-1.
#[rustfmt::skip]
const FROM_80: [Option<char>; 32] = [
    Some('€'), None, Some('‚'), Some('ƒ'), Some('„'), Some('…'), Some('†'), Some('‡'),
    Some('ˆ'), Some('‰'), Some('Š'), Some('‹'), Some('Œ'), None, Some('Ž'), None,
    None, Some('‘'), Some('’'), Some('“'), Some('”'), Some('•'), Some('–'), Some('—'),
    Some('˜'), Some('™'), Some('š'), Some('›'), Some('œ'), None, Some('ž'), Some('Ÿ'),
];

/// Reads the bytes, or names the place of the first that stands for nothing.
pub(super) fn read(bytes: &[u8]) -> Result<String, usize> {
    let sign = |(at, byte): (usize, &u8)| match byte {
        0x80..=0x9F => FROM_80.get(usize::from(byte & 0x1F)).copied().flatten().ok_or(at),
        byte => Ok(char::from(*byte)),
    };
    bytes.iter().enumerate().map(sign).collect()
}
