//! JSON text as a tree that keeps positions and repeated keys.
//!
//! [`parse`] accepts what `serde_json` accepts: RFC 8259 with at most [`MAX_DEPTH`] levels of nesting.
//! Unlike `serde_json` it keeps numbers as they are written, so none is out of range.

mod scalar;

use alloc::borrow::Cow;
use alloc::vec::Vec;

/// How many lists and objects can be inside each other, as in `serde_json`.
pub(super) const MAX_DEPTH: usize = 127;

/// A value, and where it begins.
#[derive(Debug)]
pub(super) struct Node<'t> {
    /// The offset of its first byte.
    pub(super) start: usize,
    pub(super) value: Tree<'t>,
}

/// A value.
#[derive(Debug)]
pub(super) enum Tree<'t> {
    Null,
    Bool(bool),
    /// A number as it is written.
    Number(&'t str),
    Text(Cow<'t, str>),
    List(Vec<Node<'t>>),
    /// The members in the order of the text. A key can occur more than once.
    Object(Vec<Member<'t>>),
}

/// A key of an object and its value.
#[derive(Debug)]
pub(super) struct Member<'t> {
    pub(super) key: Cow<'t, str>,
    /// The offset of the quotation mark before the key.
    pub(super) key_start: usize,
    pub(super) value: Node<'t>,
}

/// The text is not JSON.
#[derive(Debug)]
pub(super) struct SyntaxError<'t> {
    /// The offset of the byte that is wrong, or the length of the text.
    pub(super) at: usize,
    pub(super) what: Syntax,
    /// The path to the innermost value that was being read, from the inside out. The keys are whatever
    /// someone wrote.
    pub(super) steps: Vec<Step<'t>>,
}

/// One step from a value to a value inside it.
#[derive(Debug)]
pub(super) enum Step<'t> {
    Key(Cow<'t, str>),
    Index(usize),
}

/// What is wrong with the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    /// There is only white space.
    Empty,
    /// The text ends too early.
    EndsIn(Part),
    /// There is a character where something else belongs.
    Expected(Expected),
    /// A comma has nothing after it.
    TrailingComma,
    /// Something follows the value.
    GoesOn,
    /// There are more than [`MAX_DEPTH`] levels.
    TooDeep,
    /// A backslash begins nothing that JSON knows, or half a surrogate pair.
    BadEscape,
    /// A number is not written as JSON writes numbers.
    BadNumber,
    /// A text has a control character that is not escaped.
    ControlCharacter,
}

/// What is not finished when the text ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Object,
    List,
    Text,
    Number,
    /// `true`, `false` or `null`.
    Literal,
}

/// What belongs at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    Value,
    Key,
    Colon,
    CommaOrBrace,
    CommaOrBracket,
}

type Result<'t, T> = core::result::Result<T, SyntaxError<'t>>;

/// Parses a text that holds one value.
pub(super) fn parse(text: &str) -> Result<'_, Node<'_>> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    parser.skip_space();
    if parser.peek().is_none() {
        return Err(SyntaxError { at: 0, what: Syntax::Empty, steps: Vec::new() });
    }
    let node = parser.value()?;
    parser.skip_space();
    if parser.peek().is_some() { parser.fail(Syntax::GoesOn) } else { Ok(node) }
}

/// The text of the value that begins at `start`.
pub(super) fn source(text: &str, start: usize) -> &str {
    let mut parser = Parser { text, at: start, depth: 0 };
    match parser.value() {
        Ok(_) => parser.since(start),
        Err(_) => "",
    }
}

