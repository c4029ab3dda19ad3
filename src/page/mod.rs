//! Pages for people (feature `page`): the result of a check as plain text, Markdown or HTML, in Danish or English.
//!
//! A page is written for the head of a social service, in this order: what contradicts itself or a requirement;
//! what is missing; what is worth knowing; what cannot be assessed, and what is missing for it; what is due
//! when, with the overdue first; what has no deadline; what waits for a schedule or a decision; the notes of the
//! document that belong to none of these; and the rules that were not evaluated. If parts of the document
//! [could not be read](Document::set_aside), the page says so first, since rules may report them as missing. Findings that say the same
//! are one matter with all its places ([`Report::matters`]), and places are named by section number, or by
//! position and the words of the [field tables](crate::draft::Shape).
//!
//! Findings never hold what people wrote. A page does: titles, topics and notes are looked up in the document,
//! so that it is as confidential as the document itself.
//!
//! Other pages are about many documents together: [what is due](Page::of_agenda), [one service](Page::of_dialogue_meeting) and
//! [many services](Page::of_overview), the worst first; and about [sub-goals](Page::of_department) and an
//! [audit](Page::of_audit).
//!
//! ```
//! use kvalitetsmodel::agreement::{Action, DevelopmentAgreement, FocusArea};
//! use kvalitetsmodel::{Context, Lang, document::Document, id::Id, page::Page};
//!
//! let area = FocusArea {
//!     number: Some("1.2".parse()?),
//!     title: Some("Bygninger <2024>".into()),
//!     actions: vec![Action::new(Id::from_u128(3))],
//!     ..FocusArea::new(Id::from_u128(2))
//! };
//! let agreement = DevelopmentAgreement {
//!     title: Some("Drifts- og udviklingsaftale 2024".into()),
//!     focus_areas: vec![area],
//!     ..DevelopmentAgreement::new(Id::from_u128(1))
//! };
//! let document = Document::draft(Id::from_u128(4), agreement);
//! let context = Context::new("2024-01-09".parse()?);
//! let report = document.check(&context);
//!
//! let page = Page::of(&document, &report);
//! let text = page.text().to_string();
//! assert!(text.starts_with("Drifts- og udviklingsaftale 2024\n================================\n"));
//! assert!(text.contains("Hvor:    afsnit 1.2 »Bygninger <2024>«\n"));
//!
//! let page = page.with_lang(Lang::En);
//! assert!(page.markdown().to_string().contains("- **Where:** section 1.2 “Bygninger &lt;2024&gt;”\n"));
//! assert!(page.html().to_string().contains("<dd>section 1.2 “Bygninger &lt;2024&gt;”</dd>\n"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod agenda;
mod aside;
mod audit;
mod circle;
mod citizens;
mod community;
mod evaluation;
mod meeting;
mod named;
mod notes;
mod overview;
mod places;
mod plan;
mod portfolio;
mod sheet;
mod stamp;
mod status;
mod style;
mod tasks;
mod tell;
mod title;
#[cfg(feature = "json")]
mod unreadable;

use alloc::string::String;
use core::fmt;

pub use overview::ServiceOverview;
use sheet::{Html, Markdown, PlainText, Sheet};
pub use status::ServiceStatus;
pub use style::STYLE;

use crate::Lang;
use crate::audit::CaseAudit;
use crate::document::Document;
#[cfg(feature = "json")]
use crate::json::ReadError;
use crate::report::{Pointer, Report};

/// The place of a finding in words, as pages print it: the section and the thing in it, otherwise positions and the
/// words of the [field tables](crate::draft::Shape). `at` is [`Finding::at`](crate::report::Finding::at) of the report
/// of the document, or of its draft.
///
/// It contains what people wrote, such as titles, and is as confidential as the document. It looks through the document
/// in each call: for all findings together, a page is faster.
///
/// ```
/// use kvalitetsmodel::agreement::{DevelopmentAgreement, FocusArea};
/// use kvalitetsmodel::target_figure::TargetFigure;
/// use kvalitetsmodel::{Context, Lang, document::Document, id::Id, page};
///
/// let targets = vec![TargetFigure::new(Id::from_u128(4)), TargetFigure::new(Id::from_u128(5))];
/// let area = FocusArea { number: Some("1.4".parse()?), targets, ..FocusArea::new(Id::from_u128(3)) };
/// let agreement = DevelopmentAgreement { focus_areas: vec![area], ..DevelopmentAgreement::new(Id::from_u128(2)) };
/// let document = Document::draft(Id::from_u128(1), agreement);
/// let report = document.check(&Context::new("2024-01-09".parse()?));
/// let of_first = report.findings().iter().find(|finding| finding.at().is_within("/content/agreement/focusAreas/0/targets/0"));
/// let at = of_first.expect("a target figure without a figure").at();
/// assert_eq!(page::place_in_words(&document, at, Lang::Da), "afsnit 1.4, måltal 1");
/// assert_eq!(page::place_in_words(&document, at, Lang::En), "section 1.4, target figure 1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn place_in_words(document: &Document, at: &Pointer, lang: Lang) -> String {
    let content = document.content();
    places::Places::of(content, lang, core::iter::once(at)).place(at).words
}

