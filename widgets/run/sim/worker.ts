/** The worker that simulates: small, so that the first touch of a control is answered at once. */
import { expose } from 'comlink';
import { workerSide } from '../worker-side.ts';
import { simEnv } from './env.ts';
import { RUNS } from './runs.ts';
import { PROCESSOR } from '#words/widgets/kit/words/fault-words';

expose(
  workerSide({
    runs: RUNS,
    env: (page) => simEnv((name) => page.asset(`data/${name}`)),
    open: () => Promise.resolve({ state: 'ready', detail: PROCESSOR }),
  }),
);
