/** A training that is watched: the same rows are put to its models again and again. */
import { onRows, type Models } from './look.ts';
import { trainMany, type TrainingPlan } from './train-many.ts';

/** What is learned, and what it is tested on. */
export interface TestedPlan extends Omit<TrainingPlan, 'onEpoch'> {
  /** Rows x features. */
  readonly tested: Float32Array;
  /** Whether models are tested after so many epochs, 0 included: a test is a round trip to the back end. */
  readonly tests: (epoch: number) => boolean;
  /** Told what each model makes of the rows: probabilities, rows x classes. */
  readonly onTest: (
    epoch: number,
    chances: readonly Float32Array[],
    models: Models,
  ) => Promise<void>;
}

/** Trains all models of the plan as `trainMany` does; tensors of the tests, too, are freed when it settles. */
export async function trainAndTest({ tested, tests, onTest, ...plan }: TestedPlan): Promise<void> {
  await onRows(tested, plan.features, async (rows) => {
    const onEpoch: TrainingPlan['onEpoch'] = async (epoch, models) => {
      if (tests(epoch)) await onTest(epoch, await models.probabilities(rows), models);
    };
    await trainMany({ ...plan, onEpoch });
  });
}
