// The keyboard. Letters alone are no shortcuts, because people who speak to their computer or use a screen reader would hit
// them by chance.

/** @import {Message} from "./messages.js" */

import { element } from "./dom.js";
import { text } from "./messages.js";

/** @type {[string, Message][]} */
const KEYS = [
  ["F6", "keyRegion"],
  ["↑ ↓", "keyMove"],
  ["Enter", "keyJump"],
  ["PgUp PgDn", "keyScroll"],
  ["Ctrl+P", "keyPrint"],
  ["Ctrl+S", "keySave"],
];

/**
 * @param {{move: (by: number) => void, print: () => void, save: () => void}} actions
 */
export function startKeyboard(actions) {
  const pages = element("pages", HTMLElement);
  const findings = element("findings", HTMLElement);
  const dialog = element("help", HTMLDialogElement);
  element("keys", HTMLButtonElement).addEventListener("click", () => {
    drawHelp();
    dialog.showModal();
  });
  document.addEventListener("keydown", (event) => {
    const withControl = event.ctrlKey || event.metaKey;
    const inFindings = findings.contains(document.activeElement);
    const act = () => {
      if (event.key === "F6") {
        return inFindings ? () => pages.focus() : () => focusFindings(findings);
      }
      // By its place on the keyboard, because a Thai layout has other letters there.
      if (withControl && event.code === "KeyP") {
        return actions.print;
      }
      if (withControl && event.code === "KeyS") {
        return actions.save;
      }
      const by = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
      return inFindings && by !== undefined && !withControl ? () => actions.move(by) : undefined;
    };
    const action = dialog.open ? undefined : act();
    if (action) {
      event.preventDefault();
      action();
    }
  });
}

/** @param {HTMLElement} findings */
function focusFindings(findings) {
  const first = findings.querySelector(".chosen button") ?? findings.querySelector("button") ?? findings;
  if (first instanceof HTMLElement) {
    first.focus();
  }
}

function drawHelp() {
  const entries = KEYS.flatMap(([key, message]) => {
    const [name, meaning] = [document.createElement("dt"), document.createElement("dd")];
    const keyboard = document.createElement("kbd");
    keyboard.textContent = key;
    name.append(keyboard);
    meaning.textContent = text(message);
    return [name, meaning];
  });
  element("help-list", HTMLDListElement).replaceChildren(...entries);
}
