//! Changes to standard sets: a tailoring applies them, a comparison finds them, and both use the same list.
#![cfg(feature = "proptest")]
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests may fail loudly, in their helpers too"
)]

mod comparison;
mod laws;
mod made;

use kvalitetsmodel::id::Id;
use kvalitetsmodel::model::Name;

fn id<T>(n: u128) -> Id<T> {
    Id::from_u128(n)
}

fn named(da: &str) -> Name {
    Name { da: Some(da.into()), en: None }
}