/// A page for people, about one document or about many.
///
/// | Page | what it shows |
/// |---|---|
/// | [`of`](Self::of) | the result of a check of a document |
/// | [`of_read_error`](Self::of_read_error) | why a text cannot be read as a document |
/// | [`of_dialogue_meeting`](Self::of_dialogue_meeting) | one service before a dialogue meeting |
/// | [`of_overview`](Self::of_overview) | many services, the worst first |
/// | [`of_agenda`](Self::of_agenda) | what is due, from many documents |
/// | [`of_department`](Self::of_department), [`of_service`](Self::of_service) | citizens' sub-goals, and how many are overdue |
/// | [`of_community`](Self::of_community), [`of_portfolio`](Self::of_portfolio) | an improvement community; its PDSA cycles |
/// | [`of_evaluation`](Self::of_evaluation), [`of_evaluations`](Self::of_evaluations) | an evaluation; two of them side by side |
/// | [`of_plan`](Self::of_plan), [`of_circles`](Self::of_circles), [`of_audit`](Self::of_audit) | an implementation plan; a project with learning circles; an audit |
///
/// [`with_lang`](Self::with_lang) and [`with_name`](Self::with_name) apply to each,
/// [`with_technical_details`](Self::with_technical_details) to the first two,
/// [`with_citizen_names`](Self::with_citizen_names) to departments and agendas, and
/// [`with_texts`](Self::with_texts) to departments, audits and portfolios.
///
/// [`text`](Self::text), [`markdown`](Self::markdown), [`html`](Self::html) and
/// [`html_fragment`](Self::html_fragment) return something that can be written; each part is made when it is
/// written. Whatever is in the document is escaped, so that it is text and never markup.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    about: About<'a>,
    options: Options<'a>,
}

