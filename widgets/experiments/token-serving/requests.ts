/** Who comes: when, with how long a prompt, for how long an answer. */
import { mean, sum } from 'd3-array';
import { seeded } from '#kit/numbers';
import type { Env } from '#kit/contract';
import { traceFor } from '../../shared/queue/arrivals.ts';
import type { TokenSettings } from './params.ts';

/** So many requests of each trace have their token counts packed. */
const COUNTED = 4000;

/** The recorded requests of a service: gaps in ms, the last one leading back to the first; tokens of prompt and answer. */
export interface Trace {
  readonly gaps: Float64Array;
  readonly prompt: Uint16Array;
  readonly output: Uint16Array;
}

/** Requests in the order in which they come, at these times in ms. */
export interface Requests {
  readonly arrival: Float64Array;
  readonly prompt: Uint16Array;
  readonly output: Uint16Array;
}

/** Reads what a service has recorded. Rejects as `env.readData` does. */
export async function readTrace({ trace }: TokenSettings, env: Env): Promise<Trace> {
  const isCode = trace === 'code';
  const [bytes, all] = await Promise.all([
    env.readData('azure-tokens.bin'),
    traceFor(isCode ? 'azure-code' : 'azure', env),
  ]);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const column = (i: number): Uint16Array =>
    Uint16Array.from({ length: COUNTED }, (_, k) => view.getUint16(2 * (i * COUNTED + k), true));
  const gaps = Float64Array.from((all as Float32Array).subarray(0, COUNTED));
  gaps[COUNTED - 1] = mean(gaps.subarray(0, -1)) ?? 0;
  const at = isCode ? 2 : 0;
  return { gaps, prompt: column(at), output: column(at + 1) };
}

/** The requests of a run: the trace from a random place on, stretched to the rate and over again where it ends; or its lengths at random. */
export function requestsOf(settings: TokenSettings, trace: Trace): Requests {
  const { rate, seed, requests: count, outputTokens } = settings;
  const isRandom = settings.trace === 'poisson';
  const { gaps } = trace;
  const stretch = (1000 * gaps.length) / rate / sum(gaps);
  const random = seeded(seed, 'requests');
  const arrival = new Float64Array(count);
  const prompt = new Uint16Array(count);
  const output = new Uint16Array(count);
  let place = random.whole(gaps.length);
  let now = 0;
  for (let i = 0; i < count; i += 1) {
    arrival[i] = now;
    prompt[i] = trace.prompt[place] as number;
    output[i] = outputTokens || (trace.output[place] as number);
    now += isRandom ? random.exponential(1000 / rate) : stretch * (gaps[place] as number);
    place = isRandom ? random.whole(gaps.length) : (place + 1) % gaps.length;
  }
  return { arrival, prompt, output };
}
