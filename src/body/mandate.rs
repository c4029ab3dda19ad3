//! What a body may do, and who sits in it.

use crate::text::Text;

words! {
    /// What a body may do (*mandat*).
    ///
    /// # Source
    ///
    /// *Dansk kvalitetsmodel for de regionale botilbud* (2007), Organisering: working groups advise ("rådgivende status"), the
    /// secretariat words standards and indicators, and the steering group answers for them (R-089).
    ///
    /// ```
    /// use kvalitetsmodel::body::Mandate;
    ///
    /// assert!(Mandate::Decide.covers(Mandate::Approve));
    /// assert!(!Mandate::Word.covers(Mandate::Approve));
    /// assert!(Mandate::Word.covers(Mandate::Advise)); // advice binds nobody
    /// ```
    #[doc(alias = "mandat")]
    pub enum Mandate: "mandat", "mandate" {
        /// To advise (*rådgive*).
        Advise = "rådgive", "advise";
        /// To word what others approve (*formulere*).
        Word = "formulere", "word";
        /// To approve what others have worded (*godkende*).
        Approve = "godkende", "approve";
        /// To decide (*beslutte*).
        Decide = "beslutte", "decide";
    }
}

impl Mandate {
    /// Whether a body with this mandate may do that as well: one that decides may approve, and any body may advise.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self == other || other == Self::Advise || (self, other) == (Self::Decide, Self::Approve)
    }
}

words! {
    /// What somebody does in a body.
    #[non_exhaustive]
    pub enum SeatRole: "rolle i gruppen", "role in the body" {
        /// A member.
        Member = "medlem", "member";
        /// The chair (*formand*).
        #[doc(alias = "formand")]
        Chair = "formand", "chair";
        /// The secretary (*sekretær*).
        Secretary = "sekretær", "secretary";
        /// Invited to take part.
        Invited = "inviteret", "invited";
    }
}

record! {
    /// A seat in a body: whom it represents, never the name of a person.
    ///
    /// # Source
    ///
    /// *Tids- og handleplan for implementeringen af forløbsmodellen* (2017), 5: a chair and heads of areas and of quality; 3.2: a
    /// coordination group of two projects (R-112, R-113).
    pub struct Seat: "plads i gruppen", "seat in a body", says represents or role {
        optional {
            /// The organisation, unit or profession, such as *områdechef*.
            pub represents: Option<Text> = "repræsenterer", "represents";
            /// The role.
            pub role: Option<SeatRole> = "rolle", "role";
        }
    }
}
