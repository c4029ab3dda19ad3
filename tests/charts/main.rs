//! Run charts and control charts: laws, hostile figures, what people read, and the results of other programs.
#![cfg(feature = "chart")]

mod golden;
#[cfg(feature = "proptest")]
mod hostile;
#[cfg(feature = "proptest")]
mod laws;
#[cfg(feature = "proptest")]
mod reading;
