//! Rules about standard sets, one file to a family.

mod indicators;
mod limits;
mod origin;
mod themes;

use crate::rule::rules_in_modules;

rules_in_modules! {
    StandardSet:
        limits::THREE_IN_EACH_AREA => three_in_each_area,
        themes::ONE_STANDARD => one_standard,
        indicators::NUMBER_AS_SET => number_as_set,
        limits::STANDARDS_AT_MOST => standards_at_most,
        limits::INDICATORS_AT_MOST => indicators_at_most,
        indicators::HAS_ONE => has_one,
        indicators::DEFINED => defined,
        themes::THEME_IN_SET => theme_in_set,
        origin::COMMON_HANGS_ON_COMMON => common_hangs_on_common;
}

use core::fmt;

use super::{StandardArea, StandardSet};
use crate::Lang;
use crate::id::Id;
use crate::model::Theme;
use crate::sorted::{self, sorted};
use crate::text::{Bilingual, counted};

const SCOPE: &str = "Omfang og prioritering";

/// What the rules ask of the theme of a standard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    area: StandardArea,
    regional: bool,
}

/// Hands `then` a way to look up where a theme stands; of several with one id, the least.
fn with_places<R>(set: &StandardSet, then: impl FnOnce(&dyn Fn(Id<Theme>) -> Option<Place>) -> R) -> R {
    let entries = set.themes.iter().map(|theme| {
        let place = Place { area: theme.area, regional: !theme.origin.is_common() };
        (theme.id.uuid(), Some(place))
    });
    sorted(
        |put| entries.clone().for_each(put),
        |themes| then(&|theme| sorted::of(themes, theme.uuid()).first().and_then(|(_, place)| *place)),
    )
}

/// A number and what it counts, in the singular for one.
struct Counted(u64, Bilingual, Bilingual);

impl Counted {
    const fn themes(n: u64) -> Self {
        Self(n, Bilingual::new("tema", "theme"), Bilingual::new("temaer", "themes"))
    }

    const fn standards(n: u64) -> Self {
        let one = Bilingual::new("fælles standard", "common standard");
        Self(n, one, Bilingual::new("fælles standarder", "common standards"))
    }

    const fn indicators(n: u64) -> Self {
        let one = Bilingual::new("fælles indikator", "common indicator");
        Self(n, one, Bilingual::new("fælles indikatorer", "common indicators"))
    }

    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(n, one, many) = self;
        write!(f, "{}", counted(*n, one.in_lang(lang), many.in_lang(lang)))
    }
}
