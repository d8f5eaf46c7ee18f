use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::check::claims::Topic;
use crate::check::facts::{Facts, decimal};
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::words::{WORDS, ends_with_any, has_any, starts_with_any};
use crate::thai::digits::{is_digit, to_arabic};

rule! {
    /// A comma in place of the decimal point: `๙๗,๗๒ คะแนน`.
    ///
    /// In Thai a comma separates thousands, and a point the decimals. With a comma, the reader and the program take the score
    /// for another number.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// outcome = "ผลการประเมินได้ ๙๗,๗๒ คะแนน"
    /// ```
    /// # ไทย
    /// ใช้จุลภาคแทนจุดทศนิยม เช่น “๙๗,๗๒ คะแนน”
    ///
    /// จุลภาคใช้คั่นหลักพัน ทศนิยมใช้จุด ถ้าใช้จุลภาค ผู้อ่านและโปรแกรมจะอ่านคะแนนเป็นจำนวนอื่น
    "decimal-comma", check
}

/// The scores that the file states and their changes, with two decimal places.
fn known_figures(facts: &Facts) -> HashSet<String> {
    let indicators = facts.indicators.iter().map(|number| Topic::Indicator(*number));
    let instruments = facts.rules.instruments().map(|(instrument, _)| Topic::Instrument(instrument.clone()));
    let topics: Vec<Topic> = indicators.chain(instruments).chain([Topic::Total]).collect();
    let mut known = HashSet::new();
    for topic in &topics {
        let scores = facts.years().into_iter().filter_map(|year| facts.score(topic, year));
        known.extend(scores.map(|score| decimal(score.sum(), score.count())));
        known.extend(facts.change(topic).map(|change| decimal(change.hundredths.abs(), change.count)));
    }
    known
}

static FIGURE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[0-9๐-๙]{1,3},[0-9๐-๙]{1,2}").expect("a pattern of digits"));

fn has_comma_in_figure(text: &str) -> bool {
    text.match_indices(',')
        .any(|(at, _)| text[..at].ends_with(is_digit) && text[at + 1..].starts_with(is_digit))
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    let words = &WORDS.decimal_comma;
    let known = known_figures(facts);
    for text in &facts.texts {
        let content = &text.content;
        // Most texts have no such comma, and the pattern takes long to compile.
        if !has_comma_in_figure(content) {
            continue;
        }
        let several = has_any(content, &words.several);
        for figure in FIGURE.find_iter(content) {
            let range = figure.range();
            let before = content[..range.start].trim_end_matches(' ');
            let after = content[range.end..].trim_start_matches(' ');
            let joined = |c: char| is_digit(c) || matches!(c, ',' | '.' | '/' | '-' | '–');
            let goes_on = content[range.end..].starts_with(is_digit)
                || content[range.end..]
                    .strip_prefix([',', '.', '/'])
                    .is_some_and(|rest| rest.starts_with(is_digit));
            if content[..range.start].ends_with(joined) || goes_on || text.is_filled_in(&range) {
                continue;
            }
            let Some((whole, decimals)) = figure.as_str().split_once(',') else { continue };
            let scored = starts_with_any(after, &words.after);
            // A single digit is one decimal place only if a word says that it is a score or a percentage.
            let hundredths = decimals.chars().count() == 2;
            let is_figure = scored
                || ends_with_any(before, &words.percent)
                || hundredths && ends_with_any(before, &words.before);
            let right = format!("{whole}.{decimals}");
            let is_known = hundredths && known.contains(&to_arabic(&right));
            let is_list = ends_with_any(before, &words.numbered)
                || after.strip_prefix("และ").is_some_and(|rest| rest.trim_start().starts_with(is_digit));
            // A small number with one digit behind the comma may be two numbers.
            let least = if hundredths && scored { 0 } else { 10 };
            let at_most_100 =
                to_arabic(whole).parse::<u16>().is_ok_and(|whole| (least..=100).contains(&whole));
            if is_list || !(is_known || is_figure && at_most_100 && !several) {
                continue;
            }
            found.push(
                Finding::warning("decimal-comma", text.span(range.clone()))
                    .with("written", figure.as_str())
                    .with("right", right.as_str())
                    .fixed_by(text.edit(range, &right)),
            );
        }
    }
}
