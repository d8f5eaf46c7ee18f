//! The rules of the assessment, one data file for each time they changed.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Mean, Score};
use crate::thai::FiscalYear;

/// The rule files, in the order of their years.
const FILES: [&str; 2] = [include_str!("../../data/ita/2562.toml"), include_str!("../../data/ita/2566.toml")];

static RULES: LazyLock<Vec<Rules>> = LazyLock::new(|| {
    FILES.iter().map(|file| toml::from_str(file).expect("embedded rules are valid")).collect()
});

/// The rules that hold for a range of fiscal years.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    from: u16,
    to: u16,
    weights: Weights,
    levels: Vec<Level>,
    indicators: Vec<Indicator>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Weights {
    #[serde(rename = "IIT")]
    iit: u8,
    #[serde(rename = "EIT")]
    eit: u8,
    #[serde(rename = "OIT")]
    oit: u8,
}

/// One of the three instruments of the assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Instrument {
    /// Internal: what the agency's own people answer.
    #[serde(rename = "IIT")]
    Iit,
    /// External: what those answer who deal with it.
    #[serde(rename = "EIT")]
    Eit,
    /// Open data: what stands on its website.
    #[serde(rename = "OIT")]
    Oit,
}

impl Instrument {
    /// All of them, in their official order.
    pub const ALL: [Instrument; 3] = [Instrument::Iit, Instrument::Eit, Instrument::Oit];

    /// The instrument's abbreviation.
    pub fn name(self) -> &'static str {
        match self {
            Instrument::Iit => "IIT",
            Instrument::Eit => "EIT",
            Instrument::Oit => "OIT",
        }
    }
}

impl fmt::Display for Instrument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Instrument {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Instrument::ALL.into_iter().find(|i| i.name() == name).ok_or(())
    }
}

/// One of the ten things that are scored.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// 1 to 10.
    pub number: u8,
    /// The instrument that measures it.
    pub instrument: Instrument,
    /// Its official name in these years.
    pub name: String,
}

/// A level that a total can reach.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Its official name.
    pub name: String,
    /// Whether an agency of this level has passed.
    pub passed: bool,
    /// Whether its name is a common word or letter, which is a level only where it is called one.
    #[serde(default)]
    pub common: bool,
    total: u8,
    #[serde(default)]
    instrument: u8,
}

/// The rules used for a year, and whether they are known to be that year's own.
#[derive(Debug, Clone, Copy)]
pub struct RulesFor {
    /// The rules.
    pub rules: &'static Rules,
    /// `false` where the year's own rules are unknown and those of the nearest known years stand in.
    pub known: bool,
}

impl Rules {
    /// The rules of a fiscal year: its own, else the latest earlier ones, else the earliest.
    pub fn of(year: FiscalYear) -> RulesFor {
        let year = year.number();
        let rules = RULES.iter().rev().find(|r| r.from <= year).unwrap_or(&RULES[0]);
        RulesFor { rules, known: (rules.from..=rules.to).contains(&year) }
    }

    /// All rules there are.
    pub fn all() -> impl Iterator<Item = &'static Rules> {
        RULES.iter()
    }

    /// The first and the last year that the rules are known for.
    pub fn years(&self) -> (u16, u16) {
        (self.from, self.to)
    }

    /// The indicator of that number.
    pub fn indicator(&self, number: u8) -> Option<&Indicator> {
        self.indicators.iter().find(|i| i.number == number)
    }

    /// All indicators in the order of their numbers.
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// The instrument's weight in the total, in percent.
    pub fn weight(&self, instrument: Instrument) -> u8 {
        match instrument {
            Instrument::Iit => self.weights.iit,
            Instrument::Eit => self.weights.eit,
            Instrument::Oit => self.weights.oit,
        }
    }

    /// All levels, the best first.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// The level of that name, should it be one of these years'.
    pub fn level_named(&self, name: &str) -> Option<&Level> {
        self.levels.iter().find(|level| level.name == name)
    }

    /// Whether a total and the instruments' scores, as far as they are known, are too low for a level.
    pub fn rule_out(&self, level: &Level, total: Score, instruments: [Option<Mean>; 3]) -> bool {
        total.hundredths() < i32::from(level.total) * 100
            || level.instrument > 0
                && instruments.iter().flatten().any(|mean| !mean.at_least(level.instrument))
    }

    /// The level that a total and the instruments' scores reach. `None` for an instrument's unknown score; where
    /// the level hangs on an unknown one, it is unknown itself.
    pub fn level(&self, total: Score, instruments: [Option<Mean>; 3]) -> Option<&Level> {
        for level in self.levels.iter().filter(|level| total.hundredths() >= i32::from(level.total) * 100) {
            if level.instrument == 0 || instruments.iter().flatten().all(|m| m.at_least(level.instrument)) {
                let certain = level.instrument == 0 || instruments.iter().all(Option::is_some);
                return certain.then_some(level);
            }
        }
        None
    }
}
