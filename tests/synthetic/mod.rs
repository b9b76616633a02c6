//! Made-up reports with known answers: statements that add up, and at most one planted slip.
//!
//! Everything follows from a seed by a fixed sequence of pseudo-random numbers, so that each run makes the same reports.

mod more;

/// What a statement relates, and where a slip may sit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Relation {
    Sum,
    Part,
    Share,
    Increase,
    FromTo,
    Average,
    Repeat,
    Household,
    List,
    Malformed,
    Scale,
    WholeNumber,
    House,
    Direction,
    PersonTimes,
    Outcome,
    Fulfilment,
    Levels,
    TwoSections,
    Magnitude,
}

pub(crate) const RELATIONS: [Relation; 20] = [
    Relation::Sum,
    Relation::Part,
    Relation::Share,
    Relation::Increase,
    Relation::FromTo,
    Relation::Average,
    Relation::Repeat,
    Relation::Household,
    Relation::List,
    Relation::Malformed,
    Relation::Scale,
    Relation::WholeNumber,
    Relation::House,
    Relation::Direction,
    Relation::PersonTimes,
    Relation::Outcome,
    Relation::Fulfilment,
    Relation::Levels,
    Relation::TwoSections,
    Relation::Magnitude,
];

/// Those that take sections of their own.
const OF_SECTIONS: [Relation; 2] = [Relation::TwoSections, Relation::Magnitude];

/// A report, and the slip in it.
pub(crate) struct Report {
    pub(crate) text: String,
    /// The relation with a slip and the bytes of its statement.
    pub(crate) planted: Option<(Relation, std::ops::Range<usize>)>,
}

/// Statements of a report.
const STATEMENTS: usize = 7;

/// The report of a seed; every second one holds a slip.
pub(crate) fn report(seed: u64) -> Report {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d);
    let mut kinds = RELATIONS.to_vec();
    for i in (1..kinds.len()).rev() {
        kinds.swap(i, dice.below(i as u64 + 1) as usize);
    }
    kinds.truncate(STATEMENTS);
    kinds.sort_by_key(|kind| OF_SECTIONS.contains(kind));
    let slip = (seed % 2 == 1).then(|| dice.below(STATEMENTS as u64) as usize);
    let mut text = String::from("Kenya\nOverview\n");
    let mut planted = None;
    for (i, kind) in kinds.iter().enumerate() {
        let start = text.len();
        text.push_str(&statement(*kind, slip == Some(i), &mut dice));
        if slip == Some(i) {
            planted = Some((*kind, start..text.len()));
        }
        text.push(' ');
        if dice.below(3) == 0 && !OF_SECTIONS.contains(kind) {
            text.push_str(dice.pick(&FILLERS));
            text.push(' ');
        }
    }
    text.push('\n');
    Report { text, planted }
}

/// A pseudo-random sequence (splitmix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high - low + 1)
    }

    fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.below(from.len() as u64) as usize]
    }
}

const FILLERS: [&str; 5] = [
    "Officials visited the district in spring.",
    "The work went on in 14 districts and 3 towns.",
    "Teachers and nurses took part in the work.",
    "The office kept 26 cars and bought 9 tents.",
    "Rain delayed the work by two weeks.",
];
const SECTORS: [&str; 6] = ["rural roads", "drinking water", "health posts", "school meals", "forest planting", "flood control"];
const THINGS: [&str; 5] = ["clinics", "wells", "schools", "bridges", "libraries"];
const NAMES: [&str; 9] = ["Aston", "Burley", "Corwen", "Denby", "Elmley", "Farndon", "Garston", "Hexham", "Ilkley"];

/// Money in hundredths of a million, as one of three styles prints it.
fn money(hundredths: u64, style: u64) -> String {
    let number = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    match style {
        0 => format!("{number} million yuan"),
        1 => format!("US$ {number} million"),
        _ => format!("{number} million euros"),
    }
}

fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// A rate in tenths of a per cent, rounded.
fn tenths(part: u64, whole: u64) -> u64 {
    (part * 2000 + whole) / (whole * 2)
}

