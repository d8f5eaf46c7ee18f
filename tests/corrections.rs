//! The corrections that findings carry: each mends what was found, and nothing else.

mod common;

use common::{SMALLEST, example};
use ita_report::check::{self, Finding, RULES};
use ita_report::files::MemoryFiles;
use ita_report::report::{Edit, load};

/// The findings of a report file with this text.
fn findings(report: &str) -> Vec<Finding> {
    let loaded = load("report.toml", report.as_bytes(), &MemoryFiles::new());
    check::check(&loaded, &[]).findings
}

/// The text with the corrections of a finding written into it.
fn corrected(report: &str, finding: &Finding) -> Option<String> {
    let mut edits = finding.fix.clone()?.edits;
    edits.sort_by_key(|edit| edit.span.start);
    let mut text = report.to_owned();
    for edit in edits.iter().rev() {
        text.replace_range(edit.span.clone(), &edit.text);
    }
    Some(text)
}

/// A report whose only measure has this outcome.
fn with_outcome(outcome: &str) -> String {
    let scores = example("muang-mu-2567.toml");
    let scores = &scores
        [scores.find("[scores.2566]").expect("scores")..scores.find("[[measures]]").expect("measures")];
    format!(
        "fiscal_year = 2567\n[agency]\nname = \"องค์การบริหารส่วนตำบลห้วยตาเลิศ\"\nshort_name = \"อบต.ห้วยตาเลิศ\"\n{scores}\n\
         [[measures]]\ntitle = \"มาตรการการให้บริการ\"\nresponsible = [\"สำนักปลัด\", \"กองคลัง\"]\ntarget = 6\n\
         results = [\"ประชุมชี้แจงแล้ว\"]\noutcome = \"{outcome}\"\n"
    )
}

/// The outcome of a report after all safe corrections.
fn mended(outcome: &str) -> String {
    let mut report = with_outcome(outcome);
    loop {
        let found = findings(&report);
        let safe = found.iter().find(|finding| finding.fix.as_ref().is_some_and(|fix| fix.is_safe));
        match safe.and_then(|finding| corrected(&report, finding)) {
            Some(next) => report = next,
            None => break,
        }
    }
    let line = report.lines().last().expect("the outcome");
    line.trim_start_matches("outcome = \"").trim_end_matches('"').to_owned()
}

#[test]
fn a_correction_of_a_rules_example_ends_its_finding() {
    let mut corrected_rules = 0;
    for rule in RULES {
        let example = rule.english().example;
        let mut report = "fiscal_year = 2567\n".to_owned();
        if !example.contains("[agency]") {
            report += "[agency]\nname = \"เทศบาลตำบลบ้านใหม่\"\n";
        }
        if !example.contains("[[measures]]") {
            report += "[[measures]]\ntitle = \"มาตรการป้องกันการทุจริต\"\n";
        }
        report += &example;
        let before: Vec<Finding> = findings(&report).into_iter().filter(|f| f.code == rule.code).collect();
        let Some(after) = before.iter().find_map(|finding| corrected(&report, finding)) else { continue };
        corrected_rules += 1;
        let left = findings(&after).into_iter().filter(|f| f.code == rule.code).count();
        assert!(left < before.len(), "{}: {after}", rule.code);
        let worse: Vec<_> = findings(&after)
            .into_iter()
            .filter(|f| f.severity == ita_report::report::Severity::Error)
            .collect();
        assert_eq!(worse, [], "{}", rule.code);
    }
    assert!(corrected_rules >= 20, "{corrected_rules}");
}

