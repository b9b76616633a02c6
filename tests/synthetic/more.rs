//! Statements about houses, reach, plans and places, and whole sections that have a fact or an indicator in common.

use super::{Dice, grouped, percent, slipped, tenths};

/// Regions with an indicator in common.
const REGIONS: [&str; 9] = ["Uganda", "Ghana", "Togo", "Benin", "Malawi", "Zambia", "Rwanda", "Senegal", "Namibia"];

pub(super) fn whole_number(slip: bool, dice: &mut Dice) -> String {
    let count = dice.between(7, 19);
    let some = dice.between(1, count - 1);
    let right = tenths(some, count);
    let stated = if slip { right + dice.between(9, 20) } else { right };
    format!("By the end of the year {} of the {count} projects were completed.", percent(stated))
}

pub(super) fn house(slip: bool, dice: &mut Dice) -> String {
    let (houses, each) = (dice.between(120, 9800), dice.between(45, 130));
    let right = houses * each;
    let area = match (slip, dice.below(2)) {
        (false, _) => right,
        (true, 0) => right * 20,
        (true, _) => right / 20,
    };
    match dice.below(2) {
        0 => format!("Builders finished {} houses of {} square meters.", grouped(houses), grouped(area)),
        _ => format!("The scheme built {} homes with a floor area of {} square meters.", grouped(houses), grouped(area)),
    }
}

pub(super) fn person_times(slip: bool, dice: &mut Dice) -> String {
    let people = dice.between(1100, 9000);
    let times = if slip { people - dice.between(60, 900) } else { people + dice.between(0, 4000) };
    match dice.below(2) {
        0 => format!("Courses reached {} people for {} person-times.", grouped(people), grouped(times)),
        _ => format!("Courses were held for {} person-times ({} people).", grouped(times), grouped(people)),
    }
}

pub(super) fn outcome(slip: bool, dice: &mut Dice) -> String {
    let reached = dice.between(1200, 90_000);
    let lifted = if slip { reached + dice.between(100, reached) } else { reached - dice.between(0, reached / 2) };
    match dice.below(3) {
        0 => format!(
            "The works went on in hill villages, covering {} people and lifting {} people out of poverty.",
            grouped(reached),
            grouped(lifted)
        ),
        1 => format!("Workshops trained {} people and helped {} people find jobs.", grouped(reached), grouped(lifted)),
        _ => format!(
            "Grants of {} million yuan were used, {} million yuan was actually allocated.",
            grouped(lifted.min(reached * 2)),
            grouped(reached)
        ),
    }
}

pub(super) fn fulfilment(slip: bool, dice: &mut Dice) -> String {
    let plan = dice.between(200, 2000);
    let result = plan + plan * dice.between(5, 40) / 100;
    let right = tenths(result - plan, plan);
    let stated = if slip { slipped(right, dice) } else { right };
    format!(
        "The council planned to build {} km of roads and actually built {} km of roads, overfulfilling the task by {}.",
        grouped(plan),
        grouped(result),
        percent(stated)
    )
}

pub(super) fn direction(slip: bool, dice: &mut Dice) -> String {
    let low = dice.between(1200, 40_000);
    let high = low + dice.between(100, 9000);
    let rises = dice.below(2) == 0;
    let (from, to) = if rises == slip { (high, low) } else { (low, high) };
    let verb = if rises { dice.pick(&["rose", "was raised", "grew"]) } else { dice.pick(&["fell", "was reduced", "dropped"]) };
    format!("The monthly output {verb} from {} tons to {} tons.", grouped(from), grouped(to))
}

pub(super) fn levels(slip: bool, dice: &mut Dice) -> String {
    let villages = dice.between(30, 400);
    let counties = if slip { villages + dice.between(3, 40) } else { villages / dice.between(2, 9) + 1 };
    let verb = dice.pick(&["Surveys began", "Pumps were set up", "Lessons were given"]);
    match dice.below(2) {
        0 => format!("{verb} in {villages} villages of {counties} counties."),
        _ => format!("{verb} in {villages} villages, covering {counties} counties."),
    }
}

/// Two sections that tell of one gift.
pub(super) fn two_sections(slip: bool, dice: &mut Dice) -> String {
    let right = dice.between(1200, 9800);
    let again = if slip { slipped(right, dice) } else { right };
    let money = |n: u64| format!("{}.{:02} million yuan", n / 100, n % 100);
    let gift = dice.pick(&["medical supplies", "school books", "drought relief"]);
    format!(
        "\nLesotho\nOverview\nThe government of Lesotho sent aid of {} for {gift} to Eswatini.\n\nEswatini\nOverview\nLesotho sent aid of {} for {gift} to Eswatini.\n",
        money(right),
        money(again)
    )
}

/// Sections that each state the same indicator.
pub(super) fn magnitude(slip: bool, dice: &mut Dice) -> String {
    let odd = slip.then(|| dice.below(REGIONS.len() as u64) as usize);
    let too_large = dice.below(2) == 0;
    let sections = REGIONS.iter().enumerate().map(|(i, name)| {
        let (whole, tenth) = (dice.between(110, 900), dice.below(10));
        let scale = match (odd == Some(i), too_large) {
            (false, _) => "million yuan",
            (true, true) => "billion yuan",
            (true, false) => "yuan",
        };
        format!("\n{name}\nInvestment of Funds\nIn 2020, the fiscal anti-poverty funds reached {whole}.{tenth} {scale}.\n")
    });
    sections.collect()
}
