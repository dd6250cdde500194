/** What can be changed in a figure is there for keys and ears from the start: before any code of it has come. */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { loadWidgets } from '../../widgets/index.ts';
import { figureOf } from '../../widgets/kit/draw/drawing.ts';
import { runsOf } from './seen/runs.ts';

type Element = DefaultTreeAdapterTypes.Element;
const EDITED = Object.values(await loadWidgets()).filter(({ edit }) => edit);

function elementsIn(node: DefaultTreeAdapterTypes.Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) =>
    'tagName' in child ? [child, ...elementsIn(child)] : elementsIn(child),
  );
}

const of = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

describe('the marks of a figure that can be changed', () => {
  it.each(EDITED.map((widget) => [widget.tag, widget] as const))(
    'of %s have a role, a name of their own and one stop for the Tab key',
    async (_, widget) => {
      for (const { settings, outcome } of (await runsOf(widget)).slice(0, 60)) {
        for (const layout of ['wide', 'narrow'] as const) {
          const { markup } = figureOf(widget.draw(settings, outcome, { layout }));
          const all = elementsIn(parseFragment(markup));
          const marks = all.filter((one) => of(one, 'data-handle') !== undefined);
          expect(of(all[0] as Element, 'role')).toBe(marks.length > 0 ? 'group' : 'img');
          const names = marks.map((mark) => of(mark, 'aria-label'));
          expect(new Set(names).size).toBe(marks.length);
          for (const mark of marks) {
            const isSlid = of(mark, 'aria-valuetext') !== undefined;
            expect(of(mark, 'role')).toBe(isSlid ? 'slider' : 'button');
          }
          const stops = marks.filter((mark) => of(mark, 'tabindex') === '0');
          expect(stops).toEqual(marks.slice(0, 1));
          if (marks.length > 0) expect(markup).toContain('class="key-hint"');
        }
      }
    },
  );

  it('are among what has been drawn', async () => {
    const drawn = await Promise.all(
      EDITED.map(async (widget) => {
        const [run] = await runsOf(widget);
        return (
          run &&
          figureOf(widget.draw(run.settings, run.outcome, { layout: 'wide' })).markup.includes(
            'data-handle',
          )
        );
      }),
    );
    expect(drawn.filter(Boolean).length).toBeGreaterThan(1);
  });
});
