//! What is missing before a follow-up of an agreement.

mod gather;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;
use serde::ser::{Serialize, Serializer};

use gather::{Extent, gather};

use crate::agreement::{DevelopmentAgreement, FollowUp};
use crate::codes::RuleCode;
use crate::date::day_in_lang;
use crate::id::{Id, Subject};
use crate::measurement::Measurement;
use crate::report::Pointer;
use crate::section::SectionNumber;
use crate::sorted::sort_by;
use crate::text::{Bilingual, InBoth, Wording};
use crate::{Context, Lang};

words! {
    /// What is missing before a follow-up.
    #[non_exhaustive]
    pub enum MissingKind: "hvad der mangler", "what is missing" {
        /// An action is due, and the agreement does not say that it is done.
        Report = "melding om, at indsatsen er gennemført", "a report that the action is done";
        /// A target figure is to be measured, and neither the agreement nor a measurement says that it was.
        Measurement = "måling af måltallet", "a measurement of the target figure";
        /// A target figure is still to be agreed.
        Figure = "et måltal, der er fastlagt", "a target figure that is fixed";
        /// The schedule that something waits for does not exist, or its deadline is not known.
        Schedule = "den tidsplan, der ventes på", "the schedule that is awaited";
        /// A decision that is due, or that something waits for.
        Decision = "en beslutning, der ventes på", "a decision that is awaited";
        /// Criticism by an authority is due to be answered.
        Answer = "svar på kritik fra en myndighed", "an answer to criticism by an authority";
        /// An earlier follow-up is due, and the agreement does not say that it took place.
        FollowUp = "melding om, at opfølgningen er holdt", "a report that the follow-up took place";
        /// The year, the start or the date of a deadline.
        Time = "det, som fristen regnes ud fra", "what the deadline follows from";
        /// A part that a rule needs, and without which it cannot be assessed.
        Statement = "en oplysning", "a statement";
    }
}

/// One thing that is missing before a follow-up.
///
/// It contains nothing that people wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Missing {
    /// What is missing.
    pub kind: MissingKind,
    /// The place in the agreement.
    pub at: Pointer,
    /// The nearest record with an id at or above the place.
    pub subject: Subject,
    /// The section that states it, otherwise that of its focus area.
    pub section: Option<SectionNumber>,
    /// By when it was due, if it has a deadline.
    pub last_day: Option<NaiveDate>,
    /// The rule that cannot be assessed without it, or that finds it missing.
    pub code: Option<RuleCode>,
    /// What is missing, in words.
    pub what: Wording,
}

/// What is missing in an agreement on the day of the context: what is due and not recorded as done, figures that are not
/// fixed, schedules and decisions that are awaited, and parts that rules find missing, or without which they
/// [cannot be assessed](crate::report::Finding::missing).
///
/// A target figure is measured if the agreement says so, or if one of the measurements is of its indicator and
/// measuring time, and is not of another service. Support tasks and duties of daily operation are listed if their time
/// is missing, or a part that a rule needs; those that are due are only on the [agenda](super), since no follow-up
/// names them. Everything is in the order of the agreement; what rules need comes last.
///
/// ```
/// use kvalitetsmodel::{Context, Lang, agenda, agreement::DevelopmentAgreement};
///
/// let agreement: DevelopmentAgreement = serde_json::from_str(
///     r#"{
///         "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
///         "focusAreas": [{
///             "id": "00000000-0000-4000-8000-000000000002", "number": "1.3",
///             "actions": [
///                 { "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2024-05-31" } } },
///                 { "id": "00000000-0000-4000-8000-000000000004", "when": { "schedule": {} } }
///             ]
///         }]
///     }"#,
/// )?;
/// let missing = agenda::missing(&agreement, &Context::new("2024-06-01".parse()?), &[]);
/// let said: Vec<_> = missing.iter().map(|one| one.in_lang(Lang::Da).to_string()).collect();
/// assert_eq!(said[0], "afsnit 1.3 mangler: melding om, at indsatsen er gennemført (frist 31. maj 2024)");
/// assert_eq!(said[1], "afsnit 1.3 mangler: den tidsplan, der ventes på");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn missing(
    agreement: &DevelopmentAgreement,
    context: &Context,
    measurements: &[Measurement],
) -> Vec<Missing> {
    gather(agreement, &Extent::whole(context.as_of()), context, measurements)
}

