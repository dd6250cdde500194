/** The model that is served: a ridge regression of the logarithm of bikes hired, on the hour and the weather. */
import { addRow, leastSquares, noSums, type Sums } from '#kit/numbers';
import { DAY, type Hour, type Input } from './hours.ts';

/** Weights: 48 hours (of days off, then of working days), temperature, its square, humidity, wind, mist, rain. */
const SIZE = 2 * DAY + 6;
const RIDGE = 1;

/** Weather by its middle and unit, so that weights are of one size. Fixed, not learned: it changes nothing but the ridge. */
export function scaled({ temp, hum, wind }: Input): Pick<Input, 'temp' | 'hum' | 'wind'> {
  return { temp: (temp - 25) / 6, hum: (hum - 60) / 18, wind: (wind - 12) / 8 };
}

function columnsOf(input: Input): Float64Array {
  const { temp, hum, wind } = scaled(input);
  const row = new Float64Array(SIZE);
  row[DAY * input.working + input.hour] = 1;
  row.set([temp, temp * temp, hum, wind, +(input.sky === 1), +(input.sky === 2)], 2 * DAY);
  return row;
}

/** No hours yet; a column more than there are weights is the constant. */
export const empty = (): Sums => noSums(SIZE + 1);

/** What least squares needs of some hours: it adds up, so a week can be put in or left out. */
export function sumsOf(hours: readonly Hour[]): Sums {
  const sums = empty();
  for (const { input, hired } of hours)
    if (hired >= 0) addRow(sums, columnsOf(input), Math.log1p(hired));
  return sums;
}

/** The sums of some weeks together; with -1, of those weeks taken away from others. */
export function put(into: Sums, one: Sums, times: 1 | -1 = 1): Sums {
  const add = (to: Float64Array, from: Float64Array): void => {
    for (let i = 0; i < to.length; i += 1) to[i] = (to[i] as number) + times * (from[i] as number);
  };
  add(into.square, one.square);
  into.right.forEach((to, i) => add(to, one.right[i] as Float64Array));
  return into;
}

/** The model of what some hours add up to: ridge regression of what is left when the mean is taken off. */
export function fit({ square: all, right: [wanted = new Float64Array()] }: Sums) {
  // The last row has the sum of every column, and how many hours there are.
  const columns = all.subarray(SIZE * (SIZE + 1));
  const constant = (wanted[SIZE] as number) / (columns[SIZE] as number);
  const right = wanted.slice(0, SIZE).map((sum, j) => sum - constant * (columns[j] as number));
  const square = new Float64Array(SIZE * SIZE).map(
    (_, at) => all[at + Math.floor(at / SIZE)] as number,
  );
  const [weights = right] = leastSquares({ square, right: [right] }, RIDGE);
  return { weights, constant };
}

/** What is served. */
export type Forecast = ReturnType<typeof fit>;

/** The logarithm of one more than the bikes that the model expects. */
export function scoreOf({ weights, constant }: Forecast, input: Input): number {
  const weight = (i: number): number => weights[i] as number;
  const { hour, working, sky } = input;
  const { temp: t, hum, wind } = scaled(input);
  const clear = weight(DAY * working + hour) + weight(48) * t + weight(49) * t * t;
  const aired = clear + weight(50) * hum + weight(51) * wind;
  return constant + aired + (sky === 0 ? 0 : weight(51 + sky));
}

/** As bikes. */
export const bikesOf = (score: number): number => Math.max(0, Math.expm1(score));
