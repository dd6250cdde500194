/**
 * An edition's working copy, below `.cache/editions/`: the book's code, the lessons and experiments that the edition takes, and
 * its own. Everything else runs in it as it does in the book's own folder. `node scripts/edition/compose.ts FOLDER` makes it or
 * brings it up to date, and prints where it is.
 */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { slugOf } from '../../src/book/reading-order.ts';
import { readPlacements } from '../../src/tasks/practice/author/placements.ts';
import { EDITION_FAULTS } from '#words/scripts/edition/words';
import { contrast } from './contrast.ts';
import type { Edition } from './edition.ts';
import { isMade } from './made-there.ts';

/** A file of the working copy: copied from where it lies, or written. */
export type Wanted = { readonly from: string } | { readonly text: string };
export interface Composed {
  /** By their paths in the working copy. */
  readonly files: ReadonlyMap<string, Wanted>;
  /** Lessons of the book that are not in it, by the names in their addresses. */
  readonly left: readonly string[];
}

/** The contrast that text of the book has at least. */
const TEXT = 7;

/** What is taken from the book whole. */
const WHOLE =
  '{*.{cff,json,md,mjs,ts},LICENSE*,docs/**/*,public/*,scripts/**/*,src/**/*,tests/**/*,widgets/*,widgets/{controls,engine,kit,page,run,server,shared,styles}/**/*}';

/** Chooses the files. Throws an Error that lists what the edition names and nobody has. */
export function compose(root: string, edition: Edition): Composed {
  const faults: string[] = [];
  const file = join(edition.folder, 'edition.yaml');
  const own = filesBelow(edition.folder, 'lessons/**/*.{mdx,questions.yaml}');
  const books = filesBelow(root, 'content/*/**/*.{mdx,questions.yaml}');
  const lessonIn = (paths: readonly string[]) =>
    new Map(
      paths
        .filter((path) => path.endsWith('.mdx'))
        .map((path) => [slugOf({ id: basename(path, '.mdx') }), path] as const),
    );
  const [ownLessons, bookLessons] = [lessonIn(own), lessonIn(books)];
  const wanted: readonly (readonly [place: string, slug: string])[] = [
    ...edition.before.map((slug) => [edition.id, slug] as const),
    ...edition.parts.flatMap(({ id, lessons, practice = [] }) =>
      lessons.concat(practice).map((slug) => [`${edition.id}/${id}`, slug] as const),
    ),
  ];
  const chosen = new Map<string, string>();
  const files = new Map<string, Wanted>();
  for (const [place, slug] of wanted) {
    const [mine, theirs] = [ownLessons.get(slug), bookLessons.get(slug)];
    const from = mine === undefined ? theirs && join(root, theirs) : join(edition.folder, mine);
    if (mine !== undefined && theirs !== undefined)
      faults.push(EDITION_FAULTS.taken(join(edition.folder, mine), 'a lesson', slug));
    if (chosen.has(slug)) faults.push(EDITION_FAULTS.twice(file, slug));
    if (from === undefined) {
      faults.push(EDITION_FAULTS.noLesson(file, slug, [...bookLessons.keys()].toSorted()));
      continue;
    }
    chosen.set(slug, from);
    for (const source of [from, from.replace(/\.mdx$/, '.questions.yaml')])
      if (existsSync(source)) files.set(`content/${place}/${basename(source)}`, { from: source });
  }
  for (const [slug, path] of ownLessons)
    if (!chosen.has(slug)) faults.push(EDITION_FAULTS.stray(join(edition.folder, path)));
  for (const path of filesBelow(root, WHOLE))
    if (!isMade(path) && statSync(join(root, path)).isFile())
      files.set(path, { from: join(root, path) });
  faults.push(...quotesLeftOut(root, file, chosen, bookLessons));
  addSets(root, edition, chosen, files, faults);
  addExperiments(root, edition, chosen, files, faults);
  addTables(root, edition, chosen, files);
  addLook(root, edition, files, faults);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const left = [...bookLessons.keys()].filter((slug) => !chosen.has(slug));
  files.set('edition.json', { text: JSON.stringify({ complete: edition.complete, left }) });
  return { files, left };
}

