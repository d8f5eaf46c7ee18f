//! What the report says, tested without typesetting: figures, sentences, and the wording of the published report.

mod common;

use common::{SMALLEST, example};
use ita_report::files::MemoryFiles;
use ita_report::report::load;
use ita_report::view::{Block, Cell, ReportView};

fn view(report: &str) -> ReportView {
    let loaded = load("report.toml", report.as_bytes(), &MemoryFiles::new());
    let report = loaded.valid_report().unwrap_or_else(|| panic!("{:?}", loaded.diagnostics));
    ReportView::new(report, None)
}

/// The lines of a cell. List items include their markers.
fn lines(cell: &Cell) -> Vec<String> {
    cell.iter()
        .flat_map(|block| match block {
            Block::Paragraph { text } | Block::Amount { text } => vec![text.clone()],
            Block::List { items, .. } => items.iter().map(|i| format!("{} {}", i.marker, i.text)).collect(),
        })
        .collect()
}

/// The lines in a measure's last column.
fn outcome(view: &ReportView, measure: usize) -> Vec<String> {
    let cell = view.measures.rows[measure].last().expect("a column");
    lines(cell).iter().flat_map(|text| text.lines()).map(str::to_owned).collect()
}

fn conclusion(view: &ReportView) -> Vec<String> {
    lines(&view.conclusion.blocks)
}

/// The view of the smallest report with `scores`, TOML text, appended to its file.
fn with_scores(scores: &str) -> ReportView {
    view(&format!("{SMALLEST}{scores}"))
}

const PERFECT: &str =
    "{ 1 = 100, 2 = 100, 3 = 100, 4 = 100, 5 = 100, 6 = 100, 7 = 100, 8 = 100, 9 = 100, 10 = 100 }";

