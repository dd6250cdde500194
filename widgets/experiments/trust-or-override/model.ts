/** Settings to outcome: the filter is trained, judged, explained and overruled. */
import type { Run } from '#kit/contract';
import { fitRidge, logOdds } from '../../shared/logistic/ridge.ts';
import type { Bag, Fit, Logistic } from '../../shared/logistic/ridge.ts';
import { counterfactual, shuffledRise, weighed } from './explain.ts';
import { partsOf, readCorpus, type Corpus, type Labelled, type Parts } from './mails.ts';
import { BIN_COUNT, BINS, MOST_WORDS } from './outcome.ts';
import type { DeskMail, Group, Heavy, Rules, TrustOutcome } from './outcome.ts';
import type { params, TrustSettings } from './params.ts';
import { countDecisions, drawTwenty, type OnDesk } from './twenty.ts';

/** The penalty on the squares of the weights. */
const PENALTY = 1;
/** What a mail written in HTML is marked by. */
const HTML = '_html_';
/** Newsletters that the second filter has learned from. */
const SECOND = 100;
/** Words that are named as the heaviest. */
const HEAVY = 5;
/** Steps after which no score would be seen to move are not shown. */
const SEEN = 0.02;

/** What is asked of the filter: all that its training hangs on. */
type Asked = Pick<TrustSettings, 'without' | 'newsletters' | 'seed'>;

/** A filter: how it was trained, and the words that it does not see. */
export interface Filter {
  readonly fit: Fit;
  readonly gone: ReadonlySet<number>;
}

function without(bag: Bag, gone: ReadonlySet<number>): Bag {
  if (gone.size === 0) return bag;
  const { length } = bag;
  const left = new Uint16Array(length);
  let size = 0;
  for (let i = 0; i < length; i += 1) {
    const word = bag[i] as number;
    if (gone.has(word)) continue;
    left[size] = word;
    size += 1;
  }
  return left.subarray(0, size);
}

/** Trains the filter that is asked for. */
export function train(
  corpus: Corpus,
  parts: Parts,
  { without: what, newsletters, seed }: Asked,
): Filter {
  const added = parts.toAdd.slice(0, newsletters).map((bag) => ({ bag, isSpam: false }));
  const mails: readonly Labelled[] = [...parts.learned, ...added];
  const isSpam = mails.map((mail) => mail.isSpam);
  const learn = (gone: ReadonlySet<number>): Filter => ({
    gone,
    fit: fitRidge(
      mails.map(({ bag }) => without(bag, gone)),
      isSpam,
      { size: corpus.words.length, penalty: PENALTY },
    ),
  });
  if (what === 'none') return learn(new Set());
  if (what === 'html') return learn(new Set([corpus.words.indexOf(HTML)]));
  const all = trained(corpus, parts, { without: 'none', newsletters, seed });
  return learn(new Set(heaviest(all.fit.model, 5)));
}

/** The last filters that were trained: a threshold that is moved, or a mail that is decided, trains none anew. */
const KEPT = new Map<string, Filter>();
const MOST_KEPT = 600;

function trained(corpus: Corpus, parts: Parts, asked: Asked): Filter {
  const key = [asked.without, asked.newsletters, asked.seed].join();
  const filter = KEPT.get(key) ?? train(corpus, parts, asked);
  KEPT.delete(key);
  KEPT.set(key, filter);
  if (KEPT.size > MOST_KEPT) KEPT.delete(KEPT.keys().next().value ?? '');
  return filter;
}

/** The words of the largest weights for spam. */
function heaviest({ weights }: Logistic, count: number): readonly number[] {
  return [...weights.keys()]
    .sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b)
    .slice(0, count);
}

/** The outcome of settings on the mails. */
export function outcomeOf(settings: TrustSettings, corpus: Corpus): TrustOutcome {
  const { threshold, seed, decisions } = settings;
  const parts = partsOf(corpus, seed);
  const filter = trained(corpus, parts, settings);
  const { model } = filter.fit;
  const seen = (bag: Bag): Bag => without(bag, filter.gone);
  const isFlagged = (bag: Bag): boolean => logOdds(model, seen(bag)) > threshold;
  const ofHome = (isSpam: boolean): Bag[] =>
    parts.home.filter((mail) => mail.isSpam === isSpam).map(({ bag }) => bag);
  const path = shownPath(filter.fit);
  const group = (bags: readonly Bag[], isSpam: boolean): Group =>
    groupOf(bags.map(seen), isSpam, path, threshold);
  const flagged = {
    newsletters: parts.newsletters.filter(isFlagged),
    laterSpam: parts.laterSpam.filter(isFlagged),
    home: parts.home.filter(({ bag }) => isFlagged(bag)),
  };
  const second =
    settings.newsletters === SECOND
      ? filter
      : trained(corpus, parts, { ...settings, newsletters: SECOND });
  const context = { settings, corpus, filter };
  const common = commonness(parts.learned, corpus.words.length);
  const desk = drawTwenty(flagged.laterSpam, flagged.newsletters, seed).map((mail) =>
    deskMail(mail, context, common),
  );
  return {
    isAtDesk: settings.desk === 'twenty',
    groups: {
      genuine: group(ofHome(false), false),
      spam: group(ofHome(true), true),
      newsletters: group(parts.newsletters, false),
      laterSpam: group(parts.laterSpam, true),
    },
    threshold,
    heavy: heavyOf(context, parts),
    toFree: {
      newsletters: wordsToFree(flagged.newsletters.map(seen), model, threshold),
      laterSpam: wordsToFree(flagged.laterSpam.map(seen), model, threshold),
    },
    rules: rulesOf(flagged, context, second),
    desk,
    reader: countDecisions(desk, decisions),
  };
}

