//! Interprets a figure, a rise or fall, or a level by the tokens around it.

use super::claim::{Direction, Statement, Topic};
use super::reading::Reading;
use super::sentence::{FULL, Sentence, is_year, names_scores};
use crate::check::tokens::{Number, TokenKind};
use crate::report::YearScores;
use crate::thai::FiscalYear;
use crate::thai::characters::is_letter;

/// From this many hundredths on, a figure that may be a difference or a score is taken for a score.
const LARGE_DIFFERENCE: i64 = 4_000;

impl Reading<'_> {
    /// Reads a rise or fall. If no figure follows, or if a score follows, it is a claim of its own.
    pub(super) fn moved(&mut self, text: &Sentence, at: usize, direction: Direction) {
        self.pending = Some(Some(direction));
        let other_year = text.after(at).is_some_and(|next| match text.tokens[next].kind {
            TokenKind::Year(year) => !self.report.years().any(|own| own.number() == year),
            _ => false,
        });
        let figure = (at + 1..at + 6)
            .any(|next| matches!(text.kind(next), Some(TokenKind::Number(_) | TokenKind::Percent)));
        // Before a score, only this word states the direction. A difference is a claim that has its own direction.
        let to_score =
            matches!(text.kind(at + 1), Some(TokenKind::From | TokenKind::To)) && !text.is_before_year(at);
        // Before a word such as ตั้งแต่, it is not the change from the previous year.
        let since = (at + 1..at + 4).any(|next| text.kind(next) == Some(TokenKind::Limit));
        if since {
            return;
        }
        if is_of_score(text, at, to_score) && (!figure || to_score) && !other_year && !self.respectively {
            self.claim(text, at, Statement::Move(direction));
        }
    }

    pub(super) fn number(&mut self, text: &Sentence, at: usize, number: Number) {
        let Some(mut statement) = self.figure(text, at, number) else { return };
        self.pending = None;
        // A figure after a rise or fall may be the score that was reached, not the difference.
        if matches!(statement, Statement::Difference(..))
            && (self.is_a_score(number) || self.is_near_a_score(number))
        {
            statement = Statement::Score(number, Vec::new());
        }
        if let Statement::Score(_, years) = &statement {
            if !years.is_empty() {
                self.level_years.clone_from(years);
            } else if let Some(year) = self.year_of_total(number) {
                self.level_years = vec![year];
            }
            self.years.clear();
        }
        let recorded = self.claim(text, at, statement);
        self.beside_score |= recorded;
        // `IIT 25.86 ... รวม 87.97 คะแนน`
        let sum = at > 0 && text.written(at - 1) == "รวม";
        if let Some(claim) =
            self.claims.last_mut().filter(|claim| recorded && sum && !claim.topics.contains(&Topic::Total))
        {
            claim.topics.push(Topic::Total);
        }
    }

    /// The year of which a figure is the total, if it is that of only one.
    fn year_of_total(&self, number: Number) -> Option<FiscalYear> {
        let is_total = |scores: &YearScores| i64::from(scores.total.hundredths()) == number.hundredths;
        let mut years =
            self.report.scores.iter().filter(|(_, scores)| is_total(scores)).map(|(year, _)| *year);
        let of_total = self.topics().contains(&Topic::Total);
        years.next().filter(|_| of_total && years.next().is_none())
    }

    /// Whether a figure is too large for a difference and near a score of a current topic.
    fn is_near_a_score(&self, number: Number) -> bool {
        let near = |score: i64| (score - number.hundredths).abs() < LARGE_DIFFERENCE;
        number.negative.is_none()
            && number.hundredths >= LARGE_DIFFERENCE
            && self.known_scores().into_iter().any(near)
    }

    /// What a figure states. `None` if it may be about something other than a score.
    fn figure(&self, text: &Sentence, at: usize, number: Number) -> Option<Statement> {
        let lead = text.before(at, |kind| matches!(kind, TokenKind::Filler | TokenKind::Open));
        let points = text.has_points(at);
        let written_as_score = points || number.places == 2;
        let is_elsewhere = is_bound(text, at, lead) || text.is_out_of_others(at, number);
        if is_elsewhere || !(0..=FULL).contains(&number.hundredths) {
            return None;
        }
        let kind = lead.map(|lead| text.tokens[lead].kind);
        let has_topic = self.named.is_some() || self.outcome;
        let of_scores = points || text.has(names_scores);
        let stated_year = self.year_of(text, at, kind);
        let score = |years: Vec<FiscalYear>| Some(Statement::Score(number, years));
        let score_of_named_years = || match stated_year {
            Some(year) if self.years.is_empty() => score(vec![year]),
            _ => score(self.years.clone()),
        };
        let difference = |direction| Some(Statement::Difference(number, direction));
        let [previous, current] = [self.report.fiscal_year.previous(), self.report.fiscal_year.value];
        // A figure at the beginning of a text is treated like one after a line end.
        match (kind.unwrap_or(TokenKind::LineEnd), self.pending) {
            (_, pending) if number.negative.is_some() && written_as_score && has_topic => {
                difference(pending.flatten())
            }
            (TokenKind::From, _) if written_as_score && of_scores && has_topic => {
                score(vec![stated_year.unwrap_or(previous)])
            }
            (TokenKind::To, _) if written_as_score && of_scores && has_topic => {
                score(vec![stated_year.unwrap_or(current)])
            }
            // `ลดลงจากปี ๒๕๖๖ ๓.๐๓ คะแนน`: either the difference or the earlier year's score.
            (year, Some(direction))
                if is_year(year)
                    && written_as_score
                    && lead.is_some_and(|lead| text.is_compared_with(lead)) =>
            {
                if number.hundredths < LARGE_DIFFERENCE {
                    difference(direction)
                } else {
                    score_of_named_years()
                }
            }
            // `ผลต่าง = ๑.๘๗`
            (TokenKind::Equals, Some(direction)) if lead.is_some_and(|lead| text.equals_difference(lead)) => {
                difference(direction)
            }
            (kind, _)
                if (is_year(kind) || kind == TokenKind::Equals)
                    && written_as_score
                    && (has_topic || self.target.is_some()) =>
            {
                score_of_named_years()
            }
            (_, Some(direction)) if written_as_score => difference(direction),
            // An unknown word precedes the figure, and no topic is named.
            (TokenKind::Plain, None) if self.named.is_none() => None,
            // The word for points after a figure is that figure's unit and does not introduce the next figure.
            (TokenKind::Points, None) if !points && lead.is_some_and(|lead| is_unit(text, lead)) => None,
            (TokenKind::Points | TokenKind::Total | TokenKind::Assessment, None) => score_of_named_years(),
            (_, None) if points && (has_topic || !self.years.is_empty()) => score_of_named_years(),
            (TokenKind::Named(_) | TokenKind::Instrument(_), None) if number.places == 2 => {
                score_of_named_years()
            }
            _ => None,
        }
    }

    /// The year right before or after a figure: `ปีก่อน ๙๒.๕๑ คะแนน`, `๙๒.๕๑ คะแนน ในปี ๒๕๖๖`, `๙๒.๕๑ (ปี ๒๕๖๖)`.
    fn year_of(&self, text: &Sentence, at: usize, lead: Option<TokenKind>) -> Option<FiscalYear> {
        let after = at + if text.has_points(at) { 2 } else { 1 };
        let next = text.after(after).filter(|next| match text.kind(after) {
            Some(TokenKind::In) => true,
            // A year alone in brackets. With other words in the brackets it is their year.
            Some(TokenKind::Open) => text.content[text.tokens[*next].range.end..].starts_with(')'),
            _ => false,
        });
        next.and_then(|next| self.fiscal_year(text.tokens[next].kind)).or_else(|| self.fiscal_year(lead?))
    }

    /// Whether the figure is a score that the file states for a current topic, an indicator or the total, in any year.
    fn is_a_score(&self, number: Number) -> bool {
        number.negative.is_none() && self.known_scores().contains(&number.hundredths)
    }

    /// The scores of all years, in hundredths, that the file states for current topics.
    fn known_scores(&self) -> Vec<i64> {
        let topics = self.topics();
        let scores = self.report.scores.values().flat_map(|year| {
            topics.iter().filter_map(|topic| match topic {
                Topic::Total => Some(year.total),
                Topic::Indicator(indicator) => year.indicators.get(indicator).copied(),
                Topic::Instrument(_) => None,
            })
        });
        scores.map(|score| i64::from(score.hundredths())).collect()
    }

    pub(super) fn level(&mut self, text: &Sentence, at: usize, level: usize) {
        let (name, common) = &self.lexer.levels[level];
        let range = &text.tokens[at].range;
        let (before, after) = (&text.content[..range.start], &text.content[range.end..]);
        // A name that is also a common word is a level only after the word for level, or alone in brackets or quotes.
        let lead = text.before(at, |kind| kind == TokenKind::Open);
        let called = lead.is_some_and(|lead| text.written(lead).ends_with("ระดับ"));
        let enclosed = before.ends_with(['(', '“', '"']) && after.starts_with([')', '”', '"']);
        if *common && (!(called || enclosed) || after.starts_with(is_letter)) {
            return;
        }
        let lead =
            text.before(at, |kind| matches!(kind, TokenKind::Open | TokenKind::Filler | TokenKind::In));
        // `มาตรฐาน WCAG ระดับ AA`: letters are levels of other things, too.
        if name.is_ascii() && lead.is_some_and(|lead| is_other_scale(text, lead)) {
            return;
        }
        // `ระดับ A เมื่อปี ๒๕๖๕`
        let dated = text.after(at + 1).filter(|_| text.kind(at + 1) == Some(TokenKind::In));
        let dated = dated.and_then(|year| self.fiscal_year(text.tokens[year].kind));
        let stated_year = dated.or_else(|| {
            lead.and_then(|lead| match text.tokens[lead].kind {
                TokenKind::From => Some(self.report.fiscal_year.previous()),
                TokenKind::To => Some(self.report.fiscal_year.value),
                kind => self.fiscal_year(kind),
            })
        });
        // `๘๗.๙๗ คะแนน ระดับ A`: the year of which the score is the total.
        let figure = lead.filter(|lead| *lead > 0 && is_unit(text, *lead)).map(|points| points - 1);
        let score = figure.and_then(|figure| match text.tokens[figure].kind {
            TokenKind::Number(number) if number.places == 2 => Some(number),
            _ => None,
        });
        let stated_year = stated_year.or_else(|| self.year_of_total(score?));
        let years = stated_year.map_or_else(|| self.level_years.clone(), |year| vec![year]);
        // Skip a level with a bound: it was not reached, or the text describes the scale of levels.
        let of_bound = |figure| is_bound(text, figure, text.before(figure, |kind| kind == TokenKind::Filler));
        let bound = figure.is_some_and(of_bound)
            || lead.is_some_and(|lead| text.tokens[lead].kind == TokenKind::Limit);
        if bound || score.is_none() && text.has(|kind| kind == TokenKind::LimitAfter) {
            return;
        }
        // A level belongs to the whole assessment again if the agency is named after a part of the assessment, or if
        // unknown words separate the level from an instrument's score.
        let of_instrument = self.topics().iter().any(|topic| matches!(topic, Topic::Instrument(_)));
        let after_unknown_word = lead.is_some_and(|lead| text.tokens[lead].kind == TokenKind::Plain);
        if of_instrument && after_unknown_word
            || self.agency && (self.named.is_some() || self.outcome && self.target.is_some())
        {
            self.name(vec![Topic::Total]);
        }
        self.claim(text, at, Statement::Level(name.clone(), years));
    }
}

