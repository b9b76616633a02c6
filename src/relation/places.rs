//! Names and counts of places: what is a part of the region by its name, by its nature, or by its number.

use super::Context;
use super::subject::is_authority;
use super::told::is_proper;
use crate::analysis::Amount;
use crate::language::{Class, ReadText};
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// So many places at the most are a handful: some of the region's, not all of them.
const HANDFUL: i64 = 6;

/// Words of the name of an area at most.
pub(super) const AREA_NAME: usize = 4;

/// Tokens that may stand between a number and the place that it counts.
const ADJECTIVES: usize = 3;

/// "Laishui County", "Kulun Banner": a proper name with its kind behind it. Villages and areas are left out: their names are titles of
/// programmes as often ("Entire Village Advancement"). Behind "including" a name is an example.
pub(super) fn names_place(context: &Context, t: usize, start: usize) -> bool {
    let read = context.read;
    if t <= start || !is_capital(context, t) {
        return false;
    }
    let kind = matches!(
        read.str(t),
        "County" | "City" | "Prefecture" | "District" | "Banner" | "League" | "Township" | "Town" | "Mandal" | "Taluk" | "Parish"
    ) || matches!(
        read.str(t),
        "Ward"
            | "Tehsil"
            | "Taluka"
            | "Tahsil"
            | "Upazila"
            | "Thana"
            | "Woreda"
            | "Kebele"
            | "Barangay"
            | "Borough"
            | "Municipality"
            | "Commune"
    );
    // "in Elm Village": where something is, no title of a programme.
    let village = || {
        let name = (start.max(t.saturating_sub(AREA_NAME))..t).rev().take_while(|i| is_capital(context, *i)).last();
        read.str(t) == "Village" && name.is_some_and(|n| n > start && matches!(read.str(n - 1), "in" | "at" | "from"))
    };
    let kind = kind || village();
    if !kind {
        return false;
    }
    let example = || {
        let before = (start..t).rev().find(|i| !is_capital(context, *i));
        before.is_some_and(|i| read.word_is(i, Class::PARTS))
    };
    let named = is_capital(context, t - 1) && !read.word_is(t - 1, Class::STOP | Class::PLACE | Class::WHOLE) && !is_all(read.str(t - 1));
    (named || apostrophe_name(context, t - 1)) && !example()
}

/// "Entire Township Advancement": a title, no name of a township.
fn is_all(word: &str) -> bool {
    matches!(word, "Entire" | "Whole" | "Every" | "Each" | "All")
}

/// "in the Marsh areas", "in the Tall Hill Mountain Area", "for the Shore region": a proper name in front of an area, behind a
/// preposition that says where. The name of the section's own region and its inhabitants' is none. `t` is the area.
pub(super) fn names_area(context: &Context, t: usize) -> bool {
    let read = context.read;
    if !matches!(read.str(t), "area" | "areas" | "region") {
        return false;
    }
    let name = (t.saturating_sub(AREA_NAME)..t).rev().take_while(|i| is_capital(context, *i) && !is_all(read.str(*i))).last();
    let Some(first) = name.filter(|first| !read.word_is(*first, Class::STOP)) else { return false };
    let article = first > 0 && read.str(first - 1) == "the";
    let lead = first.checked_sub(if article { 2 } else { 1 });
    let placed = lead.is_some_and(|p| matches!(read.str(p), "in" | "of" | "for" | "to" | "and" | "from"));
    placed
        && !(first..t)
            .any(|i| context.is_of_region(i) || read.word_is(i, Class::WHOLE | Class::PLACE) && !matches!(read.str(i), "Mountain"))
}

