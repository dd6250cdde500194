/**
 * What a student’s answers betray of whose numbers they were made with. An answer that fits its own numbers, or that is a mistake
 * which somebody makes with them, is no trace; any other one is.
 */
import { readNumber } from '../../../judge/read-number.ts';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import { judgeOf } from '../../../sets/judges.ts';
import type { HandedItem, Submission } from '../../../sets/pure/submission/submission.ts';
import { drawn, variantOf } from '../../../sets/pure/variants/variant.ts';
import { isAnswered } from '../../../sets/pure/work/answered.ts';
import type { Item, ItemKey } from '../../../tables/item.ts';
import type { Judged } from './judging.ts';

/** The same words by chance, at least. */
const LEAST = 1_000;
/** The shortest text that is anybody’s own, in letters and digits. */
const OWN_TEXT = 30;
/** How likely an answer is given with numbers that make it wrong, beside those that make it right: as a known mistake or a wrong pick, or as nothing that is known. */
const KNOWN = 0.15;
const NOTHING = 0.01;

/** An answer that does not fit its own numbers. */
export interface Trace {
  readonly item: string;
  /** The variants that it does fit, and their share of all. */
  readonly fits: ReadonlySet<number>;
  readonly share: number;
  /** What is compared with what others say; empty where nothing is. */
  readonly words: string;
  /** How common the words of a pick are is only known from the class. */
  readonly isPicked: boolean;
  /** How likely these are the same by chance, at least. */
  readonly least: number;
}

/** An answer of any kind. */
interface Given {
  /** The same for two who have given the same. */
  readonly name: string;
  /** The odds that it was made with the numbers of a variant over that it was made with others, as a logarithm. */
  readonly madeWith: (variant: number) => number;
}

/** What is compared of one student. */
export interface Seen {
  readonly variants: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, string>;
  readonly given: ReadonlyMap<string, Given>;
  readonly traces: readonly Trace[];
}

const known = new WeakMap<Submission, readonly [Key, Seen]>();

/** Reads a submission, once for each key. */
export function seenIn(key: Key, submission: Submission): Seen {
  const before = known.get(submission);
  if (before?.[0] === key) return before[1];
  const { number } = submission.student;
  const variants = new Map<string, number>();
  const words = new Map<string, string>();
  const given = new Map<string, Given>();
  const traces: Trace[] = [];
  for (const item of key.assignment.items) {
    const own = variantOf(key.assignment, item, number);
    variants.set(item.id, own);
    const handed = Object.hasOwn(submission.items, item.id) ? submission.items[item.id] : undefined;
    const right = Object.hasOwn(key.items, item.id) ? key.items[item.id] : undefined;
    if (!handed || right?.kind !== item.kind) continue;
    if (handed.version !== item.version || !isAnswered(item, handed)) continue;
    const said = wordsOf(item, right, handed);
    if (said !== '') words.set(item.id, said);
    const before = variantOf(key.assignment, item, number, { before: true });
    const isStray = handed.variant !== own && handed.variant !== before;
    const worth = isStray
      ? (seed: number) => ({ credit: Number(seed === handed.variant) })
      : worthOf(item, right, handed);
    const trace = traceIn(item, own, worth, isStray ? '' : said);
    if (trace) traces.push(trace);
    // Runs of one’s own say nothing of whose settings they have.
    if (worth && (isStray || !judgeOf(item).runs || worth(own).credit === 0))
      given.set(item.id, {
        name: said || JSON.stringify(handed.answer),
        madeWith: odds(item, worth),
      });
  }
  const seen = { variants, words, given, traces };
  known.set(submission, [key, seen]);
  return seen;
}

/** What an answer is worth in a variant. */
type Worth = (seed: number) => Pick<Judged, 'credit' | 'wrong'>;

