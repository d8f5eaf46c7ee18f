//! Cuts a text into what a sentence about scores is made of: years, figures, indicators, rises and falls. The
//! phrases are data; everything else is plain.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::ita::Instrument;
use crate::report::Report;
use crate::thai::calendar::MONTHS;
use crate::thai::characters::is_mark;
use crate::thai::digits::{digit, to_arabic};

/// What stands at a place of a text.
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
    LimitBehind,
    Full,
    Percent,
    OtherScores,
    Aim,
    Fact,
    Agency,
    And,
    Filler,
    Unit,
    Plain,
    /// An indicator by its name.
    #[serde(skip)]
    Named(u8),
    /// An instrument by its index in [`Lexer::instruments`].
    #[serde(skip)]
    Instrument(usize),
    /// A level by its index in [`Lexer::levels`].
    #[serde(skip)]
    Level(usize),
    /// A year of the Buddhist Era that is not part of a date.
    #[serde(skip)]
    Year(u16),
    #[serde(skip)]
    Number(Number),
    /// The assessment by its Latin name.
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

/// A figure as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// In hundredths.
    pub hundredths: i64,
    /// How many decimal places are written.
    pub places: u32,
    /// Whether a minus (`true`) or plus sign stands before it.
    pub negative: Option<bool>,
}

impl Number {
    /// The figure, if it is a whole number without a sign that can number an indicator.
    pub fn whole(self) -> Option<u8> {
        let whole = self.places == 0 && self.negative.is_none();
        whole.then(|| u8::try_from(self.hundredths / 100).ok()).flatten()
    }
}

/// A piece of a text.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub kind: TokenKind,
    pub range: Range<usize>,
}

type Phrases = HashMap<char, Vec<(String, TokenKind)>>;

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let lists: BTreeMap<String, Vec<String>> = toml::from_str(include_str!("../../data/check/phrases.toml"))
        .expect("embedded phrases are well formed");
    let mut phrases = Phrases::new();
    for (name, list) in lists {
        let kind = serde_json::from_value(name.into()).expect("embedded phrases are of known kinds");
        list.into_iter().for_each(|phrase| add(&mut phrases, phrase, kind));
    }
    phrases
});

fn add(phrases: &mut Phrases, phrase: String, kind: TokenKind) {
    if let Some(first) = phrase.chars().next() {
        phrases.entry(first).or_default().push((phrase, kind));
    }
}

/// Cuts texts of one report: knows its names, and the levels and indicators of its years.
pub(super) struct Lexer {
    own: Phrases,
    /// The names of all levels of any year, each with whether it is a common word.
    pub levels: Vec<(String, bool)>,
    /// The instruments of any year.
    pub instruments: Vec<Instrument>,
}

impl Lexer {
    pub fn new(report: &Report) -> Self {
        let mut own = Phrases::new();
        for rules in report.years().map(|year| report.rule_book.rules_for(year).rules) {
            for indicator in rules.indicators() {
                add(&mut own, indicator.name.clone(), TokenKind::Named(indicator.number));
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
            add(&mut own, level.clone(), TokenKind::Level(index));
        }
        for name in [&report.agency.name, &report.agency.short_name] {
            add(&mut own, name.value.clone(), TokenKind::Agency);
        }
        Lexer { own, levels, instruments }
    }

    /// The pieces of a text, without spaces.
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
        // An address has no words or years of its own.
        if rest.starts_with("http") || rest.starts_with("www.") {
            return (Some(TokenKind::Plain), rest.find(char::is_whitespace).unwrap_or(rest.len()));
        }
        if let Some(found) = self.phrase(rest, c) {
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

    /// The longest phrase at a place.
    fn phrase(&self, rest: &str, first: char) -> Option<(Option<TokenKind>, usize)> {
        let known = [PHRASES.get(&first), self.own.get(&first)];
        let fitting = known.into_iter().flatten().flatten().filter(|(phrase, _)| {
            // A phrase ends where a cluster does, and a Latin one where the word does.
            let behind = rest.strip_prefix(phrase.as_str()).map(|behind| behind.chars().next());
            let goes_on = |next: char| is_mark(next) || phrase.is_ascii() && next.is_ascii_alphanumeric();
            behind.is_some_and(|next| !next.is_some_and(goes_on))
        });
        let (phrase, kind) = fitting.max_by_key(|(phrase, _)| phrase.len())?;
        Some((Some(*kind), phrase.len()))
    }

    /// A year, where a number of that size is not counting something or part of a date.
    fn year(&self, text: &str, start: usize, end: usize) -> Option<TokenKind> {
        let (TokenKind::Number(Number { hundredths, places: 0, negative: None }), _) = number(text, start)?
        else {
            return None;
        };
        let before = text[..start].trim_end();
        // Of two digits only where it is called a year.
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
        let behind = text[end..].trim_start();
        let unit = behind.chars().next().and_then(|first| self.phrase(behind, first));
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

/// A number in Thai or Arabic digits, with the points and commas in it and a sign before it.
fn number(text: &str, at: usize) -> Option<(TokenKind, usize)> {
    let rest = &text[at..];
    let sign = rest.chars().next().filter(|c| matches!(c, '-' | '−' | '–' | '+'));
    let before = text[..at].chars().next_back();
    // Between digits and behind letters it is a dash.
    if sign.is_some() && before.is_some_and(|c| digit(c).is_some() || c.is_alphanumeric()) {
        return None;
    }
    let digits = sign.map_or(0, char::len_utf8);
    let (mut whole, mut fraction, mut places, mut point) = (0i64, 0i64, 0u32, false);
    let mut end = digits;
    let mut characters = rest[digits..].chars().peekable();
    while let Some(c) = characters.next() {
        match (digit(c), characters.peek().is_some_and(|next| digit(*next).is_some())) {
            (Some(value), _) if point => {
                places += 1;
                if places <= 2 {
                    fraction = fraction * 10 + i64::from(value);
                }
            }
            (Some(value), _) => whole = whole.saturating_mul(10).saturating_add(value.into()),
            (None, true) if c == ',' && end > digits && !point => {}
            // A second point: a number of sections or a time, no figure.
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
