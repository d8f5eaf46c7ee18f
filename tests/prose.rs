//! What `check` finds in the prose of reports: figures that contradict the scores, misspelt names, repeated texts, and
//! Thai that is or only looks wrong.

mod common;

use common::{Folder, codes_and_lines, example};
use serde_json::Value;

fn findings(report: &str) -> Vec<Value> {
    common::findings(&Folder::with_report(report), "th")
}

/// The findings as codes and lines.
fn found(report: &str) -> Vec<(String, u64)> {
    codes_and_lines(&findings(report))
}

/// The codes of the findings in an outcome about the published report's scores, in a measure that targets indicator 6
/// (92.51 in 2566, 99.22 in 2567).
fn said_of_indicator_6(outcome: &str) -> Vec<String> {
    let scores = example("muang-mu-2567.toml");
    let scores = &scores
        [scores.find("[scores.2566]").expect("scores")..scores.find("[[measures]]").expect("measures")];
    let report = format!(
        "fiscal_year = 2567\n[check]\nallow = [\"total-mean\", \"weak-indicator\", \"unexplained-change\"]\n[agency]\n\
         name = \"องค์การบริหารส่วนตำบลม่วงหมู่\"\n{scores}\n[[measures]]\ntitle = \"มาตรการการให้บริการ\"\n\
         responsible = \"สำนักปลัด\"\ntarget = 6\noutcome = '{outcome}'\n"
    );
    found(&report).into_iter().map(|(code, _)| code).collect()
}

#[test]
fn right_figures_in_prose_are_left_alone() {
    for outcome in [
        "ปี ๒๕๖๗ = ๙๙.๒๒ คะแนน",
        "คะแนนรวม ๙๔.๖๙ คะแนน ไม่อาจจัดอยู่ในระดับผ่านดีเยี่ยม",
        "ค่าเฉลี่ย ITA ของ อปท. 86.41 คะแนน",
        "การสำรวจภายในไตรมาสที่ 2 ได้ 81.50 คะแนน",
        "คะแนนเพิ่มขึ้นจาก 92.51 เป็น 99.22 คะแนน",
        "คะแนนเพิ่มขึ้นจาก 92.5 เป็น 99.2 คะแนน หรือเพิ่มขึ้นเกือบ 7 คะแนน",
        "ได้ 99.22 คะแนน จากเดิม 92.51 คะแนน (+6.71)",
        "ปี 2566 และ 2567 ได้คะแนน 92.51 และ 99.22 ตามลำดับ",
        "คะแนนรวมลดลงจาก 97.72 เหลือ 94.69 คะแนน หรือลดลง 3.03 คะแนน",
        "ตัวชี้วัดที่ 10 การป้องกันการทุจริต (OIT) ลดลง 23.33 คะแนน เหลือ 76.67 คะแนน",
        "คะแนน OIT ลดลงจาก 100.00 เป็น 86.91 คะแนน",
        "ผลต่าง ๖.๗๑ คะแนน จากคะแนนเต็ม ๑๐๐ คะแนน",
        "ตัวชี้วัดที่ 6, 7 และ 8 เพิ่มขึ้น 6.71, 6.69 และ 8.64 คะแนน ตามลำดับ",
        "ตัวชี้วัดที่ 1 - 5 ได้ 100 คะแนนทุกตัวชี้วัด",
        "ผู้เข้าอบรมได้คะแนนทดสอบเพิ่มขึ้นจาก 61.25 เป็น 84.50 คะแนน",
        "ความพึงพอใจของผู้รับบริการ 4.52 คะแนน จากคะแนนเต็ม 5 คะแนน",
        "ตั้งเป้าหมายให้ได้ไม่น้อยกว่า 95 คะแนน ในปีงบประมาณ พ.ศ. 2568",
        "ผลการประเมิน ITA ปี 2567 อยู่ในระดับผ่านดี",
        "ประชุมเมื่อวันที่ 15 มีนาคม 2567 มีผู้เข้าร่วม 85 คน",
        "สูงกว่าค่าเฉลี่ยของจังหวัดซึ่งได้ 93.05 คะแนน",
        "คะแนนของตัวชี้วัดย่อยที่ 10.1 ได้ 80.00 คะแนน และ OIT ๙.๑ ได้ ๙๗.๐๐ คะแนน",
        "ผลการประเมิน LPA ปี 2567 ได้ 90.50 คะแนน",
        "เกณฑ์ 85.00–94.99 คะแนน คือ ผ่านดี และ 95.00 คะแนนขึ้นไป คือ ผ่านดีเยี่ยม",
        "จะทำให้คะแนนลดลงไม่ได้อีก และป้องกันคะแนนลดลง",
        "เงินกันเหลื่อมปีงบประมาณ พ.ศ. 2565 และข้อบัญญัติงบประมาณรายจ่ายประจำปี พ.ศ. ๒๕๖๕",
        "ดูที่ https://www.example.go.th/ita2565/ปี2565",
    ] {
        assert_eq!(said_of_indicator_6(outcome), Vec::<String>::new(), "{outcome}");
    }
}