/// The published report without white space, because its line breaks are arbitrary.
fn seed() -> String {
    let report = example("muang-mu-2567-as-published.toml");
    report.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn the_seeds_own_sentences_are_the_default() {
    let view = view(&example("muang-mu-2567.toml"));
    let published = seed();
    let squeeze = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    assert_eq!(
        view.title,
        [
            "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสขององค์การบริหารส่วนตำบลม่วงหมู่",
            "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"
        ]
    );
    assert!(published.contains(&squeeze(&view.introduction[0])), "{}", view.introduction[0]);
    // In the published conclusion, the agency's name lacks its last tone mark, and its list has no commas and no และ.
    let paragraphs = conclusion(&view);
    assert_eq!(paragraphs.len(), 2);
    let list = "(๙๒.๕๑ คะแนน), ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร (๙๓.๓๑ คะแนน) และตัวชี้วัดที่ ๘";
    assert!(paragraphs[0].contains(list), "{}", paragraphs[0]);
    for paragraph in paragraphs {
        let unlisted = paragraph.replace("), ตัว", ") ตัว").replace(") และตัว", ") ตัว");
        let misspelt = squeeze(&unlisted).replace("ม่วงหมู่", "ม่วงหมู");
        assert!(published.contains(&misspelt), "{paragraph}");
    }
}

#[test]
fn the_ten_indicators_and_their_differences() {
    let view = view(&example("muang-mu-2567.toml"));
    let table = view.indicators.expect("a table");
    let changes: Vec<&str> = table.rows.iter().filter_map(|row| row.change.as_deref()).collect();
    assert_eq!(changes, ["๐.๐๐", "๐.๐๐", "๐.๐๐", "๐.๕๕", "๐.๐๐", "๖.๗๑", "๖.๖๙", "๘.๖๔", "-๒.๘๖", "-๒๓.๓๓"]);
    assert_eq!(table.rows[9].number.as_deref(), Some("๑๐"));
    assert_eq!(table.rows[9].name, "การป้องกันการทุจริต");
    assert_eq!(table.years, ["ปี ๒๕๖๖", "ปี ๒๕๖๗"]);
    let total = &table.total;
    assert_eq!((total.scores.join(" "), total.change.as_deref()), ("๙๗.๗๒ ๙๔.๖๙".to_owned(), Some("-๓.๐๓")));
}

#[test]
fn the_comparison_stands_before_the_outcome() {
    let view = view(&example("muang-mu-2567.toml"));
    assert_eq!(
        outcome(&view, 0),
        [
            "คะแนนรวมผลการประเมิน ITA",
            "ปี ๒๕๖๖ = ๙๗.๗๒ คะแนน (ผ่านดี)",
            "ปี ๒๕๖๗ = ๙๔.๖๙ คะแนน (ผ่านดี)",
            "ลดลง ๓.๐๓ คะแนน",
            "ซึ่งต้องมีการปรับปรุงมาตรการในการดำเนินการต่อไป",
        ]
    );
    assert_eq!(
        outcome(&view, 5)[..4],
        [
            "ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต (OIT)",
            "ปี ๒๕๖๖ = ๑๐๐.๐๐ คะแนน",
            "ปี ๒๕๖๗ = ๗๖.๖๗ คะแนน",
            "ลดลง ๒๓.๓๓ คะแนน",
        ]
    );
    assert_eq!(outcome(&view, 2)[3], "เพิ่มขึ้น ๖.๖๙ คะแนน");
    let published = self::view(&example("muang-mu-2567-as-published.toml"));
    assert_eq!(outcome(&published, 5)[3], "ผ่านดี ซึ่งมีผลต่าง ๓.๐๓ คะแนน", "compare = false");
}

#[test]
fn nothing_changed_is_said_so() {
    let scores = format!("target = 3\n[scores.2566]\ntotal = 90\nindicators = {PERFECT}\n");
    let view = with_scores(&format!("{scores}[scores.2567]\ntotal = 90\nindicators = {PERFECT}\n"));
    assert_eq!(outcome(&view, 0).last().map(String::as_str), Some("คงเดิม"));
}

#[test]
fn a_measure_row_has_its_parts_and_defaults() {
    let view = view(&example("muang-mu-2567.toml"));
    let row = &view.measures.rows[1];
    assert_eq!(lines(&row[0]), ["๒. มาตรการการปฏิบัติงานหรือการให้บริการ"]);
    assert_eq!(lines(&row[1])[1], "- นำเทคโนโลยีสมัยใหม่มาใช้ในการให้บริการ");
    assert_eq!(lines(&row[2]), ["ทุกส่วนราชการ"]);
    assert_eq!(lines(&row[3]), ["ต.ค.๖๖ - ก.ย.๖๗"]);
    assert_eq!(lines(&row[4])[3], "๔. เผยแพร่ช่องทางการร้องเรียนเจ้าหน้าที่");
    assert!(view.measures.landscape);
}

#[test]
fn levels_weak_indicators_and_their_absence() {
    let strong = with_scores(&format!("[scores.2566]\ntotal = 100\nindicators = {PERFECT}\n"));
    assert!(
        conclusion(&strong)[0].ends_with("ผลการประเมินอยู่ในระดับ “ผ่านดีเยี่ยม” โดยทุกตัวชี้วัดมีคะแนนตั้งแต่ ๙๕ คะแนนขึ้นไป")
    );
    assert!(conclusion(&strong)[1].ends_with("สรุปได้ดังนี้") && !conclusion(&strong)[1].contains("เปรียบเทียบ"));
    let failed = with_scores("[scores.2566]\ntotal = 60\nindicators = { 1 = 60.5, 2 = 99 }\n");
    assert!(conclusion(&failed)[0].ends_with(
        "“ต้องปรับปรุงโดยด่วน” โดยมีตัวชี้วัดที่มีคะแนนค่อนข้างน้อยอยู่ ๑ ตัวชี้วัด จาก ๒ ตัวชี้วัด ประกอบด้วย ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ (๖๐.๕๐ คะแนน)"
    ));
    let unknown = with_scores("[scores.2566]\ntotal = 97\n");
    assert!(conclusion(&unknown)[0].ends_with("จากคะแนนเต็ม ๑๐๐ คะแนน"), "no level can be derived");
}

#[test]
fn all_indicators_are_weak_in_a_few_words() {
    let scores = |last: &str| {
        let nine: String = (1..10).map(|number| format!("{number} = 8{number}.5, ")).collect();
        with_scores(&format!("[scores.2566]\ntotal = 86\nindicators = {{ {nine}{last} }}\n"))
    };
    assert!(
        conclusion(&scores("10 = 94.99"))[0]
            .ends_with("มีคะแนนค่อนข้างน้อยทุกตัวชี้วัด กล่าวคือ ทั้ง ๑๐ ตัวชี้วัดมีคะแนนต่ำกว่า ๙๕ คะแนน")
    );
    let nine = conclusion(&scores("10 = 95"));
    assert!(nine[0].contains("อยู่ ๙ ตัวชี้วัด จาก ๑๐ ตัวชี้วัด ประกอบด้วย ตัวชี้วัดที่ ๑"), "{}", nine[0]);
    assert!(nine[0].contains("(๘๘.๕๐ คะแนน) และตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล (๘๙.๕๐ คะแนน)"), "{}", nine[0]);
    assert_eq!(nine[0].matches("), ").count(), 7, "a comma between the others");
    // Of nine known scores nothing is said about all ten.
    assert!(conclusion(&scores(""))[0].contains("๙ ตัวชี้วัด จาก ๙ ตัวชี้วัด ประกอบด้วย"));
}

#[test]
fn a_report_of_one_year_does_not_reason_backwards() {
    let only_current = with_scores(&format!("[scores.2567]\ntotal = 97\nindicators = {PERFECT}\n"));
    let said = [only_current.introduction.clone(), conclusion(&only_current)].concat().join(" ");
    for word in ["จึงได้จัดทำ", "เปรียบเทียบ", "๒๕๖๖", "วิเคราะห์"]
    {
        assert!(!said.contains(word), "{word}: {said}");
    }
    assert!(said.contains("เทศบาลตำบลบ้านใหม่ ได้ดำเนินการตามมาตรการ"), "{said}");
    let only_previous = with_scores(&format!("[scores.2566]\ntotal = 97\nindicators = {PERFECT}\n"));
    let said = &conclusion(&only_previous)[1];
    assert!(said.contains("จึงได้จัดทำมาตรการ") && said.contains("ยังไม่มีผลการประเมินประจำปีงบประมาณ พ.ศ. ๒๕๖๗"));
    assert!(!said.contains("ผลลัพธ์จากการดำเนินงาน"), "last year's scores do not show it: {said}");
    assert!(only_previous.introduction[0].contains("วิเคราะห์ผลการประเมิน ITA"));
}

#[test]
fn years_stand_a_space_from_their_era_however_they_are_typed() {
    let typed = SMALLEST
        .replace("มาตรการป้องกันการทุจริต", "มาตรการ พ.ศ.2567 กับ พ.ศ.  ๒๕๖๖ และ พ.ศ.{year}")
        .replace("[agency]", "[text]\ntitle = \"รายงาน พ.ศ.{year}\"\n[agency]");
    for (numerals, year, previous) in [("thai", "๒๕๖๗", "๒๕๖๖"), ("arabic", "2567", "๒๕๖๖")]
    {
        let view = view(&format!("{typed}[layout]\nnumerals = \"{numerals}\"\n"));
        assert_eq!(
            lines(&view.measures.rows[0][0])[0].split_once(' ').map(|(_, title)| title.to_owned()),
            Some(format!("มาตรการ พ.ศ. {year} กับ พ.ศ. {previous} และ พ.ศ. {year}"))
        );
        assert_eq!(view.meta.title, format!("รายงาน พ.ศ. {year}"), "the title of the file as well");
    }
}

#[test]
fn results_may_be_missing() {
    let none = view(SMALLEST);
    assert!(none.indicators.is_none() && conclusion(&none).is_empty());
    let only_this_year = with_scores("[scores.2567]\ntotal = 88.5\nindicators = { 10 = 70 }\n");
    let table = only_this_year.indicators.expect("a table");
    // A year without results has no column, and a single year no changes.
    assert_eq!((table.years.as_slice(), table.change), (["ปี ๒๕๖๗".to_owned()].as_slice(), None));
    assert_eq!(
        (table.rows[9].scores.join(" "), table.rows[0].scores.join(" ")),
        ("๗๐.๐๐".into(), "-".into())
    );
    assert_eq!((table.total.scores.join(" "), table.total.change), ("๘๘.๕๐".into(), None));
    let totals = with_scores("[scores.2566]\ntotal = 90\n[scores.2567]\ntotal = 88.5\n");
    let table = totals.indicators.expect("a table");
    assert!(table.rows.is_empty() && table.total.scores.len() == 2, "only totals are known");
}

#[test]
fn rules_of_the_year_give_names_and_levels() {
    let old = SMALLEST.replace("2567", "2565");
    let scores = format!("target = 8\n[scores.2565]\ntotal = 91.2\nindicators = {PERFECT}\n");
    let view = view(&format!("{old}{scores}"));
    assert_eq!(outcome(&view, 0)[0], "ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน (EIT)");
    assert!(conclusion(&view)[0].contains("“A”"));
}

#[test]
fn agencies_are_told_apart_by_their_names() {
    assert!(view(SMALLEST).introduction[0].contains("ความโปร่งใสขององค์กรปกครองส่วนท้องถิ่นในปี"));
    let university = view(&SMALLEST.replace("เทศบาลตำบลบ้านใหม่", "มหาวิทยาลัยบ้านใหม่"));
    assert!(university.introduction[0].contains("ความโปร่งใสของหน่วยงานในปี"));
}

#[test]
fn placeholders_digits_and_text_as_it_is() {
    let view = view(include_str!("reports/everything.toml"));
    assert_eq!(
        lines(&view.measures.rows[0][0]),
        ["1. มาตรการ #set text(red) และ {วงเล็บปีกกา} ปี 2568 คะแนน 91.00 เปลี่ยน 6.80 จาก 84.20 (ผ่าน เป็น ผ่านดี)"]
    );
    assert_eq!(lines(&view.measures.rows[0][4]), ["บรรทัดที่หนึ่ง\nบรรทัดที่สอง", "ย่อหน้าที่สอง"]);
    assert_eq!(view.title, ["รายงานฉบับทดสอบ", "ของเทศบาลเมืองบางใหญ่ใหม่"]);
    assert_eq!(view.signatures[0].name.as_deref(), Some("(นายสมชาย ใจดี)"));
    assert_eq!(view.meta.date, (2025, 10, 7));
    let thai = self::view(&include_str!("reports/everything.toml").replace("\"arabic\"", "\"thai\""));
    assert_eq!(lines(&thai.measures.rows[1][1]), ["- โครงการ COVID-19 ตามมาตรฐาน ISO9001:2015"]);
    let url = thai.evidence.iter().flat_map(|part| &part.items).filter_map(|item| item.url.clone());
    assert!(url.collect::<String>().contains("/ita/2568/o34"), "digits of links stay");
}

#[test]
fn columns_are_those_that_were_asked_for_and_that_something_stands_in() {
    let measures = "
        responsible = [\"สำนักปลัด\", \"กองคลัง\"]\nbudget = 12500.5\nkpi = \"ร้อยละของข้อมูลที่เป็นปัจจุบัน\"
        extra = { \"ผู้กำกับดูแล\" = \"ปลัดเทศบาล {short_name}\" }
        [[measures]]\ntitle = \"มาตรการที่สอง\"\nbudget = 2000\nsteps = [\"อบรมบุคลากร\"]
        [[measures]]\ntitle = \"มาตรการที่สาม\"\nbudget = \"ไม่ใช้งบประมาณ\"\n";
    let usual = view(&format!("{SMALLEST}{measures}")).measures;
    assert_eq!(usual.columns, ["title", "steps", "responsible", "period"]);
    assert!(usual.total.is_none());
    assert_eq!(lines(&usual.rows[1][1]), ["อบรมบุคลากร"], "a single step has no number");
    let columns = "[layout]\ncolumns = [\"title\", \"budget\", \"ผู้กำกับดูแล\", \"goal\", \"kpi\"]\n";
    let table = view(&format!("{SMALLEST}{measures}{columns}")).measures;
    assert_eq!(table.header, ["มาตรการ/แนวทาง", "งบประมาณ\n(บาท)", "ผู้กำกับดูแล", "ตัวชี้วัด\nความสำเร็จ"]);
    let budgets: Vec<String> = table.rows.iter().flat_map(|row| lines(&row[1])).collect();
    assert_eq!(budgets, ["๑๒,๕๐๐.๕๐", "๒,๐๐๐.๐๐", "ไม่ใช้งบประมาณ"]);
    let total = table.total.expect("two amounts have a total");
    assert_eq!((total.amount.as_str(), total.column), ("๑๔,๕๐๐.๕๐", 1));
    assert_eq!(lines(&table.rows[0][2]), ["ปลัดเทศบาล เทศบาลตำบลบ้านใหม่"]);
    assert!(table.rows[1][2].is_empty());
}
