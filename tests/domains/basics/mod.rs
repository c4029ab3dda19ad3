//! What all instruments rest on: dates, times and figures.

mod dates;
mod figure;
mod laws;
mod when;
