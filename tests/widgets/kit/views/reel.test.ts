import { describe, expect, it } from 'vitest';
import { defaults, type AnySettings } from '../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { reelOf } from '../../../../widgets/kit/views/reel.ts';
import { toy, toyParams } from '../toy.ts';

const settings: AnySettings = defaults(toyParams);
const none = { settings: {}, outcomes: [] };

describe('moments of an outcome', () => {
  const counted: AnyWidget = {
    ...toy,
    timeline: {
      kind: 'moments',
      count: ({ y }: { y: number }) => y,
      label: (_: unknown, moment: number) => `moment ${moment}`,
      seconds: () => 3,
    },
  };
  const run = { settings, outcome: { y: 5 }, before: 'kept' };

  it('are as many as the outcome has, each with its words', () => {
    const reel = reelOf(counted, run, none);
    expect([reel.count, reel.seconds, reel.label(2)]).toEqual([5, 3, 'moment 2']);
  });

  it('are drawn whole, and the last one as it stands on paper', () => {
    const reel = reelOf(counted, run, none);
    expect(reel.frame(2.7)).toEqual({ run, moment: 2 });
    expect(reel.frame(4)).toEqual({ run });
  });

  it('glide where the drawing knows what lies between', () => {
    const gliding = { ...counted, timeline: { ...counted.timeline, glides: true } } as AnyWidget;
    expect(reelOf(gliding, run, none).frame(2.7)).toEqual({ run, moment: 2.7 });
  });
});

describe('stages of a run', () => {
  const staged: AnyWidget = {
    ...toy,
    timeline: { kind: 'stages', label: ({ y }: { y: number }) => `height ${y}` },
    // Another place uses the same model; another slope asks for a new one.
    reuse: (now: AnySettings, ran: { settings: AnySettings; outcome: { y: number } }) =>
      now['slope'] === ran.settings['slope'] ? { y: ran.outcome.y * 10 } : undefined,
  };
  const kept = { settings, outcomes: [{ y: 1 }, { y: 2 }, { y: 3 }] };

  it('are what it has shown, and end with the run itself', () => {
    const run = { settings, outcome: { y: 3 }, before: 'kept' };
    const reel = reelOf(staged, run, kept);
    expect([0, 1, 2].map((at) => reel.frame(at).run)).toEqual(
      [1, 2, 3].map((y) => ({ ...run, outcome: { y } })),
    );
    expect(reel.frame(2).run.outcome).toBe(run.outcome);
    expect([reel.count, reel.label(1)]).toEqual([3, 'height 2']);
  });

  it('follow settings that use the same model otherwise', () => {
    const reel = reelOf(staged, { settings: { ...settings, x: 9 }, outcome: { y: 30 } }, kept);
    expect([0, 1, 2].map((at) => reel.label(at))).toEqual(['height 10', 'height 20', 'height 30']);
  });

  it('are named by the epochs of a training', () => {
    const trained: AnyWidget = {
      ...toy,
      timeline: { kind: 'stages', label: ({ y }: { y: number }) => ({ done: y, planned: 40 }) },
    };
    const reel = reelOf(
      trained,
      { settings, outcome: { y: 40 } },
      { settings, outcomes: [{ y: 0 }, { y: 3 }, { y: 40 }] },
    );
    expect([0, 1, 2].map((at) => reel.label(at))).toEqual([
      'before the first pass',
      'after 3 of 40 passes',
      'after 40 of 40 passes',
    ]);
  });

  it('are none of a run that has another model', () => {
    const other = { settings: { ...settings, slope: 9 }, outcome: { y: 8 } };
    expect(reelOf(staged, other, kept).count).toBe(1);
    expect(reelOf(staged, other, none).frame(0).run).toEqual(other);
  });
});
