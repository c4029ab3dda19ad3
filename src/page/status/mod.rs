//! The status of one service on a day: what a page for its head and an overview of many services are made from.

mod target;

use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;

pub(super) use target::{Standing, Target};

use super::sheet::is_blank;
use crate::Context;
use crate::agenda::{Agenda, AgendaItem, DutyKind};
use crate::agreement::DevelopmentAgreement;
use crate::date::Period;
use crate::document::{Content, Document};
use crate::goal::Caseload;
use crate::id::{Id, Subject};
use crate::measurement::Measurement;
use crate::organisation::SocialService;
use crate::report::{Report, StoredReport};
use crate::series::MeasurementSeries;
use crate::text::Text;

/// The status of one service on a day: its target figures, its tasks and deadlines, and the check of its documents.
///
/// It is made once, and shown by [`Page::of_dialogue_meeting`](super::Page::of_dialogue_meeting) or counted by a
/// [`ServiceOverview`](super::ServiceOverview).
///
/// # Target figures
///
/// They are those of the agreement, those that a community has for the service, and those of documents of their own; one that
/// several documents give is taken from the document that states most of it. Each is compared with the measurements of the
/// service as [`evaluate`](crate::target_figure::TargetFigure::evaluate) does, within the period of the agreement. The
/// measurements of a series count where no measurement of its own does. Measurements of departments do not count.
///
/// ```
/// use kvalitetsmodel::Context;
/// use kvalitetsmodel::document::Document;
/// use kvalitetsmodel::page::{Page, ServiceStatus};
///
/// let agreement: Document = serde_json::from_str(
///     r#"{
///         "format": "kvalitetsmodel/1", "status": "draft", "id": "00000000-0000-4000-8000-000000000001",
///         "content": { "agreement": {
///             "id": "00000000-0000-4000-8000-000000000002", "year": 2024,
///             "service": { "id": "00000000-0000-4000-8000-000000000003", "name": "Engtoften" },
///             "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000004", "targets": [{
///                 "id": "00000000-0000-4000-8000-000000000005", "topic": "SMARTE",
///                 "indicator": { "id": "00000000-0000-4000-8000-000000000006", "statement": "Andel SMARTE delmål" },
///                 "direction": "atLeast", "value": "80", "unit": "percent",
///                 "population": { "description": "delmål" }, "dataSource": "optælling",
///                 "measuredAt": { "date": { "on": "2024-11" } }
///             }] }]
///         } }
///     }"#,
/// )?;
/// let measurement: Document = serde_json::from_str(
///     r#"{
///         "format": "kvalitetsmodel/1", "status": "draft", "id": "00000000-0000-4000-8000-000000000007",
///         "content": { "measurement": {
///             "id": "00000000-0000-4000-8000-000000000008", "indicator": "00000000-0000-4000-8000-000000000006",
///             "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000003" } },
///             "period": { "start": "2024-11-01", "end": "2024-11-30" },
///             "observed": { "share": { "part": 15, "whole": 19 } }
///         } }
///     }"#,
/// )?;
/// let status = ServiceStatus::of([&agreement, &measurement], &Context::new("2024-12-05".parse()?));
/// let text = Page::of_dialogue_meeting(&status).text().to_string();
/// assert!(text.starts_with(
///     "Dialogmøde: Engtoften\n\
///      =====================\n\
///      Opgjort pr. 5. december 2024 ud fra 2 dokumenter. Måltal: 1 ikke opfyldt.\n\n\
///      Måltal, der ikke er opfyldt\n\
///      ---------------------------\n\
///      SMARTE: mindst 80 %\n"
/// ), "{text}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "dialogmøde")]
#[derive(Debug, Clone)]
pub struct ServiceStatus<'a> {
    as_of: NaiveDate,
    service: Option<Id<SocialService>>,
    name: Option<&'a Text>,
    documents: Vec<(&'a Document, Report)>,
    targets: Vec<Target<'a>>,
    agenda: Agenda,
    earlier: Vec<&'a StoredReport>,
    last_year: Option<&'a DevelopmentAgreement>,
}

impl<'a> ServiceStatus<'a> {
    /// Checks the documents of one service and compares its target figures with its measurements, as of the day of the
    /// context.
    ///
    /// A [bundle](crate::bundle::Bundle) counts as its documents; its check also finds what concerns several of them.
    /// The service is the one that the first document names: an agreement, then a caseload, then a list of daily
    /// duties. If none names one, no target figure can be assessed.
    #[must_use]
    pub fn of(documents: impl IntoIterator<Item = &'a Document>, context: &Context) -> Self {
        let documents: Vec<_> = documents.into_iter().map(|one| (one, one.check(context))).collect();
        let contents: Vec<&'a Content> = documents.iter().flat_map(|(one, _)| contents_of(one)).collect();
        let (service, name) = service_of(&contents);
        let mut agenda = Agenda::new(context.as_of()).with_texts();
        for (document, _) in &documents {
            agenda.add(document);
        }
        let targets = Target::all(&contents, service, context.as_of());
        // The document of a target figure need not say that it is measured: a measurement does.
        let is_measured = |item: &AgendaItem| {
            let mut of_item = targets.iter().filter(|one| one.figure.id.subject() == item.subject);
            item.duty == DutyKind::Measuring && of_item.any(Target::is_reported)
        };
        // Duties about a citizen are not discussed at a meeting; only their number is shown.
        agenda.retain(|item| item.citizen.is_none() && !is_measured(item));
        Self {
            as_of: context.as_of(),
            service,
            name,
            documents,
            targets,
            agenda,
            earlier: Vec::new(),
            last_year: None,
        }
    }

