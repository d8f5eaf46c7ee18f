use std::ops::Range;

use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::text::{MeasurePart, Role, Text};
use crate::report::ListStyle;
use crate::thai::digits::{is_digit, to_arabic};

rule! {
    /// An item that begins with its own number or bullet, in a list that the program numbers.
    ///
    /// It comes along with text copied from a word processor. The page then has the number twice: `๒. ๒. จัดทำแบบฟอร์ม`. If
    /// the numbers are to stay as typed, choose `steps_style = "plain"`.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// steps = ["ประกาศนโยบาย No Gift Policy", "๒. อบรมบุคลากรเรื่องผลประโยชน์ทับซ้อน"]
    /// ```
    /// # ไทย
    /// ข้อที่ขึ้นต้นด้วยลำดับหรือขีดของตนเอง ทั้งที่โปรแกรมใส่ลำดับหรือขีดให้
    ///
    /// มักติดมากับข้อความที่คัดลอกจากโปรแกรมพิมพ์เอกสาร ทำให้ลำดับซ้ำกัน เช่น “๒. ๒. จัดทำแบบฟอร์ม” ถ้าต้องการใช้ลำดับที่พิมพ์เอง ให้เลือก
    /// steps_style = "plain"
    "pasted-numbering", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for text in &facts.texts {
        let Some((range, style)) = pasted(facts, text) else { continue };
        let written = &text.content[range.clone()];
        found.push(
            Finding::warning("pasted-numbering", text.span(0..written.trim_end().len()))
                .with("written", written.trim())
                .with("style", if style == ListStyle::Dash { "dash" } else { "numbered" })
                .fixed_by(text.edit(range, "")),
        );
    }
}

/// The byte range of the numbers and bullets that an item begins with, and the style of its list. `None` if there are none, or
/// if they belong there.
pub(super) fn pasted(facts: &Facts, text: &Text) -> Option<(Range<usize>, ListStyle)> {
    let style = match text.role {
        Role::Measure(index, MeasurePart::Step) => facts.report.measures[index].steps.style,
        Role::Measure(index, MeasurePart::Result) => facts.report.measures[index].results.style,
        Role::Obstacle | Role::Recommendation => ListStyle::Numbered,
        _ => return None,
    };
    let content = &text.content;
    let mut end = 0;
    // After one mark there may be another: `- ๒. ...`.
    while let Some(length) = mark(&content[end..], style) {
        end += length;
    }
    let is_alone = end == 0 || end == content.len();
    let belongs = is_alone || goes_on(content[..end].trim(), &content[end..]) || text.is_filled_in(&(0..end));
    (!belongs).then_some((0..end, style))
}

/// The length of a number or bullet at the start of an item, with the spaces around it. `None` if there is none that the
/// style of the list makes superfluous.
fn mark(item: &str, style: ListStyle) -> Option<usize> {
    let start = item.trim_start();
    let bullet = |c: char| matches!(c, '•' | '●' | '▪' | '◦' | '·' | '✓' | '\u{F0B7}' | '➢' | '►');
    let dash = |c: char| matches!(c, '-' | '–' | '—' | '*');
    let rest = match start.chars().next()? {
        _ if style == ListStyle::Plain => return None,
        c if bullet(c) => &start[c.len_utf8()..],
        // Without a space it may be a minus sign.
        c if dash(c) => start[c.len_utf8()..].strip_prefix([' ', '\u{A0}', '\t'])?,
        // In a list with dashes, numbers have been added on purpose.
        _ if style == ListStyle::Dash => return None,
        _ => without_number(start)?,
    };
    Some(item.len() - rest.trim_start().len())
}

/// What follows the number of an item: `๒. `, `2) ` or `(๒) `.
fn without_number(item: &str) -> Option<&str> {
    let opened = item.strip_prefix('(');
    let number = opened.unwrap_or(item);
    let after = number.trim_start_matches(is_digit);
    let digits = number[..number.len() - after.len()].chars().count();
    let closed = if opened.is_some() { after.strip_prefix(')') } else { after.strip_prefix(['.', ')']) }?;
    // `๒.๕ ล้านบาท` and `๑.๒ ...` are no numbers of this list, and `๑.-` is an amount.
    let ends = !closed.starts_with(|c| is_digit(c) || matches!(c, '-' | ',' | ')'));
    ((1..=2).contains(&digits) && ends).then_some(closed)
}

/// Whether the next number follows within the item: `๑) ประชุม ๒) รายงานผล` is an enumeration of its own.
fn goes_on(mark: &str, rest: &str) -> bool {
    let digits: String = to_arabic(mark).chars().filter(char::is_ascii_digit).collect();
    let Ok(number) = digits.parse::<u8>() else { return false };
    let next = to_arabic(mark).replace(&digits, &number.saturating_add(1).to_string());
    to_arabic(rest).contains(&format!(" {next}"))
}
