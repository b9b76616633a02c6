//! Tile map of the Chinese provinces: one square a province on a grid of eight by eight, coloured by sevenths of one column.
//!
//! The positions are our own. The Corps stands beside Xinjiang. For other kinds of region there is no tile map.

use super::place::text_width;
use super::sentence::{notes, spread, value_words};
use super::spec::{NumberCell, NumberRow, Numbers, SIGN};
use super::{Anchor, ChartSpec, ChartWords, ColumnData, Item, Paint, Point};
use crate::analysis::{Region, RegionKind};
use crate::wording::region_name;

/// One region's place in the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tile {
    /// Code of the region, as in `Region::code`.
    pub code: &'static str,
    /// Name where there is room.
    pub name: &'static str,
    /// Name in two letters.
    pub short: &'static str,
    /// Name in Chinese.
    pub chinese: &'static str,
    /// Row from the north, 1 to 8.
    pub row: u8,
    /// Column from the west, 1 to 8.
    pub column: u8,
    /// Whether the tile is drawn, empty, when the report has no section on the region.
    pub always: bool,
}

const fn tile(code: &'static str, row: u8, column: u8, name: &'static str, short: &'static str, chinese: &'static str) -> Tile {
    Tile { code, name, short, chinese, row, column, always: true }
}

const fn tile_if_reported(code: &'static str, row: u8, column: u8, name: &'static str, short: &'static str, chinese: &'static str) -> Tile {
    Tile { code, name, short, chinese, row, column, always: false }
}

/// The code of the Xinjiang Production and Construction Corps, which has none in ISO 3166.
const CORPS: &str = "CN-XPCC";

const TILES: [Tile; 35] = [
    tile("CN-HL", 1, 8, "Heilongjiang", "HL", "黑龙江"),
    tile("CN-NM", 2, 6, "Inner Mong.", "NM", "内蒙古"),
    tile("CN-JL", 2, 8, "Jilin", "JL", "吉林"),
    tile("CN-XJ", 3, 1, "Xinjiang", "XJ", "新疆"),
    tile_if_reported(CORPS, 3, 2, "Corps", "XC", "兵团"),
    tile("CN-GS", 3, 3, "Gansu", "GS", "甘肃"),
    tile("CN-NX", 3, 4, "Ningxia", "NX", "宁夏"),
    tile("CN-SX", 3, 5, "Shanxi", "SX", "山西"),
    tile("CN-HE", 3, 6, "Hebei", "HE", "河北"),
    tile("CN-BJ", 3, 7, "Beijing", "BJ", "北京"),
    tile("CN-LN", 3, 8, "Liaoning", "LN", "辽宁"),
    tile("CN-QH", 4, 3, "Qinghai", "QH", "青海"),
    tile("CN-SN", 4, 4, "Shaanxi", "SN", "陕西"),
    tile("CN-HA", 4, 5, "Henan", "HA", "河南"),
    tile("CN-SD", 4, 6, "Shandong", "SD", "山东"),
    tile("CN-TJ", 4, 7, "Tianjin", "TJ", "天津"),
    tile("CN-XZ", 5, 2, "Tibet", "XZ", "西藏"),
    tile("CN-SC", 5, 3, "Sichuan", "SC", "四川"),
    tile("CN-CQ", 5, 4, "Chongqing", "CQ", "重庆"),
    tile("CN-HB", 5, 5, "Hubei", "HB", "湖北"),
    tile("CN-AH", 5, 6, "Anhui", "AH", "安徽"),
    tile("CN-JS", 5, 7, "Jiangsu", "JS", "江苏"),
    tile("CN-SH", 5, 8, "Shanghai", "SH", "上海"),
    tile("CN-YN", 6, 3, "Yunnan", "YN", "云南"),
    tile("CN-GZ", 6, 4, "Guizhou", "GZ", "贵州"),
    tile("CN-HN", 6, 5, "Hunan", "HN", "湖南"),
    tile("CN-JX", 6, 6, "Jiangxi", "JX", "江西"),
    tile("CN-ZJ", 6, 7, "Zhejiang", "ZJ", "浙江"),
    tile("CN-GX", 7, 4, "Guangxi", "GX", "广西"),
    tile("CN-GD", 7, 5, "Guangdong", "GD", "广东"),
    tile("CN-FJ", 7, 6, "Fujian", "FJ", "福建"),
    tile_if_reported("CN-TW", 7, 7, "Taiwan", "TW", "台湾"),
    tile("CN-HI", 8, 5, "Hainan", "HI", "海南"),
    tile_if_reported("CN-HK", 8, 6, "Hong Kong", "HK", "香港"),
    tile_if_reported("CN-MO", 8, 4, "Macao", "MO", "澳门"),
];

