//! Splits a text into the tokens that matter in sentences about scores: years, figures, indicators, rises and falls.
//! The phrases are in `data/check/phrases.toml`. All other text is plain.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::words::WORDS;
use crate::ita::Instrument;
use crate::report::Report;
use crate::thai::calendar::MONTHS;
use crate::thai::characters::is_mark;
use crate::thai::digits::{digit, is_digit, to_arabic};

/// The kind of a token. The kinds up to `Plain` are the lists of `data/check/phrases.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum TokenKind {
    Points,
    Total,
    Assessment,
    Indicator,
    ThisIndicator,
    Rise,
    Fall,
    More,
    Less,
    Gain,
    Loss,
    Same,
    Difference,
    From,
    To,
    PreviousYear,
    ThisYear,
    Respectively,
    In,
    Limit,
    LimitAfter,
    Full,
    Percent,
    OtherScores,
    Weighted,
    Aim,
    Fact,
    Agency,
    And,
    Filler,
    Unit,
    Plain,
    /// The name of the indicator with this number.
    #[serde(skip)]
    Named(u8),
    /// An instrument, by its index in [`Lexer::instruments`].
    #[serde(skip)]
    Instrument(usize),
    /// A level, by its index in [`Lexer::levels`].
    #[serde(skip)]
    Level(usize),
    /// A year of the Buddhist Era that is not part of a date.
    #[serde(skip)]
    Year(u16),
    #[serde(skip)]
    Number(Number),
    /// The abbreviation `ITA`.
    #[serde(skip)]
    Ita,
    /// An opening bracket or quote.
    #[serde(skip)]
    Open,
    #[serde(skip)]
    Equals,
    #[serde(skip)]
    LineEnd,
}

/// A figure as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// The value in hundredths, without its sign. Decimals after the second are dropped.
    pub hundredths: i64,
    /// The number of decimal places that are written.
    pub places: u32,
    /// The sign before it: `true` for minus, `false` for plus.
    pub negative: Option<bool>,
}

impl Number {
    /// The figure as a possible indicator number. `None` unless it is a whole number up to 255 without a sign.
    pub fn whole(self) -> Option<u8> {
        let whole = self.places == 0 && self.negative.is_none();
        whole.then(|| u8::try_from(self.hundredths / 100).ok()).flatten()
    }
}

/// A piece of a text, as a byte range with its kind.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub kind: TokenKind,
    pub range: Range<usize>,
}

/// Phrases with their kinds, in buckets by their first two characters. Every place of every text is looked up, so this
/// must be fast.
struct Phrases([Vec<(String, TokenKind)>; 256]);

impl Phrases {
    fn new() -> Self {
        Phrases(std::array::from_fn(|_| Vec::new()))
    }

    /// Empty phrases are left out.
    fn add(&mut self, phrase: String, kind: TokenKind) {
        let mut characters = phrase.chars();
        match (characters.next(), characters.next()) {
            (Some(first), Some(second)) => self.0[Self::bucket(first, second)].push((phrase, kind)),
            // Any character may follow.
            (Some(_), None) => self.0.iter_mut().for_each(|bucket| bucket.push((phrase.clone(), kind))),
            (None, _) => {}
        }
    }

    /// The phrases that a text may begin with.
    fn at_start_of(&self, text: &str) -> &[(String, TokenKind)] {
        let mut characters = text.chars();
        let (first, second) = (characters.next().unwrap_or(' '), characters.next().unwrap_or(' '));
        &self.0[Self::bucket(first, second)]
    }

    fn bucket(first: char, second: char) -> usize {
        (first as usize * 2 + second as usize) % 256
    }
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let lists: BTreeMap<String, Vec<String>> = toml::from_str(include_str!("../../data/check/phrases.toml"))
        .expect("embedded phrases are well formed");
    let mut phrases = Phrases::new();
    for (name, list) in lists {
        let kind = serde_json::from_value(name.into()).expect("embedded phrases are of known kinds");
        list.into_iter().for_each(|phrase| phrases.add(phrase, kind));
    }
    phrases
});

