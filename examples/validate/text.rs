//! The report as a page of text.

use kvalitetsmodel::agreement::{AgendaItem, DevelopmentAgreement, Duty, FocusArea};
use kvalitetsmodel::date::{DutyStatus, When, day_in_lang};
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::draft::shape;
use kvalitetsmodel::report::{Because, Finding, Pointer, Report};
use kvalitetsmodel::rule::{RULE_EDITION, Severity, SourceRef};
use kvalitetsmodel::section::SectionNumber;
use kvalitetsmodel::text::Text;
use kvalitetsmodel::{Context, Explanation, Lang, explain};

use crate::sheet::Sheet;

pub(crate) struct Page<'a> {
    document: &'a Document,
    report: &'a Report,
    context: &'a Context,
    sheet: Sheet,
}

impl<'a> Page<'a> {
    pub(crate) fn new(document: &'a Document, report: &'a Report, context: &'a Context, lang: Lang) -> Self {
        Self { document, report, context, sheet: Sheet::new(lang) }
    }

    pub(crate) fn into_string(self) -> String {
        self.sheet.into_string()
    }

    fn agreement(&self) -> Option<&'a DevelopmentAgreement> {
        match self.document.content() {
            Content::Agreement(agreement) => Some(agreement),
            _ => None,
        }
    }

    pub(crate) fn head(&mut self) {
        let words = match self.document.content() {
            Content::Agreement(agreement) => {
                let service = agreement.service.as_ref().and_then(|service| service.name.as_ref());
                [agreement.title.as_ref(), service]
            }
            Content::Series(series) => [series.title.as_ref(), None],
            _ => [None, None],
        };
        let mut title = words.into_iter().flatten().map(Text::as_str).collect::<Vec<_>>().join(", ");
        if title.is_empty() {
            self.document.content().kind().clone_into(&mut title);
        }
        self.sheet.line(&title);
        self.sheet.line(&"=".repeat(title.chars().count()));
        let day = day_in_lang(self.context.as_of(), self.sheet.lang);
        let profile = self.context.profile().name();
        let checked = match self.sheet.lang {
            Lang::Da => format!("Kontrolleret pr. {day} (profil: {profile}, regler: udgave {RULE_EDITION})."),
            Lang::En => format!("Checked as of {day} (profile: {profile}, rules: edition {RULE_EDITION})."),
        };
        self.sheet.line(&checked);
        let counts = self.report.summary();
        let (unknown, left_out) = (counts.not_assessable, counts.not_evaluated);
        let summary = match self.sheet.lang {
            Lang::Da => format!(
                "Fundet: {} fejl, {}, {}. {} kan ikke vurderes; {} er ikke vurderet.",
                counts.errors,
                counted(counts.warnings, "advarsel", "advarsler"),
                counted(counts.information, "oplysning", "oplysninger"),
                counted(unknown, "forhold", "forhold"),
                counted(left_out, "regel", "regler"),
            ),
            Lang::En => format!(
                "Found: {}, {}, {} of information. {} cannot be assessed; {} not evaluated.",
                counted(counts.errors, "error", "errors"),
                counted(counts.warnings, "warning", "warnings"),
                counts.information,
                counted(unknown, "matter", "matters"),
                counted(left_out, "rule", "rules"),
            ),
        };
        self.sheet.line(&summary);
    }

    /// The area in which a finding stands.
    fn area_of(&self, at: &Pointer) -> Option<&'a FocusArea> {
        let areas = &self.agreement()?.focus_areas;
        areas.iter().enumerate().find(|(n, _)| at.is_within(&area_at(*n))).map(|(_, area)| area)
    }

    /// The section of the document that a place lies in, or the place itself.
    fn place(&self, at: &Pointer) -> String {
        let section = self.agreement().and_then(|agreement| section_of(agreement, at));
        let Some(section) = section else { return at.to_string() };
        let section = format!("{} {section}", self.sheet.say("afsnit", "section"));
        self.item(at).map_or(section.clone(), |item| format!("{section}, {item}"))
    }

    /// Which of several things in a list of a focus area a place lies in: "måltal 2".
    fn item(&self, at: &Pointer) -> Option<String> {
        let area = self.area_of(at)?;
        let items = shape::<Document>().items_at(at.as_str());
        let (label, n) = items.get(1)?;
        let lists = [
            ("/actions/", area.actions.len()),
            ("/targets/", area.targets.len()),
            ("/followUps/", area.follow_ups.len()),
            ("/participation/", area.participation.len()),
        ];
        let (_, length) = lists.iter().find(|(list, _)| at.as_str().contains(list))?;
        (*length > 1).then(|| format!("{} {n}", label.in_lang(self.sheet.lang)))
    }

    fn area_title(&self, area: Option<&FocusArea>) -> String {
        let Some(area) = area else {
            return self.sheet.say("Aftalen som helhed", "The agreement as a whole").to_owned();
        };
        let number = area.number.map(|number| number.to_string());
        let words = [number, area.title.as_ref().map(|title| title.as_str().to_owned())];
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    pub(crate) fn findings(&mut self) {
        let found: Vec<_> = self.report.findings().iter().filter(|finding| finding.is_not_met()).collect();
        if found.is_empty() {
            let none = self.sheet.say("\nIngen regel er brudt.", "\nNo rule is broken.");
            self.sheet.line(none);
        }
        let mut last = None;
        for finding in found {
            let area = self.area_of(finding.at());
            let title = if self.agreement().is_some() {
                self.area_title(area)
            } else {
                self.sheet.say("Fundet", "Found").to_owned()
            };
            if last.as_ref() != Some(&title) {
                self.sheet.heading(&title);
                last = Some(title);
            }
            self.finding(finding);
        }
    }

    fn finding(&mut self, finding: &Finding) {
        let lang = self.sheet.lang;
        let mark = match finding.severity() {
            Severity::Error => "!!",
            Severity::Warning => " !",
            Severity::Information => " i",
        };
        let word = finding.severity().label().in_lang(lang);
        let basis = finding.basis().label().in_lang(lang);
        self.sheet.paragraph(&format!("{mark} {} ", finding.code()), &sentence(&finding.message(lang)));
        let remedy = self.sheet.say("Gør:   ", "Do:     ");
        self.sheet.paragraph(&format!("          {remedy}"), finding.remedy(lang));
        let source = self.sheet.say("Kilde: ", "Source: ");
        let weight = format!("{} ({word}, {basis})", passages(finding.sources()));
        self.sheet.paragraph(&format!("          {source}"), &weight);
        let place = self.sheet.say("Sted:  ", "Place:  ");
        self.sheet.paragraph(&format!("          {place}"), &self.place(finding.at()));
        if let Some(suppression) = finding.suppressed() {
            let accepted = self.sheet.say("Accepteret:", "Accepted:");
            let until = day_in_lang(suppression.last_day(), lang).to_string();
            self.sheet
                .paragraph(&format!("          {accepted} "), &format!("{} ({until})", suppression.reason()));
        }
    }

    pub(crate) fn agenda(&mut self) {
        let Some(agreement) = self.agreement() else { return };
        let mut items: Vec<_> = agreement.agenda(self.context.as_of()).collect();
        let day = |status: &DutyStatus| match status {
            DutyStatus::Due { last_day } | DutyStatus::Overdue { last_day } => Some(*last_day),
            _ => None,
        };
        items.sort_by_key(|item| (day(&item.status).is_none(), day(&item.status)));
        let title = self.sheet.say("Hvad der skal ske hvornår", "What is due when");
        self.sheet.heading(title);
        for item in items {
            let when = sentence(&item.status.in_lang(self.sheet.lang).to_string());
            let what = self.duty(&item);
            self.sheet.paragraph(&format!("{when:<34} "), &what);
        }
    }

    fn duty(&self, item: &AgendaItem<'_>) -> String {
        let lang = self.sheet.lang;
        let kind = match item.duty {
            Duty::FollowUp => self.sheet.say("opfølgning", "follow-up"),
            Duty::Action => self.sheet.say("indsats", "action"),
            Duty::Measuring => self.sheet.say("måling af måltal", "measuring of a target figure"),
            _ => self.sheet.say("pligt", "duty"),
        };
        let section = item.section.map_or(String::new(), |section| format!("{section} "));
        let text = item.text.map_or(String::new(), |text| format!(": {}", text.as_str()));
        // Said again only where the status says less than the document does.
        let when = match (&item.status, item.when) {
            (DutyStatus::Pending { .. }, _) => None,
            (_, When::Date { on }) if on.is_day() => None,
            (_, when) => Some(when.in_lang(lang).to_string()),
        };
        let when = when.map_or(String::new(), |when| format!(" ({when})"));
        format!("{section}{kind}{text}{when}")
    }

    pub(crate) fn not_assessable(&mut self) {
        let unknown: Vec<_> = self.report.findings().iter().filter(|finding| !finding.is_not_met()).collect();
        if unknown.is_empty() {
            return;
        }
        let title = self.sheet.say(
            "Hvad der ikke kan vurderes, og hvad der mangler",
            "What cannot be assessed, and what is missing",
        );
        self.sheet.heading(title);
        let lang = self.sheet.lang;
        for finding in unknown {
            let place = match self.area_of(finding.at()) {
                Some(area) => area.number.map_or(self.area_title(Some(area)), |number| number.to_string()),
                None if self.agreement().is_some() => self.sheet.say("aftalen", "agreement").to_owned(),
                None => finding.at().to_string(),
            };
            let missing: Vec<_> = finding.missing().iter().map(|part| part.in_lang(lang)).collect();
            let title = finding.rule().title.in_lang(lang);
            let not_stated = self.sheet.say("Mangler", "Missing");
            let item = self.item(finding.at()).map_or(String::new(), |item| format!("{}: ", sentence(&item)));
            let title = if item.is_empty() { sentence(title) } else { title.to_owned() };
            let text = format!("{item}{title}. {not_stated}: {}.", missing.join(", "));
            if place.chars().count() > 8 {
                self.sheet.paragraph(&format!(" ? {} ", finding.code()), &format!("{place}: {text}"));
            } else {
                self.sheet.paragraph(&format!(" ? {} {place:<8} ", finding.code()), &text);
            }
        }
    }

    pub(crate) fn not_evaluated(&mut self) {
        if self.report.not_evaluated().is_empty() {
            return;
        }
        let title = self.sheet.say("Regler, der ikke er vurderet", "Rules that were not evaluated");
        self.sheet.heading(title);
        let lang = self.sheet.lang;
        for entry in self.report.not_evaluated() {
            let rule = match explain(entry.code) {
                Some(Explanation::Active(rule)) => sentence(rule.title.in_lang(lang)),
                _ => String::new(),
            };
            let why = match &entry.because {
                Because::SwitchedOff { reason } => {
                    format!("{} {reason}", self.sheet.say("slået fra:", "switched off:"))
                }
                Because::DependsOn { code } => match lang {
                    Lang::Da => {
                        format!("forudsætter {code}, som ikke er opfyldt eller ikke kan vurderes her")
                    }
                    Lang::En => format!("presupposes {code}, which is not met or cannot be assessed here"),
                },
                _ => self
                    .sheet
                    .say("gælder en anden slags dokument", "concerns another kind of document")
                    .to_owned(),
            };
            let place = entry.at.as_ref().map_or(String::new(), |at| format!(" ({})", self.place(at)));
            self.sheet.paragraph(&format!(" - {} ", entry.code), &format!("{rule}: {why}{place}"));
        }
    }

    pub(crate) fn status(&mut self, status: u8, demonstration: bool) {
        let verdict = match status {
            0 => self.sheet.say("ingen fejl", "no errors"),
            _ => self.sheet.say("mindst én fejl", "at least one error"),
        };
        let line = match (self.sheet.lang, demonstration) {
            (_, false) => format!("\nStatus {status}: {verdict}."),
            (Lang::Da, true) => {
                format!("\nStatus {status} ville en fil give: {verdict}. (Demonstrationen slutter med 0.)")
            }
            (Lang::En, true) => {
                format!("\nA file would give status {status}: {verdict}. (The demonstration ends with 0.)")
            }
        };
        self.sheet.line(&line);
    }
}

