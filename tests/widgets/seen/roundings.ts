/** One number, one rounding: what figure, sentence, table and comparison say of a measure is its value, rounded to the digits shown. */
import { expect, it } from 'vitest';
import { comparison } from '../../../widgets/kit/draw/comparison.ts';
import { figureOf, furtherOf, stepOf } from '../../../widgets/kit/draw/drawing.ts';
import { table } from '../../../widgets/kit/draw/run-markup.ts';
import type { AnyWidget, SeenRun } from '../../../widgets/kit/contract/widget.ts';
import { resultOf } from '../../../widgets/kit/record/run-record.ts';
import { SHOWN } from './shown.ts';
import { textsOf } from './texts.ts';

const asNumber = (shown: string): number => Number(shown.replaceAll(',', ''));

/** True when a number is the value, rounded where its last digit stands; halves go either way. */
function isRounded(shown: string, value: number): boolean {
  const [, decimals = ''] = shown.split('.');
  const half = 0.5 * 10 ** -decimals.length;
  return Math.abs(asNumber(shown) - value) <= half + 1e-9 * Math.abs(value) + 1e-12;
}

/** All that is said of a run: the words of its figure in both widths and of its steps, its sentence, its table. */
function wordsOf(widget: AnyWidget, { settings, outcome }: SeenRun): readonly string[] {
  const words = (['wide', 'narrow'] as const).flatMap((layout) => {
    const drawing = widget.draw(settings, outcome, { layout });
    const steps = drawing.steps?.map((_, i) => stepOf(drawing, i).markup) ?? [];
    const markup = [figureOf(drawing).markup, furtherOf(drawing).markup, ...steps].join('');
    const said = drawing.steps?.map(({ says }) => says) ?? [];
    return [...textsOf(markup, 13).map((one) => one.words), ...said];
  });
  const rows = table(widget.tabulate(settings, outcome))
    .markup.split(/<tr>|<\/caption>/)
    .map((row) => row.replaceAll(/<[^>]+>/g, ' '));
  return [...words, widget.say(settings, outcome), ...rows].map((one) =>
    one.replaceAll('\u00a0', ' ').replaceAll('&lt;', '<'),
  );
}

/** Registers the checks of a widget’s runs. */
export function areRounded(widget: AnyWidget, runs: () => readonly SeenRun[]): void {
  it('says its measures, rounded: in the figure, the sentence and the table', () => {
    const found = new Set<string>();
    const faults: string[] = [];
    for (const run of runs()) {
      const { measures } = resultOf(widget, run.settings, run.outcome);
      for (const words of wordsOf(widget, run)) {
        for (const [pattern, measure, scale = 1, figures = 15] of SHOWN[widget.tag] ?? []) {
          const shown = pattern.exec(words)?.[1];
          const value = measures[measure];
          if (shown === undefined || value === undefined || value === null) continue;
          found.add(String(pattern));
          if (!isRounded(shown, Number((value * scale).toPrecision(figures))))
            faults.push(`${words}: ${measure} is ${value}`);
        }
      }
    }
    expect(faults.slice(0, 5)).toEqual([]);
    // Each pattern is met: none has been left behind by the words.
    const patterns = (SHOWN[widget.tag] ?? []).map(([pattern]) => String(pattern));
    expect(patterns.filter((pattern) => !found.has(pattern))).toEqual([]);
    const none = `where does it say a measure? tests/widgets/experiments/${widget.tag}/shown.ts tells`;
    expect(patterns.length, none).toBeGreaterThan(0);
  });

  it('says of a pinned run beside it the difference of the two numbers shown', () => {
    for (const [i, run] of runs().slice(1).entries()) {
      const [before, now] = [runs()[i] as SeenRun, run].map(({ settings, outcome }) =>
        resultOf(widget, settings, outcome),
      );
      if (!before || !now) continue;
      const rows = comparison(widget, before, now).markup.split('<tr>').slice(2);
      for (const row of rows) {
        const [then, after, change] = [...row.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(
          ([, cell = '']) => /^-?\$?[\d.,]+|[\d.,]+/.exec(cell)?.[0].replace('$', ''),
        );
        if (then === undefined || after === undefined || change === undefined) continue;
        const shown = Math.abs(asNumber(after) - asNumber(then));
        expect(Math.abs(asNumber(change) - shown), row).toBeLessThan(1e-6);
      }
    }
  });
}
