//! The state of the comparison as the parameters of an address: columns with their scales, order, pins, shading, filter.
//!
//! From and to name-value pairs; what is the default is left out. Regions and indicators stand in it by their keys and ids, so that a link
//! holds for another edition of the report, too.

use super::{ColumnRequest, Direction, Scale, SortBy};

/// What the reader has set. The default is a table as it opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Columns; the opening selection when empty.
    pub columns: Vec<ColumnRequest>,
    /// Order; by the first column when absent.
    pub sort: Option<SortBy>,
    /// Its direction.
    pub direction: Direction,
    /// Keys of pinned regions.
    pub pins: Vec<String>,
    /// Whether columns are shaded by fifths.
    pub heat: bool,
    /// Part of the name of the regions to show.
    pub filter: String,
    /// Least number of columns that a region must state to be shown.
    pub least_stated: usize,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            columns: Vec::new(),
            sort: None,
            direction: Direction::Descending,
            pins: Vec::new(),
            heat: true,
            filter: String::new(),
            least_stated: 0,
        }
    }
}

/// Names of the parameters, in the order of [`Query::params`].
const NAMES: [&str; 7] = ["cols", "sort", "dir", "pin", "heat", "rows", "least"];

impl Query {
    /// Reads the parameters; `param` gives the value of a name. What cannot be read is the default.
    pub fn read<'p>(param: impl Fn(&str) -> Option<&'p str>) -> Self {
        let [columns, sort, direction, pins, heat, filter, least] = NAMES.map(|name| param(name).unwrap_or_default());
        Self {
            columns: listed(columns).map(column).collect(),
            sort: match sort {
                "" => None,
                "report" => Some(SortBy::Report),
                "name" => Some(SortBy::Name),
                id => Some(SortBy::Indicator(id.to_owned())),
            },
            direction: if direction == "up" { Direction::Ascending } else { Direction::Descending },
            pins: listed(pins).map(str::to_owned).collect(),
            heat: heat != "off",
            filter: filter.to_owned(),
            least_stated: least.parse().unwrap_or_default(),
        }
    }

    /// All parameters with their values; an empty value stands for the default and is to be left out.
    pub fn params(&self) -> [(&'static str, String); 7] {
        let column = |request: &ColumnRequest| match request.scale {
            Some(scale) => format!("{}:{}", request.indicator, scale.id()),
            None => request.indicator.clone(),
        };
        let [columns, sort, direction, pins, heat, filter, least] = NAMES;
        [
            (columns, self.columns.iter().map(column).collect::<Vec<_>>().join(",")),
            (
                sort,
                match &self.sort {
                    None => String::new(),
                    Some(SortBy::Report) => "report".to_owned(),
                    Some(SortBy::Name) => "name".to_owned(),
                    Some(SortBy::Indicator(id)) => id.clone(),
                },
            ),
            (direction, if self.direction == Direction::Ascending { "up".to_owned() } else { String::new() }),
            (pins, self.pins.join(",")),
            (heat, if self.heat { String::new() } else { "off".to_owned() }),
            (filter, self.filter.clone()),
            (least, if self.least_stated == 0 { String::new() } else { self.least_stated.to_string() }),
        ]
    }

    /// Sorts by a column, the highest first; turns the order round where that is the order already.
    pub fn sort_by(&mut self, by: SortBy, current: &SortBy) {
        let natural = if by == SortBy::Name { Direction::Ascending } else { Direction::Descending };
        self.direction = match (by == *current, self.direction) {
            (false, _) => natural,
            (true, Direction::Ascending) => Direction::Descending,
            (true, Direction::Descending) => Direction::Ascending,
        };
        self.sort = Some(by);
    }

    /// Pins a region, or takes its pin away.
    pub fn toggle_pin(&mut self, key: &str) {
        match self.pins.iter().position(|pin| pin == key) {
            Some(index) => {
                self.pins.remove(index);
            }
            None => self.pins.push(key.to_owned()),
        }
    }
}

fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').filter(|part| !part.is_empty())
}

/// "fund.central:billion" or "fund.central". An id may hold a colon: only a known scale counts as one.
fn column(text: &str) -> ColumnRequest {
    match text.rsplit_once(':').and_then(|(id, scale)| Scale::from_id(scale).map(|scale| (id, scale))) {
        Some((id, scale)) => ColumnRequest { indicator: id.to_owned(), scale: Some(scale) },
        None => ColumnRequest::usual(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back(query: &Query) -> Query {
        let params = query.params();
        Query::read(|name| params.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str()))
    }

    #[test]
    fn a_full_query_survives_the_address() {
        let query = Query {
            columns: vec![
                ColumnRequest { indicator: "fund.central".to_owned(), scale: Some(Scale::Billion) },
                ColumnRequest::usual("discovered.a:b"),
            ],
            sort: Some(SortBy::Indicator("fund.central".to_owned())),
            direction: Direction::Ascending,
            pins: vec!["CN-LN".to_owned(), "CN-XPCC".to_owned()],
            heat: false,
            filter: "shan".to_owned(),
            least_stated: 3,
        };
        assert_eq!(back(&query), query);
        for sort in [SortBy::Report, SortBy::Name] {
            let query = Query { sort: Some(sort), ..Query::default() };
            assert_eq!(back(&query), query);
        }
    }

    #[test]
    fn the_default_leaves_no_trace() {
        assert!(Query::default().params().iter().all(|(_, value)| value.is_empty()));
        assert_eq!(Query::read(|_| None), Query::default());
    }

    #[test]
    fn pressing_a_head_twice_turns_the_order_round() {
        let mut query = Query::default();
        let funds = SortBy::Indicator("fund.fiscal".to_owned());
        query.sort_by(SortBy::Name, &funds);
        assert_eq!((query.sort.clone(), query.direction), (Some(SortBy::Name), Direction::Ascending));
        query.sort_by(SortBy::Name, &SortBy::Name);
        assert_eq!(query.direction, Direction::Descending);
        query.sort_by(funds.clone(), &SortBy::Name);
        assert_eq!((query.sort, query.direction), (Some(funds), Direction::Descending));
    }

    #[test]
    fn pins_come_and_go() {
        let mut query = Query::default();
        query.toggle_pin("CN-LN");
        query.toggle_pin("CN-HE");
        query.toggle_pin("CN-LN");
        assert_eq!(query.pins, ["CN-HE"]);
    }
}
