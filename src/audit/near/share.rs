//! Shares whose part and whole are told by words and place: "5,580 of 6,000 planned (90%)", "of 2,140 public schools, 963 (45.0%)", "2,610 million
//! against a budget of 2,780 million, i.e. 93.9%", "a clearance rate of 97.2%".
//!
//! From shares that nothing has judged, to findings "share".

use super::super::brief::Trait;
use super::super::content::Content;
use super::super::draft::Draft;
use super::super::growth::is_rate_of_change;
use super::super::page::Page;
use super::super::share::{Pair, described, disagreement, judge, phrase_behind};
use super::super::words;
use super::{alike, digits, in_front, is_exact, only_near_miss, says};
use crate::analysis::Kind;
use rustc_hash::FxHashSet;

/// Checks every share that is still open.
pub(super) fn check(page: &Page, judged: &FxHashSet<usize>, out: &mut Vec<Draft>) {
    for id in page.with(Trait::PERCENT | Trait::ONE).filter(|id| !judged.contains(id)) {
        let is_share = matches!(page.brief(id).kind, Kind::Share | Kind::Target | Kind::Ratio) && is_exact(page, id);
        if is_share && !is_rate_of_change(page, id) {
            out.extend(certain(page, id).or_else(|| of_whole_behind(page, id)).or_else(|| likely(page, id)));
        }
    }
}

/// A share whose construction names part and whole: any disagreement says something.
fn certain(page: &Page, id: usize) -> Option<Draft> {
    if let Some(pair) = pair_behind(page, id) {
        return told_wrongly(page, id, pair, true);
    }
    let last = in_front(page, id)?;
    let first = in_front(page, last);
    let told = first.and_then(|first| {
        let pair = out_of(page, first, last, id)
            .or_else(|| of_whole_in_front(page, first, last, id))
            .or_else(|| predicated(page, first, last, id));
        let certain = pair.map(|pair| (pair, true));
        certain.or_else(|| set_against(page, first, last, id).map(|pair| (pair, says_plan(page, first, last))))
    });
    let behind = || {
        let next = Some(id + 1).filter(|next| page.in_sentence(id).contains(next))?;
        around(page, last, id, next).or_else(|| said_after(page, last, id, next))
    };
    let (pair, certain) = told.or_else(|| behind().map(|pair| (pair, true)))?;
    told_wrongly(page, id, pair, certain)
}

/// The finding that a share is not what part and whole make, where they can be meant.
fn told_wrongly(page: &Page, id: usize, pair: Pair, certain: bool) -> Option<Draft> {
    let fit = |figure: usize| page.is_amount(figure) && is_exact(page, figure) && !page.brief(figure).unit.is_time();
    // "Among the 24 towns, 12,400 (3.2%)": a part is not so many times its whole.
    let sized = page.brief(pair.part).rough <= page.brief(pair.whole).rough * LARGEST;
    if !fit(pair.part) || !fit(pair.whole) || !alike(page, pair.part, pair.whole) || !sized {
        return None;
    }
    let judged = judge(page, id, pair)?;
    let explained = || certain || only_near_miss(page, id, std::iter::once((pair, judged)), 2).is_some();
    (!judged.agrees() && judged.cut_off(page, id).is_none() && explained()).then(|| disagreement(page, id, pair, judged))
}

/// So many times its plan a result may be.
const LARGEST: f64 = 3.0;

/// Whether the words around a figure make it a plan: "against 980 deaths" does not.
fn says_plan(page: &Page, part: usize, whole: usize) -> bool {
    words::has_any(page.between(part, whole), AIMED) || words::has_any(words::up_to(page.after(whole), b",;.("), AIMED)
}

