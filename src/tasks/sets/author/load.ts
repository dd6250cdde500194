/** The book’s assignments, each proved, from `content/<chapter>/assignments/`. What was proved before is remembered on the disk. */
import { createHash } from 'node:crypto';
import {
  globSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Widgets } from '../../practice/contract.ts';
import { loadBook } from '../../practice/author/load.ts';
import { EDITION } from '../../storage/storage-keys.ts';
import {
  askedOf,
  makeAssignment,
  type Asked,
  type Edition,
  type Made,
  type Remember,
} from './make.ts';
import { codeHash, codeOf } from '../../../../widgets/run/kept/code-hash.ts';
import { proverOf } from './prover.ts';
import { part, readStock, withUsed, type Stock, type Stocked } from './stock.ts';
import type { Proof } from './prove/proof.ts';
import { readAssignment, type ReadAssignment } from './read.ts';
import { kindOf } from '../kinds.ts';
import type { AssignmentSource } from './schema.ts';

/** An assignment as written, with what it asks. */
export interface SetAssignment extends ReadAssignment, Asked {}

/** The same, with what was proved of it. */
export interface ProvenAssignment extends SetAssignment, Made {}

/** What is wrong with assignments: a sentence for each fault, with file and line. */
export class AssignmentFaults extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The book's assignments have faults:\n- ${faults.join('\n- ')}`);
    this.faults = faults;
  }
}

