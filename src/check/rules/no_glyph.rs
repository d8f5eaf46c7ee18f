use std::collections::HashMap;
use std::ops::Range;

use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::report::Loaded;
use crate::thai::characters::{codes, is_invisible};

rule! {
    /// A character that the font does not have.
    ///
    /// It would appear on the page as an empty box, or not at all. Usually it is an emoji, or a symbol copied along
    /// with text from a web page. If you need the character, choose another font with `layout.font`.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต 😀"
    /// ```
    /// # ไทย
    /// อักขระที่ไม่มีในฟอนต์
    ///
    /// บนหน้ากระดาษจะเป็นกรอบว่างหรือไม่ปรากฏเลย มักเป็นอีโมจิหรือเครื่องหมายที่ติดมากับข้อความที่คัดลอกจากหน้าเว็บ ถ้าต้องการใช้จริง ให้เลือกฟอนต์อื่นด้วย layout.font
    "no-glyph", error: check
}

/// So many characters of a run are shown.
const SHOWN: usize = 12;

/// The characters up to the end of Unicode's Thai block.
const COMMON: usize = 0xE80;

fn check(file: &Loaded, found: &mut Vec<Finding>) {
    let fonts = &file.fonts;
    let mut known = HashMap::new();
    // A text has the same few characters again and again. A table answers faster for them than the font or the map.
    let mut common: Vec<Option<bool>> = vec![None; COMMON];
    let mut lacks = |c: char| match common.get_mut(c as usize) {
        Some(lacks) => *lacks.get_or_insert_with(|| fonts.lacks(c)),
        None => *known.entry(c).or_insert_with(|| fonts.lacks(c)),
    };
    for string in &file.strings {
        // An emoji may consist of several characters, with invisible ones between them.
        let mut run: Option<Range<usize>> = None;
        let mut runs = Vec::new();
        for (at, c) in string.text.char_indices() {
            if lacks(c) {
                run.get_or_insert(at..at).end = at + c.len_utf8();
            } else if !is_invisible(c) {
                runs.extend(run.take());
            }
        }
        runs.extend(run);
        for run in runs {
            let letters: Vec<char> = string.text[run.clone()].chars().filter(|c| !is_invisible(*c)).collect();
            let dots = if letters.len() > SHOWN { "…" } else { "" };
            let shown: String = letters.iter().take(SHOWN).collect();
            let source = &file.sources[string.file];
            found.push(
                Finding::error("no-glyph", source.within_string(&string.text.span, &string.text, run))
                    .in_file(string.file)
                    .with("key", &string.key)
                    .with("count", letters.len())
                    .with("characters", format!("{shown}{dots} ({})", codes(letters.iter().copied())))
                    .with("instead", instead(&letters))
                    .with("family", fonts.family()),
            );
        }
    }
}

/// What the help offers in place of characters. An arrow is a word, and a bar above a letter makes it a mean.
fn instead(characters: &[char]) -> &'static str {
    if characters.iter().all(|c| matches!(c, '←'..='⇿' | '➔'..='➾' | '⟵'..='⟿')) {
        "arrow"
    } else if characters.contains(&'\u{304}') || characters.contains(&'\u{305}') {
        "mean"
    } else {
        "none"
    }
}
