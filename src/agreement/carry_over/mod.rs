//! What an agreement leaves open, and what became of it in the next one.

mod fate;
mod must;
mod open;

use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;
use serde::ser::{Serialize, Serializer};

use super::DevelopmentAgreement;
use crate::Lang;
use crate::date::{When, day_in_lang};
use crate::id::Subject;
use crate::report::Pointer;
use crate::section::SectionNumber;
use crate::text::{Bilingual, InBoth, Text};

words! {
    /// What is left open.
    #[non_exhaustive]
    pub enum OpenKind: "art", "kind" {
        /// An action.
        Action = "indsats", "action";
        /// A target figure that is not measured.
        TargetFigure = "måltal", "target figure";
        /// A follow-up whose time is after the period.
        FollowUp = "opfølgning", "follow-up";
        /// A decision that the agreement announces.
        Decision = "bebudet beslutning", "announced decision";
        /// The answer to an authority.
        Criticism = "svar på kritik fra en myndighed", "answer to criticism by an authority";
    }
}

words! {
    /// Why something is left open at the end of an agreement.
    #[non_exhaustive]
    pub enum WhyOpen: "årsag", "reason" {
        /// Its last day is after the period of the agreement. It must be carried over (R-017).
        PastPeriod = "fristen ligger efter aftalens periode", "its last day falls after the period of the agreement";
        /// Its last day is in the period, and the agreement does not say that it is done.
        NotReported = "ikke registreret som gjort ved fristen", "not recorded as done by its last day";
        /// The figure was to be agreed later, and is not stated.
        ToBeAgreed = "måltallet er ikke fastlagt", "the figure is not fixed";
        /// It waits for a schedule, a decision, a year or a start.
        Waiting = "afventer", "waiting";
        /// It has no deadline, and the agreement does not say that it is done.
        NoDeadline = "uden frist og ikke registreret som gjort", "no deadline, and not recorded as done";
    }
}

words! {
    /// What became of something in the next agreement.
    pub enum Fate: "videre forløb", "fate" {
        /// It is there: under its id, as what an action [continues](super::Action::continues), or as a target figure
        /// with the same indicator.
        CarriedOver = "videreført", "carried over";
        /// It is there, and is done or given up.
        Closed = "afsluttet", "closed";
        /// It is not there.
        Dropped = "udgået uden omtale", "dropped without mention";
        /// It has no id, and the next agreement has something similar in other words.
        Unclear = "kan ikke afgøres", "cannot be determined";
    }
}

/// What an agreement leaves open at its end.
///
/// It contains no text that people wrote, apart from [`text`](Self::text), which is present only if the caller
/// [asked](DevelopmentAgreement::left_open_with_texts) for it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeftOpen {
    /// What it is.
    pub kind: OpenKind,
    /// Why it is open.
    pub why: WhyOpen,
    /// The nearest record with an id at or above the place.
    pub subject: Subject,
    /// The place in the agreement.
    pub at: Pointer,
    /// The section that states it, or else that of its focus area.
    pub section: Option<SectionNumber>,
    /// When it was to be done; titles and names are left out. `None` if the agreement states no time.
    pub when: Option<When>,
    /// The last day, if the time determines one.
    pub last_day: Option<NaiveDate>,
    /// What it is, in the words of the document: the text of an action, decision or criticism, the topic of a target
    /// figure, what a follow-up is about. `None` if the caller did not ask for it.
    pub text: Option<Text>,
}

/// Something that an agreement leaves open, and what became of it in the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CarryOver {
    /// What was left open.
    pub left: LeftOpen,
    /// What became of it.
    pub fate: Fate,
    /// The place in the next agreement, if it is there.
    pub at_next: Option<Pointer>,
}

