//! What a document says about its own validation.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::Lang;
use crate::date::day_in_lang;
use crate::report::{Figures, Profile, Stamp};
use crate::text::counted;

/// What the document says, and everything that made its check easier or stricter than usual.
pub(super) fn in_words(stamp: &Stamp, lang: Lang) -> String {
    let (day, edition) = (day_in_lang(stamp.as_of(), lang), stamp.rule_edition());
    let profile = by_profile(stamp.profile(), lang);
    let claim = match lang {
        Lang::Da => format!(
            "Dokumentet siger selv, at det er endeligt og valideret pr. {day} {profile} (regler: udgave {edition})."
        ),
        Lang::En => format!(
            "The document says itself that it is final, validated as of {day} {profile} (rules: edition {edition})."
        ),
    };
    let differences = differences(stamp, lang);
    match (differences.is_empty(), lang) {
        (true, _) => claim,
        (false, Lang::Da) => format!("{claim} Valideringen havde {}.", differences.join(", ")),
        (false, Lang::En) => format!("{claim} The validation had {}.", differences.join(", ")),
    }
}

/// By which profile a document is checked: the general one, or one with a name of its own.
pub(super) fn by_profile(name: &str, lang: Lang) -> String {
    match (name == Profile::GENERAL.name(), lang) {
        (true, Lang::Da) => "efter den generelle profil".into(),
        (true, Lang::En) => "by the general profile".into(),
        (false, Lang::Da) => format!("efter profilen {name}"),
        (false, Lang::En) => format!("by the profile {name}"),
    }
}

fn differences(stamp: &Stamp, lang: Lang) -> Vec<String> {
    let mut all = Vec::new();
    let mut add = |n: usize, da: [&'static str; 2], en: [&'static str; 2]| {
        if n > 0 {
            let [one, several] = if lang == Lang::Da { da } else { en };
            all.push(format!("{}", counted(crate::text::count(n), one, several)));
        }
    };
    let (off, accepted) = (stamp.switched_off().len(), stamp.suppressed().len());
    add(off, ["fravalgt regel", "fravalgte regler"], ["rule switched off", "rules switched off"]);
    add(accepted, ["accepteret fund", "accepterede fund"], ["accepted finding", "accepted findings"]);
    add(stamp.custom_rules().len(), ["egen regel", "egne regler"], ["custom rule", "custom rules"]);
    if *stamp.figures() != Figures::GENERAL {
        all.push(if lang == Lang::Da { "egne tal".into() } else { "figures of its own".into() });
    }
    all
}
