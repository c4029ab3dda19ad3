//! Rules about one measurement.

pub(crate) mod figures;
pub(crate) mod forms;
pub(crate) mod parts;
pub(crate) mod time;
