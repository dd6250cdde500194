/** What a kind of item fulfils for the build, and what the build hands to it. Types only. */
import type { Markup } from '../../../widgets/kit/draw/markup.ts';
import type { Widgets } from '../practice/contract.ts';
import type { ShownMeasure } from '../judge/shown-measure.ts';
import type { Prover, Proof } from './author/prove/proof.ts';
import type { Variant } from './author/prove/variants.ts';
import type { ExperimentSource, ItemSource } from './author/schema.ts';
import type { ItemHead } from './pure/format/head.ts';
import type { Item, ItemKey } from '../tables/item.ts';

/** What surrounds an item. */
export interface Place {
  readonly widgets: Widgets;
  /** The experiment that stands with it. Throws where the assignment has none with that id. */
  readonly experiment: (id: string) => ExperimentSource;
  /** The book tells its answer: luck is looked at as in a lesson. */
  readonly isOpen?: boolean | undefined;
}

/** What the page needs of an item besides its public facts: how things are called and shown. */
export interface ItemLook {
  readonly shown?: Readonly<Record<string, ShownMeasure>>;
  readonly labels?: Readonly<Record<string, string>>;
}

/** One kind of item. Methods, not function properties: so one table holds kinds whose items differ. */
export interface ItemKind<
  S extends ItemSource = ItemSource,
  I extends Item = Item,
  K extends ItemKey = ItemKey,
> {
  /** What answers it. */
  readonly by: ItemHead['by'];
  /** What is its own in an item that asks what a question of a lesson asks; absent: there is none. */
  ofQuestion?(question: never): Partial<S>;
  /** The experiment that stands with it, and what of it a student may move. */
  experiment?(source: S): {
    readonly id: string;
    readonly vary: readonly string[];
    /** Whether its seed is held fixed, too. */
    readonly holdsSeed?: boolean;
  };
  /** Those of its texts that are programs, in which braces mean something else, too. */
  programs?(source: S): readonly string[];
  /** The widget whose runs prove it. */
  proves?(source: S, place: Place): string | undefined;
  prove(
    source: S,
    variants: readonly Variant[],
    place: Place,
    prover: Prover,
  ): Proof<K> | Promise<Proof<K>>;
  /** What page and grader are told of it besides what every item has: nothing of what is right. */
  facts(source: S, place: Place, variants: readonly Variant[]): Omit<I, keyof ItemHead>;
  look?(item: I, widgets: Widgets): ItemLook;
  /** Where it is answered, as server HTML. */
  field(source: S, item: I, look: ItemLook): Markup | Promise<Markup>;
  /** The button below it; absent: one that saves what stands in the field. */
  button?(): Markup;
  /** Its known wrong answers, for the key to read. */
  known?(
    source: S,
  ): readonly { readonly id: string; readonly misconception?: string | undefined }[];
  /** What the key shows of a variant besides, in Markdown. */
  inKey?(source: S, values: Variant['values']): string;
  /** What is right in a variant, in a line. */
  right(key: K, seed: number): string;
}
