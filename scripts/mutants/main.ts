/** `npm run test:mutants`: breaks, checks, mends, and says what was not caught. */
import { runCommand } from '../command.mjs';
import { Misread } from '../misread.mjs';
import { MUTANTS } from '../../tests/mutants/list.ts';
import { PAGE_MUTANTS } from '../../tests/mutants/pages.ts';
import { built, checkedBy, named, type Verdict } from './checks.ts';
import { breakAll, copied, editNeutrally, mended } from './copy.ts';
import { needsBook, type Mutant } from './mutant.ts';

const SAYS = {
  passed: ['passes', 'FAILS WITHOUT A BREAK'],
  failed: ['caught', 'NOT CAUGHT'],
} as const;
const REASON = /Error: |^\s*\+ {2,}["\w]|Received:|error TS|\serror\s|\[warn\]|nowhere|^- /;
const LAST_WORDS = 1500;
const amiss: string[] = [];

/** Runs something, and says whether it came out as it must; of a break that is caught also the first that was said of it. */
function comes(must: 'passed' | 'failed', what: string, run: () => Verdict): boolean {
  const start = Date.now();
  const { came, said } = run();
  const isFine = came === must;
  const seconds = Math.round((Date.now() - start) / 1000);
  const line = `${SAYS[must][isFine ? 0 : 1]}: ${what}, ${seconds} s`;
  console.log(line);
  const told = said.split('\n').filter((one) => REASON.test(one));
  if (!isFine) console.log(said.slice(-LAST_WORDS).replaceAll(/^/gm, '    '));
  else if (must === 'failed') console.log(`    ${told.slice(0, 2).join(' ').trim().slice(0, 200)}`);
  if (!isFine) amiss.push(line);
  return isFine;
}

/** Every check passes where nothing but neutral edits was made. */
function passBeside(mutants: readonly Mutant[]): void {
  for (const by of new Map(mutants.map((one) => [named(one.by), one.by])).values())
    comes('passed', named(by), () => checkedBy(by));
}

const isCaught = ({ name, by }: Mutant): boolean =>
  comes('failed', `${name}, by ${named(by)}`, () => checkedBy(by));

/** The breaks that are asked for. Throws Misread where there is none. */
function chosenBy(words: readonly string[]): readonly Mutant[] {
  const asked = words.map((word) => word.toLowerCase()).filter((word) => word !== 'units');
  const all = words.includes('units') ? MUTANTS : [...MUTANTS, ...PAGE_MUTANTS];
  const chosen = all.filter(({ name }) => asked.every((word) => name.toLowerCase().includes(word)));
  if (chosen.length > 0) return chosen;
  throw new Misread(`No break has “${asked.join('” and “')}” in its name; say fewer words.`);
}

await runCommand('test:mutants', ({ words }) => {
  const chosen = chosenBy(words);
  const [apart, onPages] = [chosen.filter((one) => !needsBook(one)), chosen.filter(needsBook)];
  copied();
  // Each row is looked at before anything is run: a stale one stops it all.
  for (const one of chosen) breakAll([one]);
  mended(chosen);
  editNeutrally(apart);
  passBeside(apart);
  mended(apart);
  const caught = apart.filter((one) => {
    breakAll([one]);
    const is = isCaught(one);
    mended([one]);
    return is;
  });
  if (onPages.length > 0) {
    editNeutrally(onPages);
    comes('passed', 'the build with neutral edits', built);
    passBeside(onPages);
    mended(onPages);
    breakAll(onPages);
    comes('passed', 'the build with every break that pages show', built);
    caught.push(...onPages.filter(isCaught));
  }
  for (const line of amiss) console.log(`- ${line}`);
  console.log(`\n${caught.length} caught, ${chosen.length - caught.length} not caught`);
  return amiss.length > 0 ? 1 : 0;
});
