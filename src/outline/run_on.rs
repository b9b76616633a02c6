//! Run-on headings: a title at the start of a paragraph that runs into its first sentence (`OverviewIn 2012`, `Rain Plan14 million`).
//!
//! The end of the title is where the evidence says that a sentence begins: a joint without a space, a bracket, a double blank, a
//! word that opens sentences, a verb without subject, a number, the name of a region, or a title that the report uses elsewhere.

use super::vocabulary::Vocabulary;
use super::{gazetteer, words};
use crate::text::count;
use std::str::SplitWhitespace;

/// No title has more words than this.
const MOST_WORDS: usize = 26;
/// A title in sentence case ("Poverty alleviation standards and objectives") is believed up to this length.
const MOST_WORDS_IN_SENTENCE_CASE: usize = 8;
/// A lead-in closed by a full stop has no more words.
const MOST_WORDS_IN_LEAD_IN: usize = 6;
/// Words after which most paragraphs have shown whether they begin with a title.
const USUAL_WORDS: usize = 12;
/// What is looked at of a paragraph.
const WINDOW: usize = 480;

/// The title that runs into the paragraph, as its byte length; `None` when the form tells of none. `marked` says that an opening mark was
/// taken off in front of it.
pub(super) fn title_len(paragraph: &str, marked: bool) -> Option<usize> {
    let window = head(paragraph);
    marked_title(window, marked).or_else(|| title_by_form(window))
}

/// A title that the report uses elsewhere, where the form alone does not tell.
pub(super) fn known_title_len(paragraph: &str, vocabulary: &Vocabulary) -> Option<usize> {
    let window = head(paragraph);
    known_title(window, vocabulary).or_else(|| known_lead_in(window, vocabulary))
}

fn head(paragraph: &str) -> &str {
    let mut end = WINDOW.min(paragraph.len());
    // A window as long, whichever way lines end.
    let window = paragraph.as_bytes().get(..end).unwrap_or_default();
    end = (end + count(window, |b| b == b'\r')).min(paragraph.len());
    while !paragraph.is_char_boundary(end) {
        end -= 1;
    }
    paragraph.get(..end).unwrap_or_default()
}

/// `Overview】 In 2012`, `Overview.** In 2012`: the closing mark ends the title. Opening marks are off already; stars without one stress
/// words of a sentence.
fn marked_title(window: &str, marked: bool) -> Option<usize> {
    let end = window.find('】').or_else(|| if marked { window.find("**") } else { None })?;
    let title = window.get(..end)?.trim_end_matches(['.', ':', '：', ' ']);
    let is_title =
        title.contains(char::is_alphabetic) && title.split_whitespace().nth(MOST_WORDS).is_none() && !title.contains(['.', '。', '=']);
    is_title.then_some(title.len())
}

/// A word of the window.
#[derive(Debug, Clone, Copy)]
struct Token<'a> {
    start: usize,
    word: &'a str,
    /// Two blanks or more stand before it.
    apart: bool,
}

impl Token<'_> {
    fn end(&self) -> usize {
        self.start + self.word.len()
    }
}

/// The words of a window, read as far as they are asked for: most titles end, or turn out to be none, after a few.
struct Tokens<'a> {
    window: &'a str,
    ahead: SplitWhitespace<'a>,
    found: Vec<Token<'a>>,
}

impl<'a> Tokens<'a> {
    fn new(window: &'a str) -> Self {
        Self { window, ahead: window.split_whitespace(), found: Vec::with_capacity(USUAL_WORDS) }
    }

    fn get(&mut self, at: usize) -> Option<Token<'a>> {
        while self.found.len() <= at {
            let word = self.ahead.next()?;
            let start = (word.as_ptr() as usize).saturating_sub(self.window.as_ptr() as usize);
            let gap = self.window.get(self.found.last().map_or(start, Token::end)..start).unwrap_or_default();
            self.found.push(Token { start, word, apart: gap.len() > 1 && gap.chars().count() > 1 && !gap.contains('\n') });
        }
        self.found.get(at).copied()
    }
}

/// What is known of the words that would be the title so far.
#[derive(Debug, Clone, Copy, Default)]
struct Title<'a> {
    words: usize,
    content: usize,
    /// Words with weight but without a capital.
    lower: usize,
    last: &'a str,
    /// Whether that word stays small inside a title.
    last_is_small: bool,
}

impl<'a> Title<'a> {
    fn add(&mut self, word: &'a str) {
        self.words += 1;
        self.last = word;
        self.last_is_small = words::is_small(word);
        if !self.last_is_small && word.contains(char::is_alphabetic) {
            self.content += 1;
            // The first letter of a paragraph is sometimes lost to lower case ("labor Transfer Project").
            if !words::is_capital(word) && !words::is_numeric(word) && self.words > 1 {
                self.lower += 1;
            }
        }
    }

    fn is_title_case(&self) -> bool {
        self.lower == 0 && self.content > 0
    }

    fn can_end(&self) -> bool {
        self.content > 0 && !self.last_is_small
    }

