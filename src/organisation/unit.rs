//! References to the units of an organisation, and the tree that they form.

use core::iter;

use super::{Department, Operator, SocialService, SpecialisedArea};
use crate::id::{Id, Subject};
use crate::keyed::Key;
use crate::sorted::sort_by;
use crate::text::Text;

choice! {
    /// A reference to one unit of an organisation, on any of its four levels.
    ///
    /// **Order:** by level, from the operator down, then by id.
    ///
    /// ```
    /// use kvalitetsmodel::id::Id;
    /// use kvalitetsmodel::organisation::{OrgUnit, SocialService};
    ///
    /// let unit = OrgUnit::from(Id::<SocialService>::from_u128(1));
    /// let text = r#"{"service":{"id":"00000000-0000-0000-0000-000000000001"}}"#;
    /// assert_eq!(serde_json::to_string(&unit)?, text);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "enhed")]
    #[derive(Copy, PartialOrd, Ord)]
    pub enum OrgUnit: "enhed", "unit" {
        /// An operator (*driftsherre*).
        Operator = "driftsherren", "the operator" {
            /// The operator's id.
            id: Id<Operator> = "driftsherre", "operator";
        }
        /// A specialised area (*specialområde*).
        Area = "specialområdet", "the specialised area" {
            /// The area's id.
            id: Id<SpecialisedArea> = "specialområde", "specialised area";
        }
        /// A social service (*tilbud*).
        Service = "tilbuddet", "the service" {
            /// The service's id.
            id: Id<SocialService> = "tilbud", "service";
        }
        /// A department (*afdeling*).
        Department = "afdelingen", "the department" {
            /// The department's id.
            id: Id<Department> = "afdeling", "department";
        }
    }
}

impl Key for OrgUnit {
    type Stored = [u64; 4];

    fn stored(&self) -> [u64; 4] {
        let level: u8 = match self {
            Self::Operator { .. } => 0,
            Self::Area { .. } => 1,
            Self::Service { .. } => 2,
            Self::Department { .. } => 3,
        };
        (level, self.subject().id).stored()
    }
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

unit_from! {
    Id<Operator> => Operator,
    Id<SpecialisedArea> => Area,
    Id<SocialService> => Service,
    Id<Department> => Department,
}

/// A unit of an [`Operator`], by reference.
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
    /// The reference to this unit.
    #[must_use]
    pub const fn unit(self) -> OrgUnit {
        match self {
            Self::Operator(one) => OrgUnit::Operator { id: one.id },
            Self::Area(one) => OrgUnit::Area { id: one.id },
            Self::Service(one) => OrgUnit::Service { id: one.id },
            Self::Department(one) => OrgUnit::Department { id: one.id },
        }
    }

    /// The name. Returns `None` if it is not stated.
    #[must_use]
    pub const fn name(self) -> Option<&'a Text> {
        match self {
            Self::Operator(one) => one.name.as_ref(),
            Self::Area(one) => one.name.as_ref(),
            Self::Service(one) => one.name.as_ref(),
            Self::Department(one) => one.name.as_ref(),
        }
    }

    /// The units directly below this one, in document order.
    pub fn children(self) -> impl Iterator<Item = OrgNode<'a>> {
        let (areas, services, departments) = self.lists();
        areas
            .iter()
            .map(OrgNode::Area)
            .chain(services.iter().map(OrgNode::Service))
            .chain(departments.iter().map(OrgNode::Department))
    }

    /// All units below this one, in document order: each one before the units below it.
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
    /// All units in document order, starting with the operator itself.
    pub fn units(&self) -> impl Iterator<Item = OrgNode<'_>> {
        let root = OrgNode::Operator(self);
        iter::once(root).chain(root.below())
    }

    /// Returns `None` if the unit is not part of this organisation.
    #[must_use]
    pub fn find(&self, unit: OrgUnit) -> Option<OrgNode<'_>> {
        self.units().find(|node| node.unit() == unit)
    }

    /// The units directly below `unit`.
    ///
    /// None of them is part of another, so their figures can be added up:
    /// [`TargetFigure::evaluate`](crate::target_figure::TargetFigure::evaluate) expects them. Empty for a
    /// department, and for a unit that is not part of this organisation.
    pub fn children_of(&self, unit: OrgUnit) -> impl Iterator<Item = OrgUnit> {
        self.find(unit).into_iter().flat_map(OrgNode::children).map(OrgNode::unit)
    }

    /// All units below `unit`, on every level.
    ///
    /// A service also counts what its departments count. Select the units of one level before adding up
    /// figures, or check the selection with [`nested`](Self::nested).
    pub fn below(&self, unit: OrgUnit) -> impl Iterator<Item = OrgUnit> {
        self.find(unit).into_iter().flat_map(OrgNode::below).map(OrgNode::unit)
    }

    /// Finds a unit and another one that is part of it, so that a sum of both would count something twice.
    ///
    /// The outer unit comes first. Returns `None` if no unit is part of another.
    ///
    /// ```
    /// use kvalitetsmodel::id::Id;
    /// use kvalitetsmodel::organisation::{Department, Operator, OrgUnit, SocialService};
    ///
    /// let mut service = SocialService::new(Id::from_u128(2));
    /// service.departments = vec![Department::new(Id::from_u128(3))];
    /// let (upper, lower) = (OrgUnit::from(service.id), OrgUnit::from(service.departments[0].id));
    /// let mut operator = Operator::new(Id::from_u128(1));
    /// operator.services = vec![service];
    /// assert_eq!(operator.nested(&[lower, upper]), Some((upper, lower)));
    /// assert_eq!(operator.nested(&[lower]), None);
    /// ```
    #[must_use]
    pub fn nested(&self, units: &[OrgUnit]) -> Option<(OrgUnit, OrgUnit)> {
        let mut units = units.to_vec();
        sort_by(&mut units, Ord::cmp);
        let is_one = |unit: &OrgUnit| units.binary_search(unit).is_ok();
        self.units().filter(|node| is_one(&node.unit())).find_map(|outer| {
            let inner = outer.below().map(OrgNode::unit).find(is_one)?;
            Some((outer.unit(), inner))
        })
    }
}
