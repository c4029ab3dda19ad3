//! Who reports to whom: operator, specialised area, social service, department.

mod legal_basis;
pub(crate) mod rules;
mod unit;

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

pub use legal_basis::LegalBasis;
pub use unit::{OrgNode, OrgUnit};

use crate::id::{DepartmentId, OperatorId, ServiceId, SpecialisedAreaId, Subject};
use crate::report::Path;
use crate::report::unique_ids::WithIds;
use crate::text::{Bilingual, Text};

/// An operator (*driftsherre*) and everything it runs, as a draft.
///
/// Four levels: operator, specialised area (*specialområde*), social service (*tilbud*), department
/// (*afdeling*). A region may put areas between itself and its services; a municipality mostly does not,
/// so services stand under an area or directly under the operator.
///
/// # Source
///
/// *Drifts- og udviklingsaftale 2024, Roskildehjemmet*, section 1.5.3, counts "på det enkelte tilbud";
/// *Projekt SMARTE mål og delmål, afrapportering 2023* (Specialområde Hjerneskade) per department.
///
/// ```
/// use kvalitetsmodel::{Operator, OrgUnit};
///
/// let region: Operator = serde_json::from_str(
///     r#"{
///         "id": "00000000-0000-4000-8000-000000000001",
///         "name": "Region Midtjylland",
///         "kind": { "region": {} },
///         "areas": [{
///             "id": "00000000-0000-4000-8000-000000000002",
///             "name": "Specialområde Hjerneskade",
///             "services": [{
///                 "id": "00000000-0000-4000-8000-000000000003",
///                 "legalBasis": [{ "socialServices": { "paragraph": 108 } }],
///                 "departments": [{ "id": "00000000-0000-4000-8000-000000000004", "name": "Afdeling A" }]
///             }]
///         }]
///     }"#,
/// )?;
/// let area = OrgUnit::from(region.areas[0].id);
/// let service = OrgUnit::from(region.areas[0].services[0].id);
/// assert!(region.children_of(area).eq([service]));
/// assert_eq!(region.units().count(), 4);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "driftsherre")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Operator {
    /// Which operator.
    pub id: OperatorId,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// What kind of operator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<OperatorKind>,
    /// Its specialised areas.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<SpecialisedArea>,
    /// The services that stand directly under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<SocialService>,
}

/// What kind of operator (*driftsherre*) runs a service.
///
/// ```
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::organisation::OperatorKind;
///
/// let kind: OperatorKind = serde_json::from_str(r#"{ "municipality": {} }"#)?;
/// assert_eq!(kind.label().in_lang(Lang::Da), "kommune");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub enum OperatorKind {
    /// A region.
    Region {},
    /// A municipality (*kommune*).
    #[doc(alias = "kommune")]
    Municipality {},
    /// Another, such as a private foundation.
    Other {
        /// What people call it. Free text: it never enters a message.
        name: Text,
    },
}

impl OperatorKind {
    /// The word for it; another's own name is not given away.
    #[must_use]
    pub const fn label(&self) -> Bilingual {
        match self {
            Self::Region {} => Bilingual::new("region", "region"),
            Self::Municipality {} => Bilingual::new("kommune", "municipality"),
            Self::Other { .. } => Bilingual::new("anden driftsherre", "other operator"),
        }
    }
}

/// A specialised area (*specialområde*): the level between a region and its services.
#[doc(alias = "specialområde")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SpecialisedArea {
    /// Which area.
    pub id: SpecialisedAreaId,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Its services.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<SocialService>,
}

/// A social service (*tilbud*): the unit that is steered.
#[doc(alias = "tilbud")]
#[doc(alias = "botilbud")]
#[doc(alias = "residential service")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SocialService {
    /// Which service.
    pub id: ServiceId,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// The provisions that it is run under; empty where that is not stated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legal_basis: Vec<LegalBasis>,
    /// Its departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<Department>,
}

/// A department (*afdeling*) of a social service.
#[doc(alias = "afdeling")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Department {
    /// Which department.
    pub id: DepartmentId,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
}

impl Operator {
    /// An operator of which nothing is stated yet.
    #[must_use]
    pub const fn new(id: OperatorId) -> Self {
        Self { id, name: None, kind: None, areas: Vec::new(), services: Vec::new() }
    }

    /// Calls `each` with every unit and its place, in document order.
    pub(crate) fn each_unit(&self, at: &Path<'_>, each: &mut dyn FnMut(OrgNode<'_>, &Path<'_>)) {
        each(OrgNode::Operator(self), at);
        let areas = at.key("areas");
        for (n, area) in self.areas.iter().enumerate() {
            let area_at = areas.item(n, area.id);
            each(OrgNode::Area(area), &area_at);
            each_service(&area.services, &area_at, each);
        }
        each_service(&self.services, at, each);
    }
}

fn each_service(services: &[SocialService], at: &Path<'_>, each: &mut dyn FnMut(OrgNode<'_>, &Path<'_>)) {
    let list = at.key("services");
    for (n, service) in services.iter().enumerate() {
        let service_at = list.item(n, service.id);
        each(OrgNode::Service(service), &service_at);
        let departments = service_at.key("departments");
        for (n, department) in service.departments.iter().enumerate() {
            each(OrgNode::Department(department), &departments.item(n, department.id));
        }
    }
}

impl WithIds for Operator {
    fn each_id(&self, at: &Path<'_>, each: &mut dyn FnMut(Subject, &Path<'_>)) {
        self.each_unit(at, &mut |node, at| each(node.unit().subject(), at));
    }
}

impl SpecialisedArea {
    /// An area of which nothing is stated yet.
    #[must_use]
    pub const fn new(id: SpecialisedAreaId) -> Self {
        Self { id, name: None, services: Vec::new() }
    }
}

impl SocialService {
    /// A service of which nothing is stated yet.
    #[must_use]
    pub const fn new(id: ServiceId) -> Self {
        Self { id, name: None, legal_basis: Vec::new(), departments: Vec::new() }
    }
}

impl Department {
    /// A department of which nothing is stated yet.
    #[must_use]
    pub const fn new(id: DepartmentId) -> Self {
        Self { id, name: None }
    }
}