/// All tiles, from north to south.
pub fn tiles() -> &'static [Tile] {
    &TILES
}

/// Below this width of a chart, tiles carry two letters instead of names.
const NAMES_FROM: f64 = 600.0;
/// Space between tiles.
const GAP: f64 = 3.0;
/// Steps of the colour scale.
const STEPS: usize = 7;

/// The tile of a region; none where it is no Chinese province.
pub fn tile_of(region: &Region) -> Option<&'static Tile> {
    let code = match region.kind {
        RegionKind::Corps => Some(CORPS),
        _ => region.code.as_deref(),
    };
    TILES.iter().find(|tile| Some(tile.code) == code)
}

/// Whether the regions are Chinese provinces: at least half of them, and at least five, have a tile.
pub fn has_tile_map<'r>(regions: impl Iterator<Item = &'r Region>) -> bool {
    let (mut all, mut tiles) = (0, 0);
    for region in regions {
        all += 1;
        tiles += usize::from(tile_of(region).is_some());
    }
    tiles >= 5 && tiles * 2 >= all
}

/// Draws a column as a tile map. `regions` are all regions of the report, with their section.
pub fn tile_map(data: &ColumnData, regions: &[(u32, &Region)], width: f64) -> ChartSpec {
    let side = (width + GAP) / 8.0;
    let height = if width >= NAMES_FROM { 52.0 } else { 46.0_f64.min(side) };
    let pitch = height + GAP;
    let is_wide = width >= NAMES_FROM;
    let shown = Shortened::new(data, side - GAP - 8.0);
    let top = if is_wide { 0.0 } else { 64.0 + shown.line() };
    let bounds = step_bounds(&data.ranked().iter().map(|i| i.value).collect::<Vec<_>>());
    let mut spec = ChartSpec {
        width,
        height: top + 8.0 * pitch - GAP + 1.0,
        title: data.title.clone(),
        sentence: spread(data),
        missing: data.not_stated.clone(),
        missing_words: data.words.missing,
        notes: notes(data, data.words.signs, data.words.dashed_tiles),
        numbers: numbers(data),
        ..ChartSpec::default()
    };
    legend(&mut spec, data, &bounds, &shown, if is_wide { side * 5.0 - 24.0 } else { width });
    for tile in &TILES {
        let found = regions.iter().find(|(_, region)| tile_of(region).is_some_and(|other| other.code == tile.code));
        if found.is_none() && !tile.always {
            continue;
        }
        let place = (f64::from(tile.column - 1) * side, top + f64::from(tile.row - 1) * pitch);
        let drawing = Drawing { place, size: (side - GAP, height), name: data.words.tile_name(tile, is_wide) };
        let item = found.and_then(|(section, _)| data.items.iter().find(|item| item.section == *section));
        match (found, item) {
            (Some(_), Some(item)) => stated(&mut spec, data, item, (&bounds, &shown), &drawing),
            (Some((section, region)), None) => not_stated(&mut spec, &drawing, (*section, region), data.words),
            (None, _) => {
                spec.fill(drawing.place, drawing.size, Paint::Sunk);
                drawing.label(&mut spec, Paint::Ink3);
            }
        }
    }
    spec
}

/// Where one tile is drawn and what it is called there.
struct Drawing {
    place: (f64, f64),
    size: (f64, f64),
    name: &'static str,
}

impl Drawing {
    fn label(&self, spec: &mut ChartSpec, paint: Paint) {
        spec.label((self.place.0 + 6.0, self.place.1 + 15.0), Anchor::Start, paint, self.name);
    }

    fn value(&self, spec: &mut ChartSpec, paint: Paint, text: &str) {
        let (right, bottom) = (self.place.0 + self.size.0 - 5.0, self.place.1 + self.size.1 - 7.0);
        spec.bold_label((right, bottom), Anchor::End, paint, text);
    }

