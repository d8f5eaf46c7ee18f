// Takes the picture of the page for the README.

const { example, openBrowser, startPreview } = require("./site.cjs");

async function main(path) {
  const text = example().replace("สำนักปลัดมอบหมาย", "สำนักปลัดมอบหมายมอบหมาย");
  const site = await startPreview(text);
  const chromium = await openBrowser({ viewport: { width: 1280, height: 760 }, colorScheme: "light" });
  try {
    const page = await chromium.browser.newPage();
    await page.goto(site.address);
    await page.waitForSelector(".paper img");
    await page.locator(".finding button", { has: page.locator(".where") }).last().click();
    await page.waitForTimeout(1000);
    await page.screenshot({ path });
  } finally {
    await chromium.end();
    await site.end();
  }
}

main(process.argv[2]);
