# Messages of the command in Thai. A test checks that en.ftl has the same messages.
# The message of a fault is its title. `.label` is shown at the place of the fault, `.help` says how to fix it.

## Kinds of message
error = ข้อผิดพลาด
warning = คำเตือน
help = วิธีแก้

## Ranges of fiscal years
years = { $first } ถึง { $last }

## Kinds of place
place-province = จังหวัด
place-district = อำเภอ
place-khet = เขต
place-subdistrict = ตำบล
place-khwaeng = แขวง
place-municipality = ท้องที่ชื่อ

## Names of TOML types
type-string = ข้อความในเครื่องหมายคำพูด
type-strings = ข้อความหรือรายการข้อความ
type-integer = จำนวนเต็ม
type-float = เลขทศนิยม
type-number = ตัวเลข
type-boolean = {" "}true หรือ false
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
not-a-report = { $kind ->
        [xlsx] แฟ้มนี้เป็นตารางคำนวณ (Excel) ไม่ใช่แฟ้มรายงาน
        [docx] แฟ้มนี้เป็นเอกสาร Word ไม่ใช่แฟ้มรายงาน
        [office] แฟ้มนี้เป็นเอกสาร Word หรือ Excel รุ่นเก่า ไม่ใช่แฟ้มรายงาน
        [pdf] แฟ้มนี้เป็น PDF ไม่ใช่แฟ้มรายงาน
        [html] แฟ้มนี้เป็นหน้าเว็บ ไม่ใช่แฟ้มรายงาน
        [json] แฟ้มนี้เป็น JSON ไม่ใช่แฟ้มรายงาน
        [archive] แฟ้มนี้เป็นแฟ้มบีบอัด ไม่ใช่แฟ้มรายงาน
        [picture] แฟ้มนี้เป็นภาพ ไม่ใช่แฟ้มรายงาน
       *[empty] แฟ้มนี้ว่าง
    }
    .label = ไม่มีข้อความของรายงานให้อ่าน
    .help = { $kind ->
        [archive] แตกแฟ้มก่อน แล้วระบุแฟ้มรายงานที่อยู่ข้างใน
        [empty] ถ้าแฟ้มอยู่ใน OneDrive หรือ Google Drive ให้ดาวน์โหลดลงเครื่องก่อน ถ้าจะเริ่มใหม่ สร้างแฟ้มรายงานด้วย ita-report new ชื่อแฟ้ม.toml
       *[other] แฟ้มรายงานเป็นแฟ้มข้อความ (.toml) สร้างด้วย ita-report new ชื่อแฟ้ม.toml แล้วคัดลอกข้อความจากแฟ้มนี้ไปวาง
    }
wrongly-decoded = ตัวอักษรไทยในแฟ้มเพี้ยนเป็น “{ $written }”
    .label = เคยเปิดด้วยการเข้ารหัสที่ไม่ตรงแล้วบันทึกทับ
    .help = เปิดแฟ้มต้นฉบับหรือแฟ้มสำรองก่อนที่ตัวอักษรจะเพี้ยน แล้วบันทึกโดยเลือกการเข้ารหัส UTF-8
syntax = เขียน TOML ไม่ถูกรูปแบบ: { $detail }
    .help = เขียนแต่ละบรรทัดเป็น คีย์ = ค่า และหัวตารางเป็น [ชื่อ] หรือ [[ชื่อ]] คีย์ทั้งหมดพร้อมตัวอย่างอยู่ใน docs/report-file.md

## Slips of the syntax. `line` is the line as it should be
mended-line = { $line ->
        [none] {""}
       *[other] {" "}เขียนเป็น: { $line }
    }
foreign-digits = “{ $written }” ไม่ใช่เลข 0-9
    .label = คีย์และตัวเลขนอกเครื่องหมายคำพูดใช้เลข 0-9
    .help = พิมพ์ { $right } ด้วยเลข 0-9 ในเอกสารจะเป็นเลขไทยเอง{ mended-line }
letter-in-number = “{ $written }” มีตัวอักษรปนอยู่ในตัวเลข
    .label = ตัวอักษร O หรือ l ไม่ใช่เลข 0 หรือ 1
    .help = พิมพ์ { $right } ด้วยตัวเลขทั้งหมด{ mended-line }
comma-in-number = จำนวน “{ $written }” มีจุลภาค
    .label = { $kind ->
        [decimal] ทศนิยมคั่นด้วยจุด
       *[thousands] หลักพันไม่คั่นด้วยจุลภาค
    }
    .help = พิมพ์ { $right }{ mended-line }
number-form = จำนวน “{ $written }” ไม่ถูกรูปแบบ
    .label = { $kind ->
        [point] ต้องมีตัวเลขทั้งหน้าและหลังจุด
        [zeros] ขึ้นต้นด้วย 0 ไม่ได้
        [dash] ขีดนี้ไม่ใช่เครื่องหมายลบ
       *[unit] ใส่เฉพาะตัวเลข ไม่ใส่หน่วย
    }
    .help = พิมพ์ { $right }{ mended-line }
not-a-number = “{ $written }” ไม่ใช่ตัวเลข
    .label = คีย์นี้รับเฉพาะตัวเลข
    .help = พิมพ์ตัวเลขด้วยเลข 0-9 เช่น 2567 หรือ 94.69 ถ้าไม่มีข้อมูล ให้ลบบรรทัดนี้
boolean-word = “{ $written }” ใช้ตรงนี้ไม่ได้
    .label = ต้องเป็น true (ใช่) หรือ false (ไม่ใช่)
    .help = พิมพ์ { $right } ตัวพิมพ์เล็ก ไม่มีเครื่องหมายคำพูด{ mended-line }
unquoted-text = ข้อความ “{ $written }” ไม่อยู่ในเครื่องหมายคำพูด
    .label = ข้อความต้องอยู่ในเครื่องหมายคำพูด "..."
    .help = ใส่เครื่องหมาย " หน้าและหลังข้อความ{ mended-line }
odd-quote = เครื่องหมาย { $character } ไม่ใช่เครื่องหมายคำพูดที่ใช้ในแฟ้มนี้
    .label = ต้องเป็น " (กด Shift กับปุ่มข้าง Enter เมื่อพิมพ์ภาษาอังกฤษ)
    .help = เปลี่ยน { $character } เป็น " ทั้งหน้าและหลังข้อความ Word และโทรศัพท์มักเปลี่ยนให้เอง{ mended-line }
doubled-quote = เครื่องหมาย " ซ้ำสองตัว
    .label = ใช้ตัวเดียว
    .help = ลบออกให้เหลือ " ตัวเดียวหน้าและหลังข้อความ{ mended-line }
quote-in-text = มีเครื่องหมาย " อยู่ในข้อความที่คร่อมด้วย " อยู่แล้ว
    .label = ข้อความจบก่อนถึงตรงนี้
    .help = ในข้อความใช้ “ ” แทน{ mended-line }
unclosed-string = ข้อความเปิดด้วย { $quotes } แต่ไม่ปิด
    .label = เปิดตรงนี้
    .help = เติม { $quotes } ท้ายข้อความ{ mended-line }
