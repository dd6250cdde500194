/** The alarm line among the messages: where it is taken, and which threshold that is. */
import { describe, expect, test } from 'vitest';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { TITLE_AND_NOTE } from '../../../../widgets/kit/draw/panel.ts';
import {
  cases,
  drawList,
  edit,
} from '../../../../widgets/experiments/class-imbalance/figure-list.ts';
import {
  roundedScore,
  useOf,
  type ImbalanceOutcome,
} from '../../../../widgets/experiments/class-imbalance/outcome.ts';
import { params } from '../../../../widgets/experiments/class-imbalance/params.ts';

const CHANCES = [0.97, 0.8, 0.55, 0.24, 0.07, 0.034, 0.028, 0.0279, 0.01, 0.006, 0.002, 0.0004];
const HELD = { spam: [], genuine: [], shares: [] } as never;

/** An outcome of these twelve messages at a threshold. */
function at(threshold: number): ImbalanceOutcome {
  const settings = { ...defaults(params), threshold };
  return {
    shown: CHANCES.map((chance, i) => ({
      text: `message ${i}`,
      isSpam: i % 2 === 0,
      score: roundedScore(chance),
    })),
    use: useOf(settings, HELD),
  } as unknown as ImbalanceOutcome;
}

/** The middle of the line's mark in the drawing, as the page measures it. */
function middle(threshold: number): number {
  const { markup } = drawList(at(threshold), 332, undefined, true).body;
  const [, y = '', height = ''] =
    /data-handle="alarm"[^>]* y="([\d.-]+)"[^>]* height="([\d.]+)"/.exec(markup) ?? [];
  return TITLE_AND_NOTE + Number(y) + Number(height) / 2;
}

function moved(threshold: number, y: number): number | undefined {
  const settings = { ...defaults(params), threshold };
  const text = edit.move(
    settings,
    'alarm',
    { x: 0, y },
    { layout: 'wide', outcome: at(threshold) },
  );
  return text === undefined ? undefined : Number(text);
}

describe('the alarm line', () => {
  test('stays where it is let go without a move', () => {
    for (const threshold of [1, 0.5, 0.03, 0.001])
      expect(moved(threshold, middle(threshold))).toBeUndefined();
  });

  test('taken to a gap between two messages has a threshold between their scores', () => {
    for (const wanted of [0.9, 0.6, 0.3, 0.1, 0.05, 0.03, 0.015, 0.008, 0.004]) {
      const above = CHANCES.filter((chance) => chance >= wanted).length;
      const found = moved(0.5, middle(wanted)) ?? 0.5;
      // The threshold has three decimals, and so may be no closer than that.
      expect(CHANCES.filter((chance) => chance >= found)).toHaveLength(above);
    }
  });

  test('taken above all messages or below them ends where the setting ends', () => {
    expect(moved(0.5, -500)).toBeGreaterThan(0.97);
    expect(moved(0.5, 5000)).toBe(0.001);
  });

  test('moved by key comes all the way down and up again, and never stands still', () => {
    let threshold = 1;
    const way: number[] = [];
    for (const [step, end] of [
      [4, 0.001],
      [-4, 0.99],
    ] as const) {
      for (let i = 0; i < 2000 && (step > 0 ? threshold > end : threshold < end); i += 1) {
        const next = moved(threshold, middle(threshold) + step);
        expect(Math.sign((next ?? threshold) - threshold)).toBe(-Math.sign(step));
        threshold = next ?? threshold;
        way.push(threshold);
      }
      expect(step > 0 ? threshold : -threshold).toBeLessThanOrEqual(step > 0 ? end : -end);
    }
  });
});

test('a message that the list can only begin is whole in the table, in the same place, with what becomes of it', () => {
  const { shown: messages, ...rest } = at(0.3);
  const text = 'a message that is much longer than the list is wide, and ends as it ends';
  const shown = messages.map((one, i) => (i === 11 ? { ...one, text } : one)).toReversed();
  const outcome = { ...rest, shown };
  expect(drawList(outcome, 332, undefined, true).body.markup).not.toContain('as it ends');
  const { rows } = cases(outcome);
  expect(rows).toHaveLength(12);
  expect(rows.slice(1, 4)).toEqual([
    ['message 1', '80 %', 'held back'],
    ['message 2', '55 %', 'caught'],
    ['message 3', '24 %', 'let through'],
  ]);
  expect(rows.at(-1)).toEqual([text, '<0.1 %', 'let through']);
});
