/** Rules and naive Bayes on the same messages. */
import { extent, sum } from 'd3-array';
import type { Run } from '#kit/contract';
import { atPlace } from '#kit/numbers';
import { count, inOneList, noCounts, scoresOf, weightsOf, type Counts } from './bayes.ts';
import { readCorpus, worldOf } from './messages.ts';
import type { Apart, Corpus, Labelled, World } from './messages.ts';
import type { Both, CurvePoint, Rule, RulesOutcome, Standing } from './outcome.ts';
import { LABELS, type params, type RulesSettings } from './params.ts';
import { nearest, readRules } from './rules.ts';

/** Draws of labels that the curve is a mean of; the first is that of the run. */
const DRAWS = 20;
/** What keeping up one word, or the model, costs in a month: invented, in dollars. */
const UPKEEP = { word: 20, model: 300 } as const;
/** Labels are paid over so many months. */
const MONTHS = 12;

/** How many messages a filter catches and holds back. */
type Judged = Pick<Standing, 'caught' | 'alarms'>;
/** Log-odds of spam of the messages that are tested on. */
export type Scores = Readonly<Record<'spam' | 'genuine', Float64Array>>;

/** The outcome of settings on the messages. */
export function outcomeOf(settings: RulesSettings, corpus: Corpus): RulesOutcome {
  const { labels, freshLabels, seed, volume, missCost } = settings;
  const words = readRules(settings.rules);
  const numbers = words.map((word) => corpus.words.indexOf(word)).filter((number) => number >= 0);
  const world = keptWorld(corpus, settings.change, seed);
  const learned = world.labelled(0).slice(0, labels);
  const stand = (tested: Apart, judged: Judged, upkeep: number): Standing =>
    standing(settings, corpus, tested, judged, upkeep);
  const both = (tested: Apart, of: readonly Labelled[]): Both => {
    const scores = scored(listed(tested), countsOf(of, corpus.words.length));
    const spam = of.filter((one) => one.isSpam).length;
    const upkeep = UPKEEP.model + (of.length * settings.labelPrice) / MONTHS;
    return {
      rules: stand(tested, ruled(tested, numbers), UPKEEP.word * words.length),
      model: stand(tested, judged(scores, cutOf(settings)), upkeep),
      learned: { spam, genuine: of.length - spam },
    };
  };
  const before = both(world.tested, learned);
  const { alarms, caught, spam } = before.rules;
  const after =
    world.after &&
    both({ ...world.tested, spam: world.after.spam }, [
      ...learned,
      ...world.after.labelled(labels).slice(0, freshLabels),
    ]);
  const curve = world.curve(alarms);
  const scores = scored(listed(world.tested), countsOf(learned, corpus.words.length));
  const last = curve.findLastIndex(({ mean }) => mean <= caught / spam);
  return {
    rules: rulesOf(corpus, words),
    before,
    after: after ?? null,
    curve,
    overtakesAt: curve[last + 1]?.labels ?? null,
    atRules: caughtBeside(scores, alarms) / spam,
    noFilter: volume * spamShare(corpus) * missCost,
    volume,
  };
}

function countsOf(labelled: readonly Labelled[], words: number): Counts {
  const counts = noCounts(words);
  for (const { bag, isSpam } of labelled) count(counts, bag, isSpam);
  return counts;
}

/** The messages that are tested on, as they are read fastest. */
type Tested = Readonly<Record<'spam' | 'genuine', ReturnType<typeof inOneList>>>;

function listed({ spam, genuine }: Apart): Tested {
  return { spam: inOneList(spam), genuine: inOneList(genuine) };
}

function scored({ spam, genuine }: Tested, counts: Counts): Scores {
  const weights = weightsOf(counts);
  return { spam: scoresOf(weights, spam), genuine: scoresOf(weights, genuine) };
}

/** What is caught and held back from a log-odds on. */
function judged({ spam, genuine }: Scores, cut: number): Judged {
  return { caught: over(spam, cut), alarms: over(genuine, cut) };
}

function over(scores: Float64Array, cut: number): number {
  let count = 0;
  for (const score of scores) if (score > cut) count += 1;
  return count;
}

/** Spam is held back where it is the likelier, or so much likelier as a false alarm is dearer than a miss. */
function cutOf({ threshold, alarmCost, missCost }: RulesSettings): number {
  return threshold === 'byCost' ? Math.log(alarmCost / missCost) : 0;
}

/** How many spam messages score above all genuine ones but so many: what is caught with no more false alarms than these. */
export function caughtBeside({ spam, genuine }: Scores, alarms: number): number {
  const place = genuine.length - 1 - alarms;
  return over(spam, place < 0 ? -Infinity : atPlace(Float64Array.from(genuine), place));
}

