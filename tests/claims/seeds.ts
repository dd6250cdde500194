/**
 * What the tests of a lesson's claims share: its text, and the measures of its experiments over several seeds. What a lesson
 * writes out of several seeds is what those seeds give: text and models cannot drift apart unseen.
 */
import { globSync, readFileSync } from 'node:fs';
import { number } from '../../widgets/kit/draw/format.ts';
import { defaults, type AnySettings, type Table } from '../../widgets/kit/contract/params.ts';
import { measureAll, type AnyWidget, type Measured } from '../../widgets/kit/contract/widget.ts';
import { keptOutcomes } from '../../widgets/run/kept/kept-outcomes.ts';
import { onRecord } from './record.ts';

export const FIVE = [1, 2, 3, 4, 5];
/** Draws that no lesson starts from: what a text says of several seeds holds of these too. */
export const TWENTY = Array.from({ length: 20 }, (_, i) => 101 + i);

/** A file's text on one line. */
export const read = (path: string): string => readFileSync(path, 'utf8').replace(/\s+/g, ' ');
const inContent = (name: string): string => read(globSync(`content/*/**/${name}`)[0] ?? name);
/** A lesson without the tags of its terms, by the name of its file. */
export const lesson = (name: string): string =>
  inContent(`${name}.mdx`).replace(/<\/?Term[^>]*>/g, '');
/** The questions of a lesson as they are written. */
export const questionsOf = (name: string): string => inContent(`${name}.questions.yaml`);

/**
 * Measures for each seed in turn, a list for each of the changes. Models that differ in nothing but how they are used afterwards are
 * trained once, and all together: whoever asks for the same ones finds them kept.
 */
export async function over(
  widget: AnyWidget,
  seeds: readonly number[],
  ...changes: readonly Partial<AnySettings>[]
): Promise<readonly (readonly Measured[])[]> {
  const list = listOf(widget, seeds, changes);
  const found = await onRecord(widget, list, async (some) => {
    const outcomes = await outcomesOf(widget, some);
    return outcomes.map((outcome) => measureAll(widget, outcome).measures);
  });
  return bySeeds(found, seeds);
}

/** The same of numbers that a test reads off outcomes itself. */
export async function numbersOver<Outcome>(
  widget: AnyWidget,
  seeds: readonly number[],
  numbers: Readonly<Record<string, (outcome: Outcome, settings: AnySettings) => number | null>>,
  ...changes: readonly Partial<AnySettings>[]
): Promise<readonly (readonly Measured[])[]> {
  const read = async (some: readonly AnySettings[]): Promise<readonly Measured[]> => {
    const outcomes = (await outcomesOf(widget, some)) as readonly Outcome[];
    return outcomes.map((outcome, i) =>
      Object.fromEntries(
        Object.entries(numbers).map(([name, of]) => [name, of(outcome, some[i] as AnySettings)]),
      ),
    );
  };
  const list = listOf(widget, seeds, changes);
  return bySeeds(await onRecord(widget, list, read, Object.keys(numbers)), seeds);
}

const listOf = (
  { params }: AnyWidget,
  seeds: readonly number[],
  changes: readonly Partial<AnySettings>[],
): readonly AnySettings[] =>
  changes.flatMap((one) =>
    seeds.map((seed) => ({ ...defaults(params), ...one, seed }) as AnySettings),
  );

const bySeeds = <T>(all: readonly T[], { length }: readonly number[]): readonly (readonly T[])[] =>
  Array.from({ length: all.length / length }, (_, at) => all.slice(at * length, (at + 1) * length));

/** The outcomes of runs, made or kept. */
async function outcomesOf(
  widget: AnyWidget,
  list: readonly AnySettings[],
): Promise<readonly unknown[]> {
  const trained = list.map((settings) => trainedFor(widget, settings));
  const outcomes = await keptOutcomes(widget, trained);
  return list.map((settings, i) => {
    const ran = { settings: trained[i] as AnySettings, outcome: outcomes[i] };
    return settings === ran.settings ? ran.outcome : widget.reuse?.(settings, ran);
  });
}

/** The settings of the same model that differ least from the usual ones. */
function trainedFor({ params, modelOf, reuse }: AnyWidget, settings: AnySettings): AnySettings {
  if (!modelOf || !reuse) return settings;
  let base = settings;
  for (const [name, usual] of Object.entries(defaults(params as Table))) {
    const other = { ...base, [name]: usual };
    if (base[name] !== usual && modelOf(other) === modelOf(settings)) base = other;
  }
  return base;
}

/** One measure of them all; `NaN` where it has no value. */
export const each = (all: readonly Measured[] | undefined, name: string): number[] =>
  (all ?? []).map((one) => one[name] ?? Number.NaN);
/** The mean; `NaN` of nothing. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length;
/** A share as the lessons write it, without the sign. */
export const percent = (share: number): string => number(100 * share);
/** The lowest and the highest, in per cent. */
export const range = (values: readonly number[]): [string, string] => [
  percent(Math.min(...values)),
  percent(Math.max(...values)),
];
