//! From the cells of a table to mentions: value, unit, year, kind and what is measured.

use super::cell::{figure, is_empty, is_year_alone};
use super::grid::{Row, Table};
use super::label::{Label, tokens_of, unit_of};
use super::role::Role;
use super::sums::{Place, Value};
use crate::analysis::{Amount, Exclusion, Kind, Problem, Unit};
use crate::language::{ReadText, singular};
use crate::quantity::{Figures, Mention, UnitSource, bare, read_figures, scan_as, unit_of_noun};
use crate::text::{Sentence, Span};
use rust_decimal::Decimal;

/// A longer line in front of a table is no caption.
const LONGEST_CAPTION: usize = 160;

/// Makes each row of the tables one sentence. Both are in the order of the text, and a sentence ends at each end of a row.
pub(crate) fn rows_as_sentences(tables: &[Table], sentences: Vec<Sentence>) -> Vec<Sentence> {
    let mut rows = tables.iter().flat_map(Table::lines).peekable();
    let mut out: Vec<Sentence> = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        while rows.next_if(|row| row.end <= sentence.span.start).is_some() {}
        let row = rows.peek().filter(|row| row.contains(sentence.span));
        match (row, out.last_mut()) {
            (Some(row), Some(last)) if row.contains(last.span) => (last.last, last.span) = (sentence.last, last.span.cover(sentence.span)),
            _ => out.push(sentence),
        }
    }
    out
}

/// Reads tables of a section.
pub(crate) struct TableReader<'a, 't> {
    /// The tokens of the section.
    pub(crate) read: &'a ReadText<'t>,
    /// Its sentences, of which each row is one.
    pub(crate) sentences: &'a [Sentence],
    /// The year of figures that are not dated.
    pub(crate) year: Option<i32>,
    /// Tells whose money a sign means.
    pub(crate) tell_money: &'a mut dyn FnMut(&mut [Mention]),
    /// Takes the exclusions, and reads the cells that hold more than a figure.
    pub(crate) figures: &'a mut Figures,
}

/// The mentions of a table by their cells.
#[derive(Default)]
struct Filled {
    mentions: Vec<Mention>,
    /// The number that each prints.
    printed: Vec<Decimal>,
    /// By row and column.
    cells: Vec<Vec<Option<usize>>>,
}

/// What row and column say of a cell.
struct Heading<'a> {
    row: &'a Label,
    group: &'a str,
    column: &'a Label,
    caption: &'a Label,
    role: Role,
    total: bool,
}

impl TableReader<'_, '_> {
    /// The figures of a table, related to each other; links are indices into the list.
    pub(crate) fn read(&mut self, table: &Table) -> Vec<Mention> {
        let mut caption = self.caption(table).unwrap_or_default();
        if caption.contents {
            table.lines().for_each(|row| self.exclude(row, "contents"));
            return Vec::new();
        }
        let columns: Vec<Label> = (0..table.columns.len()).map(|c| self.column(table, c)).collect();
        let labels: Vec<Label> = table.rows.iter().map(|row| row.cells.first().map(|cell| self.label(*cell)).unwrap_or_default()).collect();
        // A unit above the table is that of all its figures, or of none; a line above a table without heading may be the heading itself.
        let states = |(column, role): (&Label, &Role)| column.unit.is_some() && matches!(role, Role::Plain | Role::Total);
        if table.heads.is_empty() || columns.iter().zip(&table.columns).any(states) || labels.iter().any(|label| label.unit.is_some()) {
            caption.unit = None;
        }
        for span in table.heads.iter().map(|row| row.span) {
            self.exclude(span, "table_label");
        }
        let dates: Vec<bool> = (0..table.columns.len()).map(|c| self.prints_years(table, c)).collect();
        let none = Label::default();
        let mut filled = Filled::default();
        let mut group = "";
        for (row, label) in table.rows.iter().zip(&labels) {
            let mut cells = vec![None; row.cells.len()];
            let mut heading =
                Heading { row: label, group, column: &none, caption: &caption, role: Role::Plain, total: row.role == Role::Total };
            if row.role == Role::Group {
                group = &label.name;
            } else if !row.placed {
                // Print may have run a label together with its figure.
                self.cell(row, 0, &heading, &mut filled);
            }
            if let Some(cell) = row.cells.first().filter(|_| row.placed) {
                self.exclude(*cell, "table_label");
            }
            for (c, at) in cells.iter_mut().enumerate().skip(1) {
                if row.placed {
                    heading.column = columns.get(c).unwrap_or(&none);
                    heading.role = table.columns.get(c).copied().unwrap_or_default();
                }
                // "Founded | 1874"
                let dates = |cell: &&Span| dates.get(c) == Some(&true) || table.heads.is_empty() && is_year_alone(cell.of(self.read.text));
                *at = match row.cells.get(c).filter(|cell| row.placed && dates(cell)) {
                    Some(cell) => {
                        self.exclude(*cell, "year");
                        None
                    }
                    None => self.cell(row, c, &heading, &mut filled),
                };
            }
            filled.cells.push(cells);
        }
        filled.link_steps(table);
        filled.link_sums(table);
        filled.mentions
    }

