//! The sets of nine and of twelve standards that followed the first generation.

use super::StandardArea::{Organisational, ServiceSpecific};
use super::generation_1::{fixed, standard_id, theme, theme_id};
use super::{PublishedSet, PublishedStandard, PublishedTheme};
use crate::id::Id;
use crate::rule::{SourceDocument, SourceRef};
use crate::section::SectionNumber;
use crate::text::Bilingual;

/// The set of nine standards, in use from 2013 at the latest: the first generation with medication, use of force and
/// adverse events added, and with numbers.
///
/// Themes and standards have the ids of [`GENERATION_1`](super::GENERATION_1). Wording, number and fate of the
/// indicators are not public, so the constant lists none. Nor does it say when the set was published or to which
/// services it applies.
///
/// # Source
///
/// The tables of contents of the reports of external evaluations from 8 October 2013 on. The English names of what
/// was added are translations of this crate.
///
/// ```
/// use kvalitetsmodel::model::{GENERATION_1, NINE_STANDARDS};
///
/// let nine = NINE_STANDARDS.to_standard_set();
/// assert_eq!(nine.standards.len(), 9);
/// // What became of the twelve indicators is not public, so neither is whether it is a pure extension.
/// assert_eq!(nine.compare(&GENERATION_1.to_standard_set()).is_extension(), None);
/// ```
#[doc(alias = "ni standarder")]
pub static NINE_STANDARDS: PublishedSet = PublishedSet {
    id: Id::new(fixed(0x0_09_00)),
    name: Bilingual::new("Kvalitetsmodellens ni standarder", "The nine standards of the quality model"),
    generation: None,
    year: None,
    scope: &[],
    sources: &[SourceRef::new(SourceDocument::EVALUATION_2013, "Indhold")],
    themes: &[
        COMMUNICATION,
        theme(4, ServiceSpecific, Bilingual::new("Brugerinddragelse", "User involvement"), &[]),
        PLANS,
        MEDICATION,
        FORCE,
        ADVERSE_EVENTS,
        SKILLS,
        WORKING_ENVIRONMENT,
        MANAGEMENT,
    ],
    standards: &[
        standard(6, 1, 1),
        standard(4, 1, 2),
        standard(5, 1, 3),
        standard(7, 1, 4),
        standard(8, 1, 5),
        standard(9, 1, 6),
        standard(3, 2, 1),
        standard(2, 2, 2),
        standard(1, 2, 3),
    ],
    projects: &[],
};

/// The set of twelve standards, nine service-specific and three organisational ones: [`NINE_STANDARDS`] with
/// professional approaches, health and the prevention of assault added. *Brugerinddragelse* is now called *Indflydelse
/// på eget liv*.
///
/// # Source
///
/// The numbers are those that Region Sjælland lists, the names those of the model's own page; both are undated. The
/// English names of what was added or renamed are translations of this crate.
///
/// ```
/// use kvalitetsmodel::model::{GENERATION_1, TWELVE_STANDARDS};
///
/// let renamed = &TWELVE_STANDARDS.themes[1];
/// assert_eq!(renamed.name.da, "Indflydelse på eget liv");
/// assert_eq!(renamed.id, GENERATION_1.themes[3].id); // Brugerinddragelse
/// ```
#[doc(alias = "tolv standarder")]
pub static TWELVE_STANDARDS: PublishedSet = PublishedSet {
    id: Id::new(fixed(0x0_12_00)),
    name: Bilingual::new("Kvalitetsmodellens tolv standarder", "The twelve standards of the quality model"),
    generation: None,
    year: None,
    scope: &[],
    sources: &[
        SourceRef::new(STANDARDS, "Standarder"),
        SourceRef::new(SourceDocument::STANDARDS_SJAELLAND, "Standarder"),
    ],
    themes: &[
        COMMUNICATION,
        theme(
            4,
            ServiceSpecific,
            Bilingual::new("Indflydelse på eget liv", "Influence on one's own life"),
            &[],
        ),
        PLANS,
        MEDICATION,
        FORCE,
        ADVERSE_EVENTS,
        theme(
            10,
            ServiceSpecific,
            Bilingual::new(
                "Faglige tilgange, metoder og resultater",
                "Professional approaches, methods and results",
            ),
            &[],
        ),
        theme(
            11,
            ServiceSpecific,
            Bilingual::new(
                "Fysisk og mental sundhed og trivsel",
                "Physical and mental health and well-being",
            ),
            &[],
        ),
        theme(12, ServiceSpecific, Bilingual::new("Forebyggelse af overgreb", "Prevention of assault"), &[]),
        SKILLS,
        WORKING_ENVIRONMENT,
        MANAGEMENT,
    ],
    standards: &[
        standard(6, 1, 1),
        standard(4, 1, 2),
        standard(5, 1, 3),
        standard(7, 1, 4),
        standard(8, 1, 5),
        standard(9, 1, 6),
        standard(10, 1, 7),
        standard(11, 1, 8),
        standard(12, 1, 9),
        standard(3, 2, 1),
        standard(2, 2, 2),
        standard(1, 2, 3),
    ],
    projects: &[],
};

const COMMUNICATION: PublishedTheme =
    theme(6, ServiceSpecific, Bilingual::new("Kommunikation", "Communication"), &[]);

const PLANS: PublishedTheme =
    theme(5, ServiceSpecific, Bilingual::new("Individuelle planer", "Individual plans"), &[]);

const MEDICATION: PublishedTheme =
    theme(7, ServiceSpecific, Bilingual::new("Medicinhåndtering", "Handling of medication"), &[]);

const FORCE: PublishedTheme =
    theme(8, ServiceSpecific, Bilingual::new("Magtanvendelse", "Use of force"), &[]);

const ADVERSE_EVENTS: PublishedTheme =
    theme(9, ServiceSpecific, Bilingual::new("Utilsigtede hændelser", "Adverse events"), &[]);

const SKILLS: PublishedTheme =
    theme(3, Organisational, Bilingual::new("Kompetenceudvikling", "Development of skills"), &[]);

const WORKING_ENVIRONMENT: PublishedTheme =
    theme(2, Organisational, Bilingual::new("Arbejdsmiljø", "Working environment"), &[]);

const MANAGEMENT: PublishedTheme = theme(1, Organisational, Bilingual::new("Ledelse", "Management"), &[]);

const fn standard(n: u128, area: u16, number: u16) -> PublishedStandard {
    let number = Some(SectionNumber::of_chapter(area, number));
    PublishedStandard { id: standard_id(n), theme: theme_id(n), number, indicators: &[] }
}

const STANDARDS: SourceDocument<'static> = SourceDocument {
    title: "Dansk kvalitetsmodel på det sociale område: Standarder",
    publisher: "DEFACTUM",
    url: Some("https://www.socialkvalitetsmodel.dk/standardprogrammet/standarder/"),
};
