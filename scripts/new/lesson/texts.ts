/** The files of a first lesson, as text. */
import { stringify } from 'yaml';
import { pascal, title } from '../made.ts';
import type { Subject } from './subject.ts';

/** What a new lesson is called, and where it stands. */
export interface Place {
  readonly name: string;
  /** A source of the book that there is, if any. */
  readonly source?: string;
  /** A term of the glossary, and what it is called. */
  readonly term?: { readonly id: string; readonly name: string };
}

/** Its experiment's title. */
const firstTry = (name: string): string => `${title(name)}: a first try`;
const ids = (name: string) => ({
  experiment: `${name}-lab`,
  predict: `${name}-predict`,
  questions: ['one', 'two', 'three', 'four', 'five'].map((which) => `${name}-${which}`),
});

/** The text, in the order of content/CONTRIBUTING.md. */
export function mdxOf({ name, source, term }: Place, subject: Subject): string {
  const { widget, label, measure, param, shown, cases } = subject;
  const { experiment, predict, questions } = ids(name);
  const [asked] = cases;
  const idea = term ? `name the idea (<Term of="${term.id}">${term.name}</Term>)` : 'name the idea';
  const cited = source ? ` Sources stand in brackets [@${source}].` : '';
  const what = `what ${label} does to ${shown.label}`;
  const front = {
    title: title(name),
    question: `What does ${label} do to ${shown.label}?`,
    core: false,
    objectives: [`Predict ${what}.`, `Explain ${what}, in the words of the field.`],
    experiments: [experiment],
    summary: `A first version of a lesson on ${what}. Say here what a reader takes away.`,
  };
  return `---
${stringify(front)}---

Begin with a scene: somebody, a problem, and a number that does not fit.

## Commit to a number before you look

<Question id="${predict}" />

<${pascal(widget.tag)}
  id="${experiment}"
  title="${firstTry(name)}"
  question="What does ${label} do to ${shown.label}?"
/>

## A heading states the point that the experiment makes

At first ${shown.label} was <Yours of="${experiment}.${measure}" />. With ${label} at ${String(asked?.at)} it was <Yours of="${experiment}.${measure}" when={{ ${param}: ${String(asked?.at)} }} />. Say why, ${idea}, and say where it ends.

## Check yourself

${questions.map((id) => `<Question id="${id}" />`).join('\n\n')}

## Where the numbers come from

All numbers of this first version come from the experiment on this page.${cited}
`;
}

/** One prediction, three core questions and two optional ones. */
export function questionsOf({ name }: Place, subject: Subject): string {
  const { widget, label, measure, param, shown, cases } = subject;
  const { experiment, predict, questions } = ids(name);
  const [asked, ...others] = cases;
  const promptAt = (at: number | undefined): string =>
    `With *${label}* at ${String(at)} and all else as it stands at first: what is *${shown.label}*?`;
  const unit = shown.unit === undefined ? {} : { unit: shown.unit };
  const prediction = {
    ...{ id: predict, version: 1, kind: 'prediction', idea: name },
    ...{ objective: `Predict what ${label} does to ${shown.label}.`, minutes: 1 },
    ...{ instance: experiment, form: 'number', measure, when: { [param]: asked?.at }, ...unit },
    ...scaleOf(
      cases.map(({ value }) => value),
      shown.unit,
    ),
    ...{ prompt: promptAt(asked?.at), after: 'Say in one sentence why it is so.' },
  };
  const graded = questions.map((id, i) => ({
    ...{ id, version: 1, kind: 'number', idea: name, core: i < 3 },
    ...{ objective: `Read off what ${label} does to ${shown.label}.`, minutes: 2, points: 1 },
    prompt: promptAt(others[i]?.at),
    answer: { widget: widget.tag, settings: { [param]: others[i]?.at }, measure },
    ...unit,
    tolerance: { relative: 0.02 },
    hints: ['Set the experiment to it, and look at its table.'],
    solution: `The experiment gives it with *${label}* at ${String(others[i]?.at)}. Write here why it is so.`,
  }));
  return stringify([prediction, ...graded]);
}

/** From where to where a guess may lie: there is room on both sides of what the experiment gives. */
function scaleOf(
  values: readonly number[],
  unit: string | undefined,
): Record<'min' | 'max', number> {
  if (unit === '%') return { min: 0, max: 100 };
  const most = 2 * Math.max(...values.map(Math.abs), 0.5);
  const step = 10 ** Math.floor(Math.log10(most));
  const max = Math.ceil(most / step) * step;
  return { min: Math.min(...values) < 0 ? -max : 0, max };
}

/** The chapter's ideas with that of the lesson. */
export const ideasWith = (ideas: string, { name }: Place, { label, shown }: Subject): string =>
  `${ideas.trimEnd()}\n\n${stringify([{ id: name, phrase: `What ${label} does to ${shown.label}` }])}`;
