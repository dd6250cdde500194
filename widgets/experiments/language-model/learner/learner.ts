/** Trains a transformer on a text, beside a count of the same text, and has both write. */
import { range } from 'd3-array';
import type { Run } from '#kit/contract';
import { seeded, type Random } from '#kit/numbers';
import { Gpt, weightsOf, type GptSize, type Reading } from '../../../engine/gpt/gpt.ts';
import {
  both,
  counterOf,
  rateAt,
  readerOf,
  surprise,
  written,
  type Reader,
} from '../../../engine/gpt/texts.ts';
import type { Found, LanguageOutcome, Seen, Written } from '../outcome.ts';
import type { LanguageSettings, params, TextName } from '../params.ts';
import { corpusOf, decoded, FILES, type Corpus } from './corpus.ts';

/** Names that are written to be looked for; texts that are written to be shown. */
const [SOUGHT, NAMES, PASSAGES] = [1_000, 12, 5] as const;
/** Longest time without a chance to stop, in milliseconds; stages of a training; and the share of the work that it is. */
const [LONGEST_PAUSE, STAGES, TRAINING] = [60, 40, 0.9] as const;
/** Numbers of a head. */
const PART = 8;

/** What a training comes to before its weights are rounded. */
interface Trained {
  readonly weights: Float32Array;
  readonly curve: readonly Seen[];
  readonly loss: number;
}

const corpora = new Map<TextName, Corpus>();
/** The last trainings: who only has a model write otherwise need not train it again. */
const trained = new Map<string, Trained>();
const KEPT = 4;

/** Nats a character of the network, which reads many at once. */
function lossOfModel(model: Gpt, readings: readonly Reading[]): number {
  let [sum, count] = [0, 0];
  for (const one of readings) {
    sum += model.loss(one) * one.next.length;
    count += one.next.length;
  }
  return sum / count;
}

/** The run behind the widget. */
export const learnLanguage: Run<typeof params, LanguageOutcome> = async (settings, show, env) => {
  const { text, steps, mix, temperature, bits, layers, seed } = settings;
  const read = async (): Promise<Corpus> =>
    corpusOf(text, await Promise.all(FILES[text].map((name) => env.readData(name))));
  const corpus = corpora.get(text) ?? (await read());
  corpora.set(text, corpus);
  const { counting, losses, longest, signs, where } = corpus;
  const width = Number(settings.width);
  const size: GptSize = {
    ...{ symbols: signs.length, width, layers, heads: width / PART },
    context: corpus.context,
  };
  const rows = Math.max(...corpus.heldOut.map(({ next }) => next.length), 256);
  const model = new Gpt(size, rows, seed);
  const count = (): Reader => counterOf(counting, corpus.context);
  const writer = (): Reader => (mix === 0 ? readerOf(model) : both(count(), readerOf(model), mix));
  const textOf = (reader: Reader, random: Random): string =>
    decoded(written(reader, longest, temperature, random, corpus.isLines), signs);
  const shown = (): readonly Written[] => {
    const random = seeded(seed, 'shown');
    return range(where ? NAMES : PASSAGES).map(() => {
      const own = textOf(writer(), random);
      return { text: own, is: where && (where.get(own) ?? 'new') };
    });
  };
  let curve: readonly Seen[] = [];
  let texts: readonly Written[] = [];
  const so = (done: number): LanguageOutcome => ({
    ...{ text, curve, written: texts, weights: weightsOf(size), counts: counting.size },
    ...{ ...losses, countingFound: null, end: null, steps: { done, planned: steps } },
  });
  let shownAt = env.clock();
  /** Lets the page see how far it is, and stop it. */
  const breathe = async (done: number, share: number, isStage = false): Promise<void> => {
    if (!isStage && env.clock() - shownAt <= LONGEST_PAUSE) return;
    await show(so(done), share);
    shownAt = env.clock();
  };
  const train = async (): Promise<Trained> => {
    const all = corpus.batches(seeded(seed, 'order'));
    const every = Math.max(1, Math.round(steps / STAGES));
    for (let step = 0; step < steps; step += 1) {
      const isStage = step % every === 0;
      if (isStage) {
        curve = [...curve, { step, loss: lossOfModel(model, corpus.part) }];
        texts = shown();
      }
      await breathe(step, (TRAINING * step) / steps, isStage);
      model.learn(all.next().value, rateAt(step, steps, (corpus.rate * 32) / width));
    }
    return { weights: model.weights.slice(), curve, loss: lossOfModel(model, corpus.heldOut) };
  };
  const key = keyOf(settings);
  const known = trained.get(key) ?? (await train());
  remember(key, known);
  model.weights.set(known.weights);
  if (bits !== '32') model.round(Number(bits));
  const loss = bits === '32' ? known.loss : lossOfModel(model, corpus.heldOut);
  curve = [...known.curve, { step: steps, loss: lossOfModel(model, corpus.part) }];
  texts = shown();
  let [sum, characters] = [0, 0];
  for (const [i, one] of mix === 0 ? [] : corpus.heldOut.entries()) {
    sum += surprise(writer, one);
    characters += one.next.length;
    await breathe(steps, TRAINING + (0.05 * i) / corpus.heldOut.length);
  }
  const found = async (begin: () => Reader, stream: string): Promise<Found | null> => {
    if (!where) return null;
    const random = seeded(seed, stream);
    const places: (string | undefined)[] = [];
    for (let i = 0; i < SOUGHT; i += 1) {
      places.push(where.get(textOf(begin(), random)));
      await breathe(steps, TRAINING + 0.05);
    }
    const share = (is: string): number => places.filter((one) => one === is).length / SOUGHT;
    return { learned: share('learned'), heldOut: share('held out') };
  };
  const mixed = mix === 0 ? loss : sum / characters;
  const end = { loss, mixed, added: loss - known.loss, found: await found(writer, 'written') };
  await show({ ...so(steps), countingFound: await found(count, 'counted'), end }, 1);
};

const keyOf = ({ text, steps, width, layers, seed }: LanguageSettings): string =>
  [text, steps, width, layers, seed].join();

function remember(key: string, one: Trained): void {
  trained.delete(key);
  trained.set(key, one);
  const [oldest] = trained.keys();
  if (trained.size > KEPT && oldest !== undefined) trained.delete(oldest);
}