/// Splits the texts of one report into tokens. Besides the general phrases it knows the names in that report.
pub(super) struct Lexer {
    /// Names of the agency, of the indicators of the two compared years, and of the levels.
    own: Phrases,
    /// The levels of all years by name, each with whether the name is also a common word.
    pub levels: Vec<(String, bool)>,
    /// The instruments of all years.
    pub instruments: Vec<Instrument>,
}

impl Lexer {
    pub fn new(report: &Report) -> Self {
        let mut own = Phrases::new();
        let current = report.rules();
        for rules in report.years().map(|year| report.rule_book.rules_for(year).rules) {
            for indicator in rules.indicators() {
                let kind = match current.counterpart(indicator) {
                    Some(same) => TokenKind::Named(same.number),
                    None if current.indicator(indicator.number).is_none() => {
                        TokenKind::Named(indicator.number)
                    }
                    // Its number now belongs to another indicator.
                    None => TokenKind::OtherScores,
                };
                own.add(indicator.name.clone(), kind);
            }
        }
        let instruments = report.rule_book.iter().flat_map(|rules| rules.instruments());
        let mut instruments: Vec<Instrument> =
            instruments.map(|(instrument, _)| instrument.clone()).collect();
        instruments.sort_unstable();
        instruments.dedup();
        let levels = report.rule_book.iter().flat_map(|rules| rules.levels());
        let mut levels: Vec<(String, bool)> =
            levels.map(|level| (level.name.clone(), level.common)).collect();
        levels.sort_unstable();
        levels.dedup();
        for (index, (level, _)) in levels.iter().enumerate() {
            own.add(level.clone(), TokenKind::Level(index));
        }
        for name in [&report.agency.name, &report.agency.short_name] {
            own.add(name.value.clone(), TokenKind::Agency);
        }
        for (index, instrument) in instruments.iter().enumerate() {
            for name in WORDS.instruments.get(instrument.name()).into_iter().flatten() {
                own.add(name.clone(), TokenKind::Instrument(index));
            }
        }
        Lexer { own, levels, instruments }
    }

    /// The tokens of a text. Spaces, closing brackets and some punctuation are left out.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens: Vec<Token> = Vec::new();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let (kind, length) = self.next(text, at, c);
            let range = at..at + length;
            at = range.end;
            let Some(kind) = kind else { continue };
            match tokens.last_mut() {
                Some(last)
                    if kind == TokenKind::Plain && last.kind == kind && last.range.end == range.start =>
                {
                    last.range.end = range.end;
                }
                _ => tokens.push(Token { kind, range }),
            }
        }
        tokens
    }

    fn next(&self, text: &str, at: usize, c: char) -> (Option<TokenKind>, usize) {
        let rest = &text[at..];
        if c == '\n' {
            return (Some(TokenKind::LineEnd), 1);
        }
        if c.is_whitespace() || matches!(c, ')' | ']' | '”' | '’' | ',' | ':' | ';') {
            return (None, c.len_utf8());
        }
        if let Some((number, length)) = number(text, at) {
            return (Some(self.year(text, at, at + length).unwrap_or(number)), length);
        }
        // Skip a URL as one plain token, because words and years in it mean nothing.
        if rest.starts_with("http") || rest.starts_with("www.") {
            return (Some(TokenKind::Plain), rest.find(char::is_whitespace).unwrap_or(rest.len()));
        }
        if let Some(found) = self.phrase(rest) {
            return found;
        }
        match c {
            '(' | '[' | '“' | '‘' | '"' => (Some(TokenKind::Open), c.len_utf8()),
            '=' => (Some(TokenKind::Equals), 1),
            'A'..='Z' | 'a'..='z' => {
                let word = &rest[..rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len())];
                (Some(self.latin(word)), word.len())
            }
            _ => (Some(TokenKind::Plain), c.len_utf8()),
        }
    }

    /// The longest phrase that `rest` begins with: its kind and its length in bytes.
    fn phrase(&self, rest: &str) -> Option<(Option<TokenKind>, usize)> {
        let known = PHRASES.at_start_of(rest).iter().chain(self.own.at_start_of(rest));
        let fitting = known.filter(|(phrase, _)| {
            // A phrase must end at the end of a cluster, and a Latin one at the end of a word.
            let after = rest.strip_prefix(phrase.as_str()).map(|after| after.chars().next());
            let goes_on = |next: char| is_mark(next) || phrase.is_ascii() && next.is_ascii_alphanumeric();
            after.is_some_and(|next| !next.is_some_and(goes_on))
        });
        let (phrase, kind) = fitting.max_by_key(|(phrase, _)| phrase.len())?;
        Some((Some(*kind), phrase.len()))
    }

    /// The kind of a number that looks like a year: `Year`, or `Plain` if it counts something or is part of a date or
    /// another number. `None` if the number does not look like a year.
    fn year(&self, text: &str, start: usize, end: usize) -> Option<TokenKind> {
        let (TokenKind::Number(Number { hundredths, places: 0, negative: None }), _) = number(text, start)?
        else {
            return None;
        };
        let before = text[..start].trim_end();
        // A year of two digits counts only after a word for year.
        let short = ["ปีงบฯ", "ปีงบประมาณ", "ปี"].iter().any(|word| before.ends_with(word));
        let year = match u16::try_from(hundredths / 100).ok()? {
            year @ 2500..2700 => year,
            year @ 55..80 if short && to_arabic(&text[start..end]).len() == 2 => 2500 + year,
            _ => return None,
        };
        if text[start..end].contains(',') || before.ends_with('/') {
            return Some(TokenKind::Plain);
        }
        let before = before.strip_suffix("พ.ศ.").unwrap_or(before).trim_end();
        let dated = MONTHS.iter().any(|(long, short)| before.ends_with(long) || before.ends_with(short))
            || before.ends_with("ปีการศึกษา");
        let after = text[end..].trim_start();
        let unit = self.phrase(after);
        let counted =
            matches!(unit, Some((Some(TokenKind::Unit | TokenKind::Points), _))) && !before.ends_with("ปี");
        Some(if dated || counted { TokenKind::Plain } else { TokenKind::Year(year) })
    }

    fn latin(&self, word: &str) -> TokenKind {
        match word {
            "ITA" => TokenKind::Ita,
            _ => {
                let known = self.instruments.iter().position(|instrument| instrument.name() == word);
                known.map_or(TokenKind::Plain, TokenKind::Instrument)
            }
        }
    }
}

