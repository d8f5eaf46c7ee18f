//! Report files that differ as those of many agencies do: in names, scores, years, texts, and in how many measures they
//! have. The same number always gives the same file.

/// Kinds of agencies with their short forms.
const KINDS: [(&str, &str); 4] = [
    ("องค์การบริหารส่วนตำบล", "อบต."),
    ("เทศบาลตำบล", "ทต."),
    ("เทศบาลเมือง", "ทม."),
    ("โรงพยาบาลส่งเสริมสุขภาพตำบล", "รพ.สต."),
];
/// Places with their districts and provinces.
const PLACES: [(&str, &str, &str); 24] = [
    ("ม่วงหมู่", "เมืองสิงห์บุรี", "สิงห์บุรี"),
    ("บางกระบือ", "เมืองสิงห์บุรี", "สิงห์บุรี"),
    ("แม่สาว", "แม่อาย", "เชียงใหม่"),
    ("ท่าตอน", "แม่อาย", "เชียงใหม่"),
    ("หนองหอย", "เมืองเชียงใหม่", "เชียงใหม่"),
    ("โนนไทย", "โนนไทย", "นครราชสีมา"),
    ("ปากช่อง", "ปากช่อง", "นครราชสีมา"),
    ("หมูสี", "ปากช่อง", "นครราชสีมา"),
    ("บ้านเป็ด", "เมืองขอนแก่น", "ขอนแก่น"),
    ("ท่าพระ", "เมืองขอนแก่น", "ขอนแก่น"),
    ("เชียงคาน", "เชียงคาน", "เลย"),
    ("นาซ่าว", "เชียงคาน", "เลย"),
    ("กะรน", "เมืองภูเก็ต", "ภูเก็ต"),
    ("ราไวย์", "เมืองภูเก็ต", "ภูเก็ต"),
    ("ป่าตอง", "กะทู้", "ภูเก็ต"),
    ("บ่อผุด", "เกาะสมุย", "สุราษฎร์ธานี"),
    ("แม่น้ำ", "เกาะสมุย", "สุราษฎร์ธานี"),
    ("คลองแห", "หาดใหญ่", "สงขลา"),
    ("ควนลัง", "หาดใหญ่", "สงขลา"),
    ("บางเสร่", "สัตหีบ", "ชลบุรี"),
    ("นาจอมเทียน", "สัตหีบ", "ชลบุรี"),
    ("ชะอำ", "ชะอำ", "เพชรบุรี"),
    ("บางเก่า", "ชะอำ", "เพชรบุรี"),
    ("ลาดบัวหลวง", "ลาดบัวหลวง", "พระนครศรีอยุธยา"),
];
const TITLES: [&str; 12] = [
    "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ",
    "มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง",
    "มาตรการจัดการเรื่องร้องเรียนการทุจริต",
    "มาตรการป้องกันการรับสินบน",
    "มาตรการป้องกันการขัดกันระหว่างผลประโยชน์ส่วนตนกับส่วนรวม",
    "มาตรการตรวจสอบการใช้ดุลพินิจ",
    "มาตรการให้ผู้มีส่วนได้ส่วนเสียมีส่วนร่วม",
    "มาตรการใช้ทรัพย์สินของทางราชการ",
    "มาตรการบริหารทรัพยากรบุคคลด้วยคุณธรรม",
    "มาตรการปรับปรุงคุณภาพการให้บริการ",
    "มาตรการประสิทธิภาพการสื่อสาร",
    "มาตรการปรับปรุงระบบการทำงาน",
];
const OFFICES: [&str; 5] = ["สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา", "ทุกส่วนราชการ"];
const VERBS: [&str; 8] =
    ["จัดประชุม", "จัดอบรม", "ชี้แจง", "ทบทวน", "ติดตาม", "เผยแพร่", "ปรับปรุง", "สำรวจความคิดเห็นเกี่ยวกับ"];
