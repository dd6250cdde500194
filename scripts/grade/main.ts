/** `npm run grade`: grades a folder of hand-ins. */
import '../../src/tasks/kinds/code/engine/node.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Key } from '../../src/tasks/sets/pure/format/assignment.ts';
import { readKey } from '../../src/tasks/sets/pure/format/read-key.ts';
import {
  gradeClass,
  toRepeat,
  type ClassResult,
} from '../../src/tasks/grading/pure/grade/class.ts';
import { earlierIn, ofAnother } from '../../src/tasks/grading/pure/grade/earlier.ts';
import { encoded } from '../../src/tasks/grading/teach/encoded.ts';
import { gradingOf, ownersIn, saidOf } from '../../src/tasks/grading/teach/grading.ts';
import type { Decision } from '../../src/tasks/grading/pure/grade/verdict.ts';
import { termCsv, type Saved } from '../../src/tasks/grading/pure/rules/term.ts';
import { ownerIn } from '../../src/tasks/grading/pure/grade/owner.ts';
import { wantedRuns } from '../../src/tasks/grading/pure/grade/wanted-runs.ts';
import { readClassList } from '../../src/tasks/grading/pure/out/class-list.ts';
import { runCommand } from '../command.mjs';
import { Misread } from '../misread.mjs';
import { decided } from './decided.ts';
import { handedIn } from './files.ts';
import { askedOf, bestOf, type Asked, type AskedBest } from './options.ts';
import { readShare } from './read-share.ts';
import { Repeater } from './repeater.ts';
import { say } from './said.ts';
import { sourceKey } from './source-key.ts';
import { writeVivas } from './viva.ts';
import { written, type Desk, type DeskList } from './written.ts';

await runCommand('grade', (words) => {
  const { read, best } = words.values;
  if (read !== undefined)
    return readShare(read, process.stdin, (text) => process.stdout.write(text));
  return best === undefined ? grade(askedOf(words)) : termOf(bestOf(words));
});

async function grade(what: Asked): Promise<number> {
  const { values, rule, late } = what;
  const key = await keyOf(what.id, values['key']);
  const lists = what.lists.map(listOf);
  const heads = lists.flatMap(({ head }) => head);
  const { column } = values;
  if (column !== undefined && !heads.includes(column))
    throw new Misread(`No list has a column “${column}”; there are ${heads.join(', ')}.`);
  const before = beforeOf(values['before'], key);
  const sets = what.sets.map(savedOf);
  const owner = ownerIn(ownersIn(lists));
  const mine = [what.out, `${what.out}.runs.jsonl`, ...what.lists, ...Object.values(values)];
  const handed = await handedIn(what.folder, mine);
  const files = handed.map((one) => ({ ...one, owner: owner(one.file) }));
  const repeater = await Repeater.of(key, what);
  try {
    const runs = wantedRuns(key.assignment, toRepeat(key, files, rule));
    const reruns = await repeater.repeat(runs, { isTold: true });
    const graded = (decisions: readonly Decision[]): ClassResult =>
      gradeClass(key, files, reruns, gradingOf(key, lists, rule, decisions, late, sets));
    const desk: Desk = {
      ...{ key, lists, files, reruns, before },
      ...decided(key, files, graded([]), what),
    };
    const result = graded(desk.decisions);
    const { viva } = values;
    if (viva !== undefined)
      await writeVivas(viva, desk, result, repeater, what.flags.includes('signs'));
    return written(what, desk, result);
  } finally {
    await repeater.close();
  }
}

/** The best of several sets, as a table. */
function termOf({ best, sets, out }: AskedBest): number {
  writeFileSync(out, termCsv(sets.map(savedOf), best));
  say(`The best ${best} of ${sets.length} sets; ${out} is written.`);
  return 0;
}

/** The key in a file, or that of the source. */
async function keyOf(id: string, file: string | undefined): Promise<Key> {
  if (file === undefined) return sourceKey(id);
  const key = readKey(readFileSync(file, 'utf8'));
  if (!key) throw new Misread(`${file} is no key of an assignment.`);
  if (key.assignment.id === id) return key;
  throw new Misread(`${file} is the key of ${key.assignment.id}, not of ${id}.`);
}

/** A class list or worksheet in a file; what it was taken for is said. */
function listOf(file: string): DeskList {
  const { text, bytesOf } = encoded(readFileSync(file));
  const list = readClassList(text);
  if ('problem' in list) throw new Misread(`${file}: ${list.problem}`);
  for (const sentence of saidOf(file, list)) say(`- ${sentence}`);
  return { ...list, bytesOf, file };
}

/** A grading that was saved as JSON. */
function savedOf(file: string): Saved {
  const saved = earlierIn(readFileSync(file, 'utf8'));
  if (saved) return saved;
  throw new Misread(
    `${file} is no saved grading with names and key. --json writes one, and “Save everything as JSON” on the page.`,
  );
}

/** The grading that this one is compared with. */
function beforeOf(file: string | undefined, key: Key): Desk['before'] {
  if (file === undefined) return undefined;
  const before = savedOf(file);
  const problem = ofAnother(key, before);
  if (problem !== undefined) throw new Misread(`${file}: ${problem}`);
  return before;
}
