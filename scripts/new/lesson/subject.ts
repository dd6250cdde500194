/** What a first version can ask of an experiment: one control, one measure, and settings at which it has a value. */
import { shownMeasure } from '../../../src/tasks/practice/author/context.ts';
import type { ShownMeasure } from '../../../src/tasks/judge/shown-measure.ts';
import {
  defaults,
  spreadValues,
  type AnySettings,
  type NumberParam,
  type Table,
} from '../../../widgets/kit/contract/params.ts';
import { runsOnBackend, type AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import { bookRun } from '../../../widgets/server/book-run.ts';
import { Misread } from '../../misread.mjs';

/** A setting of the control, and the value that a reader would read there. */
export interface Case {
  readonly at: number;
  readonly value: number;
}

/** What the lesson is about. */
export interface Subject {
  readonly widget: AnyWidget;
  readonly param: string;
  readonly label: string;
  readonly measure: string;
  readonly shown: ShownMeasure;
  readonly cases: readonly Case[];
}

/** One prediction and five questions. */
const CASES = 6;

/** The experiment of this name, or the first that will do. Throws where it will not. */
export async function subjectOf(
  tag: string | undefined,
  widgets: Readonly<Record<string, AnyWidget>>,
): Promise<Subject> {
  const fitting = Object.values(widgets).filter((one) => !runsOnBackend(one));
  const known = fitting.map((one) => one.tag).join(', ');
  const asked = fitting.filter((one) => tag === undefined || one.tag === tag);
  for (const widget of asked) {
    const subject = await subjectIn(widget);
    if (subject) return subject;
  }
  throw new Misread(
    tag === undefined
      ? 'There is no simulation yet; npm run new:widget NAME writes one.'
      : `“${tag}” is no simulation with a control to ask about; there are ${known}.`,
  );
}

async function subjectIn(widget: AnyWidget): Promise<Subject | undefined> {
  const table = widget.params as Table;
  const start = defaults(table) as AnySettings;
  const measure = widget.spreadMeasure;
  for (const [name, param] of Object.entries(table)) {
    if (param.kind !== 'number' || param.place !== 'first') continue;
    const shown = shownMeasure(widget, measure);
    const cases = await casesOf(widget, start, { name, param, measure, shown });
    if (cases.length === CASES) {
      return { widget, param: name, label: param.label, measure, shown, cases };
    }
  }
  return undefined;
}

async function casesOf(
  widget: AnyWidget,
  start: AnySettings,
  {
    name,
    param,
    measure,
    shown,
  }: {
    readonly name: string;
    readonly param: NumberParam;
    readonly measure: string;
    readonly shown: ShownMeasure;
  },
): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const at of spreadValues(param)) {
    if (at === start[name] || cases.length === CASES) continue;
    const { measures } = await bookRun(widget, { ...start, [name]: at });
    const value = measures[measure] ?? null;
    if (value !== null) cases.push({ at, value: Number((value * shown.scale).toPrecision(6)) });
  }
  return cases;
}
