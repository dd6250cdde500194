/** The workers that simulate: one for each simulation, small, so that the first touch of a control is answered at once. */
import { expose } from 'comlink';
import { workerSide } from '../worker-side.ts';
import { simEnv } from './env.ts';
import type { AnyRun } from '../../kit/contract/widget.ts';

/** Answers for these runs, by the names their widgets give. */
export function simulate(runs: Readonly<Record<string, AnyRun>>): void {
  expose(
    workerSide({
      runs,
      env: (page) => simEnv((name) => page.asset(`data/${name}`)),
    }),
  );
}