#[test]
fn slips_are_mended() {
    for (wrong, right) in [
        // ำ and what old PDF files make of it.
        ("จัดทำาคู่มือสำาหรับประชาชน", "จัดทำคู่มือสำหรับประชาชน"),
        ("กําหนดเเนวทาง", "กำหนดแนวทาง"),
        ("นํ้าดื่มและน้ํามัน", "น้ำดื่มและน้ำมัน"),
        ("สาํนักงานนาํเสนอ", "สำนักงานนำเสนอ"),
        ("นำ้ประปา", "น้ำประปา"),
        ("ด าเนินการตามค าสั่ง ส านักงานก าหนด", "ดำเนินการตามคำสั่ง สำนักงานกำหนด"),
        ("จ านวน ๒ ต าบล น ามาใช้ประจ าปี", "จำนวน ๒ ตำบล นำมาใช้ประจำปี"),
        ("ส ำนักงานท ำงาน", "สำนักงานทำงาน"),
        ("น ้ำประปาท ี่สะอาด ซ ึ่ง น ้าดื่ม", "น้ำประปาที่สะอาด ซึ่ง น้ำดื่ม"),
        ("ขั้นตอนก ารทำงาน", "ขั้นตอนการทำงาน"),
        ("สํ านักงาน", "สำนักงาน"),
        ("เ ปิดเผยข้อมูล แ ละ", "เปิดเผยข้อมูล และ"),
        ("ร า ย ง า น ผล", "รายงาน ผล"),
        ("ตามแผน ฯ ที่กำหนด", "ตามแผนฯ ที่กำหนด"),
        // The figures of a list stay, although ตามลำดับ is hard to read.
        (
            "ตัวชี้วัดที่ ๙ และตัวชี้วัดที่ ๑๐ ลดลง ๒.๘๖ และ ๒๓.๓๓ คะแนน ตามล าดับ",
            "ตัวชี้วัดที่ ๙ และตัวชี้วัดที่ ๑๐ ลดลง ๒.๘๖ และ ๒๓.๓๓ คะแนน ตามลำดับ",
        ),
        // Marks.
        ("ทีี่ทำการ", "ที่ทำการ"),
        ("ท่ีทำการ", "ที่ทำการ"),
        ("การกระทําความผิด", "การกระทำความผิด"),
        ("มๅตรการ", "มาตรการ"),
        ("ช่องวา่งและกา้วหน้า", "ช่องว่างและก้าวหน้า"),
        // Words.
        ("จัดทำและและเผยแพร่", "จัดทำและเผยแพร่"),
        ("การการการป้องกัน", "การป้องกัน"),
        ("จัดประชุม ณ ณ ที่ทำการ", "จัดประชุม ณ ที่ทำการ"),
        ("จัดประชุม ณ ณ ณ ที่ทำการ", "จัดประชุม ณ ที่ทำการ"),
        ("เรื่องอื่นๆที่เกี่ยวข้อง", "เรื่องอื่น ๆ ที่เกี่ยวข้อง"),
        ("จัดประชุม  และ   รายงาน", "จัดประชุม และ รายงาน"),
        ("ตอบร้อยละ  ๒๑ เสนอนายก  อบต.", "ตอบร้อยละ ๒๑ เสนอนายก อบต."),
        // Names.
        ("อบต.ห้วยตาเลิศศ จัดประชุม", "อบต.ห้วยตาเลิศ จัดประชุม"),
        ("อบต.ห้วยตาเลิศศจัดประชุม", "อบต.ห้วยตาเลิศจัดประชุม"),
        ("อบต.ห้วยตาเลิ จัดประชุม", "อบต.ห้วยตาเลิศ จัดประชุม"),
        ("อบต.ห้วยตาเลิจัดประชุม", "อบต.ห้วยตาเลิศจัดประชุม"),
        ("องค์การบริหารส่วนตำบลห้วยตาเลศ", "องค์การบริหารส่วนตำบลห้วยตาเลิศ"),
        ("กองคลังง รายงาน", "กองคลัง รายงาน"),
        ("ตามที่ออบต.ห้วยตาเลิศ กำหนด", "ตามที่อบต.ห้วยตาเลิศ กำหนด"),
        ("องค์การบริหารส่วนตำบลห้วยตาเลิได้ดำเนินการ", "องค์การบริหารส่วนตำบลห้วยตาเลิศได้ดำเนินการ"),
        ("การป้องกันการทุจริในงานก่อสร้าง", "การป้องกันการทุจริตในงานก่อสร้าง"),
        ("การเปิดเผยข้อมูเป็นปัจจุบัน", "การเปิดเผยข้อมูลเป็นปัจจุบัน"),
        ("ตัวชี้วัดการป้องกันการทุจรติ", "ตัวชี้วัดการป้องกันการทุจริต"),
        // Figures.
        (
            "ตัวชี้วัดนี้ ผลต่าง ๖.๗๑ คะแนน คะแนนรวม ผลต่าง ๓.๐๓ คะแนน",
            "ตัวชี้วัดนี้ ผลต่าง ๖.๗๑ คะแนน คะแนนรวม ผลต่าง -๓.๐๓ คะแนน",
        ),
        ("คะแนนรวมลดลง -๓.๐๓ คะแนน", "คะแนนรวมลดลง ๓.๐๓ คะแนน"),
        ("คะแนนรวม ปี ๒๕๖๗ ได้ ๙๔.๙๖ คะแนน", "คะแนนรวม ปี ๒๕๖๗ ได้ ๙๔.๖๙ คะแนน"),
        ("คะแนนรวม ปี 2567 ได้ 94.96 คะแนน", "คะแนนรวม ปี 2567 ได้ 94.69 คะแนน"),
        ("ปี ๒๕๖๗ ได้ ๙๙,๒๒ คะแนน", "ปี ๒๕๖๗ ได้ ๙๙.๒๒ คะแนน"),
        ("ดำเนินการแล้วร้อยละ ๙๗,๕ ของแผน", "ดำเนินการแล้วร้อยละ ๙๗.๕ ของแผน"),
        ("ดำเนินการแล้วร้อยละ ๙๗,๗๒ ของแผน", "ดำเนินการแล้วร้อยละ ๙๗.๗๒ ของแผน"),
    ] {
        assert_eq!(mended(wrong), right);
        assert_eq!(mended(right), right);
    }
}

