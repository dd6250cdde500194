/** Reads one digit with a model that another run has left; where nobody has, that run comes first. */
import type { Run } from '#kit/contract';
import { onRows } from '../../../engine/look.ts';
import type { Networks } from '../../../engine/train-many.ts';
import { imageOf } from '../image.ts';
import { FULL_INK, type OwnDigitOutcome } from '../outcome.ts';
import { modelOf, type params } from '../params.ts';
import { WRITTEN } from '../written.ts';

/** The share of the work that training is, where it is needed. */
const TRAINING = 0.95;

/** The learner of `own-digit`. */
export const readOwnDigit: Run<typeof params, OwnDigitOutcome> = async (settings, show, env) => {
  const pixels = imageOf(settings);
  const written = settings.drawing === '' ? (WRITTEN[settings.digit]?.digit ?? null) : null;
  const waiting = (share: number): Promise<void> =>
    show({ pixels, written, chances: null }, TRAINING * share);
  const chances = await env.model(modelOf(settings), waiting, async (networks: Networks) => {
    const inputs = Float32Array.from(pixels, (ink) => ink / FULL_INK);
    const look = networks.look(() => Promise.resolve());
    const [own] = await onRows(inputs, inputs.length, (rows) => look.probabilities(rows));
    return Array.from(own as Float32Array);
  });
  await show({ pixels, written, chances }, 1);
};
