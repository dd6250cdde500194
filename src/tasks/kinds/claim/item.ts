/** What page and grader are told of such an item, and what is right in it. */
import type { ShownMeasure } from '../../judge/shown-measure.ts';
import type {
  ItemHead,
  KeyHead,
  KnownWrong,
  OnExperiment,
  RubricPoint,
  SettingName,
} from '../../sets/pure/format/head.ts';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';

/** Something is claimed in a sentence or a few, which cite runs. */
export interface ClaimItem extends ItemHead, OnExperiment {
  readonly kind: 'claim';
  /** The measures that it may speak of, and how they are shown. */
  readonly measures: Readonly<Record<string, ShownMeasure>>;
  /** How settings are called. */
  readonly settings: Readonly<Record<string, SettingName>>;
  /** How many runs it cites at least. */
  readonly least: number;
  /** How many characters it has at most. */
  readonly longest: number;
}

export interface ClaimItemKey extends KeyHead {
  readonly kind: 'claim';
  readonly rubric: readonly RubricPoint[];
  /** What whoever reads may say to a known wrong claim. */
  readonly wrong: readonly KnownWrong[];
  /** By the variant’s seed: a claim that holds, and the runs that it cites. */
  readonly answers: Readonly<
    Record<string, { readonly text: string; readonly runs: readonly AnySettings[] }>
  >;
}

/** Whether nothing is missing in an answer. */
export const isWhole = ({ least }: ClaimItem, _: readonly string[], runs: number): boolean =>
  runs >= least;
