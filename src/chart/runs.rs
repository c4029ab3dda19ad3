//! The Anhøj rules: how long a run may be, and how often the points must cross the centre line.

use serde::Serialize;

use super::statistics::float;

/// What chance allows, given the number of useful observations.
///
/// # Source
///
/// The rules of Anhøj and Olesen (2014) as `qicharts2` computes them: the longest run may be at most the whole number
/// nearest to log2 n, plus three; the crossings must be at least the 5 percent point of the binomial
/// distribution of n − 1 tosses.
///
/// ```
/// use kvalitetsmodel::chart::RunLimits;
///
/// let of_24 = RunLimits::of(24).expect("not zero");
/// assert_eq!((of_24.longest_run_max, of_24.crossings_min), (8, 8));
/// assert_eq!(RunLimits::of(0), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RunLimits {
    /// A run with more useful observations than this is unusually long.
    pub longest_run_max: usize,
    /// Fewer crossings than this are unusually few.
    pub crossings_min: usize,
}

impl RunLimits {
    /// The limits for a number of useful observations, or `None` for zero.
    ///
    /// Equal to whole-number arithmetic for every n up to 10,000, and to R up to 1,000,000.
    #[must_use]
    pub fn of(useful: usize) -> Option<Self> {
        let tosses = useful.checked_sub(1)?;
        let crossings_min =
            CROSSINGS.get(tosses).map_or_else(|| five_percent_of_many(tosses), |least| usize::from(*least));
        Some(Self { longest_run_max: nearest_log2(useful).saturating_add(3), crossings_min })
    }
}

/// log2 to the nearest whole number. There is no tie: 2 to the power of k and a half is not a whole number.
const fn nearest_log2(n: usize) -> usize {
    // n > 2^(k + ½) exactly when n² > 2^(2k + 1).
    let k = n.ilog2();
    let square = (n as u128).saturating_mul(n as u128);
    let up = square.ilog2() > k.saturating_mul(2);
    (k as usize).saturating_add(up as usize)
}

const TABLE: usize = 1024;

/// The 5 percent point of this many fair tosses: the smallest number with a cumulative probability of at least
/// 5 percent.
///
/// It is updated from toss to toss. The probabilities stay near 5 percent, so nothing underflows.
static CROSSINGS: [u16; TABLE] = {
    let mut table = [0_u16; TABLE];
    let mut rest = table.as_mut_slice();
    let (mut tosses, mut least) = (0.0, 0_u16);
    let (mut of_least, mut up_to_least) = (1.0, 1.0);
    while let [slot, more @ ..] = rest {
        *slot = least;
        rest = more;
        // With the next toss, half of the cases at `least` go beyond it.
        up_to_least -= of_least / 2.0;
        of_least *= (tosses + 1.0) / (2.0 * (tosses + 1.0 - least as f64));
        tosses += 1.0;
        while up_to_least < 0.05 {
            of_least *= (tosses - least as f64) / (least as f64 + 1.0);
            least = least.saturating_add(1);
            up_to_least += of_least;
        }
    }
    table
};

/// The same point beyond the table, by the expansion of Cornish and Fisher with Sheppard's corrections.
///
/// The error shrinks as the tosses increase; up to 2,000,000 tosses the point is exact.
fn five_percent_of_many(tosses: usize) -> usize {
    /// The 5 percent point of the normal distribution, without its sign.
    const Z: f64 = 1.644_853_626_951_472_2;
    const Z2: f64 = Z * Z;
    let n = float(tosses);
    let variance = n / 4.0 - 1.0 / 12.0;
    let fourth = (1.0 / 120.0 - n / 8.0) / (variance * variance);
    let sixth = (n / 4.0 - 1.0 / 252.0) / (variance * variance * variance);
    let bend = fourth / 24.0 * (Z2 - 3.0) + sixth / 720.0 * ((Z2 - 10.0) * Z2 + 15.0)
        - fourth * fourth / 384.0 * ((3.0 * Z2 - 24.0) * Z2 + 29.0);
    let below = libm::sqrt(variance) * Z * (1.0 + bend);
    // The middle of the tosses stays a whole number, or a whole number and a half, so that no number is too large.
    let last = tosses.saturating_sub(1);
    let half = if last.is_multiple_of(2) { 0.0 } else { 0.5 };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, positive and below the square root of the tosses"
    )]
    let below = libm::floor(below - half) as usize;
    (last / 2).saturating_sub(below)
}

