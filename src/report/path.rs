//! Places in a document: a path during a walk, and a JSON Pointer in a finding.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;

use serde::{Deserialize, Serialize};

use super::fingerprint::Identity;
use crate::id::{Id, Identified, Subject};

/// A place in a document during a walk: a list of steps on the stack. It is written as text only for
/// findings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Root { prefix: &'a str, subject: Option<Subject> },
    Key { key: &'a str, subject: Option<Subject> },
    Item { index: usize, subject: Option<Subject> },
}

impl<'a> Path<'a> {
    /// The start of a walk: the pointer to the draft in its document (`""` outside a document), and the
    /// subject of the draft.
    pub(crate) const fn root(prefix: &'a str, subject: Option<Subject>) -> Self {
        Path { parent: None, step: Step::Root { prefix, subject } }
    }

    /// The start of a walk over an independent draft that is `inside` this place (`""` at the place itself): the
    /// pointer continues, but what identifies a finding begins there.
    pub(crate) const fn whole(&'a self, inside: &'a str, subject: Option<Subject>) -> Self {
        Path { parent: Some(self), step: Step::Root { prefix: inside, subject } }
    }

    /// The value of the field `key`.
    pub(crate) const fn key(&'a self, key: &'a str) -> Self {
        self.field(key, None)
    }

    /// The value of the field `key`, and its subject if it has an id.
    pub(crate) const fn field(&'a self, key: &'a str, subject: Option<Subject>) -> Self {
        Path { parent: Some(self), step: Step::Key { key, subject } }
    }

    /// The record at `index` of a list, with its id.
    pub(crate) const fn item<T: Identified>(&'a self, index: usize, id: Id<T>) -> Self {
        self.element(index, Some(id.subject()))
    }

    /// The value at `index` of a list, and its subject if it has an id.
    pub(crate) const fn element(&'a self, index: usize, subject: Option<Subject>) -> Self {
        Path { parent: Some(self), step: Step::Item { index, subject } }
    }

    /// The value at `index` of a list, without an id.
    pub(crate) const fn index(&'a self, index: usize) -> Self {
        self.element(index, None)
    }

    /// The nearest record with an id at or above this place.
    pub(crate) fn subject(&self) -> Option<Subject> {
        match self.step {
            Step::Root { subject, .. } => subject,
            Step::Item { subject: Some(subject), .. } | Step::Key { subject: Some(subject), .. } => {
                Some(subject)
            }
            Step::Item { .. } | Step::Key { .. } => self.around().and_then(Path::subject),
        }
    }

    /// The length of the pointer below its [`subject`](Self::subject), or of all of it if there is none.
    pub(crate) fn len_below_subject(&self) -> usize {
        match self.step {
            Step::Root { subject: None, prefix } => prefix.len(),
            Step::Root { .. } | Step::Item { subject: Some(_), .. } | Step::Key { subject: Some(_), .. } => 0,
            Step::Item { .. } | Step::Key { .. } => {
                self.around().map_or(0, Path::len_below_subject).saturating_add(self.step.len())
            }
        }
    }

    /// Returns `true` if the draft that is checked is of that kind, and this place is not the draft itself.
    pub(crate) fn is_in(&self, kind: &str) -> bool {
        self.around().is_some_and(|parent| {
            let mut whole = parent;
            while let Some(parent) = whole.around() {
                whole = parent;
            }
            whole.subject().is_some_and(|subject| subject.kind == kind)
        })
    }

    /// Returns `true` if this place is the draft that is checked.
    pub(crate) const fn is_draft(&self) -> bool {
        self.around().is_none()
    }

