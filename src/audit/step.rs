//! Former and new level of one thing in a sentence, which a rate or an increase beside them may speak of.

use super::former::is_former;
use super::page::Page;
use super::words;
use crate::analysis::{Kind, Unit};
use rust_decimal::Decimal;

/// Two levels of one thing, and whether the text itself ties them to the rate.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub(super) former: usize,
    pub(super) new: usize,
    pub(super) tied: bool,
}

impl Step {
    /// Whether neither level is so many times the other.
    pub(super) fn is_within(self, page: &Page, times: i64) -> bool {
        let size = |id: usize| page.printed(id).map(|level| level.point.abs());
        let (Some(a), Some(b)) = (size(self.former), size(self.new)) else { return false };
        a.min(b).checked_mul(Decimal::from(times)).is_none_or(|most| most >= a.max(b))
    }

    /// "6.1%, 0.5 points below the national rate and well below the 13.3% of 2015": whether a gap is to something else than these levels.
    pub(super) fn is_held_apart(self, page: &Page, id: usize) -> bool {
        let own = || self.former > id && words::has_any(page.between(id, self.former), &["and"]);
        page.brief(id).kind == Kind::Gap && (own() || is_off_a_level(page, id))
    }
}

/// Pairs of former and new level that a rate or an increase may speak of.
pub(super) fn steps(page: &Page, id: usize) -> Vec<Step> {
    let sentence = page.in_sentence(id);
    let rate = page.get(id).is_some_and(|q| q.unit.is_relative());
    let unit = page.get(id).map(|q| q.unit);
    let points = unit == Some(Unit::PercentagePoint);
    let level = |i: &usize| {
        page.is_amount(*i) && (rate || page.get(*i).map(|q| q.unit) == unit)
            || points && page.get(*i).is_some_and(|q| q.unit == Unit::Percent && q.kind != Kind::Growth)
    };
    // "grew by 94, from 1,142 to 1,218, against a planned 1,240": nobody has reached what is planned.
    let planned = |i: usize| page.brief(i).kind == Kind::Target;
    let levels: Vec<usize> = sentence.filter(|i| *i != id).filter(level).collect();
    // "a rise of 41 per cent, though still 12 per cent short of the 3.25 million of 2019": what another rate is to.
    let of_gap = |former: usize| {
        let gap = former.checked_sub(1).filter(|g| *g != id && page.in_sentence(id).contains(g));
        gap.is_some_and(|g| page.brief(g).kind == Kind::Gap && page.brief(g).unit.is_relative()) && page.brief(id).kind == Kind::Growth
    };
    let formers: Vec<usize> = levels.iter().copied().filter(|i| is_former(page, *i) && !of_gap(*i)).collect();
    let mut steps = Vec::new();
    for former in formers.iter().copied() {
        // "pay averaged 4,318, while the hourly rate rose from 23.50 to 27.70": what it rose from is told of what it rose to.
        let spanned = || {
            let between = page.between(former, former + 1);
            !between.contains([',', ';', '.']) && !words::has_any(between, &["and", "or"])
        };
        let next = page.in_sentence(id).contains(&(former + 1)) && page.led_by(former + 1, &["to"]);
        let paired = next && page.led_by(former, &["from"]) && spanned();
        let alike = |n: &usize| {
            *n != former
                && (!paired || *n == former + 1)
                && !formers.contains(n)
                && (planned(id) || planned(former) || !planned(*n))
                && page.get(*n).map(|q| q.unit) == page.get(former).map(|q| q.unit)
                && same_noun(page, *n, former)
                && same_rate(page, *n, former)
        };
        let mut news: Vec<usize> = levels.iter().copied().filter(alike).collect();
        news.sort_by_key(|n| n.abs_diff(former));
        // "increased from 412 to 486, or by 18%, whereas savings reached 152": the two are told as one step.
        let from_to = |new: usize| former + 1 == new && page.led_by(new, &["to"]) && page.led_by(former, &["from"]);
        // "486 apprentices, compared with 405 in 2018, an increase of 22 percent; 35 of them": the two stand side by side, and the rate is of the first.
        let apart = |new: usize| former.abs_diff(new) - usize::from(new < id && id < former);
        let side_by_side = |new: usize| page.get(id).and_then(|q| q.base) == Some(new as u32) && apart(new) == 1;
        let single = |new: usize| formers.len() == 1 && (news.len() == 1 || from_to(new) || side_by_side(new));
        let rates = page.in_sentence(id).filter(|i| page.get(*i).is_some_and(|q| matches!(q.kind, Kind::Growth))).count();
        let base = page.get(id).and_then(|q| q.base).map(|b| b as usize);
        steps.extend(news.iter().copied().map(|new| Step {
            former,
            new,
            tied: !is_driver(page, id)
                && !is_reckoned_otherwise(page, id)
                && single(new)
                // "fell from 512 to 498, while Marsh saw a fall of 11%": of another area.
                && page.get(id).map(|q| q.scope) == page.get(new).map(|q| q.scope)
                && rates <= 1
                // "While costs rose by 3.1%, admissions rose from 16,000 to 18,400": of costs.
                && (base.is_some() || !is_parted(page, id, former.min(new), former.max(new)))
                && base.is_none_or(|b| b == new || b == former)
                && !since_another_year(page, id, former)
                && !compared_apart(page, id, former),
        }));
    }
    steps.extend(step_beside(page, id, &levels, &formers));
    steps.extend(step_before(page, id));
    steps.extend(step_apart(page, id));
    steps
}