/// "in Marsh", "across the Tall Hills", "throughout Upper Fenn and Lower Fenn": a proper name behind a preposition that says where. Words that the
/// vocabulary knows, abbreviations and names in front of a noun of their own ("in Rain Plan villages") are none. `t` is the preposition.
pub(super) fn names_locality(context: &Context, t: usize) -> bool {
    let read = context.read;
    if !matches!(
        read.str(t),
        "in" | "In"
            | "within"
            | "throughout"
            | "across"
            | "Within"
            | "Throughout"
            | "Across"
            | "around"
            | "near"
            | "outside"
            | "Around"
            | "Near"
            | "Outside"
            | "at"
            | "At"
            | "along"
            | "Along"
    ) {
        return false;
    }
    // "ranks second in the Marl Delta": of what a rank is told.
    let rank =
        || t > 1 && read.word_is(t - 1, Class::ORDINAL) && matches!(read.str(t - 2), "ranks" | "ranked" | "ranking" | "came" | "stands");
    // "twice as many as in Marsh": with what something is compared.
    let compared = || t > 0 && matches!(read.str(t - 1), "than" | "as");
    if t > 0 && (is_venue(read.str(t - 1)) || is_seat(read.str(t - 1))) || compared() || rank() {
        return false;
    }
    let first = if read.str(t + 1) == "the" { t + 2 } else { t + 1 };
    // "in the capital Monrovia"
    let first = if read.str(first) == "capital" { first + 1 } else { first };
    let end = (first..first + AREA_NAME).find(|i| !is_capital(context, *i) || !read.is_word(*i)).unwrap_or(first);
    // "in the Hill Region"
    let region = |i: usize| i > first && matches!(read.str(i), "Region" | "Division" | "Zone");
    let kind = |i: usize| read.word_is(i, Class::PLACE) || region(i) || read.word_is(i, Class::WHOLE) && read.str(i).ends_with('s');
    (first..end).any(|i| is_proper(context, i))
        && (first..end).all(|i| is_proper(context, i) || kind(i))
        && ends_name(read, behind_kind(read, end))
        && !is_body(read.str(end - 1))
}

/// "the district of Lola", "the towns of Upper Fenn and Pell": the kind of a place in front of its name. `t` is the kind.
pub(super) fn names_kind_first(context: &Context, t: usize) -> bool {
    let read = context.read;
    if !(t + 1..=t + KIND).any(|of| read.str(of) == "of" && is_capital(context, of + 1)) {
        return false;
    }
    let kind =
        behind_kind(read, t).max(t + usize::from(matches!(read.str(t), "towns" | "cities" | "villages" | "provinces" | "states" | "port")));
    kind > t && read.str(kind) == "of" && is_proper(context, kind + 1) && !makes_up(read, t)
}

/// "The region is made up of the districts of Marsh and Fenn": all that there are of them. `t` is the kind of place.
pub(super) fn makes_up(read: &ReadText, t: usize) -> bool {
    let front = (t.saturating_sub(ADJECTIVES)..t).rev();
    let lead = front
        .into_iter()
        .find(|p| !read.word_is(*p, Class::DETERMINER | Class::DIGITS) && !matches!(read.str(*p), "three" | "four" | "five"));
    lead.is_some_and(|p| match read.str(p) {
        "comprises" | "comprise" | "comprising" | "embraces" => true,
        "of" => p > 0 && matches!(read.str(p - 1), "up" | "consists" | "consist" | "consisting" | "composed" | "comprised"),
        _ => false,
    })
}

/// Whether nothing at token `t` goes on with a noun phrase.
fn ends_name(read: &ReadText, t: usize) -> bool {
    !read.is_word(t)
        || matches!(read.str(t), "itself" | "alone")
        || read.word_is(t, Class::STOP | Class::AUXILIARY | Class::VERB | Class::PREPOSITION | Class::AND)
}

/// Behind "district", "health zone", "local government area" at token `t`: what sort of place the name in front of it names.
pub(super) fn behind_kind(read: &ReadText, t: usize) -> usize {
    let kind = |i: usize| {
        matches!(
            read.str(i),
            "province"
                | "state"
                | "territory"
                | "territories"
                | "zone"
                | "zones"
                | "district"
                | "districts"
                | "county"
                | "counties"
                | "municipality"
                | "governorate"
                | "oblast"
                | "valley"
                | "island"
                | "islands"
                | "peninsula"
                | "basin"
                | "delta"
                | "belt"
                | "command"
                | "archipelago"
                | "plateau"
                | "highlands"
                | "coast"
                | "camp"
                | "camps"
                | "settlement"
                | "settlements"
                | "atoll"
                | "village"
                | "city"
                | "town"
                | "ward"
                | "wards"
                | "township"
                | "commune"
                | "communes"
                | "borough"
                | "parish"
                | "upazila"
                | "tehsil"
                | "taluk"
                | "woreda"
        )
    };
    let goes_on = |i: usize| read.is_word(i) && !read.word_is(i, Class::STOP);
    (t..t + KIND).find(|i| kind(*i) || !goes_on(*i)).filter(|i| kind(*i)).map_or(t, |i| i + 1)
}

/// Tokens of such a kind.
const KIND: usize = 3;

