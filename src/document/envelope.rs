//! The envelope around a draft.

use alloc::vec::Vec;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Content, Extension, Meta, SetAside};
use crate::draft::part::Part;
use crate::draft::walk::{Named, Walk, Walked};
use crate::id::{ExternalId, Id, Identified};
use crate::keyed::Keyed;
use crate::report::{Path, Rejected, Report, Stamp};
use crate::rule::check::{Applied, Checked, find_around};
use crate::rule::form::{Later, doc012_not_done_after_extraction};
use crate::rule::{Checker, Run};
use crate::text::Text;
use crate::{Context, Draft, Valid};

/// A document of the exchange format: one draft in an envelope.
///
/// Any draft can be put into a [`draft`](Self::draft) document. A final one needs a proof:
///
/// ```
/// use kvalitetsmodel::{Context, Draft as _, agreement::DevelopmentAgreement, document::Document, id::Id};
///
/// let id = Id::from_u128(1);
/// let agreement = DevelopmentAgreement::new(Id::from_u128(2));
/// let draft = Document::draft(id, agreement.clone());
/// assert!(!draft.claims_final());
///
/// let context = Context::new("2024-01-15".parse()?);
/// let document = Document::finalise(id, agreement.validate(&context)?);
/// assert!(document.claims_final());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A document that was read is a draft, whatever it claims: its author may have used other rules, or none.
/// [`claims_final`](Self::claims_final) and [`claimed_stamp`](Self::claimed_stamp) return the claim, and
/// writing the document keeps it. To verify the claim, validate the content:
///
/// ```
/// use kvalitetsmodel::{Context, document::Document};
///
/// let received: Document = serde_json::from_str(
///     r#"{
///         "format": "kvalitetsmodel/1", "status": "final",
///         "id": "00000000-0000-4000-8000-000000000001",
///         "validation": { "asOf": "2024-01-09", "profile": "general", "ruleEdition": 1 },
///         "content": { "agreement": { "id": "00000000-0000-4000-8000-000000000002" } }
///     }"#,
/// )?;
/// assert!(received.claims_final());
/// let proof = received.validate(&Context::new("2024-01-15".parse()?))?;
/// assert!(!proof.report().rejects());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A draft is no proof, so this does not compile:
///
/// ```compile_fail,E0308
/// use kvalitetsmodel::{agreement::DevelopmentAgreement, document::Document, id::Id};
///
/// fn finalise(id: Id<Document>, agreement: DevelopmentAgreement) -> Document {
///     Document::finalise(id, agreement)
/// }
/// ```
///
/// ```
/// use kvalitetsmodel::{Valid, agreement::DevelopmentAgreement, document::Document, id::Id};
///
/// fn finalise(id: Id<Document>, agreement: Valid<DevelopmentAgreement>) -> Document {
///     Document::finalise(id, agreement)
/// }
/// ```
///
/// Nor can the fields be set, or a stamp be put on another document:
///
/// ```compile_fail,E0451
/// use kvalitetsmodel::{agreement::DevelopmentAgreement, document::Document, id::Id, report::Stamp};
///
/// fn forge(id: Id<Document>, agreement: DevelopmentAgreement, stamp: Stamp) -> Document {
///     Document { stamp: Some(stamp), ..Document::draft(id, agreement) }
/// }
/// ```
///
/// ```
/// use kvalitetsmodel::{agreement::DevelopmentAgreement, document::Document, id::Id, report::Stamp};
///
/// fn put_aside(id: Id<Document>, agreement: DevelopmentAgreement, _: Stamp) -> Document {
///     Document::draft(id, agreement)
/// }
/// ```
///
/// Nor can the content of a document be changed in place:
///
/// ```compile_fail,E0594
/// use kvalitetsmodel::document::{Content, Document};
///
/// fn edit(document: &mut Document) {
///     if let Content::Agreement(agreement) = document.content() {
///         agreement.title = None;
///     }
/// }
/// ```
///
/// ```
/// use kvalitetsmodel::document::{Content, Document};
///
/// fn edit(document: Document) -> Document {
///     document.map_content(|mut content| {
///         if let Content::Agreement(agreement) = &mut content {
///             agreement.title = None;
///         }
///         content
///     })
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Document {
    pub(crate) schema: Option<Text>,
    pub(crate) id: Id<Document>,
    pub(crate) external_ids: Vec<ExternalId>,
    pub(crate) meta: Option<Meta>,
    /// Present if the document is final, or claims to be.
    pub(crate) stamp: Option<Stamp>,
    pub(crate) set_aside: Vec<SetAside>,
    pub(crate) content: Content,
    pub(crate) extensions: Vec<Extension>,
}

