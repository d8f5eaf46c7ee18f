use super::{Facts, Finding, rule};
use crate::check::similar::Shingles;
use crate::check::text::{Part, Place};

rule! {
    /// A result that another measure has too, or that is another measure's step word by word.
    ///
    /// What two measures are said to have done alike was most often copied, and tells the reader of neither.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการการเปิดเผยข้อมูล"
    /// results = ["ปรับปรุงข้อมูลบนเว็บไซต์ของหน่วยงานให้เป็นปัจจุบันทุกเดือน"]
    ///
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// results = ["ปรับปรุงข้อมูลบนเว็บไซต์ของหน่วยงานให้เป็นปัจจุบันทุกเดือน"]
    /// ```
    /// # ไทย
    /// ผลการดำเนินการเหมือนหรือเกือบเหมือนของมาตรการอื่น หรือลอกขั้นตอนของมาตรการอื่นมา
    ///
    /// ผลที่เหมือนกันในสองมาตรการมักเกิดจากการลอกข้อความ และไม่ได้บอกผู้อ่านว่าแต่ละมาตรการทำอะไร
    "repeated-result", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    let of = |part: Part| -> Vec<_> {
        facts
            .texts
            .iter()
            .filter_map(|text| match text.place {
                Place::Measure(measure, own) if own == part => {
                    Some((measure, text, Shingles::of(&text.content)))
                }
                _ => None,
            })
            .filter(|(.., shingles)| shingles.is_long())
            .collect()
    };
    let (steps, results) = (of(Part::Step), of(Part::Result));
    for (at, (measure, text, said)) in results.iter().enumerate() {
        let earlier = results[..at].iter().filter(|(other, ..)| other != measure);
        let alike = earlier
            .map(|other| (other, said.likeness(&other.2)))
            .filter(|(other, likeness)| said.is_nearly(&other.2, *likeness))
            .max_by_key(|(_, likeness)| *likeness)
            .map(|((other, text, _), likeness)| (*other, *text, likeness, "result"));
        let copied = || {
            let step = steps.iter().find(|(other, _, step)| other != measure && step.is_same(said))?;
            Some((step.0, step.1, 100, "step"))
        };
        if let Some((other, first, likeness, of)) = alike.or_else(copied) {
            found.push(
                Finding::warning("repeated-result", text.whole())
                    .with("measure", measure + 1)
                    .with("other", other + 1)
                    .with("of", of)
                    .with("likeness", if likeness == 100 { "same" } else { "nearly" })
                    .shown_by("first", first.whole()),
            );
        }
    }
}
