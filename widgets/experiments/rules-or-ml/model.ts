/** Rules and naive Bayes on the same messages. */
import { extent, range, sum } from 'd3-array';
import type { Run } from '#kit/contract';
import { atPlace, latest } from '#kit/numbers';
import { count, noCounts, scoreOf, weightsOf, type Apart, type Bags } from './bayes.ts';
import type { Counts, Labelled } from './bayes.ts';
import { readCorpus, worldOf, type Corpus, type World } from './messages.ts';
import type { Both, CurvePoint, Rule, RulesOutcome, Standing } from './outcome.ts';
import { LABELS, type params, type RulesSettings } from './params.ts';
import { nearest, readRules } from './rules.ts';

/** Draws of labels that the curve is a mean of; the first is that of the run. */
const DRAWS = 20;
/** What keeping up one word, or the model, costs in a month: invented, in dollars. */
const UPKEEP = { word: 20, model: 300 } as const;
/** Labels are paid over so many months. */
const MONTHS = 12;

/** The last world, and its curve: prices and volumes that are changed leave the messages as they are. */
const [worlds, curves] = [latest<World>(1), latest<readonly CurvePoint[]>(1)];

/** The outcome of settings on the messages. */
export function outcomeOf(settings: RulesSettings, corpus: Corpus): RulesOutcome {
  const { labels, freshLabels, seed, volume, missCost, alarmCost, change } = settings;
  const { messages } = corpus;
  const words = readRules(settings.rules);
  const numbers = words.map((word) => corpus.words.indexOf(word)).filter((number) => number >= 0);
  const world = worlds(`${change} ${seed}`, () => worldOf(corpus, change, seed));
  // Spam is held back where it is the likelier, or so much likelier as a false alarm is dearer than a miss.
  const cut = settings.threshold === 'byCost' ? Math.log(alarmCost / missCost) : 0;
  // Spam is as common as in the whole collection.
  const share = messages.filter(({ isSpam }) => isSpam).length / messages.length;

  type IsHeld = (bag: Uint16Array) => boolean;
  const standing = ({ spam, genuine }: Apart<Bags>, isHeld: IsHeld, upkeep: number): Standing => {
    const [caught, alarms] = [spam.filter(isHeld).length, genuine.filter(isHeld).length];
    const misses = volume * share * (1 - caught / spam.length) * missCost;
    const held = volume * (1 - share) * (alarms / genuine.length) * alarmCost;
    const cost = { upkeep, misses, alarms: held, total: upkeep + misses + held };
    return { caught, spam: spam.length, alarms, genuine: genuine.length, cost };
  };
  const hasRule: IsHeld = (bag) => numbers.some((word) => bag.includes(word));
  const both = (tested: Apart<Bags>, counts: Counts): Both => {
    const [spam, genuine] = [counts.spam.messages, counts.genuine.messages];
    const weights = weightsOf(counts);
    const upkeep = UPKEEP.model + ((spam + genuine) * settings.labelPrice) / MONTHS;
    return {
      rules: standing(tested, hasRule, UPKEEP.word * words.length),
      model: standing(tested, (bag) => scoreOf(weights, bag) > cut, upkeep),
      learned: { spam, genuine },
    };
  };

  const counted = (of: readonly Labelled[]): Counts => count(noCounts(corpus.words.length), of);
  const learned = world.labelled(0).slice(0, labels);
  const fresh = world.after?.labelled(labels).slice(0, freshLabels) ?? [];
  const before = both(world.tested, counted(learned));
  const { alarms, caught, spam } = before.rules;
  const curve = curves(`${change} ${seed} ${alarms}`, () => curveOf(world, corpus, alarms));
  const last = curve.findLastIndex(({ mean }) => mean <= caught / spam);
  return {
    rules: rulesOf(corpus, words),
    before,
    after: world.after
      ? both({ ...world.tested, spam: world.after.spam }, counted([...learned, ...fresh]))
      : null,
    curve,
    overtakesAt: curve[last + 1]?.labels ?? null,
    atRules: caughtAt(alarms, world, counted(learned)),
    noFilter: volume * share * missCost,
    volume,
  };
}

/** How many spam messages score above all genuine ones but so many: what is caught with no more false alarms than these. */
export function caughtBeside({ spam, genuine }: Apart<readonly number[]>, alarms: number): number {
  const place = genuine.length - 1 - alarms;
  const cut = place < 0 ? -Infinity : atPlace(Float64Array.from(genuine), place);
  return sum(spam, (score) => +(score > cut));
}

function caughtAt(alarms: number, { tested }: World, counts: Counts): number {
  const weights = weightsOf(counts);
  const score = (bag: Uint16Array): number => scoreOf(weights, bag);
  const scores = { spam: tested.spam.map(score), genuine: tested.genuine.map(score) };
  return caughtBeside(scores, alarms) / tested.spam.length;
}

/** Each word among all messages, with a message of each label that has it, where one may be shown: a short one, and rather one of its own. */
function rulesOf({ words, messages, shown }: Corpus, rules: readonly string[]): readonly Rule[] {
  const used = new Set<string>();
  const short = shown.toSorted((a, b) => a.text.length - b.text.length);
  return rules.map((word) => {
    const number = words.indexOf(word);
    if (number < 0) return { word, caught: 0, alarms: 0, nearest: nearest(word, words) };
    const share = (label: boolean): number => {
      const all = messages.filter(({ isSpam }) => isSpam === label);
      return all.filter(({ bag }) => bag.includes(number)).length / all.length;
    };
    const example = (label: boolean): string | undefined => {
      const having = short.filter(({ row }) => {
        const { bag, isSpam } = messages[row] as Labelled;
        return isSpam === label && bag.includes(number);
      });
      const text = (having.find((one) => !used.has(one.text)) ?? having[0])?.text;
      if (text !== undefined) used.add(text);
      return text;
    };
    const [spam, genuine] = [example(true), example(false)];
    return { word, caught: share(true), alarms: share(false), spam, genuine };
  });
}

function curveOf(world: World, { words }: Corpus, alarms: number): readonly CurvePoint[] {
  const draws = range(DRAWS).map((draw) => {
    const all = world.labelled(draw);
    const counts = noCounts(words.length);
    return LABELS.map((labels, i) => {
      count(counts, all.slice(LABELS[i - 1] ?? 0, labels));
      return caughtAt(alarms, world, counts);
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
