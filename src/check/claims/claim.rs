//! What a report's prose says of its scores, as data.

use std::ops::Range;

use crate::check::tokens::Number;
use crate::ita::Instrument;
use crate::report::{Argument, Target};
use crate::thai::FiscalYear;

/// What a score may be of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) enum Topic {
    Total,
    Indicator(u8),
    Instrument(Instrument),
}

impl From<Target> for Topic {
    fn from(target: Target) -> Self {
        match target {
            Target::Total => Topic::Total,
            Target::Indicator(number) => Topic::Indicator(number),
        }
    }
}

impl From<&Topic> for Argument {
    /// Messages choose their words by `total`, an indicator's number, or an instrument's abbreviation.
    fn from(topic: &Topic) -> Self {
        match topic {
            Topic::Total => "total".into(),
            Topic::Indicator(number) => (*number).into(),
            Topic::Instrument(instrument) => instrument.name().into(),
        }
    }
}

/// Up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Direction {
    Rise,
    Fall,
}

/// What is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) enum Statement {
    /// A score of one of these years.
    Score(Number, Vec<FiscalYear>),
    /// A difference between the two years, and how it is told.
    Difference(Number, Option<Direction>),
    /// A rise or fall without a figure.
    Move(Direction),
    /// A level by its name, of one of these years.
    Level(String, Vec<FiscalYear>),
}

/// Something said, where, and what it may be about: right if it is right of any of the topics.
#[derive(Debug, Clone)]
pub(in crate::check) struct Claim {
    /// The text's index.
    pub text: usize,
    /// Where in the text.
    pub range: Range<usize>,
    pub topics: Vec<Topic>,
    pub statement: Statement,
    /// Whether the text names what it is about, rather than its measure's target being meant.
    pub named: bool,
    /// Whether a score of its topic stands before it in the same list, or by the comparison of scores above the list.
    pub beside_score: bool,
    pub beside_comparison: bool,
}
