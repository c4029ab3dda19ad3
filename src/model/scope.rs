//! To which services the standards of a set apply.

use chrono::NaiveDate;

use super::{StandardArea, StandardSet};
use crate::answers::all_of;
use crate::date::PartialDate;
use crate::organisation::LegalBasis;

record! {
    /// To which services the standards of one area apply (*omfang*), and from when.
    ///
    /// The scope differs by area (S-019), and the law changes: § 67 of 2007 is § 66 in guidelines of 2018. So both are
    /// data of a set, not rules.
    ///
    /// # Source
    ///
    /// *Dansk kvalitetsmodel for de regionale botilbud på det sociale område*, "Omfang og prioritering" (§§ 67, 107
    /// and 108) and "Faglige arbejdsgrupper" (the organisational standards are to apply to all regional social
    /// services, some of them at a later time).
    #[doc(alias = "omfang")]
    pub struct Scope: "omfang", "scope" {
        mandatory {
            /// The area whose standards apply.
            pub area: StandardArea = "område", "area";
            /// The services.
            pub services: CoveredServices = "tilbud", "services";
        }
        optional {
            /// The first day; absent if it is not stated.
            pub from: Option<PartialDate> = "fra", "from";
            /// The last day; absent if none is stated, and then the scope applies until further notice.
            pub until: Option<PartialDate> = "til og med", "until";
        }
    }
}

choice! {
    /// Services that a scope covers.
    #[non_exhaustive]
    pub enum CoveredServices: "omfattede tilbud", "services covered" {
        /// All social services (*alle de regionale sociale ydelser og tilbud*).
        All = "alle sociale tilbud", "all social services";
        /// The services that are run under one provision.
        Under = "tilbud efter en bestemmelse", "services under a provision" {
            /// The provision.
            provision: LegalBasis = "lovgrundlag", "legal basis";
        }
    }
}

impl Scope {
    /// Whether it covers, on a day, a service that is run under these provisions.
    fn covers(&self, provisions: &[LegalBasis], on: NaiveDate) -> Option<bool> {
        let has_begun = self.from.and_then(|from| {
            if on < from.first_day() { Some(false) } else { (from.last_day() <= on).then_some(true) }
        });
        let goes_on = self.until.map_or(Some(true), |until| {
            if until.last_day() < on { Some(false) } else { (on <= until.first_day()).then_some(true) }
        });
        let is_meant = match &self.services {
            CoveredServices::All => Some(true),
            CoveredServices::Under { .. } if provisions.is_empty() => None,
            CoveredServices::Under { provision } => Some(provisions.contains(provision)),
        };
        all_of([has_begun, goes_on, is_meant])
    }
}

impl StandardSet {
    /// Returns whether the standards of an area apply, on a day, to a service that is run under these provisions.
    ///
    /// Returns `None` if that is not stated: no scope for the area, none of the provisions of the service, or a date
    /// too imprecise to tell on which side of it the day is.
    ///
    /// ```
    /// use kvalitetsmodel::model::{GENERATION_1, StandardArea};
    /// use kvalitetsmodel::organisation::LegalBasis;
    ///
    /// let set = GENERATION_1.to_standard_set();
    /// let on = "2010-01-01".parse()?;
    /// let [home, activity] = [107, 104].map(|paragraph| [LegalBasis::SocialServices { paragraph }]);
    /// assert_eq!(set.applies_to(StandardArea::ServiceSpecific, &home, on), Some(true));
    /// assert_eq!(set.applies_to(StandardArea::ServiceSpecific, &activity, on), Some(false));
    /// // The organisational standards are to apply to these services, too, but it is not stated from when.
    /// assert_eq!(set.applies_to(StandardArea::Organisational, &activity, on), None);
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn applies_to(&self, area: StandardArea, provisions: &[LegalBasis], on: NaiveDate) -> Option<bool> {
        let mut answer = None;
        for scope in self.scope.iter().filter(|scope| scope.area == area) {
            match scope.covers(provisions, on) {
                Some(true) => return Some(true),
                Some(false) if answer.is_none() => answer = Some(Some(false)),
                Some(false) => {}
                None => answer = Some(None),
            }
        }
        answer.flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;
    use alloc::vec;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_scope_is_dated_and_says_when_it_does_not_know() {
        let under =
            |paragraph| CoveredServices::Under { provision: LegalBasis::SocialServices { paragraph } };
        let scope = |paragraph, from: Option<&str>, until: Option<&str>| Scope {
            from: from.map(|text| text.parse().unwrap()),
            until: until.map(|text| text.parse().unwrap()),
            ..Scope::new(StandardArea::ServiceSpecific, under(paragraph))
        };
        let mut set = StandardSet::new(Id::from_u128(1));
        let child = [LegalBasis::SocialServices { paragraph: 66 }];
        let ask = |set: &StandardSet, on| set.applies_to(StandardArea::ServiceSpecific, &child, day(on));
        assert_eq!(ask(&set, "2018-01-01"), None);
        set.scope = vec![scope(67, Some("2007"), Some("2010-12-31"))];
        assert_eq!(ask(&set, "2008-01-01"), Some(false));
        set.scope.push(scope(66, Some("2011"), Some("2018")));
        assert_eq!(ask(&set, "2010-12-31"), Some(false));
        assert_eq!(ask(&set, "2011-01-01"), None);
        assert_eq!(ask(&set, "2011-12-31"), Some(true));
        assert_eq!(ask(&set, "2018-01-01"), Some(true));
        assert_eq!(ask(&set, "2018-01-02"), None);
        assert_eq!(ask(&set, "2019-01-01"), Some(false));
        assert_eq!(set.applies_to(StandardArea::Organisational, &child, day("2012-01-01")), None);
        assert_eq!(set.applies_to(StandardArea::ServiceSpecific, &[], day("2012-06-01")), None);
        set.scope = vec![scope(66, None, None)];
        assert_eq!(ask(&set, "2018-01-01"), None);
        // What is certain decides, wherever it is in the list.
        set.scope.push(scope(66, Some("2011"), None));
        set.scope.push(scope(67, None, None));
        assert_eq!(ask(&set, "2018-01-01"), Some(true));
    }
}
