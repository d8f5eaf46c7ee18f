use std::collections::BTreeSet;

use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::text::{MeasurePart, Role, Text};
use crate::check::tokens::{Token, TokenKind};
use crate::check::words::{WORDS, ends_with_any, has_any, starts_with_any};
use crate::thai::digits::is_digit;

rule! {
    /// A fiscal year that is neither this year nor the previous year.
    ///
    /// It is usually left over from last year's report. Write `{year}` and `{previous_year}` instead, and the text
    /// stays correct next year. The rule ignores years of laws, plans over several years, references back to an earlier
    /// year (ตั้งแต่ปี ...), and next year in a text that looks ahead.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการยกระดับผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ.๒๕๖๕"
    /// ```
    /// # ไทย
    /// ปีงบประมาณในข้อความไม่ใช่ปีนี้หรือปีก่อน
    ///
    /// มักเป็นปีที่ค้างมาจากรายงานของปีก่อน เขียน {year} และ {previous_year} แทน แล้วข้อความจะใช้ได้ในปีต่อไปด้วย
    /// กฎนี้ไม่นับปีของกฎหมาย แผนหลายปี ข้อความที่ย้อนไปถึงปีก่อน ๆ (ตั้งแต่ปี ...) และปีหน้าในข้อความที่กล่าวถึงอนาคต
    "stale-year", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    let [previous, current] = facts.years().map(|year| year.number());
    let subject =
        facts.report.memo.as_ref().and_then(|memo| memo.subject.as_ref()).map(|subject| subject.span.clone());
    for (text, tokens) in facts.texts.iter().zip(&facts.tokens) {
        for (at, token) in tokens.iter().enumerate() {
            let TokenKind::Year(year) = token.kind else { continue };
            let known = (previous..=current).contains(&year)
                || facts.report.scores.keys().any(|scored| scored.number() == year);
            // `period-outside` checks the periods.
            let is_title = text.role == Role::Title || Some(text.whole()) == subject;
            let of_last = year == previous
                && Mention::new(text, tokens, at).is_of_last_report(text, tokens, current, is_title);
            if known && !of_last || text.is_filled_in(&token.range) || text.is(MeasurePart::Period) {
                continue;
            }
            let mention = Mention::new(text, tokens, at);
            let stale = if of_last {
                true
            } else if year > current {
                mention.is_too_late(text, year == current + 1)
            } else {
                mention.is_left_over(text, previous - year)
            };
            if stale {
                found.push(
                    Finding::warning("stale-year", text.span(token.range.clone()))
                        .with("written", &text.content[token.range.clone()])
                        .with("year", current)
                        .with("previous", previous)
                        .shown_by("year", facts.report.fiscal_year.span.clone()),
                );
            }
        }
    }
}

/// How many bytes before a year are searched for the law or plan that it belongs to: 50 Thai letters.
const LAW: usize = 150;

/// How a text refers to a year.
struct Mention {
    /// Whether the text calls it a fiscal year, or calls it a year and gives a score for it.
    fiscal: bool,
    /// Whether the text calls it a year, or joins it to a year before it.
    year: bool,
    /// Whether the text names the era, too: `ปี พ.ศ. ๒๕๖๓`.
    era: bool,
    /// Whether it begins or ends a longer time span, or belongs to a law.
    of_span_or_law: bool,
    /// Whether the text calls it a fiscal year that has ended: `สิ้นปีงบประมาณ พ.ศ. ๒๕๖๖`.
    ended: bool,
    /// Whether it is one of several years in a row that the text gives scores for.
    of_series: bool,
    /// Whether the text gives it as the year of results: `จากผลการประเมิน ปี ๒๕๖๖`.
    of_results: bool,
}

