//! The announced results of one fiscal year, and what follows from them under that year's rules.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Indicator, Instrument, Level, Mean, Rules, Score};

/// The official results of one fiscal year, as announced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// The rules of that year.
    pub rules: Arc<Rules>,
    /// The total score. It is based on unpublished scores of single items, so it cannot be recomputed here.
    pub total: Score,
    /// The level as the report file states it. It takes precedence over the derived level.
    pub stated_level: Option<String>,
    /// The scores of instruments as the report file states them. They take precedence over means of indicators.
    pub instruments: BTreeMap<Instrument, Score>,
    /// The scores of the indicators by number. Some may be missing.
    pub indicators: BTreeMap<u8, Score>,
}

impl Results {
    /// The score of an instrument: the stated one, otherwise the mean of its indicators. `None` if one of these is
    /// missing.
    pub fn instrument(&self, instrument: &Instrument) -> Option<Mean> {
        if let Some(&stated) = self.instruments.get(instrument) {
            return Mean::new([stated]);
        }
        let measured = self.rules.measured_by(instrument);
        let scores: Option<Vec<Score>> =
            measured.map(|indicator| self.indicators.get(&indicator.number).copied()).collect();
        Mean::new(scores?)
    }

    /// The score of an indicator, which may be one of another year's rules. `None` if the score is missing or if the
    /// indicator did not exist in this year.
    pub fn score(&self, indicator: &Indicator) -> Option<Score> {
        self.indicators.get(&self.rules.counterpart(indicator)?.number).copied()
    }

    /// The score of each instrument in the order of the rules; `None` if it is unknown.
    fn all_instruments(&self) -> Vec<Option<Mean>> {
        self.rules.instruments().map(|(instrument, _)| self.instrument(instrument)).collect()
    }

    /// The level that follows from the total and the scores of the instruments, see [`Rules::level`].
    pub fn derived_level(&self) -> Option<&Level> {
        self.rules.level(self.total, &self.all_instruments())
    }

    /// Whether the known scores are too low for a level.
    pub fn rules_out(&self, level: &Level) -> bool {
        level.is_ruled_out(self.total, &self.all_instruments())
    }

    /// The name of the level: the stated one, otherwise the derived one. `None` if the level is unknown.
    pub fn level(&self) -> Option<&str> {
        self.stated_level.as_deref().or_else(|| self.derived_level().map(|level| level.name.as_str()))
    }

    /// Whether the level is a pass. `None` if the level is unknown or is not in the rules.
    pub fn passed(&self) -> Option<bool> {
        match &self.stated_level {
            Some(name) => self.rules.level_named(name),
            None => self.derived_level(),
        }
        .map(|level| level.passed)
    }

    /// The indicators whose score is below a threshold, as number and score, in the order of their numbers.
    pub fn below(&self, threshold: Score) -> impl Iterator<Item = (u8, Score)> + '_ {
        self.indicators.iter().map(|(&n, &s)| (n, s)).filter(move |(_, s)| *s < threshold)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ita::RuleBook;
    use crate::thai::FiscalYear;

    fn score(text: &str) -> Score {
        text.parse().unwrap()
    }

    fn results(year: i64, total: &str, indicators: [&str; 10]) -> Results {
        Results {
            rules: RuleBook::default().rules_for(FiscalYear::new(year).unwrap()).rules,
            total: score(total),
            stated_level: None,
            instruments: BTreeMap::new(),
            indicators: (1..).zip(indicators.map(score)).collect(),
        }
    }

    const SEED_2566: [&str; 10] =
        ["100", "100", "100", "99.45", "100", "92.51", "93.31", "91.36", "100", "100"];
    const SEED_2567: [&str; 10] =
        ["100", "100", "100", "100", "100", "99.22", "100", "100", "97.14", "76.67"];

    #[test]
    fn levels_of_the_published_results() {
        assert_eq!(results(2566, "97.72", SEED_2566).level(), Some("ผ่านดี"));
        assert_eq!(results(2567, "94.69", SEED_2567).level(), Some("ผ่านดี"));
        assert_eq!(results(2565, "97.72", SEED_2566).level(), Some("AA"));
    }

    #[test]
    fn every_instrument_counts_from_2566_on() {
        let level = |total, oit: &str| {
            let scores: Vec<&str> = ["99"; 9].into_iter().chain([oit]).collect();
            results(2568, total, scores.try_into().unwrap()).level().map(str::to_owned)
        };
        assert_eq!(level("97.00", "91").as_deref(), Some("ผ่านดีเยี่ยม")); // OIT is 95 exactly
        assert_eq!(level("97.00", "90.99").as_deref(), Some("ผ่านดี")); // 94.995 is not 95
        assert_eq!(level("90.00", "70").as_deref(), Some("ผ่าน"));
        assert_eq!(level("84.99", "99").as_deref(), Some("ต้องปรับปรุง"));
        assert_eq!(level("69.99", "99").as_deref(), Some("ต้องปรับปรุงโดยด่วน"));
    }

    #[test]
    fn an_unknown_instrument_leaves_the_level_open_only_where_it_matters() {
        let without_oit = |year, total: &str| {
            let mut some = results(year, total, SEED_2566);
            some.indicators.remove(&10);
            some
        };
        assert_eq!(without_oit(2566, "97.72").level(), None);
        assert_eq!(without_oit(2565, "97.72").level(), Some("AA"));
        assert_eq!(without_oit(2566, "80").level(), Some("ต้องปรับปรุง"));
        let mut low = without_oit(2566, "90");
        low.indicators.insert(6, score("10"));
        assert_eq!(low.level(), Some("ผ่าน"), "EIT alone rules the better ones out");
    }
}
