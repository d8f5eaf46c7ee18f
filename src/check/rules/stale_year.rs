use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::text::{MeasurePart, Role, Text};
use crate::check::tokens::{Token, TokenKind};
use crate::check::words::{WORDS, ends_with_any, has_any};
use crate::thai::digits::digit;

rule! {
    /// A fiscal year in prose that is neither this one nor the previous one.
    ///
    /// Last year's report was copied and a year stayed behind. Write `{year}` and `{previous_year}`: then the text
    /// holds for next year too. Years of laws, plans over several years and what goes back to an earlier year
    /// (ตั้งแต่ปี ...) are left alone, and next year where the text looks ahead.
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
    for (text, tokens) in facts.texts.iter().zip(&facts.tokens) {
        for (at, token) in tokens.iter().enumerate() {
            let TokenKind::Year(year) = token.kind else { continue };
            let known = (previous..=current).contains(&year)
                || facts.report.scores.keys().any(|scored| scored.number() == year);
            // A period has a rule of its own.
            if known || text.is_filled_in(&token.range) || text.is(MeasurePart::Period) {
                continue;
            }
            let mention = Mention::of(text, tokens, at);
            let stale = if year > current {
                mention.is_too_late(text, year == current + 1)
            } else {
                // The years of last year's report were the two before.
                mention.is_left_over(text, year + 1 == previous)
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

/// Bytes before a year within which the law that it is of is named.
const LAW: usize = 150;

/// How a year is spoken of.
struct Mention {
    /// Called a fiscal year, or the year of a score.
    fiscal: bool,
    /// Called a year.
    year: bool,
    /// The beginning or end of something longer.
    long: bool,
}

impl Mention {
    fn of(text: &Text, tokens: &[Token], at: usize) -> Self {
        let (content, range) = (&text.content, &tokens[at].range);
        let behind = content[range.end..].trim_start();
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
        // `ปี ๒๕๖๕ กับ ๒๕๖๖`: the second is as much a year as the first.
        let together = at > 1
            && tokens[at - 1].kind == TokenKind::And
            && matches!(tokens[at - 2].kind, TokenKind::Year(_));
        let dashes = ['-', '–', '/'];
        // No more than the title of a law is long.
        let near = content.floor_char_boundary(range.start.saturating_sub(LAW));
        let of_law = called.ends_with("พ.ศ.") && has_any(&content[near..range.start], &WORDS.stale_year.laws);
        let first = together && Mention::of(text, tokens, at - 2).long;
        let goes_on = behind.strip_prefix("ถึง").unwrap_or(behind.trim_start_matches(dashes));
        let range_follows =
            goes_on.len() < behind.len() && goes_on.trim_start().starts_with(|c| digit(c).is_some());
        Mention {
            fiscal: form.is_some() || plain.is_some() && scored,
            year: plain.is_some() || together,
            long: range_follows
                || first
                || of_law
                || called.ends_with(dashes)
                || ends_with_any(lead, &WORDS.stale_year.since),
        }
    }

    /// Whether a year after this one is out of place; `next` is spoken of where a text looks ahead.
    fn is_too_late(&self, text: &Text, next: bool) -> bool {
        let elsewhere = matches!(text.role, Role::Obstacle | Role::Recommendation | Role::Other)
            || text.is(MeasurePart::Monitoring);
        let title = text.is(MeasurePart::Title) || text.role == Role::Title;
        let ahead = elsewhere || !title && has_any(&text.content, &WORDS.stale_year.ahead);
        let out_of_place = if next { self.fiscal && !ahead } else { self.fiscal || self.year && !ahead };
        out_of_place && !self.long
    }

    /// Whether a year before the previous one is left over; `two_before` is a year of last year's report, which needs no
    /// word for the fiscal year.
    fn is_left_over(&self, text: &Text, two_before: bool) -> bool {
        let told = two_before && self.year && !has_any(&text.content, &WORDS.stale_year.history);
        (self.fiscal || told) && !self.long
    }
}
