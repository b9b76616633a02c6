//! Words that tell whether a mean is of one of them: what persons and things do each by itself, sums that are paid one at a time, things with a size,
//! and amounts that are of nothing.

/// Verbs of which each of the subject has its own: "Farmers own 2.4 ha on average".
pub(super) fn acts(word: &str) -> bool {
    matches!(
        word,
        "had" | "has" | "have" | "own" | "owns" | "owned" | "keep" | "keeps" | "kept" | "employ" | "employs" | "employed" | "cultivate"
    ) || matches!(
        word,
        "cultivates" | "cultivated" | "farm" | "farms" | "farmed" | "spend" | "spends" | "spent" | "earn" | "earns" | "earned"
    ) || matches!(
        word,
        "receive" | "receives" | "received" | "get" | "gets" | "got" | "pay" | "pays" | "paid" | "stay" | "stays" | "stayed"
    ) || matches!(word, "wait" | "waits" | "waited" | "served" | "serve" | "serves" | "travel" | "travels" | "travelled" | "traveled")
        || matches!(word, "walk" | "walks" | "walked" | "work" | "works" | "worked" | "hear" | "hears" | "heard" | "handle" | "handles")
        || matches!(word, "handled" | "teach" | "teaches" | "taught" | "see" | "sees" | "saw" | "eat" | "eats" | "ate" | "consume")
        || matches!(word, "consumes" | "consumed" | "use" | "uses" | "used" | "contain" | "contains" | "contained" | "cover" | "covers")
        || matches!(word, "covered" | "cost" | "costs" | "read" | "reads" | "borrow" | "borrows" | "borrowed" | "save" | "saves" | "saved")
        || matches!(
            word,
            "owe" | "owes" | "owed" | "live" | "lives" | "lived" | "charge" | "charges" | "charged" | "hold" | "holds" | "held"
        )
        || matches!(word, "attend" | "attends" | "attended" | "treat" | "treats" | "treated" | "carry" | "carries" | "carried" | "draw")
        || matches!(
            word,
            "draws" | "drew" | "attract" | "attracts" | "attracted" | "sell" | "sells" | "sold" | "weigh" | "weighs" | "weighed"
        )
        || matches!(
            word,
            "need" | "needs" | "needed" | "lose" | "loses" | "lost" | "make" | "makes" | "made" | "visit" | "visits" | "visited"
        )
        || matches!(word, "publish" | "publishes" | "published" | "deliver" | "delivers" | "delivered" | "buy" | "buys" | "bought")
        || matches!(word, "include" | "includes" | "included" | "lasted" | "drive" | "drives" | "drove" | "drink" | "drinks" | "drank")
        || matches!(
            word,
            "give"
                | "gives"
                | "gave"
                | "take"
                | "takes"
                | "took"
                | "donate"
                | "donated"
                | "bear"
                | "bears"
                | "bore"
                | "contributed"
                | "produce"
                | "produces"
        )
        || matches!(word, "produced" | "grow" | "grew" | "scored" | "walked" | "watch" | "watched" | "yield" | "yields" | "yielded")
}

/// Sums of money that are paid or owed one at a time.
pub(super) fn is_sum(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    matches!(
        one,
        "gift" | "grant" | "loan" | "fine" | "claim" | "donation" | "award" | "bill" | "order" | "contract" | "scholarship" | "transfer"
    ) || matches!(
        one,
        "remittance" | "deposit" | "payout" | "bequest" | "invoice" | "ticket" | "purchase" | "transaction" | "policie" | "policy"
    ) || matches!(
        one,
        "microcredit" | "mortgage" | "bursarie" | "bursary" | "settlement" | "bet" | "basket" | "bond" | "credit" | "subsidie"
    ) || matches!(one, "meal" | "flat" | "house" | "home" | "plot" | "course" | "project" | "order" | "farm" | "holding" | "firm" | "visit")
}

/// Things that have a size, weight or length of their own.
pub(super) fn is_thing(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    matches!(one, "farm" | "holding" | "plot" | "parcel" | "field" | "garden" | "fire" | "house" | "home" | "dwelling" | "flat" | "trip")
        || matches!(one, "load" | "haul" | "vessel" | "lorrie" | "lorry" | "truck" | "estate" | "allotment" | "homestead" | "smallholding")
        || matches!(
            one,
            "lamb" | "calve" | "calf" | "bull" | "pig" | "carcase" | "carcass" | "carcasse" | "fish" | "egg" | "bird" | "sow" | "cow"
        )
        || matches!(one, "ship" | "boat" | "car" | "vehicle" | "pond" | "tank" | "reservoir" | "paddock" | "vineyard" | "orchard" | "ranch")
        || matches!(
            one,
            "room" | "office" | "shop" | "unit" | "turbine" | "plant" | "concession" | "lease" | "wildfire" | "bag" | "sack" | "bale"
        )
}

/// What is an amount by itself, of which a mean is no one's.
pub(super) fn is_amount(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    matches!(one, "price" | "cost" | "rent" | "wage" | "salarie" | "salary" | "income" | "earning" | "benefit" | "payment" | "expenditure")
        || matches!(one, "spending" | "revenue" | "profit" | "turnover" | "sale" | "export" | "import" | "yield" | "output" | "production")
        || matches!(one, "catch" | "catche" | "harvest" | "landing" | "deliverie" | "delivery" | "shipment" | "arrival" | "death" | "birth")
        || matches!(
            one,
            "case" | "losse" | "loss" | "delay" | "wait" | "emission" | "stock" | "reserve" | "debt" | "deficit" | "temperature"
        )
        || matches!(one, "rainfall" | "level" | "rate" | "number" | "figure" | "total" | "value" | "age" | "height" | "depth" | "speed")
        || matches!(
            one,
            "distance" | "length" | "width" | "weight" | "size" | "score" | "time" | "duration" | "share" | "ratio" | "density"
        )
        || matches!(one, "attendance" | "enrolment" | "enrollment" | "population" | "employment" | "consumption" | "demand" | "supply")
        || matches!(
            one,
            "growth" | "area" | "budget" | "amount" | "volume" | "tariff" | "fee" | "interest" | "capacity" | "flow" | "vacancie"
        )
        || matches!(one, "unemployment" | "inflation" | "traffic" | "occupancy" | "year" | "month" | "week" | "day" | "hour" | "season")
}
