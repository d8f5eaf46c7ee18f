# Messages of the command in Thai. en.ftl has the same in English; a test holds the two against each other.
# A fault's message is its title, `.label` stands at the place, `.help` says how to mend it.

## Kinds of message
error = ข้อผิดพลาด
warning = คำเตือน
help = วิธีแก้

## Names of TOML types
type-string = ข้อความในเครื่องหมายคำพูด
type-strings = ข้อความหรือรายการข้อความ
type-integer = จำนวนเต็ม
type-float = เลขทศนิยม
type-number = ตัวเลข
type-boolean = true หรือ false
type-date = วันที่
type-time = เวลา
type-hexadecimal = เลขฐานอื่น
type-array = รายการ [ ]
type-table = ตาราง
type-tables = ตารางแบบ [[ ]]

## The file as a whole
not-utf8 = แฟ้มไม่ได้บันทึกเป็น UTF-8
    .label = อ่านอักขระตรงนี้ไม่ได้
    .help = { $encoding ->
        [utf-16] แฟ้มเป็น UTF-16 เปิดด้วยโปรแกรมแก้ไขข้อความแล้วบันทึกใหม่โดยเลือกการเข้ารหัส UTF-8
        [tis-620] แฟ้มน่าจะเป็น TIS-620 หรือ Windows-874 เปิดแล้วบันทึกใหม่โดยเลือกการเข้ารหัส UTF-8
       *[other] เปิดด้วยโปรแกรมแก้ไขข้อความแล้วบันทึกใหม่โดยเลือกการเข้ารหัส UTF-8
    }
syntax = เขียน TOML ไม่ถูกรูปแบบ: { $detail }
    .help = ข้อความต้องอยู่ในเครื่องหมายคำพูด "..." และแต่ละบรรทัดเขียนเป็น คีย์ = ค่า

## Keys and their types
unknown-key = ไม่รู้จักคีย์ “{ $key }”
    .label = คีย์นี้ไม่มีในแบบของแฟ้มรายงาน
    .help = { $nearest ->
        [none] ลบคีย์นี้ หรือดูคีย์ที่ใช้ได้จากแฟ้มที่คำสั่ง new สร้างให้
       *[other] ต้องการเขียน “{ $nearest }” ใช่หรือไม่
    }
missing-key = ขาดคีย์ “{ $key }” ซึ่งต้องมี
    .label = ต้องมี “{ $key }” ในส่วนนี้
    .help = เพิ่ม { $key } ตามตัวอย่างในแฟ้มที่คำสั่ง new สร้างให้
wrong-type = “{ $key }” ต้องเป็น{ $expected } แต่พบ{ $found }
    .label = ตรงนี้เป็น{ $found }
    .help = แก้ค่าของ { $key } ให้เป็น{ $expected }
empty-string = “{ $key }” เว้นว่างไว้ไม่ได้
    .label = ว่างอยู่
    .help = กรอกข้อความลงในเครื่องหมายคำพูด
unknown-choice = “{ $key }” ไม่มีตัวเลือก “{ $value }”
    .label = เลือกได้: { $choices }
    .help = { $nearest ->
        [none] เลือกอย่างใดอย่างหนึ่ง: { $choices }
       *[other] ต้องการเขียน “{ $nearest }” ใช่หรือไม่
    }

## Numbers and dates
score-form = “{ $value }” ไม่ใช่คะแนน
    .label = คะแนนเขียนเป็นเลขทศนิยม เช่น 94.69
    .help = เขียนคะแนนเป็นตัวเลข 0 ถึง 100 มีทศนิยมไม่เกินสองตำแหน่ง
score-places = คะแนน { $value } มีทศนิยมเกินสองตำแหน่ง
    .label = มีได้ไม่เกินสองตำแหน่ง
    .help = ใช้คะแนนตามที่ประกาศ ซึ่งมีทศนิยมไม่เกินสองตำแหน่ง
score-range = คะแนน { $value } อยู่นอกช่วง 0 ถึง 100
    .label = ต้องอยู่ระหว่าง 0 ถึง 100
    .help = ตรวจคะแนนกับผลที่ประกาศ
budget-form = งบประมาณ { $value } ไม่ถูกรูปแบบ
    .label = จำนวนเงินเป็นบาท
    .help = เขียนเป็นตัวเลขไม่ติดลบ ทศนิยมไม่เกินสองตำแหน่ง เช่น 10000.00
