//! Bundles: several documents of one service or unit together, and what crosses them.
//!
//! A bundle is a kind of document. A [`Crossing`] is its counterpart for documents that come line by line.

mod crossing;
pub(crate) mod rules;
mod supplied;

use alloc::vec::Vec;

use serde::de::{Deserializer, Error};
use serde::{Deserialize, Serialize};

pub use crossing::Crossing;
pub(crate) use supplied::remove_supplied;

use crate::document::{Content, Document, SINGLE};
use crate::draft::part::Part;
use crate::draft::walk::Walk;
use crate::draft::{Record, Shape};
use crate::id::{Identified as _, Subject};
use crate::measurement::Measurement;
use crate::report::Path;
use crate::text::{Bilingual, Text, error_type};

record! {
    /// A bundle of documents (*dokumentpakke*), as a draft: those of one service or unit that belong together, such as its
    /// agreement, its communities and its series.
    ///
    /// Each document is checked as it is checked alone, and the bundle finds what no document can say by itself: a
    /// reference that leads to none of them, and what two of them state differently.
    ///
    /// ```
    /// use kvalitetsmodel::agreement::{DevelopmentAgreement, ServiceRef};
    /// use kvalitetsmodel::bundle::{Bundle, Bundled};
    /// use kvalitetsmodel::community::{CommunityMember, ImprovementCommunity};
    /// use kvalitetsmodel::{Context, check_rule, codes, document::Document, id::Id};
    ///
    /// let service = Id::from_u128(1);
    /// let mut agreement = DevelopmentAgreement::new(Id::from_u128(2));
    /// agreement.service = Some(ServiceRef { name: Some("Solgården".into()), ..ServiceRef::new(service) });
    /// let mut community = ImprovementCommunity::new(Id::from_u128(3));
    /// community.members = vec![CommunityMember { name: Some("Havblik".into()), ..CommunityMember::new(service) }];
    ///
    /// let documents = [Document::draft(Id::from_u128(4), agreement), Document::draft(Id::from_u128(5), community)];
    /// let documents = documents.into_iter().map(Bundled::try_from).collect::<Result<_, _>>()?;
    /// let bundle = Bundle { documents, ..Bundle::new(Id::from_u128(6)) };
    ///
    /// let report = check_rule(&bundle, &Context::new("2024-01-15".parse()?), codes::BUN007);
    /// let finding = &report.findings()[0];
    /// assert_eq!(finding.at().as_str(), "/documents/1/content/community/members/0");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "dokumentpakke")]
    pub struct Bundle: "dokumentpakke", "bundle", id "bundle" {
        optional {
            /// What it is called.
            pub title: Option<Text> = "titel", "title";
            /// The documents, each in its envelope. None of them is a bundle.
            pub documents: Vec<Bundled> = "dokumenter", "documents";
        }
    }
}

impl Bundle {
    /// The measurements in its documents, alone or in a series, in their order.
    ///
    /// ```
    /// use kvalitetsmodel::bundle::{Bundle, Bundled};
    /// use kvalitetsmodel::{document::Document, id::Id, measurement::Measurement, target_figure::TargetFigure};
    ///
    /// let measurement = Measurement::new(Id::from_u128(1));
    /// let document = Bundled::try_from(Document::draft(Id::from_u128(2), measurement))?;
    /// let bundle = Bundle { documents: vec![document], ..Bundle::new(Id::from_u128(3)) };
    ///
    /// let target = TargetFigure::new(Id::from_u128(4));
    /// let evaluation = target.evaluate(bundle.measurements(), &[], None);
    /// assert_eq!(evaluation.unused().len(), 1); // no unit was expected
    /// # Ok::<(), kvalitetsmodel::bundle::NestedBundle>(())
    /// ```
    pub fn measurements(&self) -> impl Iterator<Item = &Measurement> {
        self.documents.iter().flat_map(|one| match one.document().content() {
            Content::Measurement(one) => core::slice::from_ref(one),
            Content::Series(series) => &series.measurements,
            _ => &[],
        })
    }

    /// Calls `each` with every document and its place, if the bundle is at `at`.
    pub(crate) fn each_document(&self, at: &Path<'_>, mut each: impl FnMut(&Document, &Path<'_>)) {
        let list = at.key("documents");
        for (n, one) in self.documents.iter().enumerate() {
            each(one.document(), &list.item(n, one.document().id()));
        }
    }

    /// Finds what crosses the documents, and calls `then` with it.
    pub(crate) fn crossing<R>(&self, then: impl FnOnce(&Crossing) -> R) -> R {
        let mut crossing = Crossing::new();
        self.documents.iter().for_each(|one| crossing.add(one.document()));
        then(&crossing)
    }
}

/// A document in a [`Bundle`]. It is not a bundle itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Bundled(Document);

/// The document is a bundle, which cannot be inside a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct NestedBundle;

error_type! { NestedBundle, fixed |_error| ("nestedBundle", NestedBundle::LABEL) }

impl NestedBundle {
    const LABEL: Bilingual = Bilingual::new(
        "en dokumentpakke kan ikke ligge i en dokumentpakke: læg dens dokumenter i den",
        "a bundle cannot be inside a bundle: put its documents there",
    );
}

impl Bundled {
    /// The document.
    #[must_use]
    pub const fn document(&self) -> &Document {
        &self.0
    }

    /// Takes the document out.
    #[must_use]
    pub fn into_document(self) -> Document {
        self.0
    }
}

impl TryFrom<Document> for Bundled {
    type Error = NestedBundle;

    fn try_from(document: Document) -> Result<Self, NestedBundle> {
        match document.content() {
            Content::Bundle(_) => Err(NestedBundle),
            _ => Ok(Self(document)),
        }
    }
}

impl<'de> Deserialize<'de> for Bundled {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(Document::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl Part for Bundled {
    const SHAPE: &'static Shape =
        &Shape::Record(&Record { name: "BundledDocument", kind: Some(Document::KIND), ..*SINGLE });

    fn subject(&self) -> Option<Subject> {
        Some(self.0.id().subject())
    }

    /// A document is a whole of its own: a walk over the bundle checks it, and sees nothing inside it.
    fn walk(&self, at: &Path<'_>, walk: &mut Walk<'_, '_>) {
        if let Walk::Rules(run) = walk {
            self.0.check_enclosed(at, run);
        }
    }

    #[cfg(feature = "proptest")]
    fn any(tape: &mut crate::draft::tape::Tape<'_>) -> Self {
        Self(Document::any_single(tape))
    }
}
