//! Flows between regions: figures that the text says came from another region or went to one ("Beijing's aid of 80 million yuan", "12,000
//! labourers to Guangdong"). From the finished figures and the names around them, to a list by section. Of each sentence only what the words
//! beside a name say is taken: a name without a direction is no flow.

use crate::analysis::{Analysis, Direction, Flow, Kind, Quantity, Region, RegionKind, Unit};
use crate::language::{Transcript, Word};
use crate::outline::gazetteer::{begins_name, find_region, first_word, leading_region};
use crate::text::Span;

/// Words right before a name that say where something comes from, and where it goes.
const FROM_BEFORE: [&str; 3] = ["from", "by", "donor"];
const TO_BEFORE: [&str; 4] = ["to", "into", "towards", "toward"];

/// Beginnings of words right behind a name that make it the giver.
const GIVER_BEHIND: [&str; 12] =
    ["'s", "\u{2019}s", "provid", "invest", "donat", "gave", "give", "sent", "allocat", "issued", "contribut", "plan"];

/// Furthest that a name and its figure stand apart, in bytes: about a dozen words.
const FURTHEST: u32 = 90;

/// Finds the flows of all sections. Linear in the length of the sentences that hold money or people.
pub fn flows(text: &str, transcript: &Transcript, analysis: &Analysis) -> Vec<Flow> {
    let mut found: Vec<Flow> = Vec::new();
    let mut names: Option<(Span, Vec<Name>)> = None;
    let mut reader = Reader { text, transcript, begin: vec![None; transcript.distinct()], at: 0 };
    for quantity in analysis.quantities.iter().filter(|q| can_flow(q)) {
        let Some(own) = analysis.sections.get(quantity.section as usize).map(|section| &section.region) else { continue };
        if names.as_ref().is_none_or(|(sentence, _)| *sentence != quantity.sentence) {
            names = Some((quantity.sentence, reader.names_in(quantity.sentence, own)));
        }
        let told = |name: &&Name| tells_of(text, analysis, name, quantity);
        let near = names.iter().flat_map(|(_, names)| names).filter(told).min_by_key(|name| gap(name, quantity).len());
        if let Some(name) = near {
            add(&mut found, quantity, name);
        }
    }
    found
}

/// Money and people can go from one region to another, once or year by year; shares, targets and other rates cannot.
fn can_flow(quantity: &Quantity) -> bool {
    let moves = quantity.unit.is_currency() || matches!(quantity.unit, Unit::People | Unit::PersonTimes | Unit::Households);
    let is_amount = matches!((quantity.kind, quantity.per.as_deref()), (Kind::Level | Kind::Change, None) | (_, Some("year")));
    moves && is_amount
}

/// Another region in a sentence, with its direction.
struct Name {
    span: Span,
    region: Region,
    direction: Direction,
}

/// What stands between a name and a figure.
fn gap(name: &Name, quantity: &Quantity) -> Span {
    let (start, end) = if name.span.end <= quantity.start { (name.span.end, quantity.start) } else { (quantity.end, name.span.start) };
    Span { start, end: end.max(start) }
}

/// Whether a figure is told of a name: near it, in one clause, and no other figure of its sort between the two.
fn tells_of(text: &str, analysis: &Analysis, name: &Name, quantity: &Quantity) -> bool {
    // What goes to a region is said before it.
    if name.direction == Direction::To && name.span.end <= quantity.start {
        return false;
    }
    let gap = gap(name, quantity);
    let between = analysis.quantities.partition_point(|q| q.start < gap.start);
    let mut others = analysis.quantities.get(between..).unwrap_or_default().iter().take_while(|q| q.end <= gap.end);
    gap.len() <= FURTHEST as usize && !gap.of(text).contains([';', ':']) && !others.any(can_flow)
}

/// Reads the names of regions in sentences.
struct Reader<'t> {
    text: &'t str,
    transcript: &'t Transcript,
    /// By the number of a word: whether a name may begin with it where a blank follows. Most words are told by that.
    begin: Vec<Option<bool>>,
    /// The first word of the sentence that was read last.
    at: usize,
}

