use std::collections::HashMap;

use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::report::Loaded;

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
        for (at, c) in string.text.char_indices() {
            if !lacks(c) {
                continue;
            }
            let source = &file.sources[string.file];
            let span = source.within_string(&string.text.span, &string.text, at..at + c.len_utf8());
            found.push(
                Finding::error("no-glyph", span)
                    .in_file(string.file)
                    .with("key", &string.key)
                    .with("character", format!("{c} (U+{:04X})", c as u32))
                    .with("family", fonts.family()),
            );
        }
    }
}
