/** Every drawing is whole: of the width of its room, light enough for a page, without a value that is none, and of this outcome. */
import { expect, it } from 'vitest';
import { figureOf, furtherOf, stepOf } from '../../../widgets/kit/draw/drawing.ts';
import { WIDTH } from '../../../widgets/kit/draw/part.ts';
import type { AnyWidget, SeenRun } from '../../../widgets/kit/contract/widget.ts';
import { measureAll } from '../../../widgets/kit/contract/widget.ts';

/** Nodes of a figure, and of what stands below it or is asked for. */
const MOST = { figure: 105, beside: 50 };
/** Bytes that a worker sends to the page for one figure. */
const SENT = 150_000;
const NO_VALUE = /NaN|undefined|Infinity/;
const nodesIn = (markup: string): number => markup.match(/<[a-z]/g)?.length ?? 0;

/** Registers the check of a widget’s runs. */
export function areSound(widget: AnyWidget, runs: () => readonly SeenRun[]): void {
  it.each(['wide', 'narrow'] as const)(
    'is light in the %s room, as wide as it, and has no value that is none',
    async (layout) => {
      const { timeline } = widget;
      const played = timeline?.kind === 'moments' ? await timeline.played?.() : undefined;
      for (const { settings, outcome } of runs()) {
        const drawing = widget.draw(settings, outcome, { layout });
        const figure = figureOf(drawing).markup;
        const steps = drawing.steps?.map((_, i) => stepOf(drawing, i).markup) ?? [];
        const beside = [furtherOf(drawing).markup, ...steps];
        expect(figure).toContain(`viewBox="0 0 ${WIDTH[layout]} `);
        expect(nodesIn(figure)).toBeLessThan(MOST.figure);
        for (const markup of beside) expect(nodesIn(markup)).toBeLessThan(MOST.beside);
        const moments = timeline?.kind === 'moments' ? timeline.count(outcome) : 0;
        const moment = Math.floor(moments / 3);
        const shown =
          played && moments > 0 ? played.draw(settings, outcome, { layout, moment }) : drawing;
        const rows = JSON.stringify(widget.tabulate(settings, outcome));
        const said = [figure, ...beside, shown.body.markup, widget.say(settings, outcome), rows];
        for (const one of said) expect(one).not.toMatch(NO_VALUE);
      }
    },
  );

  it('is another one where something else came out, and small to send', () => {
    const drawn = new Map<string, string>();
    for (const { settings, outcome } of runs()) {
      const { body, further } = widget.draw(settings, outcome, { layout: 'wide' });
      const { measures } = measureAll(widget, outcome);
      const known = drawn.get(body.markup);
      const measured = JSON.stringify(measures);
      if (known !== undefined && !further) expect(measured).toBe(known);
      drawn.set(body.markup, measured);
      expect(JSON.stringify(outcome).length).toBeLessThan(SENT);
    }
    expect(drawn.size).toBeGreaterThan(1);
  });
}
