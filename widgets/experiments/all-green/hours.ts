/** The hours of the data: 26 weeks of bike hire with their weather. */

export const WEEKS = 26;
/** Weeks that are served; the others are learned from. */
export const SERVED = 8;
/** Days of a future. */
export const DAYS = 7 * SERVED;
export const DAY = 24;
export const WEEK = 168;
const HOURS = WEEKS * WEEK;
const MISSING = 0xffffffff;
/** Steps of the packed temperature, in °C. */
export const STEP = 0.82;

/** One value an hour each, weeks one after the other. */
export interface Hours {
  /** Bikes hired; -1 where the hour is missing, and with it everything else. */
  readonly count: Int16Array;
  /** °C, per cent, km/h. */
  readonly temp: Float64Array;
  readonly hum: Float64Array;
  readonly wind: Float64Array;
  /** 0 clear, 1 mist, 2 rain. */
  readonly sky: Uint8Array;
  /** 1 on a working day. */
  readonly working: Uint8Array;
}

/** Unpacks `bike-summer.bin`. */
export function hoursOf(bytes: Uint8Array): Hours {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hours: Hours = {
    count: new Int16Array(HOURS),
    temp: new Float64Array(HOURS),
    hum: new Float64Array(HOURS),
    wind: new Float64Array(HOURS),
    sky: new Uint8Array(HOURS),
    working: new Uint8Array(HOURS),
  };
  for (let i = 0; i < HOURS; i += 1) {
    const word = view.getUint32(4 * i, true);
    const field = (from: number, bits: number): number => (word >>> from) & (2 ** bits - 1);
    hours.count[i] = word === MISSING ? -1 : field(0, 10);
    hours.temp[i] = STEP * field(10, 6);
    hours.hum[i] = field(16, 7);
    hours.wind[i] = field(23, 6);
    hours.sky[i] = field(29, 2);
    hours.working[i] = field(31, 1);
  }
  return hours;
}
