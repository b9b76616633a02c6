//! Words that tell a heading from a sentence: what stays small in a title, what opens a sentence, what heads recur in any report.

/// Words that stay lower case inside a title and cannot end one.
const SMALL: &[&str] = &[
    "of", "in", "for", "and", "by", "the", "with", "to", "on", "at", "from", "a", "an", "or", "&", "/", "vs", "vs.", "through", "under",
    "into", "per", "as", "out", "up", "off", "between", "among", "against", "its", "their", "via", "-", "–",
];

/// Words that open a sentence and, with a capital, do not stand inside a title.
const OPENERS: &[&str] = &[
    "in",
    "on",
    "at",
    "from",
    "to",
    "by",
    "with",
    "for",
    "since",
    "during",
    "after",
    "before",
    "through",
    "under",
    "as",
    "within",
    "until",
    "over",
    "among",
    "between",
    "throughout",
    "despite",
    "besides",
    "beyond",
    "against",
    "according",
    "based",
    "due",
    "thanks",
    "the",
    "this",
    "these",
    "that",
    "those",
    "there",
    "it",
    "its",
    "we",
    "our",
    "they",
    "their",
    "he",
    "she",
    "you",
    "about",
    "nearly",
    "up",
    "if",
    "when",
    "while",
    "where",
    "although",
    "though",
    "because",
    "whereas",
    "once",
    "so",
    "and",
    "but",
    "firstly",
    "secondly",
    "thirdly",
    "finally",
    "lastly",
    "then",
    "now",
    "today",
    "however",
    "therefore",
    "meanwhile",
    "moreover",
    "furthermore",
    "always",
    "only",
    "also",
    "not",
    "compared",
];

/// Words that open a sentence only when the next word is small or they carry a comma ("First, ..."; but "First Secretaries").
const WEAK_OPENERS: &[&str] =
    &["a", "an", "first", "second", "third", "all", "some", "many", "most", "more", "several", "each", "every", "both"];

/// Nouns that look like verbs.
const NOUNS_IN_ING: &[&str] = &[
    "training",
    "planning",
    "monitoring",
    "building",
    "funding",
    "farming",
    "housing",
    "financing",
    "breeding",
    "processing",
    "marketing",
    "mining",
    "fishing",
    "meeting",
    "filing",
    "archiving",
    "living",
    "engineering",
    "manufacturing",
    "lending",
    "learning",
    "nursing",
    "teaching",
    "banking",
    "accounting",
    "reporting",
    "spending",
    "parenting",
    "twinning",
    "pairing",
];

/// Openers that cannot begin a title either. ("All", "First", "More" can.)
const NEVER_FIRST: &[&str] = &[
    "in",
    "on",
    "at",
    "from",
    "to",
    "by",
    "with",
    "for",
    "since",
    "during",
    "after",
    "before",
    "through",
    "under",
    "as",
    "within",
    "until",
    "among",
    "throughout",
    "despite",
    "besides",
    "according",
    "based",
    "due",
    "thanks",
    "the",
    "a",
    "an",
    "this",
    "these",
    "those",
    "there",
    "it",
    "its",
    "we",
    "our",
    "they",
    "their",
    "he",
    "she",
    "if",
    "when",
    "while",
    "although",
    "because",
    "however",
    "meanwhile",
];

/// Headings of reports in general, lower case.
const GENERAL_TITLES: &[&str] = &[
    "overview",
    "introduction",
    "summary",
    "executive summary",
    "conclusion",
    "conclusions",
    "background",
    "context",
    "foreword",
    "preface",
    "findings",
    "key findings",
    "main findings",
    "results",
    "outlook",
    "recommendations",
    "discussion",
    "methodology",
    "methods",
    "challenges",
    "lessons learned",
    "next steps",
    "funding",
    "finance",
    "financing",
    "references",
    "notes",
    "sources",
    "annex",
    "appendix",
    "acknowledgements",
    "acknowledgments",
    "glossary",
    "abbreviations",
    "statistics",
    "highlights",
    "general situation",
];

/// Nouns after which a number is a name, not the start of a sentence ("Article 12", "Phase 2").
const NUMBERED: &[&str] = &[
    "no",
    "nos",
    "article",
    "chapter",
    "section",
    "part",
    "phase",
    "stage",
    "table",
    "figure",
    "box",
    "annex",
    "appendix",
    "class",
    "type",
    "program",
    "programme",
    "project",
    "plan",
    "goal",
    "level",
    "highway",
];

/// Past forms that begin a subjectless sentence and do not end in -ed.
const IRREGULAR_VERBS: &[&str] = &[
    "held",
    "put",
    "set",
    "built",
    "took",
    "gave",
    "made",
    "did",
    "began",
    "kept",
    "led",
    "spent",
    "sent",
    "won",
    "went",
    "grew",
    "strove",
    "drew",
    "became",
    "brought",
    "came",
    "laid",
    "saw",
    "undertook",
];

