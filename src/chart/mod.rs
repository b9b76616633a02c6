//! Charts: from the columns of a comparison table to specifications that are plain data, and from these to SVG.
//!
//! A [`ChartSpec`] holds everything that is drawn, in pixels, and everything that is said: sentence, values, what is left out. It knows no
//! colour and no page, so it is tested natively. `svg` (feature `app`) is the only file that knows plotters.

mod axis;
mod change;
mod composition;
mod data;
mod parts;
mod picture;
mod place;
mod ranking;
mod scatter;
mod sentence;
mod spec;
mod strip;
mod tiles;
mod words;

#[cfg(feature = "app")]
mod svg;

pub use change::change;
pub use composition::{Bars, composition};
pub use data::{Certainty, ColumnData, Item, column_data};
pub use parts::{CompositionData, Part, Whole, composition_data, wholes};
pub use picture::picture;
pub use ranking::ranking;
pub use scatter::scatter;
pub use sentence::capitalised;
pub use spec::{Anchor, ChartSpec, MarkForm, NumberCell, NumberRow, Numbers, Paint, Point, Shape};
pub use strip::strips;
pub use tiles::{Tile, has_tile_map, tile_map, tile_of, tiles};
pub use words::{ChartWords, EN, ZH};

#[cfg(feature = "app")]
pub use svg::{Palette, svg, svg_of_tokens};
