/** The questions of a viva, each from the student’s own work, with its answer. A run that nobody has made yet is asked for. */
import type { Measured } from '../../../../../widgets/kit/contract/widget.ts';
import { runKey, type Runnable } from '../../../../../widgets/kit/record/run-key.ts';
import type { Random } from '../../../../../widgets/kit/numbers/random.ts';
import { VIVA } from '#words/src/tasks/grading/pure/viva/words';
import { asSaid } from '../../../judge/shown-measure.ts';
import { named } from '../../../kinds/challenge/pure/named.ts';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import { inOwn } from '../../../sets/pure/variants/in-own.ts';
import { drawn } from '../../../sets/pure/variants/variant.ts';
import type { Given } from '../../../sets/pure/submission/submission.ts';
import { isAnswered } from '../../../sets/pure/work/answered.ts';
import type { Item } from '../../../tables/item.ts';
import type { Reruns } from '../grade/reruns.ts';
import { solutionIn } from '../grade/right.ts';
import { givenText, toldIn } from '../grade/told.ts';
import {
  changeOf,
  compared,
  isCheap,
  measureWords,
  movedIn,
  runWith,
  settingWords,
  untriedIn,
  valueWords,
  type Change,
  type Cited,
  type Compared,
  type Handed,
} from './experiment.ts';
import { plainText, shortened } from './plain-text.ts';

/** One question, for reading aloud; texts are plain. */
export interface Question {
  readonly is: 'came' | 'changed' | 'if' | 'own';
  /** Which item it is about, from 1 on. */
  readonly place: number;
  readonly ask: string;
  readonly answer: string;
  readonly next: string;
}

/** Runs that it waits for go out; it goes on with all that are known by then. */
export type Waits<T> = Generator<readonly Runnable[], T, Reruns>;

/** What a student’s questions are made of. */
export interface Asked {
  readonly key: Key;
  readonly answered: readonly Handed[];
  readonly cited: readonly Cited[];
  readonly known: Reruns;
  readonly random: Random;
  /** The places of items that have been asked about: others come first. */
  readonly used: Set<number>;
}

/** So many settings of a run are looked at for one that makes a clear difference. */
const TRIES = 3;
/** More changes at once than this nobody keeps in mind. */
const MOST_CHANGES = 4;

/** The measures of a run that is known, or that can be had quickly; else nothing. */
function* measuresOf(
  { known }: Asked,
  cited: Cited,
  runs: readonly Runnable[],
): Waits<readonly (Measured | undefined)[]> {
  const left = runs.filter((run) => !known.has(runKey(run)));
  const more: Reruns = left.length > 0 && isCheap(cited) ? yield left : new Map();
  return runs.map((run) => {
    const rerun = known.get(runKey(run)) ?? more.get(runKey(run));
    return rerun?.state === 'done' ? rerun.measures : undefined;
  });
}

/** By chance, items that were not asked about yet first. */
function inTurn<T extends Handed>({ random, used }: Asked, all: readonly T[]): readonly T[] {
  const mixed = inOrder(random, all);
  const isUsed = ({ place }: T): boolean => used.has(place);
  return [...mixed.filter((one) => !isUsed(one)), ...mixed.filter(isUsed)];
}

const inOrder = <T>(random: Random, all: readonly T[]): readonly T[] =>
  Array.from(random.order(all.length), (i) => all[i] as T);

/** A number that was answered, or a cited run, and what came. */
export function* whatCame(of: Asked): Waits<Question | undefined> {
  const numbers = of.answered.filter(({ item }) => item.kind === 'number');
  const cited = new Map(of.cited.map((one) => [one.place, one]));
  for (const one of inTurn<Handed | Cited>(of, [...numbers, ...cited.values()])) {
    const made = 'run' in one ? yield* ofRun(of, one) : ofNumber(of, one);
    if (made) return made;
  }
  return undefined;
}

function ofNumber({ key, random }: Asked, one: Handed): Question | undefined {
  const { item, place, handed } = one;
  const own = key.items[item.id];
  if (item.kind !== 'number' || own?.kind !== 'number') return undefined;
  const seed = handed.variant;
  const given = givenIn(one, {});
  const [other] = inOrder(random, toldIn(own, item, seed).wrong).flatMap((known) => {
    const value = own.answers[seed]?.wrong[known.id];
    const said = value === undefined ? '' : asSaid(value, item.unit);
    // A mistake that the student made would be no other’s.
    return said === '' || said.startsWith(given)
      ? []
      : VIVA.other(said, plainText(known.misconception));
  });
  return {
    ...{ is: 'came', place },
    ask: `${askedIn(key, one)} ${VIVA.answered(given)} ${VIVA.how}`,
    answer: solved(key, one),
    next: other ?? VIVA.noOther,
  };
}

