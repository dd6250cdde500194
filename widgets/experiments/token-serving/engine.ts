/** A machine that writes answers token by token: places, steps, and who is in which. */
import { HALT, type TokenSettings } from './params.ts';
import type { Requests } from './requests.ts';

/** What became of each request, times in ms; and what the machine did. */
export interface Log extends Requests {
  readonly slot: Uint8Array;
  /** When a place was taken, when the first token came, and the last. */
  readonly start: Float64Array;
  readonly first: Float64Array;
  readonly end: Float64Array;
  /** When its place fell free. */
  readonly until: Float64Array;
  /** The longest time between two of its tokens; 0: it has but one. */
  readonly longest: Float64Array;
  /** Beginning and end of each step in which texts halted. */
  readonly halts: readonly (readonly [from: number, to: number])[];
  /** Tokens written, all but the first of each answer; of these, how many came after a halt; places computed for nothing. */
  readonly written: number;
  readonly late: number;
  readonly idle: number;
}

type Costs = Pick<
  TokenSettings,
  'policy' | 'slots' | 'chunk' | 'stepCost' | 'writeCost' | 'readCost'
>;

/** Serves the requests, first come, first served. Steps that are alike are taken together, so the work is that of events and not of tokens. */
export function serve(settings: Costs, requests: Requests): Log {
  const { slots, stepCost, writeCost, readCost } = settings;
  const isStatic = settings.policy === 'static';
  const chunk = Number(settings.chunk) || Infinity;
  const { arrival, prompt, output } = requests;
  const count = arrival.length;
  const slot = new Uint8Array(count);
  const [start, first, end, until, longest] = Array.from(
    { length: 5 },
    () => new Float64Array(count),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const halts: [number, number][] = [];
  // Of each place: who has it, -1 for nobody; and the number of the step that ends the answer, Infinity where none is written.
  const who = new Int32Array(slots).fill(-1);
  const last = new Float64Array(slots).fill(Infinity);
  let [now, written, late, idle] = [0, 0, 0, 0];
  /** Requests up to `next` have a place, up to `read` their prompts have been read; `left` tokens of the next prompt have not. */
  let [next, read, left] = [0, 0, 0];
  /** Steps taken; answers under way; places that are free, and that are held by an answer that is complete. */
  let [step, writing, free, held] = [0, 0, slots, 0];
  /** The step in which the next answer is complete. */
  let soonest = Infinity;

  const complete = (place: number): void => {
    const i = who[place] as number;
    end[i] = now;
    last[place] = Infinity;
    if (isStatic) {
      held += 1;
      return;
    }
    until[i] = now;
    who[place] = -1;
    free += 1;
  };
  const admit = (): void => {
    if (isStatic && free < slots) return;
    for (let place = 0; free > 0 && next < count && (arrival[next] as number) <= now; place += 1) {
      if (who[place] !== -1) continue;
      who[place] = next;
      slot[next] = place;
      start[next] = now;
      if (next === read) left = prompt[next] as number;
      next += 1;
      free -= 1;
    }
  };
  /** Takes in prompts in the order in which they came; who is read whole, up to where. */
  const take = (): { readonly tokens: number; readonly done: number } => {
    let [tokens, done] = [0, read];
    while (done < next && tokens < chunk) {
      const part = Math.min(left, chunk - tokens);
      tokens += part;
      left -= part;
      if (left > 0) break;
      done += 1;
      left = done < count ? (prompt[done] as number) : 0;
    }
    return { tokens, done };
  };
  /** So many steps of this length each: every answer under way gets a token in each. */
  const write = (steps: number, length: number): void => {
    if (writing > 0 && length > HALT) {
      halts.push([now, now + steps * length]);
      late += writing * steps;
    }
    now += steps * length;
    step += steps;
    written += writing * steps;
    idle += held * steps;
    soonest = Infinity;
    for (let place = 0; writing > 0 && place < slots; place += 1) {
      const ends = last[place] as number;
      if (ends === Infinity) continue;
      const i = who[place] as number;
      if (length > (longest[i] as number)) longest[i] = length;
      if (ends > step) {
        if (ends < soonest) soonest = ends;
        continue;
      }
      writing -= 1;
      complete(place);
    }
  };
  const empty = (): void => {
    who.forEach((i) => {
      if (i >= 0) until[i] = now;
    });
    who.fill(-1);
    [free, held] = [slots, 0];
  };

  while (next < count || free < slots) {
    if (free === slots) now = Math.max(now, arrival[next] as number);
    admit();
    const rows = writing + held;
    if (read < next) {
      const { tokens, done } = take();
      write(1, stepCost + writeCost * rows + readCost * tokens);
      for (; read < done; read += 1) {
        const place = slot[read] as number;
        first[read] = now;
        if (output[read] === 1) complete(place);
        else {
          const ends = step + (output[read] as number) - 1;
          last[place] = ends;
          if (ends < soonest) soonest = ends;
          writing += 1;
        }
      }
    } else {
      const length = stepCost + writeCost * rows;
      let steps = soonest - step;
      if (!isStatic && free > 0 && next < count) {
        const coming = Math.ceil(((arrival[next] as number) - now) / length);
        steps = Math.min(steps, Math.max(1, coming));
      }
      write(steps, length);
    }
    if (isStatic && writing === 0 && read === next) empty();
  }
  const log = { slot, start, first, end, until, longest, halts, written, late, idle };
  return { ...requests, ...log };
}
