//! Rules about PDSA cycles and about the communities that run them.

pub(crate) mod binding;
pub(crate) mod chain;
pub(crate) mod links;
pub(crate) mod membership;
pub(crate) mod order;
pub(crate) mod phases;
pub(crate) mod process;
pub(crate) mod references;