    /// The sign of a value that does not add up: behind the name, or before the value where the name leaves no room.
    fn question(&self, spec: &mut ChartSpec) {
        let ((x, y), (width, height)) = (self.place, self.size);
        let in_head = 6.0 + text_width(self.name, false) + SIGN + 5.0 <= width;
        spec.question(if in_head { (x + width - SIGN / 2.0 - 3.0, y + 11.0) } else { (x + SIGN / 2.0 + 3.0, y + height - 11.0) });
    }

    fn point(&self, section: u32, name: &str, value: String, quantity: Option<u32>) -> Point {
        let ((x, y), (width, height)) = (self.place, self.size);
        Point { x, y, width, height, name: name.to_owned(), value, quantity, report: 0, section }
    }
}

/// How values are written in tiles: in full where all fit, otherwise in thousands or millions, rounded; the legend says which.
struct Shortened {
    divisor: f64,
}

impl Shortened {
    fn new(data: &ColumnData, room: f64) -> Self {
        let fits = |divisor: f64| data.items.iter().all(|item| text_width(&Self { divisor }.text(item), true) <= room);
        let divisor = [1.0, 1000.0, 1_000_000.0].into_iter().find(|divisor| fits(*divisor)).unwrap_or(1.0);
        Self { divisor }
    }

    fn text(&self, item: &Item) -> String {
        if self.divisor <= 1.0 { item.text.clone() } else { self.number(item.value) }
    }

    fn number(&self, value: f64) -> String {
        let value = value / self.divisor;
        // Three digits, two of what is below one.
        let digits = if value.abs() < 1.0 { 1.0 } else { 2.0 };
        let step = if self.divisor <= 1.0 || value == 0.0 { 1.0 } else { 10_f64.powf((value.abs().log10().floor() - digits).min(0.0)) };
        let label = super::axis::tick_label((value / step).round() * step, step);
        if label.contains('.') { label.trim_end_matches('0').trim_end_matches('.').to_owned() } else { label }
    }

    /// Height of the line that says how values are shortened.
    fn line(&self) -> f64 {
        if self.divisor > 1.0 { 18.0 } else { 0.0 }
    }

    fn word(&self, words: &ChartWords) -> &'static str {
        if self.divisor >= 1_000_000.0 {
            words.million
        } else if self.divisor >= 1000.0 {
            words.thousand
        } else {
            ""
        }
    }
}

fn stated(spec: &mut ChartSpec, data: &ColumnData, item: &Item, (bounds, shown): (&[f64], &Shortened), drawing: &Drawing) {
    let (fill, ink) = if item.place.is_some() {
        let step = bounds.iter().filter(|bound| **bound <= item.value).count().min(STEPS - 1) as u8;
        (Some(Paint::Step(step)), Paint::OnStep(step))
    } else {
        (None, Paint::Ink2)
    };
    match fill {
        Some(paint) => spec.fill(drawing.place, drawing.size, paint),
        None => spec.outline(drawing.place, drawing.size, Paint::Control, true),
    }
    if item.pinned {
        spec.outline(drawing.place, drawing.size, Paint::Accent, false);
        if let Some(paint) = fill {
            let ((x, y), (width, height)) = (drawing.place, drawing.size);
            spec.fill((x + 2.0, y + 2.0), (width - 4.0, height - 4.0), paint);
        }
    }
    drawing.label(spec, ink);
    drawing.value(spec, ink, &shown.text(item));
    if item.questioned {
        drawing.question(spec);
    }
    let words = value_words(item, data, data.ranked().len());
    spec.points.push(drawing.point(item.section, &item.name, words, Some(item.quantity)));
}

fn not_stated(spec: &mut ChartSpec, drawing: &Drawing, (section, region): (u32, &Region), words: &ChartWords) {
    spec.outline(drawing.place, drawing.size, Paint::Control, true);
    drawing.label(spec, Paint::Ink3);
    drawing.value(spec, Paint::Ink3, "\u{2013}");
    spec.points.push(drawing.point(section, region_name(region, words.language), words.not_stated.to_owned(), None));
}

