/** What a pretended student does with an item of each kind, and what is true of it. Types only. */
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import type { Measured } from '../../../widgets/kit/contract/widget.ts';
import type { Random } from '../../../widgets/kit/numbers/random.ts';
import type { RunRecord } from '../../../widgets/kit/record/run-record.ts';
import type { Numbers } from '../../../src/tasks/kinds/number/item.ts';
import type { Given, HandedItem } from '../../../src/tasks/sets/pure/submission/submission.ts';
import type { Student } from '../../../src/tasks/sets/pure/variants/student.ts';
import type { Item, ItemKey } from '../../../src/tasks/tables/item.ts';

interface Of<I, K> {
  readonly item: I;
  readonly key: K;
  readonly seed: number;
}

/** What somebody runs: their number and their skill, 0 to 1, decide, so that it is known before anything is run. */
export interface Runner<I, K> extends Of<I, K> {
  readonly student: Student & { readonly skill: number };
}

/** What somebody is asked. */
export interface Asked<I, K> extends Runner<I, K> {
  readonly isRight: boolean;
  readonly random: Random;
  /** What is right after their own answers before. */
  readonly numbers?: Numbers | undefined;
  readonly runs: readonly RunRecord[];
}

/** What somebody has handed in; `measuresOf` gives an honest run. */
export interface HandedIn<I, K> extends Of<I, K> {
  readonly handed: Pick<HandedItem, 'answer' | 'runs'>;
  readonly measuresOf: (settings: AnySettings) => Measured | undefined;
  /** What follows from the right answers before, and from the student’s own. */
  readonly numbers?: { readonly right?: Numbers | undefined; readonly own?: Numbers | undefined };
}

/** How much of an item was done, 0 to 1, and the known wrong answer that was given. */
export interface Share {
  readonly share: number;
  readonly wrong?: string;
  /** Where the share does not say it. */
  readonly state?: 'unverified' | 'unreadable';
}

/** A kind. Methods, not function properties: so one table holds kinds whose items differ. */
export interface Pretends<I extends Item = Item, K extends ItemKey = ItemKey> {
  /** Settings of the runs that are made for it. */
  runs?(of: Runner<I, K>): readonly AnySettings[];
  /** What is typed, picked or written. */
  give?(of: Asked<I, K>): NonNullable<Given>;
  /** By plain arithmetic; nothing where nothing was handed in. */
  share(of: HandedIn<I, K>): Share | undefined;
}
