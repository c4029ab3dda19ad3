//! What a record is called in its document: its section and its title.

use alloc::format;
use alloc::string::{String, ToString as _};
use core::any::Any;

use super::sheet::{is_blank, shown};
use crate::Lang;
use crate::agreement::{
    Action, AnnouncedDecision, ContentsEntry, Criticism, Demand, FocusArea, FollowUp, FrameworkDocument,
    GuidelineRevision, Note, Participation, PartyDuty, ResearchProject, SupportTask,
};
use crate::aim::{Aim, ChangeIdea, Driver, Measure, SecondaryDriver};
use crate::assessment::{AssessedTopic, AssessmentData};
use crate::body::Body;
use crate::circle::{CircleActivity, CoreElement, LearningCircle, ProjectEvaluation, ResourceGroup};
use crate::community::{
    ChangeSpread, CommunityMember, CommunityRole, CrossAudit, Lesson, MemberTarget, ServiceSpread,
    SteeringGroup, Takeover,
};
use crate::cycle::PdsaCycle;
use crate::date::{PartialDate, Period, day_in_lang};
use crate::document::Content;
use crate::duty::{
    BuildingReview, ContactModel, EventReporting, HealthMonitoring, MonitoredArea, ReviewedBuilding,
    RiskAssessment, StatutoryTraining, TrainedMember,
};
use crate::evaluation::{EvaluatedStandard, EvaluationFinding, Evaluator, Recommendation};
use crate::measurement::Measurement;
use crate::model::{Activity, GuidingDocument, Indicator, Name, QualityProject, Standard, Theme};
use crate::organisation::{Department, Operator, SocialService, SpecialisedArea};
use crate::plan::{PlanArea, PlanPhase, PlanTask, PlanUnit, TimetableRow};
use crate::section::SectionNumber;
use crate::series::{Annotation, Exclusion, Phase, TargetLine};
use crate::target_figure::TargetFigure;
use crate::text::{Text, in_quotes};

/// The longest title that is shown whole, in characters.
const LONGEST: usize = 60;

/// What a record is called.
#[derive(Debug, Clone, Default)]
pub(super) struct Named {
    /// The section that states it.
    pub(super) section: Option<SectionNumber>,
    /// Whether the record is the section itself.
    pub(super) is_section: bool,
    /// What the document calls it, as it is shown.
    pub(super) title: Option<String>,
}

impl Named {
    /// Whether it is called anything.
    pub(super) const fn is_said(&self) -> bool {
        self.section.is_some() || self.title.is_some()
    }

    /// Whether it is called by a number: "standard 2.3".
    pub(super) fn is_number(&self) -> bool {
        let title = self.title.as_deref().unwrap_or_default();
        !title.is_empty() && title.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
    }
}

/// A field that can be a title.
trait Title {
    fn title(&self, lang: Lang) -> Option<String>;
}

impl<T: Title> Title for Option<T> {
    fn title(&self, lang: Lang) -> Option<String> {
        self.as_ref()?.title(lang)
    }
}

impl Title for Text {
    fn title(&self, lang: Lang) -> Option<String> {
        (!is_blank(self.as_str())).then(|| quoted(self.as_str(), lang))
    }
}

impl Title for Name {
    fn title(&self, lang: Lang) -> Option<String> {
        self.in_lang(lang).or(self.da.as_ref()).or(self.en.as_ref())?.title(lang)
    }
}

impl Title for SectionNumber {
    fn title(&self, _: Lang) -> Option<String> {
        Some(self.to_string())
    }
}

impl Title for Period {
    fn title(&self, lang: Lang) -> Option<String> {
        Some(format!("({})", self.in_lang(lang)))
    }
}

impl Title for PartialDate {
    fn title(&self, lang: Lang) -> Option<String> {
        Some(format!("({})", self.in_lang(lang)))
    }
}

impl Title for chrono::NaiveDate {
    fn title(&self, lang: Lang) -> Option<String> {
        Some(format!("({})", day_in_lang(*self, lang)))
    }
}

/// A text in quotation marks, cut after a word if it is long.
pub(super) fn quoted(text: &str, lang: Lang) -> String {
    quoted_up_to(LONGEST, text, lang)
}

/// A text in quotation marks, cut after a word if it has more than `longest` characters.
pub(super) fn quoted_up_to(longest: usize, text: &str, lang: Lang) -> String {
    let mut said = String::new();
    let mut length = 0_usize;
    for word in text.split_whitespace() {
        length = length.saturating_add(word.chars().count()).saturating_add(1);
        if length > longest {
            said.push_str(if said.is_empty() { "…" } else { " …" });
            break;
        }
        said.push_str(if said.is_empty() { "" } else { " " });
        said.push_str(word);
    }
    in_quotes(&said, lang)
}

/// What a record is called in the document. Most records have neither section nor title.
pub(super) fn named(record: &dyn Any, content: &Content, lang: Lang) -> Named {
    let named = named_itself(record, lang);
    if named.title.is_some() {
        named
    } else {
        Named { title: title_of_other(record, content, lang), ..named }
    }
}

