//! From a [`ChartSpec`] to SVG, drawn by plotters. The only file that knows plotters; the page gives the colours.

use super::{Anchor, ChartSpec, MarkForm, Paint, Shape};
use plotters::coord::Shift;
use plotters::element::DashedPathElement;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// plotters' coordinates are whole numbers: drawing on a grid of quarter pixels keeps bars and points in their place.
const GRID: f64 = 4.0;
/// The backend divides font sizes by this.
const FONT_FACTOR: f64 = 1.24;
/// The backend puts a baseline half an ex above the place of a bottom-anchored text; an ex is about half the size.
const HALF_EX: f64 = 0.26;

/// Colours and type of a chart, as the page's tokens have them.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// Font stack of labels.
    pub font: String,
    /// The page's ground.
    pub ground: RGBColor,
    /// A quiet ground.
    pub sunk: RGBColor,
    /// Three strengths of text.
    pub ink: [RGBColor; 3],
    /// Grid lines.
    pub rule: RGBColor,
    /// Lines that identify something.
    pub control: RGBColor,
    /// Regions in focus.
    pub accent: RGBColor,
    /// What does not add up.
    pub questioned: RGBColor,
    /// All other regions.
    pub rest: RGBColor,
    /// Categories.
    pub categories: [RGBColor; 7],
    /// Steps from low to high.
    pub steps: [RGBColor; 7],
    /// Text on each step.
    pub on_steps: [RGBColor; 7],
}

impl Palette {
    /// A palette of the page's tokens, each asked for by its name (`--ink`); none where one is missing.
    pub fn of_tokens(font: String, mut token: impl FnMut(&str) -> Option<RGBColor>) -> Option<Self> {
        let mut seven = |prefix: &str| -> Option<[RGBColor; 7]> {
            let colors: Option<Vec<RGBColor>> = (1..=7).map(|n| token(&format!("--{prefix}-{n}"))).collect();
            colors?.try_into().ok()
        };
        let (categories, steps, on_steps) = (seven("cat")?, seven("seq")?, seven("on-seq")?);
        Some(Self {
            font,
            ground: token("--ground")?,
            sunk: token("--sunk")?,
            ink: [token("--ink")?, token("--ink-2")?, token("--ink-3")?],
            rule: token("--rule")?,
            control: token("--ctl")?,
            accent: token("--accent")?,
            questioned: token("--v-no")?,
            rest: token("--cat-rest")?,
            categories,
            steps,
            on_steps,
        })
    }

    fn color(&self, paint: Paint) -> RGBColor {
        let of = |colors: &[RGBColor; 7], index: u8| colors.get(usize::from(index) % 7).copied().unwrap_or(self.rest);
        match paint {
            Paint::Ground => self.ground,
            Paint::Sunk => self.sunk,
            Paint::Ink => self.ink[0],
            Paint::Ink2 => self.ink[1],
            Paint::Ink3 => self.ink[2],
            Paint::Rule => self.rule,
            Paint::Control => self.control,
            Paint::Accent => self.accent,
            Paint::Questioned => self.questioned,
            Paint::Rest => self.rest,
            Paint::Category(index) => of(&self.categories, index),
            Paint::Step(index) => of(&self.steps, index),
            Paint::OnStep(index) => of(&self.on_steps, index),
        }
    }
}

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// Draws a chart. The SVG scales with its container, has a name and a description for readers who do not see it, and stands alone when it
/// is saved; `ground` fills its background, which a saved picture needs.
///
/// # Errors
/// The drawing library's message; it fails on nothing that a [`ChartSpec`] can hold.
pub fn svg(spec: &ChartSpec, palette: &Palette, ground: bool) -> Result<String, String> {
    let mut drawn = String::new();
    {
        let area =
            SVGBackend::with_string(&mut drawn, (grid(spec.width).unsigned_abs(), grid(spec.height).unsigned_abs())).into_drawing_area();
        if ground {
            area.fill(&palette.ground).map_err(|e| e.to_string())?;
        }
        for shape in &spec.shapes {
            draw(&area, shape, palette)?;
        }
        area.present().map_err(|e| e.to_string())?;
    }
    let body = drawn.split_once('>').map_or("", |(_, rest)| rest);
    Ok(format!("{}{body}", opening(spec, palette)))
}

/// Draws a chart for the page: colours and type are its tokens, so that the theme, forced colours and paper change the drawing as they change
/// everything else, without drawing it anew.
///
/// # Errors
/// As [`svg`].
pub fn svg_of_tokens(spec: &ChartSpec) -> Result<String, String> {
    let mut names = Vec::new();
    // The drawing library takes numbers for colours only: each token is drawn as its number and named afterwards.
    let numbered = Palette::of_tokens("var(--sans)".to_owned(), |name| {
        names.push(name.to_owned());
        u8::try_from(names.len()).ok().map(|number| RGBColor(0, 0, number))
    });
    let drawn = svg(spec, &numbered.ok_or("more tokens than numbers")?, false)?;
    let mut parts = drawn.split("\"#0000");
    let mut drawing = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_at_checked(2).ok_or("a colour is cut off")?;
        let name =
            usize::from_str_radix(number, 16).ok().and_then(|number| names.get(number.checked_sub(1)?)).ok_or("an unknown colour")?;
        drawing.extend(["\"var(", name, ")", rest]);
    }
    Ok(drawing)
}

