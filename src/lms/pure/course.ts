/** A course as its teacher writes it down: weeks with lessons and sets, one a line. */
import { COURSE } from '#words/src/lms/pure/words';
import { isSet, setIn } from '../../tasks/sets/pure/composed/link.ts';
import type { Shown } from './scorm.ts';

/** What a course can be made of. */
export interface BookFacts {
  readonly title: string;
  readonly about: string;
  readonly language: string;
  /** In the order of reading. */
  readonly lessons: readonly BookLesson[];
  readonly sets: readonly BookSet[];
}
export interface BookLesson {
  readonly slug: string;
  readonly title: string;
  readonly minutes: number;
  readonly isCore: boolean;
}
export interface BookSet {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  /** ISO 8601 with its zone. */
  readonly due?: string | undefined;
}

/** A line of the course. */
export interface Entry {
  readonly kind: 'lesson' | 'set';
  readonly title: string;
  /** What a package of it shows. */
  readonly shows: Shown;
  /** In full, as platforms take it. */
  readonly address: string;
  readonly points?: number;
  readonly due?: string | undefined;
}
export interface Week {
  readonly title: string;
  readonly entries: readonly Entry[];
}
export interface Course {
  readonly title: string;
  readonly weeks: readonly Week[];
}

/** What a line has that is nothing of the book. */
export interface Fault {
  /** From 1. */
  readonly line: number;
  readonly says: string;
}

/** All that an address may hold; whatever else is in one arrives in Moodle as `invalidurldetected`. */
const OTHER = /[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/gu;
const clean = (text: string): string =>
  text
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(OTHER, (sign) => encodeURIComponent(sign));

/** An address with everything encoded that Moodle refuses; nothing where it is no address of the web. */
export function encoded(address: string): string | undefined {
  const [, host, path = '', fragment] =
    /^(https?:\/\/[\w.-]+(?::\d+)?)([/?][^#]*)?(?:#(.*))?$/su.exec(address.trim()) ?? [];
  if (host === undefined) return undefined;
  return `${host}${clean(path || '/')}${fragment === undefined ? '' : `#${clean(fragment)}`}`;
}

/** The course in a text, with the book at this address; what cannot be read is left out and told. */
export function readCourse(
  text: string,
  title: string,
  book: BookFacts,
  site: string,
): { readonly course: Course; readonly faults: readonly Fault[] } {
  const weeks: { title: string; entries: Entry[] }[] = [];
  const faults: Fault[] = [];
  const root = site.replace(/[?#].*$/s, '').replace(/\/?$/, '/');
  if (encoded(root) === undefined) faults.push({ line: 0, says: COURSE.noSite });
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '') continue;
    if (/^#(?!\S*~)/.test(line)) {
      weeks.push({
        title: line.replace(/^#+\s*/, '') || COURSE.week(weeks.length + 1),
        entries: [],
      });
      continue;
    }
    const entry = entryIn(line, book, root);
    if (typeof entry === 'string') faults.push({ line: i + 1, says: entry });
    else {
      if (weeks.length === 0) weeks.push({ title: COURSE.week(1), entries: [] });
      weeks.at(-1)?.entries.push(entry);
    }
  }
  if (weeks.every(({ entries }) => entries.length === 0))
    faults.push({ line: 0, says: COURSE.nothing });
  return { course: { title: title.trim() || book.title, weeks }, faults };
}

/** What a line names: the link of a set, or a lesson or an assignment by its title, its address or the name in that. */
function entryIn(line: string, book: BookFacts, root: string): Entry | string {
  if (line.includes('~')) {
    const set = setIn(line);
    if (!isSet(set)) return COURSE.noSet;
    const address = encoded(
      /^https?:/.test(line) ? line : `${root}set/#${line.replace(/^.*#/s, '')}`,
    );
    if (address === undefined) return COURSE.noSet;
    const points = set.items.reduce((sum, one) => sum + one.points, 0);
    return { kind: 'set', title: set.title, shows: { set }, address, points, due: set.due };
  }
  const name = line.toLowerCase();
  const slug = name
    .replace(/[?#].*$/s, '')
    .split('/')
    .findLast((part) => part !== '');
  const lesson = book.lessons.find((one) => one.slug === slug || one.title.toLowerCase() === name);
  if (lesson) {
    const { title, slug: page } = lesson;
    const address = clean(`${root}lessons/${page}/`);
    return { kind: 'lesson', title, shows: { page }, address };
  }
  const set = book.sets.find((one) => one.id === slug || one.title.toLowerCase() === name);
  if (!set) return COURSE.unknown(line);
  const { id: page, title, points, due } = set;
  const address = clean(`${root}assignments/${page}/`);
  return { kind: 'set', title, shows: { page }, address, points, due };
}

/** The core of the book over so many weeks, about as many minutes in each, as a text to go on from. */
export function planned({ lessons }: BookFacts, weeks: number): string {
  const core = lessons.filter(({ isCore }) => isCore);
  const all = core.reduce((sum, { minutes }) => sum + minutes, 0);
  const texts = Array.from({ length: weeks }, (_, i) => [`# ${COURSE.week(i + 1)}`]);
  let before = 0;
  for (const { title, minutes } of core) {
    const week = Math.min(weeks - 1, Math.floor(((before + minutes / 2) / all) * weeks));
    texts[week]?.push(title);
    before += minutes;
  }
  return `${texts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
