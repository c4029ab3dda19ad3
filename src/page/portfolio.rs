//! The page about a portfolio of PDSA cycles.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::community::service_name;
use super::sheet::{Detail, Sheet, shown};
use super::title::capital;
use super::{About, Options, Page};
use crate::Lang;
use crate::community::ImprovementCommunity;
use crate::cycle::{ActDecision, CarriedOut, CyclePhase, Feature, FeatureCount, Fidelity, PdsaCycle, Ramp};
use crate::id::{Id, Identified as _};
use crate::measurement::Measurement;
use crate::sorted::sort_by_key;
use crate::text::{Bilingual, count, counted, in_quotes};

pub(super) const TITLE: Bilingual = Bilingual::new("PDSA-cyklusser", "PDSA cycles");
const NOTHING: Bilingual = Bilingual::new("Ingen.", "None.");
const FIDELITY: Bilingual =
    Bilingual::new("Hvor ofte metodens kendetegn ses", "How often the features of the method are found");
const COUNTED_ALONE: Bilingual = Bilingual::new(
    "Hvert kendetegn tælles for sig, som den nævnte undersøgelse gør. De lægges ikke sammen.",
    "Each feature is counted separately, as in the named study. They are not added up.",
);

#[derive(Debug, Clone, Copy)]
pub(super) struct OfPortfolio<'a> {
    communities: &'a [&'a ImprovementCommunity],
    measurements: &'a [Measurement],
}

/// The lists of the page, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    NoPrediction,
    NoStudy,
    AdoptedWithoutData,
    AdaptedWithoutNext,
}

impl List {
    const ALL: [Self; 4] =
        [Self::NoPrediction, Self::NoStudy, Self::AdoptedWithoutData, Self::AdaptedWithoutNext];

    const fn heading(self) -> Bilingual {
        match self {
            Self::NoPrediction => Bilingual::new(
                "Planlagt eller begyndt uden forudsigelse",
                "Planned or begun without a prediction",
            ),
            Self::NoStudy => Bilingual::new("Afprøvet, men ikke analyseret", "Carried out, but not studied"),
            Self::AdoptedWithoutData => Bilingual::new("Beholdt uden data", "Adopted without data"),
            Self::AdaptedWithoutNext => {
                Bilingual::new("Skal tilpasses, men ingen næste cyklus", "To be adapted, but no next cycle")
            }
        }
    }

    /// Whether a cycle belongs to it. `is_followed` says whether the cycle leads to another one.
    fn has(self, cycle: &PdsaCycle, is_followed: bool) -> bool {
        let has_data = cycle.carried_out.as_ref().is_some_and(CarriedOut::has_data);
        match self {
            Self::NoPrediction => cycle.phase() > CyclePhase::NotBegun && !cycle.has_prediction(),
            Self::NoStudy => cycle.carried_out.is_some() && cycle.study.is_none(),
            Self::AdoptedWithoutData => cycle.decision() == Some(ActDecision::Adopt) && !has_data,
            Self::AdaptedWithoutNext => cycle.decision() == Some(ActDecision::Adapt) && !is_followed,
        }
    }
}

impl<'a> Page<'a> {
    /// A page about the PDSA cycles of communities, in Danish: those without a prediction, those that never came to a
    /// study, changes that were adopted without data, and changes to be adapted that no further cycle tests; then how
    /// often each [`Feature`] of the method is found, which study looks for it, and no score.
    ///
    /// Cycles are named by their number in the list of the community, and by the change that they test
    /// [if it is asked for](Self::with_texts). `measurements` are those that the cycles name, as far as they are at hand.
    ///
    /// ```
    /// use kvalitetsmodel::community::ImprovementCommunity;
    /// use kvalitetsmodel::cycle::{PdsaCycle, Plan};
    /// use kvalitetsmodel::{Lang, id::Id, page::Page};
    ///
    /// let mut community = ImprovementCommunity::new(Id::from_u128(1));
    /// community.topic = Some("sick leave".into());
    /// community.cycles = vec![PdsaCycle { plan: Some(Plan::default()), ..PdsaCycle::new(Id::from_u128(2)) }];
    /// let communities = [&community];
    /// let text = Page::of_portfolio(&communities, &[]).with_lang(Lang::En).text().to_string();
    /// assert!(text.contains("Planned or begun without a prediction\n-------------------------------------\n“sick leave”\n- Cycle 1\n"), "{text}");
    /// assert!(text.contains("- Explicit prediction in the plan: 0 of 0\n"), "{text}");
    /// ```
    #[must_use]
    pub const fn of_portfolio(
        communities: &'a [&'a ImprovementCommunity],
        measurements: &'a [Measurement],
    ) -> Self {
        Self::about(About::Portfolio(OfPortfolio { communities, measurements }))
    }
}

