//! The envelope around a draft.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Content, Extension, Meta};
use crate::check::Draft;
use crate::id::{DocumentId, ExternalId};
use crate::report::{Context, Figures, Report, Suppression, SwitchedOff, Valid};
use crate::rule::RULE_EDITION;
use crate::text::Text;

/// A document of the exchange format: one draft, and what is said of it.
///
/// Any draft can be put into a [`draft`](Self::draft) document. A final one is made from a proof alone:
///
/// ```
/// use kvalitetsmodel::{Context, DevelopmentAgreement, Document, Draft as _};
/// use kvalitetsmodel::id::{AgreementId, DocumentId};
/// use uuid::Uuid;
///
/// let id = DocumentId::new(Uuid::from_u128(1));
/// let agreement = DevelopmentAgreement::new(AgreementId::new(Uuid::from_u128(2)));
/// let draft = Document::draft(id, agreement.clone());
/// assert!(!draft.claims_final());
///
/// let context = Context::new("2024-01-15".parse()?);
/// let document = Document::finalise(id, agreement.validate(context)?);
/// assert!(document.claims_final());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// What is read from a text is a draft to work on, whatever the text claims: whoever wrote it may have
/// used other rules, or none. [`claims_final`](Self::claims_final) and
/// [`claimed_stamp`](Self::claimed_stamp) tell what it claims, and written again it claims the same.
/// To know, take the content and validate it:
///
/// ```
/// use kvalitetsmodel::{Content, Context, Document, Draft as _};
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
/// if let Content::Agreement(agreement) = received.into_content() {
///     let proof = agreement.validate(Context::new("2024-01-15".parse()?))?;
///     assert!(!proof.report().rejects());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A draft is no proof, so this does not compile:
///
/// ```compile_fail,E0308
/// use kvalitetsmodel::{DevelopmentAgreement, Document, id::DocumentId};
///
/// fn finalise(id: DocumentId, agreement: DevelopmentAgreement) -> Document {
///     Document::finalise(id, agreement)
/// }
/// ```
///
/// ```
/// use kvalitetsmodel::{DevelopmentAgreement, Document, Valid, id::DocumentId};
///
/// fn finalise(id: DocumentId, agreement: Valid<DevelopmentAgreement>) -> Document {
///     Document::finalise(id, agreement)
/// }
/// ```
///
/// Nor can the fields be written down, or a stamp be put on another document:
///
/// ```compile_fail,E0451
/// use kvalitetsmodel::{DevelopmentAgreement, Document, document::Stamp, id::DocumentId};
///
/// fn forge(id: DocumentId, agreement: DevelopmentAgreement, stamp: Stamp) -> Document {
///     Document { stamp: Some(stamp), ..Document::draft(id, agreement) }
/// }
/// ```
///
/// ```
/// use kvalitetsmodel::{DevelopmentAgreement, Document, document::Stamp, id::DocumentId};
///
/// fn put_aside(id: DocumentId, agreement: DevelopmentAgreement, _: Stamp) -> Document {
///     Document::draft(id, agreement)
/// }
/// ```
///
/// Nor can the content of a document be changed in its place:
///
/// ```compile_fail,E0594
/// use kvalitetsmodel::{Content, Document};
///
/// fn edit(document: &mut Document) {
///     if let Content::Agreement(agreement) = document.content() {
///         agreement.title = None;
///     }
/// }
/// ```
///
/// ```
/// use kvalitetsmodel::{Content, Document};
///
/// fn edit(document: Document) -> Document {
///     let id = document.id();
///     let mut content = document.into_content();
///     if let Content::Agreement(agreement) = &mut content {
///         agreement.title = None;
///     }
///     Document::draft(id, content)
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub(crate) id: DocumentId,
    pub(crate) external_ids: Vec<ExternalId>,
    pub(crate) meta: Option<Meta>,
    /// There if the document is final, or claims to be.
    pub(crate) stamp: Option<Stamp>,
    pub(crate) content: Content,
    pub(crate) extensions: Vec<Extension>,
}

/// Under what the content of a final document was proven.
///
/// Only [`Document::finalise`] makes one. In a document that was read it is a claim.
///
/// The name of a profile proves nothing, so the stamp says whatever made the proof easier than the crate's
/// own rules and figures: what was switched off, what was accepted on the day, and other figures. Where it
/// lists none of these, every rule was met as the crate has it.
///
/// ```
/// use kvalitetsmodel::id::{AgreementId, DocumentId};
/// use kvalitetsmodel::{Context, DevelopmentAgreement, Document, Draft as _, NonBlank, Profile, codes};
/// use uuid::Uuid;
///
/// let reason = NonBlank::new("the community's figures come with the spring round")?;
/// let profile = Profile::named("general").without(codes::AGR011, reason);
/// let agreement = DevelopmentAgreement::new(AgreementId::new(Uuid::from_u128(2)));
/// let proof = agreement.validate(Context::new("2024-01-15".parse()?).with_profile(profile))?;
/// let document = Document::finalise(DocumentId::new(Uuid::from_u128(1)), proof);
/// assert_eq!(
///     serde_json::to_value(&document)?["validation"]["switchedOff"][0]["code"],
///     "AGR011",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Stamp {
    pub(crate) as_of: NaiveDate,
    /// The name alone. Read from a text it can be anything, and `Debug` is not to show it.
    pub(crate) profile: Text,
    /// Kept as it was read, also where it says the figures of the general profile.
    pub(crate) figures: Option<Figures>,
    pub(crate) switched_off: Vec<SwitchedOff>,
    pub(crate) suppressed: Vec<Suppression>,
    pub(crate) rule_edition: u32,
}

