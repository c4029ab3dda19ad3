//! Rules about one target figure, wherever it stands.

pub(crate) mod agreed;
pub(crate) mod change;
pub(crate) mod life;
pub(crate) mod parts;
