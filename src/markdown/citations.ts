/**
 * `[@key]` in a lesson becomes a link "(Akamai 2017)"; the sources stand in the margin where they are first cited and in
 * a list at the lesson's end. `[@one; see also @two]` cites both; `[@key, p. 3]` says where.
 */
import { familyNames, readBibtex, type BibEntry } from './bibtex.ts';
import { cite, element, text, walk, type Branch, type Cited, type Source } from './tree.ts';
import { LANGUAGE } from '#words/widgets/kit/words/language';
import { SOURCES } from '#words/src/words';

const BIBLIOGRAPHY = new URL('../../content/references.bib', import.meta.url);
const CITATION = /\[([^\][]*@\w[^\][]*)\]/g;

interface Mention {
  readonly entry: BibEntry;
  readonly prefix: string | undefined;
  readonly locator: string | undefined;
}

function readCitation(inside: string, entries: Map<string, BibEntry>, file: Source): Mention[] {
  return inside.split(';').map((part) => {
    const [, prefix, key, locator] =
      /^\s*([^@]*?)\s*@([\w:.-]*\w)(?:,\s*(.+?))?\s*$/.exec(part) ?? [];
    const entry = key === undefined ? undefined : entries.get(key);
    if (!entry) {
      const lesson = file.path ?? 'a lesson';
      throw new Error(
        `${lesson}: the citation [${inside}] names "${key ?? part.trim()}", which content/references.bib does not have`,
      );
    }
    return { entry, prefix, locator };
  });
}

/** A remark plug-in: text with citations in it becomes text and links. */
export function citations({ bibliography = BIBLIOGRAPHY }: { bibliography?: URL } = {}) {
  return (tree: Branch, file: Source): void => {
    const entries = readBibtex(bibliography);
    const cited = new Map<string, BibEntry>();
    walk(tree, (node, parent, index) => {
      const { type, value = '' } = node;
      if (type !== 'text' || !parent?.children || !/\[[^\]]*@/.test(value)) return undefined;
      const pieces: Branch[] = [];
      let from = 0;
      for (const found of value.matchAll(CITATION)) {
        const sources = readCitation(found[1] ?? '', entries, file);
        pieces.push({ type: 'text', value: value.slice(from, found.index) });
        pieces.push(cite(sources.map((source) => shortForm(source, cited))));
        from = found.index + found[0].length;
      }
      pieces.push({ type: 'text', value: value.slice(from) });
      parent.children.splice(index, 1, ...pieces);
      return index + pieces.length;
    });
    file.data['cited'] = cited;
  };
}

function shortForm({ entry, prefix, locator }: Mention, cited: Map<string, BibEntry>): Cited {
  const first = !cited.has(entry.key);
  cited.set(entry.key, entry);
  const words = `${familyNames(entry)} ${entry.year}${locator ? `, ${locator}` : ''}`;
  return { key: entry.key, prefix, words, margin: first ? inMargin(entry) : undefined };
}

/** The source in one breath, for the margin: names, title, year. */
function inMargin(entry: BibEntry): string {
  const comma = endsItself(entry.title) ? '' : ',';
  return `${familyNames(entry)}, ${entry.title}${comma} ${stopped(entry.year)}`;
}

/** True of words that end with a sign of their own. */
const endsItself = (words: string): boolean => /[.?!]$/.test(words);
/** With a full stop, unless there is one already: `n.d.`, a question as a title. */
const stopped = (words: string): string => (endsItself(words) ? words : `${words}.`);

/** A rehype plug-in: the list of all that was cited, at the lesson's end. */
export function references() {
  return (tree: Branch, file: Source): void => {
    const cited = [...((file.data['cited'] as Map<string, BibEntry> | undefined)?.values() ?? [])];
    if (cited.length === 0) return;
    const sorted = cited.sort((a, b) =>
      `${familyNames(a)} ${a.year}`.localeCompare(`${familyNames(b)} ${b.year}`, LANGUAGE.tag),
    );
    const list = element('ul', { className: ['references'] }, sorted.map(inList));
    tree.children?.push(
      element('section', { className: ['sources'] }, [
        element('h2', { id: 'references' }, [text(SOURCES.title)]),
        list,
      ]),
    );
  };
}

function inList(entry: BibEntry): Branch {
  const title = entry['url']
    ? element('a', { href: entry['url'], rel: ['noreferrer'] }, [text(entry.title)])
    : element('cite', {}, [text(entry.title)]);
  const named = entry['author'] ?? entry['institution'] ?? '';
  const where = [
    entry['journal'] ?? entry['booktitle'],
    entry['volume'],
    entry['institution'],
    entry['publisher'],
  ]
    .filter((part) => part !== undefined && part !== named)
    .join(', ');
  const tail = [where, entry['note'] ?? ''].filter(Boolean).map(stopped);
  const author = named.replace(/; others$/, SOURCES.others);
  return element('li', { id: `ref-${entry.key}` }, [
    text(`${author ? `${stopped(author)} ` : ''}${stopped(entry.year)} `),
    title,
    text([endsItself(entry.title) ? '' : '.', ...tail].join(' ')),
  ]);
}
