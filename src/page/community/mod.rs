//! The page about an improvement community: its charter, its aims and measures, each member with its cycles, target figures and charts, and
//! how changes spread.

mod aims;
mod charter;
mod spread;

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use super::meeting::{Charts, standings, tell_target};
use super::portfolio::cycle_name;
use super::sheet::{Detail, NOT_STATED, Sheet, shown};
use super::status::{Target, contents_of, series};
use super::title::{capital, with_kind};
use super::{About, Options, Page};
use crate::Lang;
use crate::body::Membership;
use crate::community::{CommunityMember, ImprovementCommunity};
use crate::cycle::PdsaCycle;
use crate::date::{day_in_lang, has_passed};
use crate::document::{Content, Document};
use crate::id::{Id, Identified as _};
use crate::organisation::{OrgUnit, SocialService};
use crate::text::{Bilingual, Text, count, counted, enumerated};

const CYCLES: Bilingual = Bilingual::new("PDSA-cyklusser", "PDSA cycles");
const OTHER_CYCLES: Bilingual =
    Bilingual::new("PDSA-cyklusser uden oplyst tilbud", "PDSA cycles whose service is not stated");
const OTHERS: Bilingual = Bilingual::new("Tilbud, der ikke indgår", "Services that do not take part");
const FROM: Bilingual = Bilingual::new("fra", "from");
const UNTIL: Bilingual = Bilingual::new("til og med", "up to and including");
const STANDING: Bilingual = Bilingual::new("Status", "Status");
const SCALE: Bilingual = Bilingual::new("Omfang", "Scale");
const LEARNED: Bilingual = Bilingual::new("Lært", "Learned");
const NOTHING: Bilingual =
    Bilingual::new("Ingen cyklusser, måltal eller målinger.", "No cycles, target figures or measurements.");

impl<'a> Page<'a> {
    /// A page about an improvement community on a day, in Danish: its charter; its aims, and its measures by kind; each service that takes part, with its PDSA
    /// cycles, the status of its target figures, and its charts; how changes spread; cross-audits; and what was
    /// learned.
    ///
    /// `documents` are those of the members: measurements, series, and cycles that serve an aim of the community. A
    /// [bundle](crate::bundle::Bundle) counts as its documents. What is measured belongs to the service that it names. Charts are
    /// drawn or described as on the page [for a dialogue meeting](Self::of_dialogue_meeting).
    ///
    /// ```
    /// use kvalitetsmodel::body::Membership;
    /// use kvalitetsmodel::community::{CommunityMember, ImprovementCommunity};
    /// use kvalitetsmodel::cycle::PdsaCycle;
    /// use kvalitetsmodel::{Lang, id::Id, page::Page};
    ///
    /// let service = Id::from_u128(2);
    /// let member = CommunityMember {
    ///     name: Some("Engtoften".into()), membership: Membership::Member, ..CommunityMember::new(service)
    /// };
    /// let cycle = PdsaCycle { service: Some(service), scale: Some(3), ..PdsaCycle::new(Id::from_u128(3)) };
    /// let community = ImprovementCommunity {
    ///     topic: Some("sick leave".into()),
    ///     members: vec![member],
    ///     cycles: vec![cycle],
    ///     ..ImprovementCommunity::new(Id::from_u128(1))
    /// };
    /// let page = Page::of_community(&community, &[], "2025-12-09".parse()?).with_lang(Lang::En);
    /// assert!(page.text().to_string().ends_with(
    ///     "Engtoften: takes part\n---------------------\nPDSA cycles\n- Cycle 1\n  Status: not begun\n  Scale:  3\n"
    /// ));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn of_community(
        community: &'a ImprovementCommunity,
        documents: &'a [Document],
        as_of: NaiveDate,
    ) -> Self {
        Self::about(About::Community(OfCommunity { community, documents, as_of }))
    }
}

/// Whether a service takes part, and from when to when.
fn membership(entry: &CommunityMember, lang: Lang) -> impl fmt::Display {
    let (words, days) = (entry.membership.label(), [(FROM, entry.from), (UNTIL, entry.until)]);
    fmt::from_fn(move |f| {
        f.write_str(words.in_lang(lang))?;
        for (which, on) in days {
            if let Some(on) = on {
                write!(f, " {} {}", which.in_lang(lang), on.in_lang(lang))?;
            }
        }
        Ok(())
    })
}

pub(super) fn title(community: &ImprovementCommunity, lang: Lang) -> String {
    let topic = shown(community.topic.as_ref());
    with_kind(ImprovementCommunity::LABEL.in_lang(lang), topic.unwrap_or_default())
}

