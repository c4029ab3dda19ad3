//! What the benches hold beside the crate: peers that do the same work in the plainest way.

pub mod twin;
pub mod twin_series;
