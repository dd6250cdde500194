/**
 * Everything that can be asked in a set: kept items, from `content/<chapter>/stock/LESSON.yaml` and `LESSON.NAME.yaml`, and
 * the questions of the book that a set can ask, whose answers are open. Build only.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Book, BookQuestion } from '../../practice/contract.ts';
import type { ItemKind } from '../contract.ts';
import { kindOf } from '../kinds.ts';
import { strayNames } from './names.ts';
import { readYaml, type ReadAssignment } from './read.ts';
import {
  stockSchema,
  type AssignmentSource,
  type ExperimentSource,
  type ItemSource,
} from './schema.ts';

/** What the composer sorts items by. */
export interface Stocked {
  readonly id: string;
  /** The lesson that it belongs to, as in its address. */
  readonly lesson: string;
  readonly idea: string;
  /** Its answer is in the book: for practice, and for taking part. */
  readonly isOpen: boolean;
}

/** A kept item has so many distinct answers at least. */
export const LEAST_DISTINCT = 20;

/** What was measured of kept items, in a file beside them: so that no build need prove them to say it. */
export const MEASURED = 'measured.json';
/** By the item’s id: how many distinct answers it has, the share of its points that one message for all earns, and how often one is right throughout. */
export type Measured = Readonly<
  Record<string, { readonly distinct: number; readonly earns: number; readonly whole: number }>
>;

/** The stock as one large assignment, which nobody sets, and what each of its items belongs to. */
export interface Stock extends ReadAssignment {
  readonly open: ReadonlySet<string>;
  readonly stocked: readonly Stocked[];
}

/** Reads it; what is wrong is added to `faults`. */
export function readStock(book: Book, root: string, faults: string[]): Stock {
  const experiments: ExperimentSource[] = [];
  const items: ItemSource[] = [];
  const stocked: Stocked[] = [];
  const places: string[] = [];
  const ideas = new Set(book.ideas.flatMap(({ ideas: all }) => all.map(({ id }) => id)));
  const lessons = book.lessons.map(({ id }) => slugOf(id));
  for (const file of globSync('content/*/stock/*.yaml', { cwd: root }).toSorted()) {
    const [lesson = ''] = basename(file).split('.');
    if (!lessons.includes(lesson))
      faults.push(
        `${file}: there is no lesson "${lesson}"; begin the file’s name with that of a lesson, as in its address`,
      );
    const read = readYaml(file, readFileSync(join(root, file), 'utf8'), stockSchema, faults);
    if (!read) continue;
    experiments.push(...read.value.experiments);
    faults.push(...strayNames(file, read.value.items, read.lineOf));
    for (const [at, item] of read.value.items.entries()) {
      const where = `${file}:${read.lineOf(['items', at])}, item "${item.id}"`;
      const { id, idea = '' } = item;
      if (!ideas.has(idea))
        faults.push(`${where}: idea should be one of the chapter’s: ${[...ideas].join(', ')}`);
      items.push(item);
      places.push(where);
      stocked.push({ id, lesson, idea, isOpen: false });
    }
  }
  for (const loaded of book.questions) {
    const item = itemOf(loaded);
    if (!item) continue;
    items.push(item);
    places.push(`${loaded.file}:${loaded.line}, question "${item.id}"`);
    const { idea = '' } = loaded.question;
    stocked.push({ id: item.id, lesson: slugOf(loaded.lesson), idea, isOpen: true });
    const stands = kindOf(item).experiment?.(item).id;
    if (stands === undefined || experiments.some(({ id }) => id === stands)) continue;
    const instance = book.lessons
      .find(({ id }) => id === loaded.lesson)
      ?.instances.find(({ id }) => inStock(id) === stands);
    if (instance)
      experiments.push({
        ...{ id: stands, widget: instance.tag, settings: instance.settings },
        ...{ title: instance.title, question: instance.question ?? loaded.question.objective },
      });
  }
  const open = new Set(stocked.filter(({ isOpen }) => isOpen).map(({ id }) => id));
  return {
    source: { ...HEAD, experiments, items },
    ...{ file: 'content/*/stock', whereIs: (at) => places[at] ?? '', open, stocked },
  };
}

/** The stock with only those of its items that are wanted. */
export function part(stock: Stock, isWanted: (one: Stocked) => boolean): Stock {
  const stocked = stock.stocked.filter(isWanted);
  const places = stocked.map((one) => stock.stocked.indexOf(one));
  const items = places.flatMap((at) => stock.source.items[at] ?? []);
  return {
    ...stock,
    ...{ stocked, source: { ...stock.source, items } },
    whereIs: (at) => stock.whereIs(places[at] ?? 0),
  };
}

/** An assignment with the items of the stock that it uses, before its own, and with what these need. */
export function withUsed(read: ReadAssignment, stock: Stock, faults: string[]): ReadAssignment {
  const { use } = read.source;
  if (use.length === 0) return read;
  const places = use.map((id) => stock.source.items.findIndex((item) => item.id === id));
  const used = places.flatMap((at) => stock.source.items[at] ?? []);
  for (const [i, at] of places.entries())
    if (at < 0) faults.push(`${read.file}: use: there is no "${use[i] ?? ''}" in the stock`);
  const needed = used.flatMap((item) => kindOf(item).experiment?.(item).id ?? []);
  return {
    ...read,
    source: {
      ...read.source,
      experiments: [
        ...stock.source.experiments.filter(({ id }) => needed.includes(id)),
        ...read.source.experiments,
      ],
      items: [...used, ...read.source.items],
    },
    open: stock.open,
    whereIs: (at) =>
      at < used.length ? stock.whereIs(places[at] ?? 0) : read.whereIs(at - used.length),
  };
}

const HEAD: Omit<AssignmentSource, 'experiments' | 'items'> = {
  ...{ id: 'stock', version: 1, title: 'Stock', summary: 'Stock', instructions: 'Stock' },
  ...{ salt: 'stock', solutions: 'Stock', variants: 200, use: [] },
};

const slugOf = (lesson: string): string => lesson.replace(/^\d+-/, '');

/** What is a question’s in a lesson has another id in a set: in the one file both are in one document. */
const inStock = (id: string): string => `open-${id}`;

/** The item that asks what a question of the book asks; nothing where no set can. */
function itemOf({ question, kind }: BookQuestion): ItemSource | undefined {
  if (kind.role !== 'graded') return undefined;
  const { id, version, points, minutes, objective, prompt, solution = '', hints } = question;
  const itemKind: ItemKind | undefined = kindOf({ kind: question.kind as ItemSource['kind'] });
  const particular = itemKind?.ofQuestion?.(question as never);
  if (!particular) return undefined;
  const common = {
    ...{ id: inStock(id), version, points, minutes, objective, prompt, solution },
    hints: hints.map((text) => ({ text, costs: 0 })),
    ...{ draw: {}, derive: {}, withdrawn: [], confidence: false, idea: question.idea },
  };
  const own = { kind: question.kind, ...common, ...particular } as ItemSource;
  return 'experiment' in own ? { ...own, experiment: inStock(own.experiment) } : own;
}