/// A side of the centre line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Side {
    /// Above it.
    Above,
    /// Below it.
    Below,
}

/// A stretch of points on one side of the centre line.
///
/// Points on the line, missing ones and excluded ones neither break nor lengthen it, and can be within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// The index of its first point, from zero.
    pub first: usize,
    /// The index of its last point.
    pub last: usize,
    /// How many useful observations it has.
    pub length: usize,
    /// The side that it is on.
    pub side: Side,
}

impl Run {
    /// The same run, shifted by the number of points before the first that was counted.
    pub(super) const fn behind(mut self, skipped: usize) -> Self {
        self.first = self.first.saturating_add(skipped);
        self.last = self.last.saturating_add(skipped);
        self
    }
}

/// What the Anhøj rules count in a phase.
///
/// ```
/// use kvalitetsmodel::chart::{Runs, Side};
///
/// // Seven on one side, then seven on the other, and one on the line in between.
/// let values = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 5.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0];
/// let runs = Runs::around(5.0, &values);
/// assert_eq!((runs.observations(), runs.useful()), (15, 14));
/// let longest = runs.longest_run().expect("there are useful observations");
/// assert_eq!((longest.first, longest.last, longest.length, longest.side), (0, 6, 7, Side::Below));
/// assert_eq!((runs.crossings(), runs.crossings_min()), (Some(1), Some(4)));
/// assert!(runs.has_few_crossings() && !runs.has_long_run() && runs.has_signal());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Runs {
    observations: usize,
    useful: usize,
    crossings: usize,
    // Meaningless if no point is useful.
    longest: Run,
    limits: RunLimits,
}

impl Runs {
    pub(super) const NONE: Self = Self {
        observations: 0,
        useful: 0,
        crossings: 0,
        longest: Run { first: 0, last: 0, length: 0, side: Side::Above },
        limits: RunLimits { longest_run_max: 0, crossings_min: 0 },
    };

    /// Counts the runs of `values` around `centre`. A value that is not a number counts as missing. If
    /// the centre is not a number, no point is useful.
    #[must_use]
    pub fn around(centre: f64, values: &[f64]) -> Self {
        let mut counting = Counting::default();
        for (word, values) in values.chunks(Counting::WIDTH).enumerate() {
            let (mut above, mut below) = (0_u64, 0_u64);
            let (eights, rest) = values.as_chunks::<8>();
            for (n, value) in rest.iter().enumerate() {
                above |= u64::from(*value > centre) << n;
                below |= u64::from(*value < centre) << n;
            }
            for eight in eights.iter().rev() {
                above = above << 8 | bits(eight, |value| value > centre);
                below = below << 8 | bits(eight, |value| value < centre);
            }
            counting.count_word(word.saturating_mul(Counting::WIDTH), values.len(), above, below);
        }
        counting.finish(centre, values)
    }

    /// The same runs among more points: `skipped` points come before them, and `observations` is the number of
    /// observations among the values.
    pub(super) const fn within(mut self, skipped: usize, observations: usize) -> Self {
        self.observations = observations;
        self.longest = self.longest.behind(skipped);
        self
    }

    /// How many points there are, missing ones among them.
    #[must_use]
    pub const fn observations(&self) -> usize {
        self.observations
    }

    /// How many points are above or below the centre line (*anvendelige observationer*).
    #[doc(alias = "anvendelige observationer")]
    #[must_use]
    pub const fn useful(&self) -> usize {
        self.useful
    }

