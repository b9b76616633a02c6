//! The noun that a number counts: "3,277 key impoverished villages", "5460 junior and senior middle school graduates".

use super::Noun;
use crate::analysis::Unit;
use crate::language::{Class, ReadText};
use crate::text::lowered;

/// Noun phrases behind a number are read this far, in tokens.
const REACH: usize = 14;

/// Where a noun phrase ends, before its head is chosen.
struct Phrase {
    first: usize,
    end: usize,
    head: Option<usize>,
}

/// The counted noun that begins at token `i`, and the token after its head. A title in quotation marks may be counted (two "Briefings").
pub(super) fn noun_after(read: &ReadText, i: usize, end: usize) -> Option<(Noun, usize)> {
    let quoted = matches!(read.tokens.get(i)?.mark(), Some('“' | '"' | '‘')) && is_title(read, i + 1);
    if is_hours_worked(read, i) {
        return None;
    }
    let note =
        matches!(read.tokens.get(i)?.mark(), Some('¹' | '²' | '³' | '*' | '†' | '‡')) && read.tokens.get(i).is_some_and(|t| !t.spaced);
    // "2.2 twelve months earlier": another number, whose noun follows.
    let hyphen = |t: usize| read.is_mark(t, '-') || read.is_mark(t, '‑');
    if read.word_is(i, Class::NUMBER_WORD) && !hyphen(i + 1) {
        return None;
    }
    // "41 schools this year and 38 last year"
    if read.phrase_is(i, Class::LAST_YEAR | Class::NEXT_YEAR) && read.phrase_len(i) > 1 {
        return None;
    }
    // "7,100 votes, 400 short of its result", "268,200 cast a ballot"
    if read.str(i) == "short" && read.str(i + 1) == "of" || read.str(i) == "cast" && read.word_is(i + 1, Class::DETERMINER) {
        return None;
    }
    let such = read.str(i) == "such" && read.is_word(i + 1);
    let i = if quoted || note || such || further(read, i) { i + 1 } else { i };
    let i = behind_numbers(read, i);
    let phrase = scan_phrase(read, i, end);
    // "1,200 received permanent support", "the 156,000 counted a year before": a verb, with no plural behind it.
    let one = i > 0 && matches!(read.str(i - 1), "one" | "One" | "1" | "another");
    let told = !one && read.word_is(i, Class::VERB) && !hyphened(read, i) && !is_noun_too(read, i)
        || phrase.end == i + 1 && read.str(i).ends_with("ted") && read.word_is(i + 1, Class::DETERMINER);
    // "312 were accepted, 45 deferred": what was done to those of the figure before.
    let done = phrase.end == i + 1
        && (read.str(i).len() > 4 && read.str(i).ends_with("ed") && !read.str(i).ends_with("eed")
            || matches!(read.str(i), "burnt" | "upheld" | "withdrawn" | "overthrown"))
        && !read.word_is(i, Class::NOUN | Class::PEOPLE)
        && !matches!(read.str(i), "injured" | "wounded" | "killed" | "drowned" | "hundred" | "newlywed")
        && (!read.is_word(i + 1) || read.word_is(i + 1, Class::AND | Class::PREPOSITION));
    let told = told || done && !one;
    let last = phrase.end.checked_sub(1).filter(|last| *last >= phrase.first && !told && is_noun_like(read, *last));
    let head = phrase.head.or(last)?;
    // "one inmate costs $118": a verb.
    let head = if one && head > phrase.first && matches!(read.str(head), "costs" | "needs" | "serves" | "earns") { head - 1 } else { head };
    Some((Noun { first: phrase.first, head }, head + 1))
}

/// "331 nos. of relief centres", "12 Nos check dams": the token behind the word for pieces, which accounts print in front of what is counted.
fn behind_numbers(read: &ReadText, i: usize) -> usize {
    if !matches!(read.str(i), "nos" | "Nos" | "NOS" | "numbers") {
        return i;
    }
    let stop = i + 1 + usize::from(read.is_mark(i + 1, '.'));
    let noun = stop + usize::from(read.str(stop) == "of");
    if (noun > i + 1) && read.is_word(noun) && !read.word_is(noun, Class::STOP) { noun } else { i }
}

