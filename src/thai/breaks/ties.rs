//! The lists of `data/lexicon/ties.toml`: which words belong to their neighbours.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

/// The lists.
pub(super) static TIES: LazyLock<Ties> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../data/lexicon/ties.toml")).expect("the embedded list is TOML")
});

/// The lists, by their names in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ties {
    pub after_numbers: HashSet<String>,
    pub before_numbers: HashSet<String>,
    pub before_amounts: HashSet<String>,
    pub before_rates: HashSet<String>,
    pub before_counts: HashSet<String>,
    pub before_names: HashSet<String>,
    pub no_ordinals: HashSet<String>,
    pub numerals: HashSet<String>,
    pub royal: HashSet<String>,
    pub before_women: HashSet<String>,
    pub before_places: HashSet<String>,
    pub before_districts: HashSet<String>,
    pub before_honoured: HashSet<String>,
    pub before_bodies: HashSet<String>,
    pub before_fields: HashSet<String>,
    pub before_objects: HashSet<String>,
    pub binding: HashSet<String>,
    pub name_endings: HashSet<String>,
    pub name_sides: HashSet<String>,
    pub before_firms: HashSet<String>,
    pub leading: HashSet<String>,
    pub trailing: HashSet<String>,
    pub opening: HashSet<String>,
    phrases: HashSet<String>,
}

/// Whether a title may be broken before the word, because it begins a phrase.
pub fn begins_phrase(word: &str) -> bool {
    TIES.phrases.contains(word)
}
