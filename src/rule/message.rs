//! Messages: a template in each language, with the facts in braces.

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

use super::Fact;
use crate::date::day_in_lang;
use crate::draft::read::{NAME_END, camel};
use crate::text::{Bilingual, Lang, list};

#[cfg(test)]
mod complete;
#[cfg(test)]
pub(crate) use complete::{FactKind, FactType};

/// A message: the names of its facts, and the text with their names in braces.
#[derive(Debug)]
pub(crate) struct Template {
    pub(crate) text: Bilingual,
    /// The names of the facts as the texts have them in braces, in `snake_case`.
    names: &'static [&'static str],
    /// The same names as a report writes them, in camelCase: computed here, since statics of their own for each message
    /// took a tenth of the time of a build.
    wire_names: [u8; WIRE_NAMES],
    #[cfg(test)]
    kinds: &'static [FactKind],
}

/// The room for the names of the facts of one message.
const WIRE_NAMES: usize = 48;

/// The values that broke a rule, and the message that says so. [`message!`] declares both.
pub(crate) trait Facts {
    fn stated(self) -> Stated;
}

/// A message with the values of its facts, in the order of its template.
#[derive(Debug, Clone)]
pub(crate) struct Stated {
    pub(crate) template: &'static Template,
    pub(crate) facts: Box<[Fact]>,
}

/// Declares a message: its facts, the Danish and the English template.
///
/// ```text
/// message! {
///     NoFollowUp { actions: u64 }
///     "området har {actions:indsats|indsatser}, men ingen opfølgning",
///     "the area has {actions:action|actions} and no follow-up",
/// }
/// ```
///
/// Tests do not compile if a name in braces is no fact, or if one of the languages does not use a fact. A subject need
/// not be used: programs read its id, people do not.
macro_rules! message {
    ($name:ident { $( $fact:ident: $ty:ty ),* $(,)? } $da:literal, $en:literal $(,)?) => {
        struct $name { $( $fact: $ty ),* }

        impl $crate::rule::Facts for $name {
            fn stated(self) -> $crate::rule::Stated {
                static TEMPLATE: $crate::rule::Template = $crate::rule::Template::new(
                    $crate::text::Bilingual::new($da, $en),
                    &[ $( stringify!($fact) ),* ],
                    #[cfg(test)]
                    &[ $( <$ty as $crate::rule::FactType>::KIND ),* ],
                );
                // Only in tests, to keep the compilation of the crate itself fast.
                #[cfg(test)]
                const _: () = TEMPLATE.assert_complete();
                $crate::rule::Stated {
                    template: &TEMPLATE,
                    facts: alloc::boxed::Box::new([ $( self.$fact.into() ),* ]),
                }
            }
        }
    };
}
pub(crate) use message;

impl Template {
    pub(crate) const fn new(
        text: Bilingual,
        names: &'static [&'static str],
        #[cfg(test)] kinds: &'static [FactKind],
    ) -> Self {
        Self {
            text,
            names,
            wire_names: camel(names),
            #[cfg(test)]
            kinds,
        }
    }

    fn wire_names(&self) -> impl Iterator<Item = &str> {
        core::str::from_utf8(&self.wire_names).unwrap_or_default().split(NAME_END)
    }
}

impl Stated {
    /// The facts by the names that a report writes.
    pub(crate) fn named(&self) -> impl Iterator<Item = (&'static str, &Fact)> {
        self.template.wire_names().zip(&self.facts)
    }

    /// Writes the message in one language.
    pub(crate) fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = |name: &str| {
            let mut facts = self.template.names.iter().zip(&self.facts);
            facts.find_map(|(of_template, fact)| (*of_template == name).then_some(fact))
        };
        fill(self.template.text.in_lang(lang), named, lang, f)
    }
}

/// Writes a text with facts in place of their names in braces. A name that is no fact is left unchanged.
pub(crate) fn fill<'a>(
    text: &str,
    named: impl Fn(&str) -> Option<&'a Fact>,
    lang: Lang,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    each_piece(text, |piece| match piece {
        Piece::Text(text) => f.write_str(text),
        Piece::Hole { name, forms } => match named(name) {
            Some(fact) => fact.write(forms.unwrap_or_default(), lang, f),
            None => write_hole(name, forms, f),
        },
    })
}

