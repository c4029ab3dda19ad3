//! The page about many services: by target figure, and what is found most often.

mod row;

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Reverse;
use core::fmt;

use chrono::NaiveDate;

use self::row::{Line, Row, key};
use super::sheet::{Detail, Sheet};
use super::status::{ServiceStatus, Standing};
use super::title::capital;
use super::{About, Options, Page};
use crate::Lang;
use crate::catalogue::{Explanation, explain};
use crate::codes::RuleCode;
use crate::date::day_in_lang;
use crate::keyed::Keyed;
use crate::sorted::{sort_by, sort_by_key};
use crate::text::{Bilingual, count, counted};

pub(super) const TITLE: Bilingual = Bilingual::new("Overblik over tilbud", "Overview of services");
const AT_A_GLANCE: Bilingual = Bilingual::new("Måltal", "Target figures");
const CANNOT: Bilingual = Bilingual::new("Kan ikke vurderes", "Not assessable");
const WITHOUT: Bilingual = Bilingual::new("Tilbud uden måltal", "Services without target figures");
const FREQUENT: Bilingual =
    Bilingual::new("Regler med fund hos flest tilbud", "Rules with findings at the most services");
const NOT_MET: Bilingual = Bilingual::new("Ikke opfyldt", "Not met");
const TOGETHER: Bilingual = Bilingual::new("Tilsammen", "Together");
const MEASURED: Bilingual = Bilingual::new("Målt", "Measured");
const TARGET: Bilingual = Bilingual::new("Måltal", "Target");
const UNNAMED: Bilingual = Bilingual::new("Tilbud uden navn", "Service without a name");

/// How many rules are listed.
const MOST_RULES: usize = 10;

/// The status of many services: how many meet each target figure, and at how many services each rule is found.
///
/// Services are [added](Self::add) one at a time, so that no documents need be kept. Of what people wrote, an overview keeps the
/// names of services and what their target figures are about, and no other text.
///
/// Target figures belong together if they measure the same indicator; each service is compared with its own figure.
/// Parts and wholes, as counted, are summed if all their periods have a day in common; percentages are never averaged,
/// and single figures are never summed. No verdict follows from a sum.
///
/// ```
/// use kvalitetsmodel::agreement::{Action, DevelopmentAgreement, FocusArea, ServiceRef};
/// use kvalitetsmodel::page::{Page, ServiceOverview, ServiceStatus};
/// use kvalitetsmodel::{Context, Lang, document::Document, id::Id};
///
/// let context = Context::new("2024-01-09".parse()?);
/// let mut overview = ServiceOverview::new();
/// for (n, name) in (11..).zip(["Engtoften", "Solgården"]) {
///     let area = FocusArea { actions: vec![Action::new(Id::from_u128(1))], ..FocusArea::new(Id::from_u128(2)) };
///     let agreement = DevelopmentAgreement {
///         service: Some(ServiceRef { name: Some(name.into()), ..ServiceRef::new(Id::from_u128(n)) }),
///         focus_areas: vec![area],
///         ..DevelopmentAgreement::new(Id::from_u128(3))
///     };
///     let document = Document::draft(Id::from_u128(4), agreement);
///     overview.add(&ServiceStatus::of([&document], &context));
/// }
/// let text = Page::of_overview(&overview).with_lang(Lang::En).text().to_string();
/// assert!(text.starts_with(
///     "Overview of services\n\
///      ====================\n\
///      As of 9 January 2024: 2 services.\n"
/// ), "{text}");
/// assert!(text.contains("AGR004: A focus area says whom it binds\n  Not met: 2 of 2 services\n"), "{text}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct ServiceOverview {
    /// The first and the last day of a status.
    days: Option<(NaiveDate, NaiveDate)>,
    services: u64,
    rows: Keyed<str, Row>,
    without_targets: Vec<String>,
    findings: Keyed<RuleCode, (RuleCode, Found)>,
}

/// At how many services a rule is found.
#[derive(Debug, Clone, Copy, Default)]
struct Found {
    not_met: u64,
    /// At how many services it is broken nowhere, but cannot be assessed somewhere.
    not_assessable: u64,
}

impl ServiceOverview {
    /// An overview of no services.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a service. Each call adds one, even if it was added before.
    pub fn add(&mut self, status: &ServiceStatus<'_>) {
        let day = status.as_of();
        let (first, last) = self.days.unwrap_or((day, day));
        self.days = Some((first.min(day), last.max(day)));
        self.services = self.services.saturating_add(1);
        let name = status.name();
        if status.targets().is_empty() {
            self.without_targets.push(name.clone().unwrap_or_default());
        }
        for target in status.targets() {
            let service = name.clone().unwrap_or_default();
            self.rows.update(&*key(target), Row::default, |row| row.add(target, service));
        }
        let mut found: Keyed<RuleCode, (RuleCode, bool)> = Keyed::default();
        let findings = status.documents().iter().flat_map(|(_, report)| report.findings());
        for finding in findings.filter(|one| one.suppressed().is_none()) {
            let code = finding.code();
            found.update(code, || (code, false), |(_, is_not_met)| *is_not_met |= finding.is_not_met());
        }
        for (code, is_not_met) in found.into_values() {
            let none = || (code, Found::default());
            self.findings.update(code, none, |(_, found)| {
                let number = if is_not_met { &mut found.not_met } else { &mut found.not_assessable };
                *number = number.saturating_add(1);
            });
        }
    }
}

impl<'a> Page<'a> {
    /// A page about many services, in Danish: for each target figure how many meet it, starting with those that most
    /// services miss; then for each the services that do not meet it, cannot be assessed or have not reported, with the
    /// figures; and the rules that are found at most services.
    #[must_use]
    pub const fn of_overview(overview: &'a ServiceOverview) -> Self {
        Self::about(About::Overview(overview))
    }
}

