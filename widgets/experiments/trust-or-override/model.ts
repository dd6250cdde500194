/** Settings to outcome: the filter is trained, judged, explained and overruled. */
import { bisectRight, mean, range, sort, sum } from 'd3-array';
import type { Run } from '#kit/contract';
import { latest, within } from '#kit/numbers';
import { fitRidge, logOdds } from '../../shared/logistic/ridge.ts';
import type { Bag, Fit, Logistic } from '../../shared/logistic/ridge.ts';
import { counterfactual, shuffledRise, weighed } from './explain.ts';
import { MOST_NEWSLETTERS, partsOf, readCorpus } from './mails.ts';
import type { Corpus, Labelled, Other, Parts } from './mails.ts';
import { EDGES, MOST_WORDS, type Group, type TrustOutcome } from './outcome.ts';
import type { params, TrustSettings } from './params.ts';
import { countDecisions, drawTwenty, type DeskMail } from './twenty.ts';

const PENALTY = 1;
/** What a mail written in HTML is marked by. */
const HTML = '_html_';
/** Words that are named, or deleted, as the heaviest. */
const HEAVY = 5;
/** Steps after which no weight would be seen to move are not shown. */
const SEEN = 0.02;

/** A filter, and the words that were deleted before it was trained: they weigh nothing, so that mails are judged as they are. */
interface Filter extends Fit {
  readonly gone: readonly number[];
}

/** The last filters that were trained: a threshold that is moved, or a mail that is decided, trains none anew. */
const kept = latest<Filter>(600);

/** The filter that is asked for. */
export function trained(corpus: Corpus, parts: Parts, asked: TrustSettings): Filter {
  return kept([asked.without, asked.newsletters, asked.seed].join(), () => {
    let gone: readonly number[] = [];
    if (asked.without === 'html') gone = [corpus.words.indexOf(HTML)];
    if (asked.without === 'five') {
      const whole = trained(corpus, parts, { ...asked, without: 'none' });
      gone = heaviest(whole).map(({ word }) => word);
    }
    const added = parts.toAdd.slice(0, asked.newsletters).map((bag) => ({ bag, isSpam: false }));
    const mails = [...parts.learned, ...added];
    const fit = fitRidge(
      mails.map(({ bag }) => without(bag, gone)),
      mails.map(({ isSpam }) => isSpam),
      { size: corpus.words.length, penalty: PENALTY },
    );
    return { ...fit, gone };
  });
}

function without(bag: Bag, gone: readonly number[]): Bag {
  return Array.from(bag).filter((word) => !gone.includes(word));
}

/** The words of the largest weights for spam. */
function heaviest({ model }: Fit) {
  return weighed(model, range(model.weights.length)).slice(0, HEAVY);
}

/** The outcome of settings on the mails. */
export function outcomeOf(settings: TrustSettings, corpus: Corpus): TrustOutcome {
  const { threshold, seed } = settings;
  const parts = partsOf(corpus, seed);
  const { home, newsletters, laterSpam } = parts;
  const filter = trained(corpus, parts, settings);
  const { model } = filter;
  const second = trained(corpus, parts, { ...settings, newsletters: MOST_NEWSLETTERS });
  const isFlagged = (bag: Bag): boolean => logOdds(model, bag) > threshold;
  const flagged = {
    newsletters: newsletters.filter(isFlagged),
    laterSpam: laterSpam.filter(isFlagged),
    home: home.filter(({ bag }) => isFlagged(bag)),
  };
  const toFree = {
    newsletters: wordsToFree(flagged.newsletters, model, threshold),
    laterSpam: wordsToFree(flagged.laterSpam, model, threshold),
  };
  const moves = ({ weights }: Logistic): boolean =>
    weights.some((weight, i) => Math.abs(weight - (model.weights[i] as number)) > SEEN);
  const path = [...filter.path.filter(moves), model];
  const group = (bags: readonly Bag[], isSpam: boolean): Group => {
    const steps = path.map((step) => judged(step, bags, threshold));
    return { count: bags.length, isSpam, steps };
  };
  const bags = home.map(({ bag }) => bag);
  const ofHome = (isSpam: boolean) => bags.filter((_, row) => home[row]?.isSpam === isSpam);
  const isWrong = (score: number, row: number) => +(score > threshold !== home[row]?.isSpam);
  const desk = deskOf(corpus, parts, filter, flagged, settings);
  return {
    isAtDesk: settings.desk === 'twenty',
    groups: {
      genuine: group(ofHome(false), false),
      spam: group(ofHome(true), true),
      newsletters: group(newsletters, false),
      laterSpam: group(laterSpam, true),
    },
    threshold,
    heavy: heaviest(filter).map(({ word, weight }) => {
      const cost = shuffledRise(model, bags, word, isWrong);
      return { word: corpus.words[word] as string, weight, cost };
    }),
    toFree,
    rules: rulesOf(flagged, toFree, {
      isHtml: (bag) => bag.includes(corpus.words.indexOf(HTML)),
      isFreed: (bag) => logOdds(second.model, bag) <= threshold,
    }),
    desk,
    reader: countDecisions(desk, settings.decisions),
  };
}

