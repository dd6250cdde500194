/** Lessons as authors break them, by chance and by the thousand, read without a build: every refusal names the file and says what is wrong. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path/posix';
import { readBook } from '../../../src/tasks/practice/author/load.ts';
import { placementFaults } from '../../../src/tasks/practice/author/proofs.ts';
import { tags } from '../../../widgets/index.ts';
import { pick, type Attack, type Part } from '../attack.ts';
import { mutantOf } from '../mutants.ts';

const COUNT = 1500;
/** Milliseconds: on any machine, a text of a lesson is read in less. */
const LONG = 10_000;
/** What a machine says, and no author can do anything with. */
const MACHINE = /^\s+at |Cannot read prop|is not a function|\bundefined\b|\[object |Invalid input/m;

/** Breaks one file at a time. */
export const attack: Part = async (by: Attack) => {
  const files = new Map(
    globSync('content/**/*.{mdx,yaml}').map((path) => {
      const file = path.replaceAll('\\', '/');
      return [file, readFileSync(file, 'utf8')] as const;
    }),
  );
  const lessons = [...files.keys()].filter((file) => /^content\/[^/]+\//.test(file));
  const random = by.chance('texts');
  let refused = 0;
  await by.try(`${COUNT} broken texts`, () => {
    for (let i = 0; i < COUNT && by.hasTime; i += 1) {
      const file = pick(random, lessons);
      const { text, says } = mutantOf(files.get(file) ?? '', random);
      const start = Date.now();
      const said = faultsOf(new Map(files).set(file, text));
      const where = `${basename(file)}, ${says.slice(0, 160)}`;
      by.did();
      if (Date.now() - start > LONG) by.fell(where, `read in ${Date.now() - start} ms`);
      if (said === '') continue;
      refused += 1;
      if (!said.includes(basename(file))) by.fell(where, `the file is not named: ${said}`);
      if (MACHINE.test(said)) by.fell(where, `in a machine’s words: ${said.slice(0, 300)}`);
    }
    return Promise.resolve();
  });
  by.say(`${refused} were refused; the others could be read`);
};

function faultsOf(files: ReadonlyMap<string, string>): string {
  try {
    return placementFaults(readBook(files), tags).join('\n');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
