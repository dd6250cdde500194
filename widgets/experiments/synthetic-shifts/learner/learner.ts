/** Shows shifted digits to the model of another run, and has an alarm look at days of them; where nobody has that model, it is trained first. */
import { mean, range } from 'd3-array';
import { onRows } from '../../../engine/look.ts';
import type { Networks } from '../../../engine/train-many.ts';
import type { Run } from '#kit/contract';
import { defaults } from '#kit/contract';
import { seeded } from '#kit/numbers';
import { answersOf, type Answer } from '../../../shared/digits/answers.ts';
import { pick, split, type Digits } from '../../../shared/digits/digits.ts';
import { fileOf, PIXELS, splitOf, TRAINING } from '../../../shared/digits/eight.ts';
import { unpack, type PackedFile } from '../../../shared/digits/packed.ts';
import { shiftParams } from '../../../shared/digits/shift.ts';
import { referenceOf } from '../alarm.ts';
import { arrivingOf, type Arriving } from '../arriving.ts';
import { daysOf, ringsAt, rungOn } from '../days.ts';
import { DAYS, REFERENCE, type Point, type ShiftedOutcome } from '../outcome.ts';
import type { params, ShiftedSettings } from '../params.ts';
import { isOfPictures } from '../shifts.ts';

/** The share of the work that training is, where it is needed. */
const TRAINED = 0.9;
/** The steps of the curve, in per cent. */
const STEP = 10;

/** The learner of `synthetic-shifts`. */
export const watchShifts: Run<typeof params, ShiftedOutcome> = async (settings, show, env) => {
  const { shift, amount, seed } = settings;
  const file = fileOf('mnist', 'published');
  const all = digitsIn(file, await env.readData(file.name));
  const { heldOut } = split(all, TRAINING, seed, splitOf('mnist'));
  const home = pick(heldOut, range(REFERENCE));
  const arriving = arrivingOf(pick(heldOut, range(REFERENCE, heldOut.count)), shift, seed);
  const waiting = (share: number): Promise<void> =>
    show({ samples: arriving.samples(amount), curve: [], alarm: null }, TRAINED * share);
  const named = { run: 'distribution-shift', settings: { ...defaults(shiftParams), seed } };
  const outcome = await env.model(named, waiting, async (networks: Networks) => {
    const look = networks.look(() => Promise.resolve());
    const read = async (pixels: Float32Array): Promise<Answer[]> => {
      const [chances] = await onRows(pixels, PIXELS, (rows) => look.probabilities(rows));
      return answersOf(chances as Float32Array);
    };
    const reference: Seen = { pixels: home.pixels, answers: await read(home.pixels) };
    const atHome: Seen = { pixels: arriving.at(0), answers: await read(arriving.at(0)) };
    const seen = async (at: number): Promise<Seen> => {
      if (at === 0 || !isOfPictures(shift)) return atHome;
      const pixels = arriving.at(at);
      return { pixels, answers: await read(pixels) };
    };
    const curve: Point[] = [];
    for (const at of range(0, amount, STEP))
      curve.push(arriving.judged(at, (await seen(at)).answers));
    const now = await seen(amount);
    curve.push(arriving.judged(amount, now.answers));
    const samples = arriving.samples(amount, now.answers);
    return { samples, curve, alarm: alarmOf(settings, arriving, { reference, atHome, now }) };
  });
  await show(outcome, 1);
};

/** What has been unpacked: whoever reads a file again is given the same bytes. */
const unpacked = new WeakMap<Uint8Array, Digits>();

function digitsIn(file: PackedFile, bytes: Uint8Array): Digits {
  const digits = unpacked.get(bytes) ?? unpack(file, bytes);
  unpacked.set(bytes, digits);
  return digits;
}

/** Pictures, and what the model takes them for. */
interface Seen {
  readonly pixels: Float32Array;
  readonly answers: readonly Answer[];
}

type Watched = Readonly<Record<'reference' | 'atHome' | 'now', Seen>>;

function alarmOf(
  { amount, digits, watched, rule, seed }: ShiftedSettings,
  arriving: Arriving,
  { reference, atHome, now }: Watched,
): ShiftedOutcome['alarm'] {
  const valuesOf = ({ pixels, answers }: Seen): number[] =>
    watched === 'confidence'
      ? answers.map(({ confidence }) => confidence)
      : answers.map((_, i) => mean(pixels.subarray(i * PIXELS, (i + 1) * PIXELS)) ?? 0);
  const compared = referenceOf(valuesOf(reference));
  const rings = ringsAt(rule, digits, compared);
  const random = seeded(seed, 'days');
  const orders = Array.from({ length: DAYS }, () => random.order(arriving.count));
  const rung = (seen: Seen, share: number) => {
    const values = valuesOf(seen);
    const comes = values.map((_, i) => arriving.comes(i, share));
    const days = daysOf(orders, comes, values, digits);
    return rungOn(days, compared, rule, rings);
  };
  return { rings, ordinary: rung(atHome, 0), these: rung(now, amount) };
}
