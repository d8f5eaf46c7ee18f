//! All rules of the assessment, by fiscal year. Each change of the rules has a data file of its own, and a report may
//! bring additional rules files.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use serde::Deserialize;

use super::rules::{Indicator, Instrument, Level, Rules, RulesFile};
use crate::thai::FiscalYear;

/// The built-in rules files, as path and text, in the order of their years.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/rules_files.rs"));

static BUILT_IN: LazyLock<Vec<Arc<Rules>>> = LazyLock::new(|| {
    let read = |(path, text): &(&str, &str)| {
        Arc::new(built_in_rules(text).unwrap_or_else(|error| panic!("{path}: {error}")))
    };
    FILES.iter().map(read).collect()
});

/// All rules: those that a report brings, and the built-in ones.
#[derive(Debug, Clone)]
pub struct RuleBook {
    /// In the order of preference: the report's own rules come first.
    rules: Vec<Arc<Rules>>,
    /// The number of the report's own rules.
    own: usize,
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
    /// They stand in for others, because the year or a rules file could not be read. What breaks them need not be an error.
    StandIn,
}

impl ChosenRules {
    /// Whether an indicator with that number is an error: the rules do not have it and do not merely stand in.
    pub fn rules_out(&self, number: u8) -> bool {
        self.fit != RulesFit::StandIn && self.rules.indicator(number).is_none()
    }
}

impl RuleBook {
    /// Creates a rule book in which a report's own rules take precedence over the built-in ones.
    pub fn with_own_rules(own: Vec<Rules>) -> Self {
        let number = own.len();
        let rules = own.into_iter().map(Arc::new).chain(BUILT_IN.iter().cloned()).collect();
        RuleBook { rules, own: number, complete: true }
    }

    /// The same rule book, if a rules file that the report names could not be read.
    pub fn incomplete(self) -> Self {
        RuleBook { complete: false, ..self }
    }

    /// The rules for a fiscal year: those made for it, otherwise the latest earlier ones, otherwise the earliest ones.
    pub fn rules_for(&self, year: FiscalYear) -> ChosenRules {
        let year = year.number();
        if let Some(at) = self.rules.iter().position(|rules| (rules.from..=rules.to).contains(&year)) {
            // An unread file may replace the built-in rules of that year.
            let certain = self.complete || at < self.own;
            let fit = if certain { RulesFit::OfThatYear } else { RulesFit::StandIn };
            return ChosenRules { rules: self.rules[at].clone(), fit };
        }
        // Among rules that start in the same year, `max_by_key` takes the last. Reversed, that is the report's own.
        let earlier =
            self.rules.iter().rev().filter(|rules| rules.from <= year).max_by_key(|rules| rules.from);
        let nearest = earlier.or_else(|| self.rules.iter().min_by_key(|rules| rules.from));
        let fit = if self.complete { RulesFit::OfOtherYears } else { RulesFit::StandIn };
        ChosenRules { rules: nearest.expect("there are built-in rules").clone(), fit }
    }

    /// The rules that start in the latest year. They stand in for those of a year that cannot be read.
    pub fn latest(&self) -> ChosenRules {
        let latest = self.rules.iter().rev().max_by_key(|rules| rules.from);
        ChosenRules { rules: latest.expect("there are built-in rules").clone(), fit: RulesFit::StandIn }
    }

    /// The report's own rules.
    pub fn own(&self) -> impl Iterator<Item = &Rules> {
        self.rules[..self.own].iter().map(Arc::as_ref)
    }

    /// All rules, in the order of preference.
    pub fn iter(&self) -> impl Iterator<Item = &Rules> {
        self.rules.iter().map(Arc::as_ref)
    }
}

impl Default for RuleBook {
    fn default() -> Self {
        RuleBook::with_own_rules(Vec::new())
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
    fn an_indicator_has_its_counterpart_in_other_years() {
        let [before, after] = [2565, 2566].map(|number| RuleBook::default().rules_for(year(number)).rules);
        for indicator in after.indicators() {
            let number = |other: &Indicator| before.counterpart(other).map(|own| own.number);
            assert_eq!(number(indicator), Some(indicator.number));
            let renumbered = Indicator { number: 11, ..indicator.clone() };
            let reworded = number(indicator).is_some()
                && before.indicators().iter().all(|own| own.name != indicator.name);
            assert_eq!(number(&renumbered), (!reworded).then_some(indicator.number), "found by its name");
            // Another name under the same number is another indicator.
            let (file, others) = (before.as_ref().clone(), before.indicators());
            for other in others.iter().filter(|other| other.number != indicator.number) {
                let mut replaced = file.clone();
                replaced.indicators.retain(|own| own.number != other.number);
                let own = replaced.indicators.iter_mut().find(|own| own.number == indicator.number).unwrap();
                own.name.clone_from(&other.name);
                assert_eq!(replaced.counterpart(indicator), None, "{} is not {}", other.name, indicator.name);
            }
        }
    }

    #[test]
    fn a_reports_own_rules_go_before_the_built_in_ones() {
        let own = |from, to| {
            let mut rules = RuleBook::default().rules_for(year(2566)).rules.as_ref().clone();
            (rules.from, rules.to) = (from, to);
            rules
        };
        let own = vec![own(2567, 2567), own(2696, 2697)];
        let book = RuleBook::with_own_rules(own.clone());
        let chosen = |book: &RuleBook, number| {
            let chosen = book.rules_for(year(number));
            (chosen.rules.years(), chosen.fit)
        };
        assert_eq!(chosen(&book, 2567), ((2567, 2567), RulesFit::OfThatYear));
        assert_eq!(chosen(&book, 2568), ((2566, 2568), RulesFit::OfThatYear));
        assert_eq!(chosen(&book, 2697), ((2696, 2697), RulesFit::OfThatYear));
        assert_eq!(chosen(&book, 2699), ((2696, 2697), RulesFit::OfOtherYears));
        assert_eq!(book.latest().rules.years(), (2696, 2697));
        let incomplete = RuleBook::with_own_rules(own).incomplete();
        assert_eq!(chosen(&incomplete, 2567), ((2567, 2567), RulesFit::OfThatYear));
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