/// "1,124 (22.5%) of the 5,000 poor villages", "267.5 million, 35% of it (93.6 million)": the share stands between the two.
fn around(page: &Page, before: usize, id: usize, next: usize) -> Option<Pair> {
    let between = page.between(id, next).trim();
    let rest = between.strip_prefix(')').unwrap_or_default();
    let of = || [&["of", "the"][..], &["of"], &["of", "its"], &["of", "all"]].iter().any(|of| says(rest, of));
    if page.between(before, id).trim_end().ends_with('(') && of() && words::words(page.between(before, id)).count() <= NOUN {
        return Some(Pair { part: before, whole: next, tied: true });
    }
    let mut words = words::words(between);
    let of_it = words.next() == Some("of") && words.next().is_some_and(|word| matches!(word, "it" | "this" | "them" | "these" | "which"));
    let again = of_it && (between.ends_with('(') && words.next().is_none() || says(words::behind(between, b","), &["or"]));
    let beside = words::words(page.between(before, id)).count() <= NOUN && !page.between(before, id).contains([';', '(']);
    let smaller = page.brief(next).rough < page.brief(before).rough;
    (again && beside && smaller).then_some(Pair { part: next, whole: before, tied: true })
}

/// "5,580 of 6,000 planned (90%)".
fn out_of(page: &Page, part: usize, whole: usize, id: usize) -> Option<Pair> {
    let of = [&["of"][..], &["of", "the"], &["out", "of"], &["out", "of", "the"], &["of", "its"], &["of", "a", "total", "of"]];
    let told = of.iter().any(|of| says(page.between(part, whole), of));
    (told && is_alone_in_bracket(page, whole, id)).then_some(Pair { part, whole, tied: true })
}

/// "of 2,140 public schools, 963 (45.0%)".
fn of_whole_in_front(page: &Page, whole: usize, part: usize, id: usize) -> Option<Pair> {
    let opening = words::behind(page.before(whole), b";:,.(").trim_start();
    let mut led = words::words(opening);
    let of = led.next().is_some_and(|word| words::is_one_of(word, &["of", "among"])) && led.count() <= OPENING;
    let between = page.between(whole, part).trim_end();
    let next = between.ends_with(',') && !between.trim_end_matches(',').contains([',', ';', ':', '(']);
    (of && next && (says_again(page, part, id))).then_some(Pair { part, whole, tied: true })
}

/// Words between "of" and the whole: "of the region's 768 health centres".
const OPENING: usize = 3;

/// "963 (45.0%)", "963, or 45.0%,": nothing but the share stands behind the part.
fn says_again(page: &Page, part: usize, id: usize) -> bool {
    let between = page.between(part, id).trim();
    between == "(" && page.after(id).trim_start().starts_with(')') || matches!(between, ", or" | "or" | ", i.e.")
}

/// "4,600 of the 18,400 patients were children – 25 per cent of the total", "Out of 18,400 patients, 4,600 were children, a proportion of 25 per cent": a
/// predicate stands between the part and its share.
fn predicated(page: &Page, first: usize, last: usize, id: usize) -> Option<Pair> {
    let between = page.between(last, id);
    let tail = words::behind(between, b",").rsplit(['–', '—']).next().unwrap_or_default();
    let joined = between.contains([',', '–', '—']) && words::words(tail).count() <= TAIL;
    let means = words::words(tail).all(|word| words::is_one_of(word, SAYS_SHARE));
    let plain = !between.contains([';', ':', '(', '.'])
        && words::words(between).count() <= PREDICATE
        && !words::has_any(between, &["while", "but"]);
    if !joined || !means || !plain {
        return None;
    }
    let out = [&["of", "the"][..], &["out", "of", "the"], &["out", "of"]].iter().any(|of| says(page.between(first, last), of));
    if out && (says_total(page, id) || words::words(tail).next().is_some_and(|word| words::is_one_of(word, MAKES))) {
        return Some(Pair { part: first, whole: last, tied: true });
    }
    let mut led = words::words(words::behind(page.before(first), b";:,.("));
    let opened = led.next().is_some_and(|word| words::is_one_of(word, &["of", "out"])) && led.count() <= OPENING;
    let proportion = words::has_any(tail, &["proportion", "share", "percentage"]);
    let next = page.between(first, last).trim_end().ends_with(',') && page.between(first, last).matches(',').count() == 1;
    (opened && next && (proportion || says_total(page, id))).then_some(Pair { part: last, whole: first, tied: true })
}

