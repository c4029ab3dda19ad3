//! Focus areas (*målområder*, *indsatsområder*): the numbered sections of an agreement.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::FollowUp;
use crate::date::{Period, When};
use crate::id::{ActionId, BodyId, FocusAreaId, TypedId as _};
use crate::improvement::{BodyKind, Membership, StateAssessment};
use crate::section::SectionNumber;
use crate::sorted::{self, sorted};
use crate::target::{ChangeAim, Forum, TargetFigure};
use crate::text::{Bilingual, Text};

/// A focus area (*målområde*, *indsatsområde*): who must act, who takes part in what, what is done,
/// what is to be reached, and how it is followed up.
#[doc(alias = "målområde")]
#[doc(alias = "indsatsområde")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FocusArea {
    /// Which focus area.
    pub id: FocusAreaId,
    /// Its number in the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<SectionNumber>,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Whom its duties concern; empty where the document does not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scope: Vec<ScopeOfDuty>,
    /// Who takes part in what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participation: Vec<Participation>,
    /// What the service does (*indsats*).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
    /// What others do for the services: the department (*Socialafdelingens opgaver*), a working group,
    /// a network.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support_tasks: Vec<SupportTask>,
    /// The target figures (*måltal*).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<TargetFigure>,
    /// The follow-ups (*opfølgning*).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<FollowUp>,
}

/// Whom the duties of a focus area concern. An area can name several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum ScopeOfDuty {
    /// All services (*alle tilbud*).
    AllServices,
    /// The members of the improvement community alone.
    CommunityMembers,
    /// The members of a working group.
    WorkingGroupMembers,
    /// The members of a network.
    NetworkMembers,
    /// Named pilots.
    NamedPilots,
    /// Selected leaders.
    SelectedLeaders,
    /// Those whom a schedule will name.
    AwaitingSchedule,
}

/// What the document says of one body and the service's part in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Participation {
    /// Which body.
    pub body: BodyId,
    /// What kind of body.
    pub kind: BodyKind,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Does the service take part? Absent reads as *not stated*.
    #[serde(default, deserialize_with = "crate::absent::or_default")]
    pub membership: Membership,
    /// Where the document says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    /// The state assessment behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_assessment: Option<StateAssessment>,
}

/// An action (*indsats*) of the service.
#[doc(alias = "indsats")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Action {
    /// Which action.
    pub id: ActionId,
    /// Where the document states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    /// What is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// By when, or according to what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// What it is to change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aim: Option<ChangeAim>,
}

/// What the department (*Socialafdelingens opgave*) or a body does for the services.
#[doc(alias = "Socialafdelingens opgave")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupportTask {
    /// Where the document states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    /// The body that does it; absent for the department.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<BodyId>,
    /// What is done.
    pub text: Text,
}

impl ScopeOfDuty {
    /// The words for it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::AllServices => Bilingual::new("alle tilbud", "all services"),
            Self::CommunityMembers => {
                Bilingual::new("forbedringsfællesskabets medlemmer", "members of the improvement community")
            }
            Self::WorkingGroupMembers => {
                Bilingual::new("arbejdsgruppens medlemmer", "members of the working group")
            }
            Self::NetworkMembers => Bilingual::new("netværkets medlemmer", "members of the network"),
            Self::NamedPilots => Bilingual::new("navngivne piloter", "named pilots"),
            Self::SelectedLeaders => Bilingual::new("udvalgte ledere", "selected leaders"),
            Self::AwaitingSchedule => Bilingual::new("efter tidsplan", "according to schedule"),
        }
    }
}

impl FocusArea {
    /// A focus area of which nothing is stated yet.
    #[must_use]
    pub const fn new(id: FocusAreaId) -> Self {
        Self {
            id,
            number: None,
            title: None,
            scope: Vec::new(),
            participation: Vec::new(),
            actions: Vec::new(),
            support_tasks: Vec::new(),
            targets: Vec::new(),
            follow_ups: Vec::new(),
        }
    }

    /// Does the service take part in the community that agrees a figure?
    ///
    /// *Not stated* where nothing is said of that community.
    #[must_use]
    pub fn membership_of(&self, forum: Forum) -> Membership {
        self.with_memberships(|membership_of| membership_of(forum))
    }

    /// Hands `then` a way to ask for many memberships.
    pub(crate) fn with_memberships<R>(&self, then: impl FnOnce(&dyn Fn(Forum) -> Membership) -> R) -> R {
        let communities = self.participation.iter().filter(|part| part.kind == BodyKind::Community);
        let entries = communities.map(|part| (part.body.uuid(), part.membership));
        sorted(
            |put| entries.clone().for_each(put),
            |communities| {
                then(&|forum| {
                    let named = match forum {
                        Forum::Community { body: Some(body) } => sorted::of(communities, body.uuid()),
                        Forum::Community { body: None } => communities,
                        _ => &[],
                    };
                    // The same said twice is said; two communities, or yes and no, are not.
                    match named {
                        [first, others @ ..] if others.iter().all(|other| other == first) => first.1,
                        _ => Membership::NotStated,
                    }
                })
            },
        )
    }

    /// The earliest day by which a follow-up of this area is to have taken place.
    #[must_use]
    pub fn first_follow_up(&self, within: Option<&Period>) -> Option<NaiveDate> {
        self.follow_ups.iter().filter_map(|follow_up| follow_up.deadline(within)).min()
    }
}
