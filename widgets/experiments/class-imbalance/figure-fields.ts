/** Messages as fields of squares: 1,000 in use, 100 of the spam, 100 of the alarms. */
import { number } from '../../kit/draw/format.ts';
import { later, svg } from '../../kit/draw/markup.ts';
import { panel } from '../../kit/draw/panel.ts';
import { below, part, waiting, type Part } from '../../kit/draw/part.ts';
import { squares, squaresLegend, type SquareLook } from '../../kit/draw/squares.ts';
import type { Standing } from './metrics.ts';
import { oneIn, percent } from './say.ts';

/** What becomes of 1,000 messages, in whole numbers. */
function fatesOf({ missed, falseAlarms, caught, passed }: Standing) {
  const thousands = [missed, falseAlarms, caught, passed].map((share) => share * 1000);
  const [spamMissed = 0, heldBack = 0, spamCaught = 0] = apportioned(thousands, 1000);
  return { spamMissed, heldBack, spamCaught, right: 1000 - spamMissed - heldBack };
}

/** 1,000 messages as they arrive, those judged wrong first; which of the others is spam comes later. */
export function messageField(now: Standing): Part {
  const { spamMissed, heldBack, spamCaught, right } = fatesOf(now);
  const lay = { columns: 40, pitch: 8 };
  const seen = squares(lay, [
    ['cell-wrong', spamMissed],
    ['cell-alarm', heldBack],
    ['cell-quiet', right],
  ]);
  const after = later(squares(lay, [['cell-right', spamCaught]], spamMissed + heldBack).body);
  return part(seen.width, seen.height, svg`${seen.body}${after}`);
}

/** The field with its words: all that accuracy tells; and, later, what each look stands for. */
export function drawMessages(now: Standing, share: number): Part {
  const { spamMissed, heldBack, spamCaught, right } = fatesOf(now);
  const key = squaresLegend([
    ['cell-wrong', `${spamMissed} spam missed`],
    ['cell-alarm', `${heldBack} genuine held back`],
    ['cell-right', `${spamCaught} spam caught`],
  ]);
  const title = `Of 1,000 messages ${number(right)} are judged right`;
  const note = `${percent(now.accuracy)} over time; ${oneIn(share)} is spam`;
  return panel({ title, note }, below(4, messageField(now), waiting(key)));
}

type Line = readonly [look: SquareLook, count: number, words: string];

function hundred(title: string, note: string, lines: readonly Line[]): Part {
  const groups = lines.map(([look, count]) => [look, count] as const);
  const field = squares({ columns: 10, pitch: 14 }, groups);
  const key = squaresLegend(lines.map(([look, , words]) => [look, words]));
  // A field without squares keeps its room.
  return panel({ title, note }, below(4, lines.length > 0 ? field : part(140, 140, svg``), key));
}

/** 100 spam messages: what the share that is caught looks like. */
export function drawSpam({ recall }: Standing): Part {
  const caught = Math.round(100 * recall);
  return hundred('Of 100 spam', `recall ${caught} %`, [
    ['cell-right', caught, `${caught} caught`],
    ['cell-wrong', 100 - caught, `${100 - caught} missed`],
  ]);
}

/** 100 alarms: how many of them are real. */
export function drawAlarms({ precision }: Standing): Part {
  if (typeof precision !== 'number') return hundred('Of 100 alarms', 'there is none', []);
  const real = Math.round(100 * precision);
  // Some are real, though not one of 100: none would be untrue.
  const isUnderOne = real === 0 && precision > 0;
  return hundred('Of 100 alarms', `precision ${isUnderOne ? percent(precision) : `${real} %`}`, [
    ['cell-right', real, `${isUnderOne ? 'under 1' : real} real`],
    ['cell-alarm', 100 - real, `${isUnderOne ? 'over 99' : 100 - real} false`],
  ]);
}

/** Whole numbers near these that add up to `sum`: what is cut off most is rounded up. */
export function apportioned(values: readonly number[], sum: number): number[] {
  const down = values.map((value) => Math.floor(value + 1e-9));
  const left = sum - down.reduce((a, b) => a + b, 0);
  const lost = (i: number): number => (values[i] as number) - (down[i] as number);
  const order = [...values.keys()].sort((a, b) => lost(b) - lost(a));
  for (const i of order.slice(0, Math.max(0, left))) down[i] = (down[i] as number) + 1;
  return down;
}