function* ofRun(of: Asked, cited: Cited): Waits<Question | undefined> {
  const [found] = yield* measuresOf(of, cited, [cited.run]);
  const measure = inOrder(of.random, cited.measures).find(
    (name) => typeof found?.[name] === 'number',
  );
  if (!found || measure === undefined) return undefined;
  const { item, place, handed } = cited;
  const label = cited.widget.measures[measure]?.label ?? '';
  const ask =
    item.kind === 'claim' && isAnswered(item, handed)
      ? VIVA.claimed(givenIn(cited, {}), settingWords(cited), label)
      : VIVA.reached(settingWords(cited), label);
  return {
    ...{ is: 'came', place },
    ask: `${VIVA.item(place, aboutOf(of.key, item))} ${ask}`,
    answer: VIVA.cited(measureWords(cited, found), solutionOf(of.key, cited)),
    next: item.kind === 'claim' ? VIVA.whyThat : VIVA.whichSetting,
  };
}

/** What was moved from the start, and what it did. */
export function* whatChanged(of: Asked): Waits<Question | undefined> {
  for (const cited of inTurn(of, of.cited)) {
    const moved = movedIn(cited);
    if (moved.length === 0 || moved.length > MOST_CHANGES) continue;
    const before = { ...cited.run, settings: cited.start };
    const [from, to] = yield* measuresOf(of, cited, [before, cited.run]);
    const [first, second] = inOrder(of.random, cited.measures)
      .flatMap((name) => compared(cited, name, from, to) ?? [])
      .toSorted((a, b) => Number(b.isClear) - Number(a.isClear));
    if (!first) continue;
    const changes = moved.map((name) =>
      changeOf(cited, name, cited.start[name], cited.run.settings[name]),
    );
    return {
      ...{ is: 'changed', place: cited.place },
      ask: `${VIVA.item(cited.place, aboutOf(of.key, cited.item))} ${VIVA.changed(changes, first.label)}`,
      answer: VIVA.was(first),
      next: second ? VIVA.second(second) : moved.length > 1 ? VIVA.whichOne : VIVA.whyThat,
    };
  }
  return undefined;
}

/** One setting at a value that was not tried: what makes a clear difference comes before what makes none at all. */
export function* whatIf(of: Asked): Waits<Question | undefined> {
  let even: Question | undefined;
  for (const cited of inTurn(of, of.cited.filter(isCheap)))
    for (const change of inOrder(of.random, untriedIn(cited, of.cited)).slice(0, TRIES)) {
      const found = yield* differenceBy(of, cited, change);
      if (!found || (even && !found.isClear)) continue;
      const made = yield* supposed(of, cited, change, found);
      if (found.isClear) return made;
      even ??= made;
    }
  return even;
}

/** What becomes of a measure by a change, where that is clear, or nothing at all, and so on another seed, too. */
function* differenceBy(
  of: Asked,
  cited: Cited,
  { name, value }: Change,
): Waits<Compared | undefined> {
  const change = { [name]: value };
  const [before, after] = yield* measuresOf(of, cited, [cited.run, runWith(cited, change)]);
  const seen = inOrder(of.random, cited.measures).flatMap((measure) => {
    const found = compared(cited, measure, before, after);
    // A measure that only repeats what is set is no question.
    return found && isSure(found) && after?.[measure] !== value ? [found] : [];
  });
  if (seen.length === 0) return undefined;
  const { seed } = cited.run.settings;
  const other = seed === undefined ? {} : { seed: seed === 1 ? 2 : 1 };
  const both = [other, { ...other, ...change }].map((all) => runWith(cited, all));
  const [left, right] = yield* measuresOf(of, cited, both);
  const all = seen.filter(({ measure, way }) => {
    const again = compared(cited, measure, left, right);
    return again && isSure(again) && again.way === way;
  });
  return all.find(({ isClear }) => isClear) ?? all[0];
}

const isSure = ({ isClear, isSame }: Compared): boolean => isClear || isSame;

function* supposed(of: Asked, cited: Cited, change: Change, found: Compared): Waits<Question> {
  const { name, value } = change;
  const says = changeOf(cited, name, cited.run.settings[name], value);
  return {
    ...{ is: 'if', place: cited.place },
    ask: `${VIVA.item(cited.place, aboutOf(of.key, cited.item))} ${VIVA.suppose(settingWords(cited), says, found.label, found.from)}`,
    answer: VIVA.would(found),
    next: (yield* further(of, cited, change, found)) ?? VIVA.whyThat,
  };
}

/** About as far again on the same way, and what becomes of the measure from there. */
function* further(
  of: Asked,
  cited: Cited,
  { name, value }: Change,
  { measure }: Compared,
): Waits<string | undefined> {
  const step = Number(value) - Number(cited.run.settings[name]);
  /** In steps from where it would be. */
  const far = (one: Change): number => (Number(one.value) - Number(value)) / step;
  const [next] = untriedIn(cited, of.cited)
    .filter((one) => one.name === name && far(one) > 0)
    .toSorted((a, b) => Math.abs(far(a) - 1) - Math.abs(far(b) - 1));
  if (!next) return undefined;
  const [from, to] = yield* measuresOf(of, cited, [
    runWith(cited, { [name]: value }),
    runWith(cited, { [name]: next.value }),
  ]);
  const found = compared(cited, measure, from, to);
  return found && VIVA.further(valueWords(cited, name, next.value), found);
}

