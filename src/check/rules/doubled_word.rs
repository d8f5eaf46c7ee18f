use std::ops::Range;

use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::text::Text;
use crate::check::words::{WORDS, starts_with_any};
use crate::thai::Run;
use crate::thai::characters::{is_letter, is_mark};
use crate::thai::digits::is_digit;
use crate::thai::words::{self, Word};

rule! {
    /// A word typed twice in a row.
    ///
    /// This is usually a typing or copying mistake, such as `การการป้องกัน`. Correct Thai that only looks doubled is
    /// not reported (`เจ้าหน้าที่ที่รับผิดชอบ`, `โครงการการจัดซื้อ`).
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการการการป้องกันการทุจริต"
    /// ```
    /// # ไทย
    /// คำซ้ำติดกัน
    ///
    /// มักเกิดจากการพิมพ์หรือลอกข้อความ เช่น “การการป้องกัน” ส่วนที่ดูเหมือนซ้ำแต่ถูกต้องไม่นับ (เจ้าหน้าที่ที่รับผิดชอบ โครงการการจัดซื้อ)
    "doubled-word", check
}

/// The longest repetition to look for, in characters.
const LONGEST: usize = 30;

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for text in &facts.texts {
        for (start, run) in Run::all(&text.content) {
            let run = start..start + run.as_str().len();
            in_run(text, run.clone(), found);
            across_space(text, run, found);
        }
    }
}

/// Reports a word in a range that it fills twice or more often.
fn report(text: &Text, range: Range<usize>, word: &str, found: &mut Vec<Finding>) {
    if text.is_filled_in(&range) {
        return;
    }
    let finding = Finding::warning("doubled-word", text.span(range.clone()))
        .with("written", &text.content[range.clone()])
        .with("word", word);
    let edit = text.edit(range.start + word.len()..range.end, "");
    // Of a short word, ๆ may have been meant, or a name.
    let cannot_be_meant = is_joining(word) || word.chars().count() >= LONG;
    found.push(if cannot_be_meant { finding.fixed_by(edit) } else { finding.offering(edit) });
}

/// From this length in characters on, a word is seen to be doubled even if the dictionary has a longer one there.
const APART: usize = 4;

/// Whether a text is one word of the dictionary.
fn is_known(text: &str) -> bool {
    matches!(words::words(text).as_slice(), [word] if word.known && word.range.len() == text.len())
}

/// Whether a text, if there is any, consists of words of the dictionary.
fn is_known_or_empty(text: &str) -> bool {
    words::words(text).iter().all(|word| word.known)
}

/// From this length in characters on, a word is not repeated for emphasis.
const LONG: usize = 5;

/// Reports words that are repeated within a run of Thai letters.
fn in_run(text: &Text, run: Range<usize>, found: &mut Vec<Finding>) {
    let letters: Vec<(usize, char)> = text.content[run.clone()].char_indices().collect();
    // Cutting the run into words is slow, so do it only if something is repeated.
    let mut boundaries: Option<Vec<usize>> = None;
    let mut at = 0;
    while at < letters.len() {
        let length = (2..=LONGEST.min((letters.len() - at) / 2)).rev().find(|length| {
            let (once, twice) = (&letters[at..at + length], &letters[at + length..at + 2 * length]);
            once.iter().zip(twice).all(|(a, b)| a.1 == b.1)
                && !is_mark(once[0].1)
                && letters.get(at + 2 * length).is_none_or(|next| !is_mark(next.1))
        });
        let Some(length) = length else {
            at += 1;
            continue;
        };
        let place = |index: usize| letters.get(index).map_or(run.len(), |letter| letter.0);
        let mut times = 2;
        while at + (times + 1) * length <= letters.len()
            && (0..length).all(|letter| letters[at + letter].1 == letters[at + times * length + letter].1)
        {
            times += 1;
        }
        let (first, second, end) = (place(at), place(at + length), place(at + times * length));
        let word = &text.content[run.start + first..run.start + second];
        let boundaries = boundaries.get_or_insert_with(|| {
            words::words(&text.content[run.clone()])
                .iter()
                .map(|word| word.range.start)
                .chain([run.len()])
                .collect()
        });
        let is_cut = |place: usize| boundaries.binary_search(&place).is_ok();
        let apart = is_cut(first) && (is_joining(word) || is_cut(second) && is_cut(end))
            || is_known(word)
                && word.chars().count() >= APART
                && is_known_or_empty(&text.content[run.start..run.start + first])
                && is_known_or_empty(&text.content[run.start + end..run.end]);
        // A noun may be repeated as its own classifier: `คนคนหนึ่ง`.
        let counted = starts_with_any(&text.content[run.start + end..], &WORDS.doubled_word.counted);
        let allowed = WORDS.doubled_word.allowed.iter().any(|allowed| allowed == word);
        if apart && !allowed && !counted {
            report(text, run.start + first..run.start + end, word, found);
            at += times * length;
        } else {
            at += 1;
        }
    }
}

