/** The hours of the data: 26 weeks of bike hire with their weather. */
import { range } from 'd3-array';

/** Weeks that are served; the others are learned from. */
export const SERVED = 8;
/** Days of a future. */
export const DAYS = 7 * SERVED;
export const DAY = 24;
/** Steps of the packed temperature, in °C. */
export const STEP = 0.82;

/** An hour as the model is told of it: °C, per cent and km/h; `working` is 1 on a working day, `sky` 0 clear, 1 mist, 2 rain. */
export type Input = Readonly<Record<'hour' | 'working' | 'temp' | 'hum' | 'wind' | 'sky', number>>;

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
      hired: word === 0xffffffff ? -1 : field(0, 10),
    };
  });
}
