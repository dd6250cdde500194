/** A composed set as the beginning of an assignment of the book’s source, for those who would rather write. */
import { FILE } from '#words/src/tasks/sets/pure/composed/words';
import type { Offer } from './offer.ts';
import type { ComposedSet } from './link.ts';

/** The YAML: texts as JSON, which is YAML. */
export function yamlOf(
  { title, note, due, number }: ComposedSet,
  chosen: readonly { readonly offer: Offer }[],
): string {
  const said = JSON.stringify;
  return [
    `# ${FILE.head}`,
    `id: set-${number.toString(36)}`,
    'version: 1',
    `title: ${said(title)}`,
    `summary: ${said(title)}`,
    `instructions: ${said(note === '' ? title : note)}`,
    ...(due === undefined ? [] : [`due: ${due}`]),
    `salt: ${said(`course ${number.toString(36)}`)}`,
    `solutions: ${said(FILE.solutions)}`,
    'use:',
    ...chosen.map(({ offer }) => `  - ${offer.id} # ${offer.points} points`),
    '',
  ].join('\n');
}
