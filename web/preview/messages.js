// The texts of the page in Thai and English. Findings come with both languages from the server.

/** @import {Language} from "./types.js" */

import { recall, store } from "./storage.js";

const MESSAGES = {
  th: {
    title: "ดูก่อนพิมพ์",
    skip: "ข้ามไปยังสิ่งที่พบ",
    view: "การแสดงผล",
    document: "เอกสาร",
    report: "รายงาน",
    plan: "แผน",
    memo: "บันทึกข้อความ",
    summary: "สรุปหน้าเดียว",
    size: "ขนาด",
    fit: "พอดีกับจอ",
    theme: "สี",
    auto: "ตามเครื่อง",
    light: "สว่าง",
    dark: "มืด",
    otherLanguage: "English",
    pdf: "แฟ้ม PDF",
    print: "พิมพ์",
    download: "บันทึก PDF",
    noPdf: "แก้ข้อผิดพลาดก่อน จึงจะพิมพ์และบันทึก PDF ได้",
    keys: "ปุ่มลัด",
    keysTitle: "ปุ่มลัด",
    close: "ปิด",
    connecting: "กำลังจัดหน้า",
    current: "หน้าเป็นปัจจุบัน",
    stale: "แฟ้มมีข้อผิดพลาด หน้าที่เห็นเป็นฉบับล่าสุดที่จัดหน้าได้",
    none: "ยังไม่มีหน้าให้ดู เพราะแฟ้มมีข้อผิดพลาด แก้ตามรายการแล้วบันทึกแฟ้ม",
    ended: "โปรแกรมหยุดแล้ว หน้าที่เห็นจะไม่เปลี่ยนตามแฟ้ม เปิดใหม่ด้วย ita-report preview",
    page: "หน้า {number} จาก {count}",
    picture: "ภาพของหน้า {number} อ่านเป็นข้อความได้จากแฟ้ม PDF",
    clean: "ไม่พบสิ่งที่ต้องแก้",
    found: "ข้อผิดพลาด {errors} ข้อ คำเตือน {warnings} ข้อ",
    news: "พบใหม่ {count} ข้อ: {message}",
    solved: "แก้แล้วทุกข้อ",
    error: "ข้อผิดพลาด",
    warning: "คำเตือน",
    line: "{file} บรรทัด {line}",
    onPage: "ดูที่หน้า {number}",
    noPlace: "ไม่มีที่บนหน้ากระดาษ",
    jumped: "แสดงที่หน้า {number}",
    keyMove: "เลื่อนไปข้อถัดไปหรือข้อก่อนในรายการสิ่งที่พบ",
    keyJump: "แสดงที่ของข้อนั้นบนหน้ากระดาษ",
    keyRegion: "สลับระหว่างหน้ากระดาษกับรายการสิ่งที่พบ",
    keyPrint: "พิมพ์ PDF",
    keySave: "บันทึก PDF",
    keyScroll: "เลื่อนหน้ากระดาษ",
  },
  en: {
    title: "Preview",
    skip: "Skip to the findings",
    view: "View",
    document: "Document",
    report: "Report",
    plan: "Plan",
    memo: "Memo",
    summary: "One-page summary",
    size: "Size",
    fit: "Fit to width",
    theme: "Colours",
    auto: "As the system",
    light: "Light",
    dark: "Dark",
    otherLanguage: "ไทย",
    pdf: "PDF file",
    print: "Print",
    download: "Save PDF",
    noPdf: "Mend the errors first, then you can print and save the PDF",
    keys: "Keys",
    keysTitle: "Keys",
    close: "Close",
    connecting: "Setting the pages",
    current: "The pages are up to date",
    stale: "The file has errors. These are the last pages that could be set",
    none: "There are no pages yet, because the file has errors. Mend what is listed and save the file",
    ended: "The program has ended, so these pages no longer follow the file. Start ita-report preview again",
    page: "Page {number} of {count}",
    picture: "Picture of page {number}, which the PDF has as text",
    clean: "Nothing to mend was found",
    found: "Errors: {errors}, warnings: {warnings}",
    news: "New: {count}. {message}",
    solved: "All findings are solved",
    error: "Error",
    warning: "Warning",
    line: "{file}, line {line}",
    onPage: "See page {number}",
    noPlace: "No place on the pages",
    jumped: "Shown on page {number}",
    keyMove: "Go to the next or previous finding in the list",
    keyJump: "Show where the finding is on the pages",
    keyRegion: "Go from the pages to the findings and back",
    keyPrint: "Print the PDF",
    keySave: "Save the PDF",
    keyScroll: "Scroll the pages",
  },
};

/** @typedef {keyof typeof MESSAGES.th} Message */

const KEY = "language";

/** @type {Language} */
let language = recall(KEY, ["th", "en"]) ?? (document.documentElement.lang === "en" ? "en" : "th");

/** The chosen language. */
export function chosenLanguage() {
  return language;
}

/**
 * A message in the chosen language.
 * @param {Message} name
 * @param {Record<string, string | number>} [values]
 */
export function text(name, values = {}) {
  return MESSAGES[language][name].replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
}

/** Changes to the other language. */
export function changeLanguage() {
  language = language === "th" ? "en" : "th";
  store(KEY, language);
  translate();
}

/** Writes the texts of the page itself. */
export function translate() {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-text]")) {
    node.textContent = text(named(node.getAttribute("data-text")));
  }
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", text(named(node.getAttribute("data-label"))));
  }
}

/**
 * @param {string | null} name
 * @returns {Message}
 */
function named(name) {
  return /** @type {Message} */ (name);
}
