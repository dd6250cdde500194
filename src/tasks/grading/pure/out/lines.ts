/** Which line of a list is whose: by what the course’s system knows first, by a name last, and never by a guess. */
import { normalised, type Student } from '../../../sets/pure/variants/student.ts';
import { grouped } from '../grouped.ts';
import type { StudentResult, Submitted } from '../grade/class.ts';
import { uploadIn } from '../grade/owner.ts';
import type { ClassList, Line, ListKind } from './class-list.ts';

const NOBODY: Student = { name: '', number: '' };

type Handed = Pick<StudentResult, 'student' | 'file'>;

/** By what a line is found, surest first. */
const RANKS = ['account', 'number', 'id', 'email', 'name'] as const;
type Rank = (typeof RANKS)[number];
type Keys = Readonly<Partial<Record<Rank, readonly string[]>>>;

/**
 * Why a student has no line: none fits, several do, another student’s fits better, or it was uploaded from an account that is
 * not that of the number in it.
 */
export type NoLine = 'nowhere' | 'several' | 'taken' | 'other-account';

export interface Placed {
  readonly line?: Line;
  readonly by?: Rank;
  readonly why?: NoLine;
}

/** The account from which a file came, as its name says. */
function accountOf(kind: ListKind, file: string): readonly string[] {
  const upload = uploadIn(file);
  return upload?.kind === kind ? [upload.account] : [];
}

/** A name in both orders, `Cho, Ada` and `Ada Cho`; large letters and the number of blanks do not count. */
function namesOf(name: string): readonly string[] {
  const plain = name.normalize('NFC').toLowerCase().trim().replace(/\s+/gu, ' ');
  const [, last, first] = /^([^,]+), ([^,]+)$/.exec(plain) ?? [];
  return last === undefined || first === undefined ? [plain] : [plain, `${first} ${last}`];
}

const keysOf = ({ number, ids = [], email = '', name }: Student & Partial<Line>): Keys => ({
  number: [normalised(number)],
  id: [number, ...ids].map(normalised),
  email: [(email === '' ? number : email).trim().toLowerCase()],
  name: namesOf(name),
});

type Index = Readonly<Record<Rank, ReadonlyMap<string, readonly Line[]>>>;

function indexOf(people: readonly Line[]): Index {
  const by = (rank: Rank): ReadonlyMap<string, readonly Line[]> => {
    const pairs = people.flatMap((line) => {
      const keys = { ...keysOf(line), id: line.ids.map(normalised), account: [line.account] };
      return [...new Set(rank === 'email' ? [line.email] : keys[rank])].map(
        (key) => [key, line] as const,
      );
    });
    const known = grouped(
      pairs.filter(([key]) => key !== ''),
      ([key]) => key,
    );
    return new Map([...known].map(([key, all]) => [key, all.map(([, line]) => line)]));
  };
  return Object.fromEntries(RANKS.map((rank) => [rank, by(rank)])) as Index;
}

/** The one line that the surest of these keys finds. */
function lineBy(index: Index, keys: Keys): Placed {
  for (const by of RANKS) {
    const lines = new Set((keys[by] ?? []).flatMap((key) => index[by].get(key) ?? []));
    const [line] = lines;
    if (lines.size > 1) return { why: 'several' };
    if (line) return { line, by };
  }
  return { why: 'nowhere' };
}

/**
 * Finds a student’s line in a list. Other lists of the same class may know what this one lacks: a number in one belongs to an
 * e-mail in the other.
 */
export function lineFinder(
  list: ClassList,
  others: readonly ClassList[] = [],
): (one: Handed) => Placed {
  const all = [list, ...others].map((one) => ({ kind: one.kind, index: indexOf(one.people) }));
  const [own] = all;
  if (!own) return () => ({ why: 'nowhere' });
  /** The line that these keys find here; or, by way of another list’s line, the one that is the same student’s. */
  const found = (keysFor: (kind: ListKind) => Keys): Placed => {
    const here = lineBy(own.index, keysFor(own.kind));
    if (here.why !== 'nowhere') return here;
    for (const { kind, index } of all.slice(1)) {
      const there = lineBy(index, keysFor(kind)).line;
      const again = there && lineBy(own.index, keysOf(there));
      if (again && again.why !== 'nowhere') return again;
    }
    return here;
  };
  return ({ student, file }) => {
    const { name, ...typed } = keysOf(student);
    const uploaded = found((kind) => ({ account: accountOf(kind, file) }));
    const bears = found(() => typed);
    if (uploaded.line && bears.line && uploaded.line !== bears.line)
      return { why: 'other-account' };
    if (uploaded.line) return { ...uploaded, by: 'account' };
    // Whoever’s number stands twice is not looked for by name.
    if (bears.why !== 'nowhere') return bears;
    return lineBy(own.index, { name: name ?? [] });
  };
}

/** The line of each student; of several who claim the same one, it is that of the surest, or of nobody. */
export function placed<T extends Handed>(
  list: ClassList,
  students: readonly T[],
  others: readonly ClassList[] = [],
): ReadonlyMap<T, Placed> {
  const find = lineFinder(list, others);
  const all = students.map((one) => ({ one, at: find(one) }));
  const byRow = grouped(all, ({ at }) => String(at.line?.row));
  const rank = ({ by = 'name' }: Placed): number => RANKS.indexOf(by);
  return new Map(
    all.map(({ one, at }) => {
      const rivals = byRow.get(String(at.line?.row)) ?? [];
      const isTaken =
        at.line && rivals.some((other) => other.one !== one && rank(other.at) <= rank(at));
      return [one, isTaken ? { why: 'taken' } : at];
    }),
  );
}

/** A student of the list with the files that came from them and count for nobody of that line. */
export type Unreadable = Student & { readonly files: readonly string[] };

/**
 * Who has handed in nothing, who only what counts for nobody of their line, and who is on no list; a list that a number joins to
 * others knows their lines too.
 */
export function compared(
  list: ClassList,
  { students }: { readonly students: readonly StudentResult[] },
  others: readonly ClassList[] = [],
  files: readonly Submitted[] = [],
): {
  readonly missing: readonly Student[];
  readonly unreadable: readonly Unreadable[];
  readonly strangers: readonly StudentResult[];
} {
  const find = lineFinder(list, others);
  const found = students.map((one) => [one, find(one).line] as const);
  const here = new Set(found.map(([, line]) => line));
  const uploads = files.map(({ file, owner = NOBODY }) => ({
    file,
    line: find({ student: owner, file }).line,
  }));
  const without = list.people
    .filter((line) => !here.has(line))
    .map((line): Unreadable => {
      const { name, number, email, account } = line;
      const own = uploads.filter((one) => one.line === line).map(({ file }) => file);
      return { name, number: number || email || account, files: own };
    });
  return {
    missing: without.flatMap(({ files: own, ...one }) => (own.length === 0 ? [one] : [])),
    unreadable: without.filter(({ files: own }) => own.length > 0),
    strangers: found.flatMap(([one, line]) => (line ? [] : [one])),
  };
}
