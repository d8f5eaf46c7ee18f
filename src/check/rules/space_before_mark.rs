use std::ops::Range;

use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::respelt::{letters_after, letters_before, respelt};
use crate::check::rule::rule;
use crate::check::words::{WORDS, has_any};
use crate::thai::characters::{is_letter, is_mark, is_tone};
use crate::thai::words::{cost, words};

rule! {
    /// A space within a word: before a vowel, a tone mark or ฯ, behind a leading vowel, or between all letters.
    ///
    /// Text copied out of an old PDF comes apart like this, and ำ loses its ring: `ด าเนินการ`. The space splits the word,
    /// a search does not find it, and a line may break there. Type ฯ right after the word that it abbreviates. ฯลฯ is a word
    /// of its own and may follow a space, and so may ฯ in the title of a member of the royal family.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป ้องกันการทุจริต"
    /// ```
    /// # ไทย
    /// มีช่องว่างกลางคำ คือหน้าสระ วรรณยุกต์ หรือ ฯ หลังสระหน้า หรือระหว่างทุกตัวอักษร
    ///
    /// มักติดมากับข้อความที่คัดลอกจาก PDF รุ่นเก่า ซึ่งสระอำมักเหลือเพียงสระอา เช่น “ด าเนินการ” ช่องว่างทำให้คำขาดจากกัน ค้นหาไม่พบ และบรรทัดอาจตัดตรงนั้น
    /// ฯ (ไปยาลน้อย) เขียนติดกับคำที่ย่อ ส่วน ฯลฯ เป็นคำต่างหาก และ ฯ ในพระนามเว้นวรรคได้
    "space-before-mark", check
}

/// From so many single letters in a row on, they are a word whose letters were set apart.
const LETTERS: usize = 3;

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for text in &facts.texts {
        let content = &text.content;
        let mut report = |shown: Range<usize>, range: Range<usize>, right: &str, joins: bool| {
            if text.is_filled_in(&shown) {
                return;
            }
            let (written, respelt) = respelt(content, range.clone(), right);
            let finding = Finding::warning("space-before-mark", text.span(shown))
                .with("written", written)
                .with("right", respelt);
            // Behind a digit or a sign, the mark itself is wrong.
            found.push(if joins { finding.fixed_by(text.edit(range, right)) } else { finding });
        };
        let apart = words_set_apart(content);
        for range in &apart {
            let joined: String = content[range.clone()].chars().filter(|c| !is_space(*c)).collect();
            report(range.clone(), range.clone(), &joined, true);
        }
        for gap in gaps(content) {
            if apart.iter().any(|range| range.start < gap.end && gap.start < range.end) {
                continue;
            }
            if let Some((range, right)) = joined(content, &gap) {
                let mark = content[gap.end..].chars().next().map_or(0, char::len_utf8);
                let joins = content[..gap.start].ends_with(is_letter) && !lacks_letter(content, &gap);
                report(gap.start..gap.end + mark, range, &right, joins);
            }
        }
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\t')
}

/// The stretches of spaces between two other characters of a line.
pub(super) fn gaps(content: &str) -> Vec<Range<usize>> {
    let mut gaps: Vec<Range<usize>> = Vec::new();
    for (at, c) in content.char_indices().filter(|(_, c)| is_space(*c)) {
        match gaps.last_mut() {
            Some(gap) if gap.end == at => gap.end += c.len_utf8(),
            _ => gaps.push(at..at + c.len_utf8()),
        }
    }
    let inner = |at: Option<char>| at.is_some_and(|c| !c.is_whitespace());
    gaps.retain(|gap| {
        inner(content[..gap.start].chars().next_back()) && inner(content[gap.end..].chars().next())
    });
    gaps
}