impl DevelopmentAgreement {
    /// What is open at the end of the agreement, in the order of the document: actions, target figures, announced
    /// decisions and answers to authorities that it does not report as done, and everything whose last day is after the
    /// [period](Self::running_period).
    ///
    /// Recurring duties end with the agreement, and so do follow-ups within its period. Without a period, nothing is
    /// after it. Something may be done even if the document does not say so. An action that was given up is not open.
    ///
    /// # Source
    ///
    /// R-017, derived from *Drifts- og udviklingsaftale 2024, Roskildehjemmet*, section 1.2: buildings are reviewed in
    /// "2024 og 2025".
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::agreement::{DevelopmentAgreement, WhyOpen};
    ///
    /// let agreement: DevelopmentAgreement = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
    ///         "focusAreas": [{
    ///             "id": "00000000-0000-4000-8000-000000000002", "number": "1.2",
    ///             "actions": [
    ///                 { "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2025" } } },
    ///                 { "id": "00000000-0000-4000-8000-000000000004", "doneOn": "2024-05" }
    ///             ]
    ///         }]
    ///     }"#,
    /// )?;
    /// let left = agreement.left_open();
    /// assert_eq!(left.len(), 1);
    /// assert_eq!(left[0].why, WhyOpen::PastPeriod);
    /// assert_eq!(
    ///     left[0].in_lang(Lang::Da).to_string(),
    ///     "afsnit 1.2, indsats: fristen ligger efter aftalens periode (31. december 2025)",
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn left_open(&self) -> Vec<LeftOpen> {
        open::of(self, false).into_iter().map(|(left, _)| left).collect()
    }

    /// Like [`left_open`](Self::left_open), but keeps what people wrote. The list is then as confidential as the
    /// agreement.
    ///
    /// ```
    /// use kvalitetsmodel::agreement::{Action, DevelopmentAgreement, FocusArea};
    /// use kvalitetsmodel::id::Id;
    ///
    /// let action = Action { text: Some("Bygningerne gennemgås".into()), ..Action::new(Id::from_u128(3)) };
    /// let area = FocusArea { actions: vec![action], ..FocusArea::new(Id::from_u128(2)) };
    /// let agreement = DevelopmentAgreement { focus_areas: vec![area], ..DevelopmentAgreement::new(Id::from_u128(1)) };
    /// let left = agreement.left_open_with_texts();
    /// assert_eq!(left[0].text.as_ref().map(|text| text.as_str()), Some("Bygningerne gennemgås"));
    /// assert_eq!(agreement.left_open()[0].text, None);
    /// ```
    #[must_use]
    pub fn left_open_with_texts(&self) -> Vec<LeftOpen> {
        open::of(self, true).into_iter().map(|(left, _)| left).collect()
    }

    /// What became, in the next agreement of the service, of what this one [leaves open](Self::left_open).
    ///
    /// Actions, target figures and follow-ups are found by their ids; a decision or an answer to an authority, which
    /// has no id, by its text. It is up to the caller that one agreement follows the other.
    ///
    /// What must be carried over and was dropped without mention is [`WhyOpen::PastPeriod`] with [`Fate::Dropped`]:
    ///
    /// ```
    /// use kvalitetsmodel::agreement::{DevelopmentAgreement, Fate, WhyOpen};
    ///
    /// let previous: DevelopmentAgreement = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
    ///         "focusAreas": [{
    ///             "id": "00000000-0000-4000-8000-000000000002",
    ///             "actions": [
    ///                 { "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2025" } } },
    ///                 { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2025" } } }
    ///             ]
    ///         }]
    ///     }"#,
    /// )?;
    /// let next: DevelopmentAgreement = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000005", "year": 2025,
    ///         "focusAreas": [{
    ///             "id": "00000000-0000-4000-8000-000000000002",
    ///             "actions": [{
    ///                 "id": "00000000-0000-4000-8000-000000000006",
    ///                 "continues": { "id": "00000000-0000-4000-8000-000000000003" }
    ///             }]
    ///         }]
    ///     }"#,
    /// )?;
    /// let carried = previous.carried_into(&next);
    /// assert_eq!(carried[0].fate, Fate::CarriedOver);
    /// let dropped = carried.iter().filter(|one| one.fate == Fate::Dropped && one.left.why == WhyOpen::PastPeriod);
    /// assert_eq!(dropped.count(), 1);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn carried_into(&self, next: &Self) -> Vec<CarryOver> {
        fate::of(self, next)
    }
}

