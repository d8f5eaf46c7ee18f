// The pages: loads those that changed, visible ones first, and keeps the place where the user reads.

/** @import {Area, Finding, Page, PagesEvent} from "./types.js" */

import { element } from "./dom.js";
import { text } from "./messages.js";

/** CSS pixels per point, so that 100% is the size on paper. */
const PIXELS = 96 / 72;
/** Pages are drawn in another size when it has not changed for so many milliseconds. */
const RESIZING = 150;
/** The most pixels in width that the server draws. */
const WIDEST = 5000;

export class Pages {
  #scroller = element("pages", HTMLElement);
  #list = element("sheets", HTMLOListElement);
  /** @type {Page[]} The pages of the document as it is now. */
  #pages = [];
  /** @type {Map<string, HTMLImageElement>} The drawings that are loaded, by hash. */
  #drawings = new Map();
  /** Counts the versions, so that a late drawing of an old one is not shown. */
  #version = 0;
  /** @type {Finding[]} */
  #findings = [];
  /** @type {number | null} The finding that is chosen. */
  #chosen = null;
  #choose;

  /** @param {(finding: number) => void} choose Called when the user clicks on the mark of a finding. */
  constructor(choose) {
    this.#choose = choose;
    /** @type {number | undefined} */
    let timer;
    const later = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void this.#redraw(), RESIZING);
    };
    new ResizeObserver(later).observe(this.#list);
    window.addEventListener("resize", later);
  }

  /** Shows no pages, as before those of another document. */
  clear() {
    this.#version += 1;
    this.#pages = [];
    this.#list.replaceChildren();
    this.#scroller.scrollTop = 0;
  }

