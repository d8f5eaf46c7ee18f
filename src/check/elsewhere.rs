//! Figures that the sentence itself explains: a goal, the difference of two figures beside it, or the score that another
//! indicator or year has. They contradict nothing.

use super::claims::{Claim, Topic};
use super::facts::{Facts, is_rounded};
use super::tokens::{Number, TokenKind};

/// A figure of fewer hundredths is no score whose difference to another one is stated.
const LEAST_SCORE: i64 = 1_000;
/// So many bytes before a figure, a word says that it is a goal.
const NEAR: usize = 150;

impl Facts<'_> {
    /// Whether two other figures of the text differ by this one.
    pub fn is_between_figures(&self, claim: &Claim, number: Number) -> bool {
        let figures: Vec<i64> = self
            .figures(claim)
            .filter(|(_, figure)| figure.hundredths >= LEAST_SCORE)
            .map(|(_, figure)| figure.hundredths)
            .collect();
        figures.iter().any(|a| figures.iter().any(|b| a - b == number.hundredths))
    }

    /// Whether the figure is a goal, or the score that the indicator named before it, or one in a row of years, has in any
    /// year.
    pub fn is_explained(&self, claim: &Claim, number: Number) -> bool {
        let content = &self.texts[claim.text_index].content;
        let before = &content[..claim.range.start];
        let near = &before[before.floor_char_boundary(before.len().saturating_sub(NEAR))..];
        // The word belongs to this figure if no other one is between them.
        let goal = near.rfind("เป้า").is_some_and(|at| {
            let figures = self.figures(claim).filter(|(start, figure)| {
                figure.hundredths < 250_000
                    && *start >= before.len() - near.len() + at
                    && *start < before.len()
            });
            figures.count() == 0
        });
        let named: Vec<(usize, u8)> = self.tokens[claim.text_index]
            .iter()
            .filter_map(|token| match token.kind {
                TokenKind::Named(indicator) => Some((token.range.start, indicator)),
                _ => None,
            })
            .collect();
        let has = |indicator: u8| {
            self.report.scores.values().any(|year| {
                let score = self.score(&Topic::Indicator(indicator), year.year);
                score.is_some_and(|score| is_rounded(number, score.sum(), score.count()))
            })
        };
        let last = named.iter().rev().find(|(at, _)| *at < claim.range.start);
        let is_row = content.contains("ตามลำดับ") || self.figures(claim).count() >= 2;
        goal || last.is_some_and(|(_, indicator)| has(*indicator))
            || is_row && named.iter().any(|(_, indicator)| has(*indicator))
    }

    /// The other figures of a claim's text that are no years, with their places.
    fn figures(&self, claim: &Claim) -> impl Iterator<Item = (usize, Number)> {
        let own = claim.range.clone();
        self.tokens[claim.text_index].iter().filter_map(move |token| match token.kind {
            TokenKind::Number(number) if token.range.end <= own.start || token.range.start >= own.end => {
                Some((token.range.start, number))
            }
            _ => None,
        })
    }
}
