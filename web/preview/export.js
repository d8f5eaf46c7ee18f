// Printing and saving the PDF. The server makes it when it is asked for.

import { element } from "./dom.js";
import { text } from "./messages.js";

export class Export {
  #print = element("print", HTMLButtonElement);
  #download = element("download", HTMLAnchorElement);
  #reason = element("no-pdf", HTMLElement);
  #document = "report";
  #isPossible = false;

  constructor() {
    this.#print.addEventListener("click", () => this.print());
    this.#download.addEventListener("click", (event) => {
      if (!this.#isPossible) {
        event.preventDefault();
      }
    });
    this.allow(false);
  }

  /** @param {string} document */
  follow(document) {
    this.#document = document;
    this.#download.href = this.#address();
    this.allow(false);
  }

  /** @param {boolean} isPossible */
  allow(isPossible) {
    this.#isPossible = isPossible;
    for (const control of [this.#print, this.#download]) {
      control.setAttribute("aria-disabled", String(!isPossible));
      control.title = isPossible ? "" : text("noPdf");
    }
    this.#reason.textContent = isPossible ? "" : text("noPdf");
  }

  /** Prints the PDF itself, so that the paper has what the file has. */
  print() {
    if (!this.#isPossible) {
      return;
    }
    document.getElementById("printed")?.remove();
    const frame = document.createElement("iframe");
    frame.id = "printed";
    frame.title = text("pdf");
    frame.className = "printed";
    frame.addEventListener("load", () => {
      try {
        frame.contentWindow?.focus();
        frame.contentWindow?.print();
      } catch {
        // This browser shows PDFs in a way that other pages cannot print. There the user prints it.
        window.open(this.#address(), "_blank", "noopener");
      }
    });
    frame.src = this.#address();
    document.body.append(frame);
  }

  save() {
    if (this.#isPossible) {
      this.#download.click();
    }
  }

  #address() {
    return `pdf/${this.#document}.pdf`;
  }
}