#[test]
fn wrong_figures_in_prose_are_found() {
    for (outcome, code) in [
        ("ปี ๒๕๖๗ = ๙๘.๒๒ คะแนน", "score-in-prose"),
        ("คะแนนเพิ่มขึ้นจาก 92.15 เป็น 99.22 คะแนน", "score-in-prose"),
        ("ปีงบประมาณ พ.ศ. 2566 ได้ 99.22 คะแนน", "score-in-prose"),
        ("ตัวชี้วัดที่ 9 ได้ 91.74 คะแนน", "score-in-prose"),
        ("คะแนนรวม ITA ปี 2567 คือ 96.49 คะแนน", "score-in-prose"),
        ("เพิ่มขึ้นจากปีก่อน 7.61 คะแนน", "difference-in-prose"),
        ("ซึ่งมีผลต่าง ๗.๖๑ คะแนน", "difference-in-prose"),
        ("คะแนนลดลง 6.71 คะแนน", "direction-in-prose"),
        ("คะแนนลดลงจาก 92.51 เป็น 99.22 คะแนน", "direction-in-prose"),
        ("คะแนนรวมเพิ่มขึ้นเป็น 94.69 คะแนน", "direction-in-prose"),
        ("ตัวชี้วัดที่ 9 ผลต่าง 2.86 คะแนน", "direction-in-prose"),
        ("ปี ๒๕๖๗ = ๙๙.๒๒ คะแนน ผ่านดีเยี่ยม", "level-of-indicator"),
        ("ผลการประเมิน ITA ปี 2567 อยู่ในระดับผ่านดีเยี่ยม", "level-in-prose"),
        ("ดำเนินการตามแผนประจำปีงบประมาณ พ.ศ. 2565", "stale-year"),
        ("คะแนนรวม ปี ๒๕๖๗ ได้ ๙๔.๖๙ คะแนน ระดับผ่าน", "level-in-prose"),
        ("ผลการประเมิน ITA ปี ๒๕๖๗ ได้ระดับ AA", "level-in-prose"),
        ("คะแนนรวมลดลง {change} คะแนน", "direction-in-prose"),
        ("คะแนนรวม ปี {year} ได้ {previous_total} คะแนน", "score-in-prose"),
        ("คะแนนรวม 97.72 (ปี 2567)", "score-in-prose"),
    ] {
        assert_eq!(said_of_indicator_6(outcome), [code], "{outcome}");
    }
}

#[test]
fn thai_that_only_looks_wrong_is_left_alone() {
    for outcome in [
        "เจ้าหน้าที่ที่รับผิดชอบโครงการการจัดซื้อของเจ้าของของกลาง",
        "นานาชาติ สิทธิ์ พันธุ์ กษัตริย์ น้ำ ทำ ซ้ำ ๆ ฯลฯ",
        "ต่าง ๆ (ดังนี้) 1) ข้อแรก ๒) ข้อสอง ก) ข้อย่อย",
        "แผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570) และพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐",
        "ระหว่างวันที่ 1 - 5 มีนาคม 2567 โทร. 0-3650-0000 ต่อ 12",
        "คนคนหนึ่งซื้อท่อ PVC ขนาด 6\" ยาว ๑๐ เมตร งบประมาณ ๒๕๖๕ บาท iv) ข้อสี่",
    ] {
        assert_eq!(said_of_indicator_6(outcome), Vec::<String>::new(), "{outcome}");
    }
    for (outcome, code) in [
        ("จัดทำและและเผยแพร่", "doubled-word"),
        ("เเผนงาน", "split-vowel"),
        ("กําหนด", "split-vowel"),
        ("นำ้ประปา", "mark-order"),
        ("ทีี่ทำการ", "mark-order"),
        ("ขั้นตอนก ารทำงาน", "space-before-mark"),
        ("ตามแผน ฯ ที่กำหนด", "space-before-mark"),
        ("เรื่องอื่นๆ ที่เกี่ยวข้อง", "maiyamok-spacing"),
        ("จำนวน ๑2 เรื่อง", "mixed-digits"),
        ("โครงการ “โปร่งใส และเป็นธรรม", "unbalanced-pair"),
        ("โครงการ (ระยะที่ 2", "unbalanced-pair"),
    ] {
        assert!(said_of_indicator_6(outcome).contains(&code.to_owned()), "{outcome}");
    }
}

