//! The rules of the assessment in some fiscal years: indicators, instruments with their weights, and levels.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::Deserialize;

use super::{Mean, Score};

/// The rules that hold for a range of fiscal years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    pub(super) from: u16,
    pub(super) to: u16,
    /// In the order of their first indicators, each with its weight in percent.
    instruments: Vec<(Instrument, u8)>,
    levels: Vec<Level>,
    /// In the order of their numbers.
    pub(super) indicators: Vec<Indicator>,
}

/// The content of a rules file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesFile {
    /// The first fiscal year that the rules apply to.
    pub from: u16,
    /// The last fiscal year that the rules apply to.
    pub to: u16,
    /// Each instrument's weight in the total, in percent.
    pub weights: BTreeMap<Instrument, u8>,
    /// The levels, the best first.
    pub levels: Vec<Level>,
    /// The indicators.
    pub indicators: Vec<Indicator>,
}

/// An instrument of the assessment, identified by its abbreviation.
///
/// The built-in rules have three: IIT, a survey of the agency's own staff; EIT, a survey of the people who deal with
/// the agency; OIT, an assessment of what the agency publishes on its website.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(from = "String")]
pub struct Instrument(Arc<str>);

impl Instrument {
    /// Creates an instrument from its abbreviation.
    pub fn new(name: &str) -> Self {
        Instrument(name.into())
    }

    /// The abbreviation.
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl From<String> for Instrument {
    fn from(name: String) -> Self {
        Instrument(name.into())
    }
}

impl Borrow<str> for Instrument {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Instrument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// An indicator of the assessment, which gets a score each year.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its number, from 1.
    pub number: u8,
    /// The instrument that measures it.
    pub instrument: Instrument,
    /// Its official name in the years of these rules.
    pub name: String,
}

/// How similar two names must be to name the same indicator, from 0 to 1. New rules may reword a name: up to 2565,
/// การปรับปรุงการทำงาน was การปรับปรุงระบบการทำงาน, a similarity of 0.8. Different indicators of one year reach 0.64.
const SAME_NAME: f64 = 0.7;

impl Indicator {
    /// Whether this is an indicator of another year's rules under the same number, with at most a reworded name.
    fn is_reworded(&self, other: &Indicator) -> bool {
        (self.number, &self.instrument) == (other.number, &other.instrument)
            && strsim::normalized_damerau_levenshtein(&self.name, &other.name) >= SAME_NAME
    }
}

/// A level of the assessment, such as ผ่านดี.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Its official name.
    pub name: String,
    /// Whether an agency at this level has passed.
    pub passed: bool,
    /// Whether its name is a common word or letter, such as `A`. In prose, such a name counts as a level only if the
    /// text marks it as one.
    #[serde(default)]
    pub common: bool,
    /// The least total that the level requires.
    pub total: Score,
    /// The least score that every instrument must have. `None` if the level requires none.
    pub instrument: Option<Score>,
}

impl Rules {
    /// Creates the rules from the content of a file. The indicators may be in any order; the levels must be in order,
    /// best first.
    pub fn new(mut file: RulesFile) -> Self {
        file.indicators.sort_by_key(|indicator| indicator.number);
        let place = |instrument: &Instrument| {
            let measured = file.indicators.iter().position(|indicator| indicator.instrument == *instrument);
            measured.unwrap_or(usize::MAX)
        };
        let mut instruments: Vec<(Instrument, u8)> = file.weights.into_iter().collect();
        instruments.sort_by_key(|(instrument, _)| place(instrument));
        let RulesFile { from, to, levels, indicators, .. } = file;
        Rules { from, to, instruments, levels, indicators }
    }

    /// The first and the last fiscal year that the rules apply to.
    pub fn years(&self) -> (u16, u16) {
        (self.from, self.to)
    }

    /// The indicator with that number, if there is one.
    pub fn indicator(&self, number: u8) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.number == number)
    }

    /// The indicator that is the same as one of another year's rules, so that their scores can be compared: the one with
    /// its name, or the one with its number if only the name was reworded. `None` if there is none.
    pub fn counterpart(&self, other: &Indicator) -> Option<&Indicator> {
        let named = self.indicators.iter().find(|own| own.name == other.name);
        named.or_else(|| self.indicator(other.number).filter(|own| own.is_reworded(other)))
    }

    /// The indicators in the order of their numbers.
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// The numbers of the indicators, in order.
    pub fn numbers(&self) -> impl Iterator<Item = u8> + '_ {
        self.indicators.iter().map(|indicator| indicator.number)
    }

    /// The instruments in the order of their first indicators, each with its weight in the total, in percent.
    pub fn instruments(&self) -> impl Iterator<Item = (&Instrument, u8)> {
        self.instruments.iter().map(|(instrument, weight)| (instrument, *weight))
    }

    /// The indicators that an instrument measures, in the order of their numbers.
    pub fn measured_by(&self, instrument: &Instrument) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(move |indicator| indicator.instrument == *instrument)
    }

    /// The levels, best first.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// The level with that name, if there is one in these rules.
    pub fn level_named(&self, name: &str) -> Option<&Level> {
        self.levels.iter().find(|level| level.name == name)
    }

    /// The best level that a total and the scores of all instruments reach. The score of an instrument may be unknown.
    /// `None` if the level depends on an unknown score or if no level is reached.
    pub fn level(&self, total: Score, instruments: &[Option<Mean>]) -> Option<&Level> {
        let reached = self.levels.iter().find(|level| !level.is_ruled_out(total, instruments))?;
        let certain = reached.instrument.is_none() || instruments.iter().all(Option::is_some);
        certain.then_some(reached)
    }
}

impl Level {
    /// Whether all scores that reach the other level reach this one, too.
    pub fn includes(&self, other: &Level) -> bool {
        self.total <= other.total && self.instrument <= other.instrument
    }

    /// Whether a total and the known scores of instruments are too low for the level.
    pub fn is_ruled_out(&self, total: Score, instruments: &[Option<Mean>]) -> bool {
        let too_low = |least| instruments.iter().flatten().any(|mean: &Mean| !mean.at_least(least));
        total < self.total || self.instrument.is_some_and(too_low)
    }
}
