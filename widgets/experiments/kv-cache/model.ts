/** What a character costs a transformer that writes, with a cache of keys and values and without one. Arithmetic, without chance. */
import { range } from 'd3-array';
import type { Known, Run } from '#kit/contract';
import { CONTEXT, type CacheSettings, type params } from './params.ts';

/** Different characters that the model knows. */
const SYMBOLS = 63;

const work = { unit: 'multiply-adds', better: 'less' } as const;
const times = { unit: 'times', digits: 1 } as const;

/** What is computed, as it is measured. Sums are exact. */
export const QUANTITIES = {
  work: { label: 'this character, with the cache', ...work },
  workWithout: { label: 'this character, without a cache', ...work },
  workTimes: { label: 'this character costs without a cache', ...times },
  cacheBytes: { label: 'size of the cache', unit: 'bytes', better: 'less' },
  /** Of the weights, which have 32 bits each. */
  cacheShare: { label: 'cache, as a share of the weights', unit: 'share', digits: 1 },
  /** From the first character to this one. */
  answerTimes: { label: 'the whole answer costs without a cache', ...times },
} as const;

/** An answer that has become so long: its last character, and the cache behind it. */
type Standing = Known<typeof QUANTITIES>;

/** The answer as it stands, and at each of its lengths from 1 on. */
export interface CacheOutcome extends Standing {
  readonly lengths: readonly Standing[];
  readonly weightBytes: number;
}

function outcomeOf({ length, layers, ...chosen }: CacheSettings): CacheOutcome {
  const width = Number(chosen.width);
  const dense = 12 * width ** 2 * layers;
  const head = width * SYMBOLS;
  const weightBytes = 4 * (width * (2 * SYMBOLS + CONTEXT) + dense);
  const cached = (2 * layers * width * Number(chosen.bits)) / 8;
  let [read, answer, answerWithout] = [0, 0, 0];
  const lengths = range(1, CONTEXT + 1).map((place): Standing => {
    const layersWork = dense + 2 * place * width * layers;
    const work = layersWork + head;
    // Without a cache, all characters up to this one go through the layers for it.
    read += layersWork;
    const workWithout = read + head;
    answer += work;
    answerWithout += workWithout;
    return {
      ...{ work, workWithout, workTimes: workWithout / work },
      cacheBytes: cached * place,
      cacheShare: (cached * place) / weightBytes,
      answerTimes: answerWithout / answer,
    };
  });
  return { ...(lengths[length - 1] as Standing), lengths, weightBytes };
}

/** The run behind the widget. */
export const runKvCache: Run<typeof params, CacheOutcome> = async (settings, show) => {
  await show(outcomeOf(settings), 1);
};
