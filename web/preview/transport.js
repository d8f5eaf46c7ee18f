// The stream of events from the server.

/** @import {PagesEvent, FindingsEvent} from "./types.js" */

/** How long to wait for a server that has ended, in milliseconds, before asking again. */
const PAUSE = 1000;

/**
 * Follows a document until the returned function is called. The browser asks again by itself when the connection ends, and
 * the server then sends everything anew.
 *
 * @param {string} document
 * @param {{
 *   pages: (event: PagesEvent) => void,
 *   findings: (event: FindingsEvent) => void,
 *   connected: (isConnected: boolean) => void,
 * }} receiver
 * @returns {() => void}
 */
export function follow(document, receiver) {
  /** @type {EventSource} */
  let source;
  /** @type {number | undefined} */
  let timer;
  const open = () => {
    source = new EventSource(`events/${document}`);
    source.addEventListener("open", () => receiver.connected(true));
    source.addEventListener("pages", (event) => receiver.pages(JSON.parse(event.data)));
    source.addEventListener("findings", (event) => receiver.findings(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      receiver.connected(false);
      if (source.readyState === EventSource.CLOSED) {
        timer = window.setTimeout(open, PAUSE);
      }
    });
  };
  open();
  return () => {
    window.clearTimeout(timer);
    source.close();
  };
}
