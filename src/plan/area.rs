//! The areas and special units that a plan covers.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::date::{PartialDate, has_passed};
use crate::id::Id;
use crate::sorted::sorted;
use crate::text::{Folded, Text};

choice! {
    /// What a plan or one row of it covers.
    #[derive(Copy, PartialOrd, Ord)]
    pub enum PlanScope: "hvad planen omfatter", "what a plan covers" {
        /// All areas.
        AllAreas = "alle områder", "all areas";
        /// All special units (*specialenheder*).
        AllSpecialUnits = "alle specialenheder", "all special units";
        /// Some areas, which the plan does not name (*udvalgte områder*).
        SelectedAreas = "udvalgte områder", "selected areas";
        /// One area or special unit of the plan.
        Area = "ét område eller én specialenhed", "one area or special unit" {
            /// Which one.
            area: Option<Id<PlanArea>> = "område", "area";
        }
    }
}

words! {
    /// Whether it is an area or a special unit.
    pub enum AreaKind: "områdets art", "kind of area" {
        /// An area with units of its own.
        Area = "område", "area";
        /// A special unit (*specialenhed*).
        SpecialUnit = "specialenhed", "special unit";
    }
}

record! {
    /// An area or special unit in which a plan is carried out.
    pub struct PlanArea: "område eller specialenhed", "area or special unit", id "planArea", says name {
        mandatory {
            /// Which of the two.
            pub kind: AreaKind = "art", "kind";
        }
        optional {
            /// The name.
            pub name: Option<Text> = "navn", "name";
            /// The last day of an area or special unit that is closed (*nedlagt*); absent for one that is not, or if the plan
            /// does not say. Afterwards nothing has to be continued there
            /// (`PLA013`), and nobody has to be in charge of it (`PLA019`, `PLA021`).
            #[doc(alias = "nedlagt")]
            pub until: Option<PartialDate> = "til og med", "until";
            /// The roles that own the change there (*forandringsejer*), such as the directorate.
            pub change_owners: Vec<Text> = "forandringsejere", "owners of the change";
            /// Which of the roles and bodies that the plan asks for it has; empty if the plan does not say.
            pub roles: Vec<Text> = "roller", "roles";
            /// Its units.
            pub units: Vec<PlanUnit> = "enheder", "units";
        }
    }
}

record! {
    /// A unit (*enhed*) of an area.
    pub struct PlanUnit: "enhed", "unit", says name {
        optional {
            /// The name.
            pub name: Option<Text> = "navn", "name";
            /// The roles that are responsible for the implementation in it, such as its leader (*forandringsaktør*).
            pub leaders: Vec<Text> = "ledere", "leaders";
            /// Which of the roles that the plan asks for it has; empty if the plan does not say.
            pub roles: Vec<Text> = "roller", "roles";
        }
    }
}

impl PlanScope {
    /// Returns `true` if it covers all of a kind.
    pub(crate) const fn covers_all(self, kind: AreaKind) -> bool {
        matches!(
            (self, kind),
            (Self::AllAreas, AreaKind::Area) | (Self::AllSpecialUnits, AreaKind::SpecialUnit)
        )
    }
}

impl PlanArea {
    /// Returns `true` if it has closed before that day.
    pub(crate) fn has_closed(&self, as_of: NaiveDate) -> bool {
        has_passed(self.until, as_of)
    }
}

/// How many of the roles are missing, whether written with capitals or not. Returns `None` if that is not stated.
pub(crate) fn lacking(required: &[Text], there: &[Text]) -> Option<usize> {
    sorted(
        |add| folded(there).for_each(add),
        |there| {
            let mut required = folded(required).peekable();
            if required.peek().is_some() && there.is_empty() {
                return None;
            }
            Some(required.filter(|role| there.binary_search(role).is_err()).count())
        },
    )
}

fn folded(roles: &[Text]) -> impl Iterator<Item = Folded<'_>> {
    roles.iter().filter_map(|role| Folded::stated(Some(role)))
}
