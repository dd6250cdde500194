/** What a graded class leaves behind: files, and sentences on standard error. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Key } from '../../src/tasks/sets/pure/format/assignment.ts';
import type { ClassResult, Submitted } from '../../src/tasks/grading/pure/grade/class.ts';
import type { Encoded } from '../../src/tasks/grading/teach/encoded.ts';
import { rollOf, without } from '../../src/tasks/grading/teach/grading.ts';
import { zippedBytes } from '../../src/book/zipped.ts';
import { parcelFiles, split } from '../../src/tasks/grading/pure/grade/parcels.ts';
import {
  answersOf,
  countedIn,
  ofLaterRevision,
  refOf,
  toRead,
  type ToRead,
} from '../../src/tasks/grading/pure/grade/reading.ts';
import { changesBetween, type Change } from '../../src/tasks/grading/pure/grade/regrade.ts';
import type { Reruns } from '../../src/tasks/grading/pure/grade/reruns.ts';
import { changesCsv } from '../../src/tasks/grading/pure/out/changes.ts';
import type { ClassList } from '../../src/tasks/grading/pure/out/class-list.ts';
import { givenBack, maximaIn } from '../../src/tasks/grading/pure/out/given-back.ts';
import { compared } from '../../src/tasks/grading/pure/out/lines.ts';
import { feedbackFiles } from '../../src/tasks/grading/pure/out/feedback-files.ts';
import { gradesCsv } from '../../src/tasks/grading/pure/out/grades.ts';
import { pseudonymous } from '../../src/tasks/grading/pure/out/pseudonymous.ts';
import { wholeText } from '../../src/tasks/grading/pure/out/whole.ts';
import { itemStats } from '../../src/tasks/grading/pure/stats/items.ts';
import { together } from '../../src/tasks/grading/pure/stats/together.ts';
import type { Decided } from './decided.ts';
import type { Asked } from './options.ts';
import { Misread } from '../misread.mjs';
import { say } from './said.ts';

/** All that is known of a class when its marks are written. */
export interface Desk extends Decided {
  readonly key: Key;
  readonly lists: readonly DeskList[];
  readonly files: readonly Submitted[];
  readonly reruns: Reruns;
  readonly before: readonly [Key, ClassResult] | undefined;
}

/** A list, with the file that it came in and how its bytes are written. */
export interface DeskList extends ClassList, Pick<Encoded, 'bytesOf'> {
  readonly file: string;
}

/** So many changes are told; the file has all of them. */
const TOLD = 20;

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** Writes what was asked for; resolves to how the command ends. */
export function written(what: Asked, desk: Desk, result: ClassResult): number {
  const { key, lists, reruns } = desk;
  const { out, values, flags } = what;
  // Before anything is written: what cannot be read once more is a mistake in the command line.
  const queue = what.assistants.length > 0 ? queueOf(what, desk, result) : [];
  const isPseudonymous = flags.includes('signs');
  writeFileSync(out, gradesCsv(key, isPseudonymous ? pseudonymous(result) : result));
  const { json, feedback } = values;
  if (json !== undefined) writeFileSync(json, wholeOf(what, desk, result));
  if (feedback !== undefined) {
    const files = feedbackFiles(key, result, lists, flags.includes('solutions'));
    if (feedback.endsWith('.zip')) writeFileSync(feedback, zippedBytes(files));
    else writeAll(feedback, files);
  }
  const failed = [...reruns.values()].filter(({ state }) => state === 'failed').length;
  const { students, refused } = result;
  say(
    `${students.length} students graded, ${refused.length} files not; ${reruns.size} runs repeated, ${failed} could not be. ${out} is written.`,
  );
  const back = lists.map((list) => giveBack(what, desk, list, result));
  for (const sentence of ofLaterRevision(key, desk.files, result)) say(`- ${sentence}`);
  sayLists(desk, result);
  for (const { file, says } of refused) say(`- ${file}: ${says}`);
  sayMerged(desk);
  if (desk.before) {
    const maxima = flags.includes('as-points')
      ? []
      : maximaIn(lists, key.assignment, values.column);
    sayChanges(changesBetween(desk.before, [key, result], maxima), values['changes']);
  }
  const left = toRead(key, desk.files, result).length;
  if (left > 0) say(`${count(left, 'answer')} left to be read; --share deals them out.`);
  if (what.assistants.length > 0) writeShares(what, desk, queue);
  return refused.length > 0 || failed > 0 || back.includes(false) ? 1 : 0;
}