/// The opening tag and what it says.
fn opening(spec: &ChartSpec, palette: &Palette) -> String {
    let (width, height) = (grid(spec.width), grid(spec.height));
    let RGBColor(red, green, blue) = palette.ground;
    // Shapes have a stroke of their own, or none; only text inherits this one.
    let halo = if spec.halo {
        let width = 3.0 * GRID;
        format!(" stroke=\"#{red:02x}{green:02x}{blue:02x}\" stroke-width=\"{width}\" stroke-linejoin=\"round\" paint-order=\"stroke\"")
    } else {
        String::new()
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{:.0}\" height=\"{:.0}\" viewBox=\"0 0 {width} {height}\"{halo}>\n\
         <title>{}</title>\n<desc>{}</desc>",
        spec.width,
        spec.height,
        escaped(&spec.title),
        escaped(&spec.sentence)
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn grid(pixels: f64) -> i32 {
    (pixels * GRID).round() as i32
}

fn at((x, y): (f64, f64)) -> (i32, i32) {
    (grid(x), grid(y))
}

fn stroke(color: RGBColor, width: f64) -> ShapeStyle {
    color.stroke_width(grid(width).unsigned_abs())
}

fn draw(area: &Area, shape: &Shape, palette: &Palette) -> Result<(), String> {
    match shape {
        Shape::Line { from, to, paint, width, dashed } => line(area, &[*from, *to], stroke(palette.color(*paint), *width), *dashed),
        Shape::Fill { x, y, width, height, paint } => {
            let corners = [at((*x, *y)), at((x + width, y + height))];
            area.draw(&Rectangle::new(corners, palette.color(*paint).filled())).map_err(|e| e.to_string())
        }
        Shape::Outline { x, y, width, height, paint, dashed } => {
            let (left, top, right, bottom) = (x + 0.5, y + 0.5, x + width - 0.5, y + height - 0.5);
            area.draw(&Rectangle::new([at((left, top)), at((right, bottom))], palette.ground.filled())).map_err(|e| e.to_string())?;
            let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
            line(area, &corners, stroke(palette.color(*paint), 1.0), *dashed)
        }
        Shape::Mark { x, y, form, radius, paint } => mark(area, (*x, *y), *form, *radius, palette.color(*paint), palette.ground),
        Shape::Label { x, y, anchor, paint, bold, size, text } => {
            let h_pos = match anchor {
                Anchor::Start => HPos::Left,
                Anchor::Middle => HPos::Center,
                Anchor::End => HPos::Right,
            };
            let weight = if *bold { FontStyle::Bold } else { FontStyle::Normal };
            let font = FontDesc::new(FontFamily::Name(&palette.font), size * GRID * FONT_FACTOR, weight);
            let color = palette.color(*paint);
            let style = TextStyle::from(font).color(&color).pos(Pos::new(h_pos, VPos::Bottom));
            let place = at((*x, y + size * HALF_EX));
            area.draw(&Text::new(text.as_str(), place, style)).map_err(|e| e.to_string())
        }
    }
}

fn line(area: &Area, points: &[(f64, f64)], style: ShapeStyle, dashed: bool) -> Result<(), String> {
    let points: Vec<(i32, i32)> = points.iter().copied().map(at).collect();
    if dashed {
        let (dash, gap) = (grid(3.0), grid(2.5));
        area.draw(&DashedPathElement::new(points, dash, gap, style)).map_err(|e| e.to_string())
    } else {
        area.draw(&PathElement::new(points, style)).map_err(|e| e.to_string())
    }
}

fn mark(area: &Area, (x, y): (f64, f64), form: MarkForm, radius: f64, color: RGBColor, ground: RGBColor) -> Result<(), String> {
    let outlined = |corners: &[(f64, f64)]| {
        let filled: Vec<(i32, i32)> = corners.iter().copied().map(at).collect();
        area.draw(&Polygon::new(filled, ground.filled())).map_err(|e| e.to_string())?;
        let mut closed = corners.to_vec();
        closed.extend(corners.first());
        line(area, &closed, stroke(color, 1.5), false)
    };
    match form {
        MarkForm::Disc => area.draw(&Circle::new(at((x, y)), grid(radius), color.filled())).map_err(|e| e.to_string()),
        MarkForm::Ring => {
            area.draw(&Circle::new(at((x, y)), grid(radius), ground.filled())).map_err(|e| e.to_string())?;
            area.draw(&Circle::new(at((x, y)), grid(radius), stroke(color, 1.5))).map_err(|e| e.to_string())
        }
        MarkForm::Diamond => {
            let r = radius * 1.3;
            outlined(&[(x, y - r), (x + r, y), (x, y + r), (x - r, y)])
        }
        MarkForm::Triangle => {
            let r = radius * 1.3;
            outlined(&[(x, y - r), (x + r, y + 0.8 * r), (x - r, y + 0.8 * r)])
        }
        MarkForm::Questioned => {
            let diamond = |r: f64, paint: RGBColor| {
                let corners = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)].map(at).to_vec();
                area.draw(&Polygon::new(corners, paint.filled())).map_err(|e| e.to_string())
            };
            diamond(radius + 1.5, ground)?;
            diamond(radius, color)?;
            // "Not equal", as in the page's sign of the verdict.
            let r = radius / 8.0;
            let cut = |from: (f64, f64), to: (f64, f64)| {
                let corner = |(dx, dy): (f64, f64)| (x + dx * r, y + dy * r);
                line(area, &[corner(from), corner(to)], stroke(ground, 1.5 * r), false)
            };
            cut((-3.3, -1.5), (3.3, -1.5))?;
            cut((-3.3, 1.5), (3.3, 1.5))?;
            cut((1.8, -3.7), (-1.8, 3.7))
        }
        MarkForm::Tick => line(area, &[(x, y - radius), (x, y + radius)], stroke(color, 1.0), false),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sentence::tests::example_data;
    use super::super::{ranking, scatter};
    use super::*;

    fn palette() -> Palette {
        let shade = |v: u8| RGBColor(v, v, v);
        Palette {
            font: "Roboto, \"Noto Sans\", sans-serif".to_owned(),
            ground: shade(253),
            sunk: shade(243),
            ink: [shade(20), shade(60), shade(90)],
            rule: shade(217),
            control: shade(127),
            accent: RGBColor(29, 92, 148),
            questioned: RGBColor(181, 51, 27),
            rest: shade(135),
            categories: [shade(1); 7],
            steps: [shade(2); 7],
            on_steps: [shade(3); 7],
        }
    }

    #[test]
    fn a_ranking_has_name_description_and_every_bar() {
        let spec = ranking(&example_data(&["fund.fiscal"])[0], 440.0, 20.0);
        let svg = svg(&spec, &palette(), false).unwrap();
        assert!(svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>"));
        assert!(svg.contains("<title>fund.fiscal, 2012</title>") && svg.contains("<desc>Million yuan. 5 of 6 regions"));
        assert_eq!(svg.matches("fill=\"#878787\"").count(), 4, "four regions besides the one in focus");
        assert!(svg.contains("font-size=\"48\"") && svg.contains("&quot;Noto Sans&quot;"));
    }

    #[test]
    fn on_the_page_every_colour_is_a_token() {
        let drawn = svg_of_tokens(&ranking(&example_data(&["fund.fiscal"])[0], 440.0, 20.0)).unwrap();
        assert_eq!(drawn.matches("fill=\"var(--cat-rest)\"").count(), 4, "four regions besides the one in focus");
        assert!(drawn.contains("fill=\"var(--accent)\"") && drawn.contains("font-family=\"var(--sans)\""));
        assert!(drawn.contains(" stroke=\"var(--ground)\""), "the halo of labels");
        assert!(!drawn.contains("\"#"), "a colour of its own: {drawn}");
    }

    #[test]
    fn what_does_not_add_up_bears_the_sign_of_that_verdict() {
        let mut spec = ranking(&example_data(&["fund.fiscal"])[0], 440.0, 20.0);
        spec.question((100.0, 100.0));
        let drawn = svg_of_tokens(&spec).unwrap();
        assert_eq!(drawn.matches("<polygon").count(), 2, "the diamond with its halo");
        assert!(drawn.contains("fill=\"var(--v-no)\""));
    }

    #[test]
    fn what_the_report_says_is_escaped() {
        let mut spec = ranking(&example_data(&["fund.fiscal"])[0], 440.0, 20.0);
        spec.title = "<b> & co".to_owned();
        spec.label((1.0, 1.0), Anchor::Start, Paint::Ink, "<script>");
        let svg = svg(&spec, &palette(), true).unwrap();
        assert!(svg.contains("&lt;b&gt; &amp; co") && svg.contains("&lt;script&gt;") && !svg.contains("<script"));
    }

    #[test]
    fn a_point_is_drawn_for_each_region() {
        let data = example_data(&["fund.fiscal", "fund.central"]);
        let svg = svg(&scatter(&data[0], &data[1], 440.0, 400.0), &palette(), false).unwrap();
        assert_eq!(svg.matches("<circle").count(), 1 + 2 * 2, "a disc, and two rings of two circles each");
    }
}
