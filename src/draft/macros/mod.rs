//! The declarations: `record!`, `words!`, `choice!` and `leaf!`. `docs/adding-a-type.md` explains them by an
//! example.

#[macro_use]
mod parts;
#[macro_use]
mod record;
#[macro_use]
mod words;
#[macro_use]
mod choice;
#[macro_use]
mod leaf;