/// What the document calls a service that it lists.
pub(super) fn service_name(community: &ImprovementCommunity, service: Id<SocialService>) -> Option<&str> {
    let of_service = community.members.iter().filter(|one| one.service == service);
    of_service.map(|one| one.name.as_ref()).find_map(shown)
}

/// A community on a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct OfCommunity<'a> {
    pub(super) community: &'a ImprovementCommunity,
    documents: &'a [Document],
    as_of: NaiveDate,
}

impl<'a> OfCommunity<'a> {
    /// Writes the page.
    pub(super) fn tell(&self, options: &Options<'_>, sheet: &mut dyn Sheet) -> fmt::Result {
        let lang = options.lang;
        let contents: Vec<&Content> = self.documents.iter().flat_map(contents_of).collect();
        let cycles = self.cycles(&contents);
        sheet.title(&title(self.community, lang))?;
        if let Some(name) = options.name {
            sheet.paragraph(name)?;
        }
        let services = self.services();
        let (inside, outside): (Vec<_>, Vec<_>) = services
            .iter()
            .copied()
            .partition(|(service, entry)| self.is_shown(*service, entry.membership, &contents, &cycles));
        let is_there = |entry: &CommunityMember| {
            entry.membership.is_member() == Some(true) && !has_passed(entry.until, self.as_of)
        };
        let members = services.iter().filter(|(_, entry)| is_there(entry));
        let inside: Vec<_> = inside
            .into_iter()
            .map(|(service, entry)| {
                (service, entry, Target::of_member(self.community, &contents, service, self.as_of))
            })
            .collect();
        let standings = standings(&inside.iter().flat_map(|(_, _, targets)| targets), lang);
        sheet.paragraph(&self.head(count(members.count()), count(cycles.len()), &standings, lang))?;
        self.charter(lang, sheet)?;
        self.aims(lang, sheet)?;
        for (service, entry, targets) in &inside {
            let heading = format!("{}: {}", self.name(*service), membership(entry, lang));
            sheet.section(&heading)?;
            tell_service(*service, targets, (&contents, &cycles), options, sheet)?;
        }
        let unknown = |cycle: &PdsaCycle| {
            cycle.service.is_none_or(|service| services.iter().all(|(one, _)| *one != service))
        };
        if cycles.iter().any(|(_, cycle)| unknown(cycle)) {
            sheet.section(OTHER_CYCLES.in_lang(lang))?;
            tell_cycles(cycles.iter().filter(|(_, cycle)| unknown(cycle)), options, sheet)?;
        }
        if !outside.is_empty() {
            sheet.section(OTHERS.in_lang(lang))?;
        }
        for (service, entry) in outside {
            let words = format!("{}: {}", self.name(service), membership(entry, lang));
            sheet.item(&words, &[])?;
        }
        self.spreads(lang, sheet)?;
        self.audits(lang, sheet)?;
        self.lessons(&cycles, options, sheet)?;
        sheet.end()
    }

