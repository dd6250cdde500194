/** What stands in a lesson before a browser opens it, so that none has to be opened only to be asked. */
import { readFileSync } from 'node:fs';
import { attribute, elements, parsePage, type Element } from '../../scripts/book/html.ts';

/** Whether an element has a class. */
export const isOfClass =
  (name: string) =>
  (one: Element): boolean =>
    (attribute(one, 'class') ?? '').split(' ').includes(name);

/** The experiments of a lesson, in their order. */
export function experimentsOf(lesson: string): Element[] {
  const page = parsePage(readFileSync(`dist/lessons/${lesson}/index.html`, 'utf8'));
  return [...elements(page)].filter(isOfClass('experiment'));
}
