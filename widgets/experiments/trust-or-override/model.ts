/** Settings to outcome: the filter is trained, judged, explained and overruled. */
import { bisectRight, mean, range, sort, sum } from 'd3-array';
import type { Run } from '#kit/contract';
import { latest, within } from '#kit/numbers';
import { fitRidge, logOdds } from '../../shared/logistic/ridge.ts';
import type { Bag, Fit, Logistic } from '../../shared/logistic/ridge.ts';
import { counterfactual, shuffledRise, weighed } from './explain.ts';
import { partsOf, readCorpus, type Corpus, type Labelled, type Parts } from './mails.ts';
import { EDGES, MOST_WORDS } from './outcome.ts';
import type { DeskMail, Group, Judged, Other, Rules, TrustOutcome } from './outcome.ts';
import type { params, TrustSettings } from './params.ts';
import { countDecisions, drawTwenty, type OnDesk } from './twenty.ts';

/** The penalty on the squares of the weights. */
const PENALTY = 1;
/** What a mail written in HTML is marked by. */
const HTML = '_html_';
/** Newsletters that the second filter has learned from. */
const SECOND = 100;
/** Words that are named, or deleted, as the heaviest. */
const HEAVY = 5;
/** Steps after which no score would be seen to move are not shown. */
const SEEN = 0.02;

/** What is asked of the filter: all that its training hangs on. */
type Asked = Pick<TrustSettings, 'without' | 'newsletters' | 'seed'>;

/** A filter, and the words that were deleted before it was trained: they weigh nothing, so that mails are judged as they are. */
interface Filter extends Fit {
  readonly gone: readonly number[];
}

/** Trains the filter that is asked for. */
export function train(corpus: Corpus, parts: Parts, asked: Asked): Filter {
  let gone: readonly number[] = [];
  if (asked.without === 'html') gone = [corpus.words.indexOf(HTML)];
  if (asked.without === 'five')
    gone = heaviest(trained(corpus, parts, { ...asked, without: 'none' })).map(({ word }) => word);
  const added = parts.toAdd.slice(0, asked.newsletters).map((bag) => ({ bag, isSpam: false }));
  const mails = [...parts.learned, ...added];
  const fit = fitRidge(
    mails.map(({ bag }) => without(bag, gone)),
    mails.map(({ isSpam }) => isSpam),
    { size: corpus.words.length, penalty: PENALTY },
  );
  return { ...fit, gone };
}

/** The last filters that were trained: a threshold that is moved, or a mail that is decided, trains none anew. */
const kept = latest<Filter>(600);

