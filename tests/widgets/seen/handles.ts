/** What can be changed in a figure is there for keys and ears from the start: before any code of it has come. */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, it } from 'vitest';
import { figureOf } from '../../../widgets/kit/draw/drawing.ts';
import type { AnyWidget, SeenRun } from '../../../widgets/kit/contract/widget.ts';

type Element = DefaultTreeAdapterTypes.Element;

function elementsIn(node: DefaultTreeAdapterTypes.Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) =>
    'tagName' in child ? [child, ...elementsIn(child)] : elementsIn(child),
  );
}

const of = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

/** Registers the check of a widget’s runs; who has marks is noted in `marked`. */
export function haveNamedMarks(
  { tag, draw }: AnyWidget,
  runs: () => readonly SeenRun[],
  marked: Set<string>,
): void {
  it('has marks that can be changed with a role, a name of their own and one stop for the Tab key', () => {
    for (const { settings, outcome } of runs()) {
      for (const layout of ['wide', 'narrow'] as const) {
        const { markup } = figureOf(draw(settings, outcome, { layout }));
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
        if (marks.length === 0) continue;
        expect(markup).toContain('class="key-hint"');
        marked.add(tag);
      }
    }
  });
}