/// "4 in Marsh News Agency", "in the Fenn Gazette": a name that ends so is no place's.
pub(super) fn is_body(word: &str) -> bool {
    is_authority(word)
        || matches!(word, "Daily" | "News" | "Website" | "Times" | "Journal" | "Magazine" | "Television" | "TV" | "Station" | "Online")
        || matches!(word, "Press" | "Gazette" | "Post" | "Herald" | "Radio" | "Hospital" | "Company" | "Network")
        || matches!(word, "Trust" | "Partnership" | "Foundation" | "Benefit" | "Allowance" | "Pension" | "Grant" | "Loan" | "Bonus")
        || matches!(word, "Convention" | "Group" | "Institute" | "College" | "Association" | "Society")
        || matches!(
            word,
            "System" | "Survey" | "Census" | "Framework" | "Index" | "Initiative" | "Strategy" | "Project" | "Mission" | "Policy"
        )
        || matches!(word, "Review" | "Database" | "Register" | "Portal" | "Summit" | "Forum" | "Agreement" | "Treaty" | "Protocol" | "Law")
}

/// Where a meeting was held is not what it tells of; what is mostly in one place is elsewhere, too.
fn is_venue(word: &str) -> bool {
    matches!(word, "held" | "convened" | "concentrated" | "distributed")
}

/// "The centre in Marsh trained 380 nurses": whose seat a place is works beyond it.
fn is_seat(word: &str) -> bool {
    matches!(
        word,
        "centre"
            | "center"
            | "institute"
            | "institution"
            | "office"
            | "headquarters"
            | "bureau"
            | "university"
            | "laboratory"
            | "academy"
            | "ministry"
    )
}

pub(super) fn is_capital(context: &Context, t: usize) -> bool {
    context.read.tokens.get(t).is_some_and(|k| k.capital)
}

/// "Xing'an": the part of a name behind its apostrophe is in lower case.
fn apostrophe_name(context: &Context, t: usize) -> bool {
    let glued = |i: usize| context.read.tokens.get(i).is_some_and(|k| !k.spaced);
    let mark = t > 1 && matches!(context.read.str(t - 1), "'" | "’") && glued(t) && glued(t - 1);
    mark && context.read.str(t) != "s" && is_capital(context, t - 2)
}

/// "in border areas", "China Foundation", but not "20 model counties", whose number tells how many of the region's they are, and not the
/// foundation of something.
pub(super) fn is_partial(context: &Context, t: usize) -> bool {
    let read = context.read;
    // "The island's forests": the region itself, where no other place has been named.
    let pointed = read.str(t) == "island" && t > 0 && matches!(read.str(t - 1), "the" | "The" | "this" | "This");
    if pointed && !(t.saturating_sub(NAMED)..t - 1).any(|p| is_proper(context, p)) {
        return false;
    }
    // "190 trips had been sampled" says what was done.
    let done = read.str(t) == "sampled" && t > 0 && read.word_is(t - 1, Class::AUXILIARY);
    read.phrase_is(t, Class::PARTIAL) && read.str(t) != "foundation" && !done && !is_counted(context, t)
}

/// Tokens in front of an island in which its name may stand.
const NAMED: usize = 40;

/// "in the village", "the town's", "this village built": one place, spoken of before; not "the village level". `t` is the place.
pub(super) fn is_one_place(context: &Context, t: usize) -> bool {
    let read = context.read;
    let one = matches!(read.str(t), "village" | "town" | "township" | "hamlet" | "parish");
    let pointed = one && t > 0 && matches!(read.str(t - 1), "the" | "this" | "that" | "The" | "This");
    pointed && (!read.is_word(t + 1) && !read.is_mark(t + 1, '-') || read.word_is(t + 1, Class::STOP | Class::VERB | Class::AUXILIARY))
}

/// "the pilot villages": places that were chosen, without a count of them. `t` is the place.
pub(super) fn is_trial(context: &Context, t: usize) -> bool {
    let read = context.read;
    let chosen = t.checked_sub(1).filter(|p| read.word_is(*p, Class::PILOT) && !read.str(*p).eq_ignore_ascii_case("demonstration"));
    let numbered = |p: usize| p > 1 && read.str(p - 1) == "of" && matches!(read.str(p - 2), "number" | "numbers");
    chosen.filter(|p| !numbered(*p)).is_some_and(|p| read.word_is(t, Class::PLACE) && read.str(t).ends_with('s') && !is_counted(context, p))
}

/// Whether the word at `t` belongs to the noun that a figure counts.
fn is_counted(context: &Context, t: usize) -> bool {
    let mut near = (t.saturating_sub(ADJECTIVES)..t).rev();
    near.find(|f| context.is_figure(*f) || context.read.word_is(*f, Class::STOP)).is_some_and(|f| context.is_figure(f))
}

