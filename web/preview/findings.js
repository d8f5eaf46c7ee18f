// The list of findings.

/** @import {Finding} from "./types.js" */

import { element } from "./dom.js";
import { chosenLanguage, text } from "./messages.js";

export class Findings {
  #list = element("list", HTMLOListElement);
  #heading = element("count", HTMLHeadingElement);
  #clean = element("clean", HTMLParagraphElement);
  #news = element("news", HTMLParagraphElement);
  /** @type {Finding[]} */
  #items = [];
  /** @type {Set<string> | null} The findings that were there before. Null at the beginning. */
  #known = null;
  /** @type {string | null} */
  #chosen = null;
  #jump;

  /** @param {(finding: number) => number | null} jump Shows a finding on its page, and returns the page. */
  constructor(jump) {
    this.#jump = jump;
  }

  get items() {
    return this.#items;
  }

  /** Forgets what is known, as before another document. */
  clear() {
    this.#known = null;
    this.#chosen = null;
  }

  /**
   * Lists findings, and says which ones are new.
   * @param {Finding[]} items
   */
  show(items) {
    const focused = this.#focused();
    this.#items = items;
    this.draw();
    if (focused !== null) {
      this.focus(Math.min(focused, items.length - 1));
    }
    const keys = new Set(items.map(identity));
    if (this.#known) {
      this.#tell(items.filter((item) => !this.#known?.has(identity(item))));
    }
    this.#known = keys;
  }

  /** Draws the list, also after the language was changed. */
  draw() {
    const count = (/** @type {string} */ severity) =>
      this.#items.filter((item) => item.severity === severity).length;
    this.#heading.textContent = text("found", { errors: count("error"), warnings: count("warning") });
    this.#clean.hidden = this.#items.length > 0;
    this.#list.replaceChildren(...this.#items.map((item, number) => this.#row(item, number)));
  }

  /**
   * Shows a finding on its page and in the list.
   * @param {number} number
   */
  choose(number) {
    const item = this.#items[number];
    if (!item) {
      return;
    }
    this.#chosen = identity(item);
    [...this.#list.children].forEach((row, index) => {
      row.classList.toggle("chosen", index === number);
      row.querySelector("button")?.setAttribute("aria-pressed", String(index === number));
    });
    this.#list.children[number]?.scrollIntoView({ block: "nearest" });
    const page = this.#jump(number);
    this.#news.textContent = page === null ? text("noPlace") : text("jumped", { number: page + 1 });
  }

  /** The number of the finding that has the focus. */
  #focused() {
    const index = [...this.#list.children].findIndex((row) => row.contains(document.activeElement));
    return index < 0 ? null : index;
  }

  /**
   * Moves the focus by so many findings.
   * @param {number} by
   */
  move(by) {
    const from = this.#focused() ?? (by > 0 ? -1 : this.#items.length);
    this.focus(Math.max(0, Math.min(this.#items.length - 1, from + by)));
  }

  /** @param {number} number */
  focus(number) {
    this.#list.children[number]?.querySelector("button")?.focus();
  }

  /** @param {Finding[]} added */
  #tell(added) {
    const first = added[0];
    if (first) {
      const { message } = first.words[chosenLanguage()];
      this.#news.textContent = text("news", { count: added.length, message });
    } else if (this.#items.length === 0 && this.#known?.size) {
      this.#news.textContent = text("solved");
    }
  }

  /**
   * @param {Finding} item
   * @param {number} number
   */
  #row(item, number) {
    const { message, label, help } = item.words[chosenLanguage()];
    const row = document.createElement("li");
    const isChosen = this.#chosen === identity(item);
    row.className = `finding ${item.severity}`;
    row.classList.toggle("chosen", isChosen);
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-pressed", String(isChosen));
    const page = item.areas[0]?.page;
    button.append(
      part("severity", text(item.severity)),
      part("message", message),
      page === undefined ? part("nowhere", text("noPlace")) : part("where", text("onPage", { number: page + 1 })),
    );
    button.addEventListener("click", () => this.choose(number));
    row.append(button);
    if (item.place) {
      row.append(excerpt(item.place, label));
    }
    if (help) {
      const advice = document.createElement("p");
      advice.className = "help";
      advice.textContent = help;
      row.append(advice);
    }
    return row;
  }
}

/** @param {Finding} item */
function identity(item) {
  return JSON.stringify([item.code, item.words.th.message, item.place?.excerpt]);
}

/**
 * @param {string} name
 * @param {string} content
 */
function part(name, content) {
  const node = document.createElement("span");
  node.className = name;
  node.textContent = content;
  return node;
}

/**
 * The line of the file, with the place marked in it.
 * @param {import("./types.js").Place} place
 * @param {string | null} label
 */
function excerpt(place, label) {
  const [before, marked, after] = place.excerpt;
  const figure = document.createElement("figure");
  const caption = document.createElement("figcaption");
  const code = document.createElement("code");
  const mark = document.createElement("mark");
  caption.textContent = text("line", { file: place.file.split(/[\\/]/).pop() ?? "", line: place.line });
  mark.textContent = marked || " ";
  code.append(before, mark, after);
  figure.append(caption, code);
  if (label) {
    const note = document.createElement("p");
    note.className = "label";
    note.textContent = label;
    figure.append(note);
  }
  return figure;
}