indicator-number = ไม่มีตัวชี้วัดที่ { $value }
    .label = ตัวชี้วัดมีตั้งแต่ 1 ถึง 10
    .help = ใช้หมายเลขตัวชี้วัด 1 ถึง 10
year-common-era = ปี { $value } เป็นคริสต์ศักราช
    .label = ต้องเป็นพุทธศักราช
    .help = เขียน { $year }
year-range = “{ $value }” ไม่ใช่ปีงบประมาณ
    .label = ต้องเป็นปีพุทธศักราช 2500 ถึง 2699
    .help = เขียนปีงบประมาณเป็นเลขอารบิกสี่หลัก เช่น 2567
date-form = อ่านวันที่ “{ $value }” ไม่ได้
    .label = ไม่ใช่รูปแบบวันที่ที่รู้จัก
    .help = เขียนเป็น "5 ตุลาคม 2567", "5 ต.ค. 2567" หรือ "2567-10-05"
date-impossible = ไม่มีวันที่ “{ $value }” ในปฏิทิน
    .label = ไม่มีวันนี้
    .help = ตรวจวัน เดือน และปี เดือนกุมภาพันธ์มี 29 วันเฉพาะปีอธิกสุรทิน เช่น 2563 และ 2567
period-form = อ่านเดือน “{ $value }” ไม่ได้
    .label = เขียนเป็น ปี-เดือน
    .help = เขียนเป็น "2566-10" หรือเขียนระยะเวลาเป็นข้อความเดียว เช่น period = "ตลอดปีงบประมาณ"
period-order = ระยะเวลาสิ้นสุด ({ $to }) ก่อนเริ่ม ({ $from })
    .label = จาก { $from } ถึง { $to }
    .help = สลับค่า from กับ to
measure-number = ไม่มีมาตรการที่ { $value }
    .label = แฟ้มนี้มี { $count } มาตรการ
    .help = ใช้ลำดับของมาตรการในแฟ้ม 1 ถึง { $count }

## Text
unknown-placeholder = ไม่รู้จักตัวแทน {"{"}{ $name }{"}"}
    .label = ไม่มีตัวแทนชื่อนี้
    .help = { $nearest ->
        [none] ใช้ได้: {"{"}agency{"}"} {"{"}short_name{"}"} {"{"}year{"}"} {"{"}previous_year{"}"} {"{"}total{"}"} {"{"}previous_total{"}"} {"{"}change{"}"} {"{"}level{"}"} {"{"}previous_level{"}"} ส่วนวงเล็บปีกกาธรรมดาเขียนซ้อนเป็น {"{{"} และ {"}}"}
       *[other] ต้องการเขียน {"{"}{ $nearest }{"}"} ใช่หรือไม่ ส่วนวงเล็บปีกกาธรรมดาเขียนซ้อนเป็น {"{{"} และ {"}}"}
    }
single-brace = วงเล็บปีกกา { $brace } ไม่มีคู่
    .label = วงเล็บปีกกาเดี่ยว
    .help = วงเล็บปีกกาธรรมดาเขียนซ้อนเป็น {"{{"} หรือ {"}}"}
placeholder-without-value = {"{"}{ $name }{"}"} ไม่มีค่าให้แทน
    .label = ไม่มีข้อมูลของปี { $year } สำหรับตัวแทนนี้
    .help = เพิ่มผลของปีนั้นใน [scores.{ $year }] หรือลบตัวแทนนี้
level-unknown = {"{"}{ $name }{"}"} ไม่มีค่าให้แทน
    .label = หาระดับของปี { $year } จากคะแนนที่มีไม่ได้
    .help = เพิ่มคะแนนตัวชี้วัดให้ครบ หรือระบุ instruments หรือ level ใน [scores.{ $year }]
control-character = “{ $key }” มีอักขระควบคุม { $character }
    .label = พิมพ์ลงหน้ากระดาษไม่ได้
    .help = ลบอักขระนี้
private-use = “{ $key }” มีอักขระ { $character } ซึ่งเป็นรหัสส่วนตัวของฟอนต์เก่า
    .label = เครื่องอื่นและโปรแกรมค้นหาอ่านไม่ออก
    .help = { $meant ->
        [none] พิมพ์อักขระนี้ใหม่
       *[other] พิมพ์ใหม่เป็น “{ $meant }”
    }
link-scheme = “{ $value }” ไม่ใช่ลิงก์ที่ใช้ได้
    .label = ลิงก์ขึ้นต้นด้วย https:// http:// หรือ mailto: และไม่มีช่องว่าง
    .help = เขียนลิงก์เต็ม เช่น "https://example.go.th/ita/o34"

