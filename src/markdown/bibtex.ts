/** Reads the plain BibTeX that `content/references.bib` is written in: `@kind{key, field = {value}, ...}`. */
import { readFileSync } from 'node:fs';
import { SOURCES } from '#words/src/words';

/** A source: what the list and the margin show of it. */
export interface BibEntry {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly year: string;
  readonly [field: string]: string;
}

/** What an entry may say; a misspelt field would vanish from the page, so it stops the build instead. */
const FIELDS = new Set(
  'author shortauthor title year month url journal booktitle publisher institution note number pages doi edition howpublished urldate volume eprint'.split(
    ' ',
  ),
);

/** The fields that are lists of names. */
const OF_NAMES = ['author', 'shortauthor'];
/** Between two names as they are read, and as the list of sources shows them. */
const BETWEEN = '; ';
/** An "and" stands between two names; in braces it is part of one. */
const AND = /\s+and\s+(?![^{}]*\})/;

/** Every entry by its key. Throws with the line of the first thing that cannot be read. */
export function parseBibtex(text: string): Map<string, BibEntry> {
  const entries = new Map<string, BibEntry>();
  const start = /@(\w+)\s*\{\s*([^,\s}]+)\s*,/g;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const [, kind = '', key = ''] = found;
    const line = text.slice(0, found.index).split('\n').length;
    if (/^(comment|string|preamble)$/i.test(kind)) continue;
    if (entries.has(key)) throw new Error(`line ${line}: the key "${key}" stands there twice`);
    const { fields, end } = readFields(text, start.lastIndex, `line ${line}, entry "${key}"`);
    for (const name of ['title', 'year']) {
      if (!fields[name]) throw new Error(`line ${line}: the entry "${key}" has no ${name}`);
    }
    entries.set(key, { ...fields, key, kind: kind.toLowerCase() } as BibEntry);
    start.lastIndex = end;
  }
  return entries;
}

function readFields(
  text: string,
  from: number,
  where: string,
): { fields: Record<string, string>; end: number } {
  const fields: Record<string, string> = {};
  let at = from;
  for (;;) {
    at += /^[\s,]*/.exec(text.slice(at))?.[0].length ?? 0;
    if (text[at] === '}') return { fields, end: at + 1 };
    const name = /^([\w-]+)\s*=\s*/.exec(text.slice(at));
    if (!name) throw new Error(`${where}: expected "field = {value}"`);
    const field = (name[1] ?? '').toLowerCase();
    if (!FIELDS.has(field)) throw new Error(`${where}: unknown field "${field}"`);
    const { value, end } = readValue(text, at + name[0].length, where);
    const parts = OF_NAMES.includes(field) ? value.split(AND) : [value];
    fields[field] = parts.map(plain).join(BETWEEN);
    at = end;
  }
}

function readValue(text: string, from: number, where: string): { value: string; end: number } {
  if (text[from] === '"') {
    const end = text.indexOf('"', from + 1);
    if (end < 0) throw new Error(`${where}: a quotation mark is not closed`);
    return { value: text.slice(from + 1, end), end: end + 1 };
  }
  if (text[from] !== '{') {
    const bare = /^\w+/.exec(text.slice(from))?.[0];
    if (!bare) throw new Error(`${where}: a value is missing`);
    return { value: bare, end: from + bare.length };
  }
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return { value: text.slice(from + 1, at), end: at + 1 };
  }
  throw new Error(`${where}: a brace is not closed`);
}

function plain(value: string): string {
  return value
    .replace(/\\([&%$#_])/g, '$1')
    .replace(/[{}]/g, '')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The family names of the first three authors; of an institution its name. */
export const authorsOf = (entry: BibEntry | undefined): readonly string[] =>
  (entry?.['author'] ?? entry?.['institution'] ?? '')
    .split(BETWEEN)
    .map((name) => (name.split(',')[0] ?? name).trim())
    .filter((name) => name !== '' && name !== 'others')
    .slice(0, 3);

/** The authors' family names as a sentence cites them: `Bartlett et al.`, `Akamai`. */
export function familyNames(entry: BibEntry | undefined): string {
  if (!entry) return '';
  const names = (
    entry['shortauthor'] ??
    entry['author'] ??
    entry['institution'] ??
    entry['publisher'] ??
    entry.title
  )
    .split(BETWEEN)
    // "Family, Given" as BibTeX has it; an institution has no comma and stays whole.
    .map((name) => (name.split(',')[0] ?? name).trim());
  if (names.length > 2 || names[1] === 'others') return SOURCES.many(names[0] ?? '');
  return SOURCES.two(names);
}

/** The list of references; a fault in it names the file. */
export function readBibtex(url: URL): Map<string, BibEntry> {
  try {
    return parseBibtex(readFileSync(url, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`content/references.bib: ${reason}`, { cause: error });
  }
}