/// "For key counties, the province pays ...; for other counties, ...": some of them, set apart from the rest. `t` is the place.
pub(super) fn is_set_apart(context: &Context, t: usize, start: usize) -> bool {
    let read = context.read;
    if !read.is_mark(t + 1, ',') || !read.word_is(t, Class::COUNTY) || !read.str(t).ends_with('s') {
        return false;
    }
    let mut front = (t.saturating_sub(ADJECTIVES).max(start)..t).rev().take_while(|p| !context.ends_clause(*p) && !context.is_figure(*p));
    let opens = |p: usize| p == start || p > start && read.is_mark(p - 1, ';');
    front.any(|p| matches!(read.str(p), "For" | "for" | "In" | "in") && opens(p) && p + 1 < t)
}

/// Whether figure `j` counts places of any size.
pub(super) fn counts_places(context: &Context, mentions: &[Mention], j: usize) -> bool {
    counts(context, mentions, j, Class::PLACE)
}

/// Whether figure `j` counts places of which a region has some dozens.
pub(super) fn counts_counties(context: &Context, mentions: &[Mention], j: usize) -> bool {
    counts(context, mentions, j, Class::COUNTY)
}

fn counts(context: &Context, mentions: &[Mention], j: usize, class: Class) -> bool {
    mentions.get(j).and_then(|m| m.noun).is_some_and(|n| context.read.word_is(n.head, class))
}

/// "four counties", "three prefectures": a few of the places that the region has many of.
pub(super) fn is_handful(context: &Context, mentions: &[Mention], j: usize) -> bool {
    let few = |m: &Mention| m.per.is_none() && matches!(m.amount, Amount::One(v) | Amount::Range(_, v) if v <= Decimal::from(HANDFUL));
    // "In two villages": of hundreds; "the two valleys" are all that there are.
    let definite = || context.before(j).next_back().is_some_and(|t| matches!(context.read.str(t), "the" | "The"));
    let two = |m: &Mention| m.amount.one().is_some_and(|v| v <= Decimal::TWO);
    let fewest = || mentions.get(j).is_some_and(two) && counts_places(context, mentions, j) && !definite();
    (counts_counties(context, mentions, j) || fewest())
        && mentions.get(j).is_some_and(few)
        && !holds_many(context, mentions, j)
        && !listed_with_many(context, mentions, j)
}

fn counts_many(context: &Context, mentions: &[Mention], j: usize) -> bool {
    let bounds = mentions.get(j).filter(|_| counts_counties(context, mentions, j)).and_then(|m| m.amount.bounds());
    bounds.is_some_and(|(low, _)| low > Decimal::from(HANDFUL))
}

/// "28 counties in four prefectures": so many that the few are spread over the region.
fn holds_many(context: &Context, mentions: &[Mention], j: usize) -> bool {
    let held = context.gap(j).len() <= 2 && context.lead(j).is_some_and(|t| matches!(context.read.str(t), "in" | "of"));
    held && context.previous(j).is_some_and(|i| counts_many(context, mentions, i))
}

/// "22 districts and four counties": the few go on a list of many.
fn listed_with_many(context: &Context, mentions: &[Mention], j: usize) -> bool {
    let behind = context.next(j).filter(|n| context.continues_list(*n));
    context.continues_list(j) && counts_many(context, mentions, j - 1) || behind.is_some_and(|n| counts_many(context, mentions, n))
}

/// "14 pilot counties": the places of a trial.
pub(super) fn is_trial_count(context: &Context, mentions: &[Mention], j: usize) -> bool {
    let noun = mentions.get(j).and_then(|m| m.noun).filter(|n| context.read.word_is(n.head, Class::COUNTY));
    noun.is_some_and(|n| (n.first..n.head).any(|t| context.read.word_is(t, Class::PILOT)))
}

/// "the five key cities", "the province's five counties": all that there are of them.
pub(super) fn is_definite(context: &Context, j: usize) -> bool {
    let read = context.read;
    let after = context.after(j);
    let stop = after.clone().take(6).find(|t| read.word_is(*t, Class::STOP) && !read.word_is(*t, Class::AND));
    let within = stop.is_some_and(|t| matches!(read.str(t), "of" | "in"));
    !within && context.before(j).next_back().is_some_and(|t| matches!(read.str(t), "the" | "The" | "s" | "its" | "their" | "all" | "these"))
}
