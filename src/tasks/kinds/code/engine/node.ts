/** The engine in Node: loaded when this is imported. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadEngine } from './engine.ts';

// The build puts this file into a bundle elsewhere: the project is where the command runs.
const { resolve } = createRequire(join(process.cwd(), 'package.json'));
await loadEngine(readFileSync(resolve('quickjs-wasi/quickjs.wasm')));