function trained(corpus: Corpus, parts: Parts, asked: Asked): Filter {
  const key = [asked.without, asked.newsletters, asked.seed].join();
  return kept(key, () => train(corpus, parts, asked));
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
  const { learned, home, newsletters, laterSpam } = parts;
  const filter = trained(corpus, parts, settings);
  const { model } = filter;
  const second = trained(corpus, parts, { ...settings, newsletters: SECOND });
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
  const path = shownPath(filter);
  const group = (bags: readonly Bag[], isSpam: boolean): Group => ({
    count: bags.length,
    isSpam,
    steps: path.map((step) => judged(step, bags, threshold)),
  });
  const ofHome = (isSpam: boolean): readonly Bag[] =>
    home.flatMap((mail) => (mail.isSpam === isSpam ? [mail.bag] : []));
  const bags = home.map(({ bag }) => bag);
  const isWrong = (score: number, row: number): number =>
    Number(score > threshold !== home[row]?.isSpam);
  const nameOf = (word: number): string => corpus.words[word] as string;
  const known = learned.flatMap(({ bag }) => Array.from(bag));
  const common = tally(known, corpus.words.length);
  const desk = drawTwenty(flagged.laterSpam, flagged.newsletters, seed).map((mail) =>
    deskMail(mail, filter, threshold, nameOf, common),
  );
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
      return { word: nameOf(word), weight, cost };
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

/** The models on the way, as far as anything is seen to move. */
function shownPath({ path, model }: Fit): readonly Logistic[] {
  const moves = (one: Logistic): boolean =>
    one.weights.some((weight, i) => Math.abs(weight - (model.weights[i] as number)) > SEEN);
  return [...path.filter(moves), model];
}

/** How often each whole number below `size` is in a list. */
function tally(list: readonly number[], size: number): readonly number[] {
  const counts = Array<number>(size).fill(0);
  for (const one of list) counts[one] = (counts[one] as number) + 1;
  return counts;
}

/** Mails by what a model says of them. */
function judged(model: Logistic, bags: readonly Bag[], threshold: number): Judged {
  const scores = bags.map((bag) => logOdds(model, bag));
  const last = EDGES.length - 2;
  const bins = scores.map((score) => within(0, bisectRight(EDGES, score) - 1, last));
  return {
    bins: tally(bins, last + 1),
    flagged: scores.filter((score) => score > threshold).length,
  };
}

/** How many mails need 1, 2, … words to be freed; the last place for more, or never. */
function wordsToFree(bags: readonly Bag[], model: Logistic, threshold: number): readonly number[] {
  const places = bags.map((bag) => {
    const needed = counterfactual(model, bag, threshold)?.length ?? Infinity;
    return Math.min(needed - 1, MOST_WORDS);
  });
  return tally(places, MOST_WORDS + 1);
}

/** What rules of thumb decide rightly; both kinds count as one half, whatever their numbers. */
function rulesOf(
  flagged: Record<Other, readonly Bag[]> & { readonly home: readonly Labelled[] },
  toFree: TrustOutcome['toFree'],
  { isHtml, isFreed }: Record<'isHtml' | 'isFreed', (bag: Bag) => boolean>,
): Rules {
  const right = (overridden: (kind: Other) => number): number | null => {
    const share = (kind: Other): number => overridden(kind) / flagged[kind].length;
    const either = (share('newsletters') + 1 - share('laterSpam')) / 2;
    return Number.isNaN(either) ? null : either;
  };
  const atHome = (overrides: (bag: Bag) => boolean): number | null =>
    mean(flagged.home, ({ bag, isSpam }) => Number(overrides(bag) !== isSpam)) ?? null;
  return {
    html: right((kind) => flagged[kind].filter(isHtml).length),
    three: right((kind) => sum(toFree[kind].slice(0, 3))),
    second: right((kind) => flagged[kind].filter(isFreed).length),
    htmlAtHome: atHome(isHtml),
    acceptAtHome: atHome(() => false),
  };
}

/** A mail with its words in an order in which it can be guessed at, two marks and then the rarest, and with both explanations. */
function deskMail(
  { bag, ...mail }: OnDesk,
  { model, gone }: Filter,
  threshold: number,
  nameOf: (word: number) => string,
  common: readonly number[],
): DeskMail {
  const left = without(bag, gone);
  const order = weighed(model, left);
  const heavy = [...order.slice(0, 3), ...order.slice(-1).filter(({ weight }) => weight < 0)];
  const isNoMark = (word: number): boolean => !/^_(?:html|money)_$/.test(nameOf(word));
  return {
    ...mail,
    words: sort(left, isNoMark, (word) => common[word]).map(nameOf),
    heavy: heavy.map(({ word, weight }) => [nameOf(word), weight] as const),
    free: counterfactual(model, left, threshold)?.map(nameOf) ?? null,
  };
}

/** The mails, once they have been read: the same bytes each time, or they would have been refused. */
let corpus: Corpus | undefined;

/** The run behind the widget. */
export const runTrustOrOverride: Run<typeof params, TrustOutcome> = async (settings, show, env) => {
  corpus ??= await readCorpus(env.readData);
  await show(outcomeOf(settings, corpus), 1);
};
