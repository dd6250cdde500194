/** Reads the file of an assignment: by its schema, each fault with file and line. Build and Node only. */
import { basename } from 'node:path';
import type { z } from 'astro/zod';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { faultWords } from '../../practice/author/experiment-faults.ts';
import { kindOf } from '../kinds.ts';
import { strayNames, type LineOf } from './names.ts';
import { assignmentSchema, type AssignmentSource } from './schema.ts';

/** An assignment with where it stands. */
export interface ReadAssignment {
  readonly source: AssignmentSource;
  readonly file: string;
  /** The items whose answers the book tells: each in one variant. */
  readonly open?: ReadonlySet<string> | undefined;
  /** How a fault names an item: file, line and id. */
  readonly whereIs: (item: number) => string;
}

/** A file by its schema, and on which line of it something stands. */
interface ReadYaml<T> {
  readonly value: T;
  readonly lineOf: LineOf;
}

/** What stands in a file; what is wrong is added to `faults`, one sentence each with its line. */
export function readYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  faults: string[],
): ReadYaml<T> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) {
    faults.push(`${file}: ${broken.message}`);
    return undefined;
  }
  const lineOf: LineOf = (path, says = '') => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (!isNode(node) || !node.range) continue;
      const [from] = node.range;
      return lines.linePos(Math.max(from, text.indexOf(says, from))).line;
    }
    return 1;
  };
  const read = schema.safeParse(document.toJS(), { error: faultWords });
  if (read.success) return { value: read.data, lineOf };
  for (const issue of read.error.issues) {
    const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    const at = issue.path.map(String).join('.');
    const line = lineOf([...issue.path, ...extra]);
    faults.push(`${file}:${line}: ${at === '' ? '' : `${at}: `}${issue.message}`);
  }
  return undefined;
}

/** The assignment in a file; what is wrong is added to `faults`, one sentence each. */
export function readAssignment(
  file: string,
  text: string,
  faults: string[],
): ReadAssignment | undefined {
  const read = readYaml(file, text, assignmentSchema, faults);
  if (!read) return undefined;
  const { value: source, lineOf } = read;
  faults.push(
    ...meaningFaults(source, basename(file, '.yaml')).map((fault) => `${file}: ${fault}`),
    ...strayNames(file, source.items, lineOf),
  );
  const whereIs = (item: number): string =>
    `${file}:${lineOf(['items', item])}, item "${source.items[item]?.id ?? ''}"`;
  return { source, file, whereIs };
}

/** What no schema sees. */
function meaningFaults(
  { id, items, experiments }: AssignmentSource,
  name: string,
): readonly string[] {
  const ids = [...items, ...experiments].map((one) => one.id);
  const twice = [...new Set(ids.filter((one, i) => ids.indexOf(one) !== i))];
  const placed = experiments.map((one) => one.id);
  return [
    ...(id === name ? [] : [`its id is "${id}"; call it as its file, "${name}"`]),
    ...twice.map((one) => `"${one}" is the id of two; ids are unique`),
    ...items.flatMap((item) => {
      const stands = kindOf(item).experiment?.(item).id;
      if (stands === undefined || placed.includes(stands)) return [];
      return [
        `item "${item.id}": there is no experiment "${stands}"; there are ${placed.join(', ') || 'none'}`,
      ];
    }),
  ];
}