const filesBelow = (folder: string, pattern: string): readonly string[] =>
  globSync(pattern, { cwd: folder }).map((path) => path.replaceAll('\\', '/'));

type Files = Map<string, Wanted>;
/** The lessons of the edition, by their names in addresses: where each lies. */
type Chosen = ReadonlyMap<string, string>;

/** A lesson that gives numbers of an experiment needs the lesson that has it. */
function quotesLeftOut(
  root: string,
  file: string,
  chosen: Chosen,
  books: Chosen,
): readonly string[] {
  const owners = new Map(
    [...books].flatMap(([slug, path]) =>
      readPlacements(readFileSync(join(root, path), 'utf8')).instances.map(
        ({ id }) => [id, slug] as const,
      ),
    ),
  );
  return [...chosen].flatMap(([slug, path]) => {
    const text = readFileSync(path, 'utf8');
    const quoted = [...text.matchAll(/<\w+ of="([\w-]+)/g)].map(([, id = '']) => owners.get(id));
    const left = new Set(quoted.filter((one) => one !== undefined && !chosen.has(one)));
    return left.size === 0 ? [] : [EDITION_FAULTS.quotes(file, slug, [...left] as string[])];
  });
}

/** Those that its lessons place; its own, and no others of the book. The data that they name, with their cards. */
function addExperiments(
  root: string,
  { folder }: Edition,
  chosen: Chosen,
  files: Files,
  faults: string[],
): void {
  const own = new Set(
    filesBelow(folder, 'experiments/*/widget.ts').map((path) => path.split('/')[1] ?? ''),
  );
  const placed = new Set([
    ...[...chosen.values()].flatMap((path) =>
      readPlacements(readFileSync(path, 'utf8')).instances.map(({ tag }) => tag),
    ),
    ...textsOf(files, /^content\/.*\.(?:yaml|mdx)$/).flatMap((text) =>
      [...text.matchAll(/(?:\bwidget: |<TakeAlong [^>]*\brun=")([a-z0-9-]+)/g)].map(
        ([, tag = '']) => tag,
      ),
    ),
  ]);
  for (const tag of own)
    if (existsSync(join(root, 'widgets/experiments', tag)))
      faults.push(EDITION_FAULTS.taken(join(folder, 'experiments', tag), 'an experiment', tag));
  for (const tag of placed) {
    const place = `widgets/experiments/${tag}`;
    const from = own.has(tag) ? join(folder, 'experiments', tag) : join(root, place);
    for (const path of filesBelow(from, '**/*.*'))
      files.set(`${place}/${path}`, { from: join(from, path) });
    // Its models are trained by other experiments: a set goes on with what is added to it.
    const facts = join(from, 'widget.ts');
    const [, models = ''] =
      (existsSync(facts) && /\bmodels: \[([^\]]*)\]/.exec(readFileSync(facts, 'utf8'))) || [];
    for (const [, model = ''] of models.matchAll(/'([\w-]+)'/g)) placed.add(model);
  }
  for (const path of filesBelow(folder, 'data/**/*.*'))
    files.set(`public/${path}`, { from: join(folder, path) });
  addData(root, files);
}

const textsOf = (files: Files, which: RegExp): readonly string[] =>
  [...files]
    .filter(([path]) => which.test(path))
    .map(([, one]) => ('from' in one ? readFileSync(one.from, 'utf8') : one.text));

/** A data set is taken where a source that is taken names one of its files. */
function addData(root: string, files: Files): void {
  const sources = [...textsOf(files, /^(?:widgets\/experiments|content)\//)];
  // What experiments share counts where one that is taken imports it, or what it imports does.
  const shared = new Set<string>();
  for (const text of sources)
    for (const [, name = ''] of text.matchAll(/(?:\/shared|'\.\.)\/([\w-]+)\//g)) {
      if (shared.has(name)) continue;
      shared.add(name);
      sources.push(...textsOf(files, new RegExp(`^widgets/shared/${name}/`)));
    }
  for (const path of filesBelow(root, 'public/data/*.json')) {
    const card = JSON.parse(readFileSync(join(root, path), 'utf8')) as {
      readonly files: readonly { readonly name: string }[];
    };
    const names = card.files.map(({ name }) => name);
    if (!sources.some((text) => names.some((name) => text.includes(name)))) continue;
    for (const one of [basename(path), ...names])
      files.set(`public/data/${one}`, { from: join(root, 'public/data', one) });
  }
  for (const path of filesBelow(root, 'public/data/LICENSES/*'))
    files.set(path, { from: join(root, path) });
}

interface Asked {
  readonly idea?: string;
}
interface Item extends Asked {
  readonly id: string;
}
const listIn = (text: string): readonly Named[] => (parse(text) ?? []) as readonly Named[];

/** The items in stock that an assignment takes. */
const usedBy = (text: string): readonly string[] =>
  (parse(text) as { readonly use?: readonly string[] } | null)?.use ?? [];

/** What the lessons ask. */
const asked = (files: Files): readonly Asked[] =>
  [...files]
    .flatMap(([path, one]) => (path.endsWith('.questions.yaml') && 'from' in one ? [one.from] : []))
    .flatMap((path) => listIn(readFileSync(path, 'utf8')) as readonly Asked[]);

/** Its own assignments, those of the book that it names, and what is in stock for its lessons. */
function addSets(
  root: string,
  { id, folder, sets }: Edition,
  chosen: Chosen,
  files: Files,
  faults: string[],
): void {
  const books = filesBelow(root, 'content/*/assignments/*.yaml');
  const nameOf = (path: string): string => basename(path, '.yaml');
  const names = books.map(nameOf);
  for (const name of sets)
    if (!names.includes(name))
      faults.push(EDITION_FAULTS.noSet(join(folder, 'edition.yaml'), name, names.toSorted()));
  for (const path of books.filter((one) => sets.includes(nameOf(one))))
    files.set(`content/${id}/assignments/${basename(path)}`, { from: join(root, path) });
  for (const kind of ['assignments', 'stock'])
    for (const path of filesBelow(folder, `${kind}/*.yaml`))
      files.set(`content/${id}/${path}`, { from: join(folder, path) });
  const ideas = new Set(asked(files).map(({ idea }) => idea));
  const used = new Set(
    textsOf(files, /^content\/[^/]+\/assignments\/[^/]+\.yaml$/).flatMap((text) => usedBy(text)),
  );
  for (const path of filesBelow(root, 'content/*/stock/*.yaml')) {
    const isChosen = chosen.has(basename(path).split('.')[0] ?? '');
    const from = join(root, path);
    const { items, ...rest } = parse(readFileSync(from, 'utf8')) as { items: readonly Item[] };
    const kept = items.filter((one) => used.has(one.id) || (isChosen && ideas.has(one.idea)));
    // As it is, where that can be: faults name its lines.
    const file =
      kept.length < items.length ? { text: stringify({ ...rest, items: kept }) } : { from };
    if (kept.length > 0) files.set(`content/${id}/stock/${basename(path)}`, file);
  }
}

interface Named {
  readonly id: string;
}

/** Of a table of the book: what it says, and the lessons that measure it. */
interface Row {
  readonly lessons?: readonly string[];
}

/** What stands beside the lessons: the book's own file, sources, glossary, ideas; of each what these lessons use. */
function addTables(root: string, edition: Edition, chosen: Chosen, files: Files): void {
  const { id, title, short = title, tagline, language, reports, before, parts, folder } = edition;
  const book = parse(readFileSync(join(root, 'content/book.yaml'), 'utf8')) as Named & {
    readonly covers: string;
    readonly waits: boolean;
    readonly tables: Readonly<Record<string, { readonly rows: readonly Row[] }>>;
  };
  const isOfBook = [...chosen.values()].some((path) => path.startsWith(join(root, 'content')));
  const texts = textsOf(files, /^content\/.*\.(?:mdx|yaml)$/).join('\n');
  const tables = Object.fromEntries(
    Object.entries(book.tables)
      .filter(([of]) => texts.includes(`<PartTable of="${of}"`))
      .map(([of, table]) => {
        const rows = table.rows.map(({ lessons = [], ...row }) => {
          return { ...row, lessons: lessons.filter((slug) => chosen.has(slug)) };
        });
        return [of, { ...table, rows }];
      }),
  );
  const written = {
    ...{ id, title, short, tagline, language },
    ...(reports !== undefined && { reports }),
    ...(isOfBook && { of: book.id, covers: book.covers, waits: book.waits }),
    chapters: [{ folder: id, before, parts }],
    tables,
  };
  files.set('content/book.yaml', { text: stringify(written) });
  const both = (name: string): readonly string[] =>
    [join(root, name), join(folder, basename(name))].flatMap((path) =>
      existsSync(path) ? [readFileSync(path, 'utf8')] : [],
    );
  const entries = both('content/references.bib').flatMap((text) => text.split(/^(?=@)/m));
  const keyOf = (entry: string): string => /^@\w+\{([^,]+)/.exec(entry)?.[1] ?? '';
  const cited = entries.filter((entry) => entry.startsWith('@') && texts.includes(keyOf(entry)));
  files.set('content/references.bib', { text: cited.join('') });
  // Its own term takes the place of the book's.
  const terms = new Map(
    both('content/glossary.yaml')
      .flatMap(listIn)
      .map((term) => [term.id, term]),
  );
  files.set('content/glossary.yaml', {
    text: stringify([...terms.values()].filter(({ id: term }) => texts.includes(`of="${term}"`))),
  });
  const ideas = filesBelow(root, 'content/*/ideas.yaml')
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .concat(
      filesBelow(folder, 'ideas.yaml').map((path) => readFileSync(join(folder, path), 'utf8')),
    )
    .flatMap(listIn)
    .flatMap((idea) => {
      const times = asked(files).filter((one) => one.idea === idea.id).length;
      // Nothing is brought back about which there is one question only.
      if (times < 2) return texts.includes(idea.id) ? [{ ...idea, review: false }] : [];
      return [idea];
    });
  files.set(`content/${id}/ideas.yaml`, { text: stringify(ideas) });
}

const TOKENS = 'src/styles/tokens.css';

/** Its accent and its sign. */
function addLook(root: string, { folder, colours }: Edition, files: Files, faults: string[]): void {
  const sign = join(folder, 'icon.svg');
  if (existsSync(sign)) files.set('public/icon.svg', { from: sign });
  if (!colours) return;
  const sheet = readFileSync(join(root, TOKENS), 'utf8');
  const [, light = '', dark = ''] = /--paper: light-dark\((#\w+), (#\w+)\)/.exec(sheet) ?? [];
  for (const [theme, paper] of Object.entries({ light, dark }) as ['light' | 'dark', string][]) {
    const ratio = contrast(colours[theme], paper);
    if (ratio < TEXT)
      faults.push(
        EDITION_FAULTS.contrast(
          join(folder, 'edition.yaml'),
          theme,
          colours[theme],
          ratio.toFixed(1),
        ),
      );
  }
  const accent = `--run: light-dark(${colours.light}, ${colours.dark});`;
  files.set(TOKENS, { text: sheet.replace(/--run: light-dark\([^)]*\);/, accent) });
}
