/**
 * What one message earns that everybody pastes under a number of their own: of each item the answer that is worth most in the
 * mean, and the one that is right throughout in most variants. They are found among those that are right in some, what lies
 * between two of them, what somebody picks who has not looked, and what can be made of all these by leaving out and exchanging.
 */
import { fullSettings } from '../../../../../widgets/kit/contract/author-settings.ts';
import type { AnySettings } from '../../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../../widgets/kit/contract/widget.ts';
import { runKey, type Runnable } from '../../../../../widgets/kit/record/run-key.ts';
import type { Answer } from '../../../judge/answers.ts';
import { judgeItem } from '../../../grading/pure/grade/item.ts';
import type { Rerun } from '../../../grading/pure/grade/reruns.ts';
import type { Sample } from '../../../sample.ts';
import { having } from '../../../tables/having.ts';
import type { Item, ItemKey } from '../../../tables/item.ts';
import * as SAMPLES from '../../../tables/sample.ts';
import type { OnExperiment } from '../../pure/format/head.ts';
import { digest } from '../../pure/submission/digest.ts';
import type { Given } from '../../pure/submission/submission.ts';
import { drawn, settingsIn } from '../../pure/variants/variant.ts';
import type { Copied, Prover } from './proof.ts';

type SampleIn = (item: Item, key: ItemKey, seed: number) => Sample | undefined;
const SAMPLE_IN = having<SampleIn>(SAMPLES, 'sampleIn');

/** What somebody may paste: an answer, and what they are told to set in their own experiment. */
interface Message {
  readonly answer: Answer;
  readonly moved?: AnySettings | undefined;
}

/** So many answers are judged at most; of more variants some are looked at, evenly. */
const MOST_JUDGED = 60_000;
/** A list of more entries than this is not taken to pieces. */
const LONGEST = 12;

/** Finds it. Runs are made where the item is answered by runs. */
export async function copiedOf(
  item: Item,
  key: ItemKey,
  widget: AnyWidget | undefined,
  { runs }: Pick<Prover, 'runs'>,
): Promise<Copied | undefined> {
  const seeds = item.seeds.filter((seed) => !item.withdrawn.includes(seed));
  const vary = 'vary' in item ? item.vary : [];
  const rights = seeds.map((seed): readonly Message[] => {
    const sample = SAMPLE_IN[item.kind]?.(item, key, seed);
    const [settings] = sample?.runs ?? [];
    const moved =
      settings &&
      Object.fromEntries(Object.entries(settings).filter(([name]) => vary.includes(name)));
    return (sample?.right ?? []).map((answer) => ({ answer, moved }));
  });
  // Where earlier answers go on, what is right belongs to a student; and nobody copies that.
  if (rights.every(({ length }) => length === 0)) return undefined;
  const known = new Map(rights.flat().map((one) => [JSON.stringify(one), one]));
  const step = Math.max(1, Math.ceil((known.size * seeds.length) / MOST_JUDGED));
  const looked = seeds.filter((_, at) => at % step === 0);
  const tried = new Map<string, { readonly earns: number; readonly whole: number }>();
  const tryAll = async (messages: readonly Message[]): Promise<void> => {
    const fresh = messages.filter((one) => !tried.has(JSON.stringify(one)));
    const reruns = await repeated(item, widget, runs, fresh, looked);
    for (const one of fresh) {
      const credits = looked.map((seed) => creditOf(item, key, seed, one, reruns));
      const whole = credits.filter((credit) => credit === 1).length / credits.length;
      tried.set(JSON.stringify(one), { earns: mean(credits), whole });
    }
  };
  await tryAll([...known.values(), ...bluntIn(item, key, [...known.values()])]);
  const parts = new Set(
    [...known.values(), ...pairsIn(item)].flatMap(({ answer }) => partsOf(answer)),
  );
  for (const figure of FIGURES)
    for (let best = bestOf(tried, figure); ;) {
      const { answer } = JSON.parse(best[0]) as Message;
      if (partsOf(answer).length === 0 || parts.size > LONGEST * LONGEST) break;
      await tryAll([...parts].flatMap((part) => exchanged(answer as readonly string[], part)));
      const next = bestOf(tried, figure);
      if (next[1][figure] <= best[1][figure]) break;
      best = next;
    }
  const [[message, { earns }], [rightest, { whole }]] = [
    bestOf(tried, 'earns'),
    bestOf(tried, 'whole'),
  ];
  const distinct = new Set(rights.flatMap(([first]) => (first ? [JSON.stringify(first)] : [])));
  return {
    ...{ distinct: distinct.size, earns, whole },
    message: saidOf(JSON.parse(message) as Message),
    rightest: saidOf(JSON.parse(rightest) as Message),
  };
}

const FIGURES = ['earns', 'whole'] as const;