/// "Calls rose from 5,529 in 2019 to 7,103. This is an increase of 28.5%": the step of the sentence before, taken up by the rate that opens the next.
fn step_before(page: &Page, id: usize) -> Option<Step> {
    let q = page.get(id).filter(|q| q.unit == Unit::Percent && q.base_rule.as_deref() == Some("taken_up"))?;
    let new = q.base? as usize;
    let next = page.sentence_of(new) + 1 == page.sentence_of(id);
    // "This was an increase of 28.5% over the 5,529 of 2019"
    let behind = Some(id + 1).filter(|f| page.in_sentence(id).contains(f) && is_over(page.between(id, *f)));
    let (former, own) = behind.map(|f| (f, true)).or_else(|| Some((former_beside(page, new)?, false)))?;
    let alike = page.is_amount(former) && page.get(former).map(|f| f.unit) == page.get(new).map(|n| n.unit);
    let alone = page.in_sentence(id).len() == 1 + usize::from(own);
    // "This is 28.5% more than in 2015": of another year.
    let dated = || page.sentence(id).split(|c: char| !c.is_ascii_digit()).any(|word| word.len() == 4);
    (alike && next && alone).then(|| Step { former, new, tied: own || !dated() })
}

/// Whether a semicolon or the comma of another clause parts a rate from two levels behind it, or from two in front.
fn is_parted(page: &Page, id: usize, first: usize, last: usize) -> bool {
    let between = if id < first { page.between(id, first) } else { page.between(last, id) };
    let said = || words::words(between).any(|word| [words::RISE, words::FALL, STATES].iter().any(|list| words::is_one_of(word, list)));
    // "an increase of 15% in admissions, from 16,000 to 18,400": of the same.
    (id < first || last < id) && (between.contains(';') || between.contains(',') && said())
}

/// Verbs of a statement of its own.
const STATES: &[&str] = &["was", "were", "came", "stood", "reached", "totalled", "totaled", "amounted", "averaged", "ranged"];

/// What a level is told to have come from in its sentence: "rose from 5,529 to 7,103", "7,103, compared with 5,529 the year before".
fn former_beside(page: &Page, new: usize) -> Option<usize> {
    let from = new.checked_sub(1).filter(|f| page.led_by(*f, &["from"]) && page.led_by(new, &["to"]));
    let behind = || Some(new + 1).filter(|f| page.in_sentence(new).len() == 2 && is_former(page, *f));
    from.or_else(behind).filter(|f| page.in_sentence(new).contains(f))
}

/// Whether a rate is told over the level behind these words: "over the", "on".
fn is_over(between: &str) -> bool {
    let mut words = words::words(between);
    words.next().is_some_and(|word| words::is_one_of(word, &["over", "on", "from"]))
        && words.all(|word| words::is_one_of(word, &["the", "some", "about"]))
}

/// "In 2019 the rate was 5.2%. In 2020 it stood at 6.4%, an increase of 1.2 points": the one level of the sentence before, of an earlier year, may be the
/// former one if it fits.
fn step_apart(page: &Page, id: usize) -> Option<Step> {
    let new = page.get(id)?.base? as usize;
    let sentence = page.in_sentence(id);
    let former =
        sentence.start.checked_sub(1).filter(|f| new < id && new == sentence.start && page.sentence_of(*f) + 1 == page.sentence_of(id))?;
    let (then, now) = (page.get(former)?, page.get(new)?);
    let alike =
        then.unit == now.unit && then.per == now.per && then.kind == now.kind && then.year < now.year && same_noun(page, former, new);
    (alike && page.in_sentence(former).len() == 1).then_some(Step { former, new, tied: false })
}

