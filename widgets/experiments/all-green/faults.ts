/** What can go wrong on the way to the model. None of it stops a program, slows an answer or raises an error. */
import type { Random } from '#kit/numbers';
import { scaled } from './forecast.ts';
import { DAY, STEP, type Input } from './hours.ts';
import type { Fault } from './names.ts';

/** The highest temperature that a clipped sensor reports, in °C. */
const CLIP = 24 * STEP;
/** The share of hours in which humidity is lost. */
const LOST = 0.3;

/**
 * What the model is told from the hour `start` on, when it should be told `right`. `hours` is how far a wrong clock is ahead;
 * `random` draws which humidities are lost.
 */
export function told(
  right: readonly Input[],
  { kind, start, hours }: { readonly kind: Fault; readonly start: number; readonly hours: number },
  random: Random,
): Input[] {
  const last = right[start - 1] as Input;
  return right.slice(start).map((input, i) => {
    switch (kind) {
      case 'hour': {
        // A clock that is ahead is ahead of the calendar, too.
        const then = right[Math.min(right.length - 1, start + i + hours)] as Input;
        return { ...input, hour: (input.hour + hours) % DAY, working: then.working };
      }
      case 'fahrenheit':
        return { ...input, temp: 1.8 * input.temp + 32 };
      case 'twice':
        return { ...input, ...scaled(input) };
      case 'swap':
        // The data have both as shares of their ranges, 41 °C and 100 %.
        return { ...input, temp: 0.41 * input.hum, hum: input.temp / 0.41 };
      case 'clip':
        return { ...input, temp: Math.min(CLIP, input.temp) };
      case 'stale':
        return { ...input, temp: last.temp, hum: last.hum, wind: last.wind, sky: last.sky };
      case 'zeros':
        return random.uniform() < LOST ? { ...input, hum: 0 } : input;
    }
  });
}
