//! The announced results of one year, and what follows from them under that year's rules.

use std::collections::BTreeMap;

use super::{Instrument, Level, Rules, Score};

/// The exact mean of some scores: 86.905 stays 86.905.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mean {
    /// The scores' sum, in hundredths.
    pub sum: i32,
    /// How many they are, at least one.
    pub count: i32,
}

impl Mean {
    /// The mean of the scores, `None` of none.
    pub fn of(scores: impl IntoIterator<Item = Score>) -> Option<Self> {
        let (sum, count) =
            scores.into_iter().fold((0, 0), |(sum, count), score| (sum + score.hundredths(), count + 1));
        (count > 0).then_some(Mean { sum, count })
    }

    /// Whether the mean is that many points or more.
    pub fn at_least(self, points: u8) -> bool {
        self.sum >= i32::from(points) * 100 * self.count
    }
}

/// The official results of one fiscal year as announced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// The total score. It is computed from unpublished item scores, so it is never replaced by a sum of ours.
    pub total: Score,
    /// The level as the report file states it; it wins over the derived one.
    pub stated_level: Option<String>,
    /// Instruments' scores as the report file states them; they win over means of indicators.
    pub instruments: BTreeMap<Instrument, Score>,
    /// Scores of the indicators by number, 1 to 10; some may be missing.
    pub indicators: BTreeMap<u8, Score>,
}

impl Results {
    /// The instrument's score: the stated one, else the mean of its indicators, if all are there.
    pub fn instrument(&self, instrument: Instrument, rules: &Rules) -> Option<Mean> {
        if let Some(&stated) = self.instruments.get(&instrument) {
            return Mean::of([stated]);
        }
        let scores: Option<Vec<Score>> = rules
            .indicators()
            .iter()
            .filter(|i| i.instrument == instrument)
            .map(|i| self.indicators.get(&i.number).copied())
            .collect();
        Mean::of(scores?)
    }

    /// The level that follows from total and instruments under the rules.
    pub fn derived_level<'r>(&self, rules: &'r Rules) -> Option<&'r Level> {
        rules.level(self.total, Instrument::ALL.map(|i| self.instrument(i, rules)))
    }

    /// The level's name: the stated one, else the derived one, else unknown.
    pub fn level<'a>(&'a self, rules: &'a Rules) -> Option<&'a str> {
        self.stated_level.as_deref().or_else(|| self.derived_level(rules).map(|l| l.name.as_str()))
    }

    /// Whether the level is a pass, as far as the level is known to the rules.
    pub fn passed(&self, rules: &Rules) -> Option<bool> {
        match &self.stated_level {
            Some(name) => rules.level_named(name),
            None => self.derived_level(rules),
        }
        .map(|level| level.passed)
    }

    /// The numbers of the indicators whose score is below a threshold, in their order.
    pub fn below(&self, threshold: Score) -> impl Iterator<Item = (u8, Score)> + '_ {
        self.indicators.iter().map(|(&n, &s)| (n, s)).filter(move |(_, s)| *s < threshold)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::thai::FiscalYear;

    fn score(text: &str) -> Score {
        text.parse().unwrap()
    }

    fn results(total: &str, indicators: [&str; 10]) -> Results {
        Results {
            total: score(total),
            stated_level: None,
            instruments: BTreeMap::new(),
            indicators: (1..).zip(indicators.map(score)).collect(),
        }
    }

    fn rules(year: i64) -> &'static Rules {
        Rules::of(FiscalYear::new(year).unwrap()).rules
    }

    const SEED_2566: [&str; 10] =
        ["100", "100", "100", "99.45", "100", "92.51", "93.31", "91.36", "100", "100"];
    const SEED_2567: [&str; 10] =
        ["100", "100", "100", "100", "100", "99.22", "100", "100", "97.14", "76.67"];

    #[test]
    fn levels_of_the_published_results() {
        assert_eq!(results("97.72", SEED_2566).level(rules(2566)), Some("ผ่านดี"));
        assert_eq!(results("94.69", SEED_2567).level(rules(2567)), Some("ผ่านดี"));
        assert_eq!(results("97.72", SEED_2566).level(rules(2565)), Some("AA"));
    }

    #[test]
    fn every_instrument_counts_from_2566_on() {
        let level = |total, oit: &str| {
            results(total, ["99"; 9].into_iter().chain([oit]).collect::<Vec<_>>().try_into().unwrap())
                .level(rules(2568))
                .map(str::to_owned)
        };
        assert_eq!(level("97.00", "91").as_deref(), Some("ผ่านดีเยี่ยม")); // OIT is 95 exactly
        assert_eq!(level("97.00", "90.99").as_deref(), Some("ผ่านดี")); // 94.995 is not 95
        assert_eq!(level("90.00", "70").as_deref(), Some("ผ่าน"));
        assert_eq!(level("84.99", "99").as_deref(), Some("ต้องปรับปรุง"));
        assert_eq!(level("69.99", "99").as_deref(), Some("ต้องปรับปรุงโดยด่วน"));
    }

    #[test]
    fn an_unknown_instrument_leaves_the_level_open_only_where_it_matters() {
        let mut some = results("97.72", SEED_2566);
        some.indicators.remove(&10);
        assert_eq!(some.level(rules(2566)), None);
        assert_eq!(some.level(rules(2565)), Some("AA"));
        some.total = score("80");
        assert_eq!(some.level(rules(2566)), Some("ต้องปรับปรุง"));
        some.indicators.insert(6, score("10"));
        some.total = score("90");
        assert_eq!(some.level(rules(2566)), Some("ผ่าน"), "EIT alone rules the better ones out");
    }

    #[test]
    fn years_without_rules_of_their_own_use_the_nearest() {
        let of = |year| Rules::of(FiscalYear::new(year).unwrap());
        assert!(of(2562).known && of(2565).known && of(2566).known && of(2568).known);
        assert_eq!((of(2570).known, of(2570).rules.years()), (false, (2566, 2568)));
        assert_eq!((of(2560).known, of(2560).rules.years()), (false, (2562, 2565)));
        assert_eq!(rules(2565).indicator(8).unwrap().name, "การปรับปรุงระบบการทำงาน");
        assert_eq!(rules(2566).indicator(8).unwrap().name, "การปรับปรุงการทำงาน");
    }
}
