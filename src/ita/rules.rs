//! The rules of the assessment: indicators, instruments with their weights, and levels. Each change of the rules has a
//! data file of its own, and a report may bring additional rules files.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, LazyLock};

use serde::Deserialize;

use super::{Mean, Score};
use crate::thai::FiscalYear;

/// The built-in rules files, as path and text, in the order of their years.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/rules_files.rs"));

static BUILT_IN: LazyLock<Vec<Arc<Rules>>> = LazyLock::new(|| {
    let read = |(path, text): &(&str, &str)| {
        Arc::new(built_in_rules(text).unwrap_or_else(|error| panic!("{path}: {error}")))
    };
    FILES.iter().map(read).collect()
});

/// The rules that hold for a range of fiscal years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    from: u16,
    to: u16,
    /// In the order of their first indicators, each with its weight in percent.
    instruments: Vec<(Instrument, u8)>,
    levels: Vec<Level>,
    /// In the order of their numbers.
    indicators: Vec<Indicator>,
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

/// All rules: those that a report brings, and the built-in ones.
#[derive(Debug, Clone)]
pub struct RuleBook {
    /// In the order of preference: the report's own rules come first.
    rules: Vec<Arc<Rules>>,
    /// Whether all rules files that the report names could be read.
    complete: bool,
}

/// The rules to use for a fiscal year.
#[derive(Debug, Clone)]
pub struct ChosenRules {
    /// The rules.
    pub rules: Arc<Rules>,
    /// Whether they are the right ones.
    pub fit: RulesFit,
}

/// Whether rules are the right ones for a fiscal year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RulesFit {
    /// They were made for it.
    OfThatYear,
    /// They are rules of other years, because those of that year are unknown.
    OfOtherYears,
    /// They stand in for rules that may be in a file that could not be read. What breaks them need not be an error.
    StandIn,
}

impl ChosenRules {
    /// Whether an indicator with that number is an error: the rules do not have it and do not merely stand in.
    pub fn rule_out(&self, number: u8) -> bool {
        self.fit != RulesFit::StandIn && self.rules.indicator(number).is_none()
    }
}

impl RuleBook {
    /// Creates a rule book in which a report's own rules take precedence over the built-in ones. `complete` says
    /// whether all rules files that the report names could be read.
    pub fn with_own_rules(own: Vec<Rules>, complete: bool) -> Self {
        RuleBook { rules: own.into_iter().map(Arc::new).chain(BUILT_IN.iter().cloned()).collect(), complete }
    }

    /// The rules for a fiscal year: those made for it, otherwise the latest earlier ones, otherwise the earliest ones.
    pub fn rules_for(&self, year: FiscalYear) -> ChosenRules {
        let year = year.number();
        if let Some(own) = self.rules.iter().find(|rules| (rules.from..=rules.to).contains(&year)) {
            // An unread file could have replaced the built-in rules of that year, too.
            let fit = if self.complete { RulesFit::OfThatYear } else { RulesFit::StandIn };
            return ChosenRules { rules: own.clone(), fit };
        }
        // Among rules that start in the same year, `max_by_key` takes the last. Reversed, that is the report's own.
        let earlier =
            self.rules.iter().rev().filter(|rules| rules.from <= year).max_by_key(|rules| rules.from);
        let nearest = earlier.or_else(|| self.rules.iter().min_by_key(|rules| rules.from));
        self.of_other_years(nearest)
    }

    /// The rules that start in the latest year, for a year that cannot be read.
    pub fn latest(&self) -> ChosenRules {
        self.of_other_years(self.rules.iter().rev().max_by_key(|rules| rules.from))
    }

    fn of_other_years(&self, rules: Option<&Arc<Rules>>) -> ChosenRules {
        let fit = if self.complete { RulesFit::OfOtherYears } else { RulesFit::StandIn };
        ChosenRules { rules: rules.expect("there are built-in rules").clone(), fit }
    }

    /// All rules, in the order of preference.
    pub fn iter(&self) -> impl Iterator<Item = &Rules> {
        self.rules.iter().map(Arc::as_ref)
    }
}

impl Default for RuleBook {
    fn default() -> Self {
        RuleBook::with_own_rules(Vec::new(), true)
    }
}