/// What the document calls the thing that a record refers to.
fn title_of_other(record: &dyn Any, content: &Content, lang: Lang) -> Option<String> {
    match content {
        Content::Agreement(agreement) => {
            let body = record.downcast_ref::<Participation>()?.body;
            agreement.bodies.iter().find(|one| one.id == body)?.name.title(lang)
        }
        Content::Community(community) => {
            let of_service = record
                .downcast_ref::<ServiceSpread>()
                .map(|one| one.service)
                .or_else(|| record.downcast_ref::<Takeover>().map(|one| one.service));
            if let Some(service) = of_service {
                return community.members.iter().find(|one| one.service == service)?.name.title(lang);
            }
            let MemberTarget { service, target, .. } = record.downcast_ref::<MemberTarget>()?;
            let member = community.members.iter().find(|one| one.service == *service)?;
            let name = shown(member.name.as_ref())?;
            let of = match lang {
                Lang::Da => format!("for {name}"),
                Lang::En => format!("of {name}"),
            };
            Some(target.topic.title(lang).map_or_else(|| of.clone(), |topic| format!("{topic} {of}")))
        }
        Content::Series(series) => {
            let measurement = record.downcast_ref::<Exclusion>()?.measurement;
            series.measurements.iter().find(|one| one.id == measurement)?.period.title(lang)
        }
        Content::Bundle(bundle) => {
            bundle.documents.iter().find_map(|one| title_of_other(record, one.document().content(), lang))
        }
        _ => None,
    }
}

macro_rules! named {
    ($( $ty:ty { $(heading $heading:ident)? $(section $section:ident)? $(title $( $title:ident )+)? } )+) => {
        fn named_itself(record: &dyn Any, lang: Lang) -> Named {
            $( if let Some(one) = record.downcast_ref::<$ty>() {
                return Named {
                    section: None $( .or_else(|| one.$section.into()) )? $( .or(one.$heading) )?,
                    is_section: named!(@is $( $heading )?),
                    title: None $( $( .or_else(|| one.$title.title(lang)) )+ )?,
                };
            } )+
            let _ = lang;
            Named::default()
        }

        /// The types of records that have a section here.
        #[cfg(test)]
        const WITH_SECTION: &[&str] = &[
            $( $( named!(@first (stringify!($ty)) $section), )? $( named!(@first (stringify!($ty)) $heading), )? )+
        ];
    };
    (@is) => { false };
    (@is $heading:ident) => { true };
    (@first ($first:expr) $second:ident) => { $first };
}

named! {
    FocusArea { heading number title title }
    ContentsEntry { title title }
    Action { section section title text }
    SupportTask { section section title text }
    TargetFigure { section section title topic }
    FollowUp { section section title on }
    Participation { section section title name }
    PartyDuty { section section title text }
    AnnouncedDecision { section section title text }
    Criticism { section section title text }
    Demand { section section title text }
    GuidelineRevision { section section title guideline }
    ResearchProject { section section title title }
    Note { section section }
    FrameworkDocument { title title }
    Body { title name }
    AssessedTopic { title topic }
    AssessmentData { title source period }
    CommunityMember { title name }
    SteeringGroup { title name }
    CommunityRole { title role }
    ChangeSpread { title change }
    CrossAudit { title topic }
    Lesson { title learned }
    Aim { title statement }
    Measure { title statement }
    Driver { title statement }
    SecondaryDriver { title statement }
    ChangeIdea { title statement }
    PdsaCycle { title change }
    CoreElement { title name }
    LearningCircle { title name }
    CircleActivity { title theme }
    ResourceGroup { title name }
    ProjectEvaluation { title subject }
    EvaluatedStandard { title name number }
    EvaluationFinding { title text }
    Recommendation { title text }
    Evaluator { title organisation }
    PlanPhase { title name }
    PlanTask { title text }
    TimetableRow { title text }
    PlanArea { title name }
    PlanUnit { title name }
    Measurement { title period }
    Annotation { title on }
    Phase { title label from }
    TargetLine { title from }
    Theme { title name }
    Activity { title text }
    Standard { title name number }
    Indicator { title statement }
    QualityProject { title name }
    GuidingDocument { title title }
    Operator { title name }
    SpecialisedArea { title name }
    SocialService { title name }
    Department { title name }
    StatutoryTraining { section section title text }
    TrainedMember { title role }
    BuildingReview { section section }
    ReviewedBuilding { title name }
    EventReporting { section section }
    ContactModel { section section title name }
    RiskAssessment { section section }
    HealthMonitoring { section section title topic }
    MonitoredArea { title name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Content;
    use crate::draft::part::Part;
    use crate::draft::{Record, Shape};

    fn each_record(shape: &Shape, each: &mut dyn FnMut(&Record)) {
        match shape {
            // What surrounds a content is not shown.
            Shape::Record(record) if record.name == "BundledDocument" => {}
            Shape::Record(record) => {
                each(record);
                record.fields.iter().for_each(|field| each_record(field.shape, each));
            }
            Shape::List(items) => each_record(items, each),
            Shape::Choice(choice) => {
                let contents = choice.variants.iter().filter_map(|variant| variant.content);
                contents.for_each(|content| each_record(&Shape::Record(content), each));
            }
            Shape::Words(_) | Shape::Id(_) | Shape::Leaf(_) => {}
        }
    }

    #[test]
    fn a_record_with_a_section_is_found_by_it() {
        each_record(Content::SHAPE, &mut |record| {
            if record.field("section").is_some() {
                assert!(
                    WITH_SECTION.contains(&record.name),
                    "add `{} {{ section section }}` to `named!` in src/page/named.rs",
                    record.name
                );
            }
        });
    }

    #[test]
    fn long_titles_are_cut_after_a_word() {
        assert_eq!(quoted("Roller  og\nkompetencer", Lang::Da), "»Roller og kompetencer«");
        let long = "Arbejdsmiljøgruppens medlemmer kender egne og hinandens roller og kompetencer";
        assert_eq!(quoted(long, Lang::En), "“Arbejdsmiljøgruppens medlemmer kender egne og hinandens …”");
        assert_eq!(quoted(&"x".repeat(61), Lang::Da), "»…«");
    }
}
