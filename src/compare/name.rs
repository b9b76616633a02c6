//! What a region is called in a table and in a chart, as short as people say it.

use crate::analysis::{Region, RegionKind};
use crate::wording::Language;

/// A region's name as short as a table row and a chart label need it.
pub(super) fn short_name(region: &Region) -> String {
    match (region.kind, region.name.split_whitespace().next()) {
        (RegionKind::Corps, Some(first)) => format!("{first} Corps"),
        _ => region.name.clone(),
    }
}

/// What a row of a table or a chart is called: `name`, or in Chinese the region's local name as short as people say it, with what `name` has
/// in brackets (a region that occurs twice has the number of its section there).
pub(super) fn row_name(name: &str, region: &Region, language: Language) -> String {
    let local = region.local_name.as_ref().filter(|_| language == Language::Chinese);
    let Some(local) = local else { return name.to_owned() };
    let short = if region.kind == RegionKind::Corps { local.replace("生产建设", "") } else { local.clone() };
    let number = name.strip_suffix(')').and_then(|name| name.rsplit_once(" (section ")).map(|(_, number)| format!("（第 {number} 节）"));
    short + &number.unwrap_or_default()
}
