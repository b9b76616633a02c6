//! The colours and the type of charts, read from the page's tokens.

use crate::app::browser;
use crate::chart::Palette;
use plotters::style::RGBColor;
use web_sys::CssStyleDeclaration;

/// The tokens as they are now; none where the page has no style sheet yet.
pub(super) fn palette() -> Option<Palette> {
    let root = browser::document()?.document_element()?;
    let style = browser::window()?.get_computed_style(&root).ok().flatten()?;
    let token = |name: &str| color(&style, name);
    let seven = |prefix: &str| -> Option<[RGBColor; 7]> {
        let colors: Option<Vec<RGBColor>> = (1..=7).map(|n| color(&style, &format!("--{prefix}-{n}"))).collect();
        colors?.try_into().ok()
    };
    Some(Palette {
        font: style.get_property_value("--sans").ok().map(|font| font.trim().to_owned()).filter(|font| !font.is_empty())?,
        ground: token("--ground")?,
        sunk: token("--sunk")?,
        ink: [token("--ink")?, token("--ink-2")?, token("--ink-3")?],
        rule: token("--rule")?,
        control: token("--ctl")?,
        accent: token("--accent")?,
        rest: token("--cat-rest")?,
        categories: seven("cat")?,
        steps: seven("seq")?,
        on_steps: seven("on-seq")?,
    })
}

/// A token of the form `#rrggbb`, which all colour tokens have.
fn color(style: &CssStyleDeclaration, name: &str) -> Option<RGBColor> {
    let value = style.get_property_value(name).ok()?;
    let digits = value.trim().strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |range| digits.get(range).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    Some(RGBColor(part(0..2)?, part(2..4)?, part(4..6)?))
}
