/** node scripts/paper/main.ts pdf|epub [WORD] [--letter]: writes an edition for paper or for a reader of e-books, and checks it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { wordsIn } from '../command.mjs';
import { faultsIn } from './check.ts';
import { made } from './make.ts';

/** The largest of each, in MB: what a course’s system and a store take. */
const MOST = { pdf: 12, epub: 5 };

const kind = process.argv[2] === 'epub' ? 'epub' : 'pdf';
const { words, flags } = wordsIn(kind, process.argv.slice(3));
const paper = flags.includes('letter') ? 'Letter' : 'A4';
const { name, bytes } = await made(kind === 'epub' ? kind : paper, words[0] ?? 'all', {
  site: process.env['SITE'],
});
const file = `dist-${kind}/${name}.${kind}`;
mkdirSync(`dist-${kind}`, { recursive: true });
writeFileSync(file, bytes);
const size = bytes.length / 1e6;
console.log(`${file}: ${size.toFixed(2)} MB`);
const faults = [
  ...(kind === 'pdf' ? await faultsIn(bytes) : []),
  ...(size > MOST[kind] ? [`it has ${size.toFixed(2)} MB, and ${MOST[kind]} at most`] : []),
];
for (const fault of faults) console.error(`  amiss: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