/// What belongs in place of a gap within a word, and of the letters beside it that change. `None` if the gap is not within
/// a word.
pub(super) fn joined(content: &str, gap: &Range<usize>) -> Option<(Range<usize>, String)> {
    let (before, after) = (&content[..gap.start], &content[gap.end..]);
    let (last, next) = (before.chars().next_back()?, after.chars().next()?);
    let closed = Some((gap.clone(), String::new()));
    match (last, next) {
        ('เ', 'เ') => Some((gap.start - last.len_utf8()..gap.end + next.len_utf8(), "แ".to_owned())),
        ('เ'..='ไ', 'ก'..='ฮ') => closed,
        (_, 'ฯ') => {
            let own_word = after.starts_with("ฯลฯ") || after.starts_with("ฯพณฯ");
            (!own_word && !in_royal_title(before)).then_some(closed).flatten()
        }
        // These vowels follow their consonant, so they cannot begin a word.
        (_, c) if is_mark(c) || matches!(c, 'ะ' | 'า' | 'ำ' | 'ๅ') => {
            lost_am(content, gap).or(closed)
        }
        _ => None,
    }
}

/// Whether a leading vowel before a gap rather lacks its own letter than leads the word behind the gap: `แจระแ อำเภอ`.
fn lacks_letter(content: &str, gap: &Range<usize>) -> bool {
    let (before, after) = (letters_before(content, gap.start), letters_after(content, gap.end));
    before.ends_with(|c| matches!(c, 'เ'..='ไ'))
        && cost(&format!("{before}{after}")) >= cost(before) + cost(after)
}

/// The correction of a gap and า where ำ is the more likely: `ด าเนินการ`, `น ้า`.
fn lost_am(content: &str, gap: &Range<usize>) -> Option<(Range<usize>, String)> {
    let after = &content[gap.end..];
    let tone: String = after.chars().take_while(|c| is_tone(*c)).collect();
    let rest = after[tone.len()..].strip_prefix('า')?;
    let end = content.len() - rest.len();
    let ring = content[..gap.start].ends_with('\u{E4D}');
    let start = if ring { gap.start - '\u{E4D}'.len_utf8() } else { gap.start };
    let right = format!("{tone}ำ");
    let around = (letters_before(content, start), letters_after(content, end));
    let cost_with = |vowel: &str| cost(&format!("{}{tone}{vowel}{}", around.0, around.1));
    (ring || cost_with("ำ") <= cost_with("า")).then_some((start..end, right))
}

/// Whether a text ends in a title of a member of the royal family, in which ฯ stands for the rest of the name.
fn in_royal_title(before: &str) -> bool {
    let words = before.trim_end().rsplit(is_space).take(2);
    words.into_iter().any(|word| has_any(word, &WORDS.space_before_mark.royal))
}

/// The byte ranges of words whose letters are all set apart: `ร า ย ง า น`.
fn words_set_apart(content: &str) -> Vec<Range<usize>> {
    let is_single = |piece: &str| {
        piece.chars().all(|c| is_letter(c) && !matches!(c, 'ๆ' | 'ฯ'))
            && piece.chars().filter(|c| !is_mark(*c)).count() == 1
    };
    let mut stretches: Vec<(Range<usize>, usize)> = Vec::new();
    let mut start = 0;
    for end in gaps(content).into_iter().chain(std::iter::once(content.len()..content.len())) {
        let piece = start..end.start;
        start = end.end;
        let follows = |stretch: &Range<usize>| content[stretch.end..piece.start].chars().all(is_space);
        if !is_single(&content[piece.clone()]) {
            continue;
        }
        match stretches.last_mut() {
            Some((stretch, count)) if follows(stretch) => (stretch.end, *count) = (piece.end, *count + 1),
            _ => stretches.push((piece, 1)),
        }
    }
    let is_word = |range: &Range<usize>| {
        let joined: String = content[range.clone()].chars().filter(|c| !is_space(*c)).collect();
        let words = words(&joined);
        // Many short words in a row are rather a list of letters.
        words.iter().all(|word| word.known) && words.len() * 2 < joined.chars().count()
    };
    let long = stretches.into_iter().filter(|(_, count)| *count >= LETTERS).map(|(range, _)| range);
    long.filter(is_word).collect()
}
