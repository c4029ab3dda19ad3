//! What a chart is calculated in.

use alloc::vec::Vec;
use core::fmt;

use super::limits::Ground;
use super::lines::Lines;
use crate::chart::ChartError;

/// Memory that is used again.
#[derive(Clone, Default)]
pub(super) struct Memory {
    keys: Vec<i64>,
    pub(super) lines: Vec<Lines>,
    pub(super) judged: Vec<f64>,
}

impl Memory {
    /// Calculates the lines of a phase, and the distance of each point to the centre: zero only for a point on it.
    pub(super) fn judge(&mut self, ground: &Ground<'_>) -> Result<(), ChartError> {
        let Self { keys, lines, judged } = self;
        lines.clear();
        lines.resize(ground.points.len(), Lines::NONE);
        ground.lines(lines, keys)?;
        judged.clear();
        judged.extend(ground.points.iter().zip(lines.iter()).enumerate().map(|(n, (point, lines))| {
            if point.included { ground.compared(n) - lines.centre } else { f64::NAN }
        }));
        Ok(())
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// Its contents do not matter.
impl PartialEq for Memory {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