#[test]
fn what_is_right_stays() {
    for text in [
        "อตฺตา หิ อตฺตโน นาโถ สุสฺสูสํ ลภเต ปญฺญํ วิํสติ ตสฺมา พ๎ราหฺมณ จิตฺตํ ทนฺตํ สุขาวหํ กึ สุขํ",
        "สมเด็จพระเทพรัตนราชสุดา ฯ สยามบรมราชกุมารี และ ฯพณฯ นายกรัฐมนตรี ฯลฯ",
        "นายสมชาย  ใจซื่อตรง และคุณหญิงพวงผกา ณ อยุธยา ฤๅษี",
        "งบประมาณ ๕,๐๐๐.- บาท ตัวชี้วัดที่ ๙,๑๐ คะแนนคงเดิม มี ๔๗,๕๐๐ บาท",
        "ความพึงพอใจเฉลี่ย ๔.๕๖ จาก ๕ และ ๙๕ คน จาก ๑๐๐ คน",
        "เจ้าหน้าที่ที่รับผิดชอบโครงการการจัดซื้อของเจ้าของของกลาง ๒ แห่ง แห่งละ ๕ คน",
        "ต่าง ๆ นานา สิทธิ์ พันธุ์ ซ้ำ ๆ",
        "ก ข ค ง และ ป ป ช",
        "ตัวชี้วัดที่ ๙ และตัวชี้วัดที่ ๑๐ ลดลง ๒.๘๖ และ ๒๓.๓๓ คะแนน ตามลำดับ",
        "ว่าที่ร้อยตรี ธนากร  บุญมาเลิศ และ ด.ญ.พลอยไพลิน  ทองดี",
        "อบต.ห้วยตาเลิศศึกษาดูงาน ผู้เข้าร่วม ๑๐,๑๒ และ ๑๕ คน",
        // Names of other bodies, and figures that a person has to decide on.
        "ต.ห้วยตาเลิศ และทต.ห้วยตาเลิศ กับ อ.ห้วยตาเลิศ",
        "คะแนนเพิ่มขึ้น ๗.๖๑ คะแนน",
        "ตัวชี้วัดที่ลดลง คือ การเปิดเผยข้อมูล (-๒.๘๖) และการป้องกันการทุจริต (-๒๓.๓๓)",
        "คะแนนรวม ปี ๒๕๖๖ ได้ ๙๗.๒๗ คะแนน",
    ] {
        assert_eq!(mended(text), text);
    }
}

