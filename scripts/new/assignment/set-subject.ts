/** What a first assignment can ask of an experiment: a control and a measure that tell many students apart. */
import { randomSettings } from '../../../src/tasks/kinds/reach/random.ts';
import { shownMeasure } from '../../../src/tasks/practice/author/context.ts';
import { overSeeds } from '../../../src/tasks/practice/author/seeds.ts';
import { defaults, type AnySettings, type Table } from '../../../widgets/kit/contract/params.ts';
import { measureAll, runsOnBackend, type AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import { runManyOnNode } from '../../../widgets/run/node.ts';
import { Misread } from '../../misread.mjs';
import type { Case, Subject } from '../lesson/subject.ts';

/** What the assignment is about. No two cases have an answer in common, and all rise or all fall. */
export interface SetSubject extends Subject {
  readonly isRising: boolean;
  /** Those that are met with any seed, and hardly ever by chance. */
  readonly goals: readonly Case[];
}

/** How far from an answer, and from a goal, still counts; as shares. */
export const [TOLERANCE, BAND] = [0.01, 0.02];
/** As many differ: one that is copied is right for one student in twenty. */
const ANSWERS = 20;
/** So many settings are tried, of so many that chance makes; a goal may be met by this share of them. */
const [TRIED, DRAWN, LUCKY] = [60, 2_000, 0.035];

const isNear = (a: number, b: number, share: number): boolean =>
  Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b));

/** The experiment of this name, or the first that will do. Throws Misread where it will not. */
export async function setSubjectOf(
  tag: string | undefined,
  widgets: Readonly<Record<string, AnyWidget>>,
): Promise<SetSubject> {
  const fitting = Object.values(widgets).filter((one) => !runsOnBackend(one));
  for (const widget of fitting.filter((one) => tag === undefined || one.tag === tag)) {
    const subject = await subjectIn(widget);
    if (subject) return subject;
  }
  throw new Misread(
    fitting.some((one) => tag === undefined || one.tag === tag)
      ? `${tag ?? 'No simulation'} has no control of which ${ANSWERS} settings give ${ANSWERS} answers; name another experiment, or none.`
      : `“${tag ?? ''}” is no simulation; there are ${fitting.map((one) => one.tag).join(', ')}.`,
  );
}

async function subjectIn(widget: AnyWidget): Promise<SetSubject | undefined> {
  const measures = new Set([widget.spreadMeasure, ...Object.keys(widget.measures)]);
  for (const [param, { kind, place, label }] of Object.entries(widget.params as Table)) {
    if (kind !== 'number' || place !== 'first') continue;
    const control = await triedOf(widget, param);
    for (const measure of measures) {
      const shown = shownMeasure(widget, measure);
      const found = await casesOf(widget, control, { param, measure, shown });
      if (found) return { widget, param, label, measure, shown, ...found };
    }
  }
  return undefined;
}

type Measures = Readonly<Record<string, number | null>>;
/** A control, each of its settings that was tried with what was measured, and with the share of random ones nearest to it. */
interface Control {
  readonly start: AnySettings;
  readonly atStart: Measures;
  readonly tried: readonly {
    readonly at: number;
    readonly measures: Measures;
    readonly chance: number;
  }[];
}

async function measured(widget: AnyWidget, list: readonly AnySettings[]): Promise<Measures[]> {
  const outcomes = await runManyOnNode(widget, list);
  return outcomes.map((outcome) => measureAll(widget, outcome).measures);
}

async function triedOf(widget: AnyWidget, param: string): Promise<Control> {
  const start = defaults(widget.params as Table) as AnySettings;
  const draws = Array.from({ length: DRAWN }, (_, i) =>
    Number(randomSettings(widget, [param], i + 1)[param]),
  ).toSorted((a, b) => a - b);
  const even = draws.filter((at, i) => i % Math.ceil(DRAWN / TRIED) === 0 && at !== start[param]);
  const values = [...new Set(even)];
  const nearest = draws.map((draw) =>
    values.reduce((best, at) => (Math.abs(at - draw) < Math.abs(best - draw) ? at : best)),
  );
  const settings = values.map((at) => ({ ...start, [param]: at }));
  const [atStart = {}, ...found] = await measured(widget, [start, ...settings]);
  const tried = values.map((at, i) => {
    const chance = nearest.filter((one) => one === at).length / DRAWN;
    return { at, measures: found[i] ?? {}, chance };
  });
  return { start, atStart, tried };
}

async function casesOf(
  widget: AnyWidget,
  { start, atStart, tried }: Control,
  { param, measure, shown }: Pick<Subject, 'param' | 'measure' | 'shown'>,
): Promise<Pick<SetSubject, 'cases' | 'isRising' | 'goals'> | undefined> {
  const { scale, digits, says } = shown;
  const valueIn = (measures: Measures): number =>
    Number(((measures[measure] ?? Number.NaN) * scale).toPrecision(6));
  const all = tried.map(({ measures, ...one }) => ({ ...one, value: valueIn(measures) }));
  const cases: Case[] = [];
  for (const { at, value } of all) {
    const isReadable = value > 0 && isNear(Number(value.toFixed(digits)), value, TOLERANCE / 2);
    if (isReadable && !cases.some((one) => isNear(one.value, value, 2.5 * TOLERANCE)))
      cases.push({ at, value });
  }
  const [first, ...others] = cases.map(({ value }) => value);
  const rises = others.filter((value, i) => value > ([first, ...others][i] ?? 0)).length;
  const isSteady = rises === 0 || rises === others.length;
  if (says || cases.length < ANSWERS || !isSteady) return undefined;
  const possible = cases.filter(({ value }) => {
    const near = all.filter((one) => isNear(one.value, value, BAND));
    const chance = near.reduce((sum, one) => sum + one.chance, 0);
    return chance <= LUCKY && !isNear(valueIn(atStart), value, BAND);
  });
  if (possible.length < ANSWERS) return undefined;
  const goals: Case[] = [];
  for (const one of possible) {
    const seeds = await measured(widget, overSeeds(widget, { ...start, [param]: one.at }));
    if (seeds.every((found) => isNear(valueIn(found), one.value, 0.8 * BAND))) goals.push(one);
  }
  return goals.length < ANSWERS ? undefined : { cases, isRising: rises > 0, goals };
}
