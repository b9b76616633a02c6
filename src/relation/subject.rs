//! Subjects that are a part of the region by themselves: names ("Denmark will provide") and single sites ("The mill spun 40 tons").

use super::Context;
use super::opening_places::is_side;
use super::places::{AREA_NAME, behind_kind, is_body, is_capital, names_kind_first};
use super::told::{Named, is_known_place, is_proper};
use super::works::{acts, is_facility, is_work, names_work};
use crate::language::{Class, ReadText};
use crate::outline::gazetteer::is_part_of_a_country;
use crate::text::{Token, lowered};
use std::ops::Range;

/// Tokens of an opening phrase in front of the subject ("In the year to June, ...").
const OPENING: usize = 9;

/// Tokens of an opening clause ("While the others fell from 512 to 498, ...").
const CLAUSE: usize = 18;

/// Tokens behind a verb in which the section's own region is looked for.
const OBJECT: usize = 4;

/// "Denmark will provide", "In 2020, Upper Fenn recorded", "The Netherlands’ surplus": where the name begins that a sentence has for its subject.
pub(super) fn subject_name(context: &Context, opening: &Opening, end_of_sentence: usize) -> Option<usize> {
    let read = context.read;
    let (mut first, opening) = (opening.subject, opening.word);
    // "Albay, the second largest grower, recorded"
    if first == opening + 2 && is_proper(context, opening) && behind_apposition(read, opening + 1) > opening + 1 {
        first = opening;
    }
    if matches!(read.str(first), "The" | "the") {
        first += 1;
    }
    let one = end_of_name(context, first, end_of_sentence);
    if one == first {
        return None;
    }
    let end = end_of_names(context, one, end_of_sentence);
    // "Upper Fenn province recorded"
    let kind = behind_kind(read, end);
    let behind = behind_apposition(read, kind);
    if !is_predicate(context, behind) {
        return None;
    }
    // "the Upper Fenn Region": none that is home.
    let region = |t: usize| t > first && matches!(read.str(t), "Region" | "Regions");
    let plain =
        |t: usize| region(t) || !read.word_is(t, Class::WHOLE | Class::PLAN | Class::SCHEDULE | Class::GENERIC) && !context.is_of_home(t);
    // One word with a capital may be the title of something.
    let alone = end == first + 1;
    let joint = |t: usize| read.word_is(t, Class::AND) || read.is_mark(t, ',') || read.str(t) == "the";
    let known = |t: usize| is_known_place(context, t) || context.whole && is_part_of_a_country(read.str(t));
    let printed = |t: usize| if alone { context.names.is_place(read, t) || known(t) } else { context.names.is_name(read, t) || known(t) };
    let proper = |t: usize| is_proper(context, t) && (read.word_is(t, Class::NATION) || kind > end || printed(t));
    let apart = |t: usize| plain(t) && !is_office(read.str(t));
    let main = |t: usize| context.names.is_main(read, t);
    // "Capital Investments amounted": what accounts are kept of; "the Core Strategy puts".
    let last = last_of_name(read, end);
    let kept = read.word_is(last, Class::NOUN) || is_body(read.str(last)) || is_national(context, first, last);
    // "County Assemblies approved": a kind of place, none of which is named.
    let could_be = !kept && !read.word_is(first, Class::PLACE) && (first..end).all(|t| apart(t) || joint(t));
    // "Marsh helped Fenn" in the section on Fenn.
    let home = || (end..end + OBJECT).any(|t| is_capital(context, t) && context.is_of_home(t));
    // What the section prints as names is found out last: it takes the whole section.
    let named = || (first..end).any(proper) && (first..end).all(|t| joint(t) || !main(t));
    (could_be && !home() && named()).then_some(first)
}