const nameOf = (file: string): string => basename(file, '.yaml');
const filesOf = (root: string): readonly string[] =>
  globSync('content/*/assignments/*.yaml', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();

/** What assignments are called, in the order of their files; none of them is read. */
export const assignmentNames = (root: string = process.cwd()): readonly string[] =>
  filesOf(root).map(nameOf);

/**
 * All assignments as written, in the order of their files, or one, whose file alone is read, and the stock where it uses that.
 * Throws AssignmentFaults.
 */
export function readAssignments(
  root: string = process.cwd(),
  only?: string,
): readonly ReadAssignment[] {
  const faults: string[] = [];
  const read = filesOf(root)
    .filter((file) => only === undefined || nameOf(file) === only)
    .flatMap((file) => readAssignment(file, readFileSync(join(root, file), 'utf8'), faults) ?? []);
  const isUsed = read.some(({ source }) => source.use.length > 0);
  const stock = isUsed ? stockOf(root, faults) : undefined;
  const whole = read.map((one) => (stock ? withUsed(one, stock, faults) : one));
  stop(faults);
  return whole;
}

/** The stock as written. Throws AssignmentFaults. */
export function readStockOf(root: string = process.cwd()): Stock {
  const faults: string[] = [];
  const stock = stockOf(root, faults);
  stop(faults);
  return stock;
}

const stockOf = (root: string, faults: string[]): Stock => readStock(loadBook(root), root, faults);

/** What hand-ins to this book are called by. */
function editionOf(root: string): Edition {
  const { id, of = id } = parse(readFileSync(join(root, 'content/book.yaml'), 'utf8')) as {
    readonly id: string;
    readonly of?: string;
  };
  return { book: of, edition: EDITION };
}

/** The same with what each asks, and nothing run: all that a student's page needs. */
export async function setAssignments(
  widgets: Widgets,
  root: string = process.cwd(),
): Promise<readonly SetAssignment[]> {
  const faults: string[] = [];
  const all: SetAssignment[] = [];
  const read = readAssignments(root);
  faults.push(...sharedIds(read, readStockOf(root), root));
  for (const one of read) {
    const { assignment } = await askedOf(one, widgets, editionOf(root), faults);
    all.push({ ...one, assignment });
  }
  stop(faults);
  return all;
}

interface Wanted {
  readonly root?: string;
  /** Nothing that was proved before is believed. */
  readonly anew?: boolean;
  /** So many items of each, its first. */
  readonly items?: number;
}

/** The same with proofs and keys; of one, where it is named: what others lack does not stop it. */
export async function provenAssignments(
  only?: string,
  { root = process.cwd(), anew = false, items = Infinity }: Wanted = {},
): Promise<readonly ProvenAssignment[]> {
  return proven(
    readAssignments(root, only).map((one) => ({
      ...one,
      source: { ...one.source, items: one.source.items.slice(0, items) },
    })),
    root,
    anew,
  );
}

/** A stock with what it asks. */
export interface SetStock extends Stock, Asked {}

/** The same with what was proved of it. */
export interface ProvenStock extends SetStock, Made {}

/** The stock, and nothing run. */
export async function setStock(widgets: Widgets, root: string = process.cwd()): Promise<SetStock> {
  const faults: string[] = [];
  const stock = readStockOf(root);
  const { assignment } = await askedOf(stock, widgets, editionOf(root), faults);
  stop(faults);
  return { ...stock, assignment };
}

/** The stock with proofs and keys; of those items that are wanted. */
export async function provenStock(
  isWanted: (one: Stocked) => boolean = () => true,
  root: string = process.cwd(),
): Promise<ProvenStock> {
  const [made] = await proven([part(readStockOf(root), isWanted)], root);
  return made as ProvenStock;
}

async function proven<T extends ReadAssignment>(
  asked: readonly T[],
  root: string,
  anew = false,
): Promise<readonly (T & Asked & Made)[]> {
  if (asked.length === 0) return [];
  const faults: string[] = [];
  const prover = await proverOf(root);
  const remember = anew ? undefined : memoryOf(root, prover.widgets);
  const all: (T & Asked & Made)[] = [];
  try {
    for (const one of asked)
      all.push({
        ...one,
        ...(await makeAssignment(one, prover, editionOf(root), faults, remember)),
      });
  } finally {
    await prover.close();
  }
  stop(faults);
  return all;
}

function stop(faults: readonly string[]): void {
  if (faults.length > 0) throw new AssignmentFaults(faults);
}

/** Ids that stand elsewhere in the book: addresses, answers and hand-ins refer to them. */
function sharedIds(read: readonly ReadAssignment[], stock: Stock, root: string): string[] {
  const { lessons, questions } = loadBook(root);
  const known = new Set([
    ...questions.map(({ question }) => question.id),
    ...lessons.flatMap(({ instances }) => instances.map(({ id }) => id)),
  ]);
  // What several use stands in the stock once.
  const isNeeded = ({ use, items }: AssignmentSource, id: string): boolean =>
    items.some((item) => use.includes(item.id) && kindOf(item).experiment?.(item).id === id);
  const own = read.map(({ source, file }) => ({
    file,
    source: {
      items: source.items.filter(({ id }) => !source.use.includes(id)),
      experiments: source.experiments.filter(({ id }) => !isNeeded(source, id)),
    },
  }));
  return [stock, ...own].flatMap(({ source, file }) =>
    [...source.items, ...source.experiments].flatMap(({ id }) => {
      if (known.has(id))
        return [`${file}: "${id}" is an id of the book already; ids are unique in it`];
      known.add(id);
      return [];
    }),
  );
}

const COPIED = 'src/tasks/sets/author/prove/copied.ts';

/** Proofs on the disk, in `.cache/assignments/`, by item, by the code that proves and by the code that runs. */
function memoryOf(root: string, widgets: Widgets): Remember {
  /** A hash over what proves a kind, and all that it imports. */
  const proverHash = (kind: string): string => {
    const hash = createHash('sha256');
    const code = codeOf(root, [], [`src/tasks/kinds/${kind}/prove.ts`, COPIED]);
    for (const [file, text] of [...code].toSorted()) hash.update(file).update(text);
    return hash.digest('hex');
  };
  const folder = join(root, '.cache', 'assignments');
  const provers = new Map<string, string>();
  return async (parts, tag, prove) => {
    const kind = (parts[1] as { readonly kind: string }).kind;
    const prover = provers.get(kind) ?? proverHash(kind);
    provers.set(kind, prover);
    const widget = tag === undefined ? undefined : widgets[tag];
    const ran = widget ? codeHash(root, widget.tag, widget.models) : '';
    const name = createHash('sha256')
      .update(JSON.stringify([prover, ran, parts]))
      .digest('hex')
      .slice(0, 24);
    const file = join(folder, `${parts[0]}-${name}.json`);
    const kept = (): Proof | undefined => {
      try {
        return JSON.parse(readFileSync(file, 'utf8')) as Proof;
      } catch {
        return undefined;
      }
    };
    mkdirSync(folder, { recursive: true });
    return await alone(`${file}.lock`, kept, async () => {
      const proof = await prove();
      if (proof.faults.length > 0) return proof;
      // Whole or not at all: another process may look for it at this moment.
      const half = `${file}.${process.pid}`;
      writeFileSync(half, JSON.stringify(proof));
      renameSync(half, file);
      const old = new RegExp(`^${parts[0]}-[0-9a-f]{24}\\.json$`);
      for (const one of readdirSync(folder)) {
        if (old.test(one) && join(folder, one) !== file) rmSync(join(folder, one), { force: true });
      }
      return proof;
    });
  };
}

/** A lock that is older was left by a process that has ended, in milliseconds. */
const FORGOTTEN = 300_000;

/** What another process has made, or is making; else what this one makes: of several that need it at once one works. */
async function alone<T>(
  lock: string,
  kept: () => T | undefined,
  make: () => Promise<T>,
): Promise<T> {
  for (;;) {
    const known = kept();
    if (known !== undefined) return known;
    try {
      mkdirSync(lock);
      break;
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
      if (Date.now() - since > FORGOTTEN) rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    return await make();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}