    /// Whether a column holds nothing but years.
    fn prints_years(&self, table: &Table, column: usize) -> bool {
        let cells = table.rows.iter().filter(|row| row.placed).filter_map(|row| row.cells.get(column));
        let mut printed = cells.map(|cell| cell.of(self.read.text)).filter(|cell| !is_empty(cell)).peekable();
        column > 0 && printed.peek().is_some() && printed.all(is_year_alone)
    }

    fn label(&mut self, span: Span) -> Label {
        let mut label = Label::of(self.read, span);
        if let Some(unit) = label.unit.as_mut().filter(|unit| !unit.money.is_empty()) {
            let span = self.read.tokens.get(unit.money.start).map_or(span, |t| t.span);
            let mut money =
                [Mention { unit: unit.unit, unit_source: UnitSource::Printed, ..bare(unit.money.start, unit.money.end, 0, span) }];
            (self.tell_money)(&mut money);
            unit.unit = money.first().and_then(|m| m.unit);
        }
        label
    }

    fn column(&mut self, table: &Table, column: usize) -> Label {
        let mut said = Label::default();
        for cell in table.heads.iter().filter_map(|row| row.cells.get(column)) {
            said = said.below(self.label(*cell));
        }
        if matches!(said.name.to_lowercase().as_str(), "value" | "number" | "amount" | "figure" | "figures" | "result" | "no" | "count") {
            said.name.clear();
        }
        said
    }

    /// What the line in front of a table says: "Table 4. Pupils by level, 2020 (thousands)".
    fn caption(&mut self, table: &Table) -> Option<Label> {
        let text = self.read.text;
        let start = table.lines().next()?.start as usize;
        let above = text.get(..start)?.trim_end();
        let line = above.get(above.rfind('\n').map_or(0, |at| at + 1)..)?;
        if line.len() > LONGEST_CAPTION || line.ends_with(['.', ';']) {
            return None;
        }
        let title = line.trim_start_matches(['#', '*', '_', ' ']);
        let numbered = title.starts_with("Table") || title.starts_with("Annex");
        let behind = |mark: &str| title.split_once(mark).map(|(_, title)| title);
        let title = if numbered { behind(": ").or_else(|| behind(". ")).unwrap_or_default() } else { title };
        let mut caption = self.label(Span::new(above.len() - title.len(), above.len()));
        // "Pupils by level": what all of them are.
        let thing = title.split_once(" by ").map_or("", |(thing, _)| thing);
        let thing = self.label(Span::new(above.len() - title.len(), above.len() - title.len() + thing.len()));
        (caption.name, caption.noun) = (thing.name, thing.noun);
        if matches!(title.to_lowercase().as_str(), "contents" | "table of contents") {
            caption.contents = true;
        }
        Some(caption)
    }

    /// Notes the digits of a heading or label: they are no figures.
    fn exclude(&mut self, span: Span, rule: &'static str) {
        for token in tokens_of(self.read, span).filter_map(|t| self.read.tokens.get(t)).filter(|t| t.is_digits()) {
            self.figures.exclusions.push(Exclusion { start: token.span.start, end: token.span.end, rule: rule.into() });
        }
    }