## Files
file-absolute = “{ $path }” เป็นที่อยู่แฟ้มแบบเต็ม
    .label = ต้องเป็นแฟ้มในโฟลเดอร์ของแฟ้มรายงาน
    .help = คัดลอกแฟ้มมาไว้ข้างแฟ้มรายงาน แล้วเขียนเฉพาะชื่อ เช่น "photos/meeting.jpg"
file-outside = “{ $path }” อยู่นอกโฟลเดอร์ของแฟ้มรายงาน
    .label = ออกไปนอกโฟลเดอร์ไม่ได้
    .help = คัดลอกแฟ้มมาไว้ข้างแฟ้มรายงาน แล้วเขียนเฉพาะชื่อ เช่น "photos/meeting.jpg"
file-missing = ไม่พบ “{ $path }”
    .label = ไม่มีแฟ้มนี้ข้างแฟ้มรายงาน
    .help = ตรวจชื่อแฟ้ม ตัวพิมพ์เล็กใหญ่ และนามสกุล คั่นโฟลเดอร์ด้วย /
file-kind = “{ $path }” ไม่ใช่ภาพ PNG, JPEG, SVG หรือ WebP
    .label = ใช้แฟ้มชนิดนี้ไม่ได้
    .help = บันทึกภาพใหม่เป็น PNG, JPEG, SVG หรือ WebP
file-broken = เปิดภาพ “{ $path }” ไม่ได้: { $reason }
    .label = แฟ้มภาพเสีย
    .help = คัดลอกหรือบันทึกภาพใหม่จากต้นฉบับ
file-too-large = ภาพ “{ $path }” ใหญ่เกินไป
    .label = ไม่เกิน 50 MiB และ 100 ล้านจุดภาพ
    .help = ย่อภาพก่อนนำมาใช้
not-a-folder = “{ $path }” ไม่ใช่โฟลเดอร์
    .label = ต้องเป็นโฟลเดอร์
    .help = เขียนชื่อโฟลเดอร์ที่เก็บแฟ้มฟอนต์

## Fonts
font-missing = ไม่พบฟอนต์ “{ $family }” ที่ layout.font ระบุ
    .label = มี: { $found }
    .help = วางแฟ้มฟอนต์ (.ttf หรือ .otf) ในโฟลเดอร์ข้างแฟ้มรายงาน แล้วระบุโฟลเดอร์นั้นด้วย layout.font_dir
font-without-family = มี layout.font_dir แต่ไม่มี layout.font
    .label = { $found ->
        [none] ในโฟลเดอร์นี้ไม่มีฟอนต์
       *[other] มีฟอนต์: { $found }
    }
    .help = ระบุชื่อฟอนต์ด้วย font = "..."
font-without-bold = ฟอนต์ “{ $family }” ไม่มีตัวหนา
    .label = หัวเรื่องจะพิมพ์ด้วยตัวปกติ
    .help = วางแฟ้มตัวหนา (Bold) ของฟอนต์นี้ไว้ในโฟลเดอร์เดียวกัน
font-broken = เปิดฟอนต์ “{ $path }” ไม่ได้
    .label = แฟ้มฟอนต์ในโฟลเดอร์นี้เสีย
    .help = คัดลอกแฟ้มฟอนต์ใหม่จากต้นฉบับ หรือลบแฟ้มนี้ออก
font-without-regular = ฟอนต์ “{ $family }” ไม่มีตัวปกติ
    .label = ทั้งเอกสารจะพิมพ์ด้วยตัวหนา
    .help = วางแฟ้มตัวปกติ (Regular) ของฟอนต์นี้ไว้ในโฟลเดอร์เดียวกัน
font-lacks = ฟอนต์ “{ $family }” ที่ layout.font ระบุไม่มีอักขระ { $character }
    .label = ฟอนต์นี้พิมพ์เอกสารภาษาไทยไม่ได้
    .help = เลือกฟอนต์ที่มีอักษรไทย เลขไทย และอักษรละตินครบ เช่น TH SarabunPSK
no-glyph = “{ $key }” มีอักขระ { $character } ซึ่งไม่มีในฟอนต์
    .label = ฟอนต์ “{ $family }” ไม่มีอักขระนี้
    .help = ลบอักขระนี้ หรือใช้อักขระอื่นแทน

