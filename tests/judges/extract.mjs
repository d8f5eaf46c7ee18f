// Extracts the text of PDF files, page by page, with pdf.js, the PDF reader of Firefox.
//
//   node extract.mjs FILE.pdf...     writes FILE.pdf.pdfjs.txt
import { readFile, writeFile } from "node:fs/promises";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const text = async (file) => {
  const data = new Uint8Array(await readFile(file));
  const pdf = await getDocument({ data, verbosity: 0 }).promise;
  let found = "";
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    found += items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("") + "\n";
  }
  return found;
};

for (const file of process.argv.slice(2)) {
  await writeFile(`${file}.pdfjs.txt`, await text(file));
}