/// Whether a rise or fall is one of scores: the token before it, fillers aside, is a word for scores or an indicator.
/// The name of an indicator counts only if the text mentions scores, too. `to_score` means that a score follows.
fn is_of_score(text: &Sentence, at: usize, to_score: bool) -> bool {
    let subject = text.before(at, |kind| matches!(kind, TokenKind::Filler | TokenKind::Open));
    subject.is_some_and(|subject| match text.tokens[subject].kind {
        TokenKind::Named(_) => {
            to_score && text.has(|kind| kind == TokenKind::Points)
                || text.tokens[..subject].iter().any(|token| names_scores(token.kind))
        }
        TokenKind::Number(number) => {
            let numbered = text.indicator(number).is_some();
            subject > 0 && numbered && text.tokens[subject - 1].kind == TokenKind::Indicator
        }
        kind => names_scores(kind),
    })
}

/// Whether a figure is a bound, full marks, a percentage or a count. `lead` is the index of the nearest token before it
/// that is not a filler.
fn is_bound(text: &Sentence, at: usize, lead: Option<usize>) -> bool {
    let before = &text.tokens[lead.unwrap_or(0)..at];
    let after = at + if text.has_points(at) { 2 } else { 1 };
    lead.is_some_and(|lead| {
        matches!(
            text.tokens[lead].kind,
            TokenKind::Full | TokenKind::Percent | TokenKind::More | TokenKind::Less
        )
    }) || before.iter().any(|token| token.kind == TokenKind::Limit)
        || matches!(text.kind(at + 1), Some(TokenKind::Percent | TokenKind::Unit))
        || text.kind(after) == Some(TokenKind::LimitAfter)
}

/// Whether what a level in letters follows is nothing of this assessment: unknown words, or a number that is no score.
fn is_other_scale(text: &Sentence, lead: usize) -> bool {
    match text.tokens[lead].kind {
        TokenKind::Plain | TokenKind::OtherScores | TokenKind::Limit => true,
        TokenKind::Number(number) => number.places != 2,
        _ => false,
    }
}

/// Whether the word for points at `points` directly follows a figure and is its unit.
fn is_unit(text: &Sentence, points: usize) -> bool {
    points > 0 && matches!(text.tokens[points - 1].kind, TokenKind::Number(_))
}
