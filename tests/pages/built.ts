/** What stands in a lesson before a browser opens it, so that none has to be opened only to be asked. */
import { readFileSync } from 'node:fs';
import { attribute, elements, parsePage, type Element } from '../../scripts/book/html.ts';

/** Whether an element has a class. */
export const isOfClass =
  (name: string) =>
  (one: Element): boolean =>
    (attribute(one, 'class') ?? '').split(' ').includes(name);

const pageOf = (lesson: string): Element[] => [
  ...elements(parsePage(readFileSync(`dist/lessons/${lesson}/index.html`, 'utf8'))),
];

/** The experiments of a lesson, in their order. */
export const experimentsOf = (lesson: string): Element[] =>
  pageOf(lesson).filter(isOfClass('experiment'));

/** The permanent ids of a lesson's questions, in their order. */
export const questionsOf = (lesson: string): string[] =>
  pageOf(lesson).flatMap((one) => attribute(one, 'data-question') ?? []);
