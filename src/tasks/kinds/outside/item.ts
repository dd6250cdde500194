/** What page and grader are told of such an item, and what is right in it. */
import type {
  ItemHead,
  KeyHead,
  KnownWrong,
  RubricPoint,
  Tolerance,
} from '../../sets/pure/format/head.ts';

/** Data are taken away as a file, and numbers come back, with the script that found them. */
export interface OutsideItem extends ItemHead {
  readonly kind: 'outside';
  /** What the file is called, its columns, and the program that makes its rows. */
  readonly data: {
    readonly file: string;
    readonly columns: readonly string[];
    readonly rows: string;
  };
  readonly asks: readonly {
    readonly id: string;
    readonly label: string;
    readonly unit?: string | undefined;
  }[];
}

export interface OutsideItemKey extends KeyHead {
  readonly kind: 'outside';
  readonly solve: string;
  /** What whoever reads the script gives points for; the other points go to the numbers. */
  readonly rubric: readonly RubricPoint[];
  readonly wrong: readonly KnownWrong[];
  readonly tolerances: Readonly<Record<string, Tolerance>>;
  /** By the variant’s seed: each number by its id, and what each known wrong way gives. */
  readonly answers: Readonly<
    Record<
      string,
      {
        readonly right: Readonly<Record<string, number>>;
        readonly wrong: Readonly<Record<string, Readonly<Record<string, number>>>>;
      }
    >
  >;
}

/** Whether nothing is missing in an answer. */
export const isWhole = ({ asks }: OutsideItem, given: readonly string[]): boolean =>
  asks.every((_, i) => (given[i] ?? '').trim() !== '');
