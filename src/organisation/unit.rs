//! Units of an organisation: naming one, and finding the way in the tree.

use alloc::collections::BTreeSet;
use core::iter;

use serde::{Deserialize, Serialize};

use super::{Department, Operator, SocialService, SpecialisedArea};
use crate::id::{DepartmentId, OperatorId, ServiceId, SpecialisedAreaId, Subject, TypedId as _};
use crate::text::{Bilingual, Text};

/// Names one unit of an organisation, on any of its four levels.
///
/// **Order:** by level, from the operator down, then by id.
///
/// ```
/// use kvalitetsmodel::OrgUnit;
/// use kvalitetsmodel::id::ServiceId;
/// use uuid::Uuid;
///
/// let unit = OrgUnit::from(ServiceId::new(Uuid::from_u128(1)));
/// let text = r#"{"service":{"id":"00000000-0000-0000-0000-000000000001"}}"#;
/// assert_eq!(serde_json::to_string(&unit)?, text);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "enhed")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum OrgUnit {
    /// An operator (*driftsherre*).
    Operator {
        /// Which.
        id: OperatorId,
    },
    /// A specialised area (*specialområde*).
    Area {
        /// Which.
        id: SpecialisedAreaId,
    },
    /// A social service (*tilbud*).
    Service {
        /// Which.
        id: ServiceId,
    },
    /// A department (*afdeling*).
    Department {
        /// Which.
        id: DepartmentId,
    },
}

impl OrgUnit {
    /// The unit as the subject of a finding.
    #[must_use]
    pub fn subject(self) -> Subject {
        match self {
            Self::Operator { id } => id.subject(),
            Self::Area { id } => id.subject(),
            Self::Service { id } => id.subject(),
            Self::Department { id } => id.subject(),
        }
    }

    /// The words for its level.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Operator { .. } => Bilingual::new("driftsherren", "the operator"),
            Self::Area { .. } => Bilingual::new("specialområdet", "the specialised area"),
            Self::Service { .. } => Bilingual::new("tilbuddet", "the service"),
            Self::Department { .. } => Bilingual::new("afdelingen", "the department"),
        }
    }
}

macro_rules! unit_from {
    ($( $id:ty => $level:ident ),+ $(,)?) => {
        $( impl From<$id> for OrgUnit {
            fn from(id: $id) -> Self {
                Self::$level { id }
            }
        } )+
    };
}

unit_from!(OperatorId => Operator, SpecialisedAreaId => Area, ServiceId => Service, DepartmentId => Department);

/// A unit in the tree that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrgNode<'a> {
    /// An operator.
    Operator(&'a Operator),
    /// A specialised area.
    Area(&'a SpecialisedArea),
    /// A social service.
    Service(&'a SocialService),
    /// A department.
    Department(&'a Department),
}

impl<'a> OrgNode<'a> {
    /// Which unit it is.
    #[must_use]
    pub const fn unit(self) -> OrgUnit {
        match self {
            Self::Operator(one) => OrgUnit::Operator { id: one.id },
            Self::Area(one) => OrgUnit::Area { id: one.id },
            Self::Service(one) => OrgUnit::Service { id: one.id },
            Self::Department(one) => OrgUnit::Department { id: one.id },
        }
    }

    /// What it is called, if that is stated.
    #[must_use]
    pub const fn name(self) -> Option<&'a Text> {
        match self {
            Self::Operator(one) => one.name.as_ref(),
            Self::Area(one) => one.name.as_ref(),
            Self::Service(one) => one.name.as_ref(),
            Self::Department(one) => one.name.as_ref(),
        }
    }

    /// The units right under it, in document order.
    pub fn children(self) -> impl Iterator<Item = OrgNode<'a>> {
        let (areas, services, departments) = self.lists();
        areas
            .iter()
            .map(OrgNode::Area)
            .chain(services.iter().map(OrgNode::Service))
            .chain(departments.iter().map(OrgNode::Department))
    }

    /// All units under it, in document order: each before those under it.
    pub fn below(self) -> impl Iterator<Item = OrgNode<'a>> {
        let (areas, services, departments) = self.lists();
        areas
            .iter()
            .flat_map(|area| {
                iter::once(OrgNode::Area(area)).chain(area.services.iter().flat_map(with_departments))
            })
            .chain(services.iter().flat_map(with_departments))
            .chain(departments.iter().map(OrgNode::Department))
    }

    const fn lists(self) -> (&'a [SpecialisedArea], &'a [SocialService], &'a [Department]) {
        match self {
            Self::Operator(one) => (one.areas.as_slice(), one.services.as_slice(), &[]),
            Self::Area(one) => (&[], one.services.as_slice(), &[]),
            Self::Service(one) => (&[], &[], one.departments.as_slice()),
            Self::Department(_) => (&[], &[], &[]),
        }
    }
}

