/** The bench while it is played, in words: where the request is that is followed, then how many are counted. */
import { number } from '#kit/draw';
import type { Followed, Slice } from '../../shared/queue/slice.ts';
import type { BenchOutcome } from './model.ts';
import type { BenchSettings } from './params.ts';
import { countAt, doneBy, placeOf, stageOf } from './place.ts';
import { ms } from './say.ts';

/** The sentence of a moment. */
export function sayAt(settings: BenchSettings, outcome: BenchOutcome, moment: number): string {
  const { now, counted } = placeOf(outcome, moment);
  const { own: slice, growth } = outcome.story;
  if (!growth) return crowd(settings, outcome, now);
  if (counted === 0) return journey(settings, outcome, now);
  const count = number(countAt(outcome, counted, doneBy(slice, slice.to).length));
  const { stage } = stageOf(outcome, counted);
  if (stage === 0)
    return `That was one request. The next ones are counted too, each a dot: ${count} by now.`;
  const dot = stage === 1 ? 'a dot each' : 'each dot stands for one in a hundred of them';
  return `So it went for one request. Here are ${count}: ${dot}.`;
}

/** How many wait on a lane at a moment; `come` are the times at which requests come. */
export function waitingAt(lane: Slice, come: readonly number[], now: number): number {
  const since = come.filter((one) => one <= now).length;
  const begun = lane.batches.filter(({ start }) => start > lane.from && start <= now);
  return lane.waiting + since - begun.reduce((sum, { size }) => sum + size, 0);
}

/** What is so on a lane; where there are two, of the one and of the other. */
function each(
  { maxBatch }: BenchSettings,
  { story: { own, alone } }: BenchOutcome,
  so: (lane: Slice) => string,
): string {
  if (!alone) return `${so(own)}.`;
  return `One at a time, ${so(alone)}. Up to ${maxBatch} together, ${so(own)}.`;
}

/** A queue without end, by its numbers. */
function crowd(settings: BenchSettings, outcome: BenchOutcome, now: number): string {
  const { own, alone, come } = outcome.story;
  const count = come.filter((one) => one <= now).length;
  const stands = each(
    settings,
    outcome,
    (lane) => `${doneBy(lane, now).length} are done and ${waitingAt(lane, come, now)} wait`,
  );
  const came = people(count, 'has', 'have');
  return `After ${ms(now - own.from)}, ${came} come. ${alone ? '' : 'Of these '}${stands}`;
}

function people(count: number, one: string, more: string): string {
  if (count === 0) return `no request ${one}`;
  return count === 1 ? `1 request ${one}` : `${number(count)} requests ${more}`;
}

/** The way of the request that is followed, on one lane or on two. */
function journey(settings: BenchSettings, outcome: BenchOutcome, now: number): string {
  const { own, alone, come } = outcome.story;
  const { arrival } = own.followed as Followed;
  const waiting = (lane: Slice): number => waitingAt(lane, come, now);
  if (now < arrival) {
    const queues = each(settings, outcome, (lane) => people(waiting(lane), 'waits', 'wait'));
    return `${queues} Watch for the diamond: the next request is followed.`;
  }
  const behind = come.filter((one) => one >= arrival && one <= now).length;
  return each(settings, outcome, (lane) => {
    const who = alone ? 'it' : 'This request';
    return `${who} ${stage(lane.followed as Followed, waiting(lane) - behind, now)}`;
  });
}

function stage(it: Followed, ahead: number, now: number): string {
  const waited = ms(it.start - it.arrival);
  const batch = it.size === 1 ? 'alone' : `in a batch of ${it.size}`;
  if (now < it.start) {
    const before = ahead > 0 ? `${number(ahead)} before it` : 'nobody before it';
    return `has waited ${ms(now - it.arrival)}, ${before}`;
  }
  const wait = it.start - it.arrival < 0.005 ? 'has not waited' : `has waited ${waited}`;
  if (now < it.finish) return `${wait} and is served ${batch}`;
  return `is done after ${ms(it.finish - it.arrival)}: ${waited} of waiting, then served ${batch}`;
}