/// The text of a template with the names of facts as a report writes them: in camelCase.
pub(crate) fn in_camel_case(text: &'static str) -> impl fmt::Display {
    fmt::from_fn(move |f| {
        each_piece(text, |piece| match piece {
            Piece::Text(text) => f.write_str(text),
            Piece::Hole { name, forms } => {
                let mut words = name.split('_');
                let mut camel = String::from(words.next().unwrap_or_default());
                for word in words {
                    let (first, rest) = word.split_at_checked(1).unwrap_or_default();
                    camel.push_str(&first.to_ascii_uppercase());
                    camel.push_str(rest);
                }
                write_hole(&camel, forms, f)
            }
        })
    })
}

enum Piece<'t> {
    Text(&'t str),
    Hole { name: &'t str, forms: Option<&'t str> },
}

fn each_piece<'t>(text: &'t str, mut each: impl FnMut(Piece<'t>) -> fmt::Result) -> fmt::Result {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((hole, after)) = after.split_once('}') else { break };
        each(Piece::Text(before))?;
        let (name, forms) = hole.split_once(':').map_or((hole, None), |(name, forms)| (name, Some(forms)));
        each(Piece::Hole { name, forms })?;
        rest = after;
    }
    each(Piece::Text(rest))
}

fn write_hole(name: &str, forms: Option<&str>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match forms {
        Some(forms) => write!(f, "{{{name}:{forms}}}"),
        None => write!(f, "{{{name}}}"),
    }
}

