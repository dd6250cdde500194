/** node scripts/mutants/main.ts [WORDS …] [units]: see scripts/mutants.mjs. */
import { MUTANTS } from '../../tests/mutants/list.ts';
import { PAGE_MUTANTS } from '../../tests/mutants/pages.ts';
import { built, checkedBy, named } from './checks.ts';
import { breakAll, copied, editNeutrally, mended } from './copy.ts';
import { needsBook, type Mutant } from './mutant.ts';

const words = process.argv.slice(2);
const isFast = words.includes('units');
const asked = words.filter((word) => word !== 'units').map((word) => word.toLowerCase());
const chosen = [...MUTANTS, ...(isFast ? [] : PAGE_MUTANTS)].filter(({ name }) =>
  asked.every((word) => name.toLowerCase().includes(word)),
);
const LAST_WORDS = 1500;
const REASON = /Error: |^\s*\+ {2,}["\w]|Received:|error TS|\serror\s|\[warn\]|nowhere|^- /;
const faults: string[] = [];

/** The first that a check said of what it found, so that one can see that it is the break. */
function reasonIn(said: string): string {
  const telling = said.split('\n').filter((line) => REASON.test(line));
  return telling
    .slice(0, 2)
    .map((line) => line.trim())
    .join(' ')
    .slice(0, 200);
}

/** Says a line that ends in the seconds since `start`; what is amiss is said again at the end. */
function say(isFine: boolean, line: string, start: number, said = ''): void {
  const seconds = ((Date.now() - start) / 1000).toFixed(0);
  console.log(`${line}, ${seconds} s`);
  if (isFine) {
    if (said !== '') console.log(`    ${reasonIn(said)}`);
    return;
  }
  faults.push(line);
  console.log(said.slice(-LAST_WORDS).replaceAll(/^/gm, '    '));
}

/** Every check passes where nothing but neutral edits was made. */
function passesBeside(mutants: readonly Mutant[]): void {
  for (const check of new Map(mutants.map(({ by }) => [JSON.stringify(by), by])).values()) {
    const start = Date.now();
    const { came, said } = checkedBy(check);
    const isFine = came === 'passed';
    const how = isFine ? 'passes' : 'FAILS WITHOUT A BREAK';
    say(isFine, `${how}: ${named(check)}`, start, isFine ? '' : said);
  }
}

function isCaught({ name, by }: Mutant): boolean {
  const start = Date.now();
  const { came, said } = checkedBy(by);
  const how = came === 'failed' ? `caught by ${named(by)}` : `NOT CAUGHT by ${named(by)} (${came})`;
  say(came === 'failed', `${name}: ${how}`, start, said);
  return came === 'failed';
}

function builtWith(what: string): void {
  const start = Date.now();
  const { came, said } = built();
  const isFine = came === 'passed';
  say(isFine, `built with ${what}`, start, isFine ? '' : said);
}

copied();
// Each row is looked at before anything is run: a stale one stops it all.
for (const one of chosen) breakAll([one]);
mended(chosen);
const [apart, pages] = [chosen.filter((one) => !needsBook(one)), chosen.filter(needsBook)];
editNeutrally(chosen);
passesBeside(apart);
mended(chosen);
const caught = apart.filter((one) => {
  breakAll([one]);
  const is = isCaught(one);
  mended([one]);
  return is;
}).length;
let onPages = 0;
if (pages.length > 0) {
  // Not those of the others: what an experiment is made of trains it anew.
  editNeutrally(pages);
  builtWith('neutral edits');
  passesBeside(pages);
  mended(chosen);
  breakAll(pages);
  builtWith('every break that pages show');
  onPages = pages.filter(isCaught).length;
}
const missed = chosen.length - caught - onPages;
for (const line of faults) console.log(`- ${line}`);
console.log(`\n${caught + onPages} caught, ${missed} not caught`);
process.exitCode = faults.length > 0 || chosen.length === 0 ? 1 : 0;
