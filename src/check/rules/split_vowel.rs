use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::respelt::respelt;
use crate::check::rule::rule;
use crate::thai::characters::is_tone;

rule! {
    /// A vowel typed as two characters, or with one too many: เ and เ for แ, ํ and า or ำ and า for ำ, ๅ for า.
    ///
    /// It may look the same on the page, but a search does not find the word, a screen reader misreads it, and a line may
    /// break in the middle of the word. `ำา` comes out of old PDF files. ๅ is right only behind ฤ and ฦ.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการเเก้ไขปัญหาการทุจริต"
    /// ```
    /// # ไทย
    /// สระที่พิมพ์แยกเป็นสองตัวหรือมีตัวเกิน คือ เ กับ เ แทน แ, ํ กับ า หรือ ำ กับ า แทน ำ และ ๅ แทน า
    ///
    /// บนหน้ากระดาษอาจดูเหมือนกัน แต่ค้นหาคำไม่พบ โปรแกรมอ่านหน้าจออ่านผิด และบรรทัดอาจตัดกลางคำ “ำา” มักติดมากับข้อความที่คัดลอกจาก PDF รุ่นเก่า
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
            found.push(
                Finding::warning("split-vowel", text.span(range.clone()))
                    .with("written", written)
                    .with("right", right)
                    .with("vowel", slip.kind)
                    .fixed_by(text.edit(range, &slip.right)),
            );
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