/** An answer of any kind, in the student’s own words; each item once. */
export function ownWords(of: Asked): Question | undefined {
  const { key, random, used } = of;
  const [one] = inTurn(
    of,
    of.answered.filter(({ place, item }) => !used.has(place) && item.kind !== 'reach'),
  );
  const own = one && key.items[one.item.id];
  if (!one || own?.kind !== one.item.kind) return undefined;
  const { item, place, handed } = one;
  const [known] = 'wrong' in own ? inOrder(random, toldIn(own, item, handed.variant).wrong) : [];
  const next = known
    ? VIVA.belief(plainText(known.misconception), plainText(known.feedback))
    : VIVA.whyThat;
  const about = { is: 'own', place, next } as const;
  if (item.kind === 'code') {
    const [{ call, gives } = { call: item.entry, gives: '' }] = item.shown;
    const given = typeof gives === 'string' ? gives : (gives[handed.variant] ?? '');
    const ask = `${VIVA.item(place, aboutOf(key, item))} ${VIVA.program(call)}`;
    return { ...about, ask, answer: `${VIVA.gives(call, given)} ${solutionOf(key, one)}` };
  }
  const only = (answer: Given): string =>
    givenIn({ ...one, handed: { ...handed, answer } }, own.texts ?? {});
  const asked = askedIn(key, one);
  if (own.kind === 'match') {
    const [pair = ''] = inOrder(random, [handed.answer ?? []].flat());
    const [from = '', to = ''] = pair.split(':');
    const all = own.answers[handed.variant] ?? {};
    const right = Object.hasOwn(all, from) ? [all[from] ?? []].flat() : [];
    const ask = `${asked} ${VIVA.paired(only([from]), only([to]))} ${VIVA.why}`;
    const answer = `${VIVA.right(right.map((id) => only([id])))} ${solutionOf(key, one)}`;
    return { ...about, ask, answer };
  }
  const why = item.kind === 'number' ? VIVA.how : VIVA.why;
  const ask = `${asked} ${VIVA.answered(only(handed.answer))} ${why}`;
  return { ...about, ask, answer: solved(key, one) };
}

/** How an answer is read out that is no text and no list of options. */
const GIVEN: Readonly<Partial<Record<Item['kind'], (one: Handed) => string>>> = {
  challenge: ({ item, handed: { answer } }) => {
    const read = named(answer, 'places' in item ? item.places : 0);
    if (typeof read === 'string') return [answer ?? []].flat().join(', ');
    const numbers = read.numbers.join(', ');
    return read.way === 'images' ? VIVA.images(numbers) : VIVA.rows(numbers);
  },
  outside: ({ item, handed: { answer } }) =>
    ('asks' in item ? item.asks : [])
      .map(({ label }, i) => `${label}: ${answer?.[i] ?? ''}`)
      .join('; '),
};

/** The longest that is read out of an answer, of what was asked, and of what is right. */
const LONGEST = { given: 300, asked: 330, answer: 640 };

function givenIn(one: Handed, texts: Readonly<Record<string, string>>): string {
  const { item, handed } = one;
  const values = drawn(item, handed.variant);
  const own = Object.entries(texts).map(([id, text]) => [id, inOwn(text, values)]);
  const given =
    GIVEN[item.kind]?.(one) ??
    givenText(handed.answer, Object.fromEntries(own) as Readonly<Record<string, string>>);
  return shortened(plainText(given.replaceAll('\n', '; ')), LONGEST.given);
}

/** What was asked, in the student’s own numbers; of a long text what it is about. */
function askedIn(key: Key, { item, place, handed }: Handed): string {
  const { prompt = '' } = key.items[item.id] ?? {};
  const text = plainText(inOwn(prompt, drawn(item, handed.variant)));
  const isShort = text !== '' && text.length <= LONGEST.asked;
  return isShort ? VIVA.asked(place, text) : VIVA.item(place, aboutOf(key, item));
}

const aboutOf = ({ items }: Key, { id }: Item): string =>
  plainText(items[id]?.objective ?? '').replace(/\.$/, '');

const solutionOf = ({ items }: Key, { item, handed }: Handed): string =>
  shortened(
    plainText(inOwn(items[item.id]?.solution ?? '', drawn(item, handed.variant))),
    LONGEST.answer,
  );

/** What is right in the student’s own numbers, and why; of a claim, of which there are many, only why. */
function solved(key: Key, one: Handed): string {
  const own = key.items[one.item.id];
  const whole = own ? plainText(solutionIn(one.item, own, one.handed.variant)) : '';
  return own?.kind === 'claim' || whole.length > LONGEST.answer ? solutionOf(key, one) : whole;
}
