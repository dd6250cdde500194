/** The step sizes of Adam (Kingma and Ba 2015) for many models, each with its own count of steps. No TF.js. */

const BETA1 = 0.9;
const BETA2 = 0.999;
/** As TF.js has it on every back end that computes with 32 bits. */
const EPSILON = 1e-7;

/** How a model takes its next step: the shares of both running means that it keeps, its rate, and the least divisor. */
export interface StepSize {
  readonly keepMean: number;
  readonly keepSquare: number;
  readonly rate: number;
  readonly floor: number;
}

/** For a model that saw nothing: it stays where it is. */
const STILL: StepSize = { keepMean: 1, keepSquare: 1, rate: 0, floor: EPSILON };

/**
 * The step size at step number `step`. Running means are kept without their factors 1 - beta, which stand in `rate` and
 * `floor` with the correction for the first steps: the same numbers in fewer operations.
 */
function stepSizeAt(step: number, learningRate: number): StepSize {
  const spread = Math.sqrt((1 - BETA2 ** step) / (1 - BETA2));
  const rate = (learningRate * (1 - BETA1) * spread) / (1 - BETA1 ** step);
  return { keepMean: BETA1, keepSquare: BETA2, rate, floor: EPSILON * spread };
}

/** Counts the steps of each model. */
export class StepSizes {
  readonly #steps: number[];
  readonly #learningRate: number;

  constructor(models: number, learningRate: number) {
    this.#steps = new Array<number>(models).fill(0);
    this.#learningRate = learningRate;
  }

  /** The next step of every model; `idle` ones stand still and are not counted. */
  next(idle: readonly boolean[]): readonly StepSize[] {
    return idle.map((rests, model) => {
      if (rests) return STILL;
      const step = (this.#steps[model] = (this.#steps[model] as number) + 1);
      return stepSizeAt(step, this.#learningRate);
    });
  }
}
