//! The charter of a community, and who works in it.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use super::OfCommunity;
use crate::Lang;
use crate::community::{Charter, CommunityRole};
use crate::date::PartialDate;
use crate::page::sheet::{NOT_STATED, Sheet, shown};
use crate::text::{Bilingual, Text};

const CHARTER: Bilingual = Bilingual::new("Kommissorium", "Terms of reference");
const PURPOSE: Bilingual = Bilingual::new("Formål", "Purpose");
const TERMS: Bilingual = Bilingual::new("Vilkår", "Terms");
const SET_UP_BY: Bilingual = Bilingual::new("Nedsat af", "Set up by");
const PERIOD: Bilingual = Bilingual::new("Periode", "Period");
const PEOPLE: Bilingual = Bilingual::new("Hvem der er med", "Who takes part");

impl OfCommunity<'_> {
    /// Writes what the charter says, and who works in the community.
    pub(super) fn charter(&self, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        let unstated = Charter::default();
        let charter = self.community.charter.as_ref().unwrap_or(&unstated);
        let stated = |text: Option<&Text>| shown(text).map(String::from);
        let date = |on: Option<PartialDate>| {
            on.map_or_else(|| NOT_STATED.in_lang(lang).into(), |on| on.in_lang(lang).to_string())
        };
        let (starts_on, ends_on) = (charter.starts_on, charter.ends_on);
        let period = format!("{} – {}", date(starts_on), date(ends_on));
        let is_dated = starts_on.is_some() || ends_on.is_some();
        let lines: [(Bilingual, Vec<String>); 5] = [
            (PURPOSE, stated(charter.purpose.as_ref()).into_iter().collect()),
            (TERMS, charter.terms.iter().filter_map(|term| stated(Some(term))).collect()),
            (SET_UP_BY, stated(charter.set_up_by.as_ref()).into_iter().collect()),
            (PERIOD, is_dated.then_some(period).into_iter().collect()),
            (PEOPLE, self.community.roles.iter().map(|role| self.role(role, lang)).collect()),
        ];
        for (n, (label, values)) in lines.iter().filter(|(_, values)| !values.is_empty()).enumerate() {
            if n == 0 {
                sheet.section(CHARTER.in_lang(lang))?;
            }
            sheet.item(&format!("{}: {}", label.in_lang(lang), values.join("; ")), &[])?;
        }
        Ok(())
    }

    /// How many of a role, and where they come from.
    fn role(&self, role: &CommunityRole, lang: Lang) -> String {
        let name = shown(role.role.as_ref()).unwrap_or(NOT_STATED.in_lang(lang));
        let number = role.count.map(|count| format!(": {count}")).unwrap_or_default();
        let from = role.service.map(|service| format!(", {}", self.name(service))).unwrap_or_default();
        format!("{name}{from}{number}")
    }
}
