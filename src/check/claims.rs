//! What a report's prose says of its scores: which figure it gives for what, which rise or fall, which level.
//!
//! Prose is read from left to right. A figure is taken for what the words before it are about: the year and the
//! indicator named last, in a measure the indicator or total that it targets. What may be a score of something else,
//! a bound, an aim or a count says nothing here: a rule that stays silent is better than one that cries wolf.

mod figures;
mod sentence;

use std::ops::Range;

use super::text::{Part, Place, Text};
use super::tokens::{Kind, Lexer, Number, Token};
use crate::ita::{INDICATORS, Instrument, Rules};
use crate::report::{Argument, Report, Target};
use crate::thai::FiscalYear;

pub(super) use sentence::Sentence;
use sentence::is_part;

/// What a score may be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
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
pub(super) enum Direction {
    Rise,
    Fall,
}

/// What is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Statement {
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
pub(super) struct Claim {
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

/// The claims of all texts. `tokens` are those of each text.
pub(super) fn of(report: &Report, texts: &[Text], tokens: &[Vec<Token>], lexer: &Lexer) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut start = 0;
    // Texts of one list are read together: what a heading in it speaks of, the lines below it do too.
    while start < texts.len() {
        let place = texts[start].place;
        let end = start + texts[start..].iter().take_while(|text| text.place == place).count();
        let mut reading = Reading::new(report, place, lexer);
        for index in start..end {
            reading.read(&Sentence { text: index, content: &texts[index].content, tokens: &tokens[index] });
        }
        claims.append(&mut reading.claims);
        start = end;
    }
    claims
}

/// The state of reading one list of texts.
struct Reading<'r> {
    report: &'r Report,
    lexer: &'r Lexer,
    claims: Vec<Claim>,
    /// What is meant where nothing is named.
    target: Option<Topic>,
    /// Whether the list is an outcome: figures without a year or name are about the target there.
    outcome: bool,
    /// Whether it is wording of the whole report, which is about the total.
    wording: bool,
    beside_score: bool,
    beside_comparison: bool,
    /// What has been named.
    named: Option<Vec<Topic>>,
    /// Whether the agency has been named since.
    agency: bool,
    /// Whether it is a score of something else that is spoken of now, or in all of the text.
    other_scores: bool,
    elsewhere: bool,
    /// The years named last, until a figure has used them up, and those that a level may be of.
    years: Vec<FiscalYear>,
    level_years: Vec<FiscalYear>,
    /// A rise, fall or difference whose figure has not come yet.
    pending: Option<Option<Direction>>,
    /// Whether what is said is an aim.
    aim: bool,
    /// Whether figures are told in the order of what was named before.
    respectively: bool,
}

