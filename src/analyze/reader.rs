//! Reads the figures of some regional sections at a time: tokens, sentences, figures, links, and at last the finished quantities.

use crate::analysis::{Exclusion, Quantity, Region, RegionKind, Section, Topic, Unit};
use crate::indicator::{Teller, Told};
use crate::language::{Numbering, ReadText, Transcript, english};
use crate::outline::Outline;
use crate::outline::gazetteer::find_region;
use crate::quantity::{Figures, Mention, read_figures};
use crate::relation::{Currencies, Home, Unrelated, confidence, relate, tell_currencies};
use crate::table::{Table, TableReader, rows_as_sentences, tables};
use crate::text::{NumberFormat, SOFT_HYPHEN, Sentence, Span, sentences, title};

/// Bytes of a title at the most.
const LONGEST_TITLE: usize = 300;

/// Bytes of a report rich in figures for each of them.
const BYTES_A_FIGURE: usize = 100;

/// What has been read so far.
pub(super) struct Reader<'t> {
    text: &'t str,
    outline: &'t Outline,
    year: Option<i32>,
    /// The country that all regions with a code are part of.
    country: Option<String>,
    numbering: Numbering,
    transcript: Transcript,
    currencies: Currencies,
    quantities: Vec<Quantity>,
    exclusions: Vec<Exclusion>,
    tables: Vec<Table>,
}