/// Words that lead from a part to its share.
const SAYS_SHARE: &[&str] = &[
    "representing",
    "constituting",
    "which",
    "is",
    "are",
    "equal",
    "equivalent",
    "to",
    "or",
    "giving",
    "making",
    "a",
    "the",
    "proportion",
    "share",
    "of",
    "percentage",
    "that",
    "this",
    "i.e",
];
const TAIL: usize = 5;

/// Words from a whole to the share of the part in front of it.
const PREDICATE: usize = 14;

/// "25 per cent of patients were children (4,600 of 18,400)", "accounted for 25 per cent, that is, 4,600 out of 18,400": part and whole stand behind.
fn pair_behind(page: &Page, id: usize) -> Option<Pair> {
    let (part, whole) = (id + 1, id + 2);
    if !page.in_sentence(id).contains(&whole) {
        return None;
    }
    let of = [&["of"][..], &["out", "of"], &["of", "the"], &["out", "of", "the"]].iter().any(|of| says(page.between(part, whole), of));
    let between = page.between(id, part).trim_end();
    let closes = page.after(whole).trim_start().starts_with(')');
    let tail = words::behind(between.trim_end_matches(','), b",(");
    let again = between.ends_with('(') && closes
        || between.ends_with(':')
        || [&["or"][..], &["that", "is"], &["i.e."], &["i", "e"]].iter().any(|said| says(tail, said));
    let plain = words::words(between).count() <= PREDICATE && !between.contains([';', ')']) && between.contains(['(', ':', ',']);
    (of && again && plain && !words::has_any(between, &["and", "while", "but"])).then_some(Pair { part, whole, tied: true })
}

/// "Of 18,400 patients, 25 per cent, or 4,600, were children": the whole in front, the part behind its share.
fn said_after(page: &Page, whole: usize, id: usize, part: usize) -> Option<Pair> {
    let mut led = words::words(words::behind(page.before(whole), b";:,.("));
    let opened = led.next().is_some_and(|word| words::is_one_of(word, &["of", "among", "out"])) && led.count() <= OPENING;
    let front = page.between(whole, id).trim_end();
    let next = front.ends_with(',') && front.matches(',').count() == 1 && !front.contains([';', ':', '(']);
    let between = page.between(id, part).trim();
    let again =
        matches!(between, ", or" | "or" | ", i.e." | ", that is,") || between == "(" && page.after(part).trim_start().starts_with(')');
    (opened && next && again).then_some(Pair { part, whole, tied: true })
}

/// "2,610 million against a budget of 2,780 million, i.e. 93.9%", "34.5 km out of the planned 77.0 km (progress rate 44.8%)".
fn set_against(page: &Page, part: usize, whole: usize, id: usize) -> Option<Pair> {
    let between = page.between(part, whole);
    let led: Vec<&str> = words::backwards(between).take(LED).collect();
    let out_of = led.windows(2).any(|two| matches!(two, ["of", "out"]));
    let near = words::words(between).count() <= AGAINST && !between.contains([',', ';', '(', ':', '.']);
    ((led.contains(&"against") || out_of) && near && says_rate(page, whole, id)).then_some(Pair { part, whole, tied: true })
}

/// Words of "places were approved against a revised annual quota of", and those in front of the figure among which "against" must be.
const AGAINST: usize = 9;
const LED: usize = 6;

/// "(105 per cent of the plan)", ", i.e. 67.3 per cent", ", the progress rate being 76.9%": a share said of all that stands in front of it.
fn says_rate(page: &Page, whole: usize, id: usize) -> bool {
    let between = page.between(whole, id).trim_end();
    let (noun, tail) = (words::up_to(between, b"(,"), words::behind(between, b"(,"));
    let rate = words::words(tail).count() <= RATE
        && words::has_any(tail, &["rate", "ratio", "percentage", "coverage", "achievement", "attainment"]);
    let after = page.after(id).trim_start();
    let plan = || after.starts_with("of ") && words::has_any(words::up_to(after, b",;.()"), words::GOAL);
    let joined = if between.contains('(') {
        (tail.trim().is_empty() || rate) && (after.starts_with(')') || plan())
    } else {
        rate || [&["or"][..], &["i", "e"], &["i.e."], &["that", "is"]].iter().any(|said| says(tail, said))
    };
    joined && words::words(noun).count() <= NOUN && !between.contains([';', ')']) && between.contains(['(', ','])
}

