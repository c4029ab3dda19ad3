//! The development agreement (*drifts- og udviklingsaftale*).

mod announced_decision;
mod carry_over;
mod criticism;
mod demand;
mod focus_area;
mod follow_up;
pub(crate) mod membership;
mod party;
mod research;
mod revision;
pub(crate) mod rules;
mod support;

use alloc::vec::Vec;

use chrono::NaiveDate;

pub use announced_decision::AnnouncedDecision;
pub use carry_over::{CarryOver, Fate, LeftOpen, OpenKind, WhyOpen};
pub use criticism::{Authority, Criticism, CriticismKind};
pub use demand::Demand;
pub use focus_area::{Action, EarlierAction, FocusArea, Participation, ScopeOfDuty};
pub use follow_up::{FollowUp, FollowUpForm};
pub use party::{Party, PartyDuty, PartyRole};
pub use research::ResearchProject;
pub use revision::GuidelineRevision;
pub use support::{SupportKind, SupportTask};

use crate::body::Body;
use crate::date::{PartialDate, Period, backwards};
use crate::duty::DailyDuties;
use crate::id::Id;
use crate::organisation::{Operator, SocialService};
use crate::section::SectionNumber;
use crate::text::{Folded, Text};

record! {
    /// A development agreement (*drifts- og udviklingsaftale*), as a draft: it can hold everything that
    /// a real document states, and what the document does not state is absent.
    ///
    /// The social director of an operator and the head of one social service make it for a year (source: *Drifts- og
    /// udviklingsaftale 2024, Roskildehjemmet*). Elsewhere it covers two or four years: then it has a `period`, and a
    /// `year` only if its title names one.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, agreement::DevelopmentAgreement, check_rule, codes};
    ///
    /// let agreement: DevelopmentAgreement = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000001",
    ///         "service": { "id": "00000000-0000-4000-8000-000000000002" },
    ///         "year": 2024,
    ///         "parties": [
    ///             { "role": "socialDirector", "named": true, "signedOn": "2024-01-09" },
    ///             { "role": "headOfService", "named": false, "signedOn": "2024-01-10" }
    ///         ]
    ///     }"#,
    /// )?;
    /// // One rule; `check` runs all.
    /// let report = check_rule(&agreement, &Context::new("2024-01-09".parse()?), codes::AGR002);
    /// assert_eq!(report.findings().len(), 1); // the head of the service is not named
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "drifts- og udviklingsaftale")]
    #[doc(alias = "driftsaftale")]
    #[doc(alias = "performance agreement")]
    pub struct DevelopmentAgreement: "drifts- og udviklingsaftale", "development agreement", id "agreement" {
        optional {
            /// The title.
            pub title: Option<Text> = "titel", "title";
            /// The social service that the agreement is about.
            pub service: Option<ServiceRef> = "tilbud", "social service";
            /// The year in its title.
            pub year: Option<u16> = "år", "year";
            /// The period, if the document states one.
            pub period: Option<Period> = "periode", "period";
            /// The parties: the social director, the head of the service, and any others that sign.
            pub parties: Vec<Party> = "parter og underskrifter", "parties and signatures";
            /// Signing days that the layout of the document assigns to no party.
            pub unattributed_signing_days: Vec<PartialDate> =
                "underskriftsdatoer uden part", "signing days without a party";
            /// The table of contents.
            pub contents: Vec<ContentsEntry> = "indholdsfortegnelse", "table of contents";
            /// The policies, strategies and agreements that the agreement rests on.
            pub framework: Vec<FrameworkDocument> = "ramme", "framework";
            /// The bodies that the document sets up or describes.
            pub bodies: Vec<Body> = "grupper", "bodies";
            /// The focus areas (*målområder*, *indsatsområder*).
            pub focus_areas: Vec<FocusArea> = "indsatsområder", "focus areas";
            /// How the agreement as a whole is followed up.
            pub follow_ups: Vec<FollowUp> = "opfølgning på hele aftalen", "follow-up of the whole agreement";
            /// Its duties of daily operation that have a deadline or a limit.
            pub duties: Option<DailyDuties> = "driftsopgaver", "duties of daily operation";
            /// Remarks on sections of the document.
            pub notes: Vec<Note> = "noter", "notes";
        }
    }
}

