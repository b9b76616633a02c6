//! A tile map of China's provincial-level regions: a grid of eight by eight with positions of our own, each region about where it lies, the
//! Corps beside Xinjiang.

/// One region's place in the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tile {
    /// Code of the region, as in `Region::code`.
    pub code: &'static str,
    /// Name where there is room.
    pub name: &'static str,
    /// Name in two letters.
    pub short: &'static str,
    /// Row from the north, 1 to 8.
    pub row: u8,
    /// Column from the west, 1 to 8.
    pub column: u8,
}

/// The code of the Xinjiang Production and Construction Corps, which has none in ISO 3166.
const CORPS: &str = "CN-XPCC";

const fn tile(code: &'static str, name: &'static str, short: &'static str, row: u8, column: u8) -> Tile {
    Tile { code, name, short, row, column }
}

const TILES: [Tile; 32] = [
    tile("CN-HL", "Heilongjiang", "HL", 1, 8),
    tile("CN-NM", "Inner Mong.", "NM", 2, 6),
    tile("CN-JL", "Jilin", "JL", 2, 8),
    tile("CN-XJ", "Xinjiang", "XJ", 3, 1),
    tile(CORPS, "Corps", "XC", 3, 2),
    tile("CN-GS", "Gansu", "GS", 3, 3),
    tile("CN-NX", "Ningxia", "NX", 3, 4),
    tile("CN-SX", "Shanxi", "SX", 3, 5),
    tile("CN-HE", "Hebei", "HE", 3, 6),
    tile("CN-BJ", "Beijing", "BJ", 3, 7),
    tile("CN-LN", "Liaoning", "LN", 3, 8),
    tile("CN-QH", "Qinghai", "QH", 4, 3),
    tile("CN-SN", "Shaanxi", "SN", 4, 4),
    tile("CN-HA", "Henan", "HA", 4, 5),
    tile("CN-SD", "Shandong", "SD", 4, 6),
    tile("CN-TJ", "Tianjin", "TJ", 4, 7),
    tile("CN-XZ", "Tibet", "XZ", 5, 2),
    tile("CN-SC", "Sichuan", "SC", 5, 3),
    tile("CN-CQ", "Chongqing", "CQ", 5, 4),
    tile("CN-HB", "Hubei", "HB", 5, 5),
    tile("CN-AH", "Anhui", "AH", 5, 6),
    tile("CN-JS", "Jiangsu", "JS", 5, 7),
    tile("CN-SH", "Shanghai", "SH", 5, 8),
    tile("CN-YN", "Yunnan", "YN", 6, 3),
    tile("CN-GZ", "Guizhou", "GZ", 6, 4),
    tile("CN-HN", "Hunan", "HN", 6, 5),
    tile("CN-JX", "Jiangxi", "JX", 6, 6),
    tile("CN-ZJ", "Zhejiang", "ZJ", 6, 7),
    tile("CN-GX", "Guangxi", "GX", 7, 4),
    tile("CN-GD", "Guangdong", "GD", 7, 5),
    tile("CN-FJ", "Fujian", "FJ", 7, 6),
    tile("CN-HI", "Hainan", "HI", 8, 5),
];

/// All tiles, from north to south.
pub fn tiles() -> &'static [Tile] {
    &TILES
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_tiles_share_a_place_or_a_code_and_all_lie_in_the_grid() {
        let places: BTreeSet<(u8, u8)> = TILES.iter().map(|tile| (tile.row, tile.column)).collect();
        let codes: BTreeSet<&str> = TILES.iter().map(|tile| tile.code).collect();
        assert_eq!((places.len(), codes.len()), (TILES.len(), TILES.len()));
        assert!(TILES.iter().all(|tile| (1..=8).contains(&tile.row) && (1..=8).contains(&tile.column)));
    }

    #[test]
    fn the_corps_stands_beside_xinjiang() {
        let place = |code: &str| TILES.iter().find(|tile| tile.code == code).map(|tile| (tile.row, tile.column));
        assert_eq!(place(CORPS).map(|(row, column)| (row, column - 1)), place("CN-XJ"));
    }

    /// The north-west is kept free: the legend stands there.
    #[test]
    fn the_north_west_is_empty() {
        assert!(TILES.iter().all(|tile| tile.row > 2 || tile.column > 5));
    }
}
