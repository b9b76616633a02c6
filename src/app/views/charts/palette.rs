//! The colours and the type of saved charts, which stand alone: the page's tokens as they are now.

use crate::app::browser;
use crate::chart::Palette;
use plotters::style::RGBColor;
use web_sys::CssStyleDeclaration;

/// The tokens as they are now; none where the page has no style sheet yet. Taken from the root, where forced colours leave them as they are.
pub(super) fn palette() -> Option<Palette> {
    let root = browser::document()?.document_element()?;
    let style = browser::window()?.get_computed_style(&root).ok().flatten()?;
    let font = style.get_property_value("--sans").ok().map(|font| font.trim().to_owned()).filter(|font| !font.is_empty())?;
    Palette::of_tokens(font, |name| color(&style, name))
}

/// A token of the form `#rrggbb`, which all colour tokens have.
fn color(style: &CssStyleDeclaration, name: &str) -> Option<RGBColor> {
    let value = style.get_property_value(name).ok()?;
    let digits = value.trim().strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |range| digits.get(range).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    Some(RGBColor(part(0..2)?, part(2..4)?, part(4..6)?))
}