/// The cycles of a community that lead to another one, sorted.
fn followed(community: &ImprovementCommunity) -> Vec<Id<PdsaCycle>> {
    let naming = community.cycles.iter().filter(|cycle| cycle.next.is_some_and(|next| next != cycle.id));
    let cycles = community.cycles.iter();
    let named = cycles.filter_map(|cycle| cycle.previous.filter(|id| *id != cycle.id));
    let mut followed: Vec<_> = naming.map(|cycle| cycle.id).chain(named).collect();
    sort_by_key(&mut followed, |id| *id);
    followed
}

impl OfPortfolio<'_> {
    /// Writes the page.
    pub(super) fn tell(&self, options: &Options<'_>, sheet: &mut dyn Sheet) -> fmt::Result {
        let lang = options.lang;
        sheet.title(TITLE.in_lang(lang))?;
        if let Some(name) = options.name {
            sheet.paragraph(name)?;
        }
        sheet.paragraph(&self.counts(lang))?;
        let followed: Vec<_> = self.communities.iter().map(|one| (*one, followed(one))).collect();
        for list in List::ALL {
            sheet.section(list.heading().in_lang(lang))?;
            let mut is_empty = true;
            for (n, (community, followed)) in (1_u64..).zip(&followed) {
                let is_inside = |(_, cycle): &(u64, &PdsaCycle)| {
                    list.has(cycle, followed.binary_search(&cycle.id).is_ok())
                };
                let inside: Vec<_> = (1_u64..).zip(&community.cycles).filter(is_inside).collect();
                if inside.is_empty() {
                    continue;
                }
                is_empty = false;
                sheet.group(&name(community, n, lang))?;
                for (n, cycle) in inside {
                    sheet.item(&in_service(cycle_name(cycle, n, options), cycle, community), &[])?;
                }
            }
            if is_empty {
                sheet.paragraph(NOTHING.in_lang(lang))?;
            }
        }
        self.fidelity(lang, sheet)?;
        sheet.end()
    }

    /// How much there is.
    fn counts(&self, lang: Lang) -> String {
        let cycles = || self.communities.iter().map(|one| one.cycles.len()).fold(0, usize::saturating_add);
        let ramps = self.communities.iter().flat_map(|one| Ramp::find(&one.cycles));
        let ramps = ramps.filter(|ramp| ramp.cycles.len() > 1).count();
        let (all, cycles, ramps) = (count(self.communities.len()), count(cycles()), count(ramps));
        match lang {
            Lang::Da => format!(
                "{} med {}, som danner {} på mindst to cyklusser.",
                counted(all, "fællesskab", "fællesskaber"),
                counted(cycles, "cyklus", "cyklusser"),
                counted(ramps, "serie", "serier"),
            ),
            Lang::En => format!(
                "{} with {}, which form {} of two or more cycles.",
                counted(all, "community", "communities"),
                counted(cycles, "cycle", "cycles"),
                counted(ramps, "ramp", "ramps"),
            ),
        }
    }

    fn fidelity(&self, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
        let count = |one: &&ImprovementCommunity| Fidelity::of(&one.cycles, &one.aims, self.measurements);
        let all = self.communities.iter().map(count).fold(Fidelity::default(), |all, one| all.plus(&one));
        sheet.section(FIDELITY.in_lang(lang))?;
        sheet.paragraph(COUNTED_ALONE.in_lang(lang))?;
        let mut study = "";
        for feature in Feature::ALL {
            let source = feature.source();
            if source.document.publisher != study {
                study = source.document.publisher;
                sheet.group(study)?;
            }
            let FeatureCount { met, not_assessable, of, .. } = all.count(feature);
            let name = capital(feature.label().in_lang(lang));
            let between = Bilingual::new("af", "of").in_lang(lang);
            let mut details = Vec::new();
            let mut tell = |label, words: String| details.push(Detail::new(label, words, lang));
            if not_assessable > 0 {
                tell(Bilingual::new("Kan ikke vurderes", "Not assessable"), format!("{not_assessable}"));
            }
            tell(Bilingual::new("Kilde", "Source"), source.section.into());
            sheet.item(&format!("{name}: {met} {between} {of}"), &details)?;
        }
        Ok(())
    }
}

/// What a community is called: its topic, or its number.
fn name(community: &ImprovementCommunity, number: u64, lang: Lang) -> String {
    shown(community.topic.as_ref()).map_or_else(
        || format!("{} {number}", capital(ImprovementCommunity::LABEL.in_lang(lang))),
        |topic| in_quotes(topic, lang),
    )
}

/// The name of a cycle, and of the service that tests if the community names it.
fn in_service(cycle_name: String, cycle: &PdsaCycle, community: &ImprovementCommunity) -> String {
    match cycle.service.and_then(|service| service_name(community, service)) {
        Some(name) => format!("{cycle_name}, {name}"),
        None => cycle_name,
    }
}

pub(super) fn cycle_name(cycle: &PdsaCycle, number: u64, options: &Options<'_>) -> String {
    let name = Bilingual::new("Cyklus", "Cycle").in_lang(options.lang);
    match shown(cycle.change.as_ref().filter(|_| options.with_texts)) {
        Some(change) => format!("{name} {number} {}", in_quotes(change, options.lang)),
        None => format!("{name} {number}"),
    }
}
