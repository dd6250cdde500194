/**
 * All that the tests of this folder ask of the book as it is now. When a file moves or a name changes, this module follows;
 * the fixtures and the tests stay as they are.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { BOOK } from '../../src/book/book.ts';
import { slugOf } from '../../src/book/reading-order.ts';
import { instance } from '../../src/components/instances.ts';
import { randomSettings } from '../../src/tasks/kinds/reach/random.ts';
import { loadBook } from '../../src/tasks/practice/author/load.ts';
import { registry } from '../../src/tasks/practice/author/registry.ts';
import type { StorageLike } from '../../src/tasks/storage/local.ts';
import { WorkStore } from '../../src/tasks/storage/store.ts';
import { writeLink } from '../../widgets/page/link.ts';
import { readLink } from '../../widgets/page/read-link.ts';
import {
  defaults,
  readSettings,
  type AnySettings,
  type Table,
} from '../../widgets/kit/contract/params.ts';
import { families, spreadable } from '../../widgets/kit/spread/spread.ts';

export { BOOK };
export { qrCode } from '../../src/components/qr-code.ts';
export { DATA_HASHES } from '../../widgets/kit/data/data-hashes.ts';
export type { AnySettings, StorageLike };

/** A link as it is read, or as it is to be written. */
export interface State {
  readonly settings: AnySettings;
  readonly pin?: AnySettings | null;
  readonly spread?: {
    readonly param: string;
    readonly measure: string;
    readonly by?: string;
  } | null;
  readonly hide?: readonly string[];
  readonly lock?: readonly string[];
}

/** The instances that were asked for: finding one reads the whole book. */
const found = new Map<string, ReturnType<typeof instance>>();

function foundBy(id: string): ReturnType<typeof instance> {
  const one = found.get(id) ?? instance(id);
  found.set(id, one);
  return one;
}

/** What an address says of one experiment of the book; `null` where it does not speak of it. */
export function openLink(
  id: string,
  search: string,
): (State & { notices: readonly string[]; older?: string }) | null {
  const { widget, start } = foundBy(id);
  const linked = readLink(widget, id, start, search);
  return linked ? { pin: null, spread: null, ...linked } : null;
}

/** The query that the page writes for a state, beside what stands in it already. */
export function linkTo(id: string, { pin, spread, ...state }: State, search = ''): string {
  const { widget, start } = foundBy(id);
  // A setting that has come since then is as it is at the start.
  const settings = { ...start, ...state.settings };
  const pinned = pin && { pin: { ...start, ...pin } };
  return writeLink(
    widget,
    id,
    start,
    { ...state, settings, ...pinned, ...(spread && { spread }) },
    search,
  );
}

/** The settings that an experiment of the book starts with. */
export function startOf(id: string): AnySettings {
  return foundBy(id).start;
}

/** The ids of all experiments that the lessons hold. */
export function instances(): readonly string[] {
  return loadBook().lessons.flatMap((one) => one.instances.map(({ id }) => id));
}

/** What a link can say of one experiment. */
export interface Sayable {
  readonly names: readonly string[];
  /** Those of its settings that no word can be the value of. */
  readonly strict: readonly string[];
  /** What stands for a value that cannot be read. */
  readonly usual: AnySettings;
  readonly spreads: readonly NonNullable<State['spread']>[];
  /** Settings that a reader may have, drawn by a seed. */
  readonly drawn: (names: readonly string[], seed: number) => AnySettings;
}

/** What a link can say of an experiment of the book; texts without a way to draw them are those of its presets. */
export function sayable(id: string): Sayable {
  const { widget, start } = foundBy(id);
  const table = widget.params as Table;
  const names = Object.keys(table);
  const canDraw = (name: string): boolean =>
    ['options', 'min', 'surface', 'byChance'].some((way) => way in (table[name] ?? {}));
  const spreads = spreadable(widget).flatMap(([param]) =>
    Object.keys(widget.measures).flatMap((measure) => [
      { param, measure },
      ...families(widget, param).map(([by]) => ({ param, measure, by })),
    ]),
  );
  return {
    ...{ names, spreads },
    strict: names.filter((name) => table[name]?.kind !== 'text'),
    usual: defaults(table) as AnySettings,
    drawn: (some, seed) => {
      const drawn = {
        ...start,
        ...widget.presets[seed % (widget.presets.length + 1)]?.settings,
        ...randomSettings(widget, some.filter(canDraw), seed),
      };
      const query = Object.entries(drawn).map(([name, value]) => [name, String(value)] as const);
      return readSettings(table, Object.fromEntries(query)).settings as AnySettings;
    },
  };
}

