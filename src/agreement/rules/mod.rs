//! Rules about development agreements, one file to a family.

pub(crate) mod follow_ups;
pub(crate) mod framework;
pub(crate) mod participation;
pub(crate) mod parties;
pub(crate) mod scope;
pub(crate) mod signatures;
pub(crate) mod targets;