impl Stamp {
    /// The day that the proof was made for.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The [name](crate::Profile::name) of the profile, which proves nothing.
    #[must_use]
    pub fn profile(&self) -> &str {
        self.profile.as_str()
    }

    /// The figures of the profile. They are written where they are not [`Figures::GENERAL`].
    #[must_use]
    pub const fn figures(&self) -> &Figures {
        match &self.figures {
            Some(figures) => figures,
            None => &Figures::GENERAL,
        }
    }

    /// The rules that the profile switched off, whether or not they concern this kind of draft.
    #[must_use]
    pub fn switched_off(&self) -> &[SwitchedOff] {
        &self.switched_off
    }

    /// The suppressions that were active on the day, whether or not they covered a finding.
    #[must_use]
    pub fn suppressed(&self) -> &[Suppression] {
        &self.suppressed
    }

    /// The edition of the rules; [`RULE_EDITION`] for a document that this crate made.
    #[must_use]
    pub const fn rule_edition(&self) -> u32 {
        self.rule_edition
    }
}

impl Document {
    /// A document that promises nothing.
    #[must_use]
    pub fn draft(id: DocumentId, content: impl Into<Content>) -> Self {
        let content = content.into();
        Self { id, external_ids: Vec::new(), meta: None, stamp: None, content, extensions: Vec::new() }
    }

    /// A document whose content is proven, with a [`Stamp`]: the day, the profile with all it changes, the
    /// suppressions, and the edition of the rules.
    ///
    /// ```
    /// use kvalitetsmodel::id::{AgreementId, DocumentId};
    /// use kvalitetsmodel::{Context, DevelopmentAgreement, Document, Draft as _};
    /// use uuid::Uuid;
    ///
    /// let agreement = DevelopmentAgreement::new(AgreementId::new(Uuid::from_u128(2)));
    /// let proof = agreement.validate(Context::new("2024-01-15".parse()?))?;
    /// let document = Document::finalise(DocumentId::new(Uuid::from_u128(1)), proof);
    /// assert_eq!(document.claimed_stamp().map(|stamp| stamp.profile()), Some("general"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn finalise<T: Draft + Into<Content>>(id: DocumentId, proof: Valid<T>) -> Self {
        let context = proof.context();
        let (as_of, profile) = (context.as_of(), context.profile());
        let active = context.suppressions().iter().filter(|suppression| suppression.is_active(as_of));
        let stamp = Stamp {
            as_of,
            profile: Text::from(profile.name()),
            figures: Some(*profile.figures()).filter(|figures| *figures != Figures::GENERAL),
            switched_off: profile.switched_off().to_vec(),
            suppressed: active.cloned().collect(),
            rule_edition: RULE_EDITION,
        };
        Self { stamp: Some(stamp), ..Self::draft(id, proof.into_draft()) }
    }

    /// The same with one more id that another system uses for it.
    #[must_use]
    pub fn with_external_id(mut self, id: ExternalId) -> Self {
        self.external_ids.push(id);
        self
    }

    /// The same with `meta` in place of what was said of its origin before.
    #[must_use]
    pub fn with_meta(self, meta: Meta) -> Self {
        Self { meta: Some(meta), ..self }
    }

    /// The same with one extension more.
    #[must_use]
    pub fn with_extension(mut self, extension: Extension) -> Self {
        self.extensions.push(extension);
        self
    }

    /// Which document.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        self.id
    }

    /// What other systems call it.
    #[must_use]
    pub fn external_ids(&self) -> &[ExternalId] {
        &self.external_ids
    }

    /// Where it comes from.
    #[must_use]
    pub const fn meta(&self) -> Option<&Meta> {
        self.meta.as_ref()
    }

    /// Does the document say that it is final?
    ///
    /// True for what [`finalise`](Self::finalise) made. Of a document that was read it is the claim of
    /// whoever wrote it.
    #[must_use]
    pub const fn claims_final(&self) -> bool {
        self.stamp.is_some()
    }

    /// Under what the document says that its content was proven; there if it
    /// [claims to be final](Self::claims_final).
    #[must_use]
    pub const fn claimed_stamp(&self) -> Option<&Stamp> {
        self.stamp.as_ref()
    }

    /// The draft in it.
    #[must_use]
    pub const fn content(&self) -> &Content {
        &self.content
    }

    /// What other systems keep in it.
    #[must_use]
    pub fn extensions(&self) -> &[Extension] {
        &self.extensions
    }

    /// The draft in it, to work on; the rest is gone.
    #[must_use]
    pub fn into_content(self) -> Content {
        self.content
    }

    /// Checks the content. The places of the findings are places in this document.
    ///
    /// ```
    /// use kvalitetsmodel::id::{AgreementId, DocumentId};
    /// use kvalitetsmodel::{Context, DevelopmentAgreement, Document};
    /// use uuid::Uuid;
    ///
    /// let mut agreement = DevelopmentAgreement::new(AgreementId::new(Uuid::from_u128(2)));
    /// agreement.parties = serde_json::from_str(r#"[{ "role": { "headOfService": {} }, "named": false }]"#)?;
    /// let document = Document::draft(DocumentId::new(Uuid::from_u128(1)), agreement);
    /// let report = document.check(&Context::new("2024-01-15".parse()?));
    /// assert!(report.findings().iter().all(|finding| finding.at().is_within("/content/agreement")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn check(&self, context: &Context) -> Report {
        self.content.check_in_document(context)
    }
}