/// What is missing before one follow-up of an agreement, on its last day, or on the day of the context if it has none.
///
/// A follow-up that names actions or target figures is about these, and one that names none is about its focus
/// area, or about the agreement. An action that it names is due then, if it has no deadline of its own. Returns `None`
/// if the agreement has no follow-up with that id.
///
/// ```
/// use kvalitetsmodel::agenda::{self, MissingKind};
/// use kvalitetsmodel::{Context, agreement::DevelopmentAgreement, id::Id};
///
/// let agreement: DevelopmentAgreement = serde_json::from_str(
///     r#"{
///         "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
///         "focusAreas": [{
///             "id": "00000000-0000-4000-8000-000000000002",
///             "targets": [
///                 { "id": "00000000-0000-4000-8000-000000000003", "state": "toBeAgreed" },
///                 { "id": "00000000-0000-4000-8000-000000000004", "state": "toBeAgreed" }
///             ],
///             "followUps": [{
///                 "id": "00000000-0000-4000-8000-000000000005", "when": { "date": { "on": "2024-03-31" } },
///                 "targets": ["00000000-0000-4000-8000-000000000003"]
///             }]
///         }]
///     }"#,
/// )?;
/// let context = Context::new("2024-01-09".parse()?);
/// let missing = agenda::missing_before(&agreement, Id::from_u128(6), &context, &[]);
/// assert_eq!(missing, None); // no follow-up has this id
///
/// let follow_up = agreement.focus_areas[0].follow_ups[0].id;
/// let missing = agenda::missing_before(&agreement, follow_up, &context, &[]).ok_or("no such follow-up")?;
/// assert_eq!(missing[0].kind, MissingKind::Figure);
/// assert!(missing.iter().all(|one| one.subject == agreement.focus_areas[0].targets[0].id.subject()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn missing_before(
    agreement: &DevelopmentAgreement,
    follow_up: Id<FollowUp>,
    context: &Context,
    measurements: &[Measurement],
) -> Option<Vec<Missing>> {
    let in_areas = agreement.focus_areas.iter().enumerate().flat_map(|(n, area)| {
        let place = format!("/focusAreas/{n}");
        area.follow_ups.iter().map(move |one| (place.clone(), one))
    });
    let of_whole = agreement.follow_ups.iter().map(|one| (String::new(), one));
    let (place, one) = in_areas.chain(of_whole).find(|(_, one)| one.id == follow_up)?;
    let period = agreement.running_period();
    let named = one.actions.iter().map(|id| id.subject()).chain(one.targets.iter().map(|id| id.subject()));
    let mut named: Vec<_> = named.collect();
    sort_by(&mut named, Ord::cmp);
    let extent = Extent {
        day: one.deadline(period.as_ref()).unwrap_or_else(|| context.as_of()),
        // What it names can be in another area.
        place: if named.is_empty() { place } else { String::new() },
        named,
        follow_up: Some(follow_up.subject()),
    };
    Some(gather(agreement, &extent, context, measurements))
}

impl Missing {
    /// What is missing, and where.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display + '_ {
        const SECTION: Bilingual = Bilingual::new("afsnit", "section");
        const WHOLE: Bilingual = Bilingual::new("aftalen", "the agreement");
        fmt::from_fn(move |f| {
            match self.section {
                Some(section) => write!(f, "{} {section}", SECTION.in_lang(lang))?,
                None => f.write_str(WHOLE.in_lang(lang))?,
            }
            let (lacks, deadline) = match lang {
                Lang::Da => ("mangler", "frist"),
                Lang::En => ("lacks", "due by"),
            };
            write!(f, " {lacks}: {}", self.what.in_lang(lang))?;
            self.last_day.map_or(Ok(()), |day| write!(f, " ({deadline} {})", day_in_lang(day, lang)))
        })
    }
}

impl Serialize for Missing {
    /// camelCase, and `message` in both languages.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Written<'a, M> {
            kind: MissingKind,
            at: &'a Pointer,
            subject: Subject,
            #[serde(skip_serializing_if = "Option::is_none")]
            section: Option<SectionNumber>,
            #[serde(skip_serializing_if = "Option::is_none")]
            last_day: Option<NaiveDate>,
            #[serde(skip_serializing_if = "Option::is_none")]
            code: Option<RuleCode>,
            what: &'a Wording,
            message: M,
        }
        let Self { kind, subject, section, last_day, code, .. } = *self;
        let message = InBoth(|lang| self.in_lang(lang));
        Written { kind, at: &self.at, subject, section, last_day, code, what: &self.what, message }
            .serialize(serializer)
    }
}
