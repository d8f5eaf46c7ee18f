//! The input of the rules: the report, its texts, the claims that they make about scores, and the scores themselves.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::claims::{Claim, Sentence, Topic, read_claims};
use super::names::Corpus;
use super::text::{self, MeasurePart, Text};
use super::tokens::{Lexer, Number, Token, TokenKind};
use crate::ita::{Mean, Rules};
use crate::report::Edit;
use crate::report::{Argument, Measure, Report, SetString, Source, Span, Stage, YearScores};
use crate::thai::FiscalYear;
use crate::thai::digits::{digit, to_arabic, to_thai};

/// A report and everything that the rules read from it.
pub(super) struct Facts<'r> {
    pub report: &'r Report,
    /// The rules of the assessment in the report's fiscal year.
    pub rules: Arc<Rules>,
    /// The numbers of the indicators in the rules of the report's year and the year before.
    pub indicators: BTreeSet<u8>,
    pub texts: Vec<Text<'r>>,
    /// Where the texts of each measure are in `texts`.
    texts_of_measures: Vec<Range<usize>>,
    /// The tokens of each text, in the order of `texts`.
    pub tokens: Vec<Vec<Token>>,
    pub claims: Vec<Claim>,
    /// All texts joined, for finding misspelt names.
    pub corpus: Corpus,
}

/// A score that the file states, or the mean of several.
#[derive(Debug, Clone)]
pub(super) struct KnownScore {
    pub mean: Mean,
    /// Its place in the file.
    pub span: Span,
}

/// The change from one score or mean to another: `hundredths / count` hundredths of a point, negative for a fall.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub hundredths: i64,
    pub count: i64,
    /// The place of this year's score in the file.
    pub current_span: Span,
}

impl Change {
    /// Whether a figure states the size of the change. Signs are ignored.
    pub fn has_size(&self, number: Number) -> bool {
        is_rounded(Number { negative: None, ..number }, self.hundredths.abs(), self.count)
    }
}

impl From<&Change> for Argument {
    /// Two decimal places, with a minus sign if negative.
    fn from(change: &Change) -> Self {
        decimal(change.hundredths, change.count).into()
    }
}

/// The score of an indicator by its number in that year.
fn indicator_score(scores: &YearScores, number: u8) -> Option<KnownScore> {
    let mean = Mean::new([*scores.indicators.get(&number)?])?;
    Some(KnownScore { mean, span: scores.indicator_spans.get(&number)?.clone() })
}

impl<'r> Facts<'r> {
    pub fn new(report: &'r Report, strings: &[SetString], source: &'r Source) -> Self {
        let texts = text::texts(report, strings, source);
        let lexer = Lexer::new(report);
        let tokens: Vec<Vec<Token>> = texts.iter().map(|text| lexer.tokens(&text.content)).collect();
        let claims = read_claims(report, &texts, &tokens, &lexer);
        let corpus = Corpus::new(&texts);
        let texts_of_measures =
            (0..report.measures.len()).map(|index| text::of_measure(&texts, index)).collect();
        Facts {
            report,
            rules: report.rules(),
            indicators: report.indicator_numbers(),
            texts,
            texts_of_measures,
            tokens,
            claims,
            corpus,
        }
    }

    /// The place of a claim in the file.
    pub fn place(&self, claim: &Claim) -> Span {
        self.texts[claim.text_index].span(claim.range.clone())
    }

    /// The text of a claim's range.
    pub fn written(&self, claim: &Claim) -> &str {
        &self.texts[claim.text_index].content[claim.range.clone()]
    }

    /// The edit that writes a text in place of a claim.
    pub fn edit(&self, claim: &Claim, right: &str) -> Option<Edit> {
        self.texts[claim.text_index].edit(claim.range.clone(), right)
    }

    /// Whether a claim can only be the right figure mistyped: the prose names the topic, the claim is not in a list of figures,
    /// and no other claim about the topic states the same figure, which could mean that the data are wrong.
    pub fn is_slip(&self, claim: &Claim, right: &str) -> bool {
        let written = to_arabic(self.written(claim));
        let same = |other: &&Claim| other.topics == claim.topics && to_arabic(self.written(other)) == written;
        claim.topics.len() == 1
            && claim.named
            && !self.is_in_list(claim)
            && is_mistyped(&written, right)
            && self.claims.iter().filter(same).count() == 1
    }

    /// The number of figures with a sign in the text of a claim.
    pub fn count_signed(&self, claim: &Claim) -> usize {
        let signed =
            |token: &&Token| matches!(token.kind, TokenKind::Number(number) if number.negative.is_some());
        self.tokens[claim.text_index].iter().filter(signed).count()
    }

    /// Whether a claim's figure is one of several in a row: `๒.๘๖ และ ๖.๒๕ คะแนน`.
    fn is_in_list(&self, claim: &Claim) -> bool {
        let kinds = self.tokens[claim.text_index]
            .iter()
            .filter(|token| !matches!(token.kind, TokenKind::Points | TokenKind::And | TokenKind::Filler));
        let kinds: Vec<&Token> = kinds.collect();
        let is_number = |token: &&Token| matches!(token.kind, TokenKind::Number(_));
        kinds.windows(2).any(|pair| {
            let has_claim = pair.iter().any(|token| token.range == claim.range);
            has_claim && pair.iter().all(is_number)
        })
    }

    /// A figure in the digits, Thai or Arabic, in which the prose of a claim has it.
    pub fn in_digits_of(&self, claim: &Claim, figure: &str) -> String {
        if self.written(claim).contains(|c| matches!(c, '๐'..='๙')) {
            to_thai(figure)
        } else {
            figure.to_owned()
        }
    }

