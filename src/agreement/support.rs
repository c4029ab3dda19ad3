//! What others do for the services.

use alloc::vec::Vec;

use super::{DevelopmentAgreement, FollowUp};
use crate::body::Body;
use crate::date::{PartialDate, When};
use crate::id::Id;
use crate::section::SectionNumber;
use crate::text::Text;

record! {
    /// What the department (*Socialafdelingens opgave*) or a body does for the services.
    #[doc(alias = "Socialafdelingens opgave")]
    pub struct SupportTask: "støtteopgave", "support task", says text {
        mandatory {
            /// What is done.
            pub text: Text = "tekst", "text";
        }
        optional {
            /// The section that states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// The body that does it; absent if the department does it.
            pub by: Option<Id<Body>> = "udføres af", "done by";
            /// What kind of task it is, if it is one of those that recur.
            pub kind: Option<SupportKind> = "art", "kind";
            /// When it is done.
            pub when: Option<When> = "hvornår", "when";
            /// When it was done; absent if it is not done, or if the document does not say.
            pub done_on: Option<PartialDate> = "udført den", "done on";
            /// Its step, if the actions and support tasks of the area have an order: lower steps come first (1.7: first
            /// map the supervisors, then plan). If a later step is done, an earlier one whose deadline has passed must
            /// have `doneOn` (`AGR055`).
            ///
            /// **Range:** 0 to 255.
            pub step: Option<u8> = "trin", "step";
            /// The follow-ups that are planned by this task (1.8.2).
            pub plans: Vec<Id<FollowUp>> = "planlægger opfølgningerne", "plans the follow-ups";
        }
    }
}

words! {
    /// The kind of a support task that recurs in the areas of an agreement (R-045).
    #[non_exhaustive]
    pub enum SupportKind: "støtteopgavens art", "kind of support task" {
        /// Asking the human resources department for help (*kontakt til Koncern HR*).
        HumanResources = "kontakt til HR", "contact with human resources";
        /// Providing the regional guidelines and instructions that are needed.
        Guidelines = "regionale retningslinjer og instrukser", "regional guidelines and instructions";
        /// Having a working group set up, if one is needed.
        WorkingGroup = "nedsættelse af en arbejdsgruppe", "setting up a working group";
        /// Leading or facilitating a body.
        Facilitation = "facilitering", "facilitation";
    }
}

impl DevelopmentAgreement {
    /// What a body does for the services, in all areas. With `None`, what the department does.
    ///
    /// ```
    /// use kvalitetsmodel::agreement::{DevelopmentAgreement, FocusArea, SupportTask};
    /// use kvalitetsmodel::id::Id;
    ///
    /// let mut area = FocusArea::new(Id::from_u128(1));
    /// let by = Some(Id::from_u128(2));
    /// area.support_tasks = vec![SupportTask { by, ..SupportTask::new("planlægger".into()) }];
    /// let agreement = DevelopmentAgreement { focus_areas: vec![area], ..DevelopmentAgreement::new(Id::from_u128(3)) };
    /// assert_eq!(agreement.support_tasks_by(by).count(), 1);
    /// assert_eq!(agreement.support_tasks_by(None).count(), 0);
    /// ```
    pub fn support_tasks_by(&self, body: Option<Id<Body>>) -> impl Iterator<Item = &SupportTask> {
        self.focus_areas.iter().flat_map(|area| &area.support_tasks).filter(move |task| task.by == body)
    }
}
