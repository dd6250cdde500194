/** A new assignment about an experiment that there is: two items, each in several variants, which are proved as they stand. */
import { randomBytes } from 'node:crypto';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { parse, stringify } from 'yaml';
import { loadWidgets } from '../../../widgets/index.ts';
import { subjectOf, type Subject } from '../lesson/subject.ts';
import { nameIn, title, type Made, type Read } from '../made.ts';
import { takenNames } from '../taken.ts';

const BOOK = 'content/book.yaml';

/** The file of a new assignment in the last chapter; the second word names its experiment. */
export async function newAssignment(
  words: readonly string[],
  read: Read,
  taken: readonly string[] = [...takenNames(), ...assignmentNames()],
): Promise<Made> {
  const name = nameIn(words, 'assignment', taken);
  const subject = await subjectOf(words[1], await loadWidgets());
  const { chapters } = parse(read(BOOK)) as {
    readonly chapters: readonly { readonly folder: string }[];
  };
  return {
    files: new Map([
      [`content/${chapters.at(-1)?.folder ?? ''}/assignments/${name}.yaml`, textOf(name, subject)],
    ]),
    next:
      `npm run dev shows it at /assignments/${name}/. npm run hand-in:simulate -- --assignment ${name} --students 30 --seed 1 --out FOLDER ` +
      'makes a class to try it on. Its id, and those of its items, are permanent once a student has them. What may stand in it: content/CONTRIBUTING.md.',
  };
}

function assignmentNames(): readonly string[] {
  return globSync('content/*/assignments/*.yaml').map((path) => basename(path, '.yaml'));
}

/** The YAML. */
function textOf(name: string, { widget, param, label, measure, shown, cases }: Subject): string {
  const values = cases.map(({ at }) => at);
  const unit = shown.unit === undefined ? {} : { unit: shown.unit };
  const number = {
    ...{ id: `${name}-read`, version: 1, kind: 'number', points: 2, minutes: 4 },
    objective: `Find out what ${label} does to ${shown.label}.`,
    draw: { value: values },
    prompt: `With *${label}* at {value}, and all else as it stands at first: what is *${shown.label}*?`,
    ...unit,
    answer: { widget: widget.tag, settings: { [param]: '=value' }, measure },
    tolerance: { relative: 0.02 },
    hints: [{ text: 'Set the experiment to it, and look at its table.', costs: 0.5 }],
    solution: `The experiment gives it with *${label}* at {value}. Write here why it is so.`,
  };
  const choice = {
    ...{ id: `${name}-say`, version: 1, kind: 'choice', points: 1, minutes: 2 },
    objective: 'Say what a run can be asked for again.',
    prompt: `Two students run the same experiment with *${label}* at the same value and the same seed. What do they see?`,
    options: [
      { id: 'same', text: 'The same.', correct: true },
      {
        ...{ id: 'other', text: 'Something else each time.' },
        misconception: 'A seed is chance itself.',
        feedback: 'The seed decides what chance does, so the run can be repeated.',
      },
    ],
    solution: 'Settings, seed included, determine the outcome.',
  };
  return stringify({
    ...{ id: name, version: 1, title: title(name) },
    summary: `A first version of an assignment on what ${label} does to ${shown.label}.`,
    instructions: 'Say here what it is about, what may be used, and how long it takes.',
    salt: `${name}-first-course`,
    seal: randomBytes(16).toString('hex'),
    solutions: 'After the deadline, from your instructor.',
    items: [number, choice],
  });
}
