// Packs half a year of bike hire by the hour: `node scripts/pack/bike-summer.mjs FILE.csv`, the hourly file of the Bike Sharing
// Dataset. 26 whole weeks, Monday 2 April to Sunday 30 September 2012; each hour is four bytes, the least significant first.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeDataSet, writeHashes } from '../data-hashes.mjs';

const FIRST = Date.UTC(2012, 3, 2);
const HOURS = 26 * 7 * 24;
const HOUR = 3_600_000;
/** An hour that the file leaves out: every bit is set. */
const MISSING = 0xffffffff;

/** The hours, packed; from the lowest bit: 10 bits bikes, 6 temperature (fiftieths of 41 °C), 7 humidity (%), 6 wind (km/h), 2 weather (0 to 3), 1 working day. */
export function hoursOf(csv) {
  const [head, ...rows] = csv.trim().split(/\r?\n/);
  const names = head.split(',');
  const columns = ['dteday', 'hr', 'workingday', 'weathersit', 'temp', 'hum', 'windspeed', 'cnt'];
  const at = columns.map((name) => names.indexOf(name));
  if (at.includes(-1)) throw new Error(`The head of the file must name ${columns.join(', ')}.`);
  const packed = new Uint32Array(HOURS).fill(MISSING);
  for (const row of rows) {
    const cells = row.split(',');
    const [date, ...numbers] = at.map((place) => cells[place]);
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
        throw new Error(`${value} does not fit in ${bits} bits: ${row}`);
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

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [csv] = process.argv.slice(2);
  if (!csv) {
    console.error('Say where the raw file is: node scripts/pack/bike-summer.mjs FILE.csv');
    process.exit(2);
  }
  const root = join(import.meta.dirname, '../..');
  writeDataSet(root, 'bike-summer', {
    'bike-summer.bin': bytesOf(hoursOf(readFileSync(csv, 'utf8'))),
  });
  writeHashes(root);
}
