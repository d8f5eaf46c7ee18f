//! Scores as exact decimals, stored as a whole number of hundredths.

use std::fmt;
use std::ops::Sub;
use std::str::FromStr;

use serde::Deserialize;
use thiserror::Error;

/// A score from 0 to 100 with at most two decimal places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "f64")]
pub struct Score(i32);

/// Why a number is not a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ScoreError {
    /// It is not a plain decimal number: it has an exponent, is infinite or is not a number at all.
    #[error("not a decimal number")]
    Form,
    /// It has more than two decimal places.
    #[error("more than two decimal places")]
    Places,
    /// It is below 0 or above 100.
    #[error("not between 0 and 100")]
    Range,
}

impl Score {
    /// Creates a score from hundredths. `None` unless they are between 0 and 10000.
    pub fn from_hundredths(hundredths: i32) -> Option<Self> {
        (0..=10_000).contains(&hundredths).then_some(Score(hundredths))
    }

    /// The score in hundredths.
    pub fn hundredths(self) -> i32 {
        self.0
    }
}

impl TryFrom<f64> for Score {
    type Error = ScoreError;

    /// Creates a score from the shortest decimal number that gives this float, as it is written in a file.
    fn try_from(score: f64) -> Result<Self, ScoreError> {
        score.to_string().parse()
    }
}

impl FromStr for Score {
    type Err = ScoreError;

    /// Parses `94`, `94.6` or `94.69`. A sign and underscores are allowed, as in TOML.
    fn from_str(text: &str) -> Result<Self, ScoreError> {
        let plain: String = text.chars().filter(|&c| c != '_').collect();
        let (negative, plain) = match plain.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, plain.strip_prefix('+').unwrap_or(&plain)),
        };
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(fraction) {
            return Err(ScoreError::Form);
        }
        let points = whole.parse::<i32>().ok().filter(|p| *p <= 100).ok_or(ScoreError::Range)?;
        if fraction.len() > 2 {
            return Err(ScoreError::Places);
        }
        let hundredths =
            points * 100 + format!("{fraction:0<2}").parse::<i32>().map_err(|_| ScoreError::Form)?;
        let score = Score::from_hundredths(hundredths).ok_or(ScoreError::Range)?;
        if negative && hundredths > 0 { Err(ScoreError::Range) } else { Ok(score) }
    }
}

impl fmt::Display for Score {
    /// Writes two decimal places: `100.00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

/// The change of a score, in hundredths of a point. It is negative if the score fell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Difference(i32);

impl Difference {
    /// The sign of the change: -1, 0 or 1.
    pub fn signum(self) -> i32 {
        self.0.signum()
    }

    /// The size of the change without its sign, in hundredths.
    pub fn size(self) -> i32 {
        self.0.abs()
    }

    /// The size of the change without its sign, in points with two decimal places.
    pub fn magnitude(self) -> String {
        Score(self.0.abs()).to_string()
    }
}

impl Sub for Score {
    type Output = Difference;

    fn sub(self, earlier: Score) -> Difference {
        Difference(self.0 - earlier.0)
    }
}

impl fmt::Display for Difference {
    /// Writes points with two decimal places, and a minus sign if negative: `-23.33`, `0.00`, `6.71`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}", self.magnitude())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(text: &str) -> Score {
        text.parse().unwrap()
    }

    #[test]
    fn differences_are_exact() {
        assert_eq!((score("99.22") - score("92.51")).to_string(), "6.71");
        assert_eq!((score("76.67") - score("100")).to_string(), "-23.33");
        assert_eq!((score("76.67") - score("100")).magnitude(), "23.33");
        assert_eq!((score("94.69") - score("97.72")).to_string(), "-3.03");
        assert_eq!((score("100") - score("100.00")).to_string(), "0.00");
    }

    #[test]
    fn what_is_no_score_is_refused() {
        for (text, error) in [
            ("101", ScoreError::Range),
            ("100.01", ScoreError::Range),
            ("-1", ScoreError::Range),
            ("99999999999999", ScoreError::Range),
            ("94.691", ScoreError::Places),
            ("94.690", ScoreError::Places),
            ("9e1", ScoreError::Form),
            ("nan", ScoreError::Form),
            ("inf", ScoreError::Form),
        ] {
            assert_eq!(text.parse::<Score>(), Err(error), "{text}");
        }
        assert_eq!(score("94.6").to_string(), "94.60");
        assert_eq!(score("-0").to_string(), "0.00");
    }
}
