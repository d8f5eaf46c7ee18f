//! The claims of a report's prose about scores, as data.

use std::ops::Range;

use crate::check::tokens::Number;
use crate::ita::Instrument;
use crate::report::{Argument, Target};
use crate::thai::FiscalYear;

/// What a score belongs to.
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
    /// `total`, an indicator's number, or an instrument's abbreviation. Messages choose their wording by it.
    fn from(topic: &Topic) -> Self {
        match topic {
            Topic::Total => "total".into(),
            Topic::Indicator(number) => (*number).into(),
            Topic::Instrument(instrument) => instrument.name().into(),
        }
    }
}

/// The direction of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Direction {
    Rise,
    Fall,
}

/// What a claim states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) enum Statement {
    /// A score of one of these years. If the list is empty, of the report's year or the previous one.
    Score(Number, Vec<FiscalYear>),
    /// A difference between the report's year and the previous one, with the direction if a word states it.
    Difference(Number, Option<Direction>),
    /// A rise or fall without a figure.
    Move(Direction),
    /// A level by its name, of one of these years. An empty list means the same as for a score.
    Level(String, Vec<FiscalYear>),
}

/// A statement at a place, and the topics that it may be about. It is right if it is right for any of them.
#[derive(Debug, Clone)]
pub(in crate::check) struct Claim {
    /// The text's index.
    pub text_index: usize,
    /// The byte range in the text's content.
    pub range: Range<usize>,
    pub topics: Vec<Topic>,
    pub statement: Statement,
    /// Whether the prose names a topic. Otherwise the target of the measure, or the total, is meant.
    pub named: bool,
    /// Whether a claim with a figure precedes this one in the same list of texts.
    pub beside_score: bool,
    /// Whether the report shows the comparison of scores above the list.
    pub beside_comparison: bool,
}
