//! Which kind a body is of and which community it is, who runs a service, and which service a department belongs to.

use alloc::vec::Vec;
use core::any::Any;

use chrono::NaiveDate;
use uuid::Uuid;

use super::times::{AtTimes, Said, Time};
use super::{Adding, Around, Place, hash};
use crate::agreement::{Participation, ServiceRef};
use crate::body::{Body, BodyKind};
use crate::community::{ImprovementCommunity, SteeringGroup};
use crate::date::PartialDate;
use crate::goal::Citizen;
use crate::id::{Id, Subject};
use crate::keyed::Keyed;
use crate::organisation::{Department, LegalBasis, Operator, SocialService};
use crate::report::Path;
use crate::sorted::sort_by_key;
use crate::text::Text;

/// What documents say of bodies and services, each with the first document that says it.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Ties {
    kinds: Keyed<Uuid, (BodyKind, u32)>,
    /// The communities that say which body they are.
    communities: Keyed<Uuid, Vec<OfBody>>,
    operators: Keyed<Uuid, (Subject, AtTimes<Named>)>,
    departments: Keyed<Uuid, (Subject, AtTimes<OfService>)>,
    /// The provisions that services are run under: those that differ.
    provisions: Keyed<Uuid, Vec<(u32, Vec<u16>)>>,
    /// A body of another kind.
    pub(in crate::bundle) other_kinds: Vec<KindClash>,
    /// A community whose body is another community.
    pub(in crate::bundle) other_communities: Vec<CommunityClash>,
    /// A service that is run under other provisions.
    pub(in crate::bundle) other_provisions: Vec<ProvisionClash>,
}

/// How many different lists of provisions of a service are kept.
const MOST_PROVISIONS: usize = 8;

/// What distinguishes a community from another one.
#[derive(Debug, Clone, Copy)]
struct OfBody {
    id: Uuid,
    /// The hash of the topic.
    topic: u64,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    document: u32,
}

impl OfBody {
    /// Whether the two are different communities, and neither follows the other.
    fn differs(&self, other: &Self) -> bool {
        let ends_before =
            |one: &Self, next: &Self| one.ends_on.zip(next.starts_on).is_some_and(|(end, start)| end < start);
        self.id != other.id
            && self.topic != other.topic
            && !ends_before(self, other)
            && !ends_before(other, self)
    }
}

/// A community whose body is another community in an earlier document.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct CommunityClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) community: Subject,
    pub(in crate::bundle) first: u32,
}

/// An operator, with the hash of its name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    id: Uuid,
    name: Option<u64>,
}

impl Named {
    pub(super) fn of(id: Id<Operator>, name: Option<&Text>) -> Self {
        Self { id: id.uuid(), name: hash::of_name(name) }
    }
}

/// The service of a department.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct OfService {
    service: Uuid,
    /// Whether a caseload says it, which can say for which day.
    is_of_caseload: bool,
}

/// A body that is of another kind in an earlier document.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct KindClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) body: Subject,
    pub(in crate::bundle) here: BodyKind,
    pub(in crate::bundle) there: BodyKind,
    pub(in crate::bundle) first: u32,
}

/// A service that has another operator in an earlier document.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct OperatorClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) service: Subject,
    pub(in crate::bundle) first: u32,
    /// Whether both documents call it the same.
    pub(in crate::bundle) same_name: bool,
}

/// A department that belongs to another service in an earlier document.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct DepartmentClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) department: Subject,
    pub(in crate::bundle) first: u32,
}

/// A service that is run under none of the sections of an earlier document.
#[derive(Debug, Clone)]
pub(in crate::bundle) struct ProvisionClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) service: Subject,
    pub(in crate::bundle) first: u32,
    pub(in crate::bundle) here: Vec<u16>,
    pub(in crate::bundle) there: Vec<u16>,
}

/// The sections of the act on social services, in order. Empty if a provision is in words, which can be any of them.
fn sections(service: &SocialService) -> Vec<u16> {
    let section = |basis: &LegalBasis| match basis {
        LegalBasis::SocialServices { paragraph } => Some(*paragraph),
        LegalBasis::Other { .. } => None,
    };
    let mut sections: Vec<u16> =
        service.legal_basis.iter().map(section).collect::<Option<_>>().unwrap_or_default();
    sort_by_key(&mut sections, |section| *section);
    sections.dedup();
    sections
}

fn kind_of(record: &dyn Any) -> Option<(Id<Body>, BodyKind)> {
    if let Some(one) = record.downcast_ref::<Body>() {
        return Some((one.id, one.kind));
    }
    if let Some(one) = record.downcast_ref::<Participation>() {
        return Some((one.body, one.kind));
    }
    if let Some(one) = record.downcast_ref::<ImprovementCommunity>() {
        return Some((one.body?, BodyKind::Community));
    }
    let one = record.downcast_ref::<SteeringGroup>()?;
    Some((one.body, BodyKind::SteeringGroup))
}

impl Ties {
    /// The service that a department belongs to; `None` if it has moved from one to another.
    pub(super) fn service_of(&self, department: Uuid) -> Option<Uuid> {
        self.departments.get(department)?.1.only(|one| one.service).map(|one| one.service)
    }