struct Parser<'t> {
    text: &'t str,
    /// The offset of the next byte.
    at: usize,
    /// How many lists and objects are open.
    depth: usize,
}

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Moves past one byte.
    fn bump(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn skip_while(&mut self, belongs: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&belongs) {
            self.bump();
        }
    }

    fn skip_space(&mut self) {
        self.skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    /// The text from `start` to where the parser is.
    fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn fail<T>(&self, what: Syntax) -> Result<'t, T> {
        Self::fail_at(self.at, what)
    }

    fn fail_at<T>(at: usize, what: Syntax) -> Result<'t, T> {
        Err(SyntaxError { at, what, steps: Vec::new() })
    }

    /// Fails at a byte that is not the one that belongs here, or at the end of the text.
    fn fail_here<T>(&self, open: Part, what: Syntax) -> Result<'t, T> {
        self.fail(if self.peek().is_some() { what } else { Syntax::EndsIn(open) })
    }

    fn value(&mut self) -> Result<'t, Node<'t>> {
        let start = self.at;
        let value = match self.peek() {
            Some(b'{') => Tree::Object(self.nested(Self::object)?),
            Some(b'[') => Tree::List(self.nested(Self::list)?),
            Some(b'"') => Tree::Text(self.text()?),
            Some(b'-' | b'0'..=b'9') => Tree::Number(self.number()?),
            Some(b't') => self.literal("true", Tree::Bool(true))?,
            Some(b'f') => self.literal("false", Tree::Bool(false))?,
            Some(b'n') => self.literal("null", Tree::Null)?,
            Some(_) | None => return self.fail(Syntax::Expected(Expected::Value)),
        };
        Ok(Node { start, value })
    }

    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<'t, T>) -> Result<'t, T> {
        if self.depth >= MAX_DEPTH {
            return self.fail(Syntax::TooDeep);
        }
        self.depth = self.depth.saturating_add(1);
        self.bump();
        let inside = read(self)?;
        self.depth = self.depth.saturating_sub(1);
        Ok(inside)
    }

    /// The rest of a list.
    fn list(&mut self) -> Result<'t, Vec<Node<'t>>> {
        let mut items = Vec::new();
        let mut comma = None;
        loop {
            self.skip_space();
            match (self.peek(), comma) {
                (None, _) => return self.fail(Syntax::EndsIn(Part::List)),
                (Some(b']'), None) => break,
                (Some(b']'), Some(comma)) => return Self::fail_at(comma, Syntax::TrailingComma),
                (Some(_), _) => {}
            }
            items.push(self.value().map_err(|error| error.inside(Step::Index(items.len())))?);
            self.skip_space();
            match self.peek() {
                Some(b',') => comma = Some(self.at),
                Some(b']') => break,
                _ => return self.fail_here(Part::List, Syntax::Expected(Expected::CommaOrBracket)),
            }
            self.bump();
        }
        self.bump();
        Ok(items)
    }

    /// The rest of an object.
    fn object(&mut self) -> Result<'t, Vec<Member<'t>>> {
        let mut members = Vec::new();
        let mut comma = None;
        loop {
            self.skip_space();
            match (self.peek(), comma) {
                (Some(b'"'), _) => {}
                (Some(b'}'), None) => break,
                (Some(b'}'), Some(comma)) => return Self::fail_at(comma, Syntax::TrailingComma),
                _ => return self.fail_here(Part::Object, Syntax::Expected(Expected::Key)),
            }
            members.push(self.member()?);
            self.skip_space();
            match self.peek() {
                Some(b',') => comma = Some(self.at),
                Some(b'}') => break,
                _ => return self.fail_here(Part::Object, Syntax::Expected(Expected::CommaOrBrace)),
            }
            self.bump();
        }
        self.bump();
        Ok(members)
    }

    fn member(&mut self) -> Result<'t, Member<'t>> {
        let key_start = self.at;
        let key = self.text()?;
        self.skip_space();
        if self.peek() != Some(b':') {
            return self.fail_here(Part::Object, Syntax::Expected(Expected::Colon));
        }
        self.bump();
        self.skip_space();
        let value = match self.peek() {
            Some(_) => self.value(),
            None => self.fail(Syntax::EndsIn(Part::Object)),
        };
        match value {
            Ok(value) => Ok(Member { key, key_start, value }),
            Err(error) => Err(error.inside(Step::Key(key))),
        }
    }
}

impl<'t> SyntaxError<'t> {
    fn inside(mut self, step: Step<'t>) -> Self {
        self.steps.push(step);
        self
    }
}

#[cfg(test)]
#[cfg(feature = "proptest")]
mod tests;