/// "12.4% more than in the previous year (69.8 million)", "2.8% over the budget of 14.2 million", "with respect to the 1,767 million of 2009": a level close by that no
/// word makes the former one of the base may be it if it fits.
fn step_beside<'p>(page: &'p Page, id: usize, levels: &'p [usize], formers: &'p [usize]) -> impl Iterator<Item = Step> + 'p {
    let rate = page.get(id).filter(|q| q.unit == Unit::Percent);
    let base = rate.and_then(|q| q.base).map(|b| b as usize).filter(|b| levels.contains(b));
    let beside = move |new: usize, former: usize| {
        former != new
            && !formers.contains(&former)
            && former.abs_diff(id) <= BESIDE
            && page.get(new).map(|q| q.unit) == page.get(former).map(|q| q.unit)
            && same_noun(page, new, former)
            && same_rate(page, new, former)
    };
    let former = move |new: usize| levels.iter().copied().filter(move |former| beside(new, *former));
    base.into_iter().flat_map(move |new| former(new).map(move |former| Step { former, new, tied: false }))
}

/// Figures from a rate to a level that may be the former one.
const BESIDE: usize = 2;

/// "up by 38% over a year earlier as well as from 415 million in July": the rate has its own comparison, and the level is another's.
fn compared_apart(page: &Page, id: usize, former: usize) -> bool {
    let told = if id < former { page.between(id, former) } else { "" };
    let joined = words::find_word(told, "and").or_else(|| told.find("as well as"));
    let own = joined.and_then(|at| told.get(..at)).unwrap_or_default();
    // "up 36 million from the May count and up 209 million from 2,764 million in 2014"
    words::has_any(own, &["from", "than", "against"])
        || words::has_any(own, &["year earlier", "year ago", "year before", "previous year", "last year", "year-on-year", "preceding year"])
}

/// "increased from 7.66 to 10.03 billion, mainly due to an increase of 2.93 billion in grants": of something else.
fn is_driver(page: &Page, id: usize) -> bool {
    words::has_any(page.before(id), words::CAUSES)
}

/// "from 1,490 to 1,580, up 2.0 per cent a year", "an average annual rise of 3%", "up 3.1 per cent in real terms": no rate from one level to the other.
fn is_reckoned_otherwise(page: &Page, id: usize) -> bool {
    let clause = words::up_to(page.after(id), b",;.()");
    let mut behind = words::words(clause);
    let (first, second, third) = (behind.next().unwrap_or_default(), behind.next().unwrap_or_default(), behind.next().unwrap_or_default());
    let each_year = matches!(first, "a" | "per" | "each" | "every") && matches!(second, "year" | "annum");
    let ago = words::is_one_of(third, &["earlier", "ago", "before", "previously"]);
    let front = words::behind(page.before(id), b",;(");
    each_year && !ago
        || first == "annually"
        || words::has_any(clause, &["in real terms", "at constant prices", "after inflation"])
        || words::has_any(front, &["average annual", "annual average", "compound", "in real terms"])
}

/// Whether two levels are told of the same one thing or so many, where both say it.
fn same_rate(page: &Page, a: usize, b: usize) -> bool {
    let many = |id: usize| page.get(id).and_then(|q| q.per.as_deref()).is_some_and(|per| per.starts_with(|c: char| c.is_ascii_digit()));
    many(a) == many(b)
}

fn same_noun(page: &Page, a: usize, b: usize) -> bool {
    match (page.noun(a), page.noun(b)) {
        (Some(x), Some(y)) => x == y,
        _ => true,
    }
}

/// "rose from 8.1% to 8.5% in March, 3.4 points higher than in 2008": a change since another year than that of the former level.
fn since_another_year(page: &Page, id: usize, former: usize) -> bool {
    let then = page.get(former).and_then(|q| q.year);
    let clause = page.after(id).split([',', ';', '.']).next().unwrap_or("");
    let named = words::words(clause).filter(|word| word.len() == 4).filter_map(|word| word.parse::<i32>().ok());
    words::has_any(clause, words::FORMER) && named.into_iter().any(|year| (1900..=2100).contains(&year) && then != Some(year))
}

/// "rose to 67.4% from 61.9%, still 4.1 points below the national average": what it is held against is not told.
fn is_off_a_level(page: &Page, id: usize) -> bool {
    let after = page.after(id);
    let clause = words::up_to(after, b",;.()");
    let off = [
        "above the",
        "below the",
        "above its",
        "below its",
        "short of the",
        "short of its",
        "under the",
        "over the",
        "behind the",
        "ahead of the",
    ];
    let told = clause.len() == after.len() && page.in_sentence(id).contains(&(id + 1));
    words::has_any(clause, &off) && !told
}
