import { describe, expect, test } from 'vitest';
import { defaults, type AnySettings, type Table } from '../../../../widgets/kit/contract/params.ts';
import {
  learnerOf,
  trainsWhenAsked,
  type AnyWidget,
} from '../../../../widgets/kit/contract/widget.ts';
import { figureOf, furtherOf } from '../../../../widgets/kit/draw/drawing.ts';
import { KeptStages } from '../../../../widgets/kit/views/stages.ts';
import { loadWidgets } from '../../../../widgets/index.ts';
import { LEARNERS } from '../../../../widgets/run/lab/learners.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';
import { ALL } from '../../../all.ts';

interface Trained {
  readonly epochs: { readonly done: number; readonly planned: number };
}

const all = Object.values(await loadWidgets()).filter(trainsWhenAsked);
const learners = ALL ? all : all.slice(0, 2);
const learnerFor = ({ runner }: AnyWidget): ReturnType<typeof learnerOf> =>
  learnerOf(LEARNERS[runner as `lab/${string}`] as never);
const settingsOf = ({ params }: AnyWidget): AnySettings => defaults(params as Table);

/** What the page keeps of a run, and how much of the work was done each time. */
async function stagesOf(
  widget: AnyWidget,
  clock: () => number,
): Promise<{ outcomes: readonly Trained[]; shares: readonly number[] }> {
  const kept = new KeptStages<Trained>();
  const shares: number[] = [];
  const show = async (outcome: Trained, share: number): Promise<void> => {
    // As a page gets it: a copy.
    kept.add(structuredClone(outcome), share);
    if (share !== shares.at(-1)) shares.push(share);
  };
  const env = { ...(await nodeEnv()), clock };
  await learnerFor(widget).run(settingsOf(widget) as never, show as never, env);
  return { outcomes: kept.outcomes, shares };
}

describe.each(learners.map((widget) => [widget.tag, widget] as const))('%s', (_, widget) => {
  // One run is looked at in every way.
  let run: ReturnType<typeof stagesOf> | undefined;
  const stages = (): ReturnType<typeof stagesOf> => (run ??= stagesOf(widget, () => 0));

  test('shows every epoch once, from before the first to the last, in the order of the work', async () => {
    const { outcomes, shares } = await stages();
    const planned = outcomes.at(-1)?.epochs.planned ?? 0;
    expect(planned).toBeGreaterThan(10);
    expect(outcomes.map(({ epochs }) => epochs.done)).toEqual([...Array(planned + 1).keys()]);
    expect(shares.at(0)).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(widget.timeline?.kind).toBe('stages');
  });

  test('shows the same stages whatever time it takes', async () => {
    let now = 0;
    const slow = await stagesOf(widget, () => (now += 1000));
    expect(slow).toEqual(await stages());
  });

  test('has a picture, a sentence and a table for each of them, and no two pictures are alike', async () => {
    const settings = settingsOf(widget);
    const { outcomes } = await stages();
    for (const layout of ['wide', 'narrow'] as const) {
      const drawn = outcomes.map((one) => {
        const drawing = widget.draw(settings, one, { layout });
        return figureOf(drawing).markup + furtherOf(drawing).markup;
      });
      for (const markup of drawn) expect(markup).not.toMatch(/NaN|undefined|Infinity/);
      expect(new Set(drawn).size).toBe(drawn.length);
    }
    for (const one of outcomes) {
      expect(widget.say(settings, one)).not.toMatch(/NaN|undefined|Infinity/);
      expect(widget.tabulate(settings, one).rows.length).toBeGreaterThan(0);
    }
  });
});