/// What the safe corrections of a file leave: no error, no other line changed, and nothing to correct by the same rules.
#[test]
fn the_safe_corrections_of_a_file_are_whole() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checked/planted");
    let files = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let planted = files.filter(|file| file.extension().is_some_and(|ending| ending == "toml"));
    let texts = planted.map(|file| std::fs::read_to_string(file).expect("a report"));
    let mut edited = 0;
    for report in texts.chain([example("muang-mu-2567-as-published.toml")]) {
        let is_safe = |finding: &&Finding| finding.fix.as_ref().is_some_and(|fix| fix.is_safe);
        let before = findings(&report);
        let mut edits: Vec<Edit> =
            before.iter().filter(is_safe).flat_map(|f| f.fix.clone().expect("a correction").edits).collect();
        edits.sort_by_key(|edit| edit.span.start);
        assert!(edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{edits:?}");
        edited += edits.len();
        let mut after = report.clone();
        for edit in edits.iter().rev() {
            after.replace_range(edit.span.clone(), &edit.text);
        }
        assert_eq!(after.lines().count(), report.lines().count());
        for (old, new) in report.lines().zip(after.lines()) {
            assert!(old == new || old.contains('"'), "only texts change: {old} {new}");
        }
        let left: Vec<Finding> = findings(&after).into_iter().filter(|finding| is_safe(&finding)).collect();
        assert_eq!(left, [], "{after}");
        assert!(findings(&after).len() <= before.len() - before.iter().filter(is_safe).count());
    }
    assert!(edited >= 60, "{edited}");
}

#[test]
fn numbers_pasted_into_a_list_are_taken_out() {
    for (style, item, right) in [
        ("numbered", "๒. จัดทำแบบฟอร์ม", "จัดทำแบบฟอร์ม"),
        ("numbered", "2) จัดทำแบบฟอร์ม", "จัดทำแบบฟอร์ม"),
        ("numbered", "(๒) จัดทำแบบฟอร์ม", "จัดทำแบบฟอร์ม"),
        ("numbered", "• จัดทำแบบฟอร์ม", "จัดทำแบบฟอร์ม"),
        ("numbered", "- ๒.จัดทำแบบฟอร์ม", "จัดทำแบบฟอร์ม"),
        ("dash", "- จัดทำแบบฟอร์ม", "จัดทำแบบฟอร์ม"),
        ("dash", "๒. จัดทำแบบฟอร์ม", "๒. จัดทำแบบฟอร์ม"),
        ("plain", "๒. จัดทำแบบฟอร์ม", "๒. จัดทำแบบฟอร์ม"),
        ("numbered", "๒.๕ ล้านบาทสำหรับปรับปรุงระบบ", "๒.๕ ล้านบาทสำหรับปรับปรุงระบบ"),
        ("numbered", "๑) ประชุม ๒) รายงานผล", "๑) ประชุม ๒) รายงานผล"),
    ] {
        let report =
            format!("{SMALLEST}steps = [\"{item}\"]\nsteps_style = \"{style}\"\nmonitoring = \"ทุกเดือน\"\n");
        let found = findings(&report);
        let pasted = found.iter().find(|finding| finding.code == "pasted-numbering");
        let after = pasted.and_then(|finding| corrected(&report, finding)).unwrap_or(report);
        assert!(after.contains(&format!("[\"{right}\"]")), "{after}");
    }
}
