//! What holds of the files of this repository: the layers of the crate, the generated documents, the texts of errors.

mod catalogue;
#[cfg(all(feature = "json", feature = "plot", feature = "table"))]
mod errors;
mod format;
mod layers;
