//! The sentences above the rows of an overview.

use alloc::string::String;
use core::fmt::{Result, Write};

use super::row::{Row, Target};
use super::variation::Variation;
use crate::Lang;
use crate::text::counted;

/// Writes how many indicators there are, what their variation says, and how many reach their targets.
pub(super) fn write(rows: &[Row<'_>], lang: Lang, out: &mut String) -> Result {
    let all = crate::text::count(rows.len());
    match lang {
        Lang::Da => write!(out, "{}", counted(all, "indikator", "indikatorer"))?,
        Lang::En => write!(out, "{}", counted(all, "indicator", "indicators"))?,
    }
    let mut separator = ": ";
    for variation in Variation::ALL {
        let count = rows.iter().filter(|row| row.variation == variation).count();
        if count > 0 {
            write!(out, "{separator}{count} {}", variation.of_several().in_lang(lang))?;
            separator = ", ";
        }
    }
    out.write_char('.')?;

    let of = |target: Target| rows.iter().filter(|row| row.target == target).count();
    let with_target = rows.len().saturating_sub(of(Target::None));
    if with_target == 0 {
        return Ok(());
    }
    let (sustained, unknown) = (of(Target::Sustained), of(Target::NotAssessable));
    let reached = sustained.saturating_add(of(Target::Reached));
    match lang {
        Lang::Da => write!(out, " Målet er nået for {reached} af {with_target}")?,
        Lang::En => write!(out, " The target is reached for {reached} of {with_target}")?,
    }
    match lang {
        _ if sustained == 0 => {}
        Lang::Da => write!(out, ", og fastholdt for {sustained} af dem")?,
        Lang::En => write!(out, ", and sustained for {sustained} of them")?,
    }
    match lang {
        _ if unknown == 0 => {}
        Lang::Da => write!(out, "; {unknown} kan ikke vurderes")?,
        Lang::En => write!(out, "; {unknown} cannot be assessed")?,
    }
    out.write_char('.')
}