function ruled({ spam, genuine }: Apart, words: readonly number[]): Judged {
  const has = (bag: Uint16Array): number => +words.some((word) => bag.includes(word));
  return { caught: sum(spam, has), alarms: sum(genuine, has) };
}

/** A filter's counts with what they cost in a month, where spam is as common as in the whole collection. */
function standing(
  { volume, missCost, alarmCost }: RulesSettings,
  corpus: Corpus,
  { spam, genuine }: Apart,
  { caught, alarms }: Judged,
  upkeep: number,
): Standing {
  const share = spamShare(corpus);
  const misses = volume * share * (1 - caught / spam.length) * missCost;
  const held = volume * (1 - share) * (alarms / genuine.length) * alarmCost;
  const cost = { upkeep, misses, alarms: held, total: upkeep + misses + held };
  return { caught, spam: spam.length, alarms, genuine: genuine.length, cost };
}

function spamShare({ isSpam }: Corpus): number {
  return isSpam.filter(Boolean).length / isSpam.length;
}

/** Each word among all messages, with a message of each label that has it, where one may be shown: a short one, and rather one of its own. */
function rulesOf(
  { words, bags, isSpam, shown }: Corpus,
  rules: readonly string[],
): readonly Rule[] {
  const used = new Set<string>();
  const short = shown.toSorted((a, b) => a.text.length - b.text.length);
  return rules.map((word) => {
    const number = words.indexOf(word);
    if (number < 0) return { word, caught: 0, alarms: 0, nearest: nearest(word, words) };
    const share = (label: boolean): number => {
      const all = bags.filter((_, row) => isSpam[row] === label);
      return sum(all, (bag) => +bag.includes(number)) / all.length;
    };
    const example = (label: boolean): string | undefined => {
      const having = short.filter(
        ({ row }) => isSpam[row] === label && bags[row]?.includes(number),
      );
      const text = (having.find((one) => !used.has(one.text)) ?? having[0])?.text;
      if (text !== undefined) used.add(text);
      return text;
    };
    const [spam, genuine] = [example(true), example(false)];
    return {
      word,
      ...{ caught: share(true), alarms: share(false) },
      ...(spam !== undefined && { spam }),
      ...(genuine !== undefined && { genuine }),
    };
  });
}

/** A world with its curves, by the false alarms that are allowed. */
interface Kept extends World {
  readonly of: Corpus;
  readonly name: string;
  readonly curve: (alarms: number) => readonly CurvePoint[];
}

/** The last one: prices and volumes that are changed leave the messages as they are. */
let kept: Kept | undefined;

function keptWorld(corpus: Corpus, change: RulesSettings['change'], seed: number): Kept {
  const name = `${change} ${seed}`;
  if (kept?.of === corpus && kept.name === name) return kept;
  const world = worldOf(corpus, change, seed);
  const curves = new Map<number, readonly CurvePoint[]>();
  const curve = (alarms: number): readonly CurvePoint[] => {
    const known =
      curves.get(alarms) ?? curveOf(world.labelled, world.tested, corpus.words.length, alarms);
    curves.set(alarms, known);
    return known;
  };
  kept = { ...world, of: corpus, name, curve };
  return kept;
}

/** What models catch at so many false alarms, as labels come, in each of several draws. */
function curveOf(
  labelled: (draw: number) => readonly Labelled[],
  tested: Apart,
  words: number,
  alarms: number,
): readonly CurvePoint[] {
  const lists = listed(tested);
  const draws = Array.from({ length: DRAWS }, (_, draw) => {
    const all = labelled(draw);
    const counts = noCounts(words);
    let known = 0;
    return LABELS.map((labels) => {
      for (const { bag, isSpam } of all.slice(known, labels)) count(counts, bag, isSpam);
      known = labels;
      return caughtBeside(scored(lists, counts), alarms) / tested.spam.length;
    });
  });
  return LABELS.map((labels, i) => {
    const caught = draws.map((draw) => draw[i] ?? 0);
    const [low = 0, high = 0] = extent(caught);
    return { labels, mean: sum(caught) / DRAWS, low, high };
  });
}

/** The messages, once they have been read: the same bytes each time, or they would have been refused. */
let corpus: Corpus | undefined;

/** The run behind the widget. */
export const runRulesOrMl: Run<typeof params, RulesOutcome> = async (settings, show, env) => {
  corpus ??= await readCorpus(env.readData);
  await show(outcomeOf(settings, corpus), 1);
};
