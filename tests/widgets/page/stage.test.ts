/** The axes that a figure keeps from run to run, on a page that only takes what is drawn. */
import { beforeEach, expect, test, vi } from 'vitest';
import { defaults } from '../../../widgets/kit/contract/params.ts';
import type { Extents } from '../../../widgets/kit/draw/extent.ts';
import type { AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import { Stage } from '../../../widgets/page/stage.ts';
import { toy, toyParams } from '../kit/toy.ts';

const settings = defaults(toyParams);

beforeEach(() => {
  class Watch {
    readonly observe = vi.fn();
    readonly unobserve = vi.fn();
  }
  vi.stubGlobal('ResizeObserver', Watch);
  vi.stubGlobal('IntersectionObserver', Watch);
  vi.stubGlobal('addEventListener', vi.fn());
  vi.stubGlobal('document', { hidden: true });
  vi.stubGlobal('Text', vi.fn());
});

/** An element as far as a stage needs one. */
function part(children: readonly object[] = []): object {
  const classList = { contains: () => false };
  const does = { checkVisibility: () => true, cloneNode: () => part(), closest: () => null };
  const holds = { children, childNodes: children, firstElementChild: children[0] ?? null };
  return { ...holds, ...does, attributes: [], classList, dataset: {} };
}

/** A stage, and the axes that each of its drawings was lent. */
function opened(own: Partial<AnyWidget> = {}) {
  const parts: Record<string, object | null> = {
    figure: part([part()]),
    further: null,
    takeaway: part(),
    data: part(),
  };
  const element = {
    dataset: {},
    querySelector: (name: string) => parts[/"(.*)"/.exec(name)?.[1] ?? ''] ?? null,
    querySelectorAll: () => [],
  };
  const lent: (Extents | undefined)[] = [];
  const widget = {
    ...toy,
    draw: (_: unknown, { y }: { y: number }, { axes }: { axes?: Extents }) => {
      lent.push(axes);
      return { width: 1, height: 1, label: '', body: { markup: '' }, axes: { y: [0, y] } };
    },
    ...own,
  } as unknown as AnyWidget;
  const stage = new Stage(widget, element as unknown as HTMLElement, vi.fn());
  /** A run that was drawn twice, last as it ended. */
  const ran = (early: number, last: number, isWhole = true): void => {
    for (const y of [early, last]) stage.draw({ settings, outcome: { y }, before: undefined });
    stage.rows(settings, { y: last }, isWhole);
  };
  return { stage, ran, lent };
}

test('a run is drawn on the axes of the whole run before it, not of what was seen on its way', () => {
  const { ran, lent } = opened();
  ran(1, 5);
  ran(2, 6);
  expect(lent).toEqual([undefined, undefined, { y: [0, 5] }, { y: [0, 5] }]);
});

test('a run that was stopped on its way leaves its axes to none', () => {
  const { stage, ran } = opened();
  ran(1, 5);
  ran(2, 3, false);
  expect(stage.axes).toEqual({ y: [0, 5] });
  const other = opened();
  other.ran(2, 3, false);
  expect(other.stage.axes).toBeUndefined();
});

test('a sentence is given the run before, but not one about other cases', () => {
  const seed = { ...toyParams.seed, otherCases: true };
  const say = vi.fn(() => '');
  for (const params of [toyParams, { ...toyParams, seed }]) {
    const { stage } = opened({ params, say } as Partial<AnyWidget>);
    for (const change of [{ seed: 2 }, { slope: 2 }]) {
      const before = { settings: { ...settings, ...change }, outcome: { y: 1 } };
      stage.draw({ settings, outcome: { y: 2 }, before } as never);
    }
  }
  const given = say.mock.calls.map((call: readonly unknown[]) => call[2]);
  expect(given).toEqual([{ y: 1 }, { y: 1 }, undefined, { y: 1 }]);
});
