// Segments texts with ICU, as Node.js has it. Reads a JSON array of texts, and writes an array with the words of each.
import { readFileSync } from 'node:fs'

const segmenter = new Intl.Segmenter('th', { granularity: 'word' })
const words = text => Array.from(segmenter.segment(text), found => found.segment)
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(words)))