impl Mention {
    fn new(text: &Text, tokens: &[Token], at: usize) -> Self {
        let (content, range) = (&text.content, &tokens[at].range);
        let after = content[range.end..].trim_start();
        let called = content[..range.start].trim_end();
        let before = called.strip_suffix("พ.ศ.").unwrap_or(called).trim_end();
        let form = WORDS.stale_year.fiscal.iter().find_map(|form| before.strip_suffix(form.as_str()));
        let plain = before.strip_suffix("ปี");
        let lead = form.or(plain).unwrap_or(before).trim_end();
        let next = tokens[at + 1..].iter().find(|token| token.kind != TokenKind::Filler);
        let scored = next.is_some_and(|next| match next.kind {
            TokenKind::Equals | TokenKind::Points => true,
            TokenKind::Number(number) => number.places == 2,
            _ => false,
        });
        // In `ปี ๒๕๖๕ กับ ๒๕๖๖`, the word for a year applies to both numbers.
        let together = at > 1
            && tokens[at - 1].kind == TokenKind::And
            && matches!(tokens[at - 2].kind, TokenKind::Year(_));
        let dashes = ['-', '–', '/'];
        let near = content.floor_char_boundary(range.start.saturating_sub(LAW));
        let of_law = called.ends_with("พ.ศ.") && has_any(&content[near..range.start], &WORDS.stale_year.laws);
        let first = together && Mention::new(text, tokens, at - 2).of_span_or_law;
        let goes_on = after.strip_prefix("ถึง").unwrap_or(after.trim_start_matches(dashes));
        let range_follows = goes_on.len() < after.len() && goes_on.trim_start().starts_with(is_digit);
        let years = tokens.iter().filter_map(|token| match token.kind {
            TokenKind::Year(year) => Some(year),
            _ => None,
        });
        let distinct: BTreeSet<u16> = years.collect();
        let in_a_row = distinct.len() >= SERIES
            && distinct.iter().zip(distinct.iter().skip(1)).all(|(year, next)| year + 1 == *next);
        Mention {
            ended: form.is_some() && lead.ends_with("สิ้น"),
            of_series: scored && in_a_row,
            of_results: has_any(&content[near..range.start], &WORDS.stale_year.results),
            fiscal: form.is_some() || plain.is_some() && scored,
            year: plain.is_some() || together,
            era: plain.is_some() && called.ends_with("พ.ศ."),
            of_span_or_law: range_follows
                || starts_with_any(after, &WORDS.stale_year.until)
                || first
                || of_law
                || called.ends_with(dashes)
                || ends_with_any(lead, &WORDS.stale_year.since),
        }
    }

    /// Whether a year after the report's year is out of place. A text that looks ahead may mention it as a year, but as
    /// a fiscal year only if it is the next one (`next`).
    fn is_too_late(&self, text: &Text, next: bool) -> bool {
        let elsewhere = matches!(text.role, Role::Obstacle | Role::Recommendation | Role::Other)
            || text.is(MeasurePart::Monitoring);
        let title = text.is(MeasurePart::Title) || text.role == Role::Title;
        let ahead = elsewhere || !title && has_any(&text.content, &WORDS.stale_year.ahead);
        let out_of_place = if next { self.fiscal && !ahead } else { self.fiscal || self.year && !ahead };
        out_of_place && !self.of_span_or_law
    }

    /// Whether the previous year stands where only the report's year belongs: in the title, or as the year that has just ended.
    fn is_of_last_report(&self, text: &Text, tokens: &[Token], current: u16, is_title: bool) -> bool {
        let has_current = tokens.iter().any(|token| token.kind == TokenKind::Year(current));
        let in_title = is_title && self.fiscal && !self.of_span_or_law && !self.of_results;
        let ended = self.ended && has_any(&text.content, &WORDS.stale_year.now);
        (in_title || ended) && !has_current
    }

    /// Whether a year before the previous one, by `back` years, is left over from an earlier report. It has to be called a
    /// fiscal year. If it is the earlier year of last year's report, or if the era is named, it only has to be called a year,
    /// in a text that does not look back on several years. What is long past, nobody carries over.
    fn is_left_over(&self, text: &Text, back: u16) -> bool {
        let words = &WORDS.stale_year;
        let ended = self.ended && has_any(&text.content, &words.now);
        if self.of_span_or_law && !ended || self.of_series || has_any(&text.content, &words.past) {
            return false;
        }
        let plain =
            self.year && back == 1 || self.era && back <= RECENT && !has_any(&text.content, &words.event);
        self.fiscal || plain && !has_any(&text.content, &words.history)
    }
}

/// From so many years in a row on, a text goes through them on purpose.
const SERIES: usize = 3;

/// A year so many years before the previous one may still come from an earlier report.
const RECENT: u16 = 6;