const SECTION: Bilingual = Bilingual::new("afsnit", "section");

impl LeftOpen {
    /// What is open, where, and why.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display + '_ {
        fmt::from_fn(move |f| {
            if let Some(section) = self.section {
                write!(f, "{} {section}, ", SECTION.in_lang(lang))?;
            }
            write!(f, "{}: {}", self.kind.label().in_lang(lang), self.why.of(self.kind).in_lang(lang))?;
            match (self.last_day, &self.when) {
                (Some(day), _) => write!(f, " ({})", day_in_lang(day, lang)),
                (None, Some(when)) => write!(f, " ({})", when.in_lang(lang)),
                (None, None) => Ok(()),
            }
        })
    }
}

impl WhyOpen {
    /// The reason, with the verb that fits the kind: a figure is measured, criticism is answered.
    const fn of(self, kind: OpenKind) -> Bilingual {
        match (self, kind) {
            (Self::NotReported, OpenKind::TargetFigure) => Bilingual::new(
                "ikke registreret som målt ved fristen",
                "not recorded as measured by its last day",
            ),
            (Self::NotReported, OpenKind::Decision) => Bilingual::new(
                "beslutningen er ikke registreret som truffet ved fristen",
                "the decision is not recorded as taken by its last day",
            ),
            (Self::NotReported, OpenKind::Criticism) => Bilingual::new(
                "svaret er ikke registreret som givet ved fristen",
                "the answer is not recorded as given by its last day",
            ),
            (Self::NoDeadline, OpenKind::TargetFigure) => Bilingual::new(
                "uden frist og ikke registreret som målt",
                "no deadline, and not recorded as measured",
            ),
            (Self::NoDeadline, OpenKind::Decision) => Bilingual::new(
                "uden frist, og beslutningen er ikke registreret som truffet",
                "no deadline, and the decision is not recorded as taken",
            ),
            (Self::NoDeadline, OpenKind::Criticism) => Bilingual::new(
                "uden frist, og svaret er ikke registreret som givet",
                "no deadline, and the answer is not recorded as given",
            ),
            _ => self.label(),
        }
    }
}

impl CarryOver {
    /// What was open, where and why, and what became of it.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display + '_ {
        fmt::from_fn(move |f| write!(f, "{}; {}", self.left.in_lang(lang), self.fate.label().in_lang(lang)))
    }
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a, M> {
    kind: OpenKind,
    why: WhyOpen,
    subject: Subject,
    at: &'a Pointer,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<SectionNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<&'a When>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_day: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fate: Option<Fate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_next: Option<&'a Pointer>,
    message: M,
}

impl LeftOpen {
    fn written<M>(&self, message: M) -> Written<'_, M> {
        let Self { kind, why, subject, section, last_day, .. } = *self;
        let (at, when, text) = (&self.at, self.when.as_ref(), self.text.as_ref());
        Written { kind, why, subject, at, section, when, last_day, text, fate: None, at_next: None, message }
    }
}

impl Serialize for LeftOpen {
    /// camelCase, and `message` in both languages.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written(InBoth(|lang| self.in_lang(lang))).serialize(serializer)
    }
}

impl Serialize for CarryOver {
    /// The members of [`LeftOpen`], and `fate` and `atNext`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let left = self.left.written(InBoth(|lang| self.in_lang(lang)));
        Written { fate: Some(self.fate), at_next: self.at_next.as_ref(), ..left }.serialize(serializer)
    }
}
