//! A text with its tokens, and questions about what precedes and follows a token.

use std::collections::BTreeSet;

use crate::check::tokens::{Number, Token, TokenKind};

/// The highest score, in hundredths.
pub(super) const FULL: i64 = 10_000;

/// A text with its tokens.
pub(in crate::check) struct Sentence<'t> {
    /// The text's index.
    pub text_index: usize,
    pub content: &'t str,
    pub tokens: &'t [Token],
    /// The numbers of the indicators in the rules of the report's year and the year before.
    pub indicators: &'t BTreeSet<u8>,
}

impl Sentence<'_> {
    /// The kind of a token. `None` after the last token.
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// The text of a token.
    pub fn written(&self, at: usize) -> &str {
        &self.content[self.tokens[at].range.clone()]
    }

    /// Whether `is` holds for the kind of any token.
    pub fn has(&self, is: impl Fn(TokenKind) -> bool) -> bool {
        self.tokens.iter().any(|token| is(token.kind))
    }

    /// The index of the nearest token before `at` that is not skipped.
    pub fn before(&self, at: usize, skipped: impl Fn(TokenKind) -> bool) -> Option<usize> {
        (0..at).rev().find(|index| !skipped(self.tokens[*index].kind))
    }

    /// The index of the nearest token after `at` that is not a filler or a word for "from" or "and".
    pub fn after(&self, at: usize) -> Option<usize> {
        let joins = |kind| matches!(kind, TokenKind::Filler | TokenKind::From | TokenKind::And);
        (at + 1..self.tokens.len()).find(|index| !joins(self.tokens[*index].kind))
    }

    /// The figure as the number of an indicator. `None` if neither year has such an indicator.
    pub fn indicator(&self, number: Number) -> Option<u8> {
        number.whole().filter(|number| self.indicators.contains(number))
    }

    /// Whether a figure may be the number of a part of an indicator, such as `9.1`.
    pub fn is_part(&self, number: Number) -> bool {
        let whole = u8::try_from(number.hundredths / 100).ok();
        let of_indicator = whole.is_some_and(|whole| self.indicators.contains(&whole));
        number.places == 1 && number.negative.is_none() && of_indicator
    }

    /// Whether the word for points or full marks directly follows a token.
    pub fn has_points(&self, at: usize) -> bool {
        matches!(self.kind(at + 1), Some(TokenKind::Points | TokenKind::Full))
    }

    /// Whether an opening round bracket directly precedes a token.
    pub fn is_bracketed(&self, at: usize) -> bool {
        self.content[..self.tokens[at].range.start].ends_with('(')
    }

    /// Whether a figure follows a token within the same brackets: `(IIT = 92.78, ...)`.
    pub fn has_figure_in_bracket(&self, at: usize) -> bool {
        let next =
            self.tokens.iter().skip(at + 1).find(|token| {
                !matches!(token.kind, TokenKind::Equals | TokenKind::Filler | TokenKind::Points)
            });
        next.is_some_and(|next| {
            let between = &self.content[self.tokens[at].range.end..next.range.start];
            matches!(next.kind, TokenKind::Number(_)) && !between.contains(')')
        })
    }

    /// Whether a closing bracket lies between a token and the one before it.
    pub fn closes_bracket_before(&self, at: usize) -> bool {
        at > 0 && self.content[self.tokens[at - 1].range.end..self.tokens[at].range.start].contains(')')
    }

    /// Whether a word for other scores directly precedes a token: `ค่าเฉลี่ย ITA`.
    pub fn follows_other_scores(&self, at: usize) -> bool {
        let lead = self.before(at, |kind| kind == TokenKind::Filler);
        lead.is_some_and(|lead| self.tokens[lead].kind == TokenKind::OtherScores)
    }

    /// Whether a year follows, as in `สูงกว่าปีก่อน`.
    pub fn is_before_year(&self, at: usize) -> bool {
        self.after(at).is_some_and(|next| is_year(self.tokens[next].kind))
    }

    /// Whether a figure follows, with at most fillers and joining words in between.
    pub fn is_before_number(&self, at: usize) -> bool {
        self.after(at).is_some_and(|next| matches!(self.tokens[next].kind, TokenKind::Number(_)))
    }

    /// Whether a year follows a bound or a word for "from", "more than" or "less than": `จากปี ๒๕๖๖`.
    pub fn follows_from_or_bound(&self, at: usize) -> bool {
        let lead = self.before(at, |kind| kind == TokenKind::Filler);
        lead.is_some_and(|lead| {
            matches!(
                self.tokens[lead].kind,
                TokenKind::From | TokenKind::More | TokenKind::Less | TokenKind::Limit
            )
        })
    }

    /// Whether a year follows a rise, fall or comparison, which starts from it: `ลดลงจากปี ๒๕๖๖`.
    pub fn is_compared_with(&self, at: usize) -> bool {
        let lead =
            self.before(at, |kind| matches!(kind, TokenKind::Filler | TokenKind::From | TokenKind::And));
        lead.is_some_and(|lead| {
            matches!(
                self.tokens[lead].kind,
                TokenKind::Rise | TokenKind::Fall | TokenKind::More | TokenKind::Less | TokenKind::Difference
            )
        })
    }

    /// Whether an equals sign follows a word for a difference, a rise or fall, or points.
    pub fn equals_difference(&self, at: usize) -> bool {
        let lead = self.before(at, |kind| kind == TokenKind::Filler);
        lead.is_some_and(|lead| {
            matches!(
                self.tokens[lead].kind,
                TokenKind::Difference | TokenKind::Rise | TokenKind::Fall | TokenKind::Points
            )
        })
    }

    /// Whether a year is listed together with the year before it: `ปี ๒๕๖๖ และ ๒๕๖๗`.
    pub fn continues_years(&self, at: usize) -> bool {
        let lead =
            self.before(at, |kind| matches!(kind, TokenKind::Filler | TokenKind::And | TokenKind::Open));
        lead.is_some_and(|lead| is_year(self.tokens[lead].kind) && lead + 1 < at)
    }

    /// Whether a year belongs to the figure before it: `๙๒.๕๑ คะแนน ในปี ๒๕๖๖`.
    pub fn dates_a_figure(&self, at: usize) -> bool {
        let lead = self.before(at, |kind| kind == TokenKind::Filler);
        let figure = lead
            .filter(|lead| self.tokens[*lead].kind == TokenKind::In)
            .and_then(|lead| self.before(lead, |kind| kind == TokenKind::Points));
        figure.is_some_and(|figure| matches!(self.tokens[figure].kind, TokenKind::Number(_)))
    }

    /// Whether an indicator is listed together with the one named before it: `การใช้อำนาจ และการใช้งบประมาณ`.
    pub fn continues_names(&self, at: usize) -> bool {
        let lead = self.before(at, |kind| {
            matches!(kind, TokenKind::Filler | TokenKind::And | TokenKind::Open | TokenKind::Indicator)
        });
        lead.is_some_and(|lead| matches!(self.tokens[lead].kind, TokenKind::Named(_)))
    }

    /// Whether the name of an indicator only repeats its number: the number directly precedes it, or a single token
    /// separates it from the word for indicator.
    pub fn follows_its_number(&self, at: usize) -> bool {
        at > 0
            && matches!(self.tokens[at - 1].kind, TokenKind::Number(number) if self.indicator(number).is_some())
            || at > 1 && self.tokens[at - 2].kind == TokenKind::Indicator
    }

    /// Whether a figure directly follows an instrument and is not marked as points.
    pub fn follows_instrument(&self, at: usize) -> bool {
        at > 0 && matches!(self.tokens[at - 1].kind, TokenKind::Instrument(_)) && !self.has_points(at)
    }

    /// Whether the text has ตามลำดับ with its ำ come apart, as out of an old PDF. `space-before-mark` and `split-vowel` report
    /// the slip, and the figures are right all the same.
    pub fn has_respectively_misspelt(&self) -> bool {
        let may_have = self.content.contains("ดับ") && self.content.contains("ตาม");
        let is_part = |c: char| matches!(c, ' ' | '\u{E4D}' | 'า' | 'ำ');
        may_have && self.content.replace(is_part, "").contains("ตมลดับ")
    }

    /// Whether the text states full marks other than 100.
    pub fn has_other_full_marks(&self) -> bool {
        self.tokens.windows(2).any(|pair| match (pair[0].kind, pair[1].kind) {
            (TokenKind::Full, TokenKind::Number(number)) => number.hundredths != FULL,
            _ => false,
        })
    }

    /// Whether the full marks of a figure follow it and are not 100: `๔.๕๖ จาก ๕`, `๔.๕๖ คะแนน จากคะแนนเต็ม ๕`, `๔.๕๖/๕`.
    pub fn is_out_of_others(&self, at: usize, number: Number) -> bool {
        let from = at + if self.kind(at + 1) == Some(TokenKind::Points) { 2 } else { 1 };
        let slash =
            self.tokens.get(from).is_some_and(|token| self.content[token.range.clone()].starts_with('/'));
        if !(slash || matches!(self.kind(from), Some(TokenKind::From | TokenKind::Full))) {
            return false;
        }
        let full = (from + 1..self.tokens.len()).find(|next| {
            !matches!(self.tokens[*next].kind, TokenKind::Full | TokenKind::Points | TokenKind::Filler)
        });
        let scale = full.and_then(|full| match self.tokens[full].kind {
            TokenKind::Number(scale) => scale.whole(),
            _ => None,
        });
        scale.is_some_and(|scale| (2..100).contains(&scale) && i64::from(scale) * 100 >= number.hundredths)
    }

    /// The indicator numbers after the word for indicator at `at`, with ranges expanded, and the index of the token
    /// after them.
    pub fn indicators(&self, at: usize) -> (Vec<u8>, usize) {
        let mut numbers: Vec<u8> = Vec::new();
        let (mut end, mut range) = (at + 1, false);
        for index in at + 1..self.tokens.len() {
            match self.tokens[index].kind {
                TokenKind::Number(figure) if !self.has_points(index) => {
                    let Some(number) = self.indicator(figure) else { break };
                    match numbers.last() {
                        Some(last) if range && *last < number => numbers.extend(last + 1..=number),
                        _ => numbers.push(number),
                    }
                    (end, range) = (index + 1, false);
                }
                TokenKind::And => range = self.written(index) == "ถึง",
                TokenKind::Plain if matches!(self.written(index), "-" | "–") => range = true,
                _ => break,
            }
        }
        (numbers, end)
    }
}

pub(super) fn is_year(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Year(_) | TokenKind::PreviousYear | TokenKind::ThisYear)
}

/// Whether a word shows that the text is about scores.
pub(super) fn names_scores(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Points
            | TokenKind::Total
            | TokenKind::Assessment
            | TokenKind::Indicator
            | TokenKind::ThisIndicator
            | TokenKind::Ita
    )
}