/** What addresses of each lesson lead to in others, by the ids that a hash names: it has moved there. */
type Addresses = Readonly<Record<string, readonly string[]>>;
function matterOf(file: string): { readonly moved?: Addresses; readonly kept?: Addresses } {
  const matter = /^---\n([\s\S]*?)\n---/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  return parse(matter) as ReturnType<typeof matterOf>;
}
const MOVED = loadBook().lessons.map(({ file }) => matterOf(file).moved ?? {});
/** What is gone from a lesson, and leads to a section of it. */
const keptIn = (file: string): readonly string[] => Object.values(matterOf(file).kept ?? {}).flat();
const movedFrom = (lesson: string): readonly string[] =>
  MOVED.flatMap((moved) => moved[slugOf({ id: lesson })] ?? []);

/** Every lesson: its file, and the experiments that its addresses open, by element and id. */
export function lessons(): readonly { file: string; experiments: readonly string[] }[] {
  const all = loadBook().lessons.flatMap(({ instances }) => instances);
  return loadBook().lessons.map(({ id: lesson, file, instances }) => {
    const moved = movedFrom(lesson);
    const opened = [...instances, ...all.filter(({ id }) => moved.includes(id))];
    return { file, experiments: opened.map(({ tag, id }) => `${tag}#${id}`) };
  });
}

/** What `questions.json` holds; what has moved stands under the lesson too whose addresses lead to it. */
export function questions(): readonly {
  id: string;
  version: number;
  lesson: string;
  kind: string;
}[] {
  const all = registry(loadBook());
  const before = loadBook().lessons.flatMap(({ id: lesson }) => {
    const moved = movedFrom(lesson);
    const gone = all.filter(({ id }) => moved.includes(`question-${id}`));
    return gone.map((one) => ({ ...one, lesson }));
  });
  return [...all, ...before];
}

/** The places in a lesson that a hash names: its sections, as the build makes them from its headings, and what has moved. */
export async function anchorsOf(file: string): Promise<readonly string[]> {
  const headings = readFileSync(file, 'utf8').match(/^#{2,3} .*$/gm) ?? [];
  // The book's own plug-ins in their own order: a plug-in before this one changes the letters that an anchor is made of.
  const { default: config } = await import('../../astro.config.mjs');
  const markdown = await config.markdown?.processor?.createRenderer({});
  if (!markdown) throw new Error('the book has no way to render its text');
  const { code } = await markdown.render(headings.join('\n\n'));
  const own = [...code.matchAll(/<h[23] id="([^"]*)"/g)].map(([, id = '']) => id);
  return [...own, ...keptIn(file), ...movedFrom(basename(file, '.mdx'))];
}

/** The options or items that an answer to a question may name. */
export function namesIn(id: string): readonly string[] {
  const question: object | undefined = loadBook().questions.find(
    (one) => one.question.id === id,
  )?.question;
  const { options, items = [] } = (question ?? {}) as Partial<
    Record<'options' | 'items', readonly { readonly id: string }[]>
  >;
  return (options ?? items).map((one) => one.id);
}

/** A reader's work on a storage of the browser. */
export function openWork(storage: StorageLike): WorkStore {
  return new WorkStore(() => storage, undefined, BOOK.id);
}

/** An answer that is kept, and an entry of the log, as readers' files have had them so far. */
export interface Kept {
  readonly question: string;
  readonly version: number;
  readonly answer: unknown;
  readonly time: string;
}
export interface Logged {
  readonly id: string;
  readonly question: string;
  readonly version: number;
}

/** All that a work holds: the answers, the log in its order, the texts put aside. */
export function contentOf({ work }: WorkStore): {
  readonly answers: readonly Kept[];
  readonly log: readonly Logged[];
  readonly aside: readonly string[];
} {
  return { answers: Object.values(work.answers), log: work.log, aside: work.aside ?? [] };
}

export { parsePage } from '../../scripts/book/html.ts';
export {
  lostInOneFile,
  lostOnTheWeb,
  type Kept as KeptAddresses,
} from '../../scripts/book/kept.ts';
