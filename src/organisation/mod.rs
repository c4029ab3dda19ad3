//! Organisations: operator, specialised area, social service, department.

mod legal_basis;
pub(crate) mod rules;
mod unit;

use alloc::vec::Vec;

pub use legal_basis::LegalBasis;
pub use unit::{OrgNode, OrgUnit};

use crate::id::ExternalId;
use crate::text::Text;

record! {
    /// A draft of an operator (*driftsherre*) and everything that it runs.
    ///
    /// There are four levels: operator, specialised area (*specialområde*), social service (*tilbud*),
    /// department (*afdeling*). Regions usually have specialised areas and municipalities do not, so a
    /// service belongs either to an area or directly to the operator.
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024, Roskildehjemmet*, section 1.5.3, counts per service ("på det
    /// enkelte tilbud"); *Projekt SMARTE mål og delmål, afrapportering 2023* (Specialområde Hjerneskade)
    /// counts per department.
    ///
    /// ```
    /// use kvalitetsmodel::organisation::{Operator, OrgUnit};
    ///
    /// let region: Operator = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000001",
    ///         "name": "Region Midtjylland",
    ///         "kind": "region",
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
    pub struct Operator: "driftsherre", "operator", id "operator" {
        optional {
            /// The name.
            pub name: Option<Text> = "navn", "name";
            /// Its ids in other systems, such as its CVR number.
            pub external_ids: Vec<ExternalId> = "id'er i andre systemer", "ids in other systems";
            /// Whether it is a region, a municipality or another operator.
            pub kind: Option<OperatorKind> = "art", "kind";
            /// The specialised areas.
            pub areas: Vec<SpecialisedArea> = "specialområder", "specialised areas";
            /// The services that belong to no specialised area.
            pub services: Vec<SocialService> = "tilbud", "services";
        }
    }
}

choice! {
    /// The kinds of operators (*driftsherre*).
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::organisation::OperatorKind;
    ///
    /// let kind: OperatorKind = serde_json::from_str(r#""municipality""#)?;
    /// assert_eq!(kind.label().in_lang(Lang::Da), "kommune");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[non_exhaustive]
    pub enum OperatorKind: "art af driftsherre", "kind of operator" {
        /// A region.
        Region = "region", "region";
        /// A municipality (*kommune*).
        #[doc(alias = "kommune")]
        Municipality = "kommune", "municipality";
        /// Another operator, such as a private foundation.
        Other = "anden driftsherre", "other operator" {
            /// What people call this kind. Free text: it never appears in a message.
            name: Text = "navn", "name";
        }
    }
}

record! {
    /// A specialised area (*specialområde*): the level between an operator and its services.
    #[doc(alias = "specialområde")]
    pub struct SpecialisedArea: "specialområde", "specialised area", id "specialisedArea" {
        optional {
            /// The name.
            pub name: Option<Text> = "navn", "name";
            /// Its ids in other systems, such as a P-number.
            pub external_ids: Vec<ExternalId> = "id'er i andre systemer", "ids in other systems";
            /// The services.
            pub services: Vec<SocialService> = "tilbud", "services";
        }
    }
}

record! {
    /// A social service (*tilbud*): the unit that agreements are made with.
    #[doc(alias = "tilbud")]
    #[doc(alias = "botilbud")]
    #[doc(alias = "residential service")]
    pub struct SocialService: "tilbud", "service", id "service" {
        optional {
            /// The name.
            pub name: Option<Text> = "navn", "name";
            /// Its ids in other systems, such as a P-number or a SOR code.
            pub external_ids: Vec<ExternalId> = "id'er i andre systemer", "ids in other systems";
            /// The provisions that it is run under, each once; empty if they are not stated.
            pub legal_basis: Vec<LegalBasis> = "lovgrundlag", "legal basis";
            /// The departments.
            pub departments: Vec<Department> = "afdelinger", "departments";
        }
    }
}

record! {
    /// A department (*afdeling*) of a social service.
    #[doc(alias = "afdeling")]
    pub struct Department: "afdeling", "department", id "department" {
        optional {
            /// The name.
            pub name: Option<Text> = "navn", "name";
            /// Its ids in other systems, such as a P-number or a SOR code.
            pub external_ids: Vec<ExternalId> = "id'er i andre systemer", "ids in other systems";
        }
    }
}
