//! The state of reading one list of texts: what has been named, which years, what is still to come.

use super::claim::{Claim, Direction, Statement, Topic};
use super::sentence::Sentence;
use crate::check::text::{MeasurePart, Role};
use crate::check::tokens::{Lexer, TokenKind};
use crate::ita::{Instrument, Rules};
use crate::report::Report;
use crate::thai::FiscalYear;

/// The highest score that nobody has, in hundredths.
const SMALL: i64 = 1_000;

/// The state of reading one list of texts.
pub(super) struct Reading<'r> {
    pub report: &'r Report,
    /// The rules of the report's own year.
    pub rules: &'r Rules,
    pub lexer: &'r Lexer,
    pub claims: Vec<Claim>,
    /// What is meant where nothing is named.
    pub target: Option<Topic>,
    /// Whether the list is an outcome: figures without a year or name are about the target there.
    pub outcome: bool,
    /// Whether it is wording of the whole report, which is about the total.
    pub wording: bool,
    pub beside_score: bool,
    pub beside_comparison: bool,
    /// What has been named.
    pub named: Option<Vec<Topic>>,
    /// Whether the agency has been named since.
    pub agency: bool,
    /// Whether it is a score of something else that is spoken of now, or in all of the text.
    pub other_scores: bool,
    pub elsewhere: bool,
    /// The years named last, until a figure has used them up, and those that a level may be of.
    pub years: Vec<FiscalYear>,
    pub level_years: Vec<FiscalYear>,
    /// A rise, fall or difference whose figure has not come yet.
    pub pending: Option<Option<Direction>>,
    /// Whether what is said is an aim.
    pub aim: bool,
    /// Whether figures are told in the order of what was named before.
    pub respectively: bool,
}

impl<'r> Reading<'r> {
    pub(super) fn new(report: &'r Report, rules: &'r Rules, role: Role, lexer: &'r Lexer) -> Self {
        let measure = match role {
            Role::Measure(index, _) => report.measures.get(index),
            _ => None,
        };
        let outcome = matches!(role, Role::Measure(_, MeasurePart::Outcome));
        let wording = role == Role::Wording;
        let target = measure.and_then(|measure| measure.target.as_ref()).map(|target| target.value.into());
        Reading {
            report,
            rules,
            lexer,
            claims: Vec::new(),
            target: target.or(wording.then_some(Topic::Total)),
            outcome,
            wording,
            beside_score: false,
            beside_comparison: outcome && measure.is_some_and(|measure| measure.compare),
            named: None,
            agency: false,
            other_scores: false,
            elsewhere: false,
            years: Vec::new(),
            level_years: Vec::new(),
            pending: None,
            aim: false,
            respectively: false,
        }
    }

    pub(super) fn new_line(&mut self) {
        self.agency = false;
        self.other_scores = false;
        self.years.clear();
        self.level_years.clear();
        self.pending = None;
        self.aim = false;
    }

    pub(super) fn name(&mut self, topics: Vec<Topic>) {
        self.other_scores = false;
        self.agency = false;
        self.named = Some(topics);
    }

    /// The assessment as a whole, or the part of it that was named.
    pub(super) fn name_assessment(&mut self) {
        let mut topics = self.named.take().unwrap_or_else(|| self.target.iter().cloned().collect());
        if !topics.contains(&Topic::Total) {
            topics.push(Topic::Total);
        }
        self.name(topics);
    }

    /// An instrument: its own score, or that of the target where it measures that.
    pub(super) fn name_instrument(&mut self, text: &Sentence, at: usize, instrument: &Instrument) {
        let measures = |topic: &&Topic| match topic {
            Topic::Indicator(number) => {
                self.rules.indicator(*number).is_some_and(|indicator| indicator.instrument == *instrument)
            }
            _ => false,
        };
        let target = self.target.as_ref().filter(measures).cloned();
        // In brackets behind an indicator it is said of that one.
        if self.named.is_none() || !text.is_bracketed(at) {
            self.name(target.into_iter().chain([Topic::Instrument(instrument.clone())]).collect());
        }
    }

    /// The year that a token names.
    pub(super) fn fiscal_year(&self, kind: TokenKind) -> Option<FiscalYear> {
        match kind {
            TokenKind::Year(year) => FiscalYear::new(year.into()).ok(),
            TokenKind::PreviousYear => Some(self.report.fiscal_year.previous()),
            TokenKind::ThisYear => Some(self.report.fiscal_year.value),
            _ => None,
        }
    }

    /// What is spoken of.
    pub(super) fn topics(&self) -> Vec<Topic> {
        if self.respectively {
            let indicators = self.rules.numbers().map(Topic::Indicator);
            let instruments = self.rules.instruments().map(|(i, _)| Topic::Instrument(i.clone()));
            return indicators.chain(instruments).chain([Topic::Total]).collect();
        }
        match &self.named {
            Some(topics) => topics.clone(),
            None => self.target.iter().cloned().collect(),
        }
    }

    /// Notes what is said, unless it is of something else or an aim; says whether it did.
    pub(super) fn claim(&mut self, text: &Sentence, at: usize, statement: Statement) -> bool {
        let topics = self.topics();
        let named = self.named.is_some();
        let silent = self.other_scores || self.elsewhere || self.aim || topics.is_empty();
        // By itself a small figure is a mark of some other scale.
        let dated = matches!(&statement, Statement::Score(_, years) if !years.is_empty());
        let implausible = !named
            && !dated
            && matches!(&statement, Statement::Score(number, _) if number.hundredths <= SMALL);
        let level = self.wording && matches!(&statement, Statement::Level(..));
        if silent || implausible || !(named || self.outcome || dated || level) {
            return false;
        }
        self.claims.push(Claim {
            text: text.text,
            range: text.tokens[at].range.clone(),
            topics,
            statement,
            named,
            beside_score: self.beside_score,
            beside_comparison: self.beside_comparison,
        });
        true
    }
}
