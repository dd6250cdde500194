// Packs two years of bike hire as the site ships them: `node scripts/pack/bike-years.mjs FILE`, FILE being hour.csv of the Bike
// Sharing Dataset (UCI 275). The same raw file gives the same bytes on every machine.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeDataSet, writeHashes } from '../data-hashes.mjs';

const [DAYS, HOURS] = [731, 24];
const FIRST_DAY = Date.UTC(2011, 0, 1);
/** Steps of a mean of the day: the source's scales run from 0 to 1. */
const STEPS = 250;

/** The rows of a table of commas, by the names in its first line. */
function readRows(raw) {
  const [head, ...lines] = raw.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i]]));
  });
}

/**
 * For each hour of the two years a byte of how many bikes, low bytes first and then high bytes, and one of the sky, 1 to 4, with 8 more on
 * working days and 0 where the hour is missing; then, for each day, the mean temperature and the mean humidity of its hours.
 */
function pack(rows) {
  const hours = DAYS * HOURS;
  const [low, high, sky] = [0, 1, 2].map(() => new Uint8Array(hours));
  const means = ['temp', 'hum'].map((name) => ({ name, sums: new Float64Array(DAYS) }));
  const seen = new Float64Array(DAYS);
  for (const row of rows) {
    const day = Math.round((Date.parse(`${row.dteday}T00:00Z`) - FIRST_DAY) / 86_400_000);
    const at = day * HOURS + Number(row.hr);
    low[at] = Number(row.cnt) & 255;
    high[at] = Number(row.cnt) >> 8;
    sky[at] = Number(row.weathersit) + 8 * Number(row.workingday);
    seen[day] += 1;
    for (const { name, sums } of means) sums[day] += Number(row[name]);
  }
  const days = means.map(({ sums }) =>
    Uint8Array.from(sums, (sum, day) => Math.round((STEPS * sum) / seen[day])),
  );
  return Buffer.concat([low, high, sky, ...days]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [from] = process.argv.slice(2);
  if (!from) {
    console.error('Say where the raw file is: node scripts/pack/bike-years.mjs FILE');
    process.exit(2);
  }
  const root = join(import.meta.dirname, '../..');
  writeDataSet(root, 'bike-years', {
    'bike-years.bin': pack(readRows(readFileSync(from, 'utf8'))),
  });
  writeHashes(root);
}