/// Writes the page.
pub(super) fn tell(overview: &ServiceOverview, options: &Options<'_>, sheet: &mut dyn Sheet) -> fmt::Result {
    let lang = options.lang;
    sheet.title(TITLE.in_lang(lang))?;
    if let Some(name) = options.name {
        sheet.paragraph(name)?;
    }
    sheet.paragraph(&head(overview, lang))?;
    let mut rows: Vec<(String, &Row)> =
        overview.rows.values().iter().map(|row| (row.heading(lang), row)).collect();
    sort_by_key(&mut rows, |(heading, row)| (row.rank(), heading.clone()));
    if !rows.is_empty() {
        sheet.section(AT_A_GLANCE.in_lang(lang))?;
        rows.iter().try_for_each(|(heading, row)| sheet.item(heading, &row.counts(lang)))?;
    }
    rows.iter().try_for_each(|(heading, row)| tell_row(heading, row, lang, sheet))?;
    if !overview.without_targets.is_empty() {
        sheet.section(WITHOUT.in_lang(lang))?;
        let mut names: Vec<_> = overview.without_targets.iter().collect();
        sort_by(&mut names, Ord::cmp);
        let unnamed = UNNAMED.in_lang(lang);
        names
            .into_iter()
            .try_for_each(|name| sheet.item(if name.is_empty() { unnamed } else { name }, &[]))?;
    }
    tell_findings(overview, lang, sheet)?;
    sheet.end()
}

fn head(overview: &ServiceOverview, lang: Lang) -> String {
    let services = match lang {
        Lang::Da => counted(overview.services, "tilbud", "tilbud").to_string(),
        Lang::En => counted(overview.services, "service", "services").to_string(),
    };
    let Some((first, last)) = overview.days else { return format!("{}.", capital(&services)) };
    let (from, to) = (day_in_lang(first, lang), day_in_lang(last, lang));
    match (first == last, lang) {
        (true, Lang::Da) => format!("Opgjort pr. {from}: {services}."),
        (true, Lang::En) => format!("As of {from}: {services}."),
        (false, Lang::Da) => format!("Opgjort fra {from} til {to}: {services}."),
        (false, Lang::En) => format!("From {from} to {to}: {services}."),
    }
}

/// The services by standing, the worst first: each with its figures, otherwise the names together.
fn tell_row(heading: &str, row: &Row, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
    sheet.section(heading)?;
    for standing in Standing::ALL {
        let lines = row.of(standing);
        for alike in lines.chunk_by(|one, other| one.because == other.because) {
            let Some(first) = alike.first() else { continue };
            sheet.group(&group_heading(first, standing, lang))?;
            tell_lines(alike, row, lang, sheet)?;
        }
    }
    Ok(())
}

/// Their standing, and why they cannot be assessed.
fn group_heading(line: &Line, standing: Standing, lang: Lang) -> String {
    let words = capital(standing.label().in_lang(lang));
    let because: Vec<String> = line.because.iter().map(|reason| reason.in_lang(lang).to_string()).collect();
    if standing == Standing::NotAssessable && !because.is_empty() {
        format!("{words}: {}", because.join("; "))
    } else {
        words
    }
}

fn tell_lines(lines: &[&Line], row: &Row, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
    let unnamed = UNNAMED.in_lang(lang);
    let name = |line: &Line| if line.service.is_empty() { unnamed.into() } else { line.service.clone() };
    let (with_figure, without): (Vec<&Line>, Vec<&Line>) =
        lines.iter().copied().partition(|line| line.figure.is_some());
    for line in with_figure {
        let figure = line.figure.as_ref().map(|figure| figure.in_lang(lang).to_string()).unwrap_or_default();
        let own = line.threshold.as_ref().filter(|_| row.threshold().is_none());
        let details = own.map(|own| Detail::new(TARGET, own.in_lang(lang).to_string(), lang));
        sheet.item(&format!("{}: {figure}", capital(&name(line))), details.as_slice())?;
    }
    let names: Vec<String> = without.into_iter().map(name).collect();
    if names.is_empty() { Ok(()) } else { sheet.item(&capital(&names.join(", ")), &[]) }
}

fn tell_findings(overview: &ServiceOverview, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
    let mut found: Vec<_> = overview.findings.values().iter().collect();
    if found.is_empty() {
        return Ok(());
    }
    sheet.section(FREQUENT.in_lang(lang))?;
    sort_by_key(&mut found, |(code, found)| {
        (Reverse((found.not_met.saturating_add(found.not_assessable), found.not_met)), *code)
    });
    for (code, found) in found.iter().take(MOST_RULES) {
        let title = match explain(*code) {
            Some(Explanation::Active(rule)) => format!("{code}: {}", capital(rule.title.in_lang(lang))),
            _ => code.to_string(),
        };
        let of = |number: u64| match lang {
            Lang::Da => format!("{number} af {}", counted(overview.services, "tilbud", "tilbud")),
            Lang::En => format!("{number} of {}", counted(overview.services, "service", "services")),
        };
        let mut details = Vec::new();
        for (label, number) in [(NOT_MET, found.not_met), (CANNOT, found.not_assessable)] {
            if number > 0 {
                details.push(Detail { label: label.in_lang(lang), values: vec![of(number)] });
            }
        }
        sheet.item(&title, &details)?;
    }
    let more = count(found.len().saturating_sub(MOST_RULES));
    match (more, lang) {
        (0, _) => Ok(()),
        (_, Lang::Da) => sheet.paragraph(&format!("Og {}.", counted(more, "anden regel", "andre regler"))),
        (_, Lang::En) => sheet.paragraph(&format!("And {}.", counted(more, "other rule", "other rules"))),
    }
}
