/** The hours of the data: 26 weeks of bike hire with their weather. */
import { range } from 'd3-array';

export const WEEKS = 26;
/** Weeks that are served; the others are learned from. */
export const SERVED = 8;
/** Days of a future. */
export const DAYS = 7 * SERVED;
export const DAY = 24;
const WEEK = 168;
const MISSING = 0xffffffff;
/** Steps of the packed temperature, in °C. */
export const STEP = 0.82;

/** An hour as the model is told of it. */
export interface Input {
  readonly hour: number;
  /** 1 on a working day. */
  readonly working: number;
  /** °C, per cent, km/h. */
  readonly temp: number;
  readonly hum: number;
  readonly wind: number;
  /** 0 clear, 1 mist, 2 rain. */
  readonly sky: number;
}

/** An hour of the data: what the model is to be told, and the bikes hired; -1 where the hour is missing, and with it all else. */
export interface Hour {
  readonly input: Input;
  readonly hired: number;
}

/** Unpacks `bike-summer.bin`, weeks one after the other. */
export function hoursOf(bytes: Uint8Array): readonly Hour[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return range(bytes.length / 4).map((i) => {
    const word = view.getUint32(4 * i, true);
    const field = (from: number, bits: number): number => (word >>> from) & (2 ** bits - 1);
    const [temp, hum, wind] = [STEP * field(10, 6), field(16, 7), field(23, 6)];
    return {
      input: { hour: i % DAY, working: field(31, 1), temp, hum, wind, sky: field(29, 2) },
      hired: word === MISSING ? -1 : field(0, 10),
    };
  });
}

/** The hours of one week. */
export function weekOf(hours: readonly Hour[], week: number): readonly Hour[] {
  return hours.slice(week * WEEK, (week + 1) * WEEK);
}
