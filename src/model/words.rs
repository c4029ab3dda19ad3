//! Changes to a standard set in words.

use alloc::format;
use alloc::string::{String, ToString as _};

use super::compare::Words;
use super::index::Index;
use super::{Indicator, Name, Origin, SetChange, Standard, Theme};
use crate::Lang;
use crate::figure::Direction;
use crate::id::{Id, Identified as _, Subject};
use crate::section::SectionNumber;
use crate::text::{Bilingual, Text, in_quotes};

/// A theme, standard or indicator by its kind alone.
pub(super) fn called(subject: Subject) -> Bilingual {
    match subject.kind {
        Theme::KIND => Bilingual::new("temaet", "the theme"),
        Standard::KIND => Bilingual::new("standarden", "the standard"),
        _ => Bilingual::new("indikatoren", "the indicator"),
    }
}

/// What was changed, in a sentence without a full stop. What existed before is called by its name at that time.
pub(super) fn in_words(change: &SetChange, old: &Index<'_>, new: &Index<'_>) -> Words {
    let [da, en] = [Lang::Da, Lang::En]
        .map(|lang| Text::from(sentence(change, &In { set: old, lang }, &In { set: new, lang }, lang)));
    Words { da, en }
}

fn sentence(change: &SetChange, before: &In<'_, '_>, after: &In<'_, '_>, lang: Lang) -> String {
    let words = |da, en| Bilingual::new(da, en).in_lang(lang);
    let gone = words("er udgået", "was left out");
    let added = words("er tilføjet", "was added");
    let belongs = words("hører nu til", "now belongs to");
    match change {
        SetChange::LeaveOutTheme { theme } => format!("{} {gone}", before.theme(*theme)),
        SetChange::LeaveOutStandard { standard } => format!("{} {gone}", before.standard(*standard)),
        SetChange::LeaveOutIndicator { indicator } => format!("{} {gone}", before.indicator(*indicator)),
        SetChange::AddTheme { theme } => {
            let (on, area) = (words("på", "to"), theme.area.label().in_lang(lang));
            format!("{} {added} {on} {area}", after.theme(theme.id))
        }
        SetChange::AddStandard { standard } => format!("{} {added}", after.standard(standard.id)),
        SetChange::AddIndicator { standard, indicator } => {
            let words = format!("{} {added}", after.indicator(indicator.id));
            under_standard(words, indicator, *standard, after)
        }
        SetChange::RenameTheme { theme, name } => renamed(&before.theme(*theme), name.as_ref(), lang),
        SetChange::RenameStandard { standard, name } => {
            renamed(&before.standard(*standard), name.as_ref(), lang)
        }
        SetChange::RenumberStandard { standard, number } => {
            renumbered(&before.standard(*standard), *number, lang)
        }
        SetChange::MoveTheme { theme, area } => {
            format!("{} {belongs} {}", before.theme(*theme), area.label().in_lang(lang))
        }
        SetChange::MoveStandard { standard, theme } => {
            format!("{} {belongs} {}", before.standard(*standard), after.theme(*theme))
        }
        SetChange::MoveIndicator { indicator, standard } => {
            format!("{} {belongs} {}", before.indicator(*indicator), after.standard(*standard))
        }
        SetChange::RewordIndicator { indicator, statement } => {
            reworded(&before.indicator(*indicator), statement.as_ref(), lang)
        }
        SetChange::RecountIndicator { indicator, .. } => {
            let counted = words("tælles nu på en anden måde", "is now counted in another way");
            format!("{} {counted}", before.indicator(*indicator))
        }
        SetChange::TurnIndicator { indicator, direction } => {
            format!("{} {}", before.indicator(*indicator), turned(*direction).in_lang(lang))
        }
        SetChange::ChangeDataSource { indicator, .. } => {
            let other = words("har fået en anden datakilde", "has another data source");
            format!("{} {other}", before.indicator(*indicator))
        }
        SetChange::ChangeThemeOrigin { theme, origin } => {
            origin_changed(&before.theme(*theme), Some(origin), lang)
        }
        SetChange::ChangeStandardOrigin { standard, origin } => {
            origin_changed(&before.standard(*standard), Some(origin), lang)
        }
        SetChange::ChangeIndicatorOrigin { indicator, origin } => {
            origin_changed(&before.indicator(*indicator), origin.as_ref(), lang)
        }
        SetChange::ReplaceActivities { theme, .. } => {
            let other = words("har fået andre aktiviteter", "has other activities");
            format!("{} {other}", before.theme(*theme))
        }
    }
}

/// Adds the standard of an indicator. One without a wording is already called after it.
fn under_standard(words: String, indicator: &Indicator, standard: Id<Standard>, set: &In<'_, '_>) -> String {
    if stated(indicator.statement.as_ref()).is_none() {
        return words;
    }
    format!("{words} {} {}", set.words("til", "to"), set.standard(standard))
}

