/** Two years of bike hire by the hour, with the weather of each day. */
import { range } from 'd3-array';

export const HOURS = 24;
/** Days of 2011; those of 2012 follow. */
export const DAYS_2011 = 365;
/** Days of the months of 2012. */
export const MONTHS_2012 = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The data: columns by hours from midnight of 1 January 2011 on, or by days. */
export interface Bikes {
  readonly count: Uint16Array;
  /** From 1, clear, to 4, heavy rain or snow; 0 where the source lacks the hour. */
  readonly sky: Uint8Array;
  /** Means of days, from 0 to 1. */
  readonly warmth: Float64Array;
  readonly humidity: Float64Array;
  readonly isWorking: Uint8Array;
}

/** A day that is served: the weather and the hires of a day of the data, and what the calendar calls it. */
export interface Day {
  readonly source: number;
  readonly isWorking: boolean;
}

/** What has been fitted: the logarithm of 1 + hires that it expects in an hour of a cell with such weather, which it may write over. */
export type Fitted = (cell: number, facts: Float64Array) => number;

/** Hours of working days and of others: what a model tells apart besides the weather. */
export const CELLS = 2 * HOURS;
/** Weather: warmth, its square, humidity, clouds, rain or snow. */
export const FACTS = 5;

/** Which of the cells an hour of a day belongs to. */
export const cellOf = ({ isWorking }: Day, hour: number): number => hour + (isWorking ? HOURS : 0);

/** The weather of an hour, into `facts` from `from` on. */
export function see(
  { warmth, humidity, sky }: Bikes,
  { source }: Day,
  hour: number,
  facts: Float64Array,
  from = 0,
): void {
  const warm = warmth[source] as number;
  const over = sky[source * HOURS + hour] as number;
  facts[from] = warm;
  facts[from + 1] = warm * warm;
  facts[from + 2] = humidity[source] as number;
  facts[from + 3] = over === 2 ? 1 : 0;
  facts[from + 4] = over > 2 ? 1 : 0;
}

/** Logarithms of 1 + hires: no hour of the data has more than 977. */
const LOGS = Float64Array.from({ length: 1024 }, (_, hires) => Math.log1p(hires));

/** Hours to learn from, of those that the source has: the cell of each, its weather, and the logarithm of 1 + its hires. */
export function rowsOf(bikes: Bikes, days: readonly Day[]) {
  const facts = new Float64Array(days.length * HOURS * FACTS);
  const [cells, logs]: [number[], number[]] = [[], []];
  for (const day of days) {
    for (let hour = 0; hour < HOURS; hour += 1) {
      const at = day.source * HOURS + hour;
      if (bikes.sky[at] === 0) continue;
      see(bikes, day, hour, facts, cells.length * FACTS);
      const hires = bikes.count[at] as number;
      cells.push(cellOf(day, hour));
      logs.push(LOGS[hires] ?? Math.log1p(hires));
    }
  }
  return { cells, facts, logs };
}
export type Rows = ReturnType<typeof rowsOf>;

/** A byte of a day's mean stands for so many parts of its scale. */
const STEPS = 250;
const COLUMNS = 3;

/** Reads the packed file. */
export function readBikes(bytes: Uint8Array): Bikes {
  const days = bytes.length / (COLUMNS * HOURS + 2);
  const hours = days * HOURS;
  const column = (i: number): Uint8Array => bytes.subarray(i * hours, (i + 1) * hours);
  const mean = (i: number): Float64Array => {
    const from = COLUMNS * hours + i * days;
    return Float64Array.from(bytes.subarray(from, from + days), (value) => value / STEPS);
  };
  const high = column(1);
  const last = column(2);
  return {
    count: Uint16Array.from(column(0), (low, i) => low + 256 * (high[i] as number)),
    sky: last.map((value) => value & 7),
    warmth: mean(0),
    humidity: mean(1),
    isWorking: Uint8Array.from({ length: days }, (_, day) =>
      last.subarray(day * HOURS, (day + 1) * HOURS).some((value) => value >= 8) ? 1 : 0,
    ),
  };
}

/** Days of the data as they were. */
export function daysAsTheyWere({ isWorking }: Bikes, from: number, to = isWorking.length): Day[] {
  return range(from, to).map((source) => ({ source, isWorking: isWorking[source] === 1 }));
}

/** From one day to another: what was hired, what was expected, the one by the other, how far it was off hour by hour, and in how many hours. */
export function tallied(
  { count, sky }: Bikes,
  days: readonly Day[],
  expected: Float64Array,
  from: number,
  to: number,
) {
  let [was, said, off, hours] = [0, 0, 0, 0];
  for (let at = from * HOURS; at < to * HOURS; at += 1) {
    const source = (days[Math.floor(at / HOURS)] as Day).source * HOURS + (at % HOURS);
    if (sky[source] === 0) continue;
    const [hired, told] = [count[source] as number, expected[at] as number];
    was += hired;
    said += told;
    off += Math.abs(hired - told);
    hours += 1;
  }
  return { was, said, ratio: was / said, off, hours };
}