/// "The camp now holds", "The mill at Fenn spun", "One vessel that fished", "In that year the College had": where the phrase begins, if the subject
/// of a sentence is a single site or vehicle and not the one that the report is about.
pub(super) fn subject_site(context: &Context, opening: &Opening, end_of_sentence: usize, names: Named) -> Option<usize> {
    let read = context.read;
    let first = opening.subject;
    let by_name = || {
        named_site(context, first)
            .or_else(|| side_of_home(context, first))
            .or_else(|| place_of_kind(context, first))
            .or_else(|| named_works(context, first))
    };
    if names.has_from(first)
        && let Some(site) = by_name()
    {
        return Some(site);
    }
    let article = |word: &str| matches!(word, "the" | "this" | "that" | "one" | "a" | "an" | "another");
    if !read.word_is(first, ARTICLES) || !lowered(read.str(first), article) {
        return None;
    }
    // "The Marsh-Fenn highway, with 3 bridges, cost"
    let work = if names.has_from(first) { names_work(context, first) } else { None };
    if work.is_some_and(|t| read.is_mark(t, ',') || read.word_is(t, Class::VERB | Class::AUXILIARY) || acts(context, t)) {
        return Some(first);
    }
    let within = first + 1..end_of_sentence.min(first + 1 + AREA_NAME);
    let mut within = within.take_while(|t| read.is_word(*t) & !read.word_is(*t, Class::PREPOSITION));
    let site = within.find(|t| lowered(read.str(*t), is_site))?;
    let acts = read.word_is(site + 1, Class::VERB | Class::AUXILIARY) || matches!(read.str(site + 1), "that" | "which" | "now" | "also");
    let acts = acts || matches!(read.str(site + 1), "at" | "in" | "near" | "off") && is_capital(context, site + 2);
    (acts && !context.is_of_home(site)).then_some(first)
}

/// Classes of articles and of what stands for one.
const ARTICLES: Class = Class::DETERMINER.union(Class::STOP).union(Class::NUMBER_WORD);

/// "Upper Fenn Hospital, 80 km from Pell, treated", "The Sparrow Lake fire alone burned": a site or an event by its name.
fn named_site(context: &Context, first: usize) -> Option<usize> {
    let read = context.read;
    let article = matches!(read.str(first), "The" | "the");
    let name = first + usize::from(article);
    let end = end_of_name(context, name, name + 2 * AREA_NAME);
    if end <= name + 1 {
        return None;
    }
    let proper = || (name..end).any(|t| is_proper(context, t)) && !context.is_of_home(name);
    let alone = (end..end + 2).find(|t| read.str(*t) == "alone");
    if let Some(alone) = alone.filter(|_| proper()) {
        return (read.word_is(alone + 1, Class::VERB) || acts(context, alone + 1)).then_some(first);
    }
    let site = !article && lowered(read.str(end - 1), is_site) && proper();
    let aside = || {
        let close = (end + 1..end + APPOSITION).find(|t| read.is_mark(*t, ',') || read.is_mark(*t, '.'));
        close.filter(|t| read.is_mark(*t, ',')).map(|t| t + 1)
    };
    let verb = if read.is_mark(end, ',') { site.then(aside).flatten()? } else { end };
    (site && (read.word_is(verb, Class::VERB | Class::AUXILIARY) || acts(context, verb))).then_some(first)
}

/// "The Marsh, Fenn and Hill tracks hosted", "Upper Fenn and Pell hospitals treated": several works, each by its name.
fn named_works(context: &Context, first: usize) -> Option<usize> {
    let read = context.read;
    let name = first + usize::from(matches!(read.str(first), "The" | "the"));
    let one = end_of_name(context, name, name + AREA_NAME);
    let one = if read.str(one) == "of" { end_of_name(context, one + 1, one + AREA_NAME) } else { one };
    if one == name {
        return None;
    }
    let end = end_of_names(context, one, name + LIST);
    if end == one {
        return None;
    }
    let works = read.str(end).strip_suffix('s').is_some_and(is_work);
    let proper = (name..end).any(|t| is_proper(context, t));
    let acting = read.word_is(end + 1, Class::VERB | Class::AUXILIARY) || acts(context, end + 1);
    (works && proper && acting).then_some(first)
}

/// Tokens of a list of names.
const LIST: usize = 16;

/// "The port of Upper Fenn handled": a place by its kind and its name.
fn place_of_kind(context: &Context, first: usize) -> Option<usize> {
    let read = context.read;
    let kind = first + 1;
    if !matches!(read.str(first), "The" | "the") || !names_kind_first(context, kind) {
        return None;
    }
    let name = (kind..kind + AREA_NAME).find(|t| read.str(*t) == "of")? + 1;
    let end = end_of_name(context, name, name + AREA_NAME);
    (read.word_is(end, Class::VERB | Class::AUXILIARY) || acts(context, end)).then_some(first)
}

