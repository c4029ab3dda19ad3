//! Where a duty stands, by position.

use core::fmt;

use crate::Lang;
use crate::section::SectionNumber;
use crate::text::Bilingual;

pub(super) const WHOLE: Bilingual = Bilingual::new("hele aftalen", "the whole agreement");
pub(super) const AREA: Bilingual = Bilingual::new("indsatsområde", "focus area");
pub(super) const CITIZEN: Bilingual = Bilingual::new("borger", "citizen");
pub(super) const PHASE: Bilingual = Bilingual::new("fase", "phase");
pub(super) const SUB_GOAL: Bilingual = Bilingual::new("delmål", "sub-goal");

/// A thing, with its position if there are several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    pub(super) what: Bilingual,
    number: Option<Number>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    Position(usize),
    Stated(SectionNumber),
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
        Self { what, number: (of > 1).then(|| Number::Position(index.saturating_add(1))) }
    }

    pub(super) const fn only(what: Bilingual) -> Self {
        Self { what, number: None }
    }

    /// One with a number of its own.
    pub(super) const fn numbered(what: Bilingual, number: usize) -> Self {
        Self { what, number: Some(Number::Position(number)) }
    }

    /// One whose number the document states, or else the element at an index of a list of that length.
    pub(super) fn stated(what: Bilingual, number: Option<SectionNumber>, index: usize, of: usize) -> Self {
        number.map_or_else(
            || Self::nth(what, index, of),
            |number| Self { what, number: Some(Number::Stated(number)) },
        )
    }

    fn in_lang(self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let what = self.what.in_lang(lang);
            // "række 2 i tidsplanen": the number stands behind the thing, before that which it is in.
            let end = [" i ", " of the "].iter().find_map(|joint| what.find(joint)).unwrap_or(what.len());
            let (thing, rest) = what.split_at_checked(end).unwrap_or((what, ""));
            f.write_str(thing)?;
            match self.number {
                Some(Number::Position(number)) => write!(f, " {number}")?,
                Some(Number::Stated(number)) => write!(f, " {number}")?,
                None => {}
            }
            f.write_str(rest)
        })
    }
}

impl Place {
    pub(super) const fn at(inner: Step) -> Self {
        Self { outer: None, inner: Some(inner) }
    }

    pub(super) const fn inside(outer: Option<Step>, inner: Step) -> Self {
        Self { outer, inner: Some(inner) }
    }

    /// The place without what stands around it.
    pub(crate) const fn innermost(self) -> Self {
        Self { outer: None, ..self }
    }

    /// Returns `true` if the place is the draft itself.
    pub(super) const fn is_draft(self) -> bool {
        self.inner.is_none()
    }

    /// What stands there.
    pub(crate) fn what(self) -> Option<Bilingual> {
        self.inner.map(|step| step.what)
    }

    pub(crate) fn in_lang(self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            for (n, step) in [self.outer, self.inner].into_iter().flatten().enumerate() {
                f.write_str(if n > 0 { ", " } else { "" })?;
                fmt::Display::fmt(&step.in_lang(lang), f)?;
            }
            Ok(())
        })
    }
}