/** How often each whole number below `size` is in a list. */
function tally(list: readonly number[], size: number): readonly number[] {
  const counts = Array<number>(size).fill(0);
  for (const one of list) counts[one] = (counts[one] as number) + 1;
  return counts;
}

/** Mails by what a model says of them. */
function judged(model: Logistic, bags: readonly Bag[], threshold: number) {
  const scores = bags.map((bag) => logOdds(model, bag));
  const last = EDGES.length - 2;
  const bins = scores.map((score) => within(0, bisectRight(EDGES, score) - 1, last));
  return { bins: tally(bins, last + 1), flagged: scores.filter((one) => one > threshold).length };
}

/** How many mails need 1, 2, … words to be freed; the last place for more, or never. */
function wordsToFree(bags: readonly Bag[], model: Logistic, threshold: number): readonly number[] {
  const needed = bags.map((bag) => counterfactual(model, bag, threshold)?.length ?? Infinity);
  const places = needed.map((count) => Math.min(count - 1, MOST_WORDS));
  return tally(places, MOST_WORDS + 1);
}

/** What rules of thumb decide rightly; both kinds count as one half, whatever their numbers. */
function rulesOf(
  flagged: Record<Other, readonly Bag[]> & { readonly home: readonly Labelled[] },
  toFree: TrustOutcome['toFree'],
  { isHtml, isFreed }: Record<'isHtml' | 'isFreed', (bag: Bag) => boolean>,
): TrustOutcome['rules'] {
  const right = (overridden: (kind: Other) => number): number | null => {
    const share = (kind: Other): number => overridden(kind) / flagged[kind].length;
    const either = (share('newsletters') + 1 - share('laterSpam')) / 2;
    return Number.isNaN(either) ? null : either;
  };
  const atHome = (overrides: (bag: Bag) => boolean): number | null =>
    mean(flagged.home, ({ bag, isSpam }) => +(overrides(bag) !== isSpam)) ?? null;
  return {
    html: right((kind) => flagged[kind].filter(isHtml).length),
    three: right((kind) => sum(toFree[kind].slice(0, 3))),
    second: right((kind) => flagged[kind].filter(isFreed).length),
    htmlAtHome: atHome(isHtml),
    acceptAtHome: atHome(() => false),
  };
}

/** The mails on the desk: words in an order in which a mail can be guessed at, two marks and then the rarest, and both explanations. */
function deskOf(
  { words }: Corpus,
  { learned }: Parts,
  { model, gone }: Filter,
  flagged: Record<Other, readonly Bag[]>,
  { threshold, seed }: TrustSettings,
): readonly DeskMail[] {
  const nameOf = (word: number): string => words[word] as string;
  const isNoMark = (word: number): boolean => !/^_(?:html|money)_$/.test(nameOf(word));
  const known = learned.flatMap(({ bag }) => Array.from(bag));
  const common = tally(known, words.length);
  return drawTwenty(flagged.laterSpam, flagged.newsletters, seed).map(({ bag, ...mail }) => {
    const left = without(bag, gone);
    const order = weighed(model, left);
    const heavy = [...order.slice(0, 3), ...order.slice(-1).filter(({ weight }) => weight < 0)];
    return {
      ...mail,
      words: sort(left, isNoMark, (word) => common[word]).map(nameOf),
      heavy: heavy.map(({ word, weight }) => [nameOf(word), weight]),
      free: counterfactual(model, left, threshold)?.map(nameOf) ?? null,
    };
  });
}

/** The mails, once they have been read: the same bytes each time, or they would have been refused. */
let corpus: Corpus | undefined;

/** The run behind the widget. */
export const runTrustOrOverride: Run<typeof params, TrustOutcome> = async (settings, show, env) => {
  corpus ??= await readCorpus(env.readData);
  await show(outcomeOf(settings, corpus), 1);
};