/** What needs no numbers: each option alone, or all of them; one side for all that is matched; all places; and numbers that lie at the edge of what is right. */
function bluntIn(item: Item, key: ItemKey, rights: readonly Message[]): readonly Message[] {
  switch (item.kind) {
    case 'choice':
      return [...item.options.map((one) => [one]), item.options].map((answer) => ({ answer }));
    case 'match':
      return item.right.map((to) => ({ answer: item.left.map((from) => `${from}:${to}`) }));
    case 'challenge': {
      const all = Array.from({ length: item.places }, (_, i) => String(i + 1));
      return ['images', 'table'].map((way) => ({ answer: [way, ...all] }));
    }
    case 'number': {
      const { absolute = 0, relative = 0 } = key.kind === 'number' ? key.tolerance : {};
      return rights.flatMap(({ answer }) => {
        const value = Number(answer);
        const room = 0.999 * Math.max(absolute, relative * Math.abs(value));
        return [value - room, value + room].map((one) => ({ answer: String(one) }));
      });
    }
    default:
      return [];
  }
}

/** What can be put into a list, whether or not it is right anywhere. */
const pairsIn = (item: Item): readonly Message[] =>
  item.kind === 'match'
    ? item.left.map((from) => ({ answer: item.right.map((to) => `${from}:${to}`) }))
    : item.kind === 'choice'
      ? [{ answer: item.options }]
      : [];

const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

type Tried = readonly [message: string, of: { readonly earns: number; readonly whole: number }];
/** The best by one figure; of equals by the other. */
function bestOf(tried: ReadonlyMap<string, Tried[1]>, figure: (typeof FIGURES)[number]): Tried {
  const worth = ({ earns, whole }: Tried[1]): number =>
    figure === 'earns' ? earns + whole / 1e6 : whole + earns / 1e6;
  return [...tried].reduce((best, one) => (worth(one[1]) > worth(best[1]) ? one : best));
}

/** The entries of a list that is short enough to be taken to pieces. */
const partsOf = (answer: Answer): readonly string[] =>
  Array.isArray(answer) && answer.length <= LONGEST && answer.every((one) => one.length < 100)
    ? (answer as readonly string[])
    : [];

/** A list with one entry taken out, or put in; of a pair in the place of the one that was there. */
function exchanged(list: readonly string[], part: string): readonly Message[] {
  const without = list.filter((one) => one !== part);
  const left = /^[^:]*:/.exec(part)?.[0];
  const others = without.filter((one) => left === undefined || !one.startsWith(left));
  return [without, [part, ...others]]
    .filter(({ length }) => length > 0)
    .map((answer) => ({ answer: answer.toSorted() }));
}

/** The runs of everybody who follows the messages, each in a variant of their own. */
async function repeated(
  item: Item,
  widget: AnyWidget | undefined,
  runs: Prover['runs'],
  messages: readonly Message[],
  seeds: readonly number[],
): Promise<ReadonlyMap<string, Rerun>> {
  if (!widget || !('vary' in item)) return new Map();
  const wanted = messages.flatMap(({ moved }) =>
    moved ? seeds.map((seed) => ownRun(item, seed, moved)) : [],
  );
  const found = await runs(
    widget,
    wanted.map(({ settings }) => fullSettings(widget, settings, 'start')),
  );
  return new Map(
    wanted.map((run, at): [string, Rerun] => {
      const { measures = {}, why = {} } = found[at] ?? {};
      return [runKey(run), { state: 'done', measures, why }];
    }),
  );
}

function ownRun(item: OnExperiment & Item, seed: number, moved: AnySettings): Runnable {
  const start = settingsIn(item.start, drawn(item, seed));
  return { widget: item.widget, version: item.widgetVersion, settings: { ...start, ...moved } };
}

function creditOf(
  item: Item,
  key: ItemKey,
  seed: number,
  { answer, moved }: Message,
  reruns: ReadonlyMap<string, Rerun>,
): number {
  const run = moved && 'vary' in item ? ownRun(item, seed, moved) : undefined;
  const rerun = run && reruns.get(runKey(run));
  const cited = run && rerun?.state === 'done' && { ...run, backend: '', measures: rerun.measures };
  const head = { version: item.version, variant: seed, note: '', tries: 1, hints: 0 };
  const handed = { ...head, answer: answer as Given, runs: cited ? [cited] : [] };
  return judgeItem({ item, key, seed, handed, reruns }).credit;
}

/** What is written in such a message; a long text by its beginning and a name. */
function saidOf({ answer, moved }: Message): string {
  const settings = Object.entries(moved ?? {}).map(([name, value]) => `${name}=${value}`);
  const text = typeof answer === 'string' ? answer : (answer as readonly string[]).join(' ');
  const short = text.length > 160 ? `${text.slice(0, 150)}… (${digest(text).slice(0, 6)})` : text;
  return [short, ...settings].filter((one) => one !== '').join(' ');
}