record! {
    /// A reference to a social service.
    pub struct ServiceRef: "tilbud", "social service", introduces id {
        mandatory {
            /// The service.
            pub id: Id<SocialService> = "id", "id";
        }
        optional {
            /// What the document calls it.
            pub name: Option<Text> = "navn", "name";
            /// Who runs it.
            pub operator: Option<OperatorRef> = "driftsherre", "operator";
        }
    }
}

record! {
    /// A reference to an operator (*driftsherre*).
    pub struct OperatorRef: "driftsherre", "operator", introduces id {
        mandatory {
            /// The operator.
            pub id: Id<Operator> = "id", "id";
        }
        optional {
            /// What the document calls it.
            pub name: Option<Text> = "navn", "name";
        }
    }
}

impl OperatorRef {
    /// Returns `true` if both are the same operator, by id or by what the document calls them.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let name = self.name.as_ref().filter(|name| !name.is_blank());
        self.id == other.id
            || name.zip(other.name.as_ref()).is_some_and(|(one, other)| Folded::of(one) == Folded::of(other))
    }
}

record! {
    /// A line of a table of contents.
    pub struct ContentsEntry: "linje i indholdsfortegnelsen", "contents entry" {
        mandatory {
            /// The number of the section.
            pub number: SectionNumber = "afsnitsnummer", "section number";
        }
        optional {
            /// The title.
            pub title: Option<Text> = "titel", "title";
        }
    }
}

record! {
    /// A policy, strategy or agreement that frames the choice of focus areas.
    pub struct FrameworkDocument: "rammedokument", "framework document", says title {
        mandatory {
            /// The title.
            pub title: Text = "titel", "title";
        }
        optional {
            /// The first day, month or year in which it is valid.
            pub from: Option<PartialDate> = "gælder fra", "valid from";
            /// The last day, month or year in which it is valid.
            pub to: Option<PartialDate> = "gælder til", "valid to";
            /// Whether it is valid until further notice, as acts of parliament are. `to` is then absent.
            pub open_ended: Option<bool> = "gælder indtil videre", "valid until further notice";
        }
    }
}

record! {
    /// A remark on a section of the document.
    pub struct Note: "note", "note", says text {
        mandatory {
            /// The remark.
            pub text: Text = "tekst", "text";
        }
        optional {
            /// The section.
            pub section: Option<SectionNumber> = "afsnit", "section";
        }
    }
}

impl FrameworkDocument {
    /// Returns `true` if it ends before it begins, whichever days the two dates mean.
    pub(crate) fn is_backwards(&self) -> bool {
        backwards(self.from, self.to).is_some()
    }
}

impl DevelopmentAgreement {
    /// The period that the agreement covers: the stated one, or else the calendar year of its title.
    ///
    /// Returns `None` if neither is stated, or if the year is not one of 1 to 9999.
    #[must_use]
    pub fn running_period(&self) -> Option<Period> {
        self.period.or_else(|| Period::year(i32::from(self.year?)))
    }

    /// How many whole years it covers; 1 if it covers less, or if its period is not stated.
    pub(crate) fn whole_years(&self) -> u64 {
        let years = self.running_period().and_then(|period| period.end.succ_opt()?.years_since(period.start));
        u64::from(years.unwrap_or_default().max(1))
    }

    /// The earliest deadline of all follow-ups, those of the focus areas included.
    ///
    /// The deadline of a follow-up in a month, or *ultimo*, is the last day of that time (R-178). Returns
    /// `None` if no follow-up has a deadline.
    #[must_use]
    pub fn first_follow_up(&self) -> Option<NaiveDate> {
        let period = self.running_period();
        let times = self.all_follow_ups().filter_map(|follow_up| follow_up.when.as_ref());
        times.filter_map(|when| when.first_deadline(period.as_ref())).min()
    }

    /// The follow-ups of the areas, then those of the whole agreement.
    pub(crate) fn all_follow_ups(&self) -> impl Iterator<Item = &FollowUp> + Clone {
        self.focus_areas.iter().flat_map(|area| &area.follow_ups).chain(&self.follow_ups)
    }

    /// Returns `false` if the stated period has no day in the stated year.
    pub(crate) fn period_fits_year(&self) -> bool {
        match (self.period, self.year) {
            (Some(period), Some(year)) => {
                Period::year(i32::from(year)).is_some_and(|year| period.overlaps(&year))
            }
            _ => true,
        }
    }
}