impl Document {
    /// A draft document around some content.
    #[must_use]
    pub fn draft(id: Id<Document>, content: impl Into<Content>) -> Self {
        let content = content.into();
        Self {
            schema: None,
            id,
            external_ids: Vec::new(),
            meta: None,
            stamp: None,
            set_aside: Vec::new(),
            content,
            extensions: Vec::new(),
        }
    }

    /// A final document around a proof, with a [`Stamp`]: the day, the profile and everything that it changes,
    /// the suppressions, and the edition of the rules.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, Draft as _, agreement::DevelopmentAgreement, document::Document, id::Id};
    ///
    /// let agreement = DevelopmentAgreement::new(Id::from_u128(2));
    /// let proof = agreement.validate(&Context::new("2024-01-15".parse()?))?;
    /// let document = Document::finalise(Id::from_u128(1), proof);
    /// assert_eq!(document.claimed_stamp().map(|stamp| stamp.profile()), Some("general"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn finalise<T: Draft + Into<Content>>(id: Id<Document>, proof: Valid<T>) -> Self {
        let stamp = Stamp::of(proof.context());
        Self { stamp: Some(stamp), ..Self::draft(id, proof.into_draft()) }
    }

    /// Sets the `$schema`, by which an editor finds the JSON Schema of the document. It is written first, and
    /// nothing checks it.
    #[must_use]
    pub fn with_schema(self, uri: impl Into<Text>) -> Self {
        Self { schema: Some(uri.into()), ..self }
    }

    /// Adds an id that another system uses for the document.
    #[must_use]
    pub fn with_external_id(mut self, id: ExternalId) -> Self {
        self.external_ids.push(id);
        self
    }

    /// Sets the origin of the content, and replaces an earlier one.
    #[must_use]
    pub fn with_meta(self, meta: Meta) -> Self {
        Self { meta: Some(meta), ..self }
    }

    /// Adds an extension.
    #[must_use]
    pub fn with_extension(mut self, extension: Extension) -> Self {
        self.extensions.push(extension);
        self
    }

    /// The `$schema` that the document states.
    #[must_use]
    pub fn schema(&self) -> Option<&str> {
        self.schema.as_ref().map(Text::as_str)
    }

    /// The id of the document.
    #[must_use]
    pub const fn id(&self) -> Id<Document> {
        self.id
    }

    /// The ids that other systems use for it.
    #[must_use]
    pub fn external_ids(&self) -> &[ExternalId] {
        &self.external_ids
    }

    /// Where it comes from.
    #[must_use]
    pub const fn meta(&self) -> Option<&Meta> {
        self.meta.as_ref()
    }

    /// Returns `true` if the document says that it is final.
    ///
    /// A document that [`finalise`](Self::finalise) made is final. For a document that was read, it is the claim
    /// of its author.
    #[must_use]
    pub const fn claims_final(&self) -> bool {
        self.stamp.is_some()
    }

    /// Under what the document says that its content was proven. Returns `None` if it does not
    /// [claim to be final](Self::claims_final).
    #[must_use]
    pub const fn claimed_stamp(&self) -> Option<&Stamp> {
        self.stamp.as_ref()
    }

    /// The draft in it.
    #[must_use]
    pub const fn content(&self) -> &Content {
        &self.content
    }

    /// The things of one kind that the content holds or refers to, each once, in the order of the document: what a
    /// service needs to find the documents about it again.
    ///
    /// Whatever names the thing counts: a community mentions the services of all its members. A document about one
    /// citizen, an audit and a cycle name a service only if somebody wrote down which.
    ///
    /// ```
    /// use kvalitetsmodel::community::{CommunityMember, ImprovementCommunity};
    /// use kvalitetsmodel::organisation::SocialService;
    /// use kvalitetsmodel::{document::Document, id::Id};
    ///
    /// let (solgaarden, soebo) = (Id::from_u128(2), Id::from_u128(3));
    /// let community = ImprovementCommunity {
    ///     members: [solgaarden, soebo].map(CommunityMember::new).into(),
    ///     ..ImprovementCommunity::new(Id::from_u128(1))
    /// };
    /// let document = Document::draft(Id::from_u128(10), community);
    /// assert_eq!(document.mentioned::<SocialService>(), [solgaarden, soebo]);
    /// ```
    #[must_use]
    pub fn mentioned<T: Identified>(&self) -> Vec<Id<T>> {
        let mut found: Keyed<Uuid, Id<T>> = Keyed::default();
        let mut each = |_, Named { subject, .. }: Named, _: &Path<'_>| {
            if subject.kind == T::KIND {
                found.insert(subject.id, Id::new(subject.id));
            }
        };
        let root = Path::root("", None);
        self.content.walk(&root, &mut Walk::Ids(&mut each));
        if let Content::Bundle(bundle) = &self.content {
            for one in &bundle.documents {
                one.document().content().walk(&root, &mut Walk::Ids(&mut each));
            }
        }
        found.into_values()
    }

    /// What other systems store in it.
    #[must_use]
    pub fn extensions(&self) -> &[Extension] {
        &self.extensions
    }

    /// Returns the draft, without the envelope.
    ///
    /// The draft does not know what was [set aside](Self::set_aside): [`check`](Self::check) the document first.
    #[must_use]
    pub fn into_content(self) -> Content {
        self.content
    }

    /// Changes the draft and keeps the envelope. The result is a draft document: a stamp holds only for the content
    /// that it was made for.
    ///
    /// ```
    /// use kvalitetsmodel::agreement::DevelopmentAgreement;
    /// use kvalitetsmodel::document::{Content, Document};
    /// use kvalitetsmodel::id::Id;
    ///
    /// let document = Document::draft(Id::from_u128(1), DevelopmentAgreement::new(Id::from_u128(2)));
    /// let document = document.map_content(|mut content| {
    ///     if let Content::Agreement(agreement) = &mut content {
    ///         agreement.year = Some(2025);
    ///     }
    ///     content
    /// });
    /// assert_eq!(document.id(), Id::from_u128(1));
    /// ```
    #[must_use]
    pub fn map_content(self, change: impl FnOnce(Content) -> Content) -> Self {
        Self { content: change(self.content), stamp: None, ..self }
    }

    /// Proves that no error rule rejects the content or what surrounds it, whatever its kind.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, document::Document};
    ///
    /// let received: Document = serde_json::from_str(
    ///     r#"{
    ///         "format": "kvalitetsmodel/1", "status": "draft",
    ///         "id": "00000000-0000-4000-8000-000000000001",
    ///         "content": { "cycle": { "id": "00000000-0000-4000-8000-000000000002" } }
    ///     }"#,
    /// )?;
    /// let document = received.validate(&Context::new("2024-01-15".parse()?))?.into_final();
    /// assert!(document.claims_final());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Rejected`] returns the document with its report if an error rule is not met and not suppressed.
    #[expect(
        clippy::result_large_err,
        reason = "the document is given back whole, where it would be moved anyway"
    )]
    pub fn validate(self, context: &Context) -> Result<Valid<Self>, Rejected<Self>> {
        let report = self.check(context);
        Valid::from_report(self, report)
    }

    /// Checks the content and the envelope: parts that were set aside, dates after the extraction, and civil registration
    /// numbers in its texts. The findings point into this document.
    ///
    /// What was [set aside](Self::set_aside) counts as not stated: rules may report it as missing, next to
    /// [`DOC004`](crate::codes::DOC004), which reports each part.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, agreement::DevelopmentAgreement, document::Document, id::Id};
    ///
    /// let mut agreement = DevelopmentAgreement::new(Id::from_u128(2));
    /// agreement.parties = serde_json::from_str(r#"[{ "role": "headOfService", "named": false }]"#)?;
    /// let document = Document::draft(Id::from_u128(1), agreement);
    /// let report = document.check(&Context::new("2024-01-15".parse()?));
    /// assert!(report.findings().iter().all(|finding| finding.at().is_within("/content/agreement")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn check(&self, context: &Context) -> Report {
        let shape = *<Self as Part>::SHAPE;
        let Checked { mut report, applied, later } =
            self.content.check_in_document(context, self.extracted_at());
        let root = Path::root("", None);
        let mut around = self.find_around(later, &root, context, &applied);
        around.finish(shape, "");
        report.surround(around);
        let mut set_aside = self.find_set_aside(&root, context, &applied);
        set_aside.finish(shape, "");
        report.insert(set_aside, shape);
        report.set_about(Some(self.id.subject()));
        report
    }

    /// Checks a document at a place in another one. Apart from their places, the findings are those of the
    /// document alone; equal findings around the contents are counted over the whole bundle.
    pub(crate) fn check_enclosed(&self, at: &Path<'_>, run: &mut Run<'_>) {
        let at = at.whole("", None);
        let content = at.key("content");
        let later = self.content.check_enclosed(self.extracted_at(), &content.key(self.content.kind()), run);
        run.find(|context, applied| self.find_around(later, &at, context, applied));
        run.find(|context, applied| self.find_set_aside(&at, context, applied));
    }

    fn extracted_at(&self) -> Option<NaiveDate> {
        self.meta.as_ref()?.extracted_at
    }

    /// Checks what surrounds the content, and whether something in it or its source is dated after it was extracted.
    fn find_around(
        &self,
        later: Option<Later>,
        at: &Path<'_>,
        context: &Context,
        applied: &Applied,
    ) -> Report {
        let mut report = find_around(&Around(self), at, context, applied);
        if let Some(extracted_at) = self.extracted_at()
            && applied.has(doc012_not_done_after_extraction::RULE.code)
        {
            let mut cx = Checker::new(context, &doc012_not_done_after_extraction::RULE, &mut report);
            if let Some(later) = later {
                doc012_not_done_after_extraction::check(extracted_at, later, at, &mut cx);
            }
            let source = self.meta.as_ref().and_then(|meta| meta.source_document.as_ref());
            if let Some(dated) = source.and_then(|source| source.date) {
                doc012_not_done_after_extraction::check_source(extracted_at, dated, at, &mut cx);
            }
        }
        report
    }

    /// Visits the draft, at its place in the document, but not what surrounds it.
    pub(crate) fn visit_draft(&self, at: &Path<'_>, walk: &mut Walk<'_, '_>) {
        self.content.walk(&at.key("content"), walk);
    }
}

impl Valid<Document> {
    /// The document as a final one, with a [`Stamp`] of its proof.
    #[must_use]
    pub fn into_final(self) -> Document {
        let stamp = Stamp::of(self.context());
        Document { stamp: Some(stamp), ..self.into_draft() }
    }
}

/// What surrounds the content of a document.
struct Around<'d>(&'d Document);

impl Walked for Around<'_> {
    fn visit(&self, at: &Path<'_>, walk: &mut Walk<'_, '_>) {
        let Self(document) = self;
        document.schema.walk(&at.key("$schema"), walk);
        document.external_ids.walk(&at.key("externalIds"), walk);
        document.meta.walk(&at.key("meta"), walk);
        document.set_aside.walk(&at.key("setAside"), walk);
        document.extensions.walk(&at.key("extensions"), walk);
    }
}