    /// The services that are listed, each once, with the entry that says whether they take part, now if it has changed.
    fn services(&self) -> Vec<(Id<SocialService>, &'a CommunityMember)> {
        let mut services: Vec<(Id<SocialService>, &'a CommunityMember)> = Vec::new();
        for member in &self.community.members {
            let is_said = member.membership.is_member().is_some();
            match services.iter_mut().find(|(service, _)| *service == member.service) {
                Some((_, known)) if known.membership.is_member().is_none() => *known = member,
                Some((_, known)) if is_said && has_passed(known.until, self.as_of) => *known = member,
                Some(_) => {}
                None => services.push((member.service, member)),
            }
        }
        services
    }

    /// The cycles of the community and those of other documents that serve one of its aims, with their numbers.
    fn cycles(&self, contents: &[&'a Content]) -> Vec<(u64, &'a PdsaCycle)> {
        let mut cycles: Vec<&'a PdsaCycle> = self.community.cycles.iter().collect();
        for content in contents {
            if let Content::Cycle(cycle) = content
                && cycles.iter().all(|known| known.id != cycle.id)
                && self.community.aims.iter().any(|aim| Some(aim.id) == cycle.aim)
            {
                cycles.push(cycle);
            }
        }
        (1..).zip(cycles).collect()
    }

    /// Whether a service takes part, or there is something to say about it.
    fn is_shown(
        &self,
        service: Id<SocialService>,
        membership: Membership,
        contents: &[&Content],
        cycles: &[(u64, &PdsaCycle)],
    ) -> bool {
        membership.is_member() == Some(true)
            || cycles.iter().any(|(_, cycle)| cycle.service == Some(service))
            || self.community.targets.iter().any(|one| one.service == service)
            || series(contents.iter().copied()).any(|one| one.reporting_unit == Some(OrgUnit::from(service)))
    }

    /// What the document calls a service, or its id.
    fn name(&self, service: Id<SocialService>) -> String {
        service_name(self.community, service).map_or_else(|| service.to_string(), String::from)
    }

    fn head(&self, members: u64, cycles: u64, standings: &[String], lang: Lang) -> String {
        let day = day_in_lang(self.as_of, lang);
        let head = match lang {
            Lang::Da => format!(
                "Pr. {day}: {} med {}.",
                counted(members, "tilbud, der indgår,", "tilbud, der indgår,"),
                counted(cycles, "PDSA-cyklus", "PDSA-cyklusser"),
            ),
            Lang::En => format!(
                "As of {day}: {} with {}.",
                counted(members, "service that takes part,", "services that take part,"),
                counted(cycles, "PDSA cycle", "PDSA cycles"),
            ),
        };
        match (standings, lang) {
            ([], _) => head,
            (_, Lang::Da) => format!("{head} Måltal: {}.", enumerated(standings, lang)),
            (_, Lang::En) => format!("{head} Target figures: {}.", enumerated(standings, lang)),
        }
    }
}

/// Writes the part of one service.
fn tell_service(
    service: Id<SocialService>,
    targets: &[Target<'_>],
    (contents, cycles): (&[&Content], &[(u64, &PdsaCycle)]),
    options: &Options<'_>,
    sheet: &mut dyn Sheet,
) -> fmt::Result {
    let lang = options.lang;
    let of_service = |(_, cycle): &&(u64, &PdsaCycle)| cycle.service == Some(service);
    let has_cycles = cycles.iter().any(|one| of_service(&one));
    if has_cycles {
        sheet.group(CYCLES.in_lang(lang))?;
        tell_cycles(cycles.iter().filter(of_service), options, sheet)?;
    }
    let unit = Some(OrgUnit::from(service));
    let mut charts = Charts::of(series(contents.iter().copied()).filter(|one| one.reporting_unit == unit));
    for target in targets {
        // No heading gives its standing.
        let standing = Detail::new(STANDING, capital(target.standing.label().in_lang(lang)), lang);
        tell_target(target, &mut charts, vec![standing], lang, sheet)?;
    }
    let others = charts.rest(lang);
    for (title, figure) in &others {
        sheet.entry(title, &[], Some(figure))?;
    }
    let is_empty = !has_cycles && targets.is_empty() && others.is_empty();
    if is_empty { sheet.paragraph(NOTHING.in_lang(lang)) } else { Ok(()) }
}

/// The number and the change of a cycle.
fn called(cycle: &PdsaCycle, number: u64, options: &Options<'_>) -> String {
    cycle_name(cycle, number, &Options { with_texts: true, ..*options })
}

fn tell_cycles<'c>(
    cycles: impl Iterator<Item = &'c (u64, &'c PdsaCycle)>,
    options: &Options<'_>,
    sheet: &mut dyn Sheet,
) -> fmt::Result {
    let lang = options.lang;
    for (number, cycle) in cycles {
        let mut details = vec![Detail::new(STANDING, standing(cycle, lang), lang)];
        if let Some(scale) = cycle.scale {
            let of = match (cycle.whole, lang) {
                (Some(whole), Lang::Da) => format!("{scale} af {whole}"),
                (Some(whole), Lang::En) => format!("{scale} of {whole}"),
                (None, _) => scale.to_string(),
            };
            details.push(Detail::new(SCALE, of, lang));
        }
        let learned = cycle.study.as_ref().and_then(|study| study.learned.as_ref());
        if let Some(learned) = shown(learned) {
            details.push(Detail::new(LEARNED, learned, lang));
        }
        sheet.item(&called(cycle, *number, options), &details)?;
    }
    Ok(())
}

/// How far a cycle has come, when, and what was decided.
fn standing(cycle: &PdsaCycle, lang: Lang) -> String {
    let latest = cycle.phase_dates().into_iter().flatten().next_back();
    let mut said = vec![cycle.phase().label().in_lang(lang).to_string()];
    said.extend(latest.map(|on| on.in_lang(lang).to_string()));
    let decision = cycle.decision().map(|one| format!(": {}", one.label().in_lang(lang)));
    format!("{}{}", said.join(", "), decision.unwrap_or_default())
}

/// Names in one sentence.
fn names(all: &[String], lang: Lang) -> String {
    if all.is_empty() { NOT_STATED.in_lang(lang).into() } else { enumerated(all, lang) }
}

/// A text, or else the kind of thing and its number.
fn said_or(text: Option<&Text>, kind: Bilingual, number: u64, lang: Lang) -> String {
    let kind = || format!("{} {number}", capital(kind.in_lang(lang)));
    shown(text).map_or_else(kind, String::from)
}
