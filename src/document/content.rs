//! What a document holds: one draft of one kind.

use core::any::Any;
use core::fmt;

use chrono::NaiveDate;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::Context;
use crate::agreement::DevelopmentAgreement;
use crate::assessment::StateAssessment;
use crate::audit::CaseAudit;
use crate::bundle::{Bundle, remove_supplied};
use crate::circle::CircleProject;
use crate::community::ImprovementCommunity;
use crate::cycle::PdsaCycle;
use crate::draft::kind::Draft;
use crate::draft::part::Part;
use crate::draft::read::Word;
use crate::draft::walk::Walk;
use crate::draft::{Choice, Record, Shape, Variant};
use crate::duty::DailyDuties;
use crate::evaluation::Evaluation;
use crate::goal::{Caseload, Citizen};
use crate::id::Subject;
use crate::measurement::Measurement;
use crate::model::{StandardSet, Tailoring};
use crate::organisation::Operator;
use crate::plan::ImplementationPlan;
use crate::project::ImprovementProject;
use crate::report::{Path, Report};
use crate::rule::Run;
use crate::rule::check::{Checked, check, check_in_document};
use crate::rule::form::Later;
use crate::series::MeasurementSeries;
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

/// The kinds, and after `=>` the kind that holds documents of the others.
macro_rules! contents {
    (
        $( $(#[$doc:meta])* $kind:ident($ty:ty) = $name:literal, $da:literal, $en:literal $(, resolves [ $($resolved:literal),+ ])?; )+
        => $($whole:tt)+
    ) => {
        contents! {
            @all
            $( $(#[$doc])* $kind($ty) = $name, $da, $en $(, resolves [ $($resolved),+ ])?; )+
            $($whole)+
        }

        impl Part for Single {
            const SHAPE: &'static Shape = contents!(@shape $( $ty = $name, $da, $en; )+);

            #[cfg(feature = "proptest")]
            fn any(tape: &mut crate::draft::tape::Tape<'_>) -> Self {
                Self(contents!(@any tape, $( $kind ),+))
            }
        }
    };
    (@shape $( $ty:ty = $name:literal, $da:literal, $en:literal; )+) => {
        &Shape::Choice(&Choice {
            name: "Content",
            label: Bilingual::new("indhold", "content"),
            variants: &[ $( Variant {
                name: $name,
                label: Bilingual::new($da, $en),
                content: Some(record_of(<$ty as Part>::SHAPE)),
            } ),+ ],
        })
    };
    (@any $tape:ident, $( $kind:ident ),+) => {{
        let makers: &[fn(&mut crate::draft::tape::Tape<'_>) -> Content] =
            &[ $( |tape| Content::$kind(Part::any(tape)) ),+ ];
        $tape.pick(makers)($tape)
    }};
    (@all $( $(#[$doc:meta])* $kind:ident($ty:ty) = $name:literal, $da:literal, $en:literal $(, resolves [ $($resolved:literal),+ ])?; )+) => {
        /// One draft, of the kind that its key names: `{ "agreement": { … } }`.
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
        #[serde(rename_all = "camelCase")]
        #[non_exhaustive]
        pub enum Content {
            $( $(#[$doc])* $kind($ty) ),+
        }

        /// One draft, borrowed.
        #[expect(dead_code, reason = "in some kinds, there is nothing to look for")]
        #[derive(Clone, Copy)]
        pub(crate) enum ContentRef<'a> {
            $( $kind(&'a $ty) ),+
        }

        impl<'a> ContentRef<'a> {
            pub(crate) fn of(draft: &'a impl Draft) -> Option<Self> {
                let draft: &dyn Any = draft;
                $( if let Some(draft) = draft.downcast_ref() {
                    return Some(Self::$kind(draft));
                } )+
                None
            }
        }

        $(
            impl Draft for $ty {
                const KIND: &'static str = $name;
                const AT: &'static str = concat!("/content/", $name);
                const RESOLVES: &'static [&'static str] = &[ $( $( $resolved ),+ )? ];

                fn remove_supplied(&self, report: &mut Report) {
                    if let Some(bundle) = (self as &dyn Any).downcast_ref::<Bundle>() {
                        remove_supplied(bundle, report);
                    }
                }
            }

            impl From<$ty> for Content {
                fn from(draft: $ty) -> Self {
                    Self::$kind(draft)
                }
            }
        )+

        impl Content {
            /// Every kind that a document can hold, as the format names it.
            pub const KINDS: &'static [&'static str] = &[ $( $name ),+ ];

            /// The kinds of things that references must find in a document, for each kind of document.
            #[cfg(test)]
            pub(crate) const RESOLVED: &'static [&'static [&'static str]] = &[ $( <$ty as Draft>::RESOLVES ),+ ];

            pub(crate) const fn as_ref(&self) -> ContentRef<'_> {
                match self {
                    $( Self::$kind(draft) => ContentRef::$kind(draft) ),+
                }
            }

            /// The kind of the draft, as the format names it.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self {
                    $( Self::$kind(_) => $name ),+
                }
            }

            /// What people call the kind.
            #[must_use]
            pub const fn label(&self) -> Bilingual {
                match self {
                    $( Self::$kind(_) => Bilingual::new($da, $en) ),+
                }
            }

            /// The shape of the draft, and its place in a document.
            #[cfg(feature = "page")]
            pub(crate) const fn shape(&self) -> (&'static Shape, &'static str) {
                match self {
                    $( Self::$kind(_) => (<$ty as Part>::SHAPE, <$ty as Draft>::AT) ),+
                }
            }

            /// What the id of the draft identifies.
            pub(crate) fn draft_subject(&self) -> Option<Subject> {
                match self {
                    $( Self::$kind(draft) => draft.subject() ),+
                }
            }

            /// Visits the draft at a place.
            #[cfg(feature = "page")]
            pub(crate) fn visit_draft(&self, at: &Path<'_>, walk: &mut Walk<'_, '_>) {
                match self {
                    $( Self::$kind(draft) => draft.walk(at, walk) ),+
                }
            }

            /// The kinds of things that a reference in the draft must find in it.
            pub(crate) const fn resolves(&self) -> &'static [&'static str] {
                match self {
                    $( Self::$kind(_) => <$ty as Draft>::RESOLVES ),+
                }
            }

            /// Checks the draft. The findings point into the draft.
            #[must_use]
            pub fn check(&self, context: &Context) -> Report {
                match self {
                    $( Self::$kind(draft) => check(draft, context) ),+
                }
            }

            /// Checks the draft. The findings point into the document around it.
            pub(super) fn check_in_document(&self, context: &Context, extracted_at: Option<NaiveDate>) -> Checked {
                match self {
                    $( Self::$kind(draft) => check_in_document(draft, context, extracted_at) ),+
                }
            }

            /// Checks the draft of a document inside another one.
            pub(super) fn check_enclosed(
                &self,
                extracted_at: Option<NaiveDate>,
                at: &Path<'_>,
                run: &mut Run<'_>,
            ) -> Option<Later> {
                match self {
                    $( Self::$kind(draft) => run.enclosed(draft, extracted_at, at) ),+
                }
            }
        }

        impl<'de> Deserialize<'de> for Content {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                enum Kind { $( $kind ),+ }
                const ALL: &[Kind] = &[ $( Kind::$kind ),+ ];
                struct OneDraft;
                impl<'de> Visitor<'de> for OneDraft {
                    type Value = Content;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("an object with one key, the kind of the draft")
                    }
                    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Content, A::Error> {
                        let kind = map.next_key_seed(Word(Content::KINDS))?.and_then(|found| ALL.get(found));
                        let content = match kind {
                            $( Some(Kind::$kind) => Content::$kind(map.next_value()?), )+
                            None => return Err(A::Error::custom("an object with one key is expected, it has none")),
                        };
                        match map.next_key_seed(Word(Content::KINDS))? {
                            None => Ok(content),
                            Some(_) => Err(A::Error::custom("an object with one key is expected, it has more")),
                        }
                    }
                }
                deserializer.deserialize_map(OneDraft)
            }
        }

        impl Part for Content {
            const SHAPE: &'static Shape = contents!(@shape $( $ty = $name, $da, $en; )+);

            fn walk(&self, at: &Path<'_>, walk: &mut Walk<'_, '_>) {
                match self {
                    $( Self::$kind(draft) => draft.walk(&at.field($name, draft.subject()), walk) ),+
                }
            }

            #[cfg(feature = "proptest")]
            fn any(tape: &mut crate::draft::tape::Tape<'_>) -> Self {
                contents!(@any tape, $( $kind ),+)
            }

            #[cfg(feature = "proptest")]
            fn each_mut(&mut self, each: &mut dyn FnMut(&mut dyn core::any::Any)) {
                match self {
                    $( Self::$kind(draft) => draft.each_mut(each) ),+
                }
            }
        }
    };
}

/// The content of a document as its field table has it in a bundle, in which no document holds a bundle.
///
/// What is read into it can still be a bundle: the caller refuses that.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Single(pub(super) Content);

#[expect(clippy::panic, reason = "evaluated when the crate is compiled")]
pub(super) const fn record_of(shape: &'static Shape) -> &'static Record {
    match shape {
        Shape::Record(record) => record,
        _ => panic!("a draft is a record"),
    }
}

contents! {
    /// An operator and everything that it runs.
    Organisation(Operator) = "organisation", "organisation", "organisation";
    /// A standard set of the quality model.
    StandardSet(StandardSet) = "standardSet", "standardsæt", "standard set", resolves ["standard", "qualityProject"];
    /// A region's tailoring of a standard set.
    Tailoring(Tailoring) = "tailoring", "tilpasning af et standardsæt", "tailoring of a standard set";
    /// A measurement.
    Measurement(Measurement) = "measurement", "måling", "measurement";
    /// A target figure on its own.
    TargetFigure(TargetFigure) = "targetFigure", "måltal", "target figure";
    /// A PDSA cycle.
    Cycle(PdsaCycle) = "cycle", "PDSA-cyklus", "PDSA cycle";
    /// An improvement community.
    Community(ImprovementCommunity) = "community", "forbedringsfællesskab", "improvement community";
    /// A development agreement.
    Agreement(DevelopmentAgreement) = "agreement", "drifts- og udviklingsaftale", "development agreement", resolves ["body", "action", "targetFigure", "followUp"];
    /// A state assessment.
    StateAssessment(StateAssessment) = "stateAssessment", "tilstandsvurdering", "state assessment";
    /// A citizen with goals and sub-goals.
    Citizen(Citizen) = "citizen", "borger med mål og delmål", "citizen with goals";
    /// A caseload.
    Caseload(Caseload) = "caseload", "borgergruppe", "caseload";
    /// A case-based audit.
    Audit(CaseAudit) = "audit", "casebaseret audit", "case-based audit", resolves ["auditQuestion", "auditCase", "panelMember", "scaleStep"];
    /// An improvement project.
    Project(ImprovementProject) = "project", "forbedringsprojekt", "improvement project", resolves ["department", "auditQuestion", "auditCase", "panelMember", "scaleStep"];
    /// A project with learning circles.
    CircleProject(CircleProject) = "circleProject", "projekt med læringscirkler", "project with learning circles", resolves ["coreElement", "circle", "cycle"];
    /// An evaluation by the quality model.
    Evaluation(Evaluation) = "evaluation", "evaluering efter kvalitetsmodellen", "evaluation", resolves ["scaleStep", "evaluationFinding"];
    /// An implementation plan.
    Plan(ImplementationPlan) = "plan", "implementeringsplan", "implementation plan", resolves ["body", "planArea", "planTask", "timetableRow"];
    /// Duties of daily operation.
    Duties(DailyDuties) = "duties", "driftsopgaver", "list of daily duties";
    /// A measurement series.
    Series(MeasurementSeries) = "series", "måleserie", "measurement series";
    =>
    /// Several documents of one service or unit.
    Bundle(Bundle) = "bundle", "dokumentpakke", "bundle", resolves [
        "operator", "specialisedArea", "service", "department", "indicator", "aim", "measure", "cycle", "measurement",
        "targetFigure", "action", "body", "stateAssessment", "focusArea", "theme", "standard"
    ];
}
