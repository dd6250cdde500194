import { describe, expect, it } from 'vitest';
import { dotPlot } from '../../../../widgets/kit/draw/dot-plot.ts';

const xs = (markup: string, look: string): number[] => {
  const path = new RegExp(`class="${look}" d="([^"]*)"`).exec(markup)?.[1] ?? '';
  return [...path.matchAll(/M([\d.]+)/g)].map(([, x]) => Number(x));
};

describe('a dot plot', () => {
  const x = { extent: [0, 100], label: 'ms' } as const;
  const spec = { width: 201, height: 100, x, r: 4, stack: 60 };

  it('has a dot for each value, in the column nearest to it', () => {
    const { body } = dotPlot(spec, [10, 10, 90]);
    // Columns are 9 wide; 10 lies at 20.9 and 90 at 180.1; a path begins at the left of its dot.
    expect(xs(body.markup, 'run-fill')).toEqual([14, 14, 176]);
    expect(body.markup).not.toContain('ghost');
  });

  it('shows of another run what the axis has room for, and draws the rest between the two', () => {
    const drawn = dotPlot(
      { ...spec, behind: { values: [10, 90, 110], isPinned: true } },
      [50],
      (at, floor) => ({
        markup: `<i>${at(50)} ${floor}</i>`,
      }),
    );
    expect(xs(drawn.body.markup, 'pinned')).toEqual([14, 176]);
    const before = dotPlot({ ...spec, behind: { values: [10] } }, [50]);
    expect(xs(before.body.markup, 'before')).toEqual([14]);
    expect(drawn.body.markup).toMatch(/class="ghost".*<i>100.5 60<\/i>.*class="run-fill"/s);
  });
});