fn renumbered(what: &str, number: Option<SectionNumber>, lang: Lang) -> String {
    let words = |da, en| Bilingual::new(da, en).in_lang(lang);
    number.map_or_else(
        || format!("{what} {}", words("har ikke længere et nummer", "no longer has a number")),
        |number| format!("{what} {} {number}", words("har nu nummer", "now has the number")),
    )
}

fn reworded(what: &str, statement: Option<&Text>, lang: Lang) -> String {
    let words = |da, en| Bilingual::new(da, en).in_lang(lang);
    stated(statement).map_or_else(
        || format!("{what} {}", words("har ikke længere en ordlyd", "no longer has a wording")),
        |text| format!("{what} {} {}", words("har nu ordlyden", "is now worded"), in_quotes(text, lang)),
    )
}

const fn turned(direction: Option<Direction>) -> Bilingual {
    match direction {
        Some(Direction::AtLeast) => {
            Bilingual::new("er nu bedst, når tallet er højt", "is now best when the figure is high")
        }
        Some(Direction::AtMost) => {
            Bilingual::new("er nu bedst, når tallet er lavt", "is now best when the figure is low")
        }
        None => Bilingual::new("har ikke længere en retning", "no longer has a direction"),
    }
}

fn renamed(what: &str, name: Option<&Name>, lang: Lang) -> String {
    let words = |da, en| Bilingual::new(da, en).in_lang(lang);
    name.and_then(|name| name_in(name, lang)).map_or_else(
        || format!("{what} {}", words("har ikke længere et navn", "no longer has a name")),
        |name| format!("{what} {} {name}", words("hedder nu", "is now called")),
    )
}

fn origin_changed(what: &str, origin: Option<&Origin>, lang: Lang) -> String {
    let now = match origin {
        Some(Origin::Common) => Bilingual::new("er nu fælles for regionerne", "is now shared by the regions"),
        Some(Origin::Regional { .. }) => {
            Bilingual::new("hører nu til en enkelt region", "now belongs to one region alone")
        }
        None => {
            Bilingual::new("har nu samme oprindelse som sin standard", "now has the origin of its standard")
        }
    };
    format!("{what} {}", now.in_lang(lang))
}

/// What the things of a set are called.
struct In<'s, 'a> {
    set: &'s Index<'a>,
    lang: Lang,
}

impl In<'_, '_> {
    fn words(&self, da: &'static str, en: &'static str) -> &'static str {
        Bilingual::new(da, en).in_lang(self.lang)
    }

    fn theme_name(&self, id: Id<Theme>) -> Option<String> {
        name_in(self.set.theme(id)?.name.as_ref()?, self.lang)
    }

    fn theme(&self, id: Id<Theme>) -> String {
        match self.theme_name(id) {
            Some(name) => format!("{} {name}", self.words("temaet", "the theme")),
            None => self.words("et tema uden navn", "a theme without a name").to_string(),
        }
    }

    /// By number and name, or else by its theme.
    fn standard(&self, id: Id<Standard>) -> String {
        let standard = self.set.standard(id);
        let number = standard.and_then(|one| one.number);
        let name = standard.and_then(|one| name_in(one.name.as_ref()?, self.lang));
        let theme = standard.and_then(|one| self.theme_name(one.theme));
        let mut words = match number {
            Some(number) => format!("standard {number}"),
            None if name.is_none() && theme.is_none() => {
                return self.words("en standard uden navn", "a standard without a name").to_string();
            }
            None => self.words("standarden", "the standard").to_string(),
        };
        match (name, theme) {
            (Some(name), _) => words.extend([" ", &name]),
            (None, Some(theme)) => words.extend([self.words(" om ", " on "), &theme]),
            (None, None) => {}
        }
        words
    }

    /// By its wording, or else by its place.
    fn indicator(&self, id: Id<Indicator>) -> String {
        let Some((indicator, home)) = self.set.indicator(id) else {
            return self.words("en indikator", "an indicator").to_string();
        };
        if let Some(text) = stated(indicator.statement.as_ref()) {
            return format!("{} {}", self.words("indikatoren", "the indicator"), in_quotes(text, self.lang));
        }
        let n = home.indicators.iter().position(|one| one.id == id).unwrap_or_default().saturating_add(1);
        let (indicator, of) = (self.words("indikator", "indicator"), self.words("under", "of"));
        format!("{indicator} {n} {of} {}", self.standard(home.id))
    }
}

fn stated(text: Option<&Text>) -> Option<&str> {
    text.filter(|text| !text.is_blank()).map(Text::as_str)
}

/// The name in quotation marks: in the language, or else in the other one.
fn name_in(name: &Name, lang: Lang) -> Option<String> {
    let [da, en] = [Lang::Da, Lang::En].map(|lang| stated(name.in_lang(lang)));
    let name = match lang {
        Lang::Da => da.or(en),
        Lang::En => en.or(da),
    };
    name.map(|name| in_quotes(name, lang))
}