/// A section on its way through the stations.
struct Begun<'s, 't> {
    section: &'s Section,
    topics: &'t [Topic],
    read: ReadText<'t>,
    sentences: Vec<Sentence>,
    tables: Vec<Table>,
    /// Those of prose.
    figures: Figures,
    /// Those of tables.
    tabled: Vec<Mention>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, outline: &'t Outline, year: Option<i32>) -> Self {
        let mut numbering = Numbering::of_report(english(), text);
        numbering.format = NumberFormat::of(text);
        Self {
            text,
            outline,
            year,
            country: common_country(&outline.sections),
            numbering,
            transcript: Transcript::with_room(text.len()),
            currencies: Currencies::of_report(short_title(text), outline.sections.len()),
            quantities: Vec::with_capacity(text.len() / BYTES_A_FIGURE),
            exclusions: Vec::new(),
            tables: Vec::new(),
        }
    }

    /// Reads and relates the figures of some sections, and shows them to `teller`, if there is one. Sections are read in their order. Each station
    /// reads all of them before the next one begins: the code of all stations together is larger than what a processor keeps at hand.
    pub(super) fn read(&mut self, sections: &[Section], teller: Option<&mut Teller>) {
        let mut begun: Vec<Begun> = sections.iter().map(|section| self.begin(section)).collect();
        for one in &mut begun {
            self.read_figures(one);
        }
        let unrelated = |one| self.unrelated(one);
        relate(begun.iter_mut().map(unrelated).collect(), self.year);
        let first = self.quantities.len();
        let read: Vec<(&Section, &[Topic], ReadText)> = begun.into_iter().map(|one| self.append(one)).collect();
        if let Some(teller) = teller {
            let figures = self.quantities.get(first..).unwrap_or_default();
            for (section, topics, read) in &read {
                let figures = of_section(figures, section.id, |q| q.section);
                teller.read(&Told { section, topics, read, figures }, &mut self.numbering);
            }
        }
        for (_, _, read) in &read {
            self.transcript.add(read, &mut self.numbering);
        }
    }

    /// Cuts a section into tokens and sentences.
    fn begin<'s>(&mut self, section: &'s Section) -> Begun<'s, 't> {
        let topics = of_section(&self.outline.topics, section.id, |t| t.section);
        let read = ReadText::numbered(self.text, section.prose(), &mut self.numbering);
        let tables = tables(self.text, section.prose());
        let sentences = self.sentences(&read, topics, &tables);
        let figures = Figures::of(&read, &sentences);
        Begun { section, topics, read, sentences, tables, figures, tabled: Vec::new() }
    }

    /// Finds the figures of a section, and tells whose money they are.
    fn read_figures(&mut self, begun: &mut Begun) {
        let Begun { section, read, sentences, tables, figures, .. } = begun;
        let rows: Vec<Span> = tables.iter().flat_map(Table::lines).collect();
        for (number, sentence) in sentences.iter().enumerate() {
            if !lies_in(&self.outline.furniture, sentence.span) && !lies_in(&rows, sentence.span) {
                read_figures(read, sentence, number, figures);
            }
        }
        let country = country_of(&section.region).or_else(|| self.country.clone());
        let home = home(self.text, section).name;
        self.currencies.enter(country);
        tell_currencies(read, home, &mut self.currencies, &mut figures.mentions);
        if !tables.is_empty() {
            begun.tabled = self.read_tables(begun, home);
        }
    }

    fn unrelated<'a>(&self, begun: &'a mut Begun<'_, 't>) -> Unrelated<'a> {
        let Begun { section, topics, read, sentences, figures, .. } = begun;
        let headings = topics.iter().map(|t| t.heading).collect();
        Unrelated { read, sentences, headings, home: home(self.text, section), mentions: &mut figures.mentions }
    }

    /// The sentences of a section; each row of a table is one.
    fn sentences(&self, read: &ReadText, topics: &[Topic], tables: &[Table]) -> Vec<Sentence> {
        let mut breaks: Vec<u32> = topics.iter().map(|t| t.heading.end).collect();
        if tables.is_empty() {
            return sentences(self.text, &read.tokens, &breaks);
        }
        breaks.extend(tables.iter().flat_map(Table::lines).flat_map(|row| [row.start, row.end]));
        breaks.sort_unstable();
        rows_as_sentences(tables, sentences(self.text, &read.tokens, &breaks))
    }

    /// Reads the figures of tables; their links are indices into the list.
    fn read_tables(&mut self, begun: &mut Begun, home: &str) -> Vec<Mention> {
        let Begun { read, sentences, tables, figures, .. } = begun;
        let of_prose = std::mem::take(&mut figures.mentions);
        let currencies = &mut self.currencies;
        let tell_money = &mut |mentions: &mut [Mention]| tell_currencies(read, home, currencies, mentions);
        let mut reader = TableReader { read, sentences, year: self.year, tell_money, figures };
        let mut all: Vec<Mention> = Vec::new();
        for table in tables {
            let offset = all.len();
            all.extend(reader.read(table).into_iter().map(|mention| moved(mention, |at| at + offset)));
        }
        figures.mentions = of_prose;
        figures.exclusions.sort_by_key(|exclusion| exclusion.start);
        all
    }

    /// Turns mentions into quantities; links become ids of the whole analysis.
    fn append<'s>(&mut self, begun: Begun<'s, 't>) -> (&'s Section, &'t [Topic], ReadText<'t>) {
        let Begun { section, topics, read, sentences, tables, mut figures, tabled } = begun;
        self.tables.extend(tables);
        self.exclusions.append(&mut figures.exclusions);
        let mentions = if tabled.is_empty() { figures.mentions } else { in_order(figures.mentions, tabled) };
        let offset = self.quantities.len() as u32;
        let mut ahead = topics.iter().peekable();
        let mut topic = None;
        let prose = section.prose().start;
        let opens = section.opens_sentence(self.text);
        // The subject of the first sentence is the heading.
        let whole = |s: &Sentence| if opens && s.span.start <= prose + 1 { Span { start: section.start, ..s.span } } else { s.span };
        for (i, mention) in mentions.into_iter().enumerate() {
            while let Some(next) = ahead.next_if(|t| t.start <= mention.span.start) {
                topic = Some(next);
            }
            let place = Place {
                id: offset + i as u32,
                offset,
                section: section.id,
                topic: topic.filter(|t| mention.span.end <= t.end).map(|t| t.id),
                sentence: sentences.get(mention.sentence).map_or(mention.span, whole),
            };
            self.quantities.push(finished(&read, mention, &place));
        }
        (section, topics, read)
    }

    /// Everything that was read.
    pub(super) fn finish(self) -> (Vec<Quantity>, Vec<Exclusion>, Transcript, Vec<Table>) {
        (self.quantities, self.exclusions, self.transcript, self.tables)
    }
}

/// What names the region of a section: its name, or where a report has no regions its title, which says whose report it is.
fn home<'a>(text: &'a str, section: &'a Section) -> Home<'a> {
    if section.region.kind != RegionKind::Whole {
        return Home { name: &section.region.name, whole: false };
    }
    Home { name: short_title(text), whole: true }
}