fn percent(tenths: u64) -> String {
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// The number with two neighbouring unequal digits in each other's place, or another last digit but one.
fn slipped(n: u64, dice: &mut Dice) -> u64 {
    let mut digits = n.to_string().into_bytes();
    let unequal: Vec<usize> = (1..digits.len()).filter(|i| digits[*i] != digits[i - 1] && (*i > 1 || digits[*i] != b'0')).collect();
    if dice.below(2) == 0 && !unequal.is_empty() {
        let i = unequal[dice.below(unequal.len() as u64) as usize];
        digits.swap(i - 1, i);
    } else {
        let i = digits.len().saturating_sub(2);
        digits[i] = b'0' + (digits[i] - b'0' + 1 + dice.below(8) as u8) % 10;
    }
    String::from_utf8(digits).unwrap().parse().unwrap()
}

fn statement(kind: Relation, slip: bool, dice: &mut Dice) -> String {
    match kind {
        Relation::Sum => sum(slip, dice),
        Relation::Part => part(slip, dice),
        Relation::Share => share(slip, dice),
        Relation::Increase => increase(slip, dice),
        Relation::FromTo => from_to(slip, dice),
        Relation::Average => average(slip, dice),
        Relation::Repeat => repeat(slip, dice),
        Relation::Household => household(slip, dice),
        Relation::List => list(slip, dice),
        Relation::Malformed => malformed(slip, dice),
        Relation::Scale => scale(slip, dice),
        Relation::WholeNumber => more::whole_number(slip, dice),
        Relation::House => more::house(slip, dice),
        Relation::Direction => more::direction(slip, dice),
        Relation::PersonTimes => more::person_times(slip, dice),
        Relation::Outcome => more::outcome(slip, dice),
        Relation::Fulfilment => more::fulfilment(slip, dice),
        Relation::Levels => more::levels(slip, dice),
        Relation::TwoSections => more::two_sections(slip, dice),
        Relation::Magnitude => more::magnitude(slip, dice),
    }
}

fn sum(slip: bool, dice: &mut Dice) -> String {
    let (a, b, c) = (dice.between(1200, 60_000), dice.between(1200, 60_000), dice.between(1200, 60_000));
    let right = a + b + c;
    let total = match (slip, dice.below(3)) {
        (false, _) => right,
        (true, 0) => a + b,
        (true, _) => slipped(right, dice),
    };
    let style = dice.below(3);
    let m = |n| money(n, style);
    let sector = dice.pick(&SECTORS);
    match dice.below(4) {
        0 => format!(
            "A total of {} was spent on {sector}, of which {} came from the state, {} from the counties and {} from donors.",
            m(total),
            m(a),
            m(b),
            m(c)
        ),
        1 => format!(
            "Spending on {sector} amounted to {}, of which {} was for materials, {} was for wages and {} was for transport.",
            m(total),
            m(a),
            m(b),
            m(c)
        ),
        2 => {
            let thing = dice.pick(&THINGS);
            format!(
                "The office repaired {} {thing}, of which {} were in the north, {} were in the south and {} were in the east.",
                grouped(total),
                grouped(a),
                grouped(b),
                grouped(c)
            )
        }
        _ => format!(
            "The fund paid {} for {sector}, namely {} for materials, {} for wages and {} for transport.",
            m(total),
            m(a),
            m(b),
            m(c)
        ),
    }
}

fn part(slip: bool, dice: &mut Dice) -> String {
    let total = dice.between(2000, 90_000);
    let share = total * dice.between(20, 80) / 100;
    let share = if slip { total + share } else { share };
    let style = dice.below(3);
    let sector = dice.pick(&SECTORS);
    match dice.below(2) {
        0 => format!("The ministry set aside {} for {sector}, including {} for the coast.", money(total, style), money(share, style)),
        _ => format!("Donors gave {} for {sector}, of which {} was spent by autumn.", money(total, style), money(share, style)),
    }
}

fn share(slip: bool, dice: &mut Dice) -> String {
    let whole = dice.between(20_000, 90_000);
    let part = whole * dice.between(15, 85) / 100;
    let right = tenths(part, whole);
    let stated = if slip { slipped(right, dice) } else { right };
    let style = dice.below(3);
    let sector = dice.pick(&SECTORS);
    match dice.below(3) {
        0 => format!(
            "The budget for {sector} was {}, of which {} was spent, accounting for {} of the total.",
            money(whole, style),
            money(part, style),
            percent(stated)
        ),
        1 => format!("The team reached {} of the {} pupils enrolled, or {}.", grouped(part), grouped(whole), percent(stated)),
        _ => format!(
            "The survey counted {} farmers, of whom {} were women, accounting for {} of the total.",
            grouped(whole),
            grouped(part),
            percent(stated)
        ),
    }
}

fn increase(slip: bool, dice: &mut Dice) -> String {
    let former = dice.between(5000, 60_000);
    let step = former * dice.between(12, 70) / 100;
    let right = tenths(step, former);
    let stated = match (slip, dice.below(2)) {
        (false, _) => right,
        (true, 0) => tenths(step, former + step),
        (true, _) => slipped(right, dice),
    };
    let style = dice.below(3);
    let sector = dice.pick(&SECTORS);
    match dice.below(2) {
        0 => format!(
            "Funds for {sector} amounted to {}, with an increase of {}, up {}.",
            money(former + step, style),
            money(step, style),
            percent(stated)
        ),
        _ => format!(
            "The state gave {} for {sector}, an increase of {} over the previous year, up {}.",
            money(former + step, style),
            money(step, style),
            percent(stated)
        ),
    }
}

fn from_to(slip: bool, dice: &mut Dice) -> String {
    let former = dice.between(2000, 90_000);
    let step = former * dice.between(12, 60) / 100;
    let right = tenths(step, former);
    let stated = if slip { slipped(right, dice) } else { right };
    let thing = dice.pick(&THINGS);
    match dice.below(3) {
        0 => format!(
            "The number of {thing} rose from {} in 2019 to {} in 2020, an increase of {}.",
            grouped(former),
            grouped(former + step),
            percent(stated)
        ),
        1 => {
            format!("The number of {thing} fell from {} to {}, a decrease of {}.", grouped(former), grouped(former - step), percent(stated))
        }
        _ => format!("In 2020 there were {} {thing}, up {} from {} in 2019.", grouped(former + step), percent(stated), grouped(former)),
    }
}

fn average(slip: bool, dice: &mut Dice) -> String {
    let (count, each) = (dice.between(40, 900), dice.between(110, 990) * 100);
    let total = count * each;
    let stated = match (slip, dice.below(2)) {
        (false, _) => each,
        (true, 0) => each * 10,
        (true, _) => each + each * dice.between(6, 25) / 100 / 100 * 100 + 1000,
    };
    let whole = grouped(total);
    match dice.below(3) {
        0 => format!("The fund paid {whole} yuan to {count} villages, {} yuan per village.", grouped(stated)),
        1 => format!("Grants of {whole} yuan went to {count} schools, on average {} yuan per school.", grouped(stated)),
        _ => format!("Loans of {whole} yuan were given to {count} households, averagely {} yuan per household.", grouped(stated)),
    }
}

fn repeat(slip: bool, dice: &mut Dice) -> String {
    let right = dice.between(1000, 9800);
    let other = loop {
        let candidate = slipped(right, dice);
        if candidate > 999 {
            break candidate;
        }
    };
    let again = if slip { other } else { right };
    let adjective = dice.pick(&["remote", "poor", "mountain"]);
    format!(
        "The plan names {} {adjective} villages in the west. All the {} {adjective} villages have a road by now.",
        grouped(right),
        grouped(again)
    )
}

fn household(slip: bool, dice: &mut Dice) -> String {
    let households = dice.between(800, 60_000);
    let people = households * dice.between(26, 52) / 10;
    let households = if slip { households * 10 } else { households };
    match dice.below(2) {
        0 => format!("Relocation covered {} households and {} people.", grouped(households), grouped(people)),
        _ => format!("The scheme moved {} households with {} people to new homes.", grouped(households), grouped(people)),
    }
}

fn list(slip: bool, dice: &mut Dice) -> String {
    const NUMBERS: [&str; 8] = ["zero", "one", "two", "three", "four", "five", "six", "seven"];
    let length = dice.between(3, 6) as usize;
    let stated = if slip { length + 1 } else { length };
    let first = dice.below((NAMES.len() - length) as u64) as usize;
    let names = &NAMES[first..first + length];
    let (last, others) = names.split_last().unwrap();
    format!("Trials began in {} counties, namely {} and {last}.", NUMBERS[stated], others.join(", "))
}

fn malformed(slip: bool, dice: &mut Dice) -> String {
    let (a, b) = (dice.between(2, 9), dice.between(11_000, 99_000));
    let number = if slip { format!("{a}.{},{:03}", b / 1000, b % 1000) } else { format!("{a}.{b}") };
    format!("Repairs cost {number} billion yuan in all.")
}

fn scale(slip: bool, dice: &mut Dice) -> String {
    let millions = format!("{}.{}{}", dice.between(1, 8), dice.between(1, 9), dice.between(1, 9));
    let again = if slip { millions.clone() } else { format!("{millions} million") };
    format!("The programme serves {millions} million rural residents. Incomes of the {again} rural residents went up.")
}
