use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::respelt::respelt;
use crate::check::rule::rule;
use crate::thai::characters::{is_mark, is_tone};

rule! {
    /// Vowel or tone marks in the wrong order, or typed twice.
    ///
    /// Type a tone mark after the vowel above or below its consonant, but before ำ. In any other order, marks overlap
    /// on the page or a search does not find the word.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการทีี่ดี"
    /// ```
    /// # ไทย
    /// สระบนล่างและวรรณยุกต์ผิดลำดับ หรือซ้ำกัน
    ///
    /// วรรณยุกต์พิมพ์หลังสระบนหรือสระล่าง และก่อนสระอำ ถ้าสลับกันหรือซ้ำกัน เครื่องหมายจะซ้อนทับกัน หรือค้นหาคำไม่พบ
    "mark-order", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for text in &facts.texts {
        let content = &text.content;
        let letters: Vec<(usize, char)> = content.char_indices().collect();
        let mut at = 0;
        while at < letters.len() {
            // The run of marks that begins here. ำ counts too, because its ring is a mark.
            let length = letters[at..].iter().take_while(|(_, c)| is_mark(*c) || *c == 'ำ').count();
            if length == 0 {
                at += 1;
                continue;
            }
            let marks: Vec<char> = letters[at..at + length].iter().map(|letter| letter.1).collect();
            let end = letters.get(at + length).map_or(content.len(), |letter| letter.0);
            // Include the letter before the marks, so that the message is readable.
            let start = letters[at.saturating_sub(1)].0;
            // `split-vowel` reports ํ or ำ with what makes up ำ already.
            let split = (marks.contains(&'\u{E4D}') || marks.contains(&'ำ'))
                && content[end..].starts_with('า')
                || marks.contains(&'\u{E4D}') && marks.contains(&'ำ');
            if at > 0 && !split && !in_order(&marks) && !text.is_filled_in(&(start..end)) {
                let ordered: String = content[start..letters[at].0].chars().chain(ordered(&marks)).collect();
                let (written, right) = respelt(content, start..end, &ordered);
                let finding = Finding::warning("mark-order", text.span(start..end))
                    .with("written", written)
                    .with("right", right)
                    .with("kind", if has_twice(&marks) { "twice" } else { "order" });
                let edit = text.edit(start..end, &ordered);
                // Of two different marks in one place, a person knows which one is meant.
                found.push(if is_clear(&marks) { finding.fixed_by(edit) } else { finding.offering(edit) });
            }
            at += length;
        }
    }
}

/// The position of a mark in its cluster: 1 for ํ, which Pali writes above ิ too (วิํสติ), 2 for a tone mark or ์, 3 for ำ, 0
/// for a vowel or another mark.
fn rank(c: char) -> u8 {
    match c {
        'ำ' => 3,
        c if is_tone(c) => 2,
        '\u{E4C}' => 2,
        '\u{E4D}' => 1,
        _ => 0,
    }
}

fn in_order(marks: &[char]) -> bool {
    // ์ ranks like a tone mark because it may follow ิ and ุ: สิทธิ์, พันธุ์.
    marks.windows(2).all(|pair| rank(pair[0]) < rank(pair[1])) && !has_vowel_below_am(marks)
}

/// Whether the marks have ำ together with another vowel.
fn has_vowel_below_am(marks: &[char]) -> bool {
    marks.contains(&'ำ') && marks.iter().any(|mark| rank(*mark) == 0)
}

/// Whether two of the marks have the same position.
fn has_twice(marks: &[char]) -> bool {
    marks.iter().enumerate().any(|(at, mark)| marks[..at].iter().any(|other| rank(*other) == rank(*mark)))
}

/// Whether only the order is wrong, or the same mark is there twice.
fn is_clear(marks: &[char]) -> bool {
    let same = |(at, mark): (usize, &char)| {
        marks[..at].iter().all(|other| rank(*other) != rank(*mark) || other == mark)
    };
    !has_vowel_below_am(marks) && marks.iter().enumerate().all(same)
}

/// The marks in the correct order, only the first of each position, and ำ without another vowel.
fn ordered(marks: &[char]) -> Vec<char> {
    let mut ordered: Vec<char> = marks.to_vec();
    ordered.sort_by_key(|mark| rank(*mark));
    ordered.dedup_by_key(|mark| rank(*mark));
    if has_vowel_below_am(&ordered) {
        ordered.retain(|mark| rank(*mark) > 0);
    }
    ordered
}
