use super::*;

fn all() -> impl Iterator<Item = &'static (&'static str, &'static Sentence)> {
    audit::ALL.iter().chain(table::ALL).chain(page::ALL).chain(comparison::ALL)
}

/// Places of a template, sorted, each once.
fn places(template: &str) -> Vec<&str> {
    let mut found: Vec<&str> = template.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// A template without its places.
fn bare(template: &str) -> String {
    let names: Vec<(&str, &str)> = places(template).into_iter().map(|name| (name, "")).collect();
    fill(template, &names)
}

#[test]
fn both_languages_say_every_value() {
    for (name, sentence) in all() {
        assert_eq!(places(sentence.en), places(sentence.zh), "{name}");
    }
}

#[test]
fn chinese_sentences_are_chinese_to_the_last_mark() {
    for (name, sentence) in all() {
        let words = bare(sentence.zh);
        assert!(!words.contains(|c: char| c.is_ascii_alphabetic()), "{name}: {words}");
        assert!(!words.contains([',', ';', ':', '?', '(', ')']) && !words.contains(". ") && !words.ends_with('.'), "{name}: {words}");
        assert!(!sentence.en.contains(|c| matches!(c, '\u{3000}'..='\u{ffef}')), "{name}: {}", sentence.en);
    }
}

#[test]
fn a_sentence_ends_in_both_languages_or_in_none() {
    for (name, sentence) in all() {
        assert_eq!(sentence.en.trim_end().ends_with('.'), sentence.zh.ends_with('。'), "{name}");
    }
}

#[test]
fn places_are_filled_and_values_are_never_read_as_places() {
    assert_eq!(fill("{a} of {b}", &[("a", "{b}"), ("b", "2")]), "{b} of 2");
    assert_eq!(fill("{a", &[("a", "1")]), "{a");
    assert_eq!(fill("no place", &[]), "no place");
    assert_eq!(fill("{unknown}", &[]), "{unknown}");
}

#[test]
fn tags_go_both_ways() {
    for language in [Language::English, Language::Chinese] {
        assert_eq!(Language::from_tag(language.tag()), language);
    }
    assert_eq!(Language::from_tag("de-AT"), Language::English);
    assert_eq!(Language::from_tag("zh-CN"), Language::Chinese);
}
