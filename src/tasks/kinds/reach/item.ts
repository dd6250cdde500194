/** What page and grader are told of such an item, and what is right in it. */
import type {
  Bound,
  ItemHead,
  KeyHead,
  OnExperiment,
  Written,
} from '../../sets/pure/format/head.ts';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';

/** An experiment is brought to a goal. */
export interface ReachItem extends ItemHead, OnExperiment {
  readonly kind: 'reach';
  readonly goal: Readonly<Record<string, Readonly<Partial<Record<Bound, Written | undefined>>>>>;
  /** Some of its conditions earn nothing; all of them everything. */
  readonly whole?: true;
}

export interface ReachItemKey extends KeyHead {
  readonly kind: 'reach';
  /** By the variant’s seed: settings that meet the goal on every seed that was tried. */
  readonly answers: Readonly<Record<string, AnySettings>>;
}
