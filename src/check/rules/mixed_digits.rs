use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::thai::digits::is_digit;

rule! {
    /// Thai and Arabic digits within one number.
    ///
    /// The program converts all digits to one kind, but a number that mixes both is often wrong: a digit was corrected
    /// later or typed on the wrong keyboard.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ.๒๕6๗"
    /// ```
    /// # ไทย
    /// เลขไทยกับเลขอารบิกปนกันในจำนวนเดียว
    ///
    /// โปรแกรมแปลงเลขให้เป็นแบบเดียวกันได้ แต่จำนวนที่มีเลขปนกันมักเป็นจำนวนที่ผิด เพราะแก้หรือพิมพ์ผิดแป้น
    "mixed-digits", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for text in &facts.texts {
        let content = &text.content;
        let mut at = 0;
        while let Some(start) = content[at..].find(is_digit).map(|found| at + found) {
            let mut end = start;
            let mut characters = content[start..].chars().peekable();
            while let Some(c) = characters.next() {
                let joins = matches!(c, '.' | ',') && characters.peek().is_some_and(|next| is_digit(*next));
                if !is_digit(c) && !joins {
                    break;
                }
                end += c.len_utf8();
            }
            let number = &content[start..end];
            let thai = number.chars().any(|c| matches!(c, '๐'..='๙'));
            let arabic = number.chars().any(|c| c.is_ascii_digit());
            if thai && arabic && !text.is_filled_in(&(start..end)) {
                found.push(
                    Finding::warning("mixed-digits", text.span(start..end))
                        .with("written", number)
                        .with("right", crate::thai::digits::to_arabic(number)),
                );
            }
            at = end;
        }
    }
}
