//! The pages `docs/rules.md` and `docs/regler.md`: one catalogue, one generator, two languages.

use std::fmt::Write as _;

use kvalitetsmodel::codes::RuleCode;
use kvalitetsmodel::rule::{Basis, RULE_EDITION, Rule, Severity, SourceDocument, SourceRef};
use kvalitetsmodel::text::Bilingual;
use kvalitetsmodel::{Lang, rules};

use super::join;

/// The headings of the rules by the prefix of their codes, in the order of the catalogue.
const DOMAINS: &[(&str, Bilingual)] = &[
    ("DOC", Bilingual::new("Ethvert dokument", "Any document")),
    ("ORG", Bilingual::new("Organisationer", "Organisations")),
    (
        "MOD",
        Bilingual::new(
            "Kvalitetsmodellen: temaer, standarder, indikatorer",
            "The quality model: themes, standards, indicators",
        ),
    ),
    ("MEA", Bilingual::new("Målinger", "Measurements")),
    ("TAR", Bilingual::new("Måltal", "Target figures")),
    ("PDS", Bilingual::new("Prøvehandlinger (PDSA)", "Tests of change (PDSA)")),
    ("IMP", Bilingual::new("Forbedringsfællesskaber", "Improvement communities")),
    ("AGR", Bilingual::new("Drifts- og udviklingsaftaler", "Development agreements")),
    ("STA", Bilingual::new("Tilstandsvurderinger", "State assessments")),
    ("GOL", Bilingual::new("Borgernes mål og delmål", "Citizens' goals and sub-goals")),
    ("AUD", Bilingual::new("Casebaserede audits", "Case-based audits")),
    ("PRJ", Bilingual::new("Forbedringsprojekter", "Improvement projects")),
    ("CIR", Bilingual::new("Læringscirkler", "Learning circles")),
    ("EVA", Bilingual::new("Evalueringer efter kvalitetsmodellen", "Evaluations by the quality model")),
    ("PLA", Bilingual::new("Implementeringsplaner", "Implementation plans")),
    ("DUT", Bilingual::new("Driftsopgaver", "Duties of daily operation")),
    ("SER", Bilingual::new("Måleserier", "Measurement series")),
    ("BUN", Bilingual::new("Dokumentpakker", "Bundles of documents")),
];

pub(super) fn page(lang: Lang) -> String {
    let listed: Vec<_> = DOMAINS.iter().flat_map(|(prefix, _)| of(prefix)).map(|rule| rule.code).collect();
    let known: Vec<_> = rules().map(|rule| rule.code).collect();
    assert_eq!(listed, known, "every rule is below a heading of DOMAINS");
    let mut out = head(lang, known.len());
    for (prefix, heading) in DOMAINS {
        let heading = heading.in_lang(lang);
        let _ = writeln!(out, "\n**[{heading}](#{})**\n", prefix.to_lowercase());
        for rule in of(prefix) {
            let (severity, title) = (rule.severity.label().in_lang(lang), rule.title.in_lang(lang));
            let _ = writeln!(out, "- {}: {title} ({severity})", link(rule.code));
        }
    }
    for (prefix, heading) in DOMAINS {
        let _ = writeln!(out, "\n{}\n\n## {}", anchor(prefix), heading.in_lang(lang));
        of(prefix).for_each(|rule| section(&mut out, rule, lang));
    }
    out
}

