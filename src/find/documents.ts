/** What of the book can be found, gathered while it is built. */
import { render } from 'astro:content';
import { BOOK } from '../book/book.ts';
import { DATA_CARDS } from '../book/data-cards.ts';
import { GLOSSARY } from '../book/glossary.ts';
import {
  allLessons,
  allParts,
  lessonNumbers,
  lessonPath,
  lessonsBefore,
  partPath,
  type Lesson,
} from '../book/lessons.ts';
import { SITE_PAGES } from '../book/site-pages.ts';
import { usesOfTerms } from '../book/terms-in.ts';
import { WIDGETS } from '../book/widgets.ts';
import { authorsOf, parseBibtex } from '../markdown/bibtex.ts';
import sources from '../../content/references.bib?raw';
import { unbroken } from '../../widgets/kit/draw/format.ts';
import { loadBook } from '../tasks/practice/author/load.ts';
import type { FindFile, Found } from './pure/found.ts';
import { plainText, sectionsOf } from './pure/sections.ts';
import { shortened } from './pure/shortened.ts';
import { below, SITE_PLACES } from './site-places.ts';
import { FIND } from '#words/src/find/words';

/** A prompt is called by so many letters of its beginning. */
const CALLED = 90;

const SOURCES = parseBibtex(sources);

/** The whole file. */
export async function findFile(): Promise<FindFile> {
  const parts = await allParts();
  const before = await lessonsBefore();
  const numbers = await lessonNumbers();
  const brought = await namesBrought();
  const places = await Promise.all(
    (await allLessons()).map((lesson) =>
      placesIn(lesson, FIND.lesson(numbers.get(lesson.id)), brought.get(lesson.id) ?? []),
    ),
  );
  return {
    parts: parts.map((part) => ({
      title: part.title,
      href: below(partPath(part)),
      lessons: part.lessons.map((lesson, i) => ({
        title: lesson.data.title,
        href: below(lessonPath(lesson)),
        path: lessonPath(lesson),
        number: part.from + i,
        core: lesson.data.core,
      })),
    })),
    pages: SITE_PAGES.map(({ title, path }) => ({ title, href: below(path) })),
    before: before.map((lesson) => ({
      title: lesson.data.title,
      href: below(lessonPath(lesson)),
      path: lessonPath(lesson),
    })),
    found: shortened([...places.flat(), ...terms(), ...dataSets(), ...SITE_PLACES]),
  };
}

/** By the ids of lessons, what the words are called that each is the first to define. */
async function namesBrought(): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = new Map<string, string[]>();
  for (const [id, [first]] of await usesOfTerms()) {
    const entry = GLOSSARY.get(id);
    if (!first || !entry) continue;
    const { term, also } = entry;
    names.set(first.lesson.id, [...(names.get(first.lesson.id) ?? []), term, ...also]);
  }
  return names;
}

const alsoBy = (names: readonly string[]): Pick<Found, 'also'> =>
  names.length > 0 ? { also: names.join(', ') } : {};

/** A lesson: itself, its sections, its experiments and its questions. */
async function placesIn(
  lesson: Lesson,
  where: string,
  brought: readonly string[],
): Promise<readonly Found[]> {
  const { title, question } = lesson.data;
  const path = lessonPath(lesson);
  const { headings } = await render(lesson);
  const titles = headings.filter(({ depth }) => depth === 2);
  const texts = sectionsOf(lesson.body ?? '').filter(({ text }) => text !== '');
  const sections = texts.map(({ heading, text, cited }): Found => {
    const people = cited.flatMap((key) => authorsOf(SOURCES.get(key)));
    if (heading < 0)
      return {
        kind: 'lesson',
        title,
        where,
        href: below(path),
        text: `${question} ${text}`,
        ...alsoBy([...brought, ...people]),
      };
    const at = titles[heading];
    if (!at) throw new Error(`${lesson.id}: the search found more headings than the page has`);
    return {
      kind: 'section',
      title: at.text,
      where: unbroken(title),
      href: below(path, at.slug),
      text,
      ...alsoBy(people),
    };
  });
  const book = loadBook();
  const instances = book.lessons.find(({ id }) => id === lesson.id)?.instances ?? [];
  const experiments = instances.map((one): Found => {
    const called = one.title ?? WIDGETS[one.tag]?.title ?? one.tag;
    const text = one.question ?? '';
    return {
      kind: 'experiment',
      title: called,
      where: unbroken(title),
      href: below(path, one.id),
      text,
    };
  });
  const questions = book.questions
    .filter((one) => one.lesson === lesson.id)
    .map(({ question: { id, prompt } }): Found => {
      const whole = plainText(prompt);
      const end = whole.length > CALLED ? whole.lastIndexOf(' ', CALLED) : whole.length;
      const [called, rest] = [whole.slice(0, end), whole.slice(end)];
      return {
        kind: 'question',
        title: rest === '' ? called : `${called} …`,
        where: unbroken(title),
        href: below(path, `question-${id}`),
        text: rest.replace(' ', '… '),
      };
    });
  return [...sections, ...experiments, ...questions];
}

function terms(): readonly Found[] {
  return [...GLOSSARY.values()]
    .toSorted((a, b) => a.term.localeCompare(b.term, BOOK.language))
    .map(({ id, term, definition, also }) => ({
      kind: 'term',
      title: term,
      where: '',
      href: below('/glossary/', `word-${id}`),
      text: definition,
      ...alsoBy(also),
    }));
}

function dataSets(): readonly Found[] {
  return [...DATA_CARDS.values()].map(({ id, title, collectedBy, columns }) => ({
    kind: 'data',
    title,
    where: '',
    href: below('/data-sets/', `data-${id}`),
    text: `${collectedBy}. ${columns}`,
  }));
}
