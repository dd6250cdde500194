/**
 * Whose work is alike with whose. What is right for a student’s own numbers is no evidence: whoever knows it gives it. What tells
 * are answers that do not fit their own numbers and fit another student’s, and answers that stand in another’s file in the same
 * words, without being in the key.
 *
 * How often somebody is named who has worked alone: variants are drawn by a hash of each student’s number, item by item. So an
 * answer that was given without a look at another student fits that one’s variant exactly as often as it fits a variant of the
 * list: a share that is counted. That a text, or a number that makes no sense, is the same as another’s is taken to be as likely
 * as it is common among students whose other work is unlike this one’s, and never less than one in `LEAST`. For each pair the odds
 * of all this if one has copied are divided by the odds if none has. If none has, the mean of that ratio is 1, whatever the share
 * that is copied; so (Markov) it exceeds `n² × RARE` for fewer than one pair in `n² × RARE`, and of `RARE` classes of `n` honest
 * students one at most has a name in it. Of 2,400 pretended ones who worked alone none was named.
 *
 * A page makes one ticket for a student and one salt for a file: where two numbers share either, a file was handed on, and the
 * one that was edited was made of the other. Else, of two who are alike, that one is not named whose answers fit its own numbers
 * and not the other’s more than twice as often as the other way round. Texts that are right for both do not tell who wrote them:
 * then both are named. Programs are not compared, for two may well write the same.
 */
import { readNumber } from '../../../judge/read-number.ts';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import { judgeOf } from '../../../sets/judges.ts';
import { isHidden } from '../../../sets/pure/submission/chain.ts';
import type { HandedItem, Submission } from '../../../sets/pure/submission/submission.ts';
import { drawn, variantOf } from '../../../sets/pure/variants/variant.ts';
import { isAnswered } from '../../../sets/pure/work/answered.ts';
import type { Item, ItemKey } from '../../../tables/item.ts';
import { grouped } from '../grouped.ts';
import { checked } from './checked.ts';

/** With whom one student’s work is alike, by their places in the list, the likest first. */
export interface Alike {
  readonly others: readonly number[];
  /** How many answers do not fit its own numbers, and how many of those fit the likest one’s or are the same. */
  readonly of: number;
  readonly fits: number;
  /** A file was handed on. */
  readonly isOneFile: boolean;
}

/** One class in so many has a false alarm at most. */
const RARE = 100;
/** How much of another’s work somebody copies who does, as a share of the items: unknown, so a little of each. */
const COPIED = [0.3, 0.6, 0.9];
/** How often it is copied word by word, where it would fit in other words, too. */
const SAME = 0.8;
/** The same words by chance, at least. */
const LEAST = 1_000;
/** The shortest text that is anybody’s own, in letters and digits. */
const OWN_TEXT = 30;
/** What a file that was handed on weighs, as a natural logarithm. */
const ONE_FILE = 60;

/** An answer that does not fit its own numbers. */
interface Trace {
  readonly item: string;
  /** The variants that it does fit, and their share of all. */
  readonly fits: ReadonlySet<number>;
  readonly share: number;
  /** What is compared with what others say; empty where nothing is. */
  readonly words: string;
  readonly isText: boolean;
  /** How likely these are the same by chance, at least. */
  readonly least: number;
}

/** What is compared of one student. */
interface Seen {
  readonly variants: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, string>;
  readonly traces: readonly Trace[];
}

/** Those who should be asked, by their places; `isTold` leaves out pairs of which something is said already. */
export function alikeIn(
  key: Key,
  all: readonly Submission[],
  isTold: (a: number, b: number) => boolean,
): ReadonlyMap<number, Alike> {
  const seen = all.map((one) => seenIn(key, one));
  const places = [...all.keys()];
  const common = places.map((at) => commonIn(seen, at));
  const files = all.map((one) => [one.session, ...storyOfFile(one)]);
  const times = grouped(files.flat(), (name) => name);
  const shared = files.map((own) => own.filter((name) => (times.get(name)?.length ?? 0) > 1));
  const isOneFile = (a: number, b: number): boolean =>
    shared[a]?.some((name) => shared[b]?.includes(name)) === true;
  const isEdited = (at: number): boolean => {
    const { isSigned, isWhole } = checked(all[at] as Submission);
    return !isSigned || !isWhole;
  };
  const odds = (a: number, b: number): number => {
    const file = isOneFile(a, b) ? ONE_FILE : 0;
    return file + oddsOf(seen[a] as Seen, seen[b] as Seen, common[a] ?? []);
  };
  // What does not fit the one’s own numbers and does the other’s; of what both have in the same words, nothing tells whose it is.
  const telling = (a: number, b: number): number =>
    (seen[a]?.traces ?? []).filter((one) => !one.isText && isMet(one, seen[b] as Seen)).length;
  const isSource = (a: number, b: number): boolean =>
    isOneFile(a, b) && isEdited(a) !== isEdited(b)
      ? isEdited(b)
      : telling(b, a) > 2 * telling(a, b);
  const bar = Math.log(RARE * all.length ** 2);
  return new Map(
    places.flatMap((a): [number, Alike][] => {
      if (seen[a]?.traces.length === 0 && shared[a]?.length === 0) return [];
      const found = places
        .filter((b) => b !== a && !isTold(a, b))
        .map((b) => ({ b, odds: odds(a, b) }))
        .filter((one) => one.odds >= bar && !isSource(a, one.b))
        .toSorted((one, other) => other.odds - one.odds);
      const [likest] = found;
      if (!likest) return [];
      const { traces } = seen[a] as Seen;
      const others = found.map(({ b }) => b);
      const fits = traces.filter((one) => isMet(one, seen[likest.b] as Seen)).length;
      return [[a, { others, of: traces.length, fits, isOneFile: isOneFile(a, likest.b) }]];
    }),
  );
}

