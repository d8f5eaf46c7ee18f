//! The words and figures of a message, before a language is chosen for it.

use std::path::Path;

use crate::ita::{Difference, Score};
use crate::thai::FiscalYear;

/// A word or figure of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// Text as it stands in a file, or as a rule writes it.
    Text(String),
    /// A whole number. Messages choose singular or plural by it.
    Number(i64),
    /// A term that each language has a word for, by its name in the catalogue of messages.
    Term(&'static str),
    /// The TOML parser's own words, in English.
    Parser(String),
    /// Nothing. A message that has other words for this case chooses them by `none`.
    Absent,
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Argument::Text(text)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Argument::Text(text.to_owned())
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Argument::Text(text.clone())
    }
}

impl From<char> for Argument {
    fn from(c: char) -> Self {
        Argument::Text(c.to_string())
    }
}

impl From<&Path> for Argument {
    fn from(path: &Path) -> Self {
        Argument::Text(path.display().to_string())
    }
}

impl From<FiscalYear> for Argument {
    fn from(year: FiscalYear) -> Self {
        Argument::from(year.number())
    }
}

impl From<Score> for Argument {
    fn from(score: Score) -> Self {
        Argument::Text(score.to_string())
    }
}

impl From<Difference> for Argument {
    fn from(difference: Difference) -> Self {
        Argument::Text(difference.to_string())
    }
}

macro_rules! from_numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Argument {
            fn from(number: $number) -> Self {
                // No count that a message gives comes near the limit.
                Argument::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}
from_numbers!(u8, u16, u32, usize, i64);

impl<T: Into<Argument>> From<Option<T>> for Argument {
    fn from(value: Option<T>) -> Self {
        value.map_or(Argument::Absent, Into::into)
    }
}
