//! Only the calculations, to compare them with `qicharts2`, `pbcharts` or other programs.
//!
//! The figures are doubles, as in those programs; [`Conventions`] chooses whose answer is given if they differ.
//! [`docs/series.md`](crate::_docs::series) lists the differences. Every generated case of both
//! programs is a test of this crate.
//!
//! ```
//! use kvalitetsmodel::chart::reference::{Analysis, Conventions, Phase, Point};
//! use kvalitetsmodel::chart::{ChartKind, ChartSettings};
//!
//! let points = [18.7, 3.0, 41.0, 22.5].into_iter().map(Point::single).collect::<Result<Vec<_>, _>>()?;
//! let settings = ChartSettings { conventions: Conventions::Qicharts2, ..ChartSettings::default() };
//! let analysis = Analysis::new(ChartKind::T, &points, &[Phase::from(0)], &settings)?;
//! assert_eq!(analysis.points().len(), 4);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub use super::analysis::{Analysis, Conventions, Phase, Point, PointError, lines};
