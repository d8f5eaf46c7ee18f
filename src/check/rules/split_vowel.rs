use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::respelt::{letters_after, letters_before, respelt};
use crate::check::rule::rule;
use crate::thai::characters::is_tone;
use crate::thai::words::{UNKNOWN, cost};

rule! {
    /// A vowel typed as two characters, as another one, or with one too many: เ and เ for แ, ํ and า or ำ and า for ำ, ๅ or ำ for า.
    ///
    /// It may look the same on the page, but a search does not find the word, a screen reader misreads it, and a line may
    /// break in the middle of the word. `ำา`, and `กำร` for `การ`, come out of old PDF files. ๅ is right only behind ฤ and ฦ.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการเเก้ไขปัญหาการทุจริต"
    /// ```
    /// # ไทย
    /// สระที่พิมพ์แยกเป็นสองตัวหรือมีตัวเกิน คือ เ กับ เ แทน แ, ํ กับ า หรือ ำ กับ า แทน ำ และ ๅ หรือ ำ แทน า
    ///
    /// บนหน้ากระดาษอาจดูเหมือนกัน แต่ค้นหาคำไม่พบ โปรแกรมอ่านหน้าจออ่านผิด และบรรทัดอาจตัดกลางคำ “ำา” และ “กำร” ที่ควรเป็น “การ” มักติดมากับข้อความที่คัดลอกจาก PDF รุ่นเก่า
    "split-vowel", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for text in &facts.texts {
        let content = &text.content;
        let mut at = 0;
        while let Some(c) = content[at..].chars().next() {
            let Some(slip) = slip(content, at) else {
                at += c.len_utf8();
                continue;
            };
            let range = at..at + slip.length;
            at = range.end;
            if text.is_filled_in(&range) {
                continue;
            }
            let (written, right) = respelt(content, range.clone(), &slip.right);
            let finding = Finding::warning("split-vowel", text.span(range.clone()))
                .with("written", written)
                .with("right", right.as_str())
                .with("vowel", slip.kind);
            let edit = text.edit(range, &slip.right);
            // ำ itself may be right in a name, or the slip of another letter may hide it.
            let is_certain = slip.kind != "long";
            found.push(if is_certain { finding.fixed_by(edit) } else { finding.offering(edit) });
        }
    }
}

/// A vowel that is typed wrongly.
struct Slip {
    /// The value by which messages choose their wording.
    kind: &'static str,
    /// The length of what is typed, in bytes.
    length: usize,
    right: String,
}

/// Whether ำ at a place stands for า: with า, the dictionary has a word that it lacks with ำ.
fn is_long(content: &str, at: usize) -> bool {
    let (before, after) = (letters_before(content, at), letters_after(content, at + 'ำ'.len_utf8()));
    let cost_with = |vowel: &str| cost(&format!("{before}{vowel}{after}"));
    before.len() + after.len() < LONGEST && cost_with("ำ") >= cost_with("า") + UNKNOWN
}

/// Longer runs of letters, in bytes, are not divided into words.
const LONGEST: usize = 600;

/// The slip that begins at a place.
fn slip(content: &str, at: usize) -> Option<Slip> {
    let rest = &content[at..];
    if let Some(after) = rest.strip_prefix("เเ") {
        return Some(Slip { kind: "ae", length: rest.len() - after.len(), right: "แ".to_owned() });
    }
    let behind_ru = content[..at].ends_with(['ฤ', 'ฦ']);
    let is_part = |c: char| is_tone(c) || matches!(c, '\u{E4D}' | 'า' | 'ำ' | 'ๅ');
    let typed: Vec<char> = rest.chars().take_while(|c| is_part(*c)).collect();
    let has = |wanted: char| typed.contains(&wanted);
    let long = has('า') || has('ๅ');
    let length = typed.iter().map(|c| c.len_utf8()).sum();
    let kind = match (has('\u{E4D}'), has('ำ')) {
        (true, false) if long => "am",
        (true, true) => "twice",
        (false, true) if long => "twice",
        (false, true) if typed.len() == 1 && is_long(content, at) => {
            return Some(Slip { kind: "long", length, right: "า".to_owned() });
        }
        _ if !behind_ru && has('ๅ') && !has('า') => {
            return Some(Slip {
                kind: "aa",
                length,
                right: typed.iter().map(|c| if *c == 'ๅ' { 'า' } else { *c }).collect(),
            });
        }
        _ => return None,
    };
    let tone = typed.iter().find(|c| is_tone(**c));
    Some(Slip { kind, length, right: tone.into_iter().chain(&['ำ']).collect() })
}
