/** The figure: servers over the hours, those that start as bricks, and below who was late; then how busy servers are, and the bill. */
import { max, range } from 'd3-array';
import type { SeenRun, View } from '#kit/contract';
import type { AskedChart, Cell, Drawing, MarkLook, Point } from '#kit/draw';
import { below, byHandles, cells, chart, chartSteps, clamped, drawing, handle } from '#kit/draw';
import { line, number, perCent, rule, steps } from '#kit/draw';
import type { FridayOutcome } from './model.ts';
import { params, type FridaySettings } from './params.ts';
import { clock, enough } from './say.ts';

const DESCRIBED =
  'Servers over the time of day: those ready as a filled field, those that start as bricks on top of it, and dashed how many would be enough. Below, the share of customers who were late.';
/** Seconds between ticks. */
const EVERY = [300, 600, 1200, 14_400];
/** Servers that have room on the axis, unless more are ordered. */
const SERVERS = 160;

/** Draws the day, or as far as it has been played. */
export function draw(
  settings: FridaySettings,
  outcome: FridayOutcome,
  view: View<FridaySettings, FridayOutcome>,
): Drawing {
  const { isInline, ghost, layout } = view;
  const { moments: all, isNear } = outcome;
  const { moment = all.length - 1 } = view;
  const isOver = moment >= all.length - 1;
  const seen = all.slice(0, moment + 1);
  const [first = 0, now = 0, last = 1] = [all[0], seen.at(-1), all.at(-1)].map((one) => one?.time);
  // At round times.
  const most = layout === 'wide' ? 12 : 6.5;
  const every = EVERY.find((step) => last - first <= most * step) ?? last;
  const x = {
    ...{ extent: [first, last] as const, label: 'time of day', format: clock },
    ticks: range(Math.ceil(first / every) * every, last + 1, every),
  };
  const peak = max(all, ({ ready, starting }) => ready + starting) ?? 0;
  const room = peak <= SERVERS ? SERVERS : Math.ceil((1.06 * peak) / 20) * 20;
  const told = outcome.isSale ? `Enough servers: ${enough(outcome)}` : 'Servers over the day';
  const shared = { view, left: 46, right: 14 };
  const servers = chart<FridaySettings, FridayOutcome>({
    ...shared,
    title: isOver ? told : `Servers at ${clock(now)}`,
    run: { settings, outcome },
    // In the flow of the text lower, so that the hand that draws a day sees what comes of it.
    height: isInline ? 176 : { wide: 236, narrow: 206 },
    x,
    y: {
      ...{ extent: [0, room], values: [0, Math.max(SERVERS, peak)], keep: 'servers' },
      ...{ label: 'servers', ticks: { wide: 5, narrow: 4 } },
    },
    marks: ({ settings: { target, minServers }, outcome: its }) => {
      const list = its === outcome ? seen : seenBeside(its, outcome);
      const open = held(list, ({ ready }) => ready);
      const ordered = held(list, ({ ready, starting }) => ready + starting);
      const bricks = its.bricks
        .filter(([from]) => from <= now)
        .map(([from, to, low, high]): Cell => [
          [from, Math.min(now, to)],
          [low, high],
        ]);
      // On a level stretch its ends are enough.
      const bends = its.moments.filter(
        ({ load }, i, { [i - 1]: before, [i + 1]: after }) =>
          before?.load !== load || after?.load !== load,
      );
      const need = (share: number, how: MarkLook) => {
        const points = bends.map(({ time, load }): Point => [time, load / share]);
        return clamped(line(points, how));
      };
      const starting = { look: 'before pale', key: 'starting', isGround: true };
      return [
        isNear
          ? clamped(cells(bricks, starting))
          : steps(...ordered, { isFilled: true, ...starting }),
        steps(...open, { isFilled: true, look: 'run-fill pale', key: 'ready', isGround: true }),
        steps(...open),
        need(target, { look: 'sure-line thin', key: 'enough' }),
        need(1, { look: 'seed-line', key: 'work, as servers always busy' }),
        !isOver && rule({ x: now }),
        !isInline && rule({ y: minServers }, { still: false }),
        !isInline &&
          handle({
            ...{ sets: 'minServers', param: params.minServers, value: minServers },
            ...{ along: 'y', at: minServers, across: first, dot: true },
            ...{ name: 'servers at least', told: number(minServers) },
            ...{ hint: 'drag the dot: servers at least', keys: '↑ ↓ servers at least' },
          }),
      ];
    },
  });
  const late = held(seen, (one) => (one.came > 0 ? one.late / one.came : 0));
  const who = chart({
    ...{ ...shared, height: { wide: 64, narrow: 52 }, top: 6, foot: 6 },
    title: 'Customers who were late',
    aside: 'waited over 1 s, or left',
    x: { ...x, isBare: true },
    y: { extent: [0, 1], ticks: [0, 1], format: (share) => (share > 0 ? perCent(share, 0) : '0') },
    marks: [steps(...late, { isFilled: true, look: 'wrong pale' })],
  });
  const one = drawing(below(0, servers, who), DESCRIBED);
  const behind = ghost && { ...ghost, charts: chartsOf(ghost) };
  return isInline ? one : { ...one, steps: chartSteps(chartsOf({ settings, outcome }), behind) };
}

