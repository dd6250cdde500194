// Packs the Boston mortgage applications as the site ships them: `node scripts/pack/hmda.mjs FILE`, FILE being HMDA.csv, the
// data set of that name in the R package AER, written as a table. The same raw file gives the same bytes on every machine.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeDataSet, writeHashes } from '../data-hashes.mjs';

/** Quantities, each with how many of its units make 1: thousandths of a ratio, tenths of a per cent. */
const QUANTITIES = [
  ['pirat', 1000],
  ['hirat', 1000],
  ['lvrat', 1000],
  ['unemp', 10],
];
/** Grades that begin at 1, each with the bits it takes. */
const GRADES = [
  ['chist', 3],
  ['mhist', 2],
];
/** Yes or no. `insurance` is not among them: it is part of the decision. */
const FLAGS = ['phist', 'selfemp', 'condomin', 'single', 'hschool', 'afam', 'deny'];

/** The rows of a table of commas, by the names in its first line. */
function readRows(raw) {
  const [head, ...lines] = raw.trim().split('\n');
  const names = head.replaceAll('"', '').split(',');
  return lines.map((line) => {
    const cells = line.replaceAll('"', '').split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i]]));
  });
}

/** Low bytes of all rows, then high bytes, quantity after quantity; last grades and flags, from the lowest bit up. */
function pack(rows) {
  const columns = [
    ...QUANTITIES.map(([name, units]) => rows.map((row) => Math.round(Number(row[name]) * units))),
    rows.map(bits),
  ];
  return Uint8Array.from(
    columns.flatMap((column) => [
      ...column.map((value) => value & 255),
      ...column.map((value) => value >> 8),
    ]),
  );
}

function bits(row) {
  let [word, at] = [0, 0];
  for (const [name, width] of GRADES) {
    word |= (Number(row[name]) - 1) << at;
    at += width;
  }
  for (const name of FLAGS) {
    if (row[name] !== 'yes' && row[name] !== 'no') throw new Error(`${name}: "${row[name]}"`);
    if (row[name] === 'yes') word |= 1 << at;
    at += 1;
  }
  return word;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [from] = process.argv.slice(2);
  if (!from) {
    console.error('Say where the raw file is: node scripts/pack/hmda.mjs FILE');
    process.exit(2);
  }
  const root = join(import.meta.dirname, '../..');
  writeDataSet(root, 'hmda', { 'hmda.bin': pack(readRows(readFileSync(from, 'utf8'))) });
  writeHashes(root);
}
