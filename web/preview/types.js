// The values that the server sends. Only types: see `src/preview/session.rs` and `finding.rs`.

/**
 * @typedef {{hash: string, width: number, height: number}} Page A page: what it looks like, and its size in points.
 * @typedef {{document: string, pages: Page[], isStale: boolean}} PagesEvent
 * @typedef {{page: number, x: number, y: number, width: number, height: number}} Area A part of a page, in points.
 * @typedef {{message: string, label: string | null, help: string | null}} Words
 * @typedef {{file: string, line: number, column: number, excerpt: [string, string, string]}} Place
 * @typedef {"error" | "warning"} Severity
 * @typedef {"th" | "en"} Language
 * @typedef {{severity: Severity, code: string, words: Record<Language, Words>, place: Place | null, areas: Area[]}} Finding
 * @typedef {{document: string, items: Finding[], canExport: boolean}} FindingsEvent
 * @typedef {"connecting" | "current" | "stale" | "none" | "ended"} State What the pages are.
 */

export {};