    /// Reads a cell; gives the index of its figure.
    fn cell(&mut self, row: &Row, column: usize, heading: &Heading, filled: &mut Filled) -> Option<usize> {
        let span = row.cells.get(column).copied().filter(|cell| !cell.is_empty())?;
        let sentence = self.sentences.partition_point(|s| s.span.end <= span.start);
        if !span.of(self.read.text).bytes().any(|b| b.is_ascii_digit()) {
            return None;
        }
        let at = filled.mentions.len();
        if let Some((mention, printed)) = self.figure(span, sentence, heading) {
            filled.mentions.push(mention);
            filled.printed.push(printed);
            return Some(at);
        }
        let tokens = tokens_of(self.read, span);
        let own = Sentence { first: tokens.start, last: tokens.end, span, opens_paragraph: true };
        read_figures(self.read, &own, sentence, self.figures);
        for mut mention in std::mem::take(&mut self.figures.mentions) {
            if mention.unit.is_none() {
                self.tell_unit(&mut mention, heading);
            }
            mention.year = heading.year().or(self.year);
            mention.kind = heading.kind(&mention);
            mention.what = heading.what();
            filled.printed.push(mention.amount.one().unwrap_or_default());
            filled.mentions.push(mention);
        }
        (filled.mentions.len() == at + 1).then_some(at)
    }

    /// The figure that is all a cell holds, with the number that it prints.
    fn figure(&self, cell: Span, sentence: usize, heading: &Heading) -> Option<(Mention, Decimal)> {
        let text = cell.of(self.read.text);
        let printed = figure(text)?;
        let digits: String = printed.digits.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
        let scanned = scan_as(self.read.format.continental, &digits);
        let value = scanned.value.map(|value| if printed.negative { -value } else { value });
        let span = Span::new(cell.start as usize, cell.start as usize + printed.len);
        let tokens = tokens_of(self.read, span);
        // "212 600 000,00": as plain as the columns of a table are alike.
        let comma = digits.rsplit_once(',').is_some_and(|(whole, fraction)| !whole.contains(',') && fraction.len() < 3);
        let mut mention = Mention {
            amount: value.map_or(Amount::Unread, Amount::One),
            precision: i32::try_from(scanned.decimals).ok().map(|decimals| -decimals),
            problems: if scanned.malformed && !comma { vec![Problem::Malformed] } else { Vec::new() },
            year: heading.year().or(self.year),
            what: heading.what(),
            ..bare(tokens.start, tokens.end, sentence, span)
        };
        if printed.percent {
            (mention.unit, mention.unit_source) = (Some(Unit::Percent), UnitSource::Printed);
        } else {
            self.tell_unit(&mut mention, heading);
        }
        mention.kind = heading.kind(&mention);
        Some((mention, value.unwrap_or_default()))
    }

    /// Gives a bare number the unit of its column or row, or what these count.
    fn tell_unit(&self, mention: &mut Mention, heading: &Heading) {
        let said = unit_of(heading.column.unit.as_ref().or(heading.caption.unit.as_ref()), heading.row.unit.as_ref());
        let unit = said.unit.filter(|unit| *unit != Unit::Count);
        mention.take_unit(unit.unwrap_or_default(), said.power);
        mention.per = said.per;
        mention.unit = unit;
        if unit.is_some() {
            mention.unit_source = UnitSource::Printed;
        } else if let Some(noun) = heading.column.noun.or(heading.row.noun).or(heading.caption.noun) {
            mention.unit = Some(unit_of_noun(self.read, noun));
            mention.unit_source = UnitSource::Noun;
            mention.head = Some(singular(self.read.str(noun.head)));
            mention.noun = Some(noun);
        }
    }
}