/** The dot where the least number of servers stands is taken up and down. */
export const edit = byHandles<typeof params, FridayOutcome>(params, 'minServers');

/** The moments of another run in the time that is seen. */
function seenBeside({ isNear, day, moments }: FridayOutcome, own: FridayOutcome) {
  // Of an hour or two nothing but a stump would be seen on a whole day; its servers are known of all day.
  if (isNear && !own.isNear) return day.map((ready, i) => ({ time: 300 * i, ready, starting: 0 }));
  const [from = 0, to = 0] = [own.moments[0]?.time, own.moments.at(-1)?.time];
  return moments.filter(({ time }) => time >= from && time <= to);
}

/** The times at which a value changes, to the end, and what it is between them. */
function held<At extends { readonly time: number }>(
  moments: readonly At[],
  of: (one: At) => number,
): [number[], number[]] {
  const some = moments.filter((one, i) => i === 0 || of(one) !== of(moments[i - 1] as At));
  return [[...some, ...moments.slice(-1)].map(({ time }) => time), some.map(of)];
}

/** What the scaler sees, and what the day costs, in the order in which the text asks for them. */
function chartsOf(run: SeenRun<FridaySettings, FridayOutcome>): readonly AskedChart[] {
  const { target } = run.settings;
  const { moments, day, serverHours, peakServers } = run.outcome;
  const [from, to] = [moments[0]?.time ?? 0, moments.at(-1)?.time ?? 1];
  const full = moments.filter(({ busy }) => busy > 0.995).length / Math.max(1, moments.length);
  const most = max([160, ...day, peakServers]) ?? 0;
  return [
    {
      name: 'seen',
      asks: 'How busy are the servers?',
      title: 'Busy, of those ready',
      note: `level line: ${perCent(target, 0)}`,
      x: { extent: [from, to], low: clock(from), high: clock(to) },
      y: { extent: [0, 1.1], high: '110 %' },
      line: moments.map(({ time, busy }) => [time, busy]),
      against: target,
      says: `For ${perCent(full, 0)} of the time shown, every server that is ready is busy. A share cannot pass 100 %, however many people wait.`,
    },
    {
      name: 'bill',
      asks: 'What does the day cost?',
      title: 'Servers that are paid for',
      note: `${number(serverHours)} server-hours`,
      x: { extent: [0, 24], low: '0:00', high: '24:00' },
      y: { extent: [0, most], high: number(most) },
      line: day.map((count, i) => [i / 12, count]),
      against: 100,
      says: `The area under the line is the bill: ${number(serverHours)} server-hours. A hundred servers all day, the level line, would be 2,400.`,
    },
  ];
}
