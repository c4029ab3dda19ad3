//! The basis of a check, as it is written with its result.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Context, Figures, Profile, Suppression, SwitchedOff};
use crate::Lang;
use crate::codes::RuleCode;
use crate::rule::{CustomRule, RULE_EDITION};
use crate::text::{Text, error_type, list};

record! {
    /// Under what a draft was checked, as a report and a final document state it.
    ///
    /// Only a check makes one. In a text that was read it is a claim.
    ///
    /// The name of a profile proves nothing, so the stamp lists whatever made the check easier or stricter than the
    /// crate's own rules and figures: rules switched off, suppressions active on the day, other figures, custom rules. If it
    /// lists none of these, every rule was applied as the crate defines it.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, Draft as _, agreement::DevelopmentAgreement, codes};
    /// use kvalitetsmodel::{document::Document, id::Id, report::Profile, text::NonBlank};
    ///
    /// let reason = NonBlank::new("the community's figures come with the spring round")?;
    /// let profile = Profile::named("general").without(codes::AGR011, reason);
    /// let agreement = DevelopmentAgreement::new(Id::from_u128(2));
    /// let proof = agreement.validate(&Context::new("2024-01-15".parse()?).with_profile(profile))?;
    /// let document = Document::finalise(Id::from_u128(1), proof);
    /// assert_eq!(
    ///     serde_json::to_value(&document)?["validation"]["switchedOff"][0]["code"],
    ///     "AGR011",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Stamp: "validering", "validation" {
        fields {
            /// The day that was checked for.
            pub(crate) as_of: NaiveDate = "valideringsdato", "date of validation";
            // If it is read from a text it can be anything, so `Debug` must not show it.
            /// Only the name.
            pub(crate) profile: Text = "profil", "profile";
            /// Kept as it was read, even if it states the figures of the general profile.
            pub(crate) figures: Option<Figures> = "tal", "figures";
            /// The rules that the profile switched off.
            pub(crate) switched_off: Vec<SwitchedOff> = "slået fra", "switched off";
            /// The findings that were accepted on the day.
            pub(crate) suppressed: Vec<Suppression> = "accepteret", "suppressed";
            /// The caller's custom rules that were also checked.
            pub(crate) custom_rules: Vec<RuleCode> = "egne regler", "custom rules";
            /// The edition of the rules.
            pub(crate) rule_edition: u32 = "regeludgave", "rule edition";
        }
    }
}

/// Custom rules that a [`Stamp`] names but that were not given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct MissingCustomRules {
    /// Their codes.
    pub codes: Vec<RuleCode>,
}

error_type! {
    MissingCustomRules,
    kind |_| "missingCustomRules",
    says |error, lang, f| {
        f.write_str(match lang {
            Lang::Da => "kontrollen brugte egne regler, som ikke er leveret med: ",
            Lang::En => "the check used custom rules that were not supplied: ",
        })?;
        list(error.codes.iter().map(RuleCode::as_str), f)
    },
    "codes": |error: &MissingCustomRules| Some(error.codes.clone()),
}

impl Stamp {
    pub(crate) fn of(context: &Context) -> Self {
        let (as_of, profile) = (context.as_of(), context.profile());
        let active = context.suppressions().iter().filter(|suppression| suppression.is_active(as_of));
        Self {
            as_of,
            profile: Text::from(profile.name()),
            figures: Some(profile.figures().clone()).filter(|figures| *figures != Figures::GENERAL),
            switched_off: profile.switched_off().to_vec(),
            suppressed: active.cloned().collect(),
            custom_rules: context.custom_rules().iter().map(CustomRule::code).collect(),
            rule_edition: RULE_EDITION,
        }
    }

    /// The day that the check was made for.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The [name](Profile::name) of the profile, which proves nothing.
    #[must_use]
    pub fn profile(&self) -> &str {
        self.profile.as_str()
    }

    /// The figures of the profile. They are written if they are not [`Figures::GENERAL`].
    #[must_use]
    pub const fn figures(&self) -> &Figures {
        static GENERAL: Figures = Figures::GENERAL;
        match &self.figures {
            Some(figures) => figures,
            None => &GENERAL,
        }
    }

    /// The rules that the profile switched off, whether or not they concern this kind of draft.
    #[must_use]
    pub fn switched_off(&self) -> &[SwitchedOff] {
        &self.switched_off
    }

    /// The suppressions that were active on the day, whether or not they covered a finding.
    #[must_use]
    pub fn suppressed(&self) -> &[Suppression] {
        &self.suppressed
    }

    /// The codes of the caller's custom rules.
    #[must_use]
    pub fn custom_rules(&self) -> &[RuleCode] {
        &self.custom_rules
    }

    /// The edition of the rules; [`RULE_EDITION`] for a check of this crate.
    #[must_use]
    pub const fn rule_edition(&self) -> u32 {
        self.rule_edition
    }

    /// The context in which the check can be repeated, with those of the `custom` rules that the stamp names.
    ///
    /// The stamp was written by whoever wrote the document, and can switch rules off. A check that succeeds under it
    /// proves no more than the stamp: look at [`switched_off`](Self::switched_off), [`suppressed`](Self::suppressed),
    /// [`figures`](Self::figures) and [`custom_rules`](Self::custom_rules) before you accept it. The rules may have changed
    /// since, if the [edition](Self::rule_edition) differs. Suppressions that were not active on the day are not
    /// in it.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, Draft as _, agreement::DevelopmentAgreement, document::Document, id::Id};
    ///
    /// let context = Context::new("2024-01-15".parse()?);
    /// let proof = DevelopmentAgreement::new(Id::from_u128(2)).validate(&context)?;
    /// let document = Document::finalise(Id::from_u128(1), proof);
    /// let stamp = document.claimed_stamp().expect("final");
    /// assert_eq!(stamp.context([])?, context);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`MissingCustomRules`] if the stamp names a custom rule that is not given.
    pub fn context(
        &self,
        custom: impl IntoIterator<Item = CustomRule>,
    ) -> Result<Context, MissingCustomRules> {
        let profile = Profile::named(String::from(self.profile())).with_figures(self.figures().clone());
        let profile = self
            .switched_off
            .iter()
            .fold(profile, |profile, off| profile.without(off.code, off.reason.clone()));
        let context = Context::new(self.as_of).with_profile(profile);
        let context = self.suppressed.iter().cloned().fold(context, Context::with_suppression);
        let named = custom.into_iter().filter(|rule| self.custom_rules.contains(&rule.code()));
        let context = named.fold(context, Context::with_custom_rule);
        let missing = self.custom_rules.iter().copied().filter(|code| !context.has_custom_rule(*code));
        let codes: Vec<_> = missing.collect();
        if codes.is_empty() { Ok(context) } else { Err(MissingCustomRules { codes }) }
    }
}