## Worth knowing
rules-year = ไม่มีหลักเกณฑ์ ITA ของปีงบประมาณ { $year } จึงใช้ของปี { $from } ถึง { $to }
    .label = ใช้หลักเกณฑ์ของปี { $from } ถึง { $to }
    .help = ตรวจระดับผลการประเมินกับประกาศ ถ้าไม่ตรงให้ระบุ level ใน [scores.{ $year }]
not-set-yet = รุ่นนี้ยังไม่พิมพ์ “{ $key }” ลงในรายงาน
    .label = ส่วนนี้จะไม่อยู่ใน PDF
    .help = เก็บไว้ในแฟ้มได้ รุ่นถัดไปจะพิมพ์ให้

## What the parser says, by the first words of its English message
toml-invalid-basic-string = ข้อความในเครื่องหมายคำพูดไม่ถูกรูปแบบ ปิดด้วย " แล้วหรือยัง
toml-missing-opening-quote = ขาดเครื่องหมายคำพูดเปิด
toml-missing-closing-quote = ขาดเครื่องหมายคำพูดปิด
toml-missing-assignment = ขาดเครื่องหมาย = ระหว่างคีย์กับค่า
toml-key-with-no-value = คีย์นี้ไม่มี = และค่า
toml-missing-value = ขาดค่าหลังเครื่องหมาย =
toml-string-values = ข้อความต้องอยู่ในเครื่องหมายคำพูด
toml-duplicate-key = คีย์นี้ซ้ำกับที่มีอยู่แล้ว
toml-unclosed-array = ขาดวงเล็บปิด ]
toml-unclosed-table = ขาดวงเล็บปิด ] ของหัวตาราง
toml-unclosed-inline = ขาดวงเล็บปีกกาปิด {"}"}
toml-missing-comma = ขาดเครื่องหมายจุลภาค , ระหว่างรายการ
toml-extra-comma = มีเครื่องหมายจุลภาค , เกิน
toml-invalid-unquoted = คีย์นี้ต้องเป็นอักษรอังกฤษ ตัวเลข - หรือ _
toml-unexpected-key = มีข้อความที่ไม่ควรอยู่ตรงนี้
toml-unexpected-content = มีข้อความที่ไม่ควรอยู่ตรงนี้
toml-invalid-inline = ตารางในบรรทัด {"{ }"} ไม่ถูกรูปแบบ
toml-missing-escaped = เครื่องหมาย \ ในข้อความนำหน้าอักขระนี้ไม่ได้ ถ้าต้องการ \ เองให้เขียน \\
toml-invalid-escape = เครื่องหมาย \ ในข้อความนำหน้าอักขระนี้ไม่ได้ ถ้าต้องการ \ เองให้เขียน \\
toml-invalid-literal-string = ข้อความใน '...' ไม่ถูกรูปแบบ ปิดด้วย ' แล้วหรือยัง
toml-invalid-multi-line = ข้อความหลายบรรทัดไม่ถูกรูปแบบ ปิดด้วย """ แล้วหรือยัง
toml-invalid-boolean = ต้องเป็น true หรือ false หรือข้อความในเครื่องหมายคำพูด
toml-invalid-fraction = หลังจุดทศนิยมต้องมีตัวเลข
toml-may-only-go = เครื่องหมาย _ อยู่ได้ระหว่างตัวเลขเท่านั้น
toml-invalid-hexadecimal = เลขฐานสิบหกไม่ถูกรูปแบบ
toml-unquoted-keys = ขาดคีย์หน้าเครื่องหมาย =
toml-unexpected-in-array = มีเครื่องหมาย = ในรายการ ขาดวงเล็บปิด ] หรือไม่
toml-extra = มีเครื่องหมายเกินมา
toml-invalid-float = ตัวเลขไม่ถูกรูปแบบ
toml-invalid-time = เวลาไม่ถูกรูปแบบ
toml-too-few = รหัสอักขระหลัง \u มีตัวเลขไม่ครบ
toml-other = รูปแบบไม่ถูกต้องตรงนี้
toml-unexpected-leading = ตัวเลขขึ้นต้นด้วย 0 ไม่ได้

## The command's own words
about = สร้างรายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส (ITA) เป็น PDF จากแฟ้ม TOML แฟ้มเดียว
help-usage = วิธีใช้
help-commands = คำสั่ง
help-arguments = อาร์กิวเมนต์
help-options = ตัวเลือก
help-new = สร้างแฟ้มรายงานเปล่าพร้อมคำอธิบายให้กรอก
help-new-file = แฟ้มที่จะสร้าง
help-new-year = ปีงบประมาณ (ค่าปริยาย: ปีงบประมาณที่เพิ่งสิ้นสุด)
help-check = ตรวจแฟ้มรายงาน
help-check-files = แฟ้มรายงาน
help-check-format = รูปแบบผลการตรวจ: human (ค่าปริยาย) หรือ json
help-check-strict = ถือว่าคำเตือนเป็นข้อผิดพลาด
help-render = สร้างเอกสารจากแฟ้มรายงาน
help-render-file = แฟ้มรายงาน
help-render-output = แฟ้มผลลัพธ์ หรือ - สำหรับ standard output (ค่าปริยาย: ชื่อแฟ้มรายงานที่ลงท้าย .pdf)
help-render-document = เอกสาร: report (ค่าปริยาย)
help-render-format = รูปแบบ: pdf (ค่าปริยาย) หรือ png (หน้าละแฟ้ม)
help-lang = ภาษาของข้อความ: th (ค่าปริยาย) หรือ en (ตั้งด้วย ITA_REPORT_LANG ได้)
help-help = แสดงวิธีใช้
help-version = แสดงรุ่น
done-render = เขียนแล้ว: { $path } ({ $pages } หน้า)
done-new = สร้างแล้ว: { $path } กรอกข้อมูลแล้วสั่ง ita-report render { $path }
done-check = { $path }: ไม่พบข้อผิดพลาด
summary = { $path }: ข้อผิดพลาด { $errors } จุด คำเตือน { $warnings } จุด
not-written = จึงยังไม่ได้เขียนเอกสาร แฟ้มเดิมอยู่ครบ
cannot-read = อ่านแฟ้ม { $path } ไม่ได้: { $reason }
cannot-write = เขียนแฟ้ม { $path } ไม่ได้: { $reason }
already-there = มีแฟ้ม { $path } อยู่แล้ว จึงไม่เขียนทับ
    .help = ใช้ชื่ออื่น หรือย้ายแฟ้มเดิมออกก่อน
own-input = { $path } คือแฟ้มรายงานเอง จึงไม่เขียนทับ
    .help = ระบุแฟ้มผลลัพธ์อื่นด้วย -o
several-pages-to-stdout = PNG มี { $pages } หน้า เขียนออก standard output ไม่ได้
    .help = ระบุแฟ้มผลลัพธ์ด้วย -o
bad-epoch = SOURCE_DATE_EPOCH ไม่ใช่เวลา: { $value }
internal = โปรแกรมทำงานผิดพลาด: { $reason }
    .help = นี่ไม่ใช่ความผิดของแฟ้มรายงาน โปรดแจ้งผู้พัฒนาพร้อมข้อความนี้
reason-not-found = ไม่พบแฟ้มหรือโฟลเดอร์
reason-permission-denied = ไม่มีสิทธิ์เข้าถึง
reason-is-a-directory = เป็นโฟลเดอร์ ไม่ใช่แฟ้ม
reason-not-a-directory = ส่วนหนึ่งของที่อยู่ไม่ใช่โฟลเดอร์
reason-storage-full = ที่ว่างในดิสก์หมด
usage-unknown-argument = ไม่รู้จักตัวเลือก { $argument }
    .help = { $nearest ->
        [none] ดูวิธีใช้: ita-report --help
       *[other] ต้องการเขียน { $nearest } ใช่หรือไม่
    }
usage-unknown-command = ไม่รู้จักคำสั่ง { $argument }
    .help = { $nearest ->
        [none] ดูคำสั่งทั้งหมด: ita-report --help
       *[other] ต้องการเขียน { $nearest } ใช่หรือไม่
    }
usage-invalid-value = { $argument } ใช้ค่า “{ $value }” ไม่ได้
    .help = { $possible ->
        [none] ดูวิธีใช้: ita-report --help
       *[other] เลือกได้: { $possible }
    }
usage-missing-value = { $argument } ต้องมีค่า
    .help = ดูวิธีใช้: ita-report --help
usage-repeated = ใช้ { $argument } ได้ครั้งเดียว
    .help = ลบตัวที่ซ้ำออก
usage-missing = ขาด { $argument }
    .help = ดูวิธีใช้: ita-report --help
usage-other = ใช้คำสั่งไม่ถูกวิธี: { $reason }
    .help = ดูวิธีใช้: ita-report --help
usage-year = “{ $value }” ไม่ใช่ปีงบประมาณ พ.ศ. 2501 ถึง 2699
    .help = { $year ->
        [none] เขียนเป็นพุทธศักราช เช่น --year 2567
       *[other] เขียน --year { $year }
    }
