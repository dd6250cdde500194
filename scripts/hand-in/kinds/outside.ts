/** Pretended students who work outside, and what is true of what they bring back: by the engine itself, on the file that they downloaded. */
import { compileFunction } from 'node:vm';
import type { OutsideItem, OutsideItemKey } from '../../../src/tasks/kinds/outside/item.ts';
import { withValues } from '../../../src/tasks/kinds/code/pure/cases.ts';
import { csvOf, rowsOf } from '../../../src/tasks/kinds/outside/pure/table.ts';
import { drawn } from '../../../src/tasks/sets/pure/variants/variant.ts';
import type { Asked, HandedIn, Pretends, Share } from './contract.ts';

const SCRIPT = 'import csv\nrows = list(csv.DictReader(open("data.csv")))\n```\n# and so on\n';

/** All numbers, as a person rounds them; or one of them as a known wrong way has it; or only some, without a script. */
function give({
  item: { asks },
  key,
  seed,
  isRight,
  random,
}: Asked<OutsideItem, OutsideItemKey>): readonly string[] {
  const { right, wrong } = key.answers[seed] as OutsideItemKey['answers'][string];
  const given = asks.map(({ id }) => short(right[id]));
  if (isRight) return [...given, SCRIPT];
  const ways = Object.values(wrong);
  const way = ways[random.whole(ways.length)];
  if (!way || random.uniform() < 0.3) return [...given.slice(0, -1), '', ''];
  return [...asks.map(({ id }) => short(way[id] ?? right[id])), SCRIPT];
}

const short = (value: number | undefined): string => String(Number(value?.toPrecision(9)));

/** By reading the file that the student has, and computing anew. */
function share({
  item,
  key,
  seed,
  handed: { answer },
}: HandedIn<OutsideItem, OutsideItemKey>): Share | undefined {
  if (!Array.isArray(answer) || answer.length === 0) return undefined;
  const values = drawn(item, seed);
  const rows = rowsOf(item, values, seed);
  if (typeof rows === 'string') throw new Error(rows);
  const [head = '', ...lines] = csvOf(item.data, rows).trimEnd().split('\n');
  const names = head.split(',');
  const table = lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', valueIn(cell)])),
  );
  const solve = compileFunction(`${withValues(key.solve, values)}\nreturn solve;`)() as (
    rows: unknown,
  ) => Readonly<Record<string, number>>;
  const right = solve(table);
  const isNear = (given: string, value: number | undefined, id: string): boolean => {
    const { absolute = 0, relative = 0 } = key.tolerances[id] ?? {};
    if (given === '' || value === undefined) return false;
    return Math.abs(Number(given) - value) <= Math.max(absolute, relative * Math.abs(value));
  };
  const given = answer as readonly string[];
  const missed = item.asks.flatMap(({ id }, i) =>
    isNear(given[i] ?? '', right[id], id) ? [] : [{ id, text: given[i] ?? '' }],
  );
  const ways = key.answers[seed]?.wrong ?? {};
  const known = missed.flatMap(({ id, text }) =>
    Object.keys(ways).filter((way) => isNear(text, ways[way]?.[id], id)),
  );
  const read = key.rubric.reduce((sum, { points }) => sum + points, 0);
  const part =
    (((item.asks.length - missed.length) / item.asks.length) * (item.points - read)) / item.points;
  const isRead = read > 0 && (given.at(-1) ?? '').trim() !== '';
  return {
    share: part,
    ...(known[0] !== undefined && { wrong: known[0] }),
    ...(isRead && { state: 'unverified' }),
  };
}

const valueIn = (cell: string): number | string =>
  cell !== '' && Number.isFinite(Number(cell)) ? Number(cell) : cell;

export const PRETENDS: Pretends<OutsideItem, OutsideItemKey> = { give, share };
