//! What a report's prose says of its scores: which figure it gives for what, which rise or fall, which level.
//!
//! Prose is read from left to right. A figure is taken for what the words before it are about: the year and the
//! indicator named last, in a measure the indicator or total that it targets. What may be a score of something else,
//! a bound, an aim or a count says nothing here: a rule that stays silent is better than one that cries wolf.

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

/// The claims of all texts. `tokens` has the tokens of each text.
pub(super) fn read_claims(
    report: &Report,
    texts: &[Text],
    tokens: &[Vec<Token>],
    lexer: &Lexer,
) -> Vec<Claim> {
    let rules = report.rules();
    let mut claims = Vec::new();
    let mut start = 0;
    // Texts of one list are read together: what a heading in it speaks of, the lines below it do too.
    while start < texts.len() {
        let role = texts[start].role;
        let end = start + texts[start..].iter().take_while(|text| text.role == role).count();
        let mut reading = Reading::new(report, &rules, role, lexer);
        for index in start..end {
            let (content, tokens) = (&texts[index].content, &tokens[index]);
            reading.read(&Sentence { text: index, content, tokens, rules: &rules });
        }
        claims.append(&mut reading.claims);
        start = end;
    }
    claims
}

impl Reading<'_> {
    /// Reads one text of the list.
    fn read(&mut self, text: &Sentence) {
        self.new_line();
        self.respectively = text.has(|kind| kind == TokenKind::Respectively);
        self.elsewhere |= text.has_other_full_marks();
        let mut at = 0;
        while at < text.tokens.len() {
            at = match text.tokens[at].kind {
                TokenKind::Indicator => self.indicators(text, at),
                kind => {
                    self.token(text, at, kind);
                    at + 1
                }
            };
        }
        // What a heading names holds for the texts below it; what is named beside figures does not.
        let heading = self.outcome && !text.has(|kind| matches!(kind, TokenKind::Number(_)));
        self.elsewhere = heading && self.other_scores;
        if !heading {
            self.named = None;
        }
    }

    fn token(&mut self, text: &Sentence, at: usize, kind: TokenKind) {
        match kind {
            TokenKind::LineEnd => self.new_line(),
            TokenKind::Agency => self.agency = true,
            TokenKind::Total => self.name(vec![Topic::Total]),
            TokenKind::Ita | TokenKind::Assessment => self.name_assessment(),
            TokenKind::Instrument(index) => self.name_instrument(text, at, &self.lexer.instruments[index]),
            TokenKind::Named(number) if !text.follows_its_number(at) => {
                // One of several that are named together.
                let others = self.named.take().filter(|_| text.continues_names(at)).unwrap_or_default();
                self.name(others.into_iter().chain([Topic::Indicator(number)]).collect());
            }
            TokenKind::ThisIndicator => {
                self.other_scores = false;
                self.named = self.target.clone().map(|topic| vec![topic]).or(self.named.take());
            }
            TokenKind::OtherScores => self.other_scores = true,
            // `ตัวชี้วัดย่อย 9.1`, `OIT ๙.๑`: a part of what was named.
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
            // A difference told as a fall stays a fall.
            TokenKind::Difference if self.pending.is_none() => self.pending = Some(None),
            TokenKind::Number(number) => self.number(text, at, number),
            TokenKind::Level(level) => self.level(text, at, level),
            _ => {}
        }
    }

    /// `ตัวชี้วัดที่ 6`, `ตัวชี้วัดที่ 6, 7 และ 8`, `ตัวชี้วัดที่ 1 - 5`, or indicators in general. Returns the index behind
    /// it.
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
        // The year that something is compared with is not the one that is spoken of.
        if !text.is_reckoned_from(at) && !text.dates_a_figure(at) {
            if !text.continues_years(at) {
                self.years.clear();
            }
            self.years.extend(self.fiscal_year(kind));
            self.level_years.clone_from(&self.years);
        }
    }
}