    /// Adds earlier reports of the documents, to show what was found since and what is gone. A report is compared with
    /// the one on the same document or draft.
    ///
    /// ```
    /// use kvalitetsmodel::agreement::{Action, DevelopmentAgreement, FocusArea};
    /// use kvalitetsmodel::document::Document;
    /// use kvalitetsmodel::page::{Page, ServiceStatus};
    /// use kvalitetsmodel::report::StoredReport;
    /// use kvalitetsmodel::{Context, Lang, id::Id};
    ///
    /// let context = Context::new("2024-01-09".parse()?);
    /// let mut agreement = DevelopmentAgreement {
    ///     focus_areas: vec![FocusArea::new(Id::from_u128(2))],
    ///     ..DevelopmentAgreement::new(Id::from_u128(1))
    /// };
    /// let earlier = Document::draft(Id::from_u128(4), agreement.clone()).check(&context);
    /// let earlier: StoredReport = serde_json::from_str(&serde_json::to_string(&earlier.compact())?)?;
    ///
    /// agreement.focus_areas[0].actions.push(Action::new(Id::from_u128(3)));
    /// let document = Document::draft(Id::from_u128(4), agreement);
    /// let status = ServiceStatus::of([&document], &context).with_earlier_reports([&earlier]);
    /// let text = Page::of_dialogue_meeting(&status).with_lang(Lang::En).text().to_string();
    /// assert!(text.contains("New findings\n- AGR093: The area has actions, but neither the area"), "{text}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_earlier_reports(mut self, earlier: impl IntoIterator<Item = &'a StoredReport>) -> Self {
        self.earlier.extend(earlier);
        self
    }

    /// Adds the agreement of the year before, to show what it left open and this year's agreement drops, and which
    /// figures and memberships changed. Without an agreement among the documents nothing is shown.
    #[must_use]
    pub const fn with_last_agreement(mut self, last_year: &'a DevelopmentAgreement) -> Self {
        self.last_year = Some(last_year);
        self
    }

    /// The agreement of the year before, and that of this year.
    pub(super) fn years(&self) -> Option<(&'a DevelopmentAgreement, &'a DevelopmentAgreement)> {
        Some((self.last_year?, self.agreement()?))
    }

    pub(super) const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// What the documents call the service.
    pub(super) fn name(&self) -> Option<String> {
        let name = self.name.map(|name| name.as_str().trim().to_string());
        name.or_else(|| self.service.map(|id| id.to_string()))
    }

    pub(super) fn documents(&self) -> &[(&'a Document, Report)] {
        &self.documents
    }

    pub(super) fn targets(&self) -> &[Target<'a>] {
        &self.targets
    }

    pub(super) const fn agenda(&self) -> &Agenda {
        &self.agenda
    }

    /// The earlier report on a document or draft.
    pub(super) fn earlier(&self, about: Option<Subject>) -> Option<&'a StoredReport> {
        self.earlier.iter().copied().find(|one| about.is_some() && one.about() == about)
    }

    pub(super) const fn has_earlier(&self) -> bool {
        !self.earlier.is_empty()
    }

    pub(super) fn contents(&self) -> impl Iterator<Item = &'a Content> + '_ {
        self.documents.iter().flat_map(|(one, _)| contents_of(one))
    }

    pub(super) fn caseloads(&self) -> impl Iterator<Item = &'a Caseload> + '_ {
        self.contents().filter_map(|one| match one {
            Content::Caseload(one) => Some(one),
            _ => None,
        })
    }

    pub(super) fn series(&self) -> impl Iterator<Item = &'a MeasurementSeries> + '_ {
        series(self.contents())
    }

    pub(super) fn agreement(&self) -> Option<&'a DevelopmentAgreement> {
        agreements(self.contents()).next()
    }
}

/// What a document holds: one draft, or those of a bundle.
pub(super) fn contents_of(document: &Document) -> Vec<&Content> {
    match document.content() {
        Content::Bundle(bundle) => bundle.documents.iter().map(|one| one.document().content()).collect(),
        content => vec![content],
    }
}

fn agreements<'a>(
    contents: impl Iterator<Item = &'a Content>,
) -> impl Iterator<Item = &'a DevelopmentAgreement> {
    contents.filter_map(|one| match one {
        Content::Agreement(one) => Some(one),
        _ => None,
    })
}

pub(super) fn series<'a>(
    contents: impl Iterator<Item = &'a Content>,
) -> impl Iterator<Item = &'a MeasurementSeries> {
    contents.filter_map(|one| match one {
        Content::Series(one) => Some(one),
        _ => None,
    })
}

fn measurements<'a>(contents: &[&'a Content]) -> Vec<&'a Measurement> {
    let measurements = contents.iter().filter_map(|one| match one {
        Content::Measurement(one) => Some(one),
        _ => None,
    });
    measurements.collect()
}

/// The service, and what it is called.
fn service_of<'a>(contents: &[&'a Content]) -> (Option<Id<SocialService>>, Option<&'a Text>) {
    let all = contents.iter().filter_map(|one| match one {
        Content::Agreement(one) => one.service.as_ref().map(|one| (0, one.id, one.name.as_ref())),
        Content::Caseload(one) => one.service.as_ref().map(|one| (1, one.id, one.name.as_ref())),
        Content::Duties(one) => one.service.map(|id| (2, id, None)),
        _ => None,
    });
    let all: Vec<_> = all.collect();
    let service = all.iter().min_by_key(|(rank, ..)| rank).map(|(_, id, _)| *id);
    let mut names = all.iter().filter(|(_, id, _)| Some(*id) == service).filter_map(|(.., name)| *name);
    (service, names.find(|name| !is_blank(name.as_str())))
}

/// The period in which the target figures of documents other than the agreement are measured.
fn period_of(contents: &[&Content]) -> Option<Period> {
    agreements(contents.iter().copied()).find_map(DevelopmentAgreement::running_period)
}