/// "5,480 people full time and 2,100 part time", "310 part-time": how long they work, and nothing that is counted unless a noun follows.
fn is_hours_worked(read: &ReadText, i: usize) -> bool {
    let time = if read.is_mark(i + 1, '-') { i + 2 } else { i + 1 };
    let follows = read.is_word(time + 1) && !read.word_is(time + 1, Class::STOP);
    matches!(read.str(i), "full" | "part") && read.str(time) == "time" && !follows
}

/// Two "Briefings", 40 “barefoot doctors”: a title, or a few words in quotation marks that end in a plural.
fn is_title(read: &ReadText, first: usize) -> bool {
    let closes = |t: &usize| matches!(read.tokens.get(*t).and_then(crate::text::Token::mark), Some('”' | '"' | '’'));
    let named = || {
        let close = (first..first + 5).find(closes);
        close.is_some_and(|c| c > first && (first..c).all(|t| read.is_word(t) && !read.word_is(t, Class::STOP)) && is_plural(read, c - 1))
    };
    read.tokens.get(first).is_some_and(|t| t.capital) || named()
}

/// "775 more pupils", "30 additional clinics": a word of increase in front of the noun.
pub(crate) fn further(read: &ReadText, i: usize) -> bool {
    matches!(read.str(i), "more" | "fewer" | "additional" | "extra" | "further") && read.is_word(i + 1) && !read.word_is(i + 1, Class::STOP)
}

fn scan_phrase(read: &ReadText, first: usize, end: usize) -> Phrase {
    let mut at = first;
    let limit = end.min(first + REACH);
    let mut head = None;
    while at < limit {
        if at > first && divides(read, at) {
            break;
        } else if (read.is_mark(at, '’') || read.is_mark(at, '\'')) && read.str(at + 1) == "s" {
            head = None;
            at += 2;
        } else if read.is_mark(at, '-') || read.is_mark(at, '’') || read.is_mark(at, '\'') || read.is_mark(at, '/') {
            at += 1;
        } else if read.is_mark(at, '(') {
            match bracket_inside_phrase(read, at, limit, head.is_some()) {
                Some(after) => at = after,
                None => break,
            }
        } else if read.word_is(at, Class::AND) || read.is_mark(at, ',') {
            if at == first || head.is_some() || !coordinated_modifier(read, at, limit) {
                break;
            }
            at += 1;
        } else if !read.is_word(at)
            || ends_phrase(read, at, first)
            || tells_age(read, at, first)
            || read.word_is(at, Class::NUMBER_WORD) && !read.is_mark(at + 1, '-')
        {
            break;
        } else {
            if head.is_some() && !continues_head(read, at) {
                break;
            }
            // "9 million kroner and rents of": money of a country that nobody names, by its name and no letters, though the plural has no "s".
            let money = at == first && read.word_is(at, Class::MONEY) && read.str(at).len() > 3;
            if money || is_plural(read, at) && !opens_compound(read, at) {
                head = Some(at);
            }
            at += 1;
        }
    }
    Phrase { first, end: at, head }
}

/// A word that no noun phrase goes past. "poor", "needed" and the like may open one ("23,000 needed workers").
fn ends_phrase(read: &ReadText, at: usize, first: usize) -> bool {
    if !read.word_is(at, Class::STOP) || is_noun_of_verb(read, at) {
        return false;
    }
    if at == first && tells_of_subject(read.str(at)) {
        return true;
    }
    if is_place_adjective(read, at) {
        return false;
    }
    let participle_in_front = at == first
        && read.word_is(at, Class::VERB)
        && is_participle(read.str(at))
        && !read.word_is(at + 1, Class::STOP)
        && read.is_word(at + 1);
    !(participle_in_front || hyphened(read, at) || read.word_is(at, Class::VERB) && (attributive(read, at) || is_noun_too(read, at)))
}