    /// The longest run, or the first of them if several are equally long. Returns `None` if no point is useful.
    #[must_use]
    pub const fn longest_run(&self) -> Option<Run> {
        if self.useful > 0 { Some(self.longest) } else { None }
    }

    /// How long the longest run may be, or `None` if no point is useful.
    #[must_use]
    pub const fn longest_run_max(&self) -> Option<usize> {
        if self.useful > 0 { Some(self.limits.longest_run_max) } else { None }
    }

    /// How often the points cross the centre line, or `None` if no point is useful.
    #[must_use]
    pub const fn crossings(&self) -> Option<usize> {
        if self.useful > 0 { Some(self.crossings) } else { None }
    }

    /// How often they must cross it, or `None` if no point is useful.
    #[must_use]
    pub const fn crossings_min(&self) -> Option<usize> {
        if self.useful > 0 { Some(self.limits.crossings_min) } else { None }
    }

    /// Returns `true` if the longest run is unusually long (*serielængdesignal*).
    #[doc(alias = "serielængdesignal")]
    #[must_use]
    pub const fn has_long_run(&self) -> bool {
        self.longest.length > self.limits.longest_run_max
    }

    /// Returns `true` if there are unusually few crossings (*krydssignal*).
    #[doc(alias = "krydssignal")]
    #[must_use]
    pub const fn has_few_crossings(&self) -> bool {
        self.crossings < self.limits.crossings_min
    }

    /// Returns `true` if the run is unusually long, if there are unusually few crossings, or both.
    #[must_use]
    pub const fn has_signal(&self) -> bool {
        self.has_long_run() || self.has_few_crossings()
    }
}

/// A bit for each value that satisfies `holds`; the first value is the lowest bit.
#[inline]
fn bits(values: &[f64; 8], holds: impl Fn(f64) -> bool) -> u64 {
    values.iter().enumerate().fold(0, |bits, (n, value)| bits | u64::from(holds(*value)) << n)
}

/// Every run of `values` around `centre`, in order.
pub(super) fn every(centre: f64, values: &[f64]) -> impl Iterator<Item = Run> {
    let mut at = 0_usize;
    core::iter::from_fn(move || {
        let mut run: Option<Run> = None;
        while let Some(value) = values.get(at) {
            let side = side_of(*value, centre);
            match (&mut run, side) {
                (_, None) => {}
                (None, Some(side)) => run = Some(Run { first: at, last: at, length: 1, side }),
                (Some(run), Some(side)) if run.side == side => {
                    run.last = at;
                    run.length = run.length.saturating_add(1);
                }
                (Some(_), Some(_)) => return run,
            }
            at = at.saturating_add(1);
        }
        run
    })
}

fn side_of(value: f64, centre: f64) -> Option<Side> {
    if value > centre {
        Some(Side::Above)
    } else if value < centre {
        Some(Side::Below)
    } else {
        None
    }
}

/// Counts runs 64 points at a time: a bit is a point, and a run ends where a bit differs from the one before. Point by
/// point, counting would take several times as long, which whoever looks for change in a hundred thousand series
/// notices.
#[derive(Debug, Default)]
struct Counting {
    useful: usize,
    crossings: usize,
    /// The side of the last useful point: all bits are set if it is above.
    side: u64,
    /// The length and the first index of the run that the last useful point belongs to.
    length: usize,
    first: usize,
    /// The longest run so far.
    longest: usize,
    longest_first: usize,
}

impl Counting {
    const WIDTH: usize = 64;

