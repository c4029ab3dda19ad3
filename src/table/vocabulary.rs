//! The headings that are known, in Danish and English.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::Lang;
use crate::date::Interval;
use crate::text::Bilingual;

/// What a column can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Column {
    /// The date or period.
    When,
    /// The result.
    Value,
    /// The numerator.
    Part,
    /// The denominator.
    Whole,
    /// The name of the phase; a new one begins where it changes.
    Phase,
    /// Where a new phase begins.
    Shift,
    /// Where the calculation of the level of the phase ends.
    Freeze,
    /// What is left out of the calculation.
    Excluded,
    /// What happened.
    Note,
    /// What is to be reached.
    Target,
    /// Which way is better.
    Direction,
    /// What is measured.
    Title,
}

/// The name of a value if the heading says no more.
pub(super) const VALUES: [&str; 4] = ["værdi", "antal", "value", "count"];

impl Column {
    pub(super) const ALL: [Self; 12] = [
        Self::When,
        Self::Value,
        Self::Part,
        Self::Whole,
        Self::Phase,
        Self::Shift,
        Self::Freeze,
        Self::Excluded,
        Self::Note,
        Self::Target,
        Self::Direction,
        Self::Title,
    ];

    pub(super) const fn in_lang(self, lang: Lang) -> &'static str {
        let words = match self {
            Self::When => Bilingual::new("dato eller periode", "date or period"),
            Self::Value => Bilingual::new("værdi", "value"),
            Self::Part => Bilingual::new("tæller", "numerator"),
            Self::Whole => Bilingual::new("nævner", "denominator"),
            Self::Phase => Bilingual::new("fase", "phase"),
            Self::Shift => Bilingual::new("skift", "new phase"),
            Self::Freeze => Bilingual::new("frys", "freeze"),
            Self::Excluded => Bilingual::new("udeladt", "excluded"),
            Self::Note => Bilingual::new("note", "note"),
            Self::Target => Bilingual::new("mål", "target"),
            Self::Direction => Bilingual::new("retning", "direction"),
            Self::Title => Bilingual::new("hvad der måles", "what is measured"),
        };
        words.in_lang(lang)
    }

    /// The known headings of the column; times and units have more.
    const fn headings(self) -> &'static [&'static str] {
        match self {
            Self::When => &[],
            Self::Value => &[
                "værdi",
                "antal",
                "value",
                "count",
                "indhold",
                "resultat",
                "result",
                "andel",
                "share",
                "obs value",
            ],
            Self::Part => &["tæller", "part", "numerator"],
            Self::Whole => &["nævner", "whole", "denominator"],
            Self::Phase => &["fase", "phase"],
            Self::Shift => &[
                "skift",
                "faseskift",
                "ny fase",
                "recalc here",
                "rebase",
                "rebase here",
                "shift",
                "new phase",
            ],
            Self::Freeze => &["frys", "frosset", "freeze", "freeze here"],
            Self::Excluded => &["udeladt", "ekskluderet", "udelad", "excluded", "exclude"],
            Self::Note => &[
                "note",
                "notes",
                "noter",
                "bemærkning",
                "bemærkninger",
                "kommentar",
                "kommentarer",
                "comment",
                "comments",
                "annotation",
                "annotations",
            ],
            Self::Target => &[
                "mål",
                "måltal",
                "målsætning",
                "målværdi",
                "udviklingsmål",
                "target",
                "target value",
                "goal",
            ],
            Self::Direction => &["retning", "ønsket retning", "direction", "improvement direction"],
            Self::Title => &["indikator", "indicator", "what", "measure"],
        }
    }

    /// What a heading says, if it is known. Headings that are times or only units are handled elsewhere.
    pub(super) fn of(folded_heading: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| is_one_of(folded_heading, column.headings()))
    }
}

/// Returns `true` if the heading is one of the words. The words are folded like the heading.
pub(super) fn is_one_of(folded_heading: &str, words: &[&str]) -> bool {
    words.iter().any(|word| signs(word).eq(folded_heading.chars()))
}

/// Lower case, only letters that every keyboard has, and one space between words.
pub(super) fn folded(heading: &str) -> String {
    let mut folded = String::new();
    for word in signs(heading).collect::<String>().split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded.truncate(folded.trim_end_matches([':', '.']).len());
    folded
}

