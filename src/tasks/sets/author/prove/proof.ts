/** What the proof of an item finds: its key, its faults, and how lucky one must be to pass without understanding. */
import type { AnySettings } from '../../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../../widgets/kit/contract/widget.ts';
import type { Widgets } from '../../../practice/contract.ts';
import type { JudgedRun } from '../../../judge/answers.ts';
import type { ItemKey } from '../../../tables/item.ts';
import type { Estimate } from '../../../grading/pure/stats/numbers.ts';
import type { Variant } from './variants.ts';

/** Runs a widget at a list of full settings; the same is not run twice. */
export type RunAll = (
  widget: AnyWidget,
  list: readonly AnySettings[],
) => Promise<readonly JudgedRun[]>;

export interface Prover {
  readonly widgets: Widgets;
  readonly runs: RunAll;
  /** For each of the settings, the places of what an experiment hides, from 0. */
  readonly planted: (
    widget: AnyWidget,
    list: readonly AnySettings[],
  ) => Promise<readonly (readonly number[])[]>;
}

/** What the proof has found of one variant. */
export interface Found {
  /** Random settings that were tried, and those of them that passed. */
  readonly draws?: number;
  readonly passed?: number;
  /** How much room the solution leaves to the nearest bound, as a share of the bound. */
  readonly slack?: number;
  /** Of a goal: how far the start misses it, as a share of the bound. Of a number: to the nearest wrong one, in tolerances. */
  readonly distance?: number;
}

/** One message for all, of one item. */
export interface Copied {
  /** How many answers are right somewhere, of the first that the key has for each variant. */
  readonly distinct: number;
  /** The share of the item’s points that the best message earns in the mean without anybody reading it, parts included: 0 to 1. */
  readonly earns: number;
  readonly message: string;
  /** In how large a share of the variants a message earns all of them that does so most often. */
  readonly whole: number;
  readonly rightest: string;
}

export interface Proof<Key extends ItemKey = ItemKey> {
  readonly key: Key;
  /** Sentences for the author. */
  readonly faults: readonly string[];
  /** The share of random answers that pass, where answers can be drawn. */
  readonly luck?: Estimate;
  /** What one message for all earns. */
  readonly copied?: Copied;
  /** By the variant’s seed. */
  readonly found?: Readonly<Record<string, Found>>;
}

/** How a fault names its variant. */
export const inVariant = ({ seed, values }: Variant): string => {
  const drawn = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  return `variant ${seed}${drawn.length > 0 ? ` (${drawn.join(', ')})` : ''}`;
};
