use super::pasted_numbering::pasted;
use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::text::{Role, Text};
use crate::thai::Numerals;
use crate::thai::digits::to_arabic;
use crate::thai::numbers::{Owner, numbers};

rule! {
    /// Thai digits in a document that has Arabic ones.
    ///
    /// With `numerals = "arabic"` the program writes its own figures in Arabic digits and leaves yours as they are, so a text
    /// with Thai digits stands beside a table with Arabic ones. With `numerals = "thai"` all digits become Thai.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// outcome = "มีผู้เข้าอบรม ๕๘ คน"
    ///
    /// [layout]
    /// numerals = "arabic"
    /// ```
    /// # ไทย
    /// ข้อความมีเลขไทย ทั้งที่เลือกให้เอกสารใช้เลขอารบิก
    ///
    /// เมื่อระบุ numerals = "arabic" โปรแกรมเขียนตัวเลขของตนเป็นเลขอารบิก และคงเลขในข้อความไว้ตามที่พิมพ์ เอกสารจึงมีเลขสองแบบปนกัน ถ้าระบุ "thai"
    /// โปรแกรมจะเปลี่ยนให้เป็นเลขไทยทั้งหมด
    "other-digits", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    if facts.report.layout.numerals != Numerals::Arabic {
        return;
    }
    // Outside the prose, a number with a slash is that of a document, which has the digits that it was given.
    let is_document = |text: &&Text| text.role == Role::Other && text.content.contains('/');
    for text in facts.texts.iter().filter(|text| !is_document(text)) {
        let content = &text.content;
        // `pasted-numbering` takes out these.
        let pasted = pasted(facts, text).map_or(0, |(range, _)| range.end);
        let mut thai = numbers(content);
        thai.retain(|number| number.range.start >= pasted);
        thai.retain(|number| {
            let written = &content[number.range.clone()];
            // `mixed-digits` covers a number with digits of both kinds.
            let only_thai = written.contains(is_thai) && !written.contains(|c: char| c.is_ascii_digit());
            number.owner == Owner::Text && only_thai && !text.is_filled_in(&number.range)
        });
        let Some(first) = thai.first() else { continue };
        let written = &content[first.range.clone()];
        found.push(
            Finding::warning("other-digits", text.span(first.range.clone()))
                .with("written", written)
                .with("right", to_arabic(written))
                .with("count", thai.len())
                .fixed_by_all(thai.iter().map(|number| {
                    text.edit(number.range.clone(), &to_arabic(&content[number.range.clone()]))
                })),
        );
    }
}

fn is_thai(c: char) -> bool {
    matches!(c, '๐'..='๙')
}
