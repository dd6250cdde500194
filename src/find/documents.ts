/** What of the book can be found, gathered while it is built. */
import { render } from 'astro:content';
import { BOOK } from '../book/book.ts';
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
import { WIDGETS } from '../book/widgets.ts';
import { unbroken } from '../../widgets/kit/draw/format.ts';
import { loadBook } from '../tasks/practice/author/load.ts';
import type { FindFile, Found } from './pure/found.ts';
import { plainText, sectionsOf } from './pure/sections.ts';
import { below, SITE_PLACES } from './site-places.ts';
import { FIND } from '#words/src/find/words';

/** A prompt is called by so many letters of its beginning. */
const CALLED = 90;

/** The whole file. */
export async function findFile(): Promise<FindFile> {
  const parts = await allParts();
  const before = await lessonsBefore();
  const numbers = await lessonNumbers();
  const places = await Promise.all(
    (await allLessons()).map((lesson) => placesIn(lesson, FIND.lesson(numbers.get(lesson.id)))),
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
    found: [...places.flat(), ...terms(), ...SITE_PLACES],
  };
}

/** A lesson: itself, its sections, its experiments and its questions. */
async function placesIn(lesson: Lesson, where: string): Promise<readonly Found[]> {
  const { title, question } = lesson.data;
  const path = lessonPath(lesson);
  const { headings } = await render(lesson);
  const titles = headings.filter(({ depth }) => depth === 2);
  const texts = sectionsOf(lesson.body ?? '').filter(({ text }) => text !== '');
  const sections = texts.map(({ heading, text }): Found => {
    if (heading < 0)
      return { kind: 'lesson', title, where, href: below(path), text: `${question} ${text}` };
    const at = titles[heading];
    if (!at) throw new Error(`${lesson.id}: the search found more headings than the page has`);
    return {
      kind: 'section',
      title: at.text,
      where: unbroken(title),
      href: below(path, at.slug),
      text,
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
      const text = plainText(prompt);
      const called =
        text.length > CALLED ? `${text.slice(0, text.lastIndexOf(' ', CALLED))} …` : text;
      const href = below(path, `question-${id}`);
      return { kind: 'question', title: called, where: unbroken(title), href, text };
    });
  return [...sections, ...experiments, ...questions];
}

function terms(): readonly Found[] {
  return [...GLOSSARY.values()]
    .toSorted((a, b) => a.term.localeCompare(b.term, BOOK.language))
    .map(({ id, term, definition }) => ({
      kind: 'term',
      title: term,
      where: '',
      href: below('/glossary/', `word-${id}`),
      text: definition,
    }));
}
