/** Three answers to the question why: what weighs most, what it costs to lose it, and what would have to be gone. */
import { mean, sort } from 'd3-array';
import { logOdds, type Bag, type Logistic } from '../../shared/logistic/ridge.ts';

/** Words with what each adds to the log-odds of spam, the heaviest for spam first; of equal ones the first. */
export function weighed({ weights }: Logistic, words: Bag) {
  const all = Array.from(words, (word) => ({ word, weight: weights[word] as number }));
  return sort(all, ({ weight }) => -weight);
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
  const gone: number[] = [];
  let score = logOdds(model, bag);
  for (const { word, weight } of weighed(model, bag)) {
    if (score <= threshold || weight <= 0) break;
    score -= weight;
    gone.push(word);
  }
  return score > threshold ? undefined : gone;
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
  const share = mean(bags, (bag) => +bag.includes(word)) ?? 0;
  const rise = (bag: Bag, row: number): number => {
    const score = logOdds(model, bag);
    const without = score - (bag.includes(word) ? weight : 0);
    const mixed = share * loss(without + weight, row) + (1 - share) * loss(without, row);
    return mixed - loss(score, row);
  };
  return mean(bags, rise) ?? 0;
}
