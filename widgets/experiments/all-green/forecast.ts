/** The model that is served: a ridge regression of the logarithm of bikes hired, on the hour and the weather. */
import { solveSymmetric } from '#kit/numbers';
import { DAY, WEEK, WEEKS, type Hours } from './hours.ts';

/** An hour as the model is told of it. */
export interface Input {
  hour: number;
  working: number;
  temp: number;
  hum: number;
  wind: number;
  sky: number;
}

/** Weights: 48 hours (of days off, then of working days), temperature, its square, humidity, wind, mist, rain; and the constant. */
const SIZE = 2 * DAY + 6;
const RIDGE = 1;
/** Middle and unit of each weather column, so that weights are of one size. Fixed, not learned: it changes nothing but the ridge. */
export const SCALE = { temp: [25, 6], hum: [60, 18], wind: [12, 8] } as const;

/** What is served. */
export interface Forecast {
  readonly weights: Float64Array;
  readonly constant: number;
}

/** What least squares needs of some hours: it adds up, so a week can be put in or left out. */
export interface Sums {
  readonly square: Float64Array;
  readonly right: Float64Array;
  /** The sum of every column; how many hours; the sum of what is to be learned. */
  readonly columns: Float64Array;
  hours: number;
  total: number;
}

/** Puts an hour's columns into `row`. */
function columnsOf({ hour, working, temp, hum, wind, sky }: Input, row: Float64Array): void {
  row.fill(0);
  row[DAY * working + hour] = 1;
  const t = (temp - SCALE.temp[0]) / SCALE.temp[1];
  row[48] = t;
  row[49] = t * t;
  row[50] = (hum - SCALE.hum[0]) / SCALE.hum[1];
  row[51] = (wind - SCALE.wind[0]) / SCALE.wind[1];
  row[52] = sky === 1 ? 1 : 0;
  row[53] = sky === 2 ? 1 : 0;
}

/** No hours yet. */
export function empty(): Sums {
  return {
    square: new Float64Array(SIZE * SIZE),
    right: new Float64Array(SIZE),
    columns: new Float64Array(SIZE),
    hours: 0,
    total: 0,
  };
}

/** The sums of every week of the data. */
export function weeksOf(hours: Hours): readonly Sums[] {
  const row = new Float64Array(SIZE);
  return Array.from({ length: WEEKS }, (_, week) => {
    const sums = empty();
    for (let i = week * WEEK; i < (week + 1) * WEEK; i += 1) {
      const count = hours.count[i] as number;
      if (count < 0) continue;
      columnsOf(inputOf(hours, i), row);
      const wanted = Math.log1p(count);
      sums.hours += 1;
      sums.total += wanted;
      for (let j = 0; j < SIZE; j += 1) {
        const x = row[j] as number;
        if (x === 0) continue;
        sums.columns[j] = (sums.columns[j] as number) + x;
        sums.right[j] = (sums.right[j] as number) + x * wanted;
        for (let k = 0; k <= j; k += 1)
          sums.square[j * SIZE + k] =
            (sums.square[j * SIZE + k] as number) + x * (row[k] as number);
      }
    }
    return sums;
  });
}

/** The sums of some weeks together; with -1, of those weeks taken away from others. */
export function put(into: Sums, one: Sums, times: 1 | -1 = 1): Sums {
  for (const name of ['square', 'right', 'columns'] as const) {
    const [to, from] = [into[name], one[name]];
    for (let i = 0; i < to.length; i += 1) to[i] = (to[i] as number) + times * (from[i] as number);
  }
  into.hours += times * one.hours;
  into.total += times * one.total;
  return into;
}

/** The model of what some hours add up to: ridge regression of what is left when the mean is taken off. */
export function fit(sums: Sums): Forecast {
  const { hours, total, columns } = sums;
  const constant = total / hours;
  const square = sums.square.slice();
  const right = sums.right.map((sum, j) => sum - constant * (columns[j] as number));
  for (let j = 0; j < SIZE; j += 1) square[j * SIZE + j] = (square[j * SIZE + j] as number) + RIDGE;
  return { weights: solveSymmetric(square, right), constant };
}

/** An hour of the data as it is. */
export function inputOf({ temp, hum, wind, sky, working }: Hours, i: number): Input {
  return {
    hour: i % DAY,
    working: working[i] as number,
    temp: temp[i] as number,
    hum: hum[i] as number,
    wind: wind[i] as number,
    sky: sky[i] as number,
  };
}

/** The logarithm of one more than the bikes that the model expects. */
export function scoreOf(
  { weights, constant }: Forecast,
  { hour, working, temp, hum, wind, sky }: Input,
): number {
  const weight = (i: number): number => weights[i] as number;
  const t = (temp - SCALE.temp[0]) / SCALE.temp[1];
  const h = (hum - SCALE.hum[0]) / SCALE.hum[1];
  const w = (wind - SCALE.wind[0]) / SCALE.wind[1];
  const clear = weight(DAY * working + hour) + weight(48) * t + weight(49) * t * t;
  const aired = clear + weight(50) * h + weight(51) * w;
  return constant + aired + (sky === 0 ? 0 : weight(51 + sky));
}

/** As bikes. */
export function bikesOf(score: number): number {
  return Math.max(0, Math.expm1(score));
}
