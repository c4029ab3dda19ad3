//! The regions' common projects: surveys, indicator programmes and development projects.

use alloc::vec::Vec;

use super::Name;
use crate::body::Membership;
use crate::date::PartialDate;
use crate::id::Id;
use crate::organisation::Operator;
use crate::text::Text;

record! {
    /// One of the regions' common quality projects (*fælles regionale kvalitetsprojekter*) that are part of the model: a
    /// survey, an indicator programme, a development project.
    ///
    /// Indicators can take their figures from it ([`Indicator::projects`](super::Indicator::projects)): the social
    /// indicator programmes are a foundation of the indicators, and yet most of them are left to each region (S-021).
    ///
    /// # Source
    ///
    /// *Dansk kvalitetsmodel for de regionale botilbud på det sociale område*, "Kvalitetsprojekter integreres" and
    /// "Trinvis gennemførelse". permit both full and no participation beyond the core, so they
    /// are data.
    #[doc(alias = "kvalitetsprojekt")]
    #[doc(alias = "SIP")]
    pub struct QualityProject: "fælles kvalitetsprojekt", "common quality project", id "qualityProject" {
        optional {
            /// The name.
            pub name: Option<Name> = "navn", "name";
            /// The kind of project.
            pub kind: Option<ProjectKind> = "slags", "kind";
            /// Whether all regions carry it out.
            pub part: Option<ProjectPart> = "kerne eller valgfrit", "core or optional";
            /// What is known of the participation of single regions.
            pub regions: Vec<RegionInProject> = "regioner", "regions";
        }
    }
}

words! {
    /// The kind of a common project.
    #[non_exhaustive]
    pub enum ProjectKind: "projektets slags", "kind of project" {
        /// A social indicator programme (*socialt indikatorprogram*, *SIP*): effort, results and effects.
        #[doc(alias = "socialt indikatorprogram")]
        IndicatorProgramme = "indikatorprogram", "indicator programme";
        /// A survey among users, relatives, staff or customers (*undersøgelse*).
        #[doc(alias = "bruger- og pårørendeundersøgelse")]
        Survey = "undersøgelse", "survey";
        /// A project that develops and tests something before anyone decides whether it is rolled out.
        #[doc(alias = "udviklingsprojekt")]
        Development = "udviklingsprojekt", "development project";
    }
}

words! {
    /// Whether a common project is part of the core.
    pub enum ProjectPart: "kerne eller valgfrit", "core or optional" {
        /// All regions carry it out, at the same time and on one timetable (*den fælles kerne*, R-079).
        #[doc(alias = "den fælles kerne")]
        Core = "den fælles kerne", "the common core";
        /// Each region decides to what extent it takes part.
        OptIn = "regionen bestemmer selv", "each region decides";
    }
}

record! {
    /// The participation of one region in a common project. Regions may be ahead of others.
    pub struct RegionInProject: "en regions deltagelse", "participation of a region" {
        optional {
            /// The region.
            pub region: Option<Id<Operator>> = "region", "region";
            /// The name of the region in the document.
            pub name: Option<Text> = "regionens navn", "name of the region";
            /// Whether it takes part. *Not stated* is not *no*.
            pub membership: Membership = "deltagelse", "membership";
            /// From when it takes part, or takes part no longer.
            pub from: Option<PartialDate> = "fra", "from";
            /// To what extent it takes part, in words; absent if it does not (`MOD033`).
            pub extent: Option<Text> = "omfang", "extent";
        }
    }
}