fn area_at(n: usize) -> String {
    format!("/content/agreement/focusAreas/{n}")
}

/// The section that states the action, target figure, follow-up or participation at a place, or else
/// that of the focus area around it.
fn section_of(agreement: &DevelopmentAgreement, at: &Pointer) -> Option<SectionNumber> {
    let (n, area) = agreement.focus_areas.iter().enumerate().find(|(n, _)| at.is_within(&area_at(*n)))?;
    let lists = [
        ("actions", area.actions.iter().map(|one| one.section).collect::<Vec<_>>()),
        ("targets", area.targets.iter().map(|one| one.section).collect()),
        ("followUps", area.follow_ups.iter().map(|one| one.section).collect()),
        ("participation", area.participation.iter().map(|one| one.section).collect()),
    ];
    let stated = lists.iter().find_map(|(list, sections)| {
        let within = |i: usize| at.is_within(&format!("{}/{list}/{i}", area_at(n)));
        sections.iter().enumerate().find(|(i, _)| within(*i)).and_then(|(_, section)| *section)
    });
    stated.or(area.number)
}

fn counted(n: usize, one: &str, several: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { several })
}

/// The text with a capital at its beginning.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// The passages, the title of a document said once.
fn passages(sources: &[SourceRef]) -> String {
    let mut said = String::new();
    let mut last = None;
    for SourceRef { document, section } in sources {
        let joint = if said.is_empty() { "" } else { "; " };
        let title = if last == Some(document) { String::new() } else { format!("{}, ", document.title) };
        said.extend([joint, &title, section]);
        last = Some(document);
    }
    said
}
