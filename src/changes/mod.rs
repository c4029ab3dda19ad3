//! What changed between two drafts of the same kind (*ændringer*), such as the agreements of two years.
//!
//! Things are matched by their ids, wherever they are, so that an action is *moved* rather than removed and added.
//! The two drafts themselves are compared whatever their ids: each year's agreement has its own. Everything else
//! follows from the [field tables](crate::draft), for every kind of draft.
//!
//! ```
//! use kvalitetsmodel::changes::{self, ChangeKind, Strictness};
//! use kvalitetsmodel::{Lang, target_figure::TargetFigure};
//!
//! let before: TargetFigure = serde_json::from_str(
//!     r#"{
//!         "id": "00000000-0000-4000-8000-000000000001", "section": "1.8.5",
//!         "direction": "atLeast", "value": "80", "unit": "percent",
//!         "measuredAt": { "date": { "on": "2024-11" } }
//!     }"#,
//! )?;
//! let mut after = before.clone();
//! after.value = Some("82.5".parse()?);
//! after.measured_at = serde_json::from_str(r#"{ "date": { "on": "2025-11" } }"#)?;
//!
//! let changes = changes::between(&before, &after);
//! let said: Vec<_> = changes.iter().map(|change| change.in_lang(Lang::En).to_string()).collect();
//! assert_eq!(
//!     said,
//!     [
//!         "target figure in section 1.8.5, value: from 80 to 82.5 (+2.5, stricter)",
//!         "target figure in section 1.8.5, measuring time: from November 2024 to November 2025",
//!     ],
//! );
//! assert_eq!(changes[1].kind, ChangeKind::Time);
//! assert_eq!(changes[0].figure.map(|figure| figure.strictness), Some(Some(Strictness::Stricter)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A new order of a list is no change. What has an id is the same thing as long as it has that id. An element without
//! an id is the same if its mandatory fields are, such as the role of a party or the number of a section, and no other
//! element that differs has the same ones; otherwise one is removed and another added.

mod compare;
#[cfg(all(test, feature = "json", feature = "proptest"))]
mod laws;
mod node;
mod pairs;
mod tree;
mod words;

use alloc::vec::Vec;

use serde::ser::{Serialize, Serializer};

use compare::Comparing;

use crate::draft::kind::Draft;
use crate::figure::Decimal;
use crate::id::Subject;
use crate::report::Pointer;
use crate::section::SectionNumber;
use crate::text::{Bilingual, InBoth, Text, Wording};

words! {
    /// In what way something changed.
    #[non_exhaustive]
    pub enum ChangeKind: "ændringens art", "kind of change" {
        /// It is only in the later draft.
        Added = "tilføjet", "added";
        /// It is only in the earlier draft.
        Removed = "udgået", "removed";
        /// It is in another record: an action in another focus area.
        Moved = "flyttet", "moved";
        /// The number of its section is different.
        Section = "afsnit ændret", "section changed";
        /// The text that people wrote is different. The change does not say what it is.
        Reworded = "omformuleret", "reworded";
        /// A figure has a different number.
        Figure = "tal ændret", "figure changed";
        /// A time or a date is different.
        Time = "tidspunkt ændret", "time changed";
        /// The answer to whether the service takes part in a body is different.
        Membership = "deltagelse ændret", "membership changed";
        /// Anything else.
        Other = "ændret", "changed";
    }
}

words! {
    /// Whether a target figure requires more than before, given its direction.
    pub enum Strictness: "krav", "requirement" {
        /// A minimum was raised, or a maximum lowered.
        Stricter = "strengere", "stricter";
        /// A minimum was lowered, or a maximum raised.
        Looser = "lempeligere", "looser";
        /// The direction or unit differs or is not stated, or there was or is no figure.
        NotComparable = "kan ikke sammenlignes", "not comparable";
    }
}

/// The two numbers of a figure that changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FigureChange {
    /// The earlier number; `None` if none was stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Decimal>,
    /// The later number; `None` if none is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Decimal>,
    /// The later number minus the earlier one, exact. `None` if one is not stated, or if the difference has more
    /// digits than a [`Decimal`] can have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<Decimal>,
    /// `None` for figures that are no target: a baseline, a measured figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strictness: Option<Strictness>,
}

/// What people wrote, before and after. `Debug` shows only the lengths.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct TextChange {
    /// The earlier text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Text>,
    /// The later text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Text>,
}