fn of(prefix: &'static str) -> impl Iterator<Item = &'static Rule> {
    rules().filter(move |rule| rule.code.prefix() == prefix)
}

/// What is said before the rules.
fn head(lang: Lang, number: usize) -> String {
    let t = |da, en| Bilingual::new(da, en).in_lang(lang);
    let mut out = String::new();
    let _ = match lang {
        Lang::Da => writeln!(
            out,
            "# Regler\n\nRegeludgave {RULE_EDITION}, {number} regler. Siden er skrevet ud fra kataloget med `.ci/bless`; ret den \
             ikke i hånden. Samme side på engelsk: [Rules].\n\n[Rules]: rules.md\n[coverage.md]: coverage.md"
        ),
        Lang::En => writeln!(
            out,
            "# Rules\n\nRule edition {RULE_EDITION}, {number} rules. The page is written from the catalogue by `.ci/bless`; do not \
             edit it. The same page in Danish: [Regler].\n\n[Regler]: regler.md\n[coverage.md]: coverage.md"
        ),
    };
    let _ = writeln!(out, "\n## {}", t("Sådan læses siden", "How to read this page"));
    let _ = writeln!(out, "\n{}", HOW_TO_READ.in_lang(lang));
    let list = |out: &mut String, about: &str, lines: Vec<String>| {
        let _ = writeln!(out, "\n{about}\n");
        for line in lines {
            let _ = writeln!(out, "- {line}.");
        }
    };
    let line =
        |label: Bilingual, text: Bilingual| format!("*{}*: {}", label.in_lang(lang), text.in_lang(lang));
    let severities = Severity::ALL.iter().rev().map(|one| line(one.label(), of_severity(*one)));
    let bases = Basis::ALL.iter().map(|one| line(one.label(), of_basis(*one)));
    let answers = ANSWERS.iter().map(|(answer, text)| line(*answer, *text));
    list(
        &mut out,
        t(
            "**Alvor** siger, hvor meget et brud på reglen vejer:",
            "**Severity** says how much a broken rule weighs:",
        ),
        severities.collect(),
    );
    list(
        &mut out,
        t("**Grundlag** siger, hvad reglen bygger på:", "**Basis** says what the rule rests on:"),
        bases.collect(),
    );
    list(
        &mut out,
        t(
            "**Svaret** på en regel er et af tre, og en rapport viser kun de to sidste:",
            "**The answer** to a rule is one of three, and a report shows only the last two:",
        ),
        answers.collect(),
    );
    let _ = writeln!(out, "\n{}", REQUIREMENTS.in_lang(lang));
    let _ = writeln!(out, "\n## {}", t("Indhold", "Contents"));
    out
}

const HOW_TO_READ: Bilingual = Bilingual::new(
    "Et dokument, fx en aftale, et måltal eller en måleserie, kontrolleres mod reglerne. For hver regel står der, hvad der skal \
     gælde, hvorfor, hvordan det rettes, hvis det ikke gælder, et eksempel, der bryder reglen eller ikke kan vurderes, og hvilket sted i hvilken kilde reglen bygger på. \
     Tal som seks standarder eller 12 målinger er standardværdier; en region kan lade flere standarder og indikatorer indgå end de \
     fælles, og den profil, der kontrolleres med, kan angive andre tal.",
    "A document, such as an agreement, a target figure or a measurement series, is checked against the rules. For each rule the page \
     says what must hold, why, how to fix it if it does not, an example that breaks it or cannot be assessed, and which passage of which source it rests on. \
     Figures such as six standards or 12 measurements are defaults; a region can include more standards and indicators than the \
     common ones, and the profile of a check can state other figures.",
);

const REQUIREMENTS: Bilingual = Bilingual::new(
    "**Krav** er numrene på de krav, som reglen opfylder: R-numre er krav, der blev fundet ved den første gennemlæsning af kilderne, \
     S-numre krav, der blev fundet ved den anden, og [coverage.md] siger på engelsk om hvert nummer, hvad det handler om.",
    "**Requirements met** gives the numbers of the requirements that the rule meets: R numbers are requirements found when the sources were first \
     read, S numbers those found at the second reading, and [coverage.md] says of each number what it is about.",
);

const ANSWERS: &[(Bilingual, Bilingual)] = &[
    (
        Bilingual::new("opfyldt", "met"),
        Bilingual::new(
            "reglen er overholdt, eller der er ikke noget i dokumentet, som den handler om",
            "the rule holds, or there is nothing in the document that it is about",
        ),
    ),
    (
        Bilingual::new("ikke opfyldt", "not met"),
        Bilingual::new(
            "reglen er brudt, og fundet siger hvor og hvordan",
            "the rule is broken, and the finding says where and how",
        ),
    ),
    (
        Bilingual::new("kan ikke vurderes", "cannot be assessed"),
        Bilingual::new(
            "det, der afgør sagen, er ikke oplyst, og fundet siger, hvad der mangler; \"ikke oplyst\" er aldrig et \"nej\", så \
             dokumentet afvises ikke af den grund",
            "what decides is not stated, and the finding says what is missing; \"not stated\" is never \"no\", so the document is \
             not rejected for it",
        ),
    ),
];

const fn of_severity(severity: Severity) -> Bilingual {
    match severity {
        Severity::Error => Bilingual::new(
            "kilden siger, at det skal være sådan, eller dokumentet modsiger sig selv eller henviser til noget, der ikke findes; et \
             dokument med en fejl afvises",
            "the source says that it must be so, or the document contradicts itself or refers to something that does not exist; a \
             document with an error is rejected",
        ),
        Severity::Warning => Bilingual::new(
            "bør rettes, fordi kilden tilstræber det, fordi det følger af kilden eller af almindelig praksis, fordi noget mangler \
             eller kan læses på to måder, eller fordi to oplysninger ikke passer sammen, uden at det er sikkert, hvilken der er forkert",
            "should be fixed, because it is an aim of the source, because it follows from the source or from common practice, because \
             something is missing or can be read in two ways, or because two statements do not fit and neither need be wrong",
        ),
        Severity::Information => Bilingual::new(
            "det er værd at vide, og der behøver ikke at være noget at rette; det kan også være en enkelthed, der ikke er oplyst, og \
             som arbejdet kan gå videre uden",
            "it is worth knowing, and there may be nothing to fix; it can also be a detail that is not stated, and that work can \
             go on without",
        ),
    }
}

const fn of_basis(basis: Basis) -> Bilingual {
    match basis {
        Basis::Stated => {
            Bilingual::new("kilden siger det med sine egne ord", "the source says so in its own words")
        }
        Basis::Derived => Bilingual::new(
            "kilden siger det ikke direkte, men det følger af det, den siger",
            "the source does not say so directly, but it follows from what it says",
        ),
        Basis::PublicPractice => Bilingual::new(
            "det er almindelig praksis på området, og den angivne kilde beskriver den",
            "it is common practice in the field, and the source given describes it",
        ),
        Basis::Custom => Bilingual::new(
            "den, der bruger programbiblioteket, har selv skrevet reglen; ingen regel på denne side er en egen regel",
            "whoever uses the software library wrote the rule; no rule on this page is one",
        ),
        Basis::Form => Bilingual::new(
            "det er et krav til dokumentet selv og ikke til arbejdet, fx at en henvisning fører til noget, der \
             findes, eller at en måling ikke modsiger sig selv",
            "it is a requirement of the document itself and not of the work, such as that a reference leads to something, \
             or that a measurement does not contradict itself",
        ),
    }
}

fn section(out: &mut String, rule: &Rule, lang: Lang) {
    let t = |da, en| Bilingual::new(da, en).in_lang(lang);
    let (severity, basis) = (rule.severity.label().in_lang(lang), rule.basis.label().in_lang(lang));
    let (code, title) = (rule.code, rule.title.in_lang(lang));
    let _ = writeln!(out, "\n{}\n\n### {code}: {title}\n", anchor(code.as_str()));
    let _ = writeln!(out, "- {}: **{severity}**", t("Alvor", "Severity"));
    let _ = writeln!(out, "- {}: {basis}", t("Grundlag", "Basis"));
    let texts = [
        (t("Hvorfor", "Why"), rule.why),
        (t("Sådan rettes det", "How to fix it"), rule.remedy),
        (t("Eksempel", "Example"), rule.example),
    ];
    for (what, text) in texts {
        let _ = writeln!(out, "- {what}: {}", text.in_lang(lang));
    }
    for source in rule.sources {
        let _ = writeln!(out, "- {}: {}", t("Kilde", "Source"), passage(source, lang));
    }
    if !rule.requirements.is_empty() {
        let _ = writeln!(out, "- {}: {}", t("Krav", "Requirements met"), join(rule.requirements));
    }
    for required in rule.requires {
        let other = rules().find(|other| other.code == *required);
        let title = other.map_or("", |other| other.title.in_lang(lang));
        let before =
            t("Vurderes kun, hvor en anden regel er opfyldt", "Judged only where another rule is met");
        let _ = writeln!(out, "- {before}: {}, {title}", link(*required));
    }
    let links: Vec<_> = rule.implies.iter().map(|code| link(*code)).collect();
    let _ = match links.split_last() {
        None => Ok(()),
        Some((only, [])) => {
            writeln!(
                out,
                "- {} {only}",
                t(
                    "Står aldrig alene i en rapport; der er altid også et fund (brudt eller *kan ikke vurderes*) efter",
                    "Never alone in a report; there is always also a finding (not met or *cannot be assessed*) of"
                )
            )
        }
        Some((last, others)) => writeln!(
            out,
            "- {} {} {} {last}",
            t(
                "Står aldrig alene i en rapport; der er altid også et fund (brudt eller *kan ikke vurderes*) efter mindst én af",
                "Never alone in a report; there is always also a finding (not met or *cannot be assessed*) of at least one of"
            ),
            others.join(", "),
            t("og", "and")
        ),
    };
}

fn link(code: RuleCode) -> String {
    format!("[{code}](#{})", code.as_str().to_lowercase())
}

/// An anchor that stays the same when the words of a heading change.
fn anchor(name: &str) -> String {
    format!("<a id=\"{}\"></a>", name.to_lowercase())
}

fn passage(source: &SourceRef, lang: Lang) -> String {
    let SourceRef { document, section } = source;
    let document = match (document.url, lang) {
        _ if *document == SourceDocument::EXCHANGE_FORMAT => {
            let named = Bilingual::new(
                "udvekslingsformatet i programbiblioteket `kvalitetsmodel`, version 1",
                "the exchange format of the software library `kvalitetsmodel`, version 1",
            );
            named.in_lang(lang).to_owned()
        }
        (Some(url), _) => format!("[{}]({url}) ({})", document.title, document.publisher),
        (None, _) => format!("{} ({})", document.title, document.publisher),
    };
    let is_numbered = section.starts_with(|c: char| c.is_ascii_digit());
    match lang {
        Lang::Da if is_numbered => format!("{document}, afsnit {section}"),
        Lang::En if is_numbered => format!("{document}, section {section}"),
        _ if source.document == SourceDocument::EXCHANGE_FORMAT => format!("{document}, `{section}`"),
        _ => format!("{document}, \"{section}\""),
    }
}