/// A number in Thai or Arabic digits with its sign, decimal point and thousands separators, and its length in bytes.
/// `None` if the text at `at` is not a number.
fn number(text: &str, at: usize) -> Option<(TokenKind, usize)> {
    let rest = &text[at..];
    let sign = rest.chars().next().filter(|c| matches!(c, '-' | '−' | '–' | '+'));
    let before = text[..at].chars().next_back();
    // After a digit or letter it is a dash, not a sign.
    if sign.is_some() && before.is_some_and(|c| is_digit(c) || c.is_alphanumeric()) {
        return None;
    }
    let digits = sign.map_or(0, char::len_utf8);
    let (mut whole, mut fraction, mut places, mut point) = (0i64, 0i64, 0u32, false);
    let mut end = digits;
    let mut characters = rest[digits..].chars().peekable();
    while let Some(c) = characters.next() {
        match (digit(c), characters.peek().is_some_and(|next| is_digit(*next))) {
            (Some(value), _) if point => {
                places += 1;
                if places <= 2 {
                    fraction = fraction * 10 + i64::from(value);
                }
            }
            (Some(value), _) => whole = whole.saturating_mul(10).saturating_add(value.into()),
            (None, true) if c == ',' && end > digits && !point => {
                // A comma parts thousands. In place of a point it leaves no figure that could be read.
                let group = rest[end + 1..].chars().take_while(|c| is_digit(*c)).count();
                if group == 2 {
                    let after = rest[end + 1..].find(|c| !is_digit(c)).unwrap_or(rest.len() - end - 1);
                    return Some((TokenKind::Plain, end + 1 + after));
                }
            }
            // A second dot: a section number or a time, not a figure.
            (None, true) if c == '.' && end > digits && point => return Some((TokenKind::Plain, end + 1)),
            (None, true) if c == '.' && end > digits => point = true,
            _ => break,
        }
        end += c.len_utf8();
    }
    if end == digits {
        return None;
    }
    if places == 1 {
        fraction *= 10;
    }
    let hundredths = whole.saturating_mul(100).saturating_add(fraction);
    Some((TokenKind::Number(Number { hundredths, places, negative: sign.map(|c| c != '+') }), end))
}
