// The page of `preview` as a user sees and uses it.

const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { after, before, beforeEach, test } = require("node:test");
const { example, openBrowser, startPreview } = require("./site.cjs");

/** The example with a doubled word in its last measure, so that a finding has a place that is not on the first page. */
const TEXT = example().replace(/(\[\[measures\]\](?:(?!\[\[measures\]\])[^])*?steps = \[\s*")(?![^]*\[\[measures\]\])/, "$1ดำเนินการดำเนินการ");
const BROKEN = TEXT.replace('responsible = "', "responsible = ”");

let site;
let chromium;
let page;
const faults = [];

before(async () => {
  [site, chromium] = [await startPreview(TEXT), await openBrowser({ colorScheme: "light" })];
});

after(async () => {
  await chromium.end();
  assert.equal(await site.end(), 0);
  assert.deepEqual(faults, [], "nothing fails in the page, and its policy forbids nothing that it needs");
});

beforeEach(async () => {
  await page?.close();
  site.save(TEXT);
  page = await chromium.browser.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    // Chromium reports the answers that are refused on purpose as errors.
    if (message.type() === "error" && !message.text().includes("409")) {
      faults.push(message.text());
    }
  });
  await page.goto(site.address);
  await page.waitForSelector('#status[data-state="current"]');
  await page.waitForSelector(".paper img");
  await page.waitForSelector(".finding");
});

const state = (name) => page.waitForSelector(`#status[data-state="${name}"]`);
const hashes = () => page.$$eval(".sheet", (sheets) => sheets.map((sheet) => sheet.dataset.hash));
const changed = (old) =>
  page.waitForFunction((old) => {
    const now = [...document.querySelectorAll(".sheet")].map((sheet) => sheet.dataset.hash);
    return now.every(Boolean) && now.join() !== old.join();
  }, old);

test("a save changes the page and keeps the place", async () => {
  await page.$eval("#pages", (pages) => pages.scrollTo(0, 1500));
  await page.waitForFunction(() => [...document.querySelectorAll(".sheet")].every((sheet) => sheet.dataset.hash));
  const [top, old] = [await page.$eval("#pages", (pages) => pages.scrollTop), await hashes()];
  site.save(TEXT.replaceAll("สำนักปลัด", "กองคลัง"));
  await changed(old);
  assert.equal(await page.$eval("#pages", (pages) => pages.scrollTop), top);
  // A page has the pixels of the screen, as soon as its picture has come.
  await page.waitForFunction(() => {
    const picture = document.querySelector(".paper img");
    return picture.naturalWidth === picture.clientWidth * devicePixelRatio;
  }, null, { timeout: 20_000 });
});

test("a finding jumps to its place and shows its line", async () => {
  const finding = page.locator(".finding", { has: page.locator(".where") }).last();
  const excerpt = await finding.locator("code").textContent();
  assert.ok(excerpt.includes("ดำเนินการดำเนินการ"), excerpt);
  assert.match(await finding.locator("figcaption").textContent(), /บรรทัด \d+/);
  await finding.locator("button").click();
  await page.waitForFunction(() => {
    const mark = document.querySelector(".mark.chosen")?.getBoundingClientRect();
    const pages = document.getElementById("pages").getBoundingClientRect();
    return mark && mark.top > pages.top && mark.bottom < pages.bottom;
  });
  assert.ok((await page.$eval("#pages", (pages) => pages.scrollTop)) > 0);
  assert.match(await page.textContent("#news"), /แสดงที่หน้า \d/);
});

test("a file with errors leaves the last good pages, marked, and no PDF", async () => {
  const old = await hashes();
  site.save(BROKEN);
  await state("stale");
  assert.deepEqual(await hashes(), old);
  assert.ok(await page.isVisible(".sheets.stale .paper img"));
  const error = page.locator(".finding.error").first();
  assert.equal(await error.locator("code mark").textContent(), "”");
  assert.equal(await page.getAttribute("#print", "aria-disabled"), "true");
  assert.ok((await page.textContent("#no-pdf")).includes("แก้ข้อผิดพลาดก่อน"));
  assert.ok((await page.textContent("#news")).includes("พบใหม่"), "screen readers are told");
  assert.equal(await page.evaluate(async () => (await fetch("pdf/report.pdf")).status), 409);
  site.save(TEXT);
  await state("current");
  await page.waitForFunction(() => document.getElementById("print").getAttribute("aria-disabled") === "false");
});

test("Thai and English, light and dark, every document", async () => {
  assert.equal(await page.getAttribute("html", "lang"), "th");
  await page.click("#language");
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.equal(await page.textContent("#status"), "The pages are up to date");
  assert.match(await page.textContent(".severity"), /^(Warning|Error)$/);
  assert.doesNotMatch(await page.textContent(".bar .tools"), /undefined/);

  const ground = () => page.$eval("body", (body) => getComputedStyle(body).backgroundColor);
  const light = await ground();
  await page.selectOption("#theme", "dark");
  assert.notEqual(await ground(), light);
  await page.selectOption("#theme", "auto");
  await page.emulateMedia({ colorScheme: "dark" });
  assert.notEqual(await ground(), light, "as the system");
  await page.click("#language");

  for (const name of ["plan", "memo", "summary", "report"]) {
    const old = await hashes();
    await page.selectOption("#document", name);
    await changed(old);
    await state("current");
  }
});

test("everything can be done with the keyboard", async () => {
  await page.keyboard.press("F6");
  const focused = () => page.evaluate(() => document.activeElement.closest(".finding, main")?.className ?? "");
  assert.match(await focused(), /finding/);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".finding.chosen:last-child");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("F6");
  assert.equal(await page.evaluate(() => document.activeElement.id), "pages");
  await page.keyboard.press("PageDown");
  await page.waitForFunction(() => document.getElementById("pages").scrollTop > 0);
  await page.click("#keys");
  assert.ok(await page.isVisible("dialog kbd"));
  await page.keyboard.press("Escape");
  assert.ok(!(await page.isVisible("dialog")));
  const download = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  assert.equal((await download).suggestedFilename(), "muang-mu-2567.pdf");
});

