/** What luck alone would do: whether guesses, rows and coins differ by more than chance makes them. */
import { sum } from 'd3-array';
import { rightOf, type HuntOutcome } from './model.ts';

/**
 * Whether the learner's guesses are better than naming the commonest, worse, or alike as far as can be told: the difference
 * against three times its standard error, from the symbols that one of them guessed and the other did not.
 */
export function standing(outcome: HuntOutcome): 'better' | 'worse' | 'alike' {
  const { drawn, guesses, usual } = outcome;
  const differ = sum(drawn, (sign, i) => Number((guesses[i] === sign) !== (usual[i] === sign)));
  const gain = rightOf(outcome, 'guesses') - rightOf(outcome, 'usual');
  if (Math.abs(gain) <= 3 * Math.sqrt(differ)) return 'alike';
  return gain > 0 ? 'better' : 'worse';
}

/** The chance that of so many fair coins this many or more are guessed. */
export function chanceOf(right: number, all: number): number {
  let [sum, term] = [0, 0.5 ** all];
  for (let k = 0; k <= all; k += 1) {
    if (k >= right) sum += term;
    term *= (all - k) / (k + 1);
  }
  return sum;
}

/**
 * Whether rows differ no more than chance makes them: the likelihood-ratio statistic of the table against its degrees of freedom,
 * whose chance of being passed by three standard deviations is about one in five hundred.
 */
export function areRowsAlike(after: readonly (readonly number[])[]): boolean {
  const rows = after.map((row) => sum(row));
  const columns = after.map((_, k) => sum(after, (row) => row[k]));
  const all = sum(rows);
  const statistic = sum(after, (row, i) =>
    sum(row, (count, k) => {
      const expected = ((rows[i] ?? 0) * (columns[k] ?? 0)) / all;
      return count > 0 ? 2 * count * Math.log(count / expected) : 0;
    }),
  );
  const used = (list: readonly number[]): number => list.filter((one) => one > 0).length - 1;
  const freedom = Math.max(1, used(rows) * used(columns));
  return statistic <= freedom + 3 * Math.sqrt(2 * freedom);
}
