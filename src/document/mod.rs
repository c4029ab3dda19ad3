//! The exchange format.

mod content;
mod strict;
mod value;

pub use content::Content;
pub use value::{Double, Integer, NotFinite, Value};