/** What two files have in common only if one was made of the other: a log of hashes, for no two pages have one salt. */
const storyOfFile = (one: Submission): readonly string[] =>
  one.log.entries.length > 0 && isHidden(one.log) ? [checked(one).story] : [];

const isSame = ({ item, words }: Trace, other: Seen): boolean =>
  words !== '' && other.words.get(item) === words;

const isMet = (trace: Trace, other: Seen): boolean =>
  trace.fits.has(other.variants.get(trace.item) ?? Number.NaN) || isSame(trace, other);

/** The odds that one student’s work is of another’s over that it is not, as a logarithm; `common`: how common each trace’s words are. */
function oddsOf({ traces }: Seen, other: Seen, common: readonly number[]): number {
  const sums = COPIED.map((copied) =>
    traces.reduce((sum, one, i) => {
      const [fit, same] = [one.share, common[i] ?? 0];
      // What is as common as copying tells nothing, either way.
      if (fit + same >= copied) return sum;
      if (!isMet(one, other)) return sum + Math.log((1 - copied) / (1 - fit - same));
      if (fit === 0 || same === 0) return sum + Math.log(copied / (fit + same));
      return sum + Math.log(copied * (isSame(one, other) ? SAME / same : (1 - SAME) / fit));
    }, 0),
  );
  const most = Math.max(...sums);
  return most + Math.log(sums.reduce((sum, one) => sum + Math.exp(one - most), 0) / sums.length);
}

/** How common the words of each trace are among students whose work is unlike this one’s; what most have is a template. */
function commonIn(seen: readonly Seen[], at: number): readonly number[] {
  const { traces } = seen[at] as Seen;
  const others = seen.filter((_, i) => i !== at);
  const unlike = others.filter(
    (one) => traces.filter((trace) => isMet(trace, one)).length * 2 < traces.length,
  );
  return traces.map(({ item, words, least }) => {
    if (words === '') return 0;
    const held = (some: readonly Seen[]): number =>
      some.filter((one) => one.words.get(item) === words).length / Math.max(1, some.length);
    return held(others) > 0.5 ? 1 : Math.max(least, held(unlike));
  });
}

const known = new WeakMap<Submission, readonly [Key, Seen]>();

function seenIn(key: Key, submission: Submission): Seen {
  const before = known.get(submission);
  if (before?.[0] === key) return before[1];
  const { number } = submission.student;
  const variants = new Map<string, number>();
  const words = new Map<string, string>();
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
    const isStray =
      handed.variant !== own &&
      handed.variant !== variantOf(key.assignment, item, number, { before: true });
    const trace = isStray
      ? traceOf(item, [handed.variant], '')
      : traceIn(item, right, own, handed, said);
    if (trace) traces.push(trace);
  }
  const seen = { variants, words, traces };
  known.set(submission, [key, seen]);
  return seen;
}

/** A trace, where it tells anything. */
function traceOf(item: Item, fits: readonly number[], words: string): Trace | undefined {
  const live = item.seeds.filter((seed) => !item.withdrawn.includes(seed));
  const some = fits.filter((seed) => live.includes(seed));
  if (some.length === 0 && words === '') return undefined;
  // A number of three digits is the same by chance once in a hundred times; no text is, that is long enough.
  const digits = item.kind === 'number' ? words.replace(/\D/g, '').replace(/^0+|0+$/g, '') : '';
  const chance = item.kind === 'number' ? 10 ** (1 - Math.max(1, digits.length)) : 0;
  return {
    ...{ item: item.id, words, fits: new Set(some), share: some.length / live.length },
    isText: some.length === 0 && item.kind !== 'number',
    least: Math.max(1 / LEAST, chance),
  };
}

/** What an answer betrays that was given in its own variant. */
function traceIn(
  item: Item,
  key: ItemKey,
  own: number,
  handed: HandedItem,
  said: string,
): Trace | undefined {
  const judge = judgeOf(item);
  const { runs } = judge;
  if (runs) {
    const fit = (seed: number): boolean =>
      handed.runs.every((run) => runs.unfit(item, drawn(item, seed), run) === undefined);
    return traceOf(item, fit(own) ? [] : item.seeds.filter(fit), said);
  }
  // To run each program in each variant would take too long; and what goes on from earlier answers has no variant of its own.
  if (item.kind === 'code' || ('carried' in key && key.carried)) return undefined;
  const judged = (seed: number) =>
    judge.judge({ item, key, seed, handed, reruns: new Map(), numbers: () => undefined });
  const { credit, wrong, state } = judged(own);
  const credits = credit < 1 ? item.seeds.map((seed) => judged(seed).credit) : [];
  const best = Math.max(credit, ...credits);
  const fits = credit < best ? item.seeds.filter((_, i) => credits[i] === best) : [];
  // A number that somebody may come to with the numbers of their own tells nothing.
  const isSense = item.kind === 'number' && (state !== 'wrong' || wrong !== undefined);
  return traceOf(item, fits, isSense ? '' : said);
}

/** What is compared: a number as it is read, or letters and digits of texts; nothing of what is picked, or stands in the key. */
function wordsOf(item: Item, key: ItemKey, { answer }: HandedItem): string {
  if (item.kind === 'number') {
    const read = typeof answer === 'string' ? readNumber(answer, item.unit) : undefined;
    return read === undefined || 'problem' in read ? '' : String(read.value);
  }
  const isTyped = item.kind === 'claim' || item.kind === 'text' || item.kind === 'outside';
  const text = isTyped ? bare([answer ?? []].flat().join(' ')) : '';
  return text.length < OWN_TEXT || keyText(key).includes(text) ? '' : text;
}

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
