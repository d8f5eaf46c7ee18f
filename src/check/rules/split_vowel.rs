use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::thai::characters::{is_mark, is_tone};

rule! {
    /// A vowel typed as two characters: เ and เ for แ, ํ and า for ำ.
    ///
    /// It looks the same on the page, but a search does not find the word, a screen reader misreads it, and a line may
    /// break in the middle of the word.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการเเก้ไขปัญหาการทุจริต"
    /// ```
    /// # ไทย
    /// สระที่พิมพ์แยกเป็นสองตัว คือ เ กับ เ แทน แ และ ํ กับ า แทน ำ
    ///
    /// บนหน้ากระดาษดูเหมือนกัน แต่ค้นหาคำไม่พบ โปรแกรมอ่านหน้าจออ่านผิด และบรรทัดอาจตัดกลางคำ
    "split-vowel", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for text in &facts.texts {
        let letters: Vec<(usize, char)> = text.content.char_indices().collect();
        let mut at = 0;
        while at < letters.len() {
            let rest = &letters[at..];
            let matched = match rest {
                [(_, 'เ'), (_, 'เ'), ..] => Some((2, "แ".to_owned())),
                [(_, '\u{E4D}'), (_, 'า'), ..] => Some((2, "ำ".to_owned())),
                [(_, '\u{E4D}'), (_, tone), (_, 'า'), ..] | [(_, tone), (_, '\u{E4D}'), (_, 'า'), ..]
                    if is_tone(*tone) =>
                {
                    Some((3, format!("{tone}ำ")))
                }
                _ => None,
            };
            let Some((length, right)) = matched else {
                at += 1;
                continue;
            };
            let end = letters.get(at + length).map_or(text.content.len(), |letter| letter.0);
            let range = letters[at].0..end;
            if !text.is_filled_in(&range) {
                found.push(
                    Finding::warning("split-vowel", text.span(range.clone()))
                        .with("written", &text.content[range])
                        .with("right", right.trim_start_matches(is_mark))
                        .with("vowel", if right == "แ" { "ae" } else { "am" }),
                );
            }
            at += length;
        }
    }
}
