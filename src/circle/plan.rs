//! What a project with learning circles plans.

use alloc::vec::Vec;

use crate::text::Text;

record! {
    /// What a project with learning circles plans. The numbers are those of the project, and none of them need be
    /// stated. What is stated binds: a circle whose participants are listed has as many, all of the roles and none of
    /// another sector (`CIR019`). Test actions (`CIR001`, `CIR002`) and leaders who are coached (`CIR016`) are compared
    /// with the plan as well. All other numbers are shown next to what was carried out, and no rule reports a
    /// difference.
    ///
    /// [`erantis`](Self::erantis) is the plan of one project, to be copied and changed.
    pub struct CirclePlan: "plan for et projekt med læringscirkler", "plan of a project with learning circles" {
        optional {
            /// How many circles (R-117).
            pub circles: Option<u32> = "antal læringscirkler", "number of circles";
            /// How many core elements (R-117).
            pub core_elements: Option<u32> = "antal kerneelementer", "number of core elements";
            /// **Unit:** people. The fewest in a circle (R-116).
            pub participants_at_least: Option<u32> = "deltagere i en cirkel, mindst", "participants of a circle, at least";
            /// **Unit:** people. The most in a circle, included (R-116).
            pub participants_at_most: Option<u32> = "deltagere i en cirkel, højst", "participants of a circle, at most";
            /// The roles that the participants of each circle are spread over, in the words that a circle has for them, in capitals or
            /// not (R-119).
            pub roles: Vec<Text> = "roller", "roles";
            /// The sectors that they come from, in the words that a circle has for them (R-120).
            pub sectors: Vec<Text> = "sektorer", "sectors";
            /// How often each circle meets (R-121).
            pub meetings_of_circle: Option<u32> = "møder i hver cirkel", "meetings of each circle";
            /// Whether every meeting works with test actions (R-122).
            pub test_actions_at_every_meeting: Option<bool> =
                "prøvehandlinger på hvert møde", "test actions at every meeting";
            /// Whether test actions follow PDSA (R-123). If so, each of them is a PDSA cycle, and every meeting names as many in `cycles` as
            /// it says in `testActions`.
            pub test_actions_follow_pdsa: Option<bool> = "prøvehandlinger efter PDSA", "test actions follow PDSA";
            /// How many workshops for all circles (R-125).
            pub workshops: Option<u32> = "antal workshops", "number of workshops";
            /// How many seminars (R-126).
            pub seminars: Option<u32> = "antal seminarer", "number of seminars";
            /// **Unit:** months. From one workshop of the leaders to the next, at most (R-127).
            pub leader_workshop_months: Option<u32> =
                "måneder mellem lederworkshops", "months between leader workshops";
            /// How many leaders are coached.
            pub leaders: Option<u32> = "antal ledere", "number of leaders";
            /// How often each leader is coached (R-128).
            pub coaching_of_leader: Option<u32> = "coaching af hver leder", "coaching of each leader";
        }
    }
}

impl CirclePlan {
    /// The plan of the project erantis in Ikast-Brande Kommune. It does not say how many leaders there are (source:
    /// *erantis: Sådan arbejder vi i projektet*).
    #[must_use]
    pub fn erantis() -> Self {
        let texts = |texts: &[&'static str]| texts.iter().copied().map(Text::from).collect();
        Self {
            circles: Some(4),
            core_elements: Some(4),
            participants_at_least: Some(7),
            participants_at_most: Some(9),
            roles: texts(&[
                "social- og sundhedshjælper",
                "social- og sundhedsassistent",
                "sygeplejerske",
                "visitator",
                "terapeut",
                "leder",
            ]),
            sectors: texts(&["hjemmepleje", "sygepleje", "visitation og myndighed", "genoptræning"]),
            meetings_of_circle: Some(12),
            test_actions_at_every_meeting: Some(true),
            test_actions_follow_pdsa: Some(true),
            workshops: Some(3),
            seminars: Some(1),
            leader_workshop_months: Some(2),
            leaders: None,
            coaching_of_leader: Some(4),
        }
    }

    /// The fewest and the most seats in all circles (R-131). Each is `None` if the plan does not say enough.
    ///
    /// ```
    /// use kvalitetsmodel::circle::CirclePlan;
    ///
    /// assert_eq!(CirclePlan::erantis().seats(), (Some(28), Some(36)));
    /// assert_eq!(CirclePlan::erantis().meetings(), Some(48));
    /// assert_eq!(CirclePlan::erantis().coaching_sessions(), None); // it does not say how many leaders there are
    /// ```
    #[must_use]
    pub fn seats(&self) -> (Option<u64>, Option<u64>) {
        (times(self.circles, self.participants_at_least), times(self.circles, self.participants_at_most))
    }

    /// How many meetings all circles have together (R-131). Returns `None` if the plan does not say enough.
    #[must_use]
    pub fn meetings(&self) -> Option<u64> {
        times(self.circles, self.meetings_of_circle)
    }

    /// How many sessions of coaching all leaders have together (R-131). Returns `None` if the plan does not say enough.
    #[must_use]
    pub fn coaching_sessions(&self) -> Option<u64> {
        times(self.leaders, self.coaching_of_leader)
    }
}

/// The product; that of two `u32` fits.
fn times(one: Option<u32>, other: Option<u32>) -> Option<u64> {
    Some(u64::from(one?).saturating_mul(u64::from(other?)))
}