/// Base forms that begin an instruction or a subjectless sentence.
const BASE_VERBS: &[&str] = &[
    "accelerate",
    "achieve",
    "adhere",
    "adjust",
    "adopt",
    "allocate",
    "arrange",
    "assess",
    "assist",
    "boost",
    "build",
    "carry",
    "combine",
    "complete",
    "conduct",
    "continue",
    "coordinate",
    "create",
    "cultivate",
    "deepen",
    "develop",
    "draw",
    "encourage",
    "enhance",
    "ensure",
    "establish",
    "expand",
    "explore",
    "focus",
    "follow",
    "formulate",
    "further",
    "give",
    "guide",
    "help",
    "hold",
    "identify",
    "implement",
    "improve",
    "increase",
    "innovate",
    "integrate",
    "introduce",
    "invest",
    "issue",
    "keep",
    "launch",
    "lead",
    "learn",
    "make",
    "mobilize",
    "organize",
    "participate",
    "perfect",
    "prepare",
    "promote",
    "provide",
    "put",
    "raise",
    "reduce",
    "rely",
    "set",
    "solve",
    "strengthen",
    "strive",
    "take",
    "targeting",
    "use",
];

/// The word without quotes, brackets and trailing punctuation, lower case.
pub(super) fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&' && c != '/' && c != '-' && c != '–').to_lowercase()
}

/// Whether a word stays small inside a title.
pub(super) fn is_small(word: &str) -> bool {
    SMALL.contains(&bare(word).as_str())
}

/// Whether a word begins with a capital, after opening quotes and brackets.
pub(super) fn is_capital(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase())
}

/// Whether a word begins with a digit, after opening quotes, brackets and currency signs.
pub(super) fn is_numeric(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_ascii_digit())
}

/// Whether a word carries the weight of a title: not small, not a number, not a sign.
pub(super) fn is_content(word: &str) -> bool {
    word.contains(char::is_alphabetic) && !is_small(word)
}

/// Whether a capitalised word opens a sentence.
pub(super) fn is_opener(word: &str) -> bool {
    is_capital(word) && OPENERS.contains(&bare(word).as_str())
}

/// Whether a capitalised word opens a sentence, given the word after it.
pub(super) fn is_weak_opener(word: &str, next: &str) -> bool {
    is_capital(word) && WEAK_OPENERS.contains(&bare(word).as_str()) && (word.ends_with(',') || !is_capital(next))
}

/// Whether a word cannot be the first of a title.
pub(super) fn never_first(word: &str) -> bool {
    NEVER_FIRST.contains(&bare(word).as_str())
}

/// Whether a number after this word belongs to it.
pub(super) fn takes_number(word: &str) -> bool {
    NUMBERED.contains(&bare(word).as_str())
}

/// Whether a title is one that any report may have.
pub(super) fn is_general_title(title: &str) -> bool {
    GENERAL_TITLES.contains(&bare(title).as_str())
}

/// Whether a capitalised word looks like the verb of a sentence without subject ("Held", "Organized", "Taking", "Develop").
///
/// Only the word's form is judged: "Training" passes, so the caller looks at what follows.
pub(super) fn is_verb_like(word: &str) -> bool {
    let word = bare(word);
    if word.contains('-') || NOUNS_IN_ING.contains(&word.as_str()) {
        return false;
    }
    let regular = word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing") || word.ends_with("ly"));
    regular || IRREGULAR_VERBS.contains(&word.as_str()) || BASE_VERBS.contains(&word.as_str())
}

/// Whether the words read as a title: every word that carries weight has a capital (or is a number).
pub(super) fn is_title_case<'a>(words: impl IntoIterator<Item = &'a str>) -> bool {
    words.into_iter().all(|word| !is_content(word) || is_capital(word) || is_numeric(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_case_lets_small_words_be_small() {
        assert!(is_title_case("Poverty Alleviation by Science and Technology".split(' ')));
        assert!(is_title_case("\u{201c}Care Package\u{201d} Program".split(' ')));
        assert!(!is_title_case("Hebei Province achieved significant results".split(' ')));
    }

    #[test]
    fn openers_are_capitals_only() {
        assert!(is_opener("In"));
        assert!(is_opener("\u{201c}The"));
        assert!(!is_opener("in"));
        assert!(!is_opener("Rain"));
    }

    #[test]
    fn verbs_by_form_leave_compound_adjectives_alone() {
        assert!(is_verb_like("Organized"));
        assert!(is_verb_like("Held"));
        assert!(!is_verb_like("Poverty-stricken"));
        assert!(!is_verb_like("Foreign-funded"));
        assert!(!is_verb_like("Red"));
    }
}
