//! Rules about a measurement series.

pub(crate) mod exclusions;
pub(crate) mod level;
pub(crate) mod phases;
pub(crate) mod sameness;
pub(crate) mod targets;
pub(crate) mod time;
