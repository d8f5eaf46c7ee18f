//! What the keys of a file take, as far as it decides how a faulty value is mended.

use crate::report::keys;

/// What a key takes, as far as it matters for a value without quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Expected {
    Number,
    Boolean,
    #[default]
    Text,
}

/// What is known of the key that a value belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct KeyKind {
    pub expected: Expected,
    /// Whether no text can be its value.
    pub is_only_number: bool,
    /// Whether its number has no decimals.
    pub is_whole: bool,
    /// Whether it takes one of a few words.
    pub is_word: bool,
    /// Whether it takes a list of texts.
    pub takes_list: bool,
    /// Whether it names a file or a folder.
    pub is_path: bool,
    /// Whether the keys of a table that is its value are the user's own words.
    pub has_own_keys: bool,
    /// Whether its value is a table of numbers.
    pub has_numbers: bool,
    /// Whether it is the table of the instruments' scores.
    pub is_instruments: bool,
}

impl KeyKind {
    /// The kind of a key of a table. The table's name is in its parts.
    pub fn new(table: &[String], key: &str) -> Self {
        let scores = table.first().is_some_and(|first| first == "scores");
        let type_name = keys::type_of(&table_name(table), key);
        let expected = match type_name {
            Some("year" | "number" | "score" | "target" | "money") => Expected::Number,
            Some("switch") => Expected::Boolean,
            Some(_) => Expected::Text,
            None if scores && table.len() > 2 => Expected::Number,
            None => of_rules(table, key),
        };
        KeyKind {
            expected,
            is_only_number: expected == Expected::Number && !matches!(type_name, Some("target" | "money")),
            is_whole: matches!(type_name, Some("year" | "number" | "target")),
            is_word: matches!(type_name, Some("word" | "target")),
            takes_list: matches!(type_name, Some("paragraphs" | "words")),
            is_path: matches!(key, "file" | "logo" | "emblem" | "font_dir" | "rules"),
            has_own_keys: key == "extra",
            is_instruments: key == "instruments",
            has_numbers: scores && matches!(key, "indicators" | "instruments"),
        }
    }

    /// The kind of a key of a table in braces that is the value of a key of this kind.
    pub fn inner(self) -> Self {
        let expected = if self.has_numbers { Expected::Number } else { Expected::Text };
        KeyKind { expected, is_only_number: self.has_numbers, ..KeyKind::default() }
    }
}

/// What the keys of a file of rules take.
fn of_rules(table: &[String], key: &str) -> Expected {
    match (table.first().map(String::as_str), key) {
        (Some("weights"), _) | (None, "year" | "from" | "to") => Expected::Number,
        (Some("indicators"), "number") | (Some("levels"), "total" | "instrument") => Expected::Number,
        (Some("levels"), "passed" | "common") => Expected::Boolean,
        _ => Expected::Text,
    }
}

/// The name of a table as the list of keys has it, in which a year is `YEAR`.
pub(super) fn table_name(path: &[String]) -> String {
    let is_year = |part: &String| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
    let part = |part: &String| if is_year(part) { "YEAR".to_owned() } else { part.clone() };
    path.iter().map(part).collect::<Vec<_>>().join(".")
}
