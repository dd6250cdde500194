/** What the lab's worker is made of. A test takes these parts and replaces one by a part that fails. */
import type { Parts } from '../kit/worker-side.ts';
import { openBackend } from './backends.ts';
import { LEARNERS } from './learners.ts';
import { listenForLoss } from './lost.ts';
import { backendName } from './tf.ts';
import { verifiedData } from '../kit/verified.ts';

const clock = (): number => performance.now();

/** The parts of one worker: one back end, one engine, one ear for its loss. */
export function labParts(): Parts {
  const { lost, report } = listenForLoss();
  return {
    runs: LEARNERS,
    trouble: lost,
    open: (name, asked, page) =>
      openBackend(name, asked, {
        file: (file) => page.asset(`workers/${file}`),
        onLoss: report,
        clock,
      }),
    env: (page) => ({
      readData: (name) => verifiedData(name, (file) => page.asset(`data/${file}`)),
      backend: backendName(),
      clock,
    }),
  };
}