/// "The Interior supplied 39 tons, the Coast 16": a side of the region by the name that it has there.
fn side_of_home(context: &Context, first: usize) -> Option<usize> {
    let read = context.read;
    let side = first + 1;
    let named =
        matches!(read.str(first), "The" | "the") && is_capital(context, side) && is_side(read.str(side)) && !context.is_of_home(side);
    (named && (read.word_is(side + 1, Class::VERB | Class::AUXILIARY) || acts(context, side + 1))).then_some(first)
}

/// How a sentence opens.
pub(super) struct Opening {
    /// Its first word.
    word: usize,
    /// Where its subject may begin.
    subject: usize,
}

impl Opening {
    pub(super) fn of(read: &ReadText, sentence: &Range<usize>) -> Self {
        // "**Roads.** The highway ...": behind the marks of print.
        let word = sentence.clone().find(|t| read.is_word(*t)).unwrap_or(sentence.start);
        Self { word, subject: subject(read, word, sentence.end) }
    }
}

/// Where the subject of a sentence may begin: behind its opening phrase ("In 2020, ..."; "In that year the ...").
fn subject(read: &ReadText, start: usize, end: usize) -> usize {
    // "When it comes to thefts, Marsh saw", "While the others fell, Marsh rose".
    let clause = matches!(read.str(start), "When" | "While" | "Although" | "Though" | "Whereas");
    let opens = clause || read.word_is(start, Class::PREPOSITION);
    if !opens && !read.is_mark(start + 1, ',') {
        return start;
    }
    let near = start..end.min(start + if clause { CLAUSE } else { OPENING });
    let comma = near.clone().find(|t| read.is_mark(*t, ','));
    let year = near.clone().find(|t| opens && read.word_is(*t, Class::YEAR) || matches!(read.str(*t), "year" | "month" | "time"));
    comma.or_else(|| year.filter(|t| matches!(read.str(t + 1), "the" | "a" | "this"))).map_or(start, |t| t + 1)
}

/// What stands in one place, and what goes about as one.
fn is_site(word: &str) -> bool {
    is_facility(word)
        || matches!(word, "school" | "factory" | "farm" | "laboratory" | "workshop" | "ship" | "vessel" | "boat" | "trawler" | "ferry")
}

/// "Albay, the second largest grower in the region, recorded": the verb behind what is said of a name that ends in front of token `t`.
fn behind_apposition(read: &ReadText, t: usize) -> usize {
    let told = read.is_mark(t, ',') && matches!(read.str(t + 1), "the" | "a" | "an" | "its" | "one" | "home");
    let verb = || (t + 2..t + APPOSITION).take_while(|t| !read.is_mark(*t, '.')).find(|t| read.word_is(*t, Class::VERB | Class::AUXILIARY));
    // "Bright Ponds, a scheme of the state, dug"
    let thing = |word: &str| {
        matches!(word, "scheme" | "programme" | "program" | "project" | "initiative" | "campaign" | "company" | "agency" | "law" | "plan")
            || matches!(
                word,
                "fund" | "organisation" | "organization" | "body" | "bank" | "charity" | "survey" | "report" | "party" | "firm"
            )
    };
    let place = |verb: &usize| !(t + 2..*verb).any(|t| thing(read.str(t)));
    if told { verb().filter(place).unwrap_or(t) } else { t }
}

/// Tokens of an apposition.
const APPOSITION: usize = 14;

/// Where the name ends that begins at token `first`: capitals, with the marks inside it and the short form in brackets behind it.
pub(super) fn end_of_name(context: &Context, first: usize, end: usize) -> usize {
    let read = context.read;
    let joins = |t: usize| matches!(read.tokens.get(t).and_then(Token::mark), Some('-' | '–' | '/' | '&')) && is_capital(context, t + 1);
    let last = (first..end.min(first + 2 * AREA_NAME)).find(|t| !is_capital(context, *t) && !joins(*t)).unwrap_or(first);
    let bracket = read.is_mark(last, '(') && is_capital(context, last + 1) && read.is_mark(last + 2, ')');
    if bracket && last > first { last + 3 } else { last }
}

/// The last word of the name that ends in front of token `end`, over its short form in brackets: "Basic Farm Benefit (BFB)".
fn last_of_name(read: &ReadText, end: usize) -> usize {
    let last = end.saturating_sub(1);
    if read.is_mark(last, ')') { last.saturating_sub(3) } else { last }
}