    /// The place around this one, if it is in the same draft.
    const fn around(&self) -> Option<&'a Self> {
        match self.step {
            Step::Root { .. } => None,
            Step::Item { .. } | Step::Key { .. } => self.parent,
        }
    }

    /// Converts the place to a JSON Pointer.
    pub(crate) fn to_pointer(self) -> Pointer {
        let mut pointer = String::with_capacity(self.len());
        self.push_to(&mut pointer);
        Pointer::new(pointer)
    }

    /// How long the pointer is: exactly this much memory is allocated for it, and kept as long as the finding.
    fn len(&self) -> usize {
        self.parent.map_or(0, Path::len).saturating_add(self.step.len())
    }

    /// Appends the place. Every finding has one, so it avoids the machinery of `fmt`.
    fn push_to(&self, pointer: &mut String) {
        if let Some(parent) = self.parent {
            parent.push_to(pointer);
        }
        match self.step {
            Step::Root { prefix, .. } => pointer.push_str(prefix),
            Step::Item { index, .. } => {
                pointer.push('/');
                push_number(index, pointer);
            }
            Step::Key { key, .. } => {
                pointer.push('/');
                let _ = write_step(key, pointer); // writing to a `String` cannot fail
            }
        }
    }

    /// Feeds the parts of the place that do not change when lists are reordered.
    pub(super) fn identity(&self, identity: &mut Identity) {
        if let Some(parent) = self.around() {
            parent.identity(identity);
        }
        let (Step::Root { subject, .. } | Step::Item { subject, .. } | Step::Key { subject, .. }) = self.step;
        if let Step::Key { key, .. } = self.step {
            identity.feed(key.as_bytes());
        }
        // Elements without an id are distinguished later, by `Fingerprint::occurrence`.
        if let Some(subject) = subject {
            identity.feed(subject.kind.as_bytes());
            identity.feed_id(subject.id);
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.to_pointer().as_str())
    }
}

impl Step<'_> {
    /// How long the step is in a pointer.
    fn len(&self) -> usize {
        match self {
            Step::Root { prefix, .. } => prefix.len(),
            Step::Item { index, .. } => digits(*index).saturating_add(1),
            Step::Key { key, .. } => {
                let escaped = key.bytes().filter(|byte| is_escaped(*byte)).count();
                key.len().saturating_add(escaped).saturating_add(1)
            }
        }
    }
}

/// How many decimal digits a number has.
fn digits(number: usize) -> usize {
    let before_the_last = number.checked_ilog10().unwrap_or_default();
    usize::try_from(before_the_last).unwrap_or_default().saturating_add(1)
}

fn push_number(number: usize, text: &mut String) {
    if number >= 10 {
        push_number(number / 10, text);
    }
    let digit = u8::try_from(number % 10).unwrap_or_default();
    text.push(char::from(b'0'.saturating_add(digit)));
}

/// Returns `true` if a JSON Pointer writes two characters for this one.
const fn is_escaped(byte: u8) -> bool {
    matches!(byte, b'~' | b'/')
}

/// Writes a step of a JSON Pointer, without the slash before it.
pub(crate) fn write_step(step: &str, out: &mut impl fmt::Write) -> fmt::Result {
    if !step.bytes().any(is_escaped) {
        return out.write_str(step);
    }
    step.chars().try_for_each(|c| match c {
        '~' => out.write_str("~0"),
        '/' => out.write_str("~1"),
        c => out.write_char(c),
    })
}

/// A JSON Pointer (RFC 6901).
///
/// **Order:** step by step, numbers by value: `/targets/2` comes before `/targets/10`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pointer(Box<str>);

impl Pointer {
    pub(crate) fn new(text: String) -> Self {
        Self(text.into_boxed_str())
    }

    /// The pointer as text. `""` is the whole document.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The byte offset of the last `length` bytes.
    pub(super) fn before(&self, length: usize) -> u32 {
        u32::try_from(self.0.len().saturating_sub(length)).unwrap_or(u32::MAX)
    }

    /// The part from the byte offset `begin` to the end.
    pub(super) fn after(&self, begin: u32) -> &str {
        usize::try_from(begin).ok().and_then(|begin| self.0.get(begin..)).unwrap_or_default()
    }