interface Context {
  readonly settings: TrustSettings;
  readonly corpus: Corpus;
  readonly filter: Filter;
}

/** The models on the way, as far as anything is seen to move. */
function shownPath({ path, model }: Fit): readonly Logistic[] {
  const moves = (one: Logistic): boolean =>
    one.weights.some((weight, i) => Math.abs(weight - (model.weights[i] as number)) > SEEN);
  return [...path.filter(moves), model];
}

function groupOf(
  bags: readonly Bag[],
  isSpam: boolean,
  path: readonly Logistic[],
  threshold: number,
): Group {
  const steps = path.map((model) => {
    const bins = Array.from({ length: BIN_COUNT }, () => 0);
    let flagged = 0;
    for (const bag of bags) {
      const score = logOdds(model, bag);
      if (score > threshold) flagged += 1;
      const bin = Math.floor((score - BINS.from) / BINS.width);
      const at = Math.max(0, Math.min(BIN_COUNT - 1, bin));
      bins[at] = (bins[at] as number) + 1;
    }
    return { bins, flagged };
  });
  return { count: bags.length, isSpam, steps };
}

function heavyOf({ settings, corpus, filter }: Context, { home }: Parts): readonly Heavy[] {
  const { model } = filter.fit;
  const bags = home.map(({ bag }) => without(bag, filter.gone));
  const isWrong = (score: number, row: number): number =>
    Number(score > settings.threshold !== home[row]?.isSpam);
  return heaviest(model, HEAVY).map((word) => ({
    word: corpus.words[word] as string,
    weight: model.weights[word] as number,
    cost: shuffledRise(model, bags, word, isWrong),
  }));
}

/** How many mails need 1, 2, … words to be freed; the last place for more, or never. */
function wordsToFree(bags: readonly Bag[], model: Logistic, threshold: number): readonly number[] {
  const counts = Array.from({ length: MOST_WORDS + 1 }, () => 0);
  for (const bag of bags) {
    const needed = counterfactual(model, bag, threshold)?.length ?? Infinity;
    const at = Math.min(needed - 1, MOST_WORDS);
    counts[at] = (counts[at] as number) + 1;
  }
  return counts;
}

interface Flagged {
  readonly newsletters: readonly Bag[];
  readonly laterSpam: readonly Bag[];
  readonly home: readonly Labelled[];
}

/** What rules of thumb decide rightly; both kinds count as one half, whatever their numbers. */
function rulesOf(flagged: Flagged, { settings, corpus, filter }: Context, second: Filter): Rules {
  const html = corpus.words.indexOf(HTML);
  const isHtml = (bag: Bag): boolean => bag.includes(html);
  const isNearlyFree = (bag: Bag): boolean => {
    const gone = counterfactual(filter.fit.model, without(bag, filter.gone), settings.threshold);
    return gone !== undefined && gone.length <= 3;
  };
  const frees = (bag: Bag): boolean =>
    logOdds(second.fit.model, without(bag, second.gone)) <= settings.threshold;
  const share = (bags: readonly Bag[], is: (bag: Bag) => boolean): number =>
    bags.filter(is).length / bags.length;
  const { newsletters, laterSpam, home } = flagged;
  const right = (overrides: (bag: Bag) => boolean): number | null =>
    newsletters.length === 0 || laterSpam.length === 0
      ? null
      : (share(newsletters, overrides) + 1 - share(laterSpam, overrides)) / 2;
  const atHome = (overrides: (bag: Bag) => boolean): number | null =>
    home.length === 0
      ? null
      : home.filter(({ bag, isSpam }) => overrides(bag) !== isSpam).length / home.length;
  return {
    html: right(isHtml),
    three: right(isNearlyFree),
    second: right(frees),
    htmlAtHome: atHome(isHtml),
    acceptAtHome: atHome(() => false),
  };
}

/** How many mails have each word. */
function commonness(mails: readonly Labelled[], words: number): readonly number[] {
  const counts = Array.from({ length: words }, () => 0);
  for (const { bag } of mails) {
    for (const word of bag) counts[word] = (counts[word] as number) + 1;
  }
  return counts;
}

/** A mail with its words in an order in which it can be guessed at, two marks and then the rarest, and with both explanations. */
function deskMail(
  { bag, isSpam, isExplained }: OnDesk,
  { settings, corpus, filter }: Context,
  common: readonly number[],
): DeskMail {
  const { model } = filter.fit;
  const left = without(bag, filter.gone);
  const name = (word: number): string => corpus.words[word] as string;
  const isMark = (word: number): number => Number(/^_(?:html|money)_$/.test(name(word)));
  const words = Array.from(left)
    .map((word) => ({ word, common: common[word] as number }))
    .sort((a, b) => isMark(b.word) - isMark(a.word) || a.common - b.common);
  const order = weighed(model, left);
  const against = order.at(-1);
  const heavy = [...order.slice(0, 3), ...(against && against.weight < 0 ? [against] : [])];
  return {
    isSpam,
    isExplained,
    words: words.map(({ word }) => name(word)),
    heavy: heavy.map(({ word, weight }) => [name(word), weight] as const),
    free: counterfactual(model, left, settings.threshold)?.map(name) ?? null,
  };
}

/** The mails, once they have been read: the same bytes each time, or they would have been refused. */
let corpus: Corpus | undefined;

/** The run behind the widget. */
export const runTrustOrOverride: Run<typeof params, TrustOutcome> = async (settings, show, env) => {
  corpus ??= await readCorpus(env.readData);
  await show(outcomeOf(settings, corpus), 1);
};
