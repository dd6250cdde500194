// Which lessons the built book has. Tests, bench and audit ask here, so that none of them can forget one.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The lessons' names in the order of the contents, from the built book itself.
 * @param {string} dist the folder of the built book
 * @returns {readonly string[]} as in the addresses `/lessons/NAME/`
 */
export function lessonsIn(dist) {
  const front = readFileSync(join(dist, 'index.html'), 'utf8');
  const listed = [...front.matchAll(/data-(?:contents|practice)="[^"]*?([\w-]+)\/"/g)].map(
    ([, name]) => name,
  );
  const built = readdirSync(join(dist, 'lessons'));
  const odd = [...new Set([...listed, ...built])].filter(
    (name) => listed.filter((one) => one === name).length !== 1 || !built.includes(name),
  );
  if (listed.length === 0 || odd.length > 0) {
    throw new Error(`The contents and the lessons built differ: ${odd.join(', ') || 'no lesson'}.`);
  }
  return listed;
}
