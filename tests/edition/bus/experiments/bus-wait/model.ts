import type { Known, Run } from '#kit/contract';
import { seeded } from '#kit/numbers';
import type { params } from './params.ts';

/** What is computed, as it is measured and listed. */
export const QUANTITIES = {
  meanWait: { label: 'Mean wait', unit: 'min', digits: 1 },
  p95Wait: { label: '95th percentile of the wait', unit: 'min', digits: 1 },
  gapMet: { label: 'Mean gap that passengers meet', unit: 'min', digits: 1 },
  busesPerHour: { label: 'Buses an hour', unit: 'buses', digits: 1 },
} as const;

/** What a run yields. */
export interface BusOutcome extends Known<typeof QUANTITIES> {
  /** The share of passengers by how long they wait, in fifths of a headway, up to five headways. */
  readonly shares: readonly number[];
}

/** So many buses come. */
const BUSES = 20_000;
const BINS = 25;

/** The run behind the widget. */
export const runBusWait: Run<typeof params, BusOutcome> = async (settings, show) => {
  const { headway, regularity, passengers, seed } = settings;
  const buses = seeded(seed, 'buses');
  const times: number[] = [];
  let now = 0;
  for (let bus = 0; bus < BUSES; bus += 1) {
    now += headway * (regularity + (1 - regularity) * -Math.log(buses.uniform()));
    times.push(now);
  }
  const people = seeded(seed, 'passengers');
  const arrivals = Array.from({ length: passengers }, () => now * people.uniform());
  arrivals.sort((a, b) => a - b);
  const waits: number[] = [];
  let met = 0;
  let next = 0;
  for (const arrival of arrivals) {
    while ((times[next] as number) < arrival) next += 1;
    waits.push((times[next] as number) - arrival);
    met += (times[next] as number) - (times[next - 1] ?? 0);
  }
  waits.sort((a, b) => a - b);
  const counts = Array.from({ length: BINS }, () => 0);
  let sum = 0;
  for (const wait of waits) {
    sum += wait;
    const bin = Math.floor((5 * wait) / headway);
    if (bin < BINS) counts[bin] = (counts[bin] as number) + 1;
  }
  await show(
    {
      meanWait: sum / passengers,
      p95Wait: waits[Math.ceil(0.95 * passengers) - 1] as number,
      gapMet: met / passengers,
      busesPerHour: 60 / headway,
      shares: counts.map((count) => count / passengers),
    },
    1,
  );
};
