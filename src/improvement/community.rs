//! The improvement community: who is in it, and what it works with.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{Aim, Measure, Membership, PdsaCycle, StateAssessment};
use crate::id::{BodyId, CommunityId, ServiceId, Subject, TypedId as _};
use crate::report::Path;
use crate::report::unique_ids::WithIds;
use crate::target::TargetFigure;
use crate::text::Text;

/// An improvement community (*forbedringsfællesskab*), as a draft: services that agree target figures
/// together and test changes before they are spread.
///
/// # Source
///
/// *Drifts- og udviklingsaftale 2024, Roskildehjemmet*, sections 1.1 and 1.3.2, 1.4.1, 1.5.1, 1.8.1. As a
/// term with a meaning of its own it is known from that agreement alone.
///
/// ```
/// use kvalitetsmodel::{Context, ImprovementCommunity, check, codes};
///
/// let community: ImprovementCommunity = serde_json::from_str(
///     r#"{
///         "id": "00000000-0000-4000-8000-000000000401",
///         "topic": "sick leave",
///         "monitoredProcess": "the 3-8-15 contact model",
///         "members": [{
///             "service": "00000000-0000-4000-8000-000000000402",
///             "membership": "nonMember",
///             "stateAssessment": { "showsNeed": false }
///         }],
///         "targets": [{
///             "service": "00000000-0000-4000-8000-000000000402",
///             "target": {
///                 "id": "00000000-0000-4000-8000-000000000403",
///                 "agreedBy": { "community": {} }, "state": "toBeAgreed"
///             }
///         }]
///     }"#,
/// )?;
/// let report = check(&community, &Context::new("2024-01-09".parse()?));
/// let codes: Vec<_> = report.findings().iter().map(|finding| finding.code()).collect();
/// assert_eq!(codes, [codes::IMP003]); // the figure binds a service that is not in the community
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "forbedringsfællesskab")]
#[doc(alias = "improvement collaborative")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImprovementCommunity {
    /// Which community.
    pub id: CommunityId,
    /// What it is about, in a word or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<Text>,
    /// The services that it speaks of, those that are said not to take part among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<CommunityMember>,
    /// Who steers it (*styregruppe*).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steering_group: Option<SteeringGroup>,
    /// The process whose monitoring it starts from (*kvalitetsovervågning af …*, R-035).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub monitored_process: Option<Text>,
    /// What it wants to accomplish (*mål*).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aims: Vec<Aim>,
    /// How it will know (*målinger*).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
    /// The target figures, each for one service (*differentierede mål*).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<MemberTarget>,
    /// Its tests, in any order; their links make the series.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cycles: Vec<PdsaCycle>,
}

/// What is said of one service and its part in the community.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CommunityMember {
    /// Which service.
    pub service: ServiceId,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Does it take part? Absent reads as *not stated*.
    #[serde(default, deserialize_with = "crate::absent::or_default")]
    pub membership: Membership,
    /// The state assessment behind it (*tilstandsvurdering*).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_assessment: Option<StateAssessment>,
}

/// Who steers a community (*styregruppe*).
#[doc(alias = "styregruppe")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SteeringGroup {
    /// Which body.
    pub body: BodyId,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
}

/// A target figure for one service: it binds that service alone, and only as a member (R-024).
///
/// # Source
///
/// *Drifts- og udviklingsaftale 2024*, section 1.1: the goals are differentiated after the state of each
/// service.
#[doc(alias = "differentierede udviklingsmål")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MemberTarget {
    /// The service that the figure is for.
    pub service: ServiceId,
    /// The figure.
    pub target: TargetFigure,
}

impl ImprovementCommunity {
    /// A community of which nothing is stated yet.
    #[must_use]
    pub const fn new(id: CommunityId) -> Self {
        Self {
            id,
            topic: None,
            members: Vec::new(),
            steering_group: None,
            monitored_process: None,
            aims: Vec::new(),
            measures: Vec::new(),
            targets: Vec::new(),
            cycles: Vec::new(),
        }
    }
}

impl CommunityMember {
    /// A service of which it is not said whether it takes part.
    #[must_use]
    pub const fn new(service: ServiceId) -> Self {
        Self { service, name: None, membership: Membership::NotStated, state_assessment: None }
    }
}

impl WithIds for ImprovementCommunity {
    fn each_id(&self, at: &Path<'_>, each: &mut dyn FnMut(Subject, &Path<'_>)) {
        each(self.id.subject(), at);
        let list = at.key("aims");
        for (n, aim) in self.aims.iter().enumerate() {
            each(aim.id.subject(), &list.item(n, aim.id));
        }
        let list = at.key("measures");
        for (n, measure) in self.measures.iter().enumerate() {
            each(measure.id.subject(), &list.item(n, measure.id));
        }
        let list = at.key("targets");
        for (n, one) in self.targets.iter().enumerate() {
            each(one.target.id.subject(), &list.item(n, one.target.id).key("target"));
        }
        let list = at.key("cycles");
        for (n, cycle) in self.cycles.iter().enumerate() {
            cycle.each_id(&list.item(n, cycle.id), each);
        }
    }
}