/// "18.1 criteria/commune", "12 pupils/teacher": one of something behind the stroke is what the figure is per.
fn divides(read: &ReadText, at: usize) -> bool {
    let one = |t: usize| read.word_is(t, Class::PLACE | Class::PEOPLE | Class::HOUSEHOLDS) && !plural_form(read.str(t));
    // "12 W/m²", "1.2 kN/m²": a unit that is none of ours, by one that is.
    let glued = |t: usize| read.tokens.get(t).is_some_and(|k| !k.spaced);
    if read.is_mark(at, '/') && glued(at) && glued(at + 1) && read.str(at - 1).len() <= 2 && read.phrase_is(at + 1, Class::UNIT) {
        return true;
    }
    read.is_mark(at, '/')
        && one(at + 1)
        && !read.word_is(at - 1, Class::PLACE | Class::PEOPLE | Class::HOUSEHOLDS)
        && !read.is_mark(at + 2, '/')
}

/// "214 young people ages 16 to 24": the age of those who are counted.
fn tells_age(read: &ReadText, at: usize, first: usize) -> bool {
    at > first && matches!(read.str(at), "ages" | "age") && read.word_is(at + 1, Class::DIGITS | Class::NUMBER_WORD)
}

/// "12 overseas tourists", "40 nearby villages": an adverb of place that is an adjective in front of a plural.
fn is_place_adjective(read: &ReadText, at: usize) -> bool {
    matches!(read.str(at), "overseas" | "nearby" | "nationwide") && !read.word_is(at + 1, Class::STOP) && is_plural(read, at + 1)
}

/// "250,000 received rations", "120 joined courses": past tenses that are hardly ever participles in front of a noun.
fn tells_of_subject(word: &str) -> bool {
    matches!(
        word,
        "received"
            | "joined"
            | "reached"
            | "obtained"
            | "suffered"
            | "gained"
            | "enjoyed"
            | "entered"
            | "faced"
            | "benefited"
            | "benefitted"
            | "participated"
            | "remained"
            | "contributed"
            | "lived"
            | "worked"
            | "voted"
    )
}

/// "190 work team members": a verb that stands for a noun in front of another noun.
fn is_noun_too(read: &ReadText, at: usize) -> bool {
    matches!(read.str(at), "work" | "use") && read.is_word(at + 1) && !read.word_is(at + 1, Class::STOP)
}

/// "300 accounts were closed", "12 shows of the circus": a plural that spells a verb, which goes on by "for" or an object of its own.
fn is_noun_of_verb(read: &ReadText, at: usize) -> bool {
    match read.str(at) {
        "accounts" => read.str(at + 1) != "for",
        "shows" => !read.is_word(at + 1) || read.word_is(at + 1, Class::AUXILIARY | Class::PREPOSITION),
        _ => false,
    }
}

/// "330 left-behind children", "12 out-of-school girls", "40 drop-in centres": a word inside a compound.
fn hyphened(read: &ReadText, at: usize) -> bool {
    read.joins(at + 1) || at > 0 && read.joins(at - 1)
}

/// "149 women-led startups", "12 families-only homes": a plural in front of the hyphen of a compound, which is said of what is counted.
fn opens_compound(read: &ReadText, at: usize) -> bool {
    read.joins(at + 1) && read.is_word(at + 3)
}

/// "29 newly built houses", "46 planned projects": a participle followed by a noun goes on; "80 counties covered by" does not come here
/// because its head has been seen.
fn attributive(read: &ReadText, at: usize) -> bool {
    is_participle(read.str(at)) && read.is_word(at + 1) && !read.word_is(at + 1, Class::STOP)
}

fn is_participle(word: &str) -> bool {
    word.ends_with("ed")
        || word.ends_with("ing")
        || matches!(
            word,
            "built" | "set" | "held" | "sown" | "stolen" | "broken" | "written" | "lost" | "drawn" | "chosen" | "known" | "grown"
        )
}

/// After a plural noun a phrase goes on only into a compound: "village leaders", "sports facilities", "women farmers".
fn continues_head(read: &ReadText, at: usize) -> bool {
    is_plural(read, at) && !read.word_is(at, Class::STOP) && !is_plural_acronym(read.str(at))
}