    fn is_short(&self) -> bool {
        self.words <= MOST_WORDS_IN_SENTENCE_CASE
    }
}

fn title_by_form(window: &str) -> Option<usize> {
    let first = window.split_whitespace().next()?;
    if words::never_first(first) || words::is_numeric(first) || !first.contains(char::is_alphabetic) {
        return None;
    }
    let mut tokens = Tokens::new(window);
    let mut title = Title::default();
    for at in 0..MOST_WORDS {
        let token = tokens.get(at)?;
        if at > 0 && begins_sentence(window, title, &mut tokens, at) {
            return tokens.get(at - 1).map(|last| trim_title(window, last.end())).filter(|end| is_plausible(window, *end, title));
        }
        if let Some(joint) = joint(token.word).filter(|_| !token.word.contains("://")) {
            let left = token.word.get(..joint).unwrap_or_default();
            title.add(left);
            let right = token.word.get(joint..).unwrap_or_default();
            let end = token.start + joint;
            return (joint_ends(title, left, right) && is_plausible(window, end, title)).then_some(end);
        }
        title.add(token.word);
        let next = tokens.get(at + 1);
        if is_closed_general_title(window, &token, next.as_ref()) {
            return Some(trim_title(window, token.end()));
        }
        if stops(token.word, title, next.as_ref()) {
            return None;
        }
    }
    None
}

fn trim_title(window: &str, end: usize) -> usize {
    window.get(..end).map_or(end, |title| title.trim_end_matches([':', '：', '.', ' ', '–', '—', '-']).len())
}

/// A title of one word must be a heading noun of its own; anything longer passes.
fn is_plausible(window: &str, end: usize, title: Title) -> bool {
    let text = window.get(..end).unwrap_or_default();
    // No subject has two letters; in scripts without case it has.
    let letters = text.chars().filter(|c| c.is_alphabetic()).take(3).count();
    if (letters < 3 && text.is_ascii()) || words::is_abbreviation(text) {
        return false;
    }
    let first_lower = text.starts_with(char::is_lowercase);
    if first_lower && (title.content < 3 || !title.is_title_case()) {
        return false;
    }
    if title.last.ends_with([':', '：']) && !words::is_title_before_colon(text) {
        return false;
    }
    title.words > 1
        || words::is_general_title(text)
        || (text.chars().count() >= 5 && gazetteer::leading_region(text).is_none() && !words::is_verb_like(text))
}

/// "Overview. In 2012": a full stop closes a title that any report may have.
fn is_closed_general_title(window: &str, last: &Token, next: Option<&Token>) -> bool {
    last.word.ends_with('.')
        && next.is_some_and(|next| words::is_capital(next.word))
        && window.get(..last.end()).is_some_and(words::is_general_title)
}

/// "Water supply. The town laid": words closed by a full stop that would be a title if other paragraphs began with them too.
pub(super) fn closed_lead_in(paragraph: &str) -> Option<&str> {
    let window = head(paragraph);
    let (words, rest) = window.split_once('.')?;
    let rest = rest.strip_prefix(' ')?;
    let short = words.split_whitespace().nth(MOST_WORDS_IN_LEAD_IN).is_none();
    let plain = short && (words.len() > 2) && !words::is_abbreviation(words) && words::is_capital(words) && !words.contains([',', '(']);
    (plain && words::is_title_before_colon(words) && words::is_capital(rest)).then_some(words)
}

/// Whether the title cannot go on after this word.
fn stops(word: &str, title: Title, next: Option<&Token>) -> bool {
    if word.ends_with(',') {
        let next_is_title = || next.is_some_and(|next| words::is_capital(next.word) && !words::is_opener(next.word));
        return title.words == 1 || !title.is_title_case() || !next_is_title();
    }
    if word.ends_with('.') {
        return !words::takes_number(word);
    }
    if word.ends_with([':', '：']) {
        return !title.is_short();
    }
    // Most words are of letters alone.
    let marked = word.bytes().any(|b| !b.is_ascii_alphanumeric());
    marked && (word.contains("://") || word.ends_with([';', '!', '。', '，']) || word.contains(['(', ')', '（', '）']))
        || (!title.is_title_case() && !title.is_short())
}

/// Whether a sentence begins with the token at `at`, after a title.
fn begins_sentence(window: &str, title: Title, tokens: &mut Tokens, at: usize) -> bool {
    if !title.can_end() {
        return false;
    }
    let (Some(token), next) = (tokens.get(at), tokens.get(at + 1).map_or("", |next| next.word)) else { return false };
    let starts = || words::is_capital(token.word) || words::is_numeric(token.word);
    let believable = title.is_title_case() || title.is_short();
    if token.apart && believable && starts() {
        return true;
    }
    // "Visitors from Ostrel (66,758) came": a bracket goes on with what stands in front of it.
    if token.word.starts_with(['(', '（']) {
        return false;
    }
    if title.last.ends_with([':', '：']) {
        return starts() && !is_short_value(window, &token);
    }
    if words::opens_sentence(token.word, next) {
        return believable;
    }
    if !title.is_title_case() || title.last.ends_with(',') {
        return false;
    }
    // "Visitors from Spain (4,517) rose": a number in brackets belongs to the words in front of it.
    if words::is_numeric(token.word) && !token.word.starts_with('(') {
        // "Losses of KES 4,500 were", "Losses of $ 4,500 were": the sum begins with its money.
        return (title.content >= 2 || words::is_general_title(title.last)) && !words::takes_number(title.last) && !words::is_capital(next);
    }
    let parted = matches!(token.word, "–" | "—" | "-") && words::is_opener(next);
    parted || is_verb_phrase(tokens, at) || is_region_subject(window, &token)
}

