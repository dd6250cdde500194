/** Makes an assignment and its key of what an author wrote: every item proved in every variant. */
import { AuthorFault } from '../../../../widgets/kit/contract/author-settings.ts';
import { runsOnBackend } from '../../../../widgets/kit/contract/widget.ts';
import { widgetOf } from '../../practice/author/context.ts';
import { contentHash } from '../../practice/author/read-questions.ts';
import type { Widgets } from '../../practice/contract.ts';
import { PRACTICE } from '../../sample.ts';
import { kindOf } from '../kinds.ts';
import type { Place } from '../contract.ts';
import type { Assignment, Key } from '../pure/format/assignment.ts';
import type { ItemHead } from '../pure/format/head.ts';
import type { Item, ItemKey } from '../../tables/item.ts';
import { FormulaFault } from '../pure/format/formula.ts';
import { noteOf } from '../pure/variants/variant.ts';
import { carriedFaults } from './prove/carried.ts';
import { copiedOf } from './prove/copied.ts';
import type { Copied, Prover, Found, Proof } from './prove/proof.ts';
import { variantsOf, type Variant } from './prove/variants.ts';
import type { ReadAssignment } from './read.ts';
import type { AssignmentSource, ExperimentSource, ItemSource } from './schema.ts';

/** Every learner’s items have this many variants at most. */
const LEARNER_VARIANTS = 20;

/** What the book is, as far as hand-ins name it. */
export interface Edition {
  readonly book: string;
  readonly edition: string;
}

/** What the proof of an item has found, for the report. */
export interface ItemReport {
  readonly item: string;
  readonly variants: readonly {
    readonly seed: number;
    readonly note: string;
    readonly answer: string;
    readonly isWithdrawn: boolean;
    readonly found: Found;
  }[];
  readonly luck?: Proof['luck'];
  readonly copied?: Copied;
}

/** What may be known of an assignment before anything has run. */
export interface Asked {
  readonly assignment: Assignment;
}

export interface Made {
  readonly key: Key;
  readonly report: readonly ItemReport[];
}

/** Remembers the proof of an item by all that it is made of: the same, by the same code, is not proved twice. */
export type Remember = (
  item: readonly [string, ...unknown[]],
  tag: string | undefined,
  prove: () => Promise<Proof>,
) => Promise<Proof>;

/** An item with its variants, before it is proved. */
interface Written {
  readonly at: number;
  readonly written: ItemSource;
  readonly variants: readonly Variant[];
  readonly tag: string | undefined;
}

/** What of an author's mistakes becomes a sentence; all else is thrown. */
async function orFault(
  where: string,
  faults: string[],
  act: () => void | Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof AuthorFault || error instanceof FormulaFault)) throw error;
    faults.push(`${where}: ${error.message}`);
  }
}

/** What is asked, which needs no run; what is wrong is added to `faults`, each with file, line and item. */
export async function askedOf(
  { source, whereIs, open }: ReadAssignment,
  widgets: Widgets,
  { book, edition }: Edition,
  faults: string[],
): Promise<Asked & { readonly items: readonly Written[] }> {
  const items: Written[] = [];
  const facts: Item[] = [];
  for (const [at, written] of source.items.entries()) {
    await orFault(whereIs(at), faults, () => {
      const kind = kindOf(written);
      const place = placeOf(source, widgets, open?.has(written.id));
      const tag = kind.proves?.(written, place);
      const variants = place.isOpen
        ? PRACTICE
        : variantsOf(drawsOf(written), wantedOf(source, widgets, tag));
      const stray = written.withdrawn.filter((one) => !variants.some(({ seed }) => seed === one));
      if (stray.length > 0)
        faults.push(
          `${whereIs(at)}: withdrawn names ${stray.join(', ')}; there is no such variant`,
        );
      facts.push({ ...headOf(written, variants), ...kind.facts(written, place, variants) } as Item);
      items.push({ at, written, variants, tag });
    });
  }
  const { id, version, title, salt, due } = source;
  const content = { id, version, title, book, edition, salt, due, items: facts };
  return { assignment: { ...content, hash: contentHash(content) }, items };
}

