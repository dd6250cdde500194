/** A student’s work as text for the browser’s storage, and back: what cannot be read is no work. */
import type { RunRecord } from '../../../../../widgets/kit/record/run-record.ts';
import { FIRST } from '../format/assignment.ts';
import { digest } from '../submission/digest.ts';
import { faultIn } from '../submission/faults.ts';
import { HAND_IN_SCHEMA, type Schema } from '../submission/schema.ts';
import type { Work } from './work.ts';

const own = HAND_IN_SCHEMA.properties as Readonly<Record<string, Schema>>;
const count: Schema = { type: 'integer', minimum: 0 };
const { version, answer, runs, tries, hints, confidence, variant, minutes } = (
  (own['items'] as Schema).additionalProperties as Schema
).properties as Readonly<Record<string, Schema>>;
const needed = { version, answer, runs, tries, hints, at: count };
const done = { ...needed, confidence, variant, minutes } as Readonly<Record<string, Schema>>;
const log = own['log'] as Schema;
const entries = (log.properties as Readonly<Record<string, Schema>>)['entries'] as Schema;

/** Kept work is a hand-in that is not whole yet; its log may be longer. */
const WORK_SCHEMA: Schema = {
  type: 'object',
  required: ['assignment', 'session', 'student', 'items', 'log', 'at'],
  additionalProperties: false,
  properties: {
    assignment: { type: 'string', maxLength: 80 },
    session: own['session'] as Schema,
    student: own['student'] as Schema,
    items: {
      ...(own['items'] as Schema),
      additionalProperties: {
        type: 'object',
        required: Object.keys(needed),
        properties: done,
        additionalProperties: false,
      },
    },
    log: {
      ...log,
      properties: { ...log.properties, entries: { ...entries, maxItems: 100_000 } },
    },
    at: count,
  },
};

/** The work with a name of its own text: half of it is none of it. */
export function keptText(work: Work): string {
  const text = JSON.stringify(work);
  return `${digest(text).slice(0, 16)} ${text}`;
}

/** The work in a text; nothing where it was cut short, altered or is of another assignment. */
export function keptIn(text: string | null, assignment: string): Work | undefined {
  if (text === null || text[16] !== ' ') return undefined;
  const body = text.slice(17);
  if (digest(body).slice(0, 16) !== text.slice(0, 16)) return undefined;
  return parsed(body, assignment);
}

/** The work as a file, which is taken in again as a whole. */
export function backupText(work: Work, edition: string = FIRST): string {
  const of = edition === FIRST ? {} : { edition };
  return `${JSON.stringify({ format: 1, kind: 'work', ...of, ...work }, null, 1)}\n`;
}

/** The edition whose items a backup answers. */
export function editionOf(text: string): string {
  const { edition = FIRST } = JSON.parse(text) as { readonly edition?: unknown };
  return String(edition);
}

/** The work in a file; nothing where there is none of this assignment. */
export function backupIn(text: string, assignment: string): Work | undefined {
  return parsed(text, assignment, 'work');
}

function parsed(text: string, assignment: string, asked?: 'work'): Work | undefined {
  try {
    const {
      format,
      kind,
      edition: _edition,
      ...work
    } = JSON.parse(text) as Work & Partial<Record<'format' | 'kind' | 'edition', unknown>>;
    const isMeant = kind === asked && (asked === undefined || format === 1);
    return isMeant ? workOf(work, assignment) : undefined;
  } catch {
    return undefined;
  }
}

/** A value as work on this assignment; nothing where it is none. */
export function workOf(value: unknown, assignment: string): Work | undefined {
  const isWork = faultIn(WORK_SCHEMA, value) === undefined;
  return isWork && (value as Work).assignment === assignment ? (value as Work) : undefined;
}

/** The runs in a list; nothing of what is none. */
export function runsOf(value: unknown): readonly RunRecord[] {
  const isRun = (one: unknown): one is RunRecord =>
    faultIn(runs?.items ?? { type: 'null' }, one) === undefined;
  return Array.isArray(value) ? value.filter(isRun) : [];
}