fn with_departments(service: &SocialService) -> impl Iterator<Item = OrgNode<'_>> {
    iter::once(OrgNode::Service(service)).chain(service.departments.iter().map(OrgNode::Department))
}

impl Operator {
    /// Every unit, the operator first, in document order.
    pub fn units(&self) -> impl Iterator<Item = OrgNode<'_>> {
        let root = OrgNode::Operator(self);
        iter::once(root).chain(root.below())
    }

    /// The unit in this tree; nothing if it is not there.
    #[must_use]
    pub fn find(&self, unit: OrgUnit) -> Option<OrgNode<'_>> {
        self.units().find(|node| node.unit() == unit)
    }

    /// The units right under `unit`: those that report to it.
    ///
    /// None of them lies inside another, so their figures can be summed: they are what
    /// [`TargetFigure::evaluate`](crate::TargetFigure::evaluate) expects. Empty for a department, and for a
    /// unit that is not in this tree.
    pub fn children_of(&self, unit: OrgUnit) -> impl Iterator<Item = OrgUnit> {
        self.find(unit).into_iter().flat_map(OrgNode::children).map(OrgNode::unit)
    }

    /// All units under `unit`, on every level.
    ///
    /// What a department counts, its service counts too: pick the units of one level, or see
    /// [`nested`](Self::nested), before figures are summed.
    pub fn below(&self, unit: OrgUnit) -> impl Iterator<Item = OrgUnit> {
        self.find(unit).into_iter().flat_map(OrgNode::below).map(OrgNode::unit)
    }

    /// Two of the units of which the second lies inside the first, so that a sum over both would count
    /// something twice; nothing if there are none.
    ///
    /// ```
    /// use kvalitetsmodel::id::{DepartmentId, OperatorId, ServiceId};
    /// use kvalitetsmodel::organisation::{Department, SocialService};
    /// use kvalitetsmodel::{Operator, OrgUnit};
    /// use uuid::Uuid;
    ///
    /// let mut service = SocialService::new(ServiceId::new(Uuid::from_u128(2)));
    /// service.departments = vec![Department::new(DepartmentId::new(Uuid::from_u128(3)))];
    /// let (upper, lower) = (OrgUnit::from(service.id), OrgUnit::from(service.departments[0].id));
    /// let mut operator = Operator::new(OperatorId::new(Uuid::from_u128(1)));
    /// operator.services = vec![service];
    /// assert_eq!(operator.nested(&[lower, upper]), Some((upper, lower)));
    /// assert_eq!(operator.nested(&[lower]), None);
    /// ```
    #[must_use]
    pub fn nested(&self, units: &[OrgUnit]) -> Option<(OrgUnit, OrgUnit)> {
        let units: BTreeSet<_> = units.iter().copied().collect();
        self.units().filter(|node| units.contains(&node.unit())).find_map(|outer| {
            let inner = outer.below().map(OrgNode::unit).find(|inner| units.contains(inner))?;
            Some((outer.unit(), inner))
        })
    }
}
