/**
 * node scripts/prove.ts [LESSON …]: proves every question of the book and every item of its assignments, or the questions of
 * those lessons, on as many processes as there are processors; fails where one does not hold.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { assignmentNames, provenAssignments } from '../src/tasks/sets/author/load.ts';
import { loadBook } from '../src/tasks/practice/author/load.ts';
import { proofContextOf, proveBook } from '../src/tasks/practice/author/proofs.ts';

/** Who has more processors gains little beyond. */
const PROVERS = Math.min(4, availableParallelism());
/** Asks for the next share, or hands in what is wrong with the last one. */
interface Said {
  readonly faults: readonly string[];
}
/** An assignment by its id, or the questions of a lesson. */
type Share = { readonly assignment: string } | { readonly lesson: string };

const nameOf = (lesson: string): string => lesson.replace(/^\d+-/, '');

async function faultsIn(share: Share): Promise<readonly string[]> {
  if ('lesson' in share)
    return proveBook(await proofContextOf(), ({ lesson }) => nameOf(lesson) === share.lesson);
  try {
    await provenAssignments(share.assignment);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** One of the processes: works on what it is sent until nothing more comes. */
function prove(): void {
  const say = (faults: readonly string[]): void => void process.send?.({ faults } satisfies Said);
  process.on('message', (share: Share) => void faultsIn(share).then(say));
  say([]);
}

/** Hands out the shares, the next to whoever is done; resolves with all that is wrong. */
function proved(shares: readonly Share[]): Promise<readonly string[]> {
  const waiting = [...shares];
  const faults: string[] = [];
  const prover = (): ChildProcess => fork(fileURLToPath(import.meta.url), ['--one-of-several']);
  const ended = Array.from({ length: Math.min(PROVERS, shares.length) }, async () => {
    const child = prover();
    child.on('message', (said: Said) => {
      faults.push(...said.faults);
      const next = waiting.shift();
      if (next) child.send(next);
      else child.disconnect();
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0) faults.push('a proof broke; the reason stands above');
  });
  return Promise.all(ended).then(() => faults);
}

if (process.argv.includes('--one-of-several')) prove();
else {
  const asked = process.argv.slice(2);
  const lessons = [...new Set(loadBook().questions.map(({ lesson }) => nameOf(lesson)))];
  // What takes longest first.
  const assignments = assignmentNames().map((assignment) => ({ assignment }));
  const shares: readonly Share[] = [
    ...(asked.length === 0 ? assignments : []),
    ...lessons
      .filter((lesson) => asked.length === 0 || asked.includes(lesson))
      .map((lesson) => ({ lesson })),
  ];
  const faults = await proved(shares);
  for (const fault of faults) console.error(`- ${fault}`);
  if (faults.length > 0) {
    console.error('What is set or asked does not hold: the build is stopped.');
    process.exitCode = 1;
  }
}
