import { describe, expect, it } from 'vitest';
import { type LateSettings } from '../../../../widgets/experiments/late-labels/params.ts';
import { lateLabels } from '../../../../widgets/experiments/late-labels/widget.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { ranBy } from '../../../ran.ts';

const ran = ranBy(lateLabels);

/** Settings by chance; more goes wrong after the change than before. */
function someSettings(seed: number): LateSettings {
  const random = seeded(seed, 'late');
  const before = random.whole(15);
  return {
    delay: random.whole(31),
    window: 1 + random.whole(28),
    alarm: 1 + random.whole(40),
    perDay: 100 * (1 + random.whole(50)),
    before,
    after: before + 1 + random.whole(25),
  };
}

/** The same by a ledger: every answer of every day is written down, and its label comes with the post. */
function byLedger({ delay, window, alarm, perDay, before, after }: LateSettings) {
  const wrongOn = (day: number): number => (perDay * (day > 0 ? after : before)) / 100;
  let wrong = 0;
  for (let today = 1; today <= 100; today += 1) {
    wrong += wrongOn(today);
    let seen = 0;
    for (let day = today - delay - window + 1; day <= today - delay; day += 1) seen += wrongOn(day);
    const shown = (100 * seen) / (window * perDay);
    if (shown >= alarm - 1e-9) return { noticed: today, wrong };
  }
  return { noticed: null, wrong: null };
}

describe('the alarm', () => {
  it('rings on the day on which a ledger of every answer says so, with as many wrong by then', async () => {
    let rung = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const settings = someSettings(seed);
      const { noticed, wrong, rings } = await ran(settings);
      if (settings.before >= settings.alarm) {
        expect([noticed, rings]).toEqual([null, 'always']);
        continue;
      }
      const ledger = byLedger(settings);
      expect(noticed).toBe(ledger.noticed);
      if (wrong === null) expect(ledger.wrong).toBeNull();
      else expect(wrong).toBeCloseTo(ledger.wrong ?? NaN, 6);
      if (noticed !== null) rung += 1;
    }
    expect(rung).toBeGreaterThan(50);
  });

  it('rings at once where labels are not late and one day is enough', async () => {
    expect((await ran({ delay: 0, window: 1 })).noticed).toBe(1);
    expect((await ran({ delay: 9, window: 1 })).noticed).toBe(10);
  });
});
