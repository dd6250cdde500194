/** No words of a figure cover others, and none leave it: over seeded runs in both widths, with another run behind, at moments of a run. */
import { expect, it } from 'vitest';
import { figureOf, furtherOf, stepOf, type Drawing } from '../../../widgets/kit/draw/drawing.ts';
import type { Extents } from '../../../widgets/kit/draw/extent.ts';
import type { AnyWidget, Layout, SeenRun } from '../../../widgets/kit/contract/widget.ts';
import { covered, textsOf, withFocus, type SeenText } from './texts.ts';

const SIZE = { wide: 13, narrow: 12.5 } as const;

/** What is wrong with the words of a drawing. */
function faultsOf(drawing: Drawing, layout: Layout): string[] {
  const { further, steps = [], width, height } = drawing;
  const pictures = [
    { markup: figureOf(drawing).markup, width, height },
    { markup: withFocus(figureOf(drawing).markup), width, height },
    ...(further ? [{ markup: furtherOf(drawing).markup, width, height: further.height }] : []),
    ...steps.map((step, i) => ({ ...step, markup: stepOf(drawing, i).markup })),
  ];
  return pictures.flatMap((one) => {
    const texts = textsOf(one.markup, SIZE[layout]);
    expect(texts.length).toBeGreaterThan(0);
    const pair = covered(texts);
    const cut = texts.find((text) => !isWithin(text, one.width, one.height));
    return [
      ...(pair ? [`“${pair[0].words}” and “${pair[1].words}” meet`] : []),
      ...(cut
        ? [
            `“${cut.words}” leaves the drawing: ${cut.left.toFixed(1)} ${cut.right.toFixed(1)} ${cut.top.toFixed(1)} ${cut.bottom.toFixed(1)} of ${one.width} ${one.height}`,
          ]
        : []),
    ];
  });
}

/** The margin of a drawing is paper. */
const MARGIN = 3.5;

function isWithin({ left, right, top, bottom }: SeenText, width: number, height: number): boolean {
  return left >= -MARGIN && right <= width + MARGIN && top >= -MARGIN && bottom <= height + MARGIN;
}

/** A moment of a run that is played, another for each run. */
function momentOf({ timeline }: AnyWidget, outcome: unknown, i: number): number | undefined {
  return timeline?.kind === 'moments' ? (37 * i) % timeline.count(outcome) : undefined;
}

/** Registers the check of a widget’s runs. */
export function coverNoOthers(widget: AnyWidget, runs: () => readonly SeenRun[]): void {
  it('has words that cover no others and do not leave it', async () => {
    const faults = new Map<string, string[]>();
    const { timeline } = widget;
    const played = timeline?.kind === 'moments' ? await timeline.played?.() : undefined;
    for (const layout of ['wide', 'narrow'] as const) {
      let [axes, ghost]: [Extents | undefined, SeenRun | undefined] = [undefined, undefined];
      for (const [i, run] of runs().entries()) {
        const { settings, outcome } = run;
        const moment = momentOf(widget, outcome, i);
        const { draw } = (moment !== undefined && played) || widget;
        const beside: Drawing = draw(settings, outcome, { layout, axes, ghost, moment });
        const alone = widget.draw(settings, outcome, { layout });
        for (const fault of [...faultsOf(alone, layout), ...faultsOf(beside, layout)]) {
          const kind = `${layout}: ${fault.replaceAll(/[\d,.]+/g, '#')}`;
          faults.set(kind, [...(faults.get(kind) ?? []), `${fault} ${JSON.stringify(settings)}`]);
        }
        [axes, ghost] = [i % 10 === 0 ? undefined : beside.axes, run];
      }
    }
    expect([...faults].map(([kind, all]) => `${kind} ×${all.length}: ${all[0]}`)).toEqual([]);
  });
}
