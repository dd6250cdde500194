/** Every drawing is whole: of the width of its room, light enough for a page, without a value that is none, and of this outcome. */
import { expect, it } from 'vitest';
import { figureOf, furtherOf, stepOf } from '../../../widgets/kit/draw/drawing.ts';
import { WIDTH } from '../../../widgets/kit/draw/part.ts';
import type { AnyWidget, SeenRun } from '../../../widgets/kit/contract/widget.ts';

/** Nodes of a figure, and of what stands below it or is asked for. */
const MOST = { figure: 120, beside: 60 };
/** Bytes that a worker sends to the page for one figure. */
const SENT = 150_000;
/** So many pictures at least, of some sixty runs: boxes of a map can be down in few ways. */
const FEW = 5;
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

  it('is another one from run to run, and small to send', () => {
    const drawn = new Set<string>();
    for (const { settings, outcome } of runs()) {
      drawn.add(widget.draw(settings, outcome, { layout: 'wide' }).body.markup);
      expect(JSON.stringify(outcome).length).toBeLessThan(SENT);
    }
    expect(drawn.size).toBeGreaterThanOrEqual(FEW);
  });
}
