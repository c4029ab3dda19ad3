//! A picture as a document of its own, with a title and a description for screen readers.

use alloc::format;
use alloc::string::String;
use core::fmt::{Result, Write};

use super::number::Px;
use super::text::Escaped;
use crate::Lang;
use crate::text::Bilingual;

/// The fonts of a picture; the first that is available is used.
pub(super) const FONTS: &str = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif";

/// What surrounds the elements of a picture.
#[derive(Debug)]
pub(super) struct Document<'a> {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) lang: Lang,
    pub(super) title: &'a str,
    /// The prefix of the ids, if the caller sets one.
    pub(super) id_prefix: Option<&'a str>,
}

impl Document<'_> {
    /// The document around what is drawn, with its description.
    pub(super) fn around(
        &self,
        draw: impl FnOnce(&mut String) -> Result,
        describe: impl FnOnce(&mut String) -> Result,
    ) -> String {
        let (mut body, mut description) = (String::new(), String::new());
        // Writing to a `String` does not fail.
        let _ = draw(&mut body);
        let _ = describe(&mut description);
        let mut out = String::with_capacity(body.len().saturating_add(2_000));
        let _ = self.write(&body, &description, &mut out);
        out
    }

    fn write(&self, body: &str, description: &str, out: &mut String) -> Result {
        let (width, height) = (Px(self.width), Px(self.height));
        let code = Bilingual::new("da", "en").in_lang(self.lang);
        let prefix = match self.id_prefix.map(as_id).filter(|prefix| !prefix.is_empty()) {
            Some(prefix) => prefix,
            None => format!("chart-{:016x}", fingerprint(&[self.title, description, code, body])),
        };
        write!(
            out,
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" "#
        )?;
        writeln!(
            out,
            r#"role="img" aria-labelledby="{prefix}-title {prefix}-desc" xml:lang="{code}" font-family="{FONTS}">"#
        )?;
        writeln!(out, r#"<title id="{prefix}-title">{}</title>"#, Escaped(self.title))?;
        writeln!(out, r#"<desc id="{prefix}-desc">{}</desc>"#, Escaped(description))?;
        writeln!(out, r##"<rect width="{width}" height="{height}" fill="#fff"/>"##)?;
        out.write_str(body)?;
        out.write_str("</svg>\n")
    }
}

/// The letters, digits, `-` and `_` of a text: the characters that are safe in an id on any page.
fn as_id(text: &str) -> String {
    text.chars().filter(|one| one.is_ascii_alphanumeric() || matches!(one, '-' | '_')).collect()
}

/// The same number for the same texts (FNV-1a). Between two texts is a byte that no text contains.
fn fingerprint(texts: &[&str]) -> u64 {
    let bytes = texts.iter().flat_map(|text| text.bytes().chain([0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
