// Packs half a year of bike hire by the hour: `node scripts/pack/bike-summer.mjs FILE.csv`, the hourly file of the Bike Sharing
// Dataset. 26 whole weeks, Monday 2 April to Sunday 30 September 2012; each hour is four bytes, the least significant first.
import { readFileSync } from 'node:fs';
import { columnsOf, packs } from '../data-hashes.mjs';

const FIRST = Date.UTC(2012, 3, 2);
const HOURS = 26 * 7 * 24;
const HOUR = 3_600_000;
/** An hour that the file leaves out: every bit is set. */
const MISSING = 0xffffffff;

/** The hours, packed; from the lowest bit: 10 bits bikes, 6 temperature (fiftieths of 41 °C), 7 humidity (%), 6 wind (km/h), 2 weather (0 to 3), 1 working day. */
export function hoursOf(csv) {
  const columns = ['dteday', 'hr', 'workingday', 'weathersit', 'temp', 'hum', 'windspeed', 'cnt'];
  const packed = new Uint32Array(HOURS).fill(MISSING);
  for (const [date, ...numbers] of columnsOf(csv, columns)) {
    const [hour, working, weather, temp, hum, wind, count] = numbers.map(Number);
    const place = (Date.parse(date) - FIRST) / HOUR + hour;
    if (place < 0 || place >= HOURS) continue;
    const fields = [
      [count, 10],
      [temp * 50, 6],
      [hum * 100, 7],
      [wind * 67, 6],
      [weather - 1, 2],
      [working, 1],
    ];
    let word = 0;
    let shift = 0;
    for (const [value, bits] of fields) {
      const whole = Math.round(value);
      if (Math.abs(whole - value) > 0.01 || whole < 0 || whole >= 2 ** bits)
        throw new Error(`${value} does not fit in ${bits} bits: ${date} ${numbers.join()}`);
      word += whole * 2 ** shift;
      shift += bits;
    }
    packed[place] = word;
  }
  return packed;
}

/** The same as bytes, the least significant of each word first. */
export function bytesOf(packed) {
  const bytes = Buffer.alloc(4 * packed.length);
  packed.forEach((word, i) => bytes.writeUInt32LE(word, 4 * i));
  return bytes;
}

packs(import.meta.filename, 'FILE.csv', (csv) => ({
  'bike-summer': { 'bike-summer.bin': bytesOf(hoursOf(readFileSync(csv, 'utf8'))) },
}));
