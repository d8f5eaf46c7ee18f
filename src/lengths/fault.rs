//! What can be wrong with a lengths file.

use std::ops::Range;

use strsim::{jaro_winkler, normalized_damerau_levenshtein};
use toml::de::{DeTable, DeValue};

/// Something wrong with a lengths file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LengthsFault {
    /// What is wrong.
    pub kind: LengthsFaultKind,
    /// Where, in bytes of the file.
    pub range: Range<usize>,
}

/// What is wrong with a lengths file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LengthsFaultKind {
    /// The file is not TOML. Has what the parser says, in English.
    Syntax(String),
    /// A key is not known.
    Unknown {
        /// The key.
        key: String,
        /// The keys that its table can have.
        known: Vec<String>,
    },
    /// A key is missing.
    Missing(String),
    /// The value of a key is not a number.
    NotANumber(String),
    /// The value of a key is not a table of lengths.
    NotATable(String),
    /// A length is negative, too large, or 0 although it must not be.
    OutOfRange {
        /// The key.
        key: String,
        /// Whether it may be 0.
        may_be_zero: bool,
        /// The largest value.
        most: u16,
    },
    /// Margins leave too little of a page.
    WideMargins {
        /// The width that they must leave, in millimetres.
        width: u16,
        /// The height that they must leave, in millimetres.
        height: u16,
    },
}

/// Compares a lengths file with the built-in one, which has all keys. Returns what is wrong with it.
pub(super) fn compare(text: &str, file: &DeTable, built_in: &DeTable) -> Vec<LengthsFault> {
    let mut faults = compare_tables(text, file, built_in, 0..0, MARGINS);
    faults.sort_by_key(|fault| fault.range.start);
    faults
}

/// The limits of the lengths in a table.
#[derive(Clone, Copy)]
struct Limits {
    may_be_zero: bool,
    most: u16,
}

/// The limits of margins, in millimetres. Other tables change them.
const MARGINS: Limits = Limits { may_be_zero: true, most: 300 };

impl Limits {
    /// The limits in the table with this key, which is within a table with these limits.
    fn within(self, key: &str) -> Self {
        match key {
            "lines" | "indents" => Limits { most: 60, ..self },
            "cells" => Limits { most: 20, ..self },
            "pictures" => Limits { may_be_zero: false, ..self },
            "logo" | "emblem" => Limits { most: 100, ..self },
            _ => self,
        }
    }
}

/// Compares a table of a lengths file with the built-in one, which has all keys. `place` is where the table begins.
/// Returns what is wrong with it.
fn compare_tables(
    text: &str,
    table: &DeTable,
    built_in: &DeTable,
    place: Range<usize>,
    limits: Limits,
) -> Vec<LengthsFault> {
    let mut faults = Vec::new();
    let unknown: Vec<_> = table.keys().filter(|key| !built_in.contains_key(key.get_ref().as_ref())).collect();
    for key in &unknown {
        let known = built_in.keys().map(|key| key.get_ref().to_string()).collect();
        let kind = LengthsFaultKind::Unknown { key: key.get_ref().to_string(), known };
        faults.push(LengthsFault { kind, range: key.span() });
    }
    for key in built_in.keys().filter(|key| !table.contains_key(key.get_ref().as_ref())) {
        // An unknown key that resembles a missing one is that one, misspelt.
        if !unknown.iter().any(|unknown| is_misspelt(unknown.get_ref(), key.get_ref())) {
            let kind = LengthsFaultKind::Missing(key.get_ref().to_string());
            faults.push(LengthsFault { kind, range: place.clone() });
        }
    }
    for (key, value) in table {
        let mut add = |kind| faults.push(LengthsFault { kind, range: value.span() });
        let (key, place) = (key.get_ref().to_string(), key.span());
        match (value.get_ref(), built_in.get(key.as_str()).map(|value| value.get_ref())) {
            (_, None) => {}
            (DeValue::Table(inner), Some(DeValue::Table(built_in))) => {
                faults.extend(compare_tables(text, inner, built_in, place, limits.within(&key)));
            }
            (_, Some(DeValue::Table(_))) => add(LengthsFaultKind::NotATable(key)),
            (DeValue::Integer(_) | DeValue::Float(_), _) => {
                let Limits { may_be_zero, most } = limits;
                let may_be_zero = may_be_zero && !key.ends_with("baseline");
                match text[value.span()].replace('_', "").parse::<f64>() {
                    // A number that is not decimal.
                    Err(_) => add(LengthsFaultKind::NotANumber(key)),
                    Ok(number) if (0.0..=most.into()).contains(&number) && (number > 0.0 || may_be_zero) => {}
                    Ok(_) => add(LengthsFaultKind::OutOfRange { key, may_be_zero, most }),
                }
            }
            _ => add(LengthsFaultKind::NotANumber(key)),
        }
    }
    faults
}

/// Whether a key resembles another so much that it may be a typo of it.
fn is_misspelt(written: &str, key: &str) -> bool {
    jaro_winkler(written, key).max(normalized_damerau_levenshtein(written, key)) >= 0.6
}
