/** Proves the items of the stock and says what each is worth; how often the same answer is right is written beside them. */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { provenStock, readStockOf } from '../src/tasks/sets/author/load.ts';
import { LEAST_DISTINCT, MEASURED, type Measured } from '../src/tasks/sets/author/stock.ts';

const [lesson] = process.argv.slice(2);
const kept = new Set(readStockOf().stocked.flatMap(({ id, isOpen }) => (isOpen ? [] : [id])));
const stock = await provenStock((one) => !one.isOpen && (lesson ?? one.lesson) === one.lesson);
for (const { item, variants, copied } of stock.report) {
  const { kind, points } = stock.assignment.items.find(({ id }) => id === item) ?? {};
  const { distinct = 0, earns = 0, message = '', whole = 0, rightest = '' } = copied ?? {};
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const isWeak = distinct < LEAST_DISTINCT || (Number(points) >= 3 && whole > 0.05);
  console.log(
    `${isWeak ? 'WEAK ' : ''}${item} (${kind}, ${points}): ${variants.length} variants, ${distinct} distinct answers; one message earns ${percent(earns)}: ${message}; one is right throughout in ${percent(whole)}: ${rightest}`,
  );
}
for (const folder of new Set(globSync('content/*/stock/*.yaml').map(dirname))) {
  const file = join(folder, MEASURED);
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Measured) : {};
  const found = stock.report.map(({ item, copied }) => {
    const [earns, whole] = [copied?.earns ?? 0, copied?.whole ?? 0].map((one) =>
      Number(one.toFixed(3)),
    );
    return [item, { distinct: copied?.distinct ?? 0, earns, whole }];
  });
  const all = Object.entries({ ...before, ...Object.fromEntries(found) });
  const known = all.filter(([id]) => kept.has(id)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`);
}