/// Names with typos are found in their full length, and the help suggests the right form.
#[test]
fn misspelt_names_are_found_whole() {
    let report = |outcome: &str| {
        format!(
            "fiscal_year = 2567\n[agency]\nname = \"เทศบาลนครเชียงใหม่\"\nshort_name = \"ทน.เชียงใหม่\"\n[[measures]]\n\
             title = \"มาตรการป้องกันการทุจริต\"\nresponsible = \"สำนักปลัด\"\noutcome = \"{outcome}\"\n"
        )
    };
    for (outcome, code, wrong, right) in [
        ("เทศบาลนครเชียงไหม่ จัดประชุม", "agency-name", "เทศบาลนครเชียงไหม่", "เทศบาลนครเชียงใหม่"),
        ("ทน.เชียงใหม จัดประชุม", "agency-name", "ทน.เชียงใหม", "ทน.เชียงใหม่"),
        ("สำนักปลัก จัดประชุม", "office-name", "สำนักปลัก", "สำนักปลัด"),
        ("สำนักปลด จัดประชุม", "office-name", "สำนักปลด", "สำนักปลัด"),
        ("ตามตัวชี้วัดการใช้งบประมาน", "indicator-name", "การใช้งบประมาน", "การใช้งบประมาณ"),
        ("ตัวชี้วัดที่ 7 ประสิทธิผลการสื่อสาร", "indicator-name", "ประสิทธิผลการสื่อสาร", "ประสิทธิภาพการสื่อสาร"),
    ] {
        let text = report(outcome);
        let findings = findings(&text);
        let found = findings
            .iter()
            .find(|finding| finding["code"] == code)
            .unwrap_or_else(|| panic!("{outcome}: {findings:?}"));
        let column = |key: &str| found[key].as_u64().expect("a number") as usize - 1;
        let line = text.lines().nth(column("line")).expect("its line");
        let marked: String =
            line.chars().skip(column("column")).take(column("end_column") - column("column")).collect();
        assert_eq!(marked, wrong);
        assert!(found["help"].as_str().expect("help").contains(right), "{found}");
    }
    for outcome in ["จังหวัดเชียงใหม่ เทศบาลนครเชียงใหม่จัดประชุม", "ของคลังกลาง และสำนักปลัดเทศบาล", "การใช้จ่ายงบประมาณ"]
    {
        let names = found(&report(outcome)).into_iter().filter(|(code, _)| code.ends_with("-name"));
        assert_eq!(names.collect::<Vec<_>>(), [], "{outcome}");
    }
}

/// Beyond fifty offices, only the most frequent fifty are searched for, but none of the others is a misspelling of them.
#[test]
fn an_office_beyond_the_fiftieth_is_no_misspelling() {
    let letters: Vec<char> = ('ก'..='ฮ').collect();
    let others = (0..60).map(|number| {
        let (first, second) = (letters[number % 40].to_string(), letters[number / 2].to_string());
        format!("ฝ่าย{}{}", first.repeat(3), second.repeat(3))
    });
    let offices =
        ["กองการศึกษา".to_owned()].into_iter().chain(others).chain(["ศูนย์กองการศึกสาธารณะ".to_owned()]);
    let mut report = "fiscal_year = 2567\n[agency]\nname = \"เทศบาลตำบลบ้านใหม่\"\n".to_owned();
    for office in offices {
        let twice = if office == "กองการศึกษา" { 2 } else { 1 };
        let measure = format!("[[measures]]\ntitle = \"มาตรการป้องกันการทุจริต\"\nresponsible = \"{office}\"\n");
        report += &measure.repeat(twice);
    }
    let names: Vec<Value> = findings(&report).into_iter().filter(|f| f["code"] == "office-name").collect();
    assert_eq!(names, Vec::<Value>::new());
    report += "results = [\"กองการศึกสา จัดประชุม\"]\n";
    assert_eq!(found(&report).iter().filter(|(code, _)| code == "office-name").count(), 1);
}

/// Similar results of the same measure, which may be correct, do not hide repeated ones.
#[test]
fn every_result_that_another_measure_has_is_found() {
    let results: Vec<String> = (0..40)
        .map(|number| {
            format!(
                "\"ประชุมชี้แจงแนวทางการป้องกันการทุจริตแก่บุคลากรหมู่บ้าน{}\"",
                "กขคงจฉชซ".chars().nth(number % 8).expect("a letter").to_string().repeat(number / 8 + 1)
            )
        })
        .collect();
    let measure = format!("[[measures]]\ntitle = \"มาตรการ\"\nresults = [{}]\n", results.join(", "));
    let report = format!("fiscal_year = 2567\n[agency]\nname = \"เทศบาลตำบลบ้านใหม่\"\n{measure}{measure}");
    let repeated = found(&report).into_iter().filter(|(code, _)| code == "repeated-result");
    assert_eq!(repeated.count(), 40);
}