    /// Counts the next `width` points, of which the first has the index `base`.
    ///
    /// The lowest bit is the first point. It is set in `above` if the point is above the line, in `below` if it is below
    /// it, and in neither if it is on the line, missing or excluded; no bit from `width` on is set.
    ///
    /// Between two calls `useful` and `crossings` count all points so far. `side`, `length` and `first` describe the run
    /// that is still open: it is compared with `longest` only when it ends.
    fn count_word(&mut self, base: usize, width: usize, above: u64, below: u64) {
        let useful = above | below;
        if useful == 0 {
            return;
        }
        let all = u64::MAX >> Self::WIDTH.saturating_sub(width);
        if self.useful == 0 {
            let first = useful.trailing_zeros();
            self.side = 0_u64.wrapping_sub((above >> first) & 1);
            self.first = base.saturating_add(first as usize);
        }
        // A point on the line takes the side of the point before it, so that no run ends there.
        let mut sides = above;
        let mut on_line = all & !useful;
        while on_line != 0 {
            let here = on_line & on_line.wrapping_neg();
            let before = (sides << 1) | (self.side & 1);
            sides |= before & here;
            on_line ^= here;
        }
        let mut ends = (sides ^ ((sides << 1) | (self.side & 1))) & all;
        let mut from = 0_u32;
        if useful == all {
            if ends != 0 {
                let first = ends.trailing_zeros();
                self.end_run(first as usize, base.saturating_add(first as usize));
                from = ends.ilog2();
                self.crossings = self.crossings.saturating_add(ends.count_ones().saturating_sub(1) as usize);
                // The other points of a run are between two ends. Each round takes one from every stretch, until
                // only the longest remains.
                let mut others = !ends & !(u64::MAX << from) & (u64::MAX << first);
                let (mut length, mut begins) = (1_usize, first);
                while others != 0 {
                    length = length.saturating_add(1);
                    begins = others.trailing_zeros().saturating_sub(1);
                    others &= others >> 1;
                }
                if from > first {
                    self.keep_longest(length, base.saturating_add(begins as usize));
                    self.first = base.saturating_add(from as usize);
                }
            }
            self.length = self.length.saturating_add(width.saturating_sub(from as usize));
            self.useful = self.useful.saturating_add(width);
        } else {
            while ends != 0 {
                let end = ends.trailing_zeros();
                let until = useful & !(u64::MAX << end);
                self.end_run((until >> from).count_ones() as usize, base.saturating_add(end as usize));
                from = end;
                ends &= ends.wrapping_sub(1);
            }
            self.length = self.length.saturating_add((useful >> from).count_ones() as usize);
            self.useful = self.useful.saturating_add(useful.count_ones() as usize);
        }
        self.side = 0_u64.wrapping_sub(sides >> width.saturating_sub(1) & 1);
    }

    /// Ends the run after `more` points; the next one begins at `next`.
    #[inline]
    fn end_run(&mut self, more: usize, next: usize) {
        self.keep_longest(self.length.saturating_add(more), self.first);
        self.length = 0;
        self.first = next;
        self.crossings = self.crossings.saturating_add(1);
    }

    #[inline]
    fn keep_longest(&mut self, length: usize, first: usize) {
        let longer = length > self.longest;
        self.longest_first = if longer { first } else { self.longest_first };
        self.longest = if longer { length } else { self.longest };
    }

    fn finish(mut self, centre: f64, values: &[f64]) -> Runs {
        let observations = values.len();
        self.keep_longest(self.length, self.first);
        let Some(limits) = RunLimits::of(self.useful) else { return Runs { observations, ..Runs::NONE } };
        let of_longest = values.get(self.longest_first..).unwrap_or_default();
        let mut left = self.longest;
        let mut last = self.longest_first;
        for (n, value) in of_longest.iter().enumerate() {
            if side_of(*value, centre).is_some() {
                last = self.longest_first.saturating_add(n);
                left = left.saturating_sub(1);
                if left == 0 {
                    break;
                }
            }
        }
        let side = of_longest.first().and_then(|value| side_of(*value, centre)).unwrap_or(Side::Above);
        let longest = Run { first: self.longest_first, last, length: self.longest, side };
        Runs { observations, useful: self.useful, crossings: self.crossings, longest, limits }
    }
}
