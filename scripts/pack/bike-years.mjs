// Packs two years of bike hire as the site ships them: `node scripts/pack/bike-years.mjs FILE`, FILE being hour.csv of the Bike
// Sharing Dataset (UCI 275). The same raw file gives the same bytes on every machine.
import { readFileSync } from 'node:fs';
import { columnsOf, packs } from '../data-hashes.mjs';

const [DAYS, HOURS] = [731, 24];
const FIRST_DAY = Date.UTC(2011, 0, 1);
/** Steps of a mean of the day: the source's scales run from 0 to 1. */
const STEPS = 250;

/**
 * For each hour of the two years a byte of how many bikes, low bytes first and then high bytes, and one of the sky, 1 to 4, with 8 more on
 * working days and 0 where the hour is missing; then, for each day, the mean temperature and the mean humidity of its hours.
 */
function pack(csv) {
  const hours = DAYS * HOURS;
  const [low, high, sky] = [0, 1, 2].map(() => new Uint8Array(hours));
  const sums = [0, 1].map(() => new Float64Array(DAYS));
  const seen = new Float64Array(DAYS);
  const columns = ['dteday', 'hr', 'cnt', 'weathersit', 'workingday', 'temp', 'hum'];
  for (const [date, ...numbers] of columnsOf(csv, columns)) {
    const [hour, count, weather, working, ...air] = numbers.map(Number);
    const day = Math.round((Date.parse(`${date}T00:00Z`) - FIRST_DAY) / 86_400_000);
    const at = day * HOURS + hour;
    low[at] = count & 255;
    high[at] = count >> 8;
    sky[at] = weather + 8 * working;
    seen[day] += 1;
    air.forEach((value, i) => (sums[i][day] += value));
  }
  const days = sums.map((own) =>
    Uint8Array.from(own, (sum, day) => Math.round((STEPS * sum) / seen[day])),
  );
  return Buffer.concat([low, high, sky, ...days]);
}

packs(import.meta.filename, 'FILE', (from) => ({
  'bike-years': { 'bike-years.bin': pack(readFileSync(from, 'utf8')) },
}));