/// Reports a joining word at the end of a run that also begins the text after the following spaces.
fn across_space(text: &Text, run: Range<usize>, found: &mut Vec<Finding>) {
    let (content, end) = (&text.content, run.end);
    let after = content[end..].trim_start_matches(' ');
    let gap = content[end..].len() - after.len();
    let doubled = |joining: &&String| {
        content[run.clone()].ends_with(joining.as_str())
            && after.strip_prefix(joining.as_str()).is_some_and(|rest| !rest.starts_with(is_mark))
    };
    if gap == 0 {
        return;
    }
    let Some(joining) = WORDS.doubled_word.joining.iter().find(doubled) else {
        lone_across_space(text, run, end + gap, found);
        return;
    };
    // The first occurrence must be a word of its own. The second must be one too, unless it is a prefix.
    let next = Run::at_start(after).as_str();
    let (words, next_words) = (words::words(&content[run.clone()]), words::words(next));
    let is = |text: &str, word: Option<&Word>| word.is_some_and(|word| &text[word.range.clone()] == joining);
    let prefix = words::ends_with_prefix(joining);
    if is(&content[run], words.last()) && (prefix || is(after, next_words.first())) {
        let mut last = end + gap + joining.len();
        // A third one, and so on.
        while let Some(rest) = content[last..].trim_start_matches(' ').strip_prefix(joining.as_str()) {
            if rest.starts_with(is_letter) || !content[last..].starts_with(' ') {
                break;
            }
            last = content.len() - rest.len();
        }
        report(text, end - joining.len()..last, joining, found);
    }
}

/// Reports a word that stands alone between spaces and begins the text after them once more: `คะแนน คะแนนรวม`. A word at the
/// end of a longer run ends its phrase, and the next phrase may begin with it.
fn lone_across_space(text: &Text, run: Range<usize>, next: usize, found: &mut Vec<Finding>) {
    let word = &text.content[run.clone()];
    let before = text.content[..run.start].trim_end_matches(' ');
    let is_alone = before.len() < run.start || before.is_empty();
    let after = Run::at_start(&text.content[next..]).as_str();
    let goes_on = after.strip_prefix(word).is_some_and(|rest| !rest.starts_with(is_mark));
    // `๒ รุ่น รุ่นละ ๓๐ คน`
    let is_unit = before.ends_with(is_digit)
        || after.strip_prefix(word).is_some_and(|rest| starts_with_any(rest, &WORDS.doubled_word.each));
    let allowed = is_unit || WORDS.doubled_word.allowed.iter().any(|allowed| allowed == word);
    if is_alone
        && goes_on
        && !allowed
        && after.len() > word.len()
        && word.chars().count() >= APART
        && is_known(word)
    {
        let range = run.start..next + word.len();
        if !text.is_filled_in(&range) {
            let edit = text.edit(run.end..range.end, "");
            found.push(
                Finding::warning("doubled-word", text.span(range.clone()))
                    .with("written", &text.content[range])
                    .with("word", word)
                    .offering(edit),
            );
        }
    }
}

fn is_joining(word: &str) -> bool {
    WORDS.doubled_word.joining.iter().any(|joining| joining == word)
}
