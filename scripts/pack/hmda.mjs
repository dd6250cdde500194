// Packs the Boston mortgage applications as the site ships them: `node scripts/pack/hmda.mjs FILE`, FILE being HMDA.csv, the
// data set of that name in the R package AER, written as a table. The same raw file gives the same bytes on every machine.
import { readFileSync } from 'node:fs';
import { columnsOf, packs } from '../data-hashes.mjs';

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

/** Low bytes of all rows, then high bytes, quantity after quantity; last grades and flags, from the lowest bit up. */
function pack(csv) {
  const names = [...QUANTITIES, ...GRADES].map(([name]) => name);
  const rows = columnsOf(csv, [...names, ...FLAGS]);
  const columns = [
    ...QUANTITIES.map(([, units], i) => rows.map((row) => Math.round(Number(row[i]) * units))),
    rows.map((row) => bits(row.slice(QUANTITIES.length))),
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
  for (const [i, [, width]] of GRADES.entries()) {
    word |= (Number(row[i]) - 1) << at;
    at += width;
  }
  for (const flag of row.slice(GRADES.length)) {
    if (flag !== 'yes' && flag !== 'no') throw new Error(`neither yes nor no: "${flag}"`);
    if (flag === 'yes') word |= 1 << at;
    at += 1;
  }
  return word;
}

packs(import.meta.filename, 'FILE', (from) => ({
  hmda: { 'hmda.bin': pack(readFileSync(from, 'utf8')) },
}));
