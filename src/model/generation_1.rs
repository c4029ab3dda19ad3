//! The first generation of the quality model, 2007.

use uuid::Uuid;

use super::ProjectKind::{Development, IndicatorProgramme, Survey};
use super::ProjectPart::{Core, OptIn};
use super::StandardArea::{Organisational, ServiceSpecific};
use super::{
    Indicator, ProjectKind, ProjectPart, PublishedActivity, PublishedProject, PublishedScope, PublishedSet,
    PublishedStandard, PublishedTheme, Standard, StandardArea, Theme,
};
use crate::id::Id;
use crate::rule::{Basis, SourceRef};
use crate::text::Bilingual;

/// The first generation of the quality model (*kvalitetsmodellens 1. generation*): two areas, six themes,
/// six standards and twelve indicators without wording, two for each standard.
///
/// It also has the scope of 2007 and the regions' common projects: the core that all carry out, and those that are
/// left to each region.
///
/// The ids never change, although names do. The publication gives the standards no names and no numbers, and
/// the indicators no wording; neither does this constant.
///
/// # Source
///
/// *Dansk kvalitetsmodel for de regionale botilbud på det sociale område*, Danske Regioner 2007: themes,
/// standards and indicators from "Omfang og prioritering" and "Kvalitetsmål/standarder"; activities from
/// "Hvad kan indgå i kvalitetsmodellen", which calls them a sketch with examples; projects from "Trinvis gennemførelse". The available text lists
/// themes and activities separately. An activity that names a theme in its own words is [`Basis::Stated`];
/// the others are assigned by the order of the list and are [`Basis::Derived`]. One of these, the standards
/// of Københavns Amt of 2005, could also be the first one under *Kommunikation*. The English names are those
/// of the model's own English page (The Danish Quality Model, socialkvalitetsmodel.dk/english).
///
/// ```
/// use kvalitetsmodel::{Lang, model::{GENERATION_1, StandardArea}};
///
/// let names: Vec<_> = GENERATION_1.themes.iter().map(|theme| theme.name.in_lang(Lang::En)).collect();
/// assert_eq!(names[..3], ["Management", "Working environment", "Development of skills"]);
/// assert_eq!(GENERATION_1.standards.iter().map(|standard| standard.indicators.len()).sum::<usize>(), 12);
/// assert_eq!(GENERATION_1.themes[5].area, StandardArea::ServiceSpecific);
/// ```
#[doc(alias = "1. generation")]
#[doc(alias = "kvalitetsmodellens 1. generation")]
pub static GENERATION_1: PublishedSet = PublishedSet {
    id: Id::new(fixed(0x0_00_00)),
    name: Bilingual::new("Kvalitetsmodellens 1. generation", "The first generation of the quality model"),
    generation: Some(1),
    year: Some(2007),
    scope: &[
        scope(ServiceSpecific, Some(67), Some(2007)),
        scope(ServiceSpecific, Some(107), Some(2007)),
        scope(ServiceSpecific, Some(108), Some(2007)),
        scope(Organisational, Some(67), Some(2007)),
        scope(Organisational, Some(107), Some(2007)),
        scope(Organisational, Some(108), Some(2007)),
        scope(Organisational, None, None),
    ],
    sources: &[
        SourceRef::quality_model("Omfang og prioritering"),
        SourceRef::quality_model("Kvalitetsmål/standarder"),
        SourceRef::quality_model("Hvad kan indgå i kvalitetsmodellen"),
        SourceRef::quality_model("Faglige arbejdsgrupper"),
        SourceRef::quality_model("Trinvis gennemførelse"),
    ],
    themes: &[
        theme(1, Organisational, Bilingual::new("Ledelse", "Management"), MANAGEMENT),
        theme(2, Organisational, Bilingual::new("Arbejdsmiljø", "Working environment"), WORKING_ENVIRONMENT),
        theme(3, Organisational, Bilingual::new("Kompetenceudvikling", "Development of skills"), SKILLS),
        theme(4, ServiceSpecific, Bilingual::new("Brugerinddragelse", "User involvement"), INVOLVEMENT),
        theme(
            5,
            ServiceSpecific,
            Bilingual::new("Individuelle pædagogiske planer", "Individual action plans"),
            PLANS,
        ),
        theme(6, ServiceSpecific, Bilingual::new("Kommunikation", "Communication"), COMMUNICATION),
    ],
    standards: &[
        standard(1, &[indicator(1, 1), indicator(1, 2)]),
        standard(2, &[indicator(2, 1), indicator(2, 2)]),
        standard(3, &[indicator(3, 1), indicator(3, 2)]),
        standard(4, &[indicator(4, 1), indicator(4, 2)]),
        standard(5, &[indicator(5, 1), indicator(5, 2)]),
        standard(6, &[indicator(6, 1), indicator(6, 2)]),
    ],
    projects: &[
        project(1, Bilingual::new("SIP-sikret", "SIP for secure institutions"), IndicatorProgramme, Core),
        project(
            2,
            Bilingual::new("Bruger- og pårørendetilfredshedsundersøgelser", "Surveys of users and relatives"),
            Survey,
            Core,
        ),
        project(3, Bilingual::new("ICF", "ICF"), Development, OptIn),
        project(4, Bilingual::new("Utilsigtede hændelser", "Adverse events"), Development, OptIn),
        project(
            5,
            Bilingual::new(
                "SIP-programmerne ud over SIP-sikret",
                "The SIP programmes beyond secure institutions",
            ),
            IndicatorProgramme,
            OptIn,
        ),
    ],
};