impl Heading<'_> {
    fn year(&self) -> Option<i32> {
        self.row.year.or(self.column.year).or(self.caption.year)
    }

    /// What the figures measure: the label of the row, with the heading of its column where that tells more than when.
    fn what(&self) -> String {
        let column = if matches!(self.role, Role::Change | Role::Total) { "" } else { self.column.name.as_str() };
        let row = if self.total && !(column.is_empty() && self.caption.name.is_empty()) { "" } else { self.row.name.as_str() };
        let leads = self.column.unit.is_some() || self.column.noun.is_some();
        let (first, second) = if leads { (column, row) } else { (row, column) };
        let parts = [first, second, self.group];
        let what = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        if what.is_empty() { self.caption.name.clone() } else { what }
    }

    fn kind(&self, mention: &Mention) -> Kind {
        let label = format!("{} {}", self.row.name, self.column.name).to_lowercase();
        let names = |words: &[&str]| label.split_whitespace().any(|word| words.contains(&word));
        let relative = matches!(mention.unit, Some(Unit::Percent | Unit::PercentagePoint));
        if self.role == Role::Change {
            if relative { Kind::Growth } else { Kind::Change }
        } else if self.column.planned || self.row.planned {
            Kind::Target
        } else if relative {
            if names(&["growth", "change", "increase", "decrease", "inflation"]) { Kind::Growth } else { Kind::Share }
        } else if mention.unit == Some(Unit::Ratio) || names(&["ratio"]) {
            Kind::Ratio
        } else if mention.per.is_some() || names(&["average", "mean", "median", "yield"]) {
            Kind::Average
        } else {
            mention.kind
        }
    }
}

impl Filled {
    fn at(&self, (row, column): Place) -> Option<usize> {
        self.cells.get(row)?.get(column).copied().flatten()
    }

    fn value(&self, place: Place) -> Option<Value> {
        let at = self.at(place)?;
        let mention = self.mentions.get(at)?;
        let unit = mention.unit.unwrap_or_default();
        Some(Value {
            amount: mention.amount.one()?,
            printed: self.printed.get(at).copied()?,
            precision: mention.precision.unwrap_or_default(),
            unit: if unit.is_counted() { Unit::Count } else { unit },
            year: mention.year,
            adds: !unit.is_relative() && mention.per.is_none() && matches!(mention.kind, Kind::Level | Kind::Target),
        })
    }

    /// Says of changes what they changed to, and how.
    fn link_steps(&mut self, table: &Table) {
        let steps = table.steps(&|place| self.value(place));
        for step in steps {
            let (Some(change), Some(new)) = (self.at(step.change), self.at(step.new)) else { continue };
            let Some((unit, year)) = self.mentions.get(new).map(|new| (new.unit, new.year)) else { continue };
            let printed = self.printed.get(change).copied().unwrap_or_default();
            let Some(mention) = self.mentions.get_mut(change) else { continue };
            mention.base = Some((new, "table_change"));
            mention.year = year;
            if step.relative {
                let decimals = i32::try_from(printed.scale()).unwrap_or_default();
                (mention.amount, mention.precision, mention.per) = (Amount::One(printed), Some(-decimals), None);
                (mention.unit, mention.noun, mention.head) = (Some(Unit::Percent), None, None);
                mention.kind = Kind::Growth;
            } else {
                mention.kind = Kind::Change;
                mention.unit = if unit == Some(Unit::Percent) { Some(Unit::PercentagePoint) } else { mention.unit };
            }
        }
    }

    /// Makes cells parts of their totals, those of a row before those of a column: a cell is part of one.
    fn link_sums(&mut self, table: &Table) {
        let mut sums = table.sums(&|place| self.value(place));
        sums.sort_by_key(|sum| !sum.across);
        let mut whole = vec![false; self.mentions.len()];
        for sum in sums {
            let Some(total) = self.at(sum.total).filter(|total| whole.get(*total) == Some(&false)) else { continue };
            let members: Vec<usize> = sum.members.iter().filter_map(|place| self.at(*place)).collect();
            let free = |at: &usize| self.mentions.get(*at).is_some_and(|m| m.of.is_none());
            if !members.iter().all(free) {
                continue;
            }
            let units: Vec<Option<Unit>> = members.iter().filter_map(|at| self.mentions.get(*at)).map(|m| m.unit).collect();
            for at in members {
                if let Some(mention) = self.mentions.get_mut(at) {
                    mention.of = Some((total, "table_total"));
                }
            }
            whole.get_mut(total).into_iter().for_each(|whole| *whole = true);
            // The total of girls and boys counts persons, too.
            let unit = units.first().copied().flatten().filter(|unit| units.iter().all(|other| *other == Some(*unit)));
            if let Some(total) = self.mentions.get_mut(total).filter(|total| total.unit.is_none()) {
                total.unit = unit;
                total.unit_source = if unit.is_some() { UnitSource::Lent } else { total.unit_source };
            }
        }
    }
}
