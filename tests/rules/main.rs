//! Rules and what they are declared for, findings and reports.
#![cfg(feature = "proptest")]

mod custom;
mod declarations;
mod findings;
mod laws;
mod reports;
mod stored_reports;
