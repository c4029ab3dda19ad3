//! What a community wants to accomplish, and how it measures that.

use alloc::vec::Vec;
use core::fmt;

use super::{OfCommunity, said_or};
use crate::Lang;
use crate::aim::{Aim, Measure, MeasureKind};
use crate::id::Identified as _;
use crate::page::sheet::{Detail, Sheet, shown};
use crate::page::title::capital;
use crate::text::{Bilingual, Text};

const AIMS: Bilingual = Bilingual::new("Mål", "Aims");
const HOW_MUCH: Bilingual = Bilingual::new("Hvor meget", "How much");
const BY: Bilingual = Bilingual::new("Hvornår", "By when");
const FOR_WHOM: Bilingual = Bilingual::new("For hvem", "For whom");
const REACHED: Bilingual = Bilingual::new("Nået", "Reached");
const MEASURES: Bilingual = Bilingual::new("Målinger", "Measures");
const OTHERS: Bilingual =
    Bilingual::new("Målinger af en art, der ikke er oplyst", "Measures of a kind that is not stated");
const SERVES: Bilingual = Bilingual::new("Tjener", "Serves");
const DEFINITION: Bilingual = Bilingual::new("Definition", "Definition");

impl OfCommunity<'_> {
    /// Writes the aims, and the measures by kind.
    pub(super) fn aims(&self, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        let (aims, measures) = (&self.community.aims, &self.community.measures);
        if !aims.is_empty() {
            sheet.section(AIMS.in_lang(lang))?;
        }
        for (n, aim) in (1..).zip(aims) {
            sheet.item(&said_or(aim.statement.as_ref(), Aim::LABEL, n, lang), &details(aim, lang))?;
        }
        if !measures.is_empty() {
            sheet.section(MEASURES.in_lang(lang))?;
        }
        for kind in MeasureKind::ALL.iter().copied().map(Some).chain([None]) {
            let mut of_kind = (1..).zip(measures).filter(|(_, one)| one.kind == kind).peekable();
            if of_kind.peek().is_some() {
                let heading = kind.map_or(OTHERS, MeasureKind::label).in_lang(lang);
                sheet.group(&capital(heading))?;
            }
            for (n, one) in of_kind {
                let statement = said_or(one.statement.as_ref(), Measure::LABEL, n, lang);
                sheet.item(&statement, &self.measure(one, lang))?;
            }
        }
        Ok(())
    }

    /// How it is counted, and which of several aims it serves.
    fn measure(&self, one: &Measure, lang: Lang) -> Vec<Detail> {
        let aims = &self.community.aims;
        let aim = (1..).zip(aims).find(|(_, aim)| Some(aim.id) == one.aim && aims.len() > 1);
        let aim = aim
            .map(|(n, aim)| Detail::new(SERVES, said_or(aim.statement.as_ref(), Aim::LABEL, n, lang), lang));
        said(DEFINITION, one.definition.as_ref(), lang).into_iter().chain(aim).collect()
    }
}

fn details(aim: &Aim, lang: Lang) -> Vec<Detail> {
    let how_much =
        aim.how_much.as_ref().map(|one| Detail::new(HOW_MUCH, alloc::format!("{}", one.in_lang(lang)), lang));
    let by = aim.by.as_ref().filter(|by| by.is_stated());
    let by = by.map(|by| Detail::new(BY, alloc::format!("{}", by.in_lang(lang)), lang));
    let reached = aim.reached_on.map(|on| Detail::new(REACHED, alloc::format!("{}", on.in_lang(lang)), lang));
    [how_much, by, said(FOR_WHOM, aim.for_whom.as_ref(), lang), reached].into_iter().flatten().collect()
}

fn said(label: Bilingual, text: Option<&Text>, lang: Lang) -> Option<Detail> {
    shown(text).map(|text| Detail::new(label, text, lang))
}
