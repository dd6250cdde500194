/** Three answers to the question why: what weighs most, what it costs to lose it, and what would have to be gone. */
import { sum } from 'd3-array';
import { logOdds, type Bag, type Logistic } from '../../shared/logistic/ridge.ts';

/** A word in a mail, with what it adds to the log-odds of spam. */
export interface Weighed {
  readonly word: number;
  readonly weight: number;
}

/** The words of a mail, the heaviest for spam first. */
export function weighed({ weights }: Logistic, bag: Bag): readonly Weighed[] {
  return Array.from(bag, (word) => ({ word, weight: weights[word] as number })).sort(
    (a, b) => b.weight - a.weight || a.word - b.word,
  );
}

/**
 * The fewest words without which a mail would not be flagged, the heaviest first; nothing where even without all words that speak
 * for spam it would be. For a sum of weights, taking the heaviest first is the shortest way.
 */
export function counterfactual(
  model: Logistic,
  bag: Bag,
  threshold: number,
): readonly number[] | undefined {
  const { weights } = model;
  const { length } = bag;
  const gone: number[] = [];
  let score = logOdds(model, bag);
  // Few words are enough for most: to look for the heaviest so often takes less than to sort them all.
  while (score > threshold) {
    let [heaviest, weight] = [-1, 0];
    for (let i = 0; i < length; i += 1) {
      const word = bag[i] as number;
      const own = weights[word] as number;
      if (own > weight && !gone.includes(word)) [heaviest, weight] = [word, own];
    }
    if (heaviest < 0) return undefined;
    score -= weight;
    gone.push(heaviest);
  }
  return gone;
}

/**
 * How much a loss rises, on average over all orders, when a word is shuffled among the mails: then each mail has it with the chance
 * of any other, whatever else stands in it. No order is drawn.
 */
export function shuffledRise(
  model: Logistic,
  bags: readonly Bag[],
  word: number,
  loss: (score: number, row: number) => number,
): number {
  const weight = model.weights[word] as number;
  const has = bags.map((bag) => bag.includes(word));
  const share = sum(has, Number) / bags.length;
  const rises = bags.map((bag, row) => {
    const score = logOdds(model, bag);
    const without = score - (has[row] ? weight : 0);
    const mixed = share * loss(without + weight, row) + (1 - share) * loss(without, row);
    return mixed - loss(score, row);
  });
  return sum(rises) / bags.length;
}