/// "Population: 412,300 (51.2% female)", "Grid length: 612 km of trunk lines and 1,045 km of others": a label and its value; a topic of its own goes on with a sentence.
fn is_short_value(window: &str, token: &Token) -> bool {
    let rest = window.get(token.start..).unwrap_or_default();
    let said = rest.split_once(". ").map_or(rest, |(said, _)| said);
    let short = || rest.split_whitespace().nth(MOST_WORDS_OF_VALUE).is_none();
    words::begins_with_figure(rest) && (short() || !said.split_whitespace().any(words::is_verb_like))
}

/// Words of a value behind its label.
const MOST_WORDS_OF_VALUE: usize = 6;

/// "Organized 141 organs", "Held the seminar on"; not "Starting from Poverty Reduction in Jinzhai County", which is a title.
fn is_verb_phrase(tokens: &mut Tokens, at: usize) -> bool {
    let Some(verb) = tokens.get(at) else { return false };
    if !words::is_capital(verb.word) || !words::is_verb_like(verb.word) || joint(verb.word).is_some() {
        return false;
    }
    let object = (at + 1..).map_while(|at| tokens.get(at)).find(|token| words::is_capital(token.word) || !words::is_small(token.word));
    object.is_some_and(|token| !words::is_capital(token.word) || token.word.starts_with(['"', '“', '‘']))
}

/// "Hebei provincial government issued", "Jilin Province formulated": a region and then running text.
fn is_region_subject(window: &str, token: &Token) -> bool {
    let rest = window.get(token.start..).unwrap_or_default();
    let Some(len) = gazetteer::leading_region(rest) else { return false };
    let after = rest.get(len..).unwrap_or_default();
    after.starts_with("'s ") || after.starts_with("’s ") || after.trim_start().starts_with(char::is_lowercase) && after.starts_with(' ')
}

/// Where a word is two words without the space between them: `FundsIn`, `Plan14`, `Action"Linking`.
fn joint(word: &str) -> Option<usize> {
    // Most words are in lower case to their end.
    if word.bytes().skip(1).all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let mut before: Option<char> = None;
    for (at, c) in word.char_indices() {
        let closed = before.is_some_and(|b| b.is_lowercase() || matches!(b, '”' | ')'));
        let rest = word.get(at..).unwrap_or_default();
        let opens_quote = matches!(c, '"' | '“' | '‘') && rest.chars().nth(1).is_some_and(char::is_uppercase);
        if closed && (c.is_uppercase() || c.is_ascii_digit() || opens_quote) {
            return Some(at);
        }
        before = Some(c);
    }
    None
}

/// Whether a joint ends the title: not in a name with an inner capital (`BenLu`, `McKinsey`).
fn joint_ends(title: Title, left: &str, right: &str) -> bool {
    let speaks = words::is_opener(right) || right.ends_with(',') || words::is_numeric(right);
    let long = left.chars().filter(|c| c.is_alphabetic()).count() >= if speaks { 3 } else { 4 };
    let alone = title.words > 1 || words::is_general_title(left) || left.chars().count() >= 5;
    long && alone && title.can_end() && (title.is_title_case() || (speaks && title.is_short()))
}

/// The longest title of the vocabulary that begins the paragraph and is followed by what may begin a sentence.
fn known_title(window: &str, vocabulary: &Vocabulary) -> Option<usize> {
    let mut key = String::new();
    Vocabulary::extend_key(&mut key, window.split_whitespace().next()?);
    if !vocabulary.is_prefix(&key) {
        return None;
    }
    key.clear();
    let mut tokens = Tokens::new(window);
    let mut found = None;
    for at in 0..MOST_WORDS {
        let Some(token) = tokens.get(at) else { break };
        Vocabulary::extend_key(&mut key, token.word);
        if !vocabulary.is_prefix(&key) {
            break;
        }
        let Some(next) = tokens.get(at + 1) else { break };
        let starts = words::is_capital(next.word) || words::is_numeric(next.word);
        if vocabulary.is_title(&key) && starts && !words::is_small(token.word) {
            found = Some(trim_title(window, token.end()));
        }
    }
    found
}

fn known_lead_in(window: &str, vocabulary: &Vocabulary) -> Option<usize> {
    closed_lead_in(window).filter(|words| vocabulary.is_lead_in(words)).map(str::len)
}
