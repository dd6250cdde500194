import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import {
  after,
  dayAt,
  daysToCome,
  dueDay,
  dueToday,
  healed,
  sitting,
  standings,
  type Stocked,
} from '../../src/review/pure/schedule.ts';
import type { Brought } from '../../src/tasks/storage/pure/work.ts';

const brought = (question: string, from = 100, step = 0): Brought => ({
  ...{ question, idea: 'i', from, step },
  time: '2026-10-24T08:00:00.000Z',
});
const stocked = (id: string, minutes = 2): Stocked => ({
  ...{ id, idea: 'i', lesson: 'l', page: 'l', minutes },
});
const askedOn = (one: Brought, day: number, stock = ['a', 'b', 'c'].map((id) => stocked(id))) =>
  dueToday({ [one.question]: one }, stock, day).map(({ asked }) => asked.id);

describe('what was brought back', () => {
  it('comes on the next day and on days 5, 14 and 35, and then no more', () => {
    const days: number[] = [];
    let one = brought('a');
    for (let day = 100; day < 400; day += 1) {
      if (askedOn(one, day).length === 0) continue;
      days.push(day - 100);
      one = after(one, true, day);
    }
    expect(days).toEqual([1, 5, 14, 35]);
    expect(dueDay(one)).toBeUndefined();
  });

  it('begins anew when it was missed, and once asked is not due again that day', () => {
    const missed = after(brought('a', 100, 2), false, 114);
    expect(dueDay(missed)).toBe(115);
    expect(askedOn(missed, 114)).toEqual([]);
  });

  it('comes before all else when it was missed by a reader who was certain, until it is right', () => {
    const wrong = after(brought('z', 100, 2), false, 114, true);
    const due = (one: Brought, day: number) =>
      dueToday(
        { a: brought('a', 90), z: one },
        ['x', 'y'].map((id) => stocked(id)),
        day,
      ).map(({ brought: { question } }) => question);
    expect(due(wrong, 115)).toEqual(['z', 'a']);
    expect(due(after(wrong, false, 115), 116)).toEqual(['a', 'z']);
    expect(after(wrong, true, 115, true)).not.toHaveProperty('wasCertain');
  });

  it('waits for a reader who is late, and keeps the steps after that apart', () => {
    expect(askedOn(brought('a'), 160)).toHaveLength(1);
    expect(dueDay(after(brought('a'), true, 160))).toBe(164);
  });

  it('is not due twice, nor put off, where the clock is set back', () => {
    const ahead = after(brought('a', 464, 0), true, 465);
    const back = healed(ahead, 101);
    expect(dueDay(back)).toBe(105);
    expect(askedOn(back, 101)).toEqual([]);
    expect(healed(back, 105)).toBe(back);
    expect(dueDay(healed(brought('a', 465), 101))).toBe(102);
  });

  it('asks another question of the idea each time, and the same where there is no other', () => {
    const first = askedOn(brought('a'), 101);
    const then = askedOn(after(brought('a'), false, 101), 102);
    expect([first, then].flat().sort()).toEqual(['b', 'c']);
    expect(askedOn(brought('a'), 101, [stocked('a')])).toEqual(['a']);
    const both = { a: brought('a'), b: brought('b') };
    const stock = ['a', 'b', 'c'].map((id) => stocked(id));
    expect(new Set(dueToday(both, stock, 101).map(({ asked }) => asked.id)).size).toBe(2);
  });

  it('lives on in its idea when the question is withdrawn, and is not asked when that is', () => {
    expect(askedOn(brought('withdrawn'), 101)).toHaveLength(1);
    expect(askedOn({ ...brought('withdrawn'), idea: 'gone' }, 101)).toEqual([]);
  });

  it('is asked in sittings of five minutes, one question at least', () => {
    const due = (minutes: readonly number[]) =>
      minutes.map((one, i) => ({ brought: brought(`${i}`), asked: stocked(`${i}`, one) }));
    expect(sitting(due([2, 3, 1]))).toHaveLength(2);
    expect(sitting(due([9, 1]))).toHaveLength(1);
  });

  it('is counted by idea, and its days to come by day', () => {
    const all = {
      a: brought('a'),
      b: brought('b', 90, 3),
      c: { ...brought('c'), isStopped: true },
    };
    expect(standings(all, 101)).toEqual([{ idea: 'i', due: 1, next: 125 }]);
    expect([...daysToCome(all, 103)]).toEqual([
      [103, 1],
      [107, 1],
      [116, 1],
      [125, 1],
      [137, 1],
    ]);
  });
});

it('a day lasts from midnight to midnight over a change of summer time', () => {
  // What the reader's own clock says is the independent answer: the day of the month.
  const program = `
    const { dayAt } = await import(${JSON.stringify(new URL('../../src/review/pure/schedule.ts', import.meta.url).href)});
    const days = {};
    for (const from of ['2026-03-27T23:00Z', '2026-10-23T22:00Z'])
      for (let i = 0; i < 5 * 48; i += 1) {
        const at = new Date(Date.parse(from) + i * 1_800_000);
        (days[dayAt(at.getTime(), at.getTimezoneOffset())] ??= new Set()).add(at.getDate() + ':' + at.getHours());
      }
    console.log(JSON.stringify(Object.values(days).map((hours) => [new Set([...hours].map((one) => one.split(':')[0])).size, hours.size])));`;
  const { stdout } = spawnSync(
    process.execPath,
    ['--experimental-strip-types', '--input-type=module', '-e', program],
    { env: { ...process.env, TZ: 'Europe/Berlin' }, encoding: 'utf8' },
  );
  const days = JSON.parse(stdout) as readonly (readonly [number, number])[];
  expect(days.map(([dates]) => dates)).toEqual(days.map(() => 1));
  expect(days.map(([, hours]) => hours)).toContain(23);
  expect(dayAt(Date.UTC(2026, 9, 24, 23), -120)).toBe(Date.UTC(2026, 9, 25) / 86_400_000);
});
