// Starts `preview` on a copy of the example, and opens its page in Chromium.

const { spawn } = require("node:child_process");
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { chromium } = require("playwright-core");

const ROOT = join(__dirname, "../..");
const EXAMPLE = join(ROOT, "data/examples/muang-mu-2567.toml");
const CHROMIUM = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the command for a report with this text. */
async function startPreview(text, options = []) {
  const folder = mkdtempSync(join(tmpdir(), "ita-preview-"));
  const file = join(folder, "muang-mu-2567.toml");
  writeFileSync(file, text);
  const program = process.env.ITA_REPORT ?? join(ROOT, "target/release/ita-report");
  const command = spawn(program, ["preview", file, ...options], { stdio: ["ignore", "pipe", "ignore"] });
  const address = await new Promise((resolve, reject) => {
    let output = "";
    command.stdout.on("data", (data) => {
      output += data;
      if (output.includes("\n")) {
        resolve(output.trim());
      }
    });
    command.on("exit", () => reject(new Error("the command ended")));
  });
  return {
    address,
    folder,
    save: (text) => writeFileSync(file, text),
    async end() {
      const ended = new Promise((resolve) => command.on("exit", resolve));
      command.kill("SIGINT");
      const code = await ended;
      rmSync(folder, { recursive: true });
      return code;
    },
  };
}

/** Opens Chromium, as if for the first time. */
async function openBrowser(options = {}) {
  const profile = mkdtempSync(join(tmpdir(), "ita-chromium-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: "/usr/bin/chromium",
    headless: true,
    viewport: { width: 1440, height: 900 },
    args: CHROMIUM,
    ...options,
  });
  return {
    browser,
    async end() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

const example = () => readFileSync(EXAMPLE, "utf8");

module.exports = { example, openBrowser, startPreview };
