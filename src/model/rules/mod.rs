//! Rules about standard sets, one file to a family.

pub(crate) mod indicators;
pub(crate) mod limits;
pub(crate) mod origin;
pub(crate) mod themes;

use core::fmt;

use crate::text::{Bilingual, Lang};

const SCOPE: &str = "Omfang og prioritering";

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
        write!(f, "{n} {}", if *n == 1 { one } else { many }.in_lang(lang))
    }
}
