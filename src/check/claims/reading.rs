//! The state while one list of texts is read: the topics and years named so far, and a change that needs its figure.

use super::claim::{Claim, Direction, Statement, Topic};
use super::sentence::Sentence;
use crate::check::text::{MeasurePart, Role};
use crate::check::tokens::{Lexer, TokenKind};
use crate::ita::{Instrument, Rules};
use crate::report::Report;
use crate::thai::FiscalYear;

/// Figures up to this many hundredths are too low for a score, unless a topic or a year is named.
const SMALL: i64 = 1_000;

/// The state while one list of texts, those with the same role, is read.
pub(super) struct Reading<'r> {
    pub report: &'r Report,
    /// The rules of the assessment in the report's fiscal year.
    pub rules: &'r Rules,
    pub lexer: &'r Lexer,
    pub claims: Vec<Claim>,
    /// The topic if none is named: the measure's target, or the total in wording of the whole report.
    pub target: Option<Topic>,
    /// Whether the list is an outcome. There, figures without a year or topic are about the target.
    pub outcome: bool,
    /// Whether the list is wording of the whole report. There, levels without a topic are about the total.
    pub wording: bool,
    pub beside_score: bool,
    pub beside_comparison: bool,
    /// The topics named last.
    pub named: Option<Vec<Topic>>,
    /// Within brackets that state scores of instruments: the topics named before them, which hold again after them.
    pub around_bracket: Option<Option<Vec<Topic>>>,
    /// Whether the agency has been named after the topics.
    pub agency: bool,
    /// Whether the words read last are about scores of something else.
    pub other_scores: bool,
    /// Whether the whole text is about scores of something else.
    pub all_other_scores: bool,
    /// The years named last. They are cleared after the next score.
    pub years: Vec<FiscalYear>,
    /// The years that a level may be of: those named last, or those of the last score.
    pub level_years: Vec<FiscalYear>,
    /// A change whose figure has not been read yet: its direction, or `Some(None)` for a difference without one.
    pub pending: Option<Option<Direction>>,
    /// Whether the words read last are about an aim.
    pub aim: bool,
    /// Whether the text has figures in the order of topics or years named before (ตามลำดับ).
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
            around_bracket: None,
            agency: false,
            other_scores: false,
            all_other_scores: false,
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

    /// Reads the name of the assessment. It may mean the total as well as the topics that are current already.
    pub(super) fn name_assessment(&mut self) {
        let mut topics = self.named.take().unwrap_or_else(|| self.target.iter().cloned().collect());
        if !topics.contains(&Topic::Total) {
            topics.push(Topic::Total);
        }
        self.name(topics);
    }

    /// Reads the name of an instrument. It may mean its own score, or that of the target if it measures the target.
    pub(super) fn name_instrument(&mut self, text: &Sentence, at: usize, instrument: &Instrument) {
        let measures = |topic: &&Topic| match topic {
            Topic::Indicator(number) => {
                self.rules.indicator(*number).is_some_and(|indicator| indicator.instrument == *instrument)
            }
            _ => false,
        };
        let target = self.target.as_ref().filter(measures).cloned();
        let stated = text.is_bracketed(at) && text.has_figure_in_bracket(at);
        if stated {
            self.around_bracket = Some(self.named.clone());
        }
        // In brackets after a topic, an instrument without a figure only describes that topic.
        if stated || self.named.is_none() || !text.is_bracketed(at) {
            self.name(target.into_iter().chain([Topic::Instrument(instrument.clone())]).collect());
        }
    }

    /// After brackets that stated scores of instruments, what was named before them is meant again.
    pub(super) fn leave_bracket(&mut self) {
        if let Some(named) = self.around_bracket.take() {
            self.named = named;
        }
    }

    /// The fiscal year that a token names.
    pub(super) fn fiscal_year(&self, kind: TokenKind) -> Option<FiscalYear> {
        match kind {
            TokenKind::Year(year) => FiscalYear::new(year.into()).ok(),
            TokenKind::PreviousYear => Some(self.report.fiscal_year.previous()),
            TokenKind::ThisYear => Some(self.report.fiscal_year.value),
            _ => None,
        }
    }

    /// The topics that a statement may be about here. With ตามลำดับ it may be any, as the order is not interpreted.
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

    /// Records a claim, unless it is an aim or probably about something else. Returns whether it was recorded.
    pub(super) fn claim(&mut self, text: &Sentence, at: usize, statement: Statement) -> bool {
        let topics = self.topics();
        let named = self.named.is_some();
        let silent = self.other_scores || self.all_other_scores || self.aim || topics.is_empty();
        // Without a topic or year a small figure is probably a mark on another scale.
        let dated = matches!(&statement, Statement::Score(_, years) if !years.is_empty());
        let implausible = !named
            && !dated
            && matches!(&statement, Statement::Score(number, _) if number.hundredths <= SMALL);
        // In wording of the whole report, a level is that of the total, and so is the difference beside a score.
        let of_total = match &statement {
            Statement::Level(..) => self.wording,
            Statement::Difference(..) => self.wording && self.beside_score,
            _ => false,
        };
        if silent || implausible || !(named || self.outcome || dated || of_total) {
            return false;
        }
        self.claims.push(Claim {
            text_index: text.text_index,
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
