use std::ops::Range;

use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::thai::digits::{is_digit, to_arabic};
use crate::thai::numbers::{Number, Owner, numbers};

rule! {
    /// Thai and Arabic digits within one number.
    ///
    /// The program converts all digits to one kind, but a number that mixes both is often wrong: a digit was corrected
    /// later or typed on the wrong keyboard. A name in Latin letters counts as one number with all that `_ - / . :` join
    /// to it.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ.๒๕6๗"
    /// ```
    /// # ไทย
    /// เลขไทยกับเลขอารบิกปนกันในจำนวนเดียว
    ///
    /// โปรแกรมแปลงเลขให้เป็นแบบเดียวกันได้ แต่จำนวนที่มีเลขปนกันมักเป็นจำนวนที่ผิด เพราะแก้หรือพิมพ์ผิดแป้น
    /// ชื่ออักษรละตินกับสิ่งที่ต่อกันด้วย `_ - / . :` นับเป็นจำนวนเดียว
    "mixed-digits", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for text in &facts.texts {
        let content = &text.content;
        for number in numbers(content) {
            for range in parts(content, number) {
                let written = &content[range.clone()];
                let thai = written.chars().any(|c| matches!(c, '๐'..='๙'));
                let arabic = written.chars().any(|c| c.is_ascii_digit());
                if thai && arabic && !text.is_filled_in(&range) {
                    found.push(
                        Finding::warning("mixed-digits", text.span(range.clone()))
                            .with("written", written)
                            .with("right", to_arabic(written))
                            .offering(text.edit(range.clone(), &to_arabic(written))),
                    );
                }
            }
        }
    }
}

/// What must have digits of one kind: all of a Latin name, but of `๑/2567` each of the two numbers.
fn parts(content: &str, number: Number) -> Vec<Range<usize>> {
    if number.owner == Owner::Name {
        return vec![number.range];
    }
    let start = number.range.start;
    let mut parts: Vec<Range<usize>> = Vec::new();
    for (at, c) in content[number.range].char_indices() {
        let (at, end) = (start + at, start + at + c.len_utf8());
        match parts.last_mut() {
            _ if !is_digit(c) => {}
            Some(last) if matches!(&content[last.end..at], "" | "." | ",") => last.end = end,
            _ => parts.push(at..end),
        }
    }
    parts
}