/// Whether a share stands alone in the bracket behind a figure and what it counts.
fn is_alone_in_bracket(page: &Page, figure: usize, id: usize) -> bool {
    let between = page.between(figure, id);
    let open = between.trim_end().strip_suffix('(').is_some_and(|noun| !noun.contains([',', ';', ':', '.', '(']));
    open && words::words(between).count() <= NOUN && page.after(id).trim_start().starts_with(')')
}

/// Words of what is counted.
const NOUN: usize = 5;

/// How a share is joined to the part in front of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// "738, i.e. 3.0%", "11,970 patients (35.0%)".
    Again,
    /// "18,377 cases (clearance rate 92.6%)": it may be of other things.
    Rate,
}

fn joint(page: &Page, part: usize, id: usize) -> Option<Joint> {
    let between = page.between(part, id);
    let tail = words::behind(between, b"(,;:");
    // "against a target of 25,000, the achievement was 24,000, that is 96 per cent"
    if says(tail, &["that", "is"]) {
        return Some(Joint::Again);
    }
    let rate = words::has_any(tail, &["rate", "coverage", "ratio"]);
    let bracket = between.contains('(') && !between.contains(')') && words::words(tail).count() <= BRACKET;
    if rate && words::words(tail).count() <= RATE {
        return Some(Joint::Rate);
    }
    let again = says(tail, &["or"]) || says(tail, &["i", "e"]) || says(tail, &["i.e."]);
    let makes = || words::words(tail).next().is_some_and(|word| words::is_one_of(word, MAKES)) && words::words(tail).count() <= 2;
    // "In a survey with 1,240 replies, 17 per cent of firms": only what is of a total is said of the figure in front.
    let apposed = || tail.trim().is_empty() && between.trim_end().ends_with(',') && says_total(page, id);
    let alone = bracket && tail.trim().is_empty();
    (alone || again || between.contains(',') && makes() || apposed()).then_some(Joint::Again)
}

const MAKES: &[&str] = &["accounting", "representing", "equal", "equivalent", "corresponding", "constituting"];

/// Words in a bracket in front of a share, and those of "giving a gross clearance rate of".
const BRACKET: usize = 3;
const RATE: usize = 7;

/// Sentences to look back for a whole.
const FAR: usize = 8;

/// "reached 8,964.5 billion, equal to 112.1% of the plan assigned (8,000 billion)", "absorbed 94.2 percent of the approved budget of 12.34 billion":
/// the words behind a share lead to its whole, and the part is one of the figures in front.
fn of_whole_behind(page: &Page, id: usize) -> Option<Draft> {
    let whole = Some(id + 1).filter(|next| page.in_sentence(id).contains(next) && is_part(page, *next))?;
    let between = page.between(id, whole).trim();
    let (name, bracket) = between.strip_suffix('(').map_or((between, false), |name| (name, true));
    let of =
        words::words(name).next() == Some("of") && words::words(name).count() <= NAME && !name.contains([',', ';', ':', '(', ')', '.']);
    let states = words::has_any(name, &["had", "has", "have", "was", "were", "is", "are", "with", "than", "who", "which", "that"]);
    let closed = !bracket || page.after(whole).contains(')') && words::has_any(name, AIMED);
    if !of || states || !closed {
        return None;
    }
    let part = |p: &usize| *p < id && is_part(page, *p) && alike(page, *p, whole) && page.brief(*p).kind != Kind::Target;
    let parts: Vec<usize> = page.in_sentence(id).filter(part).collect();
    let fewest = if parts.len() == 1 { 2 } else { 3 };
    let pairs = parts.iter().map(|part| Pair { part: *part, whole, tied: true });
    let (pair, judged, _) = only_near_miss(page, id, pairs.filter_map(|pair| Some((pair, judge(page, id, pair)?))), fewest)?;
    Some(disagreement(page, id, pair, judged))
}

/// Words of "of the revised annual budget in force of".
const NAME: usize = 9;