    /// The steps: names of fields, and positions in lists, the first one 0.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, agreement::DevelopmentAgreement, agreement::FocusArea, check, codes, id::Id};
    ///
    /// let agreement = DevelopmentAgreement {
    ///     focus_areas: vec![FocusArea::new(Id::from_u128(2))],
    ///     ..DevelopmentAgreement::new(Id::from_u128(1))
    /// };
    /// let report = check(&agreement, &Context::new("2024-01-09".parse()?));
    /// let at = report.findings().iter().find(|finding| finding.code() == codes::AGR004).ok_or("none")?.at();
    /// assert_eq!(at.steps().collect::<Vec<_>>(), ["focusAreas", "0"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn steps(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split('/').skip(1).map(|step| {
            if step.contains('~') { step.replace("~1", "/").replace("~0", "~").into() } else { step.into() }
        })
    }

    /// Returns `true` if `outer` points to the same place or to one that contains it.
    #[must_use]
    pub fn is_within(&self, outer: &str) -> bool {
        self.0.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Ord for Pointer {
    fn cmp(&self, other: &Self) -> Ordering {
        // Skips the equal steps: two places in the same document often have many.
        let same = self.0.bytes().zip(other.0.bytes()).take_while(|(a, b)| a == b).count();
        let from = self.0.bytes().take(same).rposition(|byte| byte == b'/').unwrap_or_default();
        let mut a = self.0.get(from..).unwrap_or_default().split('/');
        let mut b = other.0.get(from..).unwrap_or_default().split('/');
        loop {
            match (a.next(), b.next()) {
                (None, None) => return self.0.cmp(&other.0),
                (None, Some(_)) => return Ordering::Less,
                (Some(_), None) => return Ordering::Greater,
                (Some(a), Some(b)) => match compare_steps(a, b) {
                    Ordering::Equal => {}
                    unequal => return unequal,
                },
            }
        }
    }
}

/// Numbers are compared by value, words as text, and numbers come before words.
fn compare_steps(a: &str, b: &str) -> Ordering {
    let is_number = |step: &str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
    match (is_number(a), is_number(b)) {
        (true, true) => {
            let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
            a.len().cmp(&b.len()).then_with(|| a.cmp(b))
        }
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => a.cmp(b),
    }
}

impl PartialOrd for Pointer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The order, with every step compared.
    fn step_by_step(a: &Pointer, b: &Pointer) -> Ordering {
        let mut steps = a.0.split('/').zip(b.0.split('/')).map(|(a, b)| compare_steps(a, b));
        let longer = a.0.split('/').count().cmp(&b.0.split('/').count());
        steps.find(|step| step.is_ne()).unwrap_or(longer).then_with(|| a.0.cmp(&b.0))
    }

    #[test]
    fn leaving_out_the_common_beginning_changes_no_order() {
        let texts = [
            "",
            "/",
            "//",
            "/a",
            "/a/",
            "/a/1",
            "/a/01",
            "/a/10",
            "/a/1/b",
            "/a/10/b",
            "/a/2",
            "/a/9",
            "/ab",
            "/å",
            "/ä/1",
            "/å/1",
            "/a/1/~0",
            "/a/1/~1",
            "/a/01/c",
            "/a/1/c",
            "1",
            "01",
            "10/a",
            "/2",
            "/10",
            "/1a",
            "/12a",
            "/+1",
            "/99999999999999999999999",
            "/100000000000000000000000",
        ];
        for a in texts.map(|text| Pointer(text.into())) {
            for b in texts.map(|text| Pointer(text.into())) {
                assert_eq!(a.cmp(&b), step_by_step(&a, &b), "{a} and {b}");
                for c in texts.map(|text| Pointer(text.into())) {
                    assert!(a > b || b > c || a <= c, "{a}, {b} and {c} go round");
                }
            }
        }
    }
}
