/** The cases of a program that are shown, in the student’s own variant: they stand there before the editor’s code has come. */
import type { CodeItem } from '../pure/format/assignment.ts';
import { inOwn } from '../pure/variants/in-own.ts';
import type { ItemFrame } from './item-frame.ts';

/** Writes them into the page. */
export function codeCases({
  element,
  item,
  seed,
  values,
}: ItemFrame<CodeItem>): readonly { readonly call: string; readonly gives: string }[] {
  const cases = item.shown.map(({ call, gives }) => ({
    call: inOwn(call, values, String),
    gives: typeof gives === 'string' ? gives : (gives[seed] ?? ''),
  }));
  for (const [i, place] of [...element.querySelectorAll('[data-part="gives"]')].entries())
    place.textContent = cases[i]?.gives ?? '';
  return cases;
}