test("the PDF is saved and printed", async () => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#download")]);
  assert.equal(download.suggestedFilename(), "muang-mu-2567.pdf");
  assert.ok(readFileSync(await download.path()).subarray(0, 8).toString() === "%PDF-1.7");
  const [answer] = await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith("pdf/report.pdf")),
    page.click("#print"),
  ]);
  assert.equal(answer.headers()["content-type"], "application/pdf");
  assert.ok(await page.$("iframe#printed"));
});

test("no accessibility rule is broken, in light and dark and with errors", async () => {
  await page.addScriptTag({ path: require.resolve("axe-core/axe.min.js") }).catch(() => {});
  // The policy of the page forbids scripts from elsewhere, so the checker is run by the debugger.
  await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  faults.splice(0, faults.length, ...faults.filter((fault) => !fault.includes("Content Security Policy")));
  const broken = async () => {
    const result = await page.evaluate(() => axe.run());
    return result.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`);
  };
  assert.deepEqual(await broken(), []);
  await page.selectOption("#theme", "dark");
  assert.deepEqual(await broken(), []);
  site.save(BROKEN);
  await state("stale");
  await page.waitForSelector(".finding.error");
  assert.deepEqual(await broken(), []);
  await page.selectOption("#theme", "light");
  assert.deepEqual(await broken(), []);
});

test("a narrow window shows pages and findings", async () => {
  await page.setViewportSize({ width: 400, height: 800 });
  const box = async (selector) => await page.locator(selector).first().boundingBox();
  const [paper, finding] = [await box(".paper"), await box(".finding")];
  assert.ok(paper.width <= 400 && paper.y < 800 && finding.y < 800, JSON.stringify([paper, finding]));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 400);
});

test("a page says when the command has ended", async () => {
  const other = await startPreview(TEXT);
  await page.goto(other.address);
  await state("current");
  await page.waitForSelector(".paper img");
  assert.equal(await other.end(), 0);
  await state("ended");
  assert.ok(await page.isVisible(".paper img"));
  faults.splice(0, faults.length, ...faults.filter((fault) => !fault.includes("ERR_")));
});
