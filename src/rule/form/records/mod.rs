//! The rules about records that occur in drafts of any domain, and around them in a document.

mod doc006_production_unit_has_its_form;
mod doc007_sor_code_has_its_form;
mod doc008_ffb_code_has_its_form;
mod doc010_cvr_number_has_its_form;

use super::civil_number;
use crate::codes;
#[cfg(feature = "proptest")]
use crate::draft::tape::Tape;
use crate::id::{ExternalId, KnownSystem};
use crate::rule::{Basis, Rule, rules};
use crate::text::Bilingual;
#[cfg(feature = "proptest")]
use crate::text::NonBlank;

rules! {
    ExternalId: doc006_production_unit_has_its_form, doc007_sor_code_has_its_form, doc008_ffb_code_has_its_form,
        doc010_cvr_number_has_its_form;
}

/// What the rules about an id of a known system have in common. Each cites what its system publishes.
const OF_KNOWN_SYSTEM: Rule = Rule {
    code: codes::DOC010,
    basis: Basis::PublicPractice,
    why: Bilingual::new(
        "Et id med en anden form er enten ingens eller en andens: den, der slår det op, finder intet eller det forkerte.",
        "An id of another form is nobody's or somebody else's: whoever looks it up finds nothing, or the wrong thing.",
    ),
    remedy: Bilingual::new(
        "Slå id'et op i systemet, og ret det. Stammer det fra et andet system, så skriv navnet på det.",
        "Look the id up in the system, and correct it. If it comes from another system, state the name of that one.",
    ),
    ..Rule::DERIVED
};

/// Whether it is an id of that system, but does not have its form. What looks like a civil registration number is left
/// to DOC003, and the id itself never appears in a finding.
fn is_of_other_form(id: &ExternalId, system: KnownSystem) -> bool {
    let value = id.value.as_str();
    system.is_named(id.system.as_str()) && !system.accepts(value) && !civil_number::is_in(value)
}

#[cfg(feature = "proptest")]
fn one_of(ids: &[(&'static str, &'static str)], tape: &mut Tape<'_>) -> ExternalId {
    let (system, value) = *tape.pick(ids);
    ExternalId::new(NonBlank::literal(system), NonBlank::literal(value))
}
