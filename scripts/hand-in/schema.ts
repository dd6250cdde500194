/** node scripts/hand-in/schema.ts: writes docs/hand-in.schema.json from the schema that files are checked against. */
import { writeFileSync } from 'node:fs';
import { HAND_IN_SCHEMA } from '../../src/tasks/sets/pure/submission/schema.ts';

writeFileSync('docs/hand-in.schema.json', `${JSON.stringify(HAND_IN_SCHEMA, null, 2)}\n`);
