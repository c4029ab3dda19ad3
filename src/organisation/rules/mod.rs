//! Rules about an organisation.

pub(crate) mod names;