text-over-lines = ข้อความในเครื่องหมายคำพูดขึ้นบรรทัดใหม่
    .label = เปิดตรงนี้ แต่ปิดในบรรทัดอื่น
    .help = { $is_item ->
        [yes] เขียนแต่ละข้อความให้จบในบรรทัดเดียว
       *[no] เขียนให้จบในบรรทัดเดียว หรือแยกเป็นรายการ ["...", "..."] ถ้าจะให้ขึ้นบรรทัดใหม่ ให้เปิดและปิดด้วย """
    }
backslash = เครื่องหมาย \ ใช้ในข้อความตรงนี้ไม่ได้
    .label = \ ในเครื่องหมาย "..." มีความหมายพิเศษ
    .help = { $kind ->
        [drive] คัดลอกแฟ้มมาไว้ข้างแฟ้มรายงาน แล้วเขียนเฉพาะชื่อ "{ $name }" ถ้าอยู่ในโฟลเดอร์ย่อยคั่นด้วย /
        [path] คั่นโฟลเดอร์ด้วย /{ mended-line }
       *[text] เขียน \\ แทน \ หรือคร่อมข้อความด้วย ' แทน "{ mended-line }
    }
control-in-text = ในข้อความมีอักขระที่มองไม่เห็น { $character }
    .label = { $is_line_end ->
        [yes] เป็นรหัสขึ้นบรรทัดของ Word
       *[no] ติดมาจากการคัดลอก
    }
    .help = ลบอักขระนี้ หรือแทนด้วยวรรค{ mended-line }
missing-comma = ขาดเครื่องหมาย , ระหว่างรายการ
    .label = ต้องมี , ตรงนี้
    .help = เติม ,{ mended-line }
extra-comma = มีเครื่องหมายเกินมา
    .label = ลบออก
    .help = ลบเครื่องหมายนี้{ mended-line }
odd-comma = ใช้เครื่องหมาย { $written } คั่นรายการไม่ได้
    .label = ต้องเป็น ,
    .help = เปลี่ยนเป็น ,{ mended-line }
list-brackets = หลายข้อความในคีย์เดียวต้องอยู่ในวงเล็บ [ ]
    .label = ข้อความที่สองเป็นต้นไป
    .help = ใส่ [ หน้าข้อความแรก และ ] หลังข้อความสุดท้าย{ mended-line }
wrong-bracket = ใช้วงเล็บ { $written } ตรงนี้ไม่ได้
    .label = ต้องเป็น { $right }
    .help = เปลี่ยน { $written } เป็น { $right }{ mended-line }
unclosed-bracket = วงเล็บ { $bracket } เปิดไว้แต่ไม่ปิด
    .label = เปิดตรงนี้
    .help = เติม { $right } ท้ายรายการสุดท้าย{ mended-line }
missing-value = ไม่มีค่าหลังเครื่องหมาย =
    .label = ต้องมีค่าตรงนี้
    .help = ใส่ค่า เช่น "ข้อความ" หรือตัวเลข ถ้าไม่ใช้คีย์นี้ให้ลบทั้งบรรทัด
missing-equals = ขาดเครื่องหมาย = ระหว่างคีย์กับค่า
    .label = ต้องมี = ตรงนี้
    .help = เติม ={ mended-line }
odd-equals = ใช้ { $written } ระหว่างคีย์กับค่าไม่ได้
    .label = ต้องเป็น = ตัวเดียว
    .help = เปลี่ยนเป็น ={ mended-line }
key-without-value = “{ $key }” ไม่มีเครื่องหมาย = และค่า
    .label = มีแต่คีย์
    .help = เขียนค่าหลัง = เช่น { $key } = "ข้อความ" ถ้าไม่ใช้ ให้ลบทั้งบรรทัด
missing-key-name = ไม่มีคีย์หน้าเครื่องหมาย =
    .label = ต้องมีคีย์ตรงนี้
    .help = เขียนคีย์หน้า = เช่น title = "..."
key-quotes = หัวคอลัมน์ “{ $key }” ต้องอยู่ในเครื่องหมายคำพูด
    .label = ไม่มีเครื่องหมายคำพูด
    .help = ใส่เครื่องหมาย " หน้าและหลังหัวคอลัมน์{ mended-line }
repeated-key = คีย์ “{ $key }” ซ้ำกับบรรทัด { $first }
    .label = มีอยู่แล้ว
    .help = ลบบรรทัดหนึ่งออก ถ้าเป็นของรายการใหม่ ให้ขึ้นหัวตารางก่อน เช่น [[measures]]
repeated-heading = “{ $heading }” ซ้ำกับบรรทัด { $first }
    .label = มีอยู่แล้ว
    .help = ย้ายบรรทัดใต้หัวตารางนี้ไปรวมไว้ที่บรรทัด { $first } แล้วลบหัวตารางนี้
commented-heading = “{ $key }” เป็นของ { $heading } ซึ่งยังมี # อยู่หน้าบรรทัด { $at }
    .label = หัวตารางของคีย์นี้ยังเป็นคำอธิบาย
    .help = ลบ # หน้าบรรทัด { $at } ให้เหลือ { $heading }
heading-brackets = วงเล็บของหัวตาราง { $written } ไม่ถูกต้อง
    .label = ต้องเป็น { $right }
    .help = เขียนเป็น: { $right }
heading-dot = หัวตาราง “{ $written }” ต้องคั่นด้วยจุด
    .label = ต้องเป็น { $right }
    .help = เขียนเป็น: [{ $right }]
heading-too-early = [{ $heading }] อยู่ก่อน [[{ $array }]] ตัวแรก
    .label = ยังไม่มี [[{ $array }]] ให้ต่อ
    .help = ย้ายลงไปไว้ใต้ [[{ $array }]] ที่เป็นเจ้าของ
pairs-in-line = มีสองคีย์ในบรรทัดเดียว
    .label = ต้องขึ้นบรรทัดใหม่ตรงนี้
    .help = ขึ้นบรรทัดใหม่ก่อนคีย์นี้
stray-text = มีข้อความต่อท้าย: { $written }
    .label = ไม่ใช่ส่วนของค่า
    .help = ลบออก หรือใส่ # ข้างหน้าถ้าเป็นคำอธิบาย{ mended-line }
loose-text = บรรทัดนี้ไม่ใช่ คีย์ = ค่า
    .label = อ่านไม่ออกว่าเป็นค่าของอะไร
    .help = ใส่ # ข้างหน้าถ้าเป็นคำอธิบาย ถ้าเป็นข้อความของรายงาน ให้ย้ายไปไว้ในเครื่องหมายคำพูดของคีย์ เช่น outcome = "..."
odd-space = มีอักขระที่มองไม่เห็น { $character } อยู่นอกเครื่องหมายคำพูด
    .label = ติดมาจากการคัดลอก
    .help = ลบแล้วพิมพ์วรรคธรรมดา{ mended-line }
odd-line-end = ท้ายบรรทัดใช้ { $character } ไม่ใช่การขึ้นบรรทัดใหม่ตามปกติ
    .label = ขึ้นบรรทัดใหม่แบบของ Word หรือเครื่อง Mac รุ่นเก่า ทั้งแฟ้ม
    .help = เปิดด้วยโปรแกรมแก้ไขข้อความ เช่น Notepad หรือ VS Code ขึ้นบรรทัดใหม่ด้วยปุ่ม Enter หรือบันทึกใหม่โดยเลือกท้ายบรรทัดเป็น CRLF หรือ LF

## Keys and their types
unknown-key = ไม่รู้จักคีย์ “{ $key }”
    .label = ไม่มีคีย์นี้ในส่วนนี้
    .help = { $place ->
        [none] { $nearest ->
            [none] คีย์ของส่วนนี้มี: { $known } ถ้าไม่ใช้ ให้ลบบรรทัดนี้
           *[other] ต้องการเขียน “{ $nearest }” ใช่หรือไม่{ mended-line }
        }
       *[other] { $nearest ->
            [none] “{ $key }” เป็นคีย์ของ{ key-place } ย้ายบรรทัดนี้ไปไว้ที่นั่น
           *[other] ต้องการเขียน “{ $nearest }” ซึ่งเป็นคีย์ของ{ key-place } ใช่หรือไม่ ถ้าใช่ ให้ย้ายไปไว้ที่นั่น
        }
    }
key-place = { $place ->
        [top] ส่วนบนสุดของแฟ้ม เหนือบรรทัดแรกที่ขึ้นต้นด้วย [
       *[other] {" "}{ $place }
    }
missing-key = ขาดคีย์ “{ $key }” ซึ่งต้องมี
    .label = ต้องมี “{ $key }” ในส่วนนี้
    .help = เพิ่ม { $key } ตามตัวอย่างในแฟ้มที่คำสั่ง ita-report { $sample } สร้างให้
wrong-type = “{ $key }” ต้องเป็น{ $expected } แต่พบ{ $found }
    .label = ตรงนี้เป็น{ $found }
    .help = แก้ค่าของ { $key } ให้เป็น{ $expected }{ mended-line }
empty-string = “{ $key }” เว้นว่างไว้ไม่ได้
    .label = ว่างอยู่
    .help = กรอกข้อความลงในเครื่องหมายคำพูด
empty-list = “{ $key }” ยังไม่ได้เลือก
    .label = ว่างอยู่
    .help = เลือกอย่างน้อยหนึ่งอย่าง: { $choices } หรือลบบรรทัดนี้ถ้าใช้ค่าปริยาย
unknown-choice = “{ $key }” ไม่มีตัวเลือก “{ $value }”
    .label = เลือกได้: { $choices }
    .help = { $nearest ->
        [none] เลือกอย่างใดอย่างหนึ่ง: { $choices }
       *[other] ต้องการเขียน “{ $nearest }” ใช่หรือไม่
    }
unknown-column = ไม่มีคอลัมน์ “{ $value }” สำหรับ “{ $key }”
    .label = มาตรการทุกข้อไม่มี extra ชื่อนี้
    .help = { $nearest ->
        [none] เลือกจาก: { $choices } หรือเพิ่มคอลัมน์ของหน่วยงานเองในมาตรการ: extra = {"{"} "{ $value }" = "..." {"}"}
       *[other] ต้องการเขียน “{ $nearest }” ใช่หรือไม่
    }
repeated-column = คอลัมน์ “{ $name }” ซ้ำกัน
    .label = มีคอลัมน์นี้แล้ว
    .help = ลบรายการที่ซ้ำออก
columns-many = “{ $key }” มีคอลัมน์มากเกินไป
    .label = ตารางมีได้ไม่เกิน { $most } คอลัมน์
    .help = { $orientation ->
        [portrait] ตัดคอลัมน์ออกให้เหลือไม่เกิน { $most } คอลัมน์ ถ้าใช้ orientation = "landscape" จะมีได้มากกว่านี้
       *[landscape] ตัดคอลัมน์ออกให้เหลือไม่เกิน { $most } คอลัมน์
    }
key-in-extra = “{ $key }” ใน extra เป็นคีย์ของมาตรการเอง
    .label = เป็นคอลัมน์ของหน่วยงานเองไม่ได้
    .help = ย้ายบรรทัดนี้ไปไว้ที่มาตรการ คือเหนือ [measures.extra] หรือนอกวงเล็บปีกกา

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
    .label = ตัวชี้วัดของปี { $years } คือ { $numbers }
    .help = ใช้หมายเลขตัวชี้วัด: { $numbers }
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
control-character = “{ $key }” มีอักขระควบคุม { $characters }
    .label = พิมพ์ลงหน้ากระดาษไม่ได้
    .help = ลบอักขระนี้
private-use = “{ $key }” มี{ $symbol ->
        [none] รหัสส่วนตัวของฟอนต์เก่า
        [bullet] จุดนำหัวข้อ (bullet) จากฟอนต์สัญลักษณ์ของ Word
        [tick] เครื่องหมายถูกจากฟอนต์สัญลักษณ์ของ Word
        [cross] เครื่องหมายกากบาทจากฟอนต์สัญลักษณ์ของ Word
        [box] ช่องสี่เหลี่ยมจากฟอนต์สัญลักษณ์ของ Word
        [arrow] ลูกศรจากฟอนต์สัญลักษณ์ของ Word
       *[other] สัญลักษณ์จากฟอนต์สัญลักษณ์ของ Word
    } { $characters }
    .label = เครื่องอื่นและโปรแกรมค้นหาอ่านไม่ออก
    .help = { $symbol ->
        [none] { $meant ->
            [none] พิมพ์ตรงนี้ใหม่
           *[other] พิมพ์ใหม่เป็น “{ $meant }”
        }
        [bullet] ลบออก ถ้ามีหลายข้อในข้อความเดียว ให้ขึ้นต้นแต่ละข้อด้วย “- ”
        [tick] ลบออก หรือเขียนเป็นคำ เช่น “มี” หรือ “ดำเนินการแล้ว”
        [cross] ลบออก หรือเขียนเป็นคำ เช่น “ไม่มี” หรือ “ยังไม่ดำเนินการ”
        [box] ลบออก หรือพิมพ์เป็น “( )”
        [arrow] ลบออก หรือเขียนเป็นคำ เช่น “แล้ว” หรือ “ไปยัง”
       *[other] ลบออก หรือพิมพ์เครื่องหมายที่เห็นใน Word แทน
    }
link-scheme = “{ $value }” ไม่ใช่ลิงก์เต็ม
    .label = ลิงก์ต้องขึ้นต้นด้วย https:// http:// หรือ mailto:
    .help = { $right ->
        [none] เขียนลิงก์เต็ม เช่น "https://example.go.th/ita/o34"
       *[other] เขียนเป็น "{ $right }"
    }
link-file = “{ $value }” เป็นชื่อแฟ้ม ไม่ใช่ลิงก์
    .label = ผู้อื่นเปิดแฟ้มนี้ไม่ได้
    .help = เผยแพร่แฟ้มบนเว็บไซต์ของหน่วยงาน เปิดดูที่นั่น แล้วคัดลอกลิงก์จากเบราว์เซอร์มาใส่ เช่น "https://example.go.th/ita/o34.pdf"
link-spaces = ลิงก์มีช่องว่างอยู่ข้างใน
    .label = “{ $value }”
    .help = { $right ->
        [none] ลิงก์มีช่องว่างไม่ได้ คัดลอกจากเบราว์เซอร์มาใหม่
       *[other] เขียนเป็น "{ $right }"
    }
link-domain = { $domain ->
        [none] ลิงก์ไม่มีชื่อเว็บไซต์
       *[other] “{ $domain }” ในลิงก์ไม่ใช่ชื่อเว็บไซต์ที่ใช้ได้
    }
    .label = { $domain ->
        [none] หลัง :// หรือ mailto: ต้องมีชื่อเว็บไซต์หรืออีเมล
       *[other] เปิดไม่ได้
    }
    .help = { $right ->
        [none] คัดลอกลิงก์ทั้งหมดจากเบราว์เซอร์ เช่น "https://example.go.th/ita/o34"
       *[other] เขียนเป็น "{ $right }"
    }
link-without-code = ลิงก์นี้ไม่มีคิวอาร์โค้ด เพราะที่อยู่ยาว { $length } ตัวอักษร
    .label = คิวอาร์โค้ดรับได้ไม่เกิน { $most } ตัวอักษร
    .help = ใช้ที่อยู่ที่สั้นกว่านี้ เช่น ที่อยู่ของหน้าที่มีลิงก์ไปถึง ส่วนตัวลิงก์ยังเปิดได้

text-long = { $what ->
        [link] ที่อยู่ใน “{ $key }” ยาว { $length } ตัวอักษร
       *[text] “{ $key }” ยาว { $length } ตัวอักษร
    }
    .label = ได้ไม่เกิน { $most }
    .help = { $what ->
        [name] เขียนเฉพาะชื่อ
        [link] ใช้ที่อยู่ที่สั้นกว่านี้ เช่น ที่อยู่ของหน้าที่มีลิงก์ไปถึง
       *[text] ย่อให้สั้นลง หรือแบ่งเป็นหลายข้อความถ้าคีย์นี้รับเป็นรายการได้
    }
text-lines = “{ $key }” มี { $count } บรรทัด
    .label = บรรทัดถัดไปเกินจำนวน
    .help = ได้ไม่เกิน { $most } บรรทัด แบ่งเป็นหลายข้อความถ้าคีย์นี้รับเป็นรายการได้
report-long = { $what ->
        [texts] รายงานมี { $count } รายการข้อความ
       *[characters] รายงานยาว { $count } ตัวอักษร
    }
    .label = เกินตั้งแต่ตรงนี้ไป
    .help = { $what ->
        [texts] ได้ไม่เกิน { $most } รายการ (ขั้นตอน ผล คำบรรยายภาพ ชื่อ) แบ่งรายงานเป็นหลายแฟ้ม
       *[characters] ได้ไม่เกิน { $most } ตัวอักษร หรือราวหนึ่งพันหน้า แบ่งรายงานเป็นหลายแฟ้ม
    }

## Files
file-absolute = “{ $path }” เป็นที่อยู่แฟ้มแบบเต็ม
    .label = ต้องเป็นแฟ้มในโฟลเดอร์ของแฟ้มรายงาน
    .help = คัดลอกมาไว้ข้างแฟ้มรายงาน แล้วเขียนเฉพาะชื่อ{ $name ->
        [none] {""}
       *[other] {" "}"{ $name }"
    }
file-outside = “{ $path }” อยู่นอกโฟลเดอร์ของแฟ้มรายงาน
    .label = ออกไปนอกโฟลเดอร์ไม่ได้
    .help = คัดลอกมาไว้ข้างแฟ้มรายงาน แล้วเขียนเฉพาะชื่อ{ $name ->
        [none] {""}
       *[other] {" "}"{ $name }"
    }
file-missing = ไม่พบ “{ $path }”
    .label = ไม่มีแฟ้มนี้ข้างแฟ้มรายงาน
    .help = { $nearest ->
        [none] ตรวจชื่อแฟ้ม ตัวพิมพ์เล็กใหญ่ และนามสกุล คั่นโฟลเดอร์ด้วย /
       *[other] { $how ->
            [same] มี "{ $nearest }" ซึ่งดูเหมือนกันแต่เก็บอักขระคนละแบบ เปลี่ยนชื่อแฟ้มให้มีแต่ตัวอักษรอังกฤษและตัวเลข แล้วเขียนชื่อนั้นที่นี่
           *[other] หมายถึง "{ $nearest }" ใช่หรือไม่
        }
    }
file-control = “{ $path }” มีเครื่องหมาย \ ซึ่งในที่นี้กลายเป็นอักขระควบคุม
    .label = คั่นโฟลเดอร์ด้วย \ ไม่ได้
    .help = เขียนเป็น "{ $right }" คั่นโฟลเดอร์ด้วย /
file-backslash = “{ $path }” คั่นโฟลเดอร์ด้วย \
    .label = ใช้ได้เฉพาะบน Windows
    .help = เขียนเป็น "{ $right }" คั่นโฟลเดอร์ด้วย /
file-kind = “{ $path }” { $kind ->
        [none] ไม่ใช่ภาพ PNG, JPEG, SVG หรือ WebP
       *[other] เป็นแฟ้มชนิด { $kind } ไม่ใช่ภาพ PNG, JPEG, SVG หรือ WebP
    }
    .label = ใช้แฟ้มชนิดนี้ไม่ได้
    .help = { $way ->
        [telephone] ส่งออกภาพเป็น JPEG ถ้าถ่ายด้วย iPhone ให้ตั้งค่าที่ การตั้งค่า > กล้อง > รูปแบบ > เข้ากันได้มากที่สุด สำหรับภาพที่จะถ่ายต่อไป
        [picture] เปิดในโปรแกรมดูภาพ แล้วบันทึกเป็น PNG หรือ JPEG
        [document] บันทึกหน้าหรือภาพในเอกสารเป็น PNG หรือ JPEG ถ้าเป็นเอกสารหลักฐาน ให้เผยแพร่บนเว็บไซต์แล้วใส่ลิงก์ใน [[evidence]]
        [page] แฟ้มนี้เป็นหน้าเว็บที่บันทึกมาแทนภาพ เปิดภาพในเบราว์เซอร์แล้วบันทึกเฉพาะตัวภาพ
        [film] จับภาพนิ่งจากวิดีโอ แล้วบันทึกเป็น JPEG
       *[none] บันทึกภาพใหม่เป็น PNG, JPEG, SVG หรือ WebP การเปลี่ยนนามสกุลแฟ้มไม่ทำให้ชนิดของแฟ้มเปลี่ยน
    }
file-empty = “{ $path }” { $what ->
        [zeros] มีแต่ศูนย์ ไม่มีภาพอยู่ข้างใน
       *[empty] เป็นแฟ้มว่าง
    }
    .label = ไม่มีภาพในแฟ้มนี้
    .help = ถ้าเก็บไว้บนคลาวด์ เช่น OneDrive ให้เปิดแฟ้มนี้หนึ่งครั้งเพื่อดาวน์โหลดลงเครื่อง ถ้าไม่ใช่ ให้คัดลอกจากต้นฉบับมาใหม่
file-broken = เปิดภาพ “{ $path }” ไม่ได้: { $reason }
    .label = แฟ้มภาพเสีย
    .help = คัดลอกหรือบันทึกภาพใหม่จากต้นฉบับ
file-ends-early = ภาพ “{ $path }” มาไม่ครบ แฟ้มจบก่อนถึงท้ายภาพ
    .label = แฟ้มภาพขาดตอนท้าย
    .help = คัดลอกหรือส่งภาพมาใหม่จากต้นฉบับให้ครบทั้งแฟ้ม
file-linked = ภาพวาด “{ $path }” อ้างถึงแฟ้มอื่น: { $link }
    .label = ส่วนที่อยู่ในแฟ้มอื่นจะไม่ปรากฏ
    .help = เปิดภาพในโปรแกรมวาดภาพ ฝังส่วนที่อ้างถึงไว้ในแฟ้มเดียวกัน แล้วบันทึกใหม่
file-too-large = “{ $path }” ใหญ่เกินไป
    .label = ไม่เกิน 50 MiB และถ้าเป็นภาพไม่เกิน 100 ล้านจุดภาพ ด้านละไม่เกิน 30,000 จุด
    .help = ย่อภาพหรือแฟ้มก่อนนำมาใช้
drawing-complex = ภาพวาด “{ $path }” { $excess ->
        [nesting] มีส่วนซ้อนกันหลายชั้นเกินไป
        [references] มีส่วนที่อ้างต่อกันหลายทอดเกินไป
        [effect] มีเอฟเฟกต์ <{ $element }> ซึ่งใช้เวลาวาดนานเกินไป
        [effects] มีเอฟเฟกต์ เช่น ภาพเบลอหรือเงา มากเกินไปหรือกว้างเกินไป
        [text] มีตัวอักษรมากเกินไป
        [rules] มีกฎจัดรูปแบบมากเกินไปเมื่อเทียบกับจำนวนส่วนประกอบ
       *[size] มีส่วนประกอบมากเกินไป
    }
    .label = วาดให้เสร็จในเวลาอันสมควรไม่ได้
    .help = { $excess ->
        [effect] ลบเอฟเฟกต์นี้ หรือบันทึกภาพเป็น PNG
        [effects] ลบเอฟเฟกต์ลงบางส่วน หรือบันทึกภาพเป็น PNG
        [text] ย่อข้อความให้สั้นลง หรือบันทึกภาพเป็น PNG
       *[other] ทำภาพให้ง่ายลง หรือบันทึกเป็น PNG
    }
drawing-thin = ภาพวาด “{ $path }” บางจนมองไม่เห็นบนหน้ากระดาษ
    .label = ด้านยาวเกิน 1,000 เท่าของด้านสั้น
    .help = กำหนดความกว้างและความสูงของภาพวาดให้พอดีกับเนื้อภาพ หรือบันทึกเป็น PNG
file-unreadable = อ่าน “{ $path }” ไม่ได้: { $reason }
    .label = อ่านแฟ้มนี้ไม่ได้
    .help = ตรวจว่ามีสิทธิ์อ่านแฟ้ม และไม่ได้เปิดอยู่ในโปรแกรมอื่น
not-a-file = “{ $path }” { $what ->
        [folder] เป็นโฟลเดอร์ ไม่ใช่แฟ้ม
       *[device] ไม่ใช่แฟ้ม
    }
    .label = ต้องเป็นแฟ้ม
    .help = { $example ->
        [none] เขียนชื่อแฟ้มที่อยู่ในโฟลเดอร์ของแฟ้มรายงาน
       *[other] เขียนชื่อแฟ้มที่อยู่ข้างใน เช่น "{ $example }"
    }
not-a-folder = “{ $path }” ไม่ใช่โฟลเดอร์
    .label = ต้องเป็นโฟลเดอร์
    .help = เขียนชื่อโฟลเดอร์ที่เก็บแฟ้มฟอนต์

## Rules files that a report names
not-rules = “{ $path }” เป็นแฟ้มรายงาน ไม่ใช่แฟ้มหลักเกณฑ์
    .label = ต้องเป็นแฟ้มหลักเกณฑ์
    .help = สร้างแฟ้มหลักเกณฑ์ตั้งต้นได้ด้วย ita-report rules ปี -o ชื่อแฟ้ม
rules-years-twice = ใช้ year พร้อมกับ from และ to ไม่ได้
    .label = ลบบรรทัดนี้
    .help = ถ้าใช้ปีเดียวให้เขียน year ถ้าหลายปีให้เขียน from และ to
rules-years = หลักเกณฑ์สิ้นสุด ({ $to }) ก่อนเริ่ม ({ $from })
    .label = จาก { $from } ถึง { $to }
    .help = สลับค่า from กับ to หรือเขียน year ปีเดียว
rules-overlap = “{ $path }” มีหลักเกณฑ์ของปี { $years } ซึ่งแฟ้มก่อนหน้าก็มี
    .label = ปีเดียวกันมีสองแฟ้ม
    .help = ลบแฟ้มหนึ่งออกจาก rules หรือแก้ปีในแฟ้ม
instrument-name = เครื่องมือใช้ชื่อ “{ $value }” ไม่ได้
    .label = ใช้อักษรละตินและตัวเลขไม่เกินสิบตัว ขึ้นต้นด้วยอักษร และไม่ใช่ ITA
    .help = เขียนชื่อย่อตามประกาศ เช่น IIT, EIT หรือ OIT
weight-range = { $value } ไม่ใช่น้ำหนัก
    .label = ต้องเป็นจำนวนเต็ม 1 ถึง 100
    .help = เขียนน้ำหนักของเครื่องมือเป็นร้อยละ
weights-sum = น้ำหนักรวมกันได้ร้อยละ { $sum }
    .label = ต้องรวมกันได้ 100
    .help = ตรวจน้ำหนักกับคู่มือการประเมินของปีนั้น
repeated-name = ใช้ชื่อ “{ $name }” ซ้ำกัน
    .label = ชื่อที่ซ้ำ
    .help = ตั้งชื่อตัวชี้วัดและระดับไม่ให้ซ้ำกัน
levels-order = ระดับ “{ $name }” อยู่ผิดลำดับ
    .label = ระดับที่อยู่ก่อนหน้าต้องการคะแนนน้อยกว่าหรือเท่ากัน
    .help = เรียงระดับจากดีที่สุดไปต่ำที่สุด
levels-passed = ระดับ “{ $name }” นับว่าผ่าน แต่ระดับที่ดีกว่าซึ่งอยู่ก่อนหน้าไม่ผ่าน
    .label = มี passed = true
    .help = แก้ passed ที่นี่หรือในระดับก่อนหน้า
levels-end = ยังมีคะแนนที่ไม่อยู่ในระดับใด
    .label = ระดับสุดท้ายต้องเริ่มที่ 0
    .help = ระดับสุดท้ายเขียน total = 0 และไม่มี instrument หรือเพิ่มระดับต่อท้าย
indicator-range = { $value } เป็นหมายเลขตัวชี้วัดไม่ได้
    .label = ต้องเป็นจำนวนเต็ม 1 ถึง 99
    .help = เขียนหมายเลขตามประกาศ
repeated-indicator = มีตัวชี้วัดที่ { $number } สองตัว
    .label = ตัวที่สอง
    .help = ให้ตัวชี้วัดแต่ละตัวมีหมายเลขของตนเอง
unknown-instrument = เครื่องมือ “{ $value }” ไม่มีน้ำหนัก
    .label = ที่มีน้ำหนักคือ { $known }
    .help = { $nearest ->
        [none] เลือกจาก { $known } หรือเพิ่ม { $value } ใน [weights]
       *[other] ต้องการเขียน { $nearest } ใช่หรือไม่ ถ้าไม่ใช่ ให้เพิ่ม { $value } ใน [weights]
    }
instrument-without-indicator = เครื่องมือ { $instrument } ไม่มีตัวชี้วัด
    .label = ไม่มีตัวชี้วัดใดเขียน instrument = "{ $instrument }"
    .help = เพิ่มตัวชี้วัดของเครื่องมือนี้ หรือลบ { $instrument } จาก [weights]

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

## Warnings about the file
rules-year = ไม่มีหลักเกณฑ์ ITA ของปีงบประมาณ { $year } จึงใช้ของปี { $years }
    .label = ใช้หลักเกณฑ์ของปี { $years }
    .help = ตรวจระดับผลการประเมินกับประกาศ ถ้าไม่ตรงให้ระบุ level ใน [scores.{ $year }] { $own ->
        [none] เมื่อรู้หลักเกณฑ์ของปีนั้นแล้ว สร้างแฟ้มด้วย ita-report rules { $year } -o ita-{ $year }.toml แก้ให้ตรงกับคู่มือ แล้วเขียน rules = "ita-{ $year }.toml" ในแฟ้มนี้
       *[other] แฟ้มที่ระบุใน rules เป็นของปี { $own } ถ้าปีในแฟ้มผิดให้แก้ ถ้าไม่ผิดให้เพิ่มแฟ้มของปี { $year } ซึ่งสร้างได้ด้วย ita-report rules { $year } -o ita-{ $year }.toml
    }

## Rules of `check`, see src/check/rules/. `topic` names what a score belongs to. `.label` is shown at the place of the
## finding, the other parts at the places that are evidence for it.
topic = { $topic ->
        [total] คะแนนรวม
        [other] ตัวชี้วัดที่ { $topic }
       *[instrument] คะแนน { $topic }
    }
no-glyph = “{ $key }” มีอักขระที่ไม่มีในฟอนต์: { $characters }
    .label = ไม่มีในฟอนต์ “{ $family }”
    .help = { $instead ->
        [arrow] เขียนเป็นคำแทนลูกศร เช่น “เป็น” หรือ “ไปยัง”
        [mean] เขียนว่า “ค่าเฉลี่ย” แทน
       *[none] { $count ->
            [1] ลบอักขระนี้ หรือใช้อักขระอื่นแทน
           *[other] ลบอักขระทั้ง { $count } ตัวนี้ หรือใช้อักขระอื่นแทน
        }
    }
unknown-rule = ไม่มีกฎชื่อ “{ $value }”
    .label = ไม่มีรหัสนี้
    .help = { $nearest ->
        [none] ดูรหัสทั้งหมดใน docs/rules.md ข้อผิดพลาดของแฟ้มอนุญาตไม่ได้
       *[other] ต้องการเขียน “{ $nearest }” ใช่หรือไม่
    }
total-mean = คะแนนรวมปี { $year } คือ { $total } แต่ค่าเฉลี่ยถ่วงน้ำหนักของคะแนนรายตัวชี้วัดคือ { $mean } ต่างกัน { $difference } เกินกว่าการปัดเศษ
    .label = การปัดเศษอธิบายได้{ $side ->
        [most] ไม่เกิน
       *[least] ไม่ต่ำกว่า
    } { $bound }
    .mean = เฉลี่ยถ่วงน้ำหนักได้ { $mean }
    .help = เทียบคะแนนกับประกาศผล คะแนนรวมที่ประกาศคำนวณจากคะแนนรายข้อที่ไม่ได้เผยแพร่ จึงอาจต่างไปได้ ถ้าตรงตามประกาศแล้ว ให้ใส่ allow = ["total-mean"] ใน [check]
stated-level = { $level ->
        [none] “{ $stated }” ไม่ใช่ระดับผลการประเมินของปี { $year }
        [lower] ระบุระดับปี { $year } ว่า “{ $stated }” แต่คะแนนไม่ถึงระดับนั้นตามหลักเกณฑ์
       *[other] ระบุระดับปี { $year } ว่า “{ $stated }” แต่ตามหลักเกณฑ์คือ “{ $level }”
    }
    .label = { $level ->
        [none] ไม่มีระดับนี้ในหลักเกณฑ์ของปีนั้น
        [lower] คะแนนไม่ถึงระดับนี้
       *[other] ตามคะแนนควรเป็น “{ $level }”
    }
    .total = คะแนนรวม { $total }
    .help = ลบ level ออกเพื่อให้โปรแกรมหาระดับเอง หรือถ้าเป็นระดับที่ประกาศจริง ให้ระบุ instruments ด้วย
weighted-instrument = คะแนน { $instrument } ปี { $year } ({ $written }) เป็นคะแนนที่คูณน้ำหนัก { $weight } แล้ว ไม่ใช่คะแนนเต็ม 100
    .label = เต็ม 100 คือ { $right }
    .help = แก้เป็น { $right } ซึ่งได้จาก { $written } ÷ { $weight } × 100
missing-scores = { $missing ->
        [none] ไม่มีผลการประเมินปี { $year }
       *[other] ปี { $year } ขาดคะแนนตัวชี้วัดที่ { $missing }
    }
    .label = { $missing ->
        [none] ไม่มี [scores.{ $year }]
       *[other] ไม่มีตัวชี้วัดที่ { $missing }
    }
    .help = { $missing ->
        [none] เพิ่ม [scores.{ $year }] ตามประกาศผล
       *[other] เพิ่มคะแนนที่ขาดตามประกาศผล
    }
unexplained-change = ตัวชี้วัดที่ { $indicator } { $name } { $direction ->
        [rise] เพิ่มขึ้น
       *[fall] ลดลง
    } { $difference } คะแนน แต่ไม่มีคำอธิบายในรายงาน
    .label = เปลี่ยนไปเกิน 20 คะแนน
    .previous = คะแนนปีก่อน
    .help = ตรวจว่าคะแนนถูกต้อง แล้วเขียนสาเหตุไว้ในผลลัพธ์ของมาตรการ ในปัญหาอุปสรรค หรือในข้อเสนอแนะ
score-in-prose = เขียนคะแนนว่า { $written } แต่{ topic } ปี { $year } ได้ { $score }
    .label = ที่ถูกคือ { $right }
    .score = คะแนนที่ประกาศ
    .help = แก้เป็น { $right }
difference-in-prose = เขียนผลต่างว่า { $written } แต่{ topic } ต่างจากปีก่อน { $difference }
    .label = ที่ถูกคือ { $right }
    .score = คะแนนปีนี้
    .help = แก้เป็น { $right } หรือลบออก เพราะมาตรการที่ระบุ target มีผลต่างให้เอง
direction-in-prose = { $kind ->
        [rise] เขียนว่าเพิ่มขึ้น แต่{ topic } ลดลง ({ $difference })
        [fall] เขียนว่าลดลง แต่{ topic } เพิ่มขึ้น ({ $difference })
        [minus] { $written } มีเครื่องหมายลบ แต่{ topic } เพิ่มขึ้น ({ $difference })
        [twice] เขียนทั้ง “ลดลง” และเครื่องหมายลบ ({ $written })
       *[sign] ผลต่าง { $written } ขาดเครื่องหมายลบ { topic } ลดลงจากปีก่อน ({ $difference })
    }
    .label = { $kind ->
        [rise] ที่จริงลดลง
        [fall] ที่จริงเพิ่มขึ้น
        [twice] ลบซ้อนกัน
       *[sign] ที่ถูกคือ { $difference }
    }
    .score = คะแนนปีนี้
    .help = { $kind ->
        [rise] แก้เป็น “ลดลง”
        [fall] แก้เป็น “เพิ่มขึ้น”
        [minus] ลบเครื่องหมายลบออก
        [twice] ใช้อย่างใดอย่างหนึ่ง คือ “ลดลง” หรือเครื่องหมายลบ
       *[sign] เขียนว่า “ลดลง { $unsigned } คะแนน” หรือ “-{ $unsigned }”
    }
uneven-decimals = เขียนคะแนน { $written } ไม่มีทศนิยมสองตำแหน่ง ทั้งที่คะแนนอื่นในรายการมี
    .label = ควรเป็น { $right }
    .finer = คะแนนนี้มีทศนิยมสองตำแหน่ง
    .help = เขียนเป็น { $right }
decimal-comma = “{ $written }” ใช้จุลภาคแทนจุดทศนิยม
    .label = ที่ถูกคือ { $right }
    .help = แก้เป็น { $right }
level-of-indicator = เรียก{ topic } ว่า “{ $level }” แต่ระดับเป็นของผลการประเมินทั้งหมด
    .label = ตัวชี้วัดเดียวไม่มีระดับ
    .score = มีแต่คะแนน
    .help = ลบ “{ $level }” ออก
level-in-prose = เขียนระดับว่า “{ $written }” แต่ปี { $year } อยู่ในระดับ “{ $level }”
    .label = ที่ถูกคือ “{ $level }”
    .level = ระดับมาจากตรงนี้
    .help = แก้เป็น “{ $level }” หรือใช้ {"{"}level{"}"} กับ {"{"}previous_level{"}"}
stale-year = ปี { $written } ไม่ใช่ปีของรายงาน ({ $year }) หรือปีก่อน ({ $previous })
    .label = ค้างมาจากรายงานเดิมหรือไม่
    .year = ปีของรายงาน
    .help = เขียน {"{"}year{"}"} หรือ {"{"}previous_year{"}"} แทนตัวเลขปี
period-outside = ระยะเวลามี { $month } ซึ่งอยู่นอกปีงบประมาณ ({ $from } - { $to })
    .label = { $month } อยู่นอกปีงบประมาณ
    .year = ปีงบประมาณของรายงาน
    .help = แก้เดือนหรือปี หรือลบ period ออก โปรแกรมจะใส่ { $from } - { $to } ให้
impossible-date = ไม่มีวันที่ “{ $written }” ในปฏิทิน
    .label = { $month } มี { $last } วัน
    .help = ตรวจกับเอกสารว่าเป็นวันใดหรือเดือนใด แล้วแก้
agency-name = “{ $written }” สะกดไม่ตรงกับชื่อหน่วยงาน “{ $right }”
    .label = ที่ถูกคือ “{ $right }”
    .right = ชื่อหน่วยงาน
    .help = แก้เป็น “{ $right }” หรือใช้ {"{"}agency{"}"} กับ {"{"}short_name{"}"}
indicator-name = “{ $written }” สะกดไม่ตรงกับชื่อตัวชี้วัดที่ { $indicator } “{ $right }”
    .label = ที่ถูกคือ “{ $right }”
    .help = แก้เป็น “{ $right }”
office-name = { $kind ->
        [usual] “{ $written }” สะกดไม่ตรงกับชื่อส่วนราชการ “{ $right }”
       *[used] “{ $written }” สะกดไม่ตรงกับ “{ $right }” ที่ใช้ในที่อื่น
    }
    .label = ต้องการเขียน “{ $right }” หรือไม่
    .right = เขียนว่า “{ $right }”
    .help = แก้เป็น “{ $right }” ถ้าเป็นคนละหน่วยงาน ให้ใส่ allow = ["office-name"] ใน [check]
place-outside = ไม่มี{ $kind } “{ $written }” ใน “{ $inside }” แต่มีใน “{ $elsewhere }”
    .label = ไม่ได้อยู่ใน “{ $inside }”
    .help = ตรวจว่าเป็น{ $kind }ใด แล้วแก้ชื่อนี้ หรือแก้ “{ $inside }”
place-name = { $inside ->
        [none] ไม่มี{ $kind } “{ $written }”
       *[other] ไม่มี{ $kind } “{ $written }” ใน “{ $inside }”
    }
    .label = น่าจะเป็น “{ $right }”
    .help = แก้เป็น “{ $right }” ถ้าชื่อที่เขียนไว้ถูกต้องแล้ว ให้ใส่ allow = ["place-name"] ใน [check]
doubled-word = คำว่า “{ $word }” ซ้ำกัน
    .label = ซ้ำ
    .help = ลบออกหนึ่งคำ
split-vowel = { $vowel ->
        [ae] “{ $written }” พิมพ์ เ สองตัวแทน แ
        [twice] “{ $written }” มีสระเกินมากับ ำ
        [aa] “{ $written }” พิมพ์ ๅ แทน า
        [long] “{ $written }” พิมพ์ ำ แทน า
       *[am] “{ $written }” พิมพ์ ํ กับ า แทน ำ
    }
    .label = ที่ถูกคือ “{ $right }”
    .help = แก้เป็น “{ $right }”
mark-order = { $kind ->
        [twice] “{ $written }” มีสระหรือวรรณยุกต์ซ้ำ
       *[order] “{ $written }” มีสระหรือวรรณยุกต์ผิดลำดับ
    }
    .label = ที่ถูกคือ “{ $right }”
    .help = ลบแล้วพิมพ์ใหม่เป็น “{ $right }”
mark-without-base = { $kind ->
        [mark] สระหรือวรรณยุกต์ใน “{ $written }” ไม่มีพยัญชนะรองรับ
       *[vowel] สระ “{ $written }” ไม่มีพยัญชนะตาม
    }
    .label = ลอยอยู่
    .help = { $right ->
        [none] ลบออก หรือพิมพ์คำนี้ใหม่
       *[other] แก้เป็น “{ $right }”
    }
space-before-mark = มีช่องว่างเกินใน “{ $written }”
    .label = ไม่ควรมีช่องว่าง
    .help = เขียนติดกันเป็น “{ $right }”
maiyamok-spacing = “{ $written }” ไม่เว้นวรรค{ $side ->
        [before] หน้า
        [after] หลัง
       *[both] หน้าและหลัง
    }ไม้ยมก
    .label = เว้นวรรค{ $side ->
        [before] หน้า
        [after] หลัง
       *[both] หน้าและหลัง
    } ๆ
    .help = เขียนเป็น “{ $right }” และเว้นวรรคก่อนคำต่อไป
double-space = เว้นวรรคเกินใน “{ $written }”{ $count ->
        [1] {""}
       *[other] {" "}และที่อื่นในข้อความนี้ รวม { $count } แห่ง
    }
    .label = เว้นวรรคเพียงครั้งเดียว
    .help = เว้นวรรคครั้งเดียว
mixed-digits = จำนวน “{ $written }” มีเลขไทยกับเลขอารบิกปนกัน
    .label = อ่านได้ว่า { $right }
    .help = ตรวจว่าเป็น { $right } จริง แล้วพิมพ์ด้วยเลขแบบเดียว
other-digits = “{ $written }” เป็นเลขไทย แต่เอกสารใช้เลขอารบิก (numerals = "arabic")
    .label = เลขอารบิกคือ { $right }
    .help = แก้เลขไทยในข้อความนี้เป็นเลขอารบิก ({ $count } แห่ง) หรือระบุ numerals = "thai" ใน [layout]
one-sided-dash = ขีด { $written } เว้นวรรคข้างเดียว
    .label = เว้นวรรคข้างเดียว
    .help = เว้นวรรคทั้งสองข้าง หรือไม่เว้นเลย
pasted-numbering = ข้อนี้ขึ้นต้นด้วย “{ $written }” ทั้งที่โปรแกรมใส่{ $style ->
        [dash] ขีด
       *[numbered] ลำดับ
    }ให้แล้ว
    .label = จะซ้ำกัน
    .help = ลบ “{ $written }” ออก
unbalanced-pair = เครื่องหมาย { $written } ไม่มีคู่
    .label = ไม่มีคู่
    .help = เติมเครื่องหมายที่ขาด หรือลบตัวนี้
sample-value = “{ $key }” ยังเป็นตัวอย่างที่โปรแกรมเขียนไว้
    .label = { $kind ->
        [scores] คะแนนสมมุติ
       *[other] ข้อความสมมุติ
    }
    .help = { $kind ->
        [marked] เขียนของหน่วยงานแทน ถ้าใช้ข้อความนี้ได้เลย ให้ลบคำว่า “ตัวอย่าง:” ออก
        [scores] ใส่คะแนนที่ประกาศของหน่วยงาน ถ้ายังไม่มีผลของปีนั้น ให้ลบตาราง [scores] ของปีนั้น
       *[text] เขียนของหน่วยงานแทน ถ้าไม่มี ให้ลบออก
    }
unfilled-value = “{ $key }” ยังไม่ได้กรอก: { $written }
    .label = ต้องมีข้อมูลจริง
    .help = { $kind ->
        [name] กรอกข้อมูลจริง หรือลบทั้งบรรทัด ที่ไม่ระบุในเอกสารจะเว้นไว้ให้เขียนด้วยมือ
       *[text] กรอกข้อมูลจริง หรือลบออก
    } ถ้าจะพิมพ์ร่างไว้ตรวจก่อน ใช้ ita-report render --draft
steps-without-results = มาตรการที่ { $measure } มี { $steps } ขั้นตอน แต่มีผลการดำเนินการ { $results } ข้อ
    .label = { $results ->
        [0] ไม่มีผลการดำเนินการ
       *[other] มีผล { $results } ข้อ
    }
    .step = ข้อนี้น่าจะยังไม่มีผล
    .help = รายงานผลของทุกขั้นตอน ขั้นตอนที่ไม่ได้ทำก็ให้บอกว่าไม่ได้ทำ
no-steps = มาตรการที่ { $measure } ในแผนไม่มีขั้นตอน
    .label = ไม่มี steps
    .title = มาตรการนี้
    .help = เพิ่ม steps = ["...", "..."] ว่าจะดำเนินการอย่างไร
no-monitoring = มาตรการที่ { $measure } ในแผนไม่มีการกำกับติดตาม
    .label = ไม่มี monitoring
    .title = มาตรการนี้
    .help = เพิ่ม monitoring = "รายงานผลต่อผู้บริหารทุกไตรมาส" หรือวิธีกำกับติดตามของหน่วยงาน
repeated-result = ผลการดำเนินการของมาตรการที่ { $measure } { $likeness ->
        [own] เขียนซ้ำกันสองข้อ
        [same] เหมือน{ $part ->
            [step] ขั้นตอน
           *[result] ผล
        }ของมาตรการที่ { $other }
       *[nearly] เกือบเหมือนผลของมาตรการที่ { $other }
    }
    .label = { $likeness ->
        [own] ซ้ำ
       *[other] ลอกมาหรือไม่
    }
    .first = ข้อความเดิม
    .help = { $likeness ->
        [own] ลบออกหนึ่งข้อ หรือเขียนผลของอีกขั้นตอน
       *[other] เขียนผลของมาตรการที่ { $measure } เอง
    }
repeated-outcome = ผลลัพธ์ของมาตรการที่ { $measure } { $likeness ->
        [own] เขียนซ้ำกันสองย่อหน้า
        [same] เหมือนของมาตรการที่ { $other }
       *[nearly] เกือบเหมือนของมาตรการที่ { $other }
    }
    .label = { $likeness ->
        [own] ซ้ำ
       *[other] ลอกมาหรือไม่
    }
    .first = ข้อความเดิม
    .help = { $likeness ->
        [own] ลบออกหนึ่งย่อหน้า
       *[other] เขียนผลลัพธ์ของมาตรการที่ { $measure } เอง
    }
unshown-column = คอลัมน์ “{ $name }” ไม่อยู่ในตารางใด
    .label = ไม่ได้แสดง
    .help = { $named ->
        [yes] เพิ่ม "{ $name }" ใน columns ของ [layout] หรือใน plan_columns สำหรับแผน
       *[no] เขียนใน [layout]: columns = ["title", "steps", "responsible", "period", "results", "outcome", "{ $name }"] หรือระบุใน plan_columns สำหรับแผน
    }
no-responsible = มาตรการที่ { $measure } ไม่มีหน่วยงานผู้รับผิดชอบ
    .label = ไม่มี responsible
    .title = มาตรการนี้
    .help = เพิ่ม responsible = "สำนักปลัด" หรือหน่วยงานที่รับผิดชอบ
no-outcome = มาตรการที่ { $measure } ไม่มีผลลัพธ์
    .label = ไม่มี outcome
    .title = มาตรการนี้
    .help = เพิ่ม outcome = "..." ว่ามาตรการนี้ทำให้เกิดอะไรขึ้น
weak-indicator = ไม่มีมาตรการใดรองรับตัวชี้วัดที่ { $indicators } ซึ่งปี { $year } ได้ต่ำกว่า { $threshold } คะแนน
    .label = { $name } ได้ { $score }
    .help = ระบุ target ในมาตรการที่เกี่ยวข้อง หรือกำหนดเกณฑ์ใหม่ด้วย weak_below ใน [text]
evidence-without-url = เอกสารหลักฐานไม่มีลิงก์
    .label = ไม่มี url
    .title = เอกสารนี้
    .help = เพิ่ม url = "https://..." ที่เปิดดูเอกสารได้
photo-without-caption = ภาพถ่ายไม่มีคำบรรยาย
    .label = ไม่มี caption
    .file = ภาพนี้
    .help = เพิ่ม caption = "..." ว่าเป็นภาพอะไร
photo-resolution = ภาพถ่ายขนาด { $width } × { $height } จุด ละเอียดไม่พอสำหรับการพิมพ์
    .label = ควรกว้างอย่างน้อย { $least } จุด
    .help = ใช้ภาพต้นฉบับจากกล้อง ไม่ใช่ภาพที่ส่งต่อกันทางโปรแกรมสนทนา
drawing-text-lost = ตัวอักษรในภาพวาด “{ $path }” จะไม่ปรากฏ: { $words }
    .label = มีตัวอักษรที่เก็บเป็น HTML
    .help = ส่งออกใหม่โดยไม่ใช้ HTML ใน draw.io ให้ปิด Text > Formatted Text ของทุกรูป ใน Mermaid ให้ตั้ง htmlLabels เป็น false หรือส่งออกเป็น PNG
drawing-invisible = มองไม่เห็นอะไรเลยในภาพวาด “{ $path }”
    .label = ไม่มีอะไรอยู่ในขอบภาพ
    .help = เปิดในโปรแกรมที่ใช้วาด ตรวจว่าเห็นอะไร แล้วส่งออกใหม่

## The checklist: what the assessment requires a report to contain
checklist = สิ่งที่ OIT ให้รายงานมี
checklist-plan = แฟ้มนี้ยังไม่มีผลการดำเนินการ ผลลัพธ์ และคะแนนของปี จึงตรวจเป็นแผน สิ่งที่ OIT ให้แผนมี
checklist-present = มี
checklist-missing = ขาด
checklist-measures = มาตรการที่ { $measures }
checklist-done = ผลการดำเนินการของแต่ละมาตรการ
checklist-outcome = ผลลัพธ์หรือความสำเร็จของแต่ละมาตรการ
checklist-previous = การนำผลการประเมิน ITA ปีก่อนมาใช้
checklist-steps = ขั้นตอนหรือวิธีการปฏิบัติของแต่ละมาตรการ
checklist-responsible = หน่วยงานผู้รับผิดชอบของแต่ละมาตรการ
checklist-monitoring = การกำกับติดตามของแต่ละมาตรการ
checklist-signed = ผู้ลงนามในแผน ([[signatures]] ที่มี documents = ["plan"])

## Messages of the TOML parser. Each name consists of the first words of the English message.
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
toml-cannot-extend = ชื่อนี้เป็นคีย์ที่มีค่าอยู่แล้ว จึงเป็นหัวตารางไม่ได้
toml-other = รูปแบบไม่ถูกต้องตรงนี้
toml-unexpected-leading = ตัวเลขขึ้นต้นด้วย 0 ไม่ได้

## The command: help texts, errors and progress
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
help-check-fix = แก้สิ่งที่แก้ได้อย่างปลอดภัยลงในแฟ้ม ส่วนอื่นคงเดิม
help-check-diff = แสดงว่า --fix จะแก้อะไร โดยไม่เขียนแฟ้ม
help-render-draft = พิมพ์คำว่า ร่าง ทุกหน้า ยอมให้มีตัวอย่างและที่ยังไม่ได้กรอก
fixed = { $path }: แก้แล้ว { $count } จุด
summary-files = ทั้งหมด { $files } แฟ้ม: มีข้อผิดพลาด { $errors } แฟ้ม มีแต่คำเตือน { $warnings } แฟ้ม ไม่พบอะไร { $clean } แฟ้ม{ $unreadable ->
        [0] {""}
       *[other] {" "}อ่านไม่ได้ { $unreadable } แฟ้ม
    }
fix-stream = แก้ { $path } ไม่ได้ เพราะไม่ใช่แฟ้ม
    .help = ใช้ --diff เพื่อดูสิ่งที่ควรแก้ หรือบันทึกเป็นแฟ้มก่อน
no-reports = ในโฟลเดอร์ { $path } ไม่มีแฟ้มรายงาน
    .help = ระบุแฟ้มรายงาน (.toml) หรือสร้างด้วย ita-report new ชื่อแฟ้ม.toml
is-a-folder = { $path } เป็นโฟลเดอร์
    .help = { $files ->
        [none] ระบุแฟ้มรายงาน (.toml)
       *[other] ระบุแฟ้มรายงาน เช่น ita-report render { $files }
    }
several-to-one = เขียนรายงานหลายแฟ้มลงใน { $path } แฟ้มเดียวไม่ได้
    .help = ระบุโฟลเดอร์ ลงท้ายด้วย / เช่น -o ผลลัพธ์/
several-with-stdin = ใช้ - พร้อมกับแฟ้มอื่นต้องระบุโฟลเดอร์ผลลัพธ์
    .help = ระบุโฟลเดอร์ ลงท้ายด้วย / เช่น -o ผลลัพธ์/
unknown-ending = ไม่รู้จักนามสกุลแฟ้ม .{ $ending }
    .help = ใช้ได้: { $formats } เช่น -o รายงาน.pdf
help-check-strict = ถือว่าคำเตือนเป็นข้อผิดพลาด
help-check-allow = ไม่ตรวจกฎที่มีรหัสนี้ (ใช้ซ้ำได้)
help-check-explain = อธิบายกฎที่มีรหัสนี้
help-render = สร้างเอกสารจากแฟ้มรายงาน
help-render-files = แฟ้มรายงาน
help-render-output = แฟ้มผลลัพธ์ หรือ - สำหรับ standard output (ค่าปริยาย: ชื่อแฟ้มรายงานที่ลงท้าย .pdf)
help-render-document = เอกสาร: { $names } หรือ all ทุกเอกสาร (ค่าปริยาย report)
document-report = รายงาน
document-plan = แผน
document-memo = บันทึกข้อความ
document-summary = สรุปหนึ่งหน้า
help-render-format = รูปแบบ: pdf (ค่าปริยาย), png หรือ svg (หน้าละแฟ้ม) หรือ typst (โฟลเดอร์ที่ Typst จัดหน้าได้)
help-render-profile = ใช้ทำอะไร: web (ค่าปริยาย ภาพ 150 จุดต่อนิ้ว) หรือ print (พิมพ์สองหน้า มีขอบเย็บเล่ม ภาพ 300 จุดต่อนิ้ว)
help-render-templates = โฟลเดอร์แม่แบบที่แก้เอง ใช้แทนแม่แบบในโปรแกรมที่ชื่อเดียวกัน
help-render-time_limit = เวลาที่แม่แบบซึ่งแก้เองใช้ได้ต่อเอกสาร (วินาที ค่าปริยาย 8 รายงานยาวได้มากกว่านี้)
help-render-memory_limit = หน่วยความจำที่แม่แบบซึ่งแก้เองใช้ได้ (MiB ค่าปริยาย 768 รายงานยาวได้มากกว่านี้)
help-templates = เขียนแม่แบบในโปรแกรมออกมาเพื่อแก้
help-templates-folder = โฟลเดอร์ที่จะเขียน
help-render-force = เขียนเอกสารแม้มีข้อผิดพลาด เท่าที่อ่านได้
help-render-allow = ไม่ตรวจกฎที่มีรหัสนี้ (ใช้ซ้ำได้)
help-rules = พิมพ์หรือเขียนหลักเกณฑ์ ITA ของปีงบประมาณ เป็นแฟ้มตั้งต้นให้แก้
help-rules-year = ปีงบประมาณ (พ.ศ.)
help-rules-output = แฟ้มที่จะเขียน (ค่าปริยาย: ทางออกมาตรฐาน)
help-lang = ภาษาของข้อความ: th (ค่าปริยาย) หรือ en (ตั้งด้วย ITA_REPORT_LANG ได้)
help-help = แสดงวิธีใช้
help-version = แสดงรุ่น
done-render = เขียนแล้ว: { $path } ({ $pages } หน้า)
done-new = สร้างแล้ว: { $path } กรอกข้อมูล ตรวจด้วย ita-report check { $path } แล้วสั่ง ita-report render { $path }
further-pages = { $path } อาจเป็นหน้าของเอกสารครั้งก่อนซึ่งยาวกว่า
warned = { $path }: คำเตือน { $warnings } จุด ดูได้ด้วย ita-report check { $path }
forced = { $path }: ข้อผิดพลาด { $errors } จุด แต่เขียนเอกสารตามที่สั่ง ส่วนที่ผิดอาจขาดหายไป
not-forced-because = สร้างเอกสารไม่ได้: { $reason }
not-forced = ข้อผิดพลาดนี้ทำให้สร้างเอกสารไม่ได้แม้ใช้ --force แฟ้มเดิมอยู่ครบ
explain-example = ตัวอย่าง
usage-unknown-rule = ไม่มีกฎชื่อ “{ $value }”
    .help = { $nearest ->
        [none] ดูรหัสทั้งหมดใน docs/rules.md ข้อผิดพลาดของแฟ้มอนุญาตไม่ได้
       *[other] ต้องการ “{ $nearest }” ใช่หรือไม่
    }
done-check = { $path }: ไม่พบข้อผิดพลาด
not-shown = ยังมีอีก { $count } จุดที่ไม่ได้แสดง ดูทั้งหมดด้วย check --format json
summary = { $path }: ข้อผิดพลาด { $errors } จุด คำเตือน { $warnings } จุด
done-rules = เขียนแล้ว: { $path } แก้ให้ตรงกับคู่มือ วางไว้ข้างแฟ้มรายงาน แล้วเขียน rules = "{ $name }" ในแฟ้มรายงาน
done-templates = เขียนแม่แบบ { $count } แฟ้มแล้วใน { $path } แก้แล้วสั่ง ita-report render FILE --templates { $path }
rules-of-other-years = โปรแกรมยังไม่มีหลักเกณฑ์ของปี { $year } แฟ้มนี้ใช้หลักเกณฑ์ของปี { $years } โดยเปลี่ยนเฉพาะปีเป็น { $year } โปรดตรวจตัวชี้วัด น้ำหนัก และระดับกับคู่มือการประเมินก่อนใช้
template-not-utf8 = { $path } ไม่ได้บันทึกเป็น UTF-8
    .help = เปิดด้วยโปรแกรมแก้ไขข้อความแล้วบันทึกใหม่โดยเลือกการเข้ารหัส UTF-8
template-file-missing = ไม่มีแฟ้ม { $path }
    .help = { $nearest ->
        [none] แม่แบบอ่านแฟ้มได้เฉพาะในโฟลเดอร์แม่แบบและโฟลเดอร์ย่อย
       *[other] ต้องการ “{ $nearest }” ใช่หรือไม่
    }
template-file-reserved = อ่าน { $path } ไม่ได้ เพราะโปรแกรมใช้ชื่อนี้กับแฟ้มของตนเอง
    .help = เปลี่ยนชื่อแฟ้มหรือย้ายไปโฟลเดอร์อื่น ชื่อที่ใช้ไม่ได้คือ data.json, face.json, names.fst, words.json, main.typ และทุกแฟ้มใน pictures กับ fonts
template-file-outside = { $path } อยู่นอกโฟลเดอร์แม่แบบ
    .help = คัดลอกแฟ้มมาไว้ในโฟลเดอร์แม่แบบ ลิงก์ที่ชี้ออกไปข้างนอกใช้ไม่ได้
templates-time = ทำงานเกิน { $seconds } วินาทีแล้วแม่แบบยังไม่จบ
    .help = มีลูปหรือฟังก์ชันที่ทำงานนานเกินไป ตรงนี้หรือในส่วนที่เรียกต่อจากตรงนี้ ถ้ารายงานยาวมากจริง ให้เวลาเพิ่มด้วย --time-limit { $more }
templates-memory = แม่แบบใช้หน่วยความจำเกิน { $mebibytes } MiB
    .help = มีข้อมูลที่ใหญ่เกินไป ตรงนี้หรือในส่วนที่เรียกต่อจากตรงนี้ ถ้ารายงานยาวมากจริง ให้หน่วยความจำเพิ่มด้วย --memory-limit { $more }
templates-crashed = แม่แบบใช้หน่วยความจำเกินที่เครื่องนี้มี หรือซ้อนกันลึกเกินไป
    .help = ตรวจว่าแม่แบบมีส่วนใดสร้างข้อมูลเพิ่มไปเรื่อย ๆ หรือเรียกตัวเองซ้ำไม่สิ้นสุด
no-templates = ไม่มีแม่แบบใน { $path }
    .help = เขียนแม่แบบออกมาก่อนด้วย ita-report templates { $path }
lengths-syntax = แฟ้มระยะเขียน TOML ไม่ถูกรูปแบบ: { $message }
lengths-unknown = ไม่มีระยะชื่อ “{ $key }”
    .help = { $nearest ->
        [none] ดูชื่อทั้งหมดจาก lengths.toml ที่คำสั่ง ita-report templates เขียนให้
       *[other] ต้องการเขียน “{ $nearest }” ใช่หรือไม่
    }
lengths-missing = ขาด “{ $key }”
    .help = คัดลอกจากแฟ้มที่คำสั่ง ita-report templates เขียนให้
lengths-number = “{ $key }” ต้องเป็นตัวเลข
    .help = เขียนเฉพาะเลขอารบิก ไม่มีเครื่องหมายคำพูดและหน่วย: 30
lengths-table = “{ $key }” ต้องเป็นตารางของระยะ
    .help = เทียบกับแฟ้มที่คำสั่ง ita-report templates เขียนให้
lengths-range = “{ $key }” ต้อง{ $zero ->
        [yes] อยู่ระหว่าง 0 ถึง { $most }
       *[no] มากกว่า 0 และไม่เกิน { $most }
    }
lengths-margins = ระยะขอบเหล่านี้ทำให้เหลือเนื้อที่ในหน้าน้อยเกินไป ต้องเหลือความกว้างอย่างน้อย { $width } มม. และความสูงอย่างน้อย { $height } มม.
unknown-template = { $path } ไม่ตรงกับชื่อแม่แบบใด และไม่มีแม่แบบใดเรียกใช้
    .help = { $nearest ->
        [none] แม่แบบทั้งหมดดูได้จาก ita-report templates
       *[other] ต้องการ “{ $nearest }” ใช่หรือไม่ แม่แบบทั้งหมดดูได้จาก ita-report templates
    }
not-written = จึงยังไม่ได้เขียนเอกสาร แฟ้มเดิมอยู่ครบ
cannot-read = อ่านแฟ้ม { $path } ไม่ได้: { $reason }
cannot-write = เขียนแฟ้ม { $path } ไม่ได้: { $reason }
already-there = มีแฟ้ม { $path } อยู่แล้ว จึงไม่เขียนทับ
    .help = ใช้ชื่ออื่น หรือย้ายแฟ้มเดิมออกก่อน
not-a-document = โฟลเดอร์ { $path } มีแฟ้มอื่นอยู่แล้ว จึงไม่เขียนทับ
    .help = ใช้ชื่อโฟลเดอร์ใหม่
own-input = { $path } เป็นแฟ้มที่ใช้สร้างเอกสารนี้ จึงไม่เขียนทับ
    .help = ระบุแฟ้มผลลัพธ์อื่นด้วย -o
several-to-stdout = ส่ง { $count } แฟ้มไปยังทางออกมาตรฐานพร้อมกันไม่ได้
    .help = ระบุชื่อแฟ้มด้วย -o หรือเลือกเอกสารเดียว
bad-epoch = SOURCE_DATE_EPOCH ไม่ใช่เวลา: { $value }
not-to-terminal = แสดงเอกสารบนจอเทอร์มินัลไม่ได้
    .help = ระบุชื่อแฟ้มด้วย -o หรือส่งต่อไปยังโปรแกรมหรือแฟ้ม
panicked = โปรแกรมมีข้อบกพร่องจึงต้องหยุด: { $reason }
    .help = ไม่มีแฟ้มใดเปลี่ยน โปรดส่งข้อความนี้ รุ่นของโปรแกรม ({ $version }) และแฟ้มรายงานถ้าส่งได้ ให้ผู้พัฒนาตาม SECURITY.md
progress-reading = อ่านแฟ้มและภาพ
progress-making = จัดทำเอกสาร
progress-pictures = ย่อภาพ
internal = โปรแกรมทำงานผิดพลาด: { $reason }
    .help = นี่ไม่ใช่ความผิดของแฟ้มรายงาน โปรดแจ้งผู้พัฒนาพร้อมข้อความนี้
reason-not-found = ไม่พบแฟ้มหรือโฟลเดอร์
reason-permission-denied = ไม่มีสิทธิ์เข้าถึง
reason-is-a-directory = เป็นโฟลเดอร์ ไม่ใช่แฟ้ม
reason-not-a-file = เป็นโฟลเดอร์หรืออุปกรณ์ ไม่ใช่แฟ้ม
reason-not-a-directory = ส่วนหนึ่งของที่อยู่ไม่ใช่โฟลเดอร์
reason-storage-full = ที่ว่างในดิสก์หมด
reason-closed = ทางออกมาตรฐานปิดอยู่
reason-outside = อยู่นอกโฟลเดอร์
reason-too-large = ใหญ่กว่า 50 MiB
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
not-checked = ยังไม่ได้ตรวจเนื้อหาของรายงาน แก้ข้อผิดพลาดข้างต้นแล้วตรวจใหม่
not-a-rule = “{ $code }” ไม่ใช่กฎ แต่เป็นปัญหาของแฟ้มเอง
    .help = ข้อความของ “{ $code }” บอกวิธีแก้ไว้แล้ว กฎทั้งหมดอยู่ใน docs/rules.md
usage-conflict = ใช้ { $argument } พร้อมกับ { $prior } ไม่ได้
    .help = เลือกใช้อย่างใดอย่างหนึ่ง
usage-repeated = ใช้ { $argument } ได้ครั้งเดียว
    .help = ลบตัวที่ซ้ำออก
usage-missing = ขาด { $argument }
    .help = ดูวิธีใช้: ita-report --help
usage-other = ใช้คำสั่งไม่ถูกวิธี: { $reason }
    .help = ดูวิธีใช้: ita-report --help
usage-rules-year = “{ $value }” ไม่ใช่ปีงบประมาณ พ.ศ. 2500 ถึง 2699
    .help = { $year ->
        [none] เขียนปีพุทธศักราช เช่น ita-report rules 2568
       *[other] เขียน ita-report rules { $year }
    }
usage-year = “{ $value }” ไม่ใช่ปีงบประมาณ พ.ศ. 2501 ถึง 2699
    .help = { $year ->
        [none] เขียนเป็นพุทธศักราช เช่น --year 2567
       *[other] เขียน --year { $year }
    }
