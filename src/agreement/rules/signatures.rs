//! Names and dates at the end of the agreement.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::agreement::{DevelopmentAgreement, Party};
use crate::date::{PartialDate, day_in_lang};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, facts};
use crate::text::{Bilingual, count, list_in_lang};
use crate::{Lang, codes};

facts! {
    /// A party is not named, or a signing date is missing.
    struct SignaturesIncomplete {
        /// How many parties there are.
        parties / "parties": u64,
        /// The parties that are not named.
        unnamed / "unnamed": Vec<Bilingual>,
        /// How many signing dates are missing.
        undated / "undated": u64,
    }
    message |facts, lang, f| {
        let Self { parties, unnamed, undated } = facts;
        if !unnamed.is_empty() {
            f.write_str(match lang {
                Lang::Da => "ikke navngivet: ",
                Lang::En => "not named: ",
            })?;
            list_in_lang(unnamed, lang, f)?;
        }
        if *undated > 0 {
            f.write_str(if unnamed.is_empty() { "" } else { "; " })?;
            match lang {
                Lang::Da => write!(f, "{undated} af {parties} underskriftsdatoer mangler")?,
                Lang::En => write!(f, "{undated} of {parties} signing dates missing")?,
            }
        }
        Ok(())
    }
}

pub(crate) static COMPLETE: Rule = Rule {
    code: codes::AGR002,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-002"],
    sources: &[SourceRef::agreement("underskrifter")],
    title: Bilingual::new(
        "begge parter er navngivet og har dateret deres underskrift",
        "both parties are named and have dated their signatures",
    ),
    why: Bilingual::new(
        "Så længe navn eller dato mangler, er det ikke til at se, om aftalen er indgået.",
        "While a name or a date is missing, nobody can see whether the agreement was made.",
    ),
    remedy: Bilingual::new(
        "Få navn og dato på begge parters underskrift.",
        "Have both parties sign with name and date.",
    ),
    example: Bilingual::new(
        "Den ene datolinje er udfyldt 9/1/2024, den anden er blank, og forstanderen er ikke navngivet.",
        "One date line says 9/1/2024, the other is blank, and the head of the service is not named.",
    ),
    implies: &[],
    requires: &[],
};

/// How many parties have no date, when the dates without an owner are shared out.
fn undated(agreement: &DevelopmentAgreement) -> usize {
    let without = agreement.parties.iter().filter(|party| party.signed_on.is_none()).count();
    without.saturating_sub(agreement.unattributed_signing_days.len())
}

pub(crate) fn complete(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_unnamed = |party: &&Party| party.named == Some(false);
    let undated = undated(agreement);
    if undated > 0 || agreement.parties.iter().any(|party| is_unnamed(&party)) {
        let unnamed = agreement.parties.iter().filter(is_unnamed).map(|party| party.role.label()).collect();
        let facts = SignaturesIncomplete {
            parties: count(agreement.parties.len()),
            unnamed,
            undated: count(undated),
        };
        cx.not_met(&at.key("parties"), facts);
        return;
    }
    let named = agreement.parties.iter().all(|party| party.named.is_some());
    cx.all_stated(
        &at.key("parties"),
        [(named, Bilingual::new("om parterne er navngivet", "whether the parties are named"))],
    );
}

facts! {
    /// A signature is later than the first follow-up.
    struct SignedLate {
        /// The first day on which the signature can have been given.
        signed_on / "signedOn": NaiveDate,
        /// The last day of the first follow-up.
        first_follow_up / "firstFollowUp": NaiveDate,
    }
    message |facts, lang, f| {
        let signed_on = day_in_lang(facts.signed_on, lang);
        let follow_up = day_in_lang(facts.first_follow_up, lang);
        match lang {
            Lang::Da => write!(f, "underskrevet {signed_on}, efter den første opfølgning {follow_up}"),
            Lang::En => write!(f, "signed on {signed_on}, after the first follow-up on {follow_up}"),
        }
    }
}

pub(crate) static BEFORE_FOLLOW_UP: Rule = Rule {
    code: codes::AGR003,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-003"],
    sources: &[SourceRef::agreement("underskrifter"), SourceRef::agreement("1.3.4")],
    title: Bilingual::new(
        "aftalen er underskrevet senest ved den første opfølgning",
        "the agreement is signed no later than the first follow-up",
    ),
    why: Bilingual::new(
        "Ingen kan følge op på en aftale, der ikke er indgået endnu.",
        "Nobody can follow up an agreement that is not made yet.",
    ),
    remedy: Bilingual::new(
        "Underskriv før den første opfølgning, eller flyt den.",
        "Sign before the first follow-up, or move it.",
    ),
    example: Bilingual::new(
        "Underskrevet 12. april 2024, første opfølgning 31. marts 2024.",
        "Signed on 12 April 2024, first follow-up on 31 March 2024.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn before_follow_up(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(first_follow_up) = agreement.first_follow_up() else { return };
    let own = agreement.parties.iter().filter_map(|party| party.signed_on);
    let latest =
        own.chain(agreement.unattributed_signing_days.iter().copied()).map(PartialDate::first_day).max();
    let at = at.key("parties");
    match latest {
        Some(signed_on) if signed_on > first_follow_up => {
            cx.not_met(&at, SignedLate { signed_on, first_follow_up });
        }
        _ => {
            let all_dated = !agreement.parties.is_empty() && undated(agreement) == 0;
            let dates = Bilingual::new("begge underskriftsdatoer", "both signing dates");
            cx.all_stated(&at, [(all_dated, dates)]);
        }
    }
}