/// "administrative and natural villages": a conjunction inside a phrase that has no head yet.
fn coordinated_modifier(read: &ReadText, at: usize, limit: usize) -> bool {
    let inside = |j: &usize| {
        read.is_word(*j) && (!read.word_is(*j, Class::STOP | Class::NUMBER_WORD) || read.word_is(*j, Class::AND))
            || read.is_mark(*j, ',')
            || read.is_mark(*j, '-')
    };
    (at + 1..limit.min(at + 10)).take_while(inside).any(|j| is_plural(read, j))
}

/// "35 counties (cities) for", "48 provincial (national) bases": a short bracket of words inside the phrase.
fn bracket_inside_phrase(read: &ReadText, at: usize, limit: usize, seen_head: bool) -> Option<usize> {
    let close = (at + 1..limit.min(at + 8)).find(|j| read.is_mark(*j, ')'))?;
    let words_only =
        (at + 1..close).all(|j| (read.is_word(j) || read.is_mark(j, ',') || read.is_mark(j, '、')) && !read.word_is(j, Class::STOP));
    (words_only && !seen_head).then_some(close + 1)
}

/// Whether the word is a plural noun, or one of the nouns that count without a plural.
pub(crate) fn is_plural(read: &ReadText, at: usize) -> bool {
    let word = read.str(at);
    if is_noun_of_verb(read, at) {
        return true;
    }
    if read.word_is(at, Class::STOP) && !read.word_is(at, Class::PEOPLE | Class::HOUSEHOLDS) {
        return false;
    }
    if read.word_is(at, Class::PEOPLE | Class::HOUSEHOLDS) {
        return counts_persons_here(read, at);
    }
    // "the Act of 1935 amounts to 12 pages": a verb.
    if matches!(word, "amounts" | "comes" | "runs" | "rises" | "falls" | "stands")
        && read.word_is(at + 1, Class::PREPOSITION)
        && read.str(at + 1) != "of"
    {
        return false;
    }
    let noun_follows = read.is_word(at + 1) && !read.word_is(at + 1, Class::STOP);
    read.word_is(at, Class::NOUN) && !noun_follows || plural_form(word)
}

/// "poor households", "student loans", "village cadres": a person word is the head unless a noun follows it.
fn counts_persons_here(read: &ReadText, at: usize) -> bool {
    let without_s = |word: &str| {
        word.ends_with("men") || word.ends_with("people") || word.ends_with("folk") || {
            matches!(
                word,
                "children"
                    | "schoolchildren"
                    | "grandchildren"
                    | "population"
                    | "staff"
                    | "personnel"
                    | "labor"
                    | "labour"
                    | "workforce"
                    | "unemployed"
                    | "jobless"
                    | "homeless"
                    | "clergy"
                    | "alumni"
                    | "aircrew"
                    | "crew"
                    | "police"
            )
        }
    };
    let plural = plural_form(read.str(at)) || read.word_is(at, Class::PEOPLE) && without_s(read.str(at));
    // "79,000 PLW": an acronym counts without a plural.
    let plural = plural || read.str(at).len() > 1 && read.str(at).bytes().all(|b| b.is_ascii_uppercase());
    plural
        && !(!plural_form(read.str(at)) && read.str(at) != "people" && in_compound(read, at))
        && !(read.is_word(at + 1)
            && !read.word_is(at + 1, Class::STOP)
            && !tells_age(read, at + 1, at)
            && (plural_form(read.str(at + 1)) || is_plural_of_known(read, at + 1)))
}

/// "97 labor transfer service teams", "12 staff training centres": a plural later in the same compound is what is counted.
fn in_compound(read: &ReadText, at: usize) -> bool {
    let named = |t: usize| !read.word_is(t, Class::STOP) || read.word_is(t, Class::VERB) && read.str(t).ends_with("ing");
    let compound = (at + 1..at + 5).take_while(|t| read.is_word(*t) && named(*t));
    let mut behind = compound.skip(1);
    behind.any(|t| plural_form(read.str(t)))
}

fn is_plural_of_known(read: &ReadText, at: usize) -> bool {
    read.word_is(at, Class::PEOPLE | Class::HOUSEHOLDS) && !matches!(read.str(at), "poor" | "needy" | "unemployed" | "jobless" | "homeless")
}

