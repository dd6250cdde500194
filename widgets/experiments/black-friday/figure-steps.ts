/** Two more looks at the same day: what the scaler sees, and what the day costs. */
import type { AskedChart, Step } from '#kit/draw';
import { chartSteps, number, perCent } from '#kit/draw';
import type { View } from '#kit/contract';
import type { FridayOutcome } from './model.ts';
import type { FridaySettings } from './params.ts';
import { clock } from './say.ts';

/** Both, in the order in which the text asks for them; `ghost` is another run. */
export function stepsOf(
  settings: FridaySettings,
  outcome: FridayOutcome,
  ghost: View<FridaySettings, FridayOutcome>['ghost'],
): readonly Step[] {
  const behind = ghost && { ...ghost, charts: chartsOf(ghost.settings, ghost.outcome) };
  return chartSteps(chartsOf(settings, outcome), behind);
}

function chartsOf(settings: FridaySettings, outcome: FridayOutcome): readonly AskedChart[] {
  return [seenChart(settings, outcome), billChart(outcome)];
}

function seenChart({ target }: FridaySettings, { moments }: FridayOutcome): AskedChart {
  const [from, to] = [moments[0]?.time ?? 0, moments.at(-1)?.time ?? 1];
  const full = moments.filter(({ busy }) => busy > 0.995).length;
  const share = full / Math.max(1, moments.length);
  return {
    name: 'seen',
    asks: 'How busy are the servers?',
    title: 'Busy, of those ready',
    note: `level line: ${perCent(target, 0)}`,
    x: { extent: [from, to], low: clock(from), high: clock(to) },
    y: { extent: [0, 1.1], high: '110 %' },
    line: moments.map(({ time, busy }) => [time, busy]),
    against: target,
    says: `For ${perCent(share, 0)} of the time shown, every server that is ready is busy. A share cannot pass 100 %, however many people wait.`,
  };
}

function billChart({ day, serverHours, peakServers }: FridayOutcome): AskedChart {
  const most = Math.max(...day, peakServers);
  return {
    name: 'bill',
    asks: 'What does the day cost?',
    title: 'Servers that are paid for',
    note: `${number(serverHours)} server-hours`,
    x: { extent: [0, 24], low: '0:00', high: '24:00' },
    y: { extent: [0, Math.max(160, most)], high: number(Math.max(160, most)) },
    line: day.map((count, i) => [i / 12, count]),
    against: 100,
    says: `The area under the line is the bill: ${number(serverHours)} server-hours. A hundred servers all day, the level line, would be 2,400.`,
  };
}