impl Fact {
    /// Writes the fact as a message shows it; `forms` are the singular and the plural of what it counts, the word before
    /// the last of several terms, or those before a date: "on" a day and "in" a month, or "i juni", "30. juni" and
    /// "ultimo juni".
    fn write(&self, forms: &str, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(n) => match forms.split_once('|') {
                Some((one, several)) => write!(f, "{n} {}", if *n == 1 { one } else { several }),
                None => write!(f, "{n}"),
            },
            Self::Decimal(figure) => fmt::Display::fmt(&figure.in_lang(lang), f),
            Self::Day(day) => {
                if let Some((of_day, _)) = forms.split_once('|').filter(|(of_day, _)| !of_day.is_empty()) {
                    write!(f, "{of_day} ")?;
                }
                fmt::Display::fmt(&day_in_lang(*day, lang), f)
            }
            Self::Date(date) => {
                let word = match forms.split_once('|') {
                    Some((of_day, other)) => {
                        if date.is_day() {
                            of_day
                        } else {
                            other
                        }
                    }
                    None if date.is_day() || date.is_third() => "",
                    None => forms,
                };
                if !word.is_empty() {
                    write!(f, "{word} ")?;
                }
                // In a sentence; a list of dates does without.
                f.write_str(if lang == Lang::En && date.is_half() { "the " } else { "" })?;
                fmt::Display::fmt(&date.in_lang(lang), f)
            }
            Self::Section(section) => fmt::Display::fmt(section, f),
            Self::Term(term) => f.write_str(term.in_lang(lang)),
            Self::Terms(terms) => match terms.split_last() {
                Some((last, before @ [_, ..])) if !forms.is_empty() => {
                    list(before.iter().map(|term| term.in_lang(lang)), f)?;
                    // A comma before the word: clauses, where terms need none.
                    let space = if forms.starts_with(',') { "" } else { " " };
                    write!(f, "{space}{forms} {}", last.in_lang(lang))
                }
                _ => list(terms.iter().map(|term| term.in_lang(lang)), f),
            },
            Self::Subject(subject) => fmt::Display::fmt(&subject.id, f),
            Self::Rule(code) => fmt::Display::fmt(code, f),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;
    use alloc::vec::Vec;

    use chrono::NaiveDate;

    use super::*;
    use crate::date::PartialDate;

    message! {
        Everything { actions: u64, areas: u64, on: NaiveDate, month: PartialDate, terms: Vec<Bilingual> }
        "{actions:indsats|indsatser} i {areas} {terms}, {on} ({month})",
        "{actions:action|actions} in {areas} {terms}, {on} ({month})",
    }

    message! {
        Joined { terms: Vec<Bilingual> }
        "der mangler {terms:og}",
        "what is missing: {terms:and}",
    }

    message! {
        JoinedClauses { terms: Vec<Bilingual> }
        "det fremgår ikke, {terms:, og}",
        "it is not stated {terms:and}",
    }

    #[test]
    fn a_comma_can_stand_before_the_word_that_joins() {
        let who = Bilingual::new("hvem der beslutter den", "who decides it");
        let when = Bilingual::new("hvornår", "when");
        let said = |terms: &[Bilingual]| {
            let stated = JoinedClauses { terms: terms.to_vec() }.stated();
            fmt::from_fn(|f| stated.write(Lang::Da, f)).to_string()
        };
        assert_eq!(said(&[who]), "det fremgår ikke, hvem der beslutter den");
        assert_eq!(said(&[who, when]), "det fremgår ikke, hvem der beslutter den, og hvornår");
    }

    #[test]
    fn the_last_of_several_terms_can_be_joined_by_a_word() {
        let (a, b) = (Bilingual::new("et mål", "a goal"), Bilingual::new("et møde", "a meeting"));
        let said = |terms: &[Bilingual], lang| {
            let stated = Joined { terms: terms.to_vec() }.stated();
            fmt::from_fn(|f| stated.write(lang, f)).to_string()
        };
        assert_eq!(said(&[a], Lang::Da), "der mangler et mål");
        assert_eq!(said(&[a, b], Lang::Da), "der mangler et mål og et møde");
        assert_eq!(said(&[a, b, a], Lang::En), "what is missing: a goal, a meeting and a goal");
    }

    message! {
        Ends { on: PartialDate }
        "slutter {on:i}",
        "ends {on:on|in}",
    }

    /// As the message of a custom rule can ask for it.
    #[test]
    fn a_day_stands_with_the_word_of_days() {
        let day = Fact::Day(NaiveDate::from_ymd_opt(2022, 6, 30).unwrap_or_default());
        let said = |forms, lang| fmt::from_fn(|f| day.write(forms, lang, f)).to_string();
        assert_eq!(said("i", Lang::Da), "30. juni 2022");
        assert_eq!(said("on|in", Lang::En), "on 30 June 2022");
    }

    #[test]
    fn a_date_stands_with_the_word_that_fits_it() {
        let said = |date: &str| {
            let stated = Ends { on: date.parse().expect("a date") }.stated();
            [Lang::Da, Lang::En].map(|lang| fmt::from_fn(|f| stated.write(lang, f)).to_string())
        };
        assert_eq!(said("2022-06-30"), ["slutter 30. juni 2022", "ends on 30 June 2022"]);
        assert_eq!(said("2022-06"), ["slutter i juni 2022", "ends in June 2022"]);
        assert_eq!(said("2022"), ["slutter i 2022", "ends in 2022"]);
        assert_eq!(said("2022-H1"), ["slutter i 1. halvår 2022", "ends in the first half of 2022"]);
        assert_eq!(said("2022-06-ultimo"), ["slutter ultimo juni 2022", "ends in late June 2022"]);
    }

    fn said(actions: u64, terms: &[Bilingual]) -> [alloc::string::String; 2] {
        let on = NaiveDate::from_ymd_opt(2024, 3, 1).unwrap_or_default();
        let month = PartialDate::of_month(2024, 11).unwrap();
        let stated = Everything { actions, areas: 0, on, month, terms: terms.to_vec() }.stated();
        [Lang::Da, Lang::En].map(|lang| fmt::from_fn(|f| stated.write(lang, f)).to_string())
    }

    #[test]
    fn holes_show_facts_in_the_language() {
        let (a, b) = (Bilingual::new("mål", "goals"), Bilingual::new("møder", "meetings"));
        let expected = [
            "1 indsats i 0 mål, møder, mål, 1. marts 2024 (november 2024)",
            "1 action in 0 goals, meetings, goals, 1 March 2024 (November 2024)",
        ];
        assert_eq!(said(1, &[a, b, a]), expected);
        let expected = [
            "0 indsatser i 0 møder, 1. marts 2024 (november 2024)",
            "0 actions in 0 meetings, 1 March 2024 (November 2024)",
        ];
        assert_eq!(said(0, &[b]), expected);
    }
}