const MANAGEMENT: &[PublishedActivity] =
    &[derived("Det foreslås, at der tages udgangspunkt i regionernes ledelsesgrundlag og politikker.")];

const WORKING_ENVIRONMENT: &[PublishedActivity] = &[
    stated(
        "Der tages udgangspunkt i materiale, der forefindes i regionerne, hvor der arbejdes med \
         arbejdsmiljøtemaet.",
    ),
    derived(
        "Regioner gennemfører medarbejdertrivsels-/arbejdsklimaundersøgelser blandt medarbejdere i botilbud.",
    ),
];

const SKILLS: &[PublishedActivity] =
    &[stated("Der tages udgangspunkt i regionernes egne mål og strategier for kompetenceudvikling.")];

const INVOLVEMENT: &[PublishedActivity] = &[
    stated(
        "Regionernes egne mål og politikker vedrørende brugerinddragelse, selvbestemmelse og medindflydelse.",
    ),
    derived("Regionernes bruger- og pårørendeundersøgelser."),
    derived(INDICATOR_PROGRAMMES),
    derived(ASSESSMENT_BY_USERS),
];

const PLANS: &[PublishedActivity] = &[
    derived("Regionernes bruger- og pårørendeundersøgelser."),
    derived(INDICATOR_PROGRAMMES),
    derived(
        "Udredningsarbejde vedrørende internationalt klassifikationssystem vedrørende funktionsevne ICF.",
    ),
    derived(
        "Der kan tages udgangspunkt i udarbejdede standarder, indikatorer og vejledninger, udarbejdet af \
         Social- og Psykiatriforvaltningen i Københavns Amt 2005.",
    ),
];

const COMMUNICATION: &[PublishedActivity] = &[
    derived("Regioners bruger- og pårørendeundersøgelser."),
    derived(
        "Regionerne igangsætter et fælles udredningsarbejde med henblik på at udvikle rammer for området, \
         herunder systematiske muligheder for brugernes vurdering af botilbud.",
    ),
    derived(ASSESSMENT_BY_USERS),
];

const INDICATOR_PROGRAMMES: &str =
    "De sociale indikatorprogrammer er den fælles regionale indsats-, resultat- og effektdokumentation.";

const ASSESSMENT_BY_USERS: &str = "Udredningsarbejde med henblik på at udvikle rammer for brugernes \
    vurdering af botilbud, medinddragelse og medindflydelse.";

/// A UUID of version 8 (RFC 9562): "kvalit" in ASCII, then numbers chosen here.
pub(super) const fn fixed(place: u128) -> Uuid {
    Uuid::from_u128(0x6b76_616c_6974_8000_8000_0001_0000_0000 | place)
}

pub(super) const fn theme(
    n: u128,
    area: StandardArea,
    name: Bilingual,
    activities: &'static [PublishedActivity],
) -> PublishedTheme {
    PublishedTheme { id: theme_id(n), area, name, activities }
}

pub(super) const fn theme_id(n: u128) -> Id<Theme> {
    Id::new(fixed(0x1_00_00 | n << 8))
}

pub(super) const fn standard_id(n: u128) -> Id<Standard> {
    Id::new(fixed(0x2_00_00 | n << 8))
}

const fn standard(n: u128, indicators: &'static [Id<Indicator>]) -> PublishedStandard {
    PublishedStandard { id: standard_id(n), theme: theme_id(n), number: None, indicators }
}

const fn indicator(standard: u128, n: u128) -> Id<Indicator> {
    Id::new(fixed(0x3_00_00 | standard << 8 | n))
}

const fn project(n: u128, name: Bilingual, kind: ProjectKind, part: ProjectPart) -> PublishedProject {
    PublishedProject { id: Id::new(fixed(0x4_00_00 | n << 8)), name, kind, part }
}

const fn scope(area: StandardArea, paragraph: Option<u16>, from: Option<u16>) -> PublishedScope {
    PublishedScope { area, paragraph, from }
}

const fn stated(text: &'static str) -> PublishedActivity {
    PublishedActivity { text, basis: Basis::Stated }
}

const fn derived(text: &'static str) -> PublishedActivity {
    PublishedActivity { text, basis: Basis::Derived }
}