#[derive(Debug, Clone, Copy)]
enum About<'a> {
    Checked(Checked<'a>),
    Caseload(citizens::OfCaseload<'a>),
    Audit(&'a CaseAudit),
    Circles(circle::OfCircles<'a>),
    Evaluation(evaluation::OfEvaluation<'a>),
    Plan(plan::OfPlan<'a>),
    Community(community::OfCommunity<'a>),
    Agenda(agenda::OfAgenda<'a>),
    Meeting(&'a ServiceStatus<'a>),
    Overview(&'a ServiceOverview),
    Portfolio(portfolio::OfPortfolio<'a>),
    #[cfg(feature = "json")]
    Unreadable(&'a ReadError),
}

#[derive(Debug, Clone, Copy)]
struct Checked<'a> {
    document: &'a Document,
    report: &'a Report,
}

#[derive(Debug, Clone, Copy)]
struct Options<'a> {
    lang: Lang,
    name: Option<&'a str>,
    with_technical_details: bool,
    names: Option<citizens::Names<'a>>,
    with_texts: bool,
}

impl<'a> Page<'a> {
    /// A page about a document and the report of its check, in Danish.
    ///
    /// The report is that of [`Document::check`], or of a [`check`](crate::check) of its draft. The numbers below the title are
    /// those of the entries of the page: what is found of a rule at several places is one entry.
    /// [`Report::summary`] counts every finding.
    #[must_use]
    pub const fn of(document: &'a Document, report: &'a Report) -> Self {
        Self::about(About::Checked(Checked { document, report }))
    }

    /// A page that lists everything that keeps a text from being a document, in Danish.
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, json, page::Page};
    ///
    /// let error = json::read(r#"{ "format": "kvalitetsmodel/1", "id": 7 }"#).unwrap_err();
    /// let page = Page::of_read_error(&error).with_name("aftale.json").with_lang(Lang::En);
    /// let text = page.text().to_string();
    /// assert!(text.starts_with("The document cannot be read\n"));
    /// assert!(text.contains("- Line 1, column 39: expected an id"));
    /// ```
    #[cfg(feature = "json")]
    #[must_use]
    pub const fn of_read_error(error: &'a ReadError) -> Self {
        Self::about(About::Unreadable(error))
    }

    const fn about(about: About<'a>) -> Self {
        let options = Options {
            lang: Lang::Da,
            name: None,
            with_technical_details: false,
            names: None,
            with_texts: false,
        };
        Self { about, options }
    }

    /// Sets the language.
    #[must_use]
    pub const fn with_lang(mut self, lang: Lang) -> Self {
        self.options.lang = lang;
        self
    }

    /// Says below the title what the document is called outside itself, such as the name of its file.
    #[must_use]
    pub const fn with_name(mut self, name: &'a str) -> Self {
        self.options.name = Some(name);
        self
    }

    /// Adds what programmers need to the page of a check: the JSON Pointer of each place, the name of the profile even if it is the
    /// general one, and the edition of the rules.
    #[must_use]
    pub const fn with_technical_details(mut self) -> Self {
        self.options.with_technical_details = true;
        self
    }

    /// The page as plain text, with at most 80 characters on a line if no word is longer.
    #[must_use]
    pub fn text(&self) -> impl fmt::Display + '_ {
        fmt::from_fn(|f| self.tell(&mut PlainText::new(f)))
    }

    /// The page as Markdown (`CommonMark`). Its headings begin at the first level.
    #[must_use]
    pub fn markdown(&self) -> impl fmt::Display + '_ {
        fmt::from_fn(|f| self.tell(&mut Markdown::new(f)))
    }

    /// The page as a complete HTML document in UTF-8. It has no scripts and loads nothing. It includes
    /// its own style, for screens of any width and for A4 paper.
    #[must_use]
    pub fn html(&self) -> impl fmt::Display + '_ {
        fmt::from_fn(|f| {
            writeln!(
                f,
                "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">",
                self.options.lang.code()
            )?;
            f.write_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")?;
            Html::new(f).text(&self.title())?;
            write!(f, "</title>\n<style>{STYLE}</style>\n")?;
            f.write_str("</head>\n<body>\n<main>\n")?;
            self.tell(&mut Html::new(f))?;
            f.write_str("</main>\n</body>\n</html>\n")
        })
    }

    /// The page as one HTML element, `article`, to be put into your own page, without a style
    /// ([`STYLE`] has one).
    #[must_use]
    pub fn html_fragment(&self) -> impl fmt::Display + '_ {
        fmt::from_fn(|f| {
            writeln!(f, "<article lang=\"{}\">", self.options.lang.code())?;
            self.tell(&mut Html::new(f))?;
            f.write_str("</article>\n")
        })
    }

    fn title(&self) -> alloc::string::String {
        match &self.about {
            About::Checked(checked) => title::title(checked.document.content(), self.options.lang),
            About::Caseload(caseload) => caseload.title(self.options.lang),
            About::Audit(audit) => title::title_of_audit(audit, self.options.lang),
            About::Circles(circles) => title::title_of_circles(circles.project, self.options.lang),
            About::Evaluation(evaluation) => evaluation.title(self.options.lang),
            About::Plan(of) => title::title_of_plan(of.plan, self.options.lang),
            About::Community(one) => community::title(one.community, self.options.lang),
            About::Agenda(_) => agenda::TITLE.in_lang(self.options.lang).into(),
            About::Meeting(status) => meeting::title(status, self.options.lang),
            About::Overview(_) => overview::TITLE.in_lang(self.options.lang).into(),
            About::Portfolio(_) => portfolio::TITLE.in_lang(self.options.lang).into(),
            #[cfg(feature = "json")]
            About::Unreadable(_) => unreadable::TITLE.in_lang(self.options.lang).into(),
        }
    }

    fn tell(&self, sheet: &mut dyn Sheet) -> fmt::Result {
        match &self.about {
            About::Checked(checked) => tell::tell(checked, &self.options, sheet),
            About::Caseload(caseload) => caseload.tell(&self.options, sheet),
            About::Audit(audit) => audit::tell(audit, &self.options, sheet),
            About::Circles(circles) => circles.tell(&self.options, sheet),
            About::Evaluation(evaluation) => evaluation.tell(&self.options, sheet),
            About::Plan(of) => of.tell(&self.options, sheet),
            About::Community(community) => community.tell(&self.options, sheet),
            About::Agenda(agenda) => agenda.tell(&self.options, sheet),
            About::Meeting(status) => meeting::tell(status, &self.options, sheet),
            About::Overview(overview) => overview::tell(overview, &self.options, sheet),
            About::Portfolio(portfolio) => portfolio.tell(&self.options, sheet),
            #[cfg(feature = "json")]
            About::Unreadable(error) => unreadable::tell(error, &self.options, sheet),
        }
    }
}