/// A built-in rules file as serde reads it. `report::load` reads the same form, and reports the faults in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BuiltInFile {
    year: Option<u16>,
    from: Option<u16>,
    to: Option<u16>,
    weights: BTreeMap<Instrument, u8>,
    levels: Vec<Level>,
    indicators: Vec<Indicator>,
}

fn built_in_rules(text: &str) -> Result<Rules, String> {
    let file: BuiltInFile = toml::from_str(text).map_err(|error| error.to_string())?;
    let (from, to) = match (file.year, file.from, file.to) {
        (Some(year), None, None) => (year, year),
        (None, Some(from), Some(to)) => (from, to),
        _ => return Err("needs either `year` or `from` and `to`".to_owned()),
    };
    let BuiltInFile { weights, levels, indicators, .. } = file;
    Ok(Rules::new(RulesFile { from, to, weights, levels, indicators }))
}

/// The text of the built-in rules file for a fiscal year, and the first and last year that it applies to. A year
/// without rules of its own gets the nearest file, as in [`RuleBook::rules_for`].
pub fn built_in_file(year: FiscalYear) -> (&'static str, (u16, u16)) {
    let rules = RuleBook::default().rules_for(year).rules;
    let at = BUILT_IN.iter().position(|built_in| *built_in == rules);
    (FILES[at.expect("a book without own rules has built-in ones")].1, rules.years())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(number: i64) -> FiscalYear {
        FiscalYear::new(number).unwrap()
    }

    #[test]
    fn years_without_rules_of_their_own_use_the_nearest() {
        let book = RuleBook::default();
        let fit = |number| book.rules_for(year(number)).fit;
        let indicator_8 = |number| book.rules_for(year(number)).rules.indicator(8).unwrap().name.clone();
        assert!([2562, 2565, 2566, 2568].into_iter().all(|year| fit(year) == RulesFit::OfThatYear));
        assert_eq!(fit(2699), RulesFit::OfOtherYears);
        assert_eq!(book.rules_for(year(2699)).rules.years(), book.latest().rules.years());
        assert_eq!(fit(2560), RulesFit::OfOtherYears);
        assert_eq!(book.rules_for(year(2560)).rules.years(), (2562, 2565));
        assert_eq!(indicator_8(2565), "การปรับปรุงระบบการทำงาน");
        assert_eq!(indicator_8(2566), "การปรับปรุงการทำงาน");
    }

    #[test]
    fn a_reports_own_rules_go_before_the_built_in_ones() {
        let own = |from, to| {
            let mut rules = RuleBook::default().rules_for(year(2566)).rules.as_ref().clone();
            (rules.from, rules.to) = (from, to);
            rules
        };
        let own = vec![own(2567, 2567), own(2696, 2697)];
        let book = RuleBook::with_own_rules(own.clone(), true);
        let chosen = |book: &RuleBook, number| {
            let chosen = book.rules_for(year(number));
            (chosen.rules.years(), chosen.fit)
        };
        assert_eq!(chosen(&book, 2567), ((2567, 2567), RulesFit::OfThatYear));
        assert_eq!(chosen(&book, 2568), ((2566, 2568), RulesFit::OfThatYear));
        assert_eq!(chosen(&book, 2697), ((2696, 2697), RulesFit::OfThatYear));
        assert_eq!(chosen(&book, 2699), ((2696, 2697), RulesFit::OfOtherYears));
        assert_eq!(book.latest().rules.years(), (2696, 2697));
        let incomplete = RuleBook::with_own_rules(own, false);
        assert_eq!(chosen(&incomplete, 2568), ((2566, 2568), RulesFit::StandIn));
        assert_eq!(chosen(&incomplete, 2699), ((2696, 2697), RulesFit::StandIn));
    }

    #[test]
    fn built_in_files_have_the_form_of_those_that_reports_bring() {
        let text = include_str!("../../tests/rules/ita-2569.toml");
        let rules = built_in_rules(&text.replace("total = 90", "total = 89.5")).unwrap();
        assert_eq!((rules.years(), rules.indicators().len()), ((2569, 2569), 11));
        assert_eq!(rules.levels()[0].total.hundredths(), 89_50);
        let instruments: Vec<&str> = rules.instruments().map(|(instrument, _)| instrument.name()).collect();
        assert_eq!(instruments, ["IIT", "EIT", "OIT", "PIT"], "in the order of their first indicators");
        assert!(built_in_rules(&text.replace("year = 2569", "from = 2569")).is_err());
    }
}
