//! What a figure, a rise or fall, or a level says where it stands.

use super::claim::{Direction, Statement, Topic};
use super::reading::Reading;
use super::sentence::{FULL, Sentence, is_year, names_scores};
use crate::check::tokens::{Number, TokenKind};
use crate::thai::FiscalYear;
use crate::thai::words::is_letter;

/// A difference of more hundredths is hardly one, where a figure may as well be a score.
const LARGE_DIFFERENCE: i64 = 4_000;

impl Reading<'_> {
    /// A rise or fall: with a figure to come, or told of the score by itself.
    pub(super) fn moved(&mut self, text: &Sentence, at: usize, direction: Direction) {
        self.pending = Some(Some(direction));
        let other_year = text.after(at).is_some_and(|next| match text.tokens[next].kind {
            TokenKind::Year(year) => !self.report.years().any(|own| own.number() == year),
            _ => false,
        });
        let figure = (at + 1..at + 6)
            .any(|next| matches!(text.kind(next), Some(TokenKind::Number(_) | TokenKind::Percent)));
        // From one score to another the direction is told by the word alone; a difference tells it itself.
        let to_score =
            matches!(text.kind(at + 1), Some(TokenKind::From | TokenKind::To)) && !text.is_before_year(at);
        // What goes on since some year is not told of the last one.
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
        // A figure behind a rise may be the score that was reached.
        if matches!(statement, Statement::Difference(..)) && self.is_a_score(number) {
            statement = Statement::Score(number, Vec::new());
        }
        if let Statement::Score(_, years) = &statement {
            if !years.is_empty() {
                self.level_years.clone_from(years);
            }
            self.years.clear();
        }
        self.beside_score |= self.claim(text, at, statement);
    }

    /// What a figure says, if it is about a score at all.
    fn figure(&self, text: &Sentence, at: usize, number: Number) -> Option<Statement> {
        let lead = text.before(at, |kind| matches!(kind, TokenKind::Filler | TokenKind::Open));
        let points = text.has_points(at);
        let written_as_score = points || number.places == 2;
        if is_bound(text, at, lead) || !(0..=FULL).contains(&number.hundredths) {
            return None;
        }
        let kind = lead.map(|lead| text.tokens[lead].kind);
        let told = self.named.is_some() || self.outcome;
        let of_scores = points || text.has(names_scores);
        let own_year = self.year_of(text, at, kind);
        let score = |years: Vec<FiscalYear>| Some(Statement::Score(number, years));
        let spoken_of = || match own_year {
            Some(year) if self.years.is_empty() => score(vec![year]),
            _ => score(self.years.clone()),
        };
        let difference = |direction| Some(Statement::Difference(number, direction));
        let [previous, current] = [self.report.fiscal_year.previous(), self.report.fiscal_year.value];
        // At the beginning a figure stands as behind a line end.
        match (kind.unwrap_or(TokenKind::LineEnd), self.pending) {
            (_, pending) if number.negative.is_some() && written_as_score && told => {
                difference(pending.flatten())
            }
            (TokenKind::From, _) if written_as_score && of_scores && told => {
                score(vec![own_year.unwrap_or(previous)])
            }
            (TokenKind::To, _) if written_as_score && of_scores && told => {
                score(vec![own_year.unwrap_or(current)])
            }
            // `ลดลงจากปี ๒๕๖๖ ๓.๐๓ คะแนน`: a difference, or the earlier score.
            (year, Some(direction))
                if is_year(year)
                    && written_as_score
                    && lead.is_some_and(|lead| text.is_compared_with(lead)) =>
            {
                if number.hundredths < LARGE_DIFFERENCE { difference(direction) } else { spoken_of() }
            }
            // `ผลต่าง = ๑.๘๗`
            (TokenKind::Equals, Some(direction)) if lead.is_some_and(|lead| text.equals_difference(lead)) => {
                difference(direction)
            }
            (kind, _)
                if (is_year(kind) || kind == TokenKind::Equals)
                    && written_as_score
                    && (told || self.target.is_some()) =>
            {
                spoken_of()
            }
            (_, Some(direction)) if written_as_score => difference(direction),
            // Something that no phrase knows stands between the figure and what it is of.
            (TokenKind::Plain, None) if self.named.is_none() => None,
            // Behind a figure the word is its unit and not the next one's.
            (TokenKind::Points, None) if !points && lead.is_some_and(|lead| is_unit(text, lead)) => None,
            (TokenKind::Points | TokenKind::Total | TokenKind::Assessment, None) => spoken_of(),
            (_, None) if points && (told || !self.years.is_empty()) => spoken_of(),
            (TokenKind::Named(_) | TokenKind::Instrument(_), None) if number.places == 2 => spoken_of(),
            _ => None,
        }
    }

    /// The year that stands right before or behind a figure: `ปีก่อน ๙๒.๕๑ คะแนน`, `๙๒.๕๑ คะแนน ในปี ๒๕๖๖`, `๙๒.๕๑ (ปี ๒๕๖๖)`.
    fn year_of(&self, text: &Sentence, at: usize, lead: Option<TokenKind>) -> Option<FiscalYear> {
        let behind = at + if text.has_points(at) { 2 } else { 1 };
        let next = text.after(behind).filter(|next| match text.kind(behind) {
            Some(TokenKind::In) => true,
            // In brackets by itself; with more in them it is the year of that.
            Some(TokenKind::Open) => text.content[text.tokens[*next].range.end..].starts_with(')'),
            _ => false,
        });
        next.and_then(|next| self.fiscal_year(text.tokens[next].kind)).or_else(|| self.fiscal_year(lead?))
    }

    /// Whether the figure is a score that the file has for what is spoken of.
    fn is_a_score(&self, number: Number) -> bool {
        let topics = self.topics();
        let scores = self.report.scores.values().flat_map(|year| {
            topics.iter().filter_map(|topic| match topic {
                Topic::Total => Some(year.total),
                Topic::Indicator(indicator) => year.indicators.get(indicator).copied(),
                Topic::Instrument(_) => None,
            })
        });
        number.negative.is_none()
            && scores.into_iter().any(|score| i64::from(score.hundredths()) == number.hundredths)
    }

    pub(super) fn level(&mut self, text: &Sentence, at: usize, level: usize) {
        let (name, common) = &self.lexer.levels[level];
        let range = &text.tokens[at].range;
        let (before, behind) = (&text.content[..range.start], &text.content[range.end..]);
        // Short names are common words; they are levels where they are called so.
        let lead = text.before(at, |kind| kind == TokenKind::Open);
        let called = lead.is_some_and(|lead| text.written(lead).ends_with("ระดับ"));
        let enclosed = before.ends_with(['(', '“', '"']) && behind.starts_with([')', '”', '"']);
        if *common && (!(called || enclosed) || behind.starts_with(is_letter)) {
            return;
        }
        let lead =
            text.before(at, |kind| matches!(kind, TokenKind::Open | TokenKind::Filler | TokenKind::In));
        let own_year = lead.and_then(|lead| match text.tokens[lead].kind {
            TokenKind::From => Some(self.report.fiscal_year.previous()),
            TokenKind::To => Some(self.report.fiscal_year.value),
            kind => self.fiscal_year(kind),
        });
        let years = own_year.map_or_else(|| self.level_years.clone(), |year| vec![year]);
        // A level that was not reached, or the scale of levels.
        let figure = lead.filter(|lead| *lead > 0 && is_unit(text, *lead)).map(|points| points - 1);
        let of_bound = |figure| is_bound(text, figure, text.before(figure, |kind| kind == TokenKind::Filler));
        let bound = figure.is_some_and(of_bound)
            || lead.is_some_and(|lead| text.tokens[lead].kind == TokenKind::Limit);
        if bound || text.has(|kind| kind == TokenKind::LimitBehind) {
            return;
        }
        // What is said of the agency behind a part of the assessment is of the whole again, and so is what follows from
        // an instrument's score.
        let of_instrument = self.topics().iter().any(|topic| matches!(topic, Topic::Instrument(_)));
        let follows = lead.is_some_and(|lead| text.tokens[lead].kind == TokenKind::Plain);
        if of_instrument && follows
            || self.agency && (self.named.is_some() || self.outcome && self.target.is_some())
        {
            self.name(vec![Topic::Total]);
        }
        self.claim(text, at, Statement::Level(name.clone(), years));
    }
}

/// Whether a rise or fall is one of scores: its subject is the word for them or for one of them. With `to_score` a
/// score is said to be reached.
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

/// Whether a figure is a bound, full marks, a share or a count. `lead` is what stands before it.
fn is_bound(text: &Sentence, at: usize, lead: Option<usize>) -> bool {
    let before = &text.tokens[lead.unwrap_or(0)..at];
    let behind = at + if text.has_points(at) { 2 } else { 1 };
    lead.is_some_and(|lead| {
        matches!(
            text.tokens[lead].kind,
            TokenKind::Full | TokenKind::Percent | TokenKind::More | TokenKind::Less
        )
    }) || before.iter().any(|token| token.kind == TokenKind::Limit)
        || matches!(text.kind(at + 1), Some(TokenKind::Percent | TokenKind::Unit))
        || text.kind(behind) == Some(TokenKind::LimitBehind)
}

/// Whether the word for points is the unit of a figure before it.
fn is_unit(text: &Sentence, points: usize) -> bool {
    points > 0 && matches!(text.tokens[points - 1].kind, TokenKind::Number(_))
}
