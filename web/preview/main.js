// The page of `ita-report preview`: the pages of a report, and beside them what `check` finds.

/** @import {State} from "./types.js" */

import { element } from "./dom.js";
import { Export } from "./export.js";
import { Findings } from "./findings.js";
import { startKeyboard } from "./keyboard.js";
import { changeLanguage, text, translate } from "./messages.js";
import { Pages } from "./pages.js";
import { recall, store } from "./storage.js";
import { startTheme } from "./theme.js";
import { follow } from "./transport.js";

const status = element("status", HTMLParagraphElement);
const choice = element("document", HTMLSelectElement);
const size = element("size", HTMLSelectElement);
const languageButton = element("language", HTMLButtonElement);

const exporting = new Export();
/** @type {Pages} */
const pages = new Pages((finding) => findings.choose(finding));
/** @type {Findings} */
const findings = new Findings((finding) => pages.jump(finding));

let isConnected = false;
/** @type {"current" | "stale" | null} What the pages are, if there are any. */
let shown = null;
let isChecked = false;
let canExport = false;

/** @returns {State} */
function state() {
  if (!isConnected && (shown || isChecked)) {
    return "ended";
  }
  return shown ?? (isChecked ? "none" : "connecting");
}

function showState() {
  status.dataset["state"] = state();
  status.textContent = text(state());
  exporting.allow(isConnected && canExport);
}

/** @type {() => void} */
let stop = () => {};

/** @param {string} document */
function showDocument(document) {
  stop();
  shown = null;
  isChecked = false;
  canExport = false;
  pages.clear();
  findings.clear();
  exporting.follow(document);
  stop = follow(document, {
    pages(event) {
      shown = event.isStale ? "stale" : "current";
      showState();
      void pages.show(event);
    },
    findings(event) {
      isChecked = true;
      canExport = event.canExport;
      findings.show(event.items);
      pages.mark(event.items);
      showState();
    },
    connected(now) {
      isConnected = now;
      showState();
    },
  });
  showState();
}

function write() {
  translate();
  languageButton.textContent = text("otherLanguage");
  findings.draw();
  pages.relabel();
  showState();
}

languageButton.addEventListener("click", () => {
  changeLanguage();
  write();
});
size.value = recall("size", ["fit", "75", "100", "150", "200"]) ?? "fit";
size.addEventListener("change", () => {
  store("size", size.value);
  pages.resize(size.value);
});
choice.value = document.documentElement.dataset["document"] ?? "report";
choice.addEventListener("change", () => showDocument(choice.value));
startTheme();
startKeyboard({
  move: (by) => findings.move(by),
  print: () => exporting.print(),
  save: () => exporting.save(),
});
pages.resize(size.value);
showDocument(choice.value);
write();
