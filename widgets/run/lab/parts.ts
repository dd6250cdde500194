/** What the lab's worker is made of. A test takes these parts and replaces one by a part that fails. */
import type { Finding } from '../page/fallback.ts';
import { BackendFault } from '../../kit/contract/faults.ts';
import type { Env } from '../../kit/contract/widget.ts';
import type { Parts } from '../worker-side.ts';
import { openBackend } from './backends.ts';
import { LEARNERS } from './learners.ts';
import { listenForLoss } from './lost.ts';
import { envOf, ModelShelf } from './models.ts';
import * as tf from '../../engine/tf.ts';
import { backendName } from '../../engine/tf.ts';
import { timed } from './trial.ts';
import { verifiedData } from '../data/verified.ts';
import { LAB } from '#words/widgets/run/lab/words';

/** A page may forbid what TF.js would wait for without end. */
function mayCompile(): boolean {
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) instanceof Object;
  } catch {
    return false;
  }
}

const clock = (): number => performance.now();

/** The parts of one worker: one engine with one back end in use at a time, one ear for its loss. */
export function labParts(runs: Parts['runs'] = LEARNERS): Required<Parts> {
  const { lost, report } = listenForLoss();
  const shelf = new ModelShelf();
  const found = new Map<string, Finding>();
  return {
    runs,
    trouble: lost,
    open: async (name, asked, page) => {
      const known = found.get(name);
      // It has been tried and left for another one: what was found then still holds.
      if (known?.state === 'ready' && (await tf.setBackend(name))) return known;
      const finding = await timed(
        await openBackend(name, asked, {
          file: async (file) => {
            if (!mayCompile()) throw new BackendFault(LAB.notAllowed);
            return page.asset(`workers/${file}`);
          },
          onLoss: (did) => name === backendName() && report(did),
          clock,
        }),
        clock,
      );
      found.set(name, finding);
      return finding;
    },
    env: (page, self) => {
      const readData: Env['readData'] = (name) =>
        verifiedData(name, (file) => page.asset(`data/${file}`));
      return envOf({ shelf, runs, bare: { readData, backend: backendName(), clock } }, self);
    },
  };
}
