/** Keeps a learner's outcome for the picture tests: `node scripts/keep-outcome.ts WIDGET`. */
import { writeFileSync } from 'node:fs';
import { loadWidget } from '../widgets/index.ts';
import { bookRun } from '../widgets/server/book-run.ts';
import { pack } from '../widgets/kit/record/pack.ts';
import { defaults, type AnySettings, type Table } from '../widgets/kit/contract/params.ts';

const tag = process.argv[2] ?? '';
const widget = await loadWidget(tag);
const { outcome } = await bookRun(widget, defaults(widget.params as Table) as AnySettings);
writeFileSync(`tests/pictures/${tag}.outcome.json`, `${pack(outcome)}\n`);