    pub(super) fn record(
        &mut self,
        record: &dyn Any,
        around: &Around,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        if let Some(community) = record.downcast_ref::<ImprovementCommunity>() {
            self.community(community, at, adding);
        }
        if let Some((body, here)) = kind_of(record) {
            self.kind(body, here, at, adding);
        } else if let Some(service) = record.downcast_ref::<SocialService>() {
            self.operator(service.id, around.operator, around.time(), at, adding);
            self.provisions(service, at, adding);
            let list = at.key("departments");
            for (n, one) in service.departments.iter().enumerate() {
                self.department(one.id, service.id, around, &list.item(n, one.id), adding);
            }
        } else if let Some(service) = record.downcast_ref::<ServiceRef>() {
            let operator = service.operator.as_ref().map(|one| Named::of(one.id, one.name.as_ref()));
            self.operator(service.id, operator, around.time(), at, adding);
        } else if let Some(citizen) = record.downcast_ref::<Citizen>()
            && let Some((department, service)) = citizen.department.zip(citizen.service)
            // In a caseload it is compared with the service of the caseload (`GOL018`).
            && around.whole == Some(citizen.id.subject())
        {
            self.department(department, service, around, &at.key("department"), adding);
        }
    }

    fn kind(&mut self, body: Id<Body>, here: BodyKind, at: &Path<'_>, adding: &mut Adding<'_>) {
        let (there, first) = self.kinds.first(body.uuid(), (here, adding.number));
        // Two kinds in one document are a matter of that document.
        if there != here && first != adding.number {
            let (place, body) = (adding.place(at), body.subject());
            self.other_kinds.push(KindClash { place, body, here, there, first });
        }
    }

    fn community(&mut self, one: &ImprovementCommunity, at: &Path<'_>, adding: &mut Adding<'_>) {
        let Some((body, topic)) = one.body.zip(hash::of_name(one.topic.as_ref())) else { return };
        let charter = one.charter.as_ref();
        let this = OfBody {
            id: one.id.uuid(),
            topic,
            starts_on: charter.and_then(|charter| charter.starts_on).map(PartialDate::first_day),
            ends_on: charter.and_then(|charter| charter.ends_on).map(PartialDate::last_day),
            document: adding.number,
        };
        let mut others = self.communities.get(body.uuid()).into_iter().flatten();
        let other = others.find(|other| other.document != this.document && other.differs(&this));
        if let Some(OfBody { document: first, .. }) = other.copied() {
            let (place, community) = (adding.place(&at.key("body")), one.id.subject());
            self.other_communities.push(CommunityClash { place, community, first });
        }
        self.communities.push(body.uuid(), this);
    }

    fn operator(
        &mut self,
        service: Id<SocialService>,
        operator: Option<Named>,
        time: Time,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        let Some(operator) = operator else { return };
        let unsaid = || (service.subject(), AtTimes::default());
        let place = || adding.place(at);
        self.operators.update(service.uuid(), unsaid, |(_, known)| {
            known.add(operator, time, |operator| operator.id, place);
        });
    }

    /// The services that somebody else runs at the same time.
    pub(in crate::bundle) fn other_operators(&self) -> impl Iterator<Item = OperatorClash> {
        self.operators.values().iter().flat_map(|(service, operators)| {
            operators.clashes(|operator| operator.id).into_iter().map(|[one, other]| OperatorClash {
                place: one.place,
                service: *service,
                first: other.document(),
                same_name: one.value.name.is_some() && one.value.name == other.value.name,
            })
        })
    }

    fn provisions(&mut self, service: &SocialService, at: &Path<'_>, adding: &mut Adding<'_>) {
        let (here, document) = (sections(service), adding.number);
        if here.is_empty() {
            return;
        }
        let mut clash = None;
        self.provisions.update(service.id.uuid(), Vec::new, |known| {
            let is_apart = |(other, there): &&(u32, Vec<u16>)| {
                *other != document && there.iter().all(|one| here.binary_search(one).is_err())
            };
            clash = known.iter().find(is_apart).cloned();
            if known.len() < MOST_PROVISIONS && !known.iter().any(|(_, other)| *other == here) {
                known.push((document, here.clone()));
            }
        });
        if let Some((first, there)) = clash {
            let (place, service) = (adding.place(&at.key("legalBasis")), service.id.subject());
            self.other_provisions.push(ProvisionClash { place, service, first, here, there });
        }
    }

    fn department(
        &mut self,
        department: Id<Department>,
        service: Id<SocialService>,
        around: &Around,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        let unsaid = || (department.subject(), AtTimes::default());
        let place = || adding.place(at);
        let this = OfService { service: service.uuid(), is_of_caseload: around.is_of_caseload() };
        self.departments.update(department.uuid(), unsaid, |(_, known)| {
            known.add(this, around.time(), |one| (one.service, one.is_of_caseload), place);
        });
    }

    /// The departments that belong to another service at the same time. A caseload can show how it was on its day, before
    /// or after what an organisation or a citizen says, which cannot say for which day that is.
    pub(in crate::bundle) fn other_services(&self) -> impl Iterator<Item = DepartmentClash> {
        self.departments.values().iter().flat_map(|(department, services)| {
            let is_apart = |one: &Said<OfService>| {
                services.has_time() && one.time.is_none() && !one.value.is_of_caseload
            };
            let parts = [services.only_those(is_apart), services.only_those(|one| !is_apart(one))];
            let found = parts.map(|part| {
                let clash = |[one, other]: [&Said<OfService>; 2]| (one.place, other.document());
                part.clashes(|one| one.service).into_iter().map(clash).collect::<Vec<_>>()
            });
            let clash = |(place, first)| DepartmentClash { place, department: *department, first };
            found.into_iter().flatten().map(clash)
        })
    }
}
