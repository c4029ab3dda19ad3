//! The rules about records that stand in drafts of any domain, and around them in a document.

mod doc010_id_has_its_form;

use crate::id::ExternalId;
use crate::rule::rules;

rules! {
    ExternalId: doc010_id_has_its_form;
}
