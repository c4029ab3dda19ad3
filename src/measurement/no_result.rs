//! Why a measurement has no result.

choice! {
    /// Why a measurement has no result (*intet resultat*). It is still a measurement: nothing is missing,
    /// and nothing is zero.
    ///
    /// ```
    /// use kvalitetsmodel::measurement::NoResult;
    ///
    /// let hidden: NoResult = serde_json::from_str(r#"{ "suppressed": { "below": 5 } }"#)?;
    /// assert_eq!(hidden, NoResult::Suppressed { below: Some(5) });
    /// let nobody: NoResult = serde_json::from_str(r#""none""#)?;
    /// assert_eq!(nobody, NoResult::Nothing);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy)]
    pub enum NoResult: "intet resultat", "no result" {
        /// There was nothing to measure: nobody was asked, or the department was closed.
        Nothing as "none" = "intet at måle på", "nothing to measure";
        /// The result exists and is not shown, so that nobody can be recognised (*diskretioneret*).
        #[doc(alias = "diskretioneret")]
        Suppressed = "skjult af hensyn til anonymitet", "suppressed to protect anonymity" {
            /// **Range:** above zero. The smallest number of people or cases for which results are shown: 5 if `<5` is
            /// shown instead.
            below: Option<u64> = "vises først fra", "shown from";
        }
    }
}