const SUBJECTS: [&str; 10] = [
    "แนวทางเปิดเผยข้อมูลสาธารณะผ่านเว็บไซต์ของหน่วยงาน",
    "คู่มือการให้บริการประชาชน",
    "ขั้นตอนการจัดซื้อจัดจ้างและแผนการใช้จ่ายงบประมาณ",
    "ช่องทางการร้องเรียนและการรับฟังความคิดเห็นของประชาชน",
    "แนวปฏิบัติในการยืมทรัพย์สินของทางราชการ",
    "ประมวลจริยธรรมของเจ้าหน้าที่และนโยบายไม่รับของขวัญ",
    "หลักเกณฑ์การมอบหมายงานและการประเมินผลการปฏิบัติงาน",
    "ระบบบริการอิเล็กทรอนิกส์ (E-Service) ของหน่วยงาน",
    "แผนปฏิบัติการป้องกันการทุจริต",
    "รายงานผลการดำเนินงานและข้อมูลเชิงสถิติการให้บริการ",
];

/// The text of a report file. It has no errors.
pub fn report(number: usize) -> String {
    let mut random = Random(number as u64 + 1);
    let (kind, short) = KINDS[number % KINDS.len()];
    let (place, district, province) = PLACES[number / KINDS.len() % PLACES.len()];
    let year = 2568 - number / (KINDS.len() * PLACES.len()) % 6;
    let mut text = format!("fiscal_year = {year}\ndate = \"{} ตุลาคม {year}\"\n\n", 1 + random.below(31));
    text += &format!(
        "[agency]\nname = \"{kind}{place}\"\nshort_name = \"{short}{place}\"\ndistrict = \"{district}\"\nprovince = \"{province}\"\n\n"
    );
    text += &scores(year - 1, &mut random);
    text += &scores(year, &mut random);
    let first = random.below(TITLES.len());
    for measure in 0..3 + number % 10 {
        let steps = 2 + random.below(4);
        let sentences = |random: &mut Random, done: &str| {
            let sentence = |_| format!("    \"{done}{}\",\n", sentence(random));
            (0..steps).map(sentence).collect::<String>()
        };
        text += &format!(
            "[[measures]]\ntitle = \"{}\"\ntarget = {}\nresponsible = \"{}\"\nsteps = [\n{}]\nresults = [\n{}]\noutcome = \"{{short_name}} {}\"\n\n",
            TITLES[(first + measure) % TITLES.len()],
            1 + random.below(10),
            OFFICES[random.below(OFFICES.len())],
            sentences(&mut random, ""),
            sentences(&mut random, "ได้"),
            sentence(&mut random),
        );
    }
    text + "[[signatures]]\nrole = \"ผู้รายงาน\"\nname = \"(นางสาวสมหญิง รักงาน)\"\nposition = \"หัวหน้าสำนักปลัด\"\n"
}

/// The scores of a year, with a total that is the weighted mean.
fn scores(year: usize, random: &mut Random) -> String {
    let indicators: Vec<usize> = (0..10).map(|_| 7_000 + random.below(3_001)).collect();
    let mean = |part: &[usize]| part.iter().sum::<usize>() as f64 / part.len() as f64;
    let total = 0.3 * mean(&indicators[..5]) + 0.3 * mean(&indicators[5..8]) + 0.4 * mean(&indicators[8..]);
    let score = |hundredths: usize| format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let list = indicators.iter().zip(1..).map(|(value, number)| format!("{number} = {}", score(*value)));
    format!(
        "[scores.{year}]\ntotal = {}\nindicators = {{ {} }}\n\n",
        score(total.round() as usize),
        list.collect::<Vec<_>>().join(", ")
    )
}

fn sentence(random: &mut Random) -> String {
    let (verb, subject) = (VERBS[random.below(VERBS.len())], SUBJECTS[random.below(SUBJECTS.len())]);
    match random.below(3) {
        0 => format!("{verb}{subject} จำนวน {} ครั้ง", 1 + random.below(12)),
        1 => format!("{verb}{subject} มีผู้เข้าร่วม {} คน", 10 + random.below(490)),
        _ => format!("{verb}{subject} ร่วมกับ{}", OFFICES[random.below(OFFICES.len())]),
    }
}

/// Numbers that look random, by xorshift.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d;
        self.0 ^= self.0 >> 29;
        (self.0 >> 11) as usize % limit
    }
}