/** None is said of programs, for to run each in each variant would take too long, and of what goes on from earlier answers. */
function worthOf(item: Item, key: ItemKey, handed: HandedItem): Worth | undefined {
  const judge = judgeOf(item);
  const { runs } = judge;
  if (runs)
    return (seed) => {
      const isFit = handed.runs.every((run) => !runs.unfit(item, drawn(item, seed), run));
      return { credit: Number(isFit) };
    };
  if (item.kind === 'code' || ('carried' in key && key.carried)) return undefined;
  const found = new Map<number, Judged>();
  return (seed) => {
    const of = { item, key, seed, handed, reruns: new Map(), numbers: () => undefined };
    const one = found.get(seed) ?? judge.judge(of);
    found.set(seed, one);
    return one;
  };
}

const liveIn = ({ seeds, withdrawn }: Item): readonly number[] =>
  seeds.filter((seed) => !withdrawn.includes(seed));

/** Beside the best that an answer is worth anywhere: what a part is worth of a list is some chance, of a number none. */
function weightOf(item: Item, { credit, wrong }: ReturnType<Worth>, best: number): number {
  if (item.kind === 'number' && wrong !== undefined) return KNOWN;
  const isTyped = item.kind === 'number' || item.kind === 'outside';
  return (isTyped ? NOTHING : KNOWN) ** (1 - credit / best);
}

function odds(item: Item, worth: Worth): Given['madeWith'] {
  const found = once(() => {
    const all = liveIn(item).map(worth);
    const best = Math.max(...all.map(({ credit }) => credit)) || 1;
    const sum = all.reduce((before, one) => before + weightOf(item, one, best), 0);
    return { best, usual: sum / all.length };
  });
  return (seed) => Math.log(weightOf(item, worth(seed), found().best) / found().usual);
}

function once<T>(make: () => T): () => T {
  let made: readonly [T] | undefined;
  return () => (made ??= [make()])[0];
}

/** A trace, where an answer tells anything. */
function traceIn(
  item: Item,
  own: number,
  worth: Worth | undefined,
  said: string,
): Trace | undefined {
  const isNumber = item.kind === 'number';
  // A number that somebody may come to with the numbers of their own tells nothing.
  const sense = (seed: number): number => {
    const found = worth?.(seed) ?? { credit: 1 };
    return isNumber && found.wrong !== undefined ? 1 : found.credit;
  };
  const mine = sense(own);
  const live = mine < 1 ? liveIn(item) : [];
  const best = Math.max(mine, ...live.map(sense));
  const fits = mine < best ? live.filter((seed) => sense(seed) === best) : [];
  const isPicked = isPick(item);
  const words = (isNumber && mine > 0) || (isPicked && fits.length === 0) ? '' : said;
  if (fits.length === 0 && words === '') return undefined;
  // A number of three digits is the same by chance once in a hundred times; no text is, that is long enough.
  const digits = words.replace(/\D/g, '').replace(/^0+|0+$/g, '').length;
  const chance = isNumber ? 10 ** (1 - Math.max(1, digits)) : 0;
  const share = fits.length / Math.max(1, live.length);
  return {
    ...{ item: item.id, words, fits: new Set(fits), share },
    least: Math.max(1 / LEAST, isPicked ? share : chance),
    isPicked,
  };
}

/** What is compared: a number as it is read, or letters and digits of texts; nothing of what is picked, or stands in the key. */
function wordsOf(item: Item, key: ItemKey, { answer }: HandedItem): string {
  if (item.kind === 'number') {
    const read = typeof answer === 'string' ? readNumber(answer, item.unit) : undefined;
    return read === undefined || 'problem' in read ? '' : String(read.value);
  }
  if (isPick(item)) return JSON.stringify(answer);
  const isTyped = item.kind === 'claim' || item.kind === 'text' || item.kind === 'outside';
  const text = isTyped ? bare([answer ?? []].flat().join(' ')) : '';
  return text.length < OWN_TEXT || keyText(key).includes(text) ? '' : text;
}

const isPick = ({ kind }: Item): boolean =>
  kind === 'choice' || kind === 'match' || kind === 'challenge';

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const texts = new WeakMap<ItemKey, string>();

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(textsIn);

/** All that a key says, in the form in which it is compared. */
function keyText(key: ItemKey): string {
  const text = texts.get(key) ?? bare(textsIn(key).join(' '));
  texts.set(key, text);
  return text;
}
