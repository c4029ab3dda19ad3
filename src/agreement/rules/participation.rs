//! Who takes part in what, and on what grounds.

use crate::agreement::{DevelopmentAgreement, Participation};
use crate::body::assessment::check_against_assessment;
use crate::body::{BodyKind, Membership};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, facts};
use crate::text::Bilingual;
use crate::{Lang, codes};

/// Calls `each` with every improvement community that the agreement speaks of.
fn communities(
    agreement: &DevelopmentAgreement,
    at: &Path<'_>,
    mut each: impl FnMut(&Participation, &Path<'_>),
) {
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let parts = area_at.key("participation");
        for (n, part) in area.participation.iter().enumerate() {
            if part.kind == BodyKind::Community {
                each(part, &parts.item(n, part.body));
            }
        }
    }
}

facts! {
    /// The agreement speaks of a community and does not say whether the service is in it.
    struct MembershipNotStated {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "det fremgår ikke, om tilbuddet indgår i forbedringsfællesskabet",
        Lang::En => "it is not said whether the service takes part in the improvement community",
    })
}

pub(crate) static STATED: Rule = Rule {
    code: codes::AGR008,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-021", "R-175"],
    sources: &[
        SourceRef::agreement("1.3.2"),
        SourceRef::agreement("1.4.1"),
        SourceRef::agreement("1.5.1"),
        SourceRef::agreement("1.8.1"),
    ],
    title: Bilingual::new(
        "aftalen siger for hvert forbedringsfællesskab, om tilbuddet indgår",
        "the agreement says for each improvement community whether the service takes part",
    ),
    why: Bilingual::new(
        "Ikke oplyst er ikke det samme som nej: af medlemskabet følger, hvilke måltal der binder.",
        "Not stated is not no: which figures bind follows from membership.",
    ),
    remedy: Bilingual::new(
        "Skriv \"indgår\" eller \"indgår ikke\".",
        "Say \"takes part\" or \"does not take part\".",
    ),
    example: Bilingual::new(
        "Et afsnit, der nedsætter et forbedringsfællesskab og ikke nævner tilbuddet.",
        "A section that sets up an improvement community and does not mention the service.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn stated(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    communities(agreement, at, |part, at| {
        if part.membership == Membership::NotStated {
            cx.not_met(at, MembershipNotStated {});
        }
    });
}

pub(crate) static FOLLOWS_ASSESSMENT: Rule = Rule {
    code: codes::AGR009,
    severity: Severity::Warning,
    basis: Basis::Stated,
    since: 1,
    requirements: &["R-022"],
    sources: &[SourceRef::agreement("1.1"), SourceRef::agreement("1.3.2"), SourceRef::agreement("1.8.1")],
    title: Bilingual::new(
        "om et tilbud indgår i et forbedringsfællesskab, følger af dets tilstandsvurdering",
        "whether a service takes part in a community follows from its state assessment",
    ),
    why: Bilingual::new(
        "Ressourcerne skal sættes ind, hvor data viser, at der er noget at komme efter.",
        "Resources go where data show that there is something to gain.",
    ),
    remedy: Bilingual::new(
        "Henvis til tilstandsvurderingen, og skriv, om den viser et behov på området.",
        "Refer to the state assessment, and say whether it shows a need on the area.",
    ),
    example: Bilingual::new(
        "1.3.2: \"med baggrund i tilstandsvurderingen\" – som ikke er gengivet.",
        "1.3.2: on the basis of the state assessment – which is not given.",
    ),
    implies: &[],
    requires: &[codes::AGR008],
};

pub(crate) fn follows_assessment(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    communities(agreement, at, |part, at| {
        check_against_assessment(part.state_assessment.as_ref(), part.membership, codes::AGR008, at, cx);
    });
}