/// The figures of prose and those of tables, in the order of the text.
fn in_order(mut all: Vec<Mention>, tabled: Vec<Mention>) -> Vec<Mention> {
    let offset = all.len();
    all.extend(tabled.into_iter().map(|mention| moved(mention, |at| at + offset)));
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|at| all.get(*at).map(|mention| mention.span.start));
    let mut place = vec![0; all.len()];
    for (to, from) in order.iter().enumerate() {
        if let Some(place) = place.get_mut(*from) {
            *place = to;
        }
    }
    let mut placed: Vec<(usize, Mention)> = place.iter().copied().zip(all).collect();
    placed.sort_by_key(|(to, _)| *to);
    let to = |at: usize| place.get(at).copied().unwrap_or(at);
    placed.into_iter().map(|(_, mention)| moved(mention, to)).collect()
}

/// A mention whose links lead to other indices.
fn moved(mut mention: Mention, to: impl Fn(usize) -> usize) -> Mention {
    mention.of = mention.of.map(|(total, rule)| (to(total), rule));
    mention.base = mention.base.map(|(base, rule)| (to(base), rule));
    mention
}

/// Where a quantity stands in the analysis.
struct Place {
    id: u32,
    /// Id of the section's first quantity.
    offset: u32,
    section: u32,
    topic: Option<u32>,
    sentence: Span,
}

/// The counted noun as printed: the lexer parts the small letter of "kV" and "dB" from its capital.
fn printed_noun(read: &ReadText, head: usize) -> String {
    let letter = head.checked_sub(1).and_then(|before| read.tokens.get(before)).filter(|t| t.is_word() && t.span.len() == 1 && !t.capital);
    let glued = letter.zip(read.tokens.get(head)).filter(|(_, t)| !t.spaced && t.capital);
    glued.map_or(read.str(head), |(letter, t)| letter.span.cover(t.span).of(read.text)).to_owned()
}

fn finished(read: &ReadText, mention: Mention, place: &Place) -> Quantity {
    let confidence = confidence(&mention);
    let noun = mention.noun.map(|n| printed_noun(read, n.head)).or(mention.head);
    Quantity {
        id: place.id,
        section: place.section,
        topic: place.topic,
        sentence: place.sentence,
        start: mention.span.start,
        end: mention.span.end,
        text: mention.span.of(read.text).to_owned(),
        amount: mention.amount,
        unit: mention.unit.unwrap_or(Unit::Count),
        noun: noun.filter(|_| mention.unit.is_none_or(Unit::is_counted)).map(whole_words),
        per: mention.per.map(whole_words),
        modifier: mention.modifier,
        precision: mention.precision,
        what: whole_words(mention.what),
        kind: mention.kind,
        year: mention.year,
        scope: mention.scope,
        of: mention.of.map(|(total, _)| place.offset + total as u32),
        of_rule: mention.of.map(|(_, rule)| rule.into()),
        base: mention.base.map(|(base, _)| place.offset + base as u32),
        base_rule: mention.base.map(|(_, rule)| rule.into()),
        indicator: None,
        problems: mention.problems,
        confidence,
        review: None,
    }
}

/// Words of the text as names, without the soft hyphens of those that print breaks.
fn whole_words(printed: String) -> String {
    if printed.is_ascii() || !printed.contains(SOFT_HYPHEN) { printed } else { printed.replace(SOFT_HYPHEN, "") }
}

/// Whether a sentence is furniture: a page number or a running head inside a section. `furniture` is sorted.
fn lies_in(furniture: &[Span], sentence: Span) -> bool {
    let at = furniture.partition_point(|f| f.end <= sentence.start);
    furniture.get(at).is_some_and(|f| f.contains(sentence))
}

/// Those of some topics or figures that stand in a section; they are in the order of their sections.
pub(super) fn of_section<T>(all: &[T], section: u32, of: impl Fn(&T) -> u32) -> &[T] {
    let first = all.partition_point(|one| of(one) < section);
    let last = all.partition_point(|one| of(one) <= section);
    all.get(first..last).unwrap_or_default()
}

/// The title of a report; empty where its first line is none.
fn short_title(text: &str) -> &str {
    Some(title(text)).filter(|line| line.len() <= LONGEST_TITLE && !line.ends_with('.')).unwrap_or_default()
}

/// The country that a region is part of, by the code of the region.
fn country_of(region: &Region) -> Option<String> {
    let (country, _) = region.code.as_deref()?.split_once('-')?;
    find_region(country).map(|country| country.name)
}

/// The country that all regions of a report are part of whose codes tell it.
fn common_country(sections: &[Section]) -> Option<String> {
    let mut countries = sections.iter().filter_map(|section| country_of(&section.region));
    let first = countries.next()?;
    countries.all(|country| country == first).then_some(first)
}
