/** Another run behind the present one, and axes that are kept from run to run, in every experiment. */
import { expect, it } from 'vitest';
import { figureOf, type Drawing } from '../../../widgets/kit/draw/drawing.ts';
import type { AnyWidget, SeenRun, View } from '../../../widgets/kit/contract/widget.ts';

/** A drawing without the other run, and without the groups that held it. */
function bare(markup: string): string {
  return markup
    .replaceAll(/<g class="ghost".*?<\/g>/gs, '')
    .replaceAll(/<g class="later">\s*<\/g>/g, '');
}

/** Registers the checks of a widget’s runs, each with the one before behind it. */
export function haveGhosts(widget: AnyWidget, runs: () => readonly SeenRun[]): void {
  const pairs = (): (readonly [SeenRun, SeenRun])[] => {
    const drawn = runs().filter(({ outcome }) => isDrawn(outcome));
    return drawn.slice(1).map((now, i) => [drawn[i] as SeenRun, now] as const);
  };
  const drawn = ({ settings, outcome }: SeenRun, view: View): Drawing =>
    widget.draw(settings, outcome, view);
  const picture = (run: SeenRun, view: View): string => figureOf(drawn(run, view)).markup;

  it.each(['wide', 'narrow'] as const)(
    'has another run behind it in the %s room in a look of its own, and nothing else is changed',
    (layout) => {
      for (const [ghost, now] of pairs()) {
        const before = picture(now, { layout, ghost });
        const pinned = picture(now, { layout, ghost: { ...ghost, isPinned: true } });
        expect(before).toMatch(/data-part="ghost"/);
        expect(before).toMatch(/class="before/);
        expect(pinned).toMatch(/class="pinned/);
        expect(before).not.toMatch(/NaN|undefined|Infinity/);
        const { axes } = drawn(now, { layout, ghost });
        // Where the run alone would have an axis of its own, all is drawn elsewhere.
        if (JSON.stringify(drawn(now, { layout, axes }).axes) !== JSON.stringify(axes)) continue;
        expect(bare(before)).toBe(bare(picture(now, { layout, axes })));
      }
    },
  );

  it('hands on its axes, which the same run then has for its own, and the next one while it fits', () => {
    for (const [before, now] of pairs()) {
      const { axes = {} } = drawn(before, { layout: 'wide' });
      expect(drawn(before, { layout: 'narrow', axes }).axes ?? {}).toEqual(axes);
      const own = drawn(now, { layout: 'wide' }).axes ?? {};
      for (const [name, extent] of Object.entries(
        drawn(now, { layout: 'wide', axes }).axes ?? {},
      )) {
        expect([axes[name], own[name]]).toContainEqual(extent);
      }
    }
  });
}

/** A queue without end has nothing that another could be laid behind. */
function isDrawn(outcome: unknown): boolean {
  const { jar, latencies, line } = outcome as Record<string, unknown>;
  return jar !== null && latencies !== null && line !== null;
}