/** Writes a list with the marks in it, where that was asked for; says what was left. Whether it could be. */
function giveBack(
  { values, flags }: Asked,
  { key, lists }: Desk,
  list: DeskList,
  { students }: ClassResult,
): boolean {
  const { back, list: only, column } = values;
  const path = only ?? (back === undefined ? undefined : join(back, basename(list.file)));
  if (path === undefined) return true;
  const how = { column, isScaled: !flags.includes('as-points') };
  const given = givenBack(list, key.assignment, students, how, without(lists, list));
  if ('problem' in given) {
    say(`${list.file}: ${given.problem}`);
    return false;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, list.bytesOf(given.text));
  say(`${path}: ${given.says[0] ?? ''}`);
  for (const sentence of given.says.slice(1)) say(`- ${sentence}`);
  return true;
}

function wholeOf({ values, flags }: Asked, desk: Desk, result: ClassResult): string {
  const { key, files, reruns, decisions } = desk;
  const counted = countedIn(files);
  const submissions = result.students.flatMap((one) => counted(one) ?? []);
  return wholeText(key, result, {
    isPseudonymous: flags.includes('signs'),
    deleteBy: values['delete-by'] ?? '',
    stats: itemStats(result),
    together: together(key.assignment, submissions, reruns),
    decisions,
  });
}

/** What is to be read once more, then what is left, with what two readers said of it. */
function queueOf({ again }: Asked, { key, files, merged }: Desk, result: ClassResult) {
  const asked = again.map(([number, item]): ToRead => {
    const found = answersOf(files, result, number, item);
    if (found) return found;
    throw new Misread(`${number} has handed in nothing for ${item}.`);
  });
  const refs = new Set(asked.map(refOf));
  const open = new Map(merged?.open.map(({ ref, says }) => [ref, says]));
  const left = toRead(key, files, result).filter((one) => !refs.has(refOf(one)));
  return [...asked, ...left.map((one) => ({ ...one, says: open.get(refOf(one)) ?? one.says }))];
}

function writeShares(
  { assistants, twice, values, flags }: Asked,
  desk: Desk,
  queue: readonly ToRead[],
) {
  const into = values['into'] ?? '.';
  if (queue.length === 0) {
    say('There is nothing to be read.');
    return;
  }
  const how = { assistants, twice, isPseudonymous: !flags.includes('names') };
  writeAll(into, parcelFiles(split(desk.key, queue, desk.reruns, how)));
  say(
    `${count(assistants.length, 'file')} to be read, with ${count(queue.length, 'answer')}, in ${into}.`,
  );
}

function writeAll(folder: string, files: readonly (readonly [string, string])[]): void {
  for (const [name, text] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function sayLists({ lists, files }: Desk, result: ClassResult): void {
  const roll = rollOf(lists);
  if (!roll) return;
  const { missing, unreadable, strangers } = compared(roll, result, without(lists, roll), files);
  for (const { name, number } of missing) say(`- ${name} (${number}): handed in nothing.`);
  for (const { name, number, files: own } of unreadable)
    say(
      `- ${name} (${number}): handed in, but nothing that can be graded for this number: ${own.join(', ')}.`,
    );
  for (const { student } of strangers)
    say(`- ${student.name} (${student.number}): on no class list.`);
}

function sayMerged({ merged: found, strangers }: Desk): void {
  if (!found) return;
  const { decisions, open, strange, twice, same, kappa } = found;
  say(
    `Readings: ${count(decisions.length, 'decision')}; on ${count(open.length, 'answer')} two readers differ.`,
  );
  if (twice > 0) {
    const share = same ? `${Math.round(same.value * 100)} %` : 'none';
    say(
      `- Of ${count(twice, 'answer')} that two have read, both gave the same to ${share}; weighted kappa ${kappa ? kappa.value.toFixed(2) : 'cannot be told of so few'}.`,
    );
  }
  if (strange > 0) say(`- ${count(strange, 'reading')} of answers that do not count, left out.`);
  for (const name of strangers) say(`- ${name} is no file of readings for this assignment.`);
}

function sayChanges(changes: readonly Change[], file: string | undefined): void {
  const gains = changes.filter(({ from, to }) => to > from).length;
  say(
    `${count(changes.length, 'mark')} changed: ${gains} for the better, ${changes.length - gains} for the worse.`,
  );
  for (const { student, item, from, to, why } of changes.slice(0, TOLD))
    say(`- ${student.name} (${student.number}), ${item}: ${from}, now ${to}; ${why}.`);
  if (changes.length > TOLD)
    say(
      `- and ${changes.length - TOLD} more${file === undefined ? '; --changes writes them all' : ''}.`,
    );
  if (file !== undefined) writeFileSync(file, changesCsv(changes));
}
