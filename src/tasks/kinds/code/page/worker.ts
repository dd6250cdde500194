/** The worker in which a student’s program is run: in an engine of its own, never as code of the browser’s own. */
import { loadEngine } from '../engine/engine.ts';
import { freshEngine } from '../pure/engine.ts';
import { isFault } from '../pure/faults.ts';
import { faultSaid, passes, runCases, saidOf, type Outcome } from '../pure/cases.ts';
import { csvOf, fileOf, rowsOf } from '../../outside/pure/table.ts';
import type { Answer, AnswerTable, Asked, AskedTable, Sent } from './protocol.ts';

function answered({ source, entry, cases, near }: Asked): Answer {
  const { outcomes, log, problem } = runCases(source, { entry, calls: cases, given: '' });
  if (problem) return { problem: faultSaid(problem), line: problem.line, cases: [], log };
  const found = cases.map(({ gives }, i) => {
    const expected = rightOf(gives);
    const outcome = outcomes[i];
    const line = outcome && 'fault' in outcome ? outcome.line : 0;
    return {
      isRight: passes(outcome, expected, near),
      said: outcome ? saidOf(outcome) : '',
      isFault: outcome !== undefined && 'fault' in outcome,
      line,
    };
  });
  return { cases: found, log, line: found.find(({ line }) => line > 0)?.line ?? 0 };
}

/** The value that a case should give, which the page knows as text. */
function rightOf(gives: string): Outcome | undefined {
  const engine = freshEngine();
  const asking = engine.asking(gives);
  const found = isFault(asking) ? asking : engine.call(asking.value);
  return isFault(found) ? undefined : { asked: '', ...found };
}

function made({ table, values, seed }: AskedTable): AnswerTable {
  const rows = rowsOf(table, values, seed);
  if (typeof rows === 'string') return undefined;
  return { file: fileOf(table, seed), csv: csvOf(table.data, rows), rows: rows.length };
}

addEventListener('message', ({ data: { wasm, asked } }: MessageEvent<Sent>) => {
  void loadEngine(wasm).then(() => postMessage('table' in asked ? made(asked) : answered(asked)));
});