fn signs(heading: &str) -> impl Iterator<Item = char> {
    heading.chars().flat_map(char::to_lowercase).flat_map(|sign| {
        let (first, second) = match sign {
            'æ' => ('a', Some('e')),
            'ø' => ('o', Some('e')),
            'å' => ('a', Some('a')),
            // The combining ring above, with which a Mac writes an å.
            '\u{30a}' => ('a', None),
            '_' | '-' => (' ', None),
            other => (other, None),
        };
        core::iter::once(first).chain(second)
    })
}

/// What a heading says about the time below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Times {
    /// Dates.
    Dates,
    /// Periods of a kind that it does not name.
    Periods,
    /// Periods of this kind.
    Of(Interval),
}

enum Word {
    Time(Times),
    Filler,
    Other,
}

fn word(word: &str) -> Word {
    Word::Time(match word {
        "dato" | "date" => Times::Dates,
        "periode" | "period" | "tid" | "tidspunkt" => Times::Periods,
        "dag" | "day" => Times::Of(Interval::Day),
        "uge" | "ugenr" | "ugenummer" | "week" | "weeknum" | "weekno" | "aaruge" | "aarsuge" | "yearweek"
        | "isouge" | "isoweek" => Times::Of(Interval::Week),
        "maaned" | "maaneder" | "maanedsnr" | "maanedsnavn" | "aarmaaned" | "month" | "monthname"
        | "yearmonth" => Times::Of(Interval::Month),
        "kvartal" | "kvt" | "aarkvartal" | "aarskvartal" | "quarter" | "yearquarter" => {
            Times::Of(Interval::Quarter)
        }
        "halvaar" | "half" => Times::Of(Interval::HalfYear),
        "aar" | "aarstal" | "year" => Times::Of(Interval::Year),
        "og" | "and" | "iso" | "nr" | "no" | "nummer" | "number" | "navn" | "name" | "time" => {
            return Word::Filler;
        }
        _ => return Word::Other,
    })
}

/// The lowest rank is the most specific: the shorter the kind of period, the more the heading says.
const fn rank(times: Times) -> u8 {
    match times {
        Times::Of(Interval::Day) => 0,
        Times::Of(Interval::Week) => 1,
        Times::Of(Interval::Month) => 2,
        Times::Of(Interval::Quarter) => 3,
        Times::Of(Interval::HalfYear) => 4,
        Times::Of(_) => 5,
        Times::Dates => 6,
        Times::Periods => 7,
    }
}

/// What the words of a heading say about the time below it: `År`, `Uge nr.`, `År og måned`, `TID`. Returns `None` if
/// there is another word among them.
pub(super) fn times(folded_heading: &str) -> Option<Times> {
    let mut found = Vec::new();
    for one in words(folded_heading) {
        match word(one) {
            Word::Time(times) => found.push(times),
            Word::Filler => {}
            Word::Other => return None,
        }
    }
    found.into_iter().min_by_key(|times| rank(*times))
}

/// The times that a heading chosen by the caller names, whatever other words it has: `Indberettet uge`, `Regnskabsår`.
/// Below a heading that does not mention time, any periods are allowed.
pub(super) fn times_within(folded_heading: &str) -> Times {
    let found = words(folded_heading).filter_map(|one| match word(one) {
        Word::Time(times) => Some(times),
        _ => compound(one),
    });
    found.min_by_key(|times| rank(*times)).unwrap_or(Times::Periods)
}

/// The time that the last part of a Danish compound names.
fn compound(word: &str) -> Option<Times> {
    let ends = |end: &str| word.ends_with(end);
    Some(match () {
        () if ends("uge") => Times::Of(Interval::Week),
        () if ends("maaned") => Times::Of(Interval::Month),
        () if ends("kvartal") => Times::Of(Interval::Quarter),
        () if ends("halvaar") => Times::Of(Interval::HalfYear),
        () if ends("foraar") => return None,
        () if ends("aar") => Times::Of(Interval::Year),
        () if ends("dato") => Times::Dates,
        () => return None,
    })
}

fn words(folded_heading: &str) -> impl Iterator<Item = &str> {
    folded_heading.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Returns `true` for yes, `false` for no, and `None` for anything else.
pub(super) fn yes(cell: &str) -> Option<bool> {
    match cell.to_lowercase().as_str() {
        "ja" | "j" | "yes" | "y" | "x" | "1" | "true" | "sand" => Some(true),
        "" | "nej" | "no" | "n" | "0" | "false" | "falsk" => Some(false),
        _ => None,
    }
}