impl<'r> Reading<'r> {
    fn new(report: &'r Report, place: Place, lexer: &'r Lexer) -> Self {
        let measure = match place {
            Place::Measure(index, _) => report.measures.get(index),
            _ => None,
        };
        let outcome = matches!(place, Place::Measure(_, Part::Outcome));
        let wording = place == Place::Wording;
        let target = measure.and_then(|measure| measure.target.as_ref()).map(|target| target.value.into());
        Reading {
            report,
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

    fn read(&mut self, text: &Sentence) {
        self.new_line();
        self.respectively = text.has(|kind| kind == Kind::Respectively);
        self.elsewhere |= text.has_other_full_marks();
        let mut at = 0;
        while at < text.tokens.len() {
            at = match text.tokens[at].kind {
                Kind::Indicator => self.indicators(text, at),
                kind => {
                    self.token(text, at, kind);
                    at + 1
                }
            };
        }
        // What a heading names holds for the texts below it; what is named beside figures does not.
        let heading = self.outcome && !text.has(|kind| matches!(kind, Kind::Number(_)));
        self.elsewhere = heading && self.other_scores;
        if !heading {
            self.named = None;
        }
    }

    fn new_line(&mut self) {
        self.agency = false;
        self.other_scores = false;
        self.years.clear();
        self.level_years.clear();
        self.pending = None;
        self.aim = false;
    }

    fn token(&mut self, text: &Sentence, at: usize, kind: Kind) {
        match kind {
            Kind::LineEnd => self.new_line(),
            Kind::Agency => self.agency = true,
            Kind::Total => self.name(vec![Topic::Total]),
            Kind::Ita | Kind::Assessment => self.name_assessment(),
            Kind::Instrument(instrument) => self.name_instrument(text, at, instrument),
            Kind::Named(number) if !text.follows_its_number(at) => {
                // One of several that are named together.
                let others = self.named.take().filter(|_| text.continues_names(at)).unwrap_or_default();
                self.name(others.into_iter().chain([Topic::Indicator(number)]).collect());
            }
            Kind::ThisIndicator => {
                self.other_scores = false;
                self.named = self.target.map(|topic| vec![topic]).or(self.named.take());
            }
            Kind::OtherScores => self.other_scores = true,
            // `ตัวชี้วัดย่อย 9.1`, `OIT ๙.๑`: a part of what was named.
            Kind::Number(number) if is_part(number) && text.follows_name(at) => self.other_scores = true,
            Kind::Aim => self.aim = true,
            Kind::Fact => self.aim = false,
            Kind::Year(_) | Kind::PreviousYear | Kind::ThisYear => self.year(text, at, kind),
            Kind::Rise => self.moved(text, at, Direction::Rise),
            Kind::Fall => self.moved(text, at, Direction::Fall),
            Kind::More if text.is_before_year(at) => self.pending = Some(Some(Direction::Rise)),
            Kind::Less if text.is_before_year(at) => self.pending = Some(Some(Direction::Fall)),
            Kind::Gain if text.is_before_number(at) => self.pending = Some(Some(Direction::Rise)),
            Kind::Loss if text.is_before_number(at) => self.pending = Some(Some(Direction::Fall)),
            // A difference told as a fall stays a fall.
            Kind::Difference if self.pending.is_none() => self.pending = Some(None),
            Kind::Number(number) => self.number(text, at, number),
            Kind::Level(level) => self.level(text, at, level),
            _ => {}
        }
    }

    fn name(&mut self, topics: Vec<Topic>) {
        self.other_scores = false;
        self.agency = false;
        self.named = Some(topics);
    }

    /// The assessment as a whole, or the part of it that was named.
    fn name_assessment(&mut self) {
        let mut topics = self.named.take().unwrap_or_else(|| self.target.into_iter().collect());
        if !topics.contains(&Topic::Total) {
            topics.push(Topic::Total);
        }
        self.name(topics);
    }

    /// An instrument: its own score, or that of the target where it measures that.
    fn name_instrument(&mut self, text: &Sentence, at: usize, instrument: Instrument) {
        let rules = Rules::of(self.report.fiscal_year.value).rules;
        let measures = |topic: &Topic| match topic {
            Topic::Indicator(number) => rules.indicator(*number).is_some_and(|i| i.instrument == instrument),
            _ => false,
        };
        let target = self.target.filter(measures);
        // In brackets behind an indicator it is said of that one.
        if self.named.is_none() || !text.is_bracketed(at) {
            self.name(target.into_iter().chain([Topic::Instrument(instrument)]).collect());
        }
    }

    /// `ตัวชี้วัดที่ 6`, `ตัวชี้วัดที่ 6, 7 และ 8`, `ตัวชี้วัดที่ 1 - 5`, or indicators in general. Returns the index behind
    /// it.
    fn indicators(&mut self, text: &Sentence, at: usize) -> usize {
        let (numbers, end) = text.indicators(at);
        if matches!(text.kind(at + 1), Some(Kind::Number(number)) if is_part(number)) {
            self.other_scores = true;
            return at + 2;
        }
        let by_name = matches!(text.kind(at + 1), Some(Kind::Named(_)));
        if !numbers.is_empty() {
            self.name(numbers.into_iter().map(Topic::Indicator).collect());
        } else if !by_name {
            self.name((1..=INDICATORS).map(Topic::Indicator).chain([Topic::Total]).collect());
        }
        end
    }

    /// The year that a token names.
    fn fiscal_year(&self, kind: Kind) -> Option<FiscalYear> {
        match kind {
            Kind::Year(year) => FiscalYear::new(year.into()).ok(),
            Kind::PreviousYear => Some(self.report.fiscal_year.previous()),
            Kind::ThisYear => Some(self.report.fiscal_year.value),
            _ => None,
        }
    }

    fn year(&mut self, text: &Sentence, at: usize, kind: Kind) {
        self.aim = false;
        // The year that something is compared with is not the one that is spoken of.
        if !text.is_reckoned_from(at) && !text.dates_a_figure(at) {
            if !text.continues_years(at) {
                self.years.clear();
            }
            self.years.extend(self.fiscal_year(kind));
            self.level_years.clone_from(&self.years);
        }
    }

    /// What is spoken of.
    fn topics(&self) -> Vec<Topic> {
        if self.respectively {
            let indicators = (1..=INDICATORS).map(Topic::Indicator);
            return indicators.chain(Instrument::ALL.map(Topic::Instrument)).chain([Topic::Total]).collect();
        }
        match &self.named {
            Some(topics) => topics.clone(),
            None => self.target.into_iter().collect(),
        }
    }

    /// Notes what is said, unless it is of something else or an aim; says whether it did.
    fn claim(&mut self, text: &Sentence, at: usize, statement: Statement) -> bool {
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

/// The highest score that nobody has, in hundredths.
const SMALL: i64 = 1_000;
