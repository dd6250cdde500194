/** A new assignment about an experiment that there is: an experiment, a number, a choice and a goal, each in many variants, which are proved as they stand. */
import { randomBytes } from 'node:crypto';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { parse, stringify } from 'yaml';
import { loadWidgets } from '../../../widgets/index.ts';
import { nameIn, title, type Made, type Read } from '../made.ts';
import { takenNames } from '../taken.ts';
import { BAND, setSubjectOf, TOLERANCE, type SetSubject } from './set-subject.ts';

const BOOK = 'content/book.yaml';

/** The file of a new assignment in the last chapter; the second word names its experiment. */
export async function newAssignment(
  words: readonly string[],
  read: Read,
  taken: readonly string[] = [...takenNames(), ...assignmentNames()],
): Promise<Made> {
  const name = nameIn(words, 'assignment', taken);
  const subject = await setSubjectOf(words[1], await loadWidgets());
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
function textOf(
  name: string,
  { widget, param, label, measure, shown, cases, isRising, goals }: SetSubject,
): string {
  const { unit, scale } = shown;
  const experiment = `${name}-lab`;
  const some = cases.filter((_, i) => i % Math.ceil(cases.length / 8) === 0).map(({ at }) => at);
  const [least, most] = [1 - BAND, 1 + BAND].map(
    (of) => `=target * ${of}${scale === 1 ? '' : ` / ${scale}`}`,
  );
  const percent = BAND * 100;
  const number = {
    ...{ id: `${name}-read`, version: 1, kind: 'number', points: 2, minutes: 4 },
    objective: `Find out what ${label} does to ${shown.label}.`,
    draw: { value: cases.map(({ at }) => at) },
    prompt: `With *${label}* at {value}, and all else as it stands at first: what is *${shown.label}*?`,
    ...(unit === undefined ? {} : { unit }),
    answer: { widget: widget.tag, settings: { [param]: '=value' }, measure },
    tolerance: { relative: TOLERANCE },
    hints: [{ text: 'Set the experiment to {value}, and look at its table.', costs: 0.5 }],
    solution: `The experiment gives it with *${label}* at {value}. Write here why it is so.`,
  };
  const larger = (id: string, sign: string, who: string) => ({
    ...{ id, text: `In ${who}.`, correct: `=one ${sign} other` },
    misconception: 'The direction is guessed.',
    feedback: `Run the experiment with *${label}* at {one}, then at {other}.`,
  });
  const choice = {
    ...{ id: `${name}-say`, version: 1, kind: 'choice', points: 1, minutes: 2 },
    objective: `Say in which direction ${label} moves ${shown.label}.`,
    draw: { one: some, other: some },
    prompt: `Anna sets *${label}* to {one}, Ben sets it to {other}, and neither touches anything else. In whose run is *${shown.label}* larger?`,
    options: [
      larger('anna', isRising ? '>' : '<', 'Anna’s'),
      larger('ben', isRising ? '<' : '>', 'Ben’s'),
      larger('neither', '==', 'neither: it is the same'),
    ],
    ordered: true,
    solution: `*${shown.label}* ${isRising ? 'rises' : 'falls'} as *${label}* rises. Write here why.`,
  };
  const goal = {
    ...{ id: `${name}-reach`, version: 1, kind: 'reach', points: 3, minutes: 8 },
    objective: `Find the ${label} that gives a ${shown.label} that is wanted.`,
    experiment,
    draw: { target: goals.map(({ value }) => Number(value.toPrecision(4))) },
    vary: [param],
    prompt: `Set the experiment so that *${shown.label}* is {target}${unit === undefined ? '' : ` ${unit}`}, give or take ${percent} %.`,
    goal: { [measure]: { atLeast: least, atMost: most } },
    solve: goals.map(({ at }) => ({ [param]: at })),
    hints: [
      { text: `Try a small *${label}* and a large one. Between which two does it lie?`, costs: 1 },
    ],
    solution: `One setting of *${label}* gives {target}. Write here how to find it in few runs.`,
  };
  const whole = {
    ...{ id: name, version: 1, title: title(name) },
    summary: `A first version of an assignment on what ${label} does to ${shown.label}.`,
    instructions:
      'The experiment stands with the last item; use it for all three. Say here what the assignment is about, what may be used, and how long it takes.',
    salt: `${name}-first-course`,
    seal: randomBytes(16).toString('hex'),
    solutions: 'After the deadline, from your instructor.',
    experiments: [
      { id: experiment, widget: widget.tag, question: `What does ${label} do to ${shown.label}?` },
    ],
    items: [number, choice, goal],
  };
  return stringify(whole, { aliasDuplicateObjects: false });
}
