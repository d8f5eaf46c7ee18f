use std::sync::LazyLock;

use regex::Regex;

use crate::check::facts::Facts;
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

static FIGURE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[0-9๐-๙]{1,3},[0-9๐-๙]{1,2}").expect("a pattern of digits"));

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    let words = &WORDS.decimal_comma;
    for text in facts.texts.iter().filter(|text| !has_any(&text.content, &words.several)) {
        let content = &text.content;
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
            let is_figure = scored
                || ends_with_any(before, &words.percent)
                || decimals.chars().count() == 2 && ends_with_any(before, &words.before);
            let is_list = ends_with_any(before, &words.numbered)
                || after.strip_prefix("และ").is_some_and(|rest| rest.trim_start().starts_with(is_digit));
            let at_most_100 = to_arabic(whole).parse::<u16>().is_ok_and(|whole| (10..=100).contains(&whole));
            if !is_figure || is_list || !at_most_100 {
                continue;
            }
            let right = format!("{whole}.{decimals}");
            found.push(
                Finding::warning("decimal-comma", text.span(range.clone()))
                    .with("written", figure.as_str())
                    .with("right", right.as_str())
                    .fixed_by(text.edit(range, &right)),
            );
        }
    }
}