impl Reader<'_> {
    fn names_in(&mut self, sentence: Span, own: &Region) -> Vec<Name> {
        let mut names = Vec::new();
        let mut end = sentence.start;
        let (first, words) = self.transcript.within(self.at, sentence);
        self.at = first;
        for word in words.iter().filter(|word| word.capital) {
            let rest = Span { start: word.span.start, ..sentence }.of(self.text);
            if word.span.start < end || !self.may_begin(word, rest) {
                continue;
            }
            if is_own(rest, own) {
                end = word.span.start + own.name.len() as u32;
                continue;
            }
            let Some(length) = leading_region(rest).filter(|length| *length > 0) else { continue };
            end = word.span.start + length as u32;
            let name = Span { start: word.span.start, end };
            let Some(direction) = direction(self.text, sentence, name) else { continue };
            if let Some(region) = find_region(name.of(self.text)).filter(|region| !is_home(region, own)) {
                names.push(Name { span: name, region, direction });
            }
        }
        names
    }

    fn may_begin(&mut self, word: &Word, rest: &str) -> bool {
        let begins = || begins_name(first_word(rest));
        let alone = rest.as_bytes().get(word.span.len()) == Some(&b' ');
        let known = self.begin.get_mut(word.number as usize).filter(|_| alone);
        known.map_or_else(begins, |known| *known.get_or_insert_with(begins))
    }
}

/// Whether the words of a section begin with the name of its own region, which they name most.
fn is_own(words: &str, own: &Region) -> bool {
    words.strip_prefix(own.name.as_str()).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
}

/// Whether a region is the section's own, or the country that it belongs to (whose ISO 3166-1 code begins that of its parts).
fn is_home(region: &Region, own: &Region) -> bool {
    let holds = |code: &String| own.code.as_ref().is_some_and(|own| own.starts_with(code.as_str()));
    // The one region without a code of its own belongs to the one country with such a body.
    region == own || region.code.as_ref().is_some_and(holds) || (own.kind == RegionKind::Corps && region.code.as_deref() == Some("CN"))
}

fn direction(text: &str, sentence: Span, name: Span) -> Option<Direction> {
    let before = Span { end: name.start, ..sentence }.of(text).trim_end();
    let before = before.strip_suffix(" the").unwrap_or(before);
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let behind = Span { start: name.end, ..sentence }.of(text).trim_start();
    let giver = || GIVER_BEHIND.iter().any(|cue| behind.get(..cue.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(cue)));
    if FROM_BEFORE.contains(&last.as_str()) || giver() {
        Some(Direction::From)
    } else {
        TO_BEFORE.contains(&last.as_str()).then_some(Direction::To)
    }
}

fn add(found: &mut Vec<Flow>, quantity: &Quantity, name: &Name) {
    let same = |flow: &&mut Flow| flow.section == quantity.section && flow.region == name.region && flow.direction == name.direction;
    match found.iter_mut().find(same) {
        Some(flow) => flow.quantities.push(quantity.id),
        None => found.push(Flow {
            section: quantity.section,
            region: name.region.clone(),
            direction: name.direction,
            quantities: vec![quantity.id],
        }),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Direction;
    use crate::analyze::{Options, analyze};
    use crate::ingest::read;

    fn told(sentence: &str) -> Vec<(String, Direction, Vec<String>)> {
        let text =
            format!("Gansu Province\n\nFunds\n\n{sentence}\n\nHebei Province\n\nFunds\n\nIn 2012 the province spent 3 million yuan.\n");
        let source = read("report.txt", text.as_bytes()).unwrap();
        let analysis = analyze(&source, &Options::default(), &mut |_| {});
        let printed = |ids: &[u32]| ids.iter().map(|id| analysis.quantities[*id as usize].text.clone()).collect();
        analysis.flows.iter().map(|flow| (flow.region.name.clone(), flow.direction, printed(&flow.quantities))).collect()
    }

    #[test]
    fn money_and_people_go_from_and_to_named_regions() {
        let from = vec![("Tianjin".to_owned(), Direction::From, vec!["60 million yuan".to_owned()])];
        assert_eq!(told("In 2012, Tianjin provided 60 million yuan for cooperation."), from);
        assert_eq!(told("In 2012, 60 million yuan came from Tianjin Municipality."), from);
        let to = vec![("Guangdong".to_owned(), Direction::To, vec!["3,200".to_owned()])];
        assert_eq!(told("The province sent 3,200 laborers to Guangdong Province."), to);
    }

    #[test]
    fn own_name_and_names_without_direction_are_no_flows() {
        assert!(told("In 2012, Gansu provided 60 million yuan for cooperation.").is_empty());
        assert!(told("Like Tianjin, it spent 60 million yuan on roads.").is_empty());
        assert!(told("It sent workers to Guangdong and earned 60 million yuan.").is_empty());
        assert!(told("Tianjin's share rose to 12% of the total.").is_empty());
    }
}
