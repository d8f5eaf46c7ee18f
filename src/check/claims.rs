//! What a report's prose says of its scores: which figure it gives for what, which rise or fall, which level.
//!
//! Prose is read from left to right. A figure is taken for what the words before it are about: the year and the
//! indicator named last, in a measure the indicator or total that it targets. What may be a score of something else,
//! a bound, an aim or a count says nothing here: a rule that stays silent is better than one that cries wolf.

use std::ops::Range;

use super::text::{Part, Place, Text};
use super::tokens::{Kind, Lexer, Number, Token};
use crate::ita::{INDICATORS, Instrument};
use crate::report::{Report, Target};
use crate::thai::FiscalYear;

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
    /// Whether a score of its topic stands beside it: before it in the same list, or by the comparison of scores.
    pub beside_score: bool,
}

/// The claims of all texts. `tokens` are those of each text.
pub(super) fn of(report: &Report, texts: &[Text], tokens: &[Vec<Token>], lexer: &Lexer) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut start = 0;
    // Texts of one list are read together: what a list began to speak of, it goes on speaking of.
    while start < texts.len() {
        let place = texts[start].place;
        let end = start + texts[start..].iter().take_while(|text| text.place == place).count();
        let mut reading = Reading::new(report, place, lexer);
        for index in start..end {
            reading.text(index, &texts[index].content, &tokens[index]);
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
    /// Whether figures without a year or name are about the target here.
    outcome: bool,
    beside_score: bool,
    /// What the text has named, and whether that is a score of something else.
    named: Option<Vec<Topic>>,
    other_scores: bool,
    /// Whether all of the text is about something else.
    elsewhere: bool,
    /// The years named last, until a figure has used them up.
    years: Vec<FiscalYear>,
    /// A rise, fall or difference whose figure has not come yet.
    pending: Option<Option<Direction>>,
    /// Whether what is said is an aim.
    aim: bool,
    respectively: bool,
}

impl<'r> Reading<'r> {
    fn new(report: &'r Report, place: Place, lexer: &'r Lexer) -> Self {
        let measure = match place {
            Place::Measure(index, _) => report.measures.get(index),
            _ => None,
        };
        let outcome = matches!(place, Place::Measure(_, Part::Outcome));
        Reading {
            report,
            lexer,
            claims: Vec::new(),
            target: measure.and_then(|measure| measure.target.as_ref()).map(|target| target.value.into()),
            outcome,
            beside_score: outcome && measure.is_some_and(|measure| measure.compare),
            named: None,
            other_scores: false,
            elsewhere: false,
            years: Vec::new(),
            pending: None,
            aim: false,
            respectively: false,
        }
    }

    fn text(&mut self, text: usize, content: &str, tokens: &[Token]) {
        self.new_line();
        self.respectively = tokens.iter().any(|token| token.kind == Kind::Respectively);
        // Full marks other than 100 mean a score of something else.
        self.elsewhere |= tokens.windows(2).any(|pair| match (pair[0].kind, pair[1].kind) {
            (Kind::Full, Kind::Number(number)) => number.hundredths != 100_00,
            _ => false,
        });
        let mut at = 0;
        while at < tokens.len() {
            at = match tokens[at].kind {
                Kind::Indicator => self.indicators(content, tokens, at),
                _ => {
                    self.token(text, content, tokens, at);
                    at + 1
                }
            };
        }
        // What a heading names holds for the texts below it; what is named beside figures does not.
        let heading = self.outcome && !tokens.iter().any(|token| matches!(token.kind, Kind::Number(_)));
        self.elsewhere = heading && self.other_scores;
        if !heading {
            self.named = None;
        }
    }

    fn new_line(&mut self) {
        self.other_scores = false;
        self.years.clear();
        self.pending = None;
        self.aim = false;
    }

    fn token(&mut self, text: usize, content: &str, tokens: &[Token], at: usize) {
        let token = &tokens[at];
        match token.kind {
            Kind::LineEnd => self.new_line(),
            Kind::Total => self.name(vec![Topic::Total]),
            Kind::Ita | Kind::Assessment => self.name_assessment(),
            Kind::Instrument(instrument) => {
                // In brackets behind an indicator it is that indicator's own.
                if !content[..token.range.start].ends_with('(') || self.named.is_none() {
                    let own = self.target.filter(|topic| self.is_of(*topic, instrument));
                    self.name(own.into_iter().chain([Topic::Instrument(instrument)]).collect());
                }
            }
            Kind::Named(number) if !follows_number(tokens, at) => {
                self.name(vec![Topic::Indicator(number)]);
            }
            Kind::ThisIndicator => {
                self.other_scores = false;
                self.named = self.target.map(|topic| vec![topic]).or(self.named.take());
            }
            Kind::OtherScores => self.other_scores = true,
            Kind::Aim => self.aim = true,
            Kind::Fact => self.aim = false,
            Kind::Year(year) => self.year(FiscalYear::new(year.into()).ok(), tokens, at),
            Kind::PreviousYear => self.year(Some(self.report.fiscal_year.previous()), tokens, at),
            Kind::ThisYear => self.year(Some(self.report.fiscal_year.value), tokens, at),
            Kind::Rise => self.moved(text, tokens, at, Direction::Rise),
            Kind::Fall => self.moved(text, tokens, at, Direction::Fall),
            Kind::More if speaks_of_year(tokens, at) => self.pending = Some(Some(Direction::Rise)),
            Kind::Less if speaks_of_year(tokens, at) => self.pending = Some(Some(Direction::Fall)),
            Kind::Gain if before_number(tokens, at) => self.pending = Some(Some(Direction::Rise)),
            Kind::Loss if before_number(tokens, at) => self.pending = Some(Some(Direction::Fall)),
            // A difference told as a fall stays a fall.
            Kind::Difference if self.pending.is_none() => self.pending = Some(None),
            Kind::Number(number) => self.number(text, tokens, at, number),
            Kind::Level(level) => self.level(text, content, tokens, at, level),
            _ => {}
        }
    }

    fn is_of(&self, topic: Topic, instrument: Instrument) -> bool {
        let rules = crate::ita::Rules::of(self.report.fiscal_year.value).rules;
        matches!(topic, Topic::Indicator(number)
            if rules.indicator(number).is_some_and(|indicator| indicator.instrument == instrument))
    }

    fn name(&mut self, topics: Vec<Topic>) {
        self.other_scores = false;
        self.named = Some(topics);
    }

    /// The assessment as a whole, or the part of it that was named.
    fn name_assessment(&mut self) {
        self.other_scores = false;
        let named = self.named.take().unwrap_or_default();
        let mut topics: Vec<Topic> = if named.is_empty() { self.target.into_iter().collect() } else { named };
        if !topics.contains(&Topic::Total) {
            topics.push(Topic::Total);
        }
        self.named = Some(topics);
    }

    /// `ตัวชี้วัดที่ 6`, `ตัวชี้วัดที่ 6, 7 และ 8`, `ตัวชี้วัดที่ 1 - 5`, or indicators in general. Returns the index behind it.
    fn indicators(&mut self, content: &str, tokens: &[Token], at: usize) -> usize {
        let mut numbers: Vec<u8> = Vec::new();
        let (mut end, mut range) = (at + 1, false);
        for (index, token) in tokens.iter().enumerate().skip(at + 1) {
            let written = &content[token.range.clone()];
            match token.kind {
                Kind::Number(number) if is_indicator(number) && !has_points(tokens, index) => {
                    let number = (number.hundredths / 100) as u8;
                    let first = numbers.last().filter(|_| range).map_or(number, |last| last + 1);
                    numbers.extend(first..=number.max(first));
                    (end, range) = (index + 1, false);
                }
                Kind::And => range = written == "ถึง",
                Kind::Plain if matches!(written, "-" | "–") => range = true,
                _ => break,
            }
        }
        let counted = at.checked_sub(1).is_some_and(|before| matches!(tokens[before].kind, Kind::Number(_)));
        match numbers[..] {
            [number] => self.name(vec![Topic::Indicator(number)]),
            [_, _, ..] => self.name(numbers.into_iter().map(Topic::Indicator).collect()),
            [] if counted => {}
            [] => match tokens.get(at + 1).map(|token| token.kind) {
                Some(Kind::Named(_)) => {}
                _ => self.name((1..=INDICATORS).map(Topic::Indicator).chain(self.target).collect()),
            },
        }
        end
    }

    fn year(&mut self, year: Option<FiscalYear>, tokens: &[Token], at: usize) {
        self.aim = false;
        let before = before(tokens, at, |kind| matches!(kind, Kind::Filler | Kind::And | Kind::Open));
        let together = before.is_some_and(|b| {
            is_year(tokens[b].kind) && b + 1 < at
        });
        if !together {
            self.years.clear();
        }
        self.years.extend(year);
    }

    /// A rise or fall: with a figure to come, or told of the score by itself.
    fn moved(&mut self, text: usize, tokens: &[Token], at: usize, direction: Direction) {
        self.pending = Some(Some(direction));
        let subject = before(tokens, at, |kind| matches!(kind, Kind::Filler | Kind::Open));
        let of_score = subject.is_some_and(|subject| match tokens[subject].kind {
            Kind::Named(_) => tokens[..subject].iter().any(|token| names_scores(token.kind)),
            Kind::Number(number) => subject > 0 && is_indicator(number) && tokens[subject - 1].kind == Kind::Indicator,
            kind => names_scores(kind),
        });
        let figure = tokens[at + 1..].iter().take(5).any(|t| matches!(t.kind, Kind::Number(_) | Kind::Percent));
        let other_year = after(tokens, at).is_some_and(|next| match tokens[next].kind {
            Kind::Year(year) => !self.report.years().any(|own| own.number() == year),
            _ => false,
        });
        // From one score to another the direction is told by the word alone; a difference tells it itself.
        let to_score = tokens.get(at + 1).is_some_and(|next| matches!(next.kind, Kind::From | Kind::To))
            && !after(tokens, at).is_some_and(|next| is_year(tokens[next].kind));
        if of_score && (!figure || to_score) && !other_year && !self.respectively {
            self.claim(text, tokens[at].range.clone(), Statement::Move(direction));
        }
    }

    fn number(&mut self, text: usize, tokens: &[Token], at: usize, number: Number) {
        let Some(mut statement) = self.figure(tokens, at, number) else { return };
        self.pending = None;
        // A figure behind a rise may be the score that was reached.
        if matches!(statement, Statement::Difference(..)) && self.is_a_score(number) {
            statement = Statement::Score(number, Vec::new());
        }
        if matches!(statement, Statement::Score(..)) {
            self.years.clear();
        }
        self.beside_score |= self.claim(text, tokens[at].range.clone(), statement);
    }

    /// What a figure says, if it is about a score at all.
    fn figure(&self, tokens: &[Token], at: usize, number: Number) -> Option<Statement> {
        let previous = before(tokens, at, |kind| matches!(kind, Kind::Filler | Kind::Open));
        let kind = previous.map(|p| tokens[p].kind);
        let next = tokens.get(at + 1);
        let next_is = |wanted: Kind| next.is_some_and(|token| token.kind == wanted);
        let points = has_points(tokens, at);
        let behind = tokens.get(at + if points { 2 } else { 1 });
        let bound = matches!(kind, Some(Kind::Limit | Kind::Full | Kind::Percent | Kind::More | Kind::Less))
            || tokens[previous.unwrap_or(0)..at].iter().any(|token| token.kind == Kind::Limit)
            || behind.is_some_and(|token| token.kind == Kind::LimitBehind)
            || next_is(Kind::Percent)
            || next_is(Kind::Unit);
        if bound || number.hundredths > 100_00 || number.hundredths < 0 {
            return None;
        }
        let written_as_score = points || number.places == 2;
        let year_behind = behind.filter(|token| token.kind == Kind::In).and_then(|_| {
            let year = after(tokens, at + if points { 2 } else { 1 })?;
            match tokens[year].kind {
                Kind::Year(year) => FiscalYear::new(year.into()).ok(),
                Kind::PreviousYear => Some(self.report.fiscal_year.previous()),
                Kind::ThisYear => Some(self.report.fiscal_year.value),
                _ => None,
            }
        });
        let of_year = |year: FiscalYear| Statement::Score(number, vec![year_behind.unwrap_or(year)]);
        let told = self.named.is_some() || self.outcome;
        let any_points = points || tokens.iter().any(|token| matches!(token.kind, Kind::Points | Kind::Total));
        let scored = |years: &[FiscalYear]| match year_behind {
            Some(year) if years.is_empty() => Statement::Score(number, vec![year]),
            _ => Statement::Score(number, years.to_vec()),
        };
        let difference = |direction| Statement::Difference(number, direction);
        match (kind, self.pending) {
            (_, pending) if number.negative.is_some() && written_as_score && told => {
                Some(difference(pending.flatten()))
            }
            (Some(Kind::From), _) if written_as_score && any_points && told => {
                Some(of_year(self.report.fiscal_year.previous()))
            }
            (Some(Kind::To), _) if written_as_score && any_points && told => {
                Some(of_year(self.report.fiscal_year.value))
            }
            (Some(Kind::Year(_) | Kind::PreviousYear | Kind::ThisYear), Some(direction))
                if written_as_score && previous.is_some_and(|p| is_compared_with(tokens, p)) =>
            {
                // `ลดลงจากปี ๒๕๖๖ ๓.๐๓ คะแนน`: a difference, or the earlier score.
                Some(if number.hundredths < 40_00 { difference(direction) } else { scored(&self.years) })
            }
            (Some(Kind::Year(_) | Kind::PreviousYear | Kind::ThisYear | Kind::Equals), _)
                if written_as_score && (told || self.target.is_some()) =>
            {
                Some(scored(&self.years))
            }
            (_, Some(direction)) if written_as_score => Some(difference(direction)),
            // Something that no phrase knows stands between the figure and what it is of.
            (Some(Kind::Plain), None) if self.named.is_none() => None,
            (Some(Kind::Points | Kind::Total | Kind::Assessment), None) => Some(scored(&self.years)),
            (_, None) if points && (self.named.is_some() || self.outcome || !self.years.is_empty()) => {
                Some(scored(&self.years))
            }
            (Some(Kind::Named(_) | Kind::Indicator | Kind::Instrument(_)), None) if number.places == 2 => {
                Some(scored(&self.years))
            }
            _ => None,
        }
    }

    /// Whether the figure is a score that the file has for what is spoken of.
    fn is_a_score(&self, number: Number) -> bool {
        let topics = self.topics();
        self.report.scores.values().any(|year| {
            topics.iter().any(|topic| {
                let score = match topic {
                    Topic::Total => Some(year.total),
                    Topic::Indicator(indicator) => year.indicators.get(indicator).copied(),
                    Topic::Instrument(_) => None,
                };
                score.is_some_and(|score| i64::from(score.hundredths()) == number.hundredths)
            })
        }) && number.negative.is_none()
    }

    fn level(&mut self, text: usize, content: &str, tokens: &[Token], at: usize, level: usize) {
        let name = &self.lexer.levels[level];
        let range = tokens[at].range.clone();
        // Short names are common words; they are levels where they are called so.
        let of_year = before(tokens, at, |kind| matches!(kind, Kind::Open | Kind::Filler)).and_then(|b| match tokens[b].kind {
            Kind::From => Some(self.report.fiscal_year.previous()),
            Kind::To => Some(self.report.fiscal_year.value),
            _ => None,
        });
        let called = before(tokens, at, |kind| matches!(kind, Kind::Open)).is_some_and(|b| {
            content[tokens[b].range.clone()].ends_with("ระดับ")
        });
        let enclosed = content[..range.start].ends_with(['(', '“', '"'])
            && content[range.end..].starts_with([')', '”', '"']);
        let distinctive = matches!(name.as_str(), "ผ่านดี" | "ผ่านดีเยี่ยม" | "ต้องปรับปรุงโดยด่วน");
        let whole = !content[range.end..].starts_with(crate::thai::words::is_letter);
        if distinctive || (called || enclosed) && whole {
            let years = of_year.map_or_else(|| self.years.clone(), |year| vec![year]);
            let statement = Statement::Level(name.clone(), years);
            self.claim(text, range, statement);
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
    fn claim(&mut self, text: usize, range: Range<usize>, statement: Statement) -> bool {
        let topics = self.topics();
        let silent = self.other_scores || self.elsewhere || self.aim || topics.is_empty();
        // By itself a small figure is a mark of some other scale.
        let implausible = self.named.is_none()
            && matches!(&statement, Statement::Score(number, _) if number.hundredths <= 10_00);
        let told = self.named.is_some() || self.outcome || matches!(&statement, Statement::Score(_, years) if !years.is_empty());
        if silent || implausible || !told {
            return false;
        }
        let (named, beside_score) = (self.named.is_some(), self.beside_score);
        self.claims.push(Claim { text, range, topics, statement, named, beside_score });
        true
    }
}

fn is_indicator(number: Number) -> bool {
    number.places == 0 && number.negative.is_none() && (1_00..=i64::from(INDICATORS) * 100).contains(&number.hundredths)
}

/// Whether a word says that scores are spoken of.
fn names_scores(kind: Kind) -> bool {
    matches!(kind, Kind::Points | Kind::Total | Kind::Assessment | Kind::Indicator | Kind::ThisIndicator | Kind::Ita)
}

fn has_points(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|token| matches!(token.kind, Kind::Points | Kind::Full))
}

/// The index of the nearest token before `at` that is not to be skipped.
fn before(tokens: &[Token], at: usize, skipped: impl Fn(Kind) -> bool) -> Option<usize> {
    (0..at).rev().find(|index| !skipped(tokens[*index].kind))
}

/// The index of the nearest token behind `at` that is no filler.
fn after(tokens: &[Token], at: usize) -> Option<usize> {
    (at + 1..tokens.len()).find(|index| !matches!(tokens[*index].kind, Kind::Filler | Kind::From | Kind::And))
}

/// Whether a comparison is with a year: `สูงกว่าปีก่อน`.
fn speaks_of_year(tokens: &[Token], at: usize) -> bool {
    after(tokens, at).is_some_and(|next| is_year(tokens[next].kind))
}

fn is_year(kind: Kind) -> bool {
    matches!(kind, Kind::Year(_) | Kind::PreviousYear | Kind::ThisYear)
}

/// Whether a figure follows at once, with fillers between.
fn before_number(tokens: &[Token], at: usize) -> bool {
    after(tokens, at).is_some_and(|next| matches!(tokens[next].kind, Kind::Number(_)))
}

/// Whether a year is what a rise or fall is reckoned from: `ลดลงจากปี ๒๕๖๖`.
fn is_compared_with(tokens: &[Token], year: usize) -> bool {
    before(tokens, year, |kind| matches!(kind, Kind::Filler | Kind::From | Kind::And)).is_some_and(|b| {
        matches!(tokens[b].kind, Kind::Rise | Kind::Fall | Kind::More | Kind::Less | Kind::Difference)
    })
}

/// Whether a name stands behind the number of its indicator, which has said it already.
fn follows_number(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|b| matches!(tokens[b].kind, Kind::Number(number) if is_indicator(number)))
        || at.checked_sub(2).is_some_and(|b| tokens[b].kind == Kind::Indicator)
}
