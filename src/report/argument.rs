//! The arguments of a message, independent of its language.

use std::path::Path;

use crate::ita::{Difference, Score};
use crate::thai::FiscalYear;

/// An argument of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// Text as written in a file or by a rule.
    Text(String),
    /// A whole number. A message can select its singular or plural form by it.
    Number(i64),
    /// The name of a term in the message catalogue, which has a word for it in each language.
    Term(&'static str),
    /// A message of the TOML parser, in English.
    Parser(String),
    /// The first and the last of a row of fiscal years.
    Years(u16, u16),
    /// No value. A message can select its variant for this case by `none`.
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

impl From<bool> for Argument {
    /// An argument by which a message selects `yes` or `no`.
    fn from(value: bool) -> Self {
        Argument::from(if value { "yes" } else { "no" })
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

impl From<(u16, u16)> for Argument {
    /// An argument from the first and the last of a row of fiscal years.
    fn from((first, last): (u16, u16)) -> Self {
        Argument::Years(first, last)
    }
}

macro_rules! from_numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Argument {
            fn from(number: $number) -> Self {
                // No count in a message comes near the limit.
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
