/**
 * What a hand-in may hold, as a JSON schema: this is what files are checked against, and `docs/hand-in.schema.json` is its
 * text. Bounds are far above what the page writes.
 */
import { LONGEST_NAME, LONGEST_NUMBER } from '../variants/student.ts';
import { FORMAT } from './submission.ts';

/** The part of JSON Schema 2020-12 that is used. */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type: Kind | readonly Kind[];
  readonly const?: string | number;
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly maxProperties?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: { readonly pattern: string };
  readonly additionalProperties?: false | Schema;
}
export type Kind = 'object' | 'array' | 'string' | 'number' | 'integer' | 'null';

const text = (maxLength: number): Schema => ({ type: 'string', maxLength });
const count = (maximum: number): Schema => ({ type: 'integer', minimum: 0, maximum });
const id: Schema = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 };
const name = { pattern: '^[A-Za-z][A-Za-z0-9_-]{0,63}$' };
const link: Schema = { type: 'string', pattern: '^[0-9a-f]{16}$' };

/** An object with these fields and no others; all but the `optional` ones must be there. */
function fields(
  properties: Readonly<Record<string, Schema>>,
  ...optional: readonly string[]
): Schema {
  const required = Object.keys(properties).filter((field) => !optional.includes(field));
  return { type: 'object', properties, required, additionalProperties: false };
}

const list = (items: Schema, maxItems: number): Schema => ({ type: 'array', items, maxItems });
const table = (names: { readonly pattern: string }, of: Schema, maxProperties: number): Schema => ({
  type: 'object',
  propertyNames: names,
  additionalProperties: of,
  maxProperties,
});

const run = fields({
  widget: id,
  version: count(10_000),
  settings: table(name, { type: ['number', 'string'], maxLength: 4_000 }, 100),
  measures: table(name, { type: ['number', 'null'] }, 200),
  backend: text(40),
});

const item = fields(
  {
    version: count(10_000),
    variant: { type: 'integer', minimum: 0, maximum: 2 ** 31 },
    note: text(600),
    answer: {
      type: ['string', 'array', 'null'],
      maxLength: 8_000,
      items: { type: 'string', maxLength: 6_000 },
      maxItems: 200,
    },
    runs: list(run, 4),
    tries: count(100_000),
    hints: count(50),
    confidence: { type: 'string', enum: ['unsure', 'fairly', 'certain'] },
    minutes: { type: 'number', minimum: 0, maximum: 100_000 },
  },
  'confidence',
  'minutes',
);

const entry = fields({
  item: id,
  what: { type: 'string', enum: ['answer', 'run', 'hint'] },
  value: {
    ...text(200),
    description:
      'A hash, with a salt that is in no file: what was typed and taken back is not handed in. Earlier files hold the answer or the run in short.',
  },
  link,
});

export const HAND_IN_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Hand-in',
  description:
    'What a student hands in for an assignment. The file has at most 40,000 bytes of UTF-8 and is nested at most seven levels deep; its numbers are finite.',
  ...fields({
    format: { type: 'integer', const: FORMAT },
    kind: { type: 'string', const: 'hand-in' },
    book: id,
    edition: text(40),
    assignment: fields({ id, version: count(10_000), hash: link }),
    student: fields({
      name: text(LONGEST_NAME),
      number: { type: 'string', minLength: 1, maxLength: LONGEST_NUMBER },
    }),
    session: {
      ...link,
      description: 'The student’s ticket: every newer version of the same work has the same.',
    },
    made: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' },
    items: table({ pattern: id.pattern ?? '' }, item, 200),
    log: fields({
      before: fields({ count: count(1_000_000), link }),
      entries: list(entry, 1_000),
    }),
    incomplete: list(id, 200),
    receipt: { type: 'string', pattern: '^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$' },
  }),
};