/// A share of the part in front of it, of one of several wholes: only a digit tells which.
fn likely(page: &Page, id: usize) -> Option<Draft> {
    let part = in_front(page, id).filter(|part| is_part(page, *part))?;
    let joint = joint(page, part, id)?;
    let phrase = phrase_behind(page, id);
    let topic = page.brief(id).topic;
    let size = page.brief(part).rough;
    let said = [page.between(part, id), words::up_to(page.after(id), b",;.")];
    let aimed = said.iter().any(|text| words::has_any(text, AIMED) || words::has_any(text, &["coverage"]));
    let whole = |w: &usize| {
        let q = page.brief(*w);
        *w < id
            && *w != part
            && q.topic == topic
            && (q.kind != Kind::Target || aimed)
            && page.is_amount(*w)
            && is_exact(page, *w)
            && q.is_without(Trait::PER | Trait::PART)
            && alike(page, part, *w)
            && !q.unit.is_time()
            && (q.rough > size || joint == Joint::Rate && q.rough * 2.0 > size)
    };
    let wholes: Vec<usize> = page.around(id, FAR, 0).filter(whole).collect();
    let pairs = wholes.iter().map(|whole| Pair { part, whole: *whole, tied: true });
    let (pair, judged, _) = only_near_miss(page, id, pairs.filter_map(|pair| Some((pair, judge(page, id, pair)?))), 2)?;
    let named = !phrase.content.is_empty() && phrase.content.common(&described(page, pair.whole)) > 0;
    let ties = is_tied(page, id, pair, joint, &phrase.content, named, &wholes);
    let sure = if digits(page, id) > 2 { ties } else { ties && (named || wholes.len() == 1) };
    sure.then(|| disagreement(page, id, pair, judged))
}

fn is_part(page: &Page, part: usize) -> bool {
    let q = page.brief(part);
    page.is_amount(part) && is_exact(page, part) && q.is_without(Trait::PER) && !q.unit.is_time() && digits(page, part) > 2
}

/// Whether words or place speak for a whole: the share names it, it stands in the sentence or is what its topic begins with, or counts the same.
fn is_tied(page: &Page, id: usize, pair: Pair, joint: Joint, phrase: &Content, named: bool, wholes: &[usize]) -> bool {
    let Pair { part, whole, .. } = pair;
    if named {
        return true;
    }
    // "3.0% of operations": of nothing else.
    let aimed = words::has_any(page.before(whole), AIMED) || words::has_any(words::up_to(page.after(whole), b",;."), AIMED);
    let behind = words::up_to(page.after(id), b",;.");
    // "38% of the national total": of another region's.
    if words::has_any(behind, LARGER) {
        return false;
    }
    if !phrase.is_empty() && behind.trim_start().starts_with("of ") && !says_total(page, id) {
        return aimed && words::has_any(behind, AIMED);
    }
    let beside = page.sentence_of(whole) == page.sentence_of(id);
    // What a topic begins with is its subject.
    let first = wholes.first().is_some_and(|first| page.sentence_of(*first) == page.sentence_of(whole));
    let nouns = page.noun_stem(part).zip(page.noun_stem(whole));
    let persons = page.is(part, Trait::PERSONS) && page.is(whole, Trait::PERSONS);
    let same = persons || nouns.is_none_or(|(one, other)| one == other);
    match joint {
        Joint::Again => same && (beside || first) || aimed || first && beside,
        Joint::Rate => beside || first || aimed,
    }
}

/// Words of those whom a coverage is of.
const AIMED: &[&str] = &[
    "target",
    "planned",
    "plan",
    "eligible",
    "population",
    "budget",
    "budgeted",
    "credit",
    "quota",
    "need",
    "estimated",
    "approved",
    "allocation",
    "allocated",
    "goal",
    "sanctioned",
    "required",
];

/// Words of a larger region than the report's.
const LARGER: &[&str] = &["national", "nation", "nationwide", "country", "world", "worldwide", "global", "international", "european"];

/// "30% of the total", "30% of the region's total".
fn says_total(page: &Page, id: usize) -> bool {
    words::words(page.after(id)).take(4).any(|word| words::is_one_of(word, &["total", "all"]))
}