fn plural_form(word: &str) -> bool {
    let [letters @ .., b's'] = word.as_bytes() else { return false };
    letters.len() > 2 && !matches!(letters, [.., b's' | b'u' | b'i']) || is_plural_acronym(word)
}

/// "HHs", "PAs".
fn is_plural_acronym(word: &str) -> bool {
    matches!(word.as_bytes(), [_, _, .., b's'] if word.bytes().rev().skip(1).all(|b| b.is_ascii_uppercase()))
}

fn is_noun_like(read: &ReadText, at: usize) -> bool {
    let word = read.str(at);
    let ends = word.ends_with("ly") && (word.len() > 5 || matches!(word, "fully" | "badly" | "newly" | "early"));
    let adverb = ends && !read.tokens.get(at).is_some_and(|t| t.capital);
    // "63 fruit growing and 42 beekeeping": what is done is not counted; "12 building sites" are.
    let done = word.len() > 6
        && word.ends_with("ing")
        && word != "missing"
        && !read.is_word(at + 1)
        && !read.word_is(at, Class::NOUN | Class::PEOPLE);
    read.is_word(at) && !adverb && !done && !read.word_is(at, Class::STOP | Class::PREPOSITION)
}

/// "tourist arrivals", "foreign arrivals", "passenger numbers": the persons who come or go; "ship arrivals" are none.
pub(crate) fn is_arrival(read: &ReadText, head: usize) -> bool {
    let persons = |word: &str| {
        matches!(
            word,
            "tourist" | "visitor" | "passenger" | "guest" | "refugee" | "migrant" | "immigrant" | "student" | "pilgrim" | "foreign"
        ) || matches!(word, "prisoner" | "pupil" | "patient" | "inmate" | "learner" | "teacher" | "staff" | "trainee" | "apprentice")
    };
    let coming = |word: &str| matches!(word, "overseas" | "international" | "domestic" | "inbound" | "new");
    let numbers = read.str(head) == "numbers" && head > 0 && lowered(read.str(head - 1), persons);
    if numbers {
        return true;
    }
    let persons = |word: &str| persons(word) || coming(word);
    matches!(read.str(head), "arrivals" | "departures") && head > 0 && lowered(read.str(head - 1), persons)
}

/// The unit that a counted noun stands for.
pub(crate) fn unit_of_noun(read: &ReadText, noun: Noun) -> Unit {
    if read.word_is(noun.head, Class::HOUSEHOLDS) {
        return Unit::Households;
    }
    // "Kenyans", "South Africans"
    let nationals =
        read.str(noun.head).len() > 5 && read.str(noun.head).ends_with("ans") && read.tokens.get(noun.head).is_some_and(|t| t.capital);
    // "342,600 whole time equivalents": posts; "892 heads of families", "20 heads of department".
    let posts = || read.str(noun.head) == "equivalents" && noun.head > noun.first && read.str(noun.head - 1) == "time";
    let heads = || {
        let of = read.str(noun.head) == "heads" && read.str(noun.head + 1) == "of";
        of && (read.word_is(noun.head + 2, Class::HOUSEHOLDS)
            || matches!(read.str(noun.head + 2), "state" | "government" | "department" | "departments" | "mission"))
    };
    // "1,045 injured and 34 missing"
    let hurt = || {
        noun.head == noun.first && matches!(read.str(noun.head), "injured" | "wounded" | "killed" | "dead" | "missing" | "sick" | "drowned")
    };
    // "new arrivals"
    let phrase = || noun.head > noun.first && read.phrase_is(noun.head - 1, Class::PEOPLE) && read.phrase_len(noun.head - 1) == 2;
    // "14 co-operatives"
    let shared =
        read.str(noun.head) == "operatives" && noun.head > 1 && read.is_mark(noun.head - 1, '-') && read.str(noun.head - 2) == "co";
    let persons = read.word_is(noun.head, Class::PEOPLE) && !shared || nationals || phrase() || posts() || heads() || hurt();
    let persons = persons || is_arrival(read, noun.head) || noun.head > 0 && read.str(noun.head) == "lives";
    if persons { Unit::People } else { Unit::Count }
}
