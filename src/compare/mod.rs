//! Tables across regions and reports: from one finished analysis, or several, to rows of regions and columns of indicators, with scales,
//! ranks and statistics. Depends on nothing but [`crate::analysis`]; charts, exports and the page are built on it.

mod arrange;
mod choice;
mod convert;
mod facets;
mod mark;
mod name;
mod others;
mod panel;
mod query;
mod rank;
mod scale;
mod statistics;
mod table;
mod words;

#[cfg(test)]
pub(crate) mod example;

pub use arrange::{Arrangement, Direction, Shown, SortBy, arrange};
pub use choice::{Group, IndicatorChoice, Preset, default_columns, groups, indicator_choices, presets};
pub use facets::{Facet, FacetIndex, FigureFilter, FigureOrder, NONE, oddities};
pub use mark::Mark;
pub use others::other_figures;
pub use panel::{Panel, PanelChange, PanelError, PanelRow, panel};
pub use query::Query;
pub use rank::{Rank, rank_correlation, rank_of};
pub use scale::{Figure, Scale, bounds_words, figure, plain_figure};
pub use statistics::{Statistics, fifth_bounds, statistics};
pub use table::{Column, ColumnRequest, Entry, Row, Table, build_table};
pub use words::{UNKNOWN, is_said, list, modifier_sign, ordinal, things, unit_label, unit_words};
