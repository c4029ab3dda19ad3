//! Themes and the standards they have.

use super::{SCOPE, with_places};
use crate::id::Subject;
use crate::model::StandardSet;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, facts};
use crate::sorted::{self, sorted};
use crate::text::Bilingual;
use crate::{Lang, codes};

facts! {
    /// A common theme has no common standard, or more than one.
    struct NotOneStandard {
        /// The common standards of the theme.
        standards / "standards": u64,
    }
    message |facts, lang, f| match (facts.standards, lang) {
        (0, Lang::Da) => f.write_str("temaet har ingen fælles standard"),
        (0, Lang::En) => f.write_str("the theme has no common standard"),
        (n, Lang::Da) => write!(f, "temaet har {n} fælles standarder; hvert tema har én"),
        (n, Lang::En) => write!(f, "the theme has {n} common standards; each theme has one"),
    }
}

pub(crate) static ONE_STANDARD: Rule = Rule {
    code: codes::MOD002,
    severity: Severity::Error,
    basis: Basis::Stated,
    since: 1,
    requirements: &["R-070", "R-074"],
    sources: &[SourceRef::quality_model(SCOPE)],
    title: Bilingual::new(
        "hvert tema har én bestemt standard blandt de fælles",
        "each theme has one specific standard among the common ones",
    ),
    why: Bilingual::new(
        "Temaet siger, hvad der arbejdes med, og standarden, hvad der skal nås; det ene uden det andet \
         kan ikke vurderes.",
        "The theme says what the work is about, the standard what is to be reached; the one cannot be \
         judged without the other.",
    ),
    remedy: Bilingual::new(
        "Opstil den standard, der mangler, eller vælg én af dem; en regions egen standard angives som \
         regional.",
        "Set the standard that is missing, or choose one of them; a region's own standard is stated as \
         regional.",
    ),
    example: Bilingual::new(
        "Temaet Kommunikation, hvor to standarder begge er angivet som fælles.",
        "The theme Communication, where two standards are both stated as common.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn one_standard(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let common = set.standards.iter().filter(|standard| standard.origin.is_common());
    let entries = common.map(|standard| (standard.theme.uuid(), ()));
    let list = at.key("themes");
    sorted(
        |put| entries.clone().for_each(put),
        |standards| {
            for (n, theme) in set.themes.iter().enumerate() {
                let standards = crate::text::count(sorted::of(standards, theme.id.uuid()).len());
                if theme.origin.is_common() && standards != 1 {
                    cx.not_met(&list.item(n, theme.id), NotOneStandard { standards });
                }
            }
        },
    );
}

facts! {
    /// A standard names a theme that the set does not have.
    struct UnknownTheme {
        /// The theme that it names.
        theme / "theme": Subject,
    }
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "standarden hører til et tema, som ikke findes i sættet",
        Lang::En => "the standard belongs to a theme that is not in the set",
    })
}

pub(crate) static THEME_IN_SET: Rule = Rule {
    code: codes::MOD008,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-068", "R-070"],
    sources: &[SourceRef::quality_model(SCOPE)],
    title: Bilingual::new(
        "en standard hører til et tema, der findes i sættet",
        "a standard belongs to a theme that is in the set",
    ),
    why: Bilingual::new(
        "Uden tema har standarden intet område, og ingen kan se, hvad den er en standard for.",
        "Without a theme the standard has no area, and nobody can see what it is a standard of.",
    ),
    remedy: Bilingual::new(
        "Ret henvisningen, eller optag temaet i sættet.",
        "Correct the reference, or take the theme into the set.",
    ),
    example: Bilingual::new(
        "Temaet er slettet, og dets standard er blevet stående.",
        "The theme was deleted, and its standard was left behind.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn theme_in_set(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("standards");
    with_places(set, |place_of| {
        for (n, standard) in set.standards.iter().enumerate() {
            if place_of(standard.theme).is_none() {
                let facts = UnknownTheme { theme: standard.theme.subject() };
                cx.not_met(&list.item(n, standard.id).key("theme"), facts);
            }
        }
    });
}
