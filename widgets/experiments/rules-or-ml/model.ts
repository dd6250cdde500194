/** Rules and naive Bayes on the same messages. */
import { extent, range, sum } from 'd3-array';
import type { Run } from '#kit/contract';
import { atPlace, latest } from '#kit/numbers';
import { count, noCounts, scoreOf, weightsOf, type Bags, type Counts } from './bayes.ts';
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
type Scores = Readonly<Record<'spam' | 'genuine', Float64Array>>;

/** The last world, and its curve: prices and volumes that are changed leave the messages as they are. */
const [worlds, curves] = [latest<World>(1), latest<readonly CurvePoint[]>(1)];

/** The outcome of settings on the messages. */
export function outcomeOf(settings: RulesSettings, corpus: Corpus): RulesOutcome {
  const { labels, freshLabels, seed, volume, missCost, alarmCost, change } = settings;
  const { isSpam } = corpus;
  const words = readRules(settings.rules);
  const numbers = words.map((word) => corpus.words.indexOf(word)).filter((number) => number >= 0);
  const world = worlds(`${change} ${seed}`, () => worldOf(corpus, change, seed));
  // Spam is held back where it is the likelier, or so much likelier as a false alarm is dearer than a miss.
  const cut = settings.threshold === 'byCost' ? Math.log(alarmCost / missCost) : 0;
  // Spam is as common as in the whole collection.
  const share = isSpam.filter(Boolean).length / isSpam.length;

  const standing = ({ spam, genuine }: Apart, judged: Judged, upkeep: number): Standing => {
    const { caught, alarms } = judged;
    const misses = volume * share * (1 - caught / spam.length) * missCost;
    const held = volume * (1 - share) * (alarms / genuine.length) * alarmCost;
    const cost = { upkeep, misses, alarms: held, total: upkeep + misses + held };
    return { caught, spam: spam.length, alarms, genuine: genuine.length, cost };
  };
  const both = (tested: Apart, of: readonly Labelled[]): Both => {
    const scores = scored(tested, countsOf(of, corpus.words.length));
    const judged = { caught: over(scores.spam, cut), alarms: over(scores.genuine, cut) };
    const spam = of.filter((one) => one.isSpam).length;
    const upkeep = UPKEEP.model + (of.length * settings.labelPrice) / MONTHS;
    return {
      rules: standing(tested, ruled(tested, numbers), UPKEEP.word * words.length),
      model: standing(tested, judged, upkeep),
      learned: { spam, genuine: of.length - spam },
    };
  };

  const learned = world.labelled(0).slice(0, labels);
  const before = both(world.tested, learned);
  const fresh = world.after?.labelled(labels).slice(0, freshLabels) ?? [];
  const { alarms, caught, spam } = before.rules;
  const curve = curves(`${change} ${seed} ${alarms}`, () => curveOf(world, corpus, alarms));
  const last = curve.findLastIndex(({ mean }) => mean <= caught / spam);
  const scores = scored(world.tested, countsOf(learned, corpus.words.length));
  return {
    rules: rulesOf(corpus, words),
    before,
    after: world.after
      ? both({ ...world.tested, spam: world.after.spam }, [...learned, ...fresh])
      : null,
    curve,
    overtakesAt: curve[last + 1]?.labels ?? null,
    atRules: caughtBeside(scores, alarms) / spam,
    noFilter: volume * share * missCost,
    volume,
  };
}

function countsOf(labelled: readonly Labelled[], words: number): Counts {
  const counts = noCounts(words);
  for (const { bag, isSpam } of labelled) count(counts, bag, isSpam);
  return counts;
}

function scored({ spam, genuine }: Apart, counts: Counts): Scores {
  const weights = weightsOf(counts);
  const of = (bags: Bags): Float64Array => {
    const scores = new Float64Array(bags.length);
    bags.forEach((bag, i) => (scores[i] = scoreOf(weights, bag)));
    return scores;
  };
  return { spam: of(spam), genuine: of(genuine) };
}

/** How many score higher. */
function over(scores: Float64Array, cut: number): number {
  let count = 0;
  for (const score of scores) if (score > cut) count += 1;
  return count;
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

/** What models catch at so many false alarms, as labels come, in each of several draws. */
function curveOf(
  { labelled, tested }: World,
  { words }: Corpus,
  alarms: number,
): readonly CurvePoint[] {
  const draws = range(DRAWS).map((draw) => {
    const all = labelled(draw);
    const counts = noCounts(words.length);
    return LABELS.map((labels, i) => {
      for (const { bag, isSpam } of all.slice(LABELS[i - 1] ?? 0, labels))
        count(counts, bag, isSpam);
      return caughtBeside(scored(tested, counts), alarms) / tested.spam.length;
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
