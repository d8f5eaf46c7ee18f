//! The lists of `data/lexicon/ties.toml`: which words belong to their neighbours.

/// The lists. `build.rs` sorts them, so that nothing need be parsed at run time.
pub(super) static TIES: Ties = include!(concat!(env!("OUT_DIR"), "/ties.rs"));

/// The lists, by their names in the file.
pub(super) struct Ties {
    pub after_numbers: Words,
    pub before_numbers: Words,
    pub before_amounts: Words,
    pub before_rates: Words,
    pub before_counts: Words,
    pub before_names: Words,
    pub no_ordinals: Words,
    pub numerals: Words,
    pub royal: Words,
    pub before_women: Words,
    pub before_places: Words,
    pub before_districts: Words,
    pub before_honoured: Words,
    pub before_bodies: Words,
    pub before_fields: Words,
    pub before_objects: Words,
    pub binding: Words,
    pub name_endings: Words,
    pub name_sides: Words,
    pub before_firms: Words,
    pub leading: Words,
    pub trailing: Words,
    pub opening: Words,
    phrases: Words,
}

/// Words in the order of their bytes.
pub(super) struct Words(&'static [&'static str]);

impl Words {
    pub fn contains(&self, word: &str) -> bool {
        self.0.binary_search(&word).is_ok()
    }

    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().copied()
    }
}

/// Whether a title may be broken before the word, because it begins a phrase.
pub fn begins_phrase(word: &str) -> bool {
    TIES.phrases.contains(word)
}