  /** @param {PagesEvent} event */
  async show({ pages, isStale }) {
    this.#list.classList.toggle("stale", isStale);
    const version = (this.#version += 1);
    this.#pages = pages;
    this.#list.append(...pages.slice(this.#list.children.length).map(newSheet));
    const changed = pages.map((_, number) => number).filter((number) => !this.#isShown(number));
    const visible = changed.filter((number) => isVisible(this.#list.children[number], this.#scroller));
    await this.#load(visible, version);
    if (version !== this.#version) {
      return;
    }
    while (this.#list.children.length > pages.length) {
      this.#list.lastElementChild?.remove();
    }
    this.relabel();
    requestAnimationFrame(() =>
      requestAnimationFrame(() => performance.mark("pages-shown", { detail: visible.length })),
    );
    for (const number of changed.filter((number) => !visible.includes(number))) {
      await this.#load([number], version);
    }
    if (version === this.#version) {
      this.#forgetOthers();
    }
  }

  /** Draws the pages again in the size in which they are shown now. */
  async #redraw() {
    const version = this.#version;
    const blurred = this.#pages.map((_, number) => number).filter((number) => !this.#isSharp(number));
    const visible = blurred.filter((number) => isVisible(this.#list.children[number], this.#scroller));
    for (const numbers of [visible, ...blurred.map((number) => [number])]) {
      await this.#load(numbers, version);
    }
    this.#forgetOthers();
  }

  /** Drops the drawings that are not shown. */
  #forgetOthers() {
    for (const [name, drawing] of this.#drawings) {
      if (!drawing.isConnected) {
        this.#drawings.delete(name);
      }
    }
  }

  /** Writes the labels of the pages in the chosen language. */
  relabel() {
    const count = this.#list.children.length;
    [...this.#list.children].forEach((sheet, number) => {
      const label = text("page", { number: number + 1, count });
      const caption = sheet.querySelector(".caption");
      const picture = sheet.querySelector("img");
      if (caption) {
        caption.textContent = label;
      }
      if (picture) {
        picture.alt = text("picture", { number: number + 1 });
      }
    });
  }

  /**
   * Marks the findings on the pages.
   * @param {Finding[]} findings
   */
  mark(findings) {
    this.#findings = findings;
    this.#chosen = null;
    [...this.#list.children].forEach((_, number) => this.#drawMarks(number));
  }

  /**
   * Shows a finding on its page. Returns the page, or null if it has no place there.
   * @param {number} chosen
   */
  jump(chosen) {
    this.#chosen = chosen;
    [...this.#list.children].forEach((_, number) => this.#drawMarks(number));
    const mark = this.#list.querySelector(".mark.chosen");
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    mark?.scrollIntoView({ block: "center", inline: "nearest", behavior: calm ? "auto" : "smooth" });
    return this.#findings[chosen]?.areas[0]?.page ?? null;
  }

  /** @param {string} size `fit`, or percent of the size on paper */
  resize(size) {
    const scale = size === "fit" ? "" : String((Number(size) / 100) * PIXELS);
    this.#list.classList.toggle("fit", scale === "");
    this.#list.style.setProperty("--scale", scale || "1");
  }

  /** @param {number} number */
  #isShown(number) {
    const sheet = this.#list.children[number];
    return sheet instanceof HTMLElement && sheet.dataset["hash"] === this.#pages[number]?.hash;
  }

  /**
   * Whether the page is shown in the size that the screen needs.
   * @param {number} number
   */
  #isSharp(number) {
    const sheet = this.#list.children[number];
    return this.#isShown(number) && sheet instanceof HTMLElement && sheet.dataset["width"] === String(this.#width(number));
  }

  /**
   * The pixels of the screen that a page has in width.
   * @param {number} number
   */
  #width(number) {
    const paper = this.#list.children[number]?.firstElementChild;
    const width = (paper?.clientWidth ?? 0) * window.devicePixelRatio;
    return Math.max(1, Math.min(WIDEST, Math.round(width)));
  }

  /**
   * Loads drawings and shows them all at once.
   * @param {number[]} numbers
   * @param {number} version
   */
  async #load(numbers, version) {
    const loaded = numbers.map(async (number) => {
      const page = this.#pages[number];
      if (!page || this.#isSharp(number)) {
        return;
      }
      const name = `${page.hash}-${this.#width(number)}.png`;
      const drawing = this.#drawings.get(name) ?? new Image();
      if (!drawing.src) {
        drawing.src = `pages/${name}`;
        // A drawing that is no longer there belongs to a version that is no longer shown.
        await drawing.decode().catch(() => drawing.removeAttribute("src"));
      }
      if (drawing.src) {
        this.#drawings.set(name, drawing);
      }
    });
    await Promise.all(loaded);
    if (version === this.#version) {
      numbers.forEach((number) => this.#put(number));
    }
  }

  /** @param {number} number */
  #put(number) {
    const page = this.#pages[number];
    const sheet = this.#list.children[number];
    const width = this.#width(number);
    const drawing = page && this.#drawings.get(`${page.hash}-${width}.png`);
    if (!page || !drawing || !(sheet instanceof HTMLElement) || this.#isSharp(number)) {
      return;
    }
    // Two pages may look the same, but a picture stands in one place only.
    const picture = drawing.isConnected ? drawing.cloneNode() : drawing;
    setSize(sheet, page);
    sheet.dataset["hash"] = page.hash;
    sheet.dataset["width"] = String(width);
    sheet.querySelector(".paper")?.replaceChildren(picture);
    this.#drawMarks(number);
    this.relabel();
  }

  /** @param {number} number */
  #drawMarks(number) {
    const page = this.#pages[number];
    const paper = this.#list.children[number]?.querySelector(".paper");
    if (!page || !paper) {
      return;
    }
    paper.querySelectorAll(".mark").forEach((mark) => mark.remove());
    this.#findings.forEach((finding, index) => {
      for (const area of finding.areas.filter((area) => area.page === number)) {
        const mark = newMark(area, page, finding.severity);
        mark.classList.toggle("chosen", index === this.#chosen);
        mark.addEventListener("click", () => this.#choose(index));
        paper.append(mark);
      }
    });
  }
}

/** @param {Page} page */
function newSheet(page) {
  const sheet = document.createElement("li");
  const paper = document.createElement("div");
  const caption = document.createElement("p");
  sheet.className = "sheet";
  paper.className = "paper";
  caption.className = "caption";
  sheet.append(paper, caption);
  setSize(sheet, page);
  return sheet;
}

/**
 * @param {HTMLElement} sheet
 * @param {Page} page
 */
function setSize(sheet, page) {
  sheet.style.setProperty("--width", String(page.width));
  sheet.style.setProperty("--height", String(page.height));
  sheet.classList.toggle("landscape", page.width > page.height);
}

/**
 * @param {Area} area
 * @param {Page} page
 * @param {string} severity
 */
function newMark(area, page, severity) {
  const mark = document.createElement("div");
  mark.className = `mark ${severity}`;
  // The list of findings has the same for the keyboard and for screen readers.
  mark.setAttribute("aria-hidden", "true");
  mark.style.left = `${(100 * area.x) / page.width}%`;
  mark.style.top = `${(100 * area.y) / page.height}%`;
  mark.style.width = `${(100 * area.width) / page.width}%`;
  mark.style.height = `${(100 * area.height) / page.height}%`;
  return mark;
}

/**
 * @param {Element | undefined} sheet
 * @param {HTMLElement} scroller
 */
function isVisible(sheet, scroller) {
  if (!sheet) {
    return false;
  }
  const [own, frame] = [sheet.getBoundingClientRect(), scroller.getBoundingClientRect()];
  return own.bottom > frame.top && own.top < frame.bottom;
}