/** The assignment with its key; what is wrong is added to `faults`, each with file, line and item. */
export async function makeAssignment(
  read: ReadAssignment,
  prover: Prover,
  edition: Edition,
  faults: string[],
  remember: Remember = (_parts, _tag, prove) => prove(),
): Promise<Asked & Made> {
  const { source, whereIs, open } = read;
  const { assignment, items } = await askedOf(read, prover.widgets, edition, faults);
  const keys: Record<string, ItemKey> = {};
  const report: ItemReport[] = [];
  for (const { at, written, variants, tag } of items) {
    await orFault(whereIs(at), faults, async () => {
      const kind = kindOf(written);
      const place = placeOf(source, prover.widgets, open?.has(written.id));
      const own = kind.experiment && place.experiment(kind.experiment(written).id);
      const proof = await remember(
        [written.id, written, own, variants],
        tag ?? own?.widget,
        async () => {
          const proof = await kind.prove(written, variants, place, prover);
          const item = assignment.items[at];
          if (!item || proof.faults.length > 0) return proof;
          const runs = own && widgetOf(prover.widgets, own.widget);
          const copied = await copiedOf(item, proof.key, runs, prover);
          return { ...proof, ...(copied && { copied }) };
        },
      );
      const { key, luck, found, copied } = proof;
      faults.push(...few(proof.faults).map((fault) => `${whereIs(at)}: ${fault}`));
      keys[written.id] = { ...key, ...spokenOf(written) };
      const reported = variants.map(({ seed, values }) => {
        const isWithdrawn = written.withdrawn.includes(seed);
        const answer = kind.right(key, seed);
        return { seed, note: noteOf(values), answer, isWithdrawn, found: found?.[seed] ?? {} };
      });
      report.push({
        item: written.id,
        variants: reported,
        ...(luck && { luck }),
        ...(copied && { copied }),
      });
    });
  }
  const key: Key = { format: 1, kind: 'key', assignment, items: keys };
  if (faults.length === 0)
    faults.push(...carriedFaults(key).map(({ at, fault }) => `${whereIs(at)}: ${fault}`));
  return { assignment, key, report };
}

/** What is asked, for whoever reads answers. */
const spokenOf = (written: ItemSource): Pick<ItemKey, 'objective' | 'prompt' | 'texts'> => ({
  objective: written.objective,
  prompt: written.prompt,
  texts: textsIn(written),
});

/** What options and places are called that an answer names by their ids. */
const textsIn = (written: ItemSource): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(written).flatMap((list: unknown) =>
      Array.isArray(list)
        ? list.flatMap((one: { readonly id?: unknown; readonly text?: unknown } | null) =>
            typeof one?.id === 'string' && typeof one.text === 'string' ? [[one.id, one.text]] : [],
          )
        : [],
    ),
  );

const placeOf = (source: AssignmentSource, widgets: Widgets, isOpen = false): Place => ({
  widgets,
  isOpen,
  experiment: (id) => experimentIn(source, id),
});

/** Three faults of an item say as much as two hundred. */
const few = (faults: readonly string[]): readonly string[] =>
  faults.length > 3
    ? [...faults.slice(0, 3), `and ${faults.length - 3} more faults like these`]
    : faults;

function experimentIn({ experiments }: AssignmentSource, id: string): ExperimentSource {
  const found = experiments.find((one) => one.id === id);
  if (!found) throw new AuthorFault(`there is no experiment "${id}"`);
  return found;
}

/** How many variants an item should have: of what learns, not more than can be proved and repeated. */
function wantedOf({ variants }: AssignmentSource, widgets: Widgets, tag?: string): number {
  const isLearner = tag !== undefined && runsOnBackend(widgetOf(widgets, tag));
  return isLearner ? Math.min(variants, LEARNER_VARIANTS) : variants;
}

const drawsOf = ({ id, draw, derive }: ItemSource): Pick<Item, 'id' | 'draw' | 'derive'> => ({
  id,
  draw,
  derive: Object.fromEntries(
    Object.entries(derive).map(([name, formula]) => [name, formula.slice(1)]),
  ),
});

/** What every item has. */
const headOf = (item: ItemSource, variants: readonly Variant[]): ItemHead => ({
  ...drawsOf(item),
  version: item.version,
  points: item.points,
  by: kindOf(item).by,
  hints: item.hints.map(({ costs }) => costs),
  seeds: variants.map(({ seed }) => seed),
  withdrawn: item.withdrawn,
  ...(item.confidence && { confidence: true }),
});