    /// The score of a topic in a year. For an instrument it is the stated score, or else the mean of its indicators.
    /// `None` if the file lacks a score that is needed, or if the number is another indicator's in the report's year, so
    /// that it is unclear which one is meant.
    pub fn score(&self, topic: &Topic, year: FiscalYear) -> Option<KnownScore> {
        let scores = self.report.scores.get(&year)?;
        match topic {
            Topic::Total => {
                Some(KnownScore { mean: Mean::new([scores.total])?, span: scores.total_span.clone() })
            }
            Topic::Indicator(number) => {
                let own = scores.rules.indicator(*number)?;
                let current = self.rules.indicator(*number);
                let clear = current.is_none_or(|current| scores.rules.counterpart(current) == Some(own));
                if clear { indicator_score(scores, *number) } else { None }
            }
            Topic::Instrument(instrument) => {
                let mean = scores.instrument(instrument)?;
                Some(KnownScore { mean, span: scores.indicators_span.clone().unwrap_or(scores.span.clone()) })
            }
        }
    }

    /// The scores of a topic in the previous year and in this year. `None` if either is unknown.
    pub fn both_scores(&self, topic: &Topic) -> Option<[KnownScore; 2]> {
        let [previous, current] = self.years();
        if let Topic::Indicator(number) = topic {
            let before = self.report.scores.get(&previous)?;
            let counterpart = before.rules.counterpart(self.rules.indicator(*number)?)?;
            return Some([indicator_score(before, counterpart.number)?, self.score(topic, current)?]);
        }
        Some([self.score(topic, previous)?, self.score(topic, current)?])
    }

    /// The change of a topic from the previous year to this year. `None` if either score is unknown.
    pub fn change(&self, topic: &Topic) -> Option<Change> {
        let [before, now] = self.both_scores(topic)?;
        Some(Change {
            hundredths: now.sum() * before.count() - before.sum() * now.count(),
            count: now.count() * before.count(),
            current_span: now.span,
        })
    }

    /// Whether the file is at its plan stage, so that nothing can be known yet of results, outcomes and this year's scores.
    pub fn is_plan(&self) -> bool {
        self.report.stage() == Stage::Plan
    }

    /// The previous year and this year.
    pub fn years(&self) -> [FiscalYear; 2] {
        [self.report.fiscal_year.previous(), self.report.fiscal_year.value]
    }

    /// The official name of an indicator in the report's year. Empty if that year has no such indicator.
    pub fn indicator(&self, number: u8) -> &str {
        self.rules.indicator(number).map_or("", |indicator| indicator.name.as_str())
    }

    /// The texts of one part of the measure with this index.
    pub fn texts_of_measure(&self, index: usize, part: MeasurePart) -> impl Iterator<Item = &Text<'r>> {
        let texts = &self.texts[self.texts_of_measures[index].clone()];
        texts.iter().filter(move |text| text.is(part))
    }

    /// The measures with their indices.
    pub fn measures(&self) -> impl Iterator<Item = (usize, &'r Measure)> + use<'r> {
        self.report.measures.iter().enumerate()
    }

    /// Whether a text has the word for indicator, followed by this indicator's number or name.
    pub fn names_indicator(&self, text_index: usize, number: u8) -> bool {
        let (content, tokens) = (&self.texts[text_index].content, &self.tokens[text_index]);
        let sentence = Sentence { text_index, content, tokens, indicators: &self.indicators };
        (0..sentence.tokens.len()).filter(|at| sentence.kind(*at) == Some(TokenKind::Indicator)).any(|at| {
            sentence.indicators(at).0.contains(&number)
                || sentence.kind(at + 1) == Some(TokenKind::Named(number))
        })
    }

    /// Whether a text contains the name of an indicator.
    pub fn has_name_of(&self, text_index: usize, number: u8) -> bool {
        self.tokens[text_index].iter().any(|token| token.kind == TokenKind::Named(number))
    }
}

/// Whether a figure equals `hundredths / count`, rounded to the decimal places that the figure has.
pub(super) fn is_rounded(number: Number, hundredths: i64, count: i64) -> bool {
    let unit = match number.places {
        0 => 100,
        1 => 10,
        _ => 1,
    };
    // A mean may have been rounded in an intermediate step, so it may be off by a whole unit of the last place.
    let slack = if count > 1 { 2 } else { 1 };
    (number.hundredths * count - hundredths).abs() * 2 <= unit * count * slack
}

impl KnownScore {
    /// The sum of the scores in hundredths. Divided by `count` it is the mean.
    pub fn sum(&self) -> i64 {
        self.mean.sum.into()
    }

    pub fn count(&self) -> i64 {
        self.mean.count.into()
    }
}

/// Formats `hundredths / count` with two decimal places, as in `86.91`, and a minus sign if negative.
pub(super) fn decimal(hundredths: i64, count: i64) -> String {
    let rounded = (hundredths.abs() * 2 + count) / (2 * count);
    let sign = if hundredths < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", rounded / 100, rounded % 100)
}

/// Whether a figure is another one with a single slip of the keys: one digit is wrong, missing or doubled, or two neighbours
/// are exchanged.
pub(super) fn is_mistyped(written: &str, right: &str) -> bool {
    let digits = |figure: &str| figure.chars().filter_map(digit).collect::<Vec<u8>>();
    let (written, right) = (digits(written), digits(right));
    let doubled = written.windows(2).any(|pair| pair[0] == pair[1]);
    strsim::generic_damerau_levenshtein(&written, &right) == 1 && (written.len() <= right.len() || doubled)
}
