//! Reads the claims of a report's prose about scores: which score, change or level it states, and of what.
//!
//! Prose is read left to right. A figure belongs to the year and the indicator named last. If a measure names none, it
//! belongs to the measure's target. Figures that may be the score of something else, a bound, an aim or a count are
//! ignored, because a missed mistake is better than a false warning.

mod claim;
mod figures;
mod reading;
mod sentence;

use super::text::Text;
use super::tokens::{Lexer, Token, TokenKind};
use crate::report::Report;

pub(super) use claim::{Claim, Direction, Statement, Topic};
use reading::Reading;
pub(super) use sentence::Sentence;

/// The claims of all texts. `tokens` holds the tokens of each text.
pub(super) fn read_claims(
    report: &Report,
    texts: &[Text],
    tokens: &[Vec<Token>],
    lexer: &Lexer,
) -> Vec<Claim> {
    let rules = report.rules();
    let indicators = report.indicator_numbers();
    let mut claims = Vec::new();
    let mut start = 0;
    // Texts with the same role are read together, because a heading in a list sets the topic of what follows it.
    while start < texts.len() {
        let role = texts[start].role;
        let end = start + texts[start..].iter().take_while(|text| text.role == role).count();
        let mut reading = Reading::new(report, &rules, role, lexer);
        for index in start..end {
            let (content, tokens) = (&texts[index].content, &tokens[index]);
            reading.read(&Sentence { text_index: index, content, tokens, indicators: &indicators });
        }
        claims.append(&mut reading.claims);
        start = end;
    }
    claims
}

impl Reading<'_> {
    /// Reads the next text of the list.
    fn read(&mut self, text: &Sentence) {
        self.new_line();
        self.around_bracket = None;
        self.respectively =
            text.has(|kind| kind == TokenKind::Respectively) || text.has_respectively_misspelt();
        self.all_other_scores |= text.has_other_full_marks();
        let mut at = 0;
        while at < text.tokens.len() {
            if text.closes_bracket_before(at) {
                self.leave_bracket();
            }
            at = match text.tokens[at].kind {
                TokenKind::Indicator => self.indicators(text, at),
                kind => {
                    self.token(text, at, kind);
                    at + 1
                }
            };
        }
        // In an outcome, a text without figures is a heading: its topic holds for the next text. Other topics do not.
        let heading = self.outcome && !text.has(|kind| matches!(kind, TokenKind::Number(_)));
        self.all_other_scores = heading && self.other_scores;
        if !heading {
            self.named = None;
        }
    }

    fn token(&mut self, text: &Sentence, at: usize, kind: TokenKind) {
        match kind {
            TokenKind::LineEnd => self.new_line(),
            TokenKind::Agency => self.agency = true,
            TokenKind::Total => self.name(vec![Topic::Total]),
            // The mean of all agencies is named after the assessment, too.
            TokenKind::Ita | TokenKind::Assessment if text.follows_other_scores(at) => {}
            TokenKind::Ita | TokenKind::Assessment => self.name_assessment(),
            TokenKind::Instrument(index) => self.name_instrument(text, at, &self.lexer.instruments[index]),
            TokenKind::Named(number) if !text.follows_its_number(at) => {
                // It may be one of several indicators that are listed together.
                let others = self.named.take().filter(|_| text.continues_names(at)).unwrap_or_default();
                self.name(others.into_iter().chain([Topic::Indicator(number)]).collect());
            }
            TokenKind::ThisIndicator => {
                self.other_scores = false;
                self.named = self.target.clone().map(|topic| vec![topic]).or(self.named.take());
            }
            TokenKind::OtherScores => self.other_scores = true,
            TokenKind::Weighted => self.all_other_scores = true,
            // `OIT ๙.๑`: a part of an indicator. Its scores are not in the file.
            TokenKind::Number(number) if text.is_part(number) && text.follows_instrument(at) => {
                self.other_scores = true
            }
            TokenKind::Aim => self.aim = true,
            TokenKind::Fact => self.aim = false,
            TokenKind::Year(_) | TokenKind::PreviousYear | TokenKind::ThisYear => self.year(text, at, kind),
            TokenKind::Rise => self.moved(text, at, Direction::Rise),
            TokenKind::Fall => self.moved(text, at, Direction::Fall),
            TokenKind::More if text.is_before_year(at) => self.pending = Some(Some(Direction::Rise)),
            TokenKind::Less if text.is_before_year(at) => self.pending = Some(Some(Direction::Fall)),
            TokenKind::Gain if text.is_before_number(at) => self.pending = Some(Some(Direction::Rise)),
            TokenKind::Loss if text.is_before_number(at) => self.pending = Some(Some(Direction::Fall)),
            // After the word for a rise or fall, the word for difference does not change the direction.
            TokenKind::Difference if self.pending.is_none() => self.pending = Some(None),
            TokenKind::Number(number) => self.number(text, at, number),
            TokenKind::Level(level) => self.level(text, at, level),
            _ => {}
        }
    }

    /// Reads `ตัวชี้วัดที่ 6`, `ตัวชี้วัดที่ 6, 7 และ 8`, `ตัวชี้วัดที่ 1 - 5`, or indicators in general. Returns the
    /// index of the token after it.
    fn indicators(&mut self, text: &Sentence, at: usize) -> usize {
        let (numbers, end) = text.indicators(at);
        if matches!(text.kind(at + 1), Some(TokenKind::Number(number)) if text.is_part(number)) {
            self.other_scores = true;
            return at + 2;
        }
        let by_name = matches!(text.kind(at + 1), Some(TokenKind::Named(_)));
        if !numbers.is_empty() {
            self.name(numbers.into_iter().map(Topic::Indicator).collect());
        } else if !by_name {
            self.name(self.rules.numbers().map(Topic::Indicator).chain([Topic::Total]).collect());
        }
        end
    }

    fn year(&mut self, text: &Sentence, at: usize, kind: TokenKind) {
        self.aim = false;
        // A year to compare with, or the year of the figure before it, is not the year of what follows.
        if !text.follows_from_or_bound(at) && !text.dates_a_figure(at) {
            if !text.continues_years(at) {
                self.years.clear();
            }
            self.years.extend(self.fiscal_year(kind));
            self.level_years.clone_from(&self.years);
        }
    }
}
