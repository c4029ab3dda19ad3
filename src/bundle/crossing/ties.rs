//! Of which kind a body is, and who runs a service.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::any::Any;

use uuid::Uuid;

use super::{Adding, Around, Place};
use crate::agreement::{Participation, ServiceRef};
use crate::body::{Body, BodyKind};
use crate::community::{ImprovementCommunity, SteeringGroup};
use crate::id::{Id, Subject};
use crate::organisation::{Operator, SocialService};
use crate::report::Path;

/// What documents say of bodies and services, each with the first document that says it.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Ties {
    kinds: BTreeMap<Uuid, (BodyKind, u32)>,
    operators: BTreeMap<Uuid, (Uuid, u32)>,
    /// A body of another kind.
    pub(in crate::bundle) other_kinds: Vec<KindClash>,
    /// A service that somebody else runs.
    pub(in crate::bundle) other_operators: Vec<OperatorClash>,
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
    pub(super) fn record(
        &mut self,
        record: &dyn Any,
        around: &Around,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        if let Some((body, here)) = kind_of(record) {
            self.kind(body, here, at, adding);
        } else if let Some(service) = record.downcast_ref::<SocialService>() {
            self.operator(service.id, around.operator, at, adding);
        } else if let Some(service) = record.downcast_ref::<ServiceRef>() {
            self.operator(service.id, service.operator.as_ref().map(|one| one.id), at, adding);
        }
    }

    fn kind(&mut self, body: Id<Body>, here: BodyKind, at: &Path<'_>, adding: &mut Adding<'_>) {
        let (there, first) = *self.kinds.entry(body.uuid()).or_insert((here, adding.number));
        // Two kinds in one document are a matter of that document.
        if there != here && first != adding.number {
            let (place, body) = (adding.place(at), body.subject());
            self.other_kinds.push(KindClash { place, body, here, there, first });
        }
    }

    fn operator(
        &mut self,
        service: Id<SocialService>,
        operator: Option<Id<Operator>>,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        let Some(operator) = operator.map(Id::uuid) else { return };
        let (there, first) = *self.operators.entry(service.uuid()).or_insert((operator, adding.number));
        if there != operator && first != adding.number {
            let (place, service) = (adding.place(at), service.subject());
            self.other_operators.push(OperatorClash { place, service, first });
        }
    }
}
