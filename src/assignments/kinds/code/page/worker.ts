/** The worker in which a student’s program is run: by an interpreter, never as code of the browser’s own. */
import { isFault, valueOf } from '../pure/script/program.ts';
import { faultSaid, passes, runCases, saidOf, type Outcome } from '../pure/cases.ts';
import { csvOf, fileOf, rowsOf } from '../../outside/pure/table.ts';
import type { Answer, AnswerTable, Asked, AskedTable } from './protocol.ts';

function answered({ source, entry, cases, near }: Asked): Answer {
  const { outcomes, log, problem } = runCases(source, { entry, calls: cases, given: '' });
  if (problem) return { problem: faultSaid(problem), line: problem.line, cases: [], log };
  const found = cases.map(({ gives }, i) => {
    const right = valueOf(gives);
    const outcome = outcomes[i];
    const expected: Outcome | undefined = isFault(right) ? undefined : { asked: '', ...right };
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

function made({ table, values, seed }: AskedTable): AnswerTable {
  const rows = rowsOf(table, values, seed);
  if (typeof rows === 'string') return undefined;
  return { file: fileOf(table, seed), csv: csvOf(table.data, rows), rows: rows.length };
}

addEventListener('message', ({ data }: MessageEvent<Asked | AskedTable>) => {
  postMessage('table' in data ? made(data) : answered(data));
});
