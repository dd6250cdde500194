/**
 * Whose work is alike with whose. What is right for a student’s own numbers is no evidence: whoever knows it gives it. What tells
 * are answers that do not fit their own numbers and fit another student’s, and answers that stand in another’s file in the same
 * words, without being in the key.
 *
 * How often somebody is named who has worked alone: variants are drawn by a hash of each student’s number, item by item. So an
 * answer that was given without a look at another student fits that one’s variant exactly as often as it fits a variant of the
 * list: a share that is counted. That a text, or a number that makes no sense, is the same as another’s is taken to be as likely
 * as it is common among students whose other work is unlike this one’s, and never less than one in `LEAST`; a pick that is wrong
 * for its own numbers, and right for some, as likely as if one more had made it. For each pair the odds
 * of all this if one has copied are divided by the odds if none has. If none has, the mean of that ratio is 1, whatever the share
 * that is copied; so (Markov) it exceeds `n² × RARE` for fewer than one pair in `n² × RARE`, and of `RARE` classes of `n` honest
 * students one at most has a name in it.
 *
 * Who of two that are alike has copied: a page makes one ticket for a student and one salt for a file. Where two numbers share
 * either, a file was handed on, and the one that was edited was made of the other. Else three cases are compared by what both
 * have: it was made with the numbers of the one, or of the other, or of somebody else. Who is its author by `SURE` over both other
 * cases is not named: with numbers drawn by chance that happens once in twenty times at most, so few slip away who have pasted
 * what a third has written. Whose numbers it was not made with, or the other’s rather, is named; of many who have the same one at
 * most has made it. In between, as where only texts are the same, it is said of both that the answers are the same, and that
 * nothing tells who had them first. Programs are not compared, for two may well write the same.
 *
 * Measured on 320 pretended classes of sixty, in which twenty paste one message, ten hand in a friend’s file, ten type a friend’s
 * answers and twenty work: of 6,400 pasters 6,387 have the flag, 6,266 of them as those who have copied; of files all; of friends’
 * answers 3,160 of 3,200; of 6,400 who worked 16 are told that nothing tells, and none that they have copied. Of those who copy
 * three fifths of a friend’s answers two thirds are found, of three tenths nearly one in five; and none of their friends is said to have copied.
 */
import type { Key } from '../../../sets/pure/format/assignment.ts';
import { isHidden } from '../../../sets/pure/submission/chain.ts';
import type { Submission } from '../../../sets/pure/submission/submission.ts';
import { grouped } from '../grouped.ts';
import { checked } from './checked.ts';
import { seenIn, type Seen, type Trace } from './traces.ts';

/** With whom one student’s work is alike, by their places in the list, the likest first. */
export interface Alike {
  readonly others: readonly number[];
  /** How many answers do not fit its own numbers, and how many of those fit the likest one’s or are the same. */
  readonly of: number;
  readonly fits: number;
  /** A file was handed on. */
  readonly isOneFile: boolean;
  /** Nothing tells which of them wrote it. */
  readonly isEither: boolean;
}

/** One class in so many has a false alarm at most. */
const RARE = 100;
/** How much of another’s work somebody copies who does, as a share of the items: unknown, so a little of each. */
const COPIED = [0.3, 0.6, 0.9];
/** How often it is copied word by word, where it would fit in other words, too. */
const SAME = 0.8;
/** From which odds on, as natural logarithms, it is told of two whose an answer is; and from which it is nobody’s who has such numbers. */
const SURE = 3;
const UNLIKE = 2.5;
/** What a file that was handed on weighs, as a natural logarithm. */
const ONE_FILE = 60;

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
  const made = (a: number, b: number): readonly [own: number, others: number] => {
    if (!isOneFile(a, b) || isEdited(a) === isEdited(b))
      return madeWith(seen[a] as Seen, seen[b] as Seen);
    return isEdited(b) ? [ONE_FILE, 0] : [0, ONE_FILE];
  };
  const bar = Math.log(RARE * all.length ** 2);
  return new Map(
    places.flatMap((a): [number, Alike][] => {
      if (seen[a]?.traces.length === 0 && shared[a]?.length === 0) return [];
      const found = places
        .filter((b) => b !== a && !isTold(a, b))
        .map((b) => ({ b, odds: odds(a, b) }))
        .filter((one) => one.odds >= bar)
        .map((one) => ({ ...one, made: made(a, one.b) }))
        .toSorted((one, other) => other.odds - one.odds);
      const left = found.filter(({ made: [own, others] }) => own - Math.max(others, 0) <= SURE);
      const [likest] = found;
      if (!likest || left.length === 0) return [];
      const { traces } = seen[a] as Seen;
      const others = found.map(({ b }) => b);
      const fits = traces.filter((one) => isMet(one, seen[likest.b] as Seen)).length;
      // Of many who have the same one at most has made it.
      const least = Math.log(left.length) - UNLIKE;
      const isEither = left.every(
        ({ made: [own, others] }) => own >= least && others - own <= SURE,
      );
      return [
        [a, { isEither, others, of: traces.length, fits, isOneFile: isOneFile(a, likest.b) }],
      ];
    }),
  );
}

/**
 * The odds that what two have in common was made with the numbers of the one, and with those of the other, over that it was made
 * with neither’s. What fits both counts for neither: they may both have done it.
 */
function madeWith(a: Seen, b: Seen): readonly [one: number, other: number] {
  const all = [...commonTo(a, b), ...commonTo(b, a).filter(({ isSaid }) => !isSaid)];
  const pairs = all.map(({ item, given: { madeWith } }) => {
    const [one, other] = [a, b].map(({ variants }) => madeWith(variants.get(item) ?? Number.NaN));
    return [one ?? 0, other ?? 0] as const;
  });
  const less = pairs.map((both) => Math.max(0, Math.min(...both)));
  const sum = (at: 0 | 1): number =>
    pairs.reduce((all, both, i) => all + both[at] - (less[i] ?? 0), 0);
  return [sum(0), sum(1)];
}

/** The answers of one that another has given, too, or that fit the other’s numbers instead of the one’s own. */
const commonTo = ({ given, traces }: Seen, other: Seen) =>
  [...given].flatMap(([item, one]) => {
    const isSaid = other.given.get(item)?.name === one.name;
    const isStray = traces.some((trace) => trace.item === item && isMet(trace, other));
    return isSaid || isStray ? [{ item, given: one, isSaid }] : [];
  });

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
  return traces.map(({ item, words, least, isPicked }) => {
    if (words === '') return 0;
    const held = (some: readonly Seen[]): number =>
      some.filter((one) => one.words.get(item) === words).length;
    if (held(others) > others.length / 2) return 1;
    const more = isPicked ? 1 : 0;
    return Math.max(least, (held(unlike) + more) / Math.max(1, unlike.length + 2 * more));
  });
}