/// One change between two drafts.
///
/// It contains nothing that people wrote, apart from [`texts`](Self::texts), which are present if the caller
/// [asked](between_with_texts) for them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// In what way it changed.
    pub kind: ChangeKind,
    /// The record with an id that changed, or in which something without an id did. For the two drafts themselves
    /// it is the later one.
    pub subject: Subject,
    /// The place in the earlier draft; `None` if it is not there.
    pub before: Option<Pointer>,
    /// The place in the later draft; `None` if it is not there.
    pub after: Option<Pointer>,
    /// The section of the record in the later draft, otherwise in the earlier one. If it has none, that of the record
    /// around it.
    pub section: Option<SectionNumber>,
    /// The earlier value in words; `None` if there is none, and for texts and ids.
    pub from: Option<Wording>,
    /// The later value in words; `None` if there is none, and for texts and ids.
    pub to: Option<Wording>,
    /// The numbers, if it is a figure.
    pub figure: Option<FigureChange>,
    /// What people wrote, if the caller asked for it: the text that changed, or what a record that was added or removed
    /// says first, such as its title.
    pub texts: Option<TextChange>,
    /// What people call the record, and what changed in it.
    labels: Vec<Bilingual>,
}

/// What changed from an earlier draft to a later one: first the changes to what both have, and the additions, in the
/// order of the later draft; then the removals.
///
/// Numbers are compared as numbers: `80` and `80.0` are equal. The changes from `after` to `before` are the same in the
/// other direction.
///
/// ```
/// use kvalitetsmodel::agreement::{Action, DevelopmentAgreement, FocusArea};
/// use kvalitetsmodel::{Lang, changes, id::Id};
///
/// let mut before = DevelopmentAgreement::new(Id::from_u128(1));
/// before.focus_areas = vec![FocusArea::new(Id::from_u128(2)), FocusArea::new(Id::from_u128(3))];
/// before.focus_areas[0].actions.push(Action::new(Id::from_u128(4)));
/// let mut after = before.clone();
/// let mut action = after.focus_areas[0].actions.remove(0);
/// action.text = Some("Beskriver arbejdsmiljøorganisationen".into());
/// after.focus_areas[1].actions.push(action);
///
/// let changes = changes::between(&before, &after);
/// let said: Vec<_> = changes.iter().map(|change| change.in_lang(Lang::Da).to_string()).collect();
/// assert_eq!(said, ["indsats: flyttet", "indsats, tekst: tilføjet"]);
/// assert_eq!(changes[0].after.as_ref().map(|at| at.as_str()), Some("/focusAreas/1/actions/0"));
/// ```
#[must_use]
pub fn between<T: Draft>(before: &T, after: &T) -> Vec<Change> {
    Comparing::new(false).drafts(before, after)
}

/// Like [`between`], and keeps the texts that changed, and one text of each record that was added or removed, so that a
/// person can tell them apart. The changes are then as confidential as the drafts.
///
/// ```
/// use kvalitetsmodel::agreement::{Action, DevelopmentAgreement, FocusArea};
/// use kvalitetsmodel::{changes, id::Id};
///
/// let mut before = DevelopmentAgreement::new(Id::from_u128(1));
/// before.focus_areas = vec![FocusArea::new(Id::from_u128(2))];
/// let mut after = before.clone();
/// after.focus_areas[0].actions =
///     vec![Action { text: Some("Holder kurset".into()), ..Action::new(Id::from_u128(4)) }];
///
/// let changes = changes::between_with_texts(&before, &after);
/// let text = changes[0].texts.as_ref().and_then(|texts| texts.to.as_ref());
/// assert_eq!(text.map(|text| text.as_str()), Some("Holder kurset"));
/// ```
#[must_use]
pub fn between_with_texts<T: Draft>(before: &T, after: &T) -> Vec<Change> {
    Comparing::new(true).drafts(before, after)
}

impl Serialize for Change {
    /// camelCase; `labels` and `message` in both languages.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Written<'a, M> {
            kind: ChangeKind,
            subject: Subject,
            #[serde(skip_serializing_if = "Option::is_none")]
            before: Option<&'a Pointer>,
            #[serde(skip_serializing_if = "Option::is_none")]
            after: Option<&'a Pointer>,
            #[serde(skip_serializing_if = "Option::is_none")]
            section: Option<SectionNumber>,
            #[serde(skip_serializing_if = "Option::is_none")]
            from: Option<&'a Wording>,
            #[serde(skip_serializing_if = "Option::is_none")]
            to: Option<&'a Wording>,
            #[serde(skip_serializing_if = "Option::is_none")]
            figure: Option<FigureChange>,
            #[serde(skip_serializing_if = "Option::is_none")]
            texts: Option<&'a TextChange>,
            labels: &'a [Bilingual],
            message: M,
        }
        Written {
            kind: self.kind,
            subject: self.subject,
            before: self.before.as_ref(),
            after: self.after.as_ref(),
            section: self.section,
            from: self.from.as_ref(),
            to: self.to.as_ref(),
            figure: self.figure,
            texts: self.texts.as_ref(),
            labels: &self.labels,
            message: InBoth(|lang| self.in_lang(lang)),
        }
        .serialize(serializer)
    }
}
