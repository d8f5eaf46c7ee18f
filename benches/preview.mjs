// Measures how long `preview` takes from a save to the changed page on the screen, in milliseconds. For the example, and for a
// report with 60 measures. Run `tests/browser/run` first, then
// `NODE_PATH=target/browser-tools/node_modules node benches/preview.mjs [SAVES]`.

import { createRequire } from "node:module";

const { example, openBrowser, startPreview } = createRequire(import.meta.url)("../tests/browser/site.cjs");

const SAVES = Number(process.argv[2] ?? 20);
const LETTERS = [..."กขคงจฉชซญดตถทธนบปผพมรลวสหอ"];

/** The example with so many measures. */
function withMeasures(count) {
  const parts = example().split(/^(?=\[)/m);
  const measures = parts.filter((part) => part.startsWith("[[measures]]"));
  const first = parts.findIndex((part) => part.startsWith("[[measures]]"));
  const many = Array.from({ length: count }, (_, number) =>
    measures[number % measures.length].replace('title = "', `title = "ชุดที่ ${number + 1} `),
  );
  const before = parts.slice(0, first);
  const after = parts.slice(first).filter((part) => !part.startsWith("[[measures]]"));
  return [...before, ...many, ...after].join("");
}

async function measure(name, text) {
  const site = await startPreview(text);
  const chromium = await openBrowser();
  try {
    const page = await chromium.browser.newPage();
    await page.addInitScript(() => {
      window.shown = [];
      new PerformanceObserver((list) => {
        for (const mark of list.getEntriesByName("pages-shown")) {
          window.shown.push(performance.timeOrigin + mark.startTime);
        }
      }).observe({ entryTypes: ["mark"] });
    });
    await page.goto(site.address);
    await page.waitForSelector(".finding, .clean:not([hidden])");
    await page.waitForTimeout(3000);
    const times = [];
    for (let save = 0; save < SAVES; save += 1) {
      const before = await page.evaluate(() => window.shown.length);
      // Another word in the first measure, which is on the first page.
      const changed = text.replace("ศึกษาคู่มือ", `ศึกษา${LETTERS[save % LETTERS.length]}คู่มือ`);
      const begun = performance.timeOrigin + performance.now();
      site.save(changed);
      await page.waitForFunction((before) => window.shown.length > before, before);
      times.push((await page.evaluate((before) => window.shown[before], before)) - begun);
      await page.waitForTimeout(700);
    }
    times.sort((a, b) => a - b);
    const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))]);
    console.log(`${name}: median ${at(0.5)} ms, fastest ${at(0)} ms, slowest ${at(1)} ms of ${SAVES} saves`);
  } finally {
    await chromium.end();
    await site.end();
  }
}

await measure("the example", example());
await measure("60 measures", withMeasures(60));
