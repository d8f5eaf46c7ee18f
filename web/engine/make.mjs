// Makes a PDF document of a report file in Node: node make.mjs MODULE.js REPORT.toml DOCUMENT OUT.pdf

import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [module, report, document, out] = process.argv.slice(2);
const { default: engine } = await import(pathToFileURL(resolve(module)).href);
const [file] = engine.make(readFileSync(report), document, "pdf");
writeFileSync(out, file.bytes);
