//! Texts, numbers and literals.

use alloc::borrow::Cow;
use alloc::string::String;

use super::{Expected, Parser, Part, Result, Syntax, Tree};

impl<'t> Parser<'t> {
    /// A text, from its quotation mark on.
    pub(super) fn text(&mut self) -> Result<'t, Cow<'t, str>> {
        self.bump();
        let mut unescaped = String::new();
        let mut start = self.at;
        loop {
            match self.peek() {
                None => return self.fail(Syntax::EndsIn(Part::Text)),
                Some(b'"') => break,
                Some(b'\\') => {
                    unescaped.push_str(self.since(start));
                    unescaped.push(self.escape()?);
                    start = self.at;
                }
                Some(0..0x20) => return self.fail(Syntax::ControlCharacter),
                Some(_) => self.bump(),
            }
        }
        let rest = self.since(start);
        self.bump();
        if unescaped.is_empty() {
            return Ok(Cow::Borrowed(rest));
        }
        unescaped.push_str(rest);
        Ok(Cow::Owned(unescaped))
    }

    /// The character that an escape stands for, from the backslash on.
    fn escape(&mut self) -> Result<'t, char> {
        let start = self.at;
        self.bump();
        let char = match self.peek() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(start),
            _ => return self.fail_escape(start),
        };
        self.bump();
        Ok(char)
    }

    /// The character of `\u00e6`, or of `\ud83d\ude00`, from the first `u` on.
    fn unicode_escape(&mut self, start: usize) -> Result<'t, char> {
        let first = self.code_unit(start)?;
        let second = if matches!(first, 0xd800..=0xdbff) {
            if self.peek() != Some(b'\\') {
                return self.fail_escape(start);
            }
            self.bump();
            if self.peek() != Some(b'u') {
                return self.fail_escape(start);
            }
            Some(self.code_unit(start)?)
        } else {
            None
        };
        match char::decode_utf16([first].into_iter().chain(second)).next() {
            Some(Ok(char)) => Ok(char),
            _ => Self::fail_at(start, Syntax::BadEscape),
        }
    }

    /// Four hexadecimal digits, from the `u` before them on.
    fn code_unit(&mut self, start: usize) -> Result<'t, u16> {
        self.bump();
        let digits = self.at;
        for _ in 0..4 {
            if !self.peek().is_some_and(|byte| byte.is_ascii_hexdigit()) {
                return self.fail_escape(start);
            }
            self.bump();
        }
        match u16::from_str_radix(self.since(digits), 16) {
            Ok(unit) => Ok(unit),
            Err(_) => self.fail_escape(start),
        }
    }

    fn fail_escape<T>(&self, start: usize) -> Result<'t, T> {
        match self.peek() {
            Some(_) => Self::fail_at(start, Syntax::BadEscape),
            None => self.fail(Syntax::EndsIn(Part::Text)),
        }
    }

    pub(super) fn number(&mut self) -> Result<'t, &'t str> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.bump();
        }
        if self.peek() == Some(b'0') {
            self.bump();
            if self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
                return self.fail(Syntax::BadNumber);
            }
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.bump();
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.bump();
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.bump();
            }
            self.digits()?;
        }
        Ok(self.since(start))
    }

    /// One digit or more.
    fn digits(&mut self) -> Result<'t, ()> {
        let start = self.at;
        self.skip_while(|byte| byte.is_ascii_digit());
        if self.at == start { self.fail_here(Part::Number, Syntax::BadNumber) } else { Ok(()) }
    }

    pub(super) fn literal(&mut self, literal: &str, value: Tree<'t>) -> Result<'t, Tree<'t>> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        if rest.starts_with(literal.as_bytes()) {
            self.at = self.at.saturating_add(literal.len());
            Ok(value)
        } else if literal.as_bytes().starts_with(rest) {
            Self::fail_at(self.text.len(), Syntax::EndsIn(Part::Literal))
        } else {
            self.fail(Syntax::Expected(Expected::Value))
        }
    }
}
