use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::thai::characters::is_mark;

rule! {
    /// A space before a vowel, a tone mark or ฯ.
    ///
    /// The space splits the word: the mark stands alone, and a line may break before it. Type ฯ right after the word
    /// that it abbreviates. ฯลฯ is a word of its own and may follow a space.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป ้องกันการทุจริต"
    /// ```
    /// # ไทย
    /// มีช่องว่างหน้าสระบนล่าง วรรณยุกต์ หรือ ฯ
    ///
    /// ช่องว่างทำให้คำขาดจากกัน เครื่องหมายลอยอยู่ลำพัง และบรรทัดอาจตัดตรงนั้น ฯ (ไปยาลน้อย) เขียนติดกับคำที่ย่อ ส่วน ฯลฯ เป็นคำต่างหาก
    "space-before-mark", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for text in &facts.texts {
        let content = &text.content;
        for (at, c) in content.char_indices() {
            let before = &content[..at];
            let shortens =
                c == 'ฯ' && !content[at..].starts_with("ฯลฯ") && !content[at..].starts_with("ฯพณฯ");
            // These vowels follow their consonant, so they cannot begin a word.
            let mark = is_mark(c) || matches!(c, 'ะ' | 'า' | 'ำ' | 'ๅ');
            let spaced = before.ends_with([' ', '\u{A0}', '\t']);
            if !spaced || !(mark || shortens) || before.trim_end().is_empty() {
                continue;
            }
            let space = before.trim_end().len();
            let start = before[..space].char_indices().next_back().map_or(0, |last| last.0);
            let end = at + c.len_utf8();
            if !text.is_filled_in(&(space..end)) {
                found.push(
                    Finding::warning("space-before-mark", text.span(space..end))
                        .with("written", &content[start..end])
                        .with("right", content[start..space].to_owned() + &content[at..end]),
                );
            }
        }
    }
}
