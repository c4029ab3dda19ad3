//! The documents behind the rules.

use alloc::string::String;
use core::fmt;

use serde::{Deserialize, Serialize};

/// A document that a rule is based on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceDocument<'a> {
    /// Its title, in its own language.
    pub title: &'a str,
    /// Who published it, and when.
    pub publisher: &'a str,
    /// Where it can be read, if it is public on the web.
    pub url: Option<&'a str>,
}

impl SourceDocument<'static> {
    /// The development agreement of Roskildehjemmet for 2024.
    pub(crate) const AGREEMENT_2024: Self = Self {
        title: "Drifts- og udviklingsaftale 2024, Roskildehjemmet",
        publisher: "Region Sjælland, 2024",
        url: None,
    };
    /// The quality model of 2007.
    pub(crate) const QUALITY_MODEL_2007: Self = Self {
        title: "Dansk kvalitetsmodel for de regionale botilbud på det sociale område",
        publisher: "Danske Regioner, 2007",
        url: None,
    };
    /// The plan for implementing the pathway model (*forløbsmodellen*) in Aarhus.
    pub(crate) const PATHWAY_MODEL_2017: Self = Self {
        title: "Tids- og handleplan for implementeringen af forløbsmodellen, fase 2 og 3 (PIXI-udgave)",
        publisher: "Sundhed og Omsorg, Aarhus Kommune, 2017",
        url: None,
    };
    /// When the training of a working-environment group is to be completed.
    pub(crate) const WORKING_ENVIRONMENT_TRAINING: Self = Self {
        title: "Arbejdsmiljøuddannelsen",
        publisher: "BAU Jord til Bord",
        url: Some("https://baujordtilbord.dk/arbejdsmiljoeuddannelsen/kursusbevis"),
    };
    /// How the model of contacts in sick leave was announced.
    pub(crate) const SICK_LEAVE_CONTACTS: Self = Self {
        title: "Hurtig kontakt ved sygefravær i Region Sjælland",
        publisher: "Region Sjælland, 2019-03-19",
        url: Some(
            "https://www.regionsjaelland.dk/nyheder/pressemeddelelser/Sider/Hurtig-kontakt-ved-sygefravaer-i-Region-Sjaelland.aspx",
        ),
    };
    /// Which adverse events may be reported in a batch.
    pub(crate) const BATCH_REPORTING: Self = Self {
        title: "Samlerapportering",
        publisher: "Styrelsen for Patientsikkerhed",
        url: Some(
            "https://admin.stps.dk/sundhedsfaglig/viola-viden-og-laering/utilsigtede-haendelser/sagsbehandlersupport/brugermanualer-dpsd/samlerapportering",
        ),
    };
    /// How external evaluations are carried out.
    pub(crate) const EXTERNAL_EVALUATION: Self = Self {
        title: "Dansk kvalitetsmodel på det sociale område: Ekstern evaluering (tracer)",
        publisher: "DEFACTUM",
        url: Some("https://www.socialkvalitetsmodel.dk/standardprogrammet/ekstern-evaluering-tracer/"),
    };
    /// A report of an external evaluation of a service of a municipality.
    pub(crate) const EVALUATION_2012: Self = Self {
        title: "Ekstern evaluering 2012, Guldblommevej, Lavendelvej og Stokrosevej, Viborg Kommune",
        publisher: "Danske Regioner, 2012",
        url: Some(
            "http://docplayer.dk/5587157-Ekstern-evaluering-2012-guldblommevej-lavendelvej-og-stokrosevej-2-9-og-11-viborg-kommune.html",
        ),
    };
    /// The earliest public report of an external evaluation with nine standards.
    pub(crate) const EVALUATION_2013: Self = Self {
        title: "Ekstern evaluering 2013, Gudenåkollegiet, Region Midtjylland",
        publisher: "Danske Regioner, 2013",
        url: Some(
            "http://docplayer.dk/32828635-Danske-regioner-ekstern-evaluering-2013-gudenaakollegiet-region-midtjylland.html",
        ),
    };
    /// A report of an external evaluation that says what becomes of the surveyors' recommendation.
    pub(crate) const EVALUATION_RANDERS: Self = Self {
        title: "Ekstern evaluering 2013, Matrikelløs gruppe 2, Randers Kommune",
        publisher: "Danske Regioner, 2013",
        url: Some(
            "https://www.docplayer.dk/4619177-Ekstern-evaluering-2013-matrikelloes-gruppe-2-vester-grave-30-randers-kommune.html",
        ),
    };
    /// By when an order of the working environment authority is to be complied with.
    pub(crate) const WORKING_ENVIRONMENT_ACT: Self = Self {
        title: "Lov om arbejdsmiljø",
        publisher: "Beskæftigelsesministeriet, lovbekendtgørelse nr. 2062 af 16. november 2021",
        url: Some("https://www.retsinformation.dk/eli/lta/2021/2062"),
    };
    /// How the service-specific standards are monitored.
    pub(crate) const MONITORING_GUIDE: Self = Self {
        title: "Vejledninger til kvalitetsovervågning af ydelsesspecifikke standarder",
        publisher: "Dansk kvalitetsmodel på det sociale område",
        url: Some(
            "http://docplayer.dk/41840277-Dansk-kvalitetsmodel-paa-det-sociale-omraade-olof-palmes-alle-aarhus-n-vejledninger-til-kvalitetsovervaagning-af-ydelsesspecifikke-standarder.html",
        ),
    };
    /// How Region Sjælland works with the standards.
    pub(crate) const STANDARDS_SJAELLAND: Self = Self {
        title: "Kvalitetsmodellen: Standarder",
        publisher: "Region Sjælland",
        url: Some(
            "https://www.regionsjaelland.dk/social/kvalitetsudvikling-og-forskning/kvalitetsmodellen/standarder",
        ),
    };
    /// The web page of the project erantis.
    pub(crate) const ERANTIS: Self = Self {
        title: "erantis: Sådan arbejder vi i projektet",
        publisher: "Ikast-Brande Kommune, 2021",
        url: Some("https://erantis-ikastbrande.dk/saadan-arbejder-vi-i-projektet/"),
    };
    /// What the project erantis recommends on PDSA.
    pub(crate) const ERANTIS_PDSA: Self = Self {
        title: "erantis: PDSA anvendes systematisk i forbedringsarbejde",
        publisher: "Ikast-Brande Kommune",
        url: Some("https://erantis-ikastbrande.dk/pdsa-anvendes-systematisk-i-forbedringsarbejde/"),
    };
    /// The report on SMARTE goals and sub-goals.
    pub(crate) const SMARTE_2023: Self = Self {
        title: "Projekt SMARTE mål og delmål, afrapportering 2023",
        publisher: "Specialområde Hjerneskade, Region Midtjylland, 2023",
        url: None,
    };
    /// What makes a good sub-goal.
    pub(crate) const SOCIALRESPONS: Self = Self {
        title: "Gode delmål",
        publisher: "SocialRespons",
        url: Some("https://www.socialrespons.dk/gode-delmaal/"),
    };
    /// The SMARTE criteria as described by a Danish centre.
    pub(crate) const DEFACTUM_SMARTE: Self = Self {
        title: "SMARTE mål",
        publisher: "DEFACTUM, Region Midtjylland",
        url: Some(
            "https://www.defactum.dk/om-DEFACTUM/kerneydelser/forbedringsarbejde/metodekatalog/planlagning-og-malstyring/smarte-mal/",
        ),
    };
    /// The Model for Improvement as described by the Institute for Healthcare Improvement.
    pub(crate) const IHI: Self = Self {
        title: "Science of Improvement: How to Improve",
        publisher: "Institute for Healthcare Improvement",
        url: Some("http://www.ihi.org/knowledge/Pages/HowtoImprove/ScienceofImprovementHowtoImprove.aspx"),
    };
    /// Which features make a PDSA cycle a PDSA cycle.
    pub(crate) const TAYLOR_2014: Self = Self {
        title: "Systematic review of the application of the plan–do–study–act method to improve quality",
        publisher: "Taylor et al., BMJ Quality & Safety 23:290–298, 2014",
        url: Some("https://pmc.ncbi.nlm.nih.gov/articles/PMC3963536/"),
    };
    /// How 120 PDSA projects kept to the key features of the method.
    pub(crate) const KNUDSEN_2019: Self = Self {
        title: "Can quality improvement improve the quality of care? A systematic review of reported effects and methodological rigor in plan-do-study-act projects",
        publisher: "Knudsen et al., BMC Health Services Research 19:683, 2019",
        url: Some("https://bmchealthservres.biomedcentral.com/articles/10.1186/s12913-019-4482-6"),
    };
    /// How 421 PDSA cycles of 39 teams kept to the principles of the method.
    pub(crate) const MCNICHOLAS_2019: Self = Self {
        title: "Evolving quality improvement support strategies to improve Plan–Do–Study–Act cycle fidelity",
        publisher: "McNicholas et al., BMJ Quality & Safety 28:356–365, 2019",
        url: Some("https://qualitysafety.bmj.com/content/28/5/356.full"),
    };
    /// The Model for Improvement as described by a Danish centre.
    pub(crate) const CENTER_FOR_KVALITET: Self = Self {
        title: "Forbedringsmodellen",
        publisher: "Center for Kvalitet",
        url: Some("https://centerforkvalitet.dk/udvikling/forbedringsmodellen/"),
    };
    /// How a test is planned, carried out and studied.
    pub(crate) const DEFACTUM_PDSA: Self = Self {
        title: "PDSA-test",
        publisher: "DEFACTUM, Region Midtjylland",
        url: Some(
            "https://www.defactum.dk/om-DEFACTUM/kerneydelser/forbedringsarbejde/innovation-og-test-af-ny-praksis/pdsa-test/",
        ),
    };
    /// The national form for a PDSA cycle.
    pub(crate) const PDSA_FORM: Self = Self {
        title: "PDSA-hjælpeskema (Implementeringshåndbog, Gennemfør planen)",
        publisher: "Sundhedsstyrelsen",
        url: Some(
            "https://www.sst.dk/da/Fagperson/Retningslinjer-og-procedurer/NKA-og-NKR/Implementeringshaandbog/Hjaelpevaerktoejer/Gennemfoer-planen",
        ),
    };
    /// The chapter on the Model for Improvement of the Danish handbook on improvement.
    pub(crate) const RKKP_MODEL: Self = Self {
        title: "Kvalitetshåndbog, 4. Forbedringsmodellen til kvalitetsforbedring",
        publisher: "Regionernes Kliniske Kvalitetsudviklingsprogram",
        url: Some(
            "https://www.rkkp.dk/resultater/kvalitetshandbog/4-forbedringsmodellen-til-kvalitetsforbedring/",
        ),
    };
    /// The chapter on testing of the Danish handbook on improvement.
    pub(crate) const RKKP: Self = Self {
        title: "Kvalitetshåndbog, 4.4 Afprøv ændring til forbedring af kvalitet",
        publisher: "Regionernes Kliniske Kvalitetsudviklingsprogram",
        url: Some(
            "https://www.rkkp.dk/resultater/kvalitetshandbog/4-forbedringsmodellen-til-kvalitetsforbedring/44-afprov-andring-til-forbedring-af-kvalitet/",
        ),
    };
    /// The chapter on measures of the Danish handbook on improvement.
    pub(crate) const RKKP_MEASURES: Self = Self {
        title: "Kvalitetshåndbog, 4.2.1 Eksempler på målinger",
        publisher: "Regionernes Kliniske Kvalitetsudviklingsprogram",
        url: Some("https://www.rkkp.dk/resultater/kvalitetshandbog/"),
    };
    /// The rules that distinguish change from chance in a run chart.
    pub(crate) const ANHOEJ_OLESEN_2014: Self = Self {
        title: "Run Charts Revisited: A Simulation Study of Run Chart Rules for Detection of Non-Random Variation in Health Care Processes",
        publisher: "Anhøj & Olesen, PLOS ONE 9(11): e113825, 2014",
        url: Some("https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0113825"),
    };
    /// How run charts are used in Danish improvement work.
    pub(crate) const RUN_CHARTS: Self = Self {
        title: "Forbedringsmetoder",
        publisher: "Dansk Selskab for Patientsikkerhed",
        url: Some("https://patientsikkerhed.dk/viden/forbedringsmetoder/seriediagrammer/"),
    };
    /// The chapter on run charts of the Danish handbook on improvement.
    pub(crate) const RUN_CHARTS_HANDBOOK: Self = Self {
        title: "Kvalitetshåndbog",
        publisher: "Regionernes Kliniske Kvalitetsudviklingsprogram",
        url: Some("https://www.rkkp.dk/resultater/kvalitetshandbog/"),
    };
    /// What the author of the Danish rules for run charts says about them in Danish.
    pub(crate) const ANHOEJ: Self = Self {
        title: "anhoej.net, om seriediagrammer",
        publisher: "Jacob Anhøj, Rigshospitalet",
        url: Some("https://www.anhoej.net/jacob_fag_seriediagram.html"),
    };
    /// How the check digit of a CVR number is calculated, by the authority that keeps the register.
    pub(crate) const MODULUS_11: Self = Self {
        title: "Modulus 11 kontrol",
        publisher: "Erhvervsstyrelsen",
        url: Some("https://erhvervsstyrelsen.dk/modulus_11"),
    };
    /// The register of organisations that Danish municipalities share, which checks the number of a production unit.
    pub(crate) const OS2MO: Self =
        Self { title: "OS2mo", publisher: "OS2 & Magenta", url: Some("https://github.com/OS2mo/os2mo") };
    /// Which form Danish identifiers have in health data.
    pub(crate) const DK_CORE: Self = Self {
        title: "HL7 FHIR Implementation Guide: DK Core",
        publisher: "HL7 Danmark, version 3.5.0, 2025",
        url: Some("https://hl7.dk/fhir/core/"),
    };
    /// The code systems of the municipalities for social care.
    pub(crate) const KL_TERM: Self =
        Self { title: "KL Term", publisher: "KL, version 2.3.0, 2025", url: Some("http://fhir.kl.dk/term/") };
    /// The exchange format of this crate.
    pub const EXCHANGE_FORMAT: Self =
        Self { title: "kvalitetsmodel exchange format 1", publisher: "kvalitetsmodel", url: None };
}