/// "Statistics Denmark", "Natural Resources Canada": a body whose name ends with the country that it is of; not "Northern Ireland".
fn is_national(context: &Context, first: usize, last: usize) -> bool {
    let read = context.read;
    let side = |t: usize| {
        let word = read.str(t);
        word.ends_with("ern") || matches!(word, "North" | "South" | "East" | "West" | "New" | "Upper" | "Lower" | "Great" | "Central")
    };
    last > first && read.word_is(last, Class::NATION) && !read.classes(first..last).intersects(Class::NATION | Class::AND) && !side(first)
}

/// Where the last of several names ends, if others go on the one that ends at token `t`: "Upper Fenn and Pell", "Fenn, Upper Marsh and the Vale".
fn end_of_names(context: &Context, t: usize, end: usize) -> usize {
    let read = context.read;
    let mut at = t;
    let mut last = t;
    while read.word_is(at, Class::AND) || read.is_mark(at, ',') {
        let closes = read.word_is(at, Class::AND) || read.word_is(at + 1, Class::AND);
        let next = at + 1 + usize::from(closes && read.is_mark(at, ','));
        let next = next + usize::from(read.str(next) == "the");
        at = end_of_name(context, next, end);
        if at == next {
            break;
        }
        if closes {
            last = at;
            break;
        }
    }
    last
}

/// Whether a verb stands at token `t`, or the mark of a possessive, behind a name: "recorded", "will", "pledges to", "’s surplus".
fn is_predicate(context: &Context, t: usize) -> bool {
    let read = context.read;
    // "Marsh leads with 90%"
    let ranks = || matches!(read.str(t), "leads" | "led" | "tops" | "topped" | "ranks" | "ranked" | "lags" | "lagged" | "stands" | "stood");
    let verb = read.word_is(t, Class::VERB | Class::AUXILIARY) || matches!(read.str(t), "'" | "’") || ranks() || acts(context, t);
    // "Their review found that ...": what follows has a subject of its own.
    verb && !tells(read.str(t)) && !(t..t + OPENING).any(|i| read.str(i) == "that" && read.word_is(i - 1, Class::VERB))
}

/// Who says something is not where it is.
pub(super) fn tells(word: &str) -> bool {
    matches!(
        word,
        "says"
            | "said"
            | "told"
            | "notes"
            | "noted"
            | "estimates"
            | "estimated"
            | "expects"
            | "predicts"
            | "forecasts"
            | "announced"
            | "published"
            | "showed"
            | "shows"
            | "found"
            | "finds"
            | "reported"
            | "reports"
            | "suggests"
            | "indicates"
    )
}

/// Bodies whose name may have a place in it, and is none.
pub(super) fn is_authority(word: &str) -> bool {
    matches!(word, "Ministry" | "Council" | "Committee" | "Agency" | "Bank" | "Fund" | "University" | "Act")
}

/// Offices and other bodies act for the region, one or several.
pub(super) fn is_office(word: &str) -> bool {
    let one = |word: &str| is_authority(word) || is_title(word);
    one(word) || word.strip_suffix('s').is_some_and(one) || matches!(word, "Ministries" | "Agencies" | "Authorities" | "Universities")
}

/// Who acts for a region by title, what a region is called as a whole, and what a text refers to.
fn is_title(word: &str) -> bool {
    matches!(
        word,
        "Minister"
            | "Government"
            | "Administration"
            | "Governor"
            | "Department"
            | "Parliament"
            | "President"
            | "Commission"
            | "Commissioner"
    ) || matches!(word, "Cabinet" | "Office" | "Board" | "Bureau" | "Authority" | "Court" | "Chief" | "Secretary" | "House" | "Legislature")
        || matches!(word, "State" | "Centre" | "Territory" | "Colony" | "Kingdom" | "Republic" | "Federation" | "Country" | "Countries")
        || matches!(word, "Counties" | "Territories" | "Colonies" | "Programme" | "Program" | "Action" | "Scheme" | "Service" | "Bill")
        || matches!(word, "Report" | "Table" | "Figure" | "Chart" | "Professor" | "Dr" | "Mr" | "Sir")
}

#[cfg(test)]
mod tests {
    use super::ARTICLES;
    use crate::language::{ReadText, english};
    use crate::text::Span;

    #[test]
    fn what_stands_for_an_article_is_in_the_lists() {
        let words = "the The THE this This that That one One a A an An another Another";
        let read = ReadText::new(words, Span::new(0, words.len()), english());
        assert!((0..read.tokens.len()).all(|t| read.word_is(t, ARTICLES)));
    }
}
