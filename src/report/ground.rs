//! What a finding is based on: the values that broke a rule, or the parts that are missing.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use super::Verdict;
use crate::Lang;
use crate::rule::{Fact, Stated, fill};
use crate::text::{Bilingual, Wording, list_in_lang, missing_of};

/// What a finding is based on.
///
/// A document can be full of gaps, so the most frequent cases cost no allocation: facts without a value, and one
/// missing part.
#[derive(Debug, Clone)]
pub(crate) enum Ground {
    /// The rule is not met, because of these values.
    NotMet(Stated),
    /// The rule cannot be assessed, because this part is not stated.
    Missing(Bilingual),
    /// The rule cannot be assessed, because these parts are not stated.
    SeveralMissing(Box<[Bilingual]>),
    /// What a custom rule finds, or what a stored report holds.
    Told(Arc<Told>),
}

/// Facts with their names; the message, or none if the rule cannot be assessed.
#[derive(Debug)]
pub(crate) struct Told {
    message: Option<Arc<Wording>>,
    facts: Vec<(Cow<'static, str>, Fact)>,
}

/// The message of a finding as a template, with the names of facts in braces.
#[derive(Debug, Clone, Copy)]
pub(super) enum MessageTemplate<'a> {
    /// Of a rule of this crate: names in `snake_case`.
    Fixed(Bilingual),
    /// Of another one: names in camelCase.
    Made(&'a Wording),
}

impl PartialEq for MessageTemplate<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            // They are usually the same text, and need not be compared.
            (Self::Fixed(a), Self::Fixed(b)) => core::ptr::eq(a.da, b.da) || a == b,
            (Self::Made(a), Self::Made(b)) => core::ptr::eq(*a, *b) || a == b,
            _ => false,
        }
    }
}

/// The one fact of what cannot be assessed.
pub(super) const MISSING: &str = "missing";

impl Ground {
    /// The rule cannot be assessed, because the parts that are not stated are missing.
    pub(crate) fn not_assessable(parts: &[(bool, Bilingual)]) -> Self {
        let mut missing = missing_of(parts.iter().copied());
        match (missing.next(), missing.next()) {
            (Some(part), None) => Self::Missing(part),
            (first, second) => {
                let all = first.into_iter().chain(second).chain(missing);
                let mut several = Vec::with_capacity(parts.iter().filter(|(stated, _)| !stated).count());
                several.extend(all);
                Self::SeveralMissing(several.into_boxed_slice())
            }
        }
    }

    /// The rule is not met, as the message says with these facts.
    pub(crate) fn told(message: Arc<Wording>, facts: Vec<(Cow<'static, str>, Fact)>) -> Self {
        Self::Told(Arc::new(Told { message: Some(message), facts }))
    }

    /// The rule cannot be assessed, because the parts are missing.
    pub(crate) fn told_missing(parts: Vec<Wording>) -> Self {
        let facts = alloc::vec![(Cow::Borrowed(MISSING), Fact::Terms(parts))];
        Self::Told(Arc::new(Told { message: None, facts }))
    }

    pub(super) fn verdict(&self) -> Verdict {
        match self {
            Self::Told(told) if told.message.is_none() => Verdict::NotAssessable,
            Self::NotMet(_) | Self::Told(_) => Verdict::NotMet,
            Self::Missing(_) | Self::SeveralMissing(_) => Verdict::NotAssessable,
        }
    }

    pub(super) fn missing(&self) -> Vec<Wording> {
        match self {
            Self::NotMet(_) => Vec::new(),
            Self::Missing(part) => alloc::vec![(*part).into()],
            Self::SeveralMissing(parts) => parts.iter().copied().map(Wording::from).collect(),
            Self::Told(told) => match (&told.message, told.facts.as_slice()) {
                (None, [(_, Fact::Terms(parts))]) => parts.clone(),
                _ => Vec::new(),
            },
        }
    }

    pub(super) fn facts(&self) -> Vec<(&str, Fact)> {
        match self {
            Self::NotMet(stated) => stated.named().map(|(name, fact)| (name, fact.clone())).collect(),
            Self::Missing(_) | Self::SeveralMissing(_) => {
                alloc::vec![(MISSING, Fact::Terms(self.missing()))]
            }
            Self::Told(told) => told.facts.iter().map(|(name, fact)| (&**name, fact.clone())).collect(),
        }
    }

    /// The template of the message. Returns `None` if the rule cannot be assessed.
    pub(super) fn template(&self) -> Option<MessageTemplate<'_>> {
        match self {
            Self::NotMet(stated) => Some(MessageTemplate::Fixed(stated.template.text)),
            Self::Missing(_) | Self::SeveralMissing(_) => None,
            Self::Told(told) => told.message.as_deref().map(MessageTemplate::Made),
        }
    }

    /// The message in one language.
    pub(super) fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| match self {
            Self::NotMet(stated) => stated.write(lang, f),
            Self::Missing(part) => not_assessable(core::slice::from_ref(part), lang, f),
            Self::SeveralMissing(parts) => not_assessable(parts, lang, f),
            Self::Told(told) => {
                let named =
                    |name: &str| told.facts.iter().find_map(|(of, fact)| (of == name).then_some(fact));
                let text = told.message.as_ref().map_or(
                    match lang {
                        Lang::Da => "kan ikke vurderes; mangler: {missing}",
                        Lang::En => "cannot be assessed; missing: {missing}",
                    },
                    |message| message.in_lang(lang),
                );
                fill(text, named, lang, f)
            }
        })
    }
}

fn not_assessable(missing: &[Bilingual], lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(match lang {
        Lang::Da => "kan ikke vurderes; mangler: ",
        Lang::En => "cannot be assessed; missing: ",
    })?;
    list_in_lang(missing, lang, f)
}