/// The six values that part a column into sevenths, rounded to two digits so that they can be read; fewer where rounding makes them equal.
fn step_bounds(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mut bounds: Vec<f64> =
        (1..STEPS).filter_map(|part| sorted.get(sorted.len() * part / STEPS)).map(|value| two_digits(*value)).collect();
    bounds.dedup_by(|a, b| (*a - *b).abs() < f64::EPSILON);
    bounds
}

fn two_digits(value: f64) -> f64 {
    if value == 0.0 {
        return 0.0;
    }
    let unit = 10_f64.powf(value.abs().log10().floor() - 1.0);
    (value / unit).round() * unit
}

fn legend(spec: &mut ChartSpec, data: &ColumnData, bounds: &[f64], shown: &Shortened, width: f64) {
    let words = data.words;
    let step = width / (bounds.len() + 1) as f64;
    let top = shown.line();
    if shown.divisor > 1.0 {
        let unit = ChartWords::say("{word} {unit}", &[("word", shown.word(words)), ("unit", &data.unit_words)]);
        spec.label((0.0, 12.0), Anchor::Start, Paint::Ink3, super::capitalised(&unit));
    }
    for index in 0..=bounds.len() {
        spec.fill((step * index as f64, top), (step, 10.0), Paint::Step(index as u8));
    }
    // As many digits as part the smallest bound from zero.
    let smallest = bounds.iter().copied().filter(|b| *b != 0.0).map(f64::abs).fold(f64::INFINITY, f64::min);
    let unit = if smallest.is_finite() { 10_f64.powf(smallest.log10().floor() - 1.0).min(1.0) } else { 1.0 };
    for (index, bound) in bounds.iter().enumerate() {
        let label = if shown.divisor > 1.0 { shown.number(*bound) } else { super::axis::tick_label(*bound, unit) };
        if text_width(&label, false) < step - 2.0 {
            spec.label((step * (index + 1) as f64, top + 24.0), Anchor::Middle, Paint::Ink3, label);
        }
    }
    spec.outline((0.0, top + 35.0), (20.0, 12.0), Paint::Control, true);
    spec.label((26.0, top + 45.0), Anchor::Start, Paint::Ink3, words.not_stated);
    let next = 26.0 + text_width(words.not_stated, false) + 16.0;
    spec.fill((next, top + 35.0), (20.0, 12.0), Paint::Sunk);
    spec.label((next + 26.0, top + 45.0), Anchor::Start, Paint::Ink3, words.no_section);
}

