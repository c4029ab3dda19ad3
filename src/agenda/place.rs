//! The place of a duty, by position.

use alloc::format;
use alloc::string::{String, ToString as _};
use core::fmt;

use crate::Lang;
use crate::section::SectionNumber;
use crate::text::Bilingual;

pub(super) const WHOLE: Bilingual = Bilingual::new("hele aftalen", "the whole agreement");
pub(super) const AREA: Bilingual = Bilingual::new("indsatsområde", "focus area");
pub(super) const CITIZEN: Bilingual = Bilingual::new("borger", "citizen");
pub(super) const PHASE: Bilingual = Bilingual::new("fase", "phase");
pub(super) const GOAL: Bilingual = Bilingual::new("mål", "goal");
pub(super) const SUB_GOAL: Bilingual = Bilingual::new("delmål", "sub-goal");
pub(super) const ROW: Bilingual = Bilingual::new("række", "row");
pub(super) const OF_TIMETABLE: Bilingual = Bilingual::new(" i tidsplanen", " of the timetable");

/// A thing, with its position if there are several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    pub(super) what: Bilingual,
    number: Option<Number>,
    /// The words before and after the number, if it is between words: "række 2 i tidsplanen".
    around: Option<[Bilingual; 2]>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    Position(usize),
    Stated(SectionNumber),
}

/// A place in words, with its last number separate: a list of places says "fase 3, opgave 1 og 2".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct PlaceInWords {
    pub(crate) before: String,
    pub(crate) number: Option<String>,
    pub(crate) after: String,
}

impl PlaceInWords {
    pub(crate) const fn is_empty(&self) -> bool {
        self.before.is_empty() && self.number.is_none() && self.after.is_empty()
    }
}

#[cfg(feature = "page")]
impl PlaceInWords {
    /// A place without a separate number.
    pub(crate) const fn whole(words: String) -> Self {
        Self { before: words, number: None, after: String::new() }
    }

    /// The place within another one.
    pub(crate) fn within(self, around: &str) -> Self {
        let between = if self.is_empty() { "" } else { ", " };
        Self { before: format!("{around}{between}{}", self.before), ..self }
    }
}

impl fmt::Display for PlaceInWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.before, self.number.as_deref().unwrap_or_default(), self.after)
    }
}

/// A place in at most two steps: the citizen, and the sub-goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Place {
    outer: Option<Step>,
    inner: Option<Step>,
}

impl Step {
    /// The element at an index of a list of that length.
    pub(super) fn nth(what: Bilingual, index: usize, of: usize) -> Self {
        Self { number: (of > 1).then(|| Number::Position(index.saturating_add(1))), ..Self::only(what) }
    }

    pub(super) const fn only(what: Bilingual) -> Self {
        Self { what, number: None, around: None }
    }

    /// One with a number of its own.
    pub(super) const fn numbered(what: Bilingual, number: usize) -> Self {
        Self { number: Some(Number::Position(number)), ..Self::only(what) }
    }

    /// One whose number the document states, otherwise the element at an index of a list of that length.
    pub(super) fn stated(what: Bilingual, number: Option<SectionNumber>, index: usize, of: usize) -> Self {
        number.map_or_else(
            || Self::nth(what, index, of),
            |number| Self { number: Some(Number::Stated(number)), ..Self::only(what) },
        )
    }

    /// One whose number is between these words.
    pub(super) const fn said_as(self, before: Bilingual, after: Bilingual) -> Self {
        Self { around: Some([before, after]), ..self }
    }

    /// The step in words, after those of `outer`.
    fn in_words(self, outer: PlaceInWords, lang: Lang) -> PlaceInWords {
        let around = self.around.map(|around| around.map(|words| words.in_lang(lang)));
        let [thing, rest] = around.unwrap_or_else(|| [self.what.in_lang(lang), ""]);
        let between = if outer.is_empty() { "" } else { ", " };
        match self.number {
            Some(number) => PlaceInWords {
                before: format!("{outer}{between}{thing} "),
                number: Some(number.to_string()),
                after: rest.into(),
            },
            None => PlaceInWords { after: format!("{}{between}{thing}{rest}", outer.after), ..outer },
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Position(number) => number.fmt(f),
            Self::Stated(number) => number.fmt(f),
        }
    }
}

impl Place {
    pub(super) const fn at(inner: Step) -> Self {
        Self { outer: None, inner: Some(inner) }
    }

    pub(super) const fn inside(outer: Option<Step>, inner: Step) -> Self {
        Self { outer, inner: Some(inner) }
    }

    /// The place without what surrounds it.
    pub(crate) const fn innermost(self) -> Self {
        Self { outer: None, ..self }
    }

    /// Returns `true` if the place is the draft itself.
    pub(crate) const fn is_draft(self) -> bool {
        self.inner.is_none()
    }

    /// What is there.
    #[cfg(feature = "page")]
    pub(crate) fn what(self) -> Option<Bilingual> {
        self.inner.map(|step| step.what)
    }

    /// Returns `true` if the words are those of a step.
    pub(super) fn says(self, what: Bilingual) -> bool {
        self.steps().any(|step| step.what == what)
    }

    fn steps(self) -> impl Iterator<Item = Step> {
        [self.outer, self.inner].into_iter().flatten()
    }

    pub(crate) fn in_words(self, lang: Lang) -> PlaceInWords {
        self.steps().fold(PlaceInWords::default(), |outer, step| step.in_words(outer, lang))
    }

    /// The place in words, with the name of its outermost thing: "standard 1.4 »Medicin«, anbefaling 2".
    #[cfg(feature = "page")]
    pub(crate) fn named(self, name: &str, lang: Lang) -> PlaceInWords {
        let mut steps = self.steps();
        let first = steps.next().map(|step| step.in_words(PlaceInWords::default(), lang)).unwrap_or_default();
        let first = PlaceInWords::whole(format!("{first} {name}"));
        steps.fold(first, |outer, step| step.in_words(outer, lang))
    }
}