/// A passage of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "Passage<'a>")]
pub struct SourceRef<'a> {
    /// Which document.
    pub document: SourceDocument<'a>,
    /// Which section or heading of it, in the document's own language.
    pub section: &'a str,
}

#[derive(Serialize)]
struct Passage<'a> {
    document: &'a str,
    publisher: &'a str,
    section: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

impl<'a> From<SourceRef<'a>> for Passage<'a> {
    fn from(SourceRef { document, section }: SourceRef<'a>) -> Self {
        Self { document: document.title, publisher: document.publisher, section, url: document.url }
    }
}

impl<'a> SourceRef<'a> {
    /// A passage of `document`.
    pub(crate) const fn new(document: SourceDocument<'a>, section: &'a str) -> Self {
        Self { document, section }
    }
}

impl SourceRef<'static> {
    /// A passage of the development agreement of 2024.
    pub(crate) const fn agreement(section: &'static str) -> Self {
        Self::new(SourceDocument::AGREEMENT_2024, section)
    }

    /// A passage of the quality model of 2007.
    pub(crate) const fn quality_model(section: &'static str) -> Self {
        Self::new(SourceDocument::QUALITY_MODEL_2007, section)
    }
}

impl fmt::Display for SourceRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.document.title, self.section)
    }
}

/// A passage with its texts: of a custom rule, or of one that a stored report kept.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnedSource {
    pub(crate) document: String,
    #[serde(default)]
    pub(crate) publisher: String,
    pub(crate) section: String,
    #[serde(default)]
    pub(crate) url: Option<String>,
}

impl OwnedSource {
    pub(crate) fn as_ref(&self) -> SourceRef<'_> {
        let document =
            SourceDocument { title: &self.document, publisher: &self.publisher, url: self.url.as_deref() };
        SourceRef::new(document, &self.section)
    }
}