fn numbers(data: &ColumnData) -> Numbers {
    let stated = data.items.iter().map(|i| NumberRow { name: i.name.clone(), cells: vec![NumberCell::read(&i.text, i.quantity)] });
    let missing = data.not_stated.iter().map(|name| NumberRow { name: name.clone(), cells: vec![NumberCell::default()] });
    Numbers {
        head: vec![data.words.region.to_owned(), data.words.head(&data.label, &data.unit_words)],
        rows: stated.chain(missing).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Shape;
    use super::super::sentence::tests::example_data;
    use super::*;

    fn region(name: &str, code: Option<&str>, kind: RegionKind) -> Region {
        Region { name: name.to_owned(), kind, code: code.map(str::to_owned), local_name: None }
    }

    fn provinces() -> Vec<Region> {
        [("Hebei", "CN-HE"), ("Liaoning", "CN-LN"), ("Jilin", "CN-JL"), ("Shanxi", "CN-SX"), ("Shaanxi", "CN-SN"), ("Sichuan", "CN-SC")]
            .map(|(name, code)| region(name, Some(code), RegionKind::Province))
            .to_vec()
    }

    #[test]
    fn no_two_tiles_share_a_place_or_a_code() {
        for (i, a) in TILES.iter().enumerate() {
            assert!((1..=8).contains(&a.row) && (1..=8).contains(&a.column), "{}", a.name);
            assert!(TILES.iter().skip(i + 1).all(|b| (a.row, a.column) != (b.row, b.column) && a.code != b.code), "{}", a.name);
        }
    }

    #[test]
    fn only_reports_on_chinese_provinces_have_a_tile_map() {
        assert!(has_tile_map(provinces().iter()));
        let countries: Vec<Region> = ["KE", "UG", "TZ", "RW", "ET"].map(|code| region(code, Some(code), RegionKind::Country)).to_vec();
        assert!(!has_tile_map(countries.iter()));
        assert!(!has_tile_map(provinces().iter().take(4)));
        assert_eq!(
            tile_of(&region("Xinjiang Production and Construction Corps", None, RegionKind::Corps)).map(|t| (t.row, t.column)),
            Some((3, 2))
        );
    }

    #[test]
    fn stated_missing_and_absent_provinces_look_different() {
        let regions = provinces();
        let sections: Vec<(u32, &Region)> = regions.iter().enumerate().map(|(i, r)| (i as u32, r)).collect();
        let spec = tile_map(&example_data(&["fund.fiscal"])[0], &sections, 760.0);
        let values: Vec<(&str, Option<u32>)> = spec.points.iter().map(|p| (p.name.as_str(), p.quantity)).collect();
        assert_eq!(values.len(), 6);
        assert!(values.contains(&("Jilin", None)));
        let sunk = spec.shapes.iter().filter(|s| matches!(s, Shape::Fill { paint: Paint::Sunk, .. })).count();
        let always = TILES.iter().filter(|t| t.always).count();
        assert_eq!(sunk, always - 6 + 1, "one for each province without a section, one in the legend");
        assert!(!spec.shapes.iter().any(|s| matches!(s, Shape::Label { text, .. } if text == "Corps")));
    }

    #[test]
    fn a_value_that_does_not_add_up_bears_the_sign() {
        let regions = provinces();
        let sections: Vec<(u32, &Region)> = regions.iter().enumerate().map(|(i, r)| (i as u32, r)).collect();
        let mut data = example_data(&["fund.fiscal"]).remove(0);
        data.items.iter_mut().for_each(|item| item.questioned = true);
        for width in [760.0, 358.0] {
            assert_eq!(tile_map(&data, &sections, width).signs(), 5, "{width}");
        }
    }

    #[test]
    fn narrow_maps_carry_letters() {
        let regions = provinces();
        let sections: Vec<(u32, &Region)> = regions.iter().enumerate().map(|(i, r)| (i as u32, r)).collect();
        let spec = tile_map(&example_data(&["fund.fiscal"])[0], &sections, 340.0);
        assert!(spec.shapes.iter().any(|s| matches!(s, Shape::Label { text, .. } if text == "HE")));
        assert!(!spec.shapes.iter().any(|s| matches!(s, Shape::Label { text, .. } if text == "Hebei")));
    }

    #[test]
    fn values_that_do_not_fit_are_shortened_together() {
        let data = &example_data(&["poverty.reduced"])[0];
        let item = &data.items[0];
        assert_eq!(Shortened::new(data, 80.0).text(item), "1,626,700");
        assert_eq!(Shortened::new(data, 38.0).text(item), "1,627");
        let shown = Shortened { divisor: 1000.0 };
        assert_eq!(
            [64_800.0, 64_000.0, 1_626.0, 318_000.0, 1.0, 0.0].map(|value| shown.number(value)),
            ["64.8", "64", "1.63", "318", "0.001", "0"]
        );
    }

    #[test]
    fn the_legend_says_how_values_are_shortened_on_a_line_of_its_own() {
        let regions = provinces();
        let sections: Vec<(u32, &Region)> = regions.iter().enumerate().map(|(i, r)| (i as u32, r)).collect();
        let spec = tile_map(&example_data(&["poverty.reduced"])[0], &sections, 400.0);
        let line = |wanted: &str| {
            spec.shapes.iter().find_map(|s| match s {
                Shape::Label { y, text, .. } if text.starts_with(wanted) => Some(*y),
                _ => None,
            })
        };
        let unit = line("Thousand ").unwrap();
        assert_eq!(spec.shapes.iter().filter(|s| matches!(s, Shape::Label { y, .. } if (y - unit).abs() < 12.0)).count(), 1);
        assert!(spec.points.iter().all(|point| point.y > line("not stated").unwrap()), "no tile on the legend");
    }

    #[test]
    fn steps_are_round_and_rising() {
        let values: Vec<f64> = (1..=70).map(|i| f64::from(i) * 123.0).collect();
        let bounds = step_bounds(&values);
        assert_eq!(bounds, [1400.0, 2600.0, 3800.0, 5000.0, 6300.0, 7500.0]);
        assert!(step_bounds(&[5.0, 5.0, 5.0]).len() == 1);
        assert!(step_bounds(&[]).is_empty());
    }
}
