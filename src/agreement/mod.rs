//! The development agreement (*drifts- og udviklingsaftale*).

mod agenda;
mod focus_area;
mod follow_up;
mod party;
pub(crate) mod rules;

use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

pub use agenda::{AgendaItem, Duty};
pub use focus_area::{Action, FocusArea, Participation, ScopeOfDuty, SupportTask};
pub use follow_up::{FollowUp, FollowUpForm};
pub use party::{Party, PartyRole};

use crate::date::{PartialDate, Period};
use crate::id::{AgreementId, BodyId, OperatorId, ServiceId, Subject, TypedId as _};
use crate::improvement::BodyKind;
use crate::report::Path;
use crate::report::unique_ids::WithIds;
use crate::section::SectionNumber;
use crate::text::Text;

/// A development agreement (*drifts- og udviklingsaftale*), as a draft: it holds whatever a real
/// document holds, and what it leaves unsaid is absent.
///
/// It is made between an operator's social director and the head of one social service, for a year
/// (source: *Drifts- og udviklingsaftale 2024, Roskildehjemmet*).
///
/// ```
/// use kvalitetsmodel::{Context, DevelopmentAgreement, check};
///
/// let agreement: DevelopmentAgreement = serde_json::from_str(
///     r#"{
///         "id": "00000000-0000-4000-8000-000000000001",
///         "service": { "id": "00000000-0000-4000-8000-000000000002" },
///         "year": 2024,
///         "parties": [
///             { "role": { "socialDirector": {} }, "named": true, "signedOn": "2024-01-09" },
///             { "role": { "headOfService": {} }, "named": false, "signedOn": "2024-01-10" }
///         ]
///     }"#,
/// )?;
/// let report = check(&agreement, &Context::new("2024-01-09".parse()?));
/// let codes: Vec<_> = report.findings().iter().map(|finding| finding.code().to_string()).collect();
/// assert_eq!(codes, ["AGR002"]); // the head of the service is not named
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "drifts- og udviklingsaftale")]
#[doc(alias = "driftsaftale")]
#[doc(alias = "performance agreement")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DevelopmentAgreement {
    /// Which agreement.
    pub id: AgreementId,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The service that it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceRef>,
    /// The year that it is named after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Its period, where the document states one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The two parties.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
    /// Signing days in the document of which the layout does not show whose they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unattributed_signing_days: Vec<PartialDate>,
    /// The table of contents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contents: Vec<ContentsEntry>,
    /// The policies and agreements that it stands under.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub framework: Vec<FrameworkDocument>,
    /// The bodies that the document sets up or describes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<Body>,
    /// The focus areas (*målområder*, *indsatsområder*).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub focus_areas: Vec<FocusArea>,
    /// How the agreement as a whole is followed up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<FollowUp>,
    /// What else is worth keeping of the document.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

/// A social service that a document speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceRef {
    /// Which service.
    pub id: ServiceId,
    /// What the document calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Who runs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator: Option<OperatorRef>,
}

/// An operator (*driftsherre*) that a document speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OperatorRef {
    /// Which operator.
    pub id: OperatorId,
    /// What the document calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
}

/// A line of a table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContentsEntry {
    /// The number of the section.
    pub number: SectionNumber,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
}

/// A policy, strategy or agreement that frames the choice of focus areas.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FrameworkDocument {
    /// Its title.
    pub title: Text,
    /// From when it is valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// Until when it is valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
}

/// A body that the document sets up or describes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Body {
    /// Which body.
    pub id: BodyId,
    /// What kind of body.
    pub kind: BodyKind,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
}

/// A remark on a section of the document.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Note {
    /// Which section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    /// The remark.
    pub text: Text,
}

impl DevelopmentAgreement {
    /// An agreement of which nothing is stated yet.
    #[must_use]
    pub const fn new(id: AgreementId) -> Self {
        Self {
            id,
            title: None,
            service: None,
            year: None,
            period: None,
            parties: Vec::new(),
            unattributed_signing_days: Vec::new(),
            contents: Vec::new(),
            framework: Vec::new(),
            bodies: Vec::new(),
            focus_areas: Vec::new(),
            follow_ups: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// The period that the agreement runs over: the one stated, otherwise the calendar year it is
    /// named after.
    #[must_use]
    pub fn running_period(&self) -> Option<Period> {
        self.period.or_else(|| Period::year(i32::from(self.year?)))
    }

    /// The earliest day by which a follow-up is to have taken place.
    ///
    /// A follow-up by a month, or *ultimo*, counts with its last possible day (R-178).
    #[must_use]
    pub fn first_follow_up(&self) -> Option<NaiveDate> {
        let period = self.running_period();
        let areas = self.focus_areas.iter().flat_map(|area| &area.follow_ups);
        areas.chain(&self.follow_ups).filter_map(|follow_up| follow_up.deadline(period.as_ref())).min()
    }

    /// Does the stated period belong to the named year?
    pub(crate) fn period_fits_year(&self) -> bool {
        match (self.period, self.year) {
            (Some(period), Some(year)) => {
                period.start.year() <= i32::from(year) && i32::from(year) <= period.end.year()
            }
            _ => true,
        }
    }
}

impl WithIds for DevelopmentAgreement {
    fn each_id(&self, at: &Path<'_>, each: &mut dyn FnMut(Subject, &Path<'_>)) {
        each(self.id.subject(), at);
        let list = at.key("bodies");
        for (n, body) in self.bodies.iter().enumerate() {
            each(body.id.subject(), &list.item(n, body.id));
        }
        let list = at.key("focusAreas");
        for (n, area) in self.focus_areas.iter().enumerate() {
            area.each_id(&list.item(n, area.id), each);
        }
        let list = at.key("followUps");
        for (n, one) in self.follow_ups.iter().enumerate() {
            each(one.id.subject(), &list.item(n, one.id));
        }
    }
}

impl WithIds for FocusArea {
    fn each_id(&self, at: &Path<'_>, each: &mut dyn FnMut(Subject, &Path<'_>)) {
        each(self.id.subject(), at);
        let list = at.key("actions");
        for (n, one) in self.actions.iter().enumerate() {
            each(one.id.subject(), &list.item(n, one.id));
        }
        let list = at.key("targets");
        for (n, one) in self.targets.iter().enumerate() {
            each(one.id.subject(), &list.item(n, one.id));
        }
        let list = at.key("followUps");
        for (n, one) in self.follow_ups.iter().enumerate() {
            each(one.id.subject(), &list.item(n, one.id));
        }
    }
}
